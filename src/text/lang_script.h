/*
 * lang_script.h - what the letters of a line say of its language. For lang.c.
 */
#ifndef SAMESTORY_TEXT_LANG_SCRIPT_H
#define SAMESTORY_TEXT_LANG_SCRIPT_H

#include "text/lang.h"
#include "text/utf8.h"

/* Letters of each script in a text. */
void lang_count_scripts(str, uint32_t count[SCRIPT_COUNT]);
enum script lang_most_script(const uint32_t count[SCRIPT_COUNT]);

/* What the script alone says; LANG_UND where many languages use it. */
enum lang lang_by_script(const uint32_t count[SCRIPT_COUNT], str line);

/* Letters that the alphabet of a close neighbour lacks: a line with ы, э or
 * ё is not Bulgarian, Macedonian or Serbian; a short Galician one is Spanish
 * or Portuguese. Else `lang`. */
enum lang lang_by_letters(enum lang, str line);

/* Malay or Indonesian, which the detector takes for each other: by words that
 * each writes in its own way; else the hint, else Indonesian, in which far
 * more is written. */
enum lang lang_malay(str text, enum lang hint);

#endif
