/* buf.c - owned bytes. */
#include "buf.h"

#include "oom.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_free(struct buf *b)
{
    free(b->s);
    *b = (struct buf){0};
}

void
buf_clear(struct buf *b)
{
    b->n = 0;
    if (b->s)
        b->s[0] = '\0';
}

char *
buf_room(struct buf *b, size_t n)
{
    size_t need;

    if (n > SIZE_MAX / 2 - b->n - 1)
        oom_die(n);
    need = b->n + n + 1;
    if (need > b->room) {
        b->room = need < 64 ? 64 : need + need / 2;
        b->s = oom_realloc(b->s, b->room);
    }
    return b->s + b->n;
}

void
buf_utf8(struct buf *b, uint32_t c)
{
    if (c < 0x80) {
        buf_putc(b, (char)c);
    } else if (c < 0x800) {
        buf_putc(b, (char)(0xC0 | c >> 6));
        buf_putc(b, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        buf_putc(b, (char)(0xE0 | c >> 12));
        buf_putc(b, (char)(0x80 | (c >> 6 & 0x3F)));
        buf_putc(b, (char)(0x80 | (c & 0x3F)));
    } else {
        buf_putc(b, (char)(0xF0 | (c >> 18 & 0x07)));
        buf_putc(b, (char)(0x80 | (c >> 12 & 0x3F)));
        buf_putc(b, (char)(0x80 | (c >> 6 & 0x3F)));
        buf_putc(b, (char)(0x80 | (c & 0x3F)));
    }
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list args;
    int n;
    char *p;

    va_start(args, fmt);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (n < 0)
        return;
    p = buf_room(b, (size_t)n);
    va_start(args, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, args);
    va_end(args);
    b->n += (size_t)n;
}

str
buf_str(const struct buf *b)
{
    return (str){b->s ? b->s : "", b->n};
}
