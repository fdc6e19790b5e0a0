/*
 * quantity_claim.c - "the union speaks of 300,000 demonstrators, the ministry
 * puts it at 90,000": a number that another speaker sets against the one
 * before, its noun a pronoun or missing.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define VERB_REACH   8  /* words from the verb to the number */
#define BEHIND_REACH 3  /* words from the number to a verb behind it */
#define SOURCE_REACH 10 /* words from the number to who says it */
#define MARKS_BACK   3  /* counts back to the one it is set against */

/* Claims and counts below ten are as often ages, hours and scores; two claims
 * of one thing are of a like size. Own sentences in 20 languages, 2026-11. */
#define CLAIM_LEAST  10
#define CLAIM_FACTOR 20

/* Verbs, and words before a number, that say how many there were: "put at",
 * calculou, зафиксировала. Of "put" only what ends in "at". */
static bool
reckons(const struct finder *f, size_t word, const struct count *c, size_t *n)
{
    if (!quantity_key_at(f, word, KEY_RECKONED, n))
        return false;
    return !str_starts(f->w[word].fold, STR("put")) ||
           f->w[word].lang != LANG_EN || word >= c->first ||
           (c->first > 0 && str_is(f->w[c->first - 1].fold, "at"));
}

static bool
tells_how_many(const struct finder *f, size_t word, const struct count *c,
               size_t *n)
{
    const struct sense *s;

    if (reckons(f, word, c, n))
        return true;
    s = reading_concept(f->r, word, CLASS_SAY);
    if (!s || !s->exact)
        return false;
    *n = s->nwords;
    return true;
}

/* The first word of the clause that the number ends or stands in. */
static size_t
clause_start(const struct finder *f, const struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), at = c->first;

    if (start < behind)
        start = behind;
    if (at > start && quantity_mark_is(f, at - 1, "—–"))
        at--; /* "by the ministry's count - 90,000" */
    while (at > start && !quantity_clause_mark(f, at - 1))
        at--;
    return at;
}

/* Who may count: a name, a body, an office, a profession. */
static bool
source(const struct finder *f, size_t word, bool *noun)
{
    const struct sense *s = quantity_noun_at(f, word);

    *noun = s != NULL && s->exact;
    for (size_t i = 0; i < f->a->nnames; i++) {
        const struct name_mark *name = &f->a->names[i];

        if (name->word <= word && word < (size_t)name->word + name->nwords)
            return name->kind != NAME_PLACE;
    }
    return (s && (s->cls == CLASS_ROLE || s->cls == CLASS_BODY ||
                  s->cls == CLASS_PERSON)) ||
           reading_sense(f->r, word, SENSE_BODY) != NULL;
}

/*
 * Whether somebody in the clause before the number counts it, and nothing else
 * is named between verb and number that it could be of.
 */
static bool
said_before(const struct finder *f, const struct count *c, size_t start,
            bool *verb)
{
    bool somebody = false;

    *verb = false;
    for (size_t d = 1; d <= SOURCE_REACH && c->first >= start + d; d++) {
        size_t at = c->first - d, n;
        bool noun, who = source(f, at, &noun);

        if (f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE)
            return false;
        if (!*verb && d <= VERB_REACH && tells_how_many(f, at, c, &n) && n <= d)
            *verb = true;
        else if (who)
            somebody = true;
        else if (noun && !*verb)
            return false; /* "put the damage at 90,000" */
    }
    return somebody;
}

/* Whether the clause is at its end, or at a verb of counting; *verb. */
static bool
ends_behind(const struct finder *f, const struct count *c, bool *verb)
{
    size_t end = quantity_sentence_end(f, c->num), n;
    size_t from = c->num_end > c->end ? c->num_end : c->end;

    for (size_t at = from; at < end && at <= from + BEHIND_REACH; at++) {
        if (tells_how_many(f, at, c, &n)) {
            *verb = true;
            return true;
        }
        if (f->w[at].kind == WORD_MARK)
            return at == from && !quantity_mark_is(f, at, "-/:%‰");
        if (!quantity_function(f, at) && !quantity_glued(f, at))
            return false;
    }
    return from >= end;
}

/* The count that the number is set against; NULL. */
static struct quantity_mark *
rival(const struct finder *f, const struct count *c)
{
    struct article *a = f->a;

    for (size_t k = a->nquantities, i = 0; k-- > 0 && i < MARKS_BACK; i++) {
        struct quantity_mark *m = &a->quantities[k];

        if (f->w[c->num].sentence - m->sentence > 1)
            return NULL;
        if (m->unit || m->partitive || m->ordinal ||
            (m->counted == 0 && m->noun.n == 0) || m->counted == f->id[KEY_AGE])
            continue;
        if (isinf(m->min) || m->min < CLAIM_LEAST || m->min == c->min ||
            m->min > CLAIM_FACTOR * c->min || c->min > CLAIM_FACTOR * m->min)
            return NULL;
        return m;
    }
    return NULL;
}

/* What stands before as the one who says it is not what is counted: 警方称,
 * 警察は; a verb behind is no noun. */
static bool
without_noun(const struct finder *f, const struct count *c)
{
    bool noun;
    size_t n;

    if (c->head == NO_WORD)
        return c->counted == 0;
    if (c->head < c->first)
        return c->head + 1 < c->first && source(f, c->head, &noun) &&
               quantity_han(f, c->num);
    for (size_t i = c->num_end; i <= c->head; i++)
        if (tells_how_many(f, i, c, &n))
            return true;
    return false;
}

void
quantity_claim(const struct finder *f, struct count *c, size_t behind)
{
    struct quantity_mark *of;
    bool before, after = false;
    uint32_t state;
    size_t start;

    if (c->unit || c->country || c->ordinal || c->one || c->times ||
        c->partitive || c->elliptic || c->state || c->aged || c->toll ||
        c->none || isinf(c->min) || c->min < CLAIM_LEAST ||
        c->min != floor(c->min) || !without_noun(f, c))
        return;
    of = rival(f, c);
    start = clause_start(f, c, behind);
    if (!of || !said_before(f, c, start, &before) ||
        !ends_behind(f, c, &after) || !(before || after))
        return;
    state = of->state;
    quantity_state(f, f->a->quantities, f->a->nquantities,
                   (size_t)(of - f->a->quantities));
    c->state = of->state;
    of->state = state;
    c->counted = of->counted;
    c->noun = of->noun;
    c->toll = true;
    c->head = NO_WORD;
    c->left = c->first;
    c->end = c->right = c->num_end > c->end ? c->num_end : c->end;
}
