/*
 * byline.c - who wrote it: persons or desks, and the agency.
 *
 * Sources in the order of trust: JSON-LD, meta, itemprop="author",
 * rel="author", elements that call themselves author or byline and stand
 * about the title, a line of the page that begins as bylines do. A name that
 * is only the site's own is no author, and no name is better than a
 * wrong one.
 */
#include "article/page.h"

#include <string.h>

/* 2026-11, extraction set and corpus/dev. */

/* ---- elements ------------------------------------------------------------ */

static bool
letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Whether a word of the value begins with one of these: behind a mark, or
 * where a small letter meets a capital ("documentAuthor"). */
static bool
has_word(str value, const char *const *words, size_t n)
{
    for (size_t i = 0; i < value.n; i++) {
        char c = value.s[i], before = i ? value.s[i - 1] : ' ';

        if (!letter(c) ||
            (letter(before) && !(c >= 'A' && c <= 'Z' && before >= 'a')))
            continue;
        for (size_t k = 0; k < n; k++)
            if ((c | 32) == words[k][0] &&
                str_starts_nocase(str_cut(value, i, value.n), str_of(words[k])))
                return true;
    }
    return false;
}

/* A link to a page about an author. */
static bool
leads_to_author(str href)
{
    static const char *const paths[] = {"author/",  "authors/",   "autor/",
                                        "autoren/", "autores/",   "auteur/",
                                        "auteurs/", "redakteur/", "writers/",
                                        "autore/",  "journalist/"};
    const char *slash = href.s, *end = href.s + href.n;

    if (str_find(href, STR("?author=")) != SIZE_MAX)
        return true;
    while (slash < end &&
           (slash = memchr(slash, '/', (size_t)(end - slash))) != NULL) {
        str rest = {slash + 1, (size_t)(end - slash) - 1};

        for (size_t i = 0; rest.n && i < sizeof paths / sizeof *paths; i++)
            if (rest.s[0] == paths[i][0] && str_starts(rest, str_of(paths[i])))
                return true;
        slash++;
    }
    return false;
}

uint8_t
byline_rank(const struct markup_tag *t)
{
    static const char *const words[] = {
        "author",     "autor",       "auteur",    "byline",
        "writer",     "redakteur",   "redaktion", "wrote",
        "itemposter", "contributor", "submitted", "signature"};
    static const char *const rel[] = {"author"};
    bool meta = str_is(t->name, "meta");
    uint8_t rank = CREDIT_NONE;

    for (size_t i = 0; i < t->nattrs; i++) {
        str name = t->attrs[i].name, value = t->attrs[i].value;

        if (str_is(name, "itemprop") &&
            (str_is(value, "author") || str_is(value, "creator")))
            return CREDIT_ITEM;
        if ((str_is(name, "rel") && has_word(value, rel, 1)) ||
            (str_is(name, "href") && leads_to_author(value)))
            rank = CREDIT_LINK;
        else if (rank == CREDIT_NONE && !meta && str_is(name, "class") &&
                 has_word(value, words, sizeof words / sizeof *words))
            rank = CREDIT_CLASS;
    }
    return meta || str_is(t->name, "link") || str_is(t->name, "body") ||
                   str_is(t->name, "article")
               ? CREDIT_NONE
               : rank;
}

void
byline_credit(struct page *p, str words, uint8_t rank, uint32_t node)
{
    struct meta *m = &p->meta;

    words = str_trim(words);
    if (words.n == 0 || words.n > BYLINE_MOST ||
        m->ncredits == META_MOST_CREDITS)
        return;
    m->credits[m->ncredits++] =
        (struct credit){.words = arena_str(p->mem, words),
                        .node = node,
                        .raw = (uint32_t)p->nraws,
                        .rank = rank};
}

/* ---- choosing ---------------------------------------------------------------
 */

/* 2026-11, extraction set and corpus/dev. */
#define ABOUT_BEFORE 6  /* blocks before the title a credit may stand */
#define ABOUT_BEHIND 12 /* … behind the last one of the body */

