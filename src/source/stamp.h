/*
 * stamp.h - the times of feeds, archives and news items, in one form.
 * For source/ alone.
 */
#ifndef SAMESTORY_SOURCE_STAMP_H
#define SAMESTORY_SOURCE_STAMP_H

#include "base/arena.h"

/*
 * RFC 822 and 2822 ("Thu, 01 Jan 2004 19:48:21 GMT", two-digit years, names
 * of American zones), RFC 3339, ISO 8601 (also basic, without seconds) and
 * asctime. Gives RFC 3339 with the offset as written, or the day alone;
 * what is none of these comes back trimmed, to be read as words.
 */
str stamp_read(str, struct arena *);

#endif
