/*
 * near.h - which sides are worth comparing. For story/ alone.
 *
 * An inverted index, sliced by time: posting lists stand in an order of days,
 * so that a query opens the stretch of days it can reach and no more; undated
 * sides stand before all and are always reached. A side is posted under its
 * heaviest features, and asks with those that can add most: its weight times
 * the greatest weight in the list (the bound of max-score, Turtle and Flood
 * 1995), the most first, as many as NEAR_TERMS of each kind and as long as a
 * budget of postings lasts (the quit strategy of Moffat and Zobel 1996). So
 * what one side costs does not grow with the set. Three bytes a posting.
 */
#ifndef SAMESTORY_STORY_NEAR_H
#define SAMESTORY_STORY_NEAR_H

#include "story/ground.h"

struct near_index;
/* Sides must stay as they are, in an order of their own. Cheapest asked in
 * the order of near_side, which is that of days. */
struct near_index *near_open(const struct side *, size_t n, struct arena *);
uint32_t near_side(const struct near_index *, size_t rank);

struct found {
    float score; /* a dot product by the length of the side found */
    uint32_t side;
    bool own; /* of the same language */
};
/* Sides that share features with the side asked for, in no order that
 * matters; good until the next call. */
const struct found *near_ask(struct near_index *, uint32_t side, size_t *n);

struct near {
    uint32_t a, b; /* a < b */
};

/* Each pair worth comparing once, in order, but for pairs of the first nopen
 * sides. */
struct near *near_find(const struct side *, size_t nsides, size_t nopen,
                       size_t *n, struct arena *);

#endif
