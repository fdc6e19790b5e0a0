/*
 * text_part.h - the parts of the text view. For view_text.c and text_*.c
 * alone.
 */
#ifndef SAMESTORY_APP_TEXT_PART_H
#define SAMESTORY_APP_TEXT_PART_H

#include "app/view.h"

struct text {
    const struct view *view;
    const struct samestory_story *story; /* the one being told */
    struct buf *out;
    size_t columns, rows;
    size_t values; /* columns that values take, in the story being told */
    bool colour, full;
};

enum text_style {
    TEXT_PLAIN,
    TEXT_BOLD,
    TEXT_DIM,
    TEXT_RED,
    TEXT_YELLOW,
    TEXT_GREEN
};

/* How much of something is shown: `most` on a screen of TEXT_ROWS, fewer on
 * a smaller one, but `least`; all where all is unfolded. */
#define TEXT_ROWS 64
size_t text_most(const struct text *, size_t most, size_t least);
/* From here on, where the terminal has colour. */
void text_style(struct text *, enum text_style);
/* An empty line and a heading. */
void text_heading(struct text *, const char *, enum text_style);

/* "and 3 more changes"; `what` may be NULL; nothing where n is 0. */
void text_more(struct text *, size_t n, const char *what);

/* Disputes and quantities, the contradicted first: text_fact.c */
void text_facts(struct text *);
/* text_list.c */
void text_names(struct text *);
void text_timeline(struct text *);
void text_quotes(struct text *);

#endif
