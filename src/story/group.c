/* group.c - the best pair first; ties by content. */
#include "story/group.h"

#include "base/tuning.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const int GROUP_KINDS = TUNING_STORY_KINDS;

struct edge {
    uint32_t to;
    double pairs;  /* sum of the log odds of pairs that were compared … */
    double npairs; /* … and how many */
};

struct node {
    struct side side;
    struct edge *edges; /* by to */
    size_t nedges;
    uint32_t least; /* index: the group's number */
    bool alive;
};

struct bid {
    double z;
    uint32_t a, b;
};

struct grouping {
    const struct weights *w;
    struct node *nodes;
    size_t nnodes;
    struct bid *heap;
    size_t nheap;
    uint32_t *into; /* of dead nodes: the node they went into */
    struct arena *mem;
};

/* ---- the heap: the highest bid first ------------------------------------- */

static bool
before(const struct grouping *g, const struct bid *x, const struct bid *y)
{
    if (x->z != y->z)
        return x->z > y->z;
    if (g->nodes[x->a].least != g->nodes[y->a].least)
        return g->nodes[x->a].least < g->nodes[y->a].least;
    return g->nodes[x->b].least < g->nodes[y->b].least;
}

static void
push(struct grouping *g, struct bid bid)
{
    size_t i = g->nheap;

    g->heap = arena_grow(g->mem, g->heap, g->nheap, sizeof *g->heap);
    g->nheap++;
    while (i > 0 && before(g, &bid, &g->heap[(i - 1) / 2])) {
        g->heap[i] = g->heap[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    g->heap[i] = bid;
}

static struct bid
pop(struct grouping *g)
{
    struct bid top = g->heap[0], last = g->heap[--g->nheap];
    size_t i = 0;

    for (;;) {
        size_t k = 2 * i + 1;

        if (k >= g->nheap)
            break;
        if (k + 1 < g->nheap && before(g, &g->heap[k + 1], &g->heap[k]))
            k++;
        if (!before(g, &g->heap[k], &last))
            break;
        g->heap[i] = g->heap[k];
        i = k;
    }
    if (g->nheap)
        g->heap[i] = last;
    return top;
}

/* ---- how likely -------------------------------------------------------------
 */

static double
odds(const struct weights *w, const struct node *a, const struct node *b,
     const struct edge *e)
{
    struct score s;
    double all = (double)a->side.narticles * b->side.narticles, pairs;

    score_take(w, &a->side, &b->side, &s);
    if (s.same == 0 && s.kinds < GROUP_KINDS)
        return -INFINITY;
    pairs = (e->pairs + (all - e->npairs) * w->floor) / all;
    return w->pairs * pairs + (1 - w->pairs) * s.z;
}

static void
offer(struct grouping *g, uint32_t a, uint32_t b, const struct edge *e)
{
    double z = odds(g->w, &g->nodes[a], &g->nodes[b], e);
    uint32_t x = g->nodes[a].least < g->nodes[b].least ? a : b;

    if (z > g->w->join)
        push(g, (struct bid){z, x, x == a ? b : a});
}

/* ---- joining
 * ------------------------------------------------------------------ */

static struct edge *
edge_to(struct node *n, uint32_t to)
{
    for (size_t i = 0; i < n->nedges; i++)
        if (n->edges[i].to == to)
            return &n->edges[i];
    return NULL;
}

static void
edge_add(struct grouping *g, struct node *n, struct edge e)
{
    struct edge *there = edge_to(n, e.to);

    if (there) {
        there->pairs += e.pairs;
        there->npairs += e.npairs;
        return;
    }
    n->edges = arena_grow(g->mem, n->edges, n->nedges, sizeof *n->edges);
    n->edges[n->nedges++] = e;
}

static void
edge_drop(struct node *n, uint32_t to)
{
    struct edge *e = edge_to(n, to);

    if (e)
        *e = n->edges[--n->nedges];
}

/* Two nodes become a new one, which is returned. */
static uint32_t
join(struct grouping *g, uint32_t a, uint32_t b)
{
    uint32_t c = (uint32_t)g->nnodes++;
    struct node *n = &g->nodes[c];
    const struct node *from[2] = {&g->nodes[a], &g->nodes[b]};

    side_join(&from[0]->side, &from[1]->side, &n->side, g->mem);
    n->least =
        from[0]->least < from[1]->least ? from[0]->least : from[1]->least;
    n->alive = true;
    g->into[a] = g->into[b] = c;
    for (int i = 0; i < 2; i++)
        for (size_t k = 0; k < from[i]->nedges; k++)
            if (from[i]->edges[k].to != a && from[i]->edges[k].to != b)
                edge_add(g, n, from[i]->edges[k]);
    for (size_t k = 0; k < n->nedges; k++) {
        struct node *other = &g->nodes[n->edges[k].to];
        struct edge back = n->edges[k];

        back.to = c;
        edge_drop(other, a);
        edge_drop(other, b);
        edge_add(g, other, back);
    }
    g->nodes[a].alive = g->nodes[b].alive = false;
    return c;
}

static void
settle(struct grouping *g)
{
    while (g->nheap) {
        struct bid best = pop(g);
        uint32_t c;

        if (!g->nodes[best.a].alive || !g->nodes[best.b].alive)
            continue;
        c = join(g, best.a, best.b);
        for (size_t k = 0; k < g->nodes[c].nedges; k++)
            offer(g, c, g->nodes[c].edges[k].to, &g->nodes[c].edges[k]);
    }
}

/* ---- all of it
 * ------------------------------------------------------------------ */

static void
compare_all(struct grouping *g, const struct side *sides, size_t n)
{
    size_t nnear;
    struct near *near = near_find(sides, n, &nnear, g->mem);

    for (size_t i = 0; i < nnear; i++) {
        struct score s;
        struct edge e = {.npairs = (double)sides[near[i].a].narticles *
                                   sides[near[i].b].narticles};

        score_take(g->w, &sides[near[i].a], &sides[near[i].b], &s);
        if (s.z < g->w->floor)
            continue;
        e.pairs = s.z * e.npairs;
        e.to = near[i].b;
        edge_add(g, &g->nodes[near[i].a], e);
        e.to = near[i].a;
        edge_add(g, &g->nodes[near[i].b], e);
    }
}

static void
offer_all(struct grouping *g)
{
    g->nheap = 0;
    for (uint32_t i = 0; i < g->nnodes; i++)
        for (size_t k = 0; g->nodes[i].alive && k < g->nodes[i].nedges; k++)
            if (i < g->nodes[i].edges[k].to)
                offer(g, i, g->nodes[i].edges[k].to, &g->nodes[i].edges[k]);
}

uint32_t *
group_find(const struct weights *w, const struct side *sides, size_t n,
           struct arena *mem)
{
    struct grouping g = {.w = w, .mem = mem};
    uint32_t *out = arena_new(mem, uint32_t, n + 1);

    g.nodes = arena_new(mem, struct node, 2 * n + 1);
    g.into = arena_new(mem, uint32_t, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        g.nodes[i].side = sides[i];
        g.nodes[i].least = (uint32_t)i;
        g.nodes[i].alive = true;
        g.nnodes++;
    }
    compare_all(&g, sides, n);
    offer_all(&g);
    settle(&g);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = i;

        while (!g.nodes[at].alive)
            at = g.into[at];
        out[i] = g.nodes[at].least;
    }
    return out;
}
