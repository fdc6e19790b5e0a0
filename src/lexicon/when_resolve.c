/*
 * when_resolve.c - partial date and anchor to the day that is meant.
 */
#include "lexicon/day.h"
#include "lexicon/holiday.h"

#include <stdlib.h>

/*
 * How many days a day without its year or month may lie on the wrong side
 * of the anchor before the tense of its sentence overrules nearness: "said
 * the meeting of 26 July will …" has both tenses. By the cases of
 * corpus/dev, 2026-11.
 */
#define NEAR_DAYS       75
#define NEAR_MONTH_DAYS 12
/* A month alone of unknown tense lies behind rather than ahead: news tells
 * what was. So many months ahead at most. */
#define MONTHS_AHEAD 3
#define MOST_MONTHS  6 /* away that "Friday 13" may be */
/* A day without year of unknown tense is one of this year: another one would
 * be told, where it is not near. So many times as far it seems; own stories,
 * 2026-11. */
#define OTHER_YEAR 2

static bool
whole(struct day d)
{
    return d.year > 0 && day_real(d);
}

static struct day
move_months(struct day d, int months)
{
    int m = d.year * 12 + d.month - 1 + months;

    return (struct day){(int16_t)(m / 12), (uint8_t)(m % 12 + 1), 0};
}

/* The best of some days: the nearest, unless the tense says otherwise and
 * it lies more than `slack` on the wrong side; where no tense is known, and
 * `this_year`, one of the anchor's year. */
static struct day
pick(const struct day *days, size_t n, struct day anchor, int tense, int slack,
     bool this_year)
{
    int32_t at = day_number(anchor);
    struct day best = days[0];
    int64_t least = INT64_MAX;

    for (size_t i = 0; i < n; i++) {
        int64_t off = (int64_t)day_number(days[i]) - at;
        int64_t cost = llabs(off);

        if (off * (tense > 1 ? 1 : tense) < (tense > 1 ? 0 : -slack))
            cost += 1000000; /* only where there is no other */
        if (this_year && tense == 0 && days[i].year != anchor.year &&
            cost > slack)
            cost *= OTHER_YEAR;
        if (cost < least) {
            least = cost;
            best = days[i];
        }
    }
    return best;
}

/* ---- relative ------------------------------------------------------------ */

static struct day
week_of(struct day anchor, int offset, uint8_t weekday)
{
    int32_t monday =
        day_number(anchor) - (day_weekday(anchor) - 1) + 7 * (int32_t)offset;
    struct day first = day_of_number(monday), last;

    if (weekday)
        return day_of_number(monday + weekday - 1);
    /* as much as the whole week has in common */
    last = day_of_number(monday + 6);
    if (first.year != last.year)
        return (struct day){0, 0, 0};
    if (first.month != last.month)
        return (struct day){first.year, 0, 0};
    return (struct day){first.year, first.month, 0};
}

static struct day
relative(const struct when *w, struct day anchor)
{
    struct day d;

    switch (w->unit) {
    case WHEN_DAY:
        d = day_of_number(day_number(anchor) + w->offset);
        /* "today, Sunday" on a page of Monday: the weekday is right */
        if (w->weekday && day_weekday(d) != w->weekday)
            for (int i = -3; i <= 3; i++) {
                struct day near = day_of_number(day_number(d) + i);

                if (day_weekday(near) == w->weekday)
                    return near;
            }
        return d;
    case WHEN_WEEK:
        if (w->offset < -1 || w->offset > 1) {
            /* "two weeks ago": about a day, as good as its month */
            d = day_of_number(day_number(anchor) + 7 * (int32_t)w->offset);
            d.day = 0;
            return d;
        }
        return week_of(anchor, w->offset, w->weekday);
    case WHEN_MONTH:
        d = move_months(anchor, w->offset);
        d.day = w->date.day;
        return d;
    default:
        return (struct day){(int16_t)(anchor.year + w->offset), w->date.month,
                            w->date.day};
    }
}

/* ---- what is open ----------------------------------------------------------
 */

static struct day
weekday_near(uint8_t weekday, struct day anchor, int toward, int tense)
{
    int32_t at = day_number(anchor);
    int back = (day_weekday(anchor) - weekday + 7) % 7; /* 0 to 6 days ago */

    if (toward < 0)
        return day_of_number(at - (back ? back : 7));
    if (toward > 0 || tense > 1)
        return day_of_number(at - back + 7);
    if (tense < 0 || (tense == 0 && back <= 3))
        return day_of_number(at - back);
    return day_of_number(back ? at - back + 7 : at);
}

/* A day of the month, its month open. */
static struct day
day_near(const struct when *w, struct day anchor, int tense)
{
    struct day days[3];
    size_t n = 0;

    for (int i = -1; i <= 1; i++) {
        struct day d = move_months(anchor, i);

        d.day = w->date.day;
        if (!day_real(d))
            continue;
        if (w->weekday && day_weekday(d) != w->weekday)
            continue;
        days[n++] = d;
    }
    /* further away only the weekday can tell the month */
    for (int i = 2; n == 0 && w->weekday && i <= MOST_MONTHS; i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            struct day d = move_months(anchor, sign * i);

            d.day = w->date.day;
            if (day_real(d) && day_weekday(d) == w->weekday)
                days[n++] = d;
        }
    }
    if (n == 0)
        return (struct day){anchor.year, anchor.month, w->date.day};
    return pick(days, n, anchor, tense, NEAR_MONTH_DAYS, false);
}

