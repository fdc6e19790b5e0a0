/* lay.c - columns, by wcwidth. */
#include "app/lay.h"

#include <string.h>
#include <wchar.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define LRM      "\xE2\x80\x8E" /* left-to-right mark */

/* Takes a character off *rest; U+FFFD for what is none. */
static uint32_t
next(str *rest)
{
    const unsigned char *s = (const unsigned char *)rest->s;
    size_t n = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    uint32_t c = n == 1 ? s[0] : s[0] & (0xFFu >> (n + 1));

    if (n > rest->n || (s[0] >= 0x80 && s[0] < 0xC2) || s[0] > 0xF4) {
        *rest = (str){rest->s + 1, rest->n - 1};
        return 0xFFFD;
    }
    for (size_t i = 1; i < n; i++)
        c = c << 6 | (s[i] & 0x3Fu);
    *rest = (str){rest->s + n, rest->n - n};
    return c;
}

static size_t
columns_of(uint32_t c)
{
    int n = wcwidth((wchar_t)c);

    return n < 0 ? 1 : (size_t)n;
}

size_t
lay_width(str s)
{
    size_t n = 0;

    while (s.n)
        n += columns_of(next(&s));
    return n;
}

void
lay_cut(struct buf *b, str s, size_t columns)
{
    str rest = s, ahead;
    size_t n = 0, end = 0, space = 0;

    if (lay_width(s) <= columns) {
        buf_put(b, s);
        return;
    }
    if (columns == 0)
        return;
    while (rest.n) {
        ahead = rest;
        n += columns_of(next(&ahead));
        if (n > columns - 1)
            break;
        if (rest.s[0] == ' ')
            space = end;
        rest = ahead;
        end = s.n - rest.n;
    }
    /* a word's end, if not too much is lost by it */
    if (space > end * 3 / 4)
        end = space;
    buf_put(b, str_cut(s, 0, end));
    buf_putz(b, ELLIPSIS);
}

void
lay_pad(struct buf *b, size_t spaces)
{
    while (spaces--)
        buf_putc(b, ' ');
}

/* The longest start of s that fits; at least one character. A break may
 * stand behind a space or a wide character. */
static size_t
fits(str s, size_t columns)
{
    str rest = s;
    size_t n = 0, good = 0, end = 0;

    while (rest.n) {
        uint32_t c = next(&rest);
        size_t w = columns_of(c);

        if (n + w > columns && c != ' ')
            return good ? good : end ? end : s.n - rest.n;
        n += w;
        end = s.n - rest.n;
        if (c == ' ' || w > 1)
            good = end;
    }
    return s.n;
}

void
lay_wrap(struct buf *b, str s, size_t used, size_t indent, size_t columns)
{
    size_t room = columns > used ? columns - used : 0;

    if (columns <= indent + 8)
        columns = indent + 8;
    /* a first word that would stand broken goes to a line of its own */
    while (s.n) {
        size_t n = fits(s, room);
        str line = str_cut(s, 0, n);

        if (lay_width(str_trim(line)) > room && room < columns - indent) {
            buf_putc(b, '\n');
            lay_pad(b, indent);
            room = columns - indent;
            continue;
        }
        while (line.n && line.s[line.n - 1] == ' ')
            line.n--;
        buf_put(b, line);
        s = str_cut(s, n, s.n);
        while (s.n && s.s[0] == ' ')
            s = str_cut(s, 1, s.n);
        if (s.n) {
            buf_putc(b, '\n');
            lay_pad(b, indent);
            room = columns - indent;
        }
    }
}

/* Hebrew, Arabic, Syriac, Thaana and their presentation forms. */
static bool
from_the_right(str s)
{
    while (s.n) {
        uint32_t c = next(&s);

        if ((c >= 0x590 && c < 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
            (c >= 0xFE70 && c <= 0xFEFE))
            return true;
    }
    return false;
}

void
lay_quote(struct buf *b, str s)
{
    bool right = from_the_right(s);

    buf_putz(b, right ? LRM "\xE2\x80\x9C" : "\xE2\x80\x9C");
    buf_put(b, s);
    buf_putz(b, right ? "\xE2\x80\x9D" LRM : "\xE2\x80\x9D");
}
