/*
 * quantity_context.c - what is said of a count: what befell those it
 * counts, what else they are, where, by whom, as of when.
 */
#include "evidence/quantity_parts.h"

#include <string.h>

#define STATE_REACH   14 /* words to the state that governs a count */
#define ACT_REACH     4  /* words back to "the murder of the" */
#define QUAL_REACH    8  /* words around the phrase that tell of it */
#define SAY_REACH     6  /* words from the verb of saying to the source */
#define ACROSS        3  /* what it costs to look against the usual side */
#define WHOLE_REACH   4  /* words from a part to the whole behind it */
#define OPINION_REACH 2  /* words from a share to those for or against */
#define INHERIT       2  /* sentences back to the noun of "three others" */

/* "Free Union": what a name says befell nobody. */
static bool
befell(const struct finder *f, size_t word, uint32_t *state, size_t *n)
{
    return f->taken[word] != TAKEN_NAME && quantity_state_at(f, word, state, n);
}

/* Arabic وأصيب, "and were hurt": the verb of the next count. */
static bool
next_verb(const struct finder *f, size_t word)
{
    return f->w[word].lang == LANG_AR &&
           str_starts(f->w[word].fold, STR("\u0648")) &&
           f->w[word].fold.n > 2 * strlen("\u0648");
}

static bool
clause_mark(const struct finder *f, size_t word)
{
    return quantity_mark_is(f, word, ",;:.()，；：。、（）،؛—–");
}

/* ---- state ------------------------------------------------------------ */

/* Whether the states of a sentence stand before their counts; what has a unit
 * has no state. */
static bool
states_first(const struct finder *f, const struct quantity_mark *marks,
             size_t n, uint32_t sentence)
{
    const struct sentence *s = &f->r->w.sentences[sentence];
    uint32_t state;
    size_t len;

    for (size_t i = s->word; i < (size_t)s->word + s->nwords; i++) {
        for (size_t k = 0; k < n; k++)
            if (marks[k].sentence == sentence && marks[k].word == i &&
                !marks[k].unit)
                return false;
        if (befell(f, i, &state, &len))
            return true;
    }
    return false;
}

static bool
in_other_mark(const struct quantity_mark *marks, size_t n, size_t self,
              size_t word)
{
    for (size_t k = self > 2 ? self - 2 : 0; k < n && k <= self + 2; k++)
        if (k != self && word >= marks[k].word &&
            word < marks[k].word + marks[k].nwords)
            return true;
    return false;
}

/* "three of the nine defendants": a part and, right behind it, its whole. */
static bool
part_and_whole(const struct finder *f, const struct quantity_mark *part,
               const struct quantity_mark *whole)
{
    size_t end = part->word + part->nwords;

    if (!part->partitive || whole->partitive || whole->unit ||
        part->sentence != whole->sentence || whole->min < part->max ||
        whole->word < part->word ||
        (part->counted && part->counted != f->id[KEY_PEOPLE] &&
         part->counted != whole->counted))
        return false;
    for (size_t i = end; i < whole->word; i++)
        if (f->w[i].kind == WORD_MARK || !quantity_function(f, i))
            return false;
    return true;
}

/*
 * Whether the word belongs to a count that what is said of this one cannot
 * be said behind: not to the whole of a part ("three of the nine were
 * freed"), nor to a measure ("eleven at a depth of 210 metres are trapped").
 */
static bool
in_rival(const struct finder *f, const struct quantity_mark *marks, size_t n,
         size_t self, size_t word)
{
    for (size_t k = self > 2 ? self - 2 : 0; k < n && k <= self + 2; k++)
        if (k != self && word >= marks[k].word &&
            word < marks[k].word + marks[k].nwords)
            return !(k == self + 1 &&
                     part_and_whole(f, &marks[self], &marks[k])) &&
                   (!marks[k].unit || marks[self].unit);
    return false;
}

/* "the murder of six priests": the act tells what befell them. */
static uint32_t
state_of_act(const struct finder *f, const struct quantity_mark *m)
{
    static const char *const acts[] = {"assassination", "massacre", "murder",
                                       "execution"};
    enum concept_class cls = lexicon_class(f->lx, m->counted);

    if (m->counted && cls != CLASS_PERSON && cls != CLASS_ROLE)
        return 0;
    for (size_t back = 1; back <= ACT_REACH && back <= m->word; back++) {
        size_t at = m->word - back;
        const struct sense *act = reading_concept(f->r, at, CLASS_ACT);

        if (f->w[at].sentence != m->sentence)
            break;
        for (size_t i = 0; act && back > 1 && i < sizeof acts / sizeof *acts;
             i++)
            if (str_is(lexicon_key(f->lx, act->id), acts[i]))
                return lexicon_concept(f->lx, "killed");
        if (!quantity_function(f, at))
            break;
    }
    return 0;
}

/* "25 arrests" are 25 people. */
static void
people_of_act(const struct finder *f, struct quantity_mark *m)
{
    if (m->counted && !m->state &&
        str_is(lexicon_key(f->lx, m->counted), "arrest")) {
        m->counted = f->id[KEY_PEOPLE];
        m->state = lexicon_concept(f->lx, "arrested");
    }
}

