/*
 * prior.h - how much a concept tells before any article was seen.
 */
#ifndef SAMESTORY_STORY_PRIOR_H
#define SAMESTORY_STORY_PRIOR_H

#include "base/str.h"

/* 1 for what seldom stands in news, less for what often does. */
double prior_worth(str key);

#endif
