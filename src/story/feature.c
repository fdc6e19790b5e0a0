/*
 * feature.c - what an article is about: typed ids that mean the same in any
 * language (concepts, places, bodies, numbers, days, names by their sound)
 * and the words of its own language beside them.
 *
 * The weight of a feature says how often and where it stands (a title more
 * than a late paragraph) and how much its kind tells in general; how rare it
 * is among the articles at hand is left to whoever compares them.
 *
 * Pure, and bounded: FEATURE_MOST_WORDS words are looked at, FEATURE_MOST
 * features kept, the heaviest.
 */
#include "story/feature.h"

#include "story/name_words.h"
#include "story/told.h"
#include "story/worth.h"

#include "base/radix.h"
#include "lexicon/numbers.h"
#include "text/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FEATURE_MOST_WORDS = 6000, /* a long read; what follows is background */
    FEATURE_MOST = 480,
    FEATURE_MOST_TITLE = 2000, /* bytes */
    /* A post, a blurb: each character tells. 2026-11: with 160 and 200 the
     * Chinese pairs gain .007 and events_dev loses .003 and .005. */
    SHORT_WORDS = 140,
    GRAM = 4, /* characters, of scripts without spaces */
};

/* Where a word stands. Chosen by the events and blurbs of 2026-11. */
static const double AT_TITLE = 4.0, AT_LEAD = 2.0, AT_BODY = 1.0, AT_LATE = 0.4,
                    AT_CAPTION = 0.5, AT_EMBED = 0.7, AT_FOOTNOTE = 0.2;
enum { LEAD_SENTENCES = 3, LATE_SENTENCES = 14 };

struct tally {
    uint32_t id;
    float mass;  /* how often, by where */
    float worth; /* how much its kind tells */
    span at;     /* the words, of the text or of the headline */
    bool headline;
};

struct finder {
    const struct lexicon *lx;
    struct article *a;
    const struct reading *r; /* the text's, or the headline's */
    span at;                 /* the words at hand */
    bool is_short;
    struct tally *list;
    size_t n;
};

static void
add(struct finder *f, enum feature_type type, uint64_t hash, double mass,
    double worth)
{
    if (mass <= 0 || worth <= 0)
        return;
    f->list = arena_grow(f->a->mem, f->list, f->n, sizeof *f->list);
    f->list[f->n++] =
        (struct tally){feature_id(type, hash), (float)mass, (float)worth, f->at,
                       f->r == &f->a->headline};
}

/* ---- where a sentence stands ------------------------------------------ */

static double
block_mass(enum block_kind kind, size_t nth)
{
    switch (kind) {
    case BLOCK_TITLE:
    case BLOCK_SUBTITLE:
        return AT_TITLE;
    case BLOCK_CAPTION:
        return AT_CAPTION;
    case BLOCK_EMBED:
        return AT_EMBED;
    case BLOCK_FOOTNOTE:
        return AT_FOOTNOTE;
    case BLOCK_BYLINE:
    case BLOCK_CHROME:
        return 0;
    default:
        return nth < LEAD_SENTENCES   ? AT_LEAD
               : nth < LATE_SENTENCES ? AT_BODY
                                      : AT_LATE;
    }
}

/* The mass of a word in each sentence. What a page without a title begins with
 * stands for one (semeval2022t8_pairs, 2026-11: F1 .763 for .757). */
static double *
masses(const struct article *a)
{
    const struct words *w = &a->read.w;
    double *mass = arena_new(a->mem, double, w->nsentences + 1);
    size_t block = 0, nth = 0;

    for (size_t i = 0; i < w->nsentences; i++) {
        uint32_t at = w->sentences[i].at.start;
        enum block_kind kind;

        while (block < a->nblocks &&
               (!a->blocks[block].kept || a->blocks[block].at.end <= at))
            block++;
        kind = block < a->nblocks ? a->blocks[block].kind : BLOCK_BODY;
        mass[i] = i == 0 && kind == BLOCK_BODY && a->title.n == 0
                      ? AT_TITLE
                      : block_mass(kind, nth);
        if (kind == BLOCK_BODY || kind == BLOCK_QUOTE)
            nth++;
    }
    return mass;
}

