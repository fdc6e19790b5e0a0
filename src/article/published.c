/*
 * published.c - the day a page came out, and how it is known.
 *
 * Machine-readable dates come first, unless two other witnesses agree on
 * another year: themes and archives fill in dates of their own. Then the
 * line of the byline, the dateline of the first paragraph, the address.
 * Captions and posts tell no day of publication: they give the anchor, and
 * the year of a dateline that has none.
 */
#include "article/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_FIRST 1990
#define YEAR_LAST  2100
/* 2026-11, dev: a dateline and the posts on its page lie so close. */
#define YEAR_NEAR 45 /* days */
/* Metadata this far from text and address together is not believed. */
#define META_FAR 60 /* days */

static bool
sound(struct day d)
{
    return d.year >= YEAR_FIRST && d.year <= YEAR_LAST && d.month >= 1 &&
           d.month <= 12 && d.day >= 1 && d.day <= 31;
}

static int
apart(struct day a, struct day b)
{
    return abs(day_number(a) - day_number(b));
}

/* "2024-02-19T15:10:00+05:30", "20240219", or words. */
static struct day
machine_day(struct page *p, str s)
{
    struct named_day d[2];
    struct day day = {0};
    size_t n = 0;

    s = str_trim(s);
    if (day_parse(s, &day) && sound(day))
        return day;
    while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
        n++;
    if (n == 8) {
        char z[9];
        unsigned long v;

        memcpy(z, s.s, 8);
        z[8] = '\0';
        v = strtoul(z, NULL, 10);
        day = (struct day){(int16_t)(v / 10000), (uint8_t)(v / 100 % 100),
                           (uint8_t)(v % 100)};
        if (sound(day))
            return day;
    }
    n = dates_in(p, str_cut(s, 0, 80), LANG_EN, d, 2);
    return n && sound(d[0].day) ? d[0].day : (struct day){0};
}

/* /2023/11/16/, /2023-11-16, /20231116 in an address. */
static struct day
url_day(str url)
{
    for (size_t i = 0; i + 8 < url.n; i++) {
        unsigned y, m, d;
        int n = 0;
        char z[16];
        str part;

        if (url.s[i] != '/' && url.s[i] != '-' && url.s[i] != '_')
            continue;
        part = str_cut(url, i + 1, i + 12);
        memcpy(z, part.s, part.n);
        z[part.n] = '\0';
        if ((sscanf(z, "%4u/%2u/%2u%n", &y, &m, &d, &n) == 3 && n >= 8) ||
            (sscanf(z, "%4u-%2u-%2u%n", &y, &m, &d, &n) == 3 && n >= 8) ||
            (sscanf(z, "%4u%2u%2u%n", &y, &m, &d, &n) == 3 && n == 8)) {
            struct day day = {(int16_t)(y % 10000), (uint8_t)(m % 100),
                              (uint8_t)(d % 100)};

            if (sound(day) && y < 10000)
                return day;
        }
    }
    return (struct day){0};
}

/* The first Gregorian day of a line, else the first of any calendar. */
static struct day
line_day(struct page *p, const struct raw *r)
{
    struct named_day d[6];
    size_t n;

    if (r->shape.digits == 0)
        return (struct day){0};
    n = dates_in(p, r->text, r->lang, d, 6);
    for (size_t i = 0; i < n; i++)
        if (!d[i].other && sound(d[i].day))
            return d[i].day;
    for (size_t i = 0; i < n; i++)
        if (sound(d[i].day))
            return d[i].day;
    return (struct day){0};
}

/* The day a byline names: lines above the body first. */
static struct day
byline_day(struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BYLINE) {
            struct day d = line_day(p, &p->raws[i]);

            if (d.year)
                return d;
        }
    return (struct day){0};
}

/* The one day that all date lines from the title to behind the body name;
 * above it stands the day of the visit, and a line of rights is the site's.
 * Two days are a list, and none of them the page's. */
