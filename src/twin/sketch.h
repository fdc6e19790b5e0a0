/*
 * sketch.h - a small portrait of a text, to tell near copies by.
 *
 * One-permutation MinHash (Li, Owen, Zhang 2012) with densification over
 * runs of five words (of the folded words; eight characters where a script
 * has no spaces). Two texts that share a fraction J of their runs have about
 * the same fraction of equal slots, give or take 1/sqrt(SKETCH_SLOTS).
 *
 * Sketches of different SKETCH_VERSION must not be compared.
 */
#ifndef SAMESTORY_TWIN_SKETCH_H
#define SAMESTORY_TWIN_SKETCH_H

#include "record/article.h"

#define SKETCH_VERSION 1
#define SKETCH_RUN     5 /* words in a run */

void sketch_draw(struct sketch *, const struct reading *);
/* Share of equal slots, 0 to 1. Without a portrait on both sides: 0. */
double sketch_likeness(const struct sketch *, const struct sketch *);

#endif
