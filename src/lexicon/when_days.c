/*
 * when_days.c - from which day to which: weeks, seasons, quarters, decades,
 * the last so many units, the nth weekday of a month.
 */
#include "lexicon/day.h"

static bool
whole(struct day d)
{
    return d.year > 0 && day_real(d);
}

static struct day
plus_days(struct day d, int32_t days)
{
    return day_of_number(day_number(d) + days);
}

/* The first of the month so many months on. */
static struct day
plus_months(struct day d, int months)
{
    int m = d.year * 12 + d.month - 1 + months;

    if (m < 12)
        return (struct day){0, 0, 0};
    return (struct day){(int16_t)(m / 12), (uint8_t)(m % 12 + 1), 1};
}

static struct day
month_last(struct day first)
{
    first.day = (uint8_t)day_month_length(first.year, first.month);
    return first;
}

static struct day
monday_of(struct day d)
{
    return plus_days(d, 1 - day_weekday(d));
}

static void
put(struct when_days *out, struct day first, struct day last)
{
    out->first = first;
    out->last = last;
}

/* All days of what is said as far as a month or a year. */
static void
spread(struct when_days *out, struct day d)
{
    put(out, d, d);
    if (d.year == 0 || d.day)
        return;
    if (d.month) {
        d.day = 1;
        put(out, d, month_last(d));
    } else {
        put(out, (struct day){d.year, 1, 1}, (struct day){d.year, 12, 31});
    }
}

/* ---- counted from the anchor ----------------------------------------------
 */

/* "three weeks ago", "in two months": the day itself. */
static void
counted(const struct when *w, struct day a, struct when_days *out)
{
    struct day d = a;
    int months = w->unit == WHEN_YEAR ? 12 * w->offset : w->offset;

    if (w->unit == WHEN_WEEK) {
        d = plus_days(a, 7 * (int32_t)w->offset);
    } else if (w->unit >= WHEN_MONTH) {
        d = plus_months(a, months);
        if (d.year) {
            struct day last = month_last(d);

            d.day = a.day < last.day ? a.day : last.day;
        }
    } else {
        d = plus_days(a, w->offset);
    }
    out->about = w->unit > WHEN_DAY;
    put(out, d, d);
}

/* "the last three weeks": up to the anchor's unit, which is left out. */
static void
spanned(const struct when *w, struct day a, struct when_days *out)
{
    int n = w->span < 0 ? -w->span : w->span;
    bool back = w->span < 0;
    struct day from;

    switch (w->unit) {
    case WHEN_DAY:
        from = plus_days(a, back ? -n : 1);
        put(out, from, plus_days(from, n - 1));
        break;
    case WHEN_WEEK:
        from = plus_days(monday_of(a), back ? -7 * n : 7);
        put(out, from, plus_days(from, 7 * n - 1));
        break;
    case WHEN_MONTH:
        from = plus_months(a, back ? -n : 1);
        put(out, from, month_last(plus_months(from, n - 1)));
        break;
    default:
        if (w->part == WHEN_QUARTER) {
            a.month = (uint8_t)((a.month - 1) / 3 * 3 + 1);
            from = plus_months(a, back ? -3 * n : 3);
            put(out, from, month_last(plus_months(from, 3 * n - 1)));
            break;
        }
        from = (struct day){(int16_t)(a.year + (back ? -n : 1)), 1, 1};
        put(out, from, (struct day){(int16_t)(from.year + n - 1), 12, 31});
    }
}

/* ---- parts of a year --------------------------------------------------------
 */

/* The year that a part lies in: said, counted, or by nearness of the part
 * whose middle month is `middle`. */
static int
year_of(const struct when *w, struct day a, int tense, int middle)
{
    int toward = w->toward ? w->toward : tense, here;

    if (w->date.year)
        return w->date.year;
    if (!whole(a))
        return 0;
    if (w->unit == WHEN_YEAR && (w->offset || w->part != WHEN_WINTER))
        return a.year + w->offset;
    /* in January and February this winter is that of the year before */
    if (w->part == WHEN_WINTER && a.month <= 2 && toward <= 0 && !w->toward)
        return a.year - 1;
    if (w->unit == WHEN_YEAR)
        return a.year;
    here = middle - a.month; /* months ahead within this year */
    if (toward < 0)
        return here >= -1 ? a.year - 1 : a.year;
    if (toward > 0)
        return here > 1 ? a.year : a.year + 1;
    return a.year;
}

static void
part_of_year(const struct when *w, struct day a, int tense,
             struct when_days *out)
{
    struct day from;
    int year, month, months = 3;

