/*
 * feed_json.h - lists of articles and news items in JSON: JSON Feed 1.0 and
 * 1.1, IPTC ninjs 1 to 3. For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_FEED_JSON_H
#define SAMESTORY_SOURCE_FEED_JSON_H

#include "base/json.h"
#include "source/entry.h"

/* The items of a JSON Feed, an array; NULL where it is none. */
const struct json *feed_json_items(const struct json *doc);
/* Whether an object is a news item of ninjs. */
bool feed_json_is_item(const struct json *);

/* Fills an entry from an item of either kind. */
void feed_json_item(const struct json *, struct entry *, struct arena *);
/* Fills in what the whole feed says: its name, its language. */
void feed_json_rest(const struct json *doc, struct entry *, struct arena *);

#endif
