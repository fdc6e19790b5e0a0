/*
 * pairs.h - which parts are worth comparing. For twin/ alone.
 *
 * Small sets are compared each with each; large ones through an index of
 * what parts share, where what stands in too many of them joins only
 * neighbours in the order of content.
 */
#ifndef SAMESTORY_TWIN_PAIRS_H
#define SAMESTORY_TWIN_PAIRS_H

#include "twin/translate.h"

struct part_pair {
    uint32_t x, y; /* indexes of parts, of different articles */
};

struct pair_list {
    struct part_pair *at;
    size_t n;
};

/* Parts of one language that share runs of words. */
struct pair_list pairs_of_copies(const struct part *, size_t n,
                                 const uint32_t *rank, struct arena *);
/* Parts of different languages that share facts. */
struct pair_list pairs_of_tales(const struct part *, struct tale *const *,
                                size_t n, const uint32_t *rank, struct arena *);

#endif
