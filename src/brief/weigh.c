/*
 * weigh.c - agreed, contradicted, refined, updated or single; by voice.
 *
 * Values are ranges, open where a page says "at least". Two ranges that
 * meet can both be true: the same value, or a bound that holds, is
 * agreement. Ranges that cannot both be true contradict each other, unless
 * one counts a part of the other (of them two soldiers), which refines it,
 * or the text says that the count went on (rose to, so far), which updates
 * it.
 */
#include "brief/pair.h"
#include "brief/units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two approximate figures this near are one: "about 2,500" and 2,460. */
#define APPROX_NEAR 0.05
#define LAST_DIGIT  0.25 /* of its place; corpus/dev and events_dev, 2026-11 */
/* Sums multiplied out (18.4 x 10^8) are off by the last bit. */
#define ROUNDING 1e-9
/* Down to this share of what a vague word stands for it is not denied. */
#define VAGUE_SHARE 0.5

/*
 * How far an approximate value may lie from what it stands for, as a share:
 * a quarter of its last telling digit's place ("about 300": 25, "about a
 * minute": 15 seconds), at least APPROX_NEAR.
 */
static double
slack_of(const struct quantity_mark *q)
{
    double v = fabs(isinf(q->min) ? q->max : q->min), place = 1;

    if (!q->approx || v <= 0 || isinf(v))
        return 0;
    while (fmod(v, place * 10) == 0)
        place *= 10;
    if (v != floor(v))
        place = 0;
    return fmax(APPROX_NEAR, LAST_DIGIT * place / v);
}

/* Whether both can be true; `slack` as a share of the larger. */
static bool
meet(const struct quantity_mark *a, const struct quantity_mark *b, double slack)
{
    slack *= fmax(fabs(a->min), fabs(b->min));
    return fmax(a->min, b->min) <= fmin(a->max, b->max) + slack;
}

static bool
near(double a, double b)
{
    return a == b || fabs(a - b) <= ROUNDING * fmax(fabs(a), fabs(b));
}

static bool
equal(const struct quantity_mark *a, const struct quantity_mark *b)
{
    return near(a->min, b->min) && near(a->max, b->max);
}

/* "dozens" against 17: a word for many is no count that 17 denies. */
static bool
vague(const struct quantity_mark *a, const struct quantity_mark *b)
{
    return a->approx && a->max == INFINITY && b->max >= VAGUE_SHARE * a->min;
}

/* Whether the two say the same, give or take how they say it. */
static bool
agree(const struct quantity_mark *a, const struct quantity_mark *b,
      double slack)
{
    double low, high;

    if (equal(a, b))
        return true;
    if (!meet(a, b, slack))
        return false;
    low = fmin(a->min, b->min);
    high = fmax(a->min, b->min);
    return high <= 0 || low / high >= 1 - slack;
}

/* Words for people that say what befell them, not who they are. */
static bool
is_anybody(str key)
{
    return str_is(key, "people") || str_is(key, "person") ||
           str_is(key, "victim") || str_is(key, "casualty") ||
           str_is(key, "detainee") || str_is(key, "suspect") ||
           str_is(key, "prisoner");
}

/* Whether `part` may count some of what `all` counts: fewer, and told with
 * more said of them (who they are) or as a part. */
static bool
part_of(const struct tale *t, bool is_part, bool all_is_part,
        const struct quantity_mark *part, const struct quantity_mark *all)
{
    enum concept_class cp = lexicon_class(t->lx, part->counted);
    enum concept_class ca = lexicon_class(t->lx, all->counted);
    size_t more = 0;

    /* four of them, six of them: one part told twice */
    if (!(part->max <= all->max) || part->min >= all->min ||
        (is_part && all_is_part))
        return false;
    if (is_part)
        return true;
    if (part->counted && all->counted && part->counted != all->counted &&
        (cp == CLASS_PERSON || cp == CLASS_ROLE) && ca == CLASS_PERSON &&
        is_anybody(lexicon_key(t->lx, all->counted)))
        return true;
    /* of some nation: two American service members */
    for (uint32_t i = 0; i < part->nquals; i++) {
        bool known = false;

        if (part->quals[i].kind != SENSE_DEMONYM)
            continue;
        for (uint32_t k = 0; k < all->nquals; k++)
            known |= all->quals[k].id == part->quals[i].id;
        more += !known;
    }
    return more > 0 && (cp == CLASS_PERSON || cp == CLASS_ROLE);
}

