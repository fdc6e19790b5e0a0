/*
 * when_clock.h - the clock time that stands beside a date: "Friday at 8:30
 * p.m. EST", "26 июля в 18:30 мск", 7月26日午後3時.
 */
#ifndef SAMESTORY_LEXICON_WHEN_CLOCK_H
#define SAMESTORY_LEXICON_WHEN_CLOCK_H

#include "lexicon/lexicon.h"

struct when_clock {
    int16_t minute; /* of the day, 0 to 1439 */
    int16_t zone;   /* minutes east of UTC, where `zoned` */
    bool zoned;
};

/* The time that stands right behind the words from first to end, else right
 * before them, in the same sentence; false where none does. */
bool when_clock_beside(const struct lexicon *, const struct reading *,
                       size_t first, size_t end, struct when_clock *);

/* "20:30", "20:30-05:00" (ISO 8601, extended); room of 16 bytes. */
const char *when_clock_iso(const struct when_clock *, char out[16]);

#endif
