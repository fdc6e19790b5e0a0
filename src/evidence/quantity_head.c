/*
 * quantity_head.c - the word that heads a noun phrase: the last of "drone
 * attacks", the cases of Cholerafälle.
 */
#include "evidence/quantity_parts.h"

#include <string.h>

#define COMPOUND_FRONT 3 /* bytes of the first part of a compound, at least */
#define COMPOUND_LAST  4 /* and of its last */

/* Languages whose compounds end with their head, written as words. */
bool
quantity_head_last(enum lang lang)
{
    return lang == LANG_EN || lang == LANG_ZH || lang == LANG_JA ||
           lang == LANG_KO || lang == LANG_TR || lang == LANG_HI;
}

/* Whether the noun that ends at the word may stand before another one. */
static bool
compounds(const struct finder *f, enum lang lang, size_t word)
{
    const struct word *w = &f->w[word];

    if (lang == LANG_EN) /* a plural is no modifier */
        return !str_ends(w->fold, STR("s")) || w->fold.n <= 3;
    if (lang == LANG_TR || lang == LANG_KO) /* nor is what has an ending */
        return str_eq(w->fold, w->stem);
    return quantity_head_last(lang);
}

static bool
unknown_plural(const struct finder *f, size_t word)
{
    const struct word *w;

    if (word >= f->nwords)
        return false;
    w = &f->w[word];
    return w->kind == WORD_LETTERS && str_ends(w->fold, STR("s")) &&
           w->fold.n > 4 && !(w->shape & SHAPE_CLITIC) &&
           !quantity_capital(f, (size_t)(w - f->w)) &&
           f->r->sense_at[word] == f->r->sense_at[word + 1];
}

/*
 * "three rocket and drone attacks": a singular noun behind a number above
 * one is no head, where another noun follows the "and". Gives the last one.
 */
static const struct sense *
joined_head(const struct finder *f, const struct sense *s)
{
    size_t at = s->word + s->nwords, end = quantity_sentence_end(f, s->word);

    if (f->w[s->word].lang != LANG_EN || at + 1 >= end ||
        !compounds(f, LANG_EN, at - 1) ||
        !(str_is(f->w[at].fold, "and") || str_is(f->w[at].fold, "or")))
        return s;
    for (at++; at < end;) {
        const struct sense *next = quantity_noun_at(f, at);

        if (!next || quantity_capital(f, at))
            return s;
        at += next->nwords;
        if (!compounds(f, LANG_EN, at - 1))
            return next;
    }
    return s;
}

void
quantity_set_head(const struct finder *f, struct count *c,
                  const struct sense *s)
{
    size_t at, end, n;
    uint32_t state;
    enum lang lang;

    if (c->min > 1)
        s = joined_head(f, s);
    at = s->word;
    end = at + s->nwords;
    lang = (enum lang)f->w[at].lang;

    /* "container terminals", "drone attacks": the last one is the head */
    while (compounds(f, lang, end - 1) && end < quantity_sentence_end(f, at)) {
        size_t next = end;
        const struct sense *more;

        if (quantity_mark_is(f, next, "-") && quantity_glued(f, next))
            next++;
        more = quantity_noun_at(f, next);
        if (!more && lang == LANG_EN && !c->unit && !c->partitive &&
            unknown_plural(f, next)) {
            c->noun = f->w[next].stem; /* "two car lines" */
            c->head = s->word;
            c->right = next + 1;
            return;
        }
        if (!more || s->cls == CLASS_SUM ||
            (lang == LANG_HI && (more->cls != CLASS_ACT || !more->exact ||
                                 s->cls == CLASS_ROLE)) ||
            ((lang == LANG_HI || lang == LANG_TR) &&
             quantity_state_at(f, next, &state, &n)) ||
            quantity_function(f, next) || more->cls == CLASS_ABSTRACT ||
            quantity_unit_at(f, next) ||
            (f->w[next].shape & SHAPE_SPACE && quantity_han(f, next)) ||
            (more->cls == CLASS_ACT && quantity_state_at(f, next, &state, &n)))
            break;
        /* 四节车厢脱轨: what is counted by a word for things did it */
        if (lang == LANG_ZH && c->counter && !c->times &&
            s->cls == CLASS_THING && more->cls == CLASS_ACT)
            break;
        /* 两名士兵袭击: people do not head a compound with what they do */
        if (s->cls == CLASS_PERSON && more->cls != CLASS_PERSON &&
            more->cls != CLASS_ROLE)
            break;
        if (f->w[next].kind == WORD_LETTERS && lang == LANG_EN &&
            quantity_capital(f, next) && !quantity_capital(f, at))
            break;
        s = more;
        end = next + more->nwords;
    }
    c->counted = s->id;
    c->head = s->word;
    c->right = end;
}

