/* name_words.c - words of names, each once. */
#include "story/name_words.h"

#include "text/utf8.h"

#include <stdlib.h>

enum { MOST_WORDS = 3000 }; /* of an article that are looked at */

static const double SURE_MASS = 1.0, MAYBE_MASS = 0.6, HEADLINE_MASS = 1.0;

static bool
has_case(enum script s)
{
    return s == SCRIPT_LATIN || s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
}

static bool
means_something(const struct reading *r, size_t word)
{
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind != SENSE_GIVEN &&
            r->senses[i].kind != SENSE_SURNAME)
            return true;
    return false;
}

/* May a word that stands in no name be one? */
static bool
may_name(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];

    if (w->kind != WORD_LETTERS || means_something(r, word) ||
        utf8_count(w->fold) < 3)
        return false;
    if (has_case(w->script))
        return w->shape & SHAPE_CAPITAL && !(w->shape & SHAPE_FIRST);
    return w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW ||
           w->script == SCRIPT_DEVANAGARI || w->script == SCRIPT_HANGUL ||
           w->script == SCRIPT_KATAKANA;
}

static void
bear(struct article *a, str fold, enum script script, double mass)
{
    a->name_words = arena_grow(a->mem, a->name_words, a->nname_words,
                               sizeof *a->name_words);
    a->name_words[a->nname_words++] =
        (struct name_word){fold, (float)mass, (float)mass, (uint8_t)script};
}

/* The words of a name in a script of one character a word are one. */
static size_t
run_of(const struct words *w, size_t i, size_t end)
{
    size_t n = 1;

    if (w->words[i].script != SCRIPT_HAN)
        return 1;
    while (i + n < end && w->words[i + n].script == SCRIPT_HAN &&
           w->words[i + n].start == w->words[i + n - 1].end)
        n++;
    return n;
}

/* The words of sure names; `taken` marks them. */
static void
bear_names(struct article *a, size_t most, bool *taken)
{
    const struct words *w = &a->read.w;

    for (size_t k = 0; k < a->nnames; k++) {
        const struct name_mark *m = &a->names[k];
        size_t end = m->word + m->nwords;

        if (m->sure < NAME_SURE || m->known_kind || end > most)
            continue;
        for (size_t i = m->word, run; i < end; i += run) {
            str fold;

            run = run_of(w, i, end);
            taken[i] = true;
            if (w->words[i].kind != WORD_LETTERS ||
                reading_sense(&a->read, i, SENSE_PARTICLE) ||
                (run == 1 && w->words[i].script == SCRIPT_HAN))
                continue;
            fold = w->words[i].fold;
            if (run > 1)
                fold = str_cut(w->text, w->words[i].start,
                               w->words[i + run - 1].end);
            bear(a, fold, w->words[i].script, SURE_MASS);
        }
    }
}

static int
by_fold(const void *a, const void *b)
{
    const struct name_word *x = a, *y = b;
    int c = str_cmp(x->fold, y->fold);

    return c ? c : (x->mass > y->mass) - (x->mass < y->mass);
}

/* Each word once. */
static void
sum_up(struct article *a)
{
    struct name_word *w = a->name_words;
    size_t n = 0;

    if (a->nname_words == 0)
        return;
    qsort(w, a->nname_words, sizeof *w, by_fold);
    for (size_t i = 0; i < a->nname_words; i++)
        if (n && str_eq(w[n - 1].fold, w[i].fold)) {
            w[n - 1].mass += w[i].mass;
            w[n - 1].most = w[i].most; /* the rising order of equal words */
        } else {
            w[n++] = w[i];
        }
    a->nname_words = n;
}

void
name_words_find(struct article *a)
{
    const struct reading *r = &a->headline;
    const struct words *w = &a->read.w;
    size_t most = w->nwords < MOST_WORDS ? w->nwords : MOST_WORDS;
    bool *taken = arena_new(a->mem, bool, w->nwords + 1);

    a->name_words = NULL;
    a->nname_words = 0;
    bear_names(a, most, taken);
    for (size_t i = 0; i < r->w.nwords; i++)
        if (may_name(r, i))
            bear(a, r->w.words[i].fold, r->w.words[i].script, HEADLINE_MASS);
    for (size_t i = 0; i < most; i++)
        if (!taken[i] && may_name(&a->read, i))
            bear(a, w->words[i].fold, w->words[i].script, MAYBE_MASS);
    sum_up(a);
}
