/*
 * told.h - the day of what an article tells.
 */
#ifndef SAMESTORY_STORY_TOLD_H
#define SAMESTORY_STORY_TOLD_H

#include "record/article.h"

/* Writes told_day and told_season. Pure; dates must be filled. */
void told_find(struct article *);

#endif
