/*
 * passage.h - what is used again in another text, word for word.
 */
#ifndef SAMESTORY_TWIN_PASSAGE_H
#define SAMESTORY_TWIN_PASSAGE_H

#include "record/story.h"

#define PASSAGES_MOST 64 /* of one pair of articles */

/* The same words in two articles, but for a few inside. */
struct passage {
    uint32_t a, b;   /* indexes in the set, a < b */
    span at_a, at_b; /* in their texts */
    uint32_t words;  /* that are the same */
};

/*
 * Finds the passages of ten words and more that pairs of articles share,
 * quotations as well: by a, b, then place in a. A function of the set.
 */
struct passage *passage_find(const struct set *, struct arena *, size_t *n);

#endif
