/* group.c - the best pair first; ties by content. */
#include "story/group.h"

#include "base/tuning.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const int GROUP_KINDS = TUNING_STORY_KINDS;

/* Clusters whose articles are less alike, pair by pair, are not looked at as
 * wholes: of all sets of the fit none would become one (2026-11). */
static const double GROUP_LEAST = -1;

/*
 * What is left when no two clusters can be joined any more: a follow-up, a
 * comment, a notice of two lines. So few articles go to a story of at least so
 * many times as many, if the mean log odds of their pairs speak for it and are
 * not that much less than those of the story's own. So many articles speak for
 * a cluster. 2026-11, of the sets of the fit and xstream: more articles, or
 * more than 1.5 less, join look-alikes (ecbplus_docs, xstream).
 */
enum { LEFT_MOST = 3, LEFT_TIMES = 2, FEW_MOST = 8 };
static const double LEFT_LEAST = 0.3, LEFT_LESS = 1.5;

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
    const struct sides *sides;
    struct node *nodes;
    size_t nnodes;
    struct bid *heap;
    size_t nheap;
    uint32_t *into;       /* of dead nodes: the node they went into */
    struct score_one one; /* the side that is scored against others */
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

/* Languages are joined by kinds of evidence that do not hang on each other. */
static bool
is_flimsy(const struct score *s)
{
    return s->same <= 0 && s->kinds < GROUP_KINDS;
}

/* g->one must be a's side. */
static double
odds(const struct grouping *g, const struct node *a, const struct node *b,
     const struct edge *e)
{
    const struct weights *w = g->w;
    double all = (double)a->side.narticles * b->side.narticles;
    /* that a pair was not compared is no more than a guess */
    double missing = fmin(all - e->npairs, e->npairs), pairs, share;
    struct score s;

    pairs = (e->pairs + missing * w->floor) / (e->npairs + missing);
    if (pairs < GROUP_LEAST)
        return -INFINITY;
    score_against(w, &g->one, &b->side, &s);
    if (is_flimsy(&s))
        return -INFINITY;
    share = s.same * w->pairs[1] + (1 - s.same) * w->pairs[0];
    return share * pairs + (1 - share) * s.z;
}

/* The living node that a node went into. */
static uint32_t
living(struct grouping *g, uint32_t i)
{
    uint32_t at = i;

    while (!g->nodes[at].alive)
        at = g->into[at];
    while (!g->nodes[i].alive) {
        uint32_t next = g->into[i];

        g->into[i] = at;
        i = next;
    }
    return at;
}

static bool
parted(struct grouping *g, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < g->sides->npartings; i++) {
        uint32_t x = living(g, g->sides->partings[i].a);
        uint32_t y = living(g, g->sides->partings[i].b);

        if ((x == a && y == b) || (x == b && y == a))
            return true;
    }
    return false;
}

static void
offer(struct grouping *g, uint32_t a, uint32_t b, double z)
{
    uint32_t x = g->nodes[a].least < g->nodes[b].least ? a : b;

    if (z > g->w->join && !parted(g, a, b))
        push(g, (struct bid){z, x, x == a ? b : a});
}

/* ---- joining --------------------------------------------------------------
 */

static int
by_to(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;

    return x->to != y->to ? (x->to > y->to) - (x->to < y->to)
           : x->pairs != y->pairs
               ? (x->pairs > y->pairs) - (x->pairs < y->pairs)
               : (x->npairs > y->npairs) - (x->npairs < y->npairs);
}

/* The edges of both, to nodes that live, each once. Lists of neighbours are
 * left as they are: they find the living node when their turn comes. */
