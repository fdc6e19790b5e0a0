/* markup.c - guards before libxml2, events behind it. */
#include "base/markup.h"

#include "base/buf.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define CHUNK 32768 /* bytes handed over at once */

static bool
blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- guards: a copy of the page that is cheap to parse ---------------- */

struct guard {
    str in;
    size_t at;
    struct buf out;
    size_t ntags;
    bool whole; /* nothing was left out */
};

static bool
here(const struct guard *g, const char *z)
{
    str rest = str_cut(g->in, g->at, g->in.n);

    return str_starts_nocase(rest, str_of(z));
}

/* Goes behind the next `z`, or to the end of the page. */
static void
pass(struct guard *g, const char *z)
{
    str rest = str_cut(g->in, g->at, g->in.n);
    size_t hit = str_find(rest, str_of(z));

    g->at = hit == SIZE_MAX ? g->in.n : g->at + hit + strlen(z);
}

/* Copies one attribute; the empty str where it is one too many. */
static void
attribute(struct guard *g, bool keep)
{
    size_t from = g->at, n;
    str in = g->in;

    while (g->at < in.n && !blank(in.s[g->at]) && in.s[g->at] != '>' &&
           in.s[g->at] != '=')
        g->at++;
    n = g->at;
    while (n < in.n && blank(in.s[n]))
        n++;
    if (n < in.n && in.s[n] == '=') {
        char mark;

        g->at = n + 1;
        while (g->at < in.n && blank(in.s[g->at]))
            g->at++;
        mark = g->at < in.n ? in.s[g->at] : '\0';
        if (mark == '"' || mark == '\'') {
            const char *end = NULL;

            g->at++;
            if (g->at < in.n)
                end = memchr(in.s + g->at, mark, in.n - g->at);
            g->at = end ? (size_t)(end - in.s) + 1 : in.n;
        } else {
            while (g->at < in.n && !blank(in.s[g->at]) && in.s[g->at] != '>')
                g->at++;
        }
    }
    if (g->at == from)
        g->at++;
    if (keep && g->at - from <= MARKUP_MOST_VALUE) {
        buf_put(&g->out, str_cut(in, from, g->at));
        buf_putc(&g->out, ' ');
    } else {
        g->whole = false;
    }
}

/*
 * The parser stops at the end of the outermost element and drops a second
 * <html>, wherever sloppy pages put those. So the outermost element is one
 * of ours, html, head and body are elements it does not know, and their
 * ends are left out.
 */
#define OUTER "x-page"
#define ALIAS "x-"

static bool
outer(str name)
{
    return str_eq_nocase(name, STR("html")) ||
           str_eq_nocase(name, STR("head")) || str_eq_nocase(name, STR("body"));
}

static str
tag_name(const struct guard *g, size_t at)
{
    size_t n = at;

    while (n < g->in.n && letter(g->in.s[n]))
        n++;
    return str_cut(g->in, at, n);
}

/* Copies a tag with its first attributes. */
static void
tag(struct guard *g)
{
    str in = g->in;
    size_t nattrs = 0, from;

    if (in.s[g->at + 1] == '/' && outer(tag_name(g, g->at + 2))) {
        pass(g, ">");
        return;
    }
    if (outer(tag_name(g, g->at + 1))) {
        buf_putz(&g->out, "<" ALIAS);
        g->at++;
    }
    from = g->at;
    while (g->at < in.n && !blank(in.s[g->at]) && in.s[g->at] != '>')
        g->at++;
    buf_put(&g->out, str_cut(in, from, g->at));
    buf_putc(&g->out, ' ');
    while (g->at < in.n) {
        if (blank(in.s[g->at])) {
            g->at++;
        } else if (in.s[g->at] == '>') {
            g->at++;
            break;
        } else {
            attribute(g, nattrs++ < MARKUP_MOST_ATTRS);
        }
    }
    buf_putc(&g->out, '>');
}

