/*
 * stem_light.h - light stemmers of our own, for languages that Snowball has
 * none for or stops short in. For stem.c alone.
 */
#ifndef SAMESTORY_TEXT_STEM_LIGHT_H
#define SAMESTORY_TEXT_STEM_LIGHT_H

#include "text/lang.h"

/*
 * The word, as fold_case gives it, without its endings; it borrows from the
 * word (Hindi: may live in the arena). Languages without rules here: the word
 * as it is.
 */
str stem_light(str word, enum lang, struct arena *);

/* What Snowball gave for a Greek word, without the ι that it leaves of some
 * forms only. */
str stem_light_greek(str stem);

#endif
