/* dates.c - whole days that a short line names, by lexicon/when. */
#include "article/page.h"

#include <string.h>

#define MOST_BYTES 1500 /* of a line that is searched for dates */
#define ZONE_MOST  5    /* letters of "EDT" */

static bool
digit(str s, size_t i)
{
    return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

/* Where a year ends the line or a word behind an hour, "EDT" before it or
 * not, begins; else 0. */
static size_t
year_behind(str s, size_t at)
{
    size_t i = at;

    while (i < s.n && (s.s[i] == ':' || digit(s, i)))
        i++; /* seconds */
    if (i >= s.n || s.s[i++] != ' ')
        return 0;
    for (at = i;
         i < s.n && i - at < ZONE_MOST && s.s[i] >= 'A' && s.s[i] <= 'Z';)
        i++;
    if (i > at && (i >= s.n || s.s[i++] != ' '))
        return 0;
    return digit(s, i) && digit(s, i + 1) && digit(s, i + 2) &&
                   digit(s, i + 3) && !digit(s, i + 4)
               ? i
               : 0;
}

/*
 * Blanks in place of hours that would hide a day: those that stand against
 * other figures, as where two elements share a line ("3 de mayo de
 * 202221:25", "10:52+01:0025. Dezember"), or before the year ("Aug 03
 * 12:45:00 EDT 2015").
 */
static str
without_hours(str s, struct arena *mem)
{
    char *out = NULL;

    for (size_t i = 1; i + 2 < s.n; i++) {
        size_t from = i, to = i + 3, year;

        if (s.s[i] != ':' || !digit(s, i - 1) || !digit(s, i + 1) ||
            !digit(s, i + 2))
            continue;
        while (from > 0 && i - from < 2 && digit(s, from - 1))
            from--;
        if ((year = year_behind(s, to)) != 0)
            to = year;
        else if (!(from > 0 && digit(s, from - 1)) && !digit(s, to))
            continue;
        if (!out) {
            out = arena_alloc(mem, s.n);
            memcpy(out, s.s, s.n);
        }
        memset(out + from, ' ', to - from);
    }
    return out ? (str){out, s.n} : s;
}

/* One or two figures that may be a day. */
static bool
day_figures(str s, size_t at, size_t n)
{
    int day = s.s[at] - '0';

    if (n == 2)
        day = 10 * day + s.s[at + 1] - '0';
    return n >= 1 && n <= 2 && day >= 1 && day <= 31;
}

/* "Feb 182009", of two elements on one line: the day takes the blank before
 * it. */
static str
without_glue(str s, struct arena *mem)
{
    for (size_t i = 1; i + 5 < s.n; i++) {
        size_t n = 0;
        char *out;

        if (s.s[i] != ' ' || s.s[i - 1] == ' ' || digit(s, i - 1))
            continue;
        while (digit(s, i + 1 + n))
            n++;
        if (n < 5 || !day_figures(s, i + 1, n - 4) ||
            !(str_starts(str_cut(s, i + n - 3, s.n), STR("19")) ||
              str_starts(str_cut(s, i + n - 3, s.n), STR("20"))))
            continue;
        out = arena_alloc(mem, s.n);
        memcpy(out, s.s, s.n);
        memcpy(out + i, s.s + i + 1, n - 4);
        out[i + n - 4] = ' ';
        return (str){out, s.n};
    }
    return s;
}

size_t
dates_in(struct page *p, str line, enum lang lang, struct named_day *out,
         size_t most)
{
    struct arena *mem = arena_open();
    struct lang_span at;
    struct reading r = {0};
    size_t n = 0;

    line = without_hours(str_cut(line, 0, MOST_BYTES), mem);
    line = without_glue(line, mem);
    at = (struct lang_span){{0, (uint32_t)line.n}, lang};
    segment(&r.w, line, &at, 1, p->stemmer, mem);
    lexicon_read(p->lx, &r, mem);
    for (size_t i = 0; i < r.w.nwords && n < most;) {
        struct when_mark m;

        memset(&m, 0, sizeof m);
        if (!when_at(p->lx, &r, i, &m) || m.nwords == 0) {
            i++;
            continue;
        }
        if (m.when.date.month && m.when.date.day && m.when.unit == WHEN_NONE &&
            !m.is_range)
            out[n++] = (struct named_day){
                .day = m.when.date,
                .at = {r.w.words[m.word].start,
                       r.w.words[m.word + m.nwords - 1].end},
                .other = m.when.calendar != CALENDAR_GREGORIAN,
            };
        i = m.word + m.nwords > i ? m.word + m.nwords : i + 1;
    }
    arena_close(mem);
    return n;
}

bool
day_sound(struct day d)
{
    return d.year >= DAY_FIRST && d.year <= DAY_LAST && d.month >= 1 &&
           d.month <= 12 && d.day >= 1 && d.day <= 31;
}

/* The days of a line as the page's language reads them, else as the line's
 * own does, else as English; sound Gregorian ones before all others. */
/* "en-GB", "en_au": where English writes the day before the month. */
static bool
day_first(str tag)
{
    static const char *const month_first[] = {"us", "ph", "bz"};
    str region = str_cut(tag, 3, 5);

    if (!str_starts_nocase(tag, STR("en")) || region.n < 2)
        return false;
    for (size_t i = 0; i < sizeof month_first / sizeof *month_first; i++)
        if (str_eq_nocase(region, str_of(month_first[i])))
            return false;
    return true;
}

/* Turns 10 February into 2 October where it was written 02/10. */
static void
turn(str line, struct named_day *d)
{
    str s = str_cut(line, d->at.start, d->at.end);
    uint8_t month = d->day.month;

    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] != '/' && !(s.s[i] >= '0' && s.s[i] <= '9'))
            return;
    if (d->day.day > 12 || s.n < 5 || (s.s[1] != '/' && s.s[2] != '/'))
        return;
    d->day.month = d->day.day;
    d->day.day = month;
}

