/*
 * quantity_value.c - one value: number words, words that stand for one
 * ("dozens", "twice"), halves and parts.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define EVERY_REACH 3    /* words from a number to "every" */
#define EVERY_MOST  1000 /* "one of every thousand" is a share still */
#define MOST_VALUE  1e15 /* news counts no more of anything */

/* ---- words that are a value ------------------------------------------- */

struct vague {
    enum key key;
    double min;
    bool open; /* no upper bound, and only about */
};

static const struct vague vagues[] = {
    {KEY_HALF_MILLION, 500000, false},
    {KEY_TWO_MILLION, 2e6, false},
    {KEY_TWO_BILLION, 2e9, false},
    {KEY_TWO_HUNDRED_TH, 200000, false},
    {KEY_TENS_TH, 20000, true},
    {KEY_HUNDREDS_TH, 200000, true},
    {KEY_TRUE_DOZENS, 24, true},
    {KEY_TENS_OF, 20, true},
    {KEY_DOZENS, 20, true},
    {KEY_SCORES, 40, true},
    {KEY_HUNDREDS, 200, true},
    {KEY_THOUSANDS, 2000, true},
    {KEY_MILLIONS, 2e6, true},
    {KEY_BILLIONS, 2e9, true},
    {KEY_SOME_10, 10, false},
    {KEY_SOME_12, 12, false},
    {KEY_SOME_15, 15, false},
    {KEY_SOME_20, 20, false},
    {KEY_SOME_30, 30, false},
    {KEY_SOME_40, 40, false},
    {KEY_SOME_50, 50, false},
    {KEY_SOME_60, 60, false},
    {KEY_SOME_70, 70, false},
    {KEY_SOME_80, 80, false},
    {KEY_SOME_90, 90, false},
    {KEY_SOME_100, 100, false},
    {KEY_SOME_1000, 1000, false},
    {KEY_HALF_1, 1.5, false},
    {KEY_HALF_2, 2.5, false},
    {KEY_HALF_3, 3.5, false},
    {KEY_HALF_4, 4.5, false},
    {KEY_HALF_5, 5.5, false},
    {KEY_HALF_6, 6.5, false},
    {KEY_HALF_7, 7.5, false},
    {KEY_HALF_8, 8.5, false},
    {KEY_HALF_9, 9.5, false},
    {KEY_TWICE, 2, false},
    {KEY_THRICE, 3, false},
    {KEY_ONCE, 1, false},
};

/* The power of ten that a multiplier at the word stands for, or 0. */
unsigned
quantity_power(const struct finder *f, size_t word, size_t *n)
{
    const struct sense *s = reading_sense(f->r, word, SENSE_MULTIPLIER);

    if (!s || s->id < 3)
        return 0;
    *n = s->nwords;
    return s->id;
}

/* "Once" is a count only where nothing follows that it could open. */
static bool
bare_once(const struct finder *f, size_t end)
{
    return end >= f->nwords || (f->w[end].kind == WORD_MARK &&
                                !quantity_mark_is(f, end, "\"'“„«(-"));
}

/* Where words for numbers are inflected, or hang on others. */
static bool
inflects(enum lang lang)
{
    return lang == LANG_RU || lang == LANG_UK || lang == LANG_PL ||
           lang == LANG_EL || lang == LANG_AR || lang == LANG_HE ||
           lang == LANG_FA || lang == LANG_HI || lang == LANG_KO;
}

/*
 * Whether the sense of this key is the word itself. A word that only shares
 * its stem with "twice" or "hundreds" is another one, but where they are
 * inflected.
 */
static bool
trusted(const struct finder *f, size_t word, enum key key, bool exact)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (s->kind == SENSE_CONCEPT && f->key_of[s->id] == key)
            return s->exact || s->nwords > 1 ||
                   (!exact && key < KEY_ONCE &&
                    inflects((enum lang)f->w[word].lang));
    }
    return false;
}

/* Whether any sense at the word is of a key that is a value. */
static bool
may_be_vague(const struct finder *f, size_t word)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (s->kind == SENSE_CONCEPT && f->key_of[s->id] >= KEY_TENS_OF &&
            f->key_of[s->id] <= KEY_THRICE)
            return true;
    }
    return false;
}

/*
 * "более тысячи": behind words that ask for the genitive one thousand, as a
 * subject thousands.
 */
