/* rows.c - files of rows: reading them, one row a key, writing them. */
#include "lexicon/rows.h"

#include "base/table.h"
#include "text/letters.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const classes[] = {
    "",      "role",    "person",   "body", "thing", "place",
    "act",   "state",   "say",      "unit", "money", "time",
    "bound", "quality", "abstract", "verb", "sum"};
#define NCLASSES (sizeof classes / sizeof *classes)

const char *
concept_class_name(enum concept_class cls)
{
    return (size_t)cls < NCLASSES ? classes[cls] : "";
}

enum concept_class
concept_class_of(str name)
{
    for (size_t i = 1; i < NCLASSES; i++)
        if (str_is(name, classes[i]))
            return (enum concept_class)i;
    return CLASS_NONE;
}

/* ---- reading ----------------------------------------------------------- */

enum { COLUMN_NONE = -2, COLUMN_CLASS = -1 };

#define MOST_COLUMNS (LANG_LEXICON + 2)

struct reader {
    struct rows *rows;
    rows_fault *fault;
    void *ctx;
    struct arena *mem;
    int column[MOST_COLUMNS]; /* what stands there: a language or the above */
    size_t ncolumns;          /* 0: no header yet */
    size_t line, faults;
};

static void
fault(struct reader *r, const char *why)
{
    r->faults++;
    if (r->fault)
        r->fault(r->ctx, r->line, why);
}

/* What stands before the next tab; *more says whether there was one. */
static str
next_column(str *line, bool *more)
{
    size_t at = str_find(*line, STR("\t"));
    str column = str_cut(*line, 0, at);

    *more = at != SIZE_MAX;
    *line = *more ? str_cut(*line, at + 1, line->n) : (str){0};
    return str_trim(column);
}

static void
read_head(struct reader *r, str line)
{
    bool more = true;
    size_t n = 0;

    next_column(&line, &more);
    r->ncolumns = 0;
    while (more) {
        str name = next_column(&line, &more);
        enum lang lang = lang_of(name);

        if (n == MOST_COLUMNS) {
            fault(r, "too many columns");
            return;
        }
        if (str_is(name, "class")) {
            r->column[n++] = COLUMN_CLASS;
        } else if (lang >= 1 && lang <= LANG_LEXICON) {
            r->column[n++] = (int)lang;
        } else {
            fault(r, "a column that is neither \"class\" nor a language of "
                     "the lexicon");
            return;
        }
    }
    if (n == 0)
        fault(r, "no column but the key");
    r->ncolumns = n;
}

/* Why the words cannot stand in the column, or NULL. */
static const char *
cell_fault(str cell, enum lang lang)
{
    str word;

    if (cell.n > ROWS_MOST_CELL)
        return "too many words in one column";
    if (!utf8_valid(cell))
        return "bytes that are not UTF-8";
    while (str_next(&cell, '|', &word)) {
        word = str_trim(word);
        if (word.n == 0)
            return "an empty word";
        if (word.n > ROWS_MOST_WORD)
            return "a word of more than 200 bytes";
        for (size_t i = 0; i < word.n; i++)
            if ((unsigned char)word.s[i] < 0x20 || word.s[i] == 0x7F)
                return "a control character";
        if (!letters_fit(word, lang))
            return "letters that the language is not written in";
    }
    return NULL;
}

static const char *
key_fault(str key)
{
    if (key.n == 0)
        return "no key";
    if (key.s[0] == '#')
        return "a key that begins with #";
    if (key.n > ROWS_MOST_KEY)
        return "a key of more than 64 bytes";
    if (!utf8_valid(key))
        return "bytes that are not UTF-8";
    for (size_t i = 0; i < key.n; i++)
        if ((unsigned char)key.s[i] <= 0x20 || key.s[i] == 0x7F)
            return "a space or control character in the key";
    return NULL;
}

