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
void buf_utf8(struct buf *, uint32_t codepoint);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for n more bytes behind the end; add what was written to ->n. */
char *buf_room(struct buf *, size_t n);

static inline void
buf_put(struct buf *b, str s)
{
    char *p = b->n + s.n < b->room ? b->s + b->n : buf_room(b, s.n);

    if (s.n)
        memcpy(p, s.s, s.n);
    b->n += s.n;
    b->s[b->n] = '\0';
}

static inline void
buf_putz(struct buf *b, const char *z)
{
    buf_put(b, str_of(z));
}

static inline void
buf_putc(struct buf *b, char c)
{
    if (b->n + 1 >= b->room)
        buf_room(b, 1);
    b->s[b->n++] = c;
    b->s[b->n] = '\0';
}

str buf_str(const struct buf *);

#endif
