/*
 * learn.h - new words for the lexicon, out of texts that say the same in two
 * languages. The door of learn/.
 *
 * Words of both sides that mean the same already are set aside; what is left
 * goes through model1.h. A word that is not known and goes with one that is
 * becomes a word of its concept; two that are not known become a concept of
 * their own, which nobody counts (class verb). Names, numbers and function
 * words are not learned. Nothing depends on the order of hashes: the same
 * texts in the same order give the same rows.
 */
#ifndef SAMESTORY_LEARN_LEARN_H
#define SAMESTORY_LEARN_LEARN_H

#include "learn/pairs.h"
#include "lexicon/rows.h"

struct learner;

struct learner *learner_open(const struct lexicon *, enum lang from,
                             enum lang to);
void learner_close(struct learner *);

/* Texts of a pile, or terms of a dictionary. */
void learner_pairs(struct learner *, const struct pairs *);

/*
 * Two articles on one event, told as they were read; a word is left out
 * where its byte in `out_a`, `out_b` is set (names). Readings of one event
 * must come one after the other.
 */
void learner_readings(struct learner *, const struct reading *a,
                      const uint8_t *out_a, const struct reading *b,
                      const uint8_t *out_b, uint32_t event);

/* What must hold of a word: how surely, in how many events. */
struct lesson {
    double least; /* of word_pair.score */
    uint32_t events;
    bool both; /* words of the language learned from are learned, too */
};
extern const struct lesson learn_from_pairs, learn_from_events;

/* Appends what was learned. */
void learner_rows(struct learner *, const struct lesson *, struct rows *,
                  struct arena *);

#endif
