/* stash.c - a row of places, each taken and filled in one step. */
#include "stash.h"

#include "oom.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

struct stash {
    _Atomic(void *) place[STASH_MOST];
};

struct stash *
stash_open(void)
{
    struct stash *s = oom_malloc(sizeof *s);

    for (int i = 0; i < STASH_MOST; i++)
        atomic_init(&s->place[i], NULL);
    return s;
}

void
stash_close(struct stash *s, void (*close)(void *))
{
    void *p;

    if (!s)
        return;
    while ((p = stash_take(s)))
        close(p);
    free(s);
}

void *
stash_take(struct stash *s)
{
    for (int i = 0; i < STASH_MOST; i++) {
        void *p = atomic_load_explicit(&s->place[i], memory_order_relaxed);

        if (p && (p = atomic_exchange(&s->place[i], NULL)))
            return p;
    }
    return NULL;
}

bool
stash_put(struct stash *s, void *p)
{
    for (int i = 0; i < STASH_MOST; i++) {
        void *none = NULL;

        if (atomic_compare_exchange_strong(&s->place[i], &none, p))
            return true;
    }
    return false;
}
