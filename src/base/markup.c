/*
 * markup.c - HTML: guards before libxml2, events behind it.
 *
 * What libxml2 knows best is which elements end where on pages that do not
 * say so. It is slow at all else, so it is handed a skeleton of the page: the
 * names of tags, each start with its place in the page, and a letter for each
 * piece of text. Attributes and text are read here, from the page, when their
 * event comes.
 */
#include "base/markup.h"

#include "base/buf.h"
#include "base/oom.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

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

static bool
name_byte(char c)
{
    return letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
           c == '_' || c == '.';
}

/* ---- the skeleton ------------------------------------------------------ */

/* Text between two tags; `raw`: of a script, where "&" is no more than that. */
struct piece {
    uint32_t start, end;
    bool raw;
};

struct guard {
    str in;
    size_t at;
    struct buf out;
    struct piece *pieces;
    size_t npieces, room;
    size_t ntags;
};

/* A piece of text, and its letter. */
static void
add_piece(struct guard *g, size_t start, size_t end, bool raw)
{
    if (start == end)
        return;
    if (g->npieces == g->room) {
        g->room = g->room ? 2 * g->room : 256;
        g->pieces = oom_realloc(g->pieces, g->room * sizeof *g->pieces);
    }
    g->pieces[g->npieces++] =
        (struct piece){(uint32_t)start, (uint32_t)end, raw};
    buf_putc(&g->out, 'x');
}

static bool
here(const struct guard *g, const char *z)
{
    return str_starts_nocase(str_cut(g->in, g->at, g->in.n), str_of(z));
}

/* Goes behind the next `z`, or to the end of the page. */
static void
pass(struct guard *g, const char *z)
{
    size_t hit = str_find(str_cut(g->in, g->at, g->in.n), str_of(z));

    g->at = hit == SIZE_MAX ? g->in.n : g->at + hit + strlen(z);
}

static str
name_at(str in, size_t at)
{
    size_t n = at;

    while (n < in.n && name_byte(in.s[n]))
        n++;
    return str_cut(in, at, n);
}

/*
 * Takes an attribute off *rest, which begins with it: its name, empty where
 * it is none, and what it is said to be, in quotes or not.
 */
static struct markup_attr
attribute(str *rest)
{
    str in = *rest;
    struct markup_attr a = {name_at(in, 0), {0}};
    size_t n = 0, at;

    while (n < in.n && !blank(in.s[n]) && in.s[n] != '>' && in.s[n] != '=')
        n++;
    a.name.n = a.name.n == n ? n : 0;
    for (at = n; at < in.n && blank(in.s[at]);)
        at++;
    if (at < in.n && in.s[at] == '=') {
        char mark;

        for (at++; at < in.n && blank(in.s[at]);)
            at++;
        mark = at < in.n ? in.s[at] : '\0';
        if (mark == '"' || mark == '\'') {
            const char *end = memchr(in.s + at + 1, mark, in.n - at - 1);

            n = end ? (size_t)(end - in.s) : in.n;
            a.value = str_cut(in, at + 1, n);
            n += end != NULL;
        } else {
            for (n = at; n < in.n && !blank(in.s[n]) && in.s[n] != '>';)
                n++;
            a.value = str_cut(in, at, n);
        }
    }
    *rest = str_cut(in, n ? n : 1, in.n);
    return a;
}

/* Takes the next attribute of a tag off *rest; false behind its ">", or
 * where the page ends. */
static bool
next_attribute(str *rest, struct markup_attr *a)
{
    size_t n = 0;

    while (n < rest->n && blank(rest->s[n]))
        n++;
    *rest = str_cut(*rest, n, rest->n);
    if (rest->n == 0)
        return false;
    if (rest->s[0] == '>') {
        *rest = str_cut(*rest, 1, rest->n);
        return false;
    }
    *a = attribute(rest);
    return true;
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
    if (name.n != 4)
        return false;
    return str_eq_nocase(name, STR("html")) ||
           str_eq_nocase(name, STR("head")) || str_eq_nocase(name, STR("body"));
}

/* Where the attributes stand, as the name of one: of a value the parser would
 * make a copy. */
