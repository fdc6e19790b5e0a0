/*
 * why.h - what speaks for and against two articles being one story.
 */
#ifndef SAMESTORY_STORY_WHY_H
#define SAMESTORY_STORY_WHY_H

#include "record/story.h"

#define WHY_TERMS  40
#define WHY_SHARED 24

struct why_term {
    const char *name;
    double value, weight, adds; /* adds = value x weight */
};

/* A thing that both tell of. */
struct why_shared {
    const char *kind; /* concept stem name number date place town body … */
    str a, b;         /* words of each article */
    double share;     /* of all that they share, 0 to 1 */
};

struct why {
    struct why_term terms[WHY_TERMS];
    size_t nterms;
    struct why_shared shared[WHY_SHARED]; /* the weightiest first */
    size_t nshared;
    double odds;      /* log odds: the sum of what the terms add */
    double score;     /* 0 to 1, as `pairs` gives it */
    double threshold; /* log odds that two stories are joined from */
    double margin;    /* odds less those of the best rival: the likeliest
                         other article, of neither's story, to either; NAN
                         where there is none */
    uint32_t rival;   /* its index in the set */
};

/* Between articles a and b of the set; set->story must be filled. */
void story_why(const struct lexicon *, const struct set *, uint32_t a,
               uint32_t b, struct why *, struct arena *);

#endif
