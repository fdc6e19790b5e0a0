/*
 * inside.h - the open lexicon as add.c sees it. For lexicon/ alone.
 */
#ifndef SAMESTORY_LEXICON_INSIDE_H
#define SAMESTORY_LEXICON_INSIDE_H

#include "lexicon/look.h"

struct overlay;

/* What was added; made where there is nothing yet. */
struct overlay *lexicon_overlay(struct lexicon *);
/* The run of a key in the file, by its hash, whatever was added. */
struct lexicon_run lexicon_shipped_look(const struct lexicon *, uint64_t hash);
/* Makes the index of concepts by their keys again. */
void lexicon_index(struct lexicon *);

#endif
