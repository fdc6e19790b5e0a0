/* near.c - an inverted index over the sides at hand, asked once by each. */
#include "story/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR_EXACT = 700,    /* up to so many sides all pairs are taken */
    NEAR_TERMS = 24,     /* asked with, of each kind; CROSSLINGUAL 8 */
    NEAR_BEST = 24,      /* kept, of one's own language and of others */
    NEAR_BUDGET = 12000, /* postings that one side may read */
    NEAR_DAYS = 45,      /* further apart is another story */
};

struct posting {
    uint32_t id, rank;
    float weight;
};

struct near_index {
    const struct side *sides;
    size_t nsides, nundated;
    uint32_t *rank;       /* by side: its place by day */
    uint32_t *side;       /* by rank */
    double *day;          /* by rank; the undated first */
    struct posting *list; /* by id, rank */
    size_t n;
    uint32_t *id; /* each once */
    size_t *start;
    size_t nids;
    float *size;  /* by rank: length of the side */
    float *score; /* by rank: of the query at hand */
    struct found *found;
    uint32_t *touched;
    struct feature *order;
};

/* ---- laying it out --------------------------------------------------------
 */

struct dated {
    double day;
    uint32_t side;
};

static int
by_day(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;

    return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                            : (x->side > y->side) - (x->side < y->side);
}

static float
size_of(const struct side *s)
{
    double sum = 0;

    for (int t = 0; t < FEATURE_TYPES; t++)
        sum += (double)s->square[t];
    return (float)(sqrt(sum) + 1);
}

static void
rank_by_day(struct near_index *x, struct arena *mem)
{
    struct dated *d = arena_new(mem, struct dated, x->nsides + 1);

    for (uint32_t i = 0; i < x->nsides; i++) {
        bool undated = isnan(x->sides[i].day);

        d[i] = (struct dated){undated ? -INFINITY : x->sides[i].day, i};
        x->nundated += undated;
    }
    qsort(d, x->nsides, sizeof *d, by_day);
    x->rank = arena_new(mem, uint32_t, x->nsides + 1);
    x->side = arena_new(mem, uint32_t, x->nsides + 1);
    x->day = arena_new(mem, double, x->nsides + 1);
    x->size = arena_new(mem, float, x->nsides + 1);
    for (uint32_t r = 0; r < x->nsides; r++) {
        x->side[r] = d[r].side;
        x->rank[d[r].side] = r;
        x->day[r] = d[r].day;
        x->size[r] = size_of(&x->sides[d[r].side]);
    }
}

/* By id, byte by byte; what has one id stays in its order. */
static struct posting *
sorted(struct posting *list, struct posting *spare, size_t n)
{
    for (int shift = 0; shift < 32; shift += 8) {
        size_t at[257] = {0};
        struct posting *swap;

        for (size_t i = 0; i < n; i++)
            at[(list[i].id >> shift & 0xff) + 1]++;
        for (int b = 0; b < 256; b++)
            at[b + 1] += at[b];
        for (size_t i = 0; i < n; i++)
            spare[at[list[i].id >> shift & 0xff]++] = list[i];
        swap = list;
        list = spare;
        spare = swap;
    }
    return list;
}

/* What stands in one side alone finds nothing. */
static void
keep_shared(struct near_index *x, const struct posting *all, size_t n,
            struct arena *mem)
{
    size_t shared = 0, ids = 0;

    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && all[k].id == all[i].id;)
            k++;
        shared += k - i > 1 ? k - i : 0;
        ids += k - i > 1;
    }
    x->list = arena_new(mem, struct posting, shared + 1);
    x->id = arena_new(mem, uint32_t, ids + 1);
    x->start = arena_new(mem, size_t, ids + 1);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && all[k].id == all[i].id;)
            k++;
        if (k - i < 2)
            continue;
        x->id[x->nids] = all[i].id;
        x->start[x->nids++] = x->n;
        memcpy(x->list + x->n, all + i, (k - i) * sizeof *all);
        x->n += k - i;
    }
    x->start[x->nids] = x->n;
}

struct near_index *
near_open(const struct side *sides, size_t n, struct arena *mem)
{
    struct near_index *x = arena_new(mem, struct near_index, 1);
    struct arena *tmp = arena_open();
    struct posting *all, *spare;
    size_t nall = 0, most = 0, k = 0;

    *x = (struct near_index){.sides = sides, .nsides = n};
    rank_by_day(x, mem);
    for (size_t i = 0; i < n; i++) {
        nall += sides[i].n;
        most = sides[i].n > most ? sides[i].n : most;
    }
    all = arena_new(tmp, struct posting, nall + 1);
    spare = arena_new(tmp, struct posting, nall + 1);
    for (uint32_t r = 0; r < n; r++) {
        const struct side *s = &sides[x->side[r]];

        for (uint32_t i = 0; i < s->n; i++)
            all[k++] = (struct posting){s->f[i].id, r, s->f[i].weight};
    }
    keep_shared(x, sorted(all, spare, nall), nall, mem);
    arena_close(tmp);
    x->score = arena_new(mem, float, n + 1);
    x->touched = arena_new(mem, uint32_t, n + 1);
    x->found = arena_new(mem, struct found, n + 1);
    x->order = arena_new(mem, struct feature, most + 1);
    return x;
}

