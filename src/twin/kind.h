/*
 * kind.h - what a change between two copies is about. For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_KIND_H
#define SAMESTORY_TWIN_KIND_H

#include "record/story.h"

/*
 * Tells the kinds of changes of wording, by what evidence/ marked and the
 * lexicon knows in the words of both sides; others keep theirs.
 */
void kind_find(const struct lexicon *, const struct article *from,
               const struct article *to, struct change *, size_t n);

/* The first word that ends behind the byte. */
size_t kind_word_at(const struct article *, uint32_t byte);
/* In a day, month or year that is said outright; "27 years ago" is none. */
bool kind_in_date(const struct article *, span word);
/* The agency in the dateline of the article, in its side only. */
bool kind_drops_tag(const struct article *, str words, str other);

/* order.c: does a side say of someone, or of what happened, what the other
 * does not: militants, terrorists? The words for it may be any. */
bool kind_means_other(const struct lexicon *, const struct article *from,
                      const struct article *to, const struct change *);

/* A change of the titles, where they are not the same words. */
bool kind_title(const struct article *from, const struct article *to,
                struct change *, struct arena *);

/* Sentences cut or inserted, with the marks that open and close them. */
void kind_whole(const struct article *from, const struct article *to,
                struct change *, size_t n, struct arena *);

/* Puts first what an editor looks for: values, what happened, whole
 * sentences; house style last. Of the same kind, as the text has them. */
void kind_order(const struct lexicon *, const struct article *from,
                const struct article *to, struct change *, size_t n);

#endif
