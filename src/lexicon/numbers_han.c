/* numbers_han.c - Han numerals, read sign by sign, and digits among them. */
#include "lexicon/digits.h"
#include "lexicon/numbers_words.h"

#include "text/utf8.h"

#define MOST_SIGNS    16
#define MOST_DECIMALS 9

static int
han_digit(uint32_t c)
{
    switch (c) {
    case 0x3007:
    case 0x96F6:
        return 0; /* 〇 零 */
    case 0x4E00:
        return 1;

    case 0x4E8C:
    case 0x4E24:
    case 0x5169:
        return 2; /* 二 两 兩 */
    case 0x4E09:
        return 3;
    case 0x56DB:
        return 4;
    case 0x4E94:
        return 5;
    case 0x516D:
        return 6;
    case 0x4E03:
        return 7;
    case 0x516B:
        return 8;
    case 0x4E5D:
        return 9;
    default:
        return -1;
    }
}

static double
han_multiplier(uint32_t c)
{
    switch (c) {
    case 0x5341:
        return 10;
    case 0x767E:
        return 100;
    case 0x5343:
        return 1000;
    case 0x4E07:
    case 0x842C:
        return 1e4;
    case 0x4EBF:
    case 0x5104:
        return 1e8;
    case 0x5146:
        return 1e12;
    default:
        return 0;
    }
}

/* The plain sign for one of those of cheques, 0 for other characters. */
static uint32_t
plain_of_formal(uint32_t c)
{
    static const uint32_t formal[][2] = {
        {0x58F9, 0x4E00}, {0x8CB3, 0x4E8C}, {0x8D30, 0x4E8C}, {0x53C3, 0x4E09},
        {0x53C1, 0x4E09}, {0x8086, 0x56DB}, {0x4F0D, 0x4E94}, {0x9678, 0x516D},
        {0x9646, 0x516D}, {0x67D2, 0x4E03}, {0x634C, 0x516B}, {0x7396, 0x4E5D},
        {0x62FE, 0x5341}, {0x4F70, 0x767E}, {0x4EDF, 0x5343}};

    for (size_t i = 0; i < sizeof formal / sizeof *formal; i++)
        if (formal[i][0] == c)
            return formal[i][1];
    return 0;
}

/* 廿 卅 卌: tens in one sign. */
static double
han_tens(uint32_t c)
{
    return c == 0x5EFF ? 20 : c == 0x5345 ? 30 : c == 0x534C ? 40 : 0;
}

uint32_t
number_han_char(const struct number_scan *p, size_t i)
{
    const struct word *w = word_at(p, i);
    str rest;

    if (!w || w->kind != WORD_LETTERS || w->script != SCRIPT_HAN)
        return 0;
    rest = w->fold;
    return rest.n ? utf8_next(&rest) : 0;
}

/*
 * 三点七: digits behind the sign of the point; 三点二十 is a clock time. The
 * word behind, `i` where there are none.
 */
static size_t
han_decimals(const struct number_scan *p, size_t i, double *value)
{
    uint32_t point = number_han_char(p, i);
    double place = 0.1, part = 0;
    size_t k = i + 1;

    if (point != 0x70B9 && point != 0x9EDE)
        return i;
    for (; k < p->end && k - i < MOST_DECIMALS; k++) {
        uint32_t c = number_han_char(p, k);
        int d = han_digit(c);

        if (d < 0) {
            if (han_multiplier(c) > 0 && han_multiplier(c) < 1e4)
                return i;
            break;
        }
        part += d * place;
        place /= 10;
    }
    if (k == i + 1 || number_han_char(p, k) == 0x5206) /* 分: a clock time */
        return i;
    *value += part;
    return k;
}

/* Digits and Han multipliers mixed: 三百万, 1億2000万, 二〇二一, 12万. */
size_t
number_han(const struct number_scan *p, double *value)
{
    double total = 0, section = 0, digit = -1, run = 0;
    size_t i = p->at, ndigits = 0, rare = 0;
    bool multiplied = false;

    for (; i < p->end && i - p->at < MOST_SIGNS; i++) {
        const struct word *w = word_at(p, i);
        uint32_t sign = number_han_char(p, i), plain = plain_of_formal(sign);
        uint32_t c = plain ? plain : sign;
        double m = han_multiplier(c), v;
        int d = han_digit(c);

        if (i > p->at && w->shape & SHAPE_LINE)
            break;
        rare += plain || han_tens(c) > 0;
        if (han_tens(c) > 0 && digit < 0) {
            section += han_tens(c);
            multiplied = true;
            continue;
        }
        if (w->kind == WORD_NUMBER) {
            if ((i > p->at && !multiplied) ||
                !digits_read(w->fold, LANG_ZH, false, &v))
                break;
            digit = v;
            multiplied = false;
        } else if (c && d >= 0) {
            run = ndigits ? run * 10 + d : d;
            digit = run;
            ndigits++;
            continue;
        } else if (m > 0) {
            if (m < 1e4) {
                section += (digit < 0 ? 1 : digit) * m;
            } else {
                if (digit < 0 && section == 0)
                    break;
                total += (section + (digit < 0 ? 0 : digit)) * m;
                section = 0;
            }
            digit = -1;
            multiplied = true;
        } else {
            break;
        }
        run = 0;
        ndigits = 0;
    }
    /* one sign of a cheque is a name or a common word: 上陸 */
    if (rare && i == p->at + 1 && p->r->w.nwords > 1)
        return 0;
    *value = total + section + (digit < 0 ? 0 : digit);
    if (i > p->at)
        i = han_decimals(p, i, value);
    return i - p->at;
}

bool
number_han_begins(uint32_t c)
{
    double m;

    if (han_tens(c) > 0)
        return true;
    c = plain_of_formal(c) ? plain_of_formal(c) : c;
    m = han_multiplier(c);
    return han_digit(c) >= 0 || (m > 0 && m < 1e4);
}
