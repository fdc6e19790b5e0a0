/*
 * settle.h - which articles of the store are one story, made a function of
 * the set again. For engine/ alone.
 *
 * What was touched is placed anew together with the whole period it lies in:
 * all days that hang together with less than SETTLE_DAYS between two
 * articles; of several periods each by itself. Two articles of different
 * periods are never one story, so the same articles end in the same stories
 * whatever order, however many at a time they came in. A period of more than
 * SETTLE_MOST articles is cut to SETTLE_DAYS around what was touched; there
 * the promise ends at the rim.
 */
#ifndef SAMESTORY_ENGINE_SETTLE_H
#define SAMESTORY_ENGINE_SETTLE_H

#include "engine/bare.h"

#define SETTLE_DAYS 45
#define SETTLE_MOST ENGINE_MOST_CACHED
/* A period of more articles waits until someone asks for stories, so that
 * what comes in one by one is placed once. */
#define SETTLE_AT_ONCE 1000

void settle_touch(struct touched *, struct day);

/* Leaves what was touched to be placed: where that is quick at once. In the
 * transaction at hand. False and e->err where it failed. */
bool settle_later(struct samestory *, const struct touched *);
/* Places what waits, in a transaction of its own. Whoever tells of stories
 * calls it before. */
bool settle_now(struct samestory *);

/* The articles that are placed together with what was touched, without their
 * texts, with bonds and rulings. */
bool settle_set(struct samestory *, const struct touched *, struct set *,
                struct arena *);

#endif
