/*
 * series.c - counts that go on: a toll that grew between two pages is no
 * contradiction.
 *
 * Days apart, a count of people's fate is a later one. Within a day or two the
 * words must say so: the later page that the count rose, or the one before
 * that it is the count so far. Where pages tell their hour, hours count too.
 */
#include "brief/inside.h"

#include <stdlib.h>

/* Days between two pages after which another count of killed, missing or
 * rescued is a later one, no denial of the first. */
#define UPDATE_DAYS 2

bool
series_goes_on(const struct tale *t, const struct reading_of *r)
{
    const struct article *a = t->set->articles[r->article];
    size_t first, end;

    reading_senses(t, r, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct sense *m = &a->read.senses[i];
        str key;

        if (m->kind != SENSE_CONCEPT)
            continue;
        key = lexicon_key(t->lx, m->id);
        if (str_is(key, "rise-to") || str_is(key, "so-far") ||
            str_is(key, "death-toll"))
            return true;
    }
    return false;
}

static bool
two_digits(str s, size_t at, int *out)
{
    if (at + 2 > s.n || s.s[at] < '0' || s.s[at] > '9' || s.s[at + 1] < '0' ||
        s.s[at + 1] > '9')
        return false;
    *out = (s.s[at] - '0') * 10 + s.s[at + 1] - '0';
    return true;
}

/* Minutes of the day, UTC, that a page tells it was published at ("…T06:50",
 * "+03:00" behind): may be below 0 or above 1440; INT32_MIN: not told. */
static int32_t
minute_of(str published)
{
    int hour, minute, off_hour = 0, off_minute = 0, sign = 0;

    if (published.n < 16 ||
        (published.s[10] != 'T' && published.s[10] != ' ') ||
        !two_digits(published, 11, &hour) ||
        !two_digits(published, 14, &minute))
        return INT32_MIN;
    for (size_t i = 16; i < published.n && sign == 0; i++)
        if (published.s[i] == '+' || published.s[i] == '-') {
            sign = published.s[i] == '+' ? 1 : -1;
            if (!two_digits(published, i + 1, &off_hour))
                sign = 0;
            else if (!two_digits(published, i + 3, &off_minute))
                (void)two_digits(published, i + 4, &off_minute);
        }
    return hour * 60 + minute - sign * (off_hour * 60 + off_minute);
}

/* Whether a page came out after another one; by the hour where both tell. */
static bool
comes_after(const struct tale *t, uint32_t later, uint32_t before, int32_t days)
{
    int32_t a = minute_of(t->set->articles[later]->published);
    int32_t b = minute_of(t->set->articles[before]->published);

    if (a == INT32_MIN || b == INT32_MIN)
        return days > 0;
    return days * 1440 + a - b > 0;
}

bool
series_updates(const struct tale *t, const struct reading_of *later,
               const struct reading_of *before)
{
    const struct quantity_mark *x = reading_mark(t, before);
    const struct quantity_mark *y = reading_mark(t, later);
    struct day from = t->day[before->article], to = t->day[later->article];
    int32_t days;

    if (later->article == before->article) { /* what one page tells in turn */
        from = figures_day(t, before);
        to = figures_day(t, later);
        return from.day && to.day && day_number(to) > day_number(from) &&
               y->min > x->min && rivals_told(t, before, later);
    }
    if (!from.year || !to.year || !from.day || !to.day)
        return false;
    days = day_number(to) - day_number(from);
    if (days >= UPDATE_DAYS && y->state)
        return true;
    /* a rate that rose is another rate; a count that rose goes on */
    return comes_after(t, later->article, before->article, days) && !y->unit &&
           y->min > x->min &&
           (series_goes_on(t, later) ||
            (y->state && series_goes_on(t, before)));
}
