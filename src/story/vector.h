/*
 * vector.h - weighted features while they are put together; as they are kept
 * see packed.h. For story/ alone.
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

/* What the `most` heaviest of n features weigh at least, and how many of just
 * that weight are among them: those of the least id. */
struct vector_limit {
    uint16_t weight, equals;
};
struct vector_limit vector_limit(const uint16_t *weight, size_t n, size_t most);

/* The mean of both, where `share`, at most all, of it is a's. There must be
 * room for both. */
void vector_mean(const struct vector *a, const struct vector *b, double share,
                 size_t most, struct vector *out);

#endif
