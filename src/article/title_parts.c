/*
 * title_parts.c - what stands in one line with a headline: the name of the
 * site, a day, a kicker.
 */
#include "article/title.h"
#include "text/fold.h"

static const char *const separators[] = {
    " | ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", "_",  " :: ",
    " \xC2\xBB ", " \xC2\xAB ",     "\xEF\xBD\x9C",   "|",   " / "};

/* 2026-11, extraction set and corpus/dev. */
#define SITE_UNITS 44 /* the longest name of a site */

str
title_bare(str title, str site)
{
    struct shape all, part;

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        str sep = str_of(separators[i]), rest = title;
        size_t at = SIZE_MAX, hit, base = 0;

        while ((hit = str_find(rest, sep)) != SIZE_MAX) {
            at = base + hit;
            base = at + sep.n;
            rest = str_cut(title, base, title.n);
        }
        if (at == SIZE_MAX)
            continue;
        if (site.n) {
            str head = str_trim(str_cut(title, 0, str_find(title, sep)));

            if (str_eq_nocase(str_trim(rest), site))
                return str_trim(str_cut(title, 0, at));
            if (str_eq_nocase(head, site))
                return str_trim(
                    str_cut(title, str_find(title, sep) + sep.n, title.n));
        }
        /* without the name of the site only bars are sure to part */
        if (sep.s[0] != '|' && sep.s[0] != '_' && !str_is(sep, " | ") &&
            !str_is(sep, "\xEF\xBD\x9C"))
            continue;
        shape_of(NULL, str_cut(title, 0, at), &all);
        shape_of(NULL, rest, &part);
        if (part.units <= SITE_UNITS && part.units <= all.units &&
            all.units >= 16)
            return str_trim(str_cut(title, 0, at));
    }
    return title;
}

/* What stands behind or before the common part is a site's name. */
static bool
is_site(str rest, str common, bool front)
{
    struct shape s, c;

    rest = str_trim(rest);
    shape_of(NULL, rest, &s);
    shape_of(NULL, common, &c);
    if (s.units == 0 || s.units > c.units || s.units > SITE_UNITS + 16 ||
        rest.n == 0)
        return false;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        str sep = str_trim(str_of(separators[i]));

        if (front ? str_ends(rest, sep) : str_starts(rest, sep))
            return true;
    }
    return false;
}

/* Both are plain letters and not the same: no folding makes them one. */
static bool
other(char a, char b)
{
    bool letters = (a | 32) >= 'a' && (a | 32) <= 'z' && (b | 32) >= 'a' &&
                   (b | 32) <= 'z';

    return letters && (a | 32) != (b | 32);
}

bool
title_same(str a, str b, struct arena *mem)
{
    if (a.n < 6 || b.n < 6 ||
        (other(a.s[0], b.s[0]) && other(a.s[a.n - 1], b.s[b.n - 1])))
        return false;
    /* the name of a site is no longer than the title */
    if (a.n > 3 * b.n + TITLE_SITE_BYTES || b.n > 3 * a.n + TITLE_SITE_BYTES)
        return false;
    a = fold_case(page_line(a, mem), LANG_UND, mem);
    b = fold_case(page_line(b, mem), LANG_UND, mem);
    if (a.n < b.n) {
        str c = a;

        a = b;
        b = c;
    }
    if (b.n < 6)
        return false;
    return str_eq(a, b) ||
           (str_starts(a, b) && is_site(str_cut(a, b.n, a.n), b, false)) ||
           (str_ends(a, b) && is_site(str_cut(a, 0, a.n - b.n), b, true));
}

/* Letters and digits alone, ASCII in lower case; at most `room`. */
static size_t
squeeze(str s, char *out, size_t room)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n && n < room; i++) {
        char c = s.s[i];

        if (c >= 'A' && c <= 'Z')
            c |= 32;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out[n++] = c;
    }
    return n;
}

/* "example" of www.example.co.uk: the longest part. */
static str
host_label(str host)
{
    str part, best = {0};

    while (str_next(&host, '.', &part))
        if (part.n > best.n && !str_is(part, "www"))
            best = part;
    return best;
}

str
title_host(const struct page *p)
{
    str url = p->meta.url.n ? p->meta.url : p->a->url, host;
    size_t at = str_find(url, STR("://"));

    if (at != SIZE_MAX) {
        host = str_cut(url, at + 3, url.n);
        return host_label(str_cut(host, 0, str_find(host, STR("/"))));
    }
    host = p->meta.site; /* some sites bear their host's name */
    return str_find(host, STR(" ")) == SIZE_MAX &&
                   str_find(host, STR(".")) != SIZE_MAX
               ? host_label(host)
               : (str){0};
}

/* 2026-11, extraction set and corpus/dev. */
#define HAN_SITE     16 /* units of the name of a site in Han */
#define SITE_LEAST   4  /* letters that a name and a host share */
#define KICKER_LEAST 4  /* bytes of what stands before a headline */
#define KICKER_MOST  30

