/* title.c - the headline of a page, without its site and kicker. */
#include "article/page.h"
#include "text/fold.h"

static const char *const separators[] = {
    " | ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ",          "_",
    " :: ", " \xC2\xBB ",     " \xC2\xAB ",     "\xEF\xBD\x9C", "|"};

/* 2026-11, extraction set and corpus/dev. */
#define SITE_BYTES 24
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
        if (part.units <= SITE_UNITS && part.units * 3 < all.units * 2 &&
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
    if (a.n > 3 * b.n + SITE_BYTES || b.n > 3 * a.n + SITE_BYTES)
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

/* "example" of https://www.example.co.uk/…: the longest part of the host. */
static str
host_label(str url)
{
    size_t at = str_find(url, STR("://"));
    str host, part, best = {0};

    if (at == SIZE_MAX)
        return (str){0};
    host = str_cut(url, at + 3, url.n);
    host = str_cut(host, 0, str_find(host, STR("/")));
    while (str_next(&host, '.', &part))
        if (part.n > best.n)
            best = part;
    return best;
}

/* 2026-11, extraction set and corpus/dev. */
#define HAN_SITE   16 /* units of the name of a site in Han */
#define SITE_LEAST 4  /* letters that a name and a host share */
#define SITE_MOST  12 /* … and that the name may have besides */
#define LD_BYTES   14 /* of a headline of JSON-LD that a longer one ends with */
#define DAY_BYTES  8

bool
title_site_like(const struct page *p, str part, size_t more)
{
    const struct meta *m = &p->meta;
    char a[64], b[64];
    str host = host_label(m->url.n ? m->url : p->a->url), x, y;

    if (part.n == 0)
        return false;
    if (m->site.n >= SITE_LEAST && part.n >= SITE_LEAST &&
        ((str_find_nocase(part, m->site) != SIZE_MAX &&
          part.n - m->site.n <= more) ||
         str_find_nocase(m->site, part) != SIZE_MAX))
        return true;
    x = (str){a, squeeze(part, a, sizeof a)};
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

/* The headline alone: title_bare, then parts that name the site. */
static str
bare(const struct page *p, str title)
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
            title_site_like(p, rest, SIZE_MAX) && at - mark.n >= SITE_BYTES / 2)
            return str_trim(str_cut(title, 0, at - mark.n));
        if (title.n - first - mark.n >= SITE_BYTES &&
            title_site_like(p, str_cut(title, 0, first), 0))
            return str_trim(str_cut(title, first + mark.n, title.n));
    }
    return without_han(title);
}

/* "21.03.2024 | Title": without the day. */
static str
without_day(str title)
{
    size_t i = 0;

    while (i < title.n && ((title.s[i] >= '0' && title.s[i] <= '9') ||
                           title.s[i] == '.' || title.s[i] == '/'))
        i++;
    if (i < DAY_BYTES || i + 3 >= title.n || title.s[i] != ' ' ||
        (title.s[i + 1] != '|' && title.s[i + 1] != '-' &&
         title.s[i + 1] != ':') ||
        title.s[i + 2] != ' ')
        return title;
    return str_trim(str_cut(title, i + 3, title.n));
}

/* The three titles that the head of a page gives, as they stand and bare. */
struct refs {
    str full[3], bare[3];
};

/*
 * How surely the head names this line as the title: 3 it says just this, 2
 * with a site's name behind it or before it, 1 with what may as well be the
 * title before a site's name, 0 not at all; a link (the site's own name over
 * a blog) counts for less.
 */
static int
said_by_head(const struct page *p, const struct refs *refs, const struct raw *r)
{
    int best = 0;

    for (size_t i = 0; i < 3; i++) {
        str full = refs->full[i];
        int rank;

        if (full.n == 0)
            continue;
        if (str_eq_nocase(refs->bare[i], r->text) ||
            (full.n == refs->bare[i].n && str_eq_nocase(full, r->text)))
            rank = 3;
        else if (!title_same(full, r->text, p->mem))
            rank = 0;
        else
            rank =
                full.n > r->text.n && str_ends(full, r->text) &&
                        !title_site_like(
                            p, str_cut(full, 0, full.n - r->text.n), SITE_MOST)
                    ? 1
                    : 2;
        if (rank > best)
            best = rank;
    }
    if (best && r->linked * 2 > r->shape.units)
        best = 1;
    return best;
}

/* Two of the three say just this. */
static bool
agreed(const struct refs *refs, str ref)
{
    int n = 0;

    for (size_t i = 0; i < 3; i++)
        n += refs->bare[i].n && str_eq_nocase(refs->bare[i], ref);
    return n >= 2;
}

/* What stands behind a title and is more than a few words of it. */
static bool
new_sentence(str rest)
{
    bool space = rest.n && (rest.s[0] == ' ' || rest.s[0] == '\xC2');

    rest = str_trim(rest);
    while (str_starts(rest, STR("\xC2\xA0")))
        rest = str_trim(str_cut(rest, 2, rest.n));
    return space && rest.n >= SITE_BYTES &&
           (utf8_upper(utf8_next(&(str){rest.s, rest.n})) ||
            (rest.s[0] >= '0' && rest.s[0] <= '9'));
}

