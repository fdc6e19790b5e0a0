/*
 * worth.h - how much a thing tells by its kind alone, about 0 to 1.4. For
 * story/ alone.
 */
#ifndef SAMESTORY_STORY_WORTH_H
#define SAMESTORY_STORY_WORTH_H

#include "record/article.h"

double worth_of_concept(const struct sense *);
double worth_of_place(const struct place *);
/* Of the value itself: digits that are not round tell. */
double worth_of_number(double);

#endif
