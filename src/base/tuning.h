/*
 * tuning.h - thresholds and weights that data chose, each with its
 * birthplace. Constants only.
 */
#ifndef SAMESTORY_BASE_TUNING_H
#define SAMESTORY_BASE_TUNING_H

/* ---- story/: do two sides tell the same story? ------------------------- */

/*
 * Log odds = sum of weight x term, in the order of enum term (story/score.h).
 * Logistic regression by tools/fit_story, signs held (evidence never speaks
 * against, want of it never for), 2026-11, on pairs of articles and of halves
 * of clusters: events_dev, the dev stories with their look-alikes, itn_blurbs,
 * ecbplus_docs, giveme5w1h_newscluster, basil_triples. Each set weighs the
 * same, half of it for pairs of one story; ridge 0.002.
 */
#define TUNING_STORY_ACROSS                                                    \
    {                                                                          \
        0, 1.969, 0, 0, 0.779, 2.094, 3.5, 1.802, 0.592, 0, 0.245, -3.097,     \
            -1.096, 0, -2.642, -0.572, -2.185, -4, -0.359, 0.348, 0, 1.214,    \
            0.221, 0, 0.149, 2.222                                             \
    }
#define TUNING_STORY_WITHIN                                                    \
    {                                                                          \
        1.369, 3.451, 0, 0, 2.243, 1.329, 3.295, 2.05, 0.198, 0, 0.079,        \
            -2.896, -1.621, -1.551, -2.522, -1.001, -1.201, -4, -0.218, 0.964, \
            1.108, 0, 0.287, 0.245, 0.624, 0.325                               \
    }

/*
 * Two become one from these log odds on. Weights and threshold were chosen on
 * the sets they are measured on, so the figures flatter: 2026-11, BCubed F1
 * (cross-language F1): events_dev .93 (.87), seeds and dev stories .97 (.96),
 * itn_blurbs .79 (.73), ecbplus_docs .88, giveme5w1h .92, basil .97; not in
 * the fit: xstream .90 (.83), wmt_xling_docs .92 (.89).
 */
#define TUNING_STORY_JOIN 1.0

/* How much the article pairs count against the clusters as wholes, and what
 * a pair counts that was not worth comparing; same sets. */
#define TUNING_STORY_PAIRS 0.5
#define TUNING_STORY_FLOOR (-3.0)

/*
 * Two articles alone (`pairs`): what the cosine counts against the odds, and
 * from which score on they are the same. semeval2022t8 and sohu pairs,
 * 2026-11: Pearson .70, F1 .77 and .56; the best thresholds of the two sets
 * are .49 and .50.
 */
#define TUNING_PAIR_COSINE 0.85
#define TUNING_PAIR_SAME   0.5

/* Kinds of evidence that must agree before languages are joined. */
#define TUNING_STORY_KINDS 2

#endif
