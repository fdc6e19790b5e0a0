/* near_pairs.c - each side asks once; the best that it finds are pairs. */
#include "story/near.h"

enum {
    NEAR_BEST = 12, /* kept, of one's own language and of others; of small sets,
                       too: all pairs join look-alikes (ecbplus_docs .87 for
                       .91, events_dev's precision across languages .91 for
                       .94; 2026-11) */
};

/* What shares less than this part of what the best one shares is no pair.
 * 2026-11, itn_blurbs, wmt_xling_docs, xstream: nothing falls with it. */
static const float NEAR_SHARE = 0.25f;

struct best {
    struct found list[NEAR_BEST]; /* the best first */
    size_t n;
    float least; /* what none of a lower score is better than */
};

static bool
better(struct found a, struct found b)
{
    return a.score > b.score || (a.score >= b.score && a.side < b.side);
}

static void
offer(struct best *b, struct found f)
{
    size_t i = b->n;

    if (i == NEAR_BEST && !better(f, b->list[--i]))
        return;
    b->n = i + 1;
    while (i > 0 && better(f, b->list[i - 1])) {
        b->list[i] = b->list[i - 1];
        i--;
    }
    b->list[i] = f;
    if (b->n == NEAR_BEST)
        b->least = b->list[NEAR_BEST - 1].score;
}

/* The pairs of one side, put behind the *n that are there. */
static void
pairs_of(struct near_index *x, uint32_t i, struct near *out, size_t *n)
{
    struct best best[2] = {{.n = 0}, {.n = 0}};
    size_t nfound;
    const struct found *found = near_ask(x, i, &nfound);

    for (size_t k = 0; k < nfound; k++)
        if (found[k].score >= best[found[k].own].least)
            offer(&best[found[k].own], found[k]);
    for (int b = 0; b < 2; b++)
        for (size_t k = 0; k < best[b].n; k++) {
            uint32_t s = best[b].list[k].side;

            if (best[b].list[k].score < NEAR_SHARE * best[b].list[0].score)
                break;

            out[(*n)++] = i < s ? (struct near){i, s} : (struct near){s, i};
        }
}

/* By one of their sides, by counting; equals stay as they stand. */
static void
sort_by(const struct near *all, size_t n, bool second, size_t nsides,
        struct near *out)
{
    struct arena *tmp = arena_open();
    size_t *end = arena_new(tmp, size_t, nsides + 1);

    for (size_t i = 0; i < n; i++)
        end[(second ? all[i].b : all[i].a) + 1]++;
    for (size_t i = 0; i < nsides; i++)
        end[i + 1] += end[i];
    for (size_t i = 0; i < n; i++)
        out[end[second ? all[i].b : all[i].a]++] = all[i];
    arena_close(tmp);
}

/* In order, each once. `all` is used up. */
static struct near *
once(struct near *all, size_t nsides, size_t *n, struct arena *mem)
{
    struct near *out = arena_raw(mem, (*n + 1) * sizeof *out);
    size_t unique = 0;

    sort_by(all, *n, true, nsides, out);
    sort_by(out, *n, false, nsides, all);
    for (size_t i = 0; i < *n; i++)
        if (i == 0 || all[i].a != all[i - 1].a || all[i].b != all[i - 1].b)
            out[unique++] = all[i];
    *n = unique;
    return out;
}

struct near *
near_find(const struct side *sides, size_t nsides, size_t nopen, size_t *n,
          struct arena *mem)
{
    struct arena *tmp;
    struct near_index *x;
    struct near *all;

    *n = 0;
    tmp = arena_open();
    x = near_open(sides, nsides, tmp);
    all = arena_raw(tmp, ((nsides - nopen) * 2 * NEAR_BEST + 1) * sizeof *all);
    for (size_t r = 0; r < nsides; r++)
        if (near_side(x, r) >= nopen)
            pairs_of(x, near_side(x, r), all, n);
    all = once(all, nsides, n, mem);
    arena_close(tmp);
    return all;
}