static void
join_edges(struct grouping *g, struct node *n, const struct node *a,
           const struct node *b, uint32_t self)
{
    size_t k = 0, all = 0;

    n->edges = arena_new(g->mem, struct edge, a->nedges + b->nedges + 1);
    if (a->nedges)
        memcpy(n->edges, a->edges, a->nedges * sizeof *n->edges);
    if (b->nedges)
        memcpy(n->edges + a->nedges, b->edges, b->nedges * sizeof *n->edges);
    for (size_t i = 0; i < a->nedges + b->nedges; i++) {
        struct edge e = n->edges[i];

        e.to = living(g, e.to);
        if (e.to != self)
            n->edges[all++] = e;
    }
    if (all)
        qsort(n->edges, all, sizeof *n->edges, by_to);
    for (size_t i = 0; i < all; i++)
        if (k && n->edges[k - 1].to == n->edges[i].to) {
            n->edges[k - 1].pairs += n->edges[i].pairs;
            n->edges[k - 1].npairs += n->edges[i].npairs;
        } else {
            n->edges[k++] = n->edges[i];
        }
    n->nedges = k;
}

/* Two nodes become a new one, which is returned. */
static uint32_t
join(struct grouping *g, uint32_t a, uint32_t b)
{
    uint32_t c = (uint32_t)g->nnodes++;
    struct node *n = &g->nodes[c], *x = &g->nodes[a], *y = &g->nodes[b];

    side_join(&x->side, &y->side, &n->side, g->mem);
    n->least = x->least < y->least ? x->least : y->least;
    n->alive = true;
    x->alive = y->alive = false;
    g->into[a] = g->into[b] = c;
    join_edges(g, n, x, y, c);
    return c;
}

static void
edge_add(struct grouping *g, struct node *n, struct edge e)
{
    n->edges = arena_grow(g->mem, n->edges, n->nedges, sizeof *n->edges);
    n->edges[n->nedges++] = e;
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
        score_lay(&g->one, &g->nodes[c].side);
        for (size_t k = 0; k < g->nodes[c].nedges; k++) {
            const struct edge *e = &g->nodes[c].edges[k];

            offer(g, c, e->to, odds(g, &g->nodes[c], &g->nodes[e->to], e));
        }
    }
}

/* ---- what is left ---------------------------------------------------------
 */

/* Some of the sides that a node is made of: the first by content, which is as
 * good as drawn by lot. */
struct few {
    uint32_t at[FEW_MOST];
    uint32_t n;
    double inner; /* how well they fit each other; NAN: not asked yet */
};

/* Of the first n nodes, by the node that they went into. */
static struct few *
few_of_each(struct grouping *g, size_t n)
{
    struct few *few = arena_new(g->mem, struct few, g->nnodes + 1);

    for (size_t i = 0; i < g->nnodes; i++)
        few[i].inner = NAN;
    for (uint32_t i = 0; i < n; i++) {
        struct few *f = &few[living(g, i)];

        if (f->n < FEW_MOST)
            f->at[f->n++] = i;
    }
    return few;
}

/* The log odds of g->one and a side; low where the evidence is of one kind. */
static double
pair(const struct grouping *g, uint32_t b)
{
    struct score s;

    score_against(g->w, &g->one, &g->sides->list[b], &s);
    return is_flimsy(&s) ? g->w->floor : fmax(s.z, g->w->floor);
}

/* How well those of one fit those of the other … */
static double
fits(struct grouping *g, const struct few *a, const struct few *b)
{
    double sum = 0;

    for (uint32_t i = 0; i < a->n; i++) {
        score_lay(&g->one, &g->sides->list[a->at[i]]);
        for (uint32_t k = 0; k < b->n; k++)
            sum += pair(g, b->at[k]);
    }
    return sum / (a->n * b->n);
}

/* … and each other. There must be two. */
static double
fits_itself(struct grouping *g, struct few *f)
{
    double sum = 0;

    if (!isnan(f->inner))
        return f->inner;
    for (uint32_t i = 1; i < f->n; i++) {
        score_lay(&g->one, &g->sides->list[f->at[i]]);
        for (uint32_t k = 0; k < i; k++)
            sum += pair(g, f->at[k]);
    }
    return f->inner = sum / (f->n * (f->n - 1) / 2);
}

static bool
is_left(const struct node *n)
{
    bool speaks = false;

    for (size_t k = 0; k < n->nedges && !speaks; k++)
        speaks = n->edges[k].pairs > 0;
    return n->alive && n->side.narticles <= LEFT_MOST && speaks;
}