/* A day and month of any calendar, the year open. */
static struct day
year_near(const struct when *w, struct day anchor, int tense, int slack)
{
    struct day days[3];
    size_t n = 0;
    int year = day_calendar_year((enum calendar)w->calendar, anchor);

    for (int i = -1; i <= 1; i++) {
        struct day d = {(int16_t)(year + i), w->date.month, w->date.day};

        if (w->calendar != CALENDAR_GREGORIAN)
            d = day_of_number(day_of_calendar((enum calendar)w->calendar,
                                              year + i, w->date.month,
                                              w->date.day));
        if (!day_real(d) || (w->weekday && day_weekday(d) != w->weekday))
            continue;
        days[n++] = d;
    }
    if (n == 0 && w->weekday) {
        /* day and weekday never agree: the day counts */
        struct when plain = *w;

        plain.weekday = 0;
        return year_near(&plain, anchor, tense, slack);
    }
    return n ? pick(days, n, anchor, tense, slack, true)
             : (struct day){0, w->date.month, w->date.day};
}

/* A month alone: the year by tense, unknown tense looks back. */
static struct day
month_near(const struct when *w, struct day anchor, int toward, int tense)
{
    struct day d = {anchor.year, w->date.month, 0};
    int ahead;

    if (w->calendar != CALENDAR_GREGORIAN) {
        struct when middle = *w;

        middle.date.day = 15;
        d = year_near(&middle, anchor, toward ? toward : tense, 31);
        d.day = 0;
        return d;
    }
    ahead = (w->date.month - anchor.month + 12) % 12; /* 0: this month */
    if (toward == 0)
        toward = tense;
    if (toward == 0)
        toward = ahead <= MONTHS_AHEAD ? 1 : -1;
    if (toward < 0)
        d.year = (int16_t)(anchor.year - (w->date.month > anchor.month));
    else
        d.year = (int16_t)(anchor.year + (w->date.month < anchor.month));
    return d;
}

/* The feast of the year said, counted, or by nearness and tense. */
struct day
when_feast(const struct when *w, struct day anchor, int tense, struct day *last)
{
    struct day days[3], ends[3], d = {0, 0, 0};
    int toward = w->toward ? w->toward : tense, year = w->date.year;
    size_t n = 0;

    *last = d;
    if (!year && whole(anchor) && w->unit == WHEN_YEAR)
        year = anchor.year + w->offset;
    if (year)
        return holiday_days(w->holiday, year, &d, last) ? d
                                                        : (struct day){0, 0, 0};
    for (int i = -1; i <= 1 && whole(anchor); i++)
        n += holiday_days(w->holiday, anchor.year + i, &days[n], &ends[n]);
    if (n == 0)
        return d;
    if (w->toward < 0) /* the last one is over */
        while (n > 1 && day_number(days[n - 1]) >= day_number(anchor))
            n--;
    d = w->toward < 0
            ? days[n - 1]
            : pick(days, n, anchor, toward, w->toward ? -1 : NEAR_DAYS, false);
    for (size_t i = 0; i < n; i++)
        if (day_number(days[i]) == day_number(d))
            *last = ends[i];
    return d;
}

/* What of a part of a year, a span or an nth weekday can be told as one
 * day, month or year. */
static struct day
in_common(const struct when *w, struct day anchor, int tense)
{
    struct when_days d;

    if (w->nth && w->part != WHEN_THE_WEEK &&
        (w->part < WHEN_DAYS_OF || w->part > WHEN_MONTHS_OF)) {
        when_days(w, anchor, tense, &d);
        return d.first;
    }
    if (w->span || w->part == WHEN_DECADE || w->part == WHEN_CENTURY)
        return (struct day){0, 0, 0};
    return w->part == WHEN_THE_WEEK ||
                   (w->part >= WHEN_DAYS_OF && w->part <= WHEN_MONTHS_OF)
               ? (struct day){w->date.year, w->date.month, 0}
               : (struct day){w->date.year, 0, 0};
}

struct day
when_resolve(const struct when *w, struct day anchor, int tense)
{
    struct day open = w->date, last;
    struct when_days days;

    if (w->plus_months || w->plus_days) {
        when_days(w, anchor, tense, &days);
        return days.first;
    }
    if (w->holiday) {
        open = when_feast(w, anchor, tense, &last);
        if (open.year && day_number(open) != day_number(last))
            open.day = 0;
        return open;
    }
    if (w->span || w->nth || w->part)
        return in_common(w, anchor, tense);

    if (w->calendar != CALENDAR_GREGORIAN)
        open = (struct day){0, 0, 0};
    if (w->date.year > 0 && w->unit == WHEN_NONE)
        return w->date;
    if (!whole(anchor))
        return w->unit == WHEN_NONE ? open : (struct day){0, 0, 0};
    if (w->unit != WHEN_NONE)
        return relative(w, anchor);
    if (w->date.month && w->date.day)
        return year_near(w, anchor, w->toward ? w->toward : tense,
                         w->toward ? 0 : NEAR_DAYS);
    if (w->date.month)
        return month_near(w, anchor, w->toward, tense);
    if (w->date.day)
        return day_near(w, anchor, w->toward ? w->toward : tense);
    if (w->weekday)
        return weekday_near(w->weekday, anchor, w->toward, tense);
    return w->date;
}
