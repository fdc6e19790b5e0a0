/*
 * quote.h - what is said in quotation marks, and by whom. For evidence/.
 */
#ifndef SAMESTORY_EVIDENCE_QUOTE_H
#define SAMESTORY_EVIDENCE_QUOTE_H

#include "record/article.h"

/* Writes a->quotes; names must be there. */
void quote_find(const struct lexicon *, struct article *);

#endif
