/*
 * when_span.c - stretches of time: so many units up to now or from now on,
 * and days moved by a length. Ranges between two dates: when_range.c.
 */
#include "lexicon/when_rules.h"

#define CUE_STEPS    (CUE(LAST) | CUE(NEXT))
#define MOST_LENGTHS 7 /* of years to seconds in a row */

/* ---- lengths
 * ----------------------------------------------------------------- */

static uint8_t
unit_of(const struct scan *s, size_t i, uint8_t *part, size_t *behind)
{
    uint64_t cue = scan_cue(s, i, behind);
    size_t k = *behind;

    *part = WHEN_WHOLE;
    if (scan_key(s, i, TAG_QUARTER, &k)) {
        *part = WHEN_QUARTER;
        *behind = k;
        return WHEN_YEAR + 1;
    }
    if (s->lang == LANG_ZH || s->lang == LANG_JA) {
        uint32_t c = scan_char(s, i);
        bool counter = c == 0x4E2A || c == 0x500B || c == 0x304B ||
                       c == 0x30F6 || c == 0x30AB || c == 0x30F5;

        k = counter ? i + 1 : i;
        c = scan_char(s, k);
        *behind = k + 1;
        if (scan_char(s, k) == 0x661F && scan_char(s, k + 1) == 0x671F)
            *behind = k + 2; /* 星期 */
        if (scan_char(s, *behind) == 0x9593 || scan_char(s, *behind) == 0x95F4)
            (*behind)++; /* 間 */
        return c == 0x5E74                                 ? WHEN_YEAR
               : c == 0x6708 && counter                    ? WHEN_MONTH
               : c == 0x5468 || c == 0x9031 || c == 0x661F ? WHEN_WEEK
               : c == 0x5929 || c == 0x65E5                ? WHEN_DAY
                                                           : WHEN_NONE;
    }
    return cue & CUE(YEAR)    ? WHEN_YEAR
           : cue & CUE(MONTH) ? WHEN_MONTH
           : cue & CUE(WEEK)  ? WHEN_WEEK
           : cue & CUE(DAY)   ? WHEN_DAY
                              : WHEN_NONE;
}

/* "three weeks", "a week", 3週間, "deux ans". */
static size_t
length(const struct scan *s, size_t i, uint8_t *unit, uint8_t *part, int *count)
{
    size_t k = s->lang == LANG_ZH || s->lang == LANG_JA
                   ? scan_han(s, i, count, &(size_t){0})
                   : scan_small(s, i, count);
    size_t behind;

    if (!k && (scan_is(s, i, "a") || scan_is(s, i, "an"))) {
        *count = 1;
        k = i + 1;
    }
    if (!k || *count < 1 || *count > 400)
        return 0;
    *unit = unit_of(s, k, part, &behind);
    return *unit && behind <= s->end ? behind : 0;
}

/* "last", "next" and words like them that only lengths have. */
static int
step_at(const struct scan *s, size_t i, size_t *behind)
{
    uint64_t cue = scan_cue(s, i, behind) & CUE_STEPS;

    if (cue)
        return cue & CUE(LAST) ? -1 : 1;
    if (scan_key(s, i, TAG_PAST_SPAN, behind))
        return -1;
    return scan_key(s, i, TAG_NEXT_SPAN, behind) ? 1 : 0;
}

/* ---- the last three weeks
 * -------------------------------------------------------- */

/* "could last three weeks": the verb. */
static bool
last_is_verb(const struct scan *s, size_t i)
{
    static const char *const helpers[] = {
        "to",   "could", "would", "can",  "may",  "might", "not",   "should",
        "must", "did",   "does",  "will", "only", "ll",    "won't", "cannot"};

    if (s->lang != LANG_EN || i == 0 || !scan_is(s, i, "last"))
        return false;
    for (size_t k = 0; k < sizeof helpers / sizeof *helpers; k++)
        if (str_is(s->r->w.words[i - 1].fold, helpers[k]))
            return true;
    return s->r->w.words[i - 1].kind == WORD_LETTERS &&
           !reading_sense(s->r, i - 1, SENSE_FUNCTION) && !s->lone;
}

