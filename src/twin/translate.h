/*
 * translate.h - is one text the translation of another? For twin/ alone.
 *
 * Independent tellings of one event share its facts; a translation also
 * shares which sentence tells which, in order, from top to bottom.
 */
#ifndef SAMESTORY_TWIN_TRANSLATE_H
#define SAMESTORY_TWIN_TRANSLATE_H

#include "twin/part.h"

struct tale; /* the sentences of a part and what can be told in any language */

struct tale *tale_read(const struct lexicon *, const struct article *,
                       const struct part *, struct arena *);

struct tale_fit {
    double both;     /* likeness of the sentences laid side by side, 0 to 1 */
    double covered;  /* share of the shorter tale in sentences that fit */
    size_t fits;     /* pairs of sentences that fit */
    double figures;  /* share of their figures that both tell */
    double more;     /* letters that a tells beyond b, less those b does */
    double length;   /* of the shorter to the longer, in comparable letters */
    double letters;  /* of the shorter */
    double strength; /* all of that in one: one text is the other's */
};

/* Its length as an English text would have it, about. */
double tale_letters(const struct tale *);
/* Of the shorter to the longer, in comparable letters. */
double tale_length(const struct tale *, const struct tale *);
/* Lays the tales side by side, sentence by sentence, in order. */
struct tale_fit tale_compare(const struct tale *, const struct tale *);

/* Could they be? A quick look at what both hold. */
bool tale_likely(const struct tale *, const struct tale *);
/* All facts of a tale as numbers, sorted, each once; `retold`: with those
 * that tell in its own language alone. */
const uint64_t *tale_facts(const struct tale *, bool retold, size_t *n);

/* What a translation says otherwise or leaves out; at most CHANGES_MOST. */
struct change *tale_changes(const struct lexicon *, const struct tale *from,
                            const struct tale *to, struct arena *, size_t *n);

#endif
