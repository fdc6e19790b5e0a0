/*
 * quantity_unit.c - units and currencies of a count, before and behind it,
 * and measures told in two units.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

/* The units that mixed measures are told in: of the first, so many of the
 * second. */
static const struct {
    enum key big, small;
    double factor;
} mixes[] = {{KEY_YEAR, KEY_MONTH, 12},        {KEY_HOUR, KEY_MINUTE, 60},
             {KEY_MINUTE, KEY_SECOND, 60},     {KEY_DAY, KEY_HOUR, 24},
             {KEY_WEEK, KEY_DAY, 7},           {KEY_TONNE, KEY_KILOGRAM, 1000},
             {KEY_KILOGRAM, KEY_GRAM, 1000},   {KEY_KILOMETRE, KEY_METRE, 1000},
             {KEY_METRE, KEY_CENTIMETRE, 100}, {KEY_FOOT, KEY_INCH, 12}};

/* Whether a number and this smaller unit follow a measure, "and" or a comma
 * between; how many, and where they end. */
static bool
smaller(const struct finder *f, size_t at, uint32_t unit, double most,
        double *value, size_t *behind)
{
    size_t end;
    struct number n;
    const struct sense *s;

    if (at >= f->nwords || unit == 0)
        return false;
    end = quantity_sentence_end(f, at - 1);
    if (at < end &&
        (quantity_function(f, at) || quantity_mark_is(f, at, ",，、")) &&
        !number_at(f->lx, f->r, at, &n))
        at++;
    if (at >= end || !number_at(f->lx, f->r, at, &n) || n.ordinal ||
        n.value < 0 || n.value >= most)
        return false;
    s = quantity_unit_at(f, at + n.nwords);
    if (!s || s->id != unit)
        return false;
    *value = n.value;
    *behind = at + n.nwords + s->nwords;
    return true;
}

/* 2時間5分3秒: the seconds behind hours and minutes. */
static void
add_seconds(const struct finder *f, struct count *c)
{
    double seconds;

    if (smaller(f, c->end, f->id[KEY_SECOND], 60, &seconds, &c->end))
        c->min = c->max = c->min + seconds / 60;
}

/* "65 dollars and 30 cents" are one price. */
static void
add_cents(const struct finder *f, struct count *c)
{
    uint32_t cent = lexicon_concept(f->lx, "cent");
    double cents;

    if (c->unit != cent && c->min == c->max && c->min == floor(c->min) &&
        smaller(f, c->end, cent, 100, &cents, &c->end))
        c->min = c->max = c->min + cents / 100;
}

/* "six years AND NINE MONTHS", 6年9月, "three years and a half". */
static void
mix_units(const struct finder *f, struct count *c)
{
    enum key big = (enum key)f->key_of[c->unit];
    size_t end = quantity_sentence_end(f, c->num), at = c->end, n;
    struct number more;
    bool half = c->min != floor(c->min);

    for (size_t i = 0; i < sizeof mixes / sizeof *mixes; i++) {
        const struct sense *small;

        if (mixes[i].big != big || c->range || isinf(c->min + c->max))
            continue;
        if (quantity_key_at(f, at, KEY_AND_HALF, &n)) {
            c->min = (c->min + 0.5) * mixes[i].factor;
            c->max = c->min;
            c->end = at + n;
            c->unit = f->id[mixes[i].small];
            return;
        }
        if (half && (big == KEY_YEAR || big == KEY_HOUR) &&
            fmod(c->min * 2, 1) == 0 && (c->vague || !c->digits)) {
            c->min = c->max = c->min * mixes[i].factor;
            c->unit = f->id[mixes[i].small];
            return;
        }
        if (at < end &&
            (quantity_function(f, at) || quantity_mark_is(f, at, ",，、")) &&
            !number_at(f->lx, f->r, at, &more))
            at++;
        if (at >= end || !number_at(f->lx, f->r, at, &more) || more.ordinal ||
            more.value >= mixes[i].factor * 2)
            return;
        small = quantity_unit_at(f, at + more.nwords);
        n = small ? small->nwords : 1;
        if ((small && small->id == f->id[mixes[i].small]) ||
            (big == KEY_YEAR && quantity_han(f, at) && at + more.nwords < end &&
             str_is(f->w[at + more.nwords].fold, "月"))) {
            c->min = c->min * mixes[i].factor + more.value;
            c->max = c->min;
            c->unit = f->id[mixes[i].small];
            c->end = at + more.nwords + n;
            if (mixes[i].small == KEY_MINUTE)
                add_seconds(f, c);
        }
        return;
    }
}

