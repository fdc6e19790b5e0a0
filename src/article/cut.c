/*
 * cut.c - what is cut off the words of a byline: labels, days, posts.
 */
#include "article/who.h"

/* 2026-11, extraction set and corpus/dev. */
#define LABEL_MOST 40 /* bytes of what stands before a colon */
#define SMALL_MOST 3  /* bytes of a word that is in no name */
#define GAP_WIDE   3  /* spaces more than one */

/* "ByAnn Lee": a word that lost its space. */
static str
without_glued(str s)
{
    str rest = str_cut(s, 2, s.n);

    if (rest.n && (str_starts(s, STR("By")) || str_starts(s, STR("BY"))) &&
        utf8_upper(utf8_next(&rest)) && rest.n &&
        (rest.s[0] == '.' || utf8_lower(utf8_next(&rest))))
        return str_cut(s, 2, s.n);
    return s;
}

/* "Text und Foto: Ann Lee"; "Ann Lee / Updated: 3 May" stays. */
static str
behind_colon(str s)
{
    static const char *const colons[] = {":", "\xEF\xBC\x9A", "\xE2\x97\x8F"};

    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
        str mark = str_of(colons[i]);
        size_t at = str_find(str_cut(s, 0, LABEL_MOST), mark);

        for (size_t k = 0; at != SIZE_MAX && k < at; k++)
            if (s.s[k] == '/' || s.s[k] == '|' || s.s[k] == ',')
                return s;
        if (at != SIZE_MAX && at + mark.n < s.n)
            return str_trim(str_cut(s, at + mark.n, s.n));
        if (at != SIZE_MAX) /* "Autor Ann Lee:", not "Autor:" */
            return str_find(s, STR(" ")) < at ? str_trim(str_cut(s, 0, at))
                                              : (str){0};
    }
    return s;
}

/* Without "By", "Von", "Text und Foto:" … at its start. */
str
cut_by(const struct lexicon *lx, str s)
{
    bool whole;

    s = behind_colon(s);
    for (int i = 0; i < 5 && !who_desk(s) &&
                    lexicon_chrome(lx, s, &whole) == CHROME_BYLINE;
         i++) {
        size_t space = str_find(s, STR(" "));

        if (space == SIZE_MAX)
            return (str){0};
        s = str_trim(str_cut(s, space + 1, s.n));
    }
    return without_glued(s);
}

/* "Zeige alle Beiträge von Ann Lee", "View all posts by Ann Lee": what stands
 * behind the first word that bylines begin with. */
str
cut_behind_by(const struct lexicon *lx, str s)
{
    str rest = s;
    size_t space;
    bool whole;

    for (int i = 0; i < 8 && (space = str_find(rest, STR(" "))) != SIZE_MAX;
         i++) {
        rest = str_trim(str_cut(rest, space + 1, rest.n));
        if (lexicon_chrome(lx, rest, &whole) == CHROME_BYLINE && !whole)
            return cut_by(lx, rest);
    }
    return (str){0};
}

/* Up to a post or a button that lost the space before it: "Ann LeeStaff
 * Writer", "Ann LeeFollow". 2026-11, extraction sets. */
str
cut_glued(str s)
{
    static const char *const words[] = {"Staff",       "Follow",   "Senior",
                                        "Reporter",    "Editor",   "Updated",
                                        "Contributor", "Published"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = str_find(s, str_of(words[i]));

        if (at != SIZE_MAX && at && s.s[at - 1] >= 'a' && s.s[at - 1] <= 'z')
            s = str_trim(str_cut(s, 0, at));
    }
    return s;
}

