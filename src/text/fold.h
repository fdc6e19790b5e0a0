/*
 * fold.h - what is the same word when written otherwise.
 *
 * NFKC and case folding (Turkish dotted I by language), accents off Latin
 * and Greek, ё to е, Arabic: tatweel and vowel signs off, hamza forms of
 * alef to bare alef, ى to ي, ة to ه, Persian ی ک to ي ك; Hebrew points off;
 * full width to ASCII; digits of every script to ASCII. Turkish words in öl-
 * keep their dots.
 */
#ifndef SAMESTORY_TEXT_FOLD_H
#define SAMESTORY_TEXT_FOLD_H

#include "text/lang.h"

str fold_word(str word, enum lang, struct arena *);
/* The same of a word as fold_case gave it. */
str fold_cased(str cased, enum lang, struct arena *);

/* Case alone, and the Arabic, Hebrew and ё part of the above: what stemmers
 * want, accents kept. */
str fold_case(str word, enum lang, struct arena *);
/* Accents off Latin and Greek of text that fold_case gave; it may be that text
 * itself. */
str fold_accents(str folded, struct arena *);

#endif
