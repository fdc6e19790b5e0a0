/* pair.c - features of two figures, and their score. */
#include "brief/pair.h"

#include "brief/units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Below this likeness of what stands around them two shares are of two
 * things; events_dev, corpus/dev, 2026-11. */
#define BARE_CONTEXT 0.1

/* Shares nearer than this are one even so; own stories, 2026-11. */
#define BARE_RATIO 0.95

/* How much another object of a measure that is alone on its page counts;
 * corpus/dev and own stories, 2026-11. */
#define MEASURE_OBJECT 0.4

/* How much it counts that one of two amounts of money bears no name; own
 * stories, 2026-11. */
#define SUM_UNSAID 0.1

/* How much it counts that of one it is told which persons, where what befell
 * them befalls few: the acquitted are the accused; own stories, 2026-11. */
#define FEW_PERSONS 0.35

/* In so many languages one word means both: workers and employees. */
#define MOSTLY_ONE 5

/* Small counts are told of many things, and differ by little. Clusters of real
 * news and own stories, 2026-11. */
#define SMALL_MOST 30

/* Above this ratio two figures are rather of two things. */
#define FAR_RATIO 2.2

static int
by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static double
weight_of(const struct facets *r, uint64_t id)
{
    uint64_t *at =
        r->nids ? bsearch(&id, r->ids, r->nids, sizeof id, by_value) : NULL;

    return at ? r->weight[at - r->ids] : 0;
}

/* Cosine of two sorted sets of ids, each weighing by its rarity. */
static double
ids_likeness(const struct facets *r, const uint64_t *a, size_t na,
             const uint64_t *b, size_t nb)
{
    double both = 0, wa = 0, wb = 0;
    size_t i = 0, k = 0;

    for (size_t x = 0; x < na; x++)
        wa += pow(weight_of(r, a[x]), 2);
    for (size_t x = 0; x < nb; x++)
        wb += pow(weight_of(r, b[x]), 2);
    while (i < na && k < nb) {
        if (a[i] == b[k]) {
            both += pow(weight_of(r, a[i]), 2);
            i++;
            k++;
        } else if (a[i] < b[k]) {
            i++;
        } else {
            k++;
        }
    }
    return wa > 0 && wb > 0 ? both / sqrt(wa * wb) : 0;
}

static double
quals_likeness(const struct quantity_mark *a, const struct quantity_mark *b)
{
    size_t both = 0;

    for (uint32_t i = 0; i < a->nquals; i++)
        for (uint32_t k = 0; k < b->nquals; k++) {
            bool pa = a->quals[i].kind == SENSE_DEMONYM ||
                      a->quals[i].kind == SENSE_PLACE;
            bool pb = b->quals[k].kind == SENSE_DEMONYM ||
                      b->quals[k].kind == SENSE_PLACE;

            if (a->quals[i].id == b->quals[k].id &&
                (a->quals[i].kind == b->quals[k].kind || (pa && pb))) {
                both++;
                break;
            }
        }
    return a->nquals && b->nquals
               ? (double)both /
                     (double)(a->nquals < b->nquals ? a->nquals : b->nquals)
               : 0;
}

/* Whether persons are told by their nation: twelve Chinese. */
static bool
of_nation(const struct quantity_mark *q)
{
    for (uint32_t i = 0; i < q->nquals && q->partitive; i++)
        if (q->quals[i].kind == SENSE_DEMONYM ||
            (q->quals[i].kind == SENSE_PLACE && q->lang == LANG_ZH))
            return true; /* 12人是中国公民 */
    return false;
}

/* The land that a word of a phrase tells of; 0: none. */
static uint32_t
land_of(const struct lexicon *lx, const struct sense *s)
{
    return s->kind == SENSE_DEMONYM || s->kind == SENSE_PLACE
               ? lexicon_country(lx, s->id)
               : 0;
}

/* Whether each is told of a land, and of none of the other's: 87 Indonesians
 * and 156 Indians. */
static bool
of_other_lands(const struct lexicon *lx, const struct quantity_mark *a,
               const struct quantity_mark *b)
{
    bool told = false;

    for (uint32_t i = 0; i < a->nquals; i++)
        for (uint32_t k = 0; k < b->nquals; k++) {
            uint32_t x = land_of(lx, &a->quals[i]);
            uint32_t y = land_of(lx, &b->quals[k]);

            if (x && x == y)
                return false;
            told |= x && y;
        }
    return told;
}

#define CHANCE_CONTEXT 0.1 /* own examples and corpus/dev, 2026-11 */

/* A value by which two readings can be known: neither small nor round. */
static bool
rare(double v)
{
    return v > 12 && fmod(v, 10) != 0 && fmod(v, 25) != 0;
}

