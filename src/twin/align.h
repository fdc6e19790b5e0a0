/*
 * align.h - two texts laid side by side, word by word. For twin/ alone.
 *
 * Anchored on runs of words that both texts hold just once, the gaps filled
 * from the rarest words down to a plain longest common subsequence; what is
 * left is searched once more for passages that moved. Cost is bounded: about
 * n log n, and no table above ALIGN_TABLE cells.
 */
#ifndef SAMESTORY_TWIN_ALIGN_H
#define SAMESTORY_TWIN_ALIGN_H

#include "record/story.h"

#define ALIGN_NONE   UINT32_MAX
#define ALIGN_TABLE  65536 /* cells of one gap's table */
#define ALIGN_MOVED  6     /* words in a run that may have moved */
#define CHANGES_MOST 64
#define CHANGE_WORDS 32 /* of one side that are told; the rest is left out */

struct align_word {
    uint64_t key;        /* equal keys: the same word, however written */
    uint32_t start, end; /* bytes in the text */
    uint32_t sentence, block;
    uint8_t chars; /* weight of the word: its length, at most 255 */
    bool apart;    /* a quotation, a subtitle: proves no copying */
};

struct align_text {
    str text;
    const struct align_word *w;
    size_t n;
};

/*
 * For each word of a the word of b that it became, or ALIGN_NONE. Matched
 * words have equal keys, and no word of b is matched twice.
 */
uint32_t *align_match(const struct align_text *a, const struct align_text *b,
                      struct arena *);

/*
 * What was changed from a to b as readable phrases, each distinct change
 * once: other words first, then other spellings, then what moved. At most
 * CHANGES_MOST. May loosen matches that stand alone between two changes.
 * `words` (may be NULL) counts the changes that are more than spelling.
 */
struct change *change_list(const struct align_text *a,
                           const struct align_text *b, uint32_t *match,
                           struct arena *, size_t *n, size_t *words);

#endif
