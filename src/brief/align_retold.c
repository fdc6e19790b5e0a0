/*
 * align_retold.c - figures that a copy or a translation changed: what stands
 * in the same place of the same sentence is of the same thing, whatever the
 * value.
 */
#include "brief/align.h"

/* The reading of the page that the span lies in or holds, NOBODY: none. */
static uint32_t
reading_at(const struct work *w, uint32_t article, span at)
{
    for (uint32_t i = 0; i < w->n; i++) {
        span own = reading_mark(w->t, &w->list[i])->at;

        if (w->list[i].article == article && own.start < at.end &&
            at.start < own.end)
            return i;
    }
    return NOBODY;
}

void
align_find_retold(struct work *w)
{
    const struct set *set = w->t->set;

    w->retold = arena_new(w->mem, bool, w->n * w->n);
    for (size_t l = 0; l < set->nlinks; l++)
        for (size_t c = 0; c < set->links[l].nchanges; c++) {
            const struct change *change = &set->links[l].changes[c];
            uint32_t from, to;

            if (change->kind != CHANGE_NUMBER)
                continue;
            from = reading_at(w, set->links[l].from, change->from_at);
            to = reading_at(w, set->links[l].to, change->to_at);
            if (from != NOBODY && to != NOBODY)
                w->retold[from * w->n + to] = w->retold[to * w->n + from] =
                    true;
        }
}

bool
align_retold(const struct work *w, uint32_t a, uint32_t b)
{
    for (uint32_t i = a; i != NOBODY; i = w->next[i])
        for (uint32_t k = b; k != NOBODY; k = w->next[k])
            if (w->retold[i * w->n + k])
                return true;
    return false;
}