/* "weeks", "दिनों". */
static bool
plural(const struct scan *s, size_t i)
{
    str fold = scan_word(s, i)->fold;

    return str_ends(fold, STR("s")) || str_ends(fold, STR("ों"));
}

/* "next days", "past years": a step and its unit in one phrase. */
static size_t
stepped_unit(const struct scan *s, size_t i, uint8_t *unit, int *step)
{
    size_t behind;
    uint64_t cue = scan_cue(s, i, &behind);
    const uint64_t next =
        CUE(FOLLOWING_DAY) | CUE(NEXT_WEEK) | CUE(NEXT_MONTH) | CUE(NEXT_YEAR);
    const uint64_t last =
        CUE(PREVIOUS_DAY) | CUE(LAST_WEEK) | CUE(LAST_MONTH) | CUE(LAST_YEAR);

    if ((s->lang != LANG_EN && s->lang != LANG_HI) || !(cue & (next | last)) ||
        behind < i + 2 || !plural(s, behind - 1))
        return 0;
    *step = cue & next ? 1 : -1;
    *unit = cue & (CUE(FOLLOWING_DAY) | CUE(PREVIOUS_DAY)) ? WHEN_DAY
            : cue & (CUE(NEXT_WEEK) | CUE(LAST_WEEK))      ? WHEN_WEEK
            : cue & (CUE(NEXT_MONTH) | CUE(LAST_MONTH))    ? WHEN_MONTH
                                                           : WHEN_YEAR;
    return behind;
}

static size_t
steps_and_length(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, behind, next;
    uint8_t unit, part;
    int count, step = step_at(s, i, &next);

    if (step) {
        if (last_is_verb(s, i))
            return 0;
        behind = length(s, next, &unit, &part, &count);
    } else {
        /* "two upcoming weeks", "les 3 derniers mois", "10 días pasados" */
        k = scan_small(s, i, &count);
        if (!k)
            return 0;
        step = step_at(s, k, &next);
        behind = step ? 0 : stepped_unit(s, k, &unit, &step);
        if (behind && count > 1) {
            part = WHEN_WHOLE;
        } else if (step) {
            unit = unit_of(s, next, &part, &behind);
            if (!unit)
                return 0;
        } else {
            behind = length(s, i, &unit, &part, &count);
            if (!behind || s->lang == LANG_EN || s->lang == LANG_DE ||
                s->lang == LANG_RU || s->lang == LANG_UK ||
                s->lang == LANG_PL || s->lang == LANG_FA ||
                s->lang == LANG_ID || s->lang == LANG_HI ||
                s->lang == LANG_TR || s->lang == LANG_NL)
                return 0;
            step = step_at(s, behind, &next);
            if (!step || scan_cue(s, behind, NULL) & CUE(AGO))
                return 0;
            behind = next;
        }
    }
    if (!behind || count < 1 || count > 400)
        return 0;
    w->unit = unit > WHEN_YEAR ? WHEN_YEAR : unit;
    w->part = part;
    w->span = (int16_t)(step * count);
    return behind;
}

/* ---- so long before or after
 * --------------------------------------------------------- */

/* Adds a length to what a date is moved by. */
static bool
move_by(struct when *w, uint8_t unit, int count)
{
    int months = unit == WHEN_YEAR    ? 12 * count
                 : unit == WHEN_MONTH ? count
                                      : 0;
    int days = unit == WHEN_WEEK ? 7 * count : unit == WHEN_DAY ? count : 0;

    if (unit > WHEN_YEAR)
        return false;
    w->plus_months = (int16_t)(w->plus_months + months);
    w->plus_days = (int16_t)(w->plus_days + days);
    return true;
}

static void
backward(struct when *w)
{
    w->plus_months = (int16_t)-w->plus_months;
    w->plus_days = (int16_t)-w->plus_days;
}

/* A length, also where its unit lies in a phrase with what follows: "days
 * before". */
