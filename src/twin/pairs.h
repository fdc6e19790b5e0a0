/*
 * pairs.h - which parts are worth comparing. For twin/ alone.
 *
 * Copies are found by the sketches of their articles, tellings in other
 * words or languages by the facts they share: small sets each with each,
 * large ones through an index, where what stands in too many parts joins
 * only neighbours in the order of content.
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

/* Parts of one language that share runs of words. Parts of an article stand
 * together. */
struct pair_list pairs_of_copies(const struct set *, const struct part *,
                                 size_t n, const uint32_t *rank,
                                 struct arena *);
/* Parts of different languages, or (`retold`) of one, that share facts. */
struct pair_list pairs_of_tales(const struct part *, struct tale *const *,
                                size_t n, bool retold, const uint32_t *rank,
                                struct arena *);

#endif
