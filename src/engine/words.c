/* words.c - what words mean here; a user's own rows of words. */
#include "engine/words.h"

#include "base/json.h"
#include "lexicon/rows.h"
#include "source/stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- files ------------------------------------------------------------- */

bool
words_file(const char *path, size_t most, str *out, struct arena *mem,
           struct err *err)
{
    bool whole = false, by_name = strcmp(path, "-") != 0;
    FILE *f = by_name ? fopen(path, "rb") : stdin;
    struct buf bytes = {0};
    struct stream *s;

    if (!f)
        return err_set(err, ERR_IO, "open %s: %s", path, strerror(errno));
    s = stream_open(f);
    while (bytes.n <= most && stream_read(s, &bytes, STREAM_PEEK) > 0)
        ;
    if (bytes.n > most)
        err_set(err, ERR_INPUT, "%s: more than %zu bytes", path, most);
    else if (stream_fault(s))
        err_set(err, ERR_INPUT, "%s: %s", path, stream_fault(s));
    else
        whole = true;
    *out = arena_str(mem, buf_str(&bytes));
    stream_close(s);
    buf_free(&bytes);
    return whole;
}

struct first_fault {
    const char *path;
    struct err *err;
};

static void
keep_first(void *ctx, size_t line, const char *why)
{
    struct first_fault *f = ctx;

    if (f->err->kind == ERR_NONE)
        err_set(f->err, ERR_INPUT, "%s:%zu: %s", f->path, line, why);
}

bool
words_add(struct lexicon *lx, const char *path, struct err *err)
{
    struct arena *mem = arena_open();
    struct rows rows = {NULL, 0};
    struct first_fault first = {path, err};
    str bytes;
    bool done = words_file(path, ROWS_MOST_BYTES, &bytes, mem, err) &&
                rows_read(&rows, bytes, keep_first, &first, mem) == 0;

    if (done)
        lexicon_add(lx, &rows);
    arena_close(mem);
    return done;
}

/* ---- rows as one --------------------------------------------------------- */

struct telling {
    const char *path;
    const struct samestory_watcher *watcher;
};

static void
tell_fault(void *ctx, size_t line, const char *why)
{
    const struct telling *t = ctx;
    char where[4200];

    snprintf(where, sizeof where, "%s:%zu", t->path, line);
    if (t->watcher && t->watcher->complain)
        t->watcher->complain(t->watcher->ctx, where, why);
}

const char *
answer_text(const struct buf *text)
{
    char *answer;

    answer_open(text->n + 1, (void **)&answer);
    if (text->n)
        memcpy(answer, text->s, text->n);
    return answer;
}

/* Rows that would say nothing: of no class, and of no concept we have. */
static size_t
drop_unknown(const struct lexicon *lx, struct rows *rows, struct telling *t)
{
    size_t n = 0, faults = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct row *row = &rows->list[i];

        if (row->cls == CLASS_NONE && !lexicon_concept_of(lx, row->key)) {
            char why[200];

            snprintf(why, sizeof why, "%.*s is a new concept and has no class",
                     STR_ARG(row->key));
            if (t->watcher && t->watcher->complain)
                t->watcher->complain(t->watcher->ctx, t->path, why);
            faults++;
        } else {
            rows->list[n++] = *row;
        }
    }
    rows->n = n;
    return faults;
}

