/* forest.c - which links stay, and which way they point. */
#include "twin/forest.h"

#include <stdlib.h>

struct kept {
    struct edge *e;
    uint32_t low, high; /* ranks of its ends */
};

/* Which edges are taken before which. */
static int
turn_of(const struct edge *e)
{
    switch (e->kind) {
    case LINK_COPY:
    case LINK_EDITED_COPY:
        return e->retold;
    case LINK_TRANSLATION:
        return 2;
    case LINK_SHARED:
        break;
    }
    return 3;
}

static int
kept_order(const void *x, const void *y)
{
    const struct kept *a = x, *b = y;
    int ka = turn_of(a->e), kb = turn_of(b->e);

    if (ka != kb)
        return ka - kb;
    if (a->e->like != b->e->like)
        return a->e->like > b->e->like ? -1 : 1;
    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

static uint32_t
root_of(uint32_t *up, uint32_t i)
{
    while (up[i] != i) {
        up[i] = up[up[i]];
        i = up[i];
    }
    return i;
}

/* Of each article the edges taken, as lists. */
struct web {
    uint32_t *first, *next; /* of articles; of edges, two ends each */
};

#define NO_EDGE UINT32_MAX

static struct web
weave(const struct edge *e, size_t n, size_t narticles, struct arena *tmp)
{
    struct web w = {arena_new(tmp, uint32_t, narticles + 1),
                    arena_new(tmp, uint32_t, 2 * n + 1)};

    for (size_t i = 0; i < narticles; i++)
        w.first[i] = NO_EDGE;
    for (size_t i = 0; i < n; i++) {
        if (!e[i].taken)
            continue;
        w.next[2 * i] = w.first[e[i].a];
        w.first[e[i].a] = (uint32_t)(2 * i);
        w.next[2 * i + 1] = w.first[e[i].b];
        w.first[e[i].b] = (uint32_t)(2 * i + 1);
    }
    return w;
}

/* What is gained when the tree's edge is walked away from `from`. */
static double
along(const struct edge *e, uint32_t from)
{
    return e->a == from ? e->ahead : -e->ahead;
}

/* Turns the tree that `start` stands in away from its best root. */
static void
turn_tree(struct edge *e, const struct web *w, const uint32_t *rank,
          uint32_t start, bool *seen, uint32_t *queue, double *gain,
          uint32_t *come)
{
    size_t n = 0;
    uint32_t root = start;

    queue[n++] = start;
    gain[start] = 0;
    come[start] = NO_EDGE;
    seen[start] = true;
    for (size_t k = 0; k < n; k++) {
        uint32_t at = queue[k];

        if (gain[at] > gain[root] ||
            (gain[at] == gain[root] && rank[at] < rank[root]))
            root = at;
        for (uint32_t i = w->first[at]; i != NO_EDGE; i = w->next[i]) {
            struct edge *x = &e[i / 2];
            uint32_t to = x->a == at ? x->b : x->a;

            if (i / 2 == come[at])
                continue;
            come[to] = i / 2;
            seen[to] = true;
            /* with `to` as the root this edge would point back */
            gain[to] = gain[at] - along(x, at);
            queue[n++] = to;
        }
    }
    n = 0;
    queue[n++] = root;
    come[root] = NO_EDGE;
    for (size_t k = 0; k < n; k++) {
        uint32_t at = queue[k];

        for (uint32_t i = w->first[at]; i != NO_EDGE; i = w->next[i]) {
            struct edge *x = &e[i / 2];
            uint32_t to = x->a == at ? x->b : x->a;

            if (i / 2 == come[at])
                continue;
            come[to] = i / 2;
            x->turned = x->b == at;
            queue[n++] = to;
        }
    }
}

void
forest_grow(struct edge *e, size_t n, const uint32_t *rank, size_t narticles)
{
    struct arena *tmp = arena_open();
    struct kept *k = arena_new(tmp, struct kept, n + 1);
    uint32_t *up = arena_new(tmp, uint32_t, narticles + 1);
    bool *seen = arena_new(tmp, bool, narticles + 1);
    uint32_t *queue = arena_new(tmp, uint32_t, narticles + 1);
    uint32_t *come = arena_new(tmp, uint32_t, narticles + 1);
    double *gain = arena_new(tmp, double, narticles + 1);
    struct web w;

    for (uint32_t i = 0; i < narticles; i++)
        up[i] = i;
    for (size_t i = 0; i < n; i++) {
        uint32_t x = rank[e[i].a], y = rank[e[i].b];

        k[i] = (struct kept){&e[i], x < y ? x : y, x < y ? y : x};
        e[i].taken = false;
    }
    if (n > 1)
        qsort(k, n, sizeof *k, kept_order);
    for (size_t i = 0; i < n; i++) {
        uint32_t x = root_of(up, k[i].e->a), y = root_of(up, k[i].e->b);

        if (x == y)
            continue;
        up[x] = y;
        k[i].e->taken = true;
    }
    w = weave(e, n, narticles, tmp);
    for (uint32_t i = 0; i < narticles; i++)
        if (!seen[i])
            turn_tree(e, &w, rank, i, seen, queue, gain, come);
    arena_close(tmp);
}

void
forest_voices(const struct edge *e, size_t n, const uint32_t *rank,
              size_t narticles, uint32_t *voice)
{
    struct arena *tmp = arena_open();
    uint32_t *up = arena_new(tmp, uint32_t, narticles + 1);

    for (uint32_t i = 0; i < narticles; i++)
        up[i] = i;
    for (size_t i = 0; i < n; i++) {
        uint32_t x = root_of(up, e[i].a), y = root_of(up, e[i].b);

        if (!e[i].taken || e[i].kind == LINK_SHARED || x == y)
            continue;
        if (rank[x] < rank[y])
            up[y] = x;
        else
            up[x] = y;
    }
    for (uint32_t i = 0; i < narticles; i++)
        voice[i] = rank[root_of(up, i)];
    arena_close(tmp);
}
