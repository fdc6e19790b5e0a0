/*
 * fit.c - logistic regression by coordinate descent (Newton steps for each
 * weight in turn), every weight held to its side of zero.
 */
#include "fit_story.h"

#include <math.h>
#include <string.h>

enum {
    PASSES = 120,
    LESSONS_MOST = 60000, /* of one set and kind: others are passed over */
};

/* Pairs that share next to nothing teach nothing. */
static const double LEAST_ALL = 0.02;

/* ---- lessons --------------------------------------------------------------
 */

static uint64_t
mixed(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdull;
    x ^= x >> 33;
    return x;
}

static void
add(struct lessons *l, const struct score *s, bool same, struct arena *mem)
{
    struct lesson *x;

    l->list = arena_grow(mem, l->list, l->n, sizeof *l->list);
    x = &l->list[l->n++];
    for (int t = 0; t < TERMS; t++)
        x->term[t] = (float)s->term[t];
    x->same = same;
}

static void
weigh(struct lessons *l, size_t from, double weight)
{
    double n[2] = {0, 0};

    for (size_t i = from; i < l->n; i++)
        n[l->list[i].same]++;
    for (size_t i = from; i < l->n; i++)
        l->list[i].weight = (float)(weight / n[l->list[i].same]);
}

void
lessons_take(struct lessons out[2], const struct sample *s, struct arena *mem)
{
    size_t from[2] = {out[0].n, out[1].n}, n = s->sides.n;
    double all = (double)n * (double)n / 2, share = LESSONS_MOST * 4 / all;

    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            uint32_t x = s->side_cluster[i], y = s->side_cluster[k];
            struct score score;

            if (x == UINT32_MAX || y == UINT32_MAX)
                continue;
            if (x != y &&
                (double)mixed(i << 20 | k) / 18446744073709551616.0 > share)
                continue;
            score_take(&score_tuned, &s->sides.list[i], &s->sides.list[k],
                       &score);
            if (x != y && score.term[TERM_ALL] < LEAST_ALL)
                continue;
            if (score.same > 0 && score.same < 1)
                continue; /* copies in several languages */
            add(&out[score.same > 0], &score, x == y, mem);
        }
    weigh(&out[0], from[0], s->weight);
    weigh(&out[1], from[1], s->weight);
}

/* ---- the regression -------------------------------------------------------
 */

/* Bounds by what a term is: evidence never speaks against, want of it never
 * for. Far apart is far, whatever a set without dates says. */
static void
bounds(enum term t, double *low, double *high)
{
    *low = -INFINITY;
    *high = INFINITY;
    switch (t) {
    case TERM_CAN_CONCEPT:
    case TERM_CAN_NAME:
    case TERM_CAN_NUMBER:
    case TERM_CAN_DATE:
    case TERM_CAN_TOWN:
    case TERM_GAP:
    case TERM_EVENT:
        *high = 0;
        break;
    case TERM_FAR:
        *high = -4;
        break;
    case TERM_HAS_EVENT:
    case TERM_ONE:
        break;
    default:
        *low = 0;
    }
}

/* Terms that a pair across languages does not have. */
static bool
idle(enum term t, bool within)
{
    return !within && t == TERM_WORD;
}

void
fit(double out[TERMS], const struct lessons *l, bool within, double ridge)
{
    struct arena *mem = arena_open();
    double *z = arena_new(mem, double, l->n + 1);

    memset(out, 0, TERMS * sizeof *out);
    for (int pass = 0; pass < PASSES; pass++)
        for (int t = 0; t < TERMS; t++) {
            double g = 0, h = 1e-9, low, high, to;

            if (idle((enum term)t, within))
                continue;
            for (size_t i = 0; i < l->n; i++) {
                const struct lesson *x = &l->list[i];
                double p = score_probability(z[i]);

                g += (double)x->weight * (x->same - p) * (double)x->term[t];
                h += (double)x->weight * p * (1 - p) * (double)x->term[t] *
                     (double)x->term[t];
            }
            if (t != TERM_ONE) {
                g -= ridge * out[t];
                h += ridge;
            }
            bounds((enum term)t, &low, &high);
            to = out[t] + g / h;
            to = to < low ? low : to > high ? high : to;
            to = fmin(fmax(to, out[t] - 2), out[t] + 2);
            to = to < low ? low : to > high ? high : to;
            if (to == out[t])
                continue;
            for (size_t i = 0; i < l->n; i++)
                z[i] += (to - out[t]) * (double)l->list[i].term[t];
            out[t] = to;
        }
    arena_close(mem);
}