static size_t
length_of(const struct scan *s, size_t i, uint8_t *unit, int *count)
{
    uint8_t part;
    size_t k = length(s, i, unit, &part, count), part_end;

    if (k)
        return part ? 0 : k;
    k = scan_small(s, i, count);
    if (!k && (scan_is(s, i, "a") || scan_is(s, i, "an"))) {
        *count = 1;
        k = i + 1;
    }
    /* decades, of ten years each */
    if (k && *count <= 40 && scan_key(s, k, TAG_DECADE, &part_end)) {
        *count *= 10;
        *unit = WHEN_YEAR;
        return part_end;
    }
    if (s->lang != LANG_EN)
        k = 0;
    if (!k || *count < 1 || *count > 400 ||
        !(scan_is(s, k, "days") || scan_is(s, k, "day")))
        return 0;
    *unit = WHEN_DAY;
    return k + 1;
}

/* ---- in three weeks
 * ------------------------------------------------------------- */

static size_t
from_now(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, behind;
    uint8_t unit, part;
    bool sure = scan_key(s, i, TAG_WITHIN_SURE, &k);
    bool led = sure || scan_key(s, i, TAG_WITHIN, &k), tail;
    int count;

    behind = length_of(s, led ? k : i, &unit, &count);
    if (!behind && sure) {
        /* "через неделю" */
        count = 1;
        unit = unit_of(s, k, &part, &behind);
        if (!unit || part)
            return 0;
    }
    if (!behind || unit > WHEN_YEAR)
        return 0;
    /* "через два дня после взрыва": from another day */
    if (scan_key(s, behind, TAG_SHIFT_AFTER, NULL) &&
        !scan_key(s, behind, TAG_FROM_NOW, NULL))
        return 0;
    tail = scan_key(s, behind, TAG_FROM_NOW, &k) && k <= s->end;
    if (!led && !tail)
        return 0;
    /* 8日後場: the afternoon session of the 8th */
    if (tail && (scan_char(s, k) == 0x5834 || scan_char(s, k) == 0x573A))
        return 0;
    w->unit = unit;
    w->offset = (int16_t)count;
    w->counted = true;
    w->maybe = !sure && !(tail && scan_key(s, behind, TAG_FROM_TODAY, NULL))
                   ? WHEN_IF_TO_COME
                   : WHEN_IF_NOT_PAST;
    return tail ? k : behind;
}

size_t
rule_span(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when w = {0};
    size_t k;

    if (i >= s->end)
        return 0;
    k = steps_and_length(s, i, &w);
    if (!k) {
        w = (struct when){0};
        k = from_now(s, i, &w);
    }
    if (k)
        m->when = w;
    return k;
}

/* What a length is counted from: +1 behind it, -1 before it, 0: nothing. */
static int
side_at(const struct scan *s, size_t i, size_t *behind)
{
    *behind = i + 1;
    if (scan_key(s, i, TAG_SHIFT_BEFORE, behind) ||
        (s->lang == LANG_EN && scan_is(s, i, "before")))
        return -1;
    return scan_key(s, i, TAG_SHIFT_AFTER, behind) ||
           (s->lang == LANG_EN && scan_is(s, i, "after"));
}

/* "5 hours": less than a day is left out; the word behind, 0: none. */
static size_t
hours_at(const struct scan *s, size_t i)
{
    static const enum tag units[] = {TAG_HOUR, TAG_MINUTE, TAG_SECOND};
    int count;
    size_t k = s->lang == LANG_ZH || s->lang == LANG_JA
                   ? scan_han(s, i, &count, &(size_t){0})
                   : scan_small(s, i, &count),
           behind;

    for (size_t u = 0; k && u < sizeof units / sizeof *units; u++)
        if (scan_key(s, k, units[u], &behind))
            return behind;
    return 0;
}

