/*
 * bare.h - sets of articles without their texts, as the store keeps what was
 * found in them. For engine/ alone.
 *
 * Placing needs features, finding copies needs sketches and facts: both are
 * read, so that no article is digested again but those that are compared.
 */
#ifndef SAMESTORY_ENGINE_BARE_H
#define SAMESTORY_ENGINE_BARE_H

#include "engine/engine.h"

/* Days that were touched; an undated article may be of any. */
struct touched {
    int32_t first, last;
    bool dated, undated;
};

/* The articles of the rows by path, with features, names and told days. */
bool bare_set(struct samestory *, const struct store_row *, size_t n,
              struct set *, struct arena *);

/* Where the articles of a set stand in it, by their ids. */
struct bare_index;
struct bare_index *bare_index(const struct set *, struct arena *);
bool bare_find(const struct bare_index *, int64_t id, uint32_t *at);

/* Fills links and voice of a bare set by the bonds that are kept. */
bool bare_join(struct samestory *, struct set *, struct arena *);

/* Finds and keeps the bonds of the articles with these ids (rising), whose
 * days are touched, in the transaction at hand. */
bool bare_bonds(struct samestory *, const int64_t *fresh, size_t n,
                const struct touched *);

/* What was found by another program or lexicon is found anew, in the
 * transaction at hand; all articles wait to be placed then. The watcher, if
 * any, is told. */
bool bare_refresh(struct samestory *, const struct samestory_watcher *);

/* Days between which articles wait to be placed; neither dated nor undated:
 * none does. */
bool bare_waiting(struct samestory *, struct touched *);
bool bare_wait(struct samestory *, const struct touched *);

#endif
