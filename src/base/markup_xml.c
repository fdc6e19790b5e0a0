/*
 * markup_xml.c - XML as the web sends it: mended, then read by libxml2.
 *
 * libxml2 recovers from many faults, but a missing end tag shifts all that
 * follows, and an unknown entity or a bare ampersand loses characters. So a
 * pass before it writes a copy in which tags nest and entities are numbers.
 */
#include "base/buf.h"
#include "base/markup.h"
#include "base/oom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK       32768 /* bytes handed over at once */
#define ENTITY_MOST 12    /* letters in the name of an entity */
#define NAME_MOST   256   /* bytes in the name of a tag */

struct mend {
    str in;
    size_t at;
    struct buf out;
    str open[MARKUP_MOST_DEPTH]; /* names of the open tags */
    size_t nopen, ntags;
};

static bool
blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool
name_byte(char c)
{
    return letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
           c == '.';
}

static str
rest_of(const struct mend *m)
{
    return str_cut(m->in, m->at, m->in.n);
}

static str
name_at(const struct mend *m, size_t at)
{
    size_t n = at;

    while (n < m->in.n && name_byte(m->in.s[n]))
        n++;
    return str_cut(m->in, at, n);
}

/* Goes behind the next `z`, or to the end. */
static void
pass(struct mend *m, const char *z)
{
    size_t hit = str_find(rest_of(m), str_of(z));

    m->at = hit == SIZE_MAX ? m->in.n : m->at + hit + strlen(z);
}

/* Bytes no XML may hold are left out. */
static void
put_byte(struct mend *m, char c)
{
    if ((unsigned char)c >= 0x20 || c == '\n' || c == '\t' || c == '\r')
        buf_putc(&m->out, c);
}

/* "#8217;" or "#x2019;" behind the ampersand: its value, 0 where none. */
static unsigned long
number_of(str s, size_t *len)
{
    unsigned long value;
    size_t n = markup_number(s, &value);

    if (n == 0 || s.s[n - 1] != ';')
        return 0;
    *len = n;
    return value;
}

/* An ampersand at hand: an entity as a number, or "&amp;". */
static void
entity(struct mend *m)
{
    static const char *const own[] = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    str s = str_cut(m->in, m->at + 1, m->at + 2 + ENTITY_MOST);
    char name[ENTITY_MOST + 1];
    size_t len = 0;

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_starts(s, str_of(own[i]))) {
            buf_putc(&m->out, '&');
            buf_putz(&m->out, own[i]);
            m->at += 1 + strlen(own[i]);
            return;
        }
    if (s.n && s.s[0] == '#') {
        unsigned long c = number_of(s, &len);

        if (len) {
            buf_printf(&m->out, "&#%lu;", markup_allowed(c) ? c : 0xFFFDUL);
            m->at += 1 + len;
            return;
        }
    }
    while (len < s.n && len < ENTITY_MOST &&
           (letter(s.s[len]) || (s.s[len] >= '0' && s.s[len] <= '9')))
        len++;
    if (len && len < s.n && s.s[len] == ';') {
        const htmlEntityDesc *e;

        memcpy(name, s.s, len);
        name[len] = '\0';
        e = htmlEntityLookup((const xmlChar *)name);
        if (e) {
            buf_printf(&m->out, "&#%u;", e->value);
            m->at += len + 2;
            return;
        }
    }
    buf_putz(&m->out, "&amp;");
    m->at++;
}

/* One attribute of a tag, quoted whatever it was. */
static void
attribute(struct mend *m, bool keep)
{
    str name = name_at(m, m->at);
    size_t before = m->out.n;
    char mark = '\0';

    if (name.n == 0) { /* no attribute at all */
        m->at++;
        return;
    }
    m->at += name.n;
    while (m->at < m->in.n && blank(m->in.s[m->at]))
        m->at++;
    buf_putc(&m->out, ' ');
    buf_put(&m->out, name);
    buf_putz(&m->out, "=\"");
    if (m->at < m->in.n && m->in.s[m->at] == '=') {
        m->at++;
        while (m->at < m->in.n && blank(m->in.s[m->at]))
            m->at++;
        if (m->at < m->in.n &&
            (m->in.s[m->at] == '"' || m->in.s[m->at] == '\''))
            mark = m->in.s[m->at++];
        while (m->at < m->in.n) {
            char c = m->in.s[m->at];

            if (mark ? c == mark : blank(c) || c == '>')
                break;
            if (c == '&') {
                entity(m);
                continue;
            }
            if (c == '<')
                buf_putz(&m->out, "&lt;");
            else if (c == '"')
                buf_putz(&m->out, "&quot;");
            else
                put_byte(m, c);
            m->at++;
        }
        m->at += mark && m->at < m->in.n;
    }
    buf_putc(&m->out, '"');
    if (!keep || m->out.n - before > MARKUP_MOST_VALUE)
        m->out.n = before;
}

