/*
 * place.c - articles into stories.
 *
 * The articles are put in an order of their content first, so that all that
 * follows is a function of the set; copies and translations are one story
 * from the beginning.
 */
#include "story/place.h"

#include "story/group.h"
#include "story/score.h"

#include <stdlib.h>
#include <string.h>

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
story_place(const struct lexicon *lx, struct set *set, struct arena *mem)
{
    size_t n = set->narticles, nsides = 0;
    struct ordered *order = arena_new(mem, struct ordered, n + 1);
    uint32_t *rank = arena_new(mem, uint32_t, n + 1), *up, *at, *group;
    uint32_t *number = arena_new(mem, uint32_t, n + 1), stories = 0;
    struct side *each, *sides = arena_new(mem, struct side, n + 1);

    if (n == 0)
        return;
    for (uint32_t i = 0; i < n; i++)
        order[i] = (struct ordered){set->articles[i], i};
    qsort(order, n, sizeof *order, by_content);
    for (uint32_t i = 0; i < n; i++)
        rank[order[i].index] = i;
    up = origins(set, rank, mem);
    each = ground_lay(lx, set, mem);

    /* one side for each origin, in order of content */
    at = arena_new(mem, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t a = order[i].index, root = root_of(up, a);

        if (root == a) {
            at[a] = (uint32_t)nsides;
            sides[nsides++] = each[a];
        } else {
            at[a] = at[root];
            side_join(&sides[at[root]], &each[a], &sides[at[root]], mem);
        }
    }
    group = group_find(sides, nsides, mem);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t g = group[at[i]];

        if (!number[g])
            number[g] = ++stories;
        set->story[i] = number[g] - 1;
    }
}

double
story_likeness(const struct lexicon *lx, const struct article *a,
               const struct article *b)
{
    struct arena *mem = arena_open();
    struct article *two[2] = {(struct article *)(uintptr_t)a,
                              (struct article *)(uintptr_t)b};
    struct set set = {.articles = two, .narticles = 2};
    struct side *sides = ground_lay(lx, &set, mem);
    struct score s;
    double p;

    score_take(&sides[0], &sides[1], &s);
    p = score_probability(s.z);
    arena_close(mem);
    return p;
}
