/*
 * dump.h - any stage of a parcel as plain lines, for people and test
 * cases: a window in every wall.
 */
#ifndef SAMESTORY_RECORD_DUMP_H
#define SAMESTORY_RECORD_DUMP_H

#include "base/buf.h"
#include "record/article.h"

enum stage {
    STAGE_READS,
    STAGE_SPEAKS,
    STAGE_SAYS,
    STAGE_RESEMBLES,
    STAGE_ABOUT,
    STAGE_COUNT
};

/* "reads" …; STAGE_COUNT where there is no such stage. */
enum stage stage_of(str name);
void dump(const struct lexicon *, const struct article *, enum stage,
          struct buf *out);

#endif
