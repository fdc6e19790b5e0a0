/*
 * when_nth.c - which of a month or a year: its nth weekday, week or day, the
 * week of a day, its beginning, middle and end.
 */
#include "lexicon/when_rules.h"

size_t
scan_whole(const struct scan *s, size_t i, bool this_one, struct when *w)
{
    struct when_mark m = {0};
    uint8_t calendar = 0, number = 0;
    uint64_t unit;
    bool clitic;
    int year;
    size_t k = rule_day_month(s, i, &m);

    if (k && !m.when.date.day) {
        *w = m.when;
        return k;
    }
    k = scan_month(s, i, &calendar, &number, &clitic);
    if (k && calendar == 0) {
        w->date.month = number;
        return k;
    }
    if (scan_year(s, i, &calendar, &year) && calendar == 0) {
        w->date.year = (int16_t)year;
        return scan_cue(s, i + 1, &k) & CUE(YEAR_AFTER) ? k : i + 1;
    }
    k = scan_year_words(s, i, &year);
    if (k) {
        w->date.year = (int16_t)year;
        return k;
    }
    m = (struct when_mark){0};
    k = rule_relative(s, i, &m);
    if (k && !m.when.counted && m.when.unit >= WHEN_MONTH) {
        *w = m.when;
        return k;
    }
    if (k || !this_one)
        return 0;
    unit = scan_cue(s, i, &k) & (CUE(MONTH) | CUE(YEAR));
    if (!unit)
        return 0;
    w->unit = unit & CUE(MONTH) ? WHEN_MONTH : WHEN_YEAR;
    return k;
}

static uint8_t
part_of_unit(uint64_t unit)
{
    return unit & CUE(MONTH)  ? WHEN_MONTHS_OF
           : unit & CUE(WEEK) ? WHEN_WEEKS_OF
           : unit & CUE(DAY)  ? WHEN_DAYS_OF
                              : WHEN_WHOLE;
}

/* "the first six months of 2021", "die ersten zehn Tage im Mai". */
static size_t
first_of(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    struct when w = {0};
    uint8_t part;
    int n, count;
    bool last;

    k = scan_nth(s, i, &n);
    last = k == 0;
    if (last && !(scan_cue(s, i, &k) & CUE(LAST)) &&
        !scan_key(s, i, TAG_PAST_SPAN, &k))
        return 0;
    if (!last && (n != 1 || scan_word(s, i)->kind == WORD_NUMBER))
        return 0;
    k = scan_small(s, k, &count);
    if (!k || count < 2 || count > 60)
        return 0;
    part = part_of_unit(scan_cue(s, k, &behind));
    of = part ? scan_skip(s, behind, 3) : behind;
    if (!part || of == behind)
        return 0;
    k = scan_whole(s, of, of > behind + 1, &w);
    if (!k || (part == WHEN_MONTHS_OF &&
               (count > 12 || w.date.month || w.unit == WHEN_MONTH)))
        return 0;
    w.part = part;
    w.nth = (int8_t)(last ? -count : count);
    m->when = w;
    return k;
}

/* Languages that number the weeks of a year in speech. */
static bool
counts_weeks(enum lang lang)
{
    return lang == LANG_NL || lang == LANG_DE || lang == LANG_SV ||
           lang == LANG_DA || lang == LANG_NO || lang == LANG_FI;
}

/* "en la semana 31" */
static bool
led_week(const struct scan *s, size_t i)
{
    if (s->lang == LANG_HI)
        return scan_is(s, i + 2, "में");
    return i > 0 &&
           (scan_before(s, i) & (CUE(DAY_WORD) | CUE(IN) | CUE(OF))) != 0;
}

/* "week 31", "semana 27 del año pasado": of a year, by ISO 8601. */
static size_t
week_number(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    struct when w = {0};
    int n;

    if (!(scan_cue(s, i, &k) & CUE(WEEK)) || k != i + 1 ||
        !scan_digits(s, k, &n) || n < 1 || n > 53 || scan_char(s, k) == '-')
        return 0;
    k++;
    of = scan_skip(s, k, 3);
    behind = scan_whole(s, of, false, &w);
    if (!behind || w.date.month || w.unit == WHEN_MONTH) {
        const struct word *next = scan_word(s, k);

        if (!s->lone && (!(counts_weeks(s->lang) ||
                           (s->lang != LANG_EN && led_week(s, i))) ||
                         (next && next->kind == WORD_NUMBER)))
            return 0;
        w = (struct when){.unit = WHEN_YEAR};
        behind = k;
    }
    w.part = WHEN_THE_WEEK;
    w.nth = (int8_t)n;
    m->when = w;
    return behind;
}

/*
 * "the first Monday of May", "letzte Woche im Oktober", "the third week of
 * 2018": what it is of must be a month or a year.
 */
