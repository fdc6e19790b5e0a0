/*
 * name_german.c - German, where every noun has a capital: what tells a name
 * from a noun.
 */
#include "evidence/name_parts.h"

#define SURE_BEHIND_VON 52

/* A letter that no German word has: ç, ğ, ł, ó. */
bool
german_foreign(str word)
{
    while (word.n) {
        uint32_t c = utf8_next(&word);

        if (c >= 0xC0 && c < 0x250 && c != 0xC4 && c != 0xD6 && c != 0xDC &&
            c != 0xDF && c != 0xE4 && c != 0xF6 && c != 0xFC && c != 0xE9)
            return true;
    }
    return false;
}

/* Plurals, and what is made of other words: "Zuschüssen", "Gesundheit". */
static bool
noun_ending(str word)
{
    static const char *const ends[] = {"en",   "ern",  "eln", "s",
                                       "keit", "heit", "ung", "schaft"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(word, str_of(ends[i])))
            return true;
    return false;
}

/* German: "Tod von Yahya", "Statement von Bernd Meurer": only what stands
 * behind "von" may be a name, and one word alone where no plural is seen. */
bool
german_behind_von(struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t k = p + 1;
    str f;

    while (k < q && (name_capital(nm, k) || !str_is(nm->w[k].fold, "von")))
        k++;
    if (k + 1 >= q)
        return false;
    f = nm->w[k + 1].fold;
    if (q - k > 2)
        name_weigh(nm, k + 1, q);
    else if (name_unknown(nm, k + 1) && !noun_ending(f))
        name_add(nm, k + 1, q, NAME_OTHER, SURE_BEHIND_VON);
    return true;
}

/* A German article, or a preposition that has one in it, before p. */
bool
german_behind_article(const struct namer *nm, uint32_t p)
{
    static const char *const words[] = {
        "der",   "die",   "das", "den", "dem", "des", "ein", "eine",
        "einer", "eines", "im",  "am",  "zum", "zur", "vom", "beim"};

    for (size_t i = 0; p > 0 && i < sizeof words / sizeof *words; i++)
        if (str_is(nm->w[p - 1].fold, words[i]))
            return true;
    return false;
}
