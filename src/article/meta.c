/*
 * meta.c - what a page says of itself: JSON-LD, OpenGraph, meta, microdata.
 *
 * The first to say a thing is believed, JSON-LD before all others; values
 * are kept as written. Which of several dates is right is published.c's
 * affair.
 */
#include "article/page.h"
#include "base/json.h"
#include "text/fold.h"

#include <string.h>

#define MOST_VALUE 1000   /* bytes of a title or a name that are kept */
#define MOST_BODY  400000 /* … of an articleBody */

static void
put(str *to, str value, struct arena *mem)
{
    if (to->n == 0 && str_trim(value).n)
        *to = page_line(str_cut(value, 0, MOST_VALUE), mem);
}

static void
author(struct meta *m, str name, struct arena *mem)
{
    name = str_trim(str_cut(name, 0, 200));
    if (name.n == 0 || m->nauthors == META_MOST_AUTHORS ||
        str_starts_nocase(name, STR("http")))
        return;
    for (size_t i = 0; i < m->nauthors; i++)
        if (str_eq(m->authors[i], name))
            return;
    m->authors[m->nauthors++] = page_line(name, mem);
}

/* ---- meta, html and link ---------------------------------------------------
 */

enum field {
    OG_TITLE,
    SITE,
    PUBLISHED,
    MODIFIED,
    AUTHOR,
    LANGUAGE,
    URL,
    LABEL,
    LABELLED
};

static const struct {
    const char *name;
    enum field field;
} names[] = {
    {"og:title", OG_TITLE},
    {"twitter:title", OG_TITLE},
    {"dc.title", OG_TITLE},
    {"og:site_name", SITE},
    {"application-name", SITE},
    {"article:published_time", PUBLISHED},
    {"article:published", PUBLISHED},
    {"og:published_time", PUBLISHED},
    {"og:pubdate", PUBLISHED},
    {"datepublished", PUBLISHED},
    {"pubdate", PUBLISHED},
    {"publishdate", PUBLISHED},
    {"publish_date", PUBLISHED},
    {"publish-date", PUBLISHED},
    {"publication_date", PUBLISHED},
    {"parsely-pub-date", PUBLISHED},
    {"sailthru.date", PUBLISHED},
    {"dc.date.issued", PUBLISHED},
    {"dcterms.issued", PUBLISHED},
    {"dc.date", PUBLISHED},
    {"dcterms.date", PUBLISHED},
    {"date", PUBLISHED},
    {"article.published", PUBLISHED},
    {"cxenseparse:recs:publishtime", PUBLISHED},
    {"article:modified_time", MODIFIED},
    {"og:updated_time", MODIFIED},
    {"author", AUTHOR},
    {"article:author", AUTHOR},
    {"dc.creator", AUTHOR},
    {"parsely-author", AUTHOR},
    {"byl", AUTHOR},
    {"og:locale", LANGUAGE},
    {"content-language", LANGUAGE},
    {"og:url", URL},
    {"twitter:label1", LABEL},
    {"twitter:data1", LABELLED},
};

static void
field(struct meta *m, enum field f, str v, struct arena *mem)
{
    switch (f) {
    case OG_TITLE:
        put(&m->og_title, v, mem);
        break;
    case SITE:
        put(&m->site, v, mem);
        break;
    case PUBLISHED:
        put(&m->published, v, mem);
        break;
    case MODIFIED:
        put(&m->modified, v, mem);
        break;
    case AUTHOR:
        author(m, v, mem);
        break;
    case LANGUAGE:
        put(&m->lang, v, mem);
        break;
    case URL:
        put(&m->url, v, mem);
        break;
    case LABEL:
        put(&m->label, v, mem);
        break;
    case LABELLED:
        put(&m->labelled, v, mem);
        break;
    }
}

void
meta_tag(struct meta *m, const struct markup_tag *t, struct arena *mem)
{
    str name;

    if (str_is(t->name, "html")) {
        put(&m->lang, markup_value(t, "lang"), mem);
    } else if (str_is(t->name, "link")) {
        if (str_eq_nocase(markup_value(t, "rel"), STR("canonical")))
            put(&m->url, markup_value(t, "href"), mem);
    } else if (str_is(t->name, "meta")) {
        name = markup_value(t, "property");
        if (name.n == 0)
            name = markup_value(t, "name");
        if (name.n == 0)
            name = markup_value(t, "http-equiv");
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (name.n && (name.s[0] | 32) == names[i].name[0] &&
                str_eq_nocase(name, str_of(names[i].name)))
                field(m, names[i].field, markup_value(t, "content"), mem);
    }
}

void
meta_item(struct meta *m, str prop, str text, struct arena *mem)
{
    if (str_is(prop, "headline"))
        put(&m->headline, text, mem);
    else if (str_is(prop, "datePublished"))
        put(&m->published, text, mem);
    else if (str_is(prop, "dateModified"))
        put(&m->modified, text, mem);
    else if (str_is(prop, "inLanguage"))
        put(&m->lang, text, mem);
}