/* ---- meanings --------------------------------------------------------- */

static void
add_place_itself(struct finder *f, const struct place *p, double mass,
                 double worth)
{
    if (p->kind == PLACE_COUNTRY)
        add(f, FEATURE_PLACE, str_hash(str_of(p->iso)) * 31 + 1, mass, worth);
    else
        add(f, p->kind == PLACE_AREA ? FEATURE_PLACE : FEATURE_TOWN,
            str_hash(p->name) * 31 + str_hash(str_of(p->iso)) + p->kind, mass,
            worth);
}

static void
add_place(struct finder *f, uint32_t id, double mass)
{
    struct place p = lexicon_place(f->lx, id);
    uint32_t country = lexicon_country(f->lx, id);

    add_place_itself(f, &p, mass, worth_of_place(&p));
    if (country && country != id) {
        p = lexicon_place(f->lx, country);
        add_place_itself(f, &p, mass * 0.3, 0.7);
    }
}

/* All that the words from `word` on may mean; how many words that covers. */
static size_t
add_senses(struct finder *f, size_t word, double mass, bool *known)
{
    const struct reading *r = f->r;
    size_t from = r->sense_at[word], to = r->sense_at[word + 1], covers = 1;
    double n = 0;

    for (size_t i = from; i < to; i++)
        n += r->senses[i].kind <= SENSE_GIVEN;
    for (size_t i = from; i < to; i++) {
        const struct sense *s = &r->senses[i];
        double part = mass / (n > 0 ? n : 1);
        str key;

        covers = s->nwords;
        *known = true;
        f->at.end = r->w.words[word + covers - 1].end;
        switch ((enum sense_kind)s->kind) {
        case SENSE_CONCEPT:
            key = lexicon_key(f->lx, s->id);
            add(f, FEATURE_CONCEPT, str_hash(key), part, worth_of_concept(s));
            break;
        case SENSE_PLACE:
            add_place(f, s->id, part);
            break;
        case SENSE_DEMONYM:
            add_place(f, s->id, part * 0.6);
            break;
        case SENSE_BODY:
            add(f, FEATURE_BODY, str_hash(lexicon_body(f->lx, s->id)), part,
                1.0);
            break;
        case SENSE_GIVEN:
            *known = false; /* a given name may be a family name as well */
            break;
        default:
            break;
        }
    }
    return covers;
}

/* ---- words of the text's own language ---------------------------------- */

static bool
is_function(const struct reading *r, size_t word)
{
    return reading_sense(r, word, SENSE_FUNCTION) ||
           reading_sense(r, word, SENSE_PARTICLE) ||
           reading_sense(r, word, SENSE_HONORIFIC);
}

/* Pairs of neighbours in a script that writes one character a word. */
static bool
add_signs(struct finder *f, size_t word, double mass)
{
    const struct words *w = &f->r->w;
    const struct word *a = &w->words[word], *b = a + 1;

    if (a->script != SCRIPT_HAN && a->script != SCRIPT_HIRAGANA)
        return false;
    if (a->script == SCRIPT_HAN && f->is_short)
        add(f, FEATURE_SIGN, str_hash(a->fold), mass, 0.6);
    if (a->script == SCRIPT_HAN && word + 1 < w->nwords &&
        b->script == SCRIPT_HAN && b->sentence == a->sentence &&
        b->start == a->end)
        add(f, FEATURE_WORD, str_hash(a->fold) * 31 + str_hash(b->fold), mass,
            0.6);
    return true;
}

/* Runs of four characters of a long word in a script without spaces. */
static bool
add_grams(struct finder *f, const struct word *w, double mass)
{
    const char *at[GRAM + 1];
    str rest = w->fold;
    size_t n = 0;

    if ((w->script != SCRIPT_THAI && w->script != SCRIPT_OTHER) ||
        utf8_count(w->fold) < 10)
        return false;
    while (rest.n) {
        memmove(at, at + 1, GRAM * sizeof *at);
        at[GRAM] = rest.s;
        utf8_next(&rest);
        if (++n >= GRAM)
            add(f, FEATURE_STEM,
                str_hash((str){at[1], (size_t)(rest.s - at[1])}), mass, 0.5);
    }
    return true;
}

