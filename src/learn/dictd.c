/*
 * dictd.c - dictionaries of dictd: an index of headwords with the place and
 * length of each entry in base 64 (dictfmt(1)), and the text of the entries.
 *
 * Entries are written for readers and no two dictionaries alike. What is
 * taken for a gloss: a piece of an entry between commas, semicolons and line
 * ends, of a few words, all letters in the script of the other language, with
 * nothing in brackets, no sound and no example. A few wrong ones do little:
 * what is learned must hold in both directions.
 */
#include "learn/pairs.h"

#include "base/buf.h"
#include "text/letters.h"
#include "text/utf8.h"

#define MOST_ENTRY  8192 /* bytes of an entry that are read */
#define MOST_GLOSS  60   /* bytes */
#define MOST_WORDS  3    /* of a gloss or headword */
#define MOST_PIECES 40   /* of one entry */

static int
digit64(char c)
{
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

/* False where it is no number of base 64, or beyond all files. */
static bool
number64(str s, size_t *out)
{
    *out = 0;
    if (s.n == 0 || s.n > 6)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        int d = digit64(s.s[i]);

        if (d < 0)
            return false;
        *out = *out << 6 | (size_t)d;
    }
    return true;
}

static size_t
spaces(str s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += s.s[i] == ' ';
    return n;
}

/* Whether all letters are in a script of the language, and some are. */
static bool
written_in(str s, enum lang lang)
{
    bool some = false;

    while (s.n) {
        uint32_t c = utf8_next(&s);
        enum script script = utf8_script(c);

        if (c == UTF8_BAD || (c < 0x80 && utf8_digit(c) >= 0))
            return false;
        if (script == SCRIPT_OTHER)
            continue;
        if (!lang_fits(lang, script))
            return false;
        some = true;
    }
    return some;
}

static bool
is_term(str s, enum lang lang)
{
    return s.n >= 2 && s.n <= MOST_GLOSS && spaces(s) < MOST_WORDS &&
           written_in(s, lang) && letters_fit(s, lang);
}

/* What closes a piece that is not read, or 0. */
static char
closing(char c)
{
    static const char pairs[] = "()[]<>{}//\"\"";

    for (size_t i = 0; pairs[i]; i += 2)
        if (pairs[i] == c)
            return pairs[i + 1];
    return 0;
}

struct entry {
    struct pairs *pairs;
    str head;
    bool swapped, more;
    struct buf piece;
    size_t npieces;
};

/* The piece at hand ends: a gloss, if it looks like one. */
static void
end_piece(struct entry *e)
{
    enum lang lang = e->swapped ? e->pairs->from : e->pairs->to;
    str s = str_trim(buf_str(&e->piece));

    /* "1.", "a)", "to " before it */
    while (s.n && (s.s[0] == '.' || s.s[0] == ')' || s.s[0] == '-' ||
                   (s.s[0] >= '0' && s.s[0] <= '9')))
        s = str_trim(str_cut(s, 1, s.n));
    if (lang == LANG_EN && str_starts(s, STR("to ")))
        s = str_cut(s, 3, s.n);
    while (s.n && (s.s[s.n - 1] == '.' || s.s[s.n - 1] == '!'))
        s = str_cut(s, 0, s.n - 1);
    if (is_term(s, lang) && e->npieces < MOST_PIECES) {
        e->npieces++;
        e->more = pairs_put(e->pairs, e->swapped ? s : e->head,
                            e->swapped ? e->head : s, true);
    }
    buf_clear(&e->piece);
}

static void
read_entry(struct entry *e, str text)
{
    char until = 0;
    str line, first;

    text = str_cut(text, 0, MOST_ENTRY);
    /* the headword itself stands on the first line */
    first = str_cut(text, 0, str_find(text, STR("\n")));
    if (str_starts_nocase(str_trim(first), e->head))
        text = str_cut(text, first.n + (first.n < text.n), text.n);
    while (e->more && str_next(&text, '\n', &line)) {
        for (size_t i = 0; i < line.n && e->more; i++) {
            char c = line.s[i];

            if (until) {
                until = c == until ? 0 : until;
            } else if (closing(c)) {
                until = closing(c);
            } else if (c == ',' || c == ';' || c == ':' || c == '|') {
                end_piece(e);
            } else {
                buf_putc(&e->piece, c);
            }
        }
        /* a bracket may go on; a sound or an example does not */
        if (until == '/' || until == '"')
            until = 0;
        end_piece(e);
    }
}

void
pairs_dictd(struct pairs *p, str index, str text, bool swapped)
{
    struct entry e = {.pairs = p, .swapped = swapped, .more = true};
    enum lang lang = swapped ? p->to : p->from;
    str line, at, n;

    while (e.more && str_next(&index, '\n', &line)) {
        size_t start, length;

        if (!str_next(&line, '\t', &e.head) || !str_next(&line, '\t', &at) ||
            !str_next(&line, '\t', &n) || !number64(at, &start) ||
            !number64(str_trim(n), &length) || start > text.n ||
            length > text.n - start || !is_term(e.head, lang) ||
            str_starts(e.head, STR("00")))
            continue;
        e.npieces = 0;
        read_entry(&e, str_cut(text, start, start + length));
    }
    buf_free(&e.piece);
}
