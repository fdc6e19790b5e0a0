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
    TERM_ALL, /* cosine of everything, by kind weighted */
    /* how much is shared, by kind */
    TERM_CONCEPT,
    TERM_STEM,
    TERM_WORD,
    TERM_NAME,
    TERM_NUMBER,
    TERM_DATE,
    TERM_PLACE,
    TERM_TOWN,
    TERM_BODY,
    TERM_ACRONYM,
    TERM_SIGN,
    /* how much could have been shared, by kind */
    TERM_CAN_CONCEPT,
    TERM_CAN_NAME,
    TERM_CAN_NUMBER,
    TERM_CAN_DATE,
    TERM_CAN_TOWN,
    TERM_CAN_SIGN,
    TERM_GAP,       /* days between publications, up to ten */
    TERM_FAR,       /* days beyond these */
    TERM_EVENT,     /* days between what is told */
    TERM_HAS_EVENT, /* both tell a day */
    TERM_KINDS,     /* how many kinds agree */
    /* likeness by kind, whatever the length */
    TERM_LIKE_CONCEPT,
    TERM_LIKE_NUMBER,
    TERM_LIKE_PLACE, /* towns, too */
    TERM_LIKE_SIGN,
    TERM_COVER,      /* share of the smaller side that the larger has */
    TERM_LENGTH,     /* of the smaller side */
    TERM_OWN,        /* words of its own language in the smaller side … */
    TERM_OWN_LONGER, /* … and in the larger; where signs are compared */
    TERM_TITLE,      /* likeness of titles, where two articles are graded */
    TERM_ONE,        /* always 1 */
    TERMS
};

struct score {
    double term[TERMS];
    double same; /* share of article pairs of one language */
    int own;     /* the row of weights for these */
    int kinds;   /* that agree */
    double z;    /* log odds */
};

/*
 * What the terms are worth: across languages; within one; within one of two
 * short texts in a script of signs, where neighbours stand for words, so that
 * the same likeness says something else. And how clusters are judged by them
 * (base/tuning.h tells each).
 */
enum { ROW_ACROSS, ROW_WITHIN, ROW_SIGNS, ROWS };
struct weights {
    double of[ROWS][TERMS];
    double join, pairs[2], floor; /* pairs: across languages, within one */
};
extern const struct weights score_tuned;

void score_take(const struct weights *, const struct side *,
                const struct side *, struct score *);

/* One side that is scored against many others: dearer to lay than a score,
 * each score then cheaper. Good as long as the side is. */
struct score_one {
    const struct side *side;
    double norm[2]; /* squares of everything: across languages, within one */
    struct packed_laid laid;
};
void score_lay(struct score_one *, const struct side *);
void score_against(const struct weights *, const struct score_one *,
                   const struct side *, struct score *);

double score_probability(double z);

/* The verdict of two sides alone: by the odds that clusters are joined by, and
 * the kinds that must agree across languages. */
bool score_same(const struct weights *, const struct score *);

/* For ranking, 0 to 1: mostly the cosine of everything, since the odds are all
 * or nothing. */
double score_alike(const struct weights *, const struct score *);
/* How much alike, 0 to 1, as people would grade it: 0.5 and more where the
 * verdict is that they are the same, less where not. TERM_TITLE must be set
 * (story/title.h). */
double score_shown(const struct weights *, const struct score *);

const char *score_term(enum term);

#endif