/* Whether a state can be said of this count: votes are no soldiers. */
static bool
fits(const struct finder *f, const struct quantity_mark *m, uint32_t state)
{
    enum concept_class cls = lexicon_class(f->lx, m->counted);

    if (f->key_of[state] != KEY_VOTED_FOR &&
        f->key_of[state] != KEY_VOTED_AGAINST)
        return true;
    return f->key_of[m->unit] == KEY_PERCENT ||
           (!m->unit && (m->counted == f->id[KEY_VOTE] || cls == CLASS_ROLE ||
                         cls == CLASS_PERSON));
}

/* "Six of the injured are in serious condition": what a predicate says goes
 * before what the noun tells of all of them. */
static bool
tells_more(const struct finder *f, const struct quantity_mark *m, uint32_t own,
           uint32_t said)
{
    static const char *const of_nouns[] = {"charged", "wounded", "arrested",
                                           "infected", "kidnapped"};
    static const char *const of_verbs[] = {"serious-condition", "acquitted",
                                           "convicted", "sentenced", "freed"};
    bool noun = m->partitive, verb = m->partitive;

    for (size_t i = 0; i < sizeof of_nouns / sizeof *of_nouns; i++)
        noun |= str_is(lexicon_key(f->lx, own), of_nouns[i]);
    for (size_t i = 0; i < sizeof of_verbs / sizeof *of_verbs; i++)
        verb |= str_is(lexicon_key(f->lx, said), of_verbs[i]);
    return said && noun && verb;
}

/* Whether a verb right before the next count is said of that one: "including
 * two children and injured 30". */
static bool
of_next(const struct quantity_mark *marks, size_t n, size_t self, size_t end)
{
    return self + 1 < n && marks[self + 1].sentence == marks[self].sentence &&
           marks[self + 1].word >= end && marks[self + 1].word <= end + 1;
}

/* The state that the words of a clause around a count say of it, or 0. */
static uint32_t
said_around(const struct finder *f, const struct quantity_mark *marks, size_t n,
            size_t self)
{
    const struct quantity_mark *m = &marks[self];
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, behind = SIZE_MAX, len;
    bool before = states_first(f, marks, n, m->sentence);
    uint32_t state, right = 0, left = 0;

    for (size_t i = m->word + m->nwords, d = 0; i < end && d < STATE_REACH;
         i++, d++) {
        if (clause_mark(f, i) || in_rival(f, marks, n, self, i))
            break;
        if (in_other_mark(marks, n, self, i) || !befell(f, i, &state, &len) ||
            !fits(f, m, state))
            continue;
        if (next_verb(f, i) ||
            (m->partitive && before && of_next(marks, n, self, i + len)))
            break;
        behind = d + (before ? ACROSS : 0);
        right = state;
        break;
    }
    for (size_t i = m->word, d = 0; i > s->word && d < STATE_REACH; d++) {
        i--;
        if (clause_mark(f, i) || in_rival(f, marks, n, self, i))
            break;
        if (in_other_mark(marks, n, self, i) || !befell(f, i, &state, &len) ||
            !fits(f, m, state))
            continue;
        left = state;
        /* yaralılardan altısının durumu ağır */
        if (right && tells_more(f, m, left, right))
            return right;
        if (d + (before ? 0 : ACROSS) < behind)
            right = left;
        break;
    }
    return right;
}

/* 反対53.4%: a share of those for or against. */
static uint32_t
opinion(const struct finder *f, const struct quantity_mark *m)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords, n;

    for (size_t d = 0; d < OPINION_REACH; d++) {
        size_t at[2] = {m->word > s->word + d ? m->word - 1 - d : NO_WORD,
                        after + d < end ? after + d : NO_WORD};

        for (int i = 0; i < 2; i++) {
            if (at[i] == NO_WORD)
                continue;
            if (quantity_key_at(f, at[i], KEY_SUPPORT, &n))
                return f->id[KEY_VOTED_FOR];
            if (quantity_key_at(f, at[i], KEY_OPPOSE, &n))
                return f->id[KEY_VOTED_AGAINST];
        }
    }
    return 0;
}

static void
find_state(const struct finder *f, struct quantity_mark *marks, size_t n,
           size_t self)
{
    struct quantity_mark *m = &marks[self];
    bool whole = self > 0 && part_and_whole(f, m - 1, m);
    uint32_t own = 0, said;
    size_t len;

    if (m->state)
        return;
    for (size_t i = m->word; i < m->word + m->nwords; i++)
        if (befell(f, i, &said, &len) && fits(f, m, said) &&
            (!own || tells_more(f, m, own, said)))
            own = said;
    said = whole ? 0 : said_around(f, marks, n, self);
    if (!own && !said && self + 1 < n && part_and_whole(f, m, m + 1))
        for (size_t i = m[1].word; i < m[1].word + m[1].nwords && !own; i++)
            if (!befell(f, i, &own, &len))
                own = 0;
    m->state = !own || tells_more(f, m, own, said) ? said : own;
    if (!m->state)
        m->state = state_of_act(f, m);
    if (!m->state && f->key_of[m->unit] == KEY_PERCENT)
        m->state = opinion(f, m);
}

