/* utf8.c - characters; ICU knows what they are. */
#include "text/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

uint32_t
utf8_wide(str *rest)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *s = (const unsigned char *)rest->s;
    size_t len = (s[0] & 0xE0) == 0xC0   ? 2
                 : (s[0] & 0xF0) == 0xE0 ? 3
                 : (s[0] & 0xF8) == 0xF0 ? 4
                                         : 0;
    uint32_t c;

    if (len == 0 || len > rest->n)
        goto bad;
    c = s[0] & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if ((s[i] & 0xC0) != 0x80)
            goto bad;
        c = c << 6 | (s[i] & 0x3Fu);
    }
    if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        goto bad;
    *rest = (str){rest->s + len, rest->n - len};
    return c;
bad:
    *rest = (str){rest->s + 1, rest->n - 1};
    return UTF8_BAD;
}

size_t
utf8_ascii(str s)
{
    size_t n = 0;
    uint64_t eight;

    for (; s.n - n >= sizeof eight; n += sizeof eight) {
        memcpy(&eight, s.s + n, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (n < s.n && (unsigned char)s.s[n] < 0x80)
        n++;
    return n;
}

bool
utf8_valid(str s)
{
    while (s.n) {
        size_t run = utf8_ascii(s);

        s = (str){s.s + run, s.n - run};
        if (s.n && utf8_next(&s) == UTF8_BAD)
            return false;
    }
    return true;
}

size_t
utf8_count(str s)
{
    size_t n = 0;

    while (s.n) {
        utf8_next(&s);
        n++;
    }
    return n;
}

/* The wide ranges of news first; ICU settles the rest. */
enum script
utf8_script_wide(uint32_t c)
{
    if (c < 0x250)
        return u_isalpha((UChar32)c) ? SCRIPT_LATIN : SCRIPT_OTHER;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return SCRIPT_HAN;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript((UChar32)c, &status);

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
        return utf8_letter(c) ? SCRIPT_ARABIC : SCRIPT_OTHER;
    case USCRIPT_HEBREW:
        return utf8_letter(c) ? SCRIPT_HEBREW : SCRIPT_OTHER;
    case USCRIPT_DEVANAGARI:
        return utf8_letter(c) ? SCRIPT_DEVANAGARI : SCRIPT_OTHER;
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

bool
utf8_letter_wide(uint32_t c)
{
    if (c == UTF8_BAD)
        return false;
    /* zero-width joiners hold Persian and Indic words together; soft hyphens
     * show where a word may be broken */
    if (c == 0x200C || c == 0x200D || c == 0x0640 || c == 0xAD)
        return true;
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool
utf8_upper_wide(uint32_t c)
{
    return c != UTF8_BAD && (u_isupper((UChar32)c) || u_istitle((UChar32)c));
}

bool
utf8_lower_wide(uint32_t c)
{
    return c != UTF8_BAD && u_islower((UChar32)c);
}

bool
utf8_space_wide(uint32_t c)
{
    return c == 0x200B || c == 0xFEFF ||
           (c != UTF8_BAD && u_isUWhiteSpace((UChar32)c));
}

int
utf8_digit_wide(uint32_t c)
{
    return c == UTF8_BAD ? -1 : u_charDigitValue((UChar32)c);
}

char
utf8_quote(uint32_t c)
{
    switch (c) {
    case '"':
    case 0x201F: /* ‟ */
    case 0xFF02: /* ＂ */
        return '"';
    case 0x201C: /* “ closes German „…“ as well */
        return '"';
    case 0x2018: /* ‘ */
    case 0x201E: /* „ */
    case 0x201A: /* ‚ */
    case 0x00AB: /* « */
    case 0x2039: /* ‹ */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x301D: /* 〝 */
        return '(';
    case 0x201D: /* ” */
    case 0x2019: /* ’ */
    case 0x00BB: /* » */
    case 0x203A: /* › */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0x301E: /* 〞 */
    case 0x301F: /* 〟 */
        return ')';
    default:
        return 0;
    }
}
