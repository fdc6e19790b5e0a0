/*
 * numeral.h - every numeral of a text, whether it counts anything or not.
 *
 * What number_at() reads, and what people make of numbers: fractions ("two
 * thirds", "3/4", "½", 三分之二, 5分の2), mixed numbers ("five and three
 * quarters", "2 1/4"), dozens, powers ("1e10", "2^-3", 10の3乗), digits
 * among number words ("4 thousand 3 hundred and 21").
 */
#ifndef SAMESTORY_LEXICON_NUMERAL_H
#define SAMESTORY_LEXICON_NUMERAL_H

#include "lexicon/numbers.h"

/* The longest numeral that begins at the word; false where none does. */
bool numeral_at(const struct lexicon *, const struct reading *, size_t word,
                struct number *);

/* All numerals of a text, from left to right; none lies inside another. At
 * most NUMERAL_MOST, the rest is not looked at. */
#define NUMERAL_MOST 20000
struct number *numeral_all(const struct lexicon *, const struct reading *,
                           struct arena *, size_t *n);

#endif
