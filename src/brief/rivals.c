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

#include <math.h>
#include <stdlib.h>

#define MOST_SOURCES 16
#define DISPUTE_DAYS 2  /* between two that deny each other */
#define SERIES_DAYS  14 /* between two of a series on one page */
/* Two that say otherwise of one thing stand side by side and are of a like
 * size; own stories, 2026-11. */
#define NEXT_SENTENCE 1
#define FACTOR_MOST   5
#define FEW           10 /* two robbers in disguise may be of three */
/* Words between a land and what it says. */
#define SAYS_REACH     2
#define SAYS_REACH_HAN 4

struct sources {
    uint64_t id[MOST_SOURCES];
    size_t n;
    bool says; /* and somebody says, reckons something there */
};

#define SOURCE_BEARER 1 /* a kind beside concepts */

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

/* Whether somebody says something right behind the word: 土耳其方面称, "Turkey
 * says". */
static bool
says_behind(const struct reading *r, uint32_t word, uint32_t to)
{
    uint32_t reach = r->w.words[word < to ? word : to - 1].script == SCRIPT_HAN
                         ? SAYS_REACH_HAN
                         : SAYS_REACH;

    for (uint32_t i = word; i < to && i < word + reach; i++)
        if (r->w.words[i].kind == WORD_MARK)
            return false;
        else if (reading_concept(r, i, CLASS_SAY))
            return true;
    return false;
}

/* Concepts of which news can say that they say something: a hospital, a
 * service. */
static bool
speaks(enum concept_class cls)
{
    return cls == CLASS_PERSON || cls == CLASS_PLACE || cls == CLASS_ABSTRACT ||
           cls == CLASS_THING;
}

/* Whether it stands beside a verb of saying, no mark between. */
static bool
beside_say(const struct reading *r, const struct sense *s, uint32_t from,
           uint32_t to)
{
    uint32_t at = s->word, behind = s->word + s->nwords;

    for (uint32_t n = 0; n < SAYS_REACH + 1 && at-- > from; n++) {
        if (r->w.words[at].kind == WORD_MARK)
            break;
        if (reading_concept(r, at, CLASS_SAY))
            return true;
    }
    return says_behind(r, behind, to);
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
    uint32_t reckoned = lexicon_concept(t->lx, "reckoned");
    bool says = false;

    for (uint32_t i = r->sense_at[from]; i < r->sense_at[to]; i++)
        says |= r->senses[i].kind == SENSE_CONCEPT &&
                (r->senses[i].cls == CLASS_SAY || r->senses[i].id == reckoned);
    out->says |= says;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t b = t->bearer_of[article][i];

        if (n->word < from || n->word >= to || b == NOBODY)
            continue;
        if (t->bearers[b].kind == NAME_ORG ||
            (says && t->bearers[b].kind == NAME_PERSON))
            add(out, (uint64_t)SOURCE_BEARER << 32 | b);
        else if (t->bearers[b].kind == NAME_PLACE &&
                 says_behind(r, n->word + n->nwords, to))
            add(out, (uint64_t)SOURCE_BEARER << 32 | b);
    }
    for (uint32_t i = r->sense_at[from]; i < r->sense_at[to]; i++) {
        const struct sense *s = &r->senses[i];

        if (s->kind == SENSE_CONCEPT &&
            (s->word < q->word || s->word >= q->word + q->nwords) &&
            (s->cls == CLASS_BODY || (says && s->cls == CLASS_ROLE) ||
             (speaks(s->cls) && beside_say(r, s, from, to))))
            add(out, s->id);
    }
}

/* "By his count two died": he is who the sentence before names, within the
 * paragraph. */
