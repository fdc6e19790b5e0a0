/*
 * when_part.c - parts of years: seasons, quarters, halves; weekends.
 */
#include "lexicon/when_rules.h"

/* ---- pieces ----------------------------------------------------------------
 */

static const struct {
    enum tag key;
    uint8_t part;
} parts[] = {{TAG_WEEKEND, WHEN_WEEKEND}, {TAG_DECADE, WHEN_DECADE},
             {TAG_CENTURY, WHEN_CENTURY}, {TAG_SPRING, WHEN_SPRING},
             {TAG_SUMMER, WHEN_SUMMER},   {TAG_AUTUMN, WHEN_AUTUMN},
             {TAG_WINTER, WHEN_WINTER},   {TAG_QUARTER, WHEN_QUARTER},
             {TAG_HALF_YEAR, WHEN_H1}};

static size_t
part_at(const struct scan *s, size_t i, uint8_t *part)
{
    uint64_t tags;
    size_t behind;

    if (i >= s->end || !(s->r->begins[i].classes & BEGINS_TAGGED))
        return 0;
    tags = i == s->begin && s->known ? s->tags : scan_tags(s, i);
    for (size_t k = 0; tags && k < sizeof parts / sizeof *parts; k++)
        if (scan_key(s, i, parts[k].key, &behind)) {
            *part = parts[k].part;
            return behind;
        }
    return 0;
}

size_t
scan_suffix(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);

    return s->lang == LANG_TR && (c == '\'' || c == 0x2019) && i + 1 < s->end &&
                   !scan_space(s, i) && !scan_space(s, i + 1) &&
                   scan_word(s, i + 1)->kind == WORD_LETTERS
               ? i + 2
               : i;
}

/* Small words that may stand between a part and its year or month. */
size_t
scan_skip(const struct scan *s, size_t i, int most)
{
    size_t behind;

    for (; most > 0 && i < s->end; most--) {
        uint64_t cue = scan_cue(s, i, &behind);
        const struct word *w = scan_word(s, i);

        if (cue & (CUE(OF) | CUE(IN) | CUE(DAY_WORD) | CUE(YEAR_BEFORE)) &&
            !(cue & (CUE(THIS_YEAR) | CUE(LAST_YEAR))) &&
            !(cue & CUE(YEAR) && scan_digits(s, behind, &(int){0}) != 4))
            i = behind;
        else if (w->kind == WORD_LETTERS &&
                 (w->shape & SHAPE_CLITIC ||
                  reading_sense(s->r, i, SENSE_FUNCTION)) &&
                 !cue)
            i++;
        else if (w->kind == WORD_MARK && scan_char(s, i) == ',')
            i++;
        else
            break;
    }
    return i;
}

/* The year that belongs to a part: said, or counted from the anchor's. */
static size_t
year_behind(const struct scan *s, size_t i, struct when *w)
{
    size_t k = scan_skip(s, i, 3), behind;
    uint8_t calendar = 0;
    struct when_mark m = {0};
    int year;

    if (k == i && scan_char(s, k) == '-' && !scan_space(s, k))
        k++; /* Q1-2019 */
    if (scan_year(s, k, &calendar, &year) && calendar == 0) {
        w->date.year = (int16_t)year;
        k++;
        if (scan_cue(s, k, &behind) & (CUE(YEAR_AFTER) | CUE(YEAR)) ||
            scan_char(s, k) == 0x5E74)
            k = behind > k ? behind : k + 1;
        return k;
    }
    behind = rule_relative(s, k, &m);
    if (behind && m.when.unit == WHEN_YEAR && !m.when.date.month &&
        !m.when.counted) {
        w->unit = WHEN_YEAR;
        w->offset = m.when.offset;
        return behind;
    }
    return 0;
}

