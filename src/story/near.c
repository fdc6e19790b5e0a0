/* near.c - the inverted index. */
#include "story/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR_POSTED = 32,   /* features of each kind that a side stands under */
    NEAR_TERMS = 24,    /* asked with, of each kind; CROSSLINGUAL 8 */
    NEAR_BUDGET = 1000, /* postings that one side may read; 2026-11: of xstream
                           and itn_blurbs no figure is another with 800 or
                           6,000, of ecbplus_docs none with 800 or 3,000, and
                           placing takes a quarter less */
    NEAR_DAYS = 30,     /* further apart is another story (score.c) */
    NEAR_STEPS = 255,   /* of a posting's weight, in the list's greatest */
};

struct list {
    uint32_t id, n;
    size_t first;  /* of its postings */
    uint32_t hint; /* where the last stretch began: the next is near it */
    uint16_t most; /* the greatest weight */
};

struct near_index {
    const struct side *sides;
    size_t nsides, nundated;
    uint32_t *rank;              /* by side: its place by day */
    uint32_t *side;              /* by rank */
    float *day;                  /* by rank; the undated first */
    float *size;                 /* by rank: length of the side */
    uint8_t *lang;               /* by rank: of most of its articles */
    struct vector_limit *limits; /* two of a side: alike, own */
    struct list *lists;
    size_t nlists, room;
    uint32_t *slots;   /* by hash of the id: number of its list + 1 */
    uint32_t *posting; /* ranks, by list */
    uint8_t *weight;   /* of the posting, in NEAR_STEPS of list.most */
    float *score;      /* by rank: of the query at hand */
    struct found *found;
    uint32_t *touched;
};

/* ---- days -----------------------------------------------------------------
 */

struct dated {
    float day;
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
    struct arena *tmp = arena_open();
    struct dated *d = arena_new(tmp, struct dated, x->nsides + 1);

    for (uint32_t i = 0; i < x->nsides; i++) {
        bool undated = isnan(x->sides[i].day);

        d[i] = (struct dated){undated ? -INFINITY : x->sides[i].day, i};
        x->nundated += undated;
    }
    qsort(d, x->nsides, sizeof *d, by_day);
    x->rank = arena_new(mem, uint32_t, x->nsides + 1);
    x->side = arena_new(mem, uint32_t, x->nsides + 1);
    x->day = arena_new(mem, float, x->nsides + 1);
    x->size = arena_new(mem, float, x->nsides + 1);
    x->lang = arena_new(mem, uint8_t, x->nsides + 1);
    for (uint32_t r = 0; r < x->nsides; r++) {
        x->side[r] = d[r].side;
        x->rank[d[r].side] = r;
        x->day[r] = d[r].day;
        x->size[r] = size_of(&x->sides[d[r].side]);
        x->lang[r] = x->sides[d[r].side].lang[0];
    }
    arena_close(tmp);
}

/* The first rank of a day from `day` on, the undated apart. */
static uint32_t
rank_of_day(const struct near_index *x, float day)
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

/* ---- laying it out --------------------------------------------------------
 */

/* The slot of an id: its own, or the empty one where it would stand. */
static uint32_t *
slot_of(const struct near_index *x, uint32_t id)
{
    size_t i = id * 0x9E3779B97F4A7C15ull >> 20 & (x->room - 1);

    while (x->slots[i] && x->lists[x->slots[i] - 1].id != id)
        i = (i + 1) & (x->room - 1);
    return &x->slots[i];
}

/* Empty slots for so many lists. */
static void
make_room(struct near_index *x, size_t nlists, struct arena *mem)
{
    x->room = 1024;
    while (x->room < nlists * 2)
        x->room *= 2;
    x->slots = arena_new(mem, uint32_t, x->room);
}

static void
enter(struct near_index *x, struct list l)
{
    x->lists[x->nlists++] = l;
    *slot_of(x, l.id) = (uint32_t)x->nlists;
}

/* Indexes of the features that a side is posted under. */
static size_t
posted(const struct near_index *x, uint32_t side, uint16_t *index)
{
    const struct vector *v = &x->sides[side].v;
    const struct vector_limit *limit = &x->limits[2 * (size_t)side];
    size_t n = 0, equals[2] = {0, 0};

    for (uint32_t i = 0; i < v->n; i++) {
        bool own = !side_tells_alike(v->id[i]);
        uint16_t least = limit[own].weight;

        if (v->weight[i] > least ||
            (v->weight[i] == least && equals[own]++ < limit[own].equals))
            index[n++] = (uint16_t)i;
    }
    return n;
}

