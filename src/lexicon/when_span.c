/*
 * when_span.c - stretches of time: so many units up to now or from now on,
 * and ranges between two dates.
 */
#include "lexicon/when_rules.h"

#define CUE_STEPS       (CUE(LAST) | CUE(NEXT))
#define MOST_OPEN_WORDS 3 /* of "a partir de" */
#define MOST_LENGTHS    7 /* of years to seconds in a row */

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

/* ---- ranges
 * ------------------------------------------------------------------------ */

static bool
dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014 || c == '~' || c == 0x301C ||
           c == 0xFF5E || c == 0x2212 || c == 0x81F3;
}

/* Behind what parts two ends; 0 where nothing does. */
static size_t
skip_to(const struct scan *s, size_t i, size_t k)
{
    size_t behind;

    if (k >= s->end || scan_word(s, k)->shape & SHAPE_LINE)
        return 0;
    /* "de sept. a nov." */
    if (scan_char(s, k) == '.' && !scan_space(s, k) && k + 1 < s->end &&
        utf8_count(scan_word(s, k - 1)->fold) <= 5 &&
        !(scan_word(s, k + 1)->shape & (SHAPE_LINE | SHAPE_CAPITAL)))
        k++;
    if (dash(scan_char(s, k)))
        return k + 1;
    if (scan_key(s, k, TAG_RANGE_TO, &behind))
        return behind;
    /* "मार्च से मई तक": grown to the first end as its tail */
    if (s->lang == LANG_HI && k > i + 1 &&
        (scan_key(s, k - 1, TAG_RANGE_TO, &behind) ||
         (scan_key(s, k - 1, TAG_AND, &behind))) &&
        behind == k)
        return k;
    if (scan_cue(s, k, &behind) & CUE(UNTIL) && s->lang != LANG_AR &&
        !(s->lang == LANG_EN && scan_is(s, k, "by")) &&
        !(s->lang == LANG_EN && scan_is(s, k, "before")))
        return behind;
    if (scan_key(s, k, TAG_AND, &behind) &&
        (s->lang == LANG_HI || scan_key_before(s, i, TAG_BETWEEN) ||
         scan_key_before(s, scan_key_before(s, i, TAG_ARTICLE) && i ? i - 1 : i,
                         TAG_BETWEEN)))
        return behind;
    return 0;
}

/* "between now and 15 November": a range alone, no day. */
size_t
rule_now(const struct scan *s, size_t i, struct when_mark *m,
         size_t (*date)(const struct scan *, size_t, struct when_mark *))
{
    struct when_mark now = {.when = {.unit = WHEN_DAY}};
    size_t k, behind;

    if (!scan_key(s, i, TAG_NOW, &k) ||
        !(scan_key_before(s, i, TAG_BETWEEN) ||
          cue_before(s->lx, s->r, i, NULL) & CUE(SINCE)))
        return 0;
    behind = rule_until(s, i, k, &now, date);
    if (!now.is_range)
        return 0;
    *m = now;
    return behind;
}

/* How much of a date is said: two ends must say alike. */
enum shape {
    SHAPE_OF_NONE,
    OF_DAY,
    OF_MONTH,
    OF_YEAR,
    OF_WEEKDAY,
    OF_NOW,
    OF_PART
};

static enum shape
shape_of(const struct when *w)
{
    if (w->part >= WHEN_SPRING && w->part != WHEN_QUARTER && w->date.year)
        return OF_PART;
    if (w->nth && w->weekday)
        return OF_DAY;
    if (w->span || w->nth || w->counted || w->part)
        return SHAPE_OF_NONE;
    if (w->date.day && w->date.month)
        return OF_DAY;
    if (w->date.month)
        return OF_MONTH;
    if (w->date.year)
        return OF_YEAR;
    if (w->weekday && (!w->unit || w->unit == WHEN_WEEK))
        return OF_WEEKDAY;
    return w->unit == WHEN_DAY ? OF_NOW : SHAPE_OF_NONE;
}

/* A year that one end says is the other's too. */
static void
share_year(struct when *a, struct when *b)
{
    bool turn = a->date.month > b->date.month ||
                (a->date.month == b->date.month && a->date.day > b->date.day);

    if (a->calendar != b->calendar || a->unit || b->unit)
        return;
    if (b->date.year && !a->date.year && b->date.month)
        a->date.year = (int16_t)(b->date.year - turn);
    else if (a->date.year && !b->date.year)
        b->date.year = (int16_t)(a->date.year + turn);
}

