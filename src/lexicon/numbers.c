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
#include "lexicon/numbers_words.h"
#include "lexicon/tag.h"

#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>

#define NUMBER_MOST_REACH    64 /* words looked at from the first on */
#define NUMBER_MOST_DECIMALS 9
#define NUMBER_LEAST_GLUED   5 /* bytes of number words grown together */
#define NUMBER_MOST_VALUE    1e30

/* ---- digits ----------------------------------------------------------- */

/* "2 500 000": groups of three behind a space. */
static size_t
spaced_groups(const struct number_scan *p, size_t at, double *value)
{
    size_t i = at + 1;

    if (word_at(p, at)->fold.n > 3 || word_at(p, at)->fold.s[0] == '0' ||
        p->lang == LANG_HI)
        return i;
    for (;; i++) {
        const struct word *w = word_at(p, i);
        double v;

        if (!w || w->kind != WORD_NUMBER || w->fold.n < 3 ||
            w->start - p->r->w.words[i - 1].end > 2)
            return i;
        if (w->fold.n > 4 && (w->fold.s[3] == '.' || w->fold.s[3] == ',') &&
            digits_read(w->fold, p->lang, true, &v) && v < 1000) {
            *value = *value * 1000 + v; /* 6 700,54 */
            return i + 1;
        }
        if (w->fold.n != 3)
            return i;
        *value = *value * 1000 + strtod(w->fold.s, NULL);
    }
}

/* ---- number words ----------------------------------------------------- */

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
digits_at(struct number_scan *p, struct number *out)
{
    const struct word *w = word_at(p, p->at), *next;
    size_t nwords = 0, i;
    unsigned power = number_power(p, p->at + 1, &nwords);
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
    i += number_turkish_suffix(p, i, &out->ordinal);
    /* "3 lakh crore", "2,5 тысячи миллиардов" */
    for (int k = 0; k < 2; k++) {
        power = number_power(p, i, &nwords);
        if (power < 2)
            break;
        value *= pow(10, power);
        i += nwords;
        if (number_short_form(p, i))
            i++;
    }
    out->value = value;
    out->nwords = (uint32_t)(i - p->at);
    out->digits = true;
    return true;
}

/* ---- what stands around a number ----------------------------------------- */

static bool
concept_at(const struct number_scan *p, size_t i, enum tag key, size_t *n)
{
    if (i >= p->end || !(p->r->begins[i].classes & BEGINS_TAGGED))
        return false;
    for (size_t k = p->r->sense_at[i]; k < p->r->sense_at[i + 1]; k++) {
        const struct sense *s = &p->r->senses[k];

        if (s->kind == SENSE_CONCEPT && s->cls == CLASS_BOUND && s->exact &&
            lexicon_tag(p->lx, s->id) == key + 1) {
            *n = s->nwords;
            return true;
        }
    }
    return false;
}

/* "three point one four": digits read one by one, or one number. Returns
 * the word behind, `i` where none follows. */
static size_t
decimals(const struct number_scan *p, size_t i, double *part)
{
    double place = 1, v;
    size_t k = i, n;
    bool nth;

    *part = 0;
    while (k < p->end && k - i < NUMBER_MOST_DECIMALS) {
        const struct sense *s = reading_sense(p->r, k, SENSE_NUMBER);
        const struct word *w = word_at(p, k);
        struct number_scan one = *p;

        if (w->kind == WORD_NUMBER && k == i &&
            digits_read(w->fold, p->lang, false, &v) && v == floor(v)) {
            *part = v / pow(10, (double)w->fold.n);
            return k + 1;
        }
        one.at = k;
        n = number_words(&one, &v, &nth);
        if (s && (n == k || nth || v >= 1000 || s->id == 0)) {
            /* the million that follows is of the whole; a nought is one */
            v = s->id;
            n = k + s->nwords;
            nth = false;
        }
        if (n == k || nth || v >= 1000)
            break;
        place *= v < 10 ? 0.1 : v < 100 ? 0.01 : 0.001;
        *part += v * place;
        k = n;
        if (v >= 10)
            break;
    }
    return k;
}

/* "пять десятых": what the decimals are counted in is said behind them. */
static size_t
told_place(const struct number_scan *p, size_t i, double *part)
{
    static const struct {
        enum tag key;
        double by;
    } places[] = {{TAG_PART_TENTH, 10}, {TAG_PART_HUNDREDTH, 100}};
    size_t n;

    for (size_t k = 0; k < 2; k++)
        if (concept_at(p, i, places[k].key, &n)) {
            double digits = *part;

            while (digits != floor(digits) && digits < 1000)
                digits = round(digits * 1e4) / 1e3;
            *part = digits / places[k].by;
            return i + n;
        }
    return i;
}