static bool
part(const struct tale *t, const struct reading_of *r)
{
    return facet_is_part(t->set->articles[r->article], r->mark);
}

static bool
one_day(const struct tale *t, const struct reading_of *a,
        const struct reading_of *b)
{
    struct day x = t->day[a->article], y = t->day[b->article];

    return !x.day || !y.day || day_number(x) == day_number(y);
}

/* Whether a page tells a later count than another one; any of its sentences
 * that tell the count may say so. Readings of one page stand together. */
static bool
updates(const struct tale *t, const struct reading_of *const *g, size_t n,
        size_t later, size_t before)
{
    uint32_t page = g[later]->article;
    size_t i = later;

    while (i > 0 && g[i - 1]->article == page)
        i--;
    for (; i < n && g[i]->article == page; i++)
        if (reading_mark(t, g[i])->min == reading_mark(t, g[later])->min &&
            series_updates(t, g[i], g[before]))
            return true;
    return series_after(t, g[later], g[before]);
}

/* Whether a page of the same day tells the last count of all, and that it is
 * later than either: nobody knows which of the two was first. */
static bool
both_updated(const struct tale *t, const struct reading_of *const *g, size_t n,
             double most, size_t a, size_t b)
{
    for (size_t i = 0; i < n; i++)
        if (reading_mark(t, g[i])->min == most && one_day(t, g[i], g[a]) &&
            one_day(t, g[i], g[b]) && updates(t, g, n, i, a) &&
            updates(t, g, n, i, b))
            return true;
    return false;
}

/* The largest count of a group. */
static double
most_of(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    double most = -INFINITY;

    for (size_t i = 0; i < n; i++)
        most = fmax(most, reading_mark(t, g[i])->min);
    return most;
}

/*
 * Whether two that cannot both be true contradict each other. A page that
 * tells both by itself tells two things, unless it tells who says either.
 */
static bool
speaks_against(const struct tale *t, const struct reading_of *const *g,
               size_t n, const struct samestory_reading *told, size_t a,
               size_t b)
{
    const char *x = told[a].said_by, *y = told[b].said_by;

    if (g[a]->article != g[b]->article || (x && y && strcmp(x, y) != 0))
        return true;
    for (size_t i = 0; i < n; i++)
        if (g[i]->article != g[a]->article &&
            (equal(reading_mark(t, g[i]), reading_mark(t, g[a])) ||
             equal(reading_mark(t, g[i]), reading_mark(t, g[b]))))
            return true;
    return false;
}