size_t
dates_of(struct page *p, const struct raw *r, struct named_day *d, size_t most)
{
    const enum lang langs[] = {p->a->lang, r->lang, lang_of(p->meta.lang),
                               LANG_EN};
    size_t n = 0, kept = 0;

    if (r->shape.digits == 0)
        return 0;
    for (size_t i = 0; i < 4 && kept == 0; i++) {
        if (langs[i] == LANG_UND || (i && langs[i] == langs[i - 1]))
            continue;
        n = dates_in(p, r->text, langs[i], d, most);
        for (size_t k = 0; k < n; k++)
            if (day_sound(d[k].day))
                d[kept++] = d[k];
        for (size_t k = 0; k < kept && langs[i] == LANG_EN; k++)
            if (day_first(p->meta.lang))
                turn(r->text, &d[k]);
    }
    if (kept == 0)
        kept = stamp_figures(r->text, d);
    for (size_t i = 0; i < kept; i++)
        if (!d[i].other) {
            struct named_day first = d[i];

            d[i] = d[0];
            d[0] = first;
            break;
        }
    return kept;
}

/* A date line has little besides the date: a source, an hour, a name. */
#define DATE_LINE_UNITS 110
#define DATE_LINE_SHARE 4 /* dates and digits are one unit in so many */

bool
dates_line(struct page *p, const struct raw *r)
{
    struct named_day d[6];
    uint32_t told = r->shape.digits;
    bool whole = false;
    size_t n;

    if (r->shape.digits < 3 || r->shape.units > DATE_LINE_UNITS ||
        shape_prose(&r->shape))
        return false;
    n = dates_of(p, r, d, 6);
    for (size_t i = 0; i < n; i++) {
        struct shape s;

        shape_of(NULL, str_cut(r->text, d[i].at.start, d[i].at.end), &s);
        told += s.units - s.digits;
        whole = true;
    }
    return whole && told * DATE_LINE_SHARE >= r->shape.units;
}