#define LONGER_LEAST   8  /* bytes that another person's name has */
#define HEAD_LEADS     1  /* blocks of the body before a credit of the head */
#define LINES_BEFORE   3  /* blocks above the title, */
#define LINES_LEADS    1  /* … behind the first of the body, */
#define LINES_LAST     1  /* … before its last, */
#define LINES_BEHIND   6  /* … behind it: lines that may name somebody */
#define CONTACT_DIGITS 6  /* of a number to call */
#define LABEL_UNITS    12 /* of "By" or "Autor:" alone */
#define LINE_UNITS     90 /* of such a line */

struct range {
    size_t first, last;
};

static size_t
first_body(const struct page *p)
{
    size_t i = 0;

    while (i < p->nraws && p->raws[i].kind != BLOCK_BODY)
        i++;
    return i;
}

static struct range
about(const struct page *p)
{
    struct range r = {p->title == SIZE_MAX ? 0 : p->title, 0};

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE)
            r.last = i;
    r.first = r.first > ABOUT_BEFORE ? r.first - ABOUT_BEFORE : 0;
    r.last += ABOUT_BEHIND;
    return r;
}

/* Not of the author of the page. */
#define OTHERS (ROLE_COMMENT | ROLE_CAPTION)

static bool
with_role(const struct page *p, uint32_t node, uint32_t roles)
{
    for (; node; node = p->nodes[node].parent)
        if (p->nodes[node].roles & roles)
            return true;
    return false;
}

static bool
in_frame(const struct page *p, uint32_t node)
{
    for (; node; node = p->nodes[node].parent)
        if (p->nodes[node].roles & OTHERS ||
            (p->nodes[node].roles & ROLE_FRAME &&
             !(p->nodes[node].roles & ROLE_BYLINE)))
            return true;
    return false;
}

/* The first credit of the rank that names somebody, with those beside it. */
static void
from_credits(struct page *p, uint8_t rank, struct range r, bool frame,
             enum trust trust)
{
    const struct meta *m = &p->meta;
    uint32_t at = 0;

    for (size_t i = 0; i < m->ncredits; i++) {
        const struct credit *c = &m->credits[i];

        if (c->rank != rank || c->raw < r.first || c->raw > r.last ||
            (!frame && in_frame(p, c->node)))
            continue;
        if (p->a->nbyline && c->raw > at + 1)
            return;
        if (p->a->nbyline) {
            struct shape s;

            /* one name with and without its title is one person */
            shape_of(NULL, c->words, &s);
            if (s.words < 2 ||
                str_find_nocase(c->words, p->a->byline[0]) != SIZE_MAX ||
                str_find_nocase(p->a->byline[0], c->words) != SIZE_MAX)
                continue;
        }
        if (authors_add(p, c->words, trust))
            at = c->raw;
    }
}

static void
from_lines(struct page *p)
{
    for (size_t i = 0; i < p->nraws && p->a->nbyline == 0; i++) {
        const struct raw *r = &p->raws[i];
        bool whole;

        if (r->kind != BLOCK_BYLINE || r->doubled)
            continue;
        if (lexicon_chrome(p->lx, r->text, &whole) == CHROME_BYLINE) {
            if (!whole)
                authors_add(p, r->text, TRUST_LINE);
        } else if (p->html && r->shape.words >= 2 && r->shape.words <= 4 &&
                   r->shape.digits == 0 && r->shape.chrome == CHROME_NONE) {
            authors_add(p, r->text, TRUST_LINE);
        }
    }
}

/* The line is "By", "Autor:" and nothing else. */
static bool
labels(const struct page *p, const struct raw *r)
{
    bool whole = false;

    return r->shape.words == 1 && r->shape.units <= LABEL_UNITS &&
           lexicon_chrome(p->lx, r->text, &whole) == CHROME_BYLINE && whole;
}

/* "Autor:" in a line of its own, and behind it who that is. */
static void
from_labels(struct page *p, struct range r)
{
    for (size_t i = r.first; i + 1 < p->nraws && i < r.last; i++) {
        const struct raw *next = &p->raws[i + 1];

        if (p->a->nbyline == 0 && labels(p, &p->raws[i]) &&
            next->shape.digits == 0 && next->shape.last == 0 &&
            next->shape.words >= 2 && next->shape.units <= LINE_UNITS &&
            !in_frame(p, next->node))
            authors_add(p, next->text, TRUST_LINE);
    }
}

