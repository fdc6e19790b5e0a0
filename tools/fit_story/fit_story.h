/*
 * fit_story.h - the program that fits the weights of story/ on labelled
 * sets. A tool: it sees the rooms, is no part of the library.
 */
#ifndef FIT_STORY_H
#define FIT_STORY_H

#include "story/score.h"
#include "story/sides.h"

/* A labelled set, digested. */
struct sample {
    const char *name;
    struct arena *mem;
    struct article **articles;
    size_t narticles;
    uint32_t *cluster; /* by article: what it should be in */
    bool *graded;      /* by article: counts in the measure */
    struct sides sides;
    uint32_t *side_cluster; /* by side; UINT32_MAX where not graded */
    double weight;          /* in the fit; 0: only measured */
    bool pairs;    /* neighbours are pairs, and nothing else is known */
    double *grade; /* by pair: 1 the same … 4 unrelated; 2 and less: same */
};

/* Reads the files or folders; stops the program where that fails. A line of
 * JSONL bears its "cluster"; of a folder of stories each folder is one, and
 * each page under "distractors" one of its own. */
void load(struct sample *, const struct lexicon *, const char *name,
          const char *const *paths, size_t npaths, double weight);

/* A file of pairs, of JSON as `samestory pairs` takes them, with "label" or
 * "overall". */
void load_pairs(struct sample *, const struct lexicon *, const char *name,
                const char *path, double weight);

/* A pair of sides to learn from. */
struct lesson {
    float term[TERMS];
    float weight;
    bool same;
};
struct lessons {
    struct lesson *list;
    size_t n;
};

/* Pairs of the set by the row of weights that they teach; those of signs
 * teach what holds within a language, too. Each set weighs the same, half of
 * it for pairs that are one story, within a language more. */
void lessons_take(struct lessons out[ROWS], const struct sample *,
                  struct arena *);

/* How much alike: each graded pair as far the same as its grade says. */
void lessons_grade(struct lessons *, const struct sample *, struct arena *);

/* What is fitted: the terms that count. */
enum fitted { FIT_ACROSS, FIT_WITHIN, FIT_SIGNS, FIT_ALIKE };

/* Logistic regression, signs held; FIT_SIGNS leaves the weights of days as
 * they stand in `out`. */
void fit(double out[TERMS], const struct lessons *, enum fitted, double ridge);

struct figures {
    double bcubed, precision, cross, cross_p;
    double f1, pearson; /* of pairs */
};
struct figures judge(const struct sample *, const struct weights *);

#endif
