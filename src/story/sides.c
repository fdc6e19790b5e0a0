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

/* Two articles that are one from the beginning. */
struct joint {
    uint32_t a, b;     /* their ranks, a < b */
    uint32_t from, to; /* their indexes */
};

static uint32_t
root_of(uint32_t *up, uint32_t i)
{
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

struct joining {
    const struct set *set;
    const uint32_t *rank;
    uint32_t *up;
};

/* Would putting the two together join what a person parted? */
static bool
parted(const struct joining *j, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < j->set->nrulings; i++) {
        const struct ruling *r = &j->set->rulings[i];
        uint32_t x, y;

        if (r->same)
            continue;
        x = root_of(j->up, r->a);
        y = root_of(j->up, r->b);
        if ((x == a && y == b) || (x == b && y == a))
            return true;
    }
    return false;
}

/* The first by content leads. */
static void
put_together(struct joining *j, uint32_t a, uint32_t b, bool pinned)
{
    a = root_of(j->up, a);
    b = root_of(j->up, b);
    if (a == b || (!pinned && parted(j, a, b)))
        return;
    if (j->rank[a] < j->rank[b])
        j->up[b] = a;
    else
        j->up[a] = b;
}

static int
by_rank(const void *a, const void *b)
{
    const struct joint *x = a, *y = b;

    return x->a != y->a ? (x->a > y->a) - (x->a < y->a)
                        : (x->b > y->b) - (x->b < y->b);
}

/* Links of copies in an order of content: a parting may cut one of them. */
static struct joint *
copies(const struct set *set, const uint32_t *rank, size_t *n,
       struct arena *mem)
{
    struct joint *out = arena_new(mem, struct joint, set->nlinks + 1);

    *n = 0;
    for (size_t i = 0; i < set->nlinks; i++) {
        const struct link *l = &set->links[i];

        if (l->kind == LINK_SHARED || l->from >= set->narticles ||
            l->to >= set->narticles)
            continue;
        out[*n] = (struct joint){rank[l->from], rank[l->to], l->from, l->to};
        if (out[*n].a > out[*n].b)
            out[*n] =
                (struct joint){rank[l->to], rank[l->from], l->to, l->from};
        ++*n;
    }
    if (*n)
        qsort(out, *n, sizeof *out, by_rank);
    return out;
}

/* For each article of the set the first that it goes with, by content. */
static uint32_t *
origins(const struct set *set, const uint32_t *rank, struct arena *mem)
{
    struct joining j = {set, rank,
                        arena_new(mem, uint32_t, set->narticles + 1)};
    size_t n;
    struct joint *links = copies(set, rank, &n, mem);

    for (uint32_t i = 0; i < set->narticles; i++)
        j.up[i] = i;
    for (size_t i = 0; i < set->nrulings; i++)
        if (set->rulings[i].same)
            put_together(&j, set->rulings[i].a, set->rulings[i].b, true);
    for (size_t i = 0; i < n; i++)
        put_together(&j, links[i].from, links[i].to, false);
    return j.up;
}

void
sides_lay(const struct lexicon *lx, const struct set *set,
          const struct side *open, size_t nopen, struct sides *out,
          struct arena *mem)
{
    size_t n = set->narticles;
    struct ordered *order = arena_new(mem, struct ordered, n + 1);
    uint32_t *rank = arena_new(mem, uint32_t, n + 1), *up;
    struct side *each;

    *out = (struct sides){.list = arena_new(mem, struct side, nopen + n + 1),
                          .n = nopen,
                          .nopen = nopen,
                          .at = arena_new(mem, uint32_t, n + 1),
                          .order = arena_new(mem, uint32_t, n + 1)};
    for (size_t i = 0; i < nopen; i++)
        out->list[i] = open[i];
    if (n == 0)
        return;
    for (uint32_t i = 0; i < n; i++)
        order[i] = (struct ordered){set->articles[i], i};
    qsort(order, n, sizeof *order, by_content);
    for (uint32_t i = 0; i < n; i++)
        rank[out->order[i] = order[i].index] = i;
    up = origins(set, rank, mem);
    each = ground_lay_beside(lx, set, open, nopen, mem);
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
    out->partings = arena_new(mem, struct parting, set->nrulings + 1);
    for (size_t i = 0; i < set->nrulings; i++)
        if (!set->rulings[i].same)
            out->partings[out->npartings++] = (struct parting){
                out->at[set->rulings[i].a], out->at[set->rulings[i].b]};
}
