/*
 * align.c - which figures speak of one thing, across pages and languages.
 *
 * Two readings are compared by what they count, what befell it, its unit,
 * the value, what else stands in the phrase and in the sentence; a linear
 * score says how likely they are the same thing. Groups grow from the best
 * pair down, by average linkage; two different values of one page part are
 * never one figure. METHOD.md tells how the weights were found.
 */
#include "brief/inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_CONTEXT 48  /* meanings kept of a sentence */

/* Weights of pair_score: fitted on ../shared seeds + corpus/dev, 2026-11. */
#define W_BIAS         (-3.0)
#define W_SAME_COUNTED 2.0
#define W_NEAR_COUNTED 0.6   /* people and soldiers */
#define W_OTHER_COUNTED (-2.2)
#define W_SAME_STATE   1.4
#define W_OTHER_STATE  (-3.0)
#define W_SAME_UNIT    1.2
#define W_OTHER_UNIT   (-6.0)
#define W_SAME_VALUE   1.8
#define W_RARE_VALUE   1.2   /* the same, and not a small or round one */
#define W_HELD_VALUE   0.8   /* a bound that holds, an overlap */
#define W_OTHER_VALUE  (-0.6)
#define W_FAR_VALUE    (-1.6) /* more than three times as much */
#define W_QUALS        1.4
#define W_CONTEXT      3.2
#define W_PARTITIVE    (-0.6)

/* What a reading is compared by. */
struct facet {
    const struct quantity_mark *q;
    uint64_t context[MOST_CONTEXT]; /* sorted typed ids of its sentence */
    size_t ncontext;
    enum concept_class cls;
    bool generic; /* people, persons: says nothing of who */
};

static int
by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static void
add_context(struct facet *f, uint64_t kind, uint64_t id)
{
    uint64_t value = kind << 32 | id;

    if (f->ncontext == MOST_CONTEXT)
        return;
    for (size_t i = 0; i < f->ncontext; i++)
        if (f->context[i] == value)
            return;
    f->context[f->ncontext++] = value;
}

static bool
telling(const struct sense *s)
{
    switch (s->kind) {
    case SENSE_CONCEPT:
        return s->cls != CLASS_BOUND && s->cls != CLASS_TIME &&
               s->cls != CLASS_SAY && s->cls != CLASS_UNIT;
    case SENSE_PLACE:
    case SENSE_DEMONYM:
    case SENSE_BODY:
        return true;
    default:
        return false;
    }
}

static void
make_facet(const struct tale *t, const struct reading_of *r, struct facet *f)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = &a->quantities[r->mark];
    const struct sentence *s;
    str key;

    *f = (struct facet){.q = q, .cls = lexicon_class(t->lx, q->counted)};
    key = lexicon_key(t->lx, q->counted);
    f->generic = str_is(key, "people") || str_is(key, "person") ||
                 str_is(key, "victim") || str_is(key, "casualty");
    if (q->sentence >= a->read.w.nsentences)
        return;
    s = &a->read.w.sentences[q->sentence];
    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords]; i++) {
        const struct sense *m = &a->read.senses[i];

        if (telling(m))
            add_context(f, m->kind == SENSE_DEMONYM ? SENSE_PLACE : m->kind,
                        m->id);
    }
    for (uint32_t i = 0; i < a->nnames; i++)
        if (a->names[i].at.start >= s->at.start &&
            a->names[i].at.start < s->at.end &&
            t->bearer_of[r->article][i] != NOBODY && !a->names[i].known)
            add_context(f, 100, t->bearer_of[r->article][i]);
    if (f->ncontext)
        qsort(f->context, f->ncontext, sizeof *f->context, by_value);
}

/* ---- the score of a pair --------------------------------------------- */

struct rarity {
    struct facet *facets;
    size_t n;
    uint64_t *ids;   /* all context ids, sorted, one each */
    double *weight;  /* how rare: 1 in one sentence, near 0 in all */
    size_t nids;
};

static void
count_ids(struct rarity *r, struct arena *mem)
{
    size_t total = 0, n = 0;
    uint64_t *all;

    for (size_t i = 0; i < r->n; i++)
        total += r->facets[i].ncontext;
    all = arena_new(mem, uint64_t, total);
    for (size_t i = 0; i < r->n; i++)
        for (size_t k = 0; k < r->facets[i].ncontext; k++)
            all[n++] = r->facets[i].context[k];
    if (n)
        qsort(all, n, sizeof *all, by_value);
    r->ids = arena_new(mem, uint64_t, n);
    r->weight = arena_new(mem, double, n);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && all[k] == all[i]; k++)
            ;
        r->ids[r->nids] = all[i];
        r->weight[r->nids++] =
            log(1 + (double)r->n / (double)(k - i)) / log(1 + (double)r->n);
    }
}

static double
weight_of(const struct rarity *r, uint64_t id)
{
    uint64_t *at = r->nids
                       ? bsearch(&id, r->ids, r->nids, sizeof id, by_value)
                       : NULL;

    return at ? r->weight[at - r->ids] : 0;
}

