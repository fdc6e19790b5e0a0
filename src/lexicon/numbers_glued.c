/*
 * numbers_glued.c - number words grown together ("zweitausendzwölf",
 * "yirmidokuz", 칠십오만), taken apart into words that the lexicon has.
 */
#include "lexicon/numbers_words.h"

#include <math.h>

#define MOST_PIECES  12 /* of a word grown together */
#define MOST_PIECE   48 /* bytes of one */
#define HANGUL_LEAST 6  /* bytes: two signs */

/*
 * Sino-Korean numerals are written as one word, sign by sign like Han ones:
 * 칠십오만. Words of one syllable, and those without a multiplier, are other
 * words as often.
 */
static bool
hangul(str word, double *value)
{
    static const struct {
        const char *sign;
        double value;
    } signs[] = {{"일", 1},   {"이", 2},    {"삼", 3},   {"사", 4},
                 {"오", 5},   {"육", 6},    {"륙", 6},   {"칠", 7},
                 {"팔", 8},   {"구", 9},    {"영", 0},   {"십", 10},
                 {"백", 100}, {"천", 1000}, {"만", 1e4}, {"억", 1e8},
                 {"조", 1e12}};
    double total = 0, section = 0, digit = -1;
    size_t multipliers = 0;

    if (word.n < HANGUL_LEAST || word.n > 72 || word.n % 3)
        return false;
    for (size_t i = 0; i < word.n; i += 3) {
        double v = -1;

        for (size_t k = 0; k < sizeof signs / sizeof *signs && v < 0; k++)
            if (str_is(str_cut(word, i, i + 3), signs[k].sign))
                v = signs[k].value;
        if (v < 0 || (v < 10 && digit >= 0))
            return false;
        if (v < 10) {
            digit = v;
            continue;
        }
        multipliers++;
        if (v < 1e4) {
            section += (digit < 0 ? 1 : digit) * v;
        } else {
            section += digit < 0 ? 0 : digit;
            total += (section > 0 ? section : 1) * v;
            section = 0;
        }
        digit = -1;
    }
    *value = total + section + (digit < 0 ? 0 : digit);
    return multipliers > 0;
}

/* What words hold that numbers are grown together in, those of one language
 * parted by blanks; "" where there are none. */
static const char *
glued_parts(enum lang lang)
{
    switch (lang) {
    case LANG_DE:
        return "tausend hundert";
    case LANG_NL:
        return "duizend honderd";
    case LANG_IT:
        return "mila mille cento";
    case LANG_SV:
        return "tusen hundra";
    case LANG_NO:
        return "tusen hundre tti tini firti femti seksti sytti atti";
    case LANG_DA:
        return "tusind hundrede";
    case LANG_HU:
        return "ezer szaz";
    case LANG_FI:
        return "tuhat sata";
    case LANG_TR:
        return "on yirmi otuz kirk kırk elli altmis altmış yetmis yetmiş "
               "seksen doksan yuz yüz bin";
    case LANG_KO:
        return "열 스물 서른 마흔 쉰 예순 일흔 여든 아흔 백";
    default:
        return "";
    }
}

static bool
may_be_glued(str fold, enum lang lang)
{
    const char *parts = glued_parts(lang);
    bool front = lang == LANG_TR || lang == LANG_KO;
    str part;

    if (fold.n < 5 || fold.n > MOST_PIECE * 4)
        return false;
    while (str_listed(&parts, &part)) {
        if (str_starts(fold, part) ||
            (!front && str_find(fold, part) != SIZE_MAX))
            return true;
        /* ikibin, üçyüz */
        if (lang == LANG_TR && part.n <= 4 &&
            (str_is(part, "bin") || str_is(part, "yuz") ||
             str_is(part, "yüz")) &&
            str_find(fold, part) != SIZE_MAX)
            return true;
    }
    return false;
}

bool
number_may_be_glued(str fold, enum lang lang)
{
    return lang == LANG_KO ? fold.n >= HANGUL_LEAST : may_be_glued(fold, lang);
}

bool
number_nth_power(double nth, double cur)
{
    return (nth == 100 && cur > 0 && cur < 100 && cur != 10) ||
           (nth >= 1000 && cur > 0);
}

/* The longest piece at the front that a number is made of. */
static size_t
piece(const struct number_scan *p, str rest, struct token *out)
{
    size_t longest = rest.n < MOST_PIECE ? rest.n : MOST_PIECE;
    static const char *const links[] = {"und", "ën", "en", "e", "og"};

    for (size_t n = longest; n >= 2; n--) {
        if (n < rest.n && ((unsigned char)rest.s[n] & 0xC0) == 0x80)
            continue;
        *out = number_token(p, str_cut(rest, 0, n), NULL);
        if (out->value >= 0 || out->nth >= 0 || out->power)
            return n;
    }
    *out = (struct token){-1, -1, 0, 0};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_starts(rest, str_of(links[i])))
            return str_of(links[i]).n;
    return 0;
}

bool
number_glued(const struct number_scan *p, size_t at, double *value,
             bool *ordinal)
{
    const struct word *w = &p->r->w.words[at];
    double total = 0, cur = 0, least = 1e18;
    str rest;
    int pieces = 0;

    if (!w || w->kind != WORD_LETTERS)
        return false;
    if (p->lang == LANG_KO && hangul(w->fold, value))
        return true;
    if (!may_be_glued(w->fold, p->lang))
        return false;
    rest = w->fold;
    *ordinal = false;
    while (rest.n) {
        struct token t;
        size_t n = piece(p, rest, &t);

        if (n == 0 || *ordinal || ++pieces > MOST_PIECES ||
            (t.nwords == 0 && pieces == 1))
            return false;
        rest = str_cut(rest, n, rest.n);
        if (t.nwords == 0 && rest.n == 0)
            return false; /* Tausende: thousands */
        if (t.nwords == 0)
            continue;
        if (t.power == 2 && cur < 100 && (cur > 0 || rest.n)) {
            cur = cur > 0 ? cur * 100 : 100; /* hundertachtzehn */
        } else if (t.power >= 3 && pow(10, t.power) < least &&
                   (cur > 0 || total == 0)) {
            least = pow(10, t.power);
            total += (cur > 0 ? cur : 1) * least;
            cur = 0;
        } else if (t.value >= 1000 && total == 0 && cur == 0) {
            total = t.value;
            least = 1000;
        } else if (t.value >= 0 && t.value < 1000 &&
                   number_adds(cur, t.value, p->lang)) {
            cur += t.value;
        } else if (t.nth >= 0 && (number_nth_power(t.nth, cur) ||
                                  number_adds(cur, t.nth, p->lang))) {
            cur = number_nth_power(t.nth, cur) ? cur * t.nth : cur + t.nth;
            *ordinal = true;
        } else {
            return false;
        }
    }
    *value = total + cur;
    return pieces > 1 && *value > 0;
}
