/* flow.c - open stories beside the articles of a block. */
#include "story/flow.h"

#include "base/oom.h"
#include "story/group.h"
#include "story/sides.h"

#include <math.h>
#include <stdlib.h>

/* A story is open so long behind its last article: further apart the days
 * alone keep two apart (score.c). */
static const float OPEN_DAYS = 30;

struct open_story {
    struct side side;
    uint32_t story;
    float last; /* day of its last article; NAN: one is undated, and any
                   article may join it for ever */
};

struct flow {
    const struct lexicon *lx;
    struct open_story *open;
    size_t nopen;
    uint32_t *into; /* by story: itself, or the one it became part of */
    size_t nstories, room;
    struct arena *mem; /* of the sides that are open */
};

struct flow *
flow_open(const struct lexicon *lx)
{
    struct flow *s = oom_malloc(sizeof *s);

    *s = (struct flow){.lx = lx, .mem = arena_open()};
    return s;
}

void
flow_close(struct flow *s)
{
    if (s) {
        arena_close(s->mem);
        free(s->open);
        free(s->into);
    }
    free(s);
}

uint32_t
flow_story(const struct flow *s, uint32_t story)
{
    while (s->into[story] != story)
        story = s->into[story];
    return story;
}

void
flow_join(struct flow *s, uint32_t a, uint32_t b)
{
    a = flow_story(s, a);
    b = flow_story(s, b);
    s->into[a > b ? a : b] = a < b ? a : b;
}

size_t
flow_stories(const struct flow *s)
{
    return s->nopen;
}

static uint32_t
new_story(struct flow *s)
{
    if (s->nstories == s->room) {
        s->room = s->room ? s->room * 2 : 1024;
        s->into = oom_realloc(s->into, s->room * sizeof *s->into);
    }
    s->into[s->nstories] = (uint32_t)s->nstories;
    return (uint32_t)s->nstories++;
}

/* Partings of articles of the block with open stories. */
static void
add_partings(const struct flow *s, const struct flow_parting *p, size_t np,
             struct sides *all, struct arena *mem)
{
    struct parting *list =
        arena_new(mem, struct parting, all->npartings + np + 1);

    for (size_t i = 0; i < all->npartings; i++)
        list[i] = all->partings[i];
    all->partings = list;
    for (size_t i = 0; i < np; i++)
        for (uint32_t k = 0; k < s->nopen; k++)
            if (s->open[k].story == flow_story(s, p[i].story))
                list[all->npartings++] =
                    (struct parting){k, all->at[p[i].article]};
}

static float
later(float a, float b)
{
    return isnan(a) || isnan(b) ? NAN : a > b ? a : b;
}

/* The story of each group: the first of those that went into it, else a new
 * one. Groups are numbered by their first side. */
static void
name_groups(struct flow *s, const struct sides *all, const uint32_t *group,
            uint32_t *story, float *last)
{
    for (size_t i = 0; i < all->n; i++) {
        uint32_t g = group[i];

        last[i] = i < s->nopen ? s->open[i].last : all->list[i].day;
        if (g == i) {
            story[i] = i < s->nopen ? s->open[i].story : new_story(s);
            continue;
        }
        last[g] = later(last[g], last[i]);
        /* the open stand in the order of their numbers */
        if (i < s->nopen)
            s->into[s->open[i].story] = story[g];
    }
}

/* Keeps the stories that an article behind `day` may still join. */
static void
keep_open(struct flow *s, const struct side *whole, const uint32_t *group,
          const uint32_t *story, const float *last, size_t n, float day)
{
    struct arena *mem = arena_open();
    struct open_story *open = oom_malloc((n + 1) * sizeof *open);
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        if (group[i] != i || last[i] < day - OPEN_DAYS)
            continue;
        open[kept] = (struct open_story){whole[i], story[i], last[i]};
        open[kept].side.v = packed_copy(whole[i].v, mem);
        kept++;
    }
    arena_close(s->mem);
    free(s->open);
    s->mem = mem;
    s->open = oom_realloc(open, (kept + 1) * sizeof *open);
    s->nopen = kept;
}

void
flow_place(struct flow *s, struct set *block, const struct flow_parting *p,
           size_t np)
{
    struct arena *mem = arena_open();
    struct sides all;
    struct side *open, *whole;
    uint32_t *group, *story;
    float *last, day = -INFINITY;

    open = arena_new(mem, struct side, s->nopen + 1);
    for (size_t i = 0; i < s->nopen; i++)
        open[i] = s->open[i].side;
    sides_lay(s->lx, block, open, s->nopen, &all, mem);
    add_partings(s, p, np, &all, mem);
    whole = arena_new(mem, struct side, all.n + 1);
    story = arena_new(mem, uint32_t, all.n + 1);
    last = arena_new(mem, float, all.n + 1);
    group = group_find(&score_tuned, &all, whole, mem);
    name_groups(s, &all, group, story, last);
    for (size_t i = 0; i < block->narticles; i++)
        block->story[i] = story[group[all.at[i]]];
    for (size_t i = s->nopen; i < all.n; i++)
        if (all.list[i].day > day)
            day = all.list[i].day;
    keep_open(s, whole, group, story, last, all.n, day);
    arena_close(mem);
}
