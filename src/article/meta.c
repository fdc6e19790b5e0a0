/*
 * meta.c - what a page says of itself: JSON-LD, OpenGraph, meta, microdata.
 *
 * The first to say a thing is believed, JSON-LD before all others; values
 * are kept as written. Which of several dates is right is published.c's
 * affair.
 */
#include "article/page.h"
#include "base/json.h"

#define MOST_BODY 400000 /* … of an articleBody */

static void
put(str *to, str value, struct arena *mem)
{
    if (to->n == 0 && str_trim(value).n)
        *to = page_line(markup_text(str_cut(value, 0, META_MOST_VALUE), mem),
                        mem);
}

static void
author(struct meta *m, str name, struct arena *mem)
{
    name = str_trim(markup_text(str_cut(name, 0, 400), mem));
    if (name.n > 200)
        return;
    if (name.n == 0 || m->nauthors == META_MOST_AUTHORS ||
        str_starts_nocase(name, STR("http")))
        return;
    for (size_t i = 0; i < m->nauthors; i++)
        if (str_eq(m->authors[i], name))
            return;
    m->authors[m->nauthors++] = page_line(name, mem);
}

/* One section: the first of a list of keywords ("Politics,Europe,News"); a
 * comma and a blank may stand inside a name ("Science, Health"), two may
 * not. */
static void
section(struct meta *m, str v, struct arena *mem)
{
    size_t first, second;

    v = str_trim(v);
    first = str_find(v, STR(","));
    if (str_eq_nocase(v, STR("null")) || str_eq_nocase(v, STR("undefined")))
        return;
    if (first != SIZE_MAX) {
        second = str_find(str_cut(v, first + 1, v.n), STR(","));
        if (second != SIZE_MAX || first + 1 >= v.n || v.s[first + 1] != ' ')
            v = str_cut(v, 0, first);
    }
    put(&m->section, v, mem);
}

/* ---- meta, html and link ---------------------------------------------------
 */

enum field {
    OG_TITLE,
    SITE,
    PUBLISHED,
    DATED, /* it may be the day of a change */
    MODIFIED,
    AUTHOR,
    AUTHOR_ELSE, /* of a tracker: where nobody else is named */
    LANGUAGE,
    URL,
    LABEL,
    LABELLED,
    SECTION
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
    {"pub_date", PUBLISHED},
    {"published", PUBLISHED},
    {"og:article:published_time", PUBLISHED},
    {"publish-date", PUBLISHED},
    {"publication_date", PUBLISHED},
    {"parsely-pub-date", PUBLISHED},
    {"sailthru.date", DATED},
    {"dc.date.issued", PUBLISHED},
    {"dcterms.issued", PUBLISHED},
    {"dc.date", DATED},
    {"dcterms.date", DATED},
    {"date", DATED},
    {"article.published", PUBLISHED},
    {"cxenseparse:recs:publishtime", PUBLISHED},
    {"article:modified_time", MODIFIED},
    {"og:updated_time", MODIFIED},
    {"author", AUTHOR},
    {"article:author", AUTHOR},
    {"dc.creator", AUTHOR},
    {"parsely-author", AUTHOR},
    {"byl", AUTHOR},
    {"sailthru.author", AUTHOR_ELSE},
    {"og:locale", LANGUAGE},
    {"content-language", LANGUAGE},
    {"og:url", URL},
    {"twitter:url", URL},
    {"parsely-link", URL},
    {"article:section", SECTION},
    {"parsely-section", SECTION},
    {"dc.subject.section", SECTION},
    {"section", SECTION},
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
    case DATED:
        put(&m->dated, v, mem);
        break;
    case MODIFIED:
        put(&m->modified, v, mem);
        break;
    case AUTHOR:
        author(m, v, mem);
        break;
    case AUTHOR_ELSE:
        if (m->nauthors == 0)
            author(m, v, mem);
        break;
    case LANGUAGE:
        put(&m->lang, v, mem);
        break;
    case URL:
        put(&m->urls[ADDRESS_OG], v, mem);
        break;
    case LABEL:
        put(&m->label, v, mem);
        break;
    case LABELLED:
        put(&m->labelled, v, mem);
        break;
    case SECTION:
        section(m, v, mem);
        break;
    }
}

