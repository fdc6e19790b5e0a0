/*
 * published.c - the day a page came out, and how it is known.
 *
 * Machine-readable dates come first, unless the head of the article or the
 * page's own address tells another day: readers are told that of their own
 * clocks, themes and archives fill in dates of their own. Then the line of the
 * byline, the dateline of the first paragraph, the address.
 * Captions and posts tell no day of publication: they give the anchor, and
 * the year of a dateline that has none.
 */
#include "article/page.h"

#include <stdlib.h>

/* 2026-11, dev: a dateline and the posts on its page lie so close. */
#define YEAR_NEAR 45 /* days */
/* 2026-11, extraction set (7 to 60 do the same): metadata this long after the
 * day in the address is not believed. */
#define META_FAR 60 /* days */

static int
apart(struct day a, struct day b)
{
    return abs(day_number(a) - day_number(b));
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
    if (s.n == 0 || str_is(s, "(")) /* the day opens the paragraph */
        return true;
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
    return c == '.' || c == '(' || c == ')' || utf8_quote(c) || c == '/' ||
           c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == '|' ||
           c == 0xFF08 || c == ':' || c == 0x964;
}

/* "Wiesbaden, 11 November 2021" above the text. */
static bool
ends_heading(const struct raw *r, span at)
{
    return r->kind == BLOCK_HEADING && at.start > 0 && at.end == r->text.n;
}

static struct day
dateline_of(struct page *p, const struct raw *r)
{
    str head = str_cut(r->text, 0, DATELINE_BYTES);
    struct named_day d[2];

    while (head.n && head.n < r->text.n &&
           ((unsigned char)r->text.s[head.n] & 0xC0) == 0x80)
        head.n--;
    if (dates_in(p, head, r->lang, d, 2) == 0 || d[0].other ||
        !only_places(str_cut(head, 0, d[0].at.start)) ||
        /* the dot of "17 июля." may be taken for that of a short form */
        !(head.s[d[0].at.end - 1] == '.' || ends_heading(r, d[0].at) ||
          closes(str_cut(head, d[0].at.end, head.n),
                 (enum script)r->shape.script)))
        return (struct day){0};
    return d[0].day;
}

/* That of the first paragraph; on an HTML page, whose first one may be a
 * standfirst, of the second. */
static struct day
dateline(struct page *p)
{
    int body = 0;

    for (size_t i = 0; i < p->nraws && body < (p->html ? 2 : 1); i++) {
        const struct raw *r = &p->raws[i];
        bool heading = p->html && r->kind == BLOCK_HEADING;
        struct day d;

        if (r->kind != BLOCK_BODY && !(heading && dates_line(p, r)))
            continue;
        d = dateline_of(p, r);
        if (d.month && (d.year || body == 0))
            return d;
        body += !heading;
    }
    return (struct day){0};
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
            if (!day_sound(d[k].day))
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

/* 4 December for 12 April. */
static bool
swapped(struct day a, struct day b)
{
    return a.year == b.year && a.month == b.day && a.day == b.month;
}

/*
 * Whether the day between title and text is believed more than that for
 * machines: readers are told the day of their own clocks, and of the text as
 * it stands. Not if it calls itself a change, if the line tells both days or
 * its order of day and month is in doubt, but where that for machines has
 * slashes ("10/05/2022"), which is more in doubt.
 */
static bool
shown_wins(struct shown s, const struct told *t)
{
    return s.day.year && !s.changed && apart(s.day, t->day) != 0 &&
           (s.other.year == 0 || apart(s.other, t->day) != 0) &&
           (!swapped(s.day, t->day) ||
            str_find(t->value, STR("/")) != SIZE_MAX);
}

/* An instant in UTC, of which the day before or behind may be the page's. */
static bool
in_utc(str s)
{
    s = str_trim(s);
    return str_ends(s, STR("Z")) || str_ends(s, STR("+00:00")) ||
           str_ends(s, STR("+0000"));
}

/*
 * Whether the day in the page's own address is believed more than that for
 * machines. A site files a page under the day of its own clocks, which is not
 * that of an instant in UTC, and keeps it there when it moves to a system that
 * dates it anew. Not where the page shows the other day.
 */
static bool
url_wins(struct day url, const struct told *t, struct shown s)
{
    return url.year &&
           ((apart(url, t->day) == 1 && in_utc(t->value)) ||
            day_number(t->day) - day_number(url) > META_FAR) &&
           (s.day.year == 0 || s.changed || apart(s.day, t->day) != 0);
}

/* The day that a page shows or is filed under, where that is believed more;
 * year 0: it is not. */
static struct day
own_day(struct page *p, const struct told *t, struct day url,
        enum published_from *from)
{
    struct shown head = shown_head(p);
    struct day byline;

    *from = FROM_TEXT;
    if (shown_wins(head, t))
        return head.day;
    if (t->weak && (byline = shown_byline(p)).year && apart(byline, t->day))
        return byline;
    *from = FROM_URL;
    return url_wins(url, t, head) ? url : (struct day){0};
}

/* The day that the dateline or the head of the page names without a year. */
static struct day
yearless_day(struct page *p, struct day line)
{
    struct day d = line.month ? line : shown_yearless(p);

    return d.month ? nearby_day(p, d) : d;
}

void
published_find(struct page *p)
{
    struct article *a = p->a;
    struct told told = machine_find(p);
    enum published_from from = FROM_TEXT;
    struct day url = stamp_url(p->meta.url.n ? p->meta.url : a->url);
    struct day line = dateline(p), own = {0}, dated;
    struct day latest = page_day(p, line.month ? &line : NULL, &dated);

    if (told.day.year == 0)
        own = shown_byline(p);
    else if (p->html && !a->given_date.n)
        own = own_day(p, &told, url, &from);
    if (own.year)
        set(a, own, from);
    else if (told.day.year)
        set_machine(a, told.day, told.value);
    else if (line.year)
        set(a, line, FROM_DATELINE);
    else if (dated.year)
        set(a, dated, FROM_DATELINE);
    else if (url.year)
        set(a, url, FROM_URL);
    else if (p->html && (own = yearless_day(p, line)).year)
        set(a, own, line.month ? FROM_DATELINE : FROM_TEXT);
    else if (p->html && (own = shown_frame(p)).year)
        set(a, own, FROM_TEXT);
    else if ((told = machine_far(p)).day.year)
        set_machine(a, told.day, told.value);
    else if (p->html && (own = stamp_state(a->bytes, &told.value)).year)
        set_machine(a, own, told.value);
    else if (line.month)
        a->day = line; /* year 0: brief/ may know it */
    a->anchor = a->day.year ? a->day : latest;
}
