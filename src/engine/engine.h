/*
 * engine.h - the open engine. For engine/ alone.
 *
 * Decisions are taken here in order, on one thread: digest runs side by
 * side, admit and settle do not.
 */
#ifndef SAMESTORY_ENGINE_ENGINE_H
#define SAMESTORY_ENGINE_ENGINE_H

#include "base/buf.h"
#include "base/err.h"
#include "record/story.h"
#include "samestory.h"
#include "store/store.h"

/* Parcels kept by hand between calls; beyond, they are loaded again. */
#define ENGINE_MOST_CACHED 20000
/* Parcels at hand while many come in, about 150 KB each. 2026-11. */
#define ENGINE_MOST_ADDED 5000

struct samestory {
    struct lexicon *lexicon;
    struct store *store;
    size_t jobs, most_bytes;
    enum lang reader; /* whose words labels are made of */
    bool in_memory;
    struct err err;
    struct article **cache; /* by row id - 1 */
    size_t cache_room, ncached;
    size_t most_added; /* ENGINE_MOST_ADDED; less in tests */
};

/* The arena of an answer, and its payload of `bytes`. */
struct arena *answer_open(size_t bytes, void **payload);

enum samestory_status engine_status(const struct samestory *);

/* The row of an article by its id, "a12" or "12"; 0 where it is none. */
int64_t engine_id(const char *);
/* A digested parcel by its row; owned by the engine, good until the next
 * engine_trim. NULL and e->err on failure. */
struct article *engine_article(struct samestory *, int64_t id);
void engine_keep(struct samestory *, struct article *);
/* Lets go of parcels beyond so many; none may be in use. */
void engine_trim(struct samestory *, size_t most);

/* A set of the articles of the rows, by path, then content. */
bool engine_set(struct samestory *, const struct store_row *, size_t n,
                struct set *, struct arena *);
/* The same of articles at hand, one a row. */
void engine_lay(const struct samestory *, const struct store_row *,
                struct article *const *, size_t n, struct set *,
                struct arena *);
/* By path (numbers in it count as numbers), then content. */
int engine_order(const struct article *, const struct article *);

/* What full-text search finds an article by. */
void search_terms(const struct lexicon *, const struct reading *,
                  struct buf *terms, struct buf *meanings);
/* FTS5's query for the words of a user; false where none is left. */
bool search_query(const struct lexicon *, str words, struct buf *query);

#endif
