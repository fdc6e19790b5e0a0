/*
 * kin.h - who copied whom: copies, edited copies, translations, shared
 * sources, and a page's own inner translation. The door of twin/.
 */
#ifndef SAMESTORY_TWIN_KIN_H
#define SAMESTORY_TWIN_KIN_H

#include "record/story.h"

/*
 * Finds the links among the articles of the set: fills links, nlinks and
 * voice. A forest: at most one parent an article. A function of the set
 * alone, not of its order (indexes apart). Results live in the arena.
 */
void kin_find(const struct lexicon *, struct set *, struct arena *);

/* ---- articles that come in by and by -------------------------------------
 *
 * What the texts are needed for is done once, when the later of two comes in:
 * the sketches and facts of all others find who is worth comparing. Two that
 * are dated more than KIN_DAYS apart are never compared.
 */
#define KIN_DAYS 45

/* Writes article->facts. Pure. */
void kin_facts(const struct lexicon *, struct article *);

/* Two articles of a set, a < b. */
struct bond {
    uint32_t a, b;
    enum link_kind kind;
    bool told; /* not by runs of words: by what both tell */
};

/* The pairs worth comparing of which at least one is fresh. Of the articles
 * only day, sketch and facts are read. */
struct bond *kin_meet(const struct set *, const bool *fresh, size_t *n,
                      struct arena *);

/* Compares the texts: keeps those of one origin, their kind filled; returns
 * how many. The articles of the bonds must be whole. */
size_t kin_compare(const struct lexicon *, const struct set *, struct bond *,
                   size_t n);

/* Keeps the bonds that would be found if the whole set came in at once. Facts
 * of all articles must be there. */
size_t kin_still(const struct set *, struct bond *, size_t n);

/* Fills links, nlinks (no changes) and voice by the bonds. */
void kin_join(struct set *, const struct bond *, size_t n, struct arena *);

#endif
