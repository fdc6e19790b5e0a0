/*
 * feature.h - what an article is about, in any language.
 */
#ifndef SAMESTORY_STORY_FEATURE_H
#define SAMESTORY_STORY_FEATURE_H

#include "record/article.h"

/* Writes the "is about" block of the parcel. Pure. */
void feature_find(const struct lexicon *, struct article *);

#endif
