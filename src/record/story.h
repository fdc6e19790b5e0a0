/*
 * story.h - what stands between articles: links of origin, stories.
 */
#ifndef SAMESTORY_RECORD_STORY_H
#define SAMESTORY_RECORD_STORY_H

#include "record/article.h"

enum link_kind { LINK_COPY, LINK_EDITED_COPY, LINK_TRANSLATION, LINK_SHARED };

/* What a change is about, the gravest first. */
enum change_kind {
    CHANGE_NUMBER,      /* another value */
    CHANGE_DATE,        /* another day */
    CHANGE_NAME,        /* a name more, less or another */
    CHANGE_ATTRIBUTION, /* who says so: there on one side only */
    CHANGE_MODALITY,    /* how it is said: claimed, said */
    CHANGE_CUT,         /* whole sentences */
    CHANGE_INSERTED,
    CHANGE_WORDING,
    CHANGE_STYLE, /* the same, written otherwise */
    CHANGE_MOVED, /* a passage told elsewhere */
    CHANGE_KINDS
};

struct change {
    str from, to;        /* "" on one side: inserted or cut */
    span from_at, to_at; /* in the texts of parent and child; empty where
                            that side is */
    enum change_kind kind;
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

/* What a person ruled of two articles, whatever else speaks. */
struct ruling {
    uint32_t a, b; /* indexes in the set */
    bool same;     /* one story; else never one */
};

/* A set of articles and what is known between them. */
struct set {
    struct article **articles;
    size_t narticles;
    struct link *links; /* a forest */
    size_t nlinks;
    struct ruling *rulings;
    size_t nrulings;
    uint32_t *voice; /* of each article: the same number, one origin */
    uint32_t *story; /* of each article: the same number, one story */
    bool stored;     /* story numbers and article ids are the store's, and
                        are told as they are ("s12", "a7") */
};

const char *link_kind_name(enum link_kind);
const char *change_kind_name(enum change_kind);

#endif
