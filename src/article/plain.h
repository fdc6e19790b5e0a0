/* plain.h - lines of a plain capture. For plain.c, plain_look.c and
 * plain_title.c. */
#ifndef SAMESTORY_ARTICLE_PLAIN_H
#define SAMESTORY_ARTICLE_PLAIN_H

#include "article/page.h"

#define TITLE_SURE 30 /* units: a line of this weight may be a title */

/* What a line is by itself, wherever it stands. */
enum look {
    LOOK_PROSE,
    LOOK_SENTENCE,
    LOOK_SHORT,
    LOOK_FRAME,
    LOOK_CAPTION,
    LOOK_BYLINE,
    LOOK_EMBED,
    LOOK_NOTE
};

enum look plain_look(const struct raw *);
/* "Home  World  Economy": short items parted by gaps, none of them a
 * sentence, a figure or a line on who wrote it. */
bool plain_menu(str line, const struct shape *);
/* "1 Организация запрещена …": a bare small number, a space, words. */
bool plain_note(str line);

/* Finds the title among the lines and marks those that say it again. */
void plain_title(struct page *, const enum look *);

/* The first lines of prose from that line on, folded. */
str plain_body(const struct page *, const enum look *, size_t from);
/* How many words of the line stand in such a body, whatever their endings: of
 * scripts without spaces, pairs of characters. */
size_t plain_recurring(str line, str body, struct arena *);

#endif