static void
read_row(struct reader *r, str line)
{
    struct row row = {0};
    bool more, any = false;
    const char *why;
    size_t n = 0;

    if (r->ncolumns == 0) {
        fault(r, "no \"#concept\" line tells what the columns are");
        return;
    }
    row.key = next_column(&line, &more);
    why = key_fault(row.key);
    while (more && !why) {
        str cell = next_column(&line, &more);

        if (n == r->ncolumns) {
            why = "more columns than the \"#concept\" line names";
        } else if (r->column[n] == COLUMN_CLASS) {
            row.cls = concept_class_of(cell);
            if (cell.n && row.cls == CLASS_NONE)
                why = "no such class";
        } else if (cell.n) {
            why = cell_fault(cell, (enum lang)r->column[n]);
            row.words[r->column[n]] = cell;
            any = true;
        }
        n++;
    }
    if (!why && !any)
        why = "no words";
    if (!why && r->rows->n == ROWS_MOST)
        why = "more than 200000 rows";
    if (why) {
        fault(r, why);
        return;
    }
    r->rows->list =
        arena_grow(r->mem, r->rows->list, r->rows->n, sizeof *r->rows->list);
    r->rows->list[r->rows->n++] = row;
}

size_t
rows_read(struct rows *rows, str bytes, rows_fault *tell, void *ctx,
          struct arena *mem)
{
    struct reader r = {.rows = rows, .fault = tell, .ctx = ctx, .mem = mem};
    str line;

    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_cut(bytes, 3, bytes.n);
    while (str_next(&bytes, '\n', &line)) {
        r.line++;
        if (str_trim(line).n == 0)
            continue;
        if (str_starts(line, STR("#concept\t")))
            read_head(&r, line);
        else if (line.s[0] != '#')
            read_row(&r, line);
    }
    return r.faults;
}

/* ---- one row a key ------------------------------------------------------- */

static bool
has_word(str cell, str word)
{
    str one;

    while (str_next(&cell, '|', &one))
        if (str_eq(str_trim(one), word))
            return true;
    return false;
}

/* The words of both, each once; what would grow too long is left out. */
static str
join(str a, str b, struct arena *mem)
{
    struct buf out = {0};
    const str both[2] = {a, b};
    str word, joined;

    for (int i = 0; i < 2; i++) {
        str rest = both[i];

        while (str_next(&rest, '|', &word)) {
            word = str_trim(word);
            if (has_word(buf_str(&out), word) ||
                out.n + word.n >= ROWS_MOST_CELL)
                continue;
            if (out.n)
                buf_putc(&out, '|');
            buf_put(&out, word);
        }
    }
    joined = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return joined;
}

static int
by_key(const void *a, const void *b)
{
    return str_cmp(((const struct row *)a)->key, ((const struct row *)b)->key);
}

void
rows_merge(struct rows *rows, struct arena *mem)
{
    struct table *at = table_open();
    struct row *list = arena_new(mem, struct row, rows->n + 1);
    size_t n = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct row *from = &rows->list[i];
        bool found;
        uint32_t *place = table_at(at, from->key, &found);
        struct row *into;

        if (!found) {
            *place = (uint32_t)n;
            list[n++] = (struct row){.key = from->key};
        }
        into = &list[*place];
        if (from->cls != CLASS_NONE)
            into->cls = from->cls;
        for (int l = 1; l <= LANG_LEXICON; l++)
            if (from->words[l].n)
                into->words[l] = join(into->words[l], from->words[l], mem);
    }
    table_close(at);
    if (n)
        qsort(list, n, sizeof *list, by_key);
    *rows = (struct rows){list, n};
}

/* ---- writing ------------------------------------------------------------- */

void
rows_write(const struct lexicon *lx, const struct rows *rows, struct buf *out)
{
    bool used[LANG_LEXICON + 1] = {false};

    for (size_t i = 0; i < rows->n; i++)
        for (int l = 1; l <= LANG_LEXICON; l++)
            used[l] |= rows->list[i].words[l].n > 0;
    buf_putz(out, "#concept\tclass");
    for (int l = 1; l <= LANG_LEXICON; l++)
        if (used[l])
            buf_printf(out, "\t%s", lang_code((enum lang)l));
    buf_putc(out, '\n');
    for (size_t i = 0; i < rows->n; i++) {
        const struct row *row = &rows->list[i];
        enum concept_class cls = row->cls;
        uint32_t id = lexicon_concept_of(lx, row->key);

        if (id)
            cls = lexicon_class(lx, id);
        buf_put(out, row->key);
        buf_printf(out, "\t%s", concept_class_name(cls));
        for (int l = 1; l <= LANG_LEXICON; l++)
            if (used[l]) {
                buf_putc(out, '\t');
                buf_put(out, row->words[l]);
            }
        buf_putc(out, '\n');
    }
}
