/* ground.c - weights, days. */
#include "story/ground.h"

#include "story/rarity.h"
#include "story/who.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_DAYS 365.25

/* Features of an article and of a cluster, the heaviest. 2026-11, sets of the
 * fit: no figure falls with so few, and precision rises. */
enum { SIDE_MOST_ALONE = 160, SIDE_MOST = 320 };

/* ---- days
 * --------------------------------------------------------------------- */

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

double
season_between(double a, double b)
{
    double d = fmod(b - a, YEAR_DAYS);

    return d > YEAR_DAYS / 2    ? d - YEAR_DAYS
           : d < -YEAR_DAYS / 2 ? d + YEAR_DAYS
                                : d;
}

/* ---- sides
 * ---------------------------------------------------------------------- */

void
side_take(struct side *s, const struct vector *v, struct arena *mem)
{
    static const uint8_t can[CANS] = {[CAN_CONCEPT] = FEATURE_CONCEPT,
                                      [CAN_NAME] = FEATURE_NAME,
                                      [CAN_NUMBER] = FEATURE_NUMBER,
                                      [CAN_DATE] = FEATURE_DATE,
                                      [CAN_TOWN] = FEATURE_TOWN};
    double squares[FEATURE_TYPES];
    uint64_t mass = 0, own = 0; /* in steps: exact, in whatever order */

    s->v = packed_make(v, mem);
    for (uint32_t t = 0, i = 0; t < FEATURE_TYPES; t++) {
        uint64_t square = 0, sum = 0;

        for (; i < s->v->end[t]; i++) {
            square += (uint64_t)v->weight[i] * v->weight[i];
            sum += v->weight[i];
        }
        squares[t] = (double)square * VECTOR_STEP * VECTOR_STEP;
        s->square[t] = (float)squares[t];
        if (SIDE_ALIKE >> t & 1)
            mass += sum;
        else if (t != FEATURE_SIGN)
            own += sum;
    }
    for (int c = 0; c < CANS; c++)
        s->can[c] = squares[can[c]] > 0 ? (float)log1p(squares[can[c]]) : 0;
    s->mass = (float)((double)mass * VECTOR_STEP);
    s->own = (float)((double)own * VECTOR_STEP);
}

/* What the article tells, and its names, by id; the heaviest. v has room for
 * all of them. */
static struct vector
vector_of(const struct article *a, const struct who *who, struct rarity *rare,
          struct vector v)
{
    size_t i = 0, k = 0;

    v.n = 0;
    while (i < a->nfeatures || k < who->n) {
        struct feature f = k == who->n || (i < a->nfeatures &&
                                           a->features[i].id < who->f[k].id)
                               ? a->features[i++]
                               : who->f[k++];

        vector_add(&v, f.id, (double)f.weight * rarity_of(rare, f.id, a->lang));
    }
    vector_cut(&v, SIDE_MOST_ALONE);
    return v;
}

static struct side
side_of(const struct article *a, const struct who *who, struct rarity *rare,
        struct vector room, struct arena *mem)
{
    struct side s = {.narticles = 1, .content = a->content};
    struct day day = whole(a->day) ? a->day : a->anchor;
    struct vector v = vector_of(a, who, rare, room);

    side_take(&s, &v, mem);
    s.day = whole(day) ? (float)day_number(day) : NAN;
    s.event = a->told_day;
    s.season = a->told_season;
    s.nseasons = !isnan(s.season);
    s.ndays = !isnan(s.day);
    s.nevents = !isnan(s.event);
    s.lang[0] = (uint8_t)a->lang;
    s.nlang[0] = 1;
    return s;
}

struct side *
ground_lay(const struct lexicon *lx, const struct set *set, struct arena *mem)
{
    return ground_lay_beside(lx, set, NULL, 0, mem);
}

struct side *
ground_lay_beside(const struct lexicon *lx, const struct set *set,
                  const struct side *open, size_t nopen, struct arena *mem)
{
    struct side *sides = arena_new(mem, struct side, set->narticles + 1);
    struct who *who = who_find(lx, set, mem);
    struct rarity *rare = rarity_open(set, who);

    struct arena *scratch = arena_open();
    struct vector room;
    size_t most = 0;

    for (size_t i = 0; i < nopen; i++)
        rarity_add(rare, &open[i]);
    for (size_t i = 0; i < set->narticles; i++)
        if (set->articles[i]->nfeatures + who[i].n > most)
            most = set->articles[i]->nfeatures + who[i].n;
    room = vector_new(most, scratch);
    for (size_t i = 0; i < set->narticles; i++) {
        sides[i] = side_of(set->articles[i], &who[i], rare, room, mem);
        sides[i].index = (uint32_t)i;
    }
    arena_close(scratch);
    rarity_close(rare);
    return sides;
}

/* ---- clusters
 * ---------------------------------------------------------------------- */

static float
mean(float a, double na, float b, double nb)
{
    return na + nb <= 0 ? NAN
           : na <= 0    ? b
           : nb <= 0    ? a
                     : (float)(((double)a * na + (double)b * nb) / (na + nb));
}

/* Of days of the year, along the shorter way round. */
static float
mean_season(const struct side *a, const struct side *b)
{
    double n = (double)a->nseasons + b->nseasons;

    if (a->nseasons == 0 || b->nseasons == 0)
        return a->nseasons ? a->season : b->season;
    return (float)((double)a->season +
                   season_between((double)a->season, (double)b->season) *
                       b->nseasons / n);
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

void
side_join(const struct side *a, const struct side *b, struct side *out,
          struct arena *mem)
{
    double n = (double)a->narticles + b->narticles;
    struct packed_room rooms[2];
    uint32_t id[2 * PACKED_MOST];
    uint16_t weight[2 * PACKED_MOST];
    struct vector x = packed_read(a->v, &rooms[0]);
    struct vector y = packed_read(b->v, &rooms[1]), both = {id, weight, 0};
    struct side s = *a;

    vector_mean(&x, &y, a->narticles / n, SIDE_MOST, &both);
    side_take(&s, &both, mem);
    s.narticles = a->narticles + b->narticles;
    s.day = mean(a->day, a->ndays, b->day, b->ndays);
    s.event = mean(a->event, a->nevents, b->event, b->nevents);
    s.season = mean_season(a, b);
    s.nseasons = a->nseasons + b->nseasons;
    s.ndays = a->ndays + b->ndays;
    s.nevents = a->nevents + b->nevents;
    if (b->content < a->content) {
        s.content = b->content;
        s.index = b->index;
    }
    join_langs(&s, b);
    *out = s;
}
