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

/* Score of two articles, 0 to 1, for `pairs` and `why`. */
double story_likeness(const struct lexicon *, const struct article *,
                      const struct article *);

#endif
