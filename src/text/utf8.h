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
uint32_t utf8_wide(str *rest); /* the same, where it takes neither one byte nor
                                  two */
static inline uint32_t
utf8_next(str *rest)
{
    const char *s = rest->s;
    unsigned char c = (unsigned char)s[0];

    if (c < 0x80) {
        *rest = (str){s + 1, rest->n - 1};
        return c;
    }
    /* 0xC0 and 0xC1 would begin what has a shorter form */
    if (c >= 0xC2 && c < 0xE0 && rest->n >= 2 && (s[1] & 0xC0) == 0x80) {
        *rest = (str){s + 2, rest->n - 2};
        return (c & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    }
    return utf8_wide(rest);
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

/* What a character is: its script and these. */
#define UTF8_SCRIPT 0x0Fu
#define UTF8_LETTER 0x10u
#define UTF8_UPPER  0x20u
#define UTF8_LOWER  0x40u
#define UTF8_SPACE  0x80u

#define UTF8_CLASSED 0x10000u /* characters below it stand in a table */
extern const uint8_t utf8_class[UTF8_CLASSED];
uint8_t utf8_class_wide(uint32_t c); /* of any character, by ICU */
int utf8_digit_wide(uint32_t c);

static inline unsigned
utf8_class_of(uint32_t c)
{
    return c < UTF8_CLASSED ? utf8_class[c] : utf8_class_wide(c);
}

/* Of a letter; SCRIPT_OTHER for all else. */
static inline enum script
utf8_script(uint32_t c)
{
    return (enum script)(utf8_class_of(c) & UTF8_SCRIPT);
}

/* Letters and the marks that belong to them. */
static inline bool
utf8_letter(uint32_t c)
{
    return utf8_class_of(c) & UTF8_LETTER;
}

static inline bool
utf8_upper(uint32_t c)
{
    return utf8_class_of(c) & UTF8_UPPER;
}

static inline bool
utf8_lower(uint32_t c)
{
    return utf8_class_of(c) & UTF8_LOWER;
}

/* Also no-break and ideographic. */
static inline bool
utf8_space(uint32_t c)
{
    return utf8_class_of(c) & UTF8_SPACE;
}

/* 0 to 9 in any script; -1: no digit. */
static inline int
utf8_digit(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9' ? (int)c - '0' : -1;
    return utf8_letter(c) ? -1 : utf8_digit_wide(c);
}

/* Opening or closing quotation mark of any language; 0, '(' or ')'; '"'
 * for a mark that may be both. The apostrophe ’ counts as ')'. */
char utf8_quote(uint32_t c);

#endif
