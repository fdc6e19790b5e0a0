/*
 * tale.h - what the sentences of a text hold that can be told in any
 * language. For tale.c, lay.c, translate.c and lost.c alone.
 */
#ifndef SAMESTORY_TWIN_TALE_H
#define SAMESTORY_TWIN_TALE_H

#include "twin/translate.h"

#define TALE_SENTENCES 160 /* that are compared; a longer text is cut */

/* What a sentence holds that can be told in any language. */
enum fact_type {
    FACT_NUMBER = 1,
    FACT_TIME,
    FACT_PLACE,
    FACT_BODY,
    FACT_CONCEPT,
    FACT_WORD, /* a name in Latin letters */
    FACT_STEM  /* a word of the language: tells within it alone */
};

struct fact {
    uint64_t id;
    uint32_t word, nwords; /* in the reading */
    float weight;
};

struct saying {
    span at;           /* in the text */
    struct fact *fact; /* in the order of the text, each id once */
    size_t nfacts;
    double letters;               /* its length, comparable across languages */
    double weight[FACT_STEM + 1]; /* of its facts up to each type */
};

/* A fact of a tale: of which saying, and which of its facts. */
struct told {
    uint64_t id;
    uint32_t say, fact;
};

struct tale {
    const struct article *a;
    enum lang lang;
    struct saying *say;
    size_t n;
    double letters;
    bool latin;        /* written so, most of it */
    struct told *told; /* all facts by id, then by saying: stems come last */
    size_t ntold;
    uint64_t *ids; /* the same, each once */
    size_t nids;
    size_t nshared; /* of them, those that tell in any language */
};

/* lay.c: the last type of fact that can be found in both: spelled names only
 * in Latin, words only in one language. */
enum fact_type lay_last(const struct tale *, const struct tale *);

struct laid {
    uint32_t to[TALE_SENTENCES];   /* of a: a sentence of b, or ALIGN_NONE */
    uint32_t from[TALE_SENTENCES]; /* of b: a sentence of a, or ALIGN_NONE */
    size_t pairs; /* one of them may be two sentences, against one */
    double score; /* likeness times letters */
};

/* Lays a and b side by side in order; `two`: two sentences may stand against
 * one. */
void lay_tales(const struct tale *a, const struct tale *b, bool two,
               struct laid *);

/*
 * lost.c: persons named in full in a sentence of `from` that `to` tells too
 * (there[i] is one), and nowhere in `to`, nor anything that sounds so. Adds
 * to out, which holds CHANGES_MOST; with `cut` false the two are turned.
 * Nothing where `to` does not part its words.
 */
void lost_names(const struct lexicon *, const struct tale *from,
                const struct tale *to, const uint32_t *there, bool cut,
                struct arena *, struct change *out, size_t *n);

/* Ids of facts by number. */
int tale_id_order(const void *, const void *);

#endif
