/*
 * when_part.c - parts of years and what is longer: seasons, quarters,
 * decades, centuries; weekends.
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
        i++;
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

/* "third quarter", "3 квартал", "第一季度", "q3", "last quarter". */
static size_t
quarter(const struct scan *s, size_t i, struct when *w, bool *stepped)
{
    size_t k = i, behind;
    uint8_t part;
    int n;
    const struct word *word = scan_word(s, i);

    part = letter_part(s, i);
    if (part && scan_digits(s, i + 1, &n) == 1 && numbered(w, part, n))
        return i + 2;
    /* "premier trimestre": a concept of its own, whose first word tells */
    if (scan_key(s, i, TAG_QUARTER_OF_YEAR, &behind) && behind > i + 1) {
        n = (int)lexicon_find(s->lx, word->fold, s->lang, SENSE_ORDINAL, 0);
        if (numbered(w, WHEN_QUARTER, n))
            return behind;
    }
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

/* ---- decades, centuries
 * ------------------------------------------------------- */

/* The tail that makes a decade of a number: "1990s", "1990er", "90-х". */
static size_t
decade_tail(const struct scan *s, size_t i)
{
    static const char *const tails[] = {"s", "er", "ern", "es",
                                        "х", "те", "ті",  "'s"};
    size_t k = i, behind;

    if ((scan_char(s, k) == '-' || scan_char(s, k) == '\'' ||
         scan_char(s, k) == 0x2019) &&
        !scan_space(s, k))
        k++;
    if (scan_char(s, i) == 0x5E74 && scan_char(s, i + 1) == 0x4EE3)
        return i + 2; /* 年代 */
    if (scan_is(s, i, "년대") || scan_is(s, i, "년대에"))
        return i + 1;
    if (k < s->end && !scan_space(s, k))
        for (size_t t = 0; t < sizeof tails / sizeof *tails; t++)
            if (scan_is(s, k, tails[t])) {
                k++;
                if (scan_cue(s, k, &behind) & (CUE(YEAR_AFTER) | CUE(YEAR)))
                    k = behind;
                return k;
            }
    return 0;
}

/* A word for decade behind the figure, with a particle between. */
static bool
decade_word(const struct scan *s, size_t i, size_t *behind)
{
    return s->lang == LANG_HI && (scan_key(s, i, TAG_DECADE, behind) ||
                                  scan_key(s, i + 1, TAG_DECADE, behind));
}

/* "the next decade", "las próximas dos décadas": "the last decade" is the
 * last ten years as often as the one before this. */
static size_t
stepped_decade(const struct scan *s, size_t i, struct when *w)
{
    size_t k, behind;
    uint64_t step = scan_cue(s, i, &k) & (CUE(NEXT) | CUE(THIS));
    int n = 1;

    if (!step && !scan_key(s, i, TAG_NEXT_SPAN, &k))
        return 0;
    if (!(step & CUE(THIS))) {
        behind = scan_small(s, k, &n);
        if (behind && n >= 1 && n <= 10)
            k = behind;
        else
            n = 1;
    }
    if (!scan_key(s, k, TAG_DECADE, &behind))
        return 0;
    w->part = WHEN_DECADE;
    w->offset = step & CUE(THIS) ? 0 : 1;
    w->span = n > 1 ? (int16_t)n : 0;
    return behind;
}

static size_t
decade(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, digits, behind;
    bool led = false;
    int v = 1;

    if ((behind = stepped_decade(s, i, w)) != 0)
        return behind;
    if (scan_key(s, i, TAG_DECADE_BEFORE, &behind)) {
        led = true;
        k = behind;
        if (scan_char(s, k) == '\'' || scan_char(s, k) == 0x2019)
            k++;
    }
    digits = scan_digits(s, k, &v);
    /* "los años noventa", "années quatre-vingt-dix" */
    if (!digits && led && s->lang != LANG_EN &&
        (behind = scan_number(s, k, &v)) != 0 && v >= 20 && v <= 90 &&
        v % 10 == 0) {
        w->part = WHEN_DECADE;
        w->date.year = (int16_t)(1900 + v);
        return behind;
    }
    if (!digits || v % 10 || (digits != 4 && digits != 2) ||
        (digits == 4 && (v < 1500 || v > 2090)))
        return 0;
    behind = decade_tail(s, k + 1);
    if (!behind && decade_word(s, k + 1, &behind) && (digits == 4 || v >= 30))
        led = true; /* "90 के दशक" */
    if (!behind && !led)
        return 0;
    /* "his 60s", "in the low 20s": ages and temperatures */
    if (digits == 2 && (!led || v < 20 || s->lang == LANG_EN))
        return 0;
    w->part = WHEN_DECADE;
    w->date.year = (int16_t)(digits == 2 ? 1900 + v : v);
    return behind ? behind : k + 1;
}

/* XIX, XXI: up to 21; 0 where it is none. */
static int
roman(str fold)
{
    int v = 0, last = 0;

    if (fold.n == 0 || fold.n > 5)
        return 0;
    for (size_t i = fold.n; i-- > 0;) {
        int d = fold.s[i] == 'i'   ? 1
                : fold.s[i] == 'v' ? 5
                : fold.s[i] == 'x' ? 10
                                   : 0;

        if (!d)
            return 0;
        v += d < last ? -d : d;
        last = d;
    }
    return v <= 21 ? v : 0;
}

static size_t
century(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, behind;
    uint8_t part;
    bool first = false;
    int n;

    behind = part_at(s, i, &part);
    if (behind && part == WHEN_CENTURY) {
        first = true;
        k = behind;
    }
    if (k >= s->end)
        return 0;
    n = roman(scan_word(s, k)->fold);
    if (n && scan_word(s, k)->shape & SHAPE_CAPITAL) {
        k++;
        if (!first && s->lang == LANG_FR && !scan_space(s, k))
            k++; /* XIXe */
    } else {
        k = scan_nth(s, k, &n);
    }
    if (!k || n < 10 || n > 22)
        return 0;
    if (!first) {
        k = part_at(s, k, &part);
        if (!k || part != WHEN_CENTURY)
            return 0;
    }
    w->part = WHEN_CENTURY;
    w->date.year = (int16_t)(100 * (n - 1));
    return k;
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
           scan_key(s, i, TAG_DECADE_BEFORE, NULL) ||
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
    behind = decade(s, i, &w);
    if (!behind) {
        w = (struct when){0};
        behind = century(s, i, &w);
    }
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
