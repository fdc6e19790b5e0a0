/* near.c - the inverted index. */
#include "story/near.h"

#include "base/keys.h"

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
    NEAR_BITS_LEAST = 6,
    LISTS_A_BUCKET = 3,
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

/* What a side is posted under: of its features that tell alike, and of those
 * that do not, the heaviest. */
struct limits {
    uint16_t weight[2];
    uint8_t equals[2]; /* of just that weight, so many */
};

struct near_index {
    const struct side *sides;
    size_t nsides, nundated;
    float *day; /* by rank */
    struct ranked *at;
    struct limits *limits; /* by side */
    struct list *lists;    /* by the bucket of their ids */
    uint32_t *bucket;      /* where each begins in lists; one more */
    size_t nbuckets;
    unsigned char *posting; /* by list: rank, and in the last `bits` the
                               weight, in steps of list.most */
    unsigned wide, bits;    /* bytes of a posting, of these the weight's bits:
                               3 and 8 up to 65,536 sides, 3 and 6 up to four
                               times as many, then 4 and 8 */
    uint32_t mask;          /* of the bytes of a posting */
    float *score;           /* by rank: of the query at hand */
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
        sum += t == FEATURE_SIGN ? 0 : (double)s->square[t];
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

/* ---- what a side is posted under ------------------------------------------
 */

static void
set_limits(struct limits *l, const struct packed *p, const uint16_t *weight)
{
    uint16_t of[2][PACKED_MOST];
    size_t n[2] = {0, 0};

    for (uint32_t t = 1, i = 0; t < FEATURE_TYPES; i = p->end[t++]) {
        int own = !(SIDE_ALIKE >> t & 1);
        size_t many = p->end[t] - i;

        memcpy(of[own] + n[own], weight + i, many * sizeof *weight);
        n[own] += many;
    }
    for (int own = 0; own < 2; own++) {
        struct vector_limit limit = vector_limit(of[own], n[own], NEAR_POSTED);

        l->weight[own] = limit.weight;
        /* all of them may be: then none weighs so little */
        l->equals[own] =
            limit.equals < NEAR_POSTED ? (uint8_t)limit.equals : NEAR_POSTED;
    }
}

/* What a side is posted under; ids rise. */
struct posted {
    uint32_t id[2 * NEAR_POSTED];
    uint16_t weight[2 * NEAR_POSTED];
    size_t n;
};

static void
find_posted(const struct limits *l, const struct packed *p,
            const uint16_t *weight, struct posted *out)
{
    size_t equals[2] = {l->equals[0], l->equals[1]};

    out->n = 0;
    for (uint32_t t = 1, i = 0; t < FEATURE_TYPES; t++) {
        int own = !(SIDE_ALIKE >> t & 1);
        uint16_t least = l->weight[own];

        if (t == FEATURE_SIGN) { /* stands in too many to find any */
            i = p->end[t];
            continue;
        }
        for (; i < p->end[t]; i++) {
            if (weight[i] < least || (weight[i] == least && equals[own] == 0))
                continue;
            equals[own] -= weight[i] == least;
            out->id[out->n] = packed_id(p, t, i);
            out->weight[out->n++] = weight[i];
        }
    }
}

/* ---- counting -------------------------------------------------------------
 */

/* Ids are hashes, but their last bits alone would do for no more than some. */
static uint32_t
mixed(uint32_t id)
{
    return id * 0x9E3779B1u;
}

/* What is posted, side by side in the order of ranks, and how often. */
struct entries {
    uint32_t *id;
    uint16_t *weight; /* in steps of VECTOR_STEP */
    size_t n;
    uint8_t *of; /* by rank: how many */
    /* open addressing, at most three quarters taken; 0: no id. `end` is how
     * many there are. */
    struct list *counted;
    size_t room, ncounted;
    struct arena *mem;
};

static struct list *
counted(const struct entries *e, uint32_t id)
{
    size_t i = mixed(id) >> 7 & (e->room - 1);

    while (e->counted[i].id && e->counted[i].id != id)
        i = (i + 1) & (e->room - 1);
    return &e->counted[i];
}

static void
widen(struct entries *e)
{
    struct list *old = e->counted;
    size_t room = e->room;

    e->room = room ? 2 * room : 1024;
    e->counted = arena_new(e->mem, struct list, e->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].id)
            *counted(e, old[i].id) = old[i];
}

static void
enter(struct entries *e, uint32_t id, uint16_t weight)
{
    struct list *l = counted(e, id);

    if (!l->id) {
        l->id = id;
        e->ncounted++;
    }
    l->end++;
    if (l->most < weight)
        l->most = weight;
    e->id = arena_grow(e->mem, e->id, e->n, sizeof *e->id);
    e->weight = arena_grow(e->mem, e->weight, e->n, sizeof *e->weight);
    e->id[e->n] = id;
    e->weight[e->n++] = weight;
    if (e->ncounted > e->room / 4 * 3)
        widen(e);
}

