/*
 * joint.h - what stands between two words that match. For change.c and
 * joint.c alone.
 */
#ifndef SAMESTORY_TWIN_JOINT_H
#define SAMESTORY_TWIN_JOINT_H

#include "twin/align.h"

struct bit {
    uint32_t at, end; /* words, half-open */
};

struct told;

struct change_work {
    const struct align_text *a, *b;
    uint32_t *to;   /* of a's words */
    uint32_t *from; /* of b's */
    bool *shown;    /* words of a that a change holds already */
    struct arena *mem;
    struct told *told;
    size_t ntold;
};

/*
 * The words of a and b from *i on that match nothing; moves *i on. Where
 * something else follows in b than in a, only the rest of the sentence is
 * given of b.
 */
void joint_take(struct change_work *, uint32_t *i, struct bit *ra,
                struct bit *rb);

/* Letters of the words. */
size_t joint_chars(const struct align_text *, struct bit);

/* Loosens matches that only break one change in two. */
void joint_loosen(struct change_work *);

#endif