enum samestory_status
samestory_rows(struct samestory *e, const char *const *paths, size_t npaths,
               const struct samestory_watcher *watcher, const char **out,
               size_t *nrows)
{
    struct arena *mem = arena_open();
    struct rows rows = {NULL, 0};
    struct buf text = {0};
    size_t faults = 0;

    *out = NULL;
    *nrows = 0;
    e->err = (struct err){0};
    for (size_t i = 0; i < npaths; i++) {
        struct telling t = {paths[i], watcher};
        struct err err = {0};
        str bytes;

        if (!words_file(paths[i], ROWS_MOST_BYTES, &bytes, mem, &err)) {
            if (watcher && watcher->complain)
                watcher->complain(watcher->ctx, paths[i], err.words);
            faults++;
            continue;
        }
        faults += rows_read(&rows, bytes, tell_fault, &t, mem);
        faults += drop_unknown(e->lexicon, &rows, &t);
    }
    rows_merge(&rows, mem);
    rows_write(e->lexicon, &rows, &text);
    *out = answer_text(&text);
    *nrows = rows.n;
    buf_free(&text);
    arena_close(mem);
    if (faults) {
        err_set(&e->err, ERR_INPUT, "%zu lines or files are no rows", faults);
        return SAMESTORY_INPUT;
    }
    return SAMESTORY_OK;
}

/* ---- what a word means ----------------------------------------------------
 */

static const char *const kinds[] = {
    "",         "concept",  "place",     "demonym",    "body",  "given-name",
    "surname",  "number",   "ordinal",   "multiplier", "month", "weekday",
    "function", "particle", "honorific", "suffix",     "head",  "sound"};
#define NKINDS (sizeof kinds / sizeof *kinds)

struct meaning {
    struct sense sense;
    bool any; /* in no language of its own */
    bool langs[LANG_COUNT];
};

struct meanings {
    struct meaning *list;
    size_t n;
    struct arena *mem;
};

static struct meaning *
meaning_of(struct meanings *m, const struct sense *s)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->list[i].sense.kind == s->kind && m->list[i].sense.id == s->id)
            return &m->list[i];
    m->list = arena_grow(m->mem, m->list, m->n, sizeof *m->list);
    m->list[m->n] = (struct meaning){.sense = *s};
    return &m->list[m->n++];
}

/* The senses of the whole of the words, taken as words of the language. */
static void
ask(const struct lexicon *lx, str words, enum lang lang, struct meanings *m)
{
    struct stemmer *stemmer = lexicon_stemmer(lx);
    struct lang_span all = {{0, (uint32_t)words.n}, lang};
    struct reading r = {0};

    segment(&r.w, words, &all, 1, stemmer, m->mem);
    lexicon_read(lx, &r, m->mem);
    for (size_t i = 0; i < r.nsenses; i++) {
        const struct sense *s = &r.senses[i];
        struct meaning *found;

        if (s->word != 0 || s->nwords != r.w.nwords || s->kind >= NKINDS)
            continue;
        found = meaning_of(m, s);
        if (lang == LANG_UND)
            found->any = true;
        else
            found->langs[lang] = true;
        found->sense.exact |= s->exact;
    }
    lexicon_stemmer_back(lx, stemmer);
}

/* Words of shipped concepts behind the first of each language, unpacked. */
struct more {
    struct buf lines;
    str *line; /* of each language the concepts side by side */
    size_t n;
};

#define MORE_MOST ((size_t)64 << 20)

static void
more_open(struct more *more, const struct lexicon *lx, struct arena *mem)
{
    str rest, line;
    size_t most = (size_t)lexicon_shipped(lx) * LANG_LEXICON;

    stream_inflate(lexicon_more(lx), &more->lines, MORE_MOST);
    more->line = arena_new(mem, str, most + 1);
    rest = buf_str(&more->lines);
    while (more->n < most && str_next(&rest, '\n', &line))
        more->line[more->n++] = line;
}

static str
more_words(const struct more *more, const struct lexicon *lx, uint32_t id,
           int lang)
{
    size_t shipped = lexicon_shipped(lx);
    size_t at = (size_t)(lang - 1) * shipped + id - 1;

    return id <= shipped && at < more->n ? more->line[at] : (str){0};
}

/* Whether the word stands before the byte `end` of words parted by "|". */
static bool
stands_before(str words, size_t end, str word)
{
    str one;

    words = str_cut(words, 0, end);
    while (str_next(&words, '|', &one))
        if (str_eq(one, word))
            return true;
    return false;
}

