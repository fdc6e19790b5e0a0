/*
 * text_fact.h - figures and claims of the text view, side by side. For
 * view_text.c alone.
 */
#ifndef SAMESTORY_APP_TEXT_FACT_H
#define SAMESTORY_APP_TEXT_FACT_H

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
    TEXT_PLAIN, TEXT_BOLD, TEXT_DIM, TEXT_RED, TEXT_YELLOW, TEXT_GREEN
};

/* How much of something is shown: `most` on a screen of TEXT_ROWS, fewer on
 * a smaller one, but `least`; all where all is unfolded. */
#define TEXT_ROWS 64
size_t text_most(const struct text *, size_t most, size_t least);
/* From here on, where the terminal has colour. */
void text_style(struct text *, enum text_style);
/* An empty line and a heading. */
void text_heading(struct text *, const char *, enum text_style);

/* Disputes and quantities, the contradicted first. */
void text_facts(struct text *);

#endif
