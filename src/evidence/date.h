/*
 * date.h - all date marks of an article, in the order of its text, none
 * inside another. For evidence/ alone; the door is find.h.
 *
 * A mark keeps what its words say and the tense around it; nothing is
 * resolved here.
 */
#ifndef SAMESTORY_EVIDENCE_DATE_H
#define SAMESTORY_EVIDENCE_DATE_H

#include "record/article.h"

#define DATE_MOST 20000 /* marks of one article */

/* Reads text and read; writes dates and ndates. */
void date_find(const struct lexicon *, struct article *);

#endif
