/* align_voices.c - what the voices of a story say of two of its groups. */
#include "brief/align.h"

#include <math.h>

/* What it counts against two figures that one voice each tells; own stories,
 * 2026-11. */
#define ONE_VOICE_EACH 0.15
/* The same where nothing says that they are of one thing; events_dev and own
 * stories, 2026-11. */
#define UNNAMED 2.0
/* So many other values of a thing, and no two of them are of one; clusters of
 * real news, 2026-11. */
#define CROWD   6
#define CROWDED 4.0

static bool
speaks(const struct work *w, uint32_t voice, uint32_t group)
{
    for (uint32_t i = group; i != NOBODY; i = w->next[i])
        if (w->t->set->voice[w->list[i].article] == voice)
            return true;
    return false;
}

/* Share of a group's readings that are the only ones of their kind, and no
 * mere words for many. */
static double
alone(const struct work *w, uint32_t group)
{
    size_t n = 0, yes = 0;

    for (uint32_t i = group; i != NOBODY; i = w->next[i]) {
        const struct facet *f = &w->facets->list[i];

        yes += f->alone && !(f->q->approx && f->q->max == INFINITY);
        n++;
    }
    return (double)yes / (double)n;
}

/* What says that two groups are of one thing. */
static uint8_t
named(const struct work *w, uint32_t ga, uint32_t gb)
{
    uint8_t most = NAMED_NOT;

    for (uint32_t i = ga; i != NOBODY; i = w->next[i])
        for (uint32_t k = gb; k != NOBODY; k = w->next[k]) {
            uint8_t now = w->named[i < k ? i * w->n + k : k * w->n + i];

            most = now > most ? now : most;
        }
    return most;
}

/* What befell those whom most readings of a group count; 0: not told. */
static uint32_t
fate(const struct work *w, uint32_t group)
{
    uint32_t first = 0;
    size_t n = 0, yes = 0;

    for (uint32_t i = group; i != NOBODY; i = w->next[i], n++) {
        uint32_t state = w->facets->list[i].q->state;

        first = first ? first : state;
        yes += state && state == first;
    }
    return yes * 2 > n ? first : 0;
}

/* Whether something befell the ones that is not told of the others; of things
 * one state is told in many words. */
static bool
other_fates(const struct work *w, uint32_t a, uint32_t b)
{
    uint32_t x = fate(w, a), y = fate(w, b);

    return x != y &&
           (!x || !y ||
            (w->facets->list[a].generic && w->facets->list[b].generic));
}

/* Whether a story tells so many other values of a thing that it tells of as
 * many things: the points of players, the prices of a market. */
static bool
crowded(const struct work *w, uint32_t a, uint32_t b)
{
    const struct quantity_mark *q = w->facets->list[a].q;
    double seen[CROWD];
    size_t n = 0;

    if (q->state || !(q->unit || q->counted))
        return false;
    for (uint32_t i = 0; i < w->n && n < CROWD; i++) {
        const struct quantity_mark *o = w->facets->list[i].q;
        bool known = w->list[i].group == a || w->list[i].group == b ||
                     o->unit != q->unit || o->counted != q->counted || o->state;

        for (size_t k = 0; k < n && !known; k++)
            known = seen[k] == o->min;
        if (!known)
            seen[n++] = o->min;
    }
    return n == CROWD;
}

/*
 * How many of the story's voices tell one of two groups, 0 to 1: where
 * nearly all tell of a thing, the page that is missing does so too, in its
 * other figure. Voices of one group alone prove nothing of it; below 0 where
 * one voice alone tells each, where the story tells many more, and where what
 * befell the ones is told of the others by nobody.
 */
double
align_coverage(const struct work *w, uint32_t a, uint32_t b)
{
    const struct set *set = w->t->set;
    size_t of_a = 0, of_b = 0, all = 0;

    for (size_t m = 0; m < w->t->nmembers; m++) {
        uint32_t voice = set->voice[w->t->members[m]];
        bool first = true;

        for (size_t k = 0; k < m && first; k++)
            first = set->voice[w->t->members[k]] != voice;
        if (!first)
            continue;
        all++;
        of_a += speaks(w, voice, a);
        of_b += speaks(w, voice, b);
    }
    if (crowded(w, a, b))
        return -CROWDED;
    if (of_a < 2 && of_b < 2)
        return named(w, a, b) != NAMED_NOT ? -ONE_VOICE_EACH : -UNNAMED;
    if (named(w, a, b) != NAMED_ONE && other_fates(w, a, b))
        return -UNNAMED;
    return alone(w, a) * alone(w, b) * (double)(of_a + of_b) / (double)all;
}
