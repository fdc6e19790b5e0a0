/*
 * name.h - the names of an article: persons, organisations, places, in any
 * script.
 *
 * A mark with sure >= NAME_SURE is a name by what its own page shows. Below
 * that it is only plausible: brief/ tells it where another page is sure of
 * a name that sounds alike. Marks are in text order, do not overlap each
 * other, nor the dates. Marks of one bearer share `entity`. What is said
 * with a name (role, country of the role) is no part of its span.
 */
#ifndef SAMESTORY_EVIDENCE_NAME_H
#define SAMESTORY_EVIDENCE_NAME_H

#include "record/article.h"

/* Writes a->names; reads text, read and dates. */
void name_find(const struct lexicon *, struct article *);

/* Appends candidates that no finder of evidence/ shall see, behind the
 * others and so out of text order, overlapping each other: sure below
 * NAME_LOOSE. brief/ tells at most one of those that overlap. */
void name_loose(const struct lexicon *, struct article *);

#endif
