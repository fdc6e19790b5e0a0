/*
 * oom.h - out of memory and our own mistakes: both end the process.
 *
 * Memory is bounded at the door (page sizes, counts), so that running out
 * means the machine is in trouble, not the input. A host program may hang
 * its own hook in to tell somebody before the abort.
 */
#ifndef SAMESTORY_BASE_OOM_H
#define SAMESTORY_BASE_OOM_H

#include <stddef.h>

extern void (*oom_hook)(size_t wanted);

void *oom_malloc(size_t);
void *oom_realloc(void *, size_t);
void oom_die(size_t wanted) __attribute__((noreturn));

void bug_at(const char *file, int line, const char *what)
    __attribute__((noreturn));
#define BUG(what) bug_at(__FILE__, __LINE__, what)

#endif
