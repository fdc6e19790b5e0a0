/*
 * sharpen.c - costs made to tell right pairs from wrong ones: gradient
 * steps (AdaGrad) on the cheapest way of each example. What is made small is
 * the logistic loss of each and, of a right one among its wrong ones, that
 * of the softmax. The mean of the later rounds counts.
 */
#include "learn.h"

#include <math.h>
#include <stdlib.h>

static const float STEEP = 20; /* log odds of a likeness of 1 more */
static const float STEEP_RANK = 30, RANK = 0.5F; /* of the right one first */
static const float EVEN = 0.72F;   /* likeness of even odds: LIKENESS_SAME */
static const float NOISE = 0.985F; /* right pairs less likely are mistakes */
static const float RATE = 0.05F;
static const float LEAST = 0.05F, MOST = 2.7F; /* cost of a loss; of swaps 0 */

void
sharpen_down(float *cost, float *past, float slope, float rate, float least,
             float most)
{
    *past += slope * slope;
    *cost -= rate * slope / (sqrtf(*past) + 1e-3F);
    *cost = fminf(fmaxf(*cost, least), most);
}

static void
down(float *cost, float *past, float slope, float least)
{
    sharpen_down(cost, past, slope, RATE, least, MOST);
}

static void
walk(struct costs *c, struct costs *past, enum sound_side side,
     const struct word_units *a, const struct word_units *b,
     const struct way *way, float slope)
{
    size_t i = a->n, j = b->n;

    while (i || j) {
        switch (way->step[i][j]) {
        case STEP_SWAP: {
            unsigned next = a->next[--i], l = a->seg[i], u = b->seg[--j];

            if (side != SIDE_LATIN) {
                down(&c->swap[next][u][l], &past->swap[next][u][l], slope, 0);
            } else if (u != l) {
                down(&c->swap[0][u][l], &past->swap[0][u][l], slope, 0);
                for (int k = 0; k < SOUND_NEXTS; k++)
                    c->swap[k][u][l] = c->swap[k][l][u] = c->swap[0][u][l];
            }
            break;
        }
        case STEP_DROP:
            i--;
            down(&c->drop[a->place[i]][a->seg[i]],
                 &past->drop[a->place[i]][a->seg[i]], slope, LEAST);
            break;
        default: {
            unsigned u = b->seg[--j], k = b->place[j];

            if (side == SIDE_LATIN)
                down(&c->drop[k][u], &past->drop[k][u], slope, LEAST);
            else
                down(&c->lose[u][k], &past->lose[u][k], slope, LEAST);
        }
        }
    }
}

bool
sharpen_slopes(const float *score, const struct example *e, size_t n,
               float even, float *slope)
{
    float most = score[0], all = 0;

    if (1 / (1 + expf(STEEP * (score[0] - even))) > NOISE)
        return false;
    for (size_t k = 1; k < n; k++)
        most = fmaxf(most, score[k]);
    for (size_t k = 0; k < n; k++)
        all += expf(STEEP_RANK * (score[k] - most));
    for (size_t k = 0; k < n; k++) {
        float sign = e[k].right ? 1 : -1;
        float wrong = 1 / (1 + expf(STEEP * (score[k] - even) * sign));
        float first = expf(STEEP_RANK * (score[k] - most)) / all;

        slope[k] = e[k].weight *
                   (sign * wrong * STEEP +
                    RANK * STEEP_RANK * ((e[k].right ? 1.0F : 0.0F) - first));
    }
    return true;
}

/* One right name and the wrong ones behind it. */
static void
sharpen_one(struct costs *c, struct costs *past, enum sound_side side,
            const struct example *e, size_t n)
{
    static struct way way;
    float score[EXAMPLES_MOST] = {0}, slope[EXAMPLES_MOST];
    struct word_units other[EXAMPLES_MOST];

    for (size_t k = 0; k < n; k++)
        score[k] = align_score(c, side, &e[k].latin, &e[k].other, &other[k]);
    if (!sharpen_slopes(score, e, n, EVEN, slope))
        return;
    for (size_t k = 0; k < n; k++) {
        if (fabsf(slope[k]) < SHARPEN_FLAT)
            continue;
        align_cost(c, side, &e[k].latin, &other[k], &way);
        walk(c, past, side, &e[k].latin, &other[k], &way,
             slope[k] / (e[k].latin.mass + other[k].mass));
    }
}

void
costs_add(struct costs *sum, const struct costs *c, float times)
{
    float *to = (float *)sum;
    const float *from = (const float *)c;

    for (size_t i = 0; i < sizeof *c / sizeof *from; i++)
        to[i] += from[i] * times;
}

void
sharpen(struct costs *c, enum sound_side side, const struct examples *e,
        unsigned rounds)
{
    struct costs *past = calloc(1, sizeof *past);
    struct costs *mean = calloc(1, sizeof *mean);
    size_t *at = calloc(e->n + 1, sizeof *at), n;
    unsigned late = (rounds + 1) / 2;

    if (!past || !mean || !at)
        abort();
    n = examples_right(e, at);
    for (unsigned r = 0; r < rounds; r++) {
        examples_shuffle(at, n, &pairs_state);
        for (size_t i = 0; i < n; i++)
            sharpen_one(c, past, side, e->at + at[i], examples_many(e, at[i]));
        if (r + late >= rounds)
            costs_add(mean, c, 1.0F / (float)late);
    }
    *c = *mean;
    free(past);
    free(mean);
    free(at);
}

/* ---- one scale for all sides ------------------------------------------ */

enum { STEPS = 200 };
static const float BORDER = 0.75F; /* where all sides are to be parted best */

/* The likeness from which on right and wrong are parted with the best F1. */
static float
best_border(const struct costs *c, enum sound_side side,
            const struct examples *e)
{
    size_t right[STEPS + 1] = {0}, wrong[STEPS + 1] = {0}, all = 0;
    size_t hits = 0, misses = 0;
    int best = STEPS;
    double most = 0;

    for (size_t i = 0; i < e->n; i++) {
        struct word_units unused;
        float score =
            align_score(c, side, &e->at[i].latin, &e->at[i].other, &unused);

        (e->at[i].right ? right : wrong)[(int)(score * STEPS)]++;
        all += e->at[i].right;
    }
    for (int k = STEPS; k >= 0; k--) {
        double f1;

        hits += right[k];
        misses += wrong[k];
        f1 = 2.0 * (double)hits / (double)(hits + misses + all);
        if (f1 > most)
            most = f1, best = k;
    }
    return (float)best / STEPS;
}

void
level(struct costs *c, enum sound_side side, const struct examples *e)
{
    float times = (1 - BORDER) / (1 - best_border(c, side, e));

    for (int next = 0; next < SOUND_NEXTS; next++)
        for (unsigned u = 0; u < SOUND_UNITS; u++)
            for (int l = 0; l < LATIN_ROOM; l++)
                c->swap[next][u][l] *= times;
    for (int k = 0; k < SOUND_PLACES; k++)
        for (unsigned u = 0; u < SOUND_UNITS; u++)
            c->lose[u][k] *= times;
    for (int k = 0; k < LATIN_PLACES; k++)
        for (int l = 0; l < LATIN_ROOM; l++)
            c->drop[k][l] *= times;
}
