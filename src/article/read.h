/*
 * read.h - Document to Article: the door of article/.
 *
 * Writes the "reads" block of the parcel. Total: a page that is no article
 * gets why_not ("binary data", "no prose" …) and an empty text.
 */
#ifndef SAMESTORY_ARTICLE_READ_H
#define SAMESTORY_ARTICLE_READ_H

#include "record/article.h"

void article_read(const struct lexicon *, struct stemmer *, struct article *);

#endif
