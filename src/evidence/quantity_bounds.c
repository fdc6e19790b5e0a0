/*
 * quantity_bounds.c - from one value to what is known: ranges, and bounds
 * before and behind.
 */
#include "evidence/quantity_parts.h"

#include <math.h>
#include <string.h>

#define OR_MOST     2  /* "four or eight" is a range; a choice is farther off */
#define SCORE_MOST  30 /* goals; more are no score */
#define DASHES      "-–—‐‑−－―"
#define BOUNDS_MOST 3 /* "more than about at least" is enough */

/* ---- ranges ----------------------------------------------------------- */

/* "two or three times", "вісім або десять": the next number is a little
 * more, and what both count stands behind it. */
static bool
says_or(const struct finder *f, const struct count *c)
{
    static const struct {
        enum lang lang;
        const char *word;
    } list[] = {{LANG_EN, "or"},   {LANG_DE, "oder"}, {LANG_FR, "ou"},
                {LANG_ES, "o"},    {LANG_PT, "ou"},   {LANG_IT, "o"},
                {LANG_NL, "of"},   {LANG_PL, "lub"},  {LANG_PL, "albo"},
                {LANG_RU, "или"},  {LANG_UK, "або"},  {LANG_UK, "чи"},
                {LANG_TR, "veya"}, {LANG_ID, "atau"}, {LANG_AR, "أو"},
                {LANG_AR, "او"},   {LANG_FA, "یا"},   {LANG_HE, "או"},
                {LANG_HI, "या"},   {LANG_ZH, "或"},   {LANG_EL, "η"}};
    size_t at = c->num_end;
    struct number to;

    if (c->min != c->max || c->min < 1 || c->one ||
        !number_at(f->lx, f->r, at + 1, &to) || to.ordinal ||
        to.value <= c->min || to.value > OR_MOST * c->min)
        return false;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].lang == (enum lang)f->w[at].lang &&
            str_is(f->w[at].fold, list[i].word))
            return true;
    return false;
}

/* Where the second number of a range begins, 0: none. */
static size_t
second_number(const struct finder *f, const struct count *c, bool *from)
{
    size_t at = c->num_end, n;
    size_t end = quantity_sentence_end(f, c->num);

    *from = false;
    if (at >= end)
        return 0;
    if (says_or(f, c))
        return at + 1;
    /* 4.00%—4.25%: the sign at both ends */
    if (f->w[at].kind == WORD_MARK && quantity_glued(f, at) &&
        quantity_mark_is(f, at + 1, DASHES "~〜～") &&
        quantity_glued(f, at + 1) && quantity_glued(f, at + 2)) {
        const struct sense *sign = quantity_unit_at(f, at);

        if (sign && sign->nwords == 1 && f->key_of[sign->id] == KEY_PERCENT)
            return at + 2;
    }
    if (quantity_key_at(f, at, KEY_SCORE_BY, &n))
        return at + n;
    if (quantity_key_ends(f, c->num, KEY_BETWEEN, &n))
        return at + 1 < end && f->w[at].kind == WORD_LETTERS &&
                       !reading_sense(f->r, at, SENSE_NUMBER)
                   ? at + 1
                   : at;
    if (quantity_mark_is(f, at, DASHES "~〜～"))
        return quantity_mark_is(f, at, "~〜～") ||
                       (quantity_glued(f, at) && quantity_glued(f, at + 1))
                   ? at + 1
                   : 0;
    if (quantity_key_at(f, at, KEY_RANGE_TO, &n)) {
        *from = quantity_key_ends(f, c->num, KEY_RANGE_FROM, &n);
        (void)quantity_key_at(f, at, KEY_RANGE_TO, &n);
        return at + n;
    }
    return 0;
}

/*
 * Joins the second number of a range. False where the two are no range but
 * a score or a pair of years.
 */
