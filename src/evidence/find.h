/*
 * find.h - Article to marks: names, dates, quantities, quotes. The door of
 * evidence/.
 *
 * Pure: reads text and read, writes the "says" block. Order inside:
 * dates, then names (not inside dates), then quantities (neither inside
 * dates), then quotes with their speakers.
 */
#ifndef SAMESTORY_EVIDENCE_FIND_H
#define SAMESTORY_EVIDENCE_FIND_H

#include "record/article.h"

void evidence_find(const struct lexicon *, struct article *);

#endif
