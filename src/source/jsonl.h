/*
 * jsonl.h - one article a line: id, title, text or html, url, date, lang,
 * source; unknown fields are kept. For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_JSONL_H
#define SAMESTORY_SOURCE_JSONL_H

#include "record/article.h"

/* Fills the "came" block from a line; false and the reason where it is no
 * article. */
bool jsonl_take(str line, struct article *, char *why, size_t room);

#endif
