/* index.c - slot and value → who has it. */
#include "twin/index.h"

#include "base/oom.h"
#include "twin/sketch.h"

#include <stdlib.h>
#include <string.h>

#define LOAD_NUM   4 /* a table is three quarters full at most */
#define LOAD_DEN   3
#define LEAST_SIZE 1024 /* entries */
#define FREE       UINT32_MAX
/* All that a look may meet. */
#define MEETINGS (SKETCH_SLOTS * INDEX_CROWD)

struct sketch_index {
    uint32_t *entry; /* the id above, the tag below */
    uint64_t size;
    uint32_t tag_bits;
};

struct sketch_index *
index_open(uint32_t most)
{
    struct sketch_index *ix = oom_malloc(sizeof *ix);
    uint32_t id_bits = 1;

    /* one id is kept back, so that no entry looks FREE */
    while (most >= 1u << id_bits)
        id_bits++;
    if (id_bits > 24)
        BUG("an index of too many sketches");
    ix->tag_bits = 32 - id_bits;
    ix->size = (uint64_t)most * SKETCH_SLOTS * LOAD_NUM / LOAD_DEN + LEAST_SIZE;
    ix->entry = oom_malloc(ix->size * sizeof *ix->entry);
    memset(ix->entry, 0xFF, ix->size * sizeof *ix->entry);
    return ix;
}

void
index_close(struct sketch_index *ix)
{
    if (ix)
        free(ix->entry);
    free(ix);
}

size_t
index_bytes(const struct sketch_index *ix)
{
    return sizeof *ix + ix->size * sizeof *ix->entry;
}

struct seat {
    uint64_t at;
    uint32_t tag;
};

static struct seat
seat_of(const struct sketch_index *ix, uint32_t slot, uint32_t value)
{
    uint64_t h = ((uint64_t)value << 8 ^ slot) * 0x9E3779B97F4A7C15u;

    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    h ^= h >> 32;
    /* the upper half finds the place, the lower one the tag */
    return (struct seat){(h >> 32) * ix->size >> 32,
                         (uint32_t)h & ((1u << ix->tag_bits) - 1)};
}

/* All places of the sketch, on their way from memory; returns how many. */
static uint32_t
places(const struct sketch_index *ix, const struct sketch *s, struct seat *out)
{
    uint32_t n = 0;

    if (s->nruns == 0)
        return 0;
    for (uint32_t i = 0; i < SKETCH_SLOTS; i++) {
        if (s->slot[i] == SKETCH_EMPTY)
            continue;
        out[n] = seat_of(ix, i, s->slot[i]);
        __builtin_prefetch(&ix->entry[out[n++].at]);
    }
    return n;
}

static uint64_t
behind(const struct sketch_index *ix, uint64_t at)
{
    return at + 1 == ix->size ? 0 : at + 1;
}

void
index_add(struct sketch_index *ix, const struct sketch *s, uint32_t id)
{
    struct seat p[SKETCH_SLOTS];
    uint32_t n = places(ix, s, p), tags = (1u << ix->tag_bits) - 1;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t same = 0;
        uint64_t at = p[i].at;

        for (; ix->entry[at] != FREE && same < INDEX_CROWD; at = behind(ix, at))
            same += (ix->entry[at] & tags) == p[i].tag;
        if (same < INDEX_CROWD)
            ix->entry[at] = id << ix->tag_bits | p[i].tag;
    }
}

static int
id_order(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

    return (a > b) - (a < b);
}

static int
hit_order(const void *x, const void *y)
{
    const struct index_hit *a = x, *b = y;

    if (a->slots != b->slots)
        return a->slots > b->slots ? -1 : 1;
    return (a->id > b->id) - (a->id < b->id);
}

size_t
index_find(const struct sketch_index *ix, const struct sketch *s,
           uint32_t least, struct index_hit *out)
{
    struct seat p[SKETCH_SLOTS];
    uint32_t met[MEETINGS], n = places(ix, s, p), nmet = 0;
    uint32_t tags = (1u << ix->tag_bits) - 1;
    struct index_hit hits[MEETINGS];
    size_t found = 0;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t same = 0;

        for (uint64_t at = p[i].at; ix->entry[at] != FREE && same < INDEX_CROWD;
             at = behind(ix, at))
            if ((ix->entry[at] & tags) == p[i].tag) {
                met[nmet++] = ix->entry[at] >> ix->tag_bits;
                same++;
            }
    }
    if (nmet > 1)
        qsort(met, nmet, sizeof *met, id_order);
    for (uint32_t i = 0, j; i < nmet; i = j) {
        for (j = i + 1; j < nmet && met[j] == met[i];)
            j++;
        if (j - i >= least)
            hits[found++] = (struct index_hit){met[i], j - i};
    }
    if (found > 1)
        qsort(hits, found, sizeof *hits, hit_order);
    if (found > INDEX_HITS)
        found = INDEX_HITS;
    memcpy(out, hits, found * sizeof *hits);
    return found;
}
