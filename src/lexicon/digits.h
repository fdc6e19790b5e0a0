/*
 * digits.h - digits with points, commas and gaps between them. For lexicon/
 * alone.
 */
#ifndef SAMESTORY_LEXICON_DIGITS_H
#define SAMESTORY_LEXICON_DIGITS_H

#include "text/lang.h"

/* Whether the language writes 1.234,5. */
bool digits_comma(enum lang);
/*
 * The value of ASCII digits with separators, as word.fold has them; false
 * where the groups are those of a date, a version or an address.
 * `multiplied`: a multiplier follows, so that three digits behind a comma
 * may be decimals.
 */
bool digits_read(str, enum lang, bool multiplied, double *value);

#endif
