/*
 * diff.h - two texts whole, laid side by side: what stayed, what changed.
 */
#ifndef SAMESTORY_TWIN_DIFF_H
#define SAMESTORY_TWIN_DIFF_H

#include "record/story.h"

enum piece_op {
    PIECE_SAME,
    PIECE_CHANGED,  /* other words in this place */
    PIECE_CUT,      /* in a alone */
    PIECE_INSERTED, /* in b alone */
    PIECE_MOVED     /* in both, told where a has it */
};

struct piece {
    enum piece_op op;
    enum change_kind kind; /* of all but PIECE_SAME */
    span a, b;             /* in the texts; empty where that side is */
};

/*
 * Lays the bodies side by side, in the language that both speak most. The
 * pieces follow the order of a, with what is new in b behind what stands
 * before it there; taken together they hold all words of both. None where
 * the two share no language.
 */
struct piece *diff_pieces(const struct lexicon *, const struct article *a,
                          const struct article *b, struct arena *, size_t *n);

#endif