/* "the first quarter of the year": of this one. */
static size_t
of_the_year(const struct scan *s, size_t i, struct when *w)
{
    size_t k = scan_skip(s, i, 3), behind;

    for (; i < k || i == k; i++)
        if (i < s->end && scan_cue(s, i, &behind) & CUE(YEAR) &&
            scan_digits(s, behind, &(int){0}) != 4) {
            w->unit = WHEN_YEAR;
            return behind;
        }
    return 0;
}

/* A year before the part: "2019 summer", 2019年夏天. */
static size_t
year_first(const struct scan *s, size_t i, struct when *w)
{
    uint8_t calendar = 0;
    struct when_mark m = {0};
    size_t behind;
    int year;

    if (scan_year(s, i, &calendar, &year) && calendar == 0) {
        w->date.year = (int16_t)year;
        i = scan_suffix(s, i + 1);
        if (scan_char(s, i) == 0x5E74 || scan_is(s, i, "년"))
            i++;
        else if (scan_cue(s, i, &behind) & (CUE(YEAR_AFTER) | CUE(YEAR)))
            i = behind;
        else if (scan_char(s, i) == '-' && !scan_space(s, i))
            i++; /* 2019-Q1 */
        return scan_skip(s, i, 1);
    }
    behind = rule_relative(s, i, &m);
    if (behind && m.when.unit == WHEN_YEAR && !m.when.date.month &&
        !m.when.counted) {
        w->unit = WHEN_YEAR;
        w->offset = m.when.offset;
        return scan_skip(s, behind, 2);
    }
    return 0;
}

static int8_t
step_of(uint64_t cue)
{
    return cue & CUE(LAST) ? -1 : cue & CUE(NEXT) ? 1 : 0;
}

#define CUE_STEPS (CUE(LAST) | CUE(NEXT) | CUE(THIS))

/* ---- seasons, quarters, halves ----------------------------------------------
 */

/* Puts the nth quarter or half into the mark. */
static bool
numbered(struct when *w, uint8_t part, int n)
{
    if (part == WHEN_QUARTER && n >= 1 && n <= 4)
        w->part = (uint8_t)(WHEN_Q1 + n - 1);
    else if (part == WHEN_H1 && (n == 1 || n == 2))
        w->part = (uint8_t)(WHEN_H1 + n - 1);
    else
        return false;
    return true;
}

/* "Q3", "h1", "T1": the letter that a figure is grown to; 0: none. */
static uint8_t
letter_part(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    bool romance = s->lang == LANG_ES || s->lang == LANG_FR ||
                   s->lang == LANG_PT || s->lang == LANG_IT ||
                   s->lang == LANG_CA;

    if (!w || w->fold.n != 1 || scan_space(s, i + 1) || i + 1 >= s->end ||
        scan_word(s, i + 1)->kind != WORD_NUMBER)
        return 0;
    switch (w->fold.s[0]) {
    case 'q':
        return WHEN_QUARTER;
    case 'h':
        return WHEN_H1;
    case 't':
        return romance ? WHEN_QUARTER : 0;
    default:
        return 0;
    }
}

/* The number that a word of the phrase for a quarter tells. */
static bool
number_within(const struct scan *s, size_t i, size_t end, int *n)
{
    static const uint16_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB};

    for (; i < end; i++) {
        *n = (int)lexicon_find(s->lx, scan_word(s, i)->fold, s->lang,
                               SENSE_ORDINAL, 0);
        for (int k = 0; k < 4; k++)
            if (scan_char(s, i) == han[k])
                *n = k + 1;
        if (s->lang == LANG_TR && scan_is(s, i, "ilk"))
            *n = 1;
        if (*n || scan_digits(s, i, n) == 1)
            return true;
    }
    return false;
}

/* "الثاني", "השני", "دوم", "kedua", "ke-2", "II" behind the noun. */
static bool
number_behind(const struct scan *s, size_t i, int *n, size_t *behind)
{
    static const char *const roman[] = {"i", "ii", "iii", "iv"};
    const struct word *w = scan_word(s, i);

    if (!w || (s->lang != LANG_AR && s->lang != LANG_HE && s->lang != LANG_FA &&
               s->lang != LANG_ID && s->lang != LANG_MS))
        return false;
    for (int k = 0; k < 4; k++)
        if (w->shape & SHAPE_CAPITAL && str_is(w->fold, roman[k])) {
            *n = k + 1;
            *behind = i + 1;
            return true;
        }
    *behind = w->kind == WORD_LETTERS ? scan_nth(s, i, n) : 0;
    return *behind != 0;
}

