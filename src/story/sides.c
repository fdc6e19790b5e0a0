/* sides.c - articles in an order of their content; copies put together. */
#include "story/sides.h"

#include <stdlib.h>

struct ordered {
    const struct article *article;
    uint32_t index; /* in the set */
};

static int
by_content(const void *a, const void *b)
{
    const struct article *x = ((const struct ordered *)a)->article;
    const struct article *y = ((const struct ordered *)b)->article;
    int c;

    if (x->content != y->content)
        return (x->content > y->content) - (x->content < y->content);
    if ((c = str_cmp(x->published, y->published)) != 0)
        return c;
    if ((c = str_cmp(x->url, y->url)) != 0)
        return c;
    return str_cmp(x->given_id, y->given_id);
}

static uint32_t
root_of(uint32_t *up, uint32_t i)
{
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

/* For each article of the set the first that it is a copy of, by content. */
static uint32_t *
origins(const struct set *set, const uint32_t *rank, struct arena *mem)
{
    uint32_t *up = arena_new(mem, uint32_t, set->narticles + 1);

    for (uint32_t i = 0; i < set->narticles; i++)
        up[i] = i;
    for (size_t i = 0; i < set->nlinks; i++) {
        const struct link *l = &set->links[i];
        uint32_t a, b;

        if (l->kind == LINK_SHARED || l->from >= set->narticles ||
            l->to >= set->narticles)
            continue;
        a = root_of(up, l->from);
        b = root_of(up, l->to);
        if (a != b)
            up[rank[a] < rank[b] ? b : a] = rank[a] < rank[b] ? a : b;
    }
    return up;
}

void
sides_lay(const struct lexicon *lx, const struct set *set, struct sides *out,
          struct arena *mem)
{
    size_t n = set->narticles;
    struct ordered *order = arena_new(mem, struct ordered, n + 1);
    uint32_t *rank = arena_new(mem, uint32_t, n + 1), *up;
    struct side *each;

    *out = (struct sides){.list = arena_new(mem, struct side, n + 1),
                          .at = arena_new(mem, uint32_t, n + 1),
                          .order = arena_new(mem, uint32_t, n + 1)};
    if (n == 0)
        return;
    for (uint32_t i = 0; i < n; i++)
        order[i] = (struct ordered){set->articles[i], i};
    qsort(order, n, sizeof *order, by_content);
    for (uint32_t i = 0; i < n; i++)
        rank[out->order[i] = order[i].index] = i;
    up = origins(set, rank, mem);
    each = ground_lay(lx, set, mem);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t a = order[i].index, root = root_of(up, a);

        if (root == a) {
            out->at[a] = (uint32_t)out->n;
            out->list[out->n++] = each[a];
        } else {
            struct side *side = &out->list[out->at[a] = out->at[root]];

            side_join(side, &each[a], side, mem);
        }
    }
}
