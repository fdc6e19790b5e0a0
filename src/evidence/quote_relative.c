/*
 * quote_relative.c - subjects and relative clauses: "Ada Finch, who married
 * Dell, said", "Dell, who said".
 */
#include "evidence/quote_parts.h"

#define BEFORE_SAY 2 /* words from "who" to its verb of saying */
#define OWNER_MOST 6 /* words from a name to "who", case and verb between */

struct words_of {
    enum lang lang;
    const char *words; /* folded, for str_listed */
};

static const struct words_of relative[] = {
    {LANG_EN, "who"},
    {LANG_FR, "qui"},
    {LANG_ES, "quien quienes que"},
    {LANG_PT, "quem que"},
    {LANG_IT, "che"},
    {LANG_DE, "der die"},
    {LANG_NL, "die"},
    {LANG_PL, "ktory ktora ktorzy"},
    {LANG_RU, "который которая которые"},
    {LANG_UK, "який яка які котрий котра котрі"},
    {LANG_HI, "जिसने जिन्होंने"},
};

static bool
is_relative(const struct quote_hunt *h, uint32_t i)
{
    for (size_t k = 0; k < sizeof relative / sizeof *relative; k++) {
        const char *rest = relative[k].words;
        str word;

        while (relative[k].lang == quote_lang(h, i) && str_listed(&rest, &word))
            if (str_eq(word, h->w->words[i].fold))
                return true;
    }
    return false;
}

int32_t
quote_before_relative(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);
        uint32_t end;

        if (!n)
            break;
        end = n->word + n->nwords;
        if (n->kind == NAME_PERSON && n->sure >= NAME_SURE && end + 2 < to &&
            quote_comma(h->w, end) && is_relative(h, end + 1) &&
            !quote_oblique(h, from, n))
            return quote_commas(h, end + 2, to) > 0 ? (int32_t)i : -1;
    }
    return -1;
}

struct quote_voice
quote_who_of(const struct quote_hunt *h, uint32_t from, uint32_t say)
{
    struct quote_voice v = QUOTE_NOBODY;
    uint32_t i = say;

    if (say >= h->w->nwords || quote_lang(h, say) != LANG_HI)
        return v;
    while (i > from && say - i < BEFORE_SAY && !is_relative(h, i))
        i--;
    if (!is_relative(h, i))
        return v;
    for (size_t k = 0; k < h->a->nnames && h->a->names[k].word < i; k++) {
        const struct name_mark *n = &h->a->names[k];

        if (n->word >= from && (n->kind == NAME_PERSON || n->nwords > 1) &&
            n->word + n->nwords <= i && n->word + n->nwords + OWNER_MOST >= i)
            v.name = (int32_t)k;
    }
    return v;
}
