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
#define NAME_LEAST 3 /* units */
#define NAME_MOST  60
#define NAME_WORDS 8

/* ---- elements ------------------------------------------------------------ */

static bool
has_word(str value, const char *word)
{
    size_t n = strlen(word), at = 0, hit;

    while ((hit = str_find(str_cut(value, at, value.n), str_of(word))) !=
           SIZE_MAX) {
        char before = at + hit ? value.s[at + hit - 1] : ' ';

        if (!((before | 32) >= 'a' && (before | 32) <= 'z'))
            return true;
        at += hit + n;
    }
    return false;
}

uint8_t
byline_rank(const struct markup_tag *t)
{
    static const char *const paths[] = {
        "/author/",  "/authors/", "/autor/",      "/autoren/",
        "/autores/", "/auteur/",  "/auteurs/",    "/redakteur/",
        "/writers/", "/autore/",  "/journalist/", "?author="};
    static const char *const words[] = {"author",    "autor",    "auteur",
                                        "byline",    "writer",   "redakteur",
                                        "redaktion", "signature"};
    str prop = markup_value(t, "itemprop"), href, class;

    if (str_is(t->name, "meta") && !prop.n)
        return CREDIT_NONE;
    if (str_is(prop, "author") || str_is(prop, "creator"))
        return CREDIT_ITEM;
    if (str_is(t->name, "meta") || str_is(t->name, "link") ||
        str_is(t->name, "body") || str_is(t->name, "article"))
        return CREDIT_NONE;
    if (has_word(markup_value(t, "rel"), "author"))
        return CREDIT_LINK;
    href = markup_value(t, "href");
    if (str_find(href, STR("aut")) == SIZE_MAX &&
        str_find(href, STR("/redakteur/")) == SIZE_MAX &&
        str_find(href, STR("/writers/")) == SIZE_MAX &&
        str_find(href, STR("/journalist/")) == SIZE_MAX)
        href.n = 0;
    for (size_t i = 0; href.n && i < sizeof paths / sizeof *paths; i++)
        if (str_find(href, str_of(paths[i])) != SIZE_MAX)
            return CREDIT_LINK;
    class = markup_value(t, "class");
    for (size_t i = 0; class.n && i < sizeof words / sizeof *words; i++)
        if (has_word(class, words[i]))
            return CREDIT_CLASS;
    return CREDIT_NONE;
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

/* ---- from the words of a byline to names ----------------------------------
 */

/* Without "By", "Von", "Text und Foto:" … at its start. */
static str
without_by(const struct lexicon *lx, str s)
{
    size_t colon = str_find(str_cut(s, 0, 40), STR(":"));
    bool whole;

    if (colon != SIZE_MAX)
        s = str_trim(str_cut(s, colon + 1, s.n));
    for (int i = 0; i < 5 && lexicon_chrome(lx, s, &whole) == CHROME_BYLINE;
         i++) {
        size_t space = str_find(s, STR(" "));

        if (space == SIZE_MAX)
            return (str){0};
        s = str_trim(str_cut(s, space + 1, s.n));
    }
    return s;
}

/* "Zeige alle Beiträge von Ann Lee", "View all posts by Ann Lee": what stands
 * behind the first word that bylines begin with. */
static str
behind_by(const struct lexicon *lx, str s)
{
    str rest = s;
    size_t space;
    bool whole;

    for (int i = 0; i < 6 && (space = str_find(rest, STR(" "))) != SIZE_MAX;
         i++) {
        rest = str_trim(str_cut(rest, space + 1, rest.n));
        if (lexicon_chrome(lx, rest, &whole) == CHROME_BYLINE && !whole)
            return without_by(lx, rest);
    }
    return (str){0};
}

/* Up to the first mark or digit that no name has. */
static str
up_to_mark(str s)
{
    str rest = s;
    size_t end = 0;
    bool digit = false;

    while (rest.n) {
        size_t at = s.n - rest.n;
        uint32_t c = utf8_next(&rest);

        digit = utf8_digit(c) >= 0;
        if (digit || c == '|' || c == 0x2013 || c == 0x2014 || c == '(' ||
            c == ')' || c == ';' || c == '\n' || c == 0xB7 || c == 0x2022 ||
            c == '~' || c == '@' || c == '<' || c == 0xAB || c == 0xBB ||
            c == 0xFF08 || c == 0xFF5C ||
            (c == '-' && at && s.s[at - 1] == ' '))
            break;
        digit = false;
        if (c != ',' && !utf8_space(c))
            end = s.n - rest.n;
    }
    s = str_trim(str_cut(s, 0, end));
    /* the month or the "on" before the day: "Ann Lee Brown Feb 4" */
    if (digit) {
        size_t last = s.n;

        while (last && s.s[last - 1] != ' ')
            last--;
        if (last && s.n - last <= 4)
            s = str_trim(str_cut(s, 0, last));
    }
    return s;
}

/* "example.org": an address in place of a name. */
static bool
is_host(str s)
{
    size_t dot = s.n;

    while (dot && s.s[dot - 1] != '.')
        dot--;
    return dot > 1 && s.n - dot >= 2 && s.n - dot <= 4 &&
           str_find(s, STR(" ")) == SIZE_MAX &&
           (str_find(s, STR(".")) + 1 == dot || str_starts(s, STR("www.")));
}

/* Names of firms and addresses of sites. */
static bool
is_firm(str s)
{
    static const char *const marks[] = {"GmbH", " AG",   " e.V", " e. V",
                                        " Ltd", " Inc.", " LLC", "www."};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find(s, str_of(marks[i])) != SIZE_MAX)
            return true;
    return is_host(s);
}

