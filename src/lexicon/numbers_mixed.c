/*
 * numbers_mixed.c - what multiplies digits, and what goes on behind thousands
 * and millions: "3 mil 500", 950 ألفا و430, 3 हजार 500, "2 млн 300 тыс.",
 * 1만2000, "4 bin 200", "mille e 500".
 */
#include "lexicon/digits.h"
#include "lexicon/numbers_words.h"
#include "text/utf8.h"

#include <math.h>
#include <string.h>

#define SHORT_FORM  4   /* letters of "тыс." */
#define GROUPS_MOST 2   /* millions, then thousands, then the rest */
#define REST_LEAST  100 /* of a rest that no "and" joins */
#define AND_LEAST   10  /* of one that is joined: "3 mil e 2" may be two */
#define POWER_WORDS 3   /* of a word for a power of ten, at most */

/* ---- multipliers ------------------------------------------------------ */

unsigned
number_power(const struct number_scan *p, size_t i, size_t *nwords)
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

bool
number_short_form(const struct number_scan *p, size_t i)
{
    const struct word *dot = word_at(p, i), *next = word_at(p, i + 1);

    return dot && next && i > 0 && str_is(dot->fold, ".") &&
           !(dot->shape & SHAPE_SPACE) &&
           utf8_count(word_at(p, i - 1)->fold) <= SHORT_FORM &&
           next->kind == WORD_LETTERS &&
           (!(next->shape & SHAPE_CAPITAL) || p->lang == LANG_DE);
}

size_t
number_turkish_suffix(const struct number_scan *p, size_t i, bool *ordinal)
{
    static const char *const nth[] = {"inci", "ıncı", "uncu", "üncü",
                                      "nci",  "ncı",  "ncu",  "ncü"};
    static const char *const each[] = {"er", "ar", "şer", "şar"};
    const struct word *mark = word_at(p, i), *w = word_at(p, i + 1);

    if (p->lang != LANG_TR || !mark || !w || mark->shape & SHAPE_SPACE ||
        w->shape & SHAPE_SPACE ||
        !(str_is(mark->fold, "'") || str_is(mark->fold, "’")))
        return 0;
    for (size_t k = 0; k < sizeof nth / sizeof *nth; k++)
        if (str_starts(w->fold, str_of(nth[k]))) {
            *ordinal = true;
            return 2;
        }
    for (size_t k = 0; k < sizeof each / sizeof *each; k++)
        if (str_is(w->fold, each[k]))
            return 2;
    return 0;
}

/* ---- what goes on behind ------------------------------------------------- */

static bool
is_and(const struct number_scan *p, size_t i)
{
    str w = p->r->w.words[i].fold;

    switch (p->lang) {
    case LANG_AR:
    case LANG_FA:
    case LANG_UR:
        return str_is(w, "و");
    case LANG_HE:
        return str_is(w, "ו");
    case LANG_PT:
    case LANG_IT:
        return str_is(w, "e");
    case LANG_EL:
        return str_is(w, "και");
    default:
        return false;
    }
}

/* Languages that write the rest right behind, with nothing between. */
static bool
rest_follows(enum lang lang)
{
    return lang == LANG_ES || lang == LANG_CA || lang == LANG_HI ||
           lang == LANG_UR || lang == LANG_FA || lang == LANG_ID ||
           lang == LANG_RU || lang == LANG_UK || lang == LANG_TR;
}

/* The power of ten that a number ends with in words, 0: none. */
static unsigned
last_power(const struct number_scan *p, const struct number *n)
{
    size_t end = n->word + n->nwords, nwords;
    unsigned power = 0;

    if (n->ordinal)
        return 0;
    if (n->digits) {
        if (str_is(p->r->w.words[end - 1].fold, "."))
            end--; /* "тыс." */
        for (size_t back = 1; back <= POWER_WORDS && n->word + back < end;
             back++) {
            unsigned at = number_power(p, end - back, &nwords);

            if (at >= 2 && nwords == back)
                return at;
        }
        return 0;
    }
    for (unsigned k = 3; k <= 9 && n->value >= 1000; k += 3)
        if (fmod(n->value, pow(10, k)) == 0)
            power = k;
    return power;
}

/* The least that a rest in digits may be; INFINITY: there is none. */
static double
rest_least(const struct number_scan *p, const struct number *n, bool and,
           unsigned power)
{
    if (and)
        return AND_LEAST;
    if (p->lang == LANG_KO) /* 1만2000, but not behind a counter: 만명 */
        return n->digits && power >= 4 &&
                       p->r->w.words[n->word + n->nwords - 1].fold.n ==
                           strlen("만")
                   ? 0
                   : INFINITY;
    return rest_follows(p->lang) ? REST_LEAST : INFINITY;
}

void
number_mixed(const struct number_scan *p, struct number *out)
{
    unsigned power = last_power(p, out);

    for (int most = 0; power && most < GROUPS_MOST; most++) {
        size_t i = out->word + out->nwords, nwords = 0;
        const struct word *w;
        unsigned lower;
        double part;
        bool and = i < p->end && is_and(p, i);

        i += and;
        /* Hebrew ו-430 */
        if (and&&p->lang == LANG_HE && i < p->end &&
            str_is(p->r->w.words[i].fold, "-"))
            i++;
        w = word_at(p, i);
        if (!w || w->kind != WORD_NUMBER)
            return;
        lower = number_power(p, i + 1, &nwords);
        if (!digits_read(w->fold, p->lang, lower > 0, &part))
            return;
        if (lower >= 2 && lower < power &&
            (out->digits || rest_least(p, out, and, power) < INFINITY)) {
            out->value += part * pow(10, lower);
            i += 1 + nwords;
            out->nwords = (uint32_t)(i + number_short_form(p, i) - out->word);
            power = lower;
            continue;
        }
        if (!lower && part == floor(part) && part < pow(10, power) &&
            part >= rest_least(p, out, and, power)) {
            out->value += part;
            out->nwords = (uint32_t)(i + 1 - out->word);
            out->nwords +=
                (uint32_t)number_turkish_suffix(p, i + 1, &out->ordinal);
        }
        return;
    }
}
