/*
 * lay.h - text laid out in columns of a terminal.
 *
 * A column is what wcwidth() says a character takes: two for Han and kana,
 * none for combining marks. LC_CTYPE must be of UTF-8, else every
 * character takes one.
 */
#ifndef SAMESTORY_APP_LAY_H
#define SAMESTORY_APP_LAY_H

#include "base/buf.h"

size_t lay_width(str);

/* As much as fits into `columns`; an ellipsis takes the last where it is
 * cut, at a word's end if there is one near. */
void lay_cut(struct buf *, str, size_t columns);

/*
 * Lines of at most `columns`, broken at spaces or between wide characters;
 * `used` columns of the first line are taken already, the others are moved
 * in by `indent`. Ends without a newline.
 */
void lay_wrap(struct buf *, str, size_t used, size_t indent, size_t columns);

void lay_pad(struct buf *, size_t spaces);

/* In quotation marks; with marks of direction around where it has letters
 * written from the right, so that what follows stays where it belongs. */
void lay_quote(struct buf *, str);

#endif