static void
set_limits(struct near_index *x, struct arena *mem)
{
    x->limits = arena_new(mem, struct vector_limit, 2 * x->nsides + 1);
    for (size_t i = 0; i < x->nsides; i++) {
        const struct vector *v = &x->sides[i].v;

        x->limits[2 * i] = vector_limit(v, SIDE_ALIKE, NEAR_POSTED);
        x->limits[2 * i + 1] = vector_limit(v, ~SIDE_ALIKE, NEAR_POSTED);
    }
}

/* How many stand under each id, and the greatest weight. */
static void
count(struct near_index *x, struct arena *mem)
{
    make_room(x, 512, mem);
    for (uint32_t i = 0; i < x->nsides; i++) {
        const struct vector *v = &x->sides[i].v;
        uint16_t index[2 * NEAR_POSTED];
        size_t n = posted(x, i, index);

        for (size_t k = 0; k < n; k++) {
            uint32_t id = v->id[index[k]], *slot = slot_of(x, id);
            struct list *l;

            if (!*slot) {
                x->lists =
                    arena_grow(mem, x->lists, x->nlists, sizeof *x->lists);
                enter(x, (struct list){.id = id});
                l = &x->lists[x->nlists - 1];
            } else {
                l = &x->lists[*slot - 1];
            }
            l->n++;
            if (l->most < v->weight[index[k]])
                l->most = v->weight[index[k]];
            if (x->nlists * 2 > x->room) {
                make_room(x, x->nlists * 2, mem);
                for (uint32_t j = 0; j < x->nlists; j++)
                    *slot_of(x, x->lists[j].id) = j + 1;
            }
        }
    }
}

/* What stands in one side alone finds nothing. Returns how many postings
 * there are. */
static size_t
keep_shared(struct near_index *x, const struct near_index *counted,
            struct arena *mem)
{
    size_t shared = 0, at = 0;

    for (size_t i = 0; i < counted->nlists; i++)
        shared += counted->lists[i].n > 1;
    x->lists = arena_new(mem, struct list, shared + 1);
    x->nlists = 0;
    make_room(x, shared, mem);
    for (size_t i = 0; i < counted->nlists; i++) {
        struct list l = counted->lists[i];

        if (l.n < 2)
            continue;
        l.first = at;
        at += l.n;
        l.n = 0;
        enter(x, l);
    }
    return at;
}

static void
post(struct near_index *x, uint32_t rank)
{
    const struct side *s = &x->sides[x->side[rank]];
    uint16_t index[2 * NEAR_POSTED];
    size_t n = posted(x, x->side[rank], index);

    for (size_t k = 0; k < n; k++) {
        uint32_t slot = *slot_of(x, s->v.id[index[k]]);
        uint32_t weight = s->v.weight[index[k]];
        struct list *l;

        if (!slot)
            continue;
        l = &x->lists[slot - 1];
        x->posting[l->first + l->n] = rank;
        x->weight[l->first + l->n++] =
            (uint8_t)((weight * NEAR_STEPS + l->most - 1) / l->most);
    }
}

struct near_index *
near_open(const struct side *sides, size_t n, struct arena *mem)
{
    struct near_index *x = arena_new(mem, struct near_index, 1), counted;
    struct arena *tmp = arena_open();
    size_t npostings;

    *x = (struct near_index){.sides = sides, .nsides = n};
    rank_by_day(x, mem);
    set_limits(x, mem);
    counted = *x;
    count(&counted, tmp);
    npostings = keep_shared(x, &counted, mem);
    arena_close(tmp);
    x->posting = arena_new(mem, uint32_t, npostings + 1);
    x->weight = arena_new(mem, uint8_t, npostings + 1);
    for (uint32_t r = 0; r < n; r++)
        post(x, r);
    x->score = arena_new(mem, float, n + 1);
    x->touched = arena_new(mem, uint32_t, n + 1);
    x->found = arena_new(mem, struct found, n + 1);
    return x;
}

const uint32_t *
near_order(const struct near_index *x)
{
    return x->side;
}

/* ---- asking ---------------------------------------------------------------
 */

struct term {
    struct list *list;
    double bound; /* the most that it can add */
    float weight;
    bool own;
};

