/*
 * title.h - how much alike two titles are. For story/ alone.
 */
#ifndef SAMESTORY_STORY_TITLE_H
#define SAMESTORY_STORY_TITLE_H

#include "record/article.h"

/*
 * The share of the runs of three characters in the words of one title that the
 * other has, of the title with fewer of them, as a square root: 0 to 1. What a
 * page without a title begins with stands for one. Where that tells nothing
 * (no words, or of another script) what two titles have on average.
 */
double title_alike(const struct article *, const struct article *);

#endif
