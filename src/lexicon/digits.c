/* digits.c - what a run of digits and separators is worth. */
#include "lexicon/digits.h"

#include <stdlib.h>

/* Languages that write 1.234,5. */
bool
digits_comma(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
    case LANG_UK:
    case LANG_DE:
    case LANG_FR:
    case LANG_ES:
    case LANG_IT:
    case LANG_PT:
    case LANG_TR:
    case LANG_ID:
    case LANG_PL:
    case LANG_NL:
    case LANG_EL:
    case LANG_SV:
    case LANG_CS:
    case LANG_RO:
    case LANG_BG:
    case LANG_SR:
    case LANG_HU:
    case LANG_VI:
    case LANG_CA:
    case LANG_DA:
    case LANG_NO:
    case LANG_FI:
    case LANG_HR:
    case LANG_SK:
    case LANG_SL:
    case LANG_BE:
    case LANG_MK:
    case LANG_KK:
    case LANG_AZ:
        return true;
    default:
        return false;
    }
}

/*
 * The value of digits with separators; false where the groups are those of
 * a date, a version or an address. `exact`: a multiplier follows, so that
 * three digits behind a comma may be decimals.
 */
bool
digits_read(str s, enum lang lang, bool multiplied, double *value)
{
    char plain[40];
    size_t n = 0, seps = 0, first = SIZE_MAX, last = 0;
    bool dots = false, commas = false, ticks = false, decimal;

    if (s.n > 30)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] >= '0' && s.s[i] <= '9')
            continue;
        dots |= s.s[i] == '.';
        commas |= s.s[i] == ',';
        ticks |= s.s[i] == '\'';
        if (first == SIZE_MAX)
            first = i;
        last = i;
        seps++;
    }
    if (seps == 0) {
        *value = strtod(s.s, NULL);
        return s.n <= 15;
    }
    if (dots + commas + ticks > 1)
        decimal = true; /* of two kinds the last one parts decimals */
    else if (ticks || seps > 1)
        decimal = false;
    else if (s.n - last - 1 != 3 || first > 3 || s.s[0] == '0')
        decimal = true;
    else if (dots)
        decimal = !digits_comma(lang);
    else
        decimal = digits_comma(lang) && multiplied;
    for (size_t i = 0, group = 0; i < s.n; i++) {
        if (s.s[i] >= '0' && s.s[i] <= '9') {
            plain[n++] = s.s[i];
            group++;
            continue;
        }
        if (decimal && i == last)
            plain[n++] = '.';
        /* groups between separators have three digits, in India two */
        else if (i != first && group != 3 && group != 2)
            return false;
        group = 0;
    }
    if (!decimal && s.n - last - 1 != 3)
        return false;
    plain[n] = '\0';
    *value = strtod(plain, NULL);
    return true;
}