/* A decimal part in words behind the number. */
static void
add_decimals(struct number_scan *p, struct number *out)
{
    size_t i = out->word + out->nwords, n, behind;
    double part;

    /* 10点45分: a clock time */
    if (out->digits && (p->lang == LANG_ZH || p->lang == LANG_JA))
        return;
    if (out->ordinal || i + 1 >= p->end || out->value != floor(out->value) ||
        !concept_at(p, i, TAG_DECIMAL_POINT, &n))
        return;
    behind = decimals(p, i + n, &part);
    if (behind == i + n)
        return;
    behind = told_place(p, behind, &part);
    out->value += part;
    for (int most = 0; most < 2; most++) {
        unsigned power = number_power(p, behind, &n);

        if (power < 3)
            break;
        out->value *= pow(10, power);
        behind += n;
    }
    out->nwords = (uint32_t)(behind - out->word);
}

/* The whole text is this number, which begins where p stands: a sign may
 * stand before it. */
static bool
alone(const struct number_scan *p, size_t words)
{
    return p->at <= 1 && p->r->w.nwords <= words;
}

/* "100K", "1.2M": a prefix grown to the digits; a text of its own may be
 * "3M", elsewhere that is a firm. */
static void
grown_power(const struct number_scan *p, struct number *out)
{
    static const struct {
        const char *letter;
        int power;
        bool anywhere;
    } list[] = {{"K", 3, true},  {"К", 3, true}, {"k", 3, true},
                {"к", 3, true},  {"M", 6, true}, {"М", 6, true},
                {"G", 9, false}, {"Г", 9, false}};
    size_t i = out->word + out->nwords;
    const struct word *w = word_at(p, i);
    bool whole = alone(p, i + 1);
    str text;

    if (!w || !out->digits || out->ordinal || w->shape & SHAPE_SPACE ||
        (!whole && out->value < 10 && out->value == floor(out->value)))
        return;
    text = str_cut(p->r->w.text, w->start, w->end);
    for (size_t k = 0; k < sizeof list / sizeof *list; k++)
        if (str_is(text, list[k].letter) && (whole || list[k].anywhere)) {
            out->value *= pow(10, list[k].power);
            out->nwords++;
            return;
        }
}

/* "2/10" as a text of its own; elsewhere it is a day as often. */
static void
lone_fraction(const struct number_scan *p, struct number *out)
{
    size_t i = out->word + out->nwords;
    double under;

    if (!out->digits || !alone(p, i + 2) || !word_at(p, i + 1) ||
        !str_is(word_at(p, i)->fold, "/") ||
        word_at(p, i + 1)->kind != WORD_NUMBER ||
        !digits_read(word_at(p, i + 1)->fold, p->lang, false, &under) ||
        under < 1)
        return;
    out->value /= under;
    out->fraction = out->value < 1;
    out->nwords += 2;
}

/* ".77": digits behind a point that nothing stands before. */
static bool
point_first(struct number_scan *p, struct number *out)
{
    const struct word *w = word_at(p, p->at), *next = word_at(p, p->at + 1);
    bool free = p->at == 0 || w->shape & (SHAPE_SPACE | SHAPE_LINE) ||
                p->r->w.words[p->at - 1].kind == WORD_MARK;
    double v = 0, by = 1;

    if (!next || next->kind != WORD_NUMBER || next->shape & SHAPE_SPACE ||
        !free || next->fold.n > 9 ||
        (p->at > 0 && str_is(p->r->w.words[p->at - 1].fold, ".")) ||
        !(str_is(w->fold, ".") || str_is(w->fold, ",")))
        return false;
    for (size_t i = 0; i < next->fold.n; i++) {
        if (next->fold.s[i] < '0' || next->fold.s[i] > '9')
            return false;
        v = v * 10 + (next->fold.s[i] - '0');
        by *= 10;
    }
    out->value = v / by;
    out->nwords = 2;
    out->digits = true;
    return true;
}

/* Whether the word is a sign or a word for minus, right before a number. */
static size_t
minus_at(const struct number_scan *p, size_t i)
{
    const struct word *w = word_at(p, i), *next = word_at(p, i + 1);
    size_t n;

    if (!next)
        return 0;
    if (str_is(w->fold, "-") || str_is(w->fold, "−")) {
        bool free = i == 0 || w->shape & (SHAPE_SPACE | SHAPE_LINE) ||
                    str_is(p->r->w.words[i - 1].fold, "(");

        return free && (!(next->shape & SHAPE_SPACE) || alone(p, 2)) &&
               (next->kind == WORD_NUMBER || next->kind == WORD_MARK);
    }
    return concept_at(p, i, TAG_MINUS_SIGN, &n) ? n : 0;
}

/* ---- the number ------------------------------------------------------------
 */