static void
value_features(const struct quantity_mark *a, const struct quantity_mark *b,
               double f[PAIR_COUNT])
{
    double low, high;

    low = fmax(fmin(a->min, b->min), 1e-9);
    high = fmax(a->min, b->min);
    f[PAIR_RATIO] = high > 0 ? low / high : 1;
    if (a->min == b->min &&
        (a->max == b->max || a->max == INFINITY || b->max == INFINITY)) {
        f[PAIR_SAME_VALUE] = 1;
        f[PAIR_RARE_VALUE] = rare(a->min);
        return;
    }
    if (fmax(a->min, b->min) <= fmin(a->max, b->max)) {
        f[PAIR_HELD_VALUE] = 1;
        return;
    }
    f[PAIR_OTHER_VALUE] = 1;
    f[PAIR_FAR_VALUE] = high / low > FAR_RATIO;
}

static bool
person_like(enum concept_class c)
{
    return c == CLASS_PERSON || c == CLASS_ROLE;
}

/* The last word of a key: what kind of thing it is ("drone-attack"). */
static str
head_of(str key)
{
    size_t at = key.n;

    while (at > 0 && key.s[at - 1] != '-')
        at--;
    return str_cut(key, at, key.n);
}

static bool
same_head(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    str x = head_of(lexicon_key(lx, a)), y = head_of(lexicon_key(lx, b));

    return x.n > 3 && str_eq(x, y);
}

/* Whether what one counts stands among what qualifies the other. */
static bool
qualifies(const struct lexicon *lx, const struct quantity_mark *a,
          const struct quantity_mark *b)
{
    for (uint32_t i = 0; i < b->nquals; i++)
        if (b->quals[i].kind == SENSE_CONCEPT &&
            (b->quals[i].id == a->counted ||
             lexicon_near(lx, b->quals[i].id, a->counted) >= 2))
            return true;
    return false;
}

/* "It cost 80 million" may be any amount of money: a loss, a fine. */
static bool
any_amount(const struct lexicon *lx, uint32_t sum)
{
    str key = lexicon_key(lx, sum);

    return str_is(key, "cost") || str_is(key, "payment");
}

/* Whether an amount that bears no name is none of the kind that is told of
 * another one: its page says so of others, or something else stands by it. */
static bool
of_other_sum(const struct lexicon *lx, const struct facet *bare, uint32_t sum)
{
    if (any_amount(lx, sum))
        return false;
    for (size_t i = 0; i < PAIR_MOST_TOLD && bare->told[i]; i++)
        if (bare->told[i] == sum || lexicon_near(lx, bare->told[i], sum) >= 2)
            return true;
    return bare->beside && bare->beside != sum &&
           !any_amount(lx, bare->beside) &&
           lexicon_near(lx, bare->beside, sum) < 2;
}

static void
counted_features(const struct lexicon *lx, const struct facet *a,
                 const struct facet *b, double f[PAIR_COUNT])
{
    uint32_t x = a->q->counted, y = b->q->counted;

    if (x && y) {
        /* a loss of money and a damage are one, told in two words */
        if (x == y || lexicon_near(lx, x, y) >= MOSTLY_ONE ||
            (a->cls == CLASS_SUM && b->cls == CLASS_SUM &&
             lexicon_near(lx, x, y) >= 2)) {
            f[PAIR_SAME_COUNTED] = 1;
            f[PAIR_GENERIC] = a->generic;
        } else if (a->cls == CLASS_SUM && b->cls == CLASS_SUM &&
                   (any_amount(lx, x) || any_amount(lx, y))) {
            f[PAIR_ONE_COUNTED] = SUM_UNSAID;
        } else if (lexicon_near(lx, x, y) >= 2 || same_head(lx, x, y)) {
            f[PAIR_NEAR_COUNTED] = 1;
        } else if (person_like(a->cls) && person_like(b->cls)) {
            f[a->generic || b->generic ? PAIR_PERSONS : PAIR_OTHER_PERSONS] = 1;
        } else {
            f[PAIR_OTHER_COUNTED] = 1;
        }
        f[PAIR_QUAL_COUNTED] =
            x != y && (qualifies(lx, a->q, b->q) || qualifies(lx, b->q, a->q));
    } else if (a->q->noun.n && str_eq(a->q->noun, b->q->noun)) {
        f[PAIR_SAME_COUNTED] = 1;
    } else if ((x != 0) != (y != 0) || a->q->noun.n || b->q->noun.n) {
        /* many a page leaves it unsaid what an amount of money was for */
        if ((a->cls == CLASS_SUM && of_other_sum(lx, b, x)) ||
            (b->cls == CLASS_SUM && of_other_sum(lx, a, y)))
            f[PAIR_OTHER_SUM] = 1;
        f[PAIR_ONE_COUNTED] = (a->cls == CLASS_SUM || b->cls == CLASS_SUM) &&
                                      !a->q->noun.n && !b->q->noun.n
                                  ? SUM_UNSAID
                                  : 1;
    }
    f[PAIR_SUM] = f[PAIR_SAME_COUNTED] > 0 && a->cls == CLASS_SUM;
}

