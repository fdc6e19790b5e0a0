/*
 * look.h - keys looked up in the mapped table. For lexicon/ alone.
 */
#ifndef SAMESTORY_LEXICON_LOOK_H
#define SAMESTORY_LEXICON_LOOK_H

#include "lexicon/format.h"
#include "lexicon/lexicon.h"

/* The entries under one key; n is 0 where there are none. */
struct lexicon_run {
    const struct lex_entry *entries;
    size_t n;
};

/* The key as format.h tells: language, mode, words. */
struct lexicon_run lexicon_look(const struct lexicon *, str key);

#endif
