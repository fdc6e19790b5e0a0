/*
 * http.h - a response as it came over the wire (RFC 9112): status, headers,
 * body; chunks joined, gzip and deflate taken off. For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_HTTP_H
#define SAMESTORY_SOURCE_HTTP_H

#include "base/arena.h"

struct http {
    int status; /* 0: no status line at all */
    str type;   /* "text/html", lower case, without parameters */
    str charset;
    str body; /* decoded, in `mem` */
};

/*
 * The value of a header in a block of header lines, trimmed, or the empty
 * str. Names are compared without case; folded lines are not joined.
 */
str http_header(str headers, const char *name);

/* "text/html; charset=utf-8": type in lower case and charset. */
void http_type(str value, str *type, str *charset, struct arena *);

/* Takes headers off: what stands up to the first empty line. */
str http_head(str *rest);

/*
 * Never fails: what is broken is left as it stands. The body grows to at
 * most `most` bytes. Encodings other than gzip and deflate: *why, and an
 * empty body.
 */
void http_read(str message, size_t most, struct http *, const char **why,
               struct arena *mem);

#endif
