/*
 * when_cue.h - what single words add to a date. For when*.c alone.
 *
 * Cues are the concepts of data/lexicon that speak of time, by their keys;
 * several may stand at one word ("قبل": ago, and: before).
 */
#ifndef SAMESTORY_LEXICON_WHEN_CUE_H
#define SAMESTORY_LEXICON_WHEN_CUE_H

#include "lexicon/when.h"

enum cue {
    CUE_AFTERNOON,
    CUE_AGO,
    CUE_BEGINNING,
    CUE_DAWN,
    CUE_DAY,
    CUE_AFTER_TOMORROW,
    CUE_BEFORE_YESTERDAY,
    CUE_DAYS_AGO,
    CUE_END_OF,
    CUE_EVENING,
    CUE_FOLLOWING_DAY,
    CUE_LAST,
    CUE_LAST_MONTH,
    CUE_LAST_NIGHT,
    CUE_LAST_WEEK,
    CUE_LAST_YEAR,
    CUE_MIDDLE,
    CUE_MONTH,
    CUE_MORNING,
    CUE_NEXT,
    CUE_NEXT_MONTH,
    CUE_NEXT_WEEK,
    CUE_NEXT_YEAR,
    CUE_NIGHT,
    CUE_NOON,
    CUE_PREVIOUS_DAY,
    CUE_SAME_DAY,
    CUE_THIS,
    CUE_THIS_MONTH,
    CUE_THIS_MORNING,
    CUE_THIS_WEEK,
    CUE_THIS_YEAR,
    CUE_TODAY,
    CUE_TOMORROW,
    CUE_TONIGHT,
    CUE_WEEK,
    CUE_AGO_BEFORE,
    CUE_DAY_TAIL,
    CUE_DAY_WORD,
    CUE_EVERY,
    CUE_FUTURE,
    CUE_HIJRI,
    CUE_IN,
    CUE_MADE,
    CUE_MONTH_TAIL,
    CUE_OF,
    CUE_PAST,
    CUE_SINCE,
    CUE_TWO_DAYS,
    CUE_TWO_MONTHS,
    CUE_TWO_WEEKS,
    CUE_TWO_YEARS,
    CUE_TWO_YEARS_AGO,
    CUE_UNTIL,
    CUE_WAITING,
    CUE_YEAR_AFTER,
    CUE_YEAR_BEFORE,
    CUE_YEAR,
    CUE_YESTERDAY,
    CUE_COUNT
};

/* A set of cues. */
#define CUE(name) (UINT64_C(1) << CUE_##name)
#define CUE_PARTS                                                              \
    (CUE(MORNING) | CUE(NOON) | CUE(AFTERNOON) | CUE(EVENING) | CUE(NIGHT) |   \
     CUE(DAWN))
#define CUE_EDGES (CUE(BEGINNING) | CUE(MIDDLE) | CUE(END_OF))
#define CUE_UNITS (CUE(DAY) | CUE(WEEK) | CUE(MONTH) | CUE(YEAR))

/* The cues that begin at the word; *nwords (may be NULL): how long. */
uint64_t cue_at(const struct lexicon *, const struct reading *, size_t word,
                size_t *nwords);
/* The cues that end right before the word, on its line; *start (may be
 * NULL): where they begin, the word itself where there are none. */
uint64_t cue_before(const struct lexicon *, const struct reading *, size_t word,
                    size_t *start);

/* Where the words for "after" or "before" begin that end right before the
 * word, none of them before `least`; the word itself where there are none. */
size_t when_open_before(const struct lexicon *, const struct reading *,
                        size_t word, size_t least);

/*
 * A weekday (1 to 7) or month (1 to 12, of a calendar) that begins at the
 * word; returns the word behind it, 0 where there is none. *exact: not only
 * after a clitic ("in", "on") was taken off.
 */
size_t cue_weekday(const struct lexicon *, const struct reading *, size_t word,
                   uint8_t *weekday, bool *exact);
size_t cue_month(const struct lexicon *, const struct reading *, size_t word,
                 uint8_t *calendar, uint8_t *month, bool *exact);
/* Words for decades, "nineties": 20 to 90; the word behind, 0: none. */
size_t cue_tens(const struct lexicon *, const struct reading *, size_t word,
                int *tens);

#endif
