/*
 * stream.h - the bytes of a file, gzip taken off on the way.
 *
 * A file of one gzip member or of many (a WARC.gz has one a record) reads
 * as if it were not compressed. Memory is bounded whatever the file claims:
 * a member that grows beyond all measure ends the stream with a reason
 * (STREAM_BOMB bytes at more than STREAM_RATIO times its size), as does a
 * truncated or broken one, behind the bytes it still gave.
 * For source/ and engine/.
 */
#ifndef SAMESTORY_SOURCE_STREAM_H
#define SAMESTORY_SOURCE_STREAM_H

#include "base/buf.h"

#include <stdio.h>

#define STREAM_BOMB  ((uint64_t)64 << 20)
#define STREAM_RATIO 250 /* deflate ends at 1032; text reaches some 20 */

struct stream;

/* Takes the file over, unread so far, and closes it; standard input is left
 * open. */
struct stream *stream_open(FILE *);
void stream_close(struct stream *); /* NULL is fine */

/* At least the next n bytes where there are as many; they stay. At most
 * STREAM_PEEK. The str lives until the next call. */
#define STREAM_PEEK 65536
str stream_peek(struct stream *, size_t n);

/* Appends at most n bytes; fewer at the end. Gives how many. */
size_t stream_read(struct stream *, struct buf *, size_t n);
/* Goes on by n bytes; gives how many there were. */
uint64_t stream_skip(struct stream *, uint64_t n);
/*
 * Reads up to and with the next newline into *line, which is emptied first.
 * What is longer than `most` is passed over to the end of the line and told
 * by *cut. False at the end of the stream.
 */
bool stream_line(struct stream *, struct buf *line, size_t most, bool *cut);

/* Why the stream ended early, or NULL. */
const char *stream_fault(const struct stream *);

/* One whole gzip or zlib (raw too) body, at most `most` bytes of it; false
 * where it is none. What a truncated one gives is kept. */
bool stream_inflate(str packed, struct buf *out, size_t most);

#endif
