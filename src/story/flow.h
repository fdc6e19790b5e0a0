/*
 * flow.h - many articles into stories, block by block in the order of days.
 *
 * What is placed stays placed: of earlier blocks only the stories are known,
 * each as one side, and only as long as an article of today could join them.
 * So memory is that of a block and of the open stories, however long the
 * flow is, and what an article costs does not grow.
 */
#ifndef SAMESTORY_STORY_FLOW_H
#define SAMESTORY_STORY_FLOW_H

#include "record/story.h"

struct flow;

struct flow *flow_open(const struct lexicon *);
void flow_close(struct flow *);

/* A parting between an article of the block and a story placed before. */
struct flow_parting {
    uint32_t article, story;
};

/*
 * Fills set->story of a block, none of whose articles is earlier than those
 * before; numbers go on from block to block. A function of the blocks as
 * sets.
 */
void flow_place(struct flow *, struct set *block, const struct flow_parting *,
                size_t npartings);

/* The story that one is now: two that were placed apart may have become one. */
uint32_t flow_story(const struct flow *, uint32_t story);

/* A story and another are one, whatever the scores say. */
void flow_join(struct flow *, uint32_t, uint32_t);

size_t flow_stories(const struct flow *); /* that are open */

#endif
