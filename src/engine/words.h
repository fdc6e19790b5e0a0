/*
 * words.h - files of words, and what is made of them. For engine/ alone.
 */
#ifndef SAMESTORY_ENGINE_WORDS_H
#define SAMESTORY_ENGINE_WORDS_H

#include "engine/engine.h"

/* A whole file, gzip taken off, in the arena; at most `most` bytes. */
bool words_file(const char *path, size_t most, str *out, struct arena *,
                struct err *);

/* A copy of the text as an answer of its own. */
const char *answer_text(const struct buf *);

/* Adds the rows of a file to the open lexicon; false and *err at the first
 * line that is none. */
bool words_add(struct lexicon *, const char *path, struct err *);

#endif
