/*
 * quantity_phrase.c - the words behind a number up to the noun they count:
 * counters, adjectives, "of the", compounds. One word at a time; it ends at
 * the first that belongs to no noun phrase.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define PHRASE_MOST   9  /* words from the number to the noun */
#define RELATIVE_MOST 20 /* 装满水泥、瓷砖和水果的卡车: to 的 */
#define UNKNOWN_MOST  2  /* words that may be adjectives */
#define UNKNOWN_HAN   4  /* the same, of signs */
#define NOUN_LEAST    4  /* bytes; się and such are none */
#define PERSONS_MOST                                                           \
    1000 /* Persian: so many are persons sooner than tonnes                    \
          */

/* Languages whose noun stands right behind its number, and what it belongs
 * to or is like behind the noun: what is known there is not what is counted. */
static bool
noun_first(enum lang lang)
{
    return lang == LANG_AR || lang == LANG_FA || lang == LANG_HE ||
           lang == LANG_ID;
}

/* Languages that say "two millions of tonnes". */
static bool
romance(const struct finder *f, size_t word)
{
    enum lang lang = (enum lang)f->w[word].lang;

    return lang == LANG_FR || lang == LANG_ES || lang == LANG_PT ||
           lang == LANG_IT || lang == LANG_RO || lang == LANG_CA;
}

struct walk {
    size_t at, end, steps;
    size_t unknown, last_unknown, nunknown;
    size_t state_end;
    bool of, state_last;
};

/* Steps over what may stand before the noun; false at the phrase's end. */
static bool
step_over(const struct finder *f, struct count *c, struct walk *k)
{
    size_t n;
    bool han = quantity_han(f, k->at);

    if (k->at == c->end || han) {
        if (quantity_key_at(f, k->at, KEY_COUNT_PERSON, &n)) {
            c->persons = true;
            goto counter;
        }
        if (quantity_key_at(f, k->at, KEY_COUNT_EVENT, &n) ||
            /* not a word that only shares its stem: دفعة, a payment */
            (quantity_key_at(f, k->at, KEY_TIMES, &n) &&
             quantity_key_itself(f, k->at, KEY_TIMES))) {
            c->times = true;
            goto counter;
        }
        if (quantity_key_at(f, k->at, KEY_COUNT_THING, &n))
            goto counter;
        if (quantity_counter_hidden(f, c, k->at)) {
            n = 1;
            if (!han)
                k->end = k->at + 1; /* what its particle ends */
            goto counter;
        }
    }
    if (quantity_key_at(f, k->at, KEY_OF_THEM, &n)) {
        c->partitive = true;
        goto over;
    }
    if (quantity_key_at(f, k->at, KEY_OTHER, &n)) {
        c->elliptic = true;
        goto over;
    }
    if (quantity_key_at(f, k->at, KEY_PART_OF, &n)) {
        if (k->nunknown && !han)
            return false; /* the unknown word was the noun */
        k->of = true;
        /* the counter of a Japanese count stands before its noun */
        if (!c->counter && !romance(f, k->at) && !c->unit && !c->vague &&
            f->w[k->at].lang != LANG_JA &&
            f->w[k->at].lang != LANG_AR) /* 58 من السكان: residents */
            c->partitive = true;
        goto over;
    }
    return false;
counter:
    c->counter = true;
    if (k->at == c->end)
        c->end = k->at + n;
over:
    if (k->at == c->right && !k->of)
        c->right = k->at + n;
    k->at += n;
    return true;
}

/* "Nine of 12 economists": the number inside the phrase. */
static bool
inner_number(const struct finder *f, struct count *c, struct walk *k)
{
    struct number n;

    if (!k->of || c->one || !number_at(f->lx, f->r, k->at, &n) || n.ordinal ||
        n.value < c->min || quantity_unit_at(f, k->at + n.nwords))
        return false;
    c->partitive = true;
    k->at += n.nwords;
    return true;
}

/* "explosive-laden drones", 装满炸药的: the noun is part of an adjective. */
static bool
participle(const struct finder *f, size_t at)
{
    return quantity_mark_is(f, at, "-") && quantity_glued(f, at) &&
           quantity_glued(f, at + 1) && f->w[at + 1].kind == WORD_LETTERS &&
           !quantity_noun_at(f, at + 1) && at + 2 < f->nwords &&
           f->w[at + 2].kind == WORD_LETTERS &&
           f->w[at + 2].sentence == f->w[at].sentence;
}

/* In German a capital says that the unknown word before was a noun. */
static bool
german_noun(const struct finder *f, size_t word, size_t nunknown)
{
    return nunknown > 0 && f->w[word].lang == LANG_DE &&
           quantity_capital(f, word);
}

