/*
 * learn.h - what the parts of learn_names share: pairs of names spelled as
 * units (lexicon/sound.h), and the costs that are learned from them.
 */
#ifndef LEARN_H
#define LEARN_H

#include "lexicon/sound.h"

#include <stdio.h>

/* A name of one word. */
struct word_units {
    uint8_t n, skip; /* as struct sound_word */
    uint16_t seg[SOUND_MOST_SEGS];
    uint8_t place[SOUND_MOST_SEGS], next[SOUND_MOST_SEGS];
    float mass; /* in consonants */
};

struct pair {
    struct word_units latin, other;
    str spelling; /* of the Latin one */
};

struct pairs {
    struct pair *at;
    size_t n;
};

/* A pair that is right or wrong, and how much it counts. */
struct example {
    struct word_units latin, other;
    bool right;
    float weight;
};

/* Each right one with its wrong ones behind it, EXAMPLES_MOST at most. */
struct examples {
    struct example *at;
    size_t n;
};
enum { EXAMPLES_MOST = 16 };

/*
 * Costs in consonants, of one side against Latin. `swap` of the Latin side
 * itself is the same in every row of `next`.
 */
struct costs {
    float swap[SOUND_NEXTS][SOUND_UNITS][LATIN_ROOM];
    float lose[SOUND_UNITS][SOUND_PLACES]; /* a unit of the side */
    float drop[LATIN_PLACES][LATIN_ROOM];  /* a Latin unit */
};

/* ---- pairs.c --------------------------------------------------------- */

/* The same row of numbers each run (xorshift). */
#define RANDOM_BEGIN 88172645463325252U
extern uint64_t pairs_state;
unsigned random_below(uint64_t *state, unsigned below);

/* Pairs of "latin TAB other" lines whose names are one word each. */
void pairs_read(struct pairs *, const char *path, enum sound_side,
                const struct lexicon *, struct arena *);
/* Made-up words of two syllables in the romanisation of their country. */
void pairs_made_up(struct pairs *, enum sound_side, size_t n,
                   const struct lexicon *, struct arena *);
/* Latin spellings of one and the same word of `from`. */
void pairs_of_latin(struct pairs *, const struct pairs *from,
                    enum sound_side of, const struct costs *, struct arena *);
/* Each right pair with wrong ones, most of them spelled alike. */
void examples_make(struct examples *, const struct pairs *, struct arena *);
/* The same of Latin spellings, told to be wrong by the costs of `by`. */
void examples_of_latin(struct examples *, const struct pairs *latin,
                       const struct pairs *by, const struct costs *,
                       struct arena *);

/* Where the right ones lie; how many. */
size_t examples_right(const struct examples *, size_t *at);
void examples_shuffle(size_t *at, size_t n, uint64_t *state);
/* How many examples belong to the right one at `at`, itself among them. */
size_t examples_many(const struct examples *, size_t at);

/* ---- align.c --------------------------------------------------------- */

enum step { STEP_NONE, STEP_SWAP, STEP_DROP, STEP_LOSE };
struct way {
    enum step step[SOUND_MOST_SEGS + 1][SOUND_MOST_SEGS + 1];
};
/* The cheapest way from one to the other; *way may be NULL. */
float align_cost(const struct costs *, enum sound_side,
                 const struct word_units *latin, const struct word_units *other,
                 struct way *way);
/* 1 - cost / mass, with or without an article, which *best tells. */
float align_score(const struct costs *, enum sound_side,
                  const struct word_units *latin,
                  const struct word_units *other, struct word_units *best);
static const float ARTICLE = 0.02F; /* what taking ال for one costs */
struct word_units align_bare(const struct word_units *); /* without it */
void align_settle(struct word_units *); /* places, what comes next, mass */

/* ---- expect.c, sharpen.c --------------------------------------------- */

void expect(struct costs *, enum sound_side, const struct pairs *,
            unsigned rounds);
void sharpen(struct costs *, enum sound_side, const struct examples *,
             unsigned rounds);
/* How far up the likenesses of a right name and of the n - 1 wrong ones behind
 * it are to go; false where the right one is taken for a mistake. `even`: the
 * likeness of even odds. */
bool sharpen_slopes(const float *score, const struct example *, size_t n,
                    float even, float *slope);
/* One cost, a step down, within bounds; `past` adds up the squares of the
 * slopes. */
void sharpen_down(float *cost, float *past, float slope, float rate,
                  float least, float most);
void costs_add(struct costs *sum, const struct costs *, float times);
static const float SHARPEN_FLAT = 1e-3F; /* slopes below are none */
/* Stretches all costs, so that likenesses of all sides mean the same. */
void level(struct costs *, enum sound_side, const struct examples *);

/* ---- steps.c --------------------------------------------------------- */

/* Learns what pairs of steps cost beside the costs of each, which are learned
 * anew for that, and writes the pairs as data/names/steps.txt has them. */
void steps_learn(struct costs *, enum sound_side, const struct examples *,
                 unsigned rounds, FILE *out);

#endif
