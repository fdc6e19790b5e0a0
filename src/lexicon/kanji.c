/*
 * kanji.c - the Han name of a Japanese against a Latin one. The readings of
 * a name are not told by its characters, but whether one given reading is
 * possible is: each character takes one of its readings, a later one also
 * voiced (kawa, gawa), and all together must spell the Latin name out.
 */
#include "lexicon/likeness.h"

#include <string.h>

#define KANJI_MOST 8  /* characters of a name */
#define LATIN_MOST 40 /* letters of a name */

/* Vowels with marks are the vowels; what is no letter is left out. */
static char
plain_letter(uint32_t c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c + 32);
    if (c >= 'a' && c <= 'z')
        return (char)c;
    switch (c) {
    case 0x14C:
    case 0x14D:
    case 0xD4:
    case 0xF4:
        return 'o';
    case 0x16A:
    case 0x16B:
    case 0xDB:
    case 0xFB:
        return 'u';
    default:
        return 0;
    }
}

/*
 * Letters as readings are written: long vowels short, m before b and p as
 * n, double consonants and "tch" single.
 */
static size_t
spell(str latin, char *out)
{
    size_t n = 0;

    while (latin.n && n < LATIN_MOST) {
        char c = plain_letter(utf8_next(&latin)), last = n ? out[n - 1] : 0;

        if (c == 0 || (c == 'u' && (last == 'o' || last == 'u')) ||
            (c == last && c != 'n'))
            continue;
        if ((c == 'b' || c == 'p') && last == 'm')
            out[n - 1] = 'n';
        if (c == 'c' && last == 't')
            n--;
        /* "Ohno", "Satoh" */
        if (c == 'h' && last == 'o') {
            str rest = latin;
            char next = rest.n ? plain_letter(utf8_next(&rest)) : 0;

            if (next == 0 || !strchr("aiueo", next))
                continue;
        }
        out[n++] = c;
    }
    return n;
}

/* How many letters of s the reading takes, its first sound as it is or
 * voiced; 0 where it does not fit. */
static size_t
takes(str reading, bool first, const char *s, size_t n)
{
    static const struct {
        const char *plain, *voiced;
    } pairs[] = {{"k", "g"}, {"sh", "j"}, {"s", "z"}, {"ch", "j"}, {"ts", "z"},
                 {"t", "d"}, {"h", "b"},  {"h", "p"}, {"f", "b"},  {"f", "p"}};

    if (reading.n <= n && memcmp(s, reading.s, reading.n) == 0)
        return reading.n;
    for (size_t i = 0; !first && i < sizeof pairs / sizeof *pairs; i++) {
        str plain = str_of(pairs[i].plain), voiced = str_of(pairs[i].voiced);
        str rest = str_cut(reading, plain.n, reading.n);

        if (str_starts(reading, plain) && voiced.n + rest.n <= n &&
            memcmp(s, voiced.s, voiced.n) == 0 &&
            memcmp(s + voiced.n, rest.s, rest.n) == 0)
            return voiced.n + rest.n;
    }
    return 0;
}

/* Whether all characters spell all letters. */
static bool
spells(const struct lexicon *lx, const uint32_t *han, size_t nhan,
       const char *s, size_t n)
{
    bool at[LATIN_MOST + 1] = {true};

    for (size_t i = 0; i < nhan; i++) {
        bool next[LATIN_MOST + 1] = {false};
        str one, rest = lexicon_kanji(lx, han[i]);

        if (han[i] == 0x3005 && i > 0) /* the mark of repetition */
            rest = lexicon_kanji(lx, han[i - 1]);
        while (str_next(&rest, ' ', &one))
            for (size_t k = 0; one.n && k < n; k++)
                if (at[k]) {
                    size_t len = takes(one, i == 0, s + k, n - k);

                    if (len)
                        next[k + len] = true;
                }
        memcpy(at, next, sizeof at);
    }
    return at[n];
}

bool
kanji_reads(const struct lexicon *lx, str han, str latin)
{
    uint32_t c[KANJI_MOST];
    char s[LATIN_MOST + 1], turned[LATIN_MOST + 1];
    size_t nhan = 0, n, cut = 0;

    while (han.n) {
        uint32_t u = utf8_next(&han);

        if (utf8_space(u) || u == 0x30FB)
            continue;
        if ((utf8_script(u) != SCRIPT_HAN && u != 0x3005) || nhan == KANJI_MOST)
            return false;
        c[nhan++] = u;
    }
    n = spell(latin, s);
    if (nhan < 2 || n < 4)
        return false;
    if (spells(lx, c, nhan, s, n))
        return true;
    /* given name first: the last word is the family's */
    for (size_t i = 0; i < latin.n; i++)
        if (latin.s[i] == ' ')
            cut = i;
    if (cut == 0)
        return false;
    n = spell(str_cut(latin, cut, latin.n), turned);
    cut = spell(str_cut(latin, 0, cut), s);
    if (n + cut > LATIN_MOST)
        return false;
    memcpy(turned + n, s, cut);
    return spells(lx, c, nhan, turned, n + cut);
}