static const char *
status_of(const struct tale *t, const struct reading_of *const *g, size_t n,
          const struct samestory_reading *told)
{
    bool two_voices = false, all_agree = true, denied = false;
    bool updated = false, same_day = false;
    double most = most_of(t, g, n);

    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            const struct quantity_mark *a = reading_mark(t, g[i]);
            const struct quantity_mark *b = reading_mark(t, g[k]);
            double slack = fmax(slack_of(a), slack_of(b));
            struct quantity_mark x, y;

            if (units_common(t->lx, a, b, &x, &y)) {
                a = &x;
                b = &y;
            }
            two_voices |=
                t->set->voice[g[i]->article] != t->set->voice[g[k]->article];
            if (told[i].denial != told[k].denial) {
                /* a figure and its denial; a denial of another says nothing */
                denied |= meet(a, b, slack);
                same_day |= meet(a, b, slack);
                continue;
            }
            if (agree(a, b, slack))
                continue;
            if (meet(a, b, slack) ||
                part_of(t, part(t, g[i]), part(t, g[k]), a, b) ||
                part_of(t, part(t, g[k]), part(t, g[i]), b, a) || vague(a, b) ||
                vague(b, a)) {
                all_agree = false;
                continue;
            }
            if (!speaks_against(t, g, n, told, i, k))
                continue;
            all_agree = false;
            if (updates(t, g, n, i, k) || updates(t, g, n, k, i) ||
                both_updated(t, g, n, most, i, k)) {
                updated = true;
                continue;
            }
            denied = true;
            same_day |= one_day(t, g[i], g[k]);
        }
    /* pages between the first and the last count of a series go with it */
    if (denied && series_grows(t, g, n))
        return "updated";
    if (denied && (!updated || same_day))
        return "contradicted";
    if (updated)
        return "updated";
    if (!all_agree)
        return "refined";
    return two_voices ? "agreed" : "single";
}

/* ---- sides ------------------------------------------------------------ */

static bool
says_already(const char *const *voices, size_t n, const char *voice)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(voices[i], voice) == 0)
            return true;
    return false;
}

static int
by_voices(const void *a, const void *b)
{
    const struct samestory_side *x = a, *y = b;

    if (x->denial != y->denial)
        return x->denial ? 1 : -1;
    if (x->nvoices != y->nvoices)
        return x->nvoices > y->nvoices ? -1 : 1;
    if (x->min != y->min)
        return x->min < y->min ? -1 : 1;
    return (x->max > y->max) - (x->max < y->max);
}

/* A growing figure is told as a series: by the day of each count. */
static int
by_day(const void *a, const void *b)
{
    const struct samestory_side *x = a, *y = b;
    int c = x->as_of && y->as_of ? strcmp(x->as_of, y->as_of) : 0;

    if (c != 0 && x->denial == y->denial)
        return c;
    if (x->min != y->min && x->denial == y->denial)
        return x->min < y->min ? -1 : 1;
    return by_voices(a, b);
}

static void
sides_of(const struct tale *t, const struct reading_of *const *g, size_t n,
         struct samestory_quantity *out)
{
    struct samestory_side *sides = arena_new(t->mem, struct samestory_side, n);
    size_t nsides = 0;

    for (size_t i = 0; i < n; i++) {
        const struct samestory_reading *r = &out->readings[i];
        const char *voice = t->voice_ids[g[i]->article];
        struct samestory_side *s = NULL;
        const char **voices;

        for (size_t k = 0; k < nsides && !s; k++)
            if (sides[k].min == r->min && sides[k].max == r->max &&
                sides[k].denial == r->denial)
                s = &sides[k];
        if (!s) {
            s = &sides[nsides++];
            *s = (struct samestory_side){
                .min = r->min,
                .max = r->max,
                .value = "",
                .denial = r->denial,
                .voices = arena_new(t->mem, const char *, n)};
        }
        if (r->as_of && (!s->as_of || strcmp(r->as_of, s->as_of) < 0))
            s->as_of = r->as_of;
        voices = (const char **)(uintptr_t)s->voices;
        if (!says_already(s->voices, s->nvoices, voice))
            voices[s->nvoices++] = voice;
    }
    qsort(sides, nsides, sizeof *sides,
          strcmp(out->status, "updated") == 0 ? by_day : by_voices);
    out->sides = sides;
    out->nsides = nsides;
}

/* ---- range ------------------------------------------------------------ */

/* A side's value as one number: its bound where it is open. */
static double
number_of(double min, double max)
{
    return isinf(min) ? max : min;
}

