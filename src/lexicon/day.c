/*
 * day.c - days as numbers, in four calendars.
 */
#include "lexicon/day.h"

#include <math.h>
#include <stdio.h>
#include <unicode/ucal.h>

#define PERSIAN_EPOCH (-492268)  /* day number of 1 Farvardin 1, in 622 */
#define HIJRI_EPOCH   (-492148)  /* of 1 Muharram 1, civil */
#define HEBREW_EPOCH  (-2092591) /* of the day before 1 Tishri 1 */

static int64_t
floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

/* Days from civil, counted in eras of 400 years that begin in March. */
int32_t
day_number(struct day d)
{
    int64_t y = d.year - (d.month <= 2), era = floor_div(y, 400);
    int64_t of_era = y - era * 400;
    int64_t month = d.month + (d.month > 2 ? -3 : 9);
    int64_t of_year = (153 * month + 2) / 5 + d.day - 1;

    return (int32_t)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
                     of_year - 719468);
}

struct day
day_of_number(int32_t number)
{
    int64_t n = (int64_t)number + 719468, era = floor_div(n, 146097);
    int64_t in = n - era * 146097;
    int64_t y = (in - in / 1460 + in / 36524 - in / 146096) / 365;
    int64_t of_year = in - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;
    int64_t month = m < 10 ? m + 3 : m - 9;

    return (struct day){(int16_t)(y + era * 400 + (month <= 2)), (uint8_t)month,
                        (uint8_t)(of_year - (153 * m + 2) / 5 + 1)};
}

int
day_weekday(struct day d)
{
    int32_t n = day_number(d); /* 1970-01-01 was a Thursday */

    return (int)(((int64_t)n % 7 + 7 + 3) % 7) + 1;
}

int
day_month_length(int year, int month)
{
    static const uint8_t length[] = {31, 28, 31, 30, 31, 30,
                                     31, 31, 30, 31, 30, 31};

    if (month < 1 || month > 12)
        return 31;
    if (month == 2 &&
        (year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))))
        return 29; /* an open year may be a leap year */
    return length[month - 1];
}

bool
day_real(struct day d)
{
    return d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= day_month_length(d.year, d.month);
}

/* ---- other calendars -------------------------------------------------- */

