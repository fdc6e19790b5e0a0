/*
 * story.h - what stands between articles: links of origin, stories.
 */
#ifndef SAMESTORY_RECORD_STORY_H
#define SAMESTORY_RECORD_STORY_H

#include "record/article.h"

enum link_kind { LINK_COPY, LINK_EDITED_COPY, LINK_TRANSLATION, LINK_SHARED };

struct change {
    str from, to; /* "" on one side: inserted or cut */
};

/* One article stems from another. Indexes count in the set at hand. */
struct link {
    uint32_t from, to; /* parent, child; equal: its own translation */
    enum link_kind kind;
    double overlap; /* share of the smaller text that is shared */
    double certain; /* of the direction, 0.5 to 1 */
    struct change *changes;
    size_t nchanges;
};

/* A set of articles and what is known between them. */
struct set {
    struct article **articles;
    size_t narticles;
    struct link *links; /* a forest */
    size_t nlinks;
    uint32_t *voice; /* of each article: the same number, one origin */
    uint32_t *story; /* of each article: the same number, one story */
    bool stored;     /* story numbers and article ids are the store's, and
                        are told as they are ("s12", "a7") */
};

const char *link_kind_name(enum link_kind);

#endif
