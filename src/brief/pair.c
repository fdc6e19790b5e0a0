/* pair.c - features of two figures, and their score. */
#include "brief/pair.h"

#include "brief/units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Figures in this first part of a page are what it is about. */
#define LEAD_SHARE 0.25

/* Above this ratio two figures are rather of two things. */
#define FAR_RATIO 2.2

/* Ids of bearers in a context, beside the kinds of senses. */
#define BEARER_KIND 100

/* How far "next to the number" reaches, in words (Han: characters). */
#define CLOSE_WORDS(a, i) ((a)->read.w.words[i].script == SCRIPT_HAN ? 10u : 5u)

static int
by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static void
add_id(uint64_t *ids, size_t *n, uint64_t kind, uint64_t id)
{
    uint64_t value = kind << 32 | id;

    if (*n == PAIR_MOST_CONTEXT)
        return;
    for (size_t i = 0; i < *n; i++)
        if (ids[i] == value)
            return;
    ids[(*n)++] = value;
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

/* Values of the figures beside it in its sentence: a partition, a before
 * and after are told in the same order in every language. */
static void
find_nearby(const struct article *a, uint32_t mark, struct facet *f)
{
    const struct quantity_mark *q = &a->quantities[mark];

    f->nearby[0] = f->nearby[1] = NAN;
    if (mark > 0 && a->quantities[mark - 1].sentence == q->sentence)
        f->nearby[0] = a->quantities[mark - 1].min;
    if (mark + 1 < a->nquantities &&
        a->quantities[mark + 1].sentence == q->sentence)
        f->nearby[1] = a->quantities[mark + 1].min;
}

/* Whether no other figure of the page part counts the same otherwise. */
static bool
is_alone(const struct article *a, uint32_t mark)
{
    const struct quantity_mark *q = &a->quantities[mark];

    if (!q->unit && !q->counted)
        return false;
    for (uint32_t i = 0; i < a->nquantities; i++) {
        const struct quantity_mark *o = &a->quantities[i];

        if (i != mark && o->lang == q->lang && o->unit == q->unit &&
            (q->unit || (o->counted == q->counted && o->state == q->state)) &&
            (o->min != q->min || o->max != q->max))
            return false;
    }
    return true;
}

static void
make_facet(const struct tale *t, const struct reading_of *r, struct facet *f)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = &a->quantities[r->mark];
    const struct block *block;
    const struct sentence *s, *first;
    str key;

    *f = (struct facet){.q = q, .cls = lexicon_class(t->lx, q->counted)};
    key = lexicon_key(t->lx, q->counted);
    f->generic = str_is(key, "people") || str_is(key, "person") ||
                 str_is(key, "victim") || str_is(key, "casualty");
    find_nearby(a, r->mark, f);
    f->alone = is_alone(a, r->mark);
    f->whose = q->whose >= 0 ? t->bearer_of[r->article][q->whose] : NOBODY;
    block = article_block(a, q->at.start);
    f->title =
        block && (block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE ||
                  block->kind == BLOCK_HEADING);
    f->position = a->text.n ? (double)q->at.start / (double)a->text.n : 0;
    f->lead = f->title || f->position < LEAD_SHARE;
    if (q->sentence >= a->read.w.nsentences)
        return;
    s = &a->read.w.sentences[q->sentence];
    first = s;
    /* what the sentence before spoke of goes on, within a paragraph */
    if (q->sentence > 0 && !(a->read.w.words[s->word].shape & SHAPE_LINE))
        first = s - 1;
    for (uint32_t i = a->read.sense_at[first->word];
         i < a->read.sense_at[s->word + s->nwords]; i++) {
        const struct sense *m = &a->read.senses[i];

        uint64_t kind = m->kind == SENSE_DEMONYM ? SENSE_PLACE : m->kind;

        if (!telling(m))
            continue;
        add_id(f->context, &f->ncontext, kind, m->id);
        if (m->word + CLOSE_WORDS(a, m->word) >= q->word &&
            m->word < q->word + q->nwords + CLOSE_WORDS(a, m->word))
            add_id(f->close, &f->nclose, kind, m->id);
    }
    for (uint32_t i = 0; i < a->nnames; i++)
        if (a->names[i].at.start >= first->at.start &&
            a->names[i].at.start < s->at.end &&
            t->bearer_of[r->article][i] != NOBODY && !a->names[i].known)
            add_id(f->context, &f->ncontext, BEARER_KIND,
                   t->bearer_of[r->article][i]);
    if (f->ncontext)
        qsort(f->context, f->ncontext, sizeof *f->context, by_value);
    if (f->nclose)
        qsort(f->close, f->nclose, sizeof *f->close, by_value);
}

/* ---- comparing -------------------------------------------------------- */

static void
count_ids(struct facets *r, struct arena *mem)
{
    size_t total = 0, n = 0;
    uint64_t *all;

    for (size_t i = 0; i < r->n; i++)
        total += r->list[i].ncontext;
    all = arena_new(mem, uint64_t, total);
    for (size_t i = 0; i < r->n; i++)
        for (size_t k = 0; k < r->list[i].ncontext; k++)
            all[n++] = r->list[i].context[k];
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

static void
counted_features(const struct lexicon *lx, const struct facet *a,
                 const struct facet *b, double f[PAIR_COUNT])
{
    uint32_t x = a->q->counted, y = b->q->counted;

    if (x && y) {
        if (x == y) {
            f[PAIR_SAME_COUNTED] = 1;
            f[PAIR_GENERIC] = a->generic;
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
        f[PAIR_ONE_COUNTED] = 1;
    }
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

void
pair_features(const struct lexicon *lx, const struct facets *r, size_t at_a,
              size_t at_b, double f[PAIR_COUNT])
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
        f[x->unit == y->unit ? PAIR_SAME_UNIT : PAIR_OTHER_UNIT] = 1;
    else if (x->unit || y->unit)
        f[PAIR_ONE_UNIT] = 1;
    counted_features(lx, a, b, f);
    /* ages of two persons are two things */
    if (a->whose != NOBODY && b->whose != NOBODY && a->whose != b->whose) {
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
    value_features(x, y, f);
    f[PAIR_QUALS] = quals_likeness(x, y);
    f[PAIR_CONTEXT] =
        ids_likeness(r, a->context, a->ncontext, b->context, b->ncontext);
    f[PAIR_CLOSE] = ids_likeness(r, a->close, a->nclose, b->close, b->nclose);
    f[PAIR_NEARBY] = nearby_likeness(a, b);
    f[PAIR_PARTITIVE] = x->partitive != y->partitive;
    f[PAIR_ORDINAL] = x->ordinal != y->ordinal;
    f[PAIR_ALONE] = a->alone && b->alone;
    f[PAIR_VAGUE] =
        (x->approx && x->max == INFINITY) || (y->approx && y->max == INFINITY);
    f[PAIR_LEAD] = a->lead && b->lead;
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

void
pair_facets(const struct tale *t, const struct reading_of *list, size_t n,
            struct facets *r, struct arena *mem)
{
    *r = (struct facets){.list = arena_new(mem, struct facet, n), .n = n};
    for (size_t i = 0; i < n; i++)
        make_facet(t, &list[i], &r->list[i]);
    count_ids(r, mem);
}
