/*
 * blocks.h - a set too large to be placed in one go. For story/ alone.
 */
#ifndef SAMESTORY_STORY_BLOCKS_H
#define SAMESTORY_STORY_BLOCKS_H

#include "record/story.h"

/* Up to so many articles all are placed together. */
#define BLOCKS_FROM 60000

/* Articles of a block, but for the last one. 2026-11, 100,000 made-up articles:
 * BCubed F1 .979, with 15,000 .974, all at once .983. */
#define BLOCK_LEAST 30000

/* As story_place, by flow.h: whole days together, as many as come to `least`
 * articles; the undated first. */
void blocks_place(const struct lexicon *, struct set *, size_t least,
                  struct arena *);

#endif
