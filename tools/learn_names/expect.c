/*
 * expect.c - a pair model of one unit to one, or to none by place, by
 * expectation maximisation (Dempster, Laird and Rubin, 1977); its
 * conditional probabilities give the first costs.
 */
#include "learn.h"

#include <math.h>
#include <string.h>

enum { MOST = SOUND_MOST_SEGS };
static const double PER_LOG = 0.22; /* cost of a probability e times less */
static const double SWAP_MOST = 2.2, LOSS_LEAST = 0.08, LOSS_MOST = 1.3;

struct model {
    double swap[SOUND_UNITS][LATIN_ROOM];
    double lose[SOUND_UNITS][SOUND_PLACES];
    double drop[LATIN_PLACES][LATIN_ROOM];
};

static struct model p, seen;

static void
begin(void)
{
    for (unsigned u = 0; u < SOUND_UNITS; u++) {
        for (unsigned l = 0; l < LATIN_ROOM; l++)
            p.swap[u][l] = sound_vowel(u) == sound_vowel(l) ? 1e-3 : 2e-4;
        for (int k = 0; k < SOUND_PLACES; k++)
            p.lose[u][k] = 2e-3;
    }
    for (int k = 0; k < LATIN_PLACES; k++)
        for (int l = 0; l < LATIN_ROOM; l++)
            p.drop[k][l] = 2e-3;
}

/* The three ways into a cell, from before it, or out of it. */
static void
count_pair(const struct word_units *a, const struct word_units *b)
{
    static double in[MOST + 1][MOST + 1], out[MOST + 1][MOST + 1];
    double all;

    for (int i = 0; i <= a->n; i++)
        for (int j = 0; j <= b->n; j++) {
            in[i][j] = i == 0 && j == 0;
            if (i && j)
                in[i][j] +=
                    in[i - 1][j - 1] * p.swap[b->seg[j - 1]][a->seg[i - 1]];
            if (i)
                in[i][j] +=
                    in[i - 1][j] * p.drop[a->place[i - 1]][a->seg[i - 1]];
            if (j)
                in[i][j] +=
                    in[i][j - 1] * p.lose[b->seg[j - 1]][b->place[j - 1]];
        }
    for (int i = a->n; i >= 0; i--)
        for (int j = b->n; j >= 0; j--) {
            out[i][j] = i == a->n && j == b->n;
            if (i < a->n && j < b->n)
                out[i][j] += out[i + 1][j + 1] * p.swap[b->seg[j]][a->seg[i]];
            if (i < a->n)
                out[i][j] += out[i + 1][j] * p.drop[a->place[i]][a->seg[i]];
            if (j < b->n)
                out[i][j] += out[i][j + 1] * p.lose[b->seg[j]][b->place[j]];
        }
    all = in[a->n][b->n];
    if (all < 1e-250)
        return;
    for (int i = 0; i <= a->n; i++)
        for (int j = 0; j <= b->n; j++) {
            double behind = out[i][j] / all;

            if (i && j) {
                unsigned u = b->seg[j - 1], l = a->seg[i - 1];

                seen.swap[u][l] += in[i - 1][j - 1] * p.swap[u][l] * behind;
            }
            if (i) {
                unsigned k = a->place[i - 1], l = a->seg[i - 1];

                seen.drop[k][l] += in[i - 1][j] * p.drop[k][l] * behind;
            }
            if (j) {
                unsigned u = b->seg[j - 1], k = b->place[j - 1];

                seen.lose[u][k] += in[i][j - 1] * p.lose[u][k] * behind;
            }
        }
}

/* Shares of all that was seen, and of a little that was not. */
static void
maximise(void)
{
    double *to = (double *)&p, *from = (double *)&seen, all = 0;
    size_t n = sizeof p / sizeof *to, swaps = sizeof p.swap / sizeof *to;

    for (size_t i = 0; i < n; i++)
        all += from[i] += i < swaps ? 0.05 : 0.2;
    for (size_t i = 0; i < n; i++)
        to[i] = from[i] / all;
}

static float
loss_cost(double lost, double kept, int places)
{
    double cost = -PER_LOG * log(lost * places / (kept + 1e-9));

    return (float)fmin(fmax(cost, LOSS_LEAST), LOSS_MOST);
}

static void
costs_of(struct costs *c, enum sound_side side)
{
    double most[LATIN_ROOM] = {0}, all[LATIN_ROOM] = {0};

    for (unsigned u = 0; u < SOUND_UNITS; u++)
        for (int l = 0; l < LATIN_ROOM && sound_side(u) == side; l++) {
            most[l] = fmax(most[l], p.swap[u][l]);
            all[l] += p.swap[u][l];
        }
    for (unsigned u = 0; u < SOUND_UNITS; u++) {
        double best = 0, sum = 0;

        if (sound_side(u) != side)
            continue;
        for (int l = 0; l < LATIN_ROOM; l++) {
            best = fmax(best, p.swap[u][l]);
            sum += p.swap[u][l];
        }
        for (int l = 0; l < LATIN_ROOM; l++) {
            double cost =
                -PER_LOG / 2 *
                (log(p.swap[u][l] / best) + log(p.swap[u][l] / most[l]));

            for (int next = 0; next < SOUND_NEXTS; next++)
                c->swap[next][u][l] = (float)fmin(cost, SWAP_MOST);
        }
        for (int k = 0; k < SOUND_PLACES; k++)
            c->lose[u][k] = loss_cost(p.lose[u][k], sum, SOUND_PLACES);
    }
    for (int k = 0; k < LATIN_PLACES; k++)
        for (int l = 0; l < LATIN_ROOM; l++)
            c->drop[k][l] = loss_cost(p.drop[k][l], all[l], LATIN_PLACES);
    if (side != SIDE_LATIN)
        return;
    for (int next = 0; next < SOUND_NEXTS; next++)
        for (int a = 0; a < LATIN_ROOM; a++)
            for (int b = 0; b <= a; b++) {
                float *x = &c->swap[next][a][b], *y = &c->swap[next][b][a];

                *x = *y = a == b ? 0 : fminf(*x, *y);
            }
}

void
expect(struct costs *c, enum sound_side side, const struct pairs *pairs,
       unsigned rounds)
{
    begin();
    for (unsigned r = 0; r < rounds; r++) {
        memset(&seen, 0, sizeof seen);
        for (size_t i = 0; i < pairs->n; i++)
            count_pair(&pairs->at[i].latin, &pairs->at[i].other);
        maximise();
    }
    costs_of(c, side);
}