/* What a meta element says; some write value for content. */
static str
said(const struct markup_tag *t)
{
    str v = markup_value(t, "content");

    return v.n ? v : markup_value(t, "value");
}

void
meta_tag(struct meta *m, const struct markup_tag *t, struct arena *mem)
{
    str name;

    if (str_is(t->name, "html")) {
        put(&m->lang, markup_value(t, "lang"), mem);
        put(&m->lang, markup_value(t, "xml:lang"), mem);
    } else if (str_is(t->name, "link")) {
        if (str_eq_nocase(markup_value(t, "rel"), STR("canonical")))
            put(&m->urls[ADDRESS_CANONICAL], markup_value(t, "href"), mem);
    } else if (str_is(t->name, "meta")) {
        name = markup_value(t, "property");
        if (name.n == 0)
            name = markup_value(t, "name");
        if (name.n == 0)
            name = markup_value(t, "http-equiv");
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (name.n && (name.s[0] | 32) == names[i].name[0] &&
                str_eq_nocase(name, str_of(names[i].name)))
                field(m, names[i].field, said(t), mem);
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
    else if (str_is(prop, "articleSection"))
        section(m, text, mem);
    else if (str_is(prop, "inLanguage"))
        put(&m->lang, text, mem);
}

/* ---- days in attributes
 * ----------------------------------------------------- */

/* "2024-02-19T…": a day as machines write it. */
static bool
iso(str v)
{
    return v.n >= 10 && v.n < 64 && (v.s[0] == '1' || v.s[0] == '2') &&
           v.s[4] == '-' && v.s[7] == '-';
}

str
meta_dated(const struct markup_tag *t)
{
    bool time = str_is(t->name, "time");

    for (size_t i = 0; i < t->nattrs; i++) {
        const struct markup_attr *a = &t->attrs[i];

        if (str_is(a->name, "datetime") && (time || iso(a->value)))
            return a->value;
        if (iso(a->value) && (str_is(a->name, "title") ||
                              (str_starts(a->name, STR("data-")) &&
                               str_find(a->name, STR("end")) == SIZE_MAX &&
                               (str_find(a->name, STR("publi")) != SIZE_MAX ||
                                str_find(a->name, STR("date")) != SIZE_MAX))))
            return a->value;
    }
    return (str){0};
}

/* Words of classes that tell the day of a change: "updated", "lastmod". */
static bool
calls_change(str value)
{
    return str_find_nocase(value, STR("updat")) != SIZE_MAX ||
           str_find_nocase(value, STR("modif")) != SIZE_MAX;
}

void
meta_time(struct meta *m, const struct markup_tag *t, str when, size_t raw,
          struct arena *mem)
{
    if (m->ntimes == META_MOST_TIMES || str_trim(when).n == 0)
        return;
    m->times[m->ntimes++] =
        (struct dated){.value = arena_str(mem, str_trim(str_cut(when, 0, 64))),
                       .raw = (uint32_t)raw,
                       .changed = calls_change(markup_value(t, "class")) ||
                                  calls_change(markup_value(t, "itemprop"))};
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
           str_ends(json_text(t), STR("Report")) ||
           str_is(json_text(t), "Recipe");
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

    if (!j || m->graph)
        return;
    m->nauthors = 0;
    m->bodies = false;
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
    const struct json *part = json_get(j, "articleSection");

    put(&m->headline, json_text(json_get(j, "headline")), mem);
    if (m->headline.n == 0)
        put(&m->headline, json_text(json_get(j, "name")), mem);
    v = json_text(json_get(j, "datePublished"));
    if (v.n) {
        m->published = (str){0};
        put(&m->published, v, mem);
    }
    put(&m->modified, json_text(json_get(j, "dateModified")), mem);
    if (json_is_array(part))
        part = json_first(part);
    section(m, json_text(part), mem);
    put(&m->lang,
        json_is_object(lang) ? json_text(json_get(lang, "alternateName"))
                             : json_text(lang),
        mem);
    put(&m->urls[ADDRESS_LD], json_text(json_get(j, "url")), mem);
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
