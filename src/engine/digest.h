/*
 * digest.h - what can be known of a document without knowing any other.
 */
#ifndef SAMESTORY_ENGINE_DIGEST_H
#define SAMESTORY_ENGINE_DIGEST_H

#include "record/article.h"
#include "record/dump.h"

/* Fills the parcel from "reads" to "is about". Pure: no clock, no chance,
 * no I/O. Safe side by side with one lexicon. */
void digest(const struct lexicon *, struct article *);

/* The same, up to a stage. */
void digest_until(const struct lexicon *, struct article *, enum stage);

/* From "speaks" on, for a parcel whose text came from the store. */
void digest_again(const struct lexicon *, struct article *);

#endif
