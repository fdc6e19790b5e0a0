/* meet.c - who may be of one origin, by sketches and facts alone. */
#include "base/oom.h"
#include "twin/forest.h"
#include "twin/index.h"
#include "twin/kin.h"
#include "twin/origin.h"
#include "twin/sketch.h"
#include "twin/translate.h"

#include <stdlib.h>
#include <string.h>

/* Up to so many articles what both tell need not be rare (as in pairs.c). */
#define ALL_PAIRS   256
#define CROWD       48 /* articles that tell a fact: more, and it is not rare */
#define RARE_LEAST  5
#define SLOTS_LEAST 2
/* Facts that both must tell, of the one that tells less: in any language, or
 * with the words of its own. Less than tale.c asks for, since here the parts
 * of a page are one. */
#define SAME_LEAST 6
#define SAME_SHARE 0.15
#define OWN_SHARE  0.2
/* The bit of a fact that tells within its language alone. */
#define OWN       (1u << FACT_BITS)
#define FACT_BITS 23
/* Fresh articles up to which all sketches are gone through. */
#define FEW 16
/* Fresh articles whose facts are looked for at a time. */
#define AT_ONCE 1024

/* ---- facts ----------------------------------------------------------------
 */

static int
by_value(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

    return (a > b) - (a < b);
}

void
kin_facts(const struct lexicon *lx, struct article *a)
{
    struct arena *tmp = arena_open();
    struct part p[PARTS_MOST];
    size_t nparts = part_cut(a, 0, p, tmp), all = 0, kept = 0;
    const uint64_t *ids[PARTS_MOST];
    size_t n[PARTS_MOST], shared[PARTS_MOST];

    for (size_t i = 0; i < nparts; i++) {
        const struct tale *t = tale_read(lx, a, &p[i], tmp);

        tale_facts(t, false, &shared[i]);
        ids[i] = tale_facts(t, true, &n[i]);
        all += n[i];
    }
    a->facts = arena_new(a->mem, uint32_t, all + 1);
    a->nfacts = 0;
    for (size_t i = 0; i < nparts; i++)
        for (size_t k = 0; k < n[i]; k++)
            a->facts[a->nfacts++] =
                (uint32_t)(ids[i][k] * 0x9E3779B97F4A7C15u >>
                           (64 - FACT_BITS)) |
                (k >= shared[i] ? OWN : 0);
    if (a->nfacts > 1)
        qsort(a->facts, a->nfacts, sizeof *a->facts, by_value);
    for (size_t i = 0; i < a->nfacts; i++)
        if (kept == 0 || a->facts[i] != a->facts[kept - 1])
            a->facts[kept++] = a->facts[i];
    a->nfacts = kept;
    arena_close(tmp);
}

/* Facts that tell in any language: they come first. */
static size_t
in_any(const struct article *a)
{
    size_t n = a->nfacts;

    while (n > 0 && a->facts[n - 1] & OWN)
        n--;
    return n;
}

static bool
likely(const struct article *a, const struct article *b)
{
    size_t i = 0, k = 0, any = 0, all = 0, na = in_any(a), nb = in_any(b);

    while (i < a->nfacts && k < b->nfacts) {
        uint32_t x = a->facts[i], y = b->facts[k];

        all += x == y;
        any += x == y && !(x & OWN);
        i += x <= y;
        k += y <= x;
    }
    return all >= SAME_LEAST &&
           ((double)any >= SAME_SHARE * (double)(na < nb ? na : nb) ||
            (double)all >=
                OWN_SHARE *
                    (double)(a->nfacts < b->nfacts ? a->nfacts : b->nfacts));
}

/* Who tells which fact, for the facts that were asked for. */
struct tellers {
    uint32_t *fact; /* open addressing; 0 is a fact like any other */
    uint32_t *df;   /* 0: free */
    size_t room;
};

static size_t
seat(const struct tellers *t, uint32_t fact)
{
    size_t i = fact * 0x9E3779B97F4A7C15u >> 20 & (t->room - 1);

    while (t->df[i] && t->fact[i] != fact)
        i = (i + 1) & (t->room - 1);
    return i;
}

/* Seats for the facts of the articles chosen, each with a df of one. */
static struct tellers
ask_for(const struct set *set, const bool *chosen, struct arena *mem)
{
    struct tellers t = {.room = 1024};
    size_t n = 0;

    for (size_t i = 0; i < set->narticles; i++)
        n += chosen[i] ? set->articles[i]->nfacts : 0;
    while (t.room < n * 2)
        t.room *= 2;
    t.fact = arena_new(mem, uint32_t, t.room);
    t.df = arena_new(mem, uint32_t, t.room);
    for (size_t i = 0; i < set->narticles; i++)
        for (size_t k = 0; chosen[i] && k < set->articles[i]->nfacts; k++) {
            size_t at = seat(&t, set->articles[i]->facts[k]);

            t.fact[at] = set->articles[i]->facts[k];
            t.df[at] = 1;
        }
    return t;
}

