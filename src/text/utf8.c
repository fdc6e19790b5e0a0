/* utf8.c - characters: reading them, marks of quotation. */
#include "text/utf8.h"

#include <string.h>

static bool
follows(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

uint32_t
utf8_wide(str *rest)
{
    const unsigned char *s = (const unsigned char *)rest->s;
    uint32_t c = UTF8_BAD;
    size_t len = 1;

    if ((s[0] & 0xF0) == 0xE0) {
        if (rest->n >= 3 && follows(s[1]) && follows(s[2])) {
            c = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
            len = 3;
        }
        if (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF))
            c = UTF8_BAD, len = 1;
    } else if ((s[0] & 0xF8) == 0xF0) {
        if (rest->n >= 4 && follows(s[1]) && follows(s[2]) && follows(s[3])) {
            c = (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 |
                (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
            len = 4;
        }
        if (c < 0x10000 || c > 0x10FFFF)
            c = UTF8_BAD, len = 1;
    }
    *rest = (str){rest->s + len, rest->n - len};
    return c;
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
    const unsigned char *at = (const unsigned char *)s.s, *end = at + s.n;
    size_t n = 0;

    for (; at < end; n++) {
        /* one byte or two, as most are */
        if (*at < 0x80) {
            at++;
        } else if (*at >= 0xC2 && *at < 0xE0 && end - at >= 2 &&
                   follows(at[1])) {
            at += 2;
        } else {
            str rest = {(const char *)at, (size_t)(end - at)};

            utf8_next(&rest);
            at = (const unsigned char *)rest.s;
        }
    }
    return n;
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
