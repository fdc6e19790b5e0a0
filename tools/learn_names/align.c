/* align.c - the cheapest way from a Latin name to another, by given costs. */
#include "learn.h"

#include <string.h>

void
align_settle(struct word_units *w)
{
    w->mass = 0;
    for (unsigned i = 0; i < w->n; i++) {
        unsigned place = sound_place(w->seg, w->n, i);

        w->place[i] = (uint8_t)place;
        w->next[i] =
            (uint8_t)(w->seg[i] < LATIN_ROOM ? place % SOUND_NEXTS
                                             : sound_next_of(w->seg[i], place));
        w->mass += (float)sound_mass(w->seg[i]) / MASS_CONSONANT;
    }
}

static float
lose(const struct costs *c, enum sound_side side, const struct word_units *w,
     size_t i)
{
    return side == SIDE_LATIN ? c->drop[w->place[i]][w->seg[i]]
                              : c->lose[w->seg[i]][w->place[i]];
}

float
align_cost(const struct costs *c, enum sound_side side,
           const struct word_units *a, const struct word_units *b,
           struct way *way)
{
    float row[SOUND_MOST_SEGS + 1] = {0};

    for (size_t j = 0; j < b->n; j++) {
        row[j + 1] = row[j] + lose(c, side, b, j);
        if (way)
            way->step[0][j + 1] = STEP_LOSE;
    }
    for (size_t i = 0; i < a->n; i++) {
        float corner = row[0], drop = c->drop[a->place[i]][a->seg[i]];

        row[0] += drop;
        if (way)
            way->step[i + 1][0] = STEP_DROP;
        for (size_t j = 0; j < b->n; j++) {
            float best = corner, other;
            enum step step = STEP_SWAP;

            if (side != SIDE_LATIN || a->seg[i] != b->seg[j])
                best += c->swap[a->next[i]][b->seg[j]][a->seg[i]];
            corner = row[j + 1];
            if ((other = corner + drop) < best) {
                best = other;
                step = STEP_DROP;
            }
            if ((other = row[j] + lose(c, side, b, j)) < best) {
                best = other;
                step = STEP_LOSE;
            }
            row[j + 1] = best;
            if (way)
                way->step[i + 1][j + 1] = step;
        }
    }
    return row[b->n];
}

struct word_units
align_bare(const struct word_units *w)
{
    struct word_units bare = *w;

    bare.n = (uint8_t)(w->n - w->skip);
    memmove(bare.seg, w->seg + w->skip, bare.n * sizeof *bare.seg);
    bare.skip = 0;
    align_settle(&bare);
    return bare;
}

float
align_score(const struct costs *c, enum sound_side side,
            const struct word_units *a, const struct word_units *b,
            struct word_units *best)
{
    float score = 1 - align_cost(c, side, a, b, NULL) / (a->mass + b->mass);

    *best = *b;
    if (b->skip) {
        struct word_units bare = align_bare(b);
        float other =
            1 - align_cost(c, side, a, &bare, NULL) / (a->mass + bare.mass);

        other -= ARTICLE;
        if (other > score) {
            score = other;
            *best = bare;
        }
    }
    return score < 0 ? 0 : score;
}
