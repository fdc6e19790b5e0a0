/*
 * label_measure.c - what a bare measure is of, told by what stands beside it.
 */
#include "brief/label.h"

#include <string.h>

struct vote {
    uint32_t id;
    size_t n;
};

uint32_t
label_most(const uint32_t *ids, size_t n)
{
    struct vote best = {0, 0};

    for (size_t i = 0; i < n; i++) {
        size_t same = 0;

        if (ids[i] == 0)
            continue;
        for (size_t k = 0; k < n; k++)
            same += ids[k] == ids[i];
        if (same > best.n || (same == best.n && ids[i] < best.id))
            best = (struct vote){ids[i], same};
    }
    return best.id;
}

/* How far a measure may stand from what it measures, in words. */
#define SENTENCE_WORDS 40u
#define MEASURED_WORDS 5u
#define AMOUNT_WORDS   7u /* of money and shares, which are told of */

/* Hours and days are how long something goes on: of no thing, no place. */
bool
label_of_time(const struct tale *t, uint32_t unit)
{
    static const char *const units[] = {"second", "minute", "hour", "day",
                                        "week",   "month",  "year"};

    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_is(lexicon_key(t->lx, unit), units[i]))
            return true;
    return false;
}

/* Whether the word with this ending on, or off, is the concept's own. */
static bool
is_plural(const struct tale *t, const struct word *w, const struct sense *s,
          str end)
{
    return lexicon_is_form(t->lx, w->fold, (enum lang)w->lang, end,
                           (enum concept_class)s->cls, s->id);
}

/* Languages whose words change little, so that a word that only shares its
 * stem with another is likelier another, plurals aside: torno is no tornado. */
static bool
stem_deceives(const struct tale *t, const struct word *w, const struct sense *s)
{
    enum lang lang = (enum lang)w->lang;

    return !s->exact && s->nwords == 1 &&
           (lang == LANG_EN || lang == LANG_ES || lang == LANG_FR ||
            lang == LANG_PT || lang == LANG_CA || lang == LANG_HE) &&
           !is_plural(t, w, s, STR("s")) && !is_plural(t, w, s, STR("es"));
}

/* Pomares, a village, is no orchard. */
static bool
may_be_name(const struct word *w)
{
    return w->shape & SHAPE_CAPITAL && !(w->shape & SHAPE_FIRST) &&
           w->lang != LANG_DE;
}

/* Money and shares. */
static bool
of_amount(const struct tale *t, uint32_t unit)
{
    return lexicon_class(t->lx, unit) == CLASS_MONEY ||
           str_is(lexicon_key(t->lx, unit), "percent");
}

static bool
can_be_measured(const struct tale *t, const struct sense *s,
                const struct word *w, uint32_t unit, bool alone)
{
    bool time = label_of_time(t, unit), sum = of_amount(t, unit);

    return s->kind == SENSE_CONCEPT && !may_be_name(w) && (s->exact || !time) &&
           !stem_deceives(t, w, s) &&
           ((s->cls == CLASS_ACT && (s->exact || !alone)) ||
            s->cls == CLASS_ABSTRACT || s->cls == CLASS_SUM ||
            (!time && s->cls == CLASS_THING) ||
            (!time && !(sum && alone) && s->cls == CLASS_PLACE));
}

/* Whether a comma or the like stands between a word and a figure. */
static bool
other_clause(const struct reading *r, const struct quantity_mark *q,
             uint32_t word)
{
    uint32_t from = word < q->word ? word : q->word + q->nwords;
    uint32_t to = word < q->word ? q->word : word;

    for (uint32_t k = from; k < to; k++)
        if (r->w.words[k].kind == WORD_MARK &&
            str_find(STR(",;:.()，；：。、（）،؛—–"), r->w.words[k].fold) !=
                SIZE_MAX)
            return true;
    return false;
}

static bool
is_unit(const struct reading *r, uint32_t word, uint32_t unit)
{
    for (uint32_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind == SENSE_CONCEPT && r->senses[i].id == unit)
            return true;
    return false;
}

