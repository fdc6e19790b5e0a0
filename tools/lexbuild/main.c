/*
 * lexbuild - compiles data/ into samestory.lex.
 *
 * Usage: lexbuild DATA OUT. Everything that needs ICU's rule sets, gettext
 * catalogues or parsing happens here, once, so that the program itself
 * starts by mapping a file.
 */
#include "lexbuild.h"

#include "base/buf.h"
#include "base/oom.h"
#include "text/fold.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

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

static void
add_entry(struct build *b, str key, struct lex_entry e)
{
    bool found;
    uint32_t *at;
    struct run *run;

    if (key.n > 255)
        return;
    at = table_at(b->keys, key, &found);
    if (!found) {
        b->runs = arena_grow(b->mem, b->runs, b->nruns, sizeof *b->runs);
        *at = (uint32_t)b->nruns;
        b->runs[b->nruns++] = (struct run){arena_str(b->mem, key), NULL, 0};
    }
    run = &b->runs[*at];
    for (size_t i = 0; i < run->n; i++) {
        struct lex_entry *o = &run->entries[i];

        if (o->kind != e.kind)
            continue;
        if (key.s[1] == '#') {
            if (e.id > o->id)
                o->id = e.id;
            return;
        }
        if (o->id == e.id) {
            o->flags &= e.flags; /* the laxer of two spellings wins */
            o->family = o->family && e.family ? o->family | e.family : 0;
            return;
        }
    }
    run->entries =
        arena_grow(b->mem, run->entries, run->n, sizeof *run->entries);
    run->entries[run->n++] = e;
}