#define BODY_BEHIND 3 /* blocks; 2026-11, extraction set */

static struct day
only_day(struct page *p)
{
    struct day only = {0};
    size_t end = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY)
            end = i + 1 + BODY_BEHIND;
    for (size_t i = p->title; i < p->nraws && i < end; i++) {
        const struct raw *r = &p->raws[i];
        struct day d;

        if (r->kind != BLOCK_CHROME || r->shape.rights || r->shape.archive ||
            !dates_line(p, r))
            continue;
        d = line_day(p, r);
        if (d.year && only.year && apart(d, only) != 0)
            return (struct day){0};
        if (d.year)
            only = d;
    }
    return only;
}

/* A date line about the title that was taken for frame: better than none. */
#define ABOUT_BEFORE 4
#define ABOUT_BEHIND 8

static struct day
frame_day(struct page *p)
{
    size_t title = p->title == SIZE_MAX ? 0 : p->title;
    size_t i = title > ABOUT_BEFORE ? title - ABOUT_BEFORE : 0;

    for (; i < p->nraws && i < title + ABOUT_BEHIND; i++)
        if (p->raws[i].kind == BLOCK_CHROME && dates_line(p, &p->raws[i])) {
            struct day d = line_day(p, &p->raws[i]);

            if (d.year)
                return d;
        }
    return only_day(p);
}

/* ---- datelines ------------------------------------------------------------
 */

#define DATELINE_BYTES 160 /* how far into the paragraph one may reach */
#define DATELINE_WORDS 9

/* Place names alone stand before the date of a dateline. */
static bool
only_places(str s)
{
    struct shape shape;
    bool start = true, comma = false;

    shape_of(NULL, s, &shape);
    if (shape.words > DATELINE_WORDS || shape.ends || shape.units > 60)
        return false;
    while (s.n) {
        uint32_t c = utf8_next(&s);

        /* a small word means a sentence has begun, but for a short one
         * ("Rio de Janeiro") */
        if (start && utf8_lower(c)) {
            str rest = s;
            size_t n = 1;

            while (rest.n && utf8_letter(utf8_next(&rest)))
                n++;
            if (n > 3)
                return false;
        }
        comma = c == ',' || c == 0x60C || c == 0xFF0C || c == 0x3001 ||
                (comma && utf8_space(c));
        start = utf8_space(c);
    }
    /* scripts without capitals: the comma tells, or Chinese wire style */
    return comma || shape.script == SCRIPT_LATIN ||
           shape.script == SCRIPT_CYRILLIC || shape.script == SCRIPT_GREEK ||
           shape.script == SCRIPT_HAN;
}

/* What stands behind the date of a dateline. */
static bool
closes(str s, enum script script)
{
    uint32_t c;

    while (s.n && (s.s[0] == ' ' || s.s[0] == ','))
        s = str_cut(s, 1, s.n);
    if (s.n == 0)
        return false;
    c = utf8_next(&s);
    if (script == SCRIPT_HAN)
        return c == 0x7535 || c == 0x96FB || c == 0x8BAF || c == 0x8A0A;
    return c == '.' || c == '(' || c == '/' || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == 0x2015 || c == 0xFF08 || c == ':' || c == 0x964;
}

static struct day
dateline(struct page *p)
{
    const struct raw *r = NULL;
    struct named_day d[2];
    str head;

    for (size_t i = 0; i < p->nraws && !r; i++)
        if (p->raws[i].kind == BLOCK_BODY)
            r = &p->raws[i];
    if (!r)
        return (struct day){0};
    head = str_cut(r->text, 0, DATELINE_BYTES);
    while (head.n && head.n < r->text.n &&
           ((unsigned char)r->text.s[head.n] & 0xC0) == 0x80)
        head.n--;
    if (dates_in(p, head, r->lang, d, 2) == 0 || d[0].other ||
        !only_places(str_cut(head, 0, d[0].at.start)) ||
        /* the dot of "17 июля." may be taken for that of a short form */
        !(head.s[d[0].at.end - 1] == '.' ||
          closes(str_cut(head, d[0].at.end, head.n),
                 (enum script)r->shape.script)))
        return (struct day){0};
    return d[0].day;
}

