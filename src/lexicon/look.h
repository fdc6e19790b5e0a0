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
/* The same by the key's hash (str_hash). */
struct lexicon_run lexicon_look_hash(const struct lexicon *, uint64_t hash);
/* Have what a look at the key needs first, and what it needs then, brought
 * near; no more than hints. */
void lexicon_fetch(const struct lexicon *, uint64_t hash);
void lexicon_fetch_keys(const struct lexicon *, uint64_t hash);

#endif
