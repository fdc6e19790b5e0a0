/*
 * quote_loose.c - speech without quotation marks of its own: between single
 * quotes, which are apostrophes too, and behind the dash that begins a line or
 * a sentence.
 *
 * A single quote opens speech where a sentence begins behind it, and closes
 * it beside a comma or a stop: the one of "the workers' union" does not. The
 * dash of "– Nie wiem – powiedział" closes it before a verb of saying.
 */
#include "evidence/quote_parts.h"

#define SINGLE_MOST  120 /* words; unseen stories in nl and pl, 2026-11 */
#define SINGLE_LEAST 4   /* fewer are a title or a nickname */
#define VERB_REACH   2   /* words from the dash to the verb */

static bool
is_single(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '\'' || c == 0x2018 || c == 0x2019;
}

static bool
is_dash(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == 0x2013 || c == 0x2014;
}

static bool
is_stop(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static bool
begins_line(const struct words *w, uint32_t i)
{
    return i == 0 || w->words[i].shape & SHAPE_LINE;
}

/* A capital: a sentence begins here. */
static bool
capital(const struct words *w, uint32_t i)
{
    return i < w->nwords && w->words[i].kind == WORD_LETTERS &&
           w->words[i].shape & SHAPE_CAPITAL;
}

static bool
spaced(const struct words *w, uint32_t i)
{
    return i >= w->nwords || begins_line(w, i) ||
           w->words[i].shape & SHAPE_SPACE;
}

static bool
has_case(const struct words *w, uint32_t i)
{
    uint8_t s = w->words[i].script;

    return w->words[i].kind != WORD_LETTERS || s == SCRIPT_LATIN ||
           s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
}

static bool
says_exactly(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *s = reading_concept(&h->a->read, i, CLASS_SAY);

    return s && s->exact;
}

static uint32_t
single_close(const struct quote_hunt *h, uint32_t i)
{
    const struct words *w = h->w;

    if (quote_char(w, i) == 0x2019 || !spaced(w, i) || spaced(w, i + 1) ||
        !(capital(w, i + 1) || (i + 1 < w->nwords && !has_case(w, i + 1))))
        return 0;
    for (uint32_t k = i + 2;
         k < w->nwords && k - i < SINGLE_MOST && !begins_line(w, k); k++)
        if (is_single(w, k) && !spaced(w, k) &&
            (is_stop(w, k - 1) ||
             (k + 1 < w->nwords && is_stop(w, k + 1) && !spaced(w, k + 1)) ||
             says_exactly(h, k + 1) || quote_particle(h, k + 1)))
            return k - i > SINGLE_LEAST - (quote_particle(h, k + 1) ? 1 : 0)
                       ? k
                       : 0;
    return 0;
}

/* What may part the speech from its verb: a dash, where one writes so a
 * comma. */
static bool
parts(const struct words *w, uint32_t i)
{
    uint8_t l = w->words[i].lang;

    return is_dash(w, i) || (quote_comma(w, i) &&
                             (l == LANG_FR || l == LANG_EL || l == LANG_TR));
}

static uint32_t
dash_close(const struct quote_hunt *h, uint32_t i)
{
    const struct words *w = h->w;

    /* at the start of a line or of a sentence within it */
    if ((!begins_line(w, i) && (!is_stop(w, i - 1) || quote_comma(w, i - 1))) ||
        !capital(w, i + 1))
        return 0;
    for (uint32_t k = i + 2;
         k < w->nwords && k - i < SINGLE_MOST && !begins_line(w, k); k++)
        for (uint32_t v = k + 1; parts(w, k) && v <= k + VERB_REACH &&
                                 v < w->nwords && !begins_line(w, v);
             v++)
            if (quote_class(h, v, CLASS_SAY))
                return k;
    return 0;
}

/* – Nie wiem – powiedział. – Jutro też nie.: what goes on behind him ends
 * with its line. */
static uint32_t
dash_on(const struct quote_hunt *h, uint32_t i)
{
    const struct words *w = h->w;
    const struct quote_pair *last = h->npairs ? &h->pairs[h->npairs - 1] : NULL;
    uint32_t k = i + 1;

    if (!last || !is_dash(w, last->open) || begins_line(w, i) ||
        !is_stop(w, i - 1) || quote_comma(w, i - 1) || !capital(w, i + 1))
        return 0;
    for (k = last->close; k <= i; k++)
        if (begins_line(w, k))
            return 0;
    while (k < w->nwords && k - i < SINGLE_MOST && !begins_line(w, k)) {
        if (is_dash(w, k))
            return 0;
        k++;
    }
    return k < w->nwords && !begins_line(w, k) ? 0 : k - (k == w->nwords);
}

uint32_t
quote_loose_close(const struct quote_hunt *h, uint32_t i)
{
    uint32_t k;

    if (is_single(h->w, i))
        return single_close(h, i);
    if (!is_dash(h->w, i))
        return 0;
    k = dash_close(h, i);
    return k ? k : dash_on(h, i);
}