static int
by_bound(const void *a, const void *b)
{
    const struct term *x = a, *y = b;

    return x->bound != y->bound
               ? (x->bound < y->bound) - (x->bound > y->bound)
               : (x->list->id > y->list->id) - (x->list->id < y->list->id);
}

/* What the side can ask with, the best first. */
static size_t
terms_of(const struct near_index *x, uint32_t side, struct term *terms)
{
    const struct vector *v = &x->sides[side].v;
    uint16_t index[2 * NEAR_POSTED];
    size_t n = posted(x, side, index), k = 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t id = v->id[index[i]], slot = *slot_of(x, id);
        float weight = v->weight[index[i]];

        if (!slot)
            continue;
        terms[k++] = (struct term){
            &x->lists[slot - 1], (double)weight * x->lists[slot - 1].most,
            weight * x->lists[slot - 1].most / (float)NEAR_STEPS,
            !side_tells_alike(id)};
    }
    if (k)
        qsort(terms, k, sizeof *terms, by_bound);
    return k;
}

/* The first posting of a rank from `rank` on, looked for in widening steps
 * from `at`. */
static uint32_t
from_rank(const uint32_t *p, uint32_t n, uint32_t rank, uint32_t at)
{
    uint32_t low = at < n ? at : n, high, wide = 1;

    if (low < n && p[low] < rank) {
        for (high = low + 1; high < n && p[high] < rank; wide *= 2) {
            low = high;
            high = n - high > wide ? high + wide : n;
        }
        low++;
    } else {
        for (high = low; low > 0 && p[low - 1] >= rank; wide *= 2) {
            high = low - 1;
            low = low > wide ? low - wide : 0;
        }
    }
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;

        if (p[mid] < rank)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static size_t
add(struct near_index *x, const struct list *l, uint32_t from, uint32_t to,
    float weight, size_t touched)
{
    const uint32_t *p = x->posting + l->first;
    const uint8_t *w = x->weight + l->first;

    for (uint32_t i = from; i < to; i++) {
        x->touched[touched] = p[i];
        touched += x->score[p[i]] <= 0;
        x->score[p[i]] += weight * w[i];
    }
    return touched;
}

/* Opens a list as far as the ranks reach, and the undated; false where the
 * budget is spent. */
static bool
open_list(struct near_index *x, const struct term *t, uint32_t first,
          uint32_t end, size_t *budget, size_t *touched)
{
    struct list *l = t->list;
    const uint32_t *p = x->posting + l->first;
    uint32_t undated, from, to;

    if (l->n <= *budget && first == 0 && end == x->nsides) {
        *budget -= l->n;
        *touched = add(x, l, 0, l->n, t->weight, *touched);
        return true;
    }
    undated = first ? from_rank(p, l->n, (uint32_t)x->nundated, 0) : 0;
    from = first ? from_rank(p, l->n, first, l->hint) : 0;
    to = end < x->nsides ? from_rank(p, l->n, end, from) : l->n;
    l->hint = from;
    if (undated + (to - from) > *budget)
        return false;
    *budget -= undated + (to - from);
    *touched = add(x, l, 0, undated, t->weight, *touched);
    *touched = add(x, l, from, to, t->weight, *touched);
    return true;
}

const struct found *
near_ask(struct near_index *x, uint32_t side, size_t *n)
{
    const struct side *s = &x->sides[side];
    struct term terms[2 * NEAR_POSTED];
    size_t nterms = terms_of(x, side, terms), asked[2] = {0, 0}, touched = 0;
    size_t budget = NEAR_BUDGET;
    uint8_t lang = s->lang[0];
    uint32_t first = 0, end = (uint32_t)x->nsides;

    if (!isnan(s->day)) {
        first = rank_of_day(x, s->day - NEAR_DAYS);
        end = rank_of_day(x, s->day + NEAR_DAYS + 1);
        if (first == x->nundated)
            first = 0;
    }
    for (size_t k = 0; k < nterms; k++)
        if (asked[terms[k].own] < NEAR_TERMS)
            asked[terms[k].own] +=
                open_list(x, &terms[k], first, end, &budget, &touched);
    *n = 0;
    for (size_t i = 0; i < touched; i++) {
        uint32_t r = x->touched[i];

        if (x->side[r] != side)
            x->found[(*n)++] =
                (struct found){x->score[r] / x->size[r],
                               x->side[r] & 0x7fffffff, x->lang[r] == lang};
        x->score[r] = 0;
    }
    return x->found;
}