/* How far from a measure the thing may stand; signs are less than words. */
static uint32_t
reach_of(const struct tale *t, const struct quantity_mark *q)
{
    uint32_t words = of_amount(t, q->unit) ? AMOUNT_WORDS : MEASURED_WORDS;

    return q->lang == LANG_ZH || q->lang == LANG_JA ? words * 8 / 5 : words;
}

/* Adds what stands next to a reading's number, each concept once, the nearest
 * first. */
static uint32_t *
beside(const struct tale *t, const struct reading_of *one, bool far, bool alone,
       uint32_t *ids, size_t *nids)
{
    const struct reading *r = &t->set->articles[one->article]->read;
    const struct quantity_mark *q = reading_mark(t, one);
    uint32_t reach = far ? SENTENCE_WORDS : reach_of(t, q);
    size_t first = *nids;

    /* inside the phrase, then a step at a time: before it, behind it */
    for (uint32_t i = 0; i < q->nwords + 2 * reach; i++) {
        uint32_t d = i < q->nwords ? 0 : (i - q->nwords) / 2 + 1;
        uint32_t k = i < q->nwords              ? q->word + i
                     : (i - q->nwords) % 2 == 0 ? q->word - d
                                                : q->word + q->nwords - 1 + d;

        if (k >= r->w.nwords || r->w.words[k].sentence != q->sentence ||
            (d && alone && other_clause(r, q, k)) ||
            (d == 0 && is_unit(r, k, q->unit))) /* metro: a metre */
            continue;
        for (uint32_t m = r->sense_at[k]; m < r->sense_at[k + 1]; m++) {
            bool known = !can_be_measured(t, &r->senses[m], &r->w.words[k],
                                          q->unit, alone);

            for (size_t x = first; x < *nids && !known; x++)
                known = ids[x] == r->senses[m].id;
            if (known)
                continue;
            ids = arena_grow(t->mem, ids, *nids, sizeof *ids);
            ids[(*nids)++] = r->senses[m].id;
        }
    }
    return ids;
}

/* The nearest of what stands by one figure; a length is of a thing sooner than
 * of the verb behind it. */
static uint32_t
nearest(const struct tale *t, const struct reading_of *one, const uint32_t *ids,
        size_t nids)
{
    uint32_t unit = reading_mark(t, one)->unit;

    if (nids > 1 && lexicon_class(t->lx, unit) == CLASS_UNIT &&
        !of_amount(t, unit) && !label_of_time(t, unit) &&
        lexicon_class(t->lx, ids[0]) == CLASS_ACT &&
        lexicon_class(t->lx, ids[1]) == CLASS_THING)
        return ids[1];
    return ids[0];
}

static uint32_t
most_beside(const struct tale *t, const struct reading_of *const *g, size_t n,
            bool far, size_t *votes)
{
    uint32_t *ids = NULL, best;
    size_t nids = 0;

    for (size_t i = 0; i < n; i++)
        ids = beside(t, g[i], far, n == 1, ids, &nids);
    best = n == 1 && nids ? nearest(t, g[0], ids, nids) : label_most(ids, nids);
    *votes = 0;
    for (size_t i = 0; i < nids; i++)
        *votes += best && ids[i] == best;
    return best;
}

/*
 * What a bare measure is of: the thing, act or notion that stands next to
 * more than a third of its readings ("38 metres" next to "dam"), and next to
 * two where there are two; else one that stands in the sentences of more than
 * half of three or more. 0: none.
 */
uint32_t
label_measured(const struct tale *t, const struct reading_of *const *g,
               size_t n)
{
    size_t votes;
    uint32_t best = most_beside(t, g, n, false, &votes);

    if (votes * 3 > n && (n == 1 || votes > 1))
        return best;
    best = most_beside(t, g, n, true, &votes);
    return votes > 2 && votes * 2 > n ? best : 0;
}
