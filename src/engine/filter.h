/*
 * filter.h - the filters that have a file of their own. For engine/ alone.
 */
#ifndef SAMESTORY_ENGINE_FILTER_H
#define SAMESTORY_ENGINE_FILTER_H

#include "base/buf.h"
#include "record/article.h"
#include "samestory.h"

/*
 * "pairs": of each line of JSON with title1, text1, lang1, date1, title2 … a
 * line with id, score, same, in their order. Gives how many lines and files
 * could not be read; each is told to the watcher.
 */
size_t filter_pairs(const struct samestory *, const char *const *paths,
                    size_t npaths, const struct samestory_watcher *,
                    samestory_line *, void *ctx);

/*
 * "diff": the first articles of two paths, one line of JSON. False where
 * there are not two; the engine's err says why.
 */
bool filter_diff(struct samestory *, const char *const *paths, size_t npaths,
                 const struct samestory_watcher *, samestory_line *, void *ctx);

/* "cluster" and "nearest": all articles at once, which must stand in
 * engine_order; a line for each, with the passages it shares. Of `nearest` only
 * those in `lang` are told (LANG_UND: any). */
void filter_cluster(const struct lexicon *, struct article **, size_t n,
                    bool passages, samestory_line *, void *ctx);
void filter_nearest(const struct lexicon *, struct article **, size_t n,
                    enum lang, samestory_line *, void *ctx);

#endif