/* ---- JSON-LD
 * ----------------------------------------------------------------- */

/* Whether the "@type" names a piece of news, alone or in a list. */
static bool
is_article(const struct json *j)
{
    const struct json *t = json_get(j, "@type"), *i;

    if (t && json_is_array(t)) {
        for (i = json_first(t); i; i = json_next(i))
            if (str_ends(json_text(i), STR("Article")) ||
                str_ends(json_text(i), STR("Posting")))
                return true;
        return false;
    }
    return str_ends(json_text(t), STR("Article")) ||
           str_ends(json_text(t), STR("Posting")) ||
           str_ends(json_text(t), STR("Report"));
}

static bool
is_page(const struct json *j)
{
    return str_is(json_text(json_get(j, "@type")), "WebPage");
}

/* A person or a body: a string, an object with a name, or a list of those. */
static void
each_name(const struct json *j, struct meta *m, str *one, struct arena *mem)
{
    str name =
        json_is_object(j) ? json_text(json_get(j, "name")) : json_text(j);

    if (json_is_array(j)) {
        const struct json *i = json_first(j);

        for (; i; i = json_next(i))
            if (!json_is_array(i))
                each_name(i, m, one, mem);
    } else if (one) {
        put(one, name, mem);
    } else {
        author(m, name, mem);
    }
}

/* The node of the graph that another one means by its "@id". */
static const struct json *
by_id(const struct json *j, str id, int depth)
{
    const struct json *hit = NULL, *i;

    if (!j || depth > 4)
        return NULL;
    if (json_is_array(j)) {
        for (i = json_first(j); i && !hit; i = json_next(i))
            hit = by_id(i, id, depth + 1);
        return hit;
    }
    if (!json_is_object(j))
        return NULL;
    if (json_text(json_get(j, "name")).n &&
        str_eq(json_text(json_get(j, "@id")), id))
        return j;
    return by_id(json_get(j, "@graph"), id, depth + 1);
}

static bool
is_body(const struct json *j)
{
    str type = json_text(json_get(j, "@type"));

    return str_ends(type, STR("Organization"));
}

/* Authors of JSON-LD stand before those of meta; a body is no person. */
static void
authors(struct meta *m, const struct json *j, const struct json *all,
        struct arena *mem)
{
    const struct json *i = json_is_array(j) ? json_first(j) : j;

    if (!j)
        return;
    if (!m->graph) {
        m->nauthors = 0;
        m->bodies = false;
    }
    for (size_t n = 0; i && n < 4 * META_MOST_AUTHORS; n++) {
        const struct json *who = i;
        size_t before = m->nauthors;

        if (json_is_object(i) && !json_get(i, "name"))
            who = by_id(all, json_text(json_get(i, "@id")), 0);
        if (who)
            each_name(who, m, NULL, mem);
        if (m->nauthors > before) {
            m->graph = true;
            m->bodies = is_body(who);
        }
        i = json_is_array(j) ? json_next(i) : NULL;
    }
}

static void
take(struct meta *m, const struct json *j, const struct json *all,
     struct arena *mem)
{
    str v;
    const struct json *lang = json_get(j, "inLanguage");

    put(&m->headline, json_text(json_get(j, "headline")), mem);
    if (m->headline.n == 0)
        put(&m->headline, json_text(json_get(j, "name")), mem);
    v = json_text(json_get(j, "datePublished"));
    if (v.n) {
        m->published = (str){0};
        put(&m->published, v, mem);
    }
    put(&m->modified, json_text(json_get(j, "dateModified")), mem);
    put(&m->lang,
        json_is_object(lang) ? json_text(json_get(lang, "alternateName"))
                             : json_text(lang),
        mem);
    put(&m->url, json_text(json_get(j, "url")), mem);
    authors(m, json_get(j, "author"), all, mem);
    if (m->nauthors == 0)
        authors(m, json_get(j, "creator"), all, mem);
    each_name(json_get(j, "publisher"), m, &m->site, mem);
    each_name(json_get(j, "sourceOrganization"), m, &m->agency, mem);
    v = json_text(json_get(j, "articleBody"));
    if (v.n > m->body.n)
        m->body = arena_str(mem, str_cut(v, 0, MOST_BODY));
}

/* Articles stand at the top, in a list, under "@graph" or as the main
 * entity of a page. */