static void
count(struct near_index *x, struct entries *e)
{
    widen(e);
    e->of = arena_new(e->mem, uint8_t, x->nsides + 1);
    for (size_t r = 0; r < x->nsides; r++) {
        uint32_t side = x->at[r].side;
        const struct packed *p = x->sides[side].v;
        uint16_t weight[PACKED_MOST];
        struct posted posted;

        packed_weights(p, weight);
        set_limits(&x->limits[side], p, weight);
        find_posted(&x->limits[side], p, weight, &posted);
        e->of[r] = (uint8_t)posted.n;
        for (size_t k = 0; k < posted.n; k++)
            enter(e, posted.id[k], posted.weight[k]);
    }
}

/* ---- laying it out --------------------------------------------------------
 */

static uint32_t
bucket_of(const struct near_index *x, uint32_t id)
{
    return (uint32_t)((uint64_t)mixed(id) * x->nbuckets >> 32);
}

/* NULL: nobody else has it. */
static struct list *
list_of(const struct near_index *x, uint32_t id)
{
    uint32_t b = bucket_of(x, id), i = x->bucket[b], end = x->bucket[b + 1];

    while (i < end && x->lists[i].id != id)
        i++;
    return i < end ? &x->lists[i] : NULL;
}

/* What stands in one side alone finds nothing. */
static bool
is_shared(const struct list *counted)
{
    return counted->end > 1;
}

/* Lists by bucket, three in each. They end where they begin, until they are
 * filled. Returns how many postings there will be. */
static uint32_t
lay_lists(struct near_index *x, const struct entries *e, struct arena *mem)
{
    uint32_t nlists = 0, at = 0;

    for (size_t i = 0; i < e->room; i++)
        nlists += is_shared(&e->counted[i]);
    x->nbuckets = nlists / LISTS_A_BUCKET + 1;
    x->bucket = arena_new(mem, uint32_t, x->nbuckets + 2);
    /* one before all others, of no posting */
    x->lists = arena_new(mem, struct list, nlists + 1);
    x->lists++;
    for (size_t i = 0; i < e->room; i++)
        if (is_shared(&e->counted[i]))
            x->bucket[bucket_of(x, e->counted[i].id) + 2]++;
    for (size_t b = 0; b < x->nbuckets; b++)
        x->bucket[b + 2] += x->bucket[b + 1];
    for (size_t i = 0; i < e->room; i++)
        if (is_shared(&e->counted[i]))
            x->lists[x->bucket[bucket_of(x, e->counted[i].id) + 1]++] =
                e->counted[i];
    for (uint32_t i = 0; i < nlists; i++) {
        uint32_t n = x->lists[i].end;

        x->lists[i].end = at;
        at += n;
    }
    return at;
}

static uint32_t
posting_at(const struct near_index *x, uint32_t i)
{
    return packed_four(x->posting + (size_t)i * x->wide) & x->mask;
}

static void
put_posting(struct near_index *x, uint32_t i, uint32_t posting)
{
    unsigned char *p = x->posting + (size_t)i * x->wide;

    for (unsigned k = 0; k < x->wide; k++)
        p[k] = (unsigned char)(posting >> 8 * k);
}

static void
post(struct near_index *x, const struct entries *e)
{
    uint32_t steps = (1u << x->bits) - 1;
    size_t i = 0;

    for (uint32_t r = 0; r < x->nsides; r++)
        for (size_t end = i + e->of[r]; i < end; i++) {
            struct list *l = list_of(x, e->id[i]);

            if (l)
                put_posting(x, l->end++,
                            r << x->bits |
                                (e->weight[i] * steps + l->most - 1) / l->most);
        }
}

/* As few bytes a posting as hold a rank and a weight. */
static void
set_width(struct near_index *x)
{
    unsigned ranks = 1;

    while (x->nsides >> ranks)
        ranks++;
    x->wide = ranks + NEAR_BITS_LEAST > 24 ? 4 : 3;
    x->mask = x->wide == 4 ? UINT32_MAX : 0xFFFFFF;
    x->bits = 8 * x->wide - ranks;
    if (x->bits > NEAR_BITS)
        x->bits = NEAR_BITS;
}

