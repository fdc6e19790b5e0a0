/* blocks.c - a set cut by days; rulings and links that reach from one block to
 * another. */
#include "story/blocks.h"

#include "story/flow.h"

#include <stdlib.h>

struct cut {
    struct set *set;
    struct dated {
        int32_t day;
        uint32_t index;
    } * order;
    uint32_t *block; /* by article */
    uint32_t *at;    /* by article: its place in its block */
    struct flow *flow;
    size_t least; /* articles of a block */
};

static int
by_day(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;

    return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                            : (x->index > y->index) - (x->index < y->index);
}

/* The day an article is placed by, as ground.c takes it. */
static int32_t
day_of(const struct article *a)
{
    struct day d =
        a->day.year && a->day.month && a->day.day ? a->day : a->anchor;

    return d.year && d.month && d.day ? day_number(d) : INT32_MIN;
}

/* Where the block that begins at `from` ends: with a day. */
static size_t
end_of(const struct cut *c, size_t from)
{
    size_t n = c->set->narticles, end = from;

    while (end < n &&
           (end - from < c->least || c->order[end].day == INT32_MIN ||
            c->order[end].day == c->order[end - 1].day))
        end++;
    return end;
}

/* The part of the set from `from` to `end`, with what holds inside of it. */
static void
lay_block(struct cut *c, size_t from, size_t end, struct set *out,
          struct arena *mem)
{
    const struct set *s = c->set;
    uint32_t number = c->block[c->order[from].index];

    *out = (struct set){.narticles = end - from};
    out->articles = arena_new(mem, struct article *, end - from);
    out->story = arena_new(mem, uint32_t, end - from);
    out->links = arena_new(mem, struct link, s->nlinks + 1);
    out->rulings = arena_new(mem, struct ruling, s->nrulings + 1);
    for (size_t i = from; i < end; i++)
        out->articles[i - from] = s->articles[c->order[i].index];
    for (size_t i = 0; i < s->nlinks; i++) {
        struct link l = s->links[i];

        if (c->block[l.from] != number || c->block[l.to] != number)
            continue;
        l.from = c->at[l.from];
        l.to = c->at[l.to];
        out->links[out->nlinks++] = l;
    }
    for (size_t i = 0; i < s->nrulings; i++) {
        struct ruling r = s->rulings[i];

        if (c->block[r.a] == number && c->block[r.b] == number)
            out->rulings[out->nrulings++] =
                (struct ruling){c->at[r.a], c->at[r.b], r.same};
    }
}

/* What a person parted, one of them placed before. */
static struct flow_parting *
partings(const struct cut *c, uint32_t number, size_t *n, struct arena *mem)
{
    const struct set *s = c->set;
    struct flow_parting *out =
        arena_new(mem, struct flow_parting, s->nrulings + 1);

    *n = 0;
    for (size_t i = 0; i < s->nrulings; i++) {
        uint32_t a = s->rulings[i].a, b = s->rulings[i].b;

        if (c->block[a] > c->block[b]) {
            a = s->rulings[i].b;
            b = s->rulings[i].a;
        }
        if (!s->rulings[i].same && c->block[b] == number &&
            c->block[a] < number)
            out[(*n)++] = (struct flow_parting){c->at[b], s->story[a]};
    }
    return out;
}

static void
place_block(struct cut *c, size_t from, size_t end)
{
    struct arena *mem = arena_open();
    struct set part;
    struct flow_parting *p;
    size_t np;

    p = partings(c, c->block[c->order[from].index], &np, mem);
    lay_block(c, from, end, &part, mem);
    flow_place(c->flow, &part, p, np);
    for (size_t i = from; i < end; i++)
        c->set->story[c->order[i].index] = part.story[i - from];
    arena_close(mem);
}

static bool
parted(const struct cut *c, uint32_t x, uint32_t y)
{
    for (size_t i = 0; i < c->set->nrulings; i++) {
        const struct ruling *r = &c->set->rulings[i];
        uint32_t a = flow_story(c->flow, c->set->story[r->a]);
        uint32_t b = flow_story(c->flow, c->set->story[r->b]);

        if (!r->same && ((a == x && b == y) || (a == y && b == x)))
            return true;
    }
    return false;
}

/* Pins and copies reach across blocks. */
static void
join_across(struct cut *c)
{
    const struct set *s = c->set;

    for (size_t i = 0; i < s->nrulings; i++)
        if (s->rulings[i].same)
            flow_join(c->flow, s->story[s->rulings[i].a],
                      s->story[s->rulings[i].b]);
    for (size_t i = 0; i < s->nlinks; i++) {
        const struct link *l = &s->links[i];
        uint32_t x = flow_story(c->flow, s->story[l->from]);
        uint32_t y = flow_story(c->flow, s->story[l->to]);

        if (c->block[l->from] != c->block[l->to] && l->kind != LINK_SHARED &&
            x != y && !parted(c, x, y))
            flow_join(c->flow, x, y);
    }
}

void
blocks_place(const struct lexicon *lx, struct set *set, size_t least,
             struct arena *mem)
{
    size_t n = set->narticles, end;
    struct cut c = {.set = set,
                    .order = arena_new(mem, struct dated, n + 1),
                    .block = arena_new(mem, uint32_t, n + 1),
                    .at = arena_new(mem, uint32_t, n + 1),
                    .flow = flow_open(lx),
                    .least = least};
    uint32_t blocks = 0;

    for (uint32_t i = 0; i < n; i++)
        c.order[i] = (struct dated){day_of(set->articles[i]), i};
    if (n)
        qsort(c.order, n, sizeof *c.order, by_day);
    for (size_t from = 0; from < n; from = end, blocks++) {
        end = end_of(&c, from);
        for (size_t i = from; i < end; i++) {
            c.block[c.order[i].index] = blocks;
            c.at[c.order[i].index] = (uint32_t)(i - from);
        }
    }
    for (size_t from = 0; from < n; from = end) {
        end = end_of(&c, from);
        place_block(&c, from, end);
    }
    join_across(&c);
    for (size_t i = 0; i < n; i++)
        set->story[i] = flow_story(c.flow, set->story[i]);
    flow_close(c.flow);
}
