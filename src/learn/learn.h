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

/* An article as it was read; a word is left out where its byte is set. */
struct told {
    const struct reading *read;
    const uint8_t *out; /* by word: names and the like */
};

/*
 * An article in the language that is learned, and what others, in any other
 * languages, tell of the same event: only what their words mean counts.
 * Articles of one event must come one after the other. `from` of the learner
 * is LANG_UND then.
 */
void learner_event(struct learner *, const struct told *others, size_t n,
                   const struct told *own, uint32_t event);

/* What must hold of a word: how surely, in how many events. */
struct lesson {
    double least; /* of word_pair.score */
    uint32_t events;
};
extern const struct lesson learn_from_pairs, learn_from_events;

/* Appends what was learned. */
void learner_rows(struct learner *, const struct lesson *, struct rows *,
                  struct arena *);

#endif