/* Counts in this unit, which stands at the word. */
void
quantity_unit_set(const struct finder *f, struct count *c,
                  const struct sense *s, size_t at)
{
    c->unit = s->id;
    c->end = at + s->nwords;
    if (f->key_of[s->id] == KEY_BASIS_POINT && f->id[KEY_PERCENTAGE_POINT]) {
        c->min /= 100;
        c->max /= 100;
        c->unit = f->id[KEY_PERCENTAGE_POINT];
    }
    if (s->cls == CLASS_MONEY)
        add_cents(f, c);
    else
        mix_units(f, c);
}

/* The unit that is left of a word without one of these endings, 0: none. */
static uint32_t
without_ending(const struct finder *f, size_t word, const char *const *ends,
               uint32_t classes)
{
    str w = f->w[word].fold;

    for (; *ends; ends++) {
        str end = str_of(*ends);
        uint32_t id;

        if (w.n <= end.n || !str_ends(w, end))
            continue;
        id = lexicon_find(f->lx, str_cut(w, 0, w.n - end.n),
                          (enum lang)f->w[word].lang, SENSE_CONCEPT, classes);
        if (id &&
            (lexicon_class(f->lx, id) != CLASS_TIME ||
             (f->key_of[id] >= KEY_SECOND && f->key_of[id] <= KEY_CENTURY)))
            return id;
    }
    return 0;
}

/*
 * A unit that no sense begins at: лет in "лет назад", days in "days after",
 * which a longer expression covers; Korean 엔씩 and 원대로, with what stands
 * behind a unit written on it; Turkish "üç gündür", for three days, and "üç
 * günlük", of three days. 0: none.
 */
uint32_t
quantity_unit_hidden(const struct finder *f, size_t word)
{
    static const char *const korean[] = {
        "씩", "가량을", "가량이", "가량", "정도를", "정도",
        "쯤", "대로",   "대에서", "대에", "대를",   "대의",
        "대", "당",     "어치",   "짜리", NULL};
    static const char *const turkish[] = {"dır", "dir", "dur", "dür", "tır",
                                          "tir", "tur", "tür", "lık", "lik",
                                          "luk", "lük", NULL};
    static const uint32_t measures = 1u << CLASS_UNIT | 1u << CLASS_MONEY;
    static const uint32_t classes =
        1u << CLASS_UNIT | 1u << CLASS_MONEY | 1u << CLASS_TIME;
    enum lang lang = (enum lang)f->w[word].lang;
    const struct sense *noun;
    uint32_t id;

    if (f->w[word].kind != WORD_LETTERS)
        return 0;
    if (lang == LANG_KO)
        return without_ending(f, word, korean, measures);
    if (lang == LANG_TR && (id = without_ending(f, word, turkish, classes)))
        return id;
    noun = quantity_noun_at(f, word);
    if (quantity_han(f, word) || (noun && noun->exact) ||
        !reading_concept(f->r, word, CLASS_TIME))
        return 0;
    id = lexicon_find(f->lx, f->w[word].fold, lang, SENSE_CONCEPT, classes);
    return id && f->key_of[id] >= KEY_SECOND && f->key_of[id] <= KEY_CENTURY
               ? id
               : 0;
}

/*
 * Slavic "12-godzinny", 54-часовой, "5-метровий": a unit made an adjective,
 * behind a hyphen or written with its number word.
 */