/* Chinese 九个小时, 两个半小时: the counter that some units of measure take. */
static bool
unit_counter(const struct finder *f, size_t word)
{
    return f->w[word].lang == LANG_ZH &&
           (str_is(f->w[word].fold, "个") || str_is(f->w[word].fold, "個"));
}

/* Lets the unit behind such a counter be one. */
static void
unit_counted(const struct finder *f, struct count *c, struct walk *k)
{
    size_t at = k->at;
    bool half =
        at > 1 && str_is(f->w[at].fold, "半") && quantity_unit_at(f, at + 1);

    /* 五个多小时, whose bound is read */
    if (c->counter && c->bound && at > 1 && str_is(f->w[at - 1].fold, "多") &&
        unit_counter(f, at - 2))
        c->counter = !quantity_unit_at(f, at);
    if (!c->counter || at == 0 || !unit_counter(f, at - 1))
        return;
    if (half) {
        c->min += 0.5;
        c->max += 0.5;
        k->at++;
    }
    c->counter = !quantity_unit_at(f, k->at);
}

/* "4.200 Hektar Wald": units of area, weight and volume stand right before
 * what they measure in many languages. */
static bool
stuff(const struct finder *f, const struct count *c, size_t word)
{
    static const char *const units[] = {
        "hectare",  "acre",  "square-kilometre", "square-metre", "tonne",
        "kilogram", "litre", "cubic-metre",      "barrel"};
    str key = lexicon_key(f->lx, c->unit);
    const struct sense *s = quantity_noun_at(f, word);

    if (!s || !s->exact || (s->cls != CLASS_THING && s->cls != CLASS_PLACE) ||
        (f->w[word].shape & SHAPE_CAPITAL && f->w[word].lang != LANG_DE))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_is(key, units[i]))
            return true;
    return false;
}

/*
 * Persian تن is a tonne of a stuff that is named behind it and, of numbers
 * that may count heads, a person: ۱۲ تن کشته شدند, "12 were killed".
 */
static bool
persian_persons(const struct finder *f, const struct count *c, size_t word)
{
    size_t end = quantity_sentence_end(f, c->num), n;
    const struct sense *stuff;
    uint32_t state;

    if (f->w[word].lang != LANG_FA || word != c->end ||
        !str_is(f->w[word].fold, "تن") || !quantity_unit_at(f, word) ||
        c->min != floor(c->min))
        return false;
    stuff = word + 1 < end ? quantity_noun_at(f, word + 1) : NULL;
    if (stuff && stuff->exact && stuff->cls == CLASS_THING)
        return false;
    if (c->min < PERSONS_MOST)
        return true;
    for (size_t i = word + 1; i < end; i++)
        if (quantity_state_at(f, i, &state, &n) &&
            !quantity_of_things(f, state))
            return true;
    return false;
}

/* 30万人参加游行: what persons are counted by counts no protests. */
static void
done_by_persons(const struct finder *f, struct count *c)
{
    if (!quantity_han(f, c->num) || !c->persons ||
        lexicon_class(f->lx, c->counted) != CLASS_ACT)
        return;
    c->counted = 0;
    c->head = NO_WORD;
    c->right = c->end;
}

