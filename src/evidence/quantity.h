/*
 * quantity.h - Article to quantity marks: how many of what.
 *
 * Reads text, the reading, the date marks and the name marks; fills
 * a->quantities in the order of the text. A quantity never overlaps a date
 * mark. Years, clock times, ages, ordinals that count nothing, labels
 * ("Article 5"), scores and model names are none.
 *
 * "At least" and "more than" leave max open (INFINITY), "at most" and "less
 * than" min (-INFINITY). Of mixed units the smaller one is kept: six years
 * and nine months are 81 months; basis points become percentage points.
 */
#ifndef SAMESTORY_EVIDENCE_QUANTITY_H
#define SAMESTORY_EVIDENCE_QUANTITY_H

#include "record/article.h"

void quantity_find(const struct lexicon *, struct article *);

#endif