/* In scripts with capitals the long words of a name have one. */
static bool
capitals(str s)
{
    str word;

    while (str_next(&s, ' ', &word)) {
        struct shape shape;
        str first = word;

        shape_of(NULL, word, &shape);
        if (shape.units > 3 && utf8_lower(utf8_next(&first)))
            return false;
    }
    return true;
}

/* What systems of publishing put where no name was given. */
static bool
is_account(str s)
{
    static const char *const accounts[] = {
        "admin",     "administrator", "super user", "superuser", "root",
        "no author", "author",        "editor",     "user",      "webmaster",
        "unknown",   "anonymous",     "guest",      "wordpress", "null",
        "undefined", "none",          "autor",      "default"};

    for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
        if (str_eq_nocase(s, str_of(accounts[i])))
            return true;
    return false;
}

/* A few words, a capital first where it is not `sure` to be a name. */
static bool
is_name(const struct lexicon *lx, str s, bool sure)
{
    struct shape shape;
    str rest = s;
    uint32_t first;

    if (s.n == 0)
        return false;
    shape_of(lx, s, &shape);
    first = utf8_next(&rest);
    return shape.units >= (sure ? NAME_LEAST : NAME_LEAST + 1) &&
           shape.units <= NAME_MOST && shape.words <= NAME_WORDS &&
           (sure || shape.digits == 0) && shape.last != '!' &&
           shape.last != '?' && shape.last != 0x2026 &&
           shape.chrome == CHROME_NONE && !is_account(s) &&
           utf8_letter(first) &&
           (sure ? shape.words == 1 || capitals(s)
                 : !utf8_lower(first) && capitals(s)) &&
           str_find(s, STR("://")) == SIZE_MAX;
}

static bool
is_site(const struct page *p, str s)
{
    const struct meta *m = &p->meta;

    return (m->site.n && str_eq_nocase(s, m->site)) || is_firm(s);
}

static void
add(struct page *p, str name)
{
    struct article *a = p->a;

    for (size_t i = 0; i < a->nbyline; i++)
        if (str_eq_nocase(a->byline[i], name))
            return;
    if (a->nbyline < META_MOST_AUTHORS)
        a->byline[a->nbyline++] = page_line(name, p->mem);
}

