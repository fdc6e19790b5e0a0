/*
 * numeral_parts.h - the pieces of numerals. For numeral*.c alone.
 *
 * Rules take the word to begin at and return the word behind what they
 * read, 0 where they read nothing; then *value is as it was.
 */
#ifndef SAMESTORY_LEXICON_NUMERAL_PARTS_H
#define SAMESTORY_LEXICON_NUMERAL_PARTS_H

#include "lexicon/numeral.h"

struct numeral_scan {
    const struct lexicon *lx;
    const struct reading *r;
    size_t begin, end; /* the numeral's first word; the sentence's end */
    enum lang lang;
};

const struct word *numeral_word(const struct numeral_scan *, size_t i);
bool numeral_is(const struct numeral_scan *, size_t i, const char *fold);
/* No space before the word. */
bool numeral_glued(const struct numeral_scan *, size_t i);
/* The id of the words among numbers (SENSE_NUMERAL) that begin here, 0:
 * none; *behind: the word behind them. */
uint32_t numeral_look(const struct numeral_scan *, size_t i, size_t *behind);
/* The word behind words of this kind, `i` itself where there are none. */
size_t numeral_skip(const struct numeral_scan *, size_t i, enum numeral_word);

/* A number with nothing made of it; ordinals are none. */
size_t numeral_plain(const struct numeral_scan *, size_t i, double *value);
/* The power of ten that the word stands for, 0: it multiplies nothing. */
unsigned numeral_power(const struct numeral_scan *, size_t i);

/* ½: a sign that is a fraction; 0 where the word is none. */
double numeral_sign(const struct numeral_scan *, size_t i);
/* What `over`, which ends before i, is divided by: "/4", "thirds", "over
 * twenty", 分之一. */
size_t numeral_fraction(const struct numeral_scan *, size_t i, double over,
                        double *value);
/* The same, what fractions count in alone: "thirds". */
size_t numeral_counted_in(const struct numeral_scan *, size_t i, double over,
                          double *value);

/* What the last word of an ordinal counts in where it is a plural, which
 * ordinals of one thing have not: "vingt cinquièmes". 0: it is none. */
double numeral_last_part(const struct numeral_scan *, size_t i);

/* ---- numeral_power.c: each returns `i` where it reads nothing ---- */
/* "e10", "^-3", の3乗 behind a number. */
size_t numeral_raised(const struct numeral_scan *, size_t i, double *value);
/* "x10^-4", ×10の14乗. */
size_t numeral_times_ten(const struct numeral_scan *, size_t i, double *value);
/* "dozen", "pair": so many of them. */
size_t numeral_sets(const struct numeral_scan *, size_t i, double *value);
/* The hundred, thousand, million behind a value below a thousand. */
size_t numeral_multiplied(const struct numeral_scan *, size_t i, double *value);
/* "of a million" behind a fraction. */
size_t numeral_of_million(const struct numeral_scan *, size_t i, double *value);
/* 余万: and some more, of what follows. */
size_t numeral_odd_million(const struct numeral_scan *, size_t i,
                           double *value);
/* ・七一, 点2 behind a whole number. */
size_t numeral_han_decimals(const struct numeral_scan *, size_t i,
                            struct number *);
/* Whether words for "and a half" begin here. */
bool numeral_and_half(const struct numeral_scan *, size_t i, size_t *behind);
/* "2.33 k", "1.2b": letters for powers where nothing else is said. */
void numeral_letter(const struct numeral_scan *, struct number *);

#endif