/* The reading whose unit is the smallest; the range is told in it. */
static const struct quantity_mark *
smallest_unit(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    const struct quantity_mark *least = reading_mark(t, g[0]);
    struct quantity_mark x, y;

    for (size_t i = 1; i < n; i++)
        if (units_common(t->lx, least, reading_mark(t, g[i]), &x, &y) &&
            y.unit == reading_mark(t, g[i])->unit)
            least = reading_mark(t, g[i]);
    return least;
}

static void
range_of(const struct tale *t, const struct reading_of *const *g, size_t n,
         struct samestory_quantity *out)
{
    const struct quantity_mark *unit = smallest_unit(t, g, n);
    const struct samestory_side *best = &out->sides[0];
    bool counted = false, tie;

    if (strcmp(out->status, "updated") == 0)
        for (size_t i = 1; i < out->nsides; i++)
            if (!out->sides[i].denial)
                best = &out->sides[i];
    /* beside a count "dozens" is no bound of it */
    for (size_t i = 0; i < n; i++)
        counted |=
            !out->readings[i].denial &&
            !(out->readings[i].approx && out->readings[i].max == INFINITY);
    out->low = INFINITY;
    out->high = -INFINITY;
    tie = out->nsides > 1 && best == &out->sides[0] && !out->sides[1].denial &&
          best[1].nvoices == best->nvoices;
    out->best = tie ? INFINITY : number_of(best->min, best->max);
    out->unit = "";
    for (size_t i = 0; i < n; i++) {
        const struct samestory_reading *r = &out->readings[i];
        const struct quantity_mark *q = reading_mark(t, g[i]);
        struct quantity_mark x, y;

        if (q == unit)
            out->unit = r->unit;
        if (units_common(t->lx, unit, q, &x, &y))
            q = &y;
        if (!tie && r->min == best->min && r->max == best->max)
            out->best = number_of(q->min, q->max);
        if ((!r->denial && !(counted && q->approx && q->max == INFINITY)) ||
            out->nsides == 1) {
            out->low = fmin(out->low, number_of(q->min, q->max));
            out->high = fmax(out->high, isinf(q->max) ? q->min : q->max);
        }
        if (r->as_of && (!out->first || strcmp(r->as_of, out->first) < 0))
            out->first = r->as_of;
        if (r->as_of && (!out->latest || strcmp(r->as_of, out->latest) > 0))
            out->latest = r->as_of;
    }
}

/* ---- weight ----------------------------------------------------------- */

/*
 * How much a figure matters, 0 to 1: lives before things, disputed before
 * undisputed, told by many and early before told once at the end.
 */
static double
weight_of(const struct tale *t, const struct reading_of *const *g, size_t n,
          const char *status)
{
    double voices = 0, early = 0, lives = 0, w;

    for (size_t i = 0; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);
        const struct article *a = t->set->articles[g[i]->article];
        enum concept_class cls = lexicon_class(t->lx, q->counted);
        double place =
            a->text.n ? 1 - (double)q->at.start / (double)a->text.n : 0;
        bool heard = false;

        for (size_t k = 0; k < i && !heard; k++)
            heard =
                t->set->voice[g[k]->article] == t->set->voice[g[i]->article];
        voices += !heard;
        early = fmax(early, place);
        if (q->state &&
            (cls == CLASS_PERSON || cls == CLASS_ROLE || cls == CLASS_NONE))
            lives = 1;
        else if (q->state)
            lives = fmax(lives, 0.5);
    }
    w = 0.30 * fmin(voices / 4, 1) + 0.20 * early + 0.20 * lives;
    if (strcmp(status, "contradicted") == 0)
        w += 0.30;
    else if (strcmp(status, "updated") == 0 || strcmp(status, "refined") == 0)
        w += 0.15;
    return w;
}

void
weigh_group(const struct tale *t, const struct reading_of *const *g, size_t n,
            struct samestory_quantity *out)
{
    out->status = status_of(t, g, n, out->readings);
    sides_of(t, g, n, out);
    range_of(t, g, n, out);
    out->weight = weight_of(t, g, n, out->status);
}