static void
put_place(struct buf *out, size_t at)
{
    char name[24];
    size_t n = sizeof name;

    do
        name[--n] = (char)('0' + at % 10);
    while (at /= 10);
    name[--n] = '_';
    name[--n] = ' ';
    buf_put(out, (str){name + n, sizeof name - n});
}

/* A tag without its attributes; a start says where these stand. */
static void
tag(struct guard *g)
{
    bool ends = g->in.s[g->at + 1] == '/';
    str name = name_at(g->in, g->at + 1 + ends), rest;
    struct markup_attr a;

    if (ends && (outer(name) || name.n == 0 || !letter(name.s[0]))) {
        pass(g, ">");
        return;
    }
    g->at += 1 + ends + name.n;
    rest = str_cut(g->in, g->at, g->in.n);
    buf_putz(&g->out, ends ? "</" : "<");
    if (outer(name))
        buf_putz(&g->out, ALIAS);
    buf_put(&g->out, name);
    if (rest.n && rest.s[0] == '>') {
        g->at++;
    } else {
        if (!ends)
            put_place(&g->out, g->at);
        while (next_attribute(&rest, &a))
            ;
        g->at = g->in.n - rest.n;
    }
    buf_putc(&g->out, '>');
}

/* Takes what stands up to the end tag of a script, or leaves it out. */
static void
raw_text(struct guard *g, const char *end, bool keep)
{
    size_t from = g->at, n = from;

    while (n < g->in.n) {
        const char *lt = memchr(g->in.s + n, '<', g->in.n - n);

        n = lt ? (size_t)(lt - g->in.s) : g->in.n;
        if (str_starts_nocase(str_cut(g->in, n, g->in.n), str_of(end)))
            break;
        n += n < g->in.n;
    }
    if (keep)
        add_piece(g, from, n, true);
    g->at = n;
}

/* False where there are too many tags. */
static bool
guard_page(struct guard *g)
{
    str in = g->in;
    size_t from = 0; /* of the text at hand */

    buf_putz(&g->out, "<" OUTER ">");
    while (g->at < in.n) {
        const char *lt = memchr(in.s + g->at, '<', in.n - g->at);
        char c;

        if (!lt)
            break;
        g->at = (size_t)(lt - in.s);
        c = g->at + 1 < in.n ? in.s[g->at + 1] : '\0';
        if (!letter(c) && c != '/' && c != '!' && c != '?') {
            g->at++; /* no tag: less than */
            continue;
        }
        add_piece(g, from, g->at, false);
        if (++g->ntags > MARKUP_MOST_TAGS)
            return false;
        if (letter(c) && (c | 32) != 's') {
            tag(g);
        } else if (here(g, "<!--")) {
            g->at += 4;
            pass(g, "-->");
        } else if (c == '!' || c == '?') {
            pass(g, ">");
        } else if (here(g, "<script")) {
            tag(g);
            raw_text(g, "</script", true);
        } else if (here(g, "<style")) {
            tag(g);
            raw_text(g, "</style", false);
        } else {
            tag(g);
        }
        from = g->at;
    }
    add_piece(g, from, in.n, false);
    return true;
}

/* ---- events ----------------------------------------------------------- */

struct reader {
    const struct markup_handler *to;
    void *ctx;
    htmlParserCtxtPtr parser;
    const struct guard *g;
    struct buf words; /* names and values of the tag at hand; resolved text */
    size_t depth, piece;
    bool cut, less; /* the page was cut short; attributes were left out */
};

/* The page's own name of an element; empty for the outermost one. */
static str
real_name(const xmlChar *name)
{
    str s = str_of((const char *)name);

    if (!str_starts(s, STR(ALIAS)))
        return s;
    if (str_is(s, OUTER))
        return (str){0};
    if (outer(str_cut(s, sizeof ALIAS - 1, s.n)))
        return str_cut(s, sizeof ALIAS - 1, s.n);
    return s;
}

/* What tells how the page is drawn and moved, and nothing of its text. */
static bool
unasked(const struct markup_attr *a)
{
    static const char *const begins[] = {"on",    "aria-",  "src",
                                         "width", "height", "sizes"};

    if (str_starts_nocase(a->name, STR("style")))
        return str_find_nocase(a->value, STR("display")) == SIZE_MAX;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if ((a->name.s[0] | 32) == begins[i][0] &&
            str_starts_nocase(a->name, str_of(begins[i])))
            return true;
    return false;
}

