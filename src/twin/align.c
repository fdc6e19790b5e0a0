/* align.c - which word became which. */
#include "twin/align.h"

#include <stdlib.h>
#include <string.h>

#define ANCHOR_RUN 4 /* words in an anchoring run of the first pass */

/* A run of words at a place of one of the two texts. */
struct run {
    uint64_t key;
    uint32_t at;
    bool second; /* of text b */
};

struct pair {
    uint32_t a, b;
};

struct bounds {
    uint32_t a0, a1, b0, b1;
};

struct work {
    const struct align_word *a, *b;
    uint32_t na, nb;
    uint32_t *to;   /* of a's words */
    uint32_t *from; /* of b's words */
    struct arena *tmp;
    uint16_t *table;  /* ALIGN_TABLE cells */
    struct run *runs; /* room for all words of both */
    struct pair *pairs;
    uint32_t *tail, *prev; /* of the increasing sequence */
};

static void
join(struct work *w, uint32_t i, uint32_t j)
{
    w->to[i] = j;
    w->from[j] = i;
}

static int
run_order(const void *x, const void *y)
{
    const struct run *a = x, *b = y;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->second != b->second)
        return a->second - b->second;
    return (a->at > b->at) - (a->at < b->at);
}

static int
pair_order(const void *x, const void *y)
{
    const struct pair *a = x, *b = y;

    return (a->a > b->a) - (a->a < b->a);
}

static uint64_t
run_key(const struct align_word *w, size_t n)
{
    uint64_t h = n;

    for (size_t i = 0; i < n; i++)
        h = (h ^ w[i].key) * 0x9E3779B97F4A7C15u + (h >> 29);
    return h;
}

/* Pairs of places whose run is found once in each text, by place in a. */
static size_t
pairs_of_single(struct work *w, size_t nruns)
{
    size_t n = 0;

    if (nruns > 1)
        qsort(w->runs, nruns, sizeof *w->runs, run_order);
    for (size_t i = 0, j; i < nruns; i = j) {
        for (j = i + 1; j < nruns && w->runs[j].key == w->runs[i].key;)
            j++;
        if (j - i == 2 && !w->runs[i].second && w->runs[i + 1].second)
            w->pairs[n++] = (struct pair){w->runs[i].at, w->runs[i + 1].at};
    }
    if (n > 1)
        qsort(w->pairs, n, sizeof *w->pairs, pair_order);
    return n;
}

/* Keeps the longest subsequence that rises in b; returns its length. */
static size_t
rising(struct work *w, size_t n)
{
    size_t len = 0;

    for (size_t i = 0; i < n; i++) {
        size_t low = 0, high = len;

        while (low < high) {
            size_t mid = (low + high) / 2;

            if (w->pairs[w->tail[mid]].b < w->pairs[i].b)
                low = mid + 1;
            else
                high = mid;
        }
        w->prev[i] = low > 0 ? w->tail[low - 1] : ALIGN_NONE;
        w->tail[low] = (uint32_t)i;
        if (low == len)
            len++;
    }
    if (len > 0) {
        uint32_t at = w->tail[len - 1];

        for (size_t k = len; k-- > 0; at = w->prev[at])
            w->tail[k] = at;
        /* tail rises, so nothing is read after it was written */
        for (size_t k = 0; k < len; k++)
            w->pairs[k] = w->pairs[w->tail[k]];
    }
    return len;
}

static size_t
runs_of_gap(struct work *w, uint32_t a0, uint32_t a1, uint32_t b0, uint32_t b1,
            uint32_t run)
{
    size_t n = 0;

    for (uint32_t i = a0; i + run <= a1; i++)
        w->runs[n++] = (struct run){run_key(w->a + i, run), i, false};
    for (uint32_t j = b0; j + run <= b1; j++)
        w->runs[n++] = (struct run){run_key(w->b + j, run), j, true};
    return n;
}

/* Fills a gap by a plain longest common subsequence, long words first. */
static void
fill_table(struct work *w, uint32_t a0, uint32_t a1, uint32_t b0, uint32_t b1)
{
    size_t n = a1 - a0, m = b1 - b0;

    if ((n + 1) * (m + 1) > ALIGN_TABLE)
        return;
#define CELL(i, j) w->table[(i) * (m + 1) + (j)]
    for (size_t j = 0; j <= m; j++)
        CELL(n, j) = 0;
    for (size_t i = n; i-- > 0;) {
        CELL(i, m) = 0;
        for (size_t j = m; j-- > 0;) {
            uint16_t best = CELL(i + 1, j) > CELL(i, j + 1) ? CELL(i + 1, j)
                                                            : CELL(i, j + 1);

            if (w->a[a0 + i].key == w->b[b0 + j].key) {
                uint16_t gain = w->a[a0 + i].chars > 3 ? 3 : 2;
                uint16_t with = (uint16_t)(CELL(i + 1, j + 1) + gain);

                best = with > best ? with : best;
            }
            CELL(i, j) = best;
        }
    }
    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (w->a[a0 + i].key == w->b[b0 + j].key &&
            CELL(i, j) ==
                CELL(i + 1, j + 1) + (w->a[a0 + i].chars > 3 ? 3 : 2)) {
            join(w, a0 + (uint32_t)i++, b0 + (uint32_t)j++);
        } else if (CELL(i + 1, j) >= CELL(i, j + 1)) {
            i++;
        } else {
            j++;
        }
    }
#undef CELL
}

static void fill(struct work *, uint32_t a0, uint32_t a1, uint32_t b0,
                 uint32_t b1, uint32_t run);

