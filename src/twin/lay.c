/*
 * lay.c - two tales side by side: dynamic programming in order, as sentences
 * of parallel texts are aligned (Gale and Church, 1993), by facts.
 */
#include "twin/tale.h"

/* Sentences that share less of their facts tell different things. Chosen on
 * the dev stories, 2026-11. */
#define FITS       0.2
#define TWO_LONGER 1.3

enum fact_type
lay_last(const struct tale *a, const struct tale *b)
{
    return a->lang == b->lang     ? FACT_STEM
           : a->latin && b->latin ? FACT_WORD
                                  : FACT_CONCEPT;
}

/*
 * What both of any two sentences have, in weight: same[i * b->n + j]. The
 * facts of the tales are merged once, by their ids, not those of each pair
 * of sentences.
 */
static void
share(const struct tale *a, const struct tale *b, enum fact_type last,
      double *same)
{
    for (size_t i = 0, j = 0; i < a->ntold && j < b->ntold;) {
        uint64_t id = a->told[i].id;
        size_t end = j;

        if (id >> 60 > last)
            return;
        if (id != b->told[j].id) {
            i += id < b->told[j].id;
            j += id > b->told[j].id;
            continue;
        }
        for (; i < a->ntold && a->told[i].id == id; i++)
            for (end = j; end < b->ntold && b->told[end].id == id; end++) {
                const struct told *x = &a->told[i], *y = &b->told[end];

                same[x->say * b->n + y->say] +=
                    a->say[x->say].fact[x->fact].weight +
                    b->say[y->say].fact[y->fact].weight;
            }
        j = end;
    }
}

/* Sentences of a and of b that make a pair: a desk parts one in two, or makes
 * one of two. */
static const struct bead {
    size_t a, b;
} beads[] = {{1, 1}, {1, 2}, {2, 1}};
#define BEADS (sizeof beads / sizeof *beads)

struct table {
    const struct tale *a, *b;
    double *same, *wa, *wb;
};

/* What a bead at i, j is worth; 0 where it is none. */
static double
worth(const struct table *t, size_t i, size_t j, struct bead d)
{
    double all = 0, same = 0, la = 0, lb = 0, s;

    if (i + d.a > t->a->n || j + d.b > t->b->n)
        return 0;
    for (size_t k = 0; k < d.a; k++) {
        all += t->wa[i + k];
        la += t->a->say[i + k].letters;
        for (size_t q = 0; q < d.b; q++) {
            double both = t->same[(i + k) * t->b->n + j + q];

            /* a sentence of its own that only stands beside */
            if (both <= 0)
                return 0;
            same += both;
        }
    }
    for (size_t q = 0; q < d.b; q++) {
        all += t->wb[j + q];
        lb += t->b->say[j + q].letters;
    }
    /* two are not much longer than what they are told as */
    if ((d.a > 1 && la > TWO_LONGER * lb) || (d.b > 1 && lb > TWO_LONGER * la))
        return 0;
    s = all > 0 ? same / (all + 1.0) : 0;
    return s > FITS ? s * (la < lb ? la : lb) : 0;
}

void
lay_tales(const struct tale *a, const struct tale *b, bool two,
          struct laid *out)
{
    struct arena *tmp = arena_open();
    size_t m = b->n + 1;
    double *best = arena_new(tmp, double, (a->n + 1) * m);
    uint8_t *how = arena_new(tmp, uint8_t, (a->n + 1) * m);
    struct table t = {.a = a,
                      .b = b,
                      .same = arena_new(tmp, double, a->n * b->n),
                      .wa = arena_new(tmp, double, a->n),
                      .wb = arena_new(tmp, double, b->n)};
    enum fact_type last = lay_last(a, b);

    for (size_t i = 0; i < a->n; i++) {
        t.wa[i] = a->say[i].weight[last];
        out->to[i] = ALIGN_NONE;
    }
    for (size_t j = 0; j < b->n; j++) {
        t.wb[j] = b->say[j].weight[last];
        out->from[j] = ALIGN_NONE;
    }
    share(a, b, last, t.same);
    out->pairs = 0;
    for (size_t i = a->n; i-- > 0;)
        for (size_t j = b->n; j-- > 0;) {
            double x = best[(i + 1) * m + j], y = best[i * m + j + 1];
            uint8_t step = x >= y ? BEADS : BEADS + 1;

            x = x > y ? x : y;
            for (size_t k = 0; k < (two ? BEADS : 1); k++) {
                double w = worth(&t, i, j, beads[k]);

                if (w > 0)
                    w += best[(i + beads[k].a) * m + j + beads[k].b];
                if (w > x) {
                    x = w;
                    step = (uint8_t)k;
                }
            }
            best[i * m + j] = x;
            how[i * m + j] = step;
        }
    for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
        uint8_t step = how[i * m + j];

        if (step >= BEADS) {
            i += step == BEADS;
            j += step > BEADS;
            continue;
        }
        for (size_t k = 0; k < beads[step].a; k++)
            out->to[i + k] = (uint32_t)j;
        for (size_t q = 0; q < beads[step].b; q++)
            out->from[j + q] = (uint32_t)i;
        out->pairs++;
        i += beads[step].a;
        j += beads[step].b;
    }
    out->score = best[0];
    arena_close(tmp);
}