static void
sources_before(const struct tale *t, uint32_t article,
               const struct quantity_mark *q, struct sources *out)
{
    const struct words *w = &t->set->articles[article]->read.w;
    const struct sentence *s = &w->sentences[q->sentence];

    if (q->sentence == 0 || w->words[s->word].shape & SHAPE_LINE)
        return;
    s--;
    sources_in(t, article, q, s->word, s->word + s->nwords, out);
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

/* Whether each has a source of its own; *say: and both of them say so. */
static bool
two_sources(const struct tale *t, uint32_t article,
            const struct quantity_mark *x, const struct quantity_mark *y,
            bool *say)
{
    const struct article *a = t->set->articles[article];
    struct sources s = {.n = 0}, o = {.n = 0};
    bool wide = x->sentence != y->sentence;
    uint32_t from, to;

    stretch(a, x, wide, &from, &to);
    sources_in(t, article, x, from, to, &s);
    if (s.says && s.n == 0)
        sources_before(t, article, x, &s);
    stretch(a, y, wide, &from, &to);
    sources_in(t, article, y, from, to, &o);
    if (o.says && o.n == 0)
        sources_before(t, article, y, &o);
    *say = s.says && o.says;
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

/* "312 sick infants" and "118 patients": told of the one, counted of the
 * other. */
static bool
is_qual(const struct quantity_mark *q, uint32_t concept)
{
    for (uint32_t i = 0; i < q->nquals; i++)
        if (concept && q->quals[i].kind == SENSE_CONCEPT &&
            q->quals[i].id == concept)
            return true;
    return false;
}

/* Whether nothing stands by a figure that it could be of but who tells it:
 * "the insurance of 4 million" is none of the loss. */
static bool
unsaid(const struct quantity_mark *q)
{
    for (uint32_t i = 0; i < q->nquals; i++)
        if (q->quals[i].kind == SENSE_CONCEPT &&
            q->quals[i].cls != CLASS_BODY && q->quals[i].cls != CLASS_ROLE &&
            q->quals[i].cls != CLASS_PERSON)
            return false;
    return true;
}

/* Whether they may be of one thing, if two say so: the same unit, or one of
 * them does not say what it counts. */
static bool
same_kind(const struct tale *t, const struct quantity_mark *x,
          const struct quantity_mark *y)
{
    double low = fmin(x->min, y->min), high = fmax(x->min, y->min);

    if (x->partitive || y->partitive || x->ordinal || y->ordinal ||
        x->unit != y->unit ||
        (x->state != y->state && (!x->unit || (x->state && y->state))) ||
        isinf(low) || isinf(high) || low * FACTOR_MOST < high ||
        (!x->unit && low < FEW))
        return false;
    if (x->counted == y->counted)
        return x->unit || x->counted;
    if (!x->unit)
        return is_qual(x, y->counted) || is_qual(y, x->counted);
    if (!x->counted || !y->counted)
        return unsaid(x->counted ? y : x);
    return lexicon_near(t->lx, x->counted, y->counted) >= 2;
}

/* Days from the one count to the other; 0 where they are not told. */
static int32_t
days_between(const struct tale *t, const struct reading_of *a,
             const struct reading_of *b)
{
    struct day from = figures_day(t, a), to = figures_day(t, b);

    return from.day && to.day ? day_number(to) - day_number(from) : 0;
}

enum rivals
rivals_of(const struct tale *t, const struct reading_of *a,
          const struct reading_of *b)
{
    const struct quantity_mark *x = reading_mark(t, a);
    const struct quantity_mark *y = reading_mark(t, b);
    bool alike, beside, say = false, two;
    int32_t days;

    /* "the union counts 300,000, the police 90,000" */
    if (y->against == (int32_t)a->mark || x->against == (int32_t)b->mark)
        return RIVALS_SURE;
    alike = same_thing(t, x, y);
    beside = abs((int)x->sentence - (int)y->sentence) <= NEXT_SENTENCE &&
             same_kind(t, x, y);
    if (!alike && !beside)
        return RIVALS_NONE;
    days = days_between(t, a, b);
    two = abs(days) <= DISPUTE_DAYS && two_sources(t, a->article, x, y, &say);
    if (two && say && (beside || x->state))
        return RIVALS_SURE;
    if (alike && days != 0 && abs(days) <= SERIES_DAYS && x->state &&
        (days > 0) == (y->min > x->min) && series_goes_on(t, days > 0 ? b : a))
        return RIVALS_TOLD;
    return alike && two ? RIVALS_TOLD : RIVALS_NONE;
}
