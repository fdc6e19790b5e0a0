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
    NEAR_BITS = 8,      /* of a posting's weight, at most */
};

struct list {
    uint32_t id;
    uint32_t end;  /* of its postings, which begin where those before end */
    uint16_t most; /* the greatest weight */
};

/* What stands at a rank: by day, the undated first. */
struct ranked {
    uint32_t side;
    float size;   /* length of the side */
    uint8_t lang; /* of most of its articles */
};

struct near_index {
    const struct side *sides;
    size_t nsides, nundated;
    uint32_t *order; /* sides by rank */
    float *day;      /* by rank */
    struct ranked *at;
    struct vector_limit *limits; /* two of a side: alike, own */
    struct list *lists;
    size_t nlists, room;
    uint32_t *slots;   /* by hash of the id: number of its list + 1 */
    uint32_t *posting; /* by list: rank, and in the last `bits` the weight, in
                          steps of list.most */
    unsigned bits;     /* 8 up to 16 million sides */
    float *score;      /* by rank: of the query at hand */
    struct found *found;
    uint32_t *touched; /* no more than NEAR_BUDGET */
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
    x->day = arena_new(mem, float, x->nsides + 1);
    x->at = arena_new(mem, struct ranked, x->nsides + 1);
    for (uint32_t r = 0; r < x->nsides; r++) {
        const struct side *s = &x->sides[d[r].side];

        x->day[r] = d[r].day;
        x->at[r] = (struct ranked){d[r].side, size_of(s), s->lang[0]};
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

/* Empty slots for so many lists, at most three quarters of them taken. */
static void
make_room(struct near_index *x, size_t nlists, struct arena *mem)
{
    x->room = 1024;
    while (x->room / 4 * 3 < nlists)
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

/* What is posted, side by side in the order of ranks. */
struct entries {
    uint32_t *list;   /* its number */
    uint16_t *weight; /* in steps of VECTOR_STEP */
    size_t n;
    uint8_t *of; /* by rank: how many */
};

/* The list of an id, begun where there is none. */
static uint32_t
list_of(struct near_index *x, uint32_t id, struct arena *mem)
{
    uint32_t *slot = slot_of(x, id);

    if (*slot)
        return *slot - 1;
    x->lists = arena_grow(mem, x->lists, x->nlists, sizeof *x->lists);
    enter(x, (struct list){.id = id});
    if (x->nlists > x->room / 4 * 3) {
        make_room(x, x->nlists * 2, mem);
        for (uint32_t j = 0; j < x->nlists; j++)
            *slot_of(x, x->lists[j].id) = j + 1;
    }
    return (uint32_t)x->nlists - 1;
}

/* How many stand under each id, and the greatest weight. */
static void
count(struct near_index *x, struct entries *e, struct arena *mem)
{
    make_room(x, 512, mem);
    e->of = arena_new(mem, uint8_t, x->nsides + 1);
    for (size_t r = 0; r < x->nsides; r++) {
        uint32_t side = x->at[r].side;
        const struct vector *v = &x->sides[side].v;
        uint16_t index[2 * NEAR_POSTED];
        size_t n = posted(x, side, index);

        e->of[r] = (uint8_t)n;
        for (size_t k = 0; k < n; k++) {
            uint32_t number = list_of(x, v->id[index[k]], mem);
            struct list *l = &x->lists[number];
            uint16_t weight = v->weight[index[k]];

            l->end++; /* how many, for now */
            if (l->most < weight)
                l->most = weight;
            e->list = arena_grow(mem, e->list, e->n, sizeof *e->list);
            e->weight = arena_grow(mem, e->weight, e->n, sizeof *e->weight);
            e->list[e->n] = number;
            e->weight[e->n++] = weight;
        }
    }
}

/* What stands in one side alone finds nothing. Tells the new number + 1 of
 * each list that was counted; 0: not kept. Returns how many postings there
 * are; their lists end where they begin, until they are filled. */
static size_t
keep_shared(struct near_index *x, const struct near_index *counted,
            uint32_t *kept, struct arena *mem)
{
    size_t shared = 0;
    uint32_t at = 0;

    for (size_t i = 0; i < counted->nlists; i++)
        shared += counted->lists[i].end > 1;
    /* one before all others, of no posting */
    x->lists = arena_new(mem, struct list, shared + 1);
    x->lists++;
    x->nlists = 0;
    make_room(x, shared, mem);
    for (size_t i = 0; i < counted->nlists; i++) {
        struct list l = counted->lists[i];
        uint32_t n = l.end;

        if (n < 2 || n > UINT32_MAX - at)
            continue;
        l.end = at;
        at += n;
        enter(x, l);
        kept[i] = (uint32_t)x->nlists;
    }
    return at;
}

static void
post(struct near_index *x, const struct entries *e, const uint32_t *kept)
{
    uint32_t steps = (1u << x->bits) - 1;
    size_t i = 0;

    for (uint32_t r = 0; r < x->nsides; r++)
        for (size_t end = i + e->of[r]; i < end; i++) {
            uint32_t number = kept[e->list[i]], weight = e->weight[i];
            struct list *l;

            if (!number)
                continue;
            l = &x->lists[number - 1];
            x->posting[l->end++] =
                r << x->bits | (weight * steps + l->most - 1) / l->most;
        }
}

struct near_index *
near_open(const struct side *sides, size_t n, struct arena *mem)
{
    struct near_index *x = arena_new(mem, struct near_index, 1), counted;
    struct arena *tmp = arena_open();
    struct entries entries = {.n = 0};
    uint32_t *kept;

    *x = (struct near_index){.sides = sides, .nsides = n, .bits = NEAR_BITS};
    while (n >> (32 - x->bits))
        x->bits--;
    rank_by_day(x, mem);
    set_limits(x, mem);
    counted = *x;
    count(&counted, &entries, tmp);
    kept = arena_new(tmp, uint32_t, counted.nlists + 1);
    x->posting = arena_raw(mem, (keep_shared(x, &counted, kept, mem) + 1) *
                                    sizeof *x->posting);
    post(x, &entries, kept);
    arena_close(tmp);
    x->score = arena_new(mem, float, n + 1);
    x->touched = arena_new(mem, uint32_t, NEAR_BUDGET + 1);
    x->found = arena_new(mem, struct found, NEAR_BUDGET + 1);
    return x;
}

uint32_t
near_side(const struct near_index *x, size_t rank)
{
    return x->at[rank].side;
}

/* ---- asking ---------------------------------------------------------------
 */

struct term {
    const struct list *list;
    float weight; /* of a step of its postings */
    bool own;
};

/* The highest first. */
static void
sort_keys(uint64_t *key, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint64_t k = key[i];
        size_t at = i;

        for (; at > 0 && key[at - 1] < k; at--)
            key[at] = key[at - 1];
        key[at] = k;
    }
}

/* What the side can ask with, the best first: by the most that it can add; of
 * equals that of the least id. */
static size_t
terms_of(const struct near_index *x, uint32_t side, struct term *terms)
{
    const struct vector *v = &x->sides[side].v;
    uint16_t index[2 * NEAR_POSTED];
    uint32_t list[2 * NEAR_POSTED];
    uint64_t key[2 * NEAR_POSTED];
    float steps = (float)((1u << x->bits) - 1);
    size_t n = posted(x, side, index), k = 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t slot = *slot_of(x, v->id[index[i]]);

        if (!slot)
            continue;
        list[i] = slot - 1;
        /* ids rise */
        key[k++] = (uint64_t)v->weight[index[i]] * x->lists[slot - 1].most
                       << 16 |
                   (UINT16_MAX - i);
    }
    sort_keys(key, k);
    for (size_t j = 0; j < k; j++) {
        size_t i = UINT16_MAX - (key[j] & UINT16_MAX);
        const struct list *l = &x->lists[list[i]];

        terms[j] =
            (struct term){l, (float)v->weight[index[i]] * l->most / steps,
                          !side_tells_alike(l->id)};
    }
    return k;
}

/* The first posting from `least` on, looked for in widening steps from
 * `low`. */
static uint32_t
from_posting(const uint32_t *p, uint32_t low, uint32_t end, uint32_t least)
{
    uint32_t high = low, wide = 1;

    while (high < end && p[high] < least) {
        low = high + 1;
        high = end - high > wide ? high + wide : end;
        wide *= 2;
    }
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;

        if (p[mid] < least)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static size_t
add(struct near_index *x, uint32_t from, uint32_t to, float weight,
    size_t touched)
{
    const uint32_t *p = x->posting;
    uint32_t steps = (1u << x->bits) - 1;

    for (uint32_t i = from; i < to; i++) {
        uint32_t r = p[i] >> x->bits;

        x->touched[touched] = r;
        touched += x->score[r] <= 0;
        x->score[r] += weight * (float)(p[i] & steps);
    }
    return touched;
}

/* Opens a list as far as the ranks reach, and the undated; false where the
 * budget is spent. */
static bool
open_list(struct near_index *x, const struct term *t, uint32_t first,
          uint32_t end, size_t *budget, size_t *touched)
{
    const uint32_t *p = x->posting;
    uint32_t low = t->list[-1].end, high = t->list->end, undated = low;
    uint32_t from = low, to = high;

    if (first) {
        undated = from_posting(p, low, high, (uint32_t)x->nundated << x->bits);
        from = from_posting(p, undated, high, first << x->bits);
    }
    if (end < x->nsides && to > from)
        to = from_posting(p, from, high, end << x->bits);
    if (undated - low + (to - from) > *budget)
        return false;
    *budget -= undated - low + (to - from);
    *touched = add(x, low, undated, t->weight, *touched);
    *touched = add(x, from, to, t->weight, *touched);
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
        const struct ranked *at = &x->at[r];

        if (at->side != side)
            x->found[(*n)++] =
                (struct found){x->score[r] / at->size, at->side & 0x7fffffff,
                               at->lang == lang};
        x->score[r] = 0;
    }
    return x->found;
}
