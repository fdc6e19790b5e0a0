/* plain.h - lines of a plain capture. For plain.c and plain_title.c. */
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

/* Finds the title among the lines and marks those that say it again. */
void plain_title(struct page *, const enum look *);

#endif