static size_t
nth_of(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    struct when base = {0};
    uint8_t weekday = 0;
    uint64_t unit, phrase = 0;
    bool exact;
    int n = 0;

    k = scan_nth(s, i, &n);
    if (!k || scan_word(s, i)->kind == WORD_NUMBER) {
        if (k && k == i + 1)
            return 0; /* a plain number is no ordinal */
        if (!k && scan_cue(s, i, &behind) &
                      (CUE(LAST) | CUE(LAST_WEEK) | CUE(LAST_MONTH))) {
            n = -1;
            k = behind;
            phrase = scan_cue(s, i, NULL);
        }
    }
    if (!k || n == 0 || n > 53)
        return 0;
    behind = cue_weekday(s->lx, s->r, k, &weekday, &exact);
    unit = scan_cue(s, k, &of);
    if (phrase & (CUE(LAST_WEEK) | CUE(LAST_MONTH))) {
        /* "last week" is a phrase of its own */
        unit = phrase & CUE(LAST_WEEK) ? CUE(WEEK) : CUE(MONTH);
        of = k;
    }
    if (!behind && unit & (CUE(WEEK) | CUE(DAY) | CUE(MONTH)))
        behind = of;
    if (!behind || behind >= s->end)
        return 0;
    of = scan_skip(s, behind, 3);
    k = scan_whole(s, of, of > behind + 1, &base);
    if (!k)
        return 0;
    m->when = base;
    if (!weekday && unit & CUE(MONTH) && !(unit & CUE(WEEK))) {
        /* the third month of 2018 */
        if (n < 1 || n > 12 || m->when.date.month || m->when.unit == WHEN_MONTH)
            return 0;
        m->when.date.month = (uint8_t)n;
        return k;
    }
    m->when.nth = (int8_t)n;
    m->when.weekday = weekday;
    m->when.part = weekday            ? WHEN_WHOLE
                   : unit & CUE(WEEK) ? WHEN_THE_WEEK
                                      : WHEN_THE_DAY;
    if (m->when.part == WHEN_THE_DAY && n > 31)
        return 0;
    return k;
}

/* "the week of October 7", "la semaine du 6 octobre". */
static size_t
week_of(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    int day;

    if (!(scan_cue(s, i, &k) & CUE(WEEK)) || scan_is(s, i, "weeks"))
        return 0;
    if (scan_cue(s, k, &of) & CUE(SINCE))
        k = of; /* "the week starting 4 February" */
    of = scan_skip(s, k, 2);
    if (of == i + 1 || scan_char(s, k) == ',')
        return 0;
    behind = rule_day_month(s, of, m);
    if (!behind && (behind = scan_nth(s, of, &day)) != 0) {
        /* "the week of the 18th" */
        if (behind == of + 1 || day > 31)
            return 0;
        m->when.date.day = (uint8_t)day;
    }
    if (!behind || !m->when.date.day || m->is_range)
        return 0;
    m->when.part = WHEN_THE_WEEK;
    return behind;
}

/* Whether the unit is not of a month or year that was not read: "fin de mes
 * de mayo". */
static bool
nothing_of(const struct scan *s, size_t i)
{
    return !(scan_cue(s, i, NULL) & (CUE(OF) | CUE(IN))) ||
           scan_word(s, i)->shape & SHAPE_LINE || s->lang != LANG_ES;
}

/* "early March", "end of the month", "mid-2017", "au début de l'année",
 * "later this week". */
static size_t
edge(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of, from;
    uint64_t cue = scan_cue(s, i, &k) & CUE_EDGES, unit;
    struct when_mark inner = {0};
    bool later = false, earlier = false;

    if (!cue) {
        earlier = scan_key(s, i, TAG_EARLIER, &k);
        later = !earlier && scan_key(s, i, TAG_LATER, &k);
        if (!earlier && !later)
            return 0;
    }
    if (scan_char(s, k) == '-' && !scan_space(s, k))
        k++;
    if (s->lang == LANG_EN && scan_is(s, k, "as"))
        return 0; /* as early as October */
    from = k;
    of = scan_skip(s, k, 3);
    behind = 0;
    for (size_t p = k; cue && !behind && p <= of; p++)
        behind = scan_decade(s, p, true, &inner.when);
    if (!behind && cue)
        behind = scan_whole(s, of, false, &inner.when);
    if (!behind) {
        inner = (struct when_mark){0};
        behind = rule_relative(s, of, &inner);
        unit = 0;
        for (; !behind && !unit && from <= of; from++)
            if (from > i + 1)
                unit = scan_cue(s, from, &k) &
                       (CUE(MONTH) | CUE(YEAR) | CUE(WEEK));
        if (!behind && unit && nothing_of(s, k)) {
            /* the end of the month: this one */
            inner.when.unit = unit & CUE(WEEK)    ? WHEN_WEEK
                              : unit & CUE(MONTH) ? WHEN_MONTH
                                                  : WHEN_YEAR;
            behind = k;
        }
    }
    if (!behind || inner.when.counted || inner.when.unit == WHEN_DAY ||
        inner.when.weekday || (!cue && inner.when.unit < WHEN_WEEK))
        return 0;
    m->when = inner.when;
    if (cue)
        m->when.edge = cue & CUE(BEGINNING) ? WHEN_BEGINNING
                       : cue & CUE(MIDDLE)  ? WHEN_MIDDLE
                                            : WHEN_END;
    else if (inner.when.offset)
        m->when.edge = earlier ? WHEN_BEGINNING : WHEN_END;
    else
        m->when.edge = earlier ? WHEN_EARLIER : WHEN_LATER;
    return behind;
}

size_t
rule_nth(const struct scan *s, size_t i, struct when_mark *m)
{
    rule_of_day *const rules[] = {first_of, nth_of, week_number, week_of, edge};

    for (size_t k = 0; i < s->end && k < sizeof rules / sizeof *rules; k++) {
        struct when_mark try = *m;
        size_t behind = rules[k](s, i, &try);

        if (behind) {
            *m = try;
            return behind;
        }
    }
    return 0;
}
