/* words.c - function words, frame phrases, multipliers. */
#include "lexbuild.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
functions(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/function.tsv"), line, col[2], word;

    while (str_next(&rest, '\n', &line)) {
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 2) != 2)
            continue;
        lang = lang_of(col[0]);
        if (lang == LANG_UND) {
            fault(b, "function.tsv: no language %.*s", STR_ARG(col[0]));
            continue;
        }
        while (str_next(&col[1], ' ', &word))
            if (word.n)
                put(b, word, lang, PUT_EXACT,
                    (struct lex_entry){.id = 1, .kind = SENSE_FUNCTION});
    }
}

static const char *const chrome_kinds[] = {
    "",   "nav",   "more",    "share",  "comment",  "subscribe", "legal",
    "ad", "print", "caption", "byline", "footnote", "archive"};

static size_t
spaces(str phrase)
{
    size_t n = 0;

    for (size_t i = 0; i < phrase.n; i++)
        n += phrase.s[i] == ' ';
    return n;
}

/* Frame phrases are language-free: keys are their folds under '!'. */
static void
chrome(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/chrome.tsv"), line, col[3];

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.kind = 0};

        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 3) != 3)
            continue;
        for (uint32_t i = 1; i < 13; i++)
            if (str_is(col[1], chrome_kinds[i]))
                e.id = i;
        if (e.id == 0) {
            fault(b, "chrome.tsv: no kind %.*s", STR_ARG(col[1]));
            continue;
        }
        if (spaces(col[2]) >= LEX_CHROME_SPACES)
            fault(b, "chrome.tsv: too long: %.*s", STR_ARG(col[2]));
        put_phrase(b, col[2], e);
    }
}

/* Words that multiply: "lang value word|word". */
static void
multipliers(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/multipliers.tsv"), line, col[3], alt;

    while (str_next(&rest, '\n', &line)) {
        uint32_t power;

        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 3) != 3)
            continue;
        power = (uint32_t)strtoul(col[1].s, NULL, 10);
        while (str_next(&col[2], '|', &alt))
            put(b, alt, lang_of(col[0]), PUT_EXACT,
                (struct lex_entry){.id = power, .kind = SENSE_MULTIPLIER});
    }
}

void
read_words(struct build *b, const char *dir)
{
    functions(b, dir);
    chrome(b, dir);
    multipliers(b, dir);
}
