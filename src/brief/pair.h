/*
 * pair.h - how much two figures look like one and the same thing. For
 * brief/ alone.
 *
 * A pair is told by features, each 0 to 1 (or a small count), and a linear
 * score over them; METHOD.md tells how the weights were fitted.
 */
#ifndef SAMESTORY_BRIEF_PAIR_H
#define SAMESTORY_BRIEF_PAIR_H

#include "brief/inside.h"

#define PAIR_MOST_CONTEXT 48 /* meanings kept of a sentence */
#define PAIR_MOST_TOLD    4  /* kinds of sums that a page tells */

/*
 * name, weight where the values meet, weight where they differ. Logistic
 * regression over pairs of readings of one story (the reference story and
 * corpus/dev, 2026-11; four weights moved on events_dev and own stories,
 * METHOD.md), rounded. Two figures that differ are
 * judged by what they count alone, and are one thing only if they are each
 * other's best match (align.c).
 */
#define PAIR_FEATURES(X)                                                       \
    X(BIAS, -0.7, -4.4)                                                        \
    X(SAME_COUNTED, 1.2, -0.9)                                                 \
    X(GENERIC, -1.1, -0.6)      /* of the same: people, persons */             \
    X(NEAR_COUNTED, -0.8, -3.0) /* share words in some languages, or a head */ \
    X(PERSONS, -1.8, -5.5)      /* both persons, one of them people */         \
    X(OTHER_PERSONS, -0.5, -2.9)                                               \
    X(OTHER_COUNTED, -4.0, -6.0)                                               \
    X(SAME_STATE, 1.1, 2.1)                                                    \
    X(OTHER_STATE, -1.8, -1.9)                                                 \
    X(ONE_STATE, -0.5, -0.5)                                                   \
    X(SAME_UNIT, 0.0, -2.5)                                                    \
    X(OTHER_UNIT, -6.0, -6.0)                                                  \
    X(ONE_UNIT, -3.5, -4.3)                                                    \
    X(SAME_VALUE, -0.9, 0.0)                                                   \
    X(RARE_VALUE, 3.0, 0.0)  /* the same, neither small nor round */           \
    X(HELD_VALUE, -2.6, 0.0) /* a bound that holds, an overlap */              \
    X(OTHER_VALUE, -6.0, 0.0)                                                  \
    X(FAR_VALUE, 0.0, -2.5) /* more than FAR_RATIO times as much */            \
    X(CHANCE, -3.5, 0.0) /* a small value of unlike things, nothing shared */  \
    X(RATIO, 4.7, 5.6)   /* the smaller over the larger */                     \
    X(QUALS, 0.9, 0.7)                                                         \
    X(QUAL_COUNTED, 0.8, 2.0) /* what one counts qualifies the other */        \
    X(CONTEXT, -0.7, 0.0)     /* what else stands in the sentences */          \
    X(CLOSE, 1.8, 2.8)        /* what stands next to the numbers */            \
    X(NEARBY, 0.3, 0.0)       /* the figures next to them agree */             \
    X(PARTITIVE, -1.1, -1.6)                                                   \
    X(ORDINAL, 1.0, 0.0)                                                       \
    X(ONE_COUNTED, 0.0, -1.1) /* of one it is not known what it counts */      \
    X(ALONE, 1.1, 2.0)        /* each the only one of its kind on its page */  \
    X(MEASURE, 0.0, 2.0)    /* alone, in a unit that few things are told in */ \
    X(NATION, 0.0, -1.0)    /* of one alone it is told of which nation */      \
    X(NATIONS, 0.0, -1.5)   /* each is of a land of its own */                 \
    X(SMALL, 0.0, 0.0)      /* small counts of which no fate is told */        \
    X(SUM, 0.0, 2.5)        /* the same kind of amount: two fines */           \
    X(OTHER_SUM, 0.0, -4.0) /* one bears no name, but is of another kind */    \
    X(EARLIER, 0.0, -3.0) /* one is dated long before its page, one is not */  \
    X(BARE, 0.0, -4.0)    /* shares with little around them in common */       \
    X(LEAD, 0.0, 0.3)     /* both among the first figures of their pages */    \
    X(POSITION, 0.0, 1.6) /* how near their places in the pages are */         \
    X(VAGUE, 0.0, -3.0)   /* one of them is a word for many: dozens */         \
    X(TITLE, 0.0, 0.0)

enum pair_feature {
#define X(name, meet, differ) PAIR_##name,
    PAIR_FEATURES(X)
#undef X
        PAIR_COUNT
};

/* What a reading is compared by. */
struct facet {
    const struct quantity_mark *q;
    uint64_t context[PAIR_MOST_CONTEXT]; /* sorted typed ids, its sentence */
    size_t ncontext;
    uint64_t close[PAIR_MOST_CONTEXT]; /* the same, of the words beside it */
    size_t nclose;
    double nearby[2]; /* values of the figures before and after; NAN: none */
    enum concept_class cls;
    bool generic;   /* people, persons: says nothing of who */
    uint32_t whose; /* of an age: the bearer, else NOBODY */
    uint32_t owner; /* of a count of things: the only person of its sentence */
    bool part;      /* of a count that stands before it */
    bool title, lead;
    bool earlier;    /* its own date lies well before its page */
    double position; /* in the text, 0 to 1 */
    bool alone;      /* no other value of its kind on its page part */
    /* of an amount that bears no name: the kind of sum that stands next to it,
     * and those that its page tells by name in the same unit; 0: none */
    uint32_t beside, told[PAIR_MOST_TOLD];
};

/* Facets of a story's readings, and how rare each thing in them is. */
struct facets {
    struct facet *list;
    size_t n;
    uint64_t *ids;
    double *weight;
    size_t nids;
};

/* facet.c: whether a count is a part of one that stands before it. */
bool facet_is_part(const struct article *, uint32_t mark);
/* The facets of all readings. */
void facet_all(const struct tale *, const struct reading_of *, size_t n,
               struct facets *, struct arena *);
/* Whether two figures of one page count the same with different values. */
bool facet_same_kind(const struct lexicon *, const struct quantity_mark *,
                     const struct quantity_mark *);
/* `alone`: each is the only one of its kind on its page, or the only one that
 * the two pages do not share. */
void pair_features(const struct lexicon *, const struct facets *, size_t a,
                   size_t b, bool alone, double f[PAIR_COUNT]);
/* Above 0: rather the same thing than not; of values that meet (the same,
 * or a bound that holds), and of values that differ. */
double pair_meet(const double f[PAIR_COUNT]);
double pair_differ(const double f[PAIR_COUNT]);

#endif
