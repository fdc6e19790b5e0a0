/*
 * quantity_context.c - what is said of a count beside what befell those it
 * counts: what else they are, where, by whom, as of when.
 */
#include "evidence/quantity_parts.h"

#define QUAL_REACH  8 /* words around the phrase that tell of it */
#define SAY_REACH   6 /* words from the verb of saying to the source */
#define CLAUSE_COST 100
#define WHOLE_REACH 4 /* words from a part to the whole behind it */
#define INHERIT     2 /* sentences back to the noun of "three others" */

/* ---- qualities -------------------------------------------------------- */

static bool
tells(const struct sense *s)
{
    switch (s->kind) {
    case SENSE_PLACE:
    case SENSE_DEMONYM:
    case SENSE_BODY:
        return true;
    case SENSE_CONCEPT:
        return s->cls != CLASS_BOUND && s->cls != CLASS_SAY &&
               s->cls != CLASS_UNIT && s->cls != CLASS_MONEY &&
               s->cls != CLASS_TIME && s->cls != CLASS_STATE &&
               s->cls != CLASS_VERB && s->cls != CLASS_QUALITY;
    default:
        return false;
    }
}

static void
add_quals(const struct finder *f, struct quantity_mark *m, size_t word)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];
        bool twice = s->kind == SENSE_CONCEPT && s->id == m->counted;

        if (!tells(s))
            continue;
        for (uint32_t k = 0; k < m->nquals; k++)
            twice |= m->quals[k].kind == s->kind && m->quals[k].id == s->id;
        if (!twice && m->nquals < QUANTITY_MOST_QUALS)
            m->quals[m->nquals++] = *s;
    }
}

/* Those in the phrase first, then the nearest of the clause. */
static void
find_quals(const struct finder *f, struct quantity_mark *marks, size_t n,
           size_t self)
{
    struct quantity_mark *m = &marks[self];
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords;
    bool right = true, left = true;

    for (size_t i = m->word; i < after; i++)
        add_quals(f, m, i);
    for (size_t d = 0; d < QUAL_REACH && (left || right); d++) {
        right = right && after + d < end &&
                !quantity_clause_mark(f, after + d) &&
                !quantity_in_other_mark(marks, n, self, after + d);
        if (right)
            add_quals(f, m, after + d);
        left = left && m->word > s->word + d &&
               !quantity_clause_mark(f, m->word - 1 - d) &&
               !quantity_in_other_mark(marks, n, self, m->word - 1 - d);
        if (left)
            add_quals(f, m, m->word - 1 - d);
    }
}

/* ---- place, source, day ----------------------------------------------- */

static uint32_t
gap(uint32_t a, uint32_t an, uint32_t b, uint32_t bn)
{
    return a + an <= b ? b - a - an : b + bn <= a ? a - b - bn : 0;
}

static void
find_place_and_day(const struct finder *f, struct quantity_mark *m)
{
    uint32_t best = UINT32_MAX;

    m->place = m->as_of = m->said_by = -1;
    for (size_t i = 0; i < f->a->nnames; i++) {
        const struct name_mark *name = &f->a->names[i];
        uint32_t d = gap(m->word, m->nwords, name->word, name->nwords);

        if (name->kind == NAME_PLACE && name->word < f->nwords &&
            f->w[name->word].sentence == m->sentence && d < best) {
            best = d;
            m->place = (int32_t)i;
        }
    }
    best = UINT32_MAX;
    for (size_t i = 0; i < f->a->ndates; i++) {
        const struct date_mark *date = &f->a->dates[i];
        uint32_t d = gap(m->word, m->nwords, date->word, date->nwords);

        if (date->sentence == m->sentence && d < best) {
            best = d;
            m->as_of = (int32_t)i;
        }
    }
}

static bool
says(const struct finder *f, size_t word, size_t *n)
{
    const struct sense *s = reading_concept(f->r, word, CLASS_SAY);

    if (!s)
        return false;
    *n = s->nwords;
    return true;
}

/* A name, else a role or body, within reach of the verb of saying. */
static bool
source_at(const struct finder *f, struct quantity_mark *m, size_t word)
{
    const struct sense *s;

    for (size_t i = 0; i < f->a->nnames; i++)
        if (f->a->names[i].word <= word &&
            word < f->a->names[i].word + f->a->names[i].nwords &&
            f->a->names[i].kind != NAME_PLACE) {
            m->said_by = (int32_t)i;
            m->said_words = (span){0, 0};
            return true;
        }
    s = quantity_noun_at(f, word);
    if (!s ||
        (s->cls != CLASS_ROLE && s->cls != CLASS_BODY &&
         s->cls != CLASS_PERSON) ||
        (word >= m->word && word < m->word + m->nwords))
        return false;
    m->said_by = -1;
    m->said_words = (span){f->w[word].start, f->w[word + s->nwords - 1].end};
    return true;
}

/* What lies between a count and a verb of saying: each clause mark and each
 * other count parts them more than any words. */
static size_t
away(const struct finder *f, const struct quantity_mark *marks, size_t n,
     size_t self, size_t verb)
{
    const struct quantity_mark *m = &marks[self];
    size_t from = verb < m->word ? verb : m->word, cost;
    size_t to = verb < m->word ? m->word : verb;

    cost = to - from;
    for (size_t i = from; i < to; i++)
        cost += quantity_clause_mark(f, i) ? CLAUSE_COST : 0;
    for (size_t k = 0; k < n; k++)
        if (k != self && marks[k].word >= from && marks[k].word < to)
            cost += CLAUSE_COST;
    return cost;
}

