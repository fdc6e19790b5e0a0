/*
 * part.h - the body of an article in one language. For twin/ alone.
 *
 * A page may hold a text and its translation: each is compared with texts
 * of its own language only. Titles, captions, embeds, bylines are left out.
 */
#ifndef SAMESTORY_TWIN_PART_H
#define SAMESTORY_TWIN_PART_H

#include "twin/align.h"

#define PARTS_MOST 3  /* languages of one page, the largest first */
#define PART_LEAST 25 /* words; below it no text is a copy of another */

/* Words in a run that cannot be chance; more where one character is one. */
#define PART_RUN       6
#define PART_RUN_SIGNS 10

struct part {
    uint32_t article; /* index in the set */
    enum lang lang;
    uint32_t run; /* PART_RUN or PART_RUN_SIGNS */
    struct align_text t;
    uint32_t *own; /* words that stand in no quotation */
    uint32_t nown;
    uint64_t *run_at; /* of each run of own words, in order … */
    uint64_t *runs;   /* … and sorted, each once */
    uint32_t nrun_at, nruns;
    uint64_t content; /* hash of its words */
};

/* Cuts the body in parts; at most PARTS_MOST. Returns how many. */
size_t part_cut(const struct article *, uint32_t index, struct part *,
                struct arena *);

/* Number of runs that both have. */
uint32_t part_shared_runs(const struct part *, const struct part *);
/* Share of a's own words that stand in runs which b has too. */
double part_covered(const struct part *a, const struct part *b);

/* Does the body keep this block? */
bool part_body(const struct block *);

#endif
