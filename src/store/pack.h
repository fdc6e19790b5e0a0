/*
 * pack.h - what digest found in an article, as bytes. For store/ and its
 * tests.
 *
 * Kept beside the article so that placing it anew needs no text: "about" is
 * what story/ places by, "portrait" what twin/ meets by. Numbers are varints,
 * rising ones as differences; weights are floats, least byte first, so that
 * what is read back is what was found. Of the slots of a sketch the lower half
 * is kept: two that differ look alike once in 65,536.
 */
#ifndef SAMESTORY_STORE_PACK_H
#define SAMESTORY_STORE_PACK_H

#include "base/buf.h"
#include "record/article.h"

/* Another one where either form or what digest finds has changed. */
#define PACK_VERSION 3

void pack_about(const struct article *, struct buf *);
void pack_portrait(const struct article *, struct buf *);

/* Fills the fields that were packed; what they point to lives in the arena.
 * False where the bytes are none of ours; the article is bare then. */
bool unpack_about(str bytes, struct article *, struct arena *);
bool unpack_portrait(str bytes, struct article *, struct arena *);

#endif
