/*
 * sound_steps.c - the cheapest way between a Latin word and one of another
 * script, where what a step costs hangs on the step before it.
 *
 * A joint-sequence model (Bisani and Ney, 2008) of second order, kept to the
 * pairs of steps that tell most: "ai" told by two letters, "gn" by one, the
 * vowel that a syllable of Han has between two consonants.
 */
#include "lexicon/sound.h"

enum { FAR = SOUND_FAR, SWAP = 0, DROP, LOSE, KINDS };

/* A table with open addresses, made by tools/steps.awk: pair_of, a former step
 * times PAIR_STEPS and the latter one and 1, or 0; pair_costs, what both cost
 * more than each alone. */
#include "steps.inc"

static int
pair_cost(uint32_t pair)
{
    uint32_t at = pair % PAIR_BITS;

    if (!(pair_bits[at / 32] >> at % 32 & 1))
        return 0;
    at = pair % PAIR_SLOTS;
    while (pair_of[at] != 0 && pair_of[at] != pair)
        at = at + 1 < PAIR_SLOTS ? at + 1 : 0;
    return pair_of[at] == pair ? pair_costs[at] : 0;
}

/* The ways to one place by their last step, those that cost too much left
 * out; of each step where its pairs begin. */
struct cell {
    int cost[KINDS];
    uint32_t pairs[KINDS];
};

static int
cheapest(const struct cell *from, unsigned step)
{
    int best = FAR;

    for (int k = 0; k < KINDS; k++)
        if (from->cost[k] < FAR) {
            int cost = from->cost[k] + pair_cost(from->pairs[k] + step);

            best = cost < best ? cost : best;
        }
    return best;
}

static void
go(struct cell *to, int kind, const struct cell *from, unsigned step, int cost,
   int most)
{
    int all = cheapest(from, step) + cost;

    to->pairs[kind] = step * PAIR_STEPS + 1;
    to->cost[kind] = all <= most ? all : FAR;
}

static int
lose_cost(const struct sound_run *other, unsigned j)
{
    return sound_costs_paired[SOUND_LOSSES + other->seg[j]][other->place[j]] -
           SOUND_FREE;
}

/* Fills the cells of a row: i Latin units told. */
static void
row_fill(struct cell *row, const struct cell *above,
         const struct sound_run *latin, const struct sound_run *other,
         unsigned i, int most)
{
    const char(*drops)[LATIN_ROOM + 1] =
        &sound_costs_paired[SOUND_DROPS + other->side * LATIN_PLACES];
    unsigned l = i ? latin->seg[i - 1] : 0;
    unsigned next = i ? latin->next[i - 1] : 0;
    int drop = i ? drops[latin->place[i - 1]][l] - SOUND_FREE : 0;

    for (unsigned j = 0; j <= other->n; j++) {
        unsigned u = j ? other->seg[j - 1] : 0;
        int lose = j ? lose_cost(other, j - 1) : 0;
        struct cell *to = &row[j];

        *to = (struct cell){{FAR, FAR, FAR}, {0, 0, 0}};
        if (i == 0 && j == 0) {
            to->cost[SWAP] = 0;
            to->pairs[SWAP] = sound_step_edge(other->side) * PAIR_STEPS + 1;
        }
        if (i && j) {
            int swap =
                sound_costs_paired[next * SOUND_UNITS + u][l] - SOUND_FREE;

            /* dearer than to leave out both: sounds that have nothing in
             * common */
            if (swap < drop + lose)
                go(to, SWAP, &above[j - 1], sound_step(u, l), swap, most);
        }
        if (i)
            go(to, DROP, &above[j], sound_step_drop(other->side, l), drop,
               most);
        if (j)
            go(to, LOSE, &row[j - 1], sound_step(u, SOUND_STEP_NONE), lose,
               most);
    }
}

struct run_costs
sound_steps(const struct sound_run *latin, const struct sound_run *other,
            int most)
{
    struct cell rows[2][RUN_MOST + 1];
    const struct cell *last = rows[latin->n % 2];
    unsigned edge = sound_step_edge(other->side);
    struct run_costs out = {FAR, FAR, FAR};

    for (unsigned i = 0; i <= latin->n; i++) {
        struct cell *row = rows[i % 2];

        row_fill(row, rows[(i + 1) % 2], latin, other, i, most);
        if (i == latin->bare)
            out.a_bare = cheapest(&row[other->n], edge);
    }
    out.whole = cheapest(&last[other->n], edge);
    out.b_bare = cheapest(&last[other->bare], edge);
    return out;
}
