/*
 * align.c - which figures speak of one thing, across pages and languages.
 *
 * First the figures whose values meet: pairs are scored (pair.c), groups
 * grow from the best pair down, by average linkage. Then groups whose values
 * differ: the same thing told otherwise. They must count the same, stand in
 * different pages (who tells of both, tells of two things), and be each
 * other's best match; there contradictions come from, so doubt parts them.
 */
#include "brief/align.h"
#include "brief/units.h"

#include <math.h>
#include <stdlib.h>

/* Chosen on corpus/dev, 2026-11: contradictions found against
 * false ones. */
#define DIFFER_LEAST (-0.2)
/* What it counts that all voices of a story tell one of two figures. */
#define COVERAGE 1.0
/* With so much of what stands around them in common two figures are told of
 * one thing; events_dev and own stories, 2026-11. */
#define UNNAMED_COMMON 0.5
/* What it counts that a page sets the two against each other. */
#define SURE_RIVALS 1.0
/* … that a copy or translation has one for the other. */
#define RETOLD 3.0
/* Two figures of one kind whose smaller is less of the larger are not taken
 * for each other; own stories, 2026-11. */
#define KIND_RATIO 0.2
/* Values of one thing double with each round. */
#define ROUNDS_MOST 3

struct join {
    uint32_t a, b; /* readings or groups */
    double score;
};

bool
align_same_part(const struct work *w, size_t i, size_t k)
{
    return w->list[i].article == w->list[k].article &&
           w->list[i].part == w->list[k].part;
}

bool
align_tells_of(const struct work *w, uint32_t article, uint32_t group)
{
    for (uint32_t i = group; i != NOBODY; i = w->next[i])
        if (w->list[i].article == article)
            return true;
    return false;
}

void
align_merge(struct work *w, uint32_t into, uint32_t from)
{
    uint32_t last = into;

    while (w->next[last] != NOBODY)
        last = w->next[last];
    w->next[last] = from;
    for (uint32_t i = from; i != NOBODY; i = w->next[i])
        w->list[i].group = into;
}