/* Up to the first mark or digit that no name has. */
str
cut_mark(str s)
{
    str rest = s;
    size_t end = 0;
    bool digit = false, mail = false;

    while (rest.n) {
        size_t at = s.n - rest.n;
        uint32_t c = utf8_next(&rest);

        /* "Ann Lee 3 May", but "freeman1984" */
        digit = utf8_digit(c) >= 0 &&
                (at == 0 || s.s[at - 1] == ' ' || s.s[at - 1] == ',' ||
                 (unsigned char)s.s[at - 1] >= 0x80);
        if (digit || c == '|' || c == 0x2013 || c == 0x2014 || c == '(' ||
            c == ')' || c == ';' || c == '\n' || c == 0xB7 || c == 0x2022 ||
            c == '~' || c == '@' || c == '<' || c == 0xAB || c == 0xBB ||
            c == 0xFF08 || c == 0xFF5C || c == 0x22C5 || c == '>' || c == '"' ||
            c == 0x201C || c == 0x201E || c == '[' ||
            (c == '-' && at && s.s[at - 1] == ' ')) {
            mail = c == '@' && end == at;
            break;
        }
        digit = false;
        if (c != ',' && !utf8_space(c))
            end = s.n - rest.n;
    }
    while (mail && end && s.s[end - 1] != ' ')
        end--; /* "Ann Lee ann@example.org" */
    s = str_trim(str_cut(s, 0, end));
    /* the month or the "on" before the day: "Ann Lee Brown Feb 4" */
    if (digit) {
        size_t last = s.n;

        while (last && s.s[last - 1] != ' ')
            last--;
        if (last && s.n - last <= 4)
            s = str_trim(str_cut(s, 0, last));
    }
    return s;
}

/* Up to the first small word that no name has: "Ann Lee am Samstag". */
str
cut_small(const struct page *p, str s, bool said)
{
    str rest = s, word;
    size_t end = 0;

    while (str_next(&rest, ' ', &word)) {
        size_t from = (size_t)(word.s - s.s);
        str first = word;

        if (word.n && end && utf8_lower(utf8_next(&first)) &&
            !who_joint(word) && !who_particle(p, word) &&
            (!said || word.n <= SMALL_MOST || who_function(p, word)))
            break;
        end = from + word.n;
    }
    return str_trim(str_cut(s, 0, end));
}

/* Spaces that do not break are spaces here; a wide gap behind two words parts
 * as a line does. */
str
cut_spaces(str s, struct arena *mem)
{
    char *out = arena_alloc(mem, s.n + 1);
    size_t n = 0, gap = 0, words = 0;

    for (size_t i = 0; i < s.n; i++) {
        bool hard = s.s[i] == '\xC2' && i + 1 < s.n && s.s[i + 1] == '\xA0';
        char c = hard ? ' ' : s.s[i];

        i += hard;
        if (c == '\n')
            words = 0;
        if (c != ' ' && c != '\t') {
            words += gap > 0 || n == 0;
            gap = 0;
            out[n++] = c;
        } else {
            if (gap == 0)
                out[n++] = ' ';
            else if (gap == GAP_WIDE && words >= 2)
                out[n - 1] = '\n';
            gap++;
        }
    }
    return str_trim((str){out, n});
}

str
cut_quotes(str s)
{
    while (s.n > 1 &&
           (s.s[0] == '\'' || s.s[0] == '"' || s.s[0] == '*' || s.s[0] == ','))
        s = str_trim(str_cut(s, 1, s.n));
    while (s.n > 1 && (s.s[s.n - 1] == '\'' || s.s[s.n - 1] == '"' ||
                       s.s[s.n - 1] == '*' || s.s[s.n - 1] == ','))
        s = str_trim(str_cut(s, 0, s.n - 1));
    return s;
}

/* "By" in a block of its own: the lines behind it. */
str
cut_label(const struct lexicon *lx, str s)
{
    size_t end;
    bool whole;

    while ((end = str_find(s, STR("\n"))) != SIZE_MAX) {
        str line = str_trim(str_cut(s, 0, end));

        if (line.n && !(lexicon_chrome(lx, line, &whole) == CHROME_BYLINE &&
                        whole && !who_desk(line)))
            break;
        s = str_trim(str_cut(s, end + 1, s.n));
    }
    return s;
}
