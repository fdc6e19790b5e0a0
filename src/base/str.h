/*
 * str.h - borrowed text: a pointer and a length, owned by somebody else.
 *
 * A str need not end in NUL and may hold any bytes. (str){0} is the empty
 * one. Functions never write through it.
 */
#ifndef SAMESTORY_BASE_STR_H
#define SAMESTORY_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *s;
    size_t n;
} str;

/* Bytes of a text, half-open. */
typedef struct {
    uint32_t start, end;
} span;

#define STR(literal) ((str){"" literal, sizeof(literal) - 1})

/* For printf("%.*s"). */
#define STR_ARG(x) (int)(x).n, (x).s

/* The shortest ones are inline: they stand in every inner loop, and of a
 * literal the compiler knows the length. */

/* NULL gives the empty one. */
static inline str
str_of(const char *z)
{
    return z ? (str){z, strlen(z)} : (str){0};
}

static inline bool
str_eq(str a, str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

/* Most begin with another byte, and then the length of z is not asked for. */
static inline bool
str_is(str a, const char *z)
{
    return (a.n == 0 || a.s[0] == z[0]) && str_eq(a, str_of(z));
}

/* The bytes from `start` to `end`, both cut to the text. */
static inline str
str_cut(str a, size_t start, size_t end)
{
    if (end > a.n)
        end = a.n;
    if (start >= end)
        return (str){a.s, 0};
    return (str){a.s + start, end - start};
}

static inline bool
str_starts(str a, str prefix)
{
    return a.n >= prefix.n && str_eq((str){a.s, prefix.n}, prefix);
}

/* Most have another last byte. */
static inline bool
str_ends(str a, str suffix)
{
    return a.n >= suffix.n &&
           (suffix.n == 0 ||
            (a.s[a.n - 1] == suffix.s[suffix.n - 1] &&
             memcmp(a.s + a.n - suffix.n, suffix.s, suffix.n) == 0));
}

/* Takes the next word off a NUL-terminated list parted by single blanks;
 * false at its end. */
static inline bool
str_listed(const char **list, str *word)
{
    const char *at = *list;

    if (*at == '\0')
        return false;
    while (*at && *at != ' ')
        at++;
    *word = (str){*list, (size_t)(at - *list)};
    *list = at + (*at == ' ');
    return true;
}

int str_cmp(str, str); /* by bytes, shorter first */
/* ASCII letters alone are folded. */
bool str_eq_nocase(str, str);
bool str_starts_nocase(str, str prefix);
/* Offset of the first occurrence, or SIZE_MAX. */
size_t str_find(str hay, str needle);
size_t str_find_nocase(str hay, str needle);
/* Without ASCII white space at both ends. */
str str_trim(str);
/*
 * Takes what stands before the first `at` off *rest, and `at` with it.
 * False when *rest is empty; the last piece may have no `at` behind it.
 */
bool str_next(str *rest, char at, str *piece);
uint64_t str_hash(str);

#endif
