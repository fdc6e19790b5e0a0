/*
 * doublets.c - near-doublets: two concepts that have most of their words in
 * common, language by language, so that they are one concept twice.
 *
 * What is in common is told by keys, as the reader sees them: the stems of
 * the words. The share of two concepts in a language is how many keys they
 * have in common, of the keys of the one that has fewer; over languages it is
 * the mean. Pairs that mean two things all the same stand in
 * data/words/doublets.tsv: the two keys in order, and the reason.
 */
#include "lexbuild.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

/* Chosen on the 4,053 concepts of 2026-11: of the 214 pairs above it nearly
 * all were one concept twice, or one held the words of the other besides its
 * own; of those just below it most are two things (sailor and crew, tool and
 * hammer, population and residents). */
#define DOUBLET_SHARE .46

struct pair {
    uint32_t a, b; /* a < b */
    double share;  /* the sum over languages */
    bool listed;   /* as two things all the same */
};

struct pairs {
    struct build *b;
    uint32_t *nkeys; /* by concept and language: nkeys_of */
    struct pair *list;
    size_t n;
    struct table *at;
};

static bool
is_stem(const struct lex_entry *e)
{
    return joins(e) && e->flags & LEX_STEM;
}

/* The language of a run, from 0; -1: no key of rows. */
static int
column_of(const struct run *r)
{
    int column = r->key.s[0] - 2;

    return r->key.s[1] == '=' && column < LEX_COLUMNS ? column : -1;
}

static uint32_t *
nkeys_of(struct pairs *p, uint32_t concept, int column)
{
    return &p->nkeys[(concept - 1) * LEX_COLUMNS + (uint32_t)column];
}

static struct pair *
pair_of(struct pairs *p, uint32_t a, uint32_t b)
{
    uint32_t ids[2] = {a < b ? a : b, a < b ? b : a};
    bool found;
    uint32_t *at =
        table_at(p->at, (str){(const char *)ids, sizeof ids}, &found);

    if (!found) {
        p->list = arena_grow(p->b->mem, p->list, p->n, sizeof *p->list);
        *at = (uint32_t)p->n;
        p->list[p->n++] = (struct pair){.a = ids[0], .b = ids[1]};
    }
    return &p->list[*at];
}

/* One key that the two have in common. */
static void
share(struct pairs *p, uint32_t a, uint32_t b, int column)
{
    uint32_t na = *nkeys_of(p, a, column), nb = *nkeys_of(p, b, column);

    pair_of(p, a, b)->share += 1.0 / (na < nb ? na : nb) / LEX_COLUMNS;
}

static void
share_run(struct pairs *p, const struct run *r)
{
    int column = column_of(r);

    for (size_t i = 0; column >= 0 && i < r->n; i++)
        for (size_t k = i + 1; is_stem(&r->entries[i]) && k < r->n; k++)
            if (is_stem(&r->entries[k]) && r->entries[i].id != r->entries[k].id)
                share(p, r->entries[i].id, r->entries[k].id, column);
}

static void
count_keys(struct pairs *p)
{
    const struct build *b = p->b;

    p->nkeys = arena_new(b->mem, uint32_t, b->nconcepts * LEX_COLUMNS + 1);
    for (size_t i = 0; i < b->nruns; i++) {
        const struct run *r = &b->runs[i];
        int column = column_of(r);

        for (size_t k = 0; column >= 0 && k < r->n; k++)
            if (is_stem(&r->entries[k]))
                ++*nkeys_of(p, r->entries[k].id, column);
    }
}

/* The pairs that are listed, with the reason of each. */
static void
read_listed(struct pairs *p, const char *dir)
{
    str rest = slurp(p->b, dir, "words/doublets.tsv"), line, col[3];

    while (str_next(&rest, '\n', &line)) {
        const struct concept *a, *b;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        if (columns(line, col, 3) != 3 || !col[2].n ||
            str_cmp(col[0], col[1]) >= 0 || !(a = concept_of(p->b, col[0])) ||
            !(b = concept_of(p->b, col[1]))) {
            fault(p->b, "doublets.tsv: %.*s: no two keys in order, a reason",
                  STR_ARG(line));
            continue;
        }
        pair_of(p, (uint32_t)(a - p->b->concepts) + 1,
                (uint32_t)(b - p->b->concepts) + 1)
            ->listed = true;
    }
}

static int
most_first(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;

    if (p->share != q->share)
        return p->share < q->share ? 1 : -1;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

bool
lint_doublets(struct build *b, const char *dir)
{
    struct pairs p = {.b = b, .at = table_open()};
    bool ok = true;

    count_keys(&p);
    for (size_t i = 0; i < b->nruns; i++)
        share_run(&p, &b->runs[i]);
    read_listed(&p, dir);
    if (p.n)
        qsort(p.list, p.n, sizeof *p.list, most_first);
    for (size_t i = 0; i < p.n; i++) {
        const struct pair *d = &p.list[i];

        if ((d->share >= DOUBLET_SHARE) == d->listed)
            continue;
        printf("%.*s\t%.*s\t%s\t%.3f\n", STR_ARG(b->concepts[d->a - 1].key),
               STR_ARG(b->concepts[d->b - 1].key),
               d->listed ? "no doublet any more" : "near-doublet", d->share);
        ok = false;
    }
    table_close(p.at);
    return ok && b->faults == 0;
}
