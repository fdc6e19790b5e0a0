/*
 * crowd.h - the names most like one, among very many.
 *
 * Each name lies under a few keys of its sounds (sound_crowd_keys); those
 * that share one with the name that is looked for are weighed, no others.
 * So what sounds the same is found in any script, in a fraction of a
 * millisecond among a million, and a few that are alike by half are missed.
 */
#ifndef SAMESTORY_LEXICON_CROWD_H
#define SAMESTORY_LEXICON_CROWD_H

#include "lexicon/likeness.h"

struct crowd;

struct crowd_hit {
    uint32_t name; /* the how manieth that was added, from 0 */
    double likeness;
};

/* The lexicon must outlive it. */
struct crowd *crowd_open(const struct lexicon *);
void crowd_close(struct crowd *);
void crowd_add(struct crowd *, str name); /* copied */
/* Call when all are in; crowd_find may then be asked by many threads. */
void crowd_settle(struct crowd *);
/* At most `most`, the likest first, equals in the order they were added. */
size_t crowd_find(const struct crowd *, str name, struct crowd_hit *,
                  size_t most);

#endif
