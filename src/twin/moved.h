/*
 * moved.h - passages that stand elsewhere in the copy. For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_MOVED_H
#define SAMESTORY_TWIN_MOVED_H

#include "twin/joint.h"

#define MOVED_MOST 16 /* passages that are told, the longest first */

struct moved {
    struct bit a, b;
};

/*
 * The matched passages of ALIGN_MOVED words and more that must be taken out
 * for the rest to stand in one order in both texts, so that as few words as
 * can be have moved. Fills out, which holds MOVED_MOST.
 */
size_t moved_find(const struct align_text *a, const uint32_t *to,
                  struct moved *out);

#endif
