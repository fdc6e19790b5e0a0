/* add.c - rows added to an open lexicon, as tools/lexbuild would put them. */
#include "lexicon/inside.h"
#include "lexicon/overlay.h"
#include "lexicon/rows.h"

#include "base/buf.h"

#include <string.h>

struct adder {
    struct lexicon *lx;
    struct overlay *o;
    struct stemmer *stemmer;
    struct buf key;
};

static void
put_key(struct adder *ad, struct lex_entry e)
{
    uint64_t hash = str_hash(buf_str(&ad->key));

    overlay_put(ad->o, hash, lexicon_shipped_look(ad->lx, hash), e);
}

static void
words_key(struct adder *ad, const struct words *w, enum lang lang, bool stems)
{
    buf_clear(&ad->key);
    buf_putc(&ad->key, (char)(lang + 1));
    buf_putc(&ad->key, '=');
    for (size_t i = 0; i < w->nwords; i++) {
        if (i)
            buf_putc(&ad->key, ' ');
        buf_put(&ad->key, stems ? w->words[i].stem : w->words[i].fold);
    }
}

/* The words under their fold and under their stems. */
static void
put_words(struct adder *ad, str text, enum lang lang, struct lex_entry e)
{
    struct arena *mem = arena_open();
    struct lang_span all = {{0, (uint32_t)text.n}, lang};
    struct words w;

    segment(&w, text, &all, 1, ad->stemmer, mem);
    if (w.nwords > 0 && w.nwords <= LEX_MOST_WORDS) {
        words_key(ad, &w, lang, false);
        e.flags = LEX_WORD;
        put_key(ad, e);
        words_key(ad, &w, lang, true);
        e.flags = LEX_STEM;
        if (w.nwords == 1)
            e.family = (uint8_t)stem_family(w.words[0].fold, lang);
        put_key(ad, e);
    }
    if (w.nwords > 1 && w.nwords <= LEX_MOST_WORDS) {
        struct words first = {.words = w.words, .nwords = 1};

        words_key(ad, &first, lang, true);
        put_key(ad, (struct lex_entry){.kind = LEX_REACH,
                                       .id = (uint32_t)w.nwords});
    }
    arena_close(mem);
}

static uint32_t
new_concept(struct adder *ad, const struct row *row)
{
    struct overlay *o = ad->o;
    struct overlay_concept *c;

    o->concepts =
        arena_grow(o->mem, o->concepts, o->nconcepts, sizeof *o->concepts);
    c = &o->concepts[o->nconcepts++];
    *c = (struct overlay_concept){.key = arena_str(o->mem, row->key),
                                  .cls = row->cls};
    for (int l = 1; l <= LANG_LEXICON; l++) {
        str rest = row->words[l], word;

        if (str_next(&rest, '|', &word))
            c->word[l] = arena_str(o->mem, str_trim(word));
    }
    return lexicon_shipped(ad->lx) + (uint32_t)o->nconcepts;
}

static void
keep_row(struct overlay *o, uint32_t concept, const struct row *row)
{
    struct overlay_row *kept;

    o->rows = arena_grow(o->mem, o->rows, o->nrows, sizeof *o->rows);
    kept = &o->rows[o->nrows++];
    *kept = (struct overlay_row){.concept = concept};
    for (int l = 1; l <= LANG_LEXICON; l++)
        kept->words[l] = arena_str(o->mem, row->words[l]);
}

static void
add_row(struct adder *ad, const struct row *row)
{
    uint32_t id = lexicon_concept_of(ad->lx, row->key);
    struct lex_entry e = {.kind = SENSE_CONCEPT};

    if (id == 0 && row->cls == CLASS_NONE)
        return; /* of a concept that this lexicon has no more */
    if (id == 0)
        id = new_concept(ad, row);
    keep_row(ad->o, id, row);
    e.id = id;
    e.cls = (uint8_t)lexicon_class(ad->lx, id);
    for (int l = 1; l <= LANG_LEXICON; l++) {
        str rest = row->words[l], word;

        while (str_next(&rest, '|', &word))
            put_words(ad, str_trim(word), (enum lang)l, e);
    }
}

void
lexicon_add(struct lexicon *lx, const struct rows *rows)
{
    struct adder ad = {.lx = lx, .o = lexicon_overlay(lx)};
    struct arena *mem = arena_open();
    struct rows one = {arena_new(mem, struct row, rows->n + 1), rows->n};
    struct buf text = {0};

    if (rows->n)
        memcpy(one.list, rows->list, rows->n * sizeof *rows->list);
    rows_merge(&one, mem);
    ad.stemmer = stemmer_open();
    for (size_t i = 0; i < one.n; i++)
        add_row(&ad, &one.list[i]);
    rows_write(lx, &one, &text);
    ad.o->version = ad.o->version * 31 + str_hash(buf_str(&text));
    lexicon_index(lx);
    stemmer_close(ad.stemmer);
    buf_free(&text);
    buf_free(&ad.key);
    arena_close(mem);
}