static bool
may_take(struct grouping *g, const struct few *few, uint32_t i,
         const struct edge *e)
{
    return few[e->to].n > 1 && e->pairs > 0 &&
           g->nodes[e->to].side.narticles >=
               LEFT_TIMES * g->nodes[i].side.narticles &&
           !parted(g, i, e->to);
}

/* The story that a node of few articles fits best, and about as well as the
 * story's own fit each other; else itself. */
static uint32_t
story_of(struct grouping *g, struct few *few, uint32_t i)
{
    static const struct node none;
    struct node n = {.least = 0};
    double best = LEFT_LEAST;
    uint32_t to = i;

    join_edges(g, &n, &g->nodes[i], &none, i);
    for (size_t k = 0; k < n.nedges; k++) {
        uint32_t b = n.edges[k].to;
        struct score s;
        double z;

        if (!may_take(g, few, i, &n.edges[k]))
            continue;
        z = fits(g, &few[i], &few[b]);
        if (z <= best || z < fits_itself(g, &few[b]) - LEFT_LESS)
            continue;
        score_take(g->w, &g->nodes[i].side, &g->nodes[b].side, &s);
        if (is_flimsy(&s))
            continue;
        best = z;
        to = b;
    }
    return to;
}

/* All are asked before the first of them goes, so that none changes what fits
 * another. */
static void
gather(struct grouping *g, size_t nsides)
{
    size_t n = g->nnodes;
    uint32_t *to = arena_new(g->mem, uint32_t, n + 1);
    struct few *few = few_of_each(g, nsides);

    for (uint32_t i = 0; i < n; i++)
        to[i] = is_left(&g->nodes[i]) ? story_of(g, few, i) : i;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t b = living(g, to[i]);

        if (to[i] != i && !parted(g, i, b))
            join(g, i, b);
    }
}

/* ---- all of it
 * ------------------------------------------------------------------ */

static void
compare_all(struct grouping *g, const struct side *sides, size_t n,
            size_t nopen)
{
    size_t nnear;
    struct near *near = near_find(sides, n, nopen, &nnear, g->mem);

    for (size_t i = 0; i < nnear; i++) {
        struct score s;
        struct edge e = {.npairs = (double)sides[near[i].a].narticles *
                                   sides[near[i].b].narticles};

        /* where the next one lies is known; the one behind it is late */
        if (i + 2 < nnear)
            __builtin_prefetch(&sides[near[i + 2].b]);
        if (i + 1 < nnear)
            __builtin_prefetch(sides[near[i + 1].b].v);
        if (i == 0 || near[i].a != near[i - 1].a)
            score_lay(&g->one, &sides[near[i].a]);
        score_against(g->w, &g->one, &sides[near[i].b], &s);
        if (s.z < g->w->floor)
            continue;
        e.pairs = s.z * e.npairs;
        e.to = near[i].b;
        edge_add(g, &g->nodes[near[i].a], e);
        e.to = near[i].a;
        edge_add(g, &g->nodes[near[i].b], e);
        if (!is_flimsy(&s))
            offer(g, near[i].a, near[i].b, s.z);
    }
}

uint32_t *
group_find(const struct weights *w, const struct sides *all, struct side *whole,
           struct arena *mem)
{
    const struct side *sides = all->list;
    size_t n = all->n;
    struct grouping g = {.w = w, .sides = all, .mem = mem};
    uint32_t *out = arena_new(mem, uint32_t, n + 1);

    g.nodes = arena_raw(mem, (2 * n + 1) * sizeof *g.nodes);
    g.into = arena_new(mem, uint32_t, 2 * n + 1);
    for (size_t i = 0; i < n; i++)
        g.nodes[i] = (struct node){
            .side = sides[i], .least = (uint32_t)i, .alive = true};
    g.nnodes = n;
    compare_all(&g, sides, n, all->nopen);
    settle(&g);
    gather(&g, n);
    for (uint32_t i = 0; i < n; i++) {
        const struct node *node = &g.nodes[living(&g, i)];

        out[i] = node->least;
        if (whole && node->least == i)
            whole[i] = node->side;
    }
    return out;
}
