/*
 * forest.h - from likenesses between pairs to a forest of parents and
 * children. For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_FOREST_H
#define SAMESTORY_TWIN_FOREST_H

#include "record/story.h"

/* Two articles, a != b, that may be linked. */
struct edge {
    uint32_t a, b;
    uint32_t part_a, part_b; /* which parts of theirs are alike */
    enum link_kind kind;
    bool retold; /* a copy in other words: sentence by sentence */
    double like; /* the likest first */
    double overlap;
    double ahead;       /* above 0: a is the parent, the more the surer */
    bool taken, turned; /* filled: stands in the forest; b is the parent */
};

/*
 * Chooses among the edges: copies first, then copies in other words, then
 * translations, then shared sources, the likest first, none that closes a ring;
 * then turns each tree so that the directions fit best. `rank` orders the
 * articles by content: it breaks all ties.
 */
void forest_grow(struct edge *, size_t n, const uint32_t *rank,
                 size_t narticles);

/* Numbers the sets that the taken edges (no shared sources) join. */
void forest_voices(const struct edge *, size_t n, const uint32_t *rank,
                   size_t narticles, uint32_t *voice);

#endif
