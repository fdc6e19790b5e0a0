/*
 * cover - how much of the words of a text the rows of data/lexicon know.
 *
 *   cover [--unknown LANG N] FILE…   any input that the program reads
 *
 * For each language: content words, how many of them have a concept, the
 * share. Content words are words of letters that are no function words,
 * numbers, days or names; each occurrence counts. In Chinese and Japanese,
 * whose words are single characters here, characters count; hiragana that no
 * entry covers is grammar and does not. With --unknown instead the N words of
 * the language that no row knows and that stand there most often, each with
 * its count: stems, of Chinese and Japanese two characters side by side.
 */
#include "engine/digest.h"
#include "source/source.h"

#include "base/buf.h"
#include "base/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct missing {
    str word;
    uint32_t n;
};

struct count {
    uint64_t words[LANG_COUNT], known[LANG_COUNT];
    enum lang of; /* whose unknown words are kept; LANG_UND: of none */
    struct arena *mem;
    struct table *at;
    struct missing *missing;
    size_t nmissing;
};

enum cover { COVER_NONE, COVER_KNOWN, COVER_LEFT_OUT };

static enum cover
cover_kind(const struct sense *s)
{
    switch (s->kind) {
    case SENSE_CONCEPT:
        return COVER_KNOWN;
    case SENSE_GIVEN: /* say of common words that names are made of them */
    case SENSE_SURNAME:
    case SENSE_SOUND:
    case SENSE_HEAD:
        return COVER_NONE;
    default:
        return COVER_LEFT_OUT;
    }
}

/* What the senses say of the words they cover. */
static enum cover *
cover_senses(const struct reading *r, struct arena *mem)
{
    enum cover *out = arena_new(mem, enum cover, r->w.nwords + 1);

    for (size_t i = 0; i < r->nsenses; i++) {
        const struct sense *s = &r->senses[i];

        for (size_t k = 0; k < s->nwords; k++)
            if (out[s->word + k] < cover_kind(s))
                out[s->word + k] = cover_kind(s);
    }
    return out;
}

static bool
by_character(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HIRAGANA ||
           w->script == SCRIPT_KATAKANA;
}

static bool
content(const struct word *w, enum cover c)
{
    if (w->kind != WORD_LETTERS || w->shape & SHAPE_CLITIC ||
        c == COVER_LEFT_OUT)
        return false;
    if (w->script == SCRIPT_HIRAGANA)
        return c == COVER_KNOWN;
    return by_character(w) || utf8_count(w->fold) > 1;
}

static void
miss(struct count *c, str word)
{
    bool found;
    uint32_t *at = table_at(c->at, word, &found);

    if (!found) {
        c->missing =
            arena_grow(c->mem, c->missing, c->nmissing, sizeof *c->missing);
        *at = (uint32_t)c->nmissing;
        c->missing[c->nmissing++] =
            (struct missing){arena_str(c->mem, word), 0};
    }
    c->missing[*at].n++;
}

/* An unknown word of the language that is asked for. */
static void
keep(struct count *c, const struct reading *r, size_t i,
     const enum cover *cover)
{
    const struct word *w = &r->w.words[i], *next = w + 1;

    if (!by_character(w) || w->script == SCRIPT_KATAKANA) {
        miss(c, w->fold);
        return;
    }
    if (i + 1 < r->w.nwords && by_character(next) && next->start == w->end &&
        content(next, cover[i + 1]) && cover[i + 1] == COVER_NONE)
        miss(c, str_cut(r->w.text, w->start, next->end));
}

static void
count_article(struct count *c, const struct article *a)
{
    const struct reading *r = &a->read;
    enum cover *cover = cover_senses(r, a->mem);

    for (size_t i = 0; i < a->nnames; i++)
        for (size_t k = 0;
             a->names[i].sure >= NAME_SURE && k < a->names[i].nwords; k++)
            cover[a->names[i].word + k] = COVER_LEFT_OUT;
    for (size_t i = 0; i < r->w.nwords; i++) {
        const struct word *w = &r->w.words[i];

        if (!content(w, cover[i]))
            continue;
        c->words[w->lang]++;
        c->known[w->lang] += cover[i] == COVER_KNOWN;
        if (c->of != LANG_UND && w->lang == c->of && cover[i] == COVER_NONE)
            keep(c, r, i, cover);
    }
}

static int
most_first(const void *a, const void *b)
{
    const struct missing *x = a, *y = b;

    if (x->n != y->n)
        return x->n < y->n ? 1 : -1;
    return str_cmp(x->word, y->word);
}

static void
show(struct count *c, size_t most)
{
    if (c->of != LANG_UND) {
        if (c->nmissing)
            qsort(c->missing, c->nmissing, sizeof *c->missing, most_first);
        for (size_t i = 0; i < c->nmissing && i < most; i++)
            printf("%u\t%.*s\n", c->missing[i].n, STR_ARG(c->missing[i].word));
        return;
    }
    for (int l = 1; l <= LANG_LEXICON; l++)
        if (c->words[l])
            printf("%s\t%llu\t%llu\t%.3f\n", lang_code((enum lang)l),
                   (unsigned long long)c->words[l],
                   (unsigned long long)c->known[l],
                   (double)c->known[l] / (double)c->words[l]);
}

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    fprintf(stderr, "cover: %s: %s\n", path, why);
}

int
main(int argc, char **argv)
{
    struct count c = {.mem = arena_open(), .at = table_open()};
    const char *data = getenv("SAMESTORY_DATA");
    struct err err = {0};
    struct lexicon *lx =
        lexicon_open(data ? data : "build/samestory.lex", &err);
    int first = argc > 3 && strcmp(argv[1], "--unknown") == 0 ? 4 : 1;
    struct source *src;
    struct article *a;
    bool all;

    if (!lx || argc <= first) {
        fprintf(stderr, "usage: cover [--unknown LANG N] FILE...\n%s\n",
                err.words);
        return 2;
    }
    if (first == 4)
        c.of = lang_of(str_of(argv[2]));
    src = source_open((const char *const *)argv + first, (size_t)(argc - first),
                      (size_t)16 << 20, complain, NULL);
    while ((a = source_next(src))) {
        digest_until(lx, a, STAGE_SAYS);
        if (!a->why_not)
            count_article(&c, a);
        article_free(a);
    }
    show(&c, first == 4 ? (size_t)atol(argv[3]) : 0);
    all = source_failed(src) == 0;
    source_close(src);
    lexicon_close(lx);
    table_close(c.at);
    arena_close(c.mem);
    return all ? 0 : 3;
}
