/*
 * numbers.h - number words and digits to values.
 */
#ifndef SAMESTORY_LEXICON_NUMBERS_H
#define SAMESTORY_LEXICON_NUMBERS_H

#include "lexicon/lexicon.h"

struct number {
    uint32_t word, nwords; /* number words alone */
    double value;          /* multipliers counted in: "1.2 million" */
    bool ordinal;          /* 12th, الثاني عشر, 第12 */
    bool digits;           /* written with digits */
    bool fraction;         /* half, two thirds: value below 1 */
};

/*
 * Reads the longest number that begins at `word`: "2,500", "2 500",
 * "twenty-one", "двух тысяч пятисот", "سبعة عشر", "三百万", "1,2 млн",
 * "٣٥", "3 lakh", "dreihundert". Decimal comma or point by language and by
 * shape. False where no number begins there. Dates and clock times are not
 * told apart here.
 */
bool number_at(const struct lexicon *, const struct reading *, size_t word,
               struct number *);
/* The same, also where the word lies inside a longer sense: 3分の1. */
bool number_inside(const struct lexicon *, const struct reading *, size_t word,
                   struct number *);

#endif
