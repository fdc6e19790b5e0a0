/*
 * markup.h - HTML or XML as a run of events: a tag begins, it ends, text.
 *
 * libxml2's push parser does the reading and is known here alone. Before it
 * sees a byte the page goes through guards, so that no page costs more than
 * its size: at most MARKUP_MOST_TAGS tags, MARKUP_MOST_ATTRS attributes a
 * tag, MARKUP_MOST_VALUE bytes a value, MARKUP_MOST_DEPTH open tags;
 * comments and style sheets are left out. What stands behind a broken bound
 * is not read. Entities are resolved; nothing is ever fetched. Names of tags
 * and attributes come in lower case; the text of a script comes as text.
 */
#ifndef SAMESTORY_BASE_MARKUP_H
#define SAMESTORY_BASE_MARKUP_H

#include "base/arena.h"
#include "base/buf.h"

#define MARKUP_MOST_RAW   ((size_t)64 << 20) /* with scripts and the like */
#define MARKUP_MOST_BYTES ((size_t)8 << 20)
#define MARKUP_MOST_TAGS  400000
#define MARKUP_MOST_ATTRS 48
#define MARKUP_MOST_VALUE 16384
#define MARKUP_MOST_DEPTH 400

struct markup_attr {
    str name, value;
};

struct markup_tag {
    str name;
    struct markup_attr *attrs;
    size_t nattrs;
    str prefix, space; /* XML: as written, and the address it stands for */
};

/* What is told; the strings live until the call returns. */
struct markup_handler {
    void (*start)(void *ctx, const struct markup_tag *);
    void (*end)(void *ctx, str name);
    void (*text)(void *ctx, str text);
};

/*
 * Reads UTF-8 HTML of any quality. Every end has a start of that name,
 * though the two need not nest. False where a bound cut the page short.
 */
bool markup_html(str html, const struct markup_handler *, void *ctx);

/*
 * Reads UTF-8 XML of any quality: feeds, sitemaps, news items. What feeds
 * get wrong is mended before the parser sees it: bare ampersands, names of
 * HTML entities, stray "<", end tags that are missing or too many, bytes
 * no XML may hold. A document type is left out with all it defines, so no
 * entity grows and nothing is fetched. Starts and ends nest. Names are
 * local ones, as written; an attribute keeps its prefix ("xml:lang").
 * False where a bound cut the document short or it could not be mended.
 */
bool markup_xml(str xml, const struct markup_handler *, void *ctx);

/* An address as it reads on a page of that base (RFC 3986 5.2); `ref` as
 * it stands where either is no address. */
str markup_address(str base, str ref, struct arena *);

/*
 * The page without what no reader sees: comments, style sheets, drawings and
 * scripts, but for those of JSON-LD. Most of the bytes of a page are such, so
 * this comes before all other work. Any charset that writes ASCII as ASCII.
 */
str markup_lean(str html, struct arena *);

/* Appends text with its character references and entities resolved. */
void markup_resolve(str s, struct buf *out);
/* A value of JSON or of an attribute that holds HTML: the same, tags left out.
 * `s` itself where it has neither. */
str markup_text(str s, struct arena *);

/* Whether a document whose type nobody told is HTML: it has a tag that only
 * pages have near its beginning, or begins with a tag, or has several kinds of
 * those that text is made of. ASCII must be written as ASCII. */
bool markup_is_html(str bytes);

/* "#8217" or "#x2019" behind an ampersand, with its semicolon if it has one:
 * how many bytes it takes, 0 where it is no number. */
size_t markup_number(str behind, unsigned long *value);
/* Whether XML allows the character. */
bool markup_allowed(unsigned long c);

/* The value of an attribute, or the empty str. */
str markup_value(const struct markup_tag *, const char *name);

#endif
