/*
 * numeral_power.c - what multiplies a number: powers, sets, letters, and
 * decimals behind signs that elsewhere are other ones.
 */
#include "lexicon/numeral_parts.h"

#include "lexicon/tag.h"

#include <math.h>

#define MOST_POWER 300 /* of ten, in digits */
#define MOST_VALUE 1e300

static bool
told(double v)
{
    return isfinite(v) && fabs(v) <= MOST_VALUE;
}

/* "1e10", "2^-3", 2の3乗. */
size_t
numeral_raised(const struct numeral_scan *s, size_t i, double *value)
{
    bool ten = numeral_is(s, i, "e"), no = numeral_is(s, i, "の");
    size_t k = i + 1, end;
    double power, v;

    if (!numeral_glued(s, i) || !(ten || no || numeral_is(s, i, "^")))
        return i;
    v = 1;
    if (numeral_is(s, k, "-") || numeral_is(s, k, "−") || numeral_is(s, k, "+"))
        v = numeral_is(s, k++, "+") ? 1 : -1;
    end = numeral_plain(s, k, &power);
    if (!end || (!no && !numeral_glued(s, k)) ||
        (no && !numeral_is(s, end, "乗")))
        return i;
    power *= v;
    v = ten ? *value * pow(10, power) : pow(*value, power);
    if (fabs(power) > MOST_POWER || !told(v))
        return i;
    *value = v;
    return no ? end + 1 : end;
}

/* "6.2x10^-4", 12×10の14乗. */
size_t
numeral_times_ten(const struct numeral_scan *s, size_t i, double *value)
{
    double ten = 0;
    size_t k = i + 1, end;

    if (!numeral_is(s, i, "x") && !numeral_is(s, i, "×"))
        return i;
    end = numeral_plain(s, k, &ten);
    k = end && ten == 10 ? numeral_raised(s, end, &ten) : 0;
    if (k <= end || !told(*value * ten))
        return i;
    *value *= ten;
    return k;
}

/* "dozen", "pair", "and a half", and the million that they are of. */
size_t
numeral_sets(const struct numeral_scan *s, size_t i, double *value)
{
    size_t k;
    uint32_t id = numeral_look(s, i, &k);

    if (id <= NUMERAL_SET)
        return i;
    *value *= id - NUMERAL_SET;
    return k;
}

bool
numeral_and_half(const struct numeral_scan *s, size_t i, size_t *behind)
{
    for (size_t k = i < s->end ? s->r->sense_at[i] : 1;
         i < s->end && k < s->r->sense_at[i + 1]; k++) {
        const struct sense *c = &s->r->senses[k];

        if (c->kind == SENSE_CONCEPT &&
            lexicon_tag(s->lx, c->id) == TAG_AND_HALF + 1 &&
            i + c->nwords <= s->end) {
            *behind = i + c->nwords;
            return true;
        }
    }
    return false;
}

/* The million behind a value below a thousand. */
size_t
numeral_multiplied(const struct numeral_scan *s, size_t i, double *value)
{
    unsigned power = numeral_power(s, i);

    if (power < 2 || fabs(*value) >= 1000)
        return i;
    *value *= pow(10, power);
    return i + 1;
}

/* 二百・七一, 21点2: decimals behind a sign that elsewhere is another one. */
size_t
numeral_han_decimals(const struct numeral_scan *s, size_t i, struct number *out)
{
    size_t k = i + 1, end;
    double v;
    const struct word *w = numeral_word(s, k);

    if ((s->lang != LANG_JA && s->lang != LANG_ZH) || !w ||
        !numeral_glued(s, i) || !numeral_glued(s, k) ||
        !(numeral_is(s, i, "・") || numeral_is(s, i, "点") ||
          numeral_is(s, i, "點")))
        return i;
    if (w->kind == WORD_NUMBER) {
        end = numeral_plain(s, k, &v);
        if (end != k + 1 || v != floor(v) || numeral_is(s, end, "分"))
            return i;
        out->value += v / pow(10, (double)w->fold.n);
        return end;
    }
    v = 0;
    for (double place = 0.1; k < s->end && place > 1e-12; place /= 10, k++) {
        static const char *const digits[] = {"〇", "一", "二", "三", "四",
                                             "五", "六", "七", "八", "九"};
        int d = 9;

        while (d >= 0 && !numeral_is(s, k, digits[d]))
            d--;
        if (d < 0)
            break;
        v += d * place;
    }
    if (k == i + 1 || numeral_is(s, k, "十") || numeral_is(s, k, "分"))
        return i;
    out->value += v;
    return k;
}

/* "two thirds of a million", "meio milhão". */
size_t
numeral_of_million(const struct numeral_scan *s, size_t i, double *value)
{
    size_t k, end;

    if (!(cue_at(s->lx, s->r, i, &k) & CUE(OF)) || i + k > s->end)
        k = 0;
    k = numeral_skip(s, i + k, NUMERAL_A);
    end = numeral_power(s, k) >= 6 ? numeral_multiplied(s, k, value) : k;
    return end > k ? end : i;
}

/* 10余万, 二十数億: and some more between the number and what it is of. */
size_t
numeral_odd_million(const struct numeral_scan *s, size_t i, double *value)
{
    static const char *const more[] = {"余", "餘", "数", "數", "多"};
    bool odd = false;
    size_t k = i + 1;
    double of;

    for (size_t m = 0; m < sizeof more / sizeof *more; m++)
        odd |= numeral_is(s, i, more[m]);
    if (!odd)
        return i;
    if (numeral_is(s, k, "り"))
        k++;
    of = numeral_is(s, k, "万") || numeral_is(s, k, "萬")   ? 1e4
         : numeral_is(s, k, "億") || numeral_is(s, k, "亿") ? 1e8
         : numeral_is(s, k, "兆")                           ? 1e12
                                                            : 0;
    if (of > 0)
        *value *= of;
    return of > 0 ? k + 1 : i;
}

/* "2.33 k", "1.2b": letters for powers where nothing else is said. */
void
numeral_letter(const struct numeral_scan *s, struct number *out)
{
    static const struct {
        const char *letter;
        int power;
    } list[] = {{"k", 3}, {"m", 6}, {"mm", 6}, {"b", 9}, {"g", 9}, {"t", 12}};
    size_t i = out->word + out->nwords;

    if (out->ordinal || !out->digits || i + 1 != s->end ||
        s->end != s->r->w.nwords)
        return;
    for (size_t k = 0; k < sizeof list / sizeof *list; k++)
        if (numeral_is(s, i, list[k].letter)) {
            out->value *= pow(10, list[k].power);
            out->nwords++;
        }
}
