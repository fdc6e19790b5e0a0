/* stamp.c - times as machines write them. */
#include "source/stamp.h"

#include <stdio.h>
#include <string.h>

struct stamp {
    int year, month, day;
    int hour, minute, second; /* hour -1: the day alone */
    int offset;               /* minutes east of Greenwich */
    bool zoned;
};

/* Takes a number of at most `most` digits off; -1 where there is none. */
static int
number(str *s, int most)
{
    int n = 0, value = 0;

    while (s->n && n < most && s->s[0] >= '0' && s->s[0] <= '9') {
        value = value * 10 + (s->s[0] - '0');
        *s = str_cut(*s, 1, s->n);
        n++;
    }
    return n ? value : -1;
}

static bool
taken(str *s, char c)
{
    if (s->n == 0 || s->s[0] != c)
        return false;
    *s = str_cut(*s, 1, s->n);
    return true;
}

static void
blanks(str *s)
{
    while (taken(s, ' ') || taken(s, '\t') || taken(s, ','))
        ;
}

/* Takes a run of letters off. */
static str
letters(str *s)
{
    size_t n = 0;
    str out;

    while (n < s->n && ((s->s[n] | 0x20) >= 'a' && (s->s[n] | 0x20) <= 'z'))
        n++;
    out = str_cut(*s, 0, n);
    *s = str_cut(*s, n, s->n);
    return out;
}

static int
month_of(str word)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

    for (int i = 0; i < 12; i++)
        if (word.n >= 3 &&
            str_eq_nocase(str_cut(word, 0, 3), (str){names + 3 * i, 3}))
            return i + 1;
    return 0;
}

/* "+0200", "-05:00", "Z", "EST"; false where there is none. */
static bool
zone(str *s, struct stamp *t)
{
    static const struct {
        const char *name;
        int minutes;
    } zones[] = {{"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},
                 {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300},
                 {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
                 {"BST", 60},   {"CET", 60},   {"CEST", 120}, {"MSK", 180}};
    bool west;
    int hours, minutes;
    str word;

    blanks(s);
    if (s->n && (s->s[0] == '+' || s->s[0] == '-')) {
        west = s->s[0] == '-';
        *s = str_cut(*s, 1, s->n);
        hours = number(s, 2);
        taken(s, ':');
        minutes = number(s, 2);
        if (hours < 0 || hours > 14 || minutes > 59)
            return false;
        t->offset = hours * 60 + (minutes > 0 ? minutes : 0);
        t->offset = west ? -t->offset : t->offset;
        return t->zoned = true;
    }
    word = letters(s);
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (str_eq_nocase(word, str_of(zones[i].name))) {
            t->offset = zones[i].minutes;
            return t->zoned = true;
        }
    return false;
}

/* "19:48:21.500", "19:48", in basic form "194821"; nothing is fine too. */
static void
clock(str *s, struct stamp *t)
{
    str before = *s;
    int hour = number(s, 2);
    bool colon = taken(s, ':');
    int minute = number(s, 2), second = 0;

    if (hour < 0 || hour > 24 || minute < 0 || minute > 59) {
        *s = before;
        return;
    }
    if (colon ? taken(s, ':') : true)
        second = number(s, 2);
    if (taken(s, '.') || taken(s, ','))
        number(s, 18);
    t->hour = hour % 24;
    t->minute = minute;
    t->second = second < 0 ? 0 : second > 59 ? 59 : second;
}

/* 2004-01-01T19:48:21Z, 20040101, 2004-01, 2003-335 */
static bool
iso(str s, struct stamp *t)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    str before;

    t->year = number(&s, 4);
    if (t->year < 1000)
        return false;
    taken(&s, '-');
    before = s;
    t->month = number(&s, 3);
    if (before.n - s.n == 3 && number(&s, 1) < 0) { /* a day of the year */
        int day = t->month;

        for (t->month = 1; t->month < 12; t->month++) {
            int n = lengths[t->month - 1];

            n += t->month == 2 && t->year % 4 == 0 &&
                 (t->year % 100 != 0 || t->year % 400 == 0);
            if (day <= n)
                break;
            day -= n;
        }
        t->day = day;
    } else {
        s = before;
        t->month = number(&s, 2);
        taken(&s, '-');
        t->day = number(&s, 2);
    }
    if (t->month < 1 || t->month > 12)
        return false;
    if (taken(&s, 'T') || taken(&s, 't') || taken(&s, ' ')) {
        blanks(&s);
        clock(&s, t);
        if (t->hour >= 0)
            zone(&s, t);
    }
    return true;
}

/* Thu, 01 Jan 2004 19:48:21 GMT; Thu Jan  1 19:48:21 2004 */
static bool
rfc822(str s, struct stamp *t)
{
    str word = letters(&s);

    taken(&s, '.');
    blanks(&s);
    if (word.n && (t->month = month_of(word)) == 0) { /* a weekday */
        word = letters(&s);
        t->month = month_of(word);
        taken(&s, '.');
        blanks(&s);
        taken(&s, '-');
    } else if (word.n) {
        t->month = month_of(word);
    }
    t->day = number(&s, 2);
    blanks(&s);
    taken(&s, '-');
    if (t->month == 0) {
        blanks(&s);
        t->month = month_of(letters(&s));
        taken(&s, '.');
        blanks(&s);
        taken(&s, '-');
    }
    if (t->day < 0 || t->month == 0)
        return false;
    if (s.n > 2 && s.s[2] == ':') { /* asctime: the year comes last */
        clock(&s, t);
        zone(&s, t);
        blanks(&s);
        t->year = number(&s, 4);
        return t->year > 999;
    }
    t->year = number(&s, 4);
    if (t->year < 0)
        return false;
    if (t->year < 100)
        t->year += t->year < 50 ? 2000 : 1900;
    blanks(&s);
    clock(&s, t);
    if (t->hour >= 0)
        zone(&s, t);
    return true;
}

str
stamp_read(str s, struct arena *mem)
{
    struct stamp t = {.hour = -1};
    int offset;

    s = str_trim(s);
    if (!(s.n && s.s[0] >= '0' && s.s[0] <= '9' && iso(s, &t))) {
        t = (struct stamp){.hour = -1};
        if (!rfc822(s, &t))
            return arena_str(mem, s);
    }
    if (t.day > 31 || t.day == 0)
        return arena_str(mem, s);
    if (t.day < 0)
        return arena_printf(mem, "%04d-%02d", t.year, t.month);
    if (t.hour < 0)
        return arena_printf(mem, "%04d-%02d-%02d", t.year, t.month, t.day);
    if (!t.zoned)
        return arena_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02d", t.year,
                            t.month, t.day, t.hour, t.minute, t.second);
    offset = t.offset < 0 ? -t.offset : t.offset;
    if (offset == 0)
        return arena_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ", t.year,
                            t.month, t.day, t.hour, t.minute, t.second);
    return arena_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", t.year,
                        t.month, t.day, t.hour, t.minute, t.second,
                        t.offset < 0 ? '-' : '+', offset / 60, offset % 60);
}