/* One word of the phrase; false where it ends. */
static bool
walk_word(const struct finder *f, struct count *c, struct walk *k)
{
    const struct word *w = &f->w[k->at];
    const struct sense *s;
    size_t n;

    if (f->taken[k->at] == TAKEN_DATE)
        return false;
    /* in a Chinese headline a space ends a clause */
    if (w->lang == LANG_ZH && w->shape & SHAPE_SPACE && k->at > c->num + 1 &&
        quantity_han(f, k->at) && quantity_han(f, k->at - 1))
        return false;
    unit_counted(f, c, k);
    w = &f->w[k->at];
    /* "9.000 nach Angaben der Polizei": neither particulars nor people */
    if (quantity_key_itself(f, k->at, KEY_ACCORDING_TO))
        return false;
    if (k->at == c->end && !c->unit &&
        quantity_key_itself(f, k->at, KEY_PEOPLE_DID)) {
        c->persons = true; /* "300,000 took part" */
        return false;
    }
    if (k->at == c->end && w->lang == LANG_TR &&
        (str_is(w->fold, "kisilik") || str_is(w->fold, "kişilik"))) {
        c->persons = c->counter = true; /* a group of so many persons */
        c->end = c->right = ++k->at;
        return true;
    }
    if (persian_persons(f, c, k->at)) {
        c->persons = c->counter = true;
        c->end = c->right = ++k->at;
        return true;
    }
    if ((s = quantity_unit_at(f, k->at)) && !c->unit && !k->nunknown &&
        !c->counter && !(k->of && s->cls == CLASS_UNIT && !romance(f, k->at))) {
        quantity_unit_set(f, c, s, k->at);
        k->at = c->right = c->end;
        /* "tonnes OF ammonia": what a unit measures follows with "of" */
        return quantity_key_at(f, k->at, KEY_PART_OF, &n) ||
               f->w[k->at - 1].lang == LANG_RU ||
               f->w[k->at - 1].lang == LANG_UK || stuff(f, c, k->at);
    }
    if (k->at == c->end && !c->unit && !c->counter &&
        (c->unit = quantity_unit_hidden(f, k->at)) != 0) {
        c->end = c->right = ++k->at;
        return false;
    }
    if (w->kind == WORD_MARK) {
        bool joins =
            quantity_mark_is(f, k->at, "-") && quantity_glued(f, k->at);
        bool opens = quantity_mark_is(f, k->at, "\"“«„'‘");

        k->at++;
        return joins || opens;
    }
    if (w->kind == WORD_NUMBER || reading_sense(f->r, k->at, SENSE_NUMBER)) {
        if (inner_number(f, c, k))
            return true;
        /* a noun that is also a number: trust the noun; 四分之一决赛 */
        s = quantity_noun_at(f, k->at);
        if (!s || (w->kind == WORD_NUMBER &&
                   !(quantity_han(f, k->at) && s->nwords > 3)))
            return false;
    }
    if (step_over(f, c, k)) {
        /* человек, kişi: the noun itself, no counter of one */
        return !(c->persons && k->at == c->end &&
                 (w->lang == LANG_RU || w->lang == LANG_UK ||
                  w->lang == LANG_TR)) ||
               quantity_key_at(f, k->at, KEY_OF_THEM, &n);
    }
    if (quantity_han(f, k->at) && !c->unit &&
        reading_concept(f->r, k->at, CLASS_TIME))
        return false;
    s = quantity_noun_at(f, k->at);
    /* heridos, as it stands, sooner than what shares its stem; "31 ölü
     * bildirdi": nor is a verb of saying what they are */
    if (s && !s->exact &&
        (quantity_class_itself(f, k->at, CLASS_STATE) ||
         (k->state_last && quantity_class_itself(f, k->at, CLASS_SAY))))
        s = NULL;
    if (quantity_state_at(f, k->at, &c->state, &n) &&
        (!s || s->cls == CLASS_ACT || s->cls == CLASS_ABSTRACT)) {
        if (k->nunknown && !quantity_han(f, k->at))
            return false;
        k->at += n;
        k->state_end = k->at;
        k->state_last = true;
        return true;
    }
    if (s && (german_noun(f, k->last_unknown, k->nunknown) ||
              (k->nunknown && noun_first((enum lang)w->lang))))
        return false;
    if (s && !(quantity_function(f, k->at) && !s->exact)) {
        if (k->state_last && s->cls != CLASS_PERSON && s->cls != CLASS_ROLE &&
            (s->cls != CLASS_THING || quantity_han(f, k->at)))
            return false;
        if (k->state_last && quantity_han(f, k->at) && w->shape & SHAPE_SPACE)
            return false;
        /* 另外两架坠毁, 三台风机起火: what they did */
        if (s->cls == CLASS_ACT && quantity_han(f, k->at) &&
            (c->elliptic || (k->nunknown && c->counter && !c->times)))
            return false;
        if (participle(f, k->at + s->nwords)) {
            k->at += s->nwords + 2;
            return true;
        }
        quantity_set_head(f, c, s);
        done_by_persons(f, c);
        return false;
    }
    if ((s = reading_sense(f->r, k->at, SENSE_DEMONYM))) {
        if (k->nunknown == 0) {
            c->country = s->id;
            c->right = k->at + s->nwords;
        }
        k->at += s->nwords;
        return true;
    }
    if ((s = reading_sense(f->r, k->at, SENSE_PLACE)) ||
        (s = reading_sense(f->r, k->at, SENSE_BODY))) {
        k->at += s->nwords;
        return quantity_head_last((enum lang)w->lang) || k->of;
    }
    if (quantity_function(f, k->at) || w->shape & SHAPE_CLITIC) {
        k->at++;
        return (k->of && w->lang != LANG_JA && w->lang != LANG_KO) ||
               (w->lang == LANG_ES && k->at == c->end + 1 &&
                quantity_noun_at(f, k->at)) ||
               (w->shape & SHAPE_CLITIC && k->at == c->end + 1);
    }
    if (w->lang == LANG_EN && quantity_capital(f, (size_t)(w - f->w)) &&
        c->digits && k->at == c->end && !(w->shape & SHAPE_ALL_CAPS))
        return false;
    if (k->state_last || german_noun(f, k->last_unknown, k->nunknown))
        return false;
    if (f->taken[k->at] == TAKEN_NAME) { /* "90+3 Amir", "three Boeing jets" */
        k->at++;
        return quantity_head_last((enum lang)w->lang) && !k->nunknown;
    }
    if (k->nunknown == 0)
        k->unknown = k->at;
    k->last_unknown = k->at;
    k->at++;
    return ++k->nunknown <=
           (quantity_han(f, k->at - 1) ? UNKNOWN_HAN : UNKNOWN_MOST);
}

