/*
 * overlay.h - words and concepts added to the mapped file, in memory. For
 * lexicon/ alone.
 *
 * A key that rows add to has its whole run here, the shipped entries first,
 * so that a lookup asks one of the two and never both.
 */
#ifndef SAMESTORY_LEXICON_OVERLAY_H
#define SAMESTORY_LEXICON_OVERLAY_H

#include "lexicon/look.h"

struct overlay_concept {
    str key;
    enum concept_class cls;
    str word[LANG_LEXICON + 1]; /* the first of each language */
};

/* A row as it was added, one key once a file. */
struct overlay_row {
    uint32_t concept;
    str words[LANG_LEXICON + 1];
};

struct overlay {
    struct arena *mem;
    struct table *keys; /* by their hashes; to an index in runs */
    struct overlay_run *runs;
    size_t nruns;
    struct overlay_concept *concepts; /* ids go on behind the shipped ones */
    size_t nconcepts;
    struct overlay_row *rows;
    size_t nrows;
    uint64_t version;
};

struct overlay *overlay_open(void);
void overlay_close(struct overlay *); /* NULL is fine */

/* The run of the key where rows added to it, by the key's hash; n is 0 else. */
struct lexicon_run overlay_look(const struct overlay *, uint64_t hash);
/* Adds an entry; `shipped` is the run of the key in the file. */
void overlay_put(struct overlay *, uint64_t hash, struct lexicon_run shipped,
                 struct lex_entry);

#endif