static void
find_source(const struct finder *f, struct quantity_mark *marks, size_t n,
            size_t self)
{
    struct quantity_mark *m = &marks[self];
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, best = SIZE_MAX, len;

    for (size_t i = s->word; i < end; i++) {
        size_t cost;

        if ((i >= m->word && i < (size_t)m->word + m->nwords) ||
            !says(f, i, &len) || (cost = away(f, marks, n, self, i)) >= best)
            continue;
        for (size_t d = 0; d < SAY_REACH; d++)
            if ((i + len + d < end &&
                 !quantity_in_other_mark(marks, n, self, i + len + d) &&
                 source_at(f, m, i + len + d)) ||
                (i > s->word + d &&
                 !quantity_in_other_mark(marks, n, self, i - 1 - d) &&
                 source_at(f, m, i - 1 - d))) {
                best = cost;
                break;
            }
    }
}

/* ---- what stands before ----------------------------------------------- */

static bool
holds_state(const struct finder *f, const struct quantity_mark *m)
{
    uint32_t state;
    size_t n;

    for (size_t i = m->word; i < m->word + m->nwords; i++)
        if (quantity_state_at(f, i, &state, &n))
            return true;
    return false;
}

/* Chinese 三处, Japanese 800件: counted by a word that persons are not counted
 * by. 个 serves for both. */
static bool
counts_things(const struct finder *f, const struct quantity_mark *m)
{
    size_t n;

    for (size_t i = m->word; i < m->word + m->nwords; i++)
        if (quantity_han(f, i) && quantity_key_at(f, i, KEY_COUNT_THING, &n) &&
            !str_is(f->w[i].fold, "个") && !str_is(f->w[i].fold, "個"))
            return true;
    return false;
}

/* "two of its five wells": the whole that a part is told of, right behind. */
static const struct quantity_mark *
whole_behind(const struct finder *f, const struct quantity_mark *marks,
             size_t n, size_t self)
{
    const struct quantity_mark *m = &marks[self], *next = m + 1;
    size_t from = m->word + m->nwords;

    if (!m->partitive || self + 1 >= n || next->sentence != m->sentence ||
        next->unit || (next->counted == 0 && next->noun.n == 0) ||
        next->min < m->max || next->word > from + WHOLE_REACH)
        return NULL;
    for (size_t i = from; i < next->word; i++)
        if (quantity_clause_mark(f, i))
            return NULL;
    return next;
}

/* What a part is told of, right before it, other parts aside; NULL. */
static const struct quantity_mark *
whole_before(const struct quantity_mark *marks, size_t self)
{
    const struct quantity_mark *m = &marks[self], *of;

    if (!m->partitive || self == 0)
        return NULL;
    of = m - 1;
    while (of > marks && of->min < m->max && of->partitive &&
           of->sentence == m->sentence)
        of--;
    return of->sentence == m->sentence && of->min >= m->max && !of->unit ? of
                                                                         : NULL;
}

/* "three others", ثلاثا منها: the noun of the count before. */
static void
inherit(const struct finder *f, struct quantity_mark *marks, size_t n,
        size_t self)
{
    const struct quantity_mark *whole, *of;
    struct quantity_mark *m = &marks[self];
    bool empty = m->counted == 0 && m->noun.n == 0 && m->unit == 0;
    bool thing = m->state && quantity_of_things(f, m->state);

    if (m->counted == f->id[KEY_PEOPLE] && thing && m->nwords <= 3 &&
        holds_state(f, m)) {
        m->counted = 0; /* "Three shot down" are no people */
        empty = true;
    }
    of = whole_before(marks, self);
    if (of) {
        /* "of the nine accused three people" */
        if (m->counted == f->id[KEY_PEOPLE] && quantity_person(f, of->counted))
            m->counted = of->counted;
        /* "killing 21, six of them children" */
        if (!m->state && of->state && quantity_person(f, m->counted))
            m->state = of->state;
    }
    if (!empty)
        return;
    if (!m->elliptic && !m->partitive && m->state && !thing) {
        m->counted = f->id[KEY_PEOPLE];
        return;
    }
    whole = whole_behind(f, marks, n, self);
    if (whole) {
        m->counted = whole->counted;
        m->noun = whole->noun;
        return;
    }
    for (size_t k = self; k-- > 0;) {
        const struct quantity_mark *b = &marks[k];

        if (m->sentence - b->sentence > INHERIT)
            break;
        if (b->unit || (b->counted == 0 && b->noun.n == 0))
            continue;
        if (m->elliptic && b->partitive)
            continue; /* "including two children and 30 others" */
        if (counts_things(f, m) && quantity_person(f, b->counted))
            break;
        m->counted = b->counted;
        m->noun = b->noun;
        return;
    }
    if (m->state && !thing)
        m->counted = f->id[KEY_PEOPLE];
}

void
quantity_context(const struct finder *f, struct quantity_mark *marks, size_t n)
{
    quantity_currency(f, marks, n);
    for (size_t i = 0; i < n; i++) {
        if (marks[i].counted == 0 || marks[i].counted != f->id[KEY_AGE])
            quantity_state(f, marks, n, i);
        quantity_people_of_act(f, &marks[i]);
    }
    quantity_joined(f, marks, n);
    for (size_t i = 0; i < n; i++) {
        quantity_sum(f, marks, n, i);
        quantity_term(f, &marks[i]);
        quantity_limit(f, &marks[i]);
        quantity_state_fits(f, &marks[i]);
        inherit(f, marks, n, i);
        find_quals(f, marks, n, i);
        find_place_and_day(f, &marks[i]);
        find_source(f, marks, n, i);
    }
}