/* "1 year, 2 months and 3 days"; how many lengths. */
static int
lengths(const struct scan *s, size_t i, struct when *w, size_t *behind)
{
    int n = 0, count;
    size_t k = i, next;
    uint8_t unit;

    while (n < MOST_LENGTHS) {
        next = length_of(s, k, &unit, &count);
        if (next && !move_by(w, unit, count))
            break;
        if (!next && n > 0)
            next = hours_at(s, k);
        if (!next)
            break;
        n++;
        *behind = k = next;
        if (scan_char(s, k) == ',' || scan_char(s, k) == 0x3001 ||
            scan_char(s, k) == 0xFF0C)
            k++;
        if (scan_key(s, k, TAG_AND, &next))
            k = next;
    }
    return n;
}

/* "今日から2日後", "昨日の2日前", "आज से दो दिन बाद": the day first. */
static size_t
day_and_shift(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark day = {0};
    struct when by = {0};
    size_t k, behind = 0, next;
    uint64_t tail;

    if ((s->lang != LANG_JA && s->lang != LANG_HI && s->lang != LANG_ZH) ||
        !(scan_cue(s, i, NULL) & (CUE(TODAY) | CUE(TOMORROW) | CUE(YESTERDAY))))
        return 0;
    k = rule_relative(s, i, &day);
    if (!k || day.when.unit != WHEN_DAY || day.when.counted)
        return 0;
    if (scan_char(s, k) == 0x304B && scan_char(s, k + 1) == 0x3089)
        k += 2; /* から */
    else if (scan_char(s, k) == 0x306E || scan_is(s, k, "से") ||
             scan_is(s, k, "के"))
        k++;
    else if (s->lang != LANG_ZH)
        return 0;
    if (lengths(s, k, &by, &behind) != 1)
        return 0;
    tail = scan_cue(s, behind, &next);
    if (scan_char(s, behind) == 0x524D || tail & CUE(AGO)) {
        backward(&by);
        next = tail & CUE(AGO) ? next : behind + 1;
    } else if (!scan_key(s, behind, TAG_FROM_NOW, &next)) {
        return 0;
    }
    day.when.plus_months = by.plus_months;
    day.when.plus_days = by.plus_days;
    m->when = day.when;
    return next;
}

size_t
rule_shift(const struct scan *s, size_t i, struct when_mark *m,
           size_t (*date)(const struct scan *, size_t, struct when_mark *))
{
    struct when_mark from = {0};
    struct when by = {0};
    size_t k = i, behind = 0, next;
    bool ago = (scan_cue(s, i, &k) & CUE(AGO_BEFORE)) != 0;
    bool within = !ago && scan_key(s, i, TAG_WITHIN, &k);
    int n, side;

    if (i >= s->end)
        return 0;
    if ((next = day_and_shift(s, i, m)) != 0)
        return next;
    n = lengths(s, ago || within ? k : i, &by, &behind);
    if (n == 0)
        return 0;
    if (n > 1) {
        /* of one length other rules know more */
        if (!ago && !within && scan_cue(s, behind, &next) & CUE(AGO)) {
            ago = true;
            behind = next;
        } else if (!ago && scan_key(s, behind, TAG_FROM_NOW, &next)) {
            within = true;
            behind = next;
        }
        if (ago || within) {
            if (ago)
                backward(&by);
            by.unit = WHEN_DAY;
            by.counted = true;
            by.maybe = within ? WHEN_IF_TO_COME : WHEN_SURELY;
            m->when = by;
            return behind;
        }
    }
    side = side_at(s, behind, &next);
    if (ago || side == 0)
        return 0;
    for (int most = 2; !(behind = date(s, next, &from)) && most; most--) {
        if (!(scan_cue(s, next, NULL) & (CUE(DAY_WORD) | CUE(OF))) &&
            !reading_sense(s->r, next, SENSE_FUNCTION))
            return 0;
        next++;
        from = (struct when_mark){0};
    }
    if (!behind || from.is_range || from.when.plus_days ||
        from.when.plus_months || from.when.maybe ||
        (within && (side < 0 || from.when.unit != WHEN_DAY)))
        return 0;
    if (side < 0)
        backward(&by);
    from.when.plus_months = by.plus_months;
    from.when.plus_days = by.plus_days;
    m->when = from.when;
    return behind;
}