static bool
start_tag(struct mend *m)
{
    str name = name_at(m, m->at + 1);
    size_t nattrs = 0;
    bool empty = false;

    if (m->nopen == MARKUP_MOST_DEPTH || name.n > NAME_MOST)
        return false;
    m->at += 1 + name.n;
    buf_putc(&m->out, '<');
    buf_put(&m->out, name);
    while (m->at < m->in.n && m->in.s[m->at] != '>') {
        if (m->in.s[m->at] == '<') /* the tag was never closed */
            break;
        if (m->in.s[m->at] == '/' && m->at + 1 < m->in.n &&
            m->in.s[m->at + 1] == '>')
            empty = true;
        if (blank(m->in.s[m->at]) || m->in.s[m->at] == '/')
            m->at++;
        else
            attribute(m, nattrs++ < MARKUP_MOST_ATTRS);
    }
    m->at += m->at < m->in.n && m->in.s[m->at] == '>';
    buf_putz(&m->out, empty ? "/>" : ">");
    if (!empty)
        m->open[m->nopen++] = name;
    return true;
}

static void
close_last(struct mend *m)
{
    buf_putz(&m->out, "</");
    buf_put(&m->out, m->open[--m->nopen]);
    buf_putc(&m->out, '>');
}

/* Ends what it names and all that was left open inside; nothing where no
 * such tag is open. */
static void
end_tag(struct mend *m)
{
    str name = name_at(m, m->at + 2);
    size_t i = m->nopen;

    pass(m, ">");
    while (i && !str_eq(m->open[i - 1], name))
        i--;
    if (i == 0 || name.n == 0)
        return;
    while (m->nopen >= i)
        close_last(m);
}

/* CDATA as escaped text: it may hold what XML may not. */
static void
cdata(struct mend *m)
{
    size_t end, from = m->at + 9;

    m->at = from;
    pass(m, "]]>");
    end = m->at;
    if (end >= from + 3 && str_ends(str_cut(m->in, from, end), STR("]]>")))
        end -= 3;
    for (size_t i = from; i < end; i++) {
        if (m->in.s[i] == '&')
            buf_putz(&m->out, "&amp;");
        else if (m->in.s[i] == '<')
            buf_putz(&m->out, "&lt;");
        else if (m->in.s[i] == '>')
            buf_putz(&m->out, "&gt;");
        else
            put_byte(m, m->in.s[i]);
    }
}

/* A document type ends at its ">", behind the brackets it may hold. */
static void
doctype(struct mend *m)
{
    str rest = rest_of(m);
    size_t close = str_find(rest, STR(">")), open = str_find(rest, STR("["));

    if (open < close)
        pass(m, "]");
    pass(m, ">");
}

static bool
mend(struct mend *m)
{
    while (m->at < m->in.n) {
        str rest = rest_of(m);
        char c = rest.s[0];

        if (c == '&') {
            entity(m);
            continue;
        }
        if (c != '<') {
            put_byte(m, c);
            m->at++;
            continue;
        }
        if (++m->ntags > MARKUP_MOST_TAGS)
            return false;
        if (str_starts(rest, STR("<!--")))
            pass(m, "-->");
        else if (str_starts(rest, STR("<![CDATA[")))
            cdata(m);
        else if (str_starts(rest, STR("<!")))
            doctype(m);
        else if (str_starts(rest, STR("<?")))
            pass(m, "?>");
        else if (rest.n > 1 && rest.s[1] == '/')
            end_tag(m);
        else if (rest.n > 1 && letter(rest.s[1])) {
            if (!start_tag(m))
                return false;
        } else {
            buf_putz(&m->out, "&lt;");
            m->at++;
        }
    }
    return true;
}

