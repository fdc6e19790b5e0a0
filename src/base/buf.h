/*
 * buf.h - owned bytes that grow. (struct buf){0} is an empty one; always
 * NUL-terminated once something was put in. Free with buf_free.
 */
#ifndef SAMESTORY_BASE_BUF_H
#define SAMESTORY_BASE_BUF_H

#include "str.h"

struct buf {
    char *s;
    size_t n, room;
};

void buf_free(struct buf *);
void buf_clear(struct buf *); /* keeps the memory */
void buf_put(struct buf *, str);
void buf_putz(struct buf *, const char *);
void buf_putc(struct buf *, char);
void buf_utf8(struct buf *, uint32_t codepoint);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for n more bytes behind the end; add what was written to ->n. */
char *buf_room(struct buf *, size_t n);
str buf_str(const struct buf *);

#endif
