/*
 * packed.h - weighted features as they are kept, four and a half bytes each.
 * For story/ alone.
 *
 * Ids stand type by type, three bytes each: what is left of an id without its
 * type. Weights stand behind them in as many bits as their range asks for
 * (frame of reference; Goldstein, Ramakrishnan and Shaft, 1998). Nothing is
 * lost, and any feature can be read without those before it.
 */
#ifndef SAMESTORY_STORY_PACKED_H
#define SAMESTORY_STORY_PACKED_H

#include "record/article.h"
#include "story/vector.h"

/* Features of a vector; more are left out. */
enum { PACKED_MOST = 512 };

struct packed {
    uint16_t end[FEATURE_TYPES]; /* how many are of a type up to this one */
    uint16_t least;              /* of the weights, in steps */
    uint8_t bits;                /* of a weight above that */
    unsigned char bytes[];       /* three an id; the weights */
};

/* How many features there are. */
static inline uint32_t
packed_count(const struct packed *p)
{
    return p->end[FEATURE_TYPES - 1];
}

/* Four bytes, the least first: one load on most machines. */
static inline uint32_t
packed_four(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

enum { PACKED_ID_BYTES = 3 };
/* The i-th feature, which must be of the type. */
static inline uint32_t
packed_id(const struct packed *p, uint32_t type, size_t i)
{
    /* weights stand behind the last one */
    return type << FEATURE_SHIFT |
           (packed_four(p->bytes + PACKED_ID_BYTES * i) &
            ((1u << FEATURE_BITS) - 1));
}

size_t packed_bytes(const struct packed *); /* the whole of it */

/* Features must be of a type. */
struct packed *packed_make(const struct vector *, struct arena *);
struct packed *packed_copy(const struct packed *, struct arena *);

/* Room for what is read. */
struct packed_room {
    uint32_t id[PACKED_MOST];
    uint16_t weight[PACKED_MOST];
};
/* The vector, in the room. */
struct vector packed_read(const struct packed *, struct packed_room *);

/* Weights alone, of which there must be room for all. */
void packed_weights(const struct packed *, uint16_t *weight);

/* A vector laid out by a hash of its ids, to be met with many others: each of
 * these is then read once, from front to back. */
enum { PACKED_SEATS = 4096 };
struct packed_laid {
    uint16_t
        seat[PACKED_SEATS]; /* 0: no id ends so; else the first that does */
    uint32_t id[PACKED_MOST + 1]; /* from 1 on */
    uint16_t weight[PACKED_MOST + 1];
    uint16_t next[PACKED_MOST + 1]; /* of the same seat; 0: the last */
};
void packed_lay(struct packed_laid *, const struct packed *);

/* What the two have in common, in steps: adds to `product` by type of feature,
 * and to `least`, the smaller of both weights, by whether the type is in
 * `types` (bits). */
void packed_meet(const struct packed_laid *, const struct packed *,
                 unsigned types, uint64_t product[FEATURE_TYPES],
                 uint64_t least[2]);

#endif
