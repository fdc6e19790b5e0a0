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

/* The runs of one word: as it stands, its stem, as a word of no language. */
struct lexicon_runs {
    struct lexicon_run fold, stem, any;
};

/* What is kept with the form of a word to have its runs again; tag 0 where
 * that cannot be, since rows were added. */
struct form_note lexicon_note(const struct lexicon *,
                              const struct lexicon_runs *);
/* False where the note is of another lexicon, or nobody's. */
bool lexicon_noted(const struct lexicon *, const struct form_note *,
                   struct lexicon_runs *);

#endif
