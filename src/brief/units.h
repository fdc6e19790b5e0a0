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

/* Whether two units are one, or two currencies of one name of which one is
 * told by that name alone (pounds, Egyptian pounds). */
bool units_namesakes(const struct lexicon *, uint32_t a, uint32_t b);
/* Whether what two units measure can be compared: one unit or one measure. */
bool units_alike(const struct lexicon *, uint32_t a, uint32_t b);
/* Percent and points: of anything there is. */
bool units_share(const struct lexicon *, uint32_t unit);
/* Metres and the like: heights, ways, depths. */
bool units_length(const struct lexicon *, uint32_t unit);
/* Whether a unit tells much of what is measured: cubic metres and
 * kilometres an hour do; minutes and years, money and percent do not. */
bool units_telling(const struct lexicon *, uint32_t unit);

#endif
