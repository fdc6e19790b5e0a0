/*
 * quote_words.c - words that stand for a speaker where no name does: "a
 * source in the ministry", or a name that nobody knows.
 */
#include "evidence/quote_parts.h"

/* corpus/dev and seeds chose these, 2026-11 */
#define WORDS_MOST 14 /* that stand for a speaker */
#define HAN_MOST   24 /* the same in characters */

/* A word that may be part of a name that nobody knows. */
static bool
bare(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    if (h->w->words[i].kind != WORD_LETTERS)
        return h->w->words[i].kind == WORD_MARK &&
               (quote_char(h->w, i) == '-' || quote_char(h->w, i) == 0xB7 ||
                quote_char(h->w, i) == 0x30FB);
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].exact && (r->senses[k].kind == SENSE_CONCEPT ||
                                   r->senses[k].kind == SENSE_FUNCTION))
            return quote_han(h, i) && r->senses[k].nwords == 1 &&
                   r->senses[k].kind == SENSE_CONCEPT &&
                   r->senses[k].cls != CLASS_ROLE;
    return !(h->w->words[i].script == SCRIPT_LATIN ||
             h->w->words[i].script == SCRIPT_CYRILLIC) ||
           h->w->words[i].shape & SHAPE_CAPITAL;
}

/* How many words of a title begin at i; 0: none. */
static uint32_t
title_at(const struct quote_hunt *h, uint32_t i)
{
    static const enum concept_class made_of[] = {
        CLASS_ROLE, CLASS_BODY, CLASS_PERSON, CLASS_PLACE, CLASS_THING};
    const struct reading *r = &h->a->read;

    for (size_t k = 0; k < sizeof made_of / sizeof *made_of; k++) {
        const struct sense *s = reading_concept(r, i, made_of[k]);

        if (s)
            return s->nwords;
    }
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD ||
            r->senses[k].kind == SENSE_BODY ||
            r->senses[k].kind == SENSE_DEMONYM ||
            r->senses[k].kind == SENSE_HONORIFIC ||
            r->senses[k].kind == SENSE_FUNCTION)
            return r->senses[k].nwords;
    return 0;
}

/* Whether words that stand alone behind a title can be a name. */
static bool
like_name(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    bool dot = false;

    if (from >= to)
        return false;
    for (uint32_t i = from; i < to; i++) {
        if (!bare(h, i))
            return false;
        dot |= quote_char(h->w, i) == 0xB7;
    }
    if (!quote_han(h, from))
        return to - from >= 2 && to - from <= QUOTE_NAME_WORDS;
    if (h->w->words[from].script == SCRIPT_KATAKANA || dot)
        return true;
    return to - from >= 2 && to - from <= QUOTE_NAME_WORDS &&
           (quote_lang(h, from) == LANG_JA ||
            reading_sense(&h->a->read, from, SENSE_SURNAME));
}

/* The name alone where a title stands before or, in Han, behind it. */
static void
trim_titles(const struct quote_hunt *h, struct quote_voice *v)
{
    uint32_t from = v->from, to = v->to, n;

    while (from < to && (n = title_at(h, from)) > 0)
        from += n;
    /* خبيرة الآثار سهاد الجنابي: expert of what, then the name */
    if (from > v->from && from + 2 < to && quote_lang(h, from) == LANG_AR &&
        str_starts(h->w->words[from].fold, STR("ال")))
        from++;
    for (uint32_t i = from + 1; i < to && quote_han(h, i); i++)
        if (quote_class(h, i, CLASS_ROLE) ||
            reading_sense(&h->a->read, i, SENSE_HONORIFIC)) {
            to = i;
            break;
        }
    /* 尾張証券の土岐真琴: of a house, then the name */
    for (uint32_t i = from; i < to; i++)
        if (quote_lang(h, i) == LANG_JA && str_is(h->w->words[i].fold, "の"))
            from = i + 1;
    if (like_name(h, from, to)) {
        v->from = from;
        v->to = to;
    }
}