static bool
take_range(const struct finder *f, struct count *c)
{
    struct count to = {0};
    const struct sense *unit;
    bool from, dash, score;
    size_t at = second_number(f, c, &from), n;
    unsigned power;

    if (at == 0 || at >= quantity_sentence_end(f, c->num) || c->ordinal ||
        c->vague || !quantity_one(f, at, &to) || to.ordinal ||
        (to.vague && !(to.times && says_or(f, c))))
        return true;
    dash = quantity_mark_is(f, c->num_end, DASHES "~〜～") ||
           quantity_mark_is(f, c->num_end + 1, DASHES "~〜～");
    /* 7比2, "1 a 1", "۲ بر صفر", 0-1 */
    score = quantity_key_at(f, c->num_end, KEY_SCORE_BY, &n);
    if (c->min <= SCORE_MOST && to.min <= SCORE_MOST && !c->unit &&
        (score ? f->w[c->num].lang != LANG_KO || quantity_glued(f, at)
               : c->digits && !quantity_unit_at(f, to.num_end) &&
                     (dash ? c->min == 0 && to.digits : to.min <= c->min))) {
        c->num_end = to.num_end;
        return false;
    }
    if (score)
        return true;
    /* "2 to 3 million": the first has the power of the second */
    power = quantity_power(f, to.num_end - 1, &n);
    if (power && quantity_power(f, c->num_end - 1, &n) == 0 &&
        c->min * pow(10, power) < to.min)
        c->min = c->max = c->min * pow(10, power);
    if (to.min <= c->min) {
        c->num_end = dash ? to.num_end : c->num_end;
        return !dash;
    }
    unit = quantity_unit_at(f, to.num_end);
    if (from && unit) /* a change: two values, not a range */
        return true;
    c->max = to.min;
    c->range = true;
    c->times |= to.times;
    c->digits &= to.digits;
    c->num_end = to.num_end;
    return true;
}

/* ---- bounds ----------------------------------------------------------- */

static const enum key bound_keys[] = {KEY_AT_LEAST,  KEY_MORE_THAN, KEY_UP_TO,
                                      KEY_LESS_THAN, KEY_ABOUT,     KEY_NEARLY};

static void
apply(struct count *c, enum key key)
{
    c->bound = true;
    switch (key) {
    case KEY_AT_LEAST:
    case KEY_MORE_THAN:
        c->max = INFINITY;
        break;
    case KEY_UP_TO:
    case KEY_LESS_THAN:
        if (c->max < INFINITY)
            c->min = -INFINITY;
        break;
    default:
        c->approx = true;
    }
}

static void
bounds_before(const struct finder *f, struct count *c)
{
    size_t start = quantity_sentence_start(f, c->num), n, longest;

    /* Hebrew יותר מ-50, more than 50; כ-300, about 300 */
    if (f->w[c->num].lang == LANG_HE && c->first > start + 1 &&
        quantity_mark_is(f, c->first - 1, "-־") &&
        quantity_glued(f, c->first) && quantity_glued(f, c->first - 1)) {
        if (str_ends(f->w[c->first - 2].fold, STR("כ")) &&
            f->w[c->first - 2].fold.n <= 2 * strlen("כ")) {
            apply(c, KEY_ABOUT);
            c->first -= 2;
            return;
        }
        for (size_t k = 0; k < sizeof bound_keys / sizeof *bound_keys; k++)
            if (quantity_key_ends(f, c->first - 1, bound_keys[k], &n) ||
                (str_is(f->w[c->first - 2].fold, "מ") &&
                 quantity_key_ends(f, c->first - 2, bound_keys[k], &n) &&
                 ++n)) {
                apply(c, bound_keys[k]);
                c->first -= 1 + n;
                return;
            }
    }
    for (int round = 0; round < BOUNDS_MOST && c->first > start; round++) {
        enum key found = KEY_NONE;

        longest = 0;
        for (size_t k = 0; k < sizeof bound_keys / sizeof *bound_keys; k++)
            if (quantity_key_ends(f, c->first, bound_keys[k], &n) &&
                n > longest) {
                found = bound_keys[k];
                longest = n;
            }
        if (found == KEY_NONE && quantity_mark_is(f, c->first - 1, "~≈")) {
            found = KEY_ABOUT;
            longest = 1;
        }
        if (found == KEY_NONE) {
            /* "more than a hundred", 至少有8起: one small word between */
            if (round == 0 && quantity_function(f, c->first - 1) &&
                !(c->digits && (str_is(f->w[c->first - 1].fold, "a") ||
                                str_is(f->w[c->first - 1].fold, "an"))) &&
                f->w[c->first - 1].kind == WORD_LETTERS &&
                (quantity_key_ends(f, c->first - 1, KEY_AT_LEAST, &n) ||
                 quantity_key_ends(f, c->first - 1, KEY_MORE_THAN, &n))) {
                c->first--;
                continue;
            }
            return;
        }
        c->first -= longest;
        if (found == KEY_UP_TO &&
            quantity_key_at(f, c->first, KEY_REACHING, &n))
            continue;
        /* "up to 20%", "до трёх сёл": a rate rose to it, a road leads to
         * them; what is counted will tell */
        if (found == KEY_UP_TO &&
            (quantity_key_at(f, c->first, KEY_RANGE_TO, &n) ||
             str_is(f->w[c->first].fold, "ま"))) { /* まで */
            if (f->w[c->num].lang == LANG_HI || f->w[c->num].lang == LANG_JA ||
                f->w[c->num].lang == LANG_KO) {
                c->first += longest; /* it belongs to what stands before */
                return;
            }
            c->soft = true;
            continue;
        }
        apply(c, found);
    }
}

