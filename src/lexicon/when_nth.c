/*
 * when_nth.c - which of a month or a year: its nth weekday, week or day, the
 * week of a day, its beginning, middle and end.
 */
#include "lexicon/when_rules.h"

/*
 * "the first Monday of May", "letzte Woche im Oktober", "the third week of
 * 2018": what it is of must be a month or a year.
 */
static size_t
nth_of(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    struct when_mark month = {0};
    uint8_t weekday = 0;
    uint64_t unit, unit_of, phrase = 0;
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
    k = rule_day_month(s, of, &month);
    if (!k || month.when.date.day) {
        uint8_t calendar = 0, number = 0;
        bool clitic;
        struct when_mark counted = {0};
        int year;

        month = (struct when_mark){0};
        k = scan_month(s, of, &calendar, &number, &clitic);
        if (k && calendar == 0) {
            month.when.date.month = number;
        } else if (scan_year(s, of, &calendar, &year) && calendar == 0) {
            month.when.date.year = (int16_t)year;
            k = of + 1;
        } else {
            k = rule_relative(s, of, &counted);
            if (!k && of > behind + 1) { /* of the month: this one */
                unit_of = scan_cue(s, of, &k) & (CUE(MONTH) | CUE(YEAR));
                if (!unit_of)
                    return 0;
                counted.when.unit =
                    unit_of & CUE(MONTH) ? WHEN_MONTH : WHEN_YEAR;
            }
            if (!k || counted.when.counted || counted.when.unit < WHEN_MONTH)
                return 0;
            month = counted;
        }
    }
    m->when = month.when;
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

    if (!(scan_cue(s, i, &k) & CUE(WEEK)))
        return 0;
    of = scan_skip(s, k, 2);
    if (of == k)
        return 0;
    behind = rule_day_month(s, of, m);
    if (!behind || !m->when.date.day || m->is_range)
        return 0;
    m->when.part = WHEN_THE_WEEK;
    return behind;
}

/* "early March", "end of the month", "mid-2017", "au début de l'année". */
static size_t
edge(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind, of;
    uint64_t cue = scan_cue(s, i, &k) & CUE_EDGES, unit;
    uint8_t calendar = 0, month = 0;
    struct when_mark inner = {0};
    bool clitic;
    int year;

    if (!cue)
        return 0;
    if (scan_char(s, k) == '-' && !scan_space(s, k))
        k++;
    if (s->lang == LANG_EN && scan_is(s, k, "as"))
        return 0; /* as early as October */
    of = scan_skip(s, k, 3);
    behind = rule_day_month(s, of, &inner);
    if (!behind || inner.when.date.day) {
        inner = (struct when_mark){0};
        behind = scan_month(s, of, &calendar, &month, &clitic);
        if (behind && calendar == 0) {
            inner.when.date.month = month;
        } else if (scan_year(s, of, &calendar, &year) && calendar == 0) {
            inner.when.date.year = (int16_t)year;
            behind = of + 1;
        } else {
            behind = rule_relative(s, of, &inner);
            unit = scan_cue(s, of, &k) & (CUE(MONTH) | CUE(YEAR) | CUE(WEEK));
            if (!behind && unit && of > i + 1) {
                /* the end of the month: this one */
                inner.when.unit = unit & CUE(WEEK)    ? WHEN_WEEK
                                  : unit & CUE(MONTH) ? WHEN_MONTH
                                                      : WHEN_YEAR;
                behind = k;
            }
        }
    }
    if (!behind || inner.when.counted || inner.when.unit == WHEN_DAY)
        return 0;
    m->when = inner.when;
    m->when.edge = cue & CUE(BEGINNING) ? 1 : cue & CUE(MIDDLE) ? 2 : 3;
    return behind;
}

size_t
rule_nth(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t (*const rules[])(const struct scan *, size_t,
                            struct when_mark *) = {nth_of, week_of, edge};

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
