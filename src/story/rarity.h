/*
 * rarity.h - how rare a feature is among the articles of a set. For story/
 * alone.
 *
 * The log of all articles over those that hold it (inverse document
 * frequency); what is known of news in general counts like 100 articles
 * more, so that five pages of one story still know what tells.
 */
#ifndef SAMESTORY_STORY_RARITY_H
#define SAMESTORY_STORY_RARITY_H

#include "record/story.h"
#include "story/ground.h"
#include "story/who.h"

struct rarity;

/* `who`: the names of each article of the set. */
struct rarity *rarity_open(const struct set *, const struct who *who);
/* A story placed before: its articles, all with all of its features. All are
 * added before the first question. */
void rarity_add(struct rarity *, const struct side *);
void rarity_close(struct rarity *);
/* In an article of the language. */
double rarity_of(struct rarity *, uint32_t id, enum lang);

#endif
