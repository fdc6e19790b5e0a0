/* passage.c - the rows of matched words between two parts. */
#include "twin/passage.h"

#include "twin/origin.h"
#include "twin/pairs.h"

#include <stdlib.h>

/* Words that make a passage, twice as many where one character is one; and
 * changed words that do not part it. By hand, 2026-11. */
#define WORDS_LEAST 10
#define GAP_WORDS   4

struct finder {
    struct passage *out;
    size_t n;
    struct arena *mem;
};

static void
put(struct finder *f, const struct passage *p, uint32_t least, size_t before)
{
    if (p->words < least || f->n - before == PASSAGES_MOST)
        return;
    f->out = arena_grow(f->mem, f->out, f->n, sizeof *f->out);
    f->out[f->n++] = *p;
}

static void
passages_of(struct finder *f, const struct part *a, const struct part *b)
{
    struct arena *tmp = arena_open();
    const uint32_t *to = align_match(&a->t, &b->t, tmp);
    uint32_t least = a->run == PART_RUN ? WORDS_LEAST : WORDS_LEAST * 2,
             last = 0;
    size_t before = f->n;
    struct passage p = {0};

    for (uint32_t i = 0; i < a->t.n; i++) {
        const struct align_word *x = &a->t.w[i], *y;

        if (to[i] == ALIGN_NONE)
            continue;
        y = &b->t.w[to[i]];
        if (p.words > 0 && (i - last > GAP_WORDS + 1 || to[i] <= to[last] ||
                            to[i] - to[last] > GAP_WORDS + 1)) {
            put(f, &p, least, before);
            p.words = 0;
        }
        if (p.words == 0)
            p = (struct passage){a->article,
                                 b->article,
                                 {x->start, x->end},
                                 {y->start, y->end},
                                 0};
        p.at_a.end = x->end;
        p.at_b.end = y->end;
        p.words++;
        last = i;
    }
    put(f, &p, least, before);
    arena_close(tmp);
}

static int
passage_order(const void *x, const void *y)
{
    const struct passage *p = x, *q = y;

    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    if (p->b != q->b)
        return p->b < q->b ? -1 : 1;
    if (p->at_a.start != q->at_a.start)
        return p->at_a.start < q->at_a.start ? -1 : 1;
    return (p->at_b.start > q->at_b.start) - (p->at_b.start < q->at_b.start);
}

struct passage *
passage_find(const struct set *set, struct arena *mem, size_t *n)
{
    struct arena *tmp = arena_open();
    struct finder f = {.mem = mem};
    struct part *parts =
        arena_new(tmp, struct part, set->narticles * PARTS_MOST + 1);
    struct pair_list pairs;
    size_t nparts = 0;

    for (uint32_t i = 0; i < set->narticles; i++)
        nparts += part_cut(set->articles[i], i, &parts[nparts], tmp);
    pairs = pairs_of_copies(set, parts, nparts, origin_ranks(set, tmp), tmp);
    for (size_t i = 0; i < pairs.n; i++) {
        const struct part *x = &parts[pairs.at[i].x];
        const struct part *y = &parts[pairs.at[i].y];

        if (x->article < y->article)
            passages_of(&f, x, y);
        else
            passages_of(&f, y, x);
    }
    if (f.n > 1)
        qsort(f.out, f.n, sizeof *f.out, passage_order);
    *n = f.n;
    arena_close(tmp);
    return f.out;
}