/* The key of the words of a text: folds or stems. False: too long. */
static bool
key_of(const struct words *w, enum lang lang, char mode, struct buf *key)
{
    buf_clear(key);
    buf_putc(key, (char)(lang + 1));
    buf_putc(key, mode);
    if (w->nwords == 0 || w->nwords > LEX_MOST_WORDS)
        return false;
    for (size_t i = 0; i < w->nwords; i++) {
        if (i)
            buf_putc(key, ' ');
        buf_put(key, mode == '~' ? w->words[i].stem : w->words[i].fold);
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

    segment(&w, words, &langs, 1, b->stemmer, tmp);
    if (key_of(&w, lang, '=', &key)) {
        if (how & PUT_EXACT)
            add_entry(b, buf_str(&key), e);
        if (how & PUT_STEM && key_of(&w, lang, '~', &key)) {
            if (w.nwords == 1)
                e.family = (uint8_t)stem_family(w.words[0].fold, lang);
            add_entry(b, buf_str(&key), e);
        }
        buf_clear(&key);
        buf_putc(&key, (char)(lang + 1));
        buf_putc(&key, '#');
        buf_put(&key, w.words[0].stem);
        if (w.nwords > 1)
            add_entry(b, buf_str(&key),
                      (struct lex_entry){.id = (uint32_t)w.nwords});
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

bool
has(struct build *b, str words, enum lang lang, enum sense_kind kind)
{
    struct arena *tmp = arena_open();
    struct words w;
    struct lang_span langs = {{0, (uint32_t)words.n}, lang};
    struct buf key = {0};
    bool found = false;

    segment(&w, words, &langs, 1, b->stemmer, tmp);
    if (key_of(&w, lang, '=', &key)) {
        const uint32_t *at = table_get(b->keys, buf_str(&key));

        for (size_t i = 0; at && i < b->runs[*at].n; i++)
            found |= b->runs[*at].entries[i].kind == kind;
    }
    buf_free(&key);
    arena_close(tmp);
    return found;
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

/* ---- writing --------------------------------------------------------- */

static void
pad(struct buf *out)
{
    while (out->n % 8)
        buf_putc(out, '\0');
}

static void
section(struct buf *out, struct lex_head *head, enum lex_section s,
        const void *items, size_t n, size_t size)
{
    pad(out);
    head->section[s].at = out->n + sizeof *head;
    head->section[s].count = n;
    buf_put(out, (str){items ? items : "", n * size});
}

static int
by_key(const void *a, const void *b)
{
    return str_cmp(((const struct run *)a)->key, ((const struct run *)b)->key);
}

static int
by_pair(const void *a, const void *b)
{
    const struct lex_near *x = a, *y = b;

    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Pairs of concepts that share a word, and in which languages. */
static struct lex_near *
near_pairs(struct build *b, size_t *n)
{
    struct lex_near *all = NULL;
    size_t nall = 0;

    for (size_t i = 0; i < b->nruns; i++) {
        const struct run *r = &b->runs[i];
        int lang = r->key.s[0] - 2; /* bit of the language; -1: any */

        if (r->key.s[1] != '=' || lang < 0 || lang >= LEX_COLUMNS)
            continue;
        for (size_t k = 0; k < r->n; k++)
            for (size_t m = 0; m < r->n; m++) {
                if (r->entries[k].kind != SENSE_CONCEPT ||
                    r->entries[m].kind != SENSE_CONCEPT ||
                    r->entries[k].id >= r->entries[m].id)
                    continue;
                all = arena_grow(b->mem, all, nall, sizeof *all);
                all[nall++] = (struct lex_near){r->entries[k].id,
                                                r->entries[m].id, 1u << lang};
            }
    }
    if (nall)
        qsort(all, nall, sizeof *all, by_pair);
    *n = 0;
    for (size_t i = 0; i < nall; i++) {
        if (*n && by_pair(&all[*n - 1], &all[i]) == 0)
            all[*n - 1].langs |= all[i].langs;
        else
            all[(*n)++] = all[i];
    }
    return all;
}

static bool
write_out(struct build *b, const char *path)
{
    struct lex_head head = {.magic = LEX_MAGIC, .format = LEX_FORMAT};
    struct buf out = {0};
    size_t room = 64, nentries = 0;
    struct lex_slot *slots;
    struct lex_entry *entries;
    struct lex_near *near;
    size_t nnear;
    FILE *f;
    bool ok;

    qsort(b->runs, b->nruns, sizeof *b->runs, by_key);
    while (room < b->nruns * 3 / 2)
        room *= 2;
    slots = arena_new(b->mem, struct lex_slot, room);
    for (size_t i = 0; i < b->nruns; i++)
        nentries += b->runs[i].n;
    entries = arena_new(b->mem, struct lex_entry, nentries);
    nentries = 0;
    for (size_t i = 0; i < b->nruns; i++) {
        struct run *run = &b->runs[i];
        uint32_t hash = (uint32_t)XXH3_64bits(run->key.s, run->key.n);
        size_t at = hash & (room - 1);

        while (slots[at].key)
            at = (at + 1) & (room - 1);
        slots[at] = (struct lex_slot){hash, (uint32_t)b->strings->n,
                                      (uint32_t)nentries, (uint32_t)run->n};
        buf_putc(b->strings, (char)run->key.n);
        buf_put(b->strings, run->key);
        for (size_t k = 0; k < run->n; k++)
            entries[nentries++] = run->entries[k];
    }
    section(&out, &head, LEX_STRINGS, b->strings->s, b->strings->n, 1);
    section(&out, &head, LEX_SLOTS, slots, room, sizeof *slots);
    section(&out, &head, LEX_ENTRIES, entries, nentries, sizeof *entries);
    section(&out, &head, LEX_CONCEPTS, b->concepts, b->nconcepts,
            sizeof *b->concepts);
    section(&out, &head, LEX_PLACES, b->places, b->nplaces, sizeof *b->places);
    section(&out, &head, LEX_BODIES, b->bodies, b->nbodies, sizeof *b->bodies);
    section(&out, &head, LEX_GIVEN, b->given, b->ngiven, sizeof *b->given);
    section(&out, &head, LEX_PINYIN, b->pinyin, b->npinyin, sizeof *b->pinyin);
    near = near_pairs(b, &nnear);
    section(&out, &head, LEX_NEAR, near, nnear, sizeof *near);
    pad(&out);
    head.version = XXH3_64bits(out.s, out.n);
    f = fopen(path, "wb");
    ok = f && fwrite(&head, sizeof head, 1, f) == 1 &&
         fwrite(out.s, 1, out.n, f) == out.n;
    if (f && fclose(f) != 0)
        ok = false;
    printf("lexbuild: %zu concepts, %zu places, %zu bodies, %zu given names, "
           "%zu keys, %zu bytes\n",
           b->nconcepts, b->nplaces, b->nbodies, b->ngiven, b->nruns, out.n);
    buf_free(&out);
    return ok;
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
    bool ok;

    if (argc != 3) {
        fprintf(stderr, "usage: lexbuild DATA OUT\n");
        return 2;
    }
    buf_putc(&strings, '\0'); /* offset 0 is the empty text */
    read_concepts(&b, argv[1]);
    read_words(&b, argv[1]);
    make_numbers(&b, argv[1]);
    make_dates(&b);
    read_names(&b, argv[1]);
    read_places(&b, argv[1]);
    make_pinyin(&b);
    make_kanji(&b, argv[1]);
    ok = b.faults == 0 && write_out(&b, argv[2]);
    buf_free(&strings);
    table_close(b.keys);
    table_close(b.texts);
    table_close(b.place_of);
    stemmer_close(b.stemmer);
    arena_close(b.mem);
    return ok ? 0 : 1;
}