static bool
genitive_thousand(const struct finder *f, size_t word)
{
    static const enum key bounds[] = {KEY_ABOUT, KEY_MORE_THAN, KEY_LESS_THAN,
                                      KEY_AT_LEAST, KEY_UP_TO};
    size_t n;

    if (!str_is(f->w[word].fold, "тысячи") &&
        !str_is(f->w[word].fold, "тисячі"))
        return false;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (quantity_key_ends(f, word, bounds[i], &n))
            return true;
    return false;
}

static const struct vague *
find_vague(const struct finder *f, size_t word, bool exact, size_t *n)
{
    for (size_t i = 0; i < sizeof vagues / sizeof *vagues; i++)
        if (quantity_key_at(f, word, vagues[i].key, n) &&
            trusted(f, word, vagues[i].key, exact) &&
            (vagues[i].key != KEY_ONCE || bare_once(f, word + *n)))
            return &vagues[i];
    return NULL;
}

static bool
vague_at(const struct finder *f, size_t word, struct count *c, size_t *nwords)
{
    const struct vague *v =
        may_be_vague(f, word) ? find_vague(f, word, true, nwords) : NULL;
    size_t more;
    unsigned power;

    if (!v && may_be_vague(f, word))
        v = find_vague(f, word, false, nwords);
    if (!v)
        return false;
    if (v->key == KEY_THOUSANDS && genitive_thousand(f, word)) {
        c->min = c->max = 1000;
        c->vague = true;
        return true;
    }
    c->min = v->min;
    c->max = v->open ? INFINITY : v->min;
    c->approx = v->open || (v->key >= KEY_SOME_10 && v->key <= KEY_SOME_1000);
    c->vague = true;
    c->times =
        v->key == KEY_TWICE || v->key == KEY_THRICE || v->key == KEY_ONCE;
    /* "anderthalb Millionen", "полтора миллиона" */
    power = v->open ? 0 : quantity_power(f, word + *nwords, &more);
    if (power && v->min < 1000) {
        c->min = c->max = v->min * pow(10, power);
        *nwords += more;
    }
    return true;
}

/* ---- halves and parts ------------------------------------------------- */

/* "two and a half", "مليارين ونصف المليار": what the half is half of. */
static void
add_half(const struct finder *f, struct count *c)
{
    size_t n, more;
    unsigned power = 0;

    if (!quantity_key_at(f, c->num_end, KEY_AND_HALF, &n) ||
        (quantity_han(f, c->num_end) && !c->vague &&
         f->w[c->num_end - 1].kind == WORD_NUMBER))
        return;
    /* في ليلة واحدة نصف قرن: one night, and half a century */
    if (f->w[c->num_end].lang == LANG_AR &&
        !str_starts(f->w[c->num_end].fold, STR("\xD9\x88")))
        return;
    for (size_t i = c->num; i < c->num_end; i++) {
        unsigned p = quantity_power(f, i, &more);

        power = p ? p : power;
    }
    if (c->min >= 1e9 && fmod(c->min, 1e9) == 0)
        power = 9;
    else if (c->min >= 1e6 && fmod(c->min, 1e6) == 0)
        power = 6;
    c->min += 0.5 * pow(10, power);
    c->num_end += n;
    power = quantity_power(f, c->num_end, &more);
    if (power && c->min < 1000) {
        c->min *= pow(10, power);
        c->num_end += more;
    }
    c->max = c->min;
}

static void
as_percent(const struct finder *f, struct count *c, double share)
{
    c->min = c->max = round(share * 1e6) / 1e4;
    c->unit = f->id[KEY_PERCENT];
}

/* 打率2割4～5分, 1割8分2厘: hundredths and thousandths behind the tenths. */
static void
wari(const struct finder *f, struct count *c)
{
    static const struct {
        const char *sign;
        double percent;
    } parts[] = {{"分", 1}, {"厘", .1}};
    struct number n, to;

    if (f->w[c->num].lang != LANG_JA)
        return;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t at = c->num_end, behind;
        double most;

        if (c->min != c->max || !number_at(f->lx, f->r, at, &n) || n.value > 9)
            return;
        behind = at + n.nwords;
        most = n.value;
        if (quantity_mark_is(f, behind, "-~〜～") &&
            number_at(f->lx, f->r, behind + 1, &to) && to.value > most &&
            to.value <= 9) {
            most = to.value;
            behind += 1 + to.nwords;
        }
        if (behind >= f->nwords || !str_is(f->w[behind].fold, parts[i].sign))
            return;
        c->max = c->max + most * parts[i].percent;
        c->min += n.value * parts[i].percent;
        c->range = c->max > c->min;
        c->num_end = behind + 1;
    }
}

