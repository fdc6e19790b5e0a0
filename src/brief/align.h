/*
 * align.h - readings on their way to groups. For align*.c alone.
 */
#ifndef SAMESTORY_BRIEF_ALIGN_H
#define SAMESTORY_BRIEF_ALIGN_H

#include "brief/pair.h"

/* What says that two figures are of one thing: nothing, much that stands
 * around both, or what befell both, what both count, a measure that few things
 * are told in. */
enum named { NAMED_NOT, NAMED_NEAR, NAMED_ONE };

struct work {
    const struct tale *t;
    const struct lexicon *lx;
    struct reading_of *list;
    size_t n;
    const struct facets *facets;
    double *meet, *differ; /* n x n, the upper half */
    uint8_t *rivals;       /* n x n: enum rivals, of one part of a page */
    bool *retold;          /* n x n: one is what a copy made of the other */
    uint8_t *named; /* n x n, the upper half: words say it is one thing */
    struct arena *mem;
    uint32_t *first;         /* the first reading of the same page */
    const uint32_t **untold; /* n x n: by reading and first of a page */
    uint32_t *next; /* the next reading of the same group, NOBODY at its end;
                       a group's first reading bears its number */
};

/* Whether two readings stand in one part of one page. */
bool align_same_part(const struct work *, size_t i, size_t k);
/* Whether a page has a reading in the group. */
bool align_tells_of(const struct work *, uint32_t article, uint32_t group);
void align_merge(struct work *, uint32_t into, uint32_t from);

/* ---- align_voices.c ---- */
/* How many of the story's voices tell one of two groups: below 0 where one
 * alone tells each. */
double align_coverage(const struct work *, uint32_t a, uint32_t b);

/* ---- align_retold.c ---- */
void align_find_retold(struct work *);
/* Whether some page's figure of one group stands in a copy or translation of
 * the page for one of the other. */
bool align_retold(const struct work *, uint32_t a, uint32_t b);

/* ---- align_parts.c ---- */
/* Whether a page that tells `part` tells the rest of `whole` beside it. */
bool align_adds_up(const struct work *, uint32_t part, uint32_t whole);
/* Whether the two add up to a third one, each told by pages of its own. */
bool align_adds_up_to_one(const struct work *, uint32_t a, uint32_t b);
/* Joins parts that stand for their whole to it. */
void align_parts(struct work *);

#endif
