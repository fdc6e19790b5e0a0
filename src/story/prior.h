/*
 * prior.h - how often a concept or a country stands in news, before any
 * article was seen. For story/ alone.
 */
#ifndef SAMESTORY_STORY_PRIOR_H
#define SAMESTORY_STORY_PRIOR_H

#include "story/feature.h"

struct prior;

const struct prior *prior_open(struct arena *);
/* Share of articles that hold the feature, 0 where that is little. */
double prior_share(const struct prior *, uint32_t id);

#endif
