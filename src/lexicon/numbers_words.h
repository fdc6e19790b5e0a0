/*
 * numbers_words.h - number words put together, and Han numerals. For
 * numbers*.c alone.
 */
#ifndef SAMESTORY_LEXICON_NUMBERS_WORDS_H
#define SAMESTORY_LEXICON_NUMBERS_WORDS_H

#include "lexicon/numbers.h"

struct number_scan {
    const struct lexicon *lx;
    const struct reading *r;
    size_t at, end; /* the next word; the sentence's end */
    enum lang lang;
};

/* The word; NULL behind the sentence. */
static inline const struct word *
word_at(const struct number_scan *p, size_t i)
{
    return i < p->end ? &p->r->w.words[i] : NULL;
}

/*
 * Reads number words from `at` on: "two thousand and twelve". Returns the
 * word behind the number, `at` where there is none.
 */
size_t number_words(const struct number_scan *, double *value, bool *ordinal);

/* What one word says: a value, the value of an ordinal (-1: none), the power
 * of ten that it multiplies by (0: none). */
struct token {
    double value, nth;
    unsigned power;
    size_t nwords;
};

/* What a string that stands for itself says; the word that it is, or NULL. */
struct token number_token(const struct number_scan *, str fold,
                          const struct word *);
/* Whether v can stand behind cur in one number: 100 and 20, 20 and 5. */
bool number_adds(double cur, double v, enum lang);

/* ---- numbers_glued.c ---- */
/* "seven hundredth", "пяти|сотый": an ordinal that multiplies. */
bool number_nth_power(double nth, double cur);
/* Whether the word holds what numbers that are written as one word have in
 * that language. */
bool number_may_be_glued(str fold, enum lang);
/* The value of the word at `at` that number words are grown together in. */
bool number_glued(const struct number_scan *, size_t at, double *value,
                  bool *ordinal);

/* ---- numbers_mixed.c ---- */
/* The power of ten that the words at `i` stand for, 0 for none; *nwords: how
 * many words that takes. */
unsigned number_power(const struct number_scan *, size_t i, size_t *nwords);
/* Whether the word is the point of a multiplier cut short: "12 тыс. человек",
 * "3 Mio. Euro". */
bool number_short_form(const struct number_scan *, size_t i);
/* Turkish 10'uncu, the tenth, and 150'şer, 150 each: how many words behind
 * the digits belong to them. */
size_t number_turkish_suffix(const struct number_scan *, size_t i,
                             bool *ordinal);
/* Adds what stands in digits behind thousands or millions. */
void number_mixed(const struct number_scan *, struct number *);

/* ---- numbers_han.c ---- */
/* The Han character that the word is, 0 for other words. */
uint32_t number_han_char(const struct number_scan *, size_t i);
/* Whether a numeral may begin with this character. */
bool number_han_begins(uint32_t c);
/* Digits and Han multipliers mixed from `at` on: 三百万, 1億2000万, 12万,
 * 二〇二一. How many words. */
size_t number_han(const struct number_scan *, double *value);

#endif
