/*
 * letters.h - which letters a language is written in.
 */
#ifndef SAMESTORY_TEXT_LETTERS_H
#define SAMESTORY_TEXT_LETTERS_H

#include "text/lang.h"

/*
 * Whether the words could stand in a text of the language: in its script
 * or, as brands, acronyms and units do, in Latin letters. Letters that
 * tell languages of one script apart count: no Persian چ in Arabic, no
 * Ukrainian і in Russian; and no Latin letter inside a Cyrillic or Greek
 * word, where it only looks alike.
 */
bool letters_fit(str words, enum lang);

#endif