/* ---- events ----------------------------------------------------------- */

/* All stands in an element of ours: what is behind the outermost element of
 * a document is an error to the parser and no reason to stop for us. */
#define OUTER "x"

struct reader {
    const struct markup_handler *to;
    void *ctx;
    size_t depth;
};

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
         const xmlChar *space, int nspaces, const xmlChar **spaces, int nattrs,
         int ndefaulted, const xmlChar **atts)
{
    struct reader *r = ctx;
    struct markup_attr attrs[MARKUP_MOST_ATTRS];
    char names[MARKUP_MOST_ATTRS][64];
    struct markup_tag t = {.name = str_of((const char *)name),
                           .prefix = str_of((const char *)prefix),
                           .space = str_of((const char *)space),
                           .attrs = attrs};

    (void)nspaces, (void)spaces, (void)ndefaulted;
    if (r->depth++ == 0)
        return;
    for (int i = 0; i < nattrs && t.nattrs < MARKUP_MOST_ATTRS;
         i++, atts += 5) {
        struct markup_attr *a = &attrs[t.nattrs];

        a->name = str_of((const char *)atts[0]);
        if (atts[1]) {
            char *z = names[t.nattrs];
            int n = snprintf(z, sizeof *names, "%s:%s", (const char *)atts[1],
                             (const char *)atts[0]);

            if (n < 0 || (size_t)n >= sizeof *names)
                continue;
            a->name = str_of(z);
        }
        a->value = (str){(const char *)atts[3], (size_t)(atts[4] - atts[3])};
        t.nattrs++;
    }
    r->to->start(r->ctx, &t);
}

static void
on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
       const xmlChar *space)
{
    struct reader *r = ctx;

    (void)prefix, (void)space;
    if (--r->depth)
        r->to->end(r->ctx, str_of((const char *)name));
}

static void
on_text(void *ctx, const xmlChar *s, int n)
{
    struct reader *r = ctx;

    if (n > 0 && r->depth > 1)
        r->to->text(r->ctx, (str){(const char *)s, (size_t)n});
}

bool
markup_xml(str xml, const struct markup_handler *to, void *ctx)
{
    struct mend *m = oom_malloc(sizeof *m);
    struct reader r = {to, ctx, 0};
    bool whole;
    xmlSAXHandler sax;
    xmlParserCtxtPtr parser;

    m->in = str_cut(xml, 0, MARKUP_MOST_BYTES);
    m->at = m->nopen = m->ntags = 0;
    m->out = (struct buf){0};
    buf_putz(&m->out, "<" OUTER ">");
    whole = mend(m) && xml.n <= MARKUP_MOST_BYTES;
    while (m->nopen)
        close_last(m);
    buf_putz(&m->out, "</" OUTER ">");
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    xmlInitParser();
    parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
    if (parser) {
        /* NOENT: else an ampersand in an attribute comes as "&#38;". No
         * entity is defined that could grow: document types are left out. */
        xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                                      XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                      XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE |
                                      XML_PARSE_NOENT);
        for (size_t at = 0; at < m->out.n; at += CHUNK) {
            size_t n = m->out.n - at < CHUNK ? m->out.n - at : CHUNK;

            xmlParseChunk(parser, m->out.s + at, (int)n, 0);
        }
        xmlParseChunk(parser, "", 0, 1);
        if (parser->myDoc)
            xmlFreeDoc(parser->myDoc);
        xmlFreeParserCtxt(parser);
    }
    buf_free(&m->out);
    free(m);
    return whole && parser;
}

str
markup_address(str base, str ref, struct arena *mem)
{
    xmlChar *made = NULL;
    str out = arena_str(mem, ref);

    if (base.n)
        made = xmlBuildURI((const xmlChar *)out.s,
                           (const xmlChar *)arena_z(mem, base));
    if (made) {
        out = arena_str(mem, str_of((const char *)made));
        xmlFree(made);
    }
    return out;
}
