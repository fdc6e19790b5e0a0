/* arena.c - chunks in a list; the newest is bumped. */
#include "arena.h"

#include "oom.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under the address sanitizer each piece is a chunk of its own, so that what is
 * read behind it is seen. */
#ifdef __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#define CHUNK_LEAST ((size_t)16 * 1024)
#define CHUNK_MOST  ((size_t)1024 * 1024)

struct chunk {
    struct chunk *next;
    size_t used, size;
    max_align_t bytes[];
};

struct arena {
    struct chunk *newest;
    size_t total;
};

struct arena *
arena_open(void)
{
    struct arena *a = oom_malloc(sizeof *a);

    *a = (struct arena){0};
    return a;
}

void
arena_close(struct arena *a)
{
    if (!a)
        return;
    while (a->newest) {
        struct chunk *next = a->newest->next;

        free(a->newest);
        a->newest = next;
    }
    free(a);
}

size_t
arena_bytes(const struct arena *a)
{
    return a->total;
}

static void
chunk_add(struct arena *a, size_t bytes)
{
    size_t size = a->total < CHUNK_LEAST  ? CHUNK_LEAST
                  : a->total > CHUNK_MOST ? CHUNK_MOST
                                          : a->total;
    struct chunk *c;

    if (size < bytes || SANITIZED)
        size = bytes;
    if (size > SIZE_MAX - sizeof *c)
        oom_die(bytes);
    c = oom_malloc(sizeof *c + size);
    *c = (struct chunk){.next = a->newest, .size = size};
    a->newest = c;
    a->total += size;
}

void *
arena_raw(struct arena *a, size_t bytes)
{
    const size_t unit = sizeof(max_align_t);
    char *p;

    if (bytes > SIZE_MAX - unit)
        oom_die(bytes);
    if (!SANITIZED)
        bytes = (bytes + unit - 1) / unit * unit;
    if (!a->newest || a->newest->size - a->newest->used < bytes)
        chunk_add(a, bytes);
    p = (char *)a->newest->bytes + a->newest->used;
    a->newest->used += bytes;
    return p;
}

void *
arena_alloc(struct arena *a, size_t bytes)
{
    return memset(arena_raw(a, bytes), 0, bytes);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        oom_die(SIZE_MAX);
    return arena_alloc(a, n * size);
}

str
arena_str(struct arena *a, str s)
{
    char *p = arena_raw(a, s.n + 1);

    if (s.n)
        memcpy(p, s.s, s.n);
    p[s.n] = '\0';
    return (str){p, s.n};
}

const char *
arena_z(struct arena *a, str s)
{
    return arena_str(a, s).s;
}

str
arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list args;
    int n;
    char *p;

    va_start(args, fmt);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (n < 0)
        return (str){"", 0};
    p = arena_alloc(a, (size_t)n + 1);
    va_start(args, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, args);
    va_end(args);
    return (str){p, (size_t)n};
}

void *
arena_grow(struct arena *a, void *array, size_t n, size_t size)
{
    struct chunk *c = a->newest;
    size_t bytes = n * size;
    char *bigger;

    if (n == 0)
        return arena_array(a, 8, size);
    if (n < 8 || (n & (n - 1)) != 0)
        return array;
    if (bytes > SIZE_MAX / 2)
        oom_die(SIZE_MAX);
    /* what was given out last grows where it lies */
    if ((char *)array + bytes == (char *)c->bytes + c->used &&
        c->size - c->used >= bytes && bytes % sizeof(max_align_t) == 0) {
        c->used += bytes;
        memset((char *)array + bytes, 0, bytes);
        return array;
    }
    bigger = arena_raw(a, 2 * bytes);
    memcpy(bigger, array, bytes);
    memset(bigger + bytes, 0, bytes);
    return bigger;
}
