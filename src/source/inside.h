/*
 * inside.h - a source at work. For source/ alone.
 *
 * A document that holds many articles (a feed, an archive, JSONL) stays open
 * in the source until document_next has given the last of them.
 */
#ifndef SAMESTORY_SOURCE_INSIDE_H
#define SAMESTORY_SOURCE_INSIDE_H

#include "base/json.h"
#include "source/entry.h"
#include "source/source.h"
#include "source/stream.h"
#include "source/warc.h"

/* How the articles of one document lie in it. */
enum holds {
    HOLDS_NOTHING,
    HOLDS_LINES,   /* JSONL */
    HOLDS_RECORDS, /* WARC */
    HOLDS_ENTRIES, /* feeds, sitemaps, news items */
    HOLDS_ELEMENTS /* a JSON array */
};

struct source {
    const char *const *paths;
    size_t npaths, next_path;
    size_t most_bytes, failed;
    void (*complain)(void *ctx, const char *path, const char *why);
    void *ctx;
    struct arena *mem; /* names of files in folders */
    str *queue;        /* files of the folder at hand, to be read */
    size_t nqueue, next_queue;
    /* the document at hand, where it holds many articles */
    enum holds holds;
    str name;            /* its path */
    struct stream *in;   /* HOLDS_LINES, HOLDS_RECORDS */
    struct arena *doc;   /* HOLDS_ENTRIES, HOLDS_ELEMENTS */
    struct entries list; /* HOLDS_ENTRIES */
    struct json *json;   /* HOLDS_ELEMENTS */
    const struct json *element;
    struct warc warc; /* HOLDS_RECORDS */
    size_t number;    /* of the line, record, entry or element */
    bool named;       /* its name says lines; else its first one alone */
    struct buf line;
    bool heads; /* pages come with their heads alone */
};

/*
 * Opens one file: gives its article, or NULL where it holds many (then
 * s->holds says how) or cannot be read (then somebody was told).
 */
struct article *document_open(struct source *, str path);
/* The next article of the document at hand, NULL at its end. */
struct article *document_next(struct source *);
void document_close(struct source *);

/* Tells that an input, or a part of one, could not be read. */
void source_fail(struct source *, const char *path, const char *why);

#endif