/* The gaps between anchors of `run` words, then the anchors themselves. */
static void
fill_between(struct work *w, const struct pair *anchor, size_t n,
             struct bounds g, uint32_t run)
{
    for (size_t k = 0; k < n; k++) {
        struct pair p = anchor[k];
        uint32_t done = 0;

        if (p.a < g.a0) {
            /* runs that overlap: the part behind the one before */
            done = g.a0 - p.a;
            if (done >= run || p.b + done != g.b0)
                continue;
        } else if (p.b < g.b0) {
            continue;
        } else if (run == 1) {
            fill(w, g.a0, p.a, g.b0, p.b, 0);
        }
        for (; done < run; done++)
            join(w, p.a + done, p.b + done);
        g.a0 = p.a + run;
        g.b0 = p.b + run;
    }
    if (run == 1)
        fill(w, g.a0, g.a1, g.b0, g.b1, 0);
}

/* A gap: its ends, then by anchors of `run` words, or (0) by a table. */
static void
fill(struct work *w, uint32_t a0, uint32_t a1, uint32_t b0, uint32_t b1,
     uint32_t run)
{
    struct pair *kept;
    uint32_t same;
    size_t n;

    /* a first word alone may belong to a passage that has moved */
    for (same = 0; a0 + same < a1 && b0 + same < b1 &&
                   w->a[a0 + same].key == w->b[b0 + same].key;)
        same++;
    if (same >= run)
        for (; same > 0; same--)
            join(w, a0++, b0++);
    for (same = 0; a0 + same < a1 && b0 + same < b1 &&
                   w->a[a1 - same - 1].key == w->b[b1 - same - 1].key;)
        same++;
    if (same >= run)
        for (; same > 0; same--)
            join(w, --a1, --b1);
    if (a0 == a1 || b0 == b1)
        return;
    if (run == 0) {
        fill_table(w, a0, a1, b0, b1);
        return;
    }
    n = rising(w, pairs_of_single(w, runs_of_gap(w, a0, a1, b0, b1, run)));
    /* the next pass uses the same room */
    kept = arena_new(w->tmp, struct pair, n + 1);
    memcpy(kept, w->pairs, n * sizeof *kept);
    fill_between(w, kept, n, (struct bounds){a0, a1, b0, b1}, run);
}

static bool
all_free(const uint32_t *match, uint32_t at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (match[at + i] != ALIGN_NONE)
            return false;
    return true;
}

/* Passages that stand elsewhere in b: anchored on single long runs. */
static void
find_moved(struct work *w)
{
    size_t n = 0;

    for (uint32_t i = 0; i + ALIGN_MOVED <= w->na; i++)
        if (all_free(w->to, i, ALIGN_MOVED))
            w->runs[n++] =
                (struct run){run_key(w->a + i, ALIGN_MOVED), i, false};
    for (uint32_t j = 0; j + ALIGN_MOVED <= w->nb; j++)
        if (all_free(w->from, j, ALIGN_MOVED))
            w->runs[n++] =
                (struct run){run_key(w->b + j, ALIGN_MOVED), j, true};
    n = pairs_of_single(w, n);
    for (size_t k = 0; k < n; k++) {
        uint32_t i = w->pairs[k].a, j = w->pairs[k].b;

        while (i > 0 && j > 0 && w->to[i - 1] == ALIGN_NONE &&
               w->from[j - 1] == ALIGN_NONE &&
               w->a[i - 1].key == w->b[j - 1].key)
            i--, j--;
        for (; i < w->na && j < w->nb && w->to[i] == ALIGN_NONE &&
               w->from[j] == ALIGN_NONE && w->a[i].key == w->b[j].key;
             i++, j++)
            join(w, i, j);
    }
}

/* Gaps whose neighbours stand in order in both, with nothing between. */
static void
fill_gaps(struct work *w)
{
    for (uint32_t i = 0; i < w->na; i++) {
        uint32_t end = i, j = i == 0 ? 0 : w->to[i - 1] + 1, stop;

        while (end < w->na && w->to[end] == ALIGN_NONE)
            end++;
        if (end == i)
            continue;
        stop = end < w->na ? w->to[end] : w->nb;
        if (stop > j && all_free(w->from, j, stop - j))
            fill(w, i, end, j, stop, 1);
        i = end;
    }
}

uint32_t *
align_match(const struct align_text *a, const struct align_text *b,
            struct arena *mem)
{
    size_t all = a->n + b->n;
    struct work w = {.a = a->w,
                     .b = b->w,
                     .na = (uint32_t)a->n,
                     .nb = (uint32_t)b->n,
                     .tmp = arena_open()};

    w.to = arena_new(mem, uint32_t, a->n + 1);
    w.from = arena_new(w.tmp, uint32_t, b->n + 1);
    memset(w.to, 0xFF, (a->n + 1) * sizeof *w.to);
    memset(w.from, 0xFF, (b->n + 1) * sizeof *w.from);
    w.table = arena_new(w.tmp, uint16_t, ALIGN_TABLE);
    w.runs = arena_new(w.tmp, struct run, all + 1);
    w.pairs = arena_new(w.tmp, struct pair, all + 1);
    w.tail = arena_new(w.tmp, uint32_t, all + 1);
    w.prev = arena_new(w.tmp, uint32_t, all + 1);
    fill(&w, 0, w.na, 0, w.nb, ANCHOR_RUN);
    find_moved(&w);
    fill_gaps(&w);
    arena_close(w.tmp);
    return w.to;
}
