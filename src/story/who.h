/*
 * who.h - names of a set of articles, told alike in any script. For story/
 * alone.
 *
 * Words of names, and words that no lexicon knows and that may be names, are
 * put in classes by their sound: one class, one bearer's name, whichever
 * script it is written in. A function of the set alone.
 */
#ifndef SAMESTORY_STORY_WHO_H
#define SAMESTORY_STORY_WHO_H

#include "record/story.h"

/* The names of one article. */
struct who {
    struct feature *f; /* FEATURE_NAME, by id */
    size_t n;
    str *name; /* of each: the word that leads its class */
};

/* One struct who for each article of the set. */
struct who *who_find(const struct lexicon *, const struct set *,
                     struct arena *);

#endif
