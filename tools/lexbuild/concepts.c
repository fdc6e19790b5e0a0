/* concepts.c - data/lexicon/(any).tsv: one row a concept, a column a language.
 */
#include "lexbuild.h"

#include "base/buf.h"
#include "text/letters.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static const char *const classes[] = {
    "",      "role",    "person",   "body", "thing", "place",
    "act",   "state",   "say",      "unit", "money", "time",
    "bound", "quality", "abstract", "verb", "sum"};

/* Simplified Chinese in traditional characters, by ICU. */
static str
traditional(struct build *b, str text)
{
    static UTransliterator *t;
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[256];
    char out[768];
    int32_t n, limit;

    if (!t) {
        UChar id[32];

        u_uastrcpy(id, "Simplified-Traditional");
        t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    }
    if (U_FAILURE(status) || text.n > 200)
        return text;
    u_strFromUTF8(wide, 128, &n, text.s, (int32_t)text.n, &status);
    limit = n;
    utrans_transUChars(t, wide, &n, 256, 0, &limit, &status);
    u_strToUTF8(out, sizeof out, &n, wide, n, &status);
    return U_FAILURE(status) ? text : arena_str(b->mem, (str){out, (size_t)n});
}

/* Keeps a word as the first of its column, or with the others, once. */
static void
keep(struct build *b, str *first, str *more, str word)
{
    str rest = *more, one;

    if (first->n == 0) {
        *first = word;
        return;
    }
    if (str_eq(*first, word))
        return;
    while (str_next(&rest, '|', &one))
        if (str_eq(one, word))
            return;
    *more = arena_printf(b->mem, "%.*s%s%.*s", STR_ARG(*more),
                         more->n ? "|" : "", STR_ARG(word));
}

/* Words of the language, parted by "|"; of a column if c is not NULL. */
static void
cell(struct build *b, str words, enum lang lang, struct lex_entry e,
     struct concept *c)
{
    str alt;

    while (str_next(&words, '|', &alt)) {
        alt = str_trim(alt);
        if (alt.n == 0)
            continue;
        if (!letters_fit(alt, lang))
            fault(b, "\"%.*s\" is written in letters that %s has not",
                  STR_ARG(alt), lang_code(lang));
        if (c)
            keep(b, &c->word[lang - 1], &c->more[lang - 1], alt);
        put(b, alt, lang, PUT_BOTH, e);
        if (lang == LANG_ZH) {
            str other = traditional(b, alt);

            if (!str_eq(other, alt))
                put(b, other, lang, PUT_BOTH, e);
        }
    }
}

static void
row(struct build *b, str line, const char *file)
{
    str col[LEX_COLUMNS + 4];
    size_t n = columns(line, col, LEX_COLUMNS + 4);
    struct concept *c;
    uint32_t cls = 0;

    if (n != LEX_COLUMNS + 2) {
        fault(b, "%s: %zu columns in row %.*s", file, n, STR_ARG(col[0]));
        return;
    }
    for (uint32_t i = 1; i < sizeof classes / sizeof *classes; i++)
        if (str_is(col[1], classes[i]))
            cls = i;
    if (cls == 0) {
        fault(b, "%s: %.*s: no class \"%.*s\"", file, STR_ARG(col[0]),
              STR_ARG(col[1]));
        return;
    }
    for (size_t i = 0; i < b->nconcepts; i++)
        if (str_eq(col[0], b->concepts[i].key)) {
            /* a concept that two files hold: the words of both count */
            c = &b->concepts[i];
            goto cells;
        }
    b->concepts =
        arena_grow(b->mem, b->concepts, b->nconcepts, sizeof *b->concepts);
    c = &b->concepts[b->nconcepts++];
    *c = (struct concept){.key = col[0], .cls = cls};
cells:
    for (int i = 0; i < LEX_COLUMNS; i++)
        cell(b, col[i + 2], (enum lang)(i + 1),
             (struct lex_entry){.id = (uint32_t)(c - b->concepts) + 1,
                                .kind = SENSE_CONCEPT,
                                .cls = (uint8_t)c->cls},
             c);
}

#define MOST_FILES 256

static int
by_name(const void *a, const void *b)
{
    const char *x = *(char *const *)a, *y = *(char *const *)b;
    bool ex = strncmp(x, "extra_", 6) == 0, ey = strncmp(y, "extra_", 6) == 0;

    /* more words of what stands elsewhere: the first word is not theirs */
    return ex != ey ? (ex ? 1 : -1) : strcmp(x, y);
}

const struct concept *
concept_of(const struct build *b, str key)
{
    for (size_t i = 0; i < b->nconcepts; i++)
        if (str_eq(key, b->concepts[i].key))
            return &b->concepts[i];
    return NULL;
}

/* data/words/times.tsv: words of languages without a column. */
static void
more_words(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/times.tsv"), line, col[3];

    while (str_next(&rest, '\n', &line)) {
        const struct concept *c;
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        lang = columns(line, col, 3) == 3 ? lang_of(col[0]) : LANG_UND;
        c = lang == LANG_UND ? NULL : concept_of(b, col[1]);
        if (!c) {
            fault(b, "times.tsv: %.*s", STR_ARG(line));
            continue;
        }
        cell(b, col[2], lang,
             (struct lex_entry){.id = (uint32_t)(c - b->concepts) + 1,
                                .kind = SENSE_CONCEPT,
                                .cls = (uint8_t)c->cls},
             NULL);
    }
}

void
read_concepts(struct build *b, const char *dir)
{
    str folder = arena_printf(b->mem, "%s/lexicon", dir);
    DIR *d = opendir(folder.s);
    struct dirent *e;
    char *names[MOST_FILES];
    size_t n = 0;

    if (!d) {
        fault(b, "open %s failed", folder.s);
        return;
    }
    while ((e = readdir(d))) {
        if (!str_ends(str_of(e->d_name), STR(".tsv")))
            continue;
        if (n == MOST_FILES) {
            fault(b, "%s: more than %d files", folder.s, MOST_FILES);
            break;
        }
        names[n++] = (char *)arena_z(b->mem, str_of(e->d_name));
    }
    closedir(d);
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++) {
        str rest = slurp(b, folder.s, names[i]), line;

        while (str_next(&rest, '\n', &line))
            if (line.n && line.s[0] != '#')
                row(b, line, names[i]);
    }
    more_words(b, dir);
}
