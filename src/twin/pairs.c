/* pairs.c - an index from what is told to who tells it. */
#include "twin/pairs.h"

#include "twin/index.h"

#include <stdlib.h>

#define ALL_PAIRS  256 /* parts: up to here each is compared with each */
#define CROWD      48  /* parts with one thing: more join neighbours only */
#define NEIGHBOURS 4
/* Slots that agree. A pair that can be a copy (copy.c) has a J of .04 or
 * more, which is five slots; a standing phrase makes one. */
#define SLOTS_LEAST 2
#define FACTS_LEAST 5 /* rare facts two tales share */

struct entry {
    uint64_t key;
    uint32_t rank, part;
};

struct index {
    struct entry *e;
    size_t n;
    struct part_pair *found;
    size_t nfound;
    struct arena *mem;
};

static int
entry_order(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

static int
pair_order(const void *x, const void *y)
{
    const struct part_pair *a = x, *b = y;

    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (a->y > b->y) - (a->y < b->y);
}

static void
put(struct index *ix, uint64_t key, uint32_t rank, uint32_t part)
{
    ix->e = arena_grow(ix->mem, ix->e, ix->n, sizeof *ix->e);
    ix->e[ix->n++] = (struct entry){key, rank, part};
}

static void
found(struct index *ix, uint32_t x, uint32_t y)
{
    ix->found = arena_grow(ix->mem, ix->found, ix->nfound, sizeof *ix->found);
    ix->found[ix->nfound++] =
        x < y ? (struct part_pair){x, y} : (struct part_pair){y, x};
}

/* Pairs that meet under `least` keys or more. */
static struct pair_list
meet(struct index *ix, const struct part *p, bool same_lang, size_t least)
{
    struct pair_list out = {0};

    if (ix->n > 1)
        qsort(ix->e, ix->n, sizeof *ix->e, entry_order);
    for (size_t i = 0, j; i < ix->n; i = j) {
        for (j = i + 1; j < ix->n && ix->e[j].key == ix->e[i].key;)
            j++;
        for (size_t x = i; x < j; x++) {
            size_t end = j - i > CROWD && j - x > NEIGHBOURS + 1
                             ? x + NEIGHBOURS + 1
                             : j;

            for (size_t y = x + 1; y < end; y++) {
                const struct part *a = &p[ix->e[x].part];
                const struct part *b = &p[ix->e[y].part];

                if (a->article != b->article &&
                    (a->lang == b->lang) == same_lang)
                    found(ix, ix->e[x].part, ix->e[y].part);
            }
        }
    }
    if (ix->nfound > 1)
        qsort(ix->found, ix->nfound, sizeof *ix->found, pair_order);
    for (size_t i = 0, j; i < ix->nfound; i = j) {
        for (j = i + 1;
             j < ix->nfound && pair_order(&ix->found[i], &ix->found[j]) == 0;)
            j++;
        if (j - i >= least)
            ix->found[out.n++] = ix->found[i];
    }
    out.at = ix->found;
    return out;
}

static struct pair_list
all_pairs(const struct part *p, size_t n, bool same_lang, struct arena *mem)
{
    struct index ix = {.mem = mem};

    for (uint32_t x = 0; x < n; x++)
        for (uint32_t y = x + 1; y < n; y++)
            if (p[x].article != p[y].article &&
                (p[x].lang == p[y].lang) == same_lang)
                found(&ix, x, y);
    return (struct pair_list){ix.found, ix.nfound};
}

/* The parts of two articles that are of one language and share runs. */
static void
found_parts(struct index *ix, const struct part *p, const uint32_t *first,
            uint32_t a, uint32_t b)
{
    for (uint32_t x = first[a]; x < first[a + 1]; x++)
        for (uint32_t y = first[b]; y < first[b + 1]; y++)
            if (p[x].lang == p[y].lang && part_shared_runs(&p[x], &p[y]) > 0)
                found(ix, x, y);
}

struct pair_list
pairs_of_copies(const struct set *set, const struct part *p, size_t n,
                const uint32_t *rank, struct arena *mem)
{
    struct index ix = {.mem = mem};
    uint32_t narticles = (uint32_t)set->narticles;
    struct sketch_index *seen = index_open(narticles);
    uint32_t *at = arena_new(mem, uint32_t, narticles + 1); /* by rank */
    uint32_t *first = arena_new(mem, uint32_t, narticles + 2);
    struct index_hit *hits = arena_new(mem, struct index_hit, INDEX_HITS);

    for (size_t i = 0; i < n; i++)
        first[p[i].article + 1]++;
    for (uint32_t i = 0; i < narticles; i++) {
        first[i + 1] += first[i];
        at[rank[i]] = i;
    }
    for (uint32_t r = 0; r < narticles; r++) {
        const struct sketch *s = &set->articles[at[r]]->sketch;
        size_t nhits = index_find(seen, s, SLOTS_LEAST, hits);

        for (size_t i = 0; i < nhits; i++)
            found_parts(&ix, p, first, at[r], hits[i].id);
        index_add(seen, s, at[r]);
    }
    index_close(seen);
    if (ix.nfound > 1)
        qsort(ix.found, ix.nfound, sizeof *ix.found, pair_order);
    return (struct pair_list){ix.found, ix.nfound};
}

struct pair_list
pairs_of_tales(const struct part *p, struct tale *const *tales, size_t n,
               bool retold, const uint32_t *rank, struct arena *mem)
{
    struct index ix = {.mem = mem};

    if (n <= ALL_PAIRS)
        return all_pairs(p, n, retold, mem);
    for (uint32_t x = 0; x < n; x++) {
        size_t m;
        const uint64_t *ids = tale_facts(tales[x], retold, &m);

        for (size_t i = 0; i < m; i++)
            put(&ix, ids[i], rank[p[x].article], x);
    }
    return meet(&ix, p, retold, FACTS_LEAST);
}