/* A line behind "By", or prose about the author, says the whole name. */
static void
from_fuller(struct page *p, struct range r)
{
    if (str_find(p->a->byline[0], STR(" ")) != SIZE_MAX)
        return;
    for (size_t i = r.first + 1; i < p->nraws && i < r.last; i++)
        if (labels(p, &p->raws[i - 1]) ||
            (p->raws[i].kind == BLOCK_CHROME && shape_prose(&p->raws[i].shape)))
            authors_fuller(p, p->raws[i].text);
}

/* It tells a day, or the line just above or below does. */
static bool
beside_day(struct page *p, size_t i)
{
    return p->raws[i].shape.digits > 2 ||
           (i > 0 && dates_line(p, &p->raws[i - 1])) ||
           (i + 1 < p->nraws && dates_line(p, &p->raws[i + 1]));
}

/* A number or an address below: whom the press may call. */
static bool
has_contact(const struct page *p, size_t i)
{
    const struct raw *next = &p->raws[i + 1];

    return i + 1 < p->nraws && (next->shape.digits >= CONTACT_DIGITS ||
                                str_find(next->text, STR("@")) != SIZE_MAX);
}

/* Lines about the head of the text and at its end, whatever they were taken
 * for; with `frame` those, too, that the page calls a frame, between title
 * and text and beside a day. */
static void
from_text(struct page *p, bool frame)
{
    size_t first = SIZE_MAX, last = 0;
    size_t title = p->title == SIZE_MAX ? 0 : p->title;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY) {
            first = first == SIZE_MAX ? i : first;
            last = i;
        }
    if (first == SIZE_MAX)
        return;
    title = title > first ? first : title;
    for (size_t i = title > LINES_BEFORE ? title - LINES_BEFORE : 0;
         i < p->nraws && i <= last + LINES_BEHIND && p->a->nbyline == 0; i++) {
        const struct raw *r = &p->raws[i];
        bool end;

        if (i > first + LINES_LEADS && i + LINES_LAST < last)
            i = last - LINES_LAST; /* on to the end */
        r = &p->raws[i];
        if (i == p->title || r->kind == BLOCK_CAPTION ||
            r->kind == BLOCK_EMBED || r->kind == BLOCK_TITLE ||
            r->kind == BLOCK_HEADING || r->shape.units > LINE_UNITS ||
            r->shape.units < 5 || r->shape.rights)
            continue;
        /* between title and text nothing but a comment is another's */
        if (frame && i > title && i < first
                ? with_role(p, r->node, OTHERS) || !beside_day(p, i)
                : in_frame(p, r->node))
            continue;
        end = i + LINES_LAST >= last && i > first + LINES_LEADS;
        if (!end || !has_contact(p, i))
            authors_line(p, r, end);
    }
}

/* One word without a capital. */
static bool
is_handle(str s)
{
    while (s.n) {
        uint32_t c = utf8_next(&s);

        if (utf8_upper(c) || utf8_space(c) || c >= 0x2E80)
            return false;
    }
    return true;
}

static void
from_meta(struct page *p, bool bodies)
{
    const struct meta *m = &p->meta;

    for (size_t i = 0; i < m->nauthors; i++) {
        /* a body, or an account ("ann.lee"): what the page shows is better */
        if (!bodies && (m->bodies || is_handle(m->authors[i])))
            continue;
        if (!authors_site(p, m->authors[i]))
            authors_add(p, m->authors[i], TRUST_SAID);
    }
}

/* Whether an element about the head of the text names this author. */
static bool
confirmed(const struct page *p, struct range head, str name)
{
    for (size_t i = 0; i < p->meta.ncredits; i++) {
        const struct credit *c = &p->meta.credits[i];

        if (c->raw >= head.first && c->raw <= head.last &&
            str_find_nocase(c->words, name) != SIZE_MAX)
            return true;
    }
    return false;
}

/* Meta elements name several, the page only some: the others own the site. */
static void
without_owners(struct page *p, struct range head)
{
    struct article *a = p->a;
    size_t n = 0;

    for (size_t i = 0; i < a->nbyline; i++)
        n += confirmed(p, head, a->byline[i]);
    if (n == 0 || n == a->nbyline)
        return;
    n = 0;
    for (size_t i = 0; i < a->nbyline; i++)
        if (confirmed(p, head, a->byline[i]))
            a->byline[n++] = a->byline[i];
    a->nbyline = n;
}

