/*
 * entry.h - an article that somebody else lists: an item of a feed, a URL of
 * a news sitemap, a news item of an agency. For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_ENTRY_H
#define SAMESTORY_SOURCE_ENTRY_H

#include "record/article.h"

#define ENTRY_MOST_BYLINE 8
#define ENTRIES_MOST      100000 /* in one document */

struct entry {
    str id, title, link, lang, source;
    str date, updated; /* as stamp_read gives them */
    str text;          /* plain, a paragraph a line */
    str byline[ENTRY_MOST_BYLINE];
    size_t nbyline;
};

struct entries {
    struct entry *at; /* in `mem` */
    size_t n;
    struct arena *mem;
};

/* A new entry at the end, or NULL where there are too many. */
struct entry *entries_add(struct entries *);

/* Puts the entry into a parcel, which copies what it needs. */
void entry_fill(const struct entry *, struct article *);

/* A value as feeds carry it (HTML, or text that looks like it), as plain
 * text: a paragraph a line, entities resolved, tags gone. */
str entry_plain(str, struct arena *);
/* The same on one line, for titles and names. */
str entry_line(str, struct arena *);

/* Adds a name of a person that is not there yet. */
void entry_author(struct entry *, str name, struct arena *);

#endif