/* Copies what stands up to the end tag of a script, or leaves it out. */
static void
raw_text(struct guard *g, const char *end, bool keep)
{
    str rest = str_cut(g->in, g->at, g->in.n);
    size_t n = 0;

    while (n < rest.n) {
        const char *lt = memchr(rest.s + n, '<', rest.n - n);

        n = lt ? (size_t)(lt - rest.s) : rest.n;
        if (str_starts_nocase(str_cut(rest, n, rest.n), str_of(end)))
            break;
        n += n < rest.n;
    }
    if (keep)
        buf_put(&g->out, str_cut(rest, 0, n));
    g->at += n;
}

static bool
guard_page(struct guard *g)
{
    buf_putz(&g->out, "<" OUTER ">");
    while (g->at < g->in.n) {
        const char *lt = memchr(g->in.s + g->at, '<', g->in.n - g->at);
        size_t n = lt ? (size_t)(lt - g->in.s) : g->in.n;

        buf_put(&g->out, str_cut(g->in, g->at, n));
        g->at = n;
        if (!lt)
            break;
        if (++g->ntags > MARKUP_MOST_TAGS)
            return false;
        if (n + 1 < g->in.n && letter(g->in.s[n + 1]) &&
            (g->in.s[n + 1] | 32) != 's') {
            tag(g);
        } else if (here(g, "<!--")) {
            g->at += 4;
            pass(g, "-->");
        } else if (here(g, "<!") || here(g, "<?")) {
            pass(g, ">");
        } else if (here(g, "<script")) {
            tag(g);
            raw_text(g, "</script", true);
        } else if (here(g, "<style")) {
            tag(g);
            raw_text(g, "</style", false);
        } else if (n + 1 < g->in.n &&
                   (letter(g->in.s[n + 1]) || g->in.s[n + 1] == '/')) {
            tag(g);
        } else {
            buf_putz(&g->out, "&lt;");
            g->at++;
        }
    }
    return true;
}

/* ---- before all: what nobody reads ------------------------------------- */

/* Bytes up to and with the end tag; all of them where there is none. */
static size_t
upto_end(str s, const char *end)
{
    size_t n = 0, len = strlen(end);

    while (n < s.n) {
        const char *lt = memchr(s.s + n, '<', s.n - n);

        if (!lt)
            return s.n;
        n = (size_t)(lt - s.s);
        if (n + 1 < s.n && s.s[n + 1] == '/' &&
            str_starts_nocase(str_cut(s, n, s.n), str_of(end))) {
            const char *gt = memchr(s.s + n, '>', s.n - n);

            return gt && n + len < s.n ? (size_t)(gt - s.s) + 1 : s.n;
        }
        n++;
    }
    return s.n;
}

/* What to leave out that begins here, in bytes; 0: nothing. A drawing without
 * an end is not believed, and no later one looked at (*drawings). */
static size_t
unread(str s, bool *drawings)
{
    static const struct {
        const char *begins, *ends;
    } elements[] = {
        {"<script", "</script"}, {"<style", "</style"}, {"<svg", "</svg"}};

    if (s.n > 4 && s.s[1] == '!') {
        size_t end;

        if (!str_starts(s, STR("<!--")))
            return 0;
        end = str_find(str_cut(s, 4, s.n), STR("-->"));
        return end == SIZE_MAX ? s.n : end + 7;
    }
    if (s.n < 8 || (s.s[1] | 32) != 's')
        return 0;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        str tag;
        const char *gt;
        size_t n = strlen(elements[i].begins);

        if (!str_starts_nocase(s, str_of(elements[i].begins)) || letter(s.s[n]))
            continue;
        gt = memchr(s.s, '>', s.n);
        tag = str_cut(s, 0, gt ? (size_t)(gt - s.s) : s.n);
        if (i == 0 && str_find_nocase(tag, STR("ld+json")) != SIZE_MAX)
            return 0;
        if (i == 2 && !*drawings)
            return 0;
        n = upto_end(s, elements[i].ends);
        *drawings = i != 2 || n < s.n;
        return i == 2 && n == s.n ? 0 : n;
    }
    return 0;
}

