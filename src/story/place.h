/*
 * place.h - which articles tell the same story. The door of story/.
 */
#ifndef SAMESTORY_STORY_PLACE_H
#define SAMESTORY_STORY_PLACE_H

#include "record/story.h"

/*
 * Fills set->story: numbers from 0, in order of the first article of each.
 * set->links and voice must be filled. A function of the set alone.
 */
void story_place(const struct lexicon *, struct set *, struct arena *);

/* Do two articles tell the same story? */
struct likeness_of {
    double score; /* 0 to 1 */
    bool same;
};

/* Of each pair of neighbours in the set: the first two, the next two … */
struct likeness_of *story_pairs(const struct lexicon *, const struct set *,
                                struct arena *);

#define NEAREST_MOST 10
/* The likeliest to tell the same story, the best first. */
struct nearest {
    uint32_t index[NEAREST_MOST]; /* in the set */
    double score[NEAREST_MOST];   /* 0 to 1 */
    size_t n;
};

/* For each article of the set; with a language (LANG_UND: any) only articles
 * in it are told. */
struct nearest *story_nearest(const struct lexicon *, const struct set *,
                              enum lang, struct arena *);

#endif
