/*
 * quote_split.c - who speaks, told within the quotation marks: «…, — said
 * he, — …», « …, a dit le maire, … », «… – dice il sindaco – …».
 *
 * A dash, or a comma where one writes so, then a verb of saying at once: what
 * follows up to the next dash (or comma behind a name) is the reporter's.
 */
#include "evidence/quote_parts.h"

/* batteries of our own in 20 languages chose these, 2026-11 */
#define BEFORE_LEAST 2  /* words of speech before him */
#define VERB_REACH   3  /* words from the mark to the verb */
#define INSERT_MOST  30 /* words of his */

bool
quote_dash(const struct words *w, uint32_t i)
{
    uint32_t c =
        i < w->nwords && w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static bool
spaced_dash(const struct words *w, uint32_t i)
{
    return quote_dash(w, i) && w->words[i].shape & SHAPE_SPACE;
}

static bool
ends(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* A verb of saying right behind the mark, no capital between. */
static bool
verb_behind(const struct quote_hunt *h, uint32_t mark, uint32_t most)
{
    for (uint32_t i = mark + 1; i < h->w->nwords && i <= mark + most; i++) {
        if (h->w->words[i].kind != WORD_LETTERS ||
            h->w->words[i].shape & SHAPE_CAPITAL)
            return false;
        if (quote_says(h, i))
            return true;
    }
    return false;
}

static bool
name_in(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < h->a->nnames && h->a->names[i].word < to; i++)
        if (h->a->names[i].word >= from && h->a->names[i].kind != NAME_PLACE &&
            h->a->names[i].sure >= NAME_SURE)
            return true;
    return false;
}

/* The mark that ends what stands behind `mark`; 0: none does. */
static uint32_t
insert_end(const struct quote_hunt *h, uint32_t mark, uint32_t close)
{
    const struct words *w = h->w;
    bool dash = quote_dash(w, mark);

    for (uint32_t i = mark + 2; i <= close && i < mark + INSERT_MOST; i++) {
        if (i == close)
            return dash ? close : 0;
        if (ends(w, i)) /* «…, — said he. — …» */
            return dash && (i + 1 == close || spaced_dash(w, i + 1)) ? i : 0;
        if (dash ? spaced_dash(w, i)
                 : quote_comma(w, i) && name_in(h, mark + 1, i))
            return i;
    }
    return 0;
}

uint32_t
quote_split(const struct quote_hunt *h, uint32_t open, uint32_t close,
            uint32_t *end)
{
    const struct words *w = h->w;
    enum lang l = quote_lang(h, open + 1 < w->nwords ? open + 1 : open);

    for (uint32_t i = open + BEFORE_LEAST; i + 2 < close; i++) {
        bool comma = quote_comma(w, i - 1);
        uint32_t e;

        if (!(spaced_dash(w, i) || (quote_comma(w, i) && l == LANG_FR)) ||
            !verb_behind(h, i, VERB_REACH) ||
            (e = insert_end(h, i, close)) == 0)
            continue;
        *end = e;
        if (e < close && spaced_dash(w, e + 1))
            *end = e + 1;
        return comma && i - 1 > open + 1 ? i - 1 : i;
    }
    return 0;
}