size_t
rule_until(const struct scan *s, size_t i, size_t k, struct when_mark *m,
           size_t (*date)(const struct scan *, size_t, struct when_mark *))
{
    enum shape shape = shape_of(&m->when);
    struct when_mark end = {0};
    struct when first;
    size_t next, behind, most;

    if (!shape || m->is_range || scan_key(s, k, TAG_OR_LATER, NULL))
        return k;
    next = skip_to(s, i, k);
    if (!next)
        return k;
    behind = date(s, next, &end);
    if (scan_key(s, next, TAG_NOW, &most) && most >= behind) {
        /* "from March to date", "between August and now" */
        end = (struct when_mark){.when = {.unit = WHEN_DAY}};
        behind = most;
    }
    for (most = 2; !behind && most && next < s->end; most--) {
        if (!(scan_cue(s, next, NULL) & (CUE(DAY_WORD) | CUE(OF))) &&
            !reading_sense(s->r, next, SENSE_FUNCTION))
            break;
        next++;
        end = (struct when_mark){0};
        behind = date(s, next, &end);
    }
    if (!behind && shape == OF_YEAR) {
        uint8_t calendar = 0;
        int year;

        if (scan_year(s, next, &calendar, &year) && calendar == 0 &&
            year > m->when.date.year) {
            end.when.date.year = (int16_t)year;
            behind = next + 1;
        }
    }
    if (!behind || end.is_range)
        return k;
    if (shape_of(&end.when) != shape) {
        /* from January 2019 to 2 May, from next Friday to 1 October: of
         * other kinds, but where words say that they are two ends */
        bool led = dash(scan_char(s, k))
                       ? false
                       : cue_before(s->lx, s->r, i, NULL) & CUE(SINCE) ||
                             scan_key_before(s, i, TAG_BETWEEN);

        if (!shape_of(&end.when) || shape == OF_PART ||
            shape_of(&end.when) == OF_PART ||
            !(led || shape_of(&end.when) == OF_NOW || shape == OF_NOW ||
              (end.when.date.year && !dash(scan_char(s, k)))))
            return k;
    } else if (shape == OF_YEAR && end.when.date.year <= m->when.date.year) {
        return k;
    }
    first = m->when;
    share_year(&first, &end.when);
    /* the same day in another calendar is no end */
    if (first.date.year && end.when.date.year && shape == OF_DAY &&
        !first.nth && !end.when.nth && shape_of(&end.when) == OF_DAY &&
        day_number(end.when.date) <= day_number(first.date))
        return k;
    /* "3 और 12 सितंबर के बीच", "मई तक": what Hindi says behind */
    if (s->lang == LANG_HI) {
        bool and = scan_key(s, next - 1, TAG_AND, NULL);

        most = behind;
        if (!scan_key(s, most, TAG_BETWEEN, &behind) && and)
            return k;
        if (!and&&scan_cue(s, most, &behind) & CUE(UNTIL))
            most = behind;
        behind = and? behind : most;
    }
    m->when = first;
    m->until = end.when;
    m->is_range = true;
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

size_t
when_open_before(const struct lexicon *lx, const struct reading *r, size_t word,
                 size_t least)
{
    struct scan s = {.lx = lx, .r = r, .begin = word, .end = word};
    size_t behind, skipped = 0;

    for (size_t n = 1; n <= MOST_OPEN_WORDS && n + least <= word; n++) {
        if (r->w.words[word - n + 1 < r->w.nwords ? word - n + 1 : word].shape &
            SHAPE_LINE)
            break;
        if ((scan_key(&s, word - n, TAG_SHIFT_AFTER, &behind) ||
             scan_key(&s, word - n, TAG_SHIFT_BEFORE, &behind)) &&
            behind + skipped == word &&
            !(r->w.words[word - n].lang == LANG_EN &&
              str_is(r->w.words[word - n].fold, "follows")))
            return word - n;
        /* "after the year 2020", "après le 5 mai" */
        if (n == 1 && utf8_count(r->w.words[word - 1].fold) <= 3 &&
            cue_at(lx, r, word - 1, NULL) & CUE(DAY_WORD))
            skipped = 1;
    }
    return word;
}
