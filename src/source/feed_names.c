/* feed_names.c - elements by name and namespace. */
#include "source/feed_names.h"

#include "source/feed.h"

#include <string.h>

/* ---- the outermost element -------------------------------------------- */

/* Elements that hold the entries; what stands before ":" is no matter. */
static bool
is_outer(str name)
{
    static const char *const names[] = {
        "rss", "rdf", "feed", "urlset", "newsItem", "newsMessage", "channel"};
    size_t colon = str_find(name, STR(":"));

    if (colon != SIZE_MAX)
        name = str_cut(name, colon + 1, name.n);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(name, str_of(names[i])))
            return true;
    return false;
}

bool
feed_is(str head)
{
    size_t at = 0;

    while (at < head.n) {
        const char *lt = memchr(head.s + at, '<', head.n - at);
        size_t end;

        if (!lt)
            return false;
        at = (size_t)(lt - head.s) + 1;
        if (at >= head.n)
            return false;
        if (head.s[at] == '!' || head.s[at] == '?') {
            str rest = str_cut(head, at, head.n);
            bool comment = str_starts(rest, STR("!--"));
            size_t close = str_find(rest, comment ? STR("-->") : STR(">"));
            size_t bracket = str_find(rest, STR("["));

            if (!comment && bracket < close) /* a type with its own entities */
                close = str_find(rest, STR("]>"));
            if (close == SIZE_MAX)
                return false;
            at += close + 1;
            continue;
        }
        for (end = at; end < head.n && head.s[end] != '>' &&
                       head.s[end] != ' ' && head.s[end] != '/' &&
                       head.s[end] != '\n' && head.s[end] != '\t' &&
                       head.s[end] != '\r';)
            end++;
        return end < head.n && is_outer(str_cut(head, at, end));
    }
    return false;
}

/* ---- elements ---------------------------------------------------------- */

bool
feed_holds(str s, const char *z)
{
    return str_find_nocase(s, str_of(z)) != SIZE_MAX;
}

enum feed_space
feed_space(const struct markup_tag *t)
{
    str s = t->space;

    if (feed_holds(s, "w3.org/1999/xhtml"))
        return SPACE_HTML;
    if (feed_holds(s, "purl.org/dc/") || str_eq_nocase(t->prefix, STR("dc")) ||
        str_eq_nocase(t->prefix, STR("dcterms")))
        return SPACE_DC;
    if (feed_holds(s, "rss/1.0/modules/content") ||
        str_eq_nocase(t->prefix, STR("content")))
        return SPACE_CONTENT;
    if (feed_holds(s, "sitemap-news") || str_eq_nocase(t->prefix, STR("news")))
        return SPACE_NEWS;
    if (feed_holds(s, "feedburner") ||
        str_eq_nocase(t->prefix, STR("feedburner")))
        return SPACE_ORIGIN;
    if (t->prefix.n == 0 || feed_holds(s, "w3.org/2005/atom") ||
        feed_holds(s, "purl.org/atom") || feed_holds(s, "purl.org/rss/1.0/") ||
        feed_holds(s, "netscape.com/rdf") ||
        feed_holds(s, "backend.userland.com") ||
        feed_holds(s, "sitemaps.org") || feed_holds(s, "iptc.org/std") ||
        str_eq_nocase(t->prefix, STR("atom")) ||
        str_eq_nocase(t->prefix, STR("rss")))
        return SPACE_CORE;
    return SPACE_OTHER;
}

struct row {
    enum feed_space space;
    const char *name;
    enum feed_field field;
};

static const struct row rows[] = {
    {SPACE_CORE, "title", F_TITLE},
    {SPACE_CORE, "headline", F_HEADLINE},
    {SPACE_CORE, "link", F_LINK},
    {SPACE_CORE, "loc", F_LINK},
    {SPACE_CORE, "id", F_ID},
    {SPACE_CORE, "guid", F_ID},
    {SPACE_CORE, "pubDate", F_DATE},
    {SPACE_CORE, "published", F_DATE},
    {SPACE_CORE, "issued", F_DATE},
    {SPACE_CORE, "contentCreated", F_DATE},
    {SPACE_CORE, "created", F_CREATED},
    {SPACE_CORE, "firstCreated", F_CREATED},
    {SPACE_CORE, "versionCreated", F_UPDATED},
    {SPACE_CORE, "updated", F_UPDATED},
    {SPACE_CORE, "modified", F_UPDATED},
    {SPACE_CORE, "lastmod", F_UPDATED},
    {SPACE_CORE, "author", F_AUTHOR},
    {SPACE_CORE, "by", F_AUTHOR},
    {SPACE_CORE, "byline", F_AUTHOR},
    {SPACE_CORE, "summary", F_SUMMARY},
    {SPACE_CORE, "description", F_SUMMARY},
    {SPACE_CORE, "abstract", F_SUMMARY},
    {SPACE_CORE, "tagline", F_SUMMARY},
    {SPACE_CORE, "content", F_CONTENT},
    {SPACE_CORE, "inlineXML", F_CONTENT},
    {SPACE_CORE, "inlineData", F_CONTENT},
    {SPACE_CORE, "language", F_LANG},
    {SPACE_HTML, "body", F_CONTENT},
    {SPACE_CONTENT, "encoded", F_CONTENT},
    {SPACE_DC, "title", F_TITLE},
    {SPACE_DC, "creator", F_AUTHOR},
    {SPACE_DC, "author", F_AUTHOR},
    {SPACE_DC, "date", F_CREATED},
    {SPACE_DC, "issued", F_CREATED},
    {SPACE_DC, "created", F_CREATED},
    {SPACE_DC, "modified", F_UPDATED},
    {SPACE_DC, "description", F_SUMMARY},
    {SPACE_DC, "language", F_LANG},
    {SPACE_NEWS, "title", F_TITLE},
    {SPACE_NEWS, "publication_date", F_DATE},
    {SPACE_NEWS, "name", F_SOURCE},
    {SPACE_NEWS, "language", F_LANG},
    {SPACE_ORIGIN, "origLink", F_ORIGIN},
};

enum feed_field
feed_field(const struct markup_tag *t)
{
    enum feed_space space = feed_space(t);

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].space == space &&
            str_eq_nocase(t->name, str_of(rows[i].name)))
            return rows[i].field;
    return F_NONE;
}

/* <url> is one in a sitemap, whose children they are; in RSS it is that of a
 * picture. */
bool
feed_entry(const struct markup_tag *t, size_t depth)
{
    return feed_space(t) == SPACE_CORE &&
           (str_eq_nocase(t->name, STR("item")) ||
            str_eq_nocase(t->name, STR("entry")) ||
            str_is(t->name, "newsItem") ||
            (str_is(t->name, "url") && depth == 2));
}

bool
feed_groups(const struct markup_tag *t)
{
    static const char *const names[] = {"news", "publication", "itemMeta",
                                        "contentMeta", "contentSet"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(t->name, names[i]))
            return true;
    return false;
}

str
feed_value(const struct markup_tag *t, const char *name)
{
    for (size_t i = 0; i < t->nattrs; i++)
        if (str_eq_nocase(t->attrs[i].name, str_of(name)))
            return str_trim(t->attrs[i].value);
    return (str){0};
}
