/*
 * brief.h - a story told: facts, sides, voices, timeline, lineage. The door
 * of brief/.
 */
#ifndef SAMESTORY_BRIEF_BRIEF_H
#define SAMESTORY_BRIEF_BRIEF_H

#include "record/story.h"
#include "samestory.h"

/*
 * Writes the brief of all stories of the set, the weightiest first, into
 * the arena: articles in order of the set ("a1" …), stories "s1" …. Article
 * ids, story ids and all inside are a function of the set and its order of
 * articles alone. Labels are in the reader's language.
 */
const struct samestory_brief *brief_write(const struct lexicon *,
                                          const struct set *, enum lang reader,
                                          struct arena *);

#endif