/* df becomes one more than the articles that tell the fact. */
static void
count(struct tellers *t, const struct set *set)
{
    for (size_t i = 0; i < set->narticles; i++)
        for (size_t k = 0; k < set->articles[i]->nfacts; k++) {
            size_t at = seat(t, set->articles[i]->facts[k]);

            t->df[at] += t->df[at] > 0;
        }
}

static bool
rare(uint32_t df)
{
    return df > 2 && df <= CROWD + 1;
}

static bool
apart(const struct article *a, const struct article *b)
{
    int32_t x, y;

    if (!a->day.year || !a->day.month || !a->day.day || !b->day.year ||
        !b->day.month || !b->day.day)
        return false;
    x = day_number(a->day);
    y = day_number(b->day);
    return x - y > KIN_DAYS || y - x > KIN_DAYS;
}

/* ---- pairs ----------------------------------------------------------------
 */

struct pairs {
    uint64_t *at;
    size_t n;
    struct arena *mem;
};

static void
put(struct pairs *p, uint32_t a, uint32_t b)
{
    p->at = arena_grow(p->mem, p->at, p->n, sizeof *p->at);
    p->at[p->n++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

static int
by_pair(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

    return (a > b) - (a < b);
}

/* Pairs put in `least` times or more, each once. */
static void
meet_often(struct pairs *p, size_t least)
{
    size_t kept = 0;

    if (p->n > 1)
        qsort(p->at, p->n, sizeof *p->at, by_pair);
    for (size_t i = 0, k; i < p->n; i = k) {
        for (k = i + 1; k < p->n && p->at[k] == p->at[i];)
            k++;
        if (k - i >= least)
            p->at[kept++] = p->at[i];
    }
    p->n = kept;
}

/* Pairs of the articles chosen with any that share rare facts. */
static void
by_facts(const struct set *set, const bool *chosen, struct pairs *out)
{
    struct arena *tmp = arena_open();
    struct tellers t = ask_for(set, chosen, tmp);
    struct pairs met = {.mem = tmp};
    size_t *first = arena_new(tmp, size_t, t.room + 1), all = 0;
    uint32_t *teller;

    count(&t, set);
    for (size_t i = 0; i < t.room; i++) {
        first[i] = all;
        all += rare(t.df[i]) ? t.df[i] - 1 : 0;
    }
    teller = arena_new(tmp, uint32_t, all + 1);
    for (uint32_t i = 0; i < set->narticles; i++)
        for (size_t k = 0; k < set->articles[i]->nfacts; k++) {
            size_t at = seat(&t, set->articles[i]->facts[k]);

            if (rare(t.df[at]))
                teller[first[at]++] = i;
        }
    /* each list begins where the one before it ends */
    for (size_t s = 0, i = 0; s < t.room; i = first[s++])
        for (; i < first[s]; i++)
            for (size_t k = i + 1; k < first[s]; k++)
                if (chosen[teller[i]] || chosen[teller[k]])
                    put(&met, teller[i], teller[k]);
    meet_often(&met, RARE_LEAST);
    for (size_t i = 0; i < met.n; i++)
        put(out, (uint32_t)(met.at[i] >> 32), (uint32_t)met.at[i]);
    arena_close(tmp);
}

static void
by_all_facts(const struct set *set, const bool *fresh, struct pairs *out)
{
    bool *chosen = calloc(set->narticles + 1, sizeof *chosen);
    size_t n = 0;

    if (!chosen)
        oom_die(set->narticles);
    for (size_t i = 0; i < set->narticles; i++) {
        chosen[i] = fresh[i];
        n += fresh[i];
        if (n == 0 || (n < AT_ONCE && i + 1 < set->narticles))
            continue;
        by_facts(set, chosen, out);
        memset(chosen, 0, set->narticles * sizeof *chosen);
        n = 0;
    }
    free(chosen);
}

static void
each_with_each(const struct set *set, const bool *fresh, struct pairs *out)
{
    for (uint32_t i = 0; i < set->narticles; i++)
        for (uint32_t k = i + 1; k < set->narticles; k++)
            if (fresh[i] || fresh[k])
                put(out, i, k);
}

static bool
alike(const struct sketch *a, const struct sketch *b)
{
    uint32_t same = 0;

    if (a->nruns == 0 || b->nruns == 0)
        return false;
    for (int i = 0; i < SKETCH_SLOTS; i++)
        same += a->slot[i] == b->slot[i] && a->slot[i] != SKETCH_EMPTY;
    return same >= SLOTS_LEAST;
}

/* Pairs whose sketches agree; of crowds of copies enough to join all. */
static void
by_sketches(const struct set *set, const bool *fresh, size_t nfresh,
            struct pairs *out)
{
    struct sketch_index *seen;
    struct index_hit *hits;

    for (uint32_t i = 0; nfresh <= FEW && i < set->narticles; i++)
        for (uint32_t k = 0; fresh[i] && k < set->narticles; k++)
            if (i != k &&
                alike(&set->articles[i]->sketch, &set->articles[k]->sketch))
                put(out, i, k);
    if (nfresh <= FEW)
        return;
    seen = index_open((uint32_t)set->narticles);
    hits = arena_new(out->mem, struct index_hit, INDEX_HITS);
    for (int turn = 0; turn < 2; turn++)
        for (uint32_t i = 0; i < set->narticles; i++) {
            const struct sketch *s = &set->articles[i]->sketch;
            size_t n = turn ? index_find(seen, s, SLOTS_LEAST, hits) : 0;

            if (fresh[i] != turn)
                continue;
            for (size_t k = 0; k < n; k++)
                put(out, i, hits[k].id);
            index_add(seen, s, i);
        }
    index_close(seen);
}

struct bond *
kin_meet(const struct set *set, const bool *fresh, size_t *n, struct arena *mem)
{
    struct pairs copies = {.mem = arena_open()}, told = copies;
    struct bond *out;
    size_t nfresh = 0, i = 0, k = 0;

    for (size_t a = 0; a < set->narticles; a++)
        nfresh += fresh[a];
    by_sketches(set, fresh, nfresh, &copies);
    meet_often(&copies, 1);
    if (set->narticles <= ALL_PAIRS)
        each_with_each(set, fresh, &told);
    else
        by_all_facts(set, fresh, &told);
    meet_often(&told, 1);
    out = arena_new(mem, struct bond, copies.n + told.n + 1);
    *n = 0;
    while (i < copies.n || k < told.n) {
        uint64_t x = i < copies.n ? copies.at[i] : UINT64_MAX;
        uint64_t y = k < told.n ? told.at[k] : UINT64_MAX;
        uint64_t pair = x < y ? x : y;
        struct bond b = {.a = (uint32_t)(pair >> 32), .b = (uint32_t)pair};
        const struct article *p = set->articles[b.a], *q = set->articles[b.b];

        if (!apart(p, q) && (x <= y || likely(p, q)))
            out[(*n)++] = b;
        i += x <= y;
        k += y <= x;
    }
    arena_close(copies.mem);
    return out;
}

size_t
kin_still(const struct set *set, struct bond *b, size_t n)
{
    struct arena *tmp;
    bool *chosen;
    struct tellers t;
    size_t kept = 0;

    if (set->narticles <= ALL_PAIRS)
        return n;
    tmp = arena_open();
    chosen = arena_new(tmp, bool, set->narticles + 1);
    for (size_t i = 0; i < n; i++)
        if (b[i].told)
            chosen[b[i].a] = true;
    t = ask_for(set, chosen, tmp);
    count(&t, set);
    for (size_t m = 0; m < n; m++) {
        const struct article *x = set->articles[b[m].a];
        const struct article *y = set->articles[b[m].b];
        size_t i = 0, k = 0, both = 0;

        while (b[m].told && i < x->nfacts && k < y->nfacts) {
            uint32_t p = x->facts[i], q = y->facts[k];

            both += p == q && rare(t.df[seat(&t, p)]);
            i += p <= q;
            k += q <= p;
        }
        if (!b[m].told || both >= RARE_LEAST)
            b[kept++] = b[m];
    }
    arena_close(tmp);
    return kept;
}

/* ---- joined ---------------------------------------------------------------
 */

void
kin_join(struct set *set, const struct bond *b, size_t n, struct arena *mem)
{
    struct arena *tmp = arena_open();
    uint32_t *rank = origin_ranks(set, tmp);
    struct edge *e = arena_new(tmp, struct edge, n + 1);

    set->links = arena_new(mem, struct link, n + 1);
    set->nlinks = n;
    set->voice = arena_new(mem, uint32_t, set->narticles + 1);
    for (size_t i = 0; i < n; i++) {
        set->links[i] =
            (struct link){.from = b[i].a, .to = b[i].b, .kind = b[i].kind};
        e[i] = (struct edge){
            .a = b[i].a, .b = b[i].b, .kind = b[i].kind, .taken = true};
    }
    forest_voices(e, n, rank, set->narticles, set->voice);
    arena_close(tmp);
}
