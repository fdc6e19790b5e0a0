/* diff.c - an alignment as a row of pieces. */
#include "twin/diff.h"

#include "twin/kind.h"
#include "twin/moved.h"
#include "twin/part.h"

#include <string.h>

struct laying {
    const struct lexicon *lx;
    const struct article *x, *y;
    const struct align_text *a, *b;
    const uint32_t *to;
    uint32_t *from;
    bool *moved; /* words of a */
    struct piece *out;
    size_t n;
    struct arena *mem;
};

/* The bytes of words [at, end), up to the word behind: what stands between
 * two words goes with the first. */
static span
bytes_of(const struct align_text *t, uint32_t at, uint32_t end)
{
    uint32_t stop;

    if (at >= end)
        return (span){0, 0};
    stop = end < t->n ? t->w[end].start : (uint32_t)t->text.n;
    return (span){t->w[at].start, stop};
}

static void
put(struct laying *l, enum piece_op op, uint32_t a0, uint32_t a1, uint32_t b0,
    uint32_t b1)
{
    struct piece p = {.op = op, .kind = CHANGE_WORDING};

    if (a0 >= a1 && b0 >= b1)
        return;
    p.a = bytes_of(l->a, a0, a1);
    p.b = bytes_of(l->b, b0, b1);
    if (op == PIECE_CHANGED) {
        struct change c = {.from_at = {l->a->w[a0].start, l->a->w[a1 - 1].end},
                           .to_at = {l->b->w[b0].start, l->b->w[b1 - 1].end},
                           .kind = CHANGE_WORDING};

        c.from = str_cut(l->a->text, c.from_at.start, c.from_at.end);
        c.to = str_cut(l->b->text, c.to_at.start, c.to_at.end);
        kind_find(l->lx, l->x, l->y, &c, 1);
        p.kind = c.kind;
    } else {
        p.kind = op == PIECE_CUT        ? CHANGE_CUT
                 : op == PIECE_INSERTED ? CHANGE_INSERTED
                 : op == PIECE_MOVED    ? CHANGE_MOVED
                                        : CHANGE_WORDING;
    }
    l->out = arena_grow(l->mem, l->out, l->n, sizeof *l->out);
    l->out[l->n++] = p;
}

/* Words of a from i on that match nothing, and those of b from j on. */
static void
put_gap(struct laying *l, uint32_t *i, uint32_t *j)
{
    uint32_t a = *i, b = *j;

    while (*i < l->a->n && l->to[*i] == ALIGN_NONE)
        (*i)++;
    while (*j < l->b->n && l->from[*j] == ALIGN_NONE)
        (*j)++;
    put(l,
        a == *i   ? PIECE_INSERTED
        : b == *j ? PIECE_CUT
                  : PIECE_CHANGED,
        a, *i, b, *j);
}

/* What is new in b before `end`; words that a has elsewhere are told there. */
static void
put_new(struct laying *l, uint32_t *j, uint32_t end)
{
    while (*j < end) {
        uint32_t at = *j;

        while (*j < end && l->from[*j] == ALIGN_NONE)
            (*j)++;
        put(l, PIECE_INSERTED, 0, 0, at, *j);
        while (*j < end && l->from[*j] != ALIGN_NONE)
            (*j)++;
    }
}

static void
lay_all(struct laying *l)
{
    uint32_t n = (uint32_t)l->a->n, i = 0, j = 0;

    for (;;) {
        uint32_t a, b, end;

        put_gap(l, &i, &j);
        if (i == n)
            break;
        a = i;
        b = l->to[i];
        for (end = i + 1; end < n && l->to[end] == l->to[end - 1] + 1 &&
                          l->moved[end] == l->moved[a];)
            end++;
        if (l->moved[a] || b < j) {
            put(l, PIECE_MOVED, a, end, b, b + (end - a));
        } else {
            put_new(l, &j, b);
            put(l, PIECE_SAME, a, end, b, b + (end - a));
            j = b + (end - a);
        }
        i = end;
    }
    put_new(l, &j, (uint32_t)l->b->n);
}

static void
mark_moved(struct laying *l, struct arena *tmp)
{
    struct moved found[MOVED_MOST];
    size_t n = moved_find(l->a, l->to, found);

    l->moved = arena_new(tmp, bool, l->a->n + 1);
    for (size_t k = 0; k < n; k++)
        for (uint32_t i = found[k].a.at; i < found[k].a.end; i++)
            l->moved[i] = true;
}

/* The parts of both in the language that the smaller of them speaks most. */
static bool
choose(const struct part *p, size_t np, const struct part *q, size_t nq,
       size_t *x, size_t *y)
{
    size_t most = 0;

    for (size_t i = 0; i < np; i++)
        for (size_t k = 0; k < nq; k++) {
            size_t least = p[i].t.n < q[k].t.n ? p[i].t.n : q[k].t.n;

            if (p[i].lang == q[k].lang && least > most) {
                most = least;
                *x = i;
                *y = k;
            }
        }
    return most > 0;
}

struct piece *
diff_pieces(const struct lexicon *lx, const struct article *a,
            const struct article *b, struct arena *mem, size_t *n)
{
    struct arena *tmp = arena_open();
    struct laying l = {.lx = lx, .x = a, .y = b, .mem = mem};
    struct part p[PARTS_MOST], q[PARTS_MOST];
    size_t np = part_cut(a, 0, p, tmp), nq = part_cut(b, 1, q, tmp), x, y;

    if (choose(p, np, q, nq, &x, &y)) {
        l.a = &p[x].t;
        l.b = &q[y].t;
        l.to = align_match(l.a, l.b, tmp);
        l.from = arena_new(tmp, uint32_t, l.b->n + 1);
        memset(l.from, 0xFF, (l.b->n + 1) * sizeof *l.from);
        for (uint32_t i = 0; i < l.a->n; i++)
            if (l.to[i] != ALIGN_NONE)
                l.from[l.to[i]] = i;
        mark_moved(&l, tmp);
        lay_all(&l);
    }
    *n = l.n;
    arena_close(tmp);
    return l.out;
}