static void
add_word(struct finder *f, size_t word, double mass, bool known)
{
    const struct word *w = &f->r->w.words[word];
    bool capital = w->shape & SHAPE_CAPITAL && !(w->shape & SHAPE_FIRST);

    if (w->kind != WORD_LETTERS || add_signs(f, word, mass) ||
        is_function(f->r, word) || add_grams(f, w, mass) || w->stem.n < 2)
        return;
    if (w->shape & SHAPE_ALL_CAPS && w->script == SCRIPT_LATIN &&
        w->fold.n <= 6 && !known)
        add(f, FEATURE_ACRONYM, str_hash(w->fold), mass, 1.0);
    add(f, known ? FEATURE_WORD : FEATURE_STEM, str_hash(w->stem), mass,
        known     ? 0.8
        : capital ? 1.2
                  : 1.0);
}

/* ---- numbers, days ------------------------------------------------------ */

static void
add_number(struct finder *f, double v, double mass)
{
    char key[32];

    snprintf(key, sizeof key, "%.4g", v); /* 137,000 and 137,012 are one */
    add(f, FEATURE_NUMBER, str_hash(str_of(key)), mass, worth_of_number(v));
}

/* The date mark that covers the word, or NULL. Marks stand in order. */
static const struct date_mark *
dated(const struct article *a, size_t word, size_t *next)
{
    while (*next < a->ndates &&
           a->dates[*next].word + a->dates[*next].nwords <= word)
        ++*next;
    return *next < a->ndates && a->dates[*next].word <= word ? &a->dates[*next]
                                                             : NULL;
}

static void
add_date(struct finder *f, const struct date_mark *m, double mass)
{
    struct day d = when_resolve(&m->when, f->a->anchor, m->tense);
    char day[16];

    if (d.month == 0)
        return;
    if (d.day)
        d.year = 0; /* a year that is not known must not part the two */
    add(f, FEATURE_DATE, str_hash(str_of(day_edtf(d, day))), mass,
        d.day ? 1.0 : 0.4);
}

/* ---- all of it ----------------------------------------------------------- */

static int
by_mass(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;

    return x->mass != y->mass ? (x->mass > y->mass) - (x->mass < y->mass)
                              : (x->worth > y->worth) - (x->worth < y->worth);
}

/* Tallies of one id side by side, those of less mass first: sums of fractions
 * hang on their order. */
static void
sort_tallies(struct finder *f, struct radix *keys)
{
    struct tally *sorted = arena_new(f->a->mem, struct tally, f->n);

    for (size_t i = 0; i < f->n; i++)
        keys[i] = (struct radix){f->list[i].id, (uint32_t)i};
    radix_sort(keys, keys + f->n, f->n);
    for (size_t i = 0; i < f->n; i++)
        sorted[i] = f->list[keys[i].at];
    for (size_t i = 0, end; i < f->n; i = end) {
        for (end = i + 1; end < f->n && sorted[end].id == sorted[i].id;)
            end++;
        if (end - i > 1)
            qsort(sorted + i, end - i, sizeof *sorted, by_mass);
    }
    f->list = sorted;
}

/* The weightiest of n features by id, of equal weight those of lower id; *n:
 * how many. */
static struct feature *
weightiest(const struct feature *all, size_t *n, struct radix *keys,
           struct arena *mem)
{
    struct feature *out = arena_new(mem, struct feature, *n + 1);

    for (size_t i = 0; i < *n; i++) {
        uint32_t bits;

        /* of numbers above 0 the bits have the order of the numbers */
        memcpy(&bits, &all[i].weight, sizeof bits);
        keys[i] = (struct radix){~bits, (uint32_t)i};
    }
    radix_sort(keys, keys + *n, *n);
    *n = *n < FEATURE_MOST ? *n : FEATURE_MOST;
    for (size_t i = 0; i < *n; i++)
        keys[i].key = all[keys[i].at].id;
    radix_sort(keys, keys + *n, *n);
    for (size_t i = 0; i < *n; i++)
        out[i] = all[keys[i].at];
    return out;
}

