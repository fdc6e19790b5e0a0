/*
 * near.h - which sides are worth comparing. For story/ alone.
 *
 * Few sides: all pairs. Many: an inverted index; each side asks with its
 * heaviest features that mean the same in any language and with the
 * heaviest of its own, and keeps the best of either kind.
 */
#ifndef SAMESTORY_STORY_NEAR_H
#define SAMESTORY_STORY_NEAR_H

#include "story/ground.h"

struct near {
    uint32_t a, b; /* a < b */
};

/* Each pair once, in order. Sides must stand in an order of their own. */
struct near *near_find(const struct side *, size_t nsides, size_t *n,
                       struct arena *);

#endif