/* 五架装满炸药的无人机: the noun stands behind 的. */
static void
behind_relative(const struct finder *f, struct count *c)
{
    size_t end = quantity_sentence_end(f, c->num);

    for (size_t at = c->end; at < end && at < c->end + RELATIVE_MOST; at++) {
        const struct sense *s;

        if (quantity_mark_is(f, at, "，,。；;：:（(“") ||
            f->w[at].kind == WORD_NUMBER)
            return;
        if (!str_is(f->w[at].fold, "的"))
            continue;
        s = quantity_noun_at(f, at + 1);
        if (s && at + 1 < end) {
            quantity_set_head(f, c, s);
            return;
        }
    }
}

/* Whether it is the second word of a bound: "four more than on Tuesday". */
static bool
ends_bound(const struct finder *f, size_t word)
{
    const struct sense *s =
        word > 0 ? reading_concept(f->r, word - 1, CLASS_BOUND) : NULL;

    return s && s->nwords > 1;
}

/* What the words behind the number say: unit, counter, noun. */
void
quantity_phrase(const struct finder *f, struct count *c)
{
    struct walk k = {.at = c->end,
                     .end = quantity_sentence_end(f, c->num),
                     .unknown = NO_WORD};
    uint32_t state = 0;

    if (!c->unit && k.at + 1 < k.end && quantity_mark_is(f, k.at, "-‐‑") &&
        quantity_glued(f, k.at) && quantity_glued(f, k.at + 1) &&
        (c->unit = quantity_unit_adjective(f, k.at + 1)) != 0) {
        c->end = c->right = k.at + 2;
        return;
    }
    while (k.at < k.end && k.steps++ < PHRASE_MOST)
        if (!walk_word(f, c, &k))
            break;
    /* "500 kişilik grup": those it is made of */
    if (c->persons && f->w[c->num].lang == LANG_TR && c->head != NO_WORD &&
        str_ends(f->w[c->end - 1].fold, STR("lik")) &&
        !quantity_person(f, c->counted)) {
        c->counted = 0;
        c->head = NO_WORD;
        c->right = c->end;
    }
    state = c->state;
    if ((c->head == NO_WORD || k.nunknown) && f->w[c->num].lang == LANG_ZH &&
        c->counter && !c->persons)
        behind_relative(f, c);
    if (c->head != NO_WORD || c->unit)
        return;
    if (k.state_end) { /* "17 wounded": they are people */
        c->right = k.state_end;
        c->head = k.state_end - 1;
        return;
    }
    c->state = state;
    if (c->country || c->persons)
        return;
    if (k.unknown != NO_WORD && !c->elliptic && !c->partitive &&
        !(c->times && c->counter)) {
        enum lang lang = (enum lang)f->w[c->num].lang;
        size_t at = quantity_head_last(lang) && k.nunknown <= UNKNOWN_MOST
                        ? k.last_unknown
                        : k.unknown;

        if (at == k.unknown && k.last_unknown == at + 1 &&
            f->w[at + 1].fold.n > NOUN_LEAST && quantity_adjective(f, at))
            at++;
        if (at == k.last_unknown && at > k.unknown && lang == LANG_HI &&
            quantity_no_noun(f, at))
            at = k.unknown;
        if (quantity_function(f, at) || ends_bound(f, at))
            return;
        if (quantity_no_noun(f, at)) {
            c->persons |=
                c->vague && lang == LANG_EN; /* "forced hundreds out" */
            return;
        }
        if (lang == LANG_DE || lang == LANG_NL)
            c->counted = quantity_compound_head(f, at);
        if (c->counted) {
            c->right = at + 1;
        } else if (quantity_han(f, at)) {
            at = k.unknown;
            c->right =
                k.last_unknown + 1 < at + 2 ? k.last_unknown + 1 : at + 2;
            c->noun =
                str_cut(f->r->w.text, f->w[at].start, f->w[c->right - 1].end);
        } else {
            c->noun = f->w[at].stem;
            c->right = at + 1;
        }
        c->head = at;
    }
}

/* Counters alone: the noun stands before the number. */
void
quantity_counters(const struct finder *f, struct count *c)
{
    struct walk k = {.at = c->end};

    while (k.at < f->nwords && step_over(f, c, &k))
        ;
    c->right = k.at;
}
