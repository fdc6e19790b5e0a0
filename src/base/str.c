/* str.c - borrowed text. */
#include "str.h"

#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

int
str_cmp(str a, str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.s, b.s, n) : 0;

    return c ? c : (a.n > b.n) - (a.n < b.n);
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool
str_eq_nocase(str a, str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.s[i]) != lower(b.s[i]))
            return false;
    return true;
}

bool
str_starts_nocase(str a, str prefix)
{
    return a.n >= prefix.n && str_eq_nocase(str_cut(a, 0, prefix.n), prefix);
}

size_t
str_find(str hay, str needle)
{
    const char *hit;

    if (needle.n == 0)
        return 0;
    if (hay.n < needle.n)
        return SIZE_MAX;
    hit = memmem(hay.s, hay.n, needle.s, needle.n);
    return hit ? (size_t)(hit - hay.s) : SIZE_MAX;
}

size_t
str_find_nocase(str hay, str needle)
{
    size_t i = 0, last;
    char low;
    bool letter;

    if (needle.n == 0)
        return 0;
    if (hay.n < needle.n)
        return SIZE_MAX;
    last = hay.n - needle.n;
    low = lower(needle.s[0]);
    letter = low >= 'a' && low <= 'z';
    for (; i <= last; i++) {
        if (!letter) {
            const char *hit = memchr(hay.s + i, low, last - i + 1);

            if (!hit)
                break;
            i = (size_t)(hit - hay.s);
        }
        if (lower(hay.s[i]) == low &&
            str_eq_nocase((str){hay.s + i, needle.n}, needle))
            return i;
    }
    return SIZE_MAX;
}

static bool
blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

str
str_trim(str a)
{
    while (a.n && blank(a.s[0]))
        a.s++, a.n--;
    while (a.n && blank(a.s[a.n - 1]))
        a.n--;
    return a;
}

bool
str_next(str *rest, char at, str *piece)
{
    const char *hit;

    if (rest->n == 0)
        return false;
    hit = memchr(rest->s, at, rest->n);
    if (!hit) {
        *piece = *rest;
        *rest = (str){rest->s + rest->n, 0};
        return true;
    }
    *piece = (str){rest->s, (size_t)(hit - rest->s)};
    *rest = (str){hit + 1, rest->n - piece->n - 1};
    return true;
}

uint64_t
str_hash(str a)
{
    return XXH3_64bits(a.s, a.n);
}