/* "third quarter", "3 квартал", "第一季度", "q3", "last quarter". */
static size_t
quarter(const struct scan *s, size_t i, struct when *w, bool *stepped)
{
    size_t k = i, behind;
    uint8_t part;
    int n;

    part = letter_part(s, i);
    if (part && scan_digits(s, i + 1, &n) == 1 && numbered(w, part, n))
        return i + 2;
    /* "premier trimestre": a concept of its own, whose first word tells */
    if (scan_key(s, i, TAG_QUARTER_OF_YEAR, &behind) && behind > i + 1) {
        if (number_within(s, i, behind, &n) && numbered(w, WHEN_QUARTER, n))
            return behind;
    }
    /* "الربع الأول", "kuartal II": the noun first */
    if ((k = part_at(s, i, &part)) != 0 && number_behind(s, k, &n, &behind) &&
        numbered(w, part, n))
        return behind;
    k = i;
    if (scan_char(s, k) == 0x7B2C) /* 第 */
        k++;
    behind = scan_han(s, k, &n, &(size_t){0});
    if (!behind || s->lang != LANG_ZH)
        behind = scan_nth(s, k, &n);
    if (behind) {
        k = part_at(s, behind, &part);
        return k && numbered(w, part, n) ? k : 0;
    }
    if (scan_cue(s, i, &behind) & CUE_STEPS) {
        int8_t step = step_of(scan_cue(s, i, &behind));

        k = part_at(s, behind, &part);
        if (k && part == WHEN_QUARTER) {
            w->part = part;
            w->offset = step;
            *stepped = true;
            return k;
        }
        return 0;
    }
    /* trimestre pasado: the step behind */
    k = part_at(s, i, &part);
    if (k && part == WHEN_QUARTER && scan_cue(s, k, &behind) & CUE_STEPS) {
        w->part = part;
        w->offset = step_of(scan_cue(s, k, &behind));
        *stepped = true;
        return behind;
    }
    return 0;
}

/* "summer 2020", "last summer", "l'été dernier", "this weekend". */
static size_t
season(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, behind, year;
    uint64_t step = scan_cue(s, i, &behind) & CUE_STEPS;

    if (step)
        k = behind;
    k = part_at(s, k, &w->part);
    if (!k || (w->part > WHEN_WEEKEND && w->part < WHEN_SPRING) ||
        w->part > WHEN_WINTER)
        return 0;
    if (!step) {
        step = scan_cue(s, k, &behind) & CUE_STEPS;
        if (step)
            k = behind;
    }
    if (step) {
        w->toward = step_of(step);
        if (w->part == WHEN_WEEKEND) {
            w->unit = WHEN_WEEK;
            w->offset = w->toward;
        } else if (w->toward == 0) {
            w->unit = WHEN_YEAR;
        }
        return k;
    }
    if (w->part == WHEN_WEEKEND)
        return scan_key_before(s, i, TAG_ON_WEEKEND) ? k : 0;
    year = year_behind(s, k, w);
    return year ? year : s->lone ? k : 0;
}

/* "the second half of 2021", "в первой половине 90-х годов", "النصف الثاني
 * من مايو": of a year, a decade, a month. */