/* ---- captions and posts ----------------------------------------------------
 */

/* The latest day of captions and posts; with `near`, that day of the year
 * in the year that is nearest to one of them. */
static struct day
page_day(struct page *p, const struct day *near, struct day *dated)
{
    struct day best = {0};
    int least = YEAR_NEAR + 1;

    *dated = (struct day){0};
    for (size_t i = 0; i < p->nraws; i++) {
        struct named_day d[8];
        const struct raw *r = &p->raws[i];
        size_t n;

        if ((r->kind != BLOCK_CAPTION && r->kind != BLOCK_EMBED) ||
            r->shape.digits == 0 || r->shape.archive)
            continue;
        n = dates_in(p, r->text, r->lang, d, 8);
        for (size_t k = 0; k < n; k++) {
            if (!sound(d[k].day))
                continue;
            if (best.year == 0 || day_number(d[k].day) > day_number(best))
                best = d[k].day;
            for (int y = -1; near && y <= 1; y++) {
                struct day guess = *near;
                int gap;

                guess.year = (int16_t)(d[k].day.year + y);
                gap = apart(guess, d[k].day);
                if (gap < least) {
                    least = gap;
                    *dated = guess;
                }
            }
        }
    }
    return best;
}

/* ---- all together -----------------------------------------------------------
 */

static void
set(struct article *a, struct day d, enum published_from from)
{
    char edtf[16];

    a->day = d;
    a->published = arena_str(a->mem, str_of(day_edtf(d, edtf)));
    a->published_from = from;
}

/* Keeps hour and offset of a machine date. */
static void
set_machine(struct article *a, struct day d, str s)
{
    size_t n = 10;

    set(a, d, a->from_feed ? FROM_FEED : FROM_METADATA);
    s = str_trim(s);
    if (s.n < 16 || s.s[4] != '-' || (s.s[10] != 'T' && s.s[10] != ' '))
        return;
    while (n < s.n && n < 35 &&
           ((s.s[n] >= '0' && s.s[n] <= '9') || s.s[n] == ':' ||
            s.s[n] == '+' || s.s[n] == '-' || s.s[n] == '.' || s.s[n] == 'Z' ||
            (n == 10)))
        n++;
    if (n < 16)
        return;
    a->published = arena_str(a->mem, str_cut(s, 0, n));
    ((char *)(uintptr_t)a->published.s)[10] = 'T';
}

void
published_find(struct page *p)
{
    struct article *a = p->a;
    struct meta *m = &p->meta;
    str machine = a->given_date.n  ? a->given_date
                  : m->published.n ? m->published
                                   : m->time;
    struct day said = machine_day(p, machine), text = byline_day(p);
    struct day url = url_day(m->url.n ? m->url : a->url), dated;
    struct day line = dateline(p);
    struct day latest = page_day(p, line.month ? &line : NULL, &dated);

    if (said.year && !a->given_date.n && url.year && text.year &&
        apart(url, text) <= 2 && apart(said, text) > META_FAR)
        said = (struct day){0};
    if (said.year)
        set_machine(a, said, machine);
    else if (text.year)
        set(a, text, FROM_TEXT);
    else if (line.year)
        set(a, line, FROM_DATELINE);
    else if (dated.year)
        set(a, dated, FROM_DATELINE);
    else if (url.year)
        set(a, url, FROM_URL);
    else if (p->html && (text = frame_day(p)).year)
        set(a, text, FROM_TEXT);
    else if (line.month)
        a->day = line; /* year 0: brief/ may know it */
    a->anchor = a->day.year ? a->day : latest;
}