static void
settle(struct finder *f)
{
    struct article *a = f->a;
    struct radix *keys = arena_new(a->mem, struct radix, 2 * f->n + 1);
    struct feature *all = arena_new(a->mem, struct feature, f->n + 1);
    size_t n = 0;

    sort_tallies(f, keys);
    for (size_t i = 0; i < f->n;) {
        double mass = 0, worth = 0;
        uint32_t id = f->list[i].id;

        for (; i < f->n && f->list[i].id == id; i++) {
            mass += f->list[i].mass;
            worth += (double)f->list[i].mass * f->list[i].worth;
        }
        all[n++] = (struct feature){id, (float)(log1p(mass) * worth / mass)};
    }
    a->features = weightiest(all, &n, keys, a->mem);
    a->nfeatures = n;
}

/* ---- headline ------------------------------------------------------------ */

/* A title that is known from fields alone is no part of the text. */
static void
read_headline(const struct lexicon *lx, struct article *a)
{
    struct lang_span lang = {{0, (uint32_t)a->title.n}, a->lang};
    struct stemmer *stemmer;

    a->headline = (struct reading){0};
    if (a->title.n == 0 || a->title.n > FEATURE_MOST_TITLE)
        return;
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept && a->blocks[i].kind == BLOCK_TITLE)
            return;
    stemmer = lexicon_stemmer(lx);
    segment(&a->headline.w, a->title, &lang, 1, stemmer, a->mem);
    lexicon_read(lx, &a->headline, a->mem);
    lexicon_stemmer_back(lx, stemmer);
}

/* Words from 0 to most of the reading at hand; `dates` says whether the date
 * marks are of it. */
static void
add_words(struct finder *f, size_t most, const double *mass, bool dates)
{
    const struct reading *r = f->r;
    size_t next = 0, covered = 0, counted = 0;

    for (size_t i = 0; i < most; i++) {
        const struct date_mark *date = dates ? dated(f->a, i, &next) : NULL;
        double m = mass ? mass[r->w.words[i].sentence] : AT_TITLE;
        bool known = i < covered;
        struct number number;

        f->at = (span){r->w.words[i].start, r->w.words[i].end};
        if (date) {
            f->at = date->at;
            if (date->word == i)
                add_date(f, date, m);
            continue;
        }
        if (i >= counted && number_at(f->lx, r, i, &number) &&
            number.nwords > 0) {
            counted = i + number.nwords;
            f->at.end = r->w.words[counted - 1].end;
            add_number(f, number.value, number.ordinal ? m * 0.3 : m);
        }
        if (i < counted)
            continue;
        if (i >= covered)
            covered = i + add_senses(f, i, m, &known);
        f->at.end = r->w.words[i].end;
        add_word(f, i, m, known);
    }
}

/* All that the article tells, as it stands. */
static void
gather(struct finder *f)
{
    struct article *a = f->a;
    size_t n = a->read.w.nwords;
    double *mass = masses(a);

    f->is_short = a->headline.w.nwords + n <= SHORT_WORDS;
    f->r = &a->headline;
    add_words(f, a->headline.w.nwords, NULL, false);
    f->r = &a->read;
    add_words(f, n < FEATURE_MOST_WORDS ? n : FEATURE_MOST_WORDS, mass, true);
}

void
feature_find(const struct lexicon *lx, struct article *a)
{
    struct finder f = {.lx = lx, .a = a};

    read_headline(lx, a);
    gather(&f);
    settle(&f);
    name_words_find(a);
    told_find(a);
}

str
feature_words(const struct lexicon *lx, struct article *a, uint32_t id)
{
    struct finder f = {.lx = lx, .a = a};

    gather(&f);
    for (size_t i = 0; i < f.n; i++)
        if (f.list[i].id == id)
            return str_cut(f.list[i].headline ? a->title : a->text,
                           f.list[i].at.start, f.list[i].at.end);
    return (str){"", 0};
}
