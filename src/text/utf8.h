/*
 * utf8.h - characters: reading them, what they are.
 */
#ifndef SAMESTORY_TEXT_UTF8_H
#define SAMESTORY_TEXT_UTF8_H

#include "base/arena.h"

#define UTF8_BAD 0xFFFFFFFFu

/*
 * Takes the first character off *rest and returns it. *rest must not be
 * empty and always gets shorter: bytes that are not UTF-8 come off one
 * by one, each as UTF8_BAD.
 */
uint32_t utf8_next(str *rest);
bool utf8_valid(str);
size_t utf8_count(str); /* characters */

enum script {
    SCRIPT_OTHER,
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_GREEK,
    SCRIPT_ARABIC,
    SCRIPT_HEBREW,
    SCRIPT_DEVANAGARI,
    SCRIPT_HAN,
    SCRIPT_HIRAGANA,
    SCRIPT_KATAKANA,
    SCRIPT_HANGUL,
    SCRIPT_THAI,
    SCRIPT_COUNT
};

/* Of a letter; SCRIPT_OTHER for all else. */
enum script utf8_script(uint32_t c);
bool utf8_letter(uint32_t c); /* letters and the marks that belong to them */
bool utf8_upper(uint32_t c);
bool utf8_lower(uint32_t c);
bool utf8_space(uint32_t c); /* also no-break and ideographic */
int utf8_digit(uint32_t c);  /* 0 to 9 in any script; -1: no digit */
/* Opening or closing quotation mark of any language; 0, '(' or ')'; '"'
 * for a mark that may be both. The apostrophe ’ counts as ')'. */
char utf8_quote(uint32_t c);

#endif
