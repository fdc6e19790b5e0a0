/*
 * tag.h - concepts that the readers of dates and numbers know by name, as
 * small numbers. For lexicon/ alone; made once, when a lexicon is opened.
 */
#ifndef SAMESTORY_LEXICON_TAG_H
#define SAMESTORY_LEXICON_TAG_H

#include "lexicon/when_cue.h"

#define TAG_MOST_NUMBER 19 /* of a month or weekday */

/* Behind the cues of when_cue.h, in the order of their keys. */
enum tag {
    TAG_AND_HALF = CUE_COUNT,
    TAG_AUTUMN,
    TAG_BETWEEN,
    TAG_CENTURY,
    TAG_DECADE,
    TAG_DECIMAL_POINT,
    TAG_HOUR,
    TAG_MINUS_SIGN,
    TAG_MINUTE,
    TAG_PART_HUNDREDTH,
    TAG_PART_TENTH,
    TAG_QUARTER_OF_YEAR,
    TAG_RANGE_TO,
    TAG_SECOND,
    TAG_SPRING,
    TAG_SUMMER,
    TAG_WEEKEND,
    TAG_AFTER_NEXT,
    TAG_AND,
    TAG_ARTICLE,
    TAG_BEFORE_LAST,
    TAG_DECADE_BEFORE,
    TAG_EARLIER,
    TAG_FINAL,
    TAG_FIRST,
    TAG_FIRST_HALF,
    TAG_FROM_NOW,
    TAG_FROM_TODAY,
    TAG_HALF_YEAR,
    TAG_LATER,
    TAG_NEXT_SPAN,
    TAG_NOW,
    TAG_ON_WEEKEND,
    TAG_OR_LATER,
    TAG_PAST_SPAN,
    TAG_QUARTER,
    TAG_SECOND_HALF,
    TAG_SHIFT_AFTER,
    TAG_SHIFT_BEFORE,
    TAG_WITHIN,
    TAG_WITHIN_SURE,
    TAG_WINTER,
    TAG_COUNT,
    /* and the number of "when-month-7", "when-weekday-3" */
    TAG_MONTH = TAG_COUNT,
    TAG_WEEKDAY = TAG_MONTH + TAG_MOST_NUMBER + 1,
    TAG_TENS = TAG_WEEKDAY + TAG_MOST_NUMBER + 1 /* "when-tens-9": nineties */
};

/* The cue or tag of a concept's key plus one, 0 for other concepts. */
uint8_t tag_of_key(str key);
/* Whether it is of words that stand before dates, between them or with any
 * number, and are of no date themselves: in, the, until, and. */
bool tag_leads(uint8_t tag);

#endif