/* Whether words tell of somebody: a title, or a name that nobody knows. */
static bool
tell_of_one(const struct quote_hunt *h, const struct quote_voice *v, bool near)
{
    bool all = true;

    for (uint32_t i = v->from; i < v->to; i++) {
        if (quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_BODY) ||
            quote_class(h, i, CLASS_PERSON))
            return true;
        all &= bare(h, i);
    }
    /* "…," the trust said: with its article, a noun that nobody knows */
    return near && (all || quote_indefinite(h, v->from) ||
                    str_is(h->w->words[v->from].fold, "the") ||
                    (v->to - v->from <= 4 &&
                     reading_sense(&h->a->read, v->from, SENSE_SURNAME)));
}

/* Whether the words for a speaker that begin at `from` end before i. */
static bool
ends_words(const struct quote_hunt *h, uint32_t from, uint32_t i)
{
    if (h->w->words[i].kind == WORD_MARK)
        return !bare(h, i);
    /* where the verb comes last all up to it is the subject's */
    if (quote_verb_last(quote_lang(h, i)))
        return quote_is(h, i, h->marker) && quote_lang(h, i) == LANG_HI;
    return h->w->words[i].kind == WORD_NUMBER ||
           (quote_class(h, i, CLASS_TIME) && !quote_function(h, i)) ||
           quote_class(h, i, CLASS_SAY) || quote_is(h, i, h->that) ||
           (quote_lang(h, i) == LANG_ZH && i > from + 1 &&
            quote_function(h, i) && !str_is(h->w->words[i].fold, "的"));
}

/*
 * The words [from, to) as a speaker. `near`: they stand right between the
 * quote and its verb, so that they need not be known as a title.
 */
struct quote_voice
quote_words(const struct quote_hunt *h, uint32_t from, uint32_t to, bool near)
{
    const struct words *w = h->w;
    struct quote_voice v = QUOTE_NOBODY;

    while (from < to && (w->words[from].kind == WORD_MARK ||
                         quote_class(h, from, CLASS_SAY)))
        from++;
    for (uint32_t i = from; i < to; i++)
        if (ends_words(h, from, i)) {
            to = i;
            break;
        }
    while (to > from && (w->words[to - 1].kind == WORD_MARK ||
                         (quote_function(h, to - 1) && !quote_han(h, to - 1))))
        to--;
    if (from >= to ||
        to - from > (quote_han(h, from) ? HAN_MOST : WORDS_MOST) ||
        (quote_han(h, from) && to - from < 2))
        return v;
    v.from = from;
    v.to = to;
    if (!tell_of_one(h, &v, near))
        return QUOTE_NOBODY;
    trim_titles(h, &v);
    return v;
}

/* The words before a verb: those that reach it, else a short beginning. */
struct quote_voice
quote_words_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t start = to;
    struct quote_voice v;

    while (start > from && h->w->words[start - 1].kind != WORD_MARK)
        start--;
    v = quote_words(h, start, to, false);
    if (quote_told(v) || start == from)
        return v;
    v = quote_words(h, from, to, false);
    return v.to - v.from > QUOTE_NAME_WORDS && !quote_han(h, v.from)
               ? QUOTE_NOBODY
               : v;
}

/* "the governor": the one bearer of that title on the page. */
struct quote_voice
quote_by_role(const struct quote_hunt *h, struct quote_voice v)
{
    const struct article *a = h->a;
    const struct sense *role = NULL;
    int32_t found = -1;

    if (v.to <= v.from || v.to - v.from > (quote_han(h, v.from) ? 6u : 3u) ||
        reading_sense(&a->read, v.from, SENSE_NUMBER))
        return v;
    for (uint32_t i = v.from; i < v.to && !role; i++)
        role = reading_concept(&a->read, i, CLASS_ROLE);
    /* 「…」社長, "the governor", "le premier ministre": nothing but that */
    if (!role || role->word + role->nwords != v.to || role->word > v.from + 1 ||
        str_is(h->w->words[v.from].fold, "a") ||
        str_is(h->w->words[v.from].fold, "an"))
        return v;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->role != role->id || n->kind != NAME_PERSON)
            continue;
        if (found >= 0 && a->names[found].entity != n->entity)
            return v;
        found = (int32_t)i;
    }
    return found >= 0 ? (struct quote_voice){found, v.from, v.to} : v;
}