static bool
has_attr(const struct markup_tag *t, str name)
{
    for (size_t i = 0; i < t->nattrs; i++)
        if (str_eq_nocase(t->attrs[i].name, name))
            return true;
    return false;
}

/* The attributes that stand from `at` on, as they are written. */
static void
collect(struct reader *r, size_t at, struct markup_tag *t)
{
    str rest = str_cut(r->g->in, at, r->g->in.n);
    struct markup_attr a;

    while (next_attribute(&rest, &a)) {
        if (a.name.n == 0 || unasked(&a) || has_attr(t, a.name))
            continue;
        if (t->nattrs == MARKUP_MOST_ATTRS || a.value.n > MARKUP_MOST_VALUE) {
            r->less = true;
            if (t->nattrs == MARKUP_MOST_ATTRS)
                return;
            continue;
        }
        t->attrs[t->nattrs++] = a;
    }
}

/* Names to lower case, references of values to characters. */
static void
tidy(struct reader *r, struct markup_tag *t)
{
    size_t need = 0;

    for (size_t i = 0; i < t->nattrs; i++)
        need += t->attrs[i].name.n + t->attrs[i].value.n;
    buf_clear(&r->words);
    buf_room(&r->words, need); /* so that nothing moves below */
    for (size_t i = 0; i < t->nattrs; i++) {
        struct markup_attr *a = &t->attrs[i];
        size_t from = r->words.n;

        for (size_t k = 0; k < a->name.n; k++) {
            char c = a->name.s[k];

            buf_putc(&r->words, c >= 'A' && c <= 'Z' ? (char)(c | 32) : c);
        }
        a->name = str_cut(buf_str(&r->words), from, r->words.n);
        if (a->value.n == 0 || !memchr(a->value.s, '&', a->value.n))
            continue;
        from = r->words.n;
        markup_resolve(a->value, &r->words);
        a->value = str_cut(buf_str(&r->words), from, r->words.n);
    }
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
    if (atts && atts[0]) {
        collect(r, strtoul((const char *)atts[0] + 1, NULL, 10), &t);
        tidy(r, &t);
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

/* As many pieces as letters. */
static void
on_text(void *ctx, const xmlChar *s, int n)
{
    struct reader *r = ctx;

    (void)s;
    for (; n > 0 && !r->cut && r->piece < r->g->npieces; n--) {
        const struct piece *p = &r->g->pieces[r->piece++];
        str text = str_cut(r->g->in, p->start, p->end);

        if (!p->raw && memchr(text.s, '&', text.n)) {
            buf_clear(&r->words);
            markup_resolve(text, &r->words);
            text = buf_str(&r->words);
        }
        if (text.n)
            r->to->text(r->ctx, text);
    }
}

bool
markup_html(str html, const struct markup_handler *to, void *ctx)
{
    struct guard g = {.in = str_cut(html, 0, MARKUP_MOST_BYTES)};
    struct reader r = {.to = to, .ctx = ctx, .g = &g};
    htmlSAXHandler sax;
    bool whole = guard_page(&g) && html.n <= MARKUP_MOST_BYTES;

    memset(&sax, 0, sizeof sax);
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    xmlInitParser();
    r.parser = htmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL,
                                        XML_CHAR_ENCODING_UTF8);
    if (r.parser) {
        htmlCtxtUseOptions(r.parser,
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                               HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                               HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
        /* in one piece and as the last one: else the parser looks for the
         * end of each tag before it reads it */
        htmlParseChunk(r.parser, g.out.s, (int)g.out.n, 1);
        if (r.parser->myDoc)
            xmlFreeDoc(r.parser->myDoc);
    }
    whole = whole && r.parser && !r.cut && !r.less;
    if (r.parser)
        htmlFreeParserCtxt(r.parser);
    buf_free(&g.out);
    buf_free(&r.words);
    free(g.pieces);
    return whole;
}

str
markup_value(const struct markup_tag *t, const char *name)
{
    for (size_t i = 0; i < t->nattrs; i++)
        if (t->attrs[i].name.s[0] == name[0] && str_is(t->attrs[i].name, name))
            return t->attrs[i].value;
    return (str){0};
}
