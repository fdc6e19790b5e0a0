/*
 * frames.h - a first pass over a batch: what repeats on each host.
 * For engine/ alone.
 */
#ifndef SAMESTORY_ENGINE_FRAMES_H
#define SAMESTORY_ENGINE_FRAMES_H

#include "article/site.h"

/*
 * The frames of the hosts of the batch, a function of the set of its pages.
 * NULL where nothing can be learned: no host has pages enough, or a part
 * of the batch comes through a pipe, which can be read but once. What cannot be
 * read is not told here. Free with site_close.
 */
struct site *frames_learn(const struct lexicon *, const char *const *paths,
                          size_t npaths, size_t most_bytes);

#endif
