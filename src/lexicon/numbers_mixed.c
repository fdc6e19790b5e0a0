/*
 * numbers_mixed.c - thousands in words, the rest in digits: "3 mil 500",
 * 950 ألفا و430, 3 हजार 500, "2 milhões e 300 mil", "mille e 500".
 */
#include "lexicon/digits.h"
#include "lexicon/numbers_words.h"

#include <math.h>

#define GROUPS_MOST 2   /* millions, then thousands, then the rest */
#define REST_LEAST  100 /* of a rest that no "and" joins */
#define AND_LEAST   10  /* of one that is joined: "3 mil e 2" may be two */

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

/* The power of ten that a number ends with, in words: 3, 6, 9; 0. */
static unsigned
last_power(const struct number_scan *p, const struct number *n)
{
    size_t last = n->word + n->nwords - 1u;
    unsigned power = 0;

    if (n->ordinal || n->value < 1000 ||
        (n->digits && !reading_sense(p->r, last, SENSE_MULTIPLIER)))
        return 0;
    for (unsigned k = 3; k <= 9; k += 3)
        if (fmod(n->value, pow(10, k)) == 0)
            power = k;
    return power;
}

void
number_mixed(const struct number_scan *p, struct number *out)
{
    unsigned power = last_power(p, out);

    for (int most = 0; power && most < GROUPS_MOST; most++) {
        size_t i = out->word + out->nwords;
        const struct sense *by;
        const struct word *w;
        double part;
        bool and = i < p->end && is_and(p, i);

        i += and;
        /* Hebrew ו-430 */
        if (and&&p->lang == LANG_HE && i < p->end &&
            str_is(p->r->w.words[i].fold, "-"))
            i++;
        if (i >= p->end || (!and&&!rest_follows(p->lang)))
            return;
        w = &p->r->w.words[i];
        by = i + 1 < p->end ? reading_sense(p->r, i + 1, SENSE_MULTIPLIER)
                            : NULL;
        if (w->kind != WORD_NUMBER ||
            !digits_read(w->fold, p->lang, by != NULL, &part))
            return;
        if (by && by->id >= 2 && by->id < power &&
            part * pow(10, by->id) < pow(10, power)) {
            out->value += part * pow(10, by->id);
            out->nwords = (uint32_t)(i + 1 + by->nwords - out->word);
            power = by->id;
            continue;
        }
        if (!by && part == floor(part) && part < pow(10, power) &&
            part >= (and? AND_LEAST : REST_LEAST)) {
            out->value += part;
            out->nwords = (uint32_t)(i + 1 - out->word);
        }
        return;
    }
}
