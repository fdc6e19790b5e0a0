/* near.c - an inverted index over the sides at hand, asked once by each. */
#include "story/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR_EXACT = 700,     /* up to so many sides all pairs are taken */
    NEAR_TERMS = 24,      /* asked with, of each kind; CROSSLINGUAL 8 */
    NEAR_BEST = 24,       /* kept, of one's own language and of others */
    NEAR_POSTINGS = 4000, /* a feature in more sides tells nothing */
};

struct posting {
    uint32_t id, side;
    float weight;
};

struct index {
    struct posting *list; /* by id, side */
    size_t n;
    const struct side *sides;
    size_t nsides;
    double *score;
    uint32_t *touched;
    size_t ntouched;
};

static int
by_id(const void *a, const void *b)
{
    const struct posting *x = a, *y = b;

    return x->id != y->id ? (x->id > y->id) - (x->id < y->id)
                          : (x->side > y->side) - (x->side < y->side);
}

static bool
own(uint32_t id)
{
    return feature_kind(id) == FEATURE_STEM || feature_kind(id) == FEATURE_WORD;
}

static void
lay(struct index *x, struct arena *mem)
{
    size_t n = 0;

    for (size_t i = 0; i < x->nsides; i++)
        n += x->sides[i].n;
    x->list = arena_new(mem, struct posting, n + 1);
    for (size_t i = 0; i < x->nsides; i++)
        for (uint32_t k = 0; k < x->sides[i].n; k++)
            x->list[x->n++] = (struct posting){x->sides[i].f[k].id, (uint32_t)i,
                                               x->sides[i].f[k].weight};
    qsort(x->list, x->n, sizeof *x->list, by_id);
    x->score = arena_new(mem, double, x->nsides + 1);
    x->touched = arena_new(mem, uint32_t, x->nsides + 1);
}

static void
ask(struct index *x, const struct feature *f)
{
    size_t low = 0, high = x->n, end;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (x->list[mid].id < f->id)
            low = mid + 1;
        else
            high = mid;
    }
    for (end = low; end < x->n && x->list[end].id == f->id; end++)
        if (end - low > NEAR_POSTINGS)
            return;
    for (size_t i = low; i < end; i++) {
        uint32_t s = x->list[i].side;

        if (x->score[s] == 0)
            x->touched[x->ntouched++] = s;
        x->score[s] += (double)f->weight * x->list[i].weight;
    }
}

static int
by_weight(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return x->weight != y->weight
               ? (x->weight < y->weight) - (x->weight > y->weight)
               : (x->id > y->id) - (x->id < y->id);
}

struct found {
    double score;
    uint32_t side;
};

static int
by_score(const void *a, const void *b)
{
    const struct found *x = a, *y = b;

    return x->score != y->score ? (x->score < y->score) - (x->score > y->score)
                                : (x->side > y->side) - (x->side < y->side);
}

static double
size_of(const struct side *s)
{
    double sum = 0;

    for (int t = 0; t < FEATURE_TYPES; t++)
        sum += s->square[t];
    return sqrt(sum) + 1;
}

static int
by_pair(const void *a, const void *b)
{
    const struct near *x = a, *y = b;

    return x->a != y->a ? (x->a > y->a) - (x->a < y->a)
                        : (x->b > y->b) - (x->b < y->b);
}

static struct near *
all_pairs(size_t nsides, size_t *n, struct arena *mem)
{
    struct near *out = arena_new(mem, struct near, nsides * nsides / 2 + 1);

    *n = 0;
    for (uint32_t i = 0; i < nsides; i++)
        for (uint32_t k = i + 1; k < nsides; k++)
            out[(*n)++] = (struct near){i, k};
    return out;
}

struct near *
near_find(const struct side *sides, size_t nsides, size_t *n, struct arena *mem)
{
    struct index x = {.sides = sides, .nsides = nsides};
    struct feature *order;
    struct found *found;
    struct near *out = NULL;
    size_t most = 0, unique = 0;

    if (nsides <= NEAR_EXACT)
        return all_pairs(nsides, n, mem);
    *n = 0;
    lay(&x, mem);
    for (size_t i = 0; i < nsides; i++)
        most = sides[i].n > most ? sides[i].n : most;
    order = arena_new(mem, struct feature, most + 1);
    found = arena_new(mem, struct found, nsides + 1);
    for (uint32_t i = 0; i < nsides; i++) {
        size_t asked[2] = {0, 0}, kept[2] = {0, 0}, nfound = 0;

        memcpy(order, sides[i].f, sides[i].n * sizeof *order);
        qsort(order, sides[i].n, sizeof *order, by_weight);
        for (uint32_t k = 0; k < sides[i].n; k++)
            if (asked[own(order[k].id)]++ < NEAR_TERMS)
                ask(&x, &order[k]);
        for (size_t k = 0; k < x.ntouched; k++) {
            uint32_t s = x.touched[k];

            if (s != i)
                found[nfound++] =
                    (struct found){x.score[s] / size_of(&sides[s]), s};
            x.score[s] = 0;
        }
        x.ntouched = 0;
        qsort(found, nfound, sizeof *found, by_score);
        for (size_t k = 0; k < nfound; k++) {
            uint32_t s = found[k].side;

            if (kept[sides[s].lang[0] == sides[i].lang[0]]++ >= NEAR_BEST)
                continue;
            out = arena_grow(mem, out, *n, sizeof *out);
            out[(*n)++] = i < s ? (struct near){i, s} : (struct near){s, i};
        }
    }
    if (*n)
        qsort(out, *n, sizeof *out, by_pair);
    for (size_t i = 0; i < *n; i++)
        if (i == 0 || by_pair(&out[i], &out[i - 1]) != 0)
            out[unique++] = out[i];
    *n = unique;
    return out;
}
