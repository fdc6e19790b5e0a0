/*
 * numeral.c - numbers, and what fractions, sets and powers make of them.
 */
#include "lexicon/numeral_parts.h"

#include <math.h>

#define MOST_ADDED 4 /* parts joined behind a number */

/* ---- what is added -------------------------------------------------- */

/*
 * What is added behind a whole number: "and three quarters", "1/4", "½", a
 * smaller group in digits. Parts of a million are told without the million.
 */
static size_t
added(const struct numeral_scan *s, size_t i, struct number *out)
{
    size_t k = numeral_skip(s, i, NUMERAL_AND), end, half;
    unsigned power = i > s->begin ? numeral_power(s, i - 1) : 0;
    double share = numeral_sign(s, k), more = 0, scale = 1;
    bool joined = k > i;

    if (share > 0) {
        out->value += share;
        return k + 1;
    }
    if (numeral_and_half(s, i, &half)) {
        unsigned own = numeral_power(s, half);

        if (power > own && own >= 3) { /* one billion and a half million */
            out->value += 0.5 * pow(10, own);
            return half + 1;
        }
        out->value += power >= 3 ? 0.5 * pow(10, power) : 0.5;
        return numeral_multiplied(s, half, &out->value);
    }
    end = numeral_skip(s, k, NUMERAL_A);
    if (joined && end > k && (end = numeral_counted_in(s, end, 1, &share)))
        ;
    else if ((end = numeral_plain(s, k, &more))) {
        bool alone = more > 0 && more < 1 && end == k + 3;

        share = alone ? more : 0; /* "1/4" read as it stands */
        end = alone ? end : numeral_fraction(s, end, more, &share);
    }
    if (end && share > 0 && share < 1 && (joined || out->digits)) {
        if (joined && power >= 6 && numeral_power(s, end) == 0)
            scale = pow(10, power);
        else if (joined && numeral_power(s, end) >= 6)
            scale = pow(10, numeral_power(s, end++));
        /* five and three quarters billion */
        if (power < 3 && scale > 1) {
            out->value = (out->value + share) * scale;
            return end;
        }
        out->value += share * scale;
        return end;
    }
    /* 4 thousand 3 hundred and 21; 300と2ダース */
    end = numeral_plain(s, k, &more);
    if (!end || more <= 0 || more != floor(more))
        return i;
    if (power >= 2 && more < pow(10, power) && s->lang != LANG_JA) {
        out->value += more;
        return end;
    }
    half = numeral_sets(s, end, &more);
    if (joined && half > end && fmod(out->value, 100) == 0) {
        out->value += more;
        return half;
    }
    return i;
}

/* The last "and" inside the number that ends there, 0: it has none. */
static size_t
last_and(const struct numeral_scan *s, size_t end)
{
    for (size_t i = end; i-- > s->begin + 1;)
        if (numeral_skip(s, i, NUMERAL_AND) == i + 1)
            return i;
    return 0;
}

/*
 * "twenty and three fifths": the fraction is of the number behind the last
 * "and" alone. The word behind it, 0 where the number has no such end.
 */
static size_t
last_share(const struct numeral_scan *s, size_t end, struct number *out)
{
    double last = 0, share;
    size_t k, and = last_and(s, end);
    unsigned power, own;

    if (!and || numeral_plain(s, and+1, &last) != end || out->value <= last)
        return 0;
    k = numeral_counted_in(s, end, last, &share);
    if (!k || share >= 1)
        return 0;
    power = numeral_power(s, and-1);
    own = numeral_power(s, k);
    if (own >= 6 && own > power) {
        out->value = (out->value - last + share) * pow(10, own);
        return k + 1;
    }
    if (power >= 6)
        share *= pow(10, own >= 6 ? own : power);
    out->value += share - last;
    return own >= 6 ? k + 1 : k;
}

/* ---- one numeral ---------------------------------------------------- */

/* "three hundred and two dozens": the last number alone is of dozens. */
static size_t
sets_of_last(const struct numeral_scan *s, size_t end, struct number *out)
{
    double last, many;
    size_t and = last_and(s, end), k;

    if (!and || numeral_plain(s, and+1, &last) != end)
        return numeral_sets(s, end, &out->value);
    many = last;
    k = numeral_sets(s, end, &many);
    out->value += many - last;
    return k;
}

/* No number before it: "a fifth", "half a million", "a dozen", "½". */
static size_t
without_number(const struct numeral_scan *s, size_t i, double *value)
{
    size_t k = numeral_skip(s, i, NUMERAL_A), end, next;
    uint32_t id = numeral_look(s, i, &next);
    double v = numeral_sign(s, i);

    if (v > 0) {
        *value = v;
        return i + 1;
    }
    if (id > NUMERAL_HALF && id < NUMERAL_SET) {
        *value = id - NUMERAL_HALF + 0.5;
        return numeral_multiplied(s, next, value);
    }
    /* o sută, un milion */
    if (numeral_power(s, i) == 2) { /* hundred thousand */
        v = 100;
        end = numeral_multiplied(s, i + 1, &v);
        *value = v;
        return end;
    }
    v = 1;
    end = k > i && s->lang != LANG_EN ? numeral_multiplied(s, k, &v) : k;
    if (end == k && k > i)
        end = numeral_sets(s, k, &v);
    if (end > k) {
        *value = v;
        return end;
    }
    end = numeral_counted_in(s, k, 1, &v);
    if (end && k == i && v == 0.25 && numeral_of_million(s, end, &v) > end)
        ;
    else if (!end || (k == i && v != 0.5))
        return 0;
    if (v != 0.5) {
        end = v < 1 ? numeral_of_million(s, end, &v)
                    : numeral_of_million(s, end, &(double){0});
        *value = v;
        return end;
    }
    next = numeral_is(s, end, "-") ? end + 1 : numeral_skip(s, end, NUMERAL_A);
    if (v == 0.5 && numeral_sets(s, next, &v) > next)
        end = numeral_sets(s, next, &(double){0});
    else if (v == 0.5)
        end = numeral_multiplied(s, next, &v) > next ? next + 1 : end;
    *value = v;
    return end;
}