    if (w->part >= WHEN_SPRING && w->part <= WHEN_WINTER) {
        year = year_of(w, a, tense, 4 + 3 * (w->part - WHEN_SPRING));
        out->season = w->part;
        out->first = out->last = (struct day){(int16_t)year, 0, 0};
        return;
    }
    if (w->part == WHEN_QUARTER) {
        if (!whole(a))
            return;
        a.month = (uint8_t)((a.month - 1) / 3 * 3 + 1);
        from = plus_months(a, 3 * w->offset);
    } else {
        months = w->part >= WHEN_H1 ? 6 : 3;
        month = w->part >= WHEN_H1 ? 1 + 6 * (w->part - WHEN_H1)
                                   : 1 + 3 * (w->part - WHEN_Q1);
        year = w->date.year ? w->date.year
               : !whole(a)  ? 0
               : w->unit == WHEN_YEAR
                   ? a.year + w->offset
                   : a.year - (w->toward < 0 && month > a.month);
        from = (struct day){(int16_t)year, (uint8_t)month, 1};
    }
    if (from.year)
        put(out, from, month_last(plus_months(from, months - 1)));
}

static void
years(const struct when *w, struct day a, struct when_days *out)
{
    int n = w->part == WHEN_DECADE ? 10 : 100, from = w->date.year;
    int many = w->span > 1 ? w->span : 1;

    if (!from && whole(a))
        from = (a.year / n + w->offset) * n;
    if (from)
        put(out, (struct day){(int16_t)from, 1, 1},
            (struct day){(int16_t)(from + many * n - 1), 12, 31});
}

/* ---- weeks ------------------------------------------------------------------
 */

/* The nth day, weekday, or the nth week (that has its Thursday there), of the
 * month or year from first to last. */
static void
nth_of(const struct when *w, struct when_days *out)
{
    /* the weeks of a year are ISO's; those of a month begin in it, but the
     * last has its Thursday there */
    bool month = w->date.month || w->unit == WHEN_MONTH;
    int n = w->nth < 0 ? -w->nth : w->nth;
    uint8_t weekday = w->weekday ? w->weekday : month && w->nth > 0 ? 1 : 4;
    struct day d;

    if (!whole(out->first))
        return;
    if (w->part == WHEN_THE_DAY) {
        d = w->nth > 0 ? plus_days(out->first, w->nth - 1)
                       : plus_days(out->last, w->nth + 1);
        put(out, d, d);
        return;
    }
    if (w->part == WHEN_DAYS_OF) {
        if (w->nth > 0)
            put(out, out->first, plus_days(out->first, n - 1));
        else
            put(out, plus_days(out->last, 1 - n), out->last);
        return;
    }
    if (w->part == WHEN_MONTHS_OF) {
        if (w->nth > 0)
            put(out, out->first, month_last(plus_months(out->first, n - 1)));
        else
            put(out, plus_months(out->last, 1 - n), out->last);
        return;
    }
    if (w->nth > 0 && w->part != WHEN_WEEKS_OF) {
        int ahead = (weekday - day_weekday(out->first) + 7) % 7;

        d = plus_days(out->first, ahead + 7 * (w->nth - 1));
    } else if (w->nth > 0) {
        d = plus_days(out->first, (weekday - day_weekday(out->first) + 7) % 7);
    } else {
        int back = (day_weekday(out->last) - weekday + 7) % 7;

        d = plus_days(out->last, -back - 7 * (-w->nth - 1));
    }
    put(out, d, d);
    if (w->part == WHEN_WEEKS_OF)
        put(out, monday_of(d), plus_days(monday_of(d), 7 * n - 1));
    else if (!w->weekday)
        put(out, monday_of(d), plus_days(monday_of(d), 6));
}

static void
weekend(const struct when *w, struct day a, int tense, struct when_days *out)
{
    struct day saturday;
    int toward = w->toward ? w->toward : tense;

    if (!whole(a))
        return;
    saturday = plus_days(monday_of(a), 5 + 7 * (int32_t)w->offset);
    if (w->unit != WHEN_WEEK && toward < 0 && day_weekday(a) < 6)
        saturday = plus_days(saturday, -7);
    put(out, saturday, plus_days(saturday, 1));
}

/* Of a decade the first four years, the next three, the last three; of a
 * century thirds; halves are halves. */
static void
edge_of_years(const struct when *w, struct day *a, struct day *b)
{
    int n = w->part == WHEN_DECADE ? 10 : 100, from = a->year;
    int first = (n + 2) / 3, half = n / 2, last = n / 3;

    switch (w->edge) {
    case WHEN_BEGINNING:
        b->year = (int16_t)(from + first - 1);
        break;
    case WHEN_MIDDLE:
        a->year = (int16_t)(from + first);
        b->year = (int16_t)(from + n - last - 1);
        break;
    case WHEN_END:
        a->year = (int16_t)(from + n - last);
        break;
    case WHEN_FORMER:
        b->year = (int16_t)(from + half - 1);
        break;
    default:
        a->year = (int16_t)(from + half);
    }
}