static double
nearby_likeness(const struct facet *a, const struct facet *b)
{
    double same = 0;

    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (!isnan(a->nearby[i]) && a->nearby[i] == b->nearby[k])
                same = 1;
    return same;
}

/* "Twice" and "two strikes": times count what happened. */
static bool
counts_events(const struct lexicon *lx, const struct facet *a,
              const struct facet *b)
{
    return (a->cls == CLASS_ACT &&
            str_is(lexicon_key(lx, b->q->unit), "times")) ||
           (b->cls == CLASS_ACT &&
            str_is(lexicon_key(lx, a->q->unit), "times"));
}

/*
 * Three grandchildren and three employees: small figures are equal by chance,
 * so that where the things are unlike something else must be shared.
 */
static bool
chance(const struct lexicon *lx, const struct facet *a, const struct facet *b,
       const double f[PAIR_COUNT])
{
    bool unlike = f[PAIR_OTHER_COUNTED] + f[PAIR_OTHER_PERSONS] > 0 ||
                  (f[PAIR_ONE_COUNTED] > 0 && f[PAIR_SAME_STATE] <= 0);

    /* the second accident and two carriages */
    if (f[PAIR_ORDINAL] > 0 && f[PAIR_OTHER_COUNTED] > 0 &&
        f[PAIR_SAME_VALUE] > 0 && f[PAIR_RARE_VALUE] <= 0)
        return true;

    return unlike && !counts_events(lx, a, b) && f[PAIR_SAME_VALUE] > 0 &&
           f[PAIR_RARE_VALUE] <= 0 &&
           f[PAIR_QUAL_COUNTED] + f[PAIR_QUALS] <= 0 &&
           (f[PAIR_OTHER_STATE] > 0 ||
            f[PAIR_CONTEXT] + f[PAIR_CLOSE] < CHANCE_CONTEXT);
}

static bool
is_limit(const struct lexicon *lx, const struct quantity_mark *q)
{
    return q->counted && str_is(lexicon_key(lx, q->counted), "speed-limit");
}

static bool
is_age(const struct lexicon *lx, const struct quantity_mark *q)
{
    return q->counted && str_is(lexicon_key(lx, q->counted), "age");
}

/* Ages of two persons, or on pages of several ages of which nothing says that
 * they are of one. */
static bool
of_two_persons(const struct lexicon *lx, const struct facet *a,
               const struct facet *b, bool alone)
{
    if (a->whose != NOBODY && b->whose != NOBODY)
        return a->whose != b->whose;
    if (a->owner != NOBODY && b->owner != NOBODY)
        return a->owner != b->owner;
    return !alone && is_age(lx, a->q) && is_age(lx, b->q) &&
           a->q->min != b->q->min;
}

static bool
says_of(const struct quantity_mark *q)
{
    for (uint32_t i = 0; i < q->nquals; i++)
        if (q->quals[i].kind == SENSE_CONCEPT)
            return true;
    return false;
}

/* The height of a dam and the way to a fence: lengths of which each says what
 * it is of, and nothing that both say. */
static bool
of_other_things(const struct lexicon *lx, const struct quantity_mark *a,
                const struct quantity_mark *b)
{
    return units_length(lx, a->unit) && !a->state && !b->state && says_of(a) &&
           says_of(b) && quals_likeness(a, b) <= 0;
}

/* Whether both tell of a state that not just anybody of a story is in, as
 * the dead and the wounded are. */
static bool
of_few(const struct lexicon *lx, const struct quantity_mark *a,
       const struct quantity_mark *b)
{
    static const char *const many[] = {"killed",      "wounded",  "missing",
                                       "displaced",   "arrested", "infected",
                                       "hospitalised"};
    str key = lexicon_key(lx, a->state);

    if (!a->state || a->state != b->state)
        return false;
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (str_is(key, many[i]))
            return false;
    return true;
}

/* "the twelfth attack" is told as "they attacked 12 times", too. */
static bool
is_times(const struct lexicon *lx, const struct quantity_mark *q)
{
    return q->unit && str_is(lexicon_key(lx, q->unit), "times");
}

