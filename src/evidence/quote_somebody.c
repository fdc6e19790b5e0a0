/*
 * quote_somebody.c - whether words tell of somebody, and whether what was
 * found as the speaker is one: the last judgement. A quote without a speaker is
 * better than one of "Continuing" or "major changes".
 */
#include "evidence/quote_parts.h"

/* corpus/dev, seeds and a sample of events chose these, 2026-11 */
#define SOMEBODY_REACH 3 /* words of a voice, of which one tells who it is */

/* ---- words of a voice, before it is taken -------------------------------- */

static bool
is_body_head(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *s = reading_sense(&h->a->read, i, SENSE_HEAD);

    return s && s->id == HEAD_ORG;
}

/* "the trust", "das Verkehrsministerium": an article and a noun or two. */
static bool
article_first(const struct quote_hunt *h, const struct quote_voice *v)
{
    static const char *const article[] = {
        "the", "der", "die", "das", "le",  "la", "les", "el",
        "los", "las", "il",  "lo",  "gli", "i",  "de",  "het",
        "o",   "os",  "as",  "l'",  "l’",  "ο",  "η",   "το"};
    str first = h->w->words[v->from].fold;

    if (v->to < v->from + 2 || (v->to > v->from + 4 && !str_is(first, "the")))
        return false;
    for (uint32_t i = v->from; i < v->to; i++)
        if (quote_class(h, i, CLASS_ACT) || quote_class(h, i, CLASS_STATE))
            return false;
    for (size_t i = 0; i < sizeof article / sizeof *article; i++)
        if (str_is(first, article[i]))
            return true;
    return false;
}

/* «…», рассказал староста деревни Ташкино: a noun that nobody knows and a
 * name, where there are no articles. */
static bool
noun_and_name(const struct quote_hunt *h, const struct quote_voice *v)
{
    enum lang l = quote_lang(h, v->from);

    if ((l != LANG_RU && l != LANG_UK && l != LANG_PL) ||
        v->to - v->from > QUOTE_NAME_WORDS ||
        reading_concept(&h->a->read, v->from, CLASS_QUALITY))
        return false;
    for (uint32_t i = v->from; i < v->to; i++)
        if (h->w->words[i].kind != WORD_LETTERS || quote_preposition(h, i))
            return false;
    return h->w->words[v->to - 1].shape & SHAPE_CAPITAL;
}

/* Whether words tell of somebody: a title, or a name that nobody knows. */
bool
quote_tell_of_one(const struct quote_hunt *h, const struct quote_voice *v,
                  bool near)
{
    bool all = true;

    for (uint32_t i = v->from; i < v->to; i++) {
        /* "concerning the firm" */
        if (i <= v->from + 1 && i + 1 < v->to && quote_has_case(h, i) &&
            quote_preposition(h, i) && !quote_function(h, v->from))
            break;
        if (quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_BODY) ||
            quote_class(h, i, CLASS_PERSON))
            return true;
        all &= quote_bare(h, i);
    }
    /* 国土交通省: what they end with makes bodies */
    if (quote_han(h, v->from) && is_body_head(h, v->to - 1))
        return true;
    /* "…," the trust said: with its article, a noun that nobody knows */
    return near && (all || article_first(h, v) || noun_and_name(h, v) ||
                    quote_indefinite(h, v->from) ||
                    (v->to - v->from <= 4 &&
                     reading_sense(&h->a->read, v->from, SENSE_SURNAME)));
}

/* ---- the voice that was taken -------------------------------------------- */

/* German writes all nouns with a capital: one that is known, in any of its
 * forms, and stands for nobody. */
static bool
known_noun(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT)
            return true;
    return false;
}

/* Languages with articles whose subjects may be left out. */
static bool
may_drop(enum lang l)
{
    return l == LANG_ES || l == LANG_IT || l == LANG_PT || l == LANG_EL;
}

/* "said the munícipe", "the munícipe said": right at the verb, a noun that
 * nobody knows. */
static bool
at_verb(const struct quote_hunt *h, const struct quote_frame *f,
        struct quote_voice v)
{
    uint32_t noun = v.from + 1;

    return f->say != QUOTE_NONE &&
           ((f->tag && f->say + 1 == v.from) ||
            (f->say == v.to && may_drop(quote_lang(h, v.from)))) &&
           noun < v.to &&
           (noun + 1 == v.to || quote_preposition(h, noun + 1)) &&
           (quote_function(h, v.from) || quote_indefinite(h, v.from)) &&
           h->w->words[noun].kind == WORD_LETTERS && !known_noun(h, noun) &&
           !quote_function(h, noun);
}

/*
 * Whether words that are no name can be somebody: who speaks is named by a
 * word for a person or a body at their head, or by a capital inside the
 * sentence. "habló sobre la situación", "Continuando" are nobody.
 */
static bool
tells_of_one(const struct quote_hunt *h, struct quote_voice v)
{
    const struct word *w = h->w->words;
    size_t seen = 0;

    for (uint32_t i = v.from; i < v.to && seen < SOMEBODY_REACH; i++) {
        if (w[i].script != SCRIPT_LATIN && w[i].script != SCRIPT_CYRILLIC &&
            w[i].script != SCRIPT_GREEK)
            return true; /* no capitals to tell by */
        if (i > v.from && quote_preposition(h, i))
            return false; /* a film about a woman */
        if (w[i].kind != WORD_LETTERS || quote_function(h, i))
            continue;
        if (quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_PERSON) ||
            quote_class(h, i, CLASS_BODY) ||
            (w[i].shape & SHAPE_CAPITAL &&
             i > h->w->sentences[w[i].sentence].word &&
             (w[i].lang != LANG_DE || !known_noun(h, i))))
            return true;
        seen++;
    }
    return false;
}

/* What may be no name at all, and stands in another sentence. */
static bool
is_far_guess(const struct quote_hunt *h, const struct quote_frame *f,
             struct quote_voice v)
{
    const struct word *w = h->w->words;
    uint32_t of;

    if (v.name < 0 || h->a->names[v.name].sure >= NAME_SURE)
        return false;
    of = w[h->a->names[v.name].word].sentence;
    return of != w[f->open].sentence && of != w[f->close].sentence &&
           of != w[f->open + 1].sentence && of != w[f->close - 1].sentence;
}

bool
quote_somebody(const struct quote_hunt *h, const struct quote_frame *f,
               struct quote_voice v)
{
    if (v.name < 0 && v.to > v.from)
        return tells_of_one(h, v) || at_verb(h, f, v);
    return !is_far_guess(h, f, v);
}
