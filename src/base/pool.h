/*
 * pool.h - n jobs side by side, results in the order they were given.
 *
 * Threads are known here alone.
 */
#ifndef SAMESTORY_BASE_POOL_H
#define SAMESTORY_BASE_POOL_H

#include <stddef.h>

/*
 * Calls work(ctx, i, worker) once for each i < n, on up to `threads`
 * threads (0: one a processor); `worker` is below the thread count, so
 * that each can have scratch of its own. Returns when all are done.
 */
void pool_run(size_t threads, size_t n,
              void (*work)(void *ctx, size_t i, size_t worker), void *ctx);

/*
 * Streams: next(ctx) makes an item or returns NULL at the end (called from
 * one thread at a time), work(ctx, item) runs side by side, done(ctx, item)
 * is called in the order of next, from one thread at a time. At most
 * 4 x threads items are alive.
 */
void pool_stream(size_t threads, void *(*next)(void *ctx),
                 void (*work)(void *ctx, void *item),
                 void (*done)(void *ctx, void *item), void *ctx);

/* What next() and done() both touch: each takes it and gives it back. */
struct pool_lock;
struct pool_lock *pool_lock_open(void);
void pool_lock_close(struct pool_lock *);
void pool_lock_take(struct pool_lock *);
void pool_lock_give(struct pool_lock *);

size_t pool_processors(void);

#endif
