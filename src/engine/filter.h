/*
 * filter.h - the filters that have a file of their own. For engine/ alone.
 */
#ifndef SAMESTORY_ENGINE_FILTER_H
#define SAMESTORY_ENGINE_FILTER_H

#include "base/buf.h"
#include "record/article.h"
#include "samestory.h"

/* "pairs": a line of JSON with title1, text1, lang1, date1, title2 … as one
 * with id, score, same. False where it is no JSON object. */
bool filter_pair(const struct lexicon *, str line, struct buf *out);

/* "cluster" and "nearest": all articles at once, which must stand in
 * engine_order; a line for each. Of `nearest` only those in `lang` are told
 * (LANG_UND: any). */
void filter_cluster(const struct lexicon *, struct article **, size_t n,
                    samestory_line *, void *ctx);
void filter_nearest(const struct lexicon *, struct article **, size_t n,
                    enum lang, samestory_line *, void *ctx);

#endif
