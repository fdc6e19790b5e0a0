/*
 * ground.h - the articles of a set made comparable. For story/ alone.
 *
 * A side is one article, or a cluster of them, as scoring sees it: weighted
 * features by id, days, languages. How rare a feature is comes from the set
 * and a prior, so that five pages of one story still know what tells.
 */
#ifndef SAMESTORY_STORY_GROUND_H
#define SAMESTORY_STORY_GROUND_H

#include "record/story.h"
#include "story/feature.h"
#include "story/packed.h"

#define SIDE_MOST_LANGS 6

/* Types whose amount counts by itself. */
enum side_can { CAN_CONCEPT, CAN_NAME, CAN_NUMBER, CAN_DATE, CAN_TOWN, CANS };

struct side {
    const struct packed *v;      /* of one article of it, on average */
    float square[FEATURE_TYPES]; /* of the weights, by type */
    float can[CANS];             /* log1p of these */
    float mass;                  /* of all that tells alike */
    float own;                   /* of words of its own language */
    /* days: mean of publication, of what is told, and of the day of the year
     * where no year may be known; NAN where unknown */
    float day, event, season;
    uint32_t narticles;
    uint32_t ndays, nevents, nseasons; /* articles behind the means */
    uint32_t nlang[SIDE_MOST_LANGS];   /* articles; the most first */
    uint8_t lang[SIDE_MOST_LANGS];
    uint32_t index;   /* of its first article by content */
    uint64_t content; /* of that article: breaks ties */
};

/* Types of feature (bits) that mean the same in any language. */
#define SIDE_ALIKE                                                             \
    (~(1u << FEATURE_STEM | 1u << FEATURE_WORD | 1u << FEATURE_SIGN))

/* Does the feature mean the same in any language? */
static inline bool
side_tells_alike(uint32_t id)
{
    return SIDE_ALIKE >> feature_kind(id) & 1;
}

/* Days from the first to the second day of a year, -183 to 183. */
double season_between(double, double);

/* A side for each article of the set. */
struct side *ground_lay(const struct lexicon *, const struct set *,
                        struct arena *);
/* The same where stories placed before tell, too, what is rare. */
struct side *ground_lay_beside(const struct lexicon *, const struct set *,
                               const struct side *open, size_t nopen,
                               struct arena *);

/* Packs the vector into the arena and measures the side by it. */
void side_take(struct side *, const struct vector *, struct arena *);

/* Two sides put together; the vector lives in the arena. */
void side_join(const struct side *, const struct side *, struct side *out,
               struct arena *);

#endif
