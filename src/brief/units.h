/*
 * units.h - two figures in one unit, to compare them. For brief/ alone.
 *
 * What a page says is told as it stands; only comparing needs hours and
 * minutes, miles and kilometres to be of one kind.
 */
#ifndef SAMESTORY_BRIEF_UNITS_H
#define SAMESTORY_BRIEF_UNITS_H

#include "record/article.h"

/*
 * Where the units of a and b differ but measure the same thing: true, and
 * *x and *y are a and b with min, max and unit of the smaller one. Values
 * that are apart by no more than the rounding of a conversion ("62 miles",
 * "100 km") come out equal. False otherwise (one unit, no unit, units of
 * different things); then *x and *y are left alone.
 */
bool units_common(const struct lexicon *, const struct quantity_mark *a,
                  const struct quantity_mark *b, struct quantity_mark *x,
                  struct quantity_mark *y);

#endif
