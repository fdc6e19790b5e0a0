/*
 * near.h - which sides are worth comparing. For story/ alone.
 *
 * Few sides: all pairs. Many: an inverted index whose posting lists stand in
 * an order of days, so that a query opens the stretch of days it can reach
 * and no more; undated sides stand before all and are always reached. A side
 * asks with its heaviest features that mean the same in any language and
 * with the heaviest of its own, as long as a budget of postings lasts: what
 * one side costs does not grow with the set.
 */
#ifndef SAMESTORY_STORY_NEAR_H
#define SAMESTORY_STORY_NEAR_H

#include "story/ground.h"

struct near_index;
/* Sides must stay as they are, in an order of their own. */
struct near_index *near_open(const struct side *, size_t n, struct arena *);

struct found {
    float score; /* a dot product by the length of the side found */
    uint32_t side;
};
/* Sides that share features with the side asked for, in no order that
 * matters; good until the next call. */
const struct found *near_ask(struct near_index *, uint32_t side, size_t *n);

struct near {
    uint32_t a, b; /* a < b */
};

/* Each pair worth comparing once, in order. */
struct near *near_find(const struct side *, size_t nsides, size_t *n,
                       struct arena *);

#endif
