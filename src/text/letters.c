/* letters.c - words of the wrong script. */
#include "text/letters.h"

#include "text/utf8.h"

/* Letters that other languages of its script have and this one has not. */
static str
strange_to(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
        return STR("іїєґІЇЄҐ");
    case LANG_UK:
        return STR("ыэъёЫЭЪЁ");
    case LANG_AR:
        return STR("پچژگکی");
    default:
        return (str){0};
    }
}

static bool
one_of(str letters, uint32_t c)
{
    while (letters.n)
        if (utf8_next(&letters) == c)
            return true;
    return false;
}

/* One word: no mark or space inside. */
static bool
word_fits(str word, enum lang lang)
{
    bool latin = false, look_alike = false;

    while (word.n) {
        uint32_t c = utf8_next(&word);
        enum script s = utf8_script(c);

        if (s == SCRIPT_LATIN)
            latin = true;
        else if (s != SCRIPT_OTHER && !lang_fits(lang, s))
            return false;
        look_alike |= s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
        if (one_of(strange_to(lang), c))
            return false;
    }
    return !(latin && look_alike);
}

bool
letters_fit(str words, enum lang lang)
{
    while (words.n) {
        str rest = words, word = words;

        while (rest.n) {
            str before = rest;

            if (!utf8_letter(utf8_next(&rest))) {
                word.n = (size_t)(before.s - words.s);
                break;
            }
        }
        if (!word_fits(word, lang))
            return false;
        words = rest;
    }
    return true;
}