/* Parts "A, B und C" where every part has a given and a family name. */
static bool
add_parts(struct page *p, str s)
{
    static const char *const joints[] = {
        ", ",   " und ", " and ", " et ", " y ", " e ", " & ",  " i ",
        " og ", " en ",  " och ", "; ",   " / ", "、",  " ve ", " и "};
    str parts[META_MOST_AUTHORS];
    size_t n = 0;

    while (s.n && n < META_MOST_AUTHORS) {
        size_t at = s.n, len = 0;

        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
            size_t hit = str_find(s, str_of(joints[i]));

            if (hit < at) {
                at = hit;
                len = strlen(joints[i]);
            }
        }
        parts[n++] = str_trim(str_cut(s, 0, at));
        s = str_trim(str_cut(s, at + len, s.n));
    }
    if (n < 2 || s.n)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct shape shape;

        shape_of(NULL, parts[i], &shape);
        if ((shape.words < 2 && shape.script != SCRIPT_HAN) ||
            shape.words > 4 || !is_name(p->lx, parts[i], false))
            return false;
    }
    for (size_t i = 0; i < n; i++)
        add(p, parts[i]);
    return true;
}

/* The names in the words of a byline; false where there are none. */
static bool
add_names(struct page *p, str words, bool sure)
{
    str s = without_by(p->lx, str_trim(words));
    str listed;
    size_t semicolon = str_find(s, STR(";"));

    if (semicolon != SIZE_MAX && add_parts(p, s))
        return true;
    listed = up_to_mark(s);
    if (!capitals(listed) && (s = behind_by(p->lx, listed)).n)
        listed = up_to_mark(s);
    if (add_parts(p, listed))
        return true;
    if (!is_name(p->lx, listed, sure) || is_site(p, listed))
        return false;
    add(p, listed);
    return true;
}

/* ---- choosing ---------------------------------------------------------------
 */

/* 2026-11, extraction set and corpus/dev. */
#define ABOUT_BEFORE 6 /* blocks before the title a credit may stand */
#define ABOUT_BEHIND 6 /* … behind the last one of the body */

struct range {
    size_t first, last;
};

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

static bool
in_frame(const struct page *p, uint32_t node)
{
    for (; node; node = p->nodes[node].parent)
        if (p->nodes[node].roles & (ROLE_COMMENT | ROLE_CAPTION) ||
            (p->nodes[node].roles & ROLE_FRAME &&
             !(p->nodes[node].roles & ROLE_BYLINE)))
            return true;
    return false;
}

/* The first credit of the rank that names somebody, with those beside it. */
static void
from_credits(struct page *p, uint8_t rank, struct range r, bool frame)
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
        if (add_names(p, c->words, rank >= CREDIT_LINK))
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
                add_names(p, r->text, false);
        } else if (p->html && r->shape.words >= 2 && r->shape.words <= 4 &&
                   r->shape.digits == 0 && r->shape.chrome == CHROME_NONE) {
            add_names(p, r->text, false);
        }
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
        if (is_site(p, m->authors[i]))
            continue;
        if (!add_names(p, m->authors[i], true) && bodies &&
            is_name(p->lx, m->authors[i], true))
            add(p, m->authors[i]);
    }
}

void
byline_write(struct page *p)
{
    struct article *a = p->a;
    struct range r = about(p);
    bool whole;

    a->byline = arena_new(a->mem, str, META_MOST_AUTHORS);
    a->site = p->meta.site;
    a->agency = p->meta.agency;
    if (a->url.n == 0)
        a->url = p->meta.url;
    if (a->ngiven_byline) { /* somebody listed them */
        a->byline = a->given_byline;
        a->nbyline = a->ngiven_byline;
        return;
    }
    from_meta(p, false);
    if (a->nbyline == 0 && p->meta.label.n &&
        lexicon_chrome(p->lx, p->meta.label, &whole) == CHROME_BYLINE)
        add_names(p, p->meta.labelled, true);
    for (uint8_t rank = CREDIT_ITEM; rank > CREDIT_NONE; rank--)
        for (int frame = 0; frame <= 1; frame++)
            if (a->nbyline == 0)
                from_credits(p, rank, r, frame);
    if (a->nbyline == 0)
        from_lines(p);
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