/* Days before 1 Tishri of the year, counted from the epoch. */
static int64_t
hebrew_new_year(int64_t year)
{
    int64_t months = floor_div(235 * year - 234, 19);
    int64_t parts = months * 13753 + 12084;
    int64_t day = months * 29 + parts / 25920;

    /* not on a Sunday, Wednesday or Friday */
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

/* With the two delays that keep years to their six lengths. */
static int64_t
hebrew_year_start(int64_t year)
{
    int64_t before = hebrew_new_year(year - 1), at = hebrew_new_year(year);
    int64_t after = hebrew_new_year(year + 1);

    return at + (after - at == 356 ? 2 : at - before == 382 ? 1 : 0);
}

/* Months as ICU counts them: Tishri 1 … Adar I 6, Adar 7 … Elul 13. */
static int32_t
hebrew(int year, int month, int day)
{
    int64_t start = hebrew_year_start(year), n = start;
    int64_t length = hebrew_year_start(year + 1) - start;
    bool leap = (7 * year + 1) % 19 < 7;

    for (int m = 1; m < month; m++) {
        switch (m) {
        case 2: /* Heshvan is long in full years */
            n += length % 10 == 5 ? 30 : 29;
            break;
        case 3: /* Kislev is short in lacking ones */
            n += length % 10 == 3 ? 29 : 30;
            break;
        case 6:
            n += leap ? 30 : 0;
            break;
        case 4:
        case 7:
        case 9:
        case 11:
        case 13:
            n += 29;
            break;
        default:
            n += 30;
        }
    }
    return (int32_t)(HEBREW_EPOCH + n + day);
}

static int32_t
persian(int year, int month, int day)
{
    int days = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;

    return (int32_t)(PERSIAN_EPOCH + 365 * (int64_t)(year - 1) +
                     floor_div(8 * (int64_t)year + 21, 33) + days + day - 1);
}

/* What most news means: the calendar of Umm al-Qura, by ICU. */
static bool
umm_al_qura(int year, int month, int day, int32_t *number)
{
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *c;
    double ms;

    if (year < 1300 || year > 1600)
        return false;
    c = ucal_open(utc, 3, "en@calendar=islamic-umalqura", UCAL_DEFAULT,
                  &status);
    if (U_FAILURE(status))
        return false;
    ucal_clear(c);
    ucal_setDate(c, year, month - 1, day, &status);
    ms = ucal_getMillis(c, &status);
    ucal_close(c);
    *number = (int32_t)floor(ms / 86400000.0);
    return U_SUCCESS(status);
}

static int32_t
hijri(int year, int month, int day)
{
    int32_t number;

    if (umm_al_qura(year, month, day, &number))
        return number;
    return (int32_t)(HIJRI_EPOCH + 354 * (int64_t)(year - 1) +
                     floor_div(11 * (int64_t)year + 3, 30) + 29 * (month - 1) +
                     month / 2 + day - 1);
}

int32_t
day_of_calendar(enum calendar calendar, int year, int month, int day)
{
    switch (calendar) {
    case CALENDAR_PERSIAN:
        return persian(year, month, day);
    case CALENDAR_HIJRI:
        return hijri(year, month, day);
    case CALENDAR_HEBREW:
        return hebrew(year, month, day);
    default:
        return day_number(
            (struct day){(int16_t)year, (uint8_t)month, (uint8_t)day});
    }
}

int
day_calendar_year(enum calendar calendar, struct day d)
{
    int32_t n = day_number(
        (struct day){d.year, d.month ? d.month : 6, d.day ? d.day : 15});
    int year = calendar == CALENDAR_PERSIAN  ? d.year - 622
               : calendar == CALENDAR_HIJRI  ? (d.year - 622) * 33 / 32
               : calendar == CALENDAR_HEBREW ? d.year + 3760
                                             : d.year;

    /* the guess is off by one or two at most */
    for (int i = 0; i < 3 && day_of_calendar(calendar, year, 1, 1) > n; i++)
        year--;
    for (int i = 0; i < 3 && day_of_calendar(calendar, year + 1, 1, 1) <= n;
         i++)
        year++;
    return year;
}

/* ---- in writing -------------------------------------------------------- */

const char *
day_edtf(struct day d, char out[16])
{
    char year[8] = "XXXX";

    if (d.year > 0)
        snprintf(year, sizeof year, "%04d", d.year);
    if (d.month == 0 && d.day)
        snprintf(out, 16, "%s-XX-%02u", year, d.day % 100u);
    else if (d.month == 0)
        snprintf(out, 16, "%s", year);
    else if (d.day == 0)
        snprintf(out, 16, "%s-%02u", year, d.month % 100u);
    else
        snprintf(out, 16, "%s-%02u-%02u", year, d.month % 100u, d.day % 100u);
    return out;
}

static bool
digits(str text, size_t at, size_t n, int *value)
{
    *value = 0;
    if (at + n > text.n)
        return false;
    for (size_t i = at; i < at + n; i++) {
        if (text.s[i] < '0' || text.s[i] > '9')
            return false;
        *value = *value * 10 + (text.s[i] - '0');
    }
    return true;
}

bool
day_parse(str text, struct day *out)
{
    int y, m, d;
    struct day day;

    if (!digits(text, 0, 4, &y) || !digits(text, 5, 2, &m) ||
        !digits(text, 8, 2, &d) || text.s[4] != '-' || text.s[7] != '-')
        return false;
    day = (struct day){(int16_t)y, (uint8_t)m, (uint8_t)d};
    if (y == 0 || !day_real(day))
        return false;
    *out = day;
    return true;
}
