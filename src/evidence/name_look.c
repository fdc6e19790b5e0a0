/*
 * name_look.c - what a run of capitals looks like before it is weighed: a
 * number of a thing, letters of a body, a body of a place.
 */
#include "evidence/name_parts.h"

#include <string.h>

/* "2025 SK7", "Ан-24", or two letters that stand for a word of sports or
 * measures in a text of another script: "FK", "PK". */
bool
name_code(const struct namer *nm, uint32_t i)
{
    const struct word *w = &nm->w[i];

    if (i + 1 < nm->n && nm->w[i + 1].kind == WORD_NUMBER &&
        name_joined(nm, i + 1))
        return true;
    if (i + 2 < nm->n && name_mark_is(nm, i + 1, "- ‑ –") &&
        name_joined(nm, i + 1) && name_joined(nm, i + 2) &&
        nm->w[i + 2].kind == WORD_NUMBER)
        return true;
    return utf8_count(w->fold) == 2 && w->script == SCRIPT_LATIN &&
           (w->lang == LANG_JA || w->lang == LANG_ZH || w->lang == LANG_KO);
}

#define CAMEL_LEAST 3 /* letters before a capital within a word */

/* "RedState", "DisneyPlus", but no FitzGerald, MacDonald or VanDyke. */
bool
name_camel(const struct namer *nm, uint32_t i)
{
    static const char *const before[] = {"mac", "fitz", "van",  "von",
                                         "del", "des",  "della"};
    str rest = name_text(nm, i), all = rest;
    bool small = false;

    if (!name_capital(nm, i) || all.n != nm->w[i].fold.n)
        return false;
    for (size_t n = 0; rest.n; n++) {
        size_t at = (size_t)(rest.s - all.s);
        uint32_t c = utf8_next(&rest);

        if (utf8_upper(c) && small && n >= CAMEL_LEAST) {
            for (size_t k = 0; k < sizeof before / sizeof *before; k++)
                if (str_is(str_cut(nm->w[i].fold, 0, at), before[k]))
                    return false;
            return true;
        }
        small = utf8_lower(c);
    }
    return false;
}

#define LETTERS 3 /* at least of a body's in front, at most behind */

/* "KGHM Polska", "Aktywni RMF FM": letters in capitals beside words are of a
 * body. Surnames are written so as well: last, and longer. */
bool
name_lettered(const struct namer *nm, uint32_t p, uint32_t q)
{
    bool letters = false, words = false;
    uint32_t first = p;

    while (first < q && !name_capital(nm, first))
        first++;
    if (first == q || reading_sense(&nm->a->read, first, SENSE_PLACE))
        return false;
    for (uint32_t k = p; k < q; k++) {
        str word = name_text(nm, k);

        if (nm->bits[k] & BIT_GIVEN && name_exact_given(nm, k))
            return false;
        if (nm->w[k].kind == WORD_LETTERS && nm->w[k].shape & SHAPE_ALL_CAPS &&
            !memchr(word.s, '.', word.n) && !name_roman(nm, k) &&
            (k == first ? utf8_count(word) >= LETTERS
                        : utf8_count(word) <= LETTERS))
            letters = true;
        letters |= name_camel(nm, k);
        words |= name_capital(nm, k) && !(nm->w[k].shape & SHAPE_ALL_CAPS);
    }
    return letters && words;
}

#define TOWN_LARGE 2000000 /* people */
#define TOWN_KNOWN 300000  /* where a plural stands behind */

/* Lands whose name persons bear. */
static bool
borne(str land)
{
    return str_is(land, "Jordan") || str_is(land, "Israel") ||
           str_is(land, "Georgia") || str_is(land, "Chad");
}

/* "Oslo Vikings", "Priorities USA": a well-known place beside words that are
 * no given names. */
bool
name_of_place(const struct namer *nm, uint32_t first, uint32_t last)
{
    const struct sense *s = reading_sense(&nm->a->read, first, SENSE_PLACE);
    struct place p;

    if (s && s->exact && nm->bits[first] & BIT_PLACE &&
        !(nm->bits[first] & BIT_PARTICLE)) {
        p = lexicon_place(nm->lx, s->id);
        if (s->nwords > 1 || (p.kind != PLACE_CITY && !borne(p.name)) ||
            p.population > TOWN_LARGE ||
            (p.population > TOWN_KNOWN && str_ends(nm->w[last].fold, STR("s"))))
            return true;
    }
    s = reading_sense(&nm->a->read, last, SENSE_PLACE);
    return s && s->exact && nm->bits[last] & BIT_PLACE &&
           !(nm->bits[last] & BIT_GIVEN) &&
           lexicon_place(nm->lx, s->id).kind == PLACE_COUNTRY;
}