uint32_t
quantity_unit_adjective(const struct finder *f, size_t word)
{
    static const struct {
        enum lang lang;
        const char *start;
        enum key unit;
    } list[] = {
        {LANG_PL, "godzinn", KEY_HOUR},
        {LANG_PL, "minutow", KEY_MINUTE},
        {LANG_PL, "dniow", KEY_DAY},
        {LANG_PL, "tygodniow", KEY_WEEK},
        {LANG_PL, "miesieczn", KEY_MONTH},
        {LANG_PL, "miesięczn", KEY_MONTH},
        {LANG_PL, "metrow", KEY_METRE},
        {LANG_PL, "kilometrow", KEY_KILOMETRE},
        {LANG_PL, "tonow", KEY_TONNE},
        {LANG_PL, "procentow", KEY_PERCENT},
        {LANG_RU, "часов", KEY_HOUR},
        {LANG_RU, "минутн", KEY_MINUTE},
        {LANG_RU, "дневн", KEY_DAY},
        {LANG_RU, "недельн", KEY_WEEK},
        {LANG_RU, "месячн", KEY_MONTH},
        {LANG_RU, "метров", KEY_METRE},
        {LANG_RU, "километров", KEY_KILOMETRE},
        {LANG_RU, "тонн", KEY_TONNE},
        {LANG_RU, "процентн", KEY_PERCENT},
        {LANG_UK, "годинн", KEY_HOUR},
        {LANG_UK, "хвилинн", KEY_MINUTE},
        {LANG_UK, "денн", KEY_DAY},
        {LANG_UK, "тижнев", KEY_WEEK},
        {LANG_UK, "місячн", KEY_MONTH},
        {LANG_UK, "метров", KEY_METRE},
        {LANG_UK, "кілометров", KEY_KILOMETRE},
        {LANG_UK, "тонн", KEY_TONNE},
        {LANG_UK, "відсотков", KEY_PERCENT},
    };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].lang == (enum lang)f->w[word].lang &&
            str_starts(f->w[word].fold, str_of(list[i].start)))
            return f->id[list[i].unit];
    return 0;
}

static bool
is_magnitude(const struct finder *f, const struct sense *s)
{
    return f->key_of[s->id] == KEY_MAGNITUDE ||
           f->key_of[s->id] == KEY_QUAKE_MAGNITUDE;
}

/* A currency sign, "Rs", "magnitude", 百分之, "yüzde" before the number. */
bool
quantity_unit_before(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num);

    if (start < behind)
        start = behind;
    for (size_t back = 1; back <= 4 && c->first >= start + back; back++) {
        size_t at = c->first - back, gap = c->first;
        const struct sense *s = quantity_unit_at(f, at);
        bool sign;

        if (!s)
            continue;
        if (s->nwords < back) {
            /* "magnitude of 6.1", "магнитудой в 6,1" */
            for (gap = at + s->nwords; gap < c->first; gap++)
                if (!quantity_function(f, gap))
                    return false;
            if (!is_magnitude(f, s) || back > s->nwords + 1u)
                return false;
        } else if (s->nwords > back) {
            continue;
        }
        /* no sign by its stem: the virus in "Corona 19" */
        /* "a $2 billion fund" is not told in A$ */
        if (s->cls == CLASS_MONEY && s->nwords == 2 &&
            f->w[gap - 1].kind == WORD_MARK && !quantity_glued(f, gap - 1) &&
            !quantity_capital(f, at)) {
            c->unit = lexicon_find(f->lx, f->w[gap - 1].fold,
                                   (enum lang)f->w[at].lang, SENSE_CONCEPT,
                                   1u << CLASS_MONEY);
            c->first = gap - 1;
            return c->unit != 0;
        }
        sign = f->w[at].kind == WORD_MARK ||
               (s->exact && f->w[at].shape & (SHAPE_ALL_CAPS | SHAPE_CAPITAL));
        if (s->cls == CLASS_MONEY
                ? !sign
                : f->key_of[s->id] != KEY_PERCENT && !is_magnitude(f, s))
            return false;
        c->unit = s->id;
        c->first = at;
        return true;
    }
    return false;
}