/*
 * Cholerafälle are cases: a compound that no row knows counts what its last
 * part does, the longest one that is known.
 */
uint32_t
quantity_compound_head(const struct finder *f, size_t word)
{
    static const uint32_t classes = 1u << CLASS_PERSON | 1u << CLASS_ROLE |
                                    1u << CLASS_THING | 1u << CLASS_ACT |
                                    1u << CLASS_BODY;
    str w = f->w[word].fold;

    for (size_t at = COMPOUND_FRONT; at + COMPOUND_LAST <= w.n; at++) {
        uint32_t id;

        if (((unsigned char)w.s[at] & 0xc0) == 0x80)
            continue;
        id = lexicon_find(f->lx, str_cut(w, at, w.n),
                          (enum lang)f->w[word].lang, SENSE_CONCEPT, classes);
        if (id)
            return id;
    }
    return 0;
}

/*
 * Whether the first of two unknown words is an adjective of the other, told
 * by its ending: "zwei neue Nachtzüge", дві додаткові смуги.
 */
bool
quantity_adjective(const struct finder *f, size_t word)
{
    static const struct {
        enum lang lang;
        const char *end;
    } ends[] = {
        {LANG_NL, "e"},   {LANG_RU, "ые"},  {LANG_RU, "ие"},  {LANG_RU, "ых"},
        {LANG_RU, "их"},  {LANG_UK, "ові"}, {LANG_UK, "ьні"}, {LANG_UK, "чні"},
        {LANG_UK, "жні"}, {LANG_UK, "ькі"}, {LANG_UK, "их"},  {LANG_PL, "ych"},
        {LANG_PL, "ich"}, {LANG_PL, "owe"}, {LANG_PL, "ne"},  {LANG_PL, "kie"},
    };
    enum lang lang = (enum lang)f->w[word].lang;

    if (lang == LANG_DE)
        return !quantity_capital(f, word) && quantity_capital(f, word + 1);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i].lang == lang &&
            str_ends(f->w[word].fold, str_of(ends[i].end)))
            return true;
    return false;
}

/* "hundreds out of villages", "bei 33 ab", сім прямують: no nouns. */
bool
quantity_no_noun(const struct finder *f, size_t word)
{
    static const struct {
        enum lang lang;
        const char *word;
    } small[] = {{LANG_EN, "out"},  {LANG_EN, "off"},   {LANG_EN, "away"},
                 {LANG_EN, "back"}, {LANG_EN, "ahead"}, {LANG_EN, "apart"},
                 {LANG_DE, "ab"},   {LANG_DE, "an"},    {LANG_DE, "auf"},
                 {LANG_DE, "aus"},  {LANG_DE, "ein"},   {LANG_DE, "vor"}};
    static const char *const verbs[] = {"ують", "ають", "яють", "еють",
                                        "ують", "уют",  "ают",  "яют"};
    enum lang lang = (enum lang)f->w[word].lang;
    str w = f->w[word].fold;

    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (small[i].lang == lang && str_is(w, small[i].word))
            return true;
    if (lang == LANG_HI) /* पाँच पीढ़ियाँ लगेंगी: a verb to come */
        return str_ends(w, STR("ेंगी")) || str_ends(w, STR("ेंगे")) ||
               str_ends(w, STR("ेगा")) || str_ends(w, STR("ेगी"));
    if (lang == LANG_RU || lang == LANG_UK)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (str_ends(w, str_of(verbs[i])))
                return true;
    return false;
}

static bool
with_ending(const struct finder *f, size_t word, const struct sense *s, str end)
{
    return lexicon_is_form(f->lx, f->w[word].fold, (enum lang)f->w[word].lang,
                           end, (enum concept_class)s->cls, s->id);
}

bool
quantity_plural(const struct finder *f, size_t word, const struct sense *s)
{
    return with_ending(f, word, s, STR("s")) ||
           with_ending(f, word, s, STR("es"));
}
