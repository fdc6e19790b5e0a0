/*
 * steps.c - what two steps of an alignment, one behind the other, cost more or
 * less than each alone: gradient steps as in sharpen.c, of the pairs and of
 * the single steps together. Only pairs that right names show often are
 * learned.
 */
#include "learn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SIDE_STEPS = 52 * SOUND_STEP_ROOM, /* of one side: its units, the rest */
    OFTEN = 8,                         /* seen in right names */
    KINDS = 3,
    SWAP = 0,
    DROP,
    LOSE
};
static const float ALIKE = 0.6F;  /* right names below are not counted */
static const float EVEN = 0.775F; /* likeness of even odds */
static const float RATE = 0.04F;
static const float MOST = 1; /* of a pair, up or down */
static const float LOSS_LEAST = 0.05F, COST_MOST = 2.7F;
static const float NO_WAY = 1e9F;

struct pair_cost {
    float cost, past, mean;
};

/* Of one side: the number of each pair of steps, 0 for none. */
struct steps {
    struct costs *costs, *past;
    enum sound_side side;
    unsigned at; /* of its first unit */
    uint16_t *number;
    struct pair_cost *pair;
};

/* The ways to one place by their last step. */
struct cell {
    float cost[KINDS];
    unsigned step[KINDS];
    int before[KINDS];
};
static struct cell cells[SOUND_MOST_SEGS + 1][SOUND_MOST_SEGS + 1];

/* Numbers as in sound.h, but of this side alone: its units, then the rest. */
static unsigned
step_of(const struct steps *s, unsigned unit, unsigned latin)
{
    unsigned u =
        unit < SOUND_UNITS ? unit - s->at : SIDE_STEPS / SOUND_STEP_ROOM - 1;

    return u * SOUND_STEP_ROOM + latin;
}

static uint16_t *
number_of(const struct steps *s, unsigned step, unsigned then)
{
    return &s->number[(size_t)step * SIDE_STEPS + then];
}

static void
go(const struct steps *s, struct cell *to, int kind, const struct cell *from,
   unsigned step, float cost)
{
    to->step[kind] = step;
    to->cost[kind] = NO_WAY;
    for (int k = 0; k < KINDS; k++) {
        float all = from->cost[k] + cost;

        if (from->cost[k] < NO_WAY && s->pair)
            all += s->pair[*number_of(s, from->step[k], step)].cost;
        if (all < to->cost[kind]) {
            to->cost[kind] = all;
            to->before[kind] = k;
        }
    }
}

/* Fills the cells; the cheapest way ends in *end. */
static float
way_cost(const struct steps *s, const struct word_units *a,
         const struct word_units *b, struct cell *end)
{
    const struct costs *c = s->costs;

    for (int i = 0; i <= a->n; i++)
        for (int j = 0; j <= b->n; j++) {
            struct cell *to = &cells[i][j];
            unsigned l = i ? a->seg[i - 1] : 0, u = j ? b->seg[j - 1] : 0;

            for (int k = 0; k < KINDS; k++)
                to->cost[k] = NO_WAY;
            if (i == 0 && j == 0) {
                to->cost[SWAP] = 0;
                to->step[SWAP] = step_of(s, SOUND_UNITS, SOUND_STEP_NONE);
            }
            if (i && j)
                go(s, to, SWAP, &cells[i - 1][j - 1], step_of(s, u, l),
                   c->swap[a->next[i - 1]][u][l]);
            if (i)
                go(s, to, DROP, &cells[i - 1][j], step_of(s, SOUND_UNITS, l),
                   c->drop[a->place[i - 1]][l]);
            if (j)
                go(s, to, LOSE, &cells[i][j - 1],
                   step_of(s, u, SOUND_STEP_NONE), c->lose[u][b->place[j - 1]]);
        }
    go(s, end, SWAP, &cells[a->n][b->n],
       step_of(s, SOUND_UNITS, SOUND_STEP_NONE), 0);
    return end->cost[SWAP];
}

static float
way_score(const struct steps *s, const struct word_units *a,
          const struct word_units *b)
{
    struct cell end;

    return 1 - way_cost(s, a, b, &end) / (a->mass + b->mass);
}

/* The cost of a pair of steps, down; or the pair counted. */
static void
pair_down(const struct steps *s, unsigned step, unsigned then, float slope)
{
    uint16_t *number = number_of(s, step, then);

    if (!s->pair) {
        *number = (uint16_t)(*number + (*number < UINT16_MAX));
    } else if (*number) {
        struct pair_cost *p = &s->pair[*number];

        sharpen_down(&p->cost, &p->past, slope, RATE, -MOST, MOST);
    }
}

/* The cost of one step, down: of a's i-th unit and b's j-th, from 1. */
static void
single_down(const struct steps *s, const struct word_units *a,
            const struct word_units *b, int kind, int i, int j, float slope)
{
    float *cost, *past, least = 0;

    if (kind == SWAP) {
        unsigned next = a->next[i - 1], u = b->seg[j - 1], l = a->seg[i - 1];

        cost = &s->costs->swap[next][u][l];
        past = &s->past->swap[next][u][l];
    } else if (kind == DROP) {
        unsigned k = a->place[i - 1], l = a->seg[i - 1];

        cost = &s->costs->drop[k][l];
        past = &s->past->drop[k][l];
        least = LOSS_LEAST;
    } else {
        unsigned k = b->place[j - 1], u = b->seg[j - 1];

        cost = &s->costs->lose[u][k];
        past = &s->past->lose[u][k];
        least = LOSS_LEAST;
    }
    sharpen_down(cost, past, slope, RATE, least, COST_MOST);
}

