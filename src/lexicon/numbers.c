/*
 * numbers.c - digits, number words and what multiplies them.
 *
 * Number words of most languages stand in the lexicon (generated from
 * ICU's rule sets at build time), small ones as they are, hundreds and
 * thousands composed here by one grammar for all: units add to tens, tens
 * to hundreds, a multiplier closes a group. Han numerals are read sign by
 * sign.
 */
#include "lexicon/numbers.h"

#include "lexicon/digits.h"

#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>

#define NUMBER_MOST_WORDS 16
#define NUMBER_MOST_VALUE 1e15

struct parse {
    const struct reading *r;
    size_t at, end; /* the next word; the sentence's end */
    enum lang lang;
};

static const struct word *
word_at(const struct parse *p, size_t i)
{
    return i < p->end ? &p->r->w.words[i] : NULL;
}

/* ---- digits ----------------------------------------------------------- */

/* "2 500 000": groups of three behind a space. */
static size_t
spaced_groups(const struct parse *p, size_t at, double *value)
{
    size_t i = at + 1;

    if (word_at(p, at)->fold.n > 3 || !digits_comma(p->lang))
        return i;
    for (;; i++) {
        const struct word *w = word_at(p, i);

        if (!w || w->kind != WORD_NUMBER || w->fold.n != 3 ||
            w->start - p->r->w.words[i - 1].end > 2)
            return i;
        *value = *value * 1000 + strtod(w->fold.s, NULL);
    }
}

/* ---- multipliers ------------------------------------------------------ */

/*
 * The power of ten that the words at `i` stand for, 0 for none, and how
 * many words that takes.
 */
static unsigned
power_at(const struct parse *p, size_t i, size_t *nwords)
{
    const struct sense *s =
        i < p->end ? reading_sense(p->r, i, SENSE_MULTIPLIER) : NULL;
    const struct word *w = word_at(p, i);
    static const struct {
        const char *sign;
        unsigned power;
    } ko[] = {{"천", 3}, {"만", 4}, {"억", 8}, {"조", 12}};

    if (s) {
        *nwords = s->nwords;
        return s->id;
    }
    /* Korean counters hang on the multiplier: 3만명 */
    if (w && w->lang == LANG_KO && !(w->shape & SHAPE_SPACE) && i > 0 &&
        p->r->w.words[i - 1].kind == WORD_NUMBER)
        for (size_t k = 0; k < 4; k++)
            if (str_starts(w->fold, str_of(ko[k].sign))) {
                *nwords = 1;
                return ko[k].power;
            }
    return 0;
}

/* ---- Han numerals ----------------------------------------------------- */

