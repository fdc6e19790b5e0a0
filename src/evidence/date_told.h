/*
 * date_told.h - "la veille", накануне: the day before or after one that the
 * text has told. For date.c alone.
 */
#ifndef SAMESTORY_EVIDENCE_DATE_TOLD_H
#define SAMESTORY_EVIDENCE_DATE_TOLD_H

#include "record/article.h"

/*
 * Reads such a day at the word; `m` then has words, `when` and, where a date
 * before it is meant, the tense of that one. Without such a date the day
 * before is that before the page's own, and the day after is none. False
 * where the words go on ("la veille du scrutin").
 */
bool date_told_at(const struct lexicon *, const struct article *, size_t word,
                  struct date_mark *m);

#endif
