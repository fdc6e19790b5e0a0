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
#define SOURCE_WORDS 5  /* words from "according to" to who says it */
#define ODD_MOST     2  /* words of a clause without a verb that say nothing */

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
    /* "by the ministry's count - 90,000", правительство – о 27 */
    if (at > start + 1 && quantity_function(f, at - 1) &&
        quantity_mark_is(f, at - 2, "—–"))
        at -= 2;
    else if (at > start && quantity_mark_is(f, at - 1, "—–"))
        at--;
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

/* A source among the words up to the end of their clause, SOURCE_WORDS at
 * most. */
static bool
source_within(const struct finder *f, size_t from, size_t end)
{
    bool noun;

    for (size_t at = from; at < end && at < from + SOURCE_WORDS; at++) {
        if (quantity_clause_mark(f, at))
            return false;
        if (source(f, at, &noun))
            return true;
    }
    return false;
}

/* "27 according to the government": who says it, right behind. */
static bool
said_behind(const struct finder *f, const struct count *c)
{
    size_t at = c->num_end > c->end ? c->num_end : c->end, n;

    return quantity_key_itself(f, at, KEY_ACCORDING_TO) &&
           quantity_key_at(f, at, KEY_ACCORDING_TO, &n) &&
           source_within(f, at + n, quantity_sentence_end(f, c->num));
}

/* "Según la policía, 45.000": the clause before names who says it. */
static bool
said_in_front(const struct finder *f, const struct count *c)
{
    size_t first = quantity_sentence_start(f, c->num), at = c->first, n;
    bool ends;

    if (at == first || !quantity_mark_is(f, at - 1, ",،") ||
        !ends_behind(f, c, &ends))
        return false;
    for (at--; at > first && !quantity_clause_mark(f, at - 1);)
        at--;
    if (quantity_function(f, at) &&
        !quantity_key_itself(f, at, KEY_ACCORDING_TO))
        at++; /* "but according to …" */
    return quantity_key_itself(f, at, KEY_ACCORDING_TO) &&
           quantity_key_at(f, at, KEY_ACCORDING_TO, &n) &&
           source_within(f, at + n, c->first);
}

/* "300 mila per gli organizzatori, 90 mila per la polizia": two judges, each
 * behind the same word. */
static bool
judged_behind(const struct finder *f, const struct count *c,
              const struct quantity_mark *of)
{
    static const struct {
        enum lang lang;
        const char *word;
    } to[] = {{LANG_IT, "per"},
              {LANG_FR, "pour"},
              {LANG_ES, "para"},
              {LANG_PT, "para"},
              {LANG_RO, "pentru"}};
    size_t at = c->num_end > c->end ? c->num_end : c->end;
    size_t end = quantity_sentence_end(f, c->num);
    bool judged = false;

    if (at >= end || of->sentence != f->w[c->num].sentence)
        return false;
    for (size_t i = 0; i < sizeof to / sizeof *to; i++)
        judged |=
            to[i].lang == f->w[at].lang && str_is(f->w[at].fold, to[i].word);
    if (!judged || !source_within(f, at + 1, end))
        return false;
    for (size_t i = of->word + of->nwords; i < c->first; i++)
        if (str_eq(f->w[i].fold, f->w[at].fold) &&
            source_within(f, i + 1, c->first))
            return true;
    return false;
}

/*
 * "The hospital speaks of 31 dead, the government of 27": the clause names who
 * counts and has no verb; that of the count before goes on in it.
 */
static bool
verb_goes_on(const struct finder *f, const struct count *c, size_t start,
             const struct quantity_mark *of)
{
    bool somebody = false, other = false, verb = false, ends, noun;
    size_t odd = 0, n;

    if (of->sentence != f->w[c->num].sentence)
        return false;
    for (size_t at = start; at < c->first; at++) {
        if (f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE)
            return false;
        if (source(f, at, &noun))
            somebody = true;
        else if (noun ||
                 (f->w[at].kind == WORD_LETTERS && !quantity_function(f, at) &&
                  !(f->w[at].shape & SHAPE_CLITIC) &&
                  f->taken[at] != TAKEN_NAME && odd++ == ODD_MOST))
            return false;
    }
    for (size_t at = quantity_sentence_start(f, c->num); at < start; at++) {
        if (at >= of->word && at < (size_t)of->word + of->nwords)
            continue;
        other |= source(f, at, &noun) || noun; /* a hospital is a place */
        verb |= tells_how_many(f, at, c, &n);
    }
    return somebody && other && verb && ends_behind(f, c, &ends);
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
        return source(f, c->head, &noun) &&
               ((c->head + 1 < c->first && quantity_han(f, c->num)) ||
                quantity_korean_topic(f, c->head));
    for (size_t i = c->num_end; i <= c->head; i++)
        if (tells_how_many(f, i, c, &n))
            return true;
    return false;
}

/* "killing 21, injuring 14 according to …": the clause says what befell them,
 * and it is not the same. */
static bool
befell_itself(const struct finder *f, const struct count *c, size_t start)
{
    uint32_t state;
    size_t n;

    for (size_t at = start; at < c->first; at++)
        if (quantity_state_at(f, at, &state, &n))
            return true;
    return false;
}

/* "Ils étaient 300 000": people, where nothing else is counted. */
static bool
they_were(const struct finder *f, const struct count *c)
{
    bool verb;
    size_t n;

    return quantity_key_ends(f, c->first, KEY_THEY_WERE, &n) &&
           quantity_key_itself(f, c->first - n, KEY_THEY_WERE) &&
           ends_behind(f, c, &verb);
}

static void
take(struct count *c, uint32_t counted, str noun, uint32_t state)
{
    c->counted = counted;
    c->noun = noun;
    c->state = state;
    c->toll = true;
    c->head = NO_WORD;
    c->left = c->first;
    c->end = c->right = c->num_end > c->end ? c->num_end : c->end;
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
        c->none || c->vague || isinf(c->min) || c->min < CLAIM_LEAST ||
        c->min != floor(c->min) || !without_noun(f, c))
        return;
    of = rival(f, c);
    if (!of && they_were(f, c))
        take(c, f->id[KEY_PEOPLE], (str){0}, 0);
    start = clause_start(f, c, behind);
    if (!of || (!(said_before(f, c, start, &before) &&
                  ends_behind(f, c, &after) && (before || after)) &&
                (befell_itself(f, c, start) ||
                 !(said_behind(f, c) || said_in_front(f, c) ||
                   judged_behind(f, c, of) || verb_goes_on(f, c, start, of)))))
        return;
    state = of->state;
    quantity_state(f, f->a->quantities, f->a->nquantities,
                   (size_t)(of - f->a->quantities));
    take(c, of->counted, of->noun, of->state);
    c->against = (size_t)(of - f->a->quantities) + 1;
    of->state = state;
}