struct near_index *
near_open(const struct side *sides, size_t n, struct arena *mem)
{
    struct near_index *x = arena_new(mem, struct near_index, 1);
    struct entries e = {.mem = arena_open()};
    uint32_t all;

    *x = (struct near_index){.sides = sides, .nsides = n};
    set_width(x);
    rank_by_day(x, mem);
    x->limits = arena_new(mem, struct limits, n + 1);
    x->score = arena_new(mem, float, n + 1);
    x->touched = arena_new(mem, uint32_t, NEAR_BUDGET + 1);
    x->found = arena_new(mem, struct found, NEAR_BUDGET + 1);
    count(x, &e);
    all = lay_lists(x, &e, mem);
    x->posting = arena_alloc(mem, (size_t)all * x->wide + 1);
    post(x, &e);
    arena_close(e.mem);
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

/* What the side can ask with, the best first: by the most that it can add; of
 * equals that of the least id. */
static size_t
terms_of(const struct near_index *x, uint32_t side, struct term *terms)
{
    const struct packed *p = x->sides[side].v;
    uint16_t weight[PACKED_MOST];
    struct posted posted;
    const struct list *list[2 * NEAR_POSTED];
    uint64_t key[2 * NEAR_POSTED];
    float steps = (float)((1u << x->bits) - 1);
    size_t k = 0;

    packed_weights(p, weight);
    find_posted(&x->limits[side], p, weight, &posted);
    for (size_t i = 0; i < posted.n; i++) {
        list[i] = list_of(x, posted.id[i]);
        if (!list[i])
            continue;
        /* ids rise */
        key[k++] =
            (uint64_t)posted.weight[i] * list[i]->most << 16 | (UINT16_MAX - i);
    }
    keys_sort(key, k);
    for (size_t j = 0; j < k; j++) {
        size_t i = UINT16_MAX - (key[k - 1 - j] & UINT16_MAX);
        const struct list *l = list[i];

        terms[j] = (struct term){l, (float)posted.weight[i] * l->most / steps,
                                 !side_tells_alike(l->id)};
    }
    return k;
}

/* The first posting from `least` on, looked for in widening steps from
 * `low`. */
static uint32_t
from_posting(const struct near_index *x, uint32_t low, uint32_t end,
             uint32_t least)
{
    uint32_t high = low, wide = 1;

    while (high < end && posting_at(x, high) < least) {
        low = high + 1;
        high = end - high > wide ? high + wide : end;
        wide *= 2;
    }
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;

        if (posting_at(x, mid) < least)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static size_t
add(const struct near_index *x, uint32_t from, uint32_t to, float weight,
    size_t touched)
{
    /* what the loop writes is none of these */
    const unsigned char *p = x->posting + (size_t)from * x->wide;
    const unsigned char *end = x->posting + (size_t)to * x->wide;
    uint32_t wide = x->wide, bits = x->bits, steps = (1u << bits) - 1;
    uint32_t mask = x->mask, *out = x->touched;
    float *score = x->score;

    for (; p < end; p += wide) {
        uint32_t posting = packed_four(p) & mask, r = posting >> bits;

        out[touched] = r;
        touched += score[r] <= 0;
        score[r] += weight * (float)(posting & steps);
    }
    return touched;
}

/* Opens a list as far as the ranks reach, and the undated; false where the
 * budget is spent. */
static bool
open_list(struct near_index *x, const struct term *t, uint32_t first,
          uint32_t end, size_t *budget, size_t *touched)
{
    uint32_t low = t->list[-1].end, high = t->list->end, undated = low;
    uint32_t from = low, to = high;

    if (first) {
        undated = from_posting(x, low, high, (uint32_t)x->nundated << x->bits);
        from = from_posting(x, undated, high, first << x->bits);
    }
    if (end < x->nsides && to > from)
        to = from_posting(x, from, high, end << x->bits);
    if (undated - low + (to - from) > *budget)
        return false;
    *budget -= undated - low + (to - from);
    *touched = add(x, low, undated, t->weight, *touched);
    *touched = add(x, from, to, t->weight, *touched);
    return true;
}

/* What was touched, but for the side itself. */
static const struct found *
found_of(struct near_index *x, uint32_t side, size_t touched, size_t *n)
{
    uint8_t lang = x->sides[side].lang[0];
    struct found *out = x->found;

    for (size_t i = 0; i < touched; i++) {
        uint32_t r = x->touched[i];
        const struct ranked *at = &x->at[r];

        *out =
            (struct found){x->score[r] / at->size, at->side, at->lang == lang};
        out += at->side != side;
        x->score[r] = 0;
    }
    *n = (size_t)(out - x->found);
    return x->found;
}

const struct found *
near_ask(struct near_index *x, uint32_t side, size_t *n)
{
    const struct side *s = &x->sides[side];
    struct term terms[2 * NEAR_POSTED];
    size_t nterms = terms_of(x, side, terms), asked[2] = {0, 0}, touched = 0;
    size_t budget = NEAR_BUDGET;
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
    return found_of(x, side, touched, n);
}