/* "Energy:" is joined to what follows, "Energy :" is a kicker. */
static bool
joined(str kicker)
{
    return kicker.n > 1 && kicker.s[kicker.n - 1] == ':' &&
           kicker.s[kicker.n - 2] != ' ';
}

/*
 * A headline with a kicker before it ("Energy Council votes …") or a subtitle
 * behind it is as the head of the page says it. A kicker with a colon is
 * part of it.
 */
static str
as_said(const struct refs *refs, str title)
{
    for (size_t i = 0; i < 3; i++) {
        str ref = refs->bare[i];
        size_t least = i == 0 ? LD_BYTES : SITE_BYTES;
        char c;

        if (ref.n < least || ref.n >= title.n)
            continue;
        if (str_ends(title, ref)) {
            c = title.s[title.n - ref.n - 1];
            if ((c == ' ' || c == '\xA0') &&
                !joined(str_cut(title, 0, title.n - ref.n - 1)))
                return ref;
        }
        if (str_starts(title, ref) && agreed(refs, ref) &&
            new_sentence(str_cut(title, ref.n, title.n)))
            return ref;
    }
    return title;
}

/* Soft hyphens are no part of it. */
static str
without_soft(str s, struct arena *mem)
{
    char *out;
    size_t n = 0;

    if (str_find(s, STR("\xC2\xAD")) == SIZE_MAX)
        return s;
    out = arena_alloc(mem, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '\xC2' && i + 1 < s.n && s.s[i + 1] == '\xAD')
            i++;
        else
            out[n++] = s.s[i];
    }
    return (str){out, n};
}

/* The part of the words of one that stand in the other. */
static bool
shares_words(str title, str other)
{
    str word;
    size_t n = 0, hits = 0;

    while (str_next(&title, ' ', &word)) {
        struct shape s;

        shape_count(word, &s);
        if (s.units < 3)
            continue;
        n++;
        hits += str_find_nocase(other, word) != SIZE_MAX;
    }
    return n == 0 || hits * 3 >= n;
}

/* 2026-11, extraction set and corpus/dev. */
#define TITLE_SEARCH 300 /* blocks from the start that may be the title */
#define H1_LEAST     12  /* units of one among several */
#define H1_LONE      4   /* … of the only one */
#define LONE_NEAR    16
#define RANK_LONE    7

/* A heading of the first rank that may be the title. */
static bool
heads(const struct page *p, const struct raw *r, uint32_t least)
{
    return r->tag == TAG_H1 && r->shape.units >= least &&
           r->text.n < META_MOST_VALUE && !str_eq_nocase(r->text, p->meta.site);
}

/* The only such heading that is no link and no name of the site, with prose
 * not far behind it; SIZE_MAX: there are none or several. */
static size_t
lone_heading(const struct page *p)
{
    size_t lone = SIZE_MAX;

    for (size_t i = 0; i < p->nraws && i < TITLE_SEARCH; i++) {
        const struct raw *r = &p->raws[i];

        if (!heads(p, r, H1_LONE) || r->linked * 2 > r->shape.units ||
            title_site_like(p, r->text, SITE_MOST))
            continue;
        if (lone != SIZE_MAX)
            return SIZE_MAX;
        lone = i;
    }
    for (size_t i = lone; i < p->nraws && i < lone + LONE_NEAR; i++)
        if (shape_prose(&p->raws[i].shape))
            return lone;
    return SIZE_MAX;
}

static int
rank_of(const struct page *p, const struct refs *refs, size_t i, size_t lone)
{
    const struct raw *r = &p->raws[i];
    int rank;

    if (r->text.n >= META_MOST_VALUE || r->tag == TAG_BUTTON ||
        r->tag == TAG_LI)
        return 0;
    rank = 4 * said_by_head(p, refs, r);
    if (i == lone)
        return rank + RANK_LONE;
    if (heads(p, r, H1_LEAST))
        rank += r->linked * 2 > r->shape.units ? 1 : 3;
    return rank;
}

void
meta_title(struct page *p)
{
    struct meta *m = &p->meta;
    struct refs refs = {.full = {m->headline, m->og_title, m->title}};
    size_t lone = lone_heading(p);
    int best = 0;

    for (size_t i = 0; i < 3; i++) {
        refs.bare[i] = without_day(bare(p, refs.full[i]));
        if (p->title_text.n == 0)
            p->title_text = refs.bare[i];
    }
    p->title = SIZE_MAX;
    for (size_t i = 0; i < p->nraws && i < TITLE_SEARCH; i++) {
        int rank = rank_of(p, &refs, i, lone);

        if (rank > best) {
            best = rank;
            p->title = i;
        }
    }
    if (p->title == SIZE_MAX)
        return;
    /* a heading that nothing in the head knows heads another thing */
    if (best < 8 && p->title != lone && p->title_text.n > SITE_BYTES &&
        !shares_words(p->raws[p->title].text, p->title_text) &&
        !shares_words(p->title_text, p->raws[p->title].text)) {
        p->title = SIZE_MAX;
        return;
    }
    p->title_text = without_soft(
        as_said(&refs, without_day(bare(p, p->raws[p->title].text))), p->mem);
}