static int
by_score(const void *a, const void *b)
{
    const struct join *x = a, *y = b;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static double
at(const struct work *w, const double *score, size_t i, size_t k)
{
    return i < k ? score[i * w->n + k] : score[k * w->n + i];
}

/* Readings of one part of one page with different values: two things. */
static bool
clash(const struct work *w, size_t i, size_t k)
{
    const struct quantity_mark *a = w->facets->list[i].q;
    const struct quantity_mark *b = w->facets->list[k].q;
    struct quantity_mark x, y;

    if (units_common(w->lx, a, b, &x, &y)) {
        a = &x;
        b = &y;
    }
    return w->list[i].article == w->list[k].article &&
           w->list[i].part == w->list[k].part &&
           fmax(a->min, b->min) > fmin(a->max, b->max);
}

/* Whether the page of a reading tells the two groups as rivals. */
static bool
told_as_rivals(const struct work *w, uint32_t ga, uint32_t gb, uint32_t page)
{
    for (uint32_t i = ga; i != NOBODY; i = w->next[i])
        for (uint32_t k = gb; k != NOBODY && align_same_part(w, i, page);
             k = w->next[k])
            if (w->rivals[i * w->n + k] != RIVALS_NONE)
                return true;
    return false;
}

/* Whether some page surely tells them so: then one that tells of both tells
 * of the same dispute, in whatever words. */
static bool
rivals_anywhere(const struct work *w, uint32_t ga, uint32_t gb)
{
    for (uint32_t i = ga; i != NOBODY; i = w->next[i])
        for (uint32_t k = gb; k != NOBODY; k = w->next[k])
            if (w->rivals[i * w->n + k] == RIVALS_SURE)
                return true;
    return false;
}

/* The highest score of any reading of the first one's page with any of the
 * second one's; NAN but where these two come first in their groups. */
static double
of_pages(const struct work *w, const double *score, uint32_t ga, uint32_t gb,
         uint32_t first, uint32_t second)
{
    uint32_t pa = w->list[first].article, pb = w->list[second].article;
    double best = -INFINITY;

    for (uint32_t i = ga; i != first; i = w->next[i])
        if (w->list[i].article == pa)
            return NAN;
    for (uint32_t k = gb; k != second; k = w->next[k])
        if (w->list[k].article == pb)
            return NAN;
    for (uint32_t i = first; i != NOBODY; i = w->next[i])
        for (uint32_t k = second; k != NOBODY && w->list[i].article == pa;
             k = w->next[k])
            if (w->list[k].article == pb)
                best = fmax(best, at(w, score, i, k));
    return best;
}

/*
 * Mean score between two groups; -INFINITY where they must not meet: where
 * a page tells two values, or (`apart`) tells of both groups, not as rivals.
 */
static double
linkage(const struct work *w, const double *score, uint32_t ga, uint32_t gb,
        bool apart)
{
    double sum = 0, s;
    size_t pairs = 0;
    bool rivals;

    if (w->list[ga].group != ga || w->list[gb].group != gb)
        return -INFINITY;
    rivals = apart && rivals_anywhere(w, ga, gb);
    for (uint32_t i = ga; i != NOBODY; i = w->next[i])
        for (uint32_t k = gb; k != NOBODY; k = w->next[k]) {
            if (apart ? align_same_part(w, i, k) && !rivals &&
                            !told_as_rivals(w, ga, gb, i)
                      : clash(w, i, k))
                return -INFINITY;
            /* what a page says once in passing takes nothing from what it
             * says in full elsewhere */
            s = apart ? of_pages(w, score, ga, gb, i, k) : at(w, score, i, k);
            /* how unlike rivals of one page are tells nothing */
            if (isnan(s) || (rivals && align_same_part(w, i, k)))
                continue;
            sum += s;
            pairs++;
        }
    return pairs ? sum / (double)pairs : rivals ? 0 : -INFINITY;
}

static void
join_equal(struct work *w, struct arena *mem)
{
    struct join *pairs = NULL;
    size_t n = 0;

    for (uint32_t i = 0; i < w->n; i++)
        for (uint32_t k = i + 1; k < w->n; k++) {
            double s = at(w, w->meet, i, k);

            if (s <= 0)
                continue;
            pairs = arena_grow(mem, pairs, n, sizeof *pairs);
            pairs[n++] = (struct join){i, k, s};
        }
    if (n)
        qsort(pairs, n, sizeof *pairs, by_score);
    for (size_t p = 0; p < n; p++) {
        uint32_t ga = w->list[pairs[p].a].group;
        uint32_t gb = w->list[pairs[p].b].group;

        if (ga != gb && linkage(w, w->meet, ga, gb, false) > 0)
            align_merge(w, ga, gb);
    }
}

/* Whether each page that tells of both groups tells them as rivals. */
static bool
always_rivals(const struct work *w, uint32_t ga, uint32_t gb)
{
    for (uint32_t i = ga; i != NOBODY; i = w->next[i])
        for (uint32_t k = gb; k != NOBODY; k = w->next[k])
            if (clash(w, i, k) && !told_as_rivals(w, ga, gb, i))
                return false;
    return true;
}

/* Joins what a page itself sets against each other, however unlike the
 * values: that they are of one thing is told, not guessed. */
static void
join_told(struct work *w)
{
    for (uint32_t i = 0; i < w->n; i++)
        for (uint32_t k = 0; k < w->n; k++) {
            uint32_t a = w->list[i].group, b = w->list[k].group;

            if (a != b && align_same_part(w, i, k) &&
                w->facets->list[k].q->against == (int32_t)w->list[i].mark &&
                always_rivals(w, a, b))
                align_merge(w, a < b ? a : b, a < b ? b : a);
        }
}

/* The score of two groups as one thing told otherwise. */
static double
rivalry(const struct work *w, uint32_t a, uint32_t b)
{
    const struct quantity_mark *x = w->facets->list[a].q;
    const struct quantity_mark *y = w->facets->list[b].q;
    double s = linkage(w, w->differ, a, b, true) +
               (rivals_anywhere(w, a, b) ? SURE_RIVALS : 0) +
               (align_retold(w, a, b) ? RETOLD : 0);

    /* three grandchildren and three employees are nothing told otherwise */
    if (x->min == y->min && x->max == y->max)
        return -INFINITY;
    if (s + COVERAGE <= DIFFER_LEAST)
        return s; /* no coverage could make it one */
    if (align_adds_up(w, a, b) || align_adds_up(w, b, a) ||
        align_adds_up_to_one(w, a, b))
        return -INFINITY;
    return s + COVERAGE * align_coverage(w, a, b);
}

/* The other figures of the kind of `i` on its page part that the page of `k`
 * does not tell, up to NOBODY. */
static const uint32_t *
list_untold(const struct work *w, size_t i, size_t k)
{
    uint32_t *list = NULL;
    size_t n = 0;

    for (uint32_t o = 0; o < w->n; o++)
        if (o != i && align_same_part(w, i, o) &&
            facet_same_kind(w->lx, w->facets->list[i].q,
                            w->facets->list[o].q) &&
            !align_tells_of(w, w->list[k].article, w->list[o].group)) {
            list = arena_grow(w->mem, list, n, sizeof *list);
            list[n++] = o;
        }
    list = arena_grow(w->mem, list, n, sizeof *list);
    list[n] = NOBODY;
    return list;
}

/* The same, kept for all readings of the page of `k`. */
static const uint32_t *
untold(const struct work *w, size_t i, size_t k)
{
    const uint32_t **kept = &w->untold[i * w->n + w->first[k]];

    if (!*kept)
        *kept = list_untold(w, i, k);
    return *kept;
}

/*
 * Whether a reading is the only figure of its kind that its page does not
 * share with the page of another one, but for those that are of another size
 * than that one: what both tell apart, it is what is left over.
 */
static bool
left_over(const struct work *w, size_t i, size_t k)
{
    for (const uint32_t *o = untold(w, i, k); *o != NOBODY; o++) {
        const struct quantity_mark *a = w->facets->list[*o].q;
        const struct quantity_mark *b = w->facets->list[k].q;
        struct quantity_mark x, y;

        if (units_common(w->lx, a, b, &x, &y)) {
            a = &x;
            b = &y;
        }
        if (fmin(a->min, b->min) >= KIND_RATIO * fmax(a->min, b->min))
            return false;
    }
    return true;
}

static bool
both_left_over(const struct work *w, size_t i, size_t k)
{
    const struct facet *a = &w->facets->list[i], *b = &w->facets->list[k];

    return w->list[i].article != w->list[k].article &&
           w->list[i].group != w->list[k].group &&
           (a->q->unit || a->q->counted) && (b->q->unit || b->q->counted) &&
           left_over(w, i, k) && left_over(w, k, i);
}

/* What says of two figures that they are of one thing. That people are counted
 * says nothing. */
static uint8_t
says_one(const double f[PAIR_COUNT])
{
    if (f[PAIR_SAME_STATE] > 0 || f[PAIR_MEASURE] > 0 ||
        (f[PAIR_SAME_COUNTED] > 0 && f[PAIR_GENERIC] <= 0 &&
         f[PAIR_SMALL] <= 0))
        return NAMED_ONE;
    return f[PAIR_CONTEXT] + f[PAIR_CLOSE] >= UNNAMED_COMMON ? NAMED_NEAR
                                                             : NAMED_NOT;
}

/* The score of two readings whose values differ. */
static double
differ(struct work *w, size_t i, size_t k)
{
    const struct facet *a = &w->facets->list[i], *b = &w->facets->list[k];
    double f[PAIR_COUNT];

    pair_features(w->lx, w->facets, i, k,
                  (a->alone && b->alone) || both_left_over(w, i, k), f);
    w->named[i * w->n + k] = says_one(f);
    return pair_differ(f);
}

/* Joins the groups that are each other's best match; how many. */
static size_t
join_best(struct work *w, double *best, struct arena *mem)
{
    struct join *pairs = NULL;
    size_t n = 0, joined = 0;

    for (uint32_t a = 0; a < w->n; a++)
        best[a] = -INFINITY;
    for (uint32_t a = 0; a < w->n; a++)
        for (uint32_t b = a + 1; b < w->n; b++) {
            double s = rivalry(w, a, b);

            if (s <= DIFFER_LEAST)
                continue;
            pairs = arena_grow(mem, pairs, n, sizeof *pairs);
            pairs[n++] = (struct join){a, b, s};
            best[a] = fmax(best[a], s);
            best[b] = fmax(best[b], s);
        }
    if (n)
        qsort(pairs, n, sizeof *pairs, by_score);
    for (size_t p = 0; p < n; p++) {
        uint32_t a = pairs[p].a, b = pairs[p].b;

        if (pairs[p].score < best[a] || pairs[p].score < best[b])
            continue;
        /* a group may have grown since: ask again */
        if (rivalry(w, a, b) > DIFFER_LEAST) {
            align_merge(w, a, b);
            joined++;
        }
    }
    return joined;
}

/* A toll of three days has three values: what was joined is a group that may
 * find its best match in its turn. */
static void
join_different(struct work *w, struct arena *mem)
{
    double *best = arena_new(mem, double, w->n); /* of each group */

    for (int round = 0; round < ROUNDS_MOST; round++)
        if (join_best(w, best, mem) == 0)
            break;
}

size_t
align_readings(const struct tale *t, struct reading_of *list, size_t n)
{
    struct arena *tmp = arena_open();
    struct facets facets;
    struct work w = {
        .t = t, .lx = t->lx, .list = list, .n = n, .facets = &facets};
    size_t ngroups = 0;
    uint32_t *name = arena_new(tmp, uint32_t, n);

    w.next = arena_new(tmp, uint32_t, n);
    facet_all(t, list, n, &facets, tmp);
    w.meet = arena_new(tmp, double, n *n);
    w.differ = arena_new(tmp, double, n *n);
    for (size_t i = 0; i < n; i++) {
        list[i].group = (uint32_t)i;
        w.next[i] = NOBODY;
        for (size_t k = i + 1; k < n; k++) {
            double f[PAIR_COUNT];

            pair_features(t->lx, &facets, i, k,
                          facets.list[i].alone && facets.list[k].alone, f);
            w.meet[i * n + k] = pair_meet(f);
        }
    }
    w.rivals = arena_new(tmp, uint8_t, n * n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k && align_same_part(&w, i, k))
                w.rivals[i * n + k] = (uint8_t)rivals_of(t, &list[i], &list[k]);
    join_equal(&w, tmp);
    join_told(&w);
    w.mem = tmp;
    align_find_retold(&w);
    w.untold = arena_new(tmp, const uint32_t *, n *n);
    w.first = arena_new(tmp, uint32_t, n);
    for (size_t i = 0; i < n; i++)
        while (list[w.first[i]].article != list[i].article)
            w.first[i]++;
    w.named = arena_new(tmp, uint8_t, n * n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            w.differ[i * n + k] = differ(&w, i, k);
    join_different(&w, tmp);
    align_parts(&w);
    for (size_t i = 0; i < n; i++)
        if (name[list[i].group] == 0)
            name[list[i].group] = (uint32_t)++ngroups;
    for (size_t i = 0; i < n; i++)
        list[i].group = name[list[i].group] - 1;
    arena_close(tmp);
    return ngroups;
}
