/*
 * lexbuild - compiles data/ into samestory.lex.
 *
 * Usage: lexbuild DATA OUT, or lexbuild --lint DATA, which writes nothing and
 * tells of words that say nothing (lint.c) and of concepts that are one twice
 * (doublets.c). Everything that needs ICU's rule
 * sets, gettext catalogues or parsing happens here, once, so that the program
 * itself starts by mapping a file.
 */
#include "lexbuild.h"

#include "base/buf.h"
#include "base/oom.h"
#include "text/fold.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
fault(struct build *b, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    fprintf(stderr, "lexbuild: ");
    vfprintf(stderr, fmt, args);
    fprintf(stderr, "\n");
    va_end(args);
    b->faults++;
}

str
slurp(struct build *b, const char *dir, const char *name)
{
    str path = arena_printf(b->mem, "%s/%s", dir, name);
    FILE *f = fopen(path.s, "rb");
    struct buf bytes = {0};
    size_t n;
    str out;

    if (!f) {
        fprintf(stderr, "lexbuild: open %s failed\n", path.s);
        exit(1);
    }
    while ((n = fread(buf_room(&bytes, 65536), 1, 65536, f)) > 0)
        bytes.n += n;
    fclose(f);
    out = arena_str(b->mem, buf_str(&bytes));
    buf_free(&bytes);
    return out;
}

size_t
columns(str line, str *out, size_t most)
{
    size_t n = 0;
    const char *hit;

    while (n < most) {
        hit = line.n ? memchr(line.s, '\t', line.n) : NULL;
        out[n++] = str_trim(hit ? (str){line.s, (size_t)(hit - line.s)} : line);
        if (!hit)
            break;
        line = str_cut(line, (size_t)(hit - line.s) + 1, line.n);
    }
    return n;
}

uint32_t
text_at(struct build *b, str text)
{
    bool found;
    uint32_t *at = table_at(b->texts, text, &found);

    if (!found) {
        *at = (uint32_t)b->strings->n;
        buf_put(b->strings, text);
        buf_putc(b->strings, '\0');
    }
    return *at;
}

#define LEX_MODES (LEX_WORD | LEX_STEM)

/* Whether o says what e says, be it of words, be it of stems. */
static bool
same_entry(const struct lex_entry *o, const struct lex_entry *e)
{
    return o->kind == e->kind && o->id == e->id &&
           (o->flags & e->flags & LEX_MODES ||
            (o->flags & ~LEX_MODES) == (e->flags & ~LEX_MODES));
}

static void
merge_entry(struct lex_entry *o, const struct lex_entry *e)
{
    int modes = (o->flags | e->flags) & LEX_MODES;

    if (e->flags & LEX_STEM) {
        if (o->flags & LEX_STEM)
            o->family = o->family && e->family ? o->family | e->family : 0;
        else
            o->family = e->family;
    }
    /* the laxer of two spellings wins */
    o->flags = (uint8_t)((o->flags & e->flags & ~LEX_MODES) | modes);
}

static void
add_entry(struct build *b, str key, struct lex_entry e)
{
    bool found;
    uint32_t *at = table_at(b->keys, key, &found);
    struct run *run;

    if (!found) {
        b->runs = arena_grow(b->mem, b->runs, b->nruns, sizeof *b->runs);
        *at = (uint32_t)b->nruns;
        b->runs[b->nruns++] = (struct run){.key = arena_str(b->mem, key)};
    }
    run = &b->runs[*at];
    for (size_t i = 0; i < run->n; i++) {
        if (e.kind == LEX_REACH && run->entries[i].kind == LEX_REACH) {
            if (e.id > run->entries[i].id)
                run->entries[i].id = e.id;
            return;
        }
        if (same_entry(&run->entries[i], &e)) {
            merge_entry(&run->entries[i], &e);
            return;
        }
    }
    run->entries =
        arena_grow(b->mem, run->entries, run->n, sizeof *run->entries);
    run->entries[run->n++] = e;
}

/* The key of the words of a text: folds or stems. False: too long. */
static bool
key_of(const struct words *w, enum lang lang, bool stems, struct buf *key)
{
    buf_clear(key);
    buf_putc(key, (char)(lang + 1));
    buf_putc(key, '=');
    if (w->nwords == 0 || w->nwords > LEX_MOST_WORDS)
        return false;
    for (size_t i = 0; i < w->nwords; i++) {
        if (i)
            buf_putc(key, ' ');
        buf_put(key, stems ? w->words[i].stem : w->words[i].fold);
    }
    return true;
}

void
put(struct build *b, str words, enum lang lang, enum put_how how,
    struct lex_entry e)
{
    struct arena *tmp = arena_open();
    struct words w;
    struct lang_span langs = {{0, (uint32_t)words.n}, lang};
    struct buf key = {0};
    uint8_t flags = e.flags;