str
markup_lean(str html, struct arena *mem)
{
    char *out;
    size_t n = 0, at = 0;
    bool drawings = true;

    html = str_cut(html, 0, MARKUP_MOST_RAW);
    if (memchr(html.s, '\0', html.n))
        return html;
    out = arena_alloc(mem, html.n + 1);
    while (at < html.n) {
        const char *lt = memchr(html.s + at, '<', html.n - at);
        size_t upto = lt ? (size_t)(lt - html.s) : html.n, skip;

        memcpy(out + n, html.s + at, upto - at);
        n += upto - at;
        at = upto;
        if (at == html.n)
            break;
        skip = unread(str_cut(html, at, html.n), &drawings);
        if (skip == 0)
            out[n++] = html.s[at++];
        at += skip;
    }
    return (str){out, n < MARKUP_MOST_BYTES ? n : MARKUP_MOST_BYTES};
}

/* ---- events ----------------------------------------------------------- */

struct reader {
    const struct markup_handler *to;
    void *ctx;
    htmlParserCtxtPtr parser;
    size_t depth;
    bool cut;
};

/* The page's own name of an element; empty for the outermost one. */
static str
real_name(const xmlChar *name)
{
    str s = str_of((const char *)name);

    if (str_is(s, OUTER))
        return (str){0};
    if (str_starts(s, STR(ALIAS)) && outer(str_cut(s, sizeof ALIAS - 1, s.n)))
        return str_cut(s, sizeof ALIAS - 1, s.n);
    return s;
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar **atts)
{
    struct reader *r = ctx;
    struct markup_attr attrs[MARKUP_MOST_ATTRS];
    struct markup_tag t = {.name = real_name(name), .attrs = attrs};

    if (r->cut || t.name.n == 0)
        return;
    if (++r->depth > MARKUP_MOST_DEPTH) {
        r->cut = true;
        xmlStopParser(r->parser);
        return;
    }
    for (; atts && atts[0] && t.nattrs < MARKUP_MOST_ATTRS; atts += 2) {
        attrs[t.nattrs].name = str_of((const char *)atts[0]);
        attrs[t.nattrs++].value = str_of((const char *)atts[1]);
    }
    r->to->start(r->ctx, &t);
}

static void
on_end(void *ctx, const xmlChar *name)
{
    struct reader *r = ctx;
    str real = real_name(name);

    if (r->cut || real.n == 0)
        return;
    if (r->depth)
        r->depth--;
    r->to->end(r->ctx, real);
}

static void
on_text(void *ctx, const xmlChar *s, int n)
{
    struct reader *r = ctx;

    if (!r->cut && n > 0)
        r->to->text(r->ctx, (str){(const char *)s, (size_t)n});
}

bool
markup_html(str html, const struct markup_handler *to, void *ctx)
{
    struct guard g = {.in = str_cut(html, 0, MARKUP_MOST_BYTES),
                      .whole = html.n <= MARKUP_MOST_BYTES};
    struct reader r = {.to = to, .ctx = ctx};
    htmlSAXHandler sax;
    bool whole = guard_page(&g);

    memset(&sax, 0, sizeof sax);
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    xmlInitParser();
    r.parser = htmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL,
                                        XML_CHAR_ENCODING_UTF8);
    if (!r.parser) {
        buf_free(&g.out);
        return false;
    }
    htmlCtxtUseOptions(r.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                     HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_IGNORE_ENC |
                                     HTML_PARSE_NOIMPLIED);
    for (size_t at = 0; at < g.out.n && !r.cut; at += CHUNK) {
        size_t n = g.out.n - at < CHUNK ? g.out.n - at : CHUNK;

        htmlParseChunk(r.parser, g.out.s + at, (int)n, 0);
    }
    if (!r.cut)
        htmlParseChunk(r.parser, "", 0, 1);
    if (r.parser->myDoc)
        xmlFreeDoc(r.parser->myDoc);
    htmlFreeParserCtxt(r.parser);
    buf_free(&g.out);
    return whole && g.whole && !r.cut;
}

str
markup_value(const struct markup_tag *t, const char *name)
{
    for (size_t i = 0; i < t->nattrs; i++)
        if (t->attrs[i].name.s[0] == name[0] && str_is(t->attrs[i].name, name))
            return t->attrs[i].value;
    return (str){0};
}
