/*
 * stash.h - scratch that is dear to make, kept from one use to the next.
 *
 * Who needs some takes it, has it alone, and puts it back. Any number of
 * threads may do so at once; none ever waits. No answer may depend on which
 * one was got: scratch remembers only what could be computed again.
 */
#ifndef SAMESTORY_BASE_STASH_H
#define SAMESTORY_BASE_STASH_H

#include <stdbool.h>

#define STASH_MOST 64 /* as many threads as there may be */

struct stash;

struct stash *stash_open(void);
/* Closes with `close` what lies there; NULL is fine. */
void stash_close(struct stash *, void (*close)(void *));
void *stash_take(struct stash *); /* NULL: none lies there, make one */
/* False where there is no room: it is still the caller's. */
bool stash_put(struct stash *, void *);

#endif
