/*
 * arena.h - memory that is dropped all at once.
 *
 * A `struct arena *` parameter means: the result lives there. Arenas are
 * not shared between threads. What arena_alloc gives is zeroed and aligned
 * for any type.
 */
#ifndef SAMESTORY_BASE_ARENA_H
#define SAMESTORY_BASE_ARENA_H

#include "str.h"

struct arena;

struct arena *arena_open(void);
void arena_close(struct arena *);         /* NULL is fine */
size_t arena_bytes(const struct arena *); /* taken from the system */

void *arena_alloc(struct arena *, size_t bytes);
/* The same, not zeroed: for bytes that are written at once. */
void *arena_raw(struct arena *, size_t bytes);
/* Room for n of size each; aborts where the product overflows. */
void *arena_array(struct arena *, size_t n, size_t size);
#define arena_new(mem, type, n) ((type *)arena_array(mem, n, sizeof(type)))

/* A copy, NUL-terminated behind its end. */
str arena_str(struct arena *, str);
const char *arena_z(struct arena *, str);
str arena_printf(struct arena *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Makes room for one more behind *n elements: grows the array (by moving
 * it inside the arena) where n is 0 or a power of two from 8 on. Use:
 *     marks = arena_grow(mem, marks, nmarks, sizeof *marks);
 *     marks[nmarks++] = m;
 */
void *arena_grow(struct arena *, void *array, size_t n, size_t size);

#endif