bool
title_site_like(const struct page *p, str part, size_t more)
{
    const struct meta *m = &p->meta;
    char a[64], b[64];
    str host = title_host(p), x, y;

    if (part.n == 0)
        return false;
    if (m->site.n >= SITE_LEAST && part.n >= SITE_LEAST &&
        ((str_find_nocase(part, m->site) != SIZE_MAX &&
          part.n - m->site.n <= more) ||
         str_find_nocase(m->site, part) != SIZE_MAX))
        return true;
    x = fold_word(str_cut(part, 0, 2 * sizeof a), LANG_UND, p->mem);
    x = (str){a, squeeze(x, a, sizeof a)};
    y = (str){b, squeeze(host, b, sizeof b)};
    if (x.n < SITE_LEAST || y.n < SITE_LEAST)
        return false;
    if (more == SIZE_MAX)
        return str_find(x, y) != SIZE_MAX || str_find(y, x) != SIZE_MAX;
    return ((str_starts(x, y) || str_ends(x, y)) && x.n - y.n <= more) ||
           str_find(y, x) != SIZE_MAX;
}

/* "…-新华网": a short name of Han behind a long title of it. */
static str
without_han(str title)
{
    size_t at = title.n;
    struct shape all, rest;

    while (at && title.s[at - 1] != '-' && title.s[at - 1] != '_')
        at--;
    if (at < 2)
        return title;
    shape_count(str_cut(title, at, title.n), &rest);
    shape_count(str_cut(title, 0, at - 1), &all);
    if (rest.script != SCRIPT_HAN || all.script != SCRIPT_HAN ||
        rest.units > HAN_SITE || all.units < 2 * HAN_SITE)
        return title;
    return str_trim(str_cut(title, 0, at - 1));
}

str
title_headline(const struct page *p, str title)
{
    static const char *const marks[] = {
        " - ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ", " | ", " \xE2\x80\xBA ",
        " :: ", " \xC2\xBB ",     " \xC2\xB7 "};

    title = title_bare(title, p->meta.site);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        str mark = str_of(marks[i]), rest;
        size_t at = 0, hit, first = str_find(title, mark);
        struct shape s;

        if (first == SIZE_MAX)
            continue;
        while ((hit = str_find(str_cut(title, at, title.n), mark)) != SIZE_MAX)
            at += hit + mark.n;
        rest = str_cut(title, at, title.n);
        shape_count(rest, &s);
        if (s.units <= SITE_UNITS && at > first / 2 &&
            title_site_like(p, rest, SIZE_MAX) &&
            at - mark.n >= TITLE_SITE_BYTES / 2)
            return str_trim(str_cut(title, 0, at - mark.n));
        if (title.n - first - mark.n >= TITLE_SITE_BYTES &&
            title_site_like(p, str_cut(title, 0, first), 0))
            return str_trim(str_cut(title, first + mark.n, title.n));
    }
    return without_han(title);
}

str
title_without_day(str title)
{
    size_t i = 0;

    while (i < title.n && ((title.s[i] >= '0' && title.s[i] <= '9') ||
                           title.s[i] == '.' || title.s[i] == '/'))
        i++;
    if (i < TITLE_DAY_BYTES || i + 3 >= title.n || title.s[i] != ' ' ||
        (title.s[i + 1] != '|' && title.s[i + 1] != '-' &&
         title.s[i + 1] != ':') ||
        title.s[i + 2] != ' ')
        return title;
    return str_trim(str_cut(title, i + 3, title.n));
}

str
title_before_mark(str s)
{
    s = str_trim(s);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        str mark = str_trim(str_of(separators[i]));

        if (str_ends(s, mark) && s.n > mark.n)
            return str_trim(str_cut(s, 0, s.n - mark.n));
    }
    return str_ends(s, STR(" :")) ? str_trim(str_cut(s, 0, s.n - 2)) : (str){0};
}

str
title_behind_marks(str s)
{
    size_t last = s.n;

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        str mark = str_of(separators[i]);

        for (size_t at = 0, hit;
             (hit = str_find(str_cut(s, at, s.n), mark)) != SIZE_MAX;) {
            at += hit + mark.n;
            if (last == s.n || at > last)
                last = at;
        }
    }
    return str_trim(str_cut(s, last, s.n));
}

str
title_behind_kicker(str said, str title)
{
    static const char *const marks[] = {" - ", " | ", ": ", " \xE2\x80\x93 ",
                                        " \xE2\x80\x94 "};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        str mark = str_of(marks[i]);
        size_t at = str_find(said, mark), from;
        str kicker = str_cut(said, 0, at), head, rest;

        if (at == SIZE_MAX || kicker.n < KICKER_LEAST || kicker.n > KICKER_MOST)
            continue;
        head = str_trim(str_cut(said, at + mark.n, said.n));
        from = str_find_nocase(title, kicker);
        if (head.n < TITLE_LD_BYTES || from == SIZE_MAX || from > kicker.n)
            continue;
        rest = str_trim(str_cut(title, from + kicker.n, title.n));
        if (str_starts_nocase(rest, head))
            return rest;
    }
    return (str){0};
}