/* 答えは−5: a sign grown to letters that no hyphen joins. */
static bool
minus_behind_letters(const struct numeral_scan *s, size_t i)
{
    const struct word *before = i > 0 ? &s->r->w.words[i - 1] : NULL;

    return (s->lang == LANG_JA || s->lang == LANG_ZH) && before &&
           before->kind == WORD_LETTERS && before->script != SCRIPT_LATIN &&
           (numeral_is(s, i, "-") || numeral_is(s, i, "−")) &&
           numeral_glued(s, i + 1);
}

/* "- 1 4/5", a text of its own. */
static bool
minus_alone(const struct numeral_scan *s, size_t i, struct number *out)
{
    return i == 0 && (numeral_is(s, i, "-") || numeral_is(s, i, "−")) &&
           s->end == s->r->w.nwords && numeral_at(s->lx, s->r, i + 1, out) &&
           i + 1 + out->nwords == s->end && out->value > 0;
}

/* A number and all that may follow it. */
static bool
with_number(const struct numeral_scan *s, size_t word, struct number *out)
{
    size_t end, k;
    int most = MOST_ADDED;
    bool minus;

    if (!number_inside(s->lx, s->r, word, out))
        return false;
    minus = out->value < 0;
    out->value = fabs(out->value);
    end = word + out->nwords;
    /* 12e+3 is no twelfth */
    if (out->ordinal && out->digits && numeral_is(s, end - 1, "e") &&
        numeral_raised(s, end - 1, &out->value) > end) {
        out->ordinal = false;
        end = numeral_raised(s, end - 1, &(double){0});
    }
    if (out->ordinal && !out->digits && out->nwords > 1) {
        double of = numeral_last_part(s, end - 1);

        if (of > 0) {
            out->value = of >= 100 && fmod(out->value, of) == 0
                             ? out->value / of / of
                             : (out->value - of) / of;
            out->ordinal = false;
            out->fraction = out->value < 1;
            return true;
        }
    }
    if (out->ordinal)
        return true;
    end = numeral_raised(s, end, &out->value);
    end = numeral_times_ten(s, end, &out->value);
    end = sets_of_last(s, end, out);
    end = numeral_odd_million(s, end, &out->value);
    k = last_share(s, end, out);
    if (!k && (k = numeral_fraction(s, end, out->value, &out->value)))
        out->fraction = out->value < 1;
    if (k) {
        end = out->value < 1 ? numeral_of_million(s, k, &out->value) : k;
        most = 0;
    } else if (out->value == floor(out->value))
        end = numeral_han_decimals(s, end, out);
    for (; most > 0 && out->value == floor(out->value); most--) {
        k = added(s, end, out);
        if (k == end)
            break;
        end = k;
    }
    if (minus)
        out->value = -out->value;
    out->nwords = (uint32_t)(end - word);
    return true;
}

bool
numeral_at(const struct lexicon *lx, const struct reading *r, size_t word,
           struct number *out)
{
    struct numeral_scan s = {.lx = lx, .r = r, .begin = word, .end = word};
    size_t end;
    double value;
    bool with;

    if (word >= r->w.nwords)
        return false;
    s.lang = (enum lang)r->w.words[word].lang;
    while (s.end < r->w.nwords &&
           r->w.words[s.end].sentence == r->w.words[word].sentence)
        s.end++;
    *out = (struct number){.word = (uint32_t)word};
    if ((minus_behind_letters(&s, word) && numeral_at(lx, r, word + 1, out) &&
         out->value > 0) ||
        minus_alone(&s, word, out)) {
        out->value = -out->value;
        out->word = (uint32_t)word;
        out->nwords++;
        return true;
    }
    *out = (struct number){.word = (uint32_t)word};
    with = with_number(&s, word, out);
    end = without_number(&s, word, &value);
    if (with && !end && word == 0 && out->nwords < s.end)
        numeral_letter(&s, out);
    if (!end || (with && end < word + out->nwords) ||
        (with && end == word + out->nwords && !out->ordinal))
        return with;
    *out = (struct number){.word = (uint32_t)word,
                           .nwords = (uint32_t)(end - word),
                           .value = value,
                           .fraction = value < 1};
    return true;
}

struct number *
numeral_all(const struct lexicon *lx, const struct reading *r,
            struct arena *mem, size_t *n)
{
    struct number *all = NULL, one;

    *n = 0;
    for (size_t i = 0; i < r->w.nwords && *n < NUMERAL_MOST;) {
        if (!numeral_at(lx, r, i, &one) || one.nwords == 0) {
            i++;
            continue;
        }
        all = arena_grow(mem, all, *n, sizeof *all);
        all[(*n)++] = one;
        i += one.nwords;
    }
    return all;
}
