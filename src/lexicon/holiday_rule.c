/* holiday_rule.c - the rule of a feast, packed into a number. */
#include "lexicon/holiday.h"

/* A number, maybe negative, from the next word of the text. */
static bool
next_number(str *rest, int *value)
{
    str word;
    bool minus;

    if (!rest->n)
        return false;
    str_next(rest, ' ', &word);
    minus = word.n > 1 && word.s[0] == '-';
    *value = 0;
    for (size_t i = minus; i < word.n; i++) {
        if (word.s[i] < '0' || word.s[i] > '9' || *value > 100)
            return false;
        *value = *value * 10 + (word.s[i] - '0');
    }
    *value = minus ? -*value : *value;
    return word.n > 0;
}

uint32_t
holiday_rule(str text)
{
    static const char *const kinds[] = {
        "",        "gregorian", "persian",  "hijri", "hebrew",
        "chinese", "easter",    "orthodox", "nth",   "moon"};
    str rest = text, word;
    uint32_t kind = 1;
    int month = 0, day = 0, offset = 0, length = 1, n = 0;
    size_t x = str_find(text, STR(" x"));

    if (x != SIZE_MAX) {
        rest = str_cut(text, x + 2, text.n);
        if (!next_number(&rest, &length) || length < 1 || length > 60)
            return 0;
        rest = str_cut(text, 0, x);
    }
    if (!str_next(&rest, ' ', &word))
        return 0;
    while (kind <= HOLIDAY_MOON && !str_is(word, kinds[kind]))
        kind++;
    if (kind > HOLIDAY_MOON)
        return 0;
    if (kind == HOLIDAY_NTH) {
        /* the day packs which of them and the weekday */
        if (!next_number(&rest, &n) || !next_number(&rest, &day) || n < -1 ||
            n > 2 + 1 + 1 || n == 0 || day < 1 || day > 7)
            return 0;
        n = n < 0 ? 0 : n;
        day = (n == 4 ? 3 : n) * 8 + day % 8;
        offset = n == 4 ? 7 : 0; /* the third and a week */
    }
    if (kind != HOLIDAY_EASTER && kind != HOLIDAY_ORTHODOX &&
        !next_number(&rest, &month))
        return 0;
    if (kind != HOLIDAY_NTH && kind != HOLIDAY_EASTER &&
        kind != HOLIDAY_ORTHODOX && !next_number(&rest, &day))
        return 0;
    if (next_number(&rest, &n))
        offset += n;
    if (month < 0 || month > 13 || day < 0 || day > 31 || offset < -100 ||
        offset > 100)
        return 0;
    return kind | (uint32_t)month << 4 | (uint32_t)day << 8 |
           (uint32_t)(offset + 128) << 13 | (uint32_t)length << 21;
}
