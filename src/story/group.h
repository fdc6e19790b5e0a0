/*
 * group.h - sides into stories. For story/ alone.
 *
 * Agglomerative: the likeliest two become one, again and again, as long
 * as the odds are for it. How likely two
 * clusters are is told by their articles, pair by pair on average, and by
 * the clusters' own features together.
 */
#ifndef SAMESTORY_STORY_GROUP_H
#define SAMESTORY_STORY_GROUP_H

#include "story/near.h"
#include "story/score.h"
#include "story/sides.h"

/* For each side the number of its group: the least index in it. The sides
 * must stand in an order of their content. `whole`, one a side or NULL, gets
 * at that index the side of the whole group. */
uint32_t *group_find(const struct weights *, const struct sides *,
                     struct side *whole, struct arena *);

#endif
