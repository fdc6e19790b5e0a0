/*
 * nearby.c - the year of a day that a page shows without one.
 *
 * Addresses of pictures, of links and of the page itself have days in them
 * that lie close to the page's own. Where all that lie close agree on one
 * year, it is that one.
 */
#include "article/page.h"

/*
 * 2026-11, extraction set, its days without their years, and without what in
 * the page tells the whole day: right on 247 pages, wrong on 30 and silent on
 * 447 with one year within 10 days; 252, 47 and 425 within 45 days; the year
 * of the line of rights is right on 253 and wrong on 139.
 */
#define NEARBY_DAYS 10

/* The figures of a day at the start of s: 20190624, 2019-06-24, 2019/6/24. */
static bool
figures_day(str s, struct day *day, size_t *used)
{
    unsigned v[3] = {0};
    static const size_t most[] = {4, 2, 2};
    char mark = s.n > 4 && (s.s[4] == '-' || s.s[4] == '/' || s.s[4] == '_')
                    ? s.s[4]
                    : '\0';
    size_t i = 0;

    for (size_t k = 0; k < 3; k++) {
        size_t n = 0;

        if (k && mark && (i >= s.n || s.s[i++] != mark))
            return false;
        while (n < most[k] && i < s.n && s.s[i] >= '0' && s.s[i] <= '9') {
            v[k] = v[k] * 10 + (unsigned)(s.s[i++] - '0');
            n++;
        }
        if (n == 0 || (!mark && n < most[k]))
            return false;
    }
    *used = i;
    *day = (struct day){(int16_t)v[0], (uint8_t)v[1], (uint8_t)v[2]};
    return day_sound(*day) && (i == s.n || s.s[i] < '0' || s.s[i] > '9');
}

/* The year in which the day lies close to the other; 0: in none. */
static int16_t
year_close(struct day d, struct day other)
{
    for (int y = -1; y <= 1; y++) {
        int32_t gap;

        d.year = (int16_t)(other.year + y);
        gap = day_number(d) - day_number(other);
        if (gap >= -NEARBY_DAYS && gap <= NEARBY_DAYS &&
            day_of_number(day_number(d)).day == d.day) /* no 29 February */
            return d.year;
    }
    return 0;
}

struct day
nearby_day(const struct page *p, struct day d)
{
    str s = p->a->bytes;

    d.year = 0;
    for (size_t i = 0; i + 8 <= s.n; i++) {
        struct day other;
        size_t used;
        int16_t year;

        if ((s.s[i] != '1' && s.s[i] != '2') ||
            (i && s.s[i - 1] >= '0' && s.s[i - 1] <= '9') ||
            !figures_day(str_cut(s, i, s.n), &other, &used))
            continue;
        i += used - 1;
        year = year_close(d, other);
        if (year && d.year && year != d.year)
            return (struct day){0};
        if (year)
            d.year = year;
    }
    return d.year ? d : (struct day){0};
}
