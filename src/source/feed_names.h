/*
 * feed_names.h - what the elements of feeds, sitemaps and news items are
 * called, and what they hold. For source/feed*.c alone.
 */
#ifndef SAMESTORY_SOURCE_FEED_NAMES_H
#define SAMESTORY_SOURCE_FEED_NAMES_H

#include "base/markup.h"

enum feed_space {
    SPACE_CORE,
    SPACE_DC,
    SPACE_CONTENT,
    SPACE_NEWS,
    SPACE_ORIGIN,
    SPACE_HTML,
    SPACE_OTHER
};

enum feed_field {
    F_NONE,
    F_TITLE,
    F_HEADLINE, /* says more than the title beside it */
    F_LINK,
    F_ORIGIN, /* the page behind a link that a feed service counts */
    F_ID,
    F_DATE,    /* published */
    F_CREATED, /* published, where nothing else says so */
    F_UPDATED,
    F_AUTHOR,
    F_SUMMARY,
    F_CONTENT,
    F_SOURCE,
    F_LANG,
    F_FIELDS
};

/*
 * By the address of a namespace; by the prefix where none is declared.
 * An element without prefix belongs to the feed whatever its address.
 */
enum feed_space feed_space(const struct markup_tag *);
/* What an element holds, F_NONE where nothing of ours. */
enum feed_field feed_field(const struct markup_tag *);
/* Whether an element at that depth (the outermost is 1) is an entry. */
bool feed_entry(const struct markup_tag *, size_t depth);
/* Whether it only groups the fields of its entry. */
bool feed_groups(const struct markup_tag *);
/* The trimmed value of an attribute, its name without case, or the empty
 * str. */
str feed_value(const struct markup_tag *, const char *name);
/* Whether z stands in s, in whatever case. */
bool feed_holds(str s, const char *z);

#endif
