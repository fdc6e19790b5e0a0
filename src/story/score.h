/*
 * score.h - do two sides tell the same story? For story/ alone.
 *
 * Terms are numbers from about 0 to 1 that speak for or against; a logistic
 * of them is the probability. Articles of one language have their words to
 * compare; across languages only what means the same in both counts, and at
 * least two kinds of it must agree.
 */
#ifndef SAMESTORY_STORY_SCORE_H
#define SAMESTORY_STORY_SCORE_H

#include "story/ground.h"

enum term {
    TERM_ALL,      /* cosine of everything, by kind weighted */
    TERM_CONCEPT, TERM_STEM, TERM_WORD, TERM_NAME, TERM_NUMBER, TERM_DATE,
    TERM_PLACE, TERM_TOWN, TERM_BODY, TERM_ACRONYM,
    TERM_HAS_NAME, TERM_HAS_NUMBER, TERM_HAS_DATE, TERM_HAS_TOWN,
    TERM_GAP,      /* days between publications */
    TERM_UNDATED,
    TERM_EVENT,    /* days between what is told */
    TERM_HAS_EVENT,
    TERM_MEANING_NAME, TERM_MEANING_NUMBER, /* two kinds at once */
    TERM_KINDS,    /* how many kinds agree */
    TERM_ONE,      /* always 1 */
    TERMS
};

struct score {
    double term[TERMS];
    double same;  /* share of article pairs of one language */
    int kinds;    /* that agree */
    double z;     /* log odds */
};

void score_take(const struct side *, const struct side *, struct score *);
double score_probability(double z);

/* What speaks for the same story, within a language and across. */
extern double score_weight[2][TERMS];
const char *score_term(enum term);

#endif
