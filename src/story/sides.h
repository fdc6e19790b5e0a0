/*
 * sides.h - the sides of a set as grouping starts from them. For story/
 * alone.
 *
 * One side for each origin, in an order of content, so that all that follows
 * is a function of the set: copies and translations are one from the
 * beginning, and so is what a person pinned together; what a person parted
 * is kept apart, copies too.
 */
#ifndef SAMESTORY_STORY_SIDES_H
#define SAMESTORY_STORY_SIDES_H

#include "story/ground.h"

/* Two sides that a person parted. */
struct parting {
    uint32_t a, b;
};

struct sides {
    struct side *list;
    size_t n;
    size_t nopen;    /* the first so many are stories placed before */
    uint32_t *at;    /* by article of the set: its side */
    uint32_t *order; /* the articles, by content */
    struct parting *partings;
    size_t npartings;
};

/* set->links and rulings must be filled. Stories placed before, `open`, come
 * first. */
void sides_lay(const struct lexicon *, const struct set *,
               const struct side *open, size_t nopen, struct sides *,
               struct arena *);

#endif
