/*
 * holiday.c - feasts to days. Easter after Butcher (1876) and, for the
 * Julian calendar, Meeus (Astronomical Algorithms, chapter 8); new moons
 * after chapter 49 of the same, good to some minutes; Chinese days by ICU.
 */
#include "lexicon/holiday.h"

#include "lexicon/day.h"

#include <math.h>
#include <unicode/ucal.h>

#define FIRST_YEAR 1583
#define LAST_YEAR  2200
#define LUNATION   29.530588861 /* days, the mean */

static int32_t
easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

    return day_number(
        (struct day){(int16_t)year, (uint8_t)(f / 31), (uint8_t)(f % 31 + 1)});
}

static int32_t
orthodox_easter(int year)
{
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int f = d + e + 114;
    int32_t julian = day_number(
        (struct day){(int16_t)year, (uint8_t)(f / 31), (uint8_t)(f % 31 + 1)});

    /* days that the Julian calendar lags behind */
    return julian + year / 100 - year / 400 - 2;
}

static int32_t
nth_weekday(int year, int which, int weekday, int month)
{
    struct day d = {(int16_t)year, (uint8_t)month, 1};
    int32_t n;

    if (which > 0) {
        n = day_number(d);
        return n + (weekday - day_weekday(d) + 7) % 7 + 7 * (which - 1);
    }
    d.day = (uint8_t)day_month_length(year, month);
    n = day_number(d);
    return n - (day_weekday(d) - weekday + 7) % 7;
}

/* The instant of a new moon, in days from 1970 on; k counts them from that
 * of 6 January 2000. */
static double
new_moon(double k)
{
    const double rad = acos(-1) / 180, t = k / 1236.85;
    double sun = (2.5534 + 29.10535670 * k) * rad;
    double moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * rad;
    double f = (160.7108 + 390.67050284 * k) * rad;
    double node = (124.7746 - 1.56375588 * k) * rad;

    return 2451550.09766 - 2440587.5 + LUNATION * k + 0.00015437 * t * t -
           0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) +
           0.01039 * sin(2 * f) + 0.00739 * sin(moon - sun) -
           0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun) -
           0.00111 * sin(moon - 2 * f) - 0.00057 * sin(moon + 2 * f) +
           0.00056 * sin(2 * moon + sun) - 0.00042 * sin(3 * moon) +
           0.00042 * sin(sun + 2 * f) + 0.00038 * sin(sun - 2 * f) -
           0.00024 * sin(2 * moon - sun) - 0.00017 * sin(node);
}

/* The first day from then on in whose evening in India (12:10 UTC) the last
 * lunar day before a new moon holds. */
static int32_t
moon_evening(int year, int month, int day)
{
    int32_t from =
        day_number((struct day){(int16_t)year, (uint8_t)month, (uint8_t)day});
    double k = floor((from - 10962) / LUNATION) - 1;
    int32_t evening;

    do {
        evening = (int32_t)floor(new_moon(k++) - (12 + 10 / 60.0) / 24);
    } while (evening < from);
    return evening;
}

static bool
chinese(int year, int month, int day, int32_t *number)
{
    static const UChar zone[] = {'A', 's', 'i', 'a', '/', 'S', 'h',
                                 'a', 'n', 'g', 'h', 'a', 'i', 0};
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *c =
        ucal_open(zone, -1, "en@calendar=chinese", UCAL_DEFAULT, &status);
    double ms;

    if (U_FAILURE(status))
        return false;
    ucal_clear(c);
    ucal_set(c, UCAL_EXTENDED_YEAR, year + 2637);
    ucal_set(c, UCAL_MONTH, month - 1);
    ucal_set(c, UCAL_IS_LEAP_MONTH, 0);
    ucal_set(c, UCAL_DATE, day);
    ms = ucal_getMillis(c, &status);
    ucal_close(c);
    *number = (int32_t)floor((ms + 8 * 3600000.0) / 86400000.0);
    return U_SUCCESS(status);
}

/* The first day of the calendar's that lies in the Gregorian year. */
static bool
of_calendar(enum calendar calendar, int year, int month, int day,
            int32_t *number)
{
    int own = day_calendar_year(calendar, (struct day){(int16_t)year, 1, 1});

    for (int i = 0; i < 3; i++) {
        *number = day_of_calendar(calendar, own + i, month, day);
        if (day_of_number(*number).year == year)
            return true;
    }
    return false;
}

static bool
first_day(uint32_t rule, int year, int32_t *n)
{
    int month = HOLIDAY_MONTH(rule), day = HOLIDAY_DAY(rule);

    switch (HOLIDAY_KIND(rule)) {
    case HOLIDAY_GREGORIAN:
        *n = day_number(
            (struct day){(int16_t)year, (uint8_t)month, (uint8_t)day});
        return true;
    case HOLIDAY_PERSIAN:
        return of_calendar(CALENDAR_PERSIAN, year, month, day, n);
    case HOLIDAY_HIJRI:
        return of_calendar(CALENDAR_HIJRI, year, month, day, n);
    case HOLIDAY_HEBREW:
        return of_calendar(CALENDAR_HEBREW, year, month, day, n);
    case HOLIDAY_CHINESE:
        return chinese(year, month, day, n);
    case HOLIDAY_EASTER:
        *n = easter(year);
        return true;
    case HOLIDAY_ORTHODOX:
        *n = orthodox_easter(year);
        return true;
    case HOLIDAY_NTH:
        *n = nth_weekday(year, day / 8, day % 8, month);
        return true;
    case HOLIDAY_MOON:
        *n = moon_evening(year, month, day);
        return true;
    default:
        return false;
    }
}

bool
holiday_days(uint32_t rule, int year, struct day *first, struct day *last)
{
    int32_t n;

    if (year < FIRST_YEAR || year > LAST_YEAR || !first_day(rule, year, &n))
        return false;
    n += HOLIDAY_OFFSET(rule);
    *first = day_of_number(n);
    *last = day_of_number(n + HOLIDAY_LENGTH(rule) - 1);
    return true;
}
