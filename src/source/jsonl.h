/*
 * jsonl.h - one article a line: id, title, text or html, url, date, lang,
 * source; unknown fields are kept. For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_JSONL_H
#define SAMESTORY_SOURCE_JSONL_H

#include "base/json.h"
#include "record/article.h"

/* Fills the "came" block from an object; false and the reason where it is no
 * article. A news item of an agency (ninjs) is known by its fields. */
bool jsonl_object(const struct json *, struct article *, char *why,
                  size_t room);
/* The same from a line. */
bool jsonl_take(str line, struct article *, char *why, size_t room);

#endif
