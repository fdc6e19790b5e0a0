/*
 * feature.h - what an article is about, in any language.
 */
#ifndef SAMESTORY_STORY_FEATURE_H
#define SAMESTORY_STORY_FEATURE_H

#include "record/article.h"

/* Writes the "is about" block of the parcel. Pure. */
void feature_find(const struct lexicon *, struct article *);

/* The words of the article (of its headline, too) that the feature was first
 * found in; empty where it has none. Names alone: see who.h. */
str feature_words(const struct lexicon *, struct article *, uint32_t id);

/* The id of a thing by the hash of its stable key: the same in every run
 * and with every lexicon. */
static inline uint32_t
feature_id(enum feature_type type, uint64_t hash)
{
    return (uint32_t)type << FEATURE_SHIFT |
           (uint32_t)((hash ^ hash >> 28 ^ hash >> 56) %
                          (1u << FEATURE_SHIFT) >>
                      (FEATURE_SHIFT - FEATURE_BITS));
}

static inline uint32_t
feature_country(str iso)
{
    return feature_id(FEATURE_PLACE, str_hash(iso) * 31 + 1);
}

static inline enum feature_type
feature_kind(uint32_t id)
{
    return (enum feature_type)(id >> FEATURE_SHIFT);
}

#endif
