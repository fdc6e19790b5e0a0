/* oom.c - the one place that gives up. */
#include "oom.h"

#include <stdio.h>
#include <stdlib.h>

void (*oom_hook)(size_t wanted);

void
oom_die(size_t wanted)
{
    if (oom_hook)
        oom_hook(wanted);
    fprintf(stderr, "samestory: out of memory (%zu bytes)\n", wanted);
    abort();
}

void *
oom_malloc(size_t n)
{
    void *p = malloc(n ? n : 1);

    if (!p)
        oom_die(n);
    return p;
}

void *
oom_realloc(void *old, size_t n)
{
    void *p = realloc(old, n ? n : 1);

    if (!p)
        oom_die(n);
    return p;
}

void
bug_at(const char *file, int line, const char *what)
{
    fprintf(stderr, "samestory: bug at %s:%d: %s\n", file, line, what);
    abort();
}