static int
han_digit(uint32_t c)
{
    switch (c) {
    case 0x3007:
    case 0x96F6:
        return 0; /* 〇 零 */
    case 0x4E00:
    case 0x58F9:
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

static uint32_t
han_char(const struct parse *p, size_t i)
{
    const struct word *w = word_at(p, i);
    str rest;

    if (!w || w->kind != WORD_LETTERS || w->script != SCRIPT_HAN)
        return 0;
    rest = w->fold;
    return rest.n ? utf8_next(&rest) : 0;
}

/* Digits and Han multipliers mixed: 三百万, 1億2000万, 二〇二一, 12万. */
static size_t
han_number(const struct parse *p, double *value)
{
    double total = 0, section = 0, digit = -1, run = 0;
    size_t i = p->at, ndigits = 0;
    bool multiplied = false;

    for (; i < p->end && i - p->at < NUMBER_MOST_WORDS; i++) {
        const struct word *w = word_at(p, i);
        uint32_t c = han_char(p, i);
        double m = han_multiplier(c), v;
        int d = han_digit(c);

        if (i > p->at && w->shape & SHAPE_LINE)
            break;
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
    *value = total + section + (digit < 0 ? 0 : digit);
    return i - p->at;
}

/* ---- number words ----------------------------------------------------- */

static bool
connector(const struct word *w, enum lang lang)
{
    switch (lang) {
    case LANG_EN:
        return str_is(w->fold, "and");
    case LANG_ES:
        return str_is(w->fold, "y");
    case LANG_PT:
        return str_is(w->fold, "e");
    case LANG_FR:
        return str_is(w->fold, "et");
    case LANG_RO:
        return str_is(w->fold, "si");
    case LANG_CA:
        return str_is(w->fold, "i");
    case LANG_AR:
    case LANG_FA:
    case LANG_UR:
        return str_is(w->fold, "و");
    case LANG_EL:
        return str_is(w->fold, "και");
    default:
        return false;
    }
}

/* Whether v can stand behind cur in one number: 100 and 20, 20 and 5. */
static bool
adds(double cur, double v, enum lang lang)
{
    double tens = fmod(cur, 100);

    if (cur == 0)
        return true;
    if (v >= 100)
        return fmod(cur, 1000) == 0 && v < 1000;
    if (tens == 0)
        return true;
    if (v < 10 && tens >= 20 && fmod(tens, 10) == 0)
        return true;
    /* Arabic says the units first: five and twenty */
    return (lang == LANG_AR || lang == LANG_UR) && tens < 10 && v >= 20 &&
           fmod(v, 10) == 0;
}

/*
 * Reads on from a value: more words, multipliers. *ordinal is set where an
 * ordinal ends it. Returns the word behind the number.
 */
static size_t
compose(const struct parse *p, double *value, bool *ordinal)
{
    double total = 0, cur = 0, least = 1e18;
    size_t i = p->at, end = p->at;

    while (i < p->end && i - p->at < NUMBER_MOST_WORDS) {
        const struct sense *s = reading_sense(p->r, i, SENSE_NUMBER);
        const struct sense *o = reading_sense(p->r, i, SENSE_ORDINAL);
        size_t nwords = 1;
        unsigned power = end > p->at ? power_at(p, i, &nwords) : 0;

        if (power == 2 && cur > 0 && cur < 100) {
            cur *= 100;
            i += nwords;
        } else if (power >= 3 && pow(10, power) < least &&
                   (cur > 0 || total > 0)) {
            least = pow(10, power);
            total += (cur > 0 ? cur : 1) * least;
            cur = 0;
            i += nwords;
        } else if (s && s->id < 1000000 && adds(cur, s->id, p->lang) &&
                   (least > s->id)) {
            /* a second number that only stands next to it is another one,
             * unless a group is open: "twenty | 3" */
            cur += s->id;
            i += s->nwords;
            if (s->id >= 1000) {
                total += cur;
                cur = 0;
                least = 1000;
            }
        } else if (o && !s && adds(cur, o->id, p->lang) && o->id < 1000) {
            cur += o->id;
            *ordinal = true;
            end = i + o->nwords;
            break;
        } else if (end > p->at && i + 1 < p->end &&
                   (str_is(word_at(p, i)->fold, "-") ||
                    connector(word_at(p, i), p->lang)) &&
                   cur + total > 0) {
            /* only between numbers, and only where they can be one */
            const struct sense *next = reading_sense(p->r, i + 1, SENSE_NUMBER);
            const struct sense *nth = reading_sense(p->r, i + 1, SENSE_ORDINAL);
            bool hyphen = str_is(word_at(p, i)->fold, "-");

            if (!next && !(nth && hyphen))
                break;
            if (!next)
                next = nth;
            if (!adds(cur, next->id, p->lang) || cur == 0 ||
                (hyphen && (cur < 20 || next->id >= 10)))
                break;
            i++;
            continue;
        } else {
            break;
        }
        end = i;
    }
    *value = total + cur;
    return end;
}

/* Whether the word lies inside a longer sense that is no number. */
static bool
covered(const struct reading *r, size_t word)
{
    size_t back = word < 8 ? word : 8;

    for (size_t i = word - back; i < word; i++)
        for (size_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
            if (i + r->senses[k].nwords > word &&
                r->senses[k].kind != SENSE_NUMBER &&
                r->senses[k].kind != SENSE_ORDINAL)
                return true;
    return false;
}

/* Letters that make an ordinal of digits: 12th, 3-й, 2º, 第12. */
static bool
ordinal_suffix(const struct word *w, enum lang lang)
{
    static const char *const en[] = {"th", "st", "nd", "rd", NULL};
    static const char *const ru[] = {"й",  "я",  "е", "го", "му", "ю",
                                     "ый", "ой", "х", "м",  "ти", NULL};
    static const char *const fr[] = {"e", "er", "ere", "eme", NULL};
    static const char *const es[] = {"o", "a", "º", "ª", "er", NULL};
    const char *const *list =
        lang == LANG_EN                                         ? en
        : lang == LANG_RU || lang == LANG_UK                    ? ru
        : lang == LANG_FR                                       ? fr
        : lang == LANG_ES || lang == LANG_PT || lang == LANG_IT ? es
                                                                : NULL;

    for (int i = 0; list && list[i]; i++)
        if (str_is(w->fold, list[i]))
            return true;
    return false;
}

static bool
digits_at(struct parse *p, struct number *out)
{
    const struct word *w = word_at(p, p->at), *next;
    size_t nwords = 0, i;
    unsigned power = power_at(p, p->at + 1, &nwords);
    double value;

    if (!digits_read(w->fold, p->lang, power >= 3, &value))
        return false;
    i = spaced_groups(p, p->at, &value);
    next = word_at(p, i);
    if (next && !(next->shape & SHAPE_SPACE) && next->kind == WORD_LETTERS &&
        ordinal_suffix(next, p->lang)) {
        out->ordinal = true;
        i++;
    } else if (next && str_is(next->fold, "-") && i + 1 < p->end &&
               !(next->shape & SHAPE_SPACE) &&
               !(word_at(p, i + 1)->shape & SHAPE_SPACE) &&
               (p->lang == LANG_RU || p->lang == LANG_UK) &&
               ordinal_suffix(word_at(p, i + 1), p->lang)) {
        out->ordinal = true;
        i += 2;
    }
    /* "3 lakh crore", "2,5 тысячи миллиардов" */
    for (int k = 0; k < 2; k++) {
        power = power_at(p, i, &nwords);
        if (power < 2)
            break;
        value *= pow(10, power);
        i += nwords;
        /* 3만 5천: a smaller group goes on */
        next = word_at(p, i);
        if (p->lang == LANG_KO && next && next->kind == WORD_NUMBER) {
            size_t more = 0;
            unsigned lower = power_at(p, i + 1, &more);
            double part;

            if (lower && lower < power &&
                digits_read(next->fold, p->lang, false, &part)) {
                value += part * pow(10, lower);
                i += 1 + more;
            }
        }
    }
    out->value = value;
    out->nwords = (uint32_t)(i - p->at);
    out->digits = true;
    return true;
}

bool
number_at(const struct lexicon *lx, const struct reading *r, size_t word,
          struct number *out)
{
    struct parse p = {.r = r, .at = word};
    const struct word *w;
    uint32_t c;
    bool nth = false;

    (void)lx;
    if (word >= r->w.nwords)
        return false;
    w = &r->w.words[word];
    p.end = word;
    while (p.end < r->w.nwords && r->w.words[p.end].sentence == w->sentence)
        p.end++;
    p.lang = (enum lang)w->lang;
    *out = (struct number){.word = (uint32_t)word};

    c = han_char(&p, word);
    if (c == 0x7B2C) { /* 第 */
        nth = true;
        p.at++;
        if (p.at >= p.end)
            return false;
        w = word_at(&p, p.at);
        c = han_char(&p, p.at);
    } else if (covered(r, word)) {
        return false;
    }
    if ((p.lang == LANG_ZH || p.lang == LANG_JA) &&
        (w->kind == WORD_NUMBER || han_digit(c) >= 0 ||
         (han_multiplier(c) > 0 && han_multiplier(c) < 1e4))) {
        size_t n = han_number(&p, &out->value);

        out->nwords = (uint32_t)(p.at + n - word);
        out->digits = w->kind == WORD_NUMBER;
        out->ordinal = nth;
        return n > 0 && out->value < NUMBER_MOST_VALUE;
    }
    if (nth)
        return false;
    if (w->kind == WORD_NUMBER)
        return digits_at(&p, out) && out->value < NUMBER_MOST_VALUE;
    if (reading_sense(r, word, SENSE_NUMBER) ||
        reading_sense(r, word, SENSE_ORDINAL)) {
        size_t end = compose(&p, &out->value, &out->ordinal);

        out->nwords = (uint32_t)(end - word);
        return end > word && out->value < NUMBER_MOST_VALUE;
    }
    return false;
}
