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

struct found {
    struct part_pair *at;
    size_t n;
    struct arena *mem;
};

static int
pair_order(const void *x, const void *y)
{
    const struct part_pair *a = x, *b = y;

    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (a->y > b->y) - (a->y < b->y);
}

static void
found(struct found *f, uint32_t x, uint32_t y)
{
    f->at = arena_grow(f->mem, f->at, f->n, sizeof *f->at);
    f->at[f->n++] = x < y ? (struct part_pair){x, y} : (struct part_pair){y, x};
}

static struct pair_list
in_order(struct found *f)
{
    if (f->n > 1)
        qsort(f->at, f->n, sizeof *f->at, pair_order);
    return (struct pair_list){f->at, f->n};
}

static struct pair_list
all_pairs(const struct part *p, size_t n, bool same_lang, struct arena *mem)
{
    struct found f = {.mem = mem};

    for (uint32_t x = 0; x < n; x++)
        for (uint32_t y = x + 1; y < n; y++)
            if (p[x].article != p[y].article &&
                (p[x].lang == p[y].lang) == same_lang)
                found(&f, x, y);
    return (struct pair_list){f.at, f.n};
}

/* The parts of two articles that are of one language and share runs. */
static void
found_parts(struct found *f, const struct part *p, const uint32_t *first,
            uint32_t a, uint32_t b)
{
    for (uint32_t x = first[a]; x < first[a + 1]; x++)
        for (uint32_t y = first[b]; y < first[b + 1]; y++)
            if (p[x].lang == p[y].lang && part_shared_runs(&p[x], &p[y]) > 0)
                found(f, x, y);
}

struct pair_list
pairs_of_copies(const struct set *set, const struct part *p, size_t n,
                const uint32_t *rank, struct arena *mem)
{
    struct found f = {.mem = mem};
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
            found_parts(&f, p, first, at[r], hits[i].id);
        index_add(seen, s, at[r]);
    }
    index_close(seen);
    return in_order(&f);
}

/* ---- tales that meet ------------------------------------------------------
 */

/* A fact, and the parts that tell it. */
struct fact {
    uint64_t id;
    uint32_t n;    /* parts that tell it; 0: an empty slot */
    uint32_t seen; /* of them, up to the one at hand */
    size_t first;  /* of its tellers */
};

struct facts {
    const struct part *parts;
    uint32_t *order; /* parts by content */
    struct fact *slots;
    size_t room; /* a power of two, at most half full */
    uint32_t *tellers;
};

static struct fact *
fact_at(const struct facts *f, uint64_t id)
{
    size_t i = (id * 0x9E3779B97F4A7C15u >> 32) & (f->room - 1);

    while (f->slots[i].n && f->slots[i].id != id)
        i = (i + 1) & (f->room - 1);
    return &f->slots[i];
}

struct ranked {
    uint32_t rank, part;
};

static int
rank_order(const void *x, const void *y)
{
    const struct ranked *a = x, *b = y;

    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

static void
put_in_order(struct facts *f, size_t n, const uint32_t *rank, struct arena *mem)
{
    struct ranked *r = arena_new(mem, struct ranked, n + 1);

    for (uint32_t i = 0; i < n; i++)
        r[i] = (struct ranked){rank[f->parts[i].article], i};
    qsort(r, n, sizeof *r, rank_order);
    f->order = arena_new(mem, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        f->order[i] = r[i].part;
}

/* Who tells each fact, in the order of content. */
static void
list_tellers(struct facts *f, struct tale *const *tales, size_t n, bool retold,
             struct arena *mem)
{
    size_t all = 0, at = 0, m;

    for (size_t i = 0; i < n; i++) {
        tale_facts(tales[i], retold, &m);
        all += m;
    }
    for (f->room = 1024; f->room < 2 * all;)
        f->room *= 2;
    f->slots = arena_new(mem, struct fact, f->room);
    f->tellers = arena_new(mem, uint32_t, all + 1);
    for (size_t i = 0; i < n; i++) {
        const uint64_t *ids = tale_facts(tales[i], retold, &m);

        for (size_t k = 0; k < m; k++) {
            struct fact *fact = fact_at(f, ids[k]);

            fact->id = ids[k];
            fact->n++;
        }
    }
    for (size_t i = 0; i < f->room; i++) {
        f->slots[i].first = at;
        at += f->slots[i].n;
    }
    for (size_t i = 0; i < n; i++) {
        const uint64_t *ids = tale_facts(tales[f->order[i]], retold, &m);

        for (size_t k = 0; k < m; k++) {
            struct fact *fact = fact_at(f, ids[k]);

            f->tellers[fact->first + fact->seen++] = f->order[i];
        }
    }
    for (size_t i = 0; i < f->room; i++)
        f->slots[i].seen = 0;
}

/* Counts the parts behind x that tell the fact, too: all of few, the next
 * neighbours of a crowd. */
static void
count_meetings(struct facts *f, struct fact *fact, uint32_t x, bool same_lang,
               uint32_t *meetings, uint32_t *met, size_t *nmet)
{
    const struct part *p = f->parts;
    uint32_t from = ++fact->seen, end = fact->n;

    if (fact->n > CROWD && end - from > NEIGHBOURS)
        end = from + NEIGHBOURS;
    for (uint32_t i = from; i < end; i++) {
        uint32_t y = f->tellers[fact->first + i];

        if (p[x].article == p[y].article ||
            (p[x].lang == p[y].lang) != same_lang)
            continue;
        if (meetings[y]++ == 0)
            met[(*nmet)++] = y;
    }
}

struct pair_list
pairs_of_tales(const struct part *p, struct tale *const *tales, size_t n,
               bool retold, const uint32_t *rank, struct arena *mem)
{
    struct found out = {.mem = mem};
    struct facts f = {.parts = p};
    uint32_t *meetings, *met;

    if (n <= ALL_PAIRS)
        return all_pairs(p, n, retold, mem);
    meetings = arena_new(mem, uint32_t, n);
    met = arena_new(mem, uint32_t, n);
    put_in_order(&f, n, rank, mem);
    list_tellers(&f, tales, n, retold, mem);
    for (size_t i = 0; i < n; i++) {
        uint32_t x = f.order[i];
        size_t m, nmet = 0;
        const uint64_t *ids = tale_facts(tales[x], retold, &m);

        for (size_t k = 0; k < m; k++)
            count_meetings(&f, fact_at(&f, ids[k]), x, retold, meetings, met,
                           &nmet);
        for (size_t k = 0; k < nmet; k++) {
            if (meetings[met[k]] >= FACTS_LEAST)
                found(&out, x, met[k]);
            meetings[met[k]] = 0;
        }
    }
    return in_order(&out);
}
