/*
 * vector.h - weighted features, compact: six bytes a feature. For story/
 * alone.
 *
 * Ids rise. A weight is that of one article, on average where the vector is
 * of several, in steps of VECTOR_STEP: what is less than half a step of an
 * article of a cluster is no longer told of it.
 */
#ifndef SAMESTORY_STORY_VECTOR_H
#define SAMESTORY_STORY_VECTOR_H

#include "base/arena.h"

#include <stdint.h>

#define VECTOR_STEP (1.0 / 256)

struct vector {
    uint32_t *id;
    uint16_t *weight;
    uint32_t n;
};

struct vector vector_new(size_t n, struct arena *);

/* Puts a feature behind the others; what weighs less than half a step is left
 * out. There must be room, and the id be the greatest so far. */
void vector_add(struct vector *, uint32_t id, double weight);

/* Keeps the `most` heaviest; of equals those of the least id. */
void vector_cut(struct vector *, size_t most);

/* What the heaviest of features weigh at least, and how many of just that
 * weight are among them: those of the least id. */
struct vector_limit {
    uint16_t weight, equals;
};
/* Of the `most` heaviest of features whose type is in `types` (bits). */
struct vector_limit vector_limit(const struct vector *, unsigned types,
                                 size_t most);

/* The mean of both, where `share` of it is a's; in the arena. */
struct vector vector_mean(const struct vector *a, const struct vector *b,
                          double share, size_t most, struct arena *);

/* A vector laid out by a hash of its ids, to be met with many others: each of
 * these is then read once, from front to back. */
enum {
    VECTOR_BITS = 8192,
    VECTOR_SLOTS = 1024,
    VECTOR_LAID_MOST = VECTOR_SLOTS / 2
};
struct vector_laid {
    uint64_t may[VECTOR_BITS / 64]; /* few of the ids that are not there … */
    uint32_t id[VECTOR_SLOTS];      /* 0: empty; no feature has it */
    uint16_t weight[VECTOR_SLOTS];
};

/* Of at most VECTOR_LAID_MOST features; more are left out. */
void vector_lay(struct vector_laid *, const struct vector *);

/* What the two have in common, in steps: adds to `product` by type of feature
 * (the id's first four bits), and to `least`, the smaller of both weights, by
 * whether the type is in `types` (bits). */
void vector_meet(const struct vector_laid *, const struct vector *,
                 unsigned types, uint64_t product[16], uint64_t least[2]);

/* A copy with no room to spare. */
struct vector vector_copy(const struct vector *, struct arena *);

#endif