/* The head of the page names one author, its byline him and others. */
static void
from_longer(struct page *p, struct range head)
{
    struct article *a = p->a;
    str one = a->byline[0];

    for (size_t i = 0; i < p->meta.ncredits && a->nbyline == 1; i++) {
        const struct credit *c = &p->meta.credits[i];

        if (c->raw < head.first || c->raw > head.last ||
            c->words.n < one.n + LONGER_LEAST || in_frame(p, c->node) ||
            str_find_nocase(c->words, one) == SIZE_MAX)
            continue;
        a->nbyline = 0;
        authors_add(p, c->words, TRUST_SHOWN);
        if (a->nbyline < 2) {
            a->byline[0] = one;
            a->nbyline = 1;
        }
    }
}

/* Rank by rank, until somebody is found. */
static void
every_credit(struct page *p, struct range r, bool frame, enum trust linked,
             enum trust shown)
{
    for (uint8_t rank = CREDIT_ITEM; rank > CREDIT_NONE; rank--)
        if (p->a->nbyline == 0)
            from_credits(p, rank, r, frame,
                         rank >= CREDIT_LINK ? linked : shown);
}

void
byline_write(struct page *p)
{
    struct article *a = p->a;
    struct range r = about(p), head = {r.first, first_body(p) + HEAD_LEADS};
    bool whole;

    a->byline = arena_new(a->mem, str, META_MOST_AUTHORS);
    if (!str_eq_nocase(p->meta.site, p->title_text) &&
        str_find(p->meta.site, STR("{")) == SIZE_MAX) /* no template's */
        a->site = p->meta.site;
    a->agency = p->meta.agency;
    a->section = p->meta.section;
    if (a->url.n == 0 && address_absolute(p->meta.url))
        a->url = p->meta.url;
    if (a->ngiven_byline) { /* somebody listed them */
        a->byline = a->given_byline;
        a->nbyline = a->ngiven_byline;
        return;
    }
    from_meta(p, false);
    if (a->nbyline > 1 && !p->meta.graph)
        without_owners(p, head);
    if (a->nbyline == 1)
        from_longer(p, head);
    if (a->nbyline == 1)
        from_fuller(p, r);
    if (a->nbyline == 0 && a->agency.n != p->meta.agency.n)
        return; /* an agency for an author */
    every_credit(p, head, false, TRUST_SAID, TRUST_SHOWN);
    if (a->nbyline == 0 && p->meta.label.n &&
        lexicon_chrome(p->lx, p->meta.label, &whole) == CHROME_BYLINE)
        authors_add(p, p->meta.labelled, TRUST_SAID);
    every_credit(p, r, false, TRUST_SAID, TRUST_SHOWN);
    if (a->nbyline == 0)
        from_lines(p);
    if (a->nbyline == 0)
        from_labels(p, r);
    if (a->nbyline == 0 && p->html)
        from_text(p, false);
    every_credit(p, r, false, TRUST_LINKED, TRUST_SHOWN);
    every_credit(p, head, true, TRUST_LINKED, TRUST_SHOWN);
    if (a->nbyline == 0 && p->html)
        from_text(p, true);
    every_credit(p, r, true, TRUST_LINKED, TRUST_LINE);
    if (a->nbyline == 0)
        from_meta(p, true);
}

/* "CITY, May 13 (CWS) —": the brackets before the dash of a dateline. */
/* 2026-11, extraction set and corpus/dev. */
#define AGENCY_REACH 120
#define AGENCY_MOST  60

void
byline_agency(struct page *p)
{
    for (size_t i = 0; i < p->nraws && p->a->agency.n == 0; i++) {
        str t = str_cut(p->raws[i].text, 0, AGENCY_REACH);
        size_t open = str_find(t, STR("(")), close = str_find(t, STR(")"));
        str behind;
        uint32_t c;

        if (p->raws[i].kind != BLOCK_BODY)
            continue;
        if (open == SIZE_MAX || close == SIZE_MAX || close < open + 3 ||
            close - open > AGENCY_MOST)
            return;
        behind = str_trim(str_cut(t, close + 1, t.n));
        c = behind.n ? utf8_next(&behind) : 0;
        if (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x964)
            p->a->agency = str_cut(t, open + 1, close);
        return;
    }
}