/* The beginning, middle or end of a month, a year or a week: thirds, by
 * custom. */
static void
edge_of(const struct when *w, struct day anchor, struct when_days *out)
{
    struct day a = out->first, b = out->last;

    if (!whole(a) || !whole(b))
        return;
    if (w->edge == WHEN_EARLIER || w->edge == WHEN_LATER) {
        if (!whole(anchor) || day_number(anchor) < day_number(a) ||
            day_number(anchor) > day_number(b))
            return;
        if (w->edge == WHEN_EARLIER)
            b = anchor;
        else
            a = anchor;
    } else if (w->unit == WHEN_WEEK) {
        a = w->edge == 3 ? plus_days(a, 4) : w->edge == 2 ? plus_days(a, 2) : a;
        b = w->edge == 3 ? b : plus_days(a, w->edge == 1 ? 2 : 1);
    } else if (w->part == WHEN_DECADE || w->part == WHEN_CENTURY) {
        edge_of_years(w, &a, &b);
    } else if (w->edge >= WHEN_FORMER) {
        if (a.year != b.year || a.month != b.month)
            return;
        a.day = w->edge == WHEN_FORMER ? 1 : 16;
        b.day = w->edge == WHEN_FORMER ? 15 : b.day;
    } else if (a.year == b.year && a.month == b.month && a.day != b.day) {
        a.day = w->edge == 1 ? 1 : w->edge == 2 ? 11 : 21;
        b.day = w->edge == 1 ? 10 : w->edge == 2 ? 20 : b.day;
    } else if (a.year == b.year && b.month == 12 && a.month == 1) {
        a = (struct day){a.year, w->edge == 1 ? 1 : w->edge == 2 ? 5 : 9, 1};
        b = month_last((struct day){a.year,
                                    w->edge == 1   ? 3
                                    : w->edge == 2 ? 8
                                                   : 12,
                                    1});
    } else {
        return;
    }
    out->about = true;
    put(out, a, b);
}

/* ---- all of them
 * ------------------------------------------------------------- */

/* "two days after Easter". What is a season or a month cannot be moved by
 * days: it is left out. */
static void
shifted(const struct when *w, struct day anchor, int tense,
        struct when_days *out)
{
    struct when plain = *w;
    int32_t length;

    plain.plus_months = plain.plus_days = 0;
    when_days(&plain, anchor, tense, out);
    if (!whole(out->first) || !whole(out->last) || out->season) {
        *out = (struct when_days){0};
        return;
    }
    length = day_number(out->last) - day_number(out->first);
    if (w->plus_months) {
        struct when months = {.unit = WHEN_MONTH, .offset = w->plus_months};

        counted(&months, out->first, out);
    }
    if (!whole(out->first))
        return;
    out->first = plus_days(out->first, w->plus_days);
    out->last = plus_days(out->first, length);
    out->about |= w->counted && w->plus_days == 0;
}

void
when_days(const struct when *w, struct day anchor, int tense,
          struct when_days *out)
{
    struct when plain = *w;
    struct day d;

    *out = (struct when_days){0};
    if (w->plus_months || w->plus_days) {
        shifted(w, anchor, tense, out);
    } else if (w->holiday) {
        out->first = when_feast(w, anchor, tense, &out->last);
    } else if (w->part == WHEN_WEEKEND) {
        weekend(w, anchor, tense, out);
    } else if (w->span && w->part != WHEN_DECADE) {
        if (whole(anchor))
            spanned(w, anchor, out);
    } else if (w->part == WHEN_DECADE || w->part == WHEN_CENTURY) {
        years(w, anchor, out);
    } else if (w->part >= WHEN_SPRING) {
        part_of_year(w, anchor, tense, out);
    } else if (w->counted && whole(anchor)) {
        counted(w, anchor, out);
    } else if (w->nth) {
        plain.nth = 0;
        plain.weekday = 0;
        plain.part = WHEN_WHOLE;
        d = when_resolve(&plain, anchor, tense);
        spread(out, d);
        nth_of(w, out);
    } else if (w->unit == WHEN_WEEK && !w->weekday && whole(anchor)) {
        d = plus_days(monday_of(anchor), 7 * (int32_t)w->offset);
        put(out, d, plus_days(d, 6));
    } else {
        plain.part = WHEN_WHOLE;
        d = when_resolve(&plain, anchor, tense);
        put(out, d, d);
        if (w->edge && w->unit != WHEN_WEEK)
            spread(out, d);
        if (w->part == WHEN_THE_WEEK && whole(d))
            put(out, monday_of(d), plus_days(monday_of(d), 6));
    }
    if (w->edge)
        edge_of(w, anchor, out);
}
