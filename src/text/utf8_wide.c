/* utf8_wide.c - what a character is; ICU knows. */
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static bool
letter(uint32_t c)
{
    /* zero-width joiners hold Persian and Indic words together; soft hyphens
     * show where a word may be broken */
    if (c == 0x200C || c == 0x200D || c == 0x0640 || c == 0xAD)
        return true;
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

/* The wide ranges of news first; ICU settles the rest. */
static enum script
script_of(uint32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code;

    if (c < 0x250)
        return u_isalpha((UChar32)c) ? SCRIPT_LATIN : SCRIPT_OTHER;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return SCRIPT_HAN;
    code = uscript_getScript((UChar32)c, &status);
    if (U_FAILURE(status))
        return SCRIPT_OTHER;
    switch (code) {
    case USCRIPT_LATIN:
        return SCRIPT_LATIN;
    case USCRIPT_CYRILLIC:
        return SCRIPT_CYRILLIC;
    case USCRIPT_GREEK:
        return SCRIPT_GREEK;
    case USCRIPT_ARABIC:
        return letter(c) ? SCRIPT_ARABIC : SCRIPT_OTHER;
    case USCRIPT_HEBREW:
        return letter(c) ? SCRIPT_HEBREW : SCRIPT_OTHER;
    case USCRIPT_DEVANAGARI:
        return letter(c) ? SCRIPT_DEVANAGARI : SCRIPT_OTHER;
    case USCRIPT_HAN:
        return SCRIPT_HAN;
    case USCRIPT_HIRAGANA:
        return SCRIPT_HIRAGANA;
    case USCRIPT_KATAKANA:
        return SCRIPT_KATAKANA;
    case USCRIPT_HANGUL:
        return SCRIPT_HANGUL;
    case USCRIPT_THAI:
        return SCRIPT_THAI;
    default:
        /* the long vowel mark is shared by both kana */
        return c == 0x30FC || c == 0xFF70 ? SCRIPT_KATAKANA : SCRIPT_OTHER;
    }
}

uint8_t
utf8_class_wide(uint32_t c)
{
    unsigned class;

    if (c > UCHAR_MAX_VALUE)
        return 0;
    class = script_of(c);
    if (letter(c))
        class |= UTF8_LETTER;
    if (u_isupper((UChar32)c) || u_istitle((UChar32)c))
        class |= UTF8_UPPER;
    if (u_islower((UChar32)c))
        class |= UTF8_LOWER;
    if (c == 0x200B || c == 0xFEFF || u_isUWhiteSpace((UChar32)c))
        class |= UTF8_SPACE;
    return (uint8_t) class;
}

int
utf8_digit_wide(uint32_t c)
{
    return c == UTF8_BAD ? -1 : u_charDigitValue((UChar32)c);
}
