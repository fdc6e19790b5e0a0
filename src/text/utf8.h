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
uint32_t utf8_wide(str *rest); /* the same, where it is no ASCII */
static inline uint32_t
utf8_next(str *rest)
{
    unsigned char c = (unsigned char)rest->s[0];

    if (c >= 0x80)
        return utf8_wide(rest);
    *rest = (str){rest->s + 1, rest->n - 1};
    return c;
}
bool utf8_valid(str);
size_t utf8_ascii(str); /* how many bytes of ASCII it begins with */
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

/* What a character is: ASCII is answered here, all else by the tables. */
enum script utf8_script_wide(uint32_t c);
bool utf8_letter_wide(uint32_t c);
bool utf8_upper_wide(uint32_t c);
bool utf8_lower_wide(uint32_t c);
bool utf8_space_wide(uint32_t c);
int utf8_digit_wide(uint32_t c);

/* Of a letter; SCRIPT_OTHER for all else. */
static inline enum script
utf8_script(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z' ? SCRIPT_LATIN : SCRIPT_OTHER;
    return utf8_script_wide(c);
}

/* Letters and the marks that belong to them. */
static inline bool
utf8_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    return utf8_letter_wide(c);
}

static inline bool
utf8_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_upper_wide(c);
}

static inline bool
utf8_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : utf8_lower_wide(c);
}

/* Also no-break and ideographic. */
static inline bool
utf8_space(uint32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : utf8_space_wide(c);
}

/* 0 to 9 in any script; -1: no digit. */
static inline int
utf8_digit(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9' ? (int)c - '0' : -1;
    return utf8_digit_wide(c);
}

/* Opening or closing quotation mark of any language; 0, '(' or ')'; '"'
 * for a mark that may be both. The apostrophe ’ counts as ')'. */
char utf8_quote(uint32_t c);

#endif
