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

#define SIDE_MOST_LANGS 6
#define SIDE_MOST       1200 /* features of a cluster, the heaviest */

struct side {
    struct feature *f; /* by id */
    uint32_t n;
    float square[FEATURE_TYPES]; /* of the weights, by type */
    double mass; /* of an article of it: of all that tells alike */
    uint32_t narticles;
    /* days: mean of publication, of what is told, and of the day of the year
     * where no year may be known; NAN where unknown */
    double day, event, season;
    double ndays, nevents, nseasons; /* articles behind the means */
    uint8_t lang[SIDE_MOST_LANGS];
    uint32_t nlang[SIDE_MOST_LANGS]; /* articles; the most first */
    uint64_t content; /* the least of its articles: breaks ties */
    uint32_t index;   /* of that article */
};

/* Does the feature mean the same in any language? */
static inline bool
side_tells_alike(uint32_t id)
{
    return feature_kind(id) != FEATURE_STEM && feature_kind(id) != FEATURE_WORD;
}

/* Days from the first to the second day of a year, -183 to 183. */
double season_between(double, double);

/* A side for each article of the set. */
struct side *ground_lay(const struct lexicon *, const struct set *,
                        struct arena *);

/* Two sides put together; arrays live in the arena. */
void side_join(const struct side *, const struct side *, struct side *out,
               struct arena *);

#endif
