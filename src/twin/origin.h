/*
 * origin.h - which of two pages was there first. For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_ORIGIN_H
#define SAMESTORY_TWIN_ORIGIN_H

#include "record/story.h"

/*
 * Above 0: a is rather the parent of b; below: b of a; 0: nothing tells.
 * By the time of publication, the agency's tag in the dateline, the marks a
 * capture leaves, length.
 */
double origin_ahead(const struct article *a, const struct article *b);

/* How certain a direction is that lies so far ahead: 0.5 to 1. */
double origin_certain(double ahead);

/* The agency in brackets that a dateline opens with; "" where none does. */
str origin_tag(const struct article *);
/* Does a name the agency whose tag opens b? */
bool origin_cites(const struct article *a, const struct article *b);

/* The place of each article in the order of content: ties are broken so. */
uint32_t *origin_ranks(const struct set *, struct arena *);

#endif
