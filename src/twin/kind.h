/*
 * kind.h - what a change between two copies is about. For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_KIND_H
#define SAMESTORY_TWIN_KIND_H

#include "record/story.h"

/*
 * Tells the kinds of changes of wording, by what evidence/ marked and the
 * lexicon knows in the words of both sides; others keep theirs.
 */
void kind_find(const struct lexicon *, const struct article *from,
               const struct article *to, struct change *, size_t n);

#endif