/* "four-fifths", 8割, 五分之四, "four tenths". */
static void
take_parts(const struct finder *f, struct count *c)
{
    static const struct {
        enum key key;
        double of;
    } parts[] = {{KEY_PART_TENTH, 10},
                 {KEY_PART_FIFTH, 5},
                 {KEY_PART_FOURTH, 4},
                 {KEY_PART_THIRD, 3}};
    static const char *const signs[] = {"一", "二", "三"};
    size_t at = c->num_end, n;
    struct number over;

    if (c->min != c->max || c->min < 1)
        return;
    if (quantity_key_at(f, at, KEY_PART_BY, &n) &&
        number_at(f->lx, f->r, at + n, &over) && over.value <= c->min) {
        as_percent(f, c, over.value / c->min);
        c->num_end = at + n + over.nwords;
        return;
    }
    if (c->min > 9)
        return;
    /* 约四分之一, where a longer word is known */
    if (quantity_han(f, at) && at + 2 < f->nwords &&
        str_is(f->w[at].fold, "分") && str_is(f->w[at + 1].fold, "之"))
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if ((double)(i + 1) < c->min &&
                str_is(f->w[at + 2].fold, signs[i])) {
                as_percent(f, c, (double)(i + 1) / c->min);
                c->num_end = at + 3;
                return;
            }
    if (quantity_mark_is(f, at, "-"))
        at++;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (c->min < parts[i].of && quantity_key_at(f, at, parts[i].key, &n)) {
            /* "one third", but "one quarter" may be of a year: two at least,
             * or something that it is a third of */
            as_percent(f, c, c->min / parts[i].of);
            c->num_end = at + n;
            if (parts[i].key == KEY_PART_TENTH)
                wari(f, c);
            return;
        }
}

/* "four of every five", أربعة من كل خمسة: a share. */
static void
of_every(const struct finder *f, struct count *c)
{
    static const struct {
        enum lang lang;
        const char *word;
    } every[] = {{LANG_EN, "every"},   {LANG_EN, "each"},   {LANG_ES, "cada"},
                 {LANG_PT, "cada"},    {LANG_CA, "cada"},   {LANG_IT, "ogni"},
                 {LANG_RU, "каждых"},  {LANG_RU, "каждые"}, {LANG_UK, "кожних"},
                 {LANG_UK, "кожні"},   {LANG_AR, "كل"},     {LANG_HE, "כל"},
                 {LANG_PL, "każdych"}, {LANG_PL, "każde"},  {LANG_FA, "هر"},
                 {LANG_ID, "setiap"},  {LANG_NL, "elke"},   {LANG_EL, "κάθε"},
                 {LANG_PL, "kazdych"}, {LANG_EL, "καθε"}};
    size_t end = quantity_sentence_end(f, c->num), n;
    struct number of;

    if (c->min != c->max || c->min < 1 || c->num_end + 2 >= end)
        return;
    for (size_t at = c->num_end; at <= c->num_end + EVERY_REACH && at + 1 < end;
         at++)
        for (size_t i = 0; i < sizeof every / sizeof *every; i++)
            if (at > c->num_end && every[i].lang == (enum lang)f->w[at].lang &&
                str_is(f->w[at].fold, every[i].word) &&
                (quantity_key_at(f, at - 1, KEY_PART_OF, &n) ||
                 quantity_function(f, at - 1)) &&
                number_at(f->lx, f->r, at + 1, &of) && !of.ordinal &&
                of.value > c->min && of.value <= EVERY_MOST) {
                as_percent(f, c, c->min / of.value);
                c->num_end = at + 1 + of.nwords;
                return;
            }
}

/* ---- number words ----------------------------------------------------- */

static bool
is_one(const struct number *n)
{
    return n->value == 1 && !n->digits && !n->ordinal;
}

