/* ground.c - weights, days. */
#include "story/ground.h"

#include "story/rarity.h"
#include "story/who.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_DAYS 365.25

enum {
    SEASON_DATES = 6,    /* marks that are looked at */
    EVENT_SENTENCES = 4, /* where the day of the event is told */
    EVENT_BEFORE = 21,   /* days before publication */
    EVENT_AFTER = 3,
};

/* ---- days
 * --------------------------------------------------------------------- */

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

static double
day_of_year(struct day d)
{
    return (d.month - 1) * (YEAR_DAYS / 12) + d.day;
}

double
season_between(double a, double b)
{
    double d = fmod(b - a, YEAR_DAYS);

    return d > YEAR_DAYS / 2    ? d - YEAR_DAYS
           : d < -YEAR_DAYS / 2 ? d + YEAR_DAYS
                                : d;
}

/* The day of the year that the article is of: of its publication, else the
 * first that its lead tells outright. */
static double
season(const struct article *a)
{
    if (a->day.month && a->day.day)
        return day_of_year(a->day);
    for (size_t i = 0; i < a->ndates && i < SEASON_DATES; i++) {
        const struct date_mark *m = &a->dates[i];
        const struct block *block = article_block(a, m->at.start);
        struct day d = when_resolve(&m->when, a->anchor, m->tense);

        if (m->sentence >= EVENT_SENTENCES)
            break; /* of the background */
        if (d.month && d.day && m->tense <= 0 && block &&
            block->kind != BLOCK_CAPTION && block->kind != BLOCK_FOOTNOTE)
            return day_of_year(d);
    }
    return NAN;
}

/* The first day told in the lead that may be the event's. */
static double
event_day(const struct article *a)
{
    for (size_t i = 0; i < a->ndates; i++) {
        const struct date_mark *m = &a->dates[i];
        struct day d;
        int32_t n, from;

        if (m->sentence >= EVENT_SENTENCES)
            break;
        d = when_resolve(&m->when, a->anchor, m->tense);
        if (!whole(d))
            continue;
        n = day_number(d);
        if (!whole(a->anchor))
            return n;
        from = day_number(a->anchor);
        if (n >= from - EVENT_BEFORE && n <= from + EVENT_AFTER)
            return n;
    }
    return NAN;
}

/* ---- sides
 * ---------------------------------------------------------------------- */

static void
measure(struct side *s)
{
    double mass = 0;

    memset(s->square, 0, sizeof s->square);
    for (uint32_t i = 0; i < s->n; i++) {
        s->square[feature_kind(s->f[i].id)] += s->f[i].weight * s->f[i].weight;
        if (side_tells_alike(s->f[i].id))
            mass += (double)s->f[i].weight;
    }
    s->mass = mass / s->narticles;
}

static int
by_id(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

static struct side
side_of(const struct article *a, const struct who *who,
        const struct rarity *rare, struct arena *mem)
{
    struct side s = {.narticles = 1, .content = a->content};
    struct day day = whole(a->day) ? a->day : a->anchor;

    s.f = arena_new(mem, struct feature, a->nfeatures + who->n + 1);
    for (size_t i = 0; i < a->nfeatures; i++)
        if (feature_kind(a->features[i].id) != FEATURE_NAME &&
            feature_kind(a->features[i].id) < FEATURE_TYPES)
            s.f[s.n++] = a->features[i];
    for (size_t i = 0; i < who->n; i++)
        s.f[s.n++] = who->f[i];
    qsort(s.f, s.n, sizeof *s.f, by_id);
    for (uint32_t i = 0; i < s.n; i++)
        s.f[i].weight *= (float)rarity_of(rare, s.f[i].id);
    measure(&s);
    s.day = whole(day) ? (double)day_number(day) : NAN;
    s.event = event_day(a);
    s.season = season(a);
    s.nseasons = isnan(s.season) ? 0 : 1;
    s.ndays = isnan(s.day) ? 0 : 1;
    s.nevents = isnan(s.event) ? 0 : 1;
    s.lang[0] = (uint8_t)a->lang;
    s.nlang[0] = 1;
    return s;
}

struct side *
ground_lay(const struct lexicon *lx, const struct set *set, struct arena *mem)
{
    struct side *sides = arena_new(mem, struct side, set->narticles + 1);
    struct who *who = who_find(lx, set, mem);
    struct rarity *rare = rarity_open(set, who);

    for (size_t i = 0; i < set->narticles; i++) {
        sides[i] = side_of(set->articles[i], &who[i], rare, mem);
        sides[i].index = (uint32_t)i;
    }
    rarity_close(rare);
    return sides;
}

/* ---- clusters
 * ---------------------------------------------------------------------- */

static double
mean(double a, double na, double b, double nb)
{
    return na + nb <= 0 ? NAN
           : na <= 0    ? b
           : nb <= 0    ? a
                        : (a * na + b * nb) / (na + nb);
}

/* Of days of the year, along the shorter way round. */
static double
mean_season(const struct side *a, const struct side *b)
{
    double n = a->nseasons + b->nseasons;

    if (a->nseasons <= 0 || b->nseasons <= 0)
        return a->nseasons > 0 ? a->season : b->season;
    return a->season + season_between(a->season, b->season) * b->nseasons / n;
}

static void
join_langs(struct side *out, const struct side *b)
{
    for (int i = 0; i < SIDE_MOST_LANGS && b->nlang[i]; i++)
        for (int k = 0; k < SIDE_MOST_LANGS; k++)
            if (!out->nlang[k] || out->lang[k] == b->lang[i]) {
                out->lang[k] = b->lang[i];
                out->nlang[k] += b->nlang[i];
                break;
            }
}

static int
by_weight(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return x->weight != y->weight
               ? (x->weight < y->weight) - (x->weight > y->weight)
               : by_id(a, b);
}

void
side_join(const struct side *a, const struct side *b, struct side *out,
          struct arena *mem)
{
    uint32_t i = 0, k = 0, n = 0;
    struct feature *f = arena_new(mem, struct feature, a->n + b->n + 1);

    while (i < a->n || k < b->n) {
        uint32_t x = i < a->n ? a->f[i].id : UINT32_MAX;
        uint32_t y = k < b->n ? b->f[k].id : UINT32_MAX;

        f[n] = x <= y ? a->f[i] : b->f[k];
        if (x == y)
            f[n].weight += b->f[k].weight;
        i += x <= y;
        k += y <= x;
        n++;
    }
    if (n > SIDE_MOST) {
        qsort(f, n, sizeof *f, by_weight);
        n = SIDE_MOST;
        qsort(f, n, sizeof *f, by_id);
    }
    *out = *a;
    out->f = f;
    out->n = n;
    out->narticles = a->narticles + b->narticles;
    out->day = mean(a->day, a->ndays, b->day, b->ndays);
    out->event = mean(a->event, a->nevents, b->event, b->nevents);
    out->season = mean_season(a, b);
    out->nseasons = a->nseasons + b->nseasons;
    out->ndays = a->ndays + b->ndays;
    out->nevents = a->nevents + b->nevents;
    if (b->content < a->content) {
        out->content = b->content;
        out->index = b->index;
    }
    join_langs(out, b);
    measure(out);
}
