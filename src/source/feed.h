/*
 * feed.h - documents that list articles, in XML: RSS 0.9 to 2.0 and RDF,
 * Atom 0.3 and 1.0 (RFC 4287), CDF, news sitemaps, NewsML-G2.
 * For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_FEED_H
#define SAMESTORY_SOURCE_FEED_H

#include "source/entry.h"

/* Whether the outermost element, looked for in the first bytes of UTF-8 or
 * ASCII-like text, is one of these. */
bool feed_is(str head);

/*
 * Adds the entries of a document in UTF-8, of any quality, also those of
 * which it tells no more than an address. False and the reason where there
 * is none.
 */
bool feed_read(str xml, struct entries *, const char **why);

#endif