/* Languages that say "more than" behind the number. */
static bool
says_behind(enum lang lang)
{
    return lang == LANG_ZH || lang == LANG_JA || lang == LANG_KO ||
           lang == LANG_TR || lang == LANG_HI;
}

/* Hindi सात मिनट तक: for, not up to, seven minutes; तक पहुंच: it reached. */
static bool
lasting(const struct finder *f, const struct count *c, size_t behind)
{
    size_t n;

    return f->w[c->num].lang == LANG_HI &&
           ((f->key_of[c->unit] >= KEY_SECOND &&
             f->key_of[c->unit] <= KEY_CENTURY) ||
            quantity_key_at(f, behind, KEY_REACHING, &n) ||
            (behind < f->nwords && str_starts(f->w[behind].fold, STR("पहुंच"))));
}

/* Turkish "300 kadar", about 300; "300'e kadar", in the dative, is up to. */
static bool
about_so_many(const struct finder *f, size_t word)
{
    str w;

    if (!str_is(f->w[word].fold, "kadar") || word == 0)
        return false;
    w = f->w[word - 1].fold;
    return f->w[word - 1].kind == WORD_NUMBER ||
           !(str_ends(w, STR("e")) || str_ends(w, STR("a")));
}

void
quantity_bounds_behind(const struct finder *f, struct count *c)
{
    enum lang lang = (enum lang)f->w[c->num].lang;
    size_t end = quantity_sentence_end(f, c->num), most = 3, n;

    for (size_t at = c->end; at < end && most-- > 0; at++) {
        bool skip = f->w[at].shape & SHAPE_CLITIC || quantity_function(f, at);

        for (size_t k = 0; k < sizeof bound_keys / sizeof *bound_keys; k++) {
            enum key key = bound_keys[k];

            if (!quantity_key_at(f, at, key, &n))
                continue;
            if (says_behind(lang) ||
                (n > 1 && (key == KEY_AT_LEAST || key == KEY_UP_TO ||
                           key == KEY_ABOUT))) {
                struct number next;

                /* it may belong to the next number */
                if (number_at(f->lx, f->r, at + n, &next))
                    return;
                if (key == KEY_UP_TO && lasting(f, c, at + n))
                    return;
                apply(c, key == KEY_UP_TO && about_so_many(f, at) ? KEY_ABOUT
                                                                  : key);
                c->end = at + n;
                return;
            }
        }
        if (!skip)
            return;
    }
}

bool
quantity_value(const struct finder *f, size_t word, struct count *c)
{
    *c = (struct count){.head = NO_WORD};
    if (!quantity_one(f, word, c))
        return false;
    if (!take_range(f, c)) {
        c->end = c->num_end;
        c->first = word;
        c->none = true;
        return true;
    }
    c->first = c->num;
    if (!c->ordinal)
        bounds_before(f, c);
    c->end = c->num_end;
    return true;
}