static size_t
half_of(const struct scan *s, size_t i, struct when *w)
{
    size_t k, of, behind;
    bool first = scan_key(s, i, TAG_FIRST_HALF, &k);

    if (!first && !scan_key(s, i, TAG_SECOND_HALF, &k))
        return 0;
    of = scan_skip(s, k, 3);
    for (size_t p = k; p <= of; p++)
        if ((behind = scan_decade(s, p, true, w)) != 0) {
            w->edge = first ? WHEN_FORMER : WHEN_LATTER;
            return behind;
        }
    behind = year_behind(s, k, w);
    if (!behind)
        behind = of_the_year(s, k, w);
    if (behind) {
        w->part = first ? WHEN_H1 : WHEN_H2;
        return behind;
    }
    behind = scan_whole(s, of, false, w);
    if (!behind || w->part || w->edge || w->unit || !w->date.month)
        return 0;
    w->edge = first ? WHEN_FORMER : WHEN_LATTER;
    return behind;
}

/* "سه‌ماهه دوم ۱۴۰۱": of a Persian year, as the days that it is.
 */
static size_t
persian_quarter(const struct scan *s, size_t i, const struct when *w,
                struct when_mark *m)
{
    bool quarter = w->part >= WHEN_Q1 && w->part <= WHEN_Q4;
    size_t k = scan_skip(s, i, 3);
    uint8_t calendar = 0;
    int year, first, next;

    if (s->lang != LANG_FA || (!quarter && w->part < WHEN_H1) ||
        !scan_year(s, k, &calendar, &year) || calendar != CALENDAR_PERSIAN)
        return 0;
    first = quarter ? 1 + 3 * (w->part - WHEN_Q1) : 1 + 6 * (w->part - WHEN_H1);
    next = first + (quarter ? 3 : 6);
    m->when.date =
        day_of_number(day_of_calendar(CALENDAR_PERSIAN, year, first, 1));
    m->until.date =
        day_of_number(day_of_calendar(CALENDAR_PERSIAN, year + (next > 12),
                                      (next - 1) % 12 + 1, 1) -
                      1);
    m->is_range = true;
    return scan_cue(s, k + 1, &i) & CUE(YEAR_AFTER) ? i : k + 1;
}

/* ---- the rule
 * ----------------------------------------------------------------- */

/* Whether a part could begin here: the question that most words answer
 * with no. */
static bool
may_be_part(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    uint8_t part;

    return w->kind == WORD_NUMBER || w->script == SCRIPT_HAN ||
           reading_sense(s->r, i, SENSE_ORDINAL) || w->fold.n == 1 ||
           (w->shape & SHAPE_ALL_CAPS && w->fold.n <= 5) ||
           scan_cue(s, i, NULL) || part_at(s, i, &part) ||
           scan_key(s, i, TAG_FIRST_HALF, NULL) ||
           scan_key(s, i, TAG_SECOND_HALF, NULL) ||
           scan_key(s, i, TAG_QUARTER_OF_YEAR, NULL);
}

size_t
rule_part(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when w = {0};
    bool stepped = false;
    size_t k = i, behind, year;

    if (i >= s->end || !may_be_part(s, i))
        return 0;
    behind = half_of(s, i, &w);
    if (!behind) {
        w = (struct when){0};
        behind = season(s, i, &w);
    }
    if (!behind) {
        w = (struct when){0};
        year = year_first(s, i, &w);
        if (year) {
            uint8_t part;

            behind = part_at(s, year, &part);
            if (behind && part >= WHEN_SPRING && part <= WHEN_WINTER)
                w.part = part;
            else
                behind = quarter(s, year < s->end ? year : i, &w, &stepped);
            if (stepped)
                behind = 0;
        }
    }
    if (!behind) {
        w = (struct when){0};
        behind = quarter(s, k, &w, &stepped);
        if (behind && !stepped) {
            year = year_behind(s, behind, &w);
            if (!year && (year = persian_quarter(s, behind, &w, m)) != 0)
                return year;
            if (!year)
                year = of_the_year(s, behind, &w);
            /* a small letter alone is no quarter: "t2" */
            if (!year && letter_part(s, k) &&
                !(scan_word(s, k)->shape & (SHAPE_CAPITAL | SHAPE_ALL_CAPS)) &&
                !s->lone)
                behind = 0;
            behind = year ? year : behind;
        }
    }
    if (behind)
        m->when = w;
    return behind;
}
