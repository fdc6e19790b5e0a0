/*
 * warc.h - the pages of a web archive (WARC 1.0 and 1.1, ISO 28500), record
 * by record. For source/ alone.
 *
 * Pages are what servers answered with 2xx as text (`response`), and what
 * was stored or converted to text (`resource`, `conversion`). All else is
 * passed over in silence: requests, metadata, pictures, redirects.
 */
#ifndef SAMESTORY_SOURCE_WARC_H
#define SAMESTORY_SOURCE_WARC_H

#include "record/article.h"
#include "source/stream.h"

#define WARC_MOST_RECORD ((uint64_t)1 << 30) /* longer ones are skipped */
#define WARC_MOST_HEAD   65536               /* bytes of a record's headers */

/* Whether the first bytes are those of an archive. */
bool warc_is(str head);

struct warc {
    struct stream *in;
    size_t most_bytes; /* a page */
    size_t nrecords;   /* met so far */
    bool ended;
};

/*
 * Fills the parcel from the next page; its number is w->nrecords. False at
 * the end, or where a record cannot be read: then *why is not NULL and the
 * caller may go on until w->ended.
 */
bool warc_next(struct warc *, struct article *, const char **why);

#endif