/* "480-million": the multiplier behind a hyphen. */
static void
hyphen_power(const struct finder *f, struct count *c)
{
    size_t n;
    unsigned power;

    if (!quantity_mark_is(f, c->num_end, "-") ||
        !quantity_glued(f, c->num_end) || !quantity_glued(f, c->num_end + 1))
        return;
    power = quantity_power(f, c->num_end + 1, &n);
    if (power && c->min < 1e6) {
        c->min = c->max = c->min * pow(10, power);
        c->num_end += 1 + n;
    }
}

/* €35m, $2bn, $500k: letters that mean millions behind a currency sign. */
static void
money_letters(const struct finder *f, struct count *c)
{
    static const struct {
        const char *letters;
        double by;
    } list[] = {{"k", 1e3}, {"m", 1e6}, {"b", 1e9}, {"bn", 1e9}, {"t", 1e12}};
    const struct sense *money;

    if (c->num_end >= f->nwords || !c->digits || !quantity_glued(f, c->num_end))
        return;
    money = c->num > 0 ? quantity_unit_at(f, c->num - 1) : NULL;
    if (!money || money->cls != CLASS_MONEY) /* "640m zlotys" */
        money = quantity_unit_at(f, c->num_end + 1);
    if (!money || money->cls != CLASS_MONEY)
        return;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (str_is(f->w[c->num_end].fold, list[i].letters)) {
            c->min = c->max = c->min * list[i].by;
            c->num_end++;
            return;
        }
}

/* "50 millones de": the multiplier lies in a longer word for millions. */
static void
spelled_power(const struct finder *f, struct count *c)
{
    static const struct {
        enum key key;
        double by;
    } list[] = {{KEY_THOUSANDS, 1e3}, {KEY_MILLIONS, 1e6}, {KEY_BILLIONS, 1e9}};
    size_t n;

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (c->min < 1e6 && quantity_key_at(f, c->num_end, list[i].key, &n) &&
            n > 1) {
            c->min = c->max = c->min * list[i].by;
            c->num_end += n;
            return;
        }
}

/* Arabic مليونا دينار, two million: without the ending of مليوناً, one. */
static bool
two_million(const struct finder *f, size_t word, const struct number *n,
            const struct count *vague)
{
    str text = str_cut(f->r->w.text, f->w[word].start, f->w[word].end);

    return f->w[word].lang == LANG_AR && n->nwords == 1 && vague->min == 2e6 &&
           str_find(text, STR("\u064B")) == SIZE_MAX;
}

/* One value, no range, no bounds. */
bool
quantity_one(const struct finder *f, size_t word, struct count *c)
{
    struct number n;
    size_t nvague = 0, more;
    struct count vague = {0};
    bool number = number_at(f->lx, f->r, word, &n);

    c->num = word;
    if (vague_at(f, word, &vague, &nvague) &&
        (!number || nvague > n.nwords || two_million(f, word, &n, &vague))) {
        c->min = vague.min;
        c->max = vague.max;
        c->approx = vague.approx;
        c->vague = true;
        c->times = vague.times;
        c->num_end = word + nvague;
        /* the person that the words hold: 数十人 */
        if (quantity_han(f, word) && nvague > 1 && f->id[KEY_COUNT_PERSON] &&
            str_eq(f->w[c->num_end - 1].fold,
                   lexicon_word(f->lx, f->id[KEY_COUNT_PERSON],
                                (enum lang)f->w[word].lang)))
            c->persons = c->counter = true;
        c->counter |= vague.times && quantity_han(f, word);
        if (!vague.times && vague.min == vague.max)
            add_half(f, c);
        return true;
    }
    if (!number || fabs(n.value) >= MOST_VALUE)
        return false;
    c->min = c->max = n.value;
    c->num_end = word + n.nwords;
    c->ordinal = n.ordinal;
    c->digits = n.digits;
    c->one = is_one(&n);
    if (n.ordinal) {
        c->none = n.value < 2; /* "first" counts nothing */
        return true;
    }
    spelled_power(f, c);
    /* "two dozen" */
    if ((quantity_key_at(f, c->num_end, KEY_SOME_12, &more) ||
         quantity_key_at(f, c->num_end, KEY_TRUE_DOZENS, &more)) &&
        n.value < 10000) {
        c->min = c->max = n.value * 12;
        c->num_end += more;
    }
    hyphen_power(f, c);
    money_letters(f, c);
    add_half(f, c);
    take_parts(f, c);
    if (!c->unit)
        of_every(f, c);
    return true;
}
