/*
 * settle.h - which articles of the store are one story, made a function of
 * the set again. For engine/ alone.
 *
 * What was touched is placed anew together with the whole period it lies in:
 * all days that hang together with less than SETTLE_DAYS between two
 * articles. Two articles of different periods are never one story, so the
 * same articles end in the same stories whatever order, however many at a
 * time they came in. A period of more than SETTLE_MOST articles is cut to
 * SETTLE_DAYS around what was touched; there the promise ends at the rim.
 */
#ifndef SAMESTORY_ENGINE_SETTLE_H
#define SAMESTORY_ENGINE_SETTLE_H

#include "engine/engine.h"

#define SETTLE_DAYS 45
#define SETTLE_MOST ENGINE_MOST_CACHED

/* Days that were touched; an undated article may be of any. */
struct touched {
    int32_t first, last;
    bool dated, undated;
};
void settle_touch(struct touched *, struct day);

/* Places, in the transaction at hand. False and e->err where it failed. */
bool settle(struct samestory *, const struct touched *);

/* The articles that are placed together with what was touched, with the
 * rulings on them, as a set. */
bool settle_set(struct samestory *, const struct touched *, struct set *,
                struct arena *);

#endif
