/*
 * index.h - which sketches agree with this one. For twin/ alone.
 *
 * An inverted index: for each slot and its value, who has it. Open
 * addressing over entries of four bytes, the id and the rest of the hash
 * that its place does not tell; about 680 bytes a full sketch. An agreement
 * may be false once in some thousand looks, so a hit is a reason to look at
 * the texts and no more. What INDEX_CROWD have already (a notice of rights,
 * a standing phrase) takes no further ones.
 */
#ifndef SAMESTORY_TWIN_INDEX_H
#define SAMESTORY_TWIN_INDEX_H

#include "record/article.h"

#define INDEX_CROWD 48
#define INDEX_HITS  512 /* that a look gives at most, the best first */

struct sketch_index;

struct index_hit {
    uint32_t id;
    uint32_t slots; /* that agree */
};

/* For up to `most` sketches with ids below it; most < 2^24. */
struct sketch_index *index_open(uint32_t most);
void index_close(struct sketch_index *);
size_t index_bytes(const struct sketch_index *);

void index_add(struct sketch_index *, const struct sketch *, uint32_t id);
/*
 * Who agrees in `least` slots or more: fills out, which holds INDEX_HITS,
 * by slots, then id. Returns how many.
 */
size_t index_find(const struct sketch_index *, const struct sketch *,
                  uint32_t least, struct index_hit *out);

#endif