    segment(&w, words, &langs, 1, b->stemmer, tmp);
    if (key_of(&w, lang, false, &key)) {
        e.flags = flags | LEX_WORD;
        if (how & PUT_EXACT)
            add_entry(b, buf_str(&key), e);
        if (how & PUT_STEM && key_of(&w, lang, true, &key)) {
            if (w.nwords == 1)
                e.family = (uint8_t)stem_family(w.words[0].fold, lang);
            e.flags = flags | LEX_STEM;
            add_entry(b, buf_str(&key), e);
        }
        if (w.nwords > 1) {
            struct words first = {.words = w.words, .nwords = 1};

            key_of(&first, lang, true, &key);
            add_entry(b, buf_str(&key),
                      (struct lex_entry){.kind = LEX_REACH,
                                         .id = (uint32_t)w.nwords});
        }
    }
    buf_free(&key);
    arena_close(tmp);
}

void
put_phrase(struct build *b, str words, struct lex_entry e)
{
    struct arena *tmp = arena_open();
    struct words w;
    struct lang_span langs = {{0, (uint32_t)words.n}, LANG_UND};
    struct buf key = {0};

    segment(&w, words, &langs, 1, b->stemmer, tmp);
    buf_putc(&key, LANG_UND + 1);
    buf_putc(&key, '!');
    /* marks do not count: a phrase is its words */
    for (size_t i = 0, n = 0; i < w.nwords; i++) {
        if (w.words[i].kind == WORD_MARK)
            continue;
        if (n++)
            buf_putc(&key, ' ');
        buf_put(&key, w.words[i].fold);
    }
    if (key.n > 2)
        add_entry(b, buf_str(&key), e);
    buf_free(&key);
    arena_close(tmp);
}

/* The run of the words as they stand, NULL where there is none. */
static const struct run *
run_of(struct build *b, str words, enum lang lang)
{
    struct arena *tmp = arena_open();
    struct words w;
    struct lang_span langs = {{0, (uint32_t)words.n}, lang};
    struct buf key = {0};
    const struct run *run = NULL;

    segment(&w, words, &langs, 1, b->stemmer, tmp);
    if (key_of(&w, lang, false, &key)) {
        const uint32_t *at = table_get(b->keys, buf_str(&key));

        run = at ? &b->runs[*at] : NULL;
    }
    buf_free(&key);
    arena_close(tmp);
    return run;
}

bool
has(struct build *b, str words, enum lang lang, enum sense_kind kind)
{
    const struct run *run = run_of(b, words, lang);

    for (size_t i = 0; run && i < run->n; i++)
        if (run->entries[i].kind == kind && run->entries[i].flags & LEX_WORD)
            return true;
    return false;
}

bool
known(struct build *b, str words, struct lex_entry e)
{
    const struct run *run = run_of(b, words, LANG_UND);

    e.flags |= LEX_WORD;
    for (size_t i = 0; run && i < run->n; i++)
        if (run->entries[i].kind == e.kind && run->entries[i].id == e.id &&
            run->entries[i].flags == e.flags)
            return true;
    return false;
}

uint8_t
name_flags(str words)
{
    size_t upper = 0, lower = 0, cased = 0;

    while (words.n) {
        uint32_t c = utf8_next(&words);

        upper += utf8_upper(c);
        lower += utf8_lower(c);
        cased += utf8_letter(c);
    }
    if (upper == 0)
        return 0;
    if (lower == 0 && cased <= 5)
        return LEX_CAPS;
    return LEX_CAPITAL;
}

bool
inflects(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
    case LANG_UK:
    case LANG_PL:
    case LANG_EL:
    case LANG_TR:
    case LANG_CS:
    case LANG_SK:
    case LANG_BG:
    case LANG_SR:
    case LANG_HR:
    case LANG_FI:
    case LANG_HU:
    case LANG_HI:
        return true;
    default:
        return false;
    }
}

int
main(int argc, char **argv)
{
    struct buf strings = {0};
    struct build b = {.mem = arena_open(),
                      .stemmer = stemmer_open(),
                      .keys = table_open(),
                      .texts = table_open(),
                      .place_of = table_open(),
                      .strings = &strings};
    bool only_lint = argc == 3 && strcmp(argv[1], "--lint") == 0;
    const char *data = argv[only_lint ? 2 : 1];
    bool ok;

    if (argc != 3) {
        fprintf(stderr, "usage: lexbuild DATA OUT | --lint DATA\n");
        return 2;
    }
    buf_putc(&strings, '\0'); /* offset 0 is the empty text */
    read_concepts(&b, data);
    read_words(&b, data);
    make_numbers(&b, data);
    make_dates(&b);
    make_holidays(&b, data);
    read_names(&b, data);
    read_places(&b, data);
    make_pinyin(&b);
    make_kanji(&b, data);
    ok = b.faults == 0;
    if (ok && only_lint) {
        ok = lint(&b);
        ok = lint_doublets(&b, data) && ok; /* tells of both */
    } else if (ok) {
        ok = write_out(&b, argv[2]);
    }
    buf_free(&strings);
    table_close(b.keys);
    table_close(b.texts);
    table_close(b.place_of);
    stemmer_close(b.stemmer);
    arena_close(b.mem);
    return ok ? 0 : 1;
}
