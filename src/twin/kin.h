/*
 * kin.h - who copied whom: copies, edited copies, translations, shared
 * sources, and a page's own inner translation. The door of twin/.
 */
#ifndef SAMESTORY_TWIN_KIN_H
#define SAMESTORY_TWIN_KIN_H

#include "record/story.h"

/*
 * Finds the links among the articles of the set: fills links, nlinks and
 * voice. A forest: at most one parent an article. A function of the set
 * alone, not of its order (indexes apart). Results live in the arena.
 */
void kin_find(const struct lexicon *, struct set *, struct arena *);

#endif
