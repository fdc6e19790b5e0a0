/*
 * markup_entity.c - character references and entities as the characters they
 * mean (HTML 4 and 5 share the names that libxml2 knows).
 */
#include "base/markup.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define ENTITY_MOST 12 /* letters in the name of an entity */

static bool
letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

bool
markup_allowed(unsigned long c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

size_t
markup_number(str s, unsigned long *value)
{
    bool hex = s.n > 1 && (s.s[1] == 'x' || s.s[1] == 'X');
    size_t i = hex ? 2 : 1, from = i;

    *value = 0;
    for (; i < s.n; i++) {
        char c = s.s[i];
        int d = c >= '0' && c <= '9'          ? c - '0'
                : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                              : -1;

        if (d < 0)
            break;
        if (*value < 0x110000)
            *value = *value * (hex ? 16 : 10) + (unsigned long)d;
    }
    return i == from ? 0 : i + (i < s.n && s.s[i] == ';');
}

/* What stands behind an ampersand, as a character; how many bytes it takes, 0:
 * the ampersand stands for itself. */
static size_t
reference(str s, struct buf *out)
{
    char name[ENTITY_MOST + 1];
    const htmlEntityDesc *e;
    unsigned long value;
    size_t n = 0;

    if (s.n && s.s[0] == '#') {
        n = markup_number(s, &value);
        if (n && markup_allowed(value))
            buf_utf8(out, (uint32_t)value);
        return n;
    }
    while (n < s.n && n < ENTITY_MOST && letter_or_digit(s.s[n]))
        n++;
    if (n == 0 || n == s.n || s.s[n] != ';')
        return 0;
    memcpy(name, s.s, n);
    name[n] = '\0';
    e = htmlEntityLookup((const xmlChar *)name);
    if (e)
        buf_utf8(out, e->value);
    return e ? n + 1 : 0;
}

void
markup_resolve(str s, struct buf *out)
{
    while (s.n) {
        const char *amp = memchr(s.s, '&', s.n);
        size_t n = amp ? (size_t)(amp - s.s) : s.n, len;

        buf_put(out, str_cut(s, 0, n));
        s = str_cut(s, n, s.n);
        if (s.n == 0)
            break;
        len = reference(str_cut(s, 1, s.n), out);
        if (len == 0)
            buf_putc(out, '&');
        s = str_cut(s, 1 + len, s.n);
    }
}
