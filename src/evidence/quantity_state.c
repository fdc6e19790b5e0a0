/*
 * quantity_state.c - what befell those that a count counts: killed, freed,
 * voted against. Said by a word of its phrase or by the clause around it.
 */
#include "evidence/quantity_parts.h"

#include <string.h>

#define STATE_REACH   14 /* words to the state that governs a count */
#define ACT_REACH     4  /* words back to "the murder of the" */
#define ACROSS        3  /* what it costs to look against the usual side */
#define OPINION_REACH 2  /* words from a share to those for or against */

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

bool
quantity_clause_mark(const struct finder *f, size_t word)
{
    return quantity_mark_is(f, word, ",;:.()，；：。、（）،؛—–");
}

bool
quantity_in_other_mark(const struct quantity_mark *marks, size_t n, size_t self,
                       size_t word)
{
    for (size_t k = self > 2 ? self - 2 : 0; k < n && k <= self + 2; k++)
        if (k != self && word >= marks[k].word &&
            word < marks[k].word + marks[k].nwords)
            return true;
    return false;
}

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
void
quantity_people_of_act(const struct finder *f, struct quantity_mark *m)
{
    if (m->counted && !m->state &&
        str_is(lexicon_key(f->lx, m->counted), "arrest")) {
        m->counted = f->id[KEY_PEOPLE];
        m->state = lexicon_concept(f->lx, "arrested");
    }
}

bool
quantity_of_things(const struct finder *f, uint32_t state)
{
    return f->key_of[state] >= KEY_SHOT_DOWN &&
           f->key_of[state] <= KEY_CONTAMINATED;
}

/* Whether a state can be said of this count: votes are no soldiers. */
static bool
fits(const struct finder *f, const struct quantity_mark *m, uint32_t state)
{
    enum concept_class cls = lexicon_class(f->lx, m->counted);

    /* the data of customers was stolen, not they, nor the time it took */
    if (f->key_of[state] == KEY_STOLEN || f->key_of[state] == KEY_CONTAMINATED)
        return cls != CLASS_PERSON && cls != CLASS_ROLE &&
               (f->key_of[m->unit] < KEY_SECOND ||
                f->key_of[m->unit] > KEY_CENTURY);
    /* a fire that burned woods and drove out hundreds burned no people */
    if (str_is(lexicon_key(f->lx, state), "burned"))
        return cls != CLASS_PERSON && cls != CLASS_ROLE;
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
    static const char *const of_nouns[] = {"charged",  "wounded",   "arrested",
                                           "infected", "kidnapped", "jailed"};
    static const char *const of_verbs[] = {
        "serious-condition", "acquitted", "convicted",
        "sentenced",         "freed",     "escaped-prison"};
    bool noun = false, verb = false;

    if (m->partitive)
        return said != 0;
    for (size_t i = 0; i < sizeof of_nouns / sizeof *of_nouns; i++)
        noun |= str_is(lexicon_key(f->lx, own), of_nouns[i]);
    for (size_t i = 0; i < sizeof of_verbs / sizeof *of_verbs; i++)
        verb |= str_is(lexicon_key(f->lx, said), of_verbs[i]);
    /* the wounded who fled a building broke out of nothing */
    if (str_is(lexicon_key(f->lx, said), "escaped-prison") &&
        str_is(lexicon_key(f->lx, own), "wounded"))
        return false;
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

/* Languages whose verb stands last. */
static bool
verb_last(const struct finder *f, const struct quantity_mark *m)
{
    enum lang lang = (enum lang)f->w[m->word].lang;

    return lang == LANG_TR || lang == LANG_JA || lang == LANG_KO ||
           lang == LANG_HI || lang == LANG_FA;
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
        if (quantity_clause_mark(f, i) || in_rival(f, marks, n, self, i))
            break;
        if (quantity_in_other_mark(marks, n, self, i) ||
            !befell(f, i, &state, &len) || !fits(f, m, state))
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
        if (quantity_clause_mark(f, i) || in_rival(f, marks, n, self, i))
            break;
        if (quantity_in_other_mark(marks, n, self, i) ||
            !befell(f, i, &state, &len) || !fits(f, m, state))
            continue;
        left = state;
        /* yaralılardan altısının durumu ağır; but "downed 61 of 79 drones
         * launched" */
        if (right && tells_more(f, m, left, right) &&
            !(m->partitive && d == 0 && !verb_last(f, m)))
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

void
quantity_state(const struct finder *f, struct quantity_mark *marks, size_t n,
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

/* Arabic إصابة is a wound, and of a disease an infection. */
static void
infected(const struct finder *f, struct quantity_mark *m)
{
    static const char *const diseases[] = {
        "coronavirus", "virus",     "epidemic", "cholera", "infection",
        "disease",     "influenza", "measles",  "ebola"};
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    uint32_t wounded = lexicon_concept(f->lx, "wounded");

    if (m->lang != LANG_AR || !m->state || m->state != wounded)
        return;
    for (size_t i = f->r->sense_at[s->word];
         i < f->r->sense_at[s->word + s->nwords]; i++)
        for (size_t k = 0; k < sizeof diseases / sizeof *diseases; k++)
            if (f->r->senses[i].kind == SENSE_CONCEPT &&
                str_is(lexicon_key(f->lx, f->r->senses[i].id), diseases[k])) {
                m->state = lexicon_concept(f->lx, "infected");
                return;
            }
}

/* "1,200 jobs" were not fined: what befalls persons alone. */
void
quantity_state_fits(const struct finder *f, struct quantity_mark *m)
{
    static const char *const persons[] = {
        "fined",        "acquitted",  "charged",   "arrested", "wounded",
        "hospitalised", "vaccinated", "infected",  "homeless", "displaced",
        "kidnapped",    "freed",      "recaptured"};
    /* "ten lakh rupees for the kin of the dead": no sum, no span, no
     * temperature */
    static const char *const bodies[] = {
        "killed",         "wounded",  "missing",        "rescued",
        "body-recovered", "trapped",  "escaped-prison", "arrested",
        "power-outage",   "infected", "evacuated",      "aboard"};
    enum concept_class cls = lexicon_class(f->lx, m->counted);
    bool degree = f->key_of[m->unit] == KEY_DEGREE;

    infected(f, m);
    for (size_t i = 0;
         (degree || lexicon_class(f->lx, m->unit) == CLASS_MONEY) &&
         i < sizeof bodies / sizeof *bodies;
         i++)
        if (m->state && str_is(lexicon_key(f->lx, m->state), bodies[i]))
            m->state = 0;
    /* an index of so many points did not sink as ships do */
    if (str_is(lexicon_key(f->lx, m->counted), "points") &&
        quantity_of_things(f, m->state))
        m->state = 0;
    /* nor do billions that are sunk into a rocket go down */
    if (lexicon_class(f->lx, m->unit) == CLASS_MONEY &&
        quantity_of_things(f, m->state) && f->key_of[m->state] != KEY_STOLEN &&
        f->key_of[m->state] != KEY_SEIZED)
        m->state = 0;
    if (m->unit
            ? lexicon_class(f->lx, m->unit) != CLASS_UNIT &&
                  lexicon_class(f->lx, m->unit) != CLASS_TIME
            : cls != CLASS_THING && cls != CLASS_ABSTRACT && cls != CLASS_ACT)
        return;
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        if (m->state && str_is(lexicon_key(f->lx, m->state), persons[i]))
            m->state = 0;
}