static const struct json *
find_article(const struct json *j, bool pages, int depth)
{
    static const char *const under[] = {"@graph", "mainEntity"};
    const struct json *i, *hit;

    if (!j || depth > 6)
        return NULL;
    if (json_is_array(j)) {
        for (i = json_first(j); i; i = json_next(i))
            if ((hit = find_article(i, pages, depth + 1)) != NULL)
                return hit;
        return NULL;
    }
    if (!json_is_object(j))
        return NULL;
    if (pages ? is_page(j) : is_article(j))
        return j;
    for (size_t k = 0; k < sizeof under / sizeof *under; k++)
        if ((hit = find_article(json_get(j, under[k]), pages, depth + 1)) !=
            NULL)
            return hit;
    return NULL;
}

void
meta_json(struct meta *m, str text, struct arena *mem)
{
    struct json *j = json_parse(str_trim(text));
    const struct json *a = find_article(j, false, 0);

    /* some tell the day and the author of the page alone */
    if (!a && (a = find_article(j, true, 0)) != NULL &&
        !json_get(a, "datePublished"))
        a = NULL;

    if (a)
        take(m, a, j, mem);
    json_free(j);
}

/* ---- titles
 * -------------------------------------------------------------------- */

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

/*
 * How surely the head names this line as the title: 3 it says just this, 2
 * with a site's name about it, 0 not at all; a link (the site's own name
 * over a blog) counts for less.
 */
static int
said_by_head(const struct meta *m, const struct raw *r, struct arena *mem)
{
    const str refs[] = {m->headline, m->og_title, m->title};
    int best = 0;

    for (size_t i = 0; i < 3; i++) {
        if (refs[i].n == 0 || !title_same(refs[i], r->text, mem))
            continue;
        if (best < 2)
            best = 2;
        if (str_eq_nocase(refs[i], r->text))
            best = 3;
    }
    if (best && r->linked * 2 > r->shape.units)
        best = 1;
    return best;
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
#define SITE_LEAST 4 /* letters that a name and a host share */

/* Whether this part of a title is the site's name, by name or address. */
static bool
names_site(const struct page *p, str part)
{
    const struct meta *m = &p->meta;
    char a[64], b[64];
    str host = host_label(m->url.n ? m->url : p->a->url), x, y;

    if (part.n == 0)
        return false;
    if (m->site.n >= SITE_LEAST && part.n >= SITE_LEAST &&
        (str_find_nocase(part, m->site) != SIZE_MAX ||
         str_find_nocase(m->site, part) != SIZE_MAX))
        return true;
    x = (str){a, squeeze(part, a, sizeof a)};
    y = (str){b, squeeze(host, b, sizeof b)};
    if (x.n < SITE_LEAST || y.n < SITE_LEAST)
        return false;
    return str_find(x, y) != SIZE_MAX || str_find(y, x) != SIZE_MAX;
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
        if (s.units <= SITE_UNITS && at > first / 2 && names_site(p, rest) &&
            at - mark.n >= SITE_BYTES / 2)
            return str_trim(str_cut(title, 0, at - mark.n));
    }
    return title;
}

/*
 * A headline with a kicker before it ("Energy Council votes …") is as the
 * head of the page says it, if that is how it ends.
 */
static str
without_kicker(const struct page *p, str title)
{
    const struct meta *m = &p->meta;
    const str refs[] = {m->headline, m->og_title, m->title};

    for (size_t i = 0; i < 3; i++) {
        str ref = refs[i].n ? bare(p, refs[i]) : refs[i];

        if (ref.n >= SITE_BYTES && ref.n < title.n && str_ends(title, ref) &&
            title.s[title.n - ref.n - 1] == ' ')
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

void
meta_title(struct page *p)
{
    struct meta *m = &p->meta;
    int best = 0;

    p->title = SIZE_MAX;
    for (size_t i = 0; i < p->nraws && i < TITLE_SEARCH; i++) {
        const struct raw *r = &p->raws[i];
        int rank = 0;

        if (r->text.n >= MOST_VALUE || r->tag == TAG_BUTTON)
            continue;
        rank = 4 * said_by_head(m, r, p->mem);
        if (r->tag == TAG_H1)
            rank += r->shape.units < 12 || str_eq_nocase(r->text, m->site) ? 0
                    : r->linked * 2 > r->shape.units                       ? 1
                                                                           : 3;
        else if (r->tag == TAG_LI)
            rank = 0;
        if (rank > best) {
            best = rank;
            p->title = i;
        }
    }
    p->title_text = m->headline.n   ? bare(p, m->headline)
                    : m->og_title.n ? bare(p, m->og_title)
                                    : bare(p, m->title);
    if (p->title == SIZE_MAX)
        return;
    /* a heading that nothing in the head knows heads another thing */
    if (best < 8 && p->title_text.n > SITE_BYTES &&
        !shares_words(p->raws[p->title].text, p->title_text) &&
        !shares_words(p->title_text, p->raws[p->title].text)) {
        p->title = SIZE_MAX;
        return;
    }
    p->title_text = without_soft(
        without_kicker(p, bare(p, p->raws[p->title].text)), p->mem);
}