void
pair_features(const struct lexicon *lx, const struct facets *r, size_t at_a,
              size_t at_b, bool alone, double f[PAIR_COUNT])
{
    const struct facet *a = &r->list[at_a], *b = &r->list[at_b];
    const struct quantity_mark *x = a->q, *y = b->q;
    struct quantity_mark cx, cy;

    if (units_common(lx, x, y, &cx, &cy)) {
        x = &cx;
        y = &cy;
    }
    memset(f, 0, PAIR_COUNT * sizeof *f);
    f[PAIR_BIAS] = 1;
    if (x->unit && y->unit)
        f[units_namesakes(lx, x->unit, y->unit) ? PAIR_SAME_UNIT
                                                : PAIR_OTHER_UNIT] = 1;
    else if (x->unit || y->unit)
        f[x->ordinal != y->ordinal ? PAIR_OTHER_UNIT : PAIR_ONE_UNIT] = 1;
    counted_features(lx, a, b, f);
    /* ages of two persons are two things, so are a speed and its limit, the
     * second quake and two of them */
    if (is_limit(lx, x) != is_limit(lx, y) ||
        (x->ordinal != y->ordinal && !is_times(lx, x) && !is_times(lx, y)) ||
        of_two_persons(lx, a, b, alone)) {
        f[PAIR_SAME_COUNTED] = 0;
        f[PAIR_OTHER_COUNTED] = 1;
        f[PAIR_OTHER_UNIT] = 1;
    }
    if (x->state && y->state)
        f[x->state == y->state || lexicon_near(lx, x->state, y->state) >= 2
              ? PAIR_SAME_STATE
              : PAIR_OTHER_STATE] = 1;
    else if (x->state || y->state)
        f[PAIR_ONE_STATE] = 1;
    /* of parts of different wholes, what befell one is not said of the other */
    if (f[PAIR_ONE_STATE] > 0 && a->part && b->part) {
        f[PAIR_ONE_STATE] = 0;
        f[PAIR_OTHER_STATE] = 1;
    }
    value_features(x, y, f);
    f[PAIR_NATION] = of_nation(x) != of_nation(y);
    f[PAIR_SMALL] =
        f[PAIR_SAME_STATE] <= 0 && fmax(x->min, y->min) <= SMALL_MOST;
    f[PAIR_NATIONS] = of_other_lands(lx, x, y);
    f[PAIR_QUALS] = quals_likeness(x, y);
    f[PAIR_CONTEXT] =
        ids_likeness(r, a->context, a->ncontext, b->context, b->ncontext);
    f[PAIR_CLOSE] = ids_likeness(r, a->close, a->nclose, b->close, b->nclose);
    f[PAIR_NEARBY] = nearby_likeness(a, b);
    f[PAIR_PARTITIVE] = a->part != b->part;
    if (of_few(lx, x, y)) {
        f[PAIR_PERSONS] *= FEW_PERSONS;
        f[PAIR_OTHER_PERSONS] *= FEW_PERSONS;
        f[PAIR_PARTITIVE] *= FEW_PERSONS;
    }
    f[PAIR_ORDINAL] = x->ordinal != y->ordinal;
    f[PAIR_ALONE] = alone;
    f[PAIR_MEASURE] = f[PAIR_ALONE] > 0 && f[PAIR_SAME_UNIT] > 0 &&
                      units_telling(lx, x->unit);
    /* such a measure is told of its object in many words: water, mud, lake */
    if (f[PAIR_MEASURE] > 0)
        f[PAIR_OTHER_COUNTED] *= MEASURE_OBJECT;
    f[PAIR_BARE] = f[PAIR_SAME_UNIT] > 0 && f[PAIR_RATIO] < BARE_RATIO &&
                   f[PAIR_SAME_STATE] <= 0 && f[PAIR_SAME_COUNTED] <= 0 &&
                   ((units_share(lx, x->unit) &&
                     f[PAIR_CONTEXT] + f[PAIR_CLOSE] < BARE_CONTEXT) ||
                    of_other_things(lx, x, y));
    f[PAIR_CHANCE] = chance(lx, a, b, f);
    f[PAIR_VAGUE] =
        (x->approx && x->max == INFINITY) || (y->approx && y->max == INFINITY);
    /* dozens missing are no bound of 21 killed */
    if (f[PAIR_VAGUE] > 0 && f[PAIR_OTHER_STATE] > 0)
        f[PAIR_OTHER_UNIT] = 1;
    f[PAIR_LEAD] = a->lead && b->lead;
    f[PAIR_EARLIER] = a->earlier != b->earlier;
    f[PAIR_POSITION] = 1 - fabs(a->position - b->position);
    f[PAIR_TITLE] = a->title || b->title;
}

static double
sum(const double f[PAIR_COUNT], const double w[PAIR_COUNT])
{
    double s = 0;

    for (int i = 0; i < PAIR_COUNT; i++)
        s += f[i] * w[i];
    return s;
}

double
pair_meet(const double f[PAIR_COUNT])
{
    static const double weights[] = {
#define X(name, meet, differ) meet,
        PAIR_FEATURES(X)
#undef X
    };

    return sum(f, weights);
}

double
pair_differ(const double f[PAIR_COUNT])
{
    static const double weights[] = {
#define X(name, meet, differ) differ,
        PAIR_FEATURES(X)
#undef X
    };

    return sum(f, weights);
}