static double
context_likeness(const struct rarity *r, const struct facet *a,
                 const struct facet *b)
{
    double both = 0, wa = 0, wb = 0;
    size_t i = 0, k = 0;

    for (size_t x = 0; x < a->ncontext; x++)
        wa += pow(weight_of(r, a->context[x]), 2);
    for (size_t x = 0; x < b->ncontext; x++)
        wb += pow(weight_of(r, b->context[x]), 2);
    while (i < a->ncontext && k < b->ncontext) {
        if (a->context[i] == b->context[k]) {
            both += pow(weight_of(r, a->context[i]), 2);
            i++;
            k++;
        } else if (a->context[i] < b->context[k]) {
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
               ? (double)both / (double)(a->nquals < b->nquals ? a->nquals
                                                               : b->nquals)
               : 0;
}

/* A value by which two readings can be known: neither small nor round. */
static bool
rare(double v)
{
    return v > 12 && fmod(v, 10) != 0 && fmod(v, 25) != 0;
}

static double
value_score(const struct quantity_mark *a, const struct quantity_mark *b)
{
    double low, high;

    if (a->min == b->min && a->max == b->max)
        return W_SAME_VALUE + (rare(a->min) ? W_RARE_VALUE : 0);
    if (fmax(a->min, b->min) <= fmin(a->max, b->max))
        return a->min == b->min ? W_SAME_VALUE : W_HELD_VALUE;
    low = fmax(fmin(a->min, b->min), 1e-9);
    high = fmax(a->min, b->min);
    return W_OTHER_VALUE + (high / low > 3 ? W_FAR_VALUE : 0);
}

static bool
person_like(enum concept_class c)
{
    return c == CLASS_PERSON || c == CLASS_ROLE;
}

static double
counted_score(const struct facet *a, const struct facet *b)
{
    if (a->q->counted && b->q->counted) {
        if (a->q->counted == b->q->counted)
            return W_SAME_COUNTED * (a->generic ? 0.6 : 1);
        if (person_like(a->cls) && person_like(b->cls))
            return a->generic || b->generic ? W_NEAR_COUNTED : -0.4;
        /* an ordinal counts happenings of any name: 12th attack, 12 times */
        return W_OTHER_COUNTED;
    }
    if (a->q->noun.n && str_eq(a->q->noun, b->q->noun))
        return W_SAME_COUNTED;
    return 0;
}

static double
pair_score(const struct rarity *r, const struct facet *a,
           const struct facet *b)
{
    const struct quantity_mark *x = a->q, *y = b->q;
    double s = W_BIAS;

    if (x->unit && y->unit)
        s += x->unit == y->unit ? W_SAME_UNIT : W_OTHER_UNIT;
    else if (x->unit || y->unit)
        s += W_OTHER_UNIT / 2;
    s += counted_score(a, b);
    if (x->state && y->state)
        s += x->state == y->state ? W_SAME_STATE : W_OTHER_STATE;
    s += value_score(x, y);
    s += W_QUALS * quals_likeness(x, y);
    s += W_CONTEXT * context_likeness(r, a, b);
    if (x->partitive != y->partitive)
        s += W_PARTITIVE;
    return s;
}

/* ---- groups ----------------------------------------------------------- */

struct pair {
    uint32_t a, b;
    double score;
};

static int
by_score(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static bool
disjoint(const struct quantity_mark *a, const struct quantity_mark *b)
{
    return fmax(a->min, b->min) > fmin(a->max, b->max);
}

/* Two values of one page part about one thing would make no sense. */
static bool
clash(const struct reading_of *x, const struct facet *a,
      const struct reading_of *y, const struct facet *b)
{
    return x->article == y->article && x->part == y->part &&
           disjoint(a->q, b->q);
}

/* Mean score between two groups; -INFINITY where they must not meet. */
static double
linkage(const struct reading_of *list, const struct facet *f,
        const double *score, size_t n, uint32_t ga, uint32_t gb)
{
    double sum = 0;
    size_t pairs = 0;

    for (size_t i = 0; i < n; i++) {
        if (list[i].group != ga)
            continue;
        for (size_t k = 0; k < n; k++) {
            if (list[k].group != gb)
                continue;
            if (clash(&list[i], &f[i], &list[k], &f[k]))
                return -INFINITY;
            sum += score[i < k ? i * n + k : k * n + i];
            pairs++;
        }
    }
    return pairs ? sum / (double)pairs : -INFINITY;
}

size_t
align_readings(const struct tale *t, struct reading_of *list, size_t n)
{
    struct arena *tmp = arena_open();
    struct rarity r = {.facets = arena_new(tmp, struct facet, n), .n = n};
    double *score = arena_new(tmp, double, n * n);
    struct pair *pairs = NULL;
    size_t npairs = 0, ngroups = 0;
    uint32_t *name = arena_new(tmp, uint32_t, n);

    for (size_t i = 0; i < n; i++) {
        make_facet(t, &list[i], &r.facets[i]);
        list[i].group = (uint32_t)i;
    }
    count_ids(&r, tmp);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            double s = pair_score(&r, &r.facets[i], &r.facets[k]);

            score[i * n + k] = s;
            if (s <= 0)
                continue;
            pairs = arena_grow(tmp, pairs, npairs, sizeof *pairs);
            pairs[npairs++] = (struct pair){(uint32_t)i, (uint32_t)k, s};
        }
    if (npairs)
        qsort(pairs, npairs, sizeof *pairs, by_score);
    for (size_t p = 0; p < npairs; p++) {
        uint32_t ga = list[pairs[p].a].group, gb = list[pairs[p].b].group;

        if (ga == gb || linkage(list, r.facets, score, n, ga, gb) <= 0)
            continue;
        for (size_t i = 0; i < n; i++)
            if (list[i].group == gb)
                list[i].group = ga;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t *at = &name[list[i].group];

        if (*at == 0)
            *at = (uint32_t)++ngroups;
    }
    for (size_t i = 0; i < n; i++)
        list[i].group = name[list[i].group] - 1;
    arena_close(tmp);
    return ngroups;
}