/* All words of a concept in a language, the first first, each once. */
static void
cell_json(const struct lexicon *lx, const struct more *more, uint32_t id,
          int lang, struct json_writer *w)
{
    struct buf all = {0};
    str rest, word, others = more_words(more, lx, id, lang);

    buf_put(&all, lexicon_cell(lx, id, (enum lang)lang));
    if (others.n)
        buf_putc(&all, '|');
    buf_put(&all, others);
    lexicon_added_words(lx, id, (enum lang)lang, &all);
    if (all.n) {
        json_key(w, lang_code((enum lang)lang));
        json_open(w, '[');
        rest = buf_str(&all);
        while (str_next(&rest, '|', &word))
            if (!stands_before(buf_str(&all), (size_t)(word.s - all.s), word))
                json_str(w, word);
        json_close(w, ']');
    }
    buf_free(&all);
}

static void
concept_json(const struct lexicon *lx, const struct more *more, uint32_t id,
             struct json_writer *w)
{
    json_key(w, "key");
    json_str(w, lexicon_key(lx, id));
    json_key(w, "class");
    json_z(w, concept_class_name(lexicon_class(lx, id)));
    json_key(w, "added");
    json_bool(w, id > lexicon_shipped(lx));
    json_key(w, "words");
    json_open(w, '{');
    for (int l = 1; l <= LANG_LEXICON; l++)
        cell_json(lx, more, id, l, w);
    json_close(w, '}');
}

static void
sense_json(const struct lexicon *lx, const struct more *more,
           const struct meaning *m, struct json_writer *w)
{
    const struct sense *s = &m->sense;

    json_open(w, '{');
    json_key(w, "kind");
    json_z(w, kinds[s->kind]);
    json_key(w, "langs");
    json_open(w, '[');
    for (int l = 1; l < LANG_COUNT && !m->any; l++)
        if (m->langs[l])
            json_z(w, lang_code((enum lang)l));
    json_close(w, ']');
    json_key(w, "exact");
    json_bool(w, s->exact);
    if (s->kind == SENSE_CONCEPT)
        concept_json(lx, more, s->id, w);
    if (s->kind == SENSE_PLACE || s->kind == SENSE_DEMONYM) {
        json_key(w, "name");
        json_str(w, lexicon_place(lx, s->id).name);
    }
    if (s->kind == SENSE_BODY) {
        json_key(w, "name");
        json_str(w, lexicon_body(lx, s->id));
    }
    if (s->kind == SENSE_NUMBER || s->kind == SENSE_ORDINAL) {
        json_key(w, "value");
        json_num(w, s->id);
    }
    json_close(w, '}');
}

#define MEANING_MOST 512 /* bytes of the words asked for */

enum samestory_status
samestory_meaning(struct samestory *e, const char *word, const char **out)
{
    struct meanings m = {.mem = arena_open()};
    str words = str_cut(str_trim(str_of(word)), 0, MEANING_MOST);
    struct buf text = {0};
    struct json_writer w = {&text, false};
    struct more more = {0};
    uint32_t id = lexicon_concept_of(e->lexicon, words);

    e->err = (struct err){0};
    *out = NULL;
    if (id)
        meaning_of(&m, &(struct sense){
                           .kind = SENSE_CONCEPT, .id = id, .exact = true});
    for (int l = 0; l < LANG_COUNT; l++)
        ask(e->lexicon, words, (enum lang)l, &m);
    more_open(&more, e->lexicon, m.mem);
    json_open(&w, '{');
    json_key(&w, "word");
    json_str(&w, words);
    json_key(&w, "senses");
    json_open(&w, '[');
    for (size_t i = 0; i < m.n; i++)
        sense_json(e->lexicon, &more, &m.list[i], &w);
    json_close(&w, ']');
    json_close(&w, '}');
    *out = answer_text(&text);
    buf_free(&more.lines);
    buf_free(&text);
    arena_close(m.mem);
    return m.n ? SAMESTORY_OK : SAMESTORY_NOTHING;
}
