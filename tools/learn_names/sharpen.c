/*
 * sharpen.c - costs made to tell right pairs from wrong ones: gradient
 * steps (AdaGrad) on the cheapest way of each example, logistic loss.
 */
#include "learn.h"

#include <math.h>
#include <stdlib.h>

static const float STEEP = 20;     /* log odds of a likeness of 1 more */
static const float EVEN = 0.72F;   /* likeness of even odds: LIKENESS_SAME */
static const float NOISE = 0.985F; /* right pairs less likely are mistakes */
static const float RATE = 0.05F;
static const float LEAST = 0.05F, MOST = 2.7F; /* cost of a loss; of swaps 0 */

/* One cost, a step down; `past` adds up the squares of the slopes. */
static void
down(float *cost, float *past, float slope, float least)
{
    *past += slope * slope;
    *cost -= RATE * slope / (sqrtf(*past) + 1e-3F);
    *cost = fminf(fmaxf(*cost, least), MOST);
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

void
sharpen(struct costs *c, enum sound_side side, struct examples *e,
        unsigned rounds)
{
    struct costs *past = calloc(1, sizeof *past);
    static struct way way;

    for (unsigned r = 0; past && r < rounds; r++) {
        for (size_t i = e->n; i > 1; i--) {
            size_t j = pairs_random((unsigned)i);
            struct example swap = e->at[i - 1];

            e->at[i - 1] = e->at[j];
            e->at[j] = swap;
        }
        for (size_t i = 0; i < e->n; i++) {
            const struct example *x = &e->at[i];
            struct word_units other;
            float mass, wrong, sign = x->right ? 1 : -1;
            float score = align_score(c, side, &x->latin, &x->other, &other);

            mass = x->latin.mass + other.mass;
            wrong = 1 / (1 + expf(STEEP * (score - EVEN) * sign));
            if (x->right && wrong > NOISE)
                continue;
            align_cost(c, side, &x->latin, &other, &way);
            walk(c, past, side, &x->latin, &other, &way,
                 sign * wrong * STEEP / mass * x->weight);
        }
    }
    free(past);
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
    for (int k = 0; k < SOUND_PLACES; k++) {
        for (unsigned u = 0; u < SOUND_UNITS; u++)
            c->lose[u][k] *= times;
        for (int l = 0; l < LATIN_ROOM; l++)
            c->drop[k][l] *= times;
    }
}
