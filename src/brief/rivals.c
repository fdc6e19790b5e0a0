/*
 * rivals.c - a page that tells a dispute itself: "the aid group counts 31
 * dead, the ministry 27", or a count and the one before it: "38 by Thursday, 31
 * on Tuesday".
 *
 * Who tells two figures mostly tells of two things; these are the exceptions.
 * Both must say the same of the same, and either two sources must stand by
 * them, each by its own, or two days.
 */
#include "brief/inside.h"

#include <stdlib.h>

#define MOST_SOURCES 16
#define DISPUTE_DAYS 2  /* between two that deny each other */
#define SERIES_DAYS  14 /* between two of a series on one page */

struct sources {
    uint64_t id[MOST_SOURCES];
    size_t n;
};

static void
add(struct sources *s, uint64_t id)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->id[i] == id)
            return;
    if (s->n < MOST_SOURCES)
        s->id[s->n++] = id;
}

/* The words around a figure up to the next comma, semicolon or bracket; the
 * whole sentence where `wide`. */
static void
stretch(const struct article *a, const struct quantity_mark *q, bool wide,
        uint32_t *from, uint32_t *to)
{
    const struct sentence *s = &a->read.w.sentences[q->sentence];
    uint32_t first = s->word, end = s->word + s->nwords;

    *from = q->word;
    *to = q->word + q->nwords;
    while (*from > first &&
           (wide || a->read.w.words[*from - 1].kind != WORD_MARK))
        --*from;
    while (*to < end && (wide || a->read.w.words[*to].kind != WORD_MARK))
        ++*to;
}

/* Bodies in a stretch of words; persons and offices where something is said
 * in it. The figure's own words tell of no source. */
static void
sources_in(const struct tale *t, uint32_t article,
           const struct quantity_mark *q, uint32_t from, uint32_t to,
           struct sources *out)
{
    const struct article *a = t->set->articles[article];
    const struct reading *r = &a->read;
    bool says = false;

    for (uint32_t i = r->sense_at[from]; i < r->sense_at[to]; i++)
        says |=
            r->senses[i].kind == SENSE_CONCEPT && r->senses[i].cls == CLASS_SAY;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t b = t->bearer_of[article][i];

        if (n->word < from || n->word >= to || b == NOBODY)
            continue;
        if (t->bearers[b].kind == NAME_ORG ||
            (says && t->bearers[b].kind == NAME_PERSON))
            add(out, (uint64_t)1 << 32 | b);
    }
    for (uint32_t i = r->sense_at[from]; i < r->sense_at[to]; i++) {
        const struct sense *s = &r->senses[i];

        if (s->kind == SENSE_CONCEPT &&
            (s->word < q->word || s->word >= q->word + q->nwords) &&
            (s->cls == CLASS_BODY || (says && s->cls == CLASS_ROLE)))
            add(out, s->id);
    }
}

static bool
shared(const struct sources *a, const struct sources *b)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            if (a->id[i] == b->id[k])
                return true;
    return false;
}

static bool
two_sources(const struct tale *t, uint32_t article,
            const struct quantity_mark *x, const struct quantity_mark *y)
{
    const struct article *a = t->set->articles[article];
    struct sources s = {.n = 0}, o = {.n = 0};
    bool wide = x->sentence != y->sentence;
    uint32_t from, to;

    stretch(a, x, wide, &from, &to);
    sources_in(t, article, x, from, to, &s);
    stretch(a, y, wide, &from, &to);
    sources_in(t, article, y, from, to, &o);
    return s.n && o.n && !shared(&s, &o);
}

/* Whether both count the same, and nothing parts them. */
static bool
same_thing(const struct tale *t, const struct quantity_mark *x,
           const struct quantity_mark *y)
{
    str kx = lexicon_key(t->lx, x->counted),
        ky = lexicon_key(t->lx, y->counted);
    bool anybody = str_is(kx, "people") || str_is(ky, "people");

    if (x->partitive || y->partitive || x->elliptic || y->elliptic ||
        x->ordinal || y->ordinal || x->unit != y->unit ||
        x->state != y->state || (x->counted == 0 && x->state == 0))
        return false;
    return x->counted == y->counted || (x->state && anybody);
}

/* Days from the one count to the other; 0 where they are not told. */
static int32_t
days_between(const struct tale *t, const struct reading_of *a,
             const struct reading_of *b)
{
    struct day from = figures_day(t, a), to = figures_day(t, b);

    return from.day && to.day ? day_number(to) - day_number(from) : 0;
}

bool
rivals_told(const struct tale *t, const struct reading_of *a,
            const struct reading_of *b)
{
    const struct quantity_mark *x = reading_mark(t, a);
    const struct quantity_mark *y = reading_mark(t, b);
    int32_t days;

    /* "the union counts 300,000, the police 90,000" */
    if (y->against == (int32_t)a->mark || x->against == (int32_t)b->mark)
        return true;
    if (!same_thing(t, x, y))
        return false;
    days = days_between(t, a, b);
    if (days != 0 && abs(days) <= SERIES_DAYS && x->state &&
        (days > 0) == (y->min > x->min) && series_goes_on(t, days > 0 ? b : a))
        return true;
    return abs(days) <= DISPUTE_DAYS && two_sources(t, a->article, x, y);
}
