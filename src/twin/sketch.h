/*
 * sketch.h - a small portrait of a text, to find near copies by.
 *
 * One-permutation MinHash (Li, Owen, Zhang 2012) over runs of five words (of
 * the folded words; eight characters where a script has no spaces): each run
 * falls into one slot, each slot keeps its least run, a slot that no run
 * fell into stays SKETCH_EMPTY. Two texts that share a fraction J of their
 * runs agree in about that fraction of the slots that either fills, give or
 * take 1/sqrt(SKETCH_SLOTS).
 *
 * Sketches of different SKETCH_VERSION must not be compared.
 */
#ifndef SAMESTORY_TWIN_SKETCH_H
#define SAMESTORY_TWIN_SKETCH_H

#include "record/article.h"

#define SKETCH_VERSION 2
#define SKETCH_RUN     5 /* words in a run */
#define SKETCH_EMPTY   UINT32_MAX

void sketch_draw(struct sketch *, const struct reading *);
/* Share of the filled slots that are equal, 0 to 1. Without a portrait on
 * both sides: 0. */
double sketch_likeness(const struct sketch *, const struct sketch *);

#endif
