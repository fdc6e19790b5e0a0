/*
 * label.h - what the files of label share; for them alone.
 */
#ifndef SAMESTORY_BRIEF_LABEL_H
#define SAMESTORY_BRIEF_LABEL_H

#include "brief/inside.h"

/* The concept that is there most often; of equals the first made. 0: none. */
uint32_t label_most(const uint32_t *ids, size_t n);
/* Hours and days are how long something goes on: of no thing, no place. */
bool label_of_time(const struct tale *, uint32_t unit);
/* The thing that a bare measure is of: "38 metres" next to "dam". 0: none. */
uint32_t label_measured(const struct tale *, const struct reading_of *const *,
                        size_t n);

#endif