static bool
positive_at(struct number_scan *p, bool inside, struct number *out)
{
    const struct word *w = word_at(p, p->at);
    size_t word = p->at;
    uint32_t c = number_han_char(p, word);
    bool nth = false;

    if (c == 0x7B2C) { /* 第 */
        nth = true;
        p->at++;
        if (p->at >= p->end)
            return false;
        w = word_at(p, p->at);
        c = number_han_char(p, p->at);
    } else if (!inside && covered(p->r, word)) {
        return false;
    }
    if ((p->lang == LANG_ZH || p->lang == LANG_JA) &&
        (w->kind == WORD_NUMBER || number_han_begins(c))) {
        size_t n = number_han(p, &out->value);

        out->nwords = (uint32_t)(p->at + n - word);
        out->digits = w->kind == WORD_NUMBER;
        out->ordinal = nth;
        return n > 0;
    }
    if (nth)
        return false;
    if (w->kind == WORD_MARK)
        return point_first(p, out);
    if (p->lang == LANG_KO && word > 0 && !(w->shape & SHAPE_SPACE) &&
        str_is(p->r->w.words[word - 1].fold, "제")) {
        /* 제5조: article five, not trillions */
        out->ordinal = out->digits = true;
        out->nwords = 1;
        return w->kind == WORD_NUMBER &&
               digits_read(w->fold, p->lang, false, &out->value);
    }
    if (w->kind == WORD_NUMBER)
        return digits_at(p, out);
    if (w->kind == WORD_LETTERS) {
        size_t end;

        /* Turkish ön, the front, is not on, ten */
        if (p->lang == LANG_TR && str_is(w->fold, "on") &&
            w->end - w->start > w->fold.n)
            return false;
        end = p->r->sense_at[word] < p->r->sense_at[word + 1] ||
                      w->fold.n >= NUMBER_LEAST_GLUED
                  ? number_words(p, &out->value, &out->ordinal)
                  : word;

        out->nwords = (uint32_t)(end - word);
        return end > word;
    }
    return false;
}

/* Whether a mark may be a sign of the number behind it: no space between, but
 * in a text of its own. */
static bool
sign_stands(const struct reading *r, size_t word)
{
    return word + 1 < r->w.nwords &&
           (word < 2 || !(r->w.words[word + 1].shape & SHAPE_SPACE));
}

/*
 * Whether a number may begin at the word: false of most words, which then no
 * grammar need be asked about. Han is read sign by sign, Hindi words have
 * ordinals that the lexicon lacks, some are grown together.
 */
static bool
may_begin(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];
    const struct begins *b = &r->begins[word];
    uint32_t at = r->sense_at[word];

    return w->kind == WORD_NUMBER || w->script == SCRIPT_HAN ||
           (w->kind == WORD_MARK && sign_stands(r, word)) ||
           w->lang == LANG_HI || b->classes & BEGINS_TAGGED ||
           b->kinds & (1u << SENSE_NUMBER | 1u << SENSE_ORDINAL |
                       1u << SENSE_MULTIPLIER) ||
           (at < r->sense_at[word + 1] && r->senses[at].nwords > 1) ||
           (w->kind == WORD_LETTERS &&
            number_may_be_glued(w->fold, (enum lang)w->lang));
}

static bool
read_at(const struct lexicon *lx, const struct reading *r, size_t word,
        bool inside, struct number *out)
{
    struct number_scan p = {.lx = lx, .r = r, .at = word};
    const struct sentence *of;
    const struct word *w;
    size_t minus;

    if (word >= r->w.nwords || !may_begin(r, word))
        return false;
    w = &r->w.words[word];
    if (w->kind == WORD_MARK && (w->end - w->start > 3 || w->end == w->start))
        return false;
    of = &r->w.sentences[w->sentence];
    p.end = of->word + of->nwords;
    if (p.end > word + NUMBER_MOST_REACH)
        p.end = word + NUMBER_MOST_REACH;
    p.lang = (enum lang)w->lang;
    *out = (struct number){.word = (uint32_t)word};
    minus = minus_at(&p, word);
    p.at += minus;
    out->word = (uint32_t)p.at;
    if (!positive_at(&p, inside, out))
        return false;
    p.at = out->word;
    number_mixed(&p, out);
    grown_power(&p, out);
    lone_fraction(&p, out);
    add_decimals(&p, out);
    if (out->value >= NUMBER_MOST_VALUE || (minus && out->ordinal))
        return false;
    out->word = (uint32_t)word;
    out->nwords += (uint32_t)minus;
    if (minus)
        out->value = -out->value;
    return true;
}

bool
number_at(const struct lexicon *lx, const struct reading *r, size_t word,
          struct number *out)
{
    return read_at(lx, r, word, false, out);
}

bool
number_inside(const struct lexicon *lx, const struct reading *r, size_t word,
              struct number *out)
{
    return read_at(lx, r, word, true, out);
}
