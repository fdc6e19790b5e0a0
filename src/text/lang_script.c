/* lang_script.c - scripts, and letters of one alphabet alone. */
#include "text/lang_script.h"

#include <string.h>

void
lang_count_scripts(str text, uint32_t count[SCRIPT_COUNT])
{
    memset(count, 0, SCRIPT_COUNT * sizeof *count);
    while (text.n) {
        unsigned is = utf8_class_of(utf8_next(&text));

        count[is & UTF8_SCRIPT] += (is & UTF8_LETTER) != 0;
    }
}

enum script
lang_most_script(const uint32_t count[SCRIPT_COUNT])
{
    enum script best = SCRIPT_OTHER;

    for (int s = 1; s < SCRIPT_COUNT; s++)
        if (count[s] > count[best] || (best == SCRIPT_OTHER && count[s]))
            best = (enum script)s;
    return best;
}

bool
lang_fits(enum lang lang, enum script script)
{
    switch (script) {
    case SCRIPT_CYRILLIC:
        return lang == LANG_RU || lang == LANG_UK || lang == LANG_BG ||
               lang == LANG_SR || lang == LANG_MK || lang == LANG_BE ||
               lang == LANG_KK || lang == LANG_UZ || lang == LANG_MN;
    case SCRIPT_GREEK:
        return lang == LANG_EL;
    case SCRIPT_ARABIC:
        return lang == LANG_AR || lang == LANG_FA || lang == LANG_UR ||
               lang == LANG_PS || lang == LANG_KU;
    case SCRIPT_HEBREW:
        return lang == LANG_HE;
    case SCRIPT_DEVANAGARI:
        return lang == LANG_HI || lang == LANG_MR || lang == LANG_NE;
    case SCRIPT_HAN:
        return lang == LANG_ZH || lang == LANG_JA;
    case SCRIPT_HIRAGANA:
    case SCRIPT_KATAKANA:
        return lang == LANG_JA;
    case SCRIPT_HANGUL:
        return lang == LANG_KO;
    case SCRIPT_THAI:
        return lang == LANG_TH;
    case SCRIPT_LATIN:
        return lang != LANG_UND && !lang_fits(lang, SCRIPT_ARABIC) &&
               lang != LANG_RU && lang != LANG_UK && lang != LANG_BG &&
               lang != LANG_MK && lang != LANG_BE && lang != LANG_MN &&
               lang != LANG_EL && lang != LANG_HE && lang != LANG_HI &&
               lang != LANG_ZH && lang != LANG_JA && lang != LANG_KO &&
               lang != LANG_TH && lang != LANG_KA && lang != LANG_HY &&
               lang != LANG_BN && lang != LANG_TA && lang != LANG_TE &&
               lang != LANG_ML && lang != LANG_GU && lang != LANG_PA &&
               lang != LANG_MY && lang != LANG_KM && lang != LANG_AM &&
               lang != LANG_NE && lang != LANG_MR && lang != LANG_SI;
    default:
        return true;
    }
}

enum lang
lang_by_script(const uint32_t count[SCRIPT_COUNT], str line)
{
    if (count[SCRIPT_HIRAGANA] + count[SCRIPT_KATAKANA] * 4 / 5 >
        (count[SCRIPT_HAN] + count[SCRIPT_HIRAGANA]) / 12)
        if (count[SCRIPT_HIRAGANA] + count[SCRIPT_KATAKANA] > 0)
            return LANG_JA;
    switch (lang_most_script(count)) {
    case SCRIPT_HAN:
        return LANG_ZH;
    case SCRIPT_HANGUL:
        return LANG_KO;
    case SCRIPT_HEBREW:
        return LANG_HE;
    case SCRIPT_GREEK:
        return LANG_EL;
    case SCRIPT_DEVANAGARI:
        return LANG_HI;
    case SCRIPT_THAI:
        return LANG_TH;
    case SCRIPT_ARABIC:
        /* پ چ ژ گ ک ی are no Arabic letters */
        if (str_find(line, STR("پ")) != SIZE_MAX ||
            str_find(line, STR("چ")) != SIZE_MAX ||
            str_find(line, STR("گ")) != SIZE_MAX ||
            str_find(line, STR("ک")) != SIZE_MAX ||
            str_find(line, STR("ی")) != SIZE_MAX)
            return LANG_FA;
        return LANG_AR;
    case SCRIPT_CYRILLIC:
        if (str_find(line, STR("і")) != SIZE_MAX ||
            str_find(line, STR("ї")) != SIZE_MAX ||
            str_find(line, STR("є")) != SIZE_MAX)
            return LANG_UK;
        return LANG_UND;
    default:
        return LANG_UND;
    }
}

/* Galician is what CLD2 sees in short texts of its two neighbours. */
#define GALICIAN_SURE 400 /* bytes of one line */

enum lang
lang_by_letters(enum lang lang, str line)
{
    if ((lang == LANG_BG || lang == LANG_MK || lang == LANG_SR) &&
        (str_find(line, STR("ы")) != SIZE_MAX ||
         str_find(line, STR("э")) != SIZE_MAX ||
         str_find(line, STR("ё")) != SIZE_MAX))
        return LANG_RU;
    if (lang == LANG_GL && line.n < GALICIAN_SURE)
        return str_find(line, STR("\u00e3")) != SIZE_MAX ||
                       str_find(line, STR("\u00f5")) != SIZE_MAX ||
                       str_find(line, STR("\u00e7")) != SIZE_MAX
                   ? LANG_PT
                   : LANG_ES;
    return lang;
}

/* How many words of a text, cut at blanks, are among some, as they stand. */
static size_t
count_words(str text, const char *const *list, size_t nlist)
{
    size_t n = 0;

    for (size_t i = 0, from; i < text.n; i++) {
        for (; i < text.n && text.s[i] <= ' '; i++)
            ;
        for (from = i; i < text.n && text.s[i] > ' '; i++)
            ;
        for (size_t k = 0; k < nlist; k++)
            n += str_eq(str_cut(text, from, i), str_of(list[k]));
    }
    return n;
}

enum lang
lang_malay(str text, enum lang hint)
{
    static const char *const malay[] = {
        "bahawa", "kerana", "wang",  "pejabat",  "polis",  "kerajaan",
        "ialah",  "beliau", "boleh", "mahkamah", "semalam"};
    static const char *const indonesian[] = {
        "bahwa",  "karena", "uang",       "kantor", "polisi", "pemerintah",
        "adalah", "bisa",   "pengadilan", "saat",   "kemarin"};
    size_t ms = count_words(text, malay, sizeof malay / sizeof *malay);
    size_t id =
        count_words(text, indonesian, sizeof indonesian / sizeof *indonesian);

    if (ms == id)
        return hint == LANG_MS ? LANG_MS : LANG_ID;
    return ms > id ? LANG_MS : LANG_ID;
}
