/*
 * when_orders.c - days in orders that few write: the year first, with a word
 * or a sign between; the month as a number with a word; parts joined by one
 * sign in any order.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* "2015 წლის 14 აპრილს", "2020 yılı 3 Mart": the year and its word first. */
static size_t
year_word_first(const struct scan *s, size_t i, struct when_mark *m,
                rule_of_day *day_first)
{
    uint8_t calendar = CALENDAR_GREGORIAN;
    size_t k;
    int year;

    if (!scan_year(s, i, &calendar, &year) || calendar != CALENDAR_GREGORIAN ||
        !(scan_cue(s, i + 1, &k) & CUE(YEAR_AFTER)))
        return 0;
    k = day_first(s, k, m);
    if (!k || m->when.date.year || m->when.calendar)
        return 0;
    m->when.date.year = (int16_t)year;
    if (m->is_range)
        m->until.date.year = (int16_t)year;
    return day_real(m->when.date) ? k : 0;
}

/* "2020-Sep-23", "2020 September 23". */
static size_t
year_first(const struct scan *s, size_t i, struct when_mark *m)
{
    uint8_t calendar = CALENDAR_GREGORIAN, month;
    int year, day;
    bool clitic;
    size_t k;

    if (!scan_year(s, i, &calendar, &year) || calendar != CALENDAR_GREGORIAN)
        return 0;
    k = scan_of(s, i + 1, 1);
    k = scan_month(s, k, &calendar, &month, &clitic);
    if (!k || calendar != CALENDAR_GREGORIAN)
        return 0;
    i = k;
    k = scan_day(s, scan_of(s, k, 1), &day);
    if (k)
        return scan_put(&m->when, CALENDAR_GREGORIAN, year, month, day) ? k : 0;
    /* "in 2017 April": nothing more may follow */
    if (i < s->end && scan_word(s, i)->kind != WORD_MARK &&
        !reading_sense(s->r, i, SENSE_FUNCTION))
        return 0;
    m->when.date = (struct day){(int16_t)year, month, 0};
    return i;
}

/* "ngày 3 tháng 4 năm 2018", "tháng 4": Vietnamese numbers its months. */
static size_t
vietnamese(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, month, year = 0;
    size_t k = i, n;

    if (s->lang != LANG_VI)
        return 0;
    if (scan_is(s, k, "ngay"))
        k++;
    if (scan_is(s, k, "mong") || scan_is(s, k, "mung"))
        k++;
    n = scan_small(s, k, &day);
    if (n && day <= 31)
        k = n;
    else
        day = 0;
    if ((k > i && !day) || !scan_is(s, k, "thang") ||
        !(n = scan_small(s, k + 1, &month)) || month > 12)
        return 0;
    k = n;
    if (scan_is(s, k, "nam") &&
        scan_year(s, k + 1, &(uint8_t){CALENDAR_GREGORIAN}, &year))
        k += 2;
    else
        year = 0;
    if (!day && !year && !s->lone &&
        !(scan_before(s, i) & (CUE(IN) | CUE_EDGES)))
        return 0;
    return scan_put(&m->when, CALENDAR_GREGORIAN, year, month, day) ? k : 0;
}

/* One part of "23-2020-September": a day, a year or the name of a month. */
static bool
part_of_date(const struct scan *s, size_t i, struct day *d)
{
    uint8_t calendar = CALENDAR_GREGORIAN, month;
    bool exact;
    int v, year;
    size_t n = scan_digits(s, i, &v);

    if (n == 4 && !d->year && scan_year(s, i, &calendar, &year) &&
        calendar == CALENDAR_GREGORIAN)
        d->year = (int16_t)year;
    else if (n >= 1 && n <= 2 && !d->day && v >= 1 && v <= 31)
        d->day = (uint8_t)v;
    else if (n == 0 && !d->month && i < s->end &&
             cue_month(s->lx, s->r, i, &calendar, &month, &exact) == i + 1 &&
             calendar == CALENDAR_GREGORIAN)
        d->month = month;
    else
        return false;
    return true;
}

/* "2020/23/Sep", "Sep-23-2020", "08.Haziran.2014": a day, a year and the name
 * of a month in any order, joined by one sign. */
static size_t
joined(const struct scan *s, size_t i, struct when_mark *m)
{
    struct day d = {0, 0, 0};
    uint32_t sign = 0;
    size_t k = i;

    for (int part = 0; part < 3; part++) {
        if (k >= s->end || (k > i && scan_space(s, k)) ||
            !part_of_date(s, k, &d))
            return 0;
        k++;
        if (part == 2)
            break;
        if (part == 0) {
            sign = scan_char(s, k);
            if (sign != '-' && sign != '/' && sign != '.')
                return 0;
        }
        if (scan_char(s, k) != sign || scan_space(s, k))
            return 0;
        k++;
    }
    return d.day && d.month && d.year &&
                   scan_put(&m->when, CALENDAR_GREGORIAN, d.year, d.month,
                            d.day)
               ? k
               : 0;
}

size_t
rule_orders(const struct scan *s, size_t i, struct when_mark *m,
            rule_of_day *day_first)
{
    struct when_mark try = *m;
    size_t k = joined(s, i, &try);

    if (!k) {
        try = *m;
        k = year_first(s, i, &try);
    }
    if (!k) {
        try = *m;
        k = year_word_first(s, i, &try, day_first);
    }
    if (!k) {
        try = *m;
        k = vietnamese(s, i, &try);
    }
    if (k)
        *m = try;
    return k;
}
