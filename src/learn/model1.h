/*
 * model1.h - which words of two languages stand for each other, from texts
 * that say the same: IBM Model 1 (Brown, Della Pietra, Della Pietra and
 * Mercer, "The Mathematics of Statistical Machine Translation", Computational
 * Linguistics 19/2, 1993) in both directions, symmetrised.
 *
 * Words are numbers from 1; 0 is the empty word that stands for all that has
 * no counterpart.
 */
#ifndef SAMESTORY_LEARN_MODEL1_H
#define SAMESTORY_LEARN_MODEL1_H

#include "base/arena.h"

/* Beyond so many pairs of words side by side segments are left out. */
#define MODEL1_MOST_CELLS ((size_t)8 << 20)
#define MODEL1_ROUNDS     8

/* A piece of text twice: the words of each side, each once. */
struct segment_pair {
    const uint32_t *a, *b;
    uint32_t na, nb;
    uint32_t event;  /* segments of one event count once */
    uint32_t counts; /* for how many it counts */
};

struct word_pair {
    uint32_t a, b;
    double score;    /* sqrt of p(b|a) p(a|b), 0 to 1 */
    uint32_t events; /* in how many both stand */
};

/*
 * The pairs of at least `least` score and `events` events, by a, then the
 * best first. Segments of one event stand side by side. A function of its
 * input alone.
 */
struct word_pair *model1(const struct segment_pair *, size_t nsegments,
                         double least, uint32_t events, size_t *n,
                         struct arena *);

#endif
