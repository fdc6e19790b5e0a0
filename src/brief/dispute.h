/*
 * dispute.h - what pages deny each other besides figures: when, where and by
 * whom a thing happened, what somebody is called, what somebody denies. For
 * brief/ alone.
 *
 * A stand is what one page says of the matter. Stands of one key are one
 * side; a side's voices are counted as everywhere. An invented dispute is
 * worse than a missing one: each kind asks that no page of one side knows
 * the other's answer.
 */
#ifndef SAMESTORY_BRIEF_DISPUTE_H
#define SAMESTORY_BRIEF_DISPUTE_H

#include "brief/inside.h"

struct stand {
    uint32_t article;
    span at;           /* the words of the page */
    uint32_t sentence; /* they stand in */
    int64_t key;       /* day number, place, bearer: what is claimed */
    const char *value; /* the same in words */
    bool denial;
};

struct stands {
    struct stand *list;
    size_t n;
};

void stands_add(struct stands *, struct stand, struct arena *);
/* How many voices the stands of a key have, over all its articles. */
size_t stands_voices(const struct tale *, const struct stands *, int64_t key);
/* The key most voices share, of equals the one found first. */
int64_t stands_main(const struct tale *, const struct stands *);
/* Writes the dispute over these stands into the story. */
void dispute_put(struct tale *, const char *about, const char *label,
                 const struct stands *);

/* denial.c: whether the sense is a verb of denying. */
bool denial_at(const struct tale *, const struct article *,
               const struct sense *);
/* Languages whose subject follows the verb; whose verb ends the sentence. */
bool denial_verb_first(uint8_t lang);
bool denial_verb_last(uint8_t lang);

/* dispute_lead.c: the happening that the story tells of. */
struct happening {
    uint32_t *concept; /* what pages of most voices lead with */
    size_t n;
};
struct happening happening_of(const struct tale *);
const char *happening_label(const struct tale *, const struct happening *,
                            const char *what);
void dispute_dates(struct tale *, const struct happening *);
void dispute_places(struct tale *, const struct happening *);

/* dispute_who.c: who did it, and what somebody is called. */
void dispute_actors(struct tale *);
void dispute_names(struct tale *);

/* dispute_claim.c: what somebody denies that a page says of them. */
void dispute_claims(struct tale *);

#endif
