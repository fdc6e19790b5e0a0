/*
 * source.h - the next document, whatever the file.
 *
 * Told apart by content, then by name: HTML page, plain text capture, feed,
 * news sitemap or news item (XML and JSON), web archive, JSONL (one article a
 * line); each of them may be packed by gzip. Folders are read recursively in
 * name order. Every input that cannot be read is told to `complain` with its
 * reason; the rest goes on.
 */
#ifndef SAMESTORY_SOURCE_SOURCE_H
#define SAMESTORY_SOURCE_SOURCE_H

#include "record/article.h"

struct source;

struct source *
source_open(const char *const *paths, size_t npaths, size_t most_bytes,
            void (*complain)(void *ctx, const char *path, const char *why),
            void *ctx);
/* The next parcel with its "came" block filled, or NULL at the end. */
struct article *source_next(struct source *);
/*
 * From now on a file that is one page comes with its first SOURCE_HEAD bytes
 * alone: enough to tell whose it is. source_whole, asked before the next
 * parcel, reads the rest; false where that cannot be done.
 */
#define SOURCE_HEAD ((size_t)64 * 1024)
void source_heads(struct source *);
bool source_whole(struct source *, struct article *);
/* Inputs that could not be read so far. */
size_t source_failed(const struct source *);
void source_close(struct source *);

#endif