/* ---- asking ---------------------------------------------------------------
 */

/* The posting list of an id, NULL where no other side has it. */
static const struct posting *
postings(const struct near_index *x, uint32_t id, size_t *n)
{
    size_t low = 0, high = x->nids;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (x->id[mid] < id)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == x->nids || x->id[low] != id)
        return NULL;
    *n = x->start[low + 1] - x->start[low];
    return x->list + x->start[low];
}

/* The first posting of a rank from `rank` on. */
static size_t
from_rank(const struct posting *p, size_t n, uint32_t rank)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (p[mid].rank < rank)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The first rank of a day from `day` on, the undated apart. */
static uint32_t
rank_of_day(const struct near_index *x, double day)
{
    size_t low = x->nundated, high = x->nsides;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (x->day[mid] < day)
            low = mid + 1;
        else
            high = mid;
    }
    return (uint32_t)low;
}

static size_t
add(struct near_index *x, const struct posting *p, size_t n, float weight,
    size_t touched)
{
    for (size_t i = 0; i < n; i++) {
        if (x->score[p[i].rank] <= 0)
            x->touched[touched++] = p[i].rank;
        x->score[p[i].rank] += weight * p[i].weight;
    }
    return touched;
}

static int
by_weight(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return x->weight != y->weight
               ? (x->weight < y->weight) - (x->weight > y->weight)
               : (x->id > y->id) - (x->id < y->id);
}

const struct found *
near_ask(struct near_index *x, uint32_t side, size_t *n)
{
    const struct side *s = &x->sides[side];
    size_t asked[2] = {0, 0}, touched = 0, read = 0;
    uint32_t first = 0, end = (uint32_t)x->nsides;

    if (!isnan(s->day)) {
        first = rank_of_day(x, s->day - NEAR_DAYS);
        end = rank_of_day(x, s->day + NEAR_DAYS + 1);
    }
    memcpy(x->order, s->f, s->n * sizeof *s->f);
    qsort(x->order, s->n, sizeof *x->order, by_weight);
    for (uint32_t k = 0; k < s->n; k++) {
        size_t len = 0, from, to, undated;
        const struct posting *p;

        if (asked[side_tells_alike(x->order[k].id)] >= NEAR_TERMS ||
            !(p = postings(x, x->order[k].id, &len)))
            continue;
        undated = first ? from_rank(p, len, (uint32_t)x->nundated) : 0;
        from = first ? from_rank(p, len, first) : 0;
        to = end < x->nsides ? from_rank(p, len, end) : len;
        if (read + undated + (to - from) > NEAR_BUDGET)
            continue;
        asked[side_tells_alike(x->order[k].id)]++;
        read += undated + (to - from);
        if (first)
            touched = add(x, p, undated, x->order[k].weight, touched);
        touched = add(x, p + from, to - from, x->order[k].weight, touched);
    }
    *n = 0;
    for (size_t i = 0; i < touched; i++) {
        uint32_t r = x->touched[i];

        if (x->side[r] != side)
            x->found[(*n)++] =
                (struct found){x->score[r] / x->size[r], x->side[r]};
        x->score[r] = 0;
    }
    return x->found;
}

/* ---- pairs ----------------------------------------------------------------
 */

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

struct best {
    struct found list[NEAR_BEST]; /* the best first */
    size_t n;
};

static bool
better(struct found a, struct found b)
{
    return a.score > b.score || (a.score >= b.score && a.side < b.side);
}

static void
offer(struct best *b, struct found f)
{
    size_t i = b->n;

    if (i == NEAR_BEST) {
        if (!better(f, b->list[i - 1]))
            return;
        i--;
    } else {
        b->n++;
    }
    while (i > 0 && better(f, b->list[i - 1])) {
        b->list[i] = b->list[i - 1];
        i--;
    }
    b->list[i] = f;
}

struct near *
near_find(const struct side *sides, size_t nsides, size_t *n, struct arena *mem)
{
    struct near_index *x;
    struct near *out = NULL;
    size_t unique = 0;

    if (nsides <= NEAR_EXACT)
        return all_pairs(nsides, n, mem);
    *n = 0;
    x = near_open(sides, nsides, mem);
    out = arena_new(mem, struct near, nsides * 2 * NEAR_BEST + 1);
    for (uint32_t i = 0; i < nsides; i++) {
        struct best best[2] = {{.n = 0}, {.n = 0}};
        size_t nfound;
        const struct found *found = near_ask(x, i, &nfound);

        for (size_t k = 0; k < nfound; k++)
            offer(&best[sides[found[k].side].lang[0] == sides[i].lang[0]],
                  found[k]);
        for (int b = 0; b < 2; b++)
            for (size_t k = 0; k < best[b].n; k++) {
                uint32_t s = best[b].list[k].side;

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
