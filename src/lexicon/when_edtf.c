/*
 * when_edtf.c - what is meant, as the Extended Date/Time Format (ISO 8601-2)
 * writes it.
 */
#include "lexicon/day.h"

#include <stdio.h>
#include <string.h>

#define YEARS_AWAY 4

static bool
whole(struct day d)
{
    return d.year > 0 && day_real(d);
}

bool
when_guessed(const struct when *w)
{
    return w->date.year == 0 && w->unit == WHEN_NONE && w->toward == 0 &&
           (w->date.month || w->date.day || w->weekday || w->holiday ||
            w->part >= WHEN_SPRING);
}

static bool
same(struct day a, struct day b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* One end, by its first or its last day; whole months and years are
 * written as such. */
static void
end_of(const struct when_days *d, bool last, char out[16])
{
    if (d->season)
        snprintf(out, 16, "%04d-%02d", d->first.year, d->season);
    else
        day_edtf(last ? d->last : d->first, out);
}

/* Whether a range of whole months or years is one, and which. */
static bool
in_one(const struct when_days *d, char out[40])
{
    struct day a = d->first, b = d->last;

    if (a.day != 1 || !whole(a) || !whole(b) ||
        b.day != day_month_length(b.year, b.month))
        return false;
    if (a.year == b.year && a.month == b.month)
        snprintf(out, 40, "%04d-%02d", a.year, a.month);
    else if (a.month != 1 || b.month != 12)
        snprintf(out, 40, "%04d-%02d/%04d-%02d", a.year, a.month, b.year,
                 b.month);
    else if (a.year == b.year)
        snprintf(out, 40, "%04d", a.year);
    else if (a.year % 100 == 0 && b.year == a.year + 99)
        snprintf(out, 40, "%02dXX", a.year / 100);
    else if (a.year % 10 == 0 && b.year == a.year + 9)
        snprintf(out, 40, "%03dX", a.year / 10);
    else
        snprintf(out, 40, "%04d/%04d", a.year, b.year);
    return true;
}

static bool
before(struct day a, struct day b)
{
    if (a.year != b.year)
        return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

static struct day
same_year(struct day d, struct day as)
{
    d.year = as.year;
    return d;
}

/* The first and the last day of a month, or the day itself. */
static struct day
edge_day(struct day d, bool last)
{
    if (d.day == 0)
        d.day = last ? (uint8_t)day_month_length(d.year, d.month) : 1;
    return d;
}

static bool
yearless(const struct when *w)
{
    return w->date.month && !w->date.year && !w->unit && !w->calendar &&
           !w->edge && !w->nth && !w->part && !w->holiday && !w->weekday &&
           !w->toward && !w->plus_days && !w->plus_months;
}

/*
 * Two ends without a year ("from May to September"): the years that put the
 * range around the anchor, else nearest to it on the side of the tense.
 */
static bool
open_years(const struct when *w, const struct when *until, struct day anchor,
           int tense, struct when_days *a, struct when_days *b)
{
    struct day first = w->date, last = until->date;
    int64_t least = INT64_MAX;
    int32_t at;

    if (!whole(anchor) || !yearless(w) || !yearless(until))
        return false;
    at = day_number(anchor);
    /* 29 February lies up to four years away */
    for (int i = -YEARS_AWAY; i <= YEARS_AWAY; i++) {
        struct day f, l;
        int64_t off;

        f = w->date;
        l = until->date;
        f.year = (int16_t)(anchor.year + i);
        l.year = (int16_t)(f.year + (l.month < f.month ||
                                     (l.month == f.month && l.day < f.day)));
        f = edge_day(f, false);
        l = edge_day(l, true);
        if (!day_real(f) || !day_real(l))
            continue;
        off = day_number(f) > at   ? day_number(f) - at
              : day_number(l) < at ? at - day_number(l)
                                   : 0;
        if ((tense > 0 && day_number(l) < at) ||
            (tense < 0 && day_number(f) > at))
            off += 400; /* only where there is no other about as near */
        if (off < least) {
            least = off;
            first = f;
            last = l;
        }
    }
    if (least == INT64_MAX)
        return false;
    a->first = (struct day){first.year, first.month, w->date.day};
    b->last = (struct day){last.year, last.month, until->date.day};
    return true;
}

const char *
when_edtf(const struct when *w, const struct when *until, struct day anchor,
          int tense, char out[40])
{
    struct when_days a, b;
    char first[16], last[16];

    when_days(w, anchor, tense, &a);
    b = a;
    if (until && open_years(w, until, anchor, tense, &a, &b)) {
        /* settled */
    } else if (until) {
        when_days(until, anchor, tense, &b);
        /* from Friday to Monday, November to February: the end lies ahead,
         * of months by less than a year */
        if (whole(a.first) && whole(b.last) && until->date.year == 0 &&
            !until->unit && day_number(b.last) < day_number(a.first))
            when_days(until, a.first, 1, &b);
    }
    if (!until && !a.season && same(a.first, a.last) == false &&
        in_one(&a, out))
        return out;
    /* "from August to February of next year": the first end lies before */
    if (until && yearless(w) && !yearless(until) && a.first.year &&
        b.last.year && before(b.last, a.first))
        a.first.year =
            (int16_t)(b.last.year - before(b.last, same_year(a.first, b.last)));
    end_of(&a, false, first);
    end_of(&b, true, last);
    if (strcmp(first, last) == 0 || !last[0] || !first[0])
        snprintf(out, 40, "%s", first);
    else
        snprintf(out, 40, "%s/%s", first, last);
    return out;
}
