/* pairs.h - what every reader of pairs promises. */
#ifndef FUZZ_PAIRS_H
#define FUZZ_PAIRS_H

#include "base/oom.h"
#include "learn/pairs.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static inline struct pairs
pairs_empty(void)
{
    return (struct pairs){.from = LANG_EN, .to = LANG_RU, .mem = arena_open()};
}

/* Two texts each, neither empty nor beyond the bound. */
static inline void
pairs_check(const struct pairs *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->list[i].a.n == 0 || p->list[i].b.n == 0 ||
            p->list[i].a.n > PAIRS_MOST_TEXT ||
            p->list[i].b.n > PAIRS_MOST_TEXT)
            BUG("a pair out of bounds");
    arena_close(p->mem);
}

#endif