/* All steps of the cheapest way: pairs counted, or costs stepped down. */
static void
way_walk(const struct steps *s, const struct word_units *a,
         const struct word_units *b, float slope)
{
    struct cell end;
    const struct cell *then = &end;
    int i = a->n, j = b->n, kind = SWAP;

    way_cost(s, a, b, &end);
    for (bool more = true; more;) {
        int k = then->before[kind];

        pair_down(s, cells[i][j].step[k], then->step[kind], slope);
        then = &cells[i][j];
        kind = k;
        more = i || j;
        if (more && s->pair)
            single_down(s, a, b, kind, i, j, slope);
        i -= more && kind != LOSE;
        j -= more && kind != DROP;
    }
}

/* Likeness with or without an article, which *best tells. */
static float
score_best(const struct steps *s, const struct word_units *a,
           const struct word_units *b, struct word_units *best)
{
    float score = way_score(s, a, b), other;
    struct word_units bare;

    *best = *b;
    if (b->skip) {
        bare = align_bare(b);
        other = way_score(s, a, &bare) - ARTICLE;
        if (other > score) {
            score = other;
            *best = bare;
        }
    }
    return score;
}

/* ---- rounds ----------------------------------------------------------- */

/* Pairs of steps seen often in right names are numbered from 1. */
static size_t
number_pairs(struct steps *s, const struct examples *e)
{
    size_t all = (size_t)SIDE_STEPS * SIDE_STEPS, n = 1;

    for (size_t i = 0; i < e->n; i++) {
        struct word_units other;

        if (e->at[i].right &&
            score_best(s, &e->at[i].latin, &e->at[i].other, &other) > ALIKE)
            way_walk(s, &e->at[i].latin, &other, 0);
    }
    for (size_t i = 0; i < all; i++)
        s->number[i] = s->number[i] >= OFTEN ? (uint16_t)n++ : 0;
    s->pair = calloc(n, sizeof *s->pair);
    if (!s->pair)
        abort();
    return n;
}

/* One right name and the wrong ones behind it. */
static void
learn_one(struct steps *s, const struct example *e, size_t n)
{
    float score[EXAMPLES_MOST] = {0}, slope[EXAMPLES_MOST];
    struct word_units other[EXAMPLES_MOST];

    for (size_t k = 0; k < n; k++)
        score[k] = score_best(s, &e[k].latin, &e[k].other, &other[k]);
    if (!sharpen_slopes(score, e, n, EVEN, slope))
        return;
    for (size_t k = 0; k < n; k++)
        if (fabsf(slope[k]) >= SHARPEN_FLAT)
            way_walk(s, &e[k].latin, &other[k],
                     slope[k] / (e[k].latin.mass + other[k].mass));
}

static void
learn_rounds(struct steps *s, const struct examples *e, unsigned rounds,
             size_t npairs)
{
    unsigned late = (rounds + 1) / 2;
    size_t *at = calloc(e->n + 1, sizeof *at), n;
    struct costs *mean = calloc(1, sizeof *mean);
    uint64_t state = RANDOM_BEGIN; /* what comes behind has its own row */

    if (!at || !mean)
        abort();
    n = examples_right(e, at);
    for (unsigned r = 0; r < rounds; r++) {
        examples_shuffle(at, n, &state);
        for (size_t i = 0; i < n; i++)
            learn_one(s, e->at + at[i], examples_many(e, at[i]));
        for (size_t i = 1; i < npairs && r + late >= rounds; i++)
            s->pair[i].mean += s->pair[i].cost / (float)late;
        if (r + late >= rounds)
            costs_add(mean, s->costs, 1.0F / (float)late);
    }
    *s->costs = *mean;
    free(mean);
    free(at);
}

/* ---- the table --------------------------------------------------------- */

/* The number that sound.h gives a step. */
static unsigned
number_abroad(const struct steps *s, size_t step)
{
    unsigned u = (unsigned)(step / SOUND_STEP_ROOM);

    u = u == SIDE_STEPS / SOUND_STEP_ROOM - 1 ? SOUND_UNITS + s->side
                                              : u + s->at;
    return sound_step(u, (unsigned)(step % SOUND_STEP_ROOM));
}

/* A line for each former step: it, then the latter ones and the costs. */
static void
write_table(const struct steps *s, FILE *out)
{
    for (size_t i = 0; i < SIDE_STEPS; i++) {
        bool begun = false;

        for (size_t j = 0; j < SIDE_STEPS; j++) {
            const uint16_t *number = number_of(s, (unsigned)i, (unsigned)j);
            long cost = lroundf(s->pair[*number].mean * MASS_CONSONANT);

            if (cost == 0)
                continue;
            if (!begun)
                fprintf(out, "%u", number_abroad(s, i));
            fprintf(out, " %u %ld", number_abroad(s, j), cost);
            begun = true;
        }
        if (begun)
            fputc('\n', out);
    }
}

void
steps_learn(struct costs *c, enum sound_side side, const struct examples *e,
            unsigned rounds, FILE *out)
{
    static const unsigned first[SIDES] = {
        0, CYRILLIC_AT, ARABIC_AT, HEBREW_AT, KANA_AT, HANGUL_AT, HAN_AT};
    struct steps s = {.costs = c,
                      .past = calloc(1, sizeof *c),
                      .side = side,
                      .at = first[side]};
    size_t npairs;

    s.number = calloc((size_t)SIDE_STEPS * SIDE_STEPS, sizeof *s.number);
    if (!s.number || !s.past)
        abort();
    npairs = number_pairs(&s, e);
    learn_rounds(&s, e, rounds, npairs);
    write_table(&s, out);
    free(s.number);
    free(s.past);
    free(s.pair);
}