/* "1,200 jobs" were not fined: what befalls persons alone. */
static void
drop_misfit(const struct finder *f, struct quantity_mark *m)
{
    static const char *const persons[] = {
        "fined",        "acquitted",  "charged",   "arrested", "wounded",
        "hospitalised", "vaccinated", "infected",  "homeless", "displaced",
        "kidnapped",    "freed",      "recaptured"};
    enum concept_class cls = lexicon_class(f->lx, m->counted);

    if (m->unit
            ? lexicon_class(f->lx, m->unit) != CLASS_UNIT
            : cls != CLASS_THING && cls != CLASS_ABSTRACT && cls != CLASS_ACT)
        return;
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        if (m->state && str_is(lexicon_key(f->lx, m->state), persons[i]))
            m->state = 0;
}

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
        right = right && after + d < end && !clause_mark(f, after + d) &&
                !in_other_mark(marks, n, self, after + d);
        if (right)
            add_quals(f, m, after + d);
        left = left && m->word > s->word + d &&
               !clause_mark(f, m->word - 1 - d) &&
               !in_other_mark(marks, n, self, m->word - 1 - d);
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
            return true;
        }
    s = quantity_noun_at(f, word);
    if (!s ||
        (s->cls != CLASS_ROLE && s->cls != CLASS_BODY &&
         s->cls != CLASS_PERSON) ||
        (word >= m->word && word < m->word + m->nwords))
        return false;
    m->said_words = (span){f->w[word].start, f->w[word + s->nwords - 1].end};
    return true;
}

static void
find_source(const struct finder *f, struct quantity_mark *m)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, n;

    for (size_t i = s->word; i < end; i++) {
        if (!says(f, i, &n))
            continue;
        for (size_t d = 0; d < SAY_REACH; d++) {
            if (i + n + d < end && source_at(f, m, i + n + d))
                return;
            if (i > s->word + d && source_at(f, m, i - 1 - d))
                return;
        }
    }
}

/* ---- what stands before ----------------------------------------------- */

/* States that befall things sooner than people. */
static bool
of_things(const struct finder *f, uint32_t state)
{
    switch (f->key_of[state]) {
    case KEY_SHOT_DOWN:
    case KEY_FIRED:
    case KEY_DAMAGED:
    case KEY_DESTROYED:
    case KEY_SUNK:
    case KEY_SEIZED:
    case KEY_CLOSED:
    case KEY_FLOODED:
    case KEY_CANCELLED:
    case KEY_DELAYED:
    case KEY_DIVERTED:
        return true;
    default:
        return false;
    }
}

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

static bool
is_person(const struct finder *f, uint32_t concept)
{
    enum concept_class cls = lexicon_class(f->lx, concept);

    return cls == CLASS_PERSON || cls == CLASS_ROLE;
}

/* Chinese 三处: counted by a word that persons are not counted by. 个 serves
 * for both. */
static bool
counts_things(const struct finder *f, const struct quantity_mark *m)
{
    size_t n;

    for (size_t i = m->word; i < m->word + m->nwords; i++)
        if (f->w[i].lang == LANG_ZH &&
            quantity_key_at(f, i, KEY_COUNT_THING, &n) &&
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
        if (clause_mark(f, i))
            return NULL;
    return next;
}

/* "three others", ثلاثا منها: the noun of the count before. */
static void
inherit(const struct finder *f, struct quantity_mark *marks, size_t n,
        size_t self)
{
    const struct quantity_mark *whole;
    struct quantity_mark *m = &marks[self];
    bool empty = m->counted == 0 && m->noun.n == 0 && m->unit == 0;
    bool thing = m->state && of_things(f, m->state);

    if (m->counted == f->id[KEY_PEOPLE] && thing && m->nwords <= 3 &&
        holds_state(f, m)) {
        m->counted = 0; /* "Three shot down" are no people */
        empty = true;
    }
    if (m->partitive && self > 0 && m[-1].sentence == m->sentence &&
        m[-1].min >= m->max && !m[-1].unit) {
        /* "of the nine accused three people" */
        if (m->counted == f->id[KEY_PEOPLE] && is_person(f, m[-1].counted))
            m->counted = m[-1].counted;
        /* "killing 21, six of them children" */
        if (!m->state && m[-1].state && is_person(f, m->counted))
            m->state = m[-1].state;
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
        if (counts_things(f, m) && is_person(f, b->counted))
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
    for (size_t i = 0; i < n; i++) {
        if (marks[i].counted == 0 || marks[i].counted != f->id[KEY_AGE])
            find_state(f, marks, n, i);
        people_of_act(f, &marks[i]);
        quantity_sum(f, marks, n, i);
        quantity_term(f, &marks[i]);
        drop_misfit(f, &marks[i]);
        inherit(f, marks, n, i);
        find_quals(f, marks, n, i);
        find_place_and_day(f, &marks[i]);
        find_source(f, &marks[i]);
    }
}
