/* learn.c - texts to words, words to rows. */
#include "learn/learn.h"

#include "learn/model1.h"

#include "base/oom.h"
#include "base/table.h"
#include "text/fold.h"
#include "text/letters.h"

#include <stdlib.h>

#define MOST_MEANINGS 3
#define MOST_SIDE     250 /* words of one side of a segment */
#define TERM_COUNTS   3   /* a dictionary's word for it */

/* Two concepts are one meaning where so many languages have a word for both
 * (lexicon_near). */
#define NEAR_ENOUGH 5

/* What word pairs must reach; chosen in 2026-11, on catalogues of messages
 * and on xstream (docs/METHOD.md). */
const struct lesson learn_from_pairs = {0.5, 3};
const struct lesson learn_from_events = {0.5, 3};

struct term {
    str shown; /* as the text first had it */
    uint32_t meanings[MOST_MEANINGS];
    uint8_t nmeanings;
};

struct side {
    enum lang lang;
    struct table *at;   /* stem or folded phrase to index of `terms` */
    struct term *terms; /* the words of model1.h, from 1 */
    uint32_t n;
};

struct learner {
    const struct lexicon *lx;
    struct arena *mem;
    struct stemmer *stemmer;
    struct side sides[2];
    struct table *seen; /* pairs of texts: what is copied counts once */
    struct segment_pair *segments;
    size_t nsegments;
    uint32_t event;
};

struct learner *
learner_open(const struct lexicon *lx, enum lang from, enum lang to)
{
    struct learner *l = oom_malloc(sizeof *l);

    *l = (struct learner){.lx = lx,
                          .mem = arena_open(),
                          .stemmer = stemmer_open(),
                          .seen = table_open(),
                          .sides = {{.lang = from, .at = table_open()},
                                    {.lang = to, .at = table_open()}}};
    return l;
}

void
learner_close(struct learner *l)
{
    if (!l)
        return;
    table_close(l->sides[0].at);
    table_close(l->sides[1].at);
    table_close(l->seen);
    stemmer_close(l->stemmer);
    arena_close(l->mem);
    free(l);
}

/* ---- words -----------------------------------------------------------------
 */

/* The words of one side of a segment. */
struct bag {
    uint32_t words[MOST_SIDE];
    uint32_t n;
};

/* The word's number; its meanings are those of its first occurrence. */
static void
put_term(struct learner *l, int which, str key, str shown,
         const struct term *means, struct bag *bag)
{
    struct side *s = &l->sides[which];
    bool found;
    uint32_t *at = table_at(s->at, key, &found);

    if (!found) {
        s->terms = arena_grow(l->mem, s->terms, s->n, sizeof *s->terms);
        s->terms[s->n] = *means;
        s->terms[s->n].shown = arena_str(l->mem, shown);
        *at = ++s->n;
    }
    for (uint32_t i = 0; i < bag->n; i++)
        if (bag->words[i] == *at)
            return;
    if (bag->n < MOST_SIDE)
        bag->words[bag->n++] = *at;
}

/* Whether the senses at the word say that it is nothing to learn, and which
 * concepts it has; *nwords is how far the longest of them reaches. */
static bool
senses_of(const struct reading *r, size_t word, struct term *means,
          size_t *nwords)
{
    bool open = true;

    *nwords = 1;
    *means = (struct term){{0}, {0}, 0};
    for (uint32_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++) {
        const struct sense *s = &r->senses[i];

        if (s->nwords > *nwords)
            *nwords = s->nwords;
        if (s->kind == SENSE_CONCEPT) {
            if (means->nmeanings < MOST_MEANINGS)
                means->meanings[means->nmeanings++] = s->id;
            open &= s->cls != CLASS_TIME && s->cls != CLASS_BOUND &&
                    s->cls != CLASS_UNIT && s->cls != CLASS_MONEY;
        } else if (s->kind != SENSE_GIVEN && s->kind != SENSE_SURNAME &&
                   s->kind != SENSE_HEAD && s->kind != SENSE_SOUND) {
            open = false;
        }
    }
    return open;
}

static bool
by_character(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HIRAGANA;
}

/* Whether it could be a word of the language at all, not of a program. */
static bool
is_word(const struct word *w)
{
    return w->kind == WORD_LETTERS && !(w->shape & SHAPE_CLITIC) &&
           lang_fits((enum lang)w->lang, (enum script)w->script);
}

/* A word with a capital where none need be is a name, but for German. */
static bool
looks_like_name(const struct word *w)
{
    return w->shape & SHAPE_CAPITAL && !(w->shape & SHAPE_FIRST) &&
           w->lang != LANG_DE;
}

/* Unknown characters have no borders: two of them side by side are a word
 * that may be. */
static void
put_bigram(struct learner *l, int which, const struct reading *r, size_t i,
           struct bag *bag)
{
    const struct word *w = &r->w.words[i], *next = w + 1;
    struct term none = {{0}, {0}, 0};
    str both;

    if (i + 1 >= r->w.nwords || next->script != SCRIPT_HAN ||
        w->script != SCRIPT_HAN || next->start != w->end ||
        r->sense_at[i + 1] != r->sense_at[i + 2])
        return;
    both = str_cut(r->w.text, w->start, next->end);
    put_term(l, which, both, both, &none, bag);
}

static void
put_words(struct learner *l, int which, const struct reading *r,
          const uint8_t *out, struct bag *bag)
{
    size_t step;

    for (size_t i = 0; i < r->w.nwords; i += step) {
        const struct word *w = &r->w.words[i];
        struct term means;
        bool open = senses_of(r, i, &means, &step);
        str text = str_cut(r->w.text, w->start, r->w.words[i + step - 1].end);

        if (!open || !is_word(w) || w->lang != l->sides[which].lang ||
            (out && out[i]))
            continue;
        if (means.nmeanings && (step > 1 || by_character(w)))
            put_term(l, which, text, text, &means, bag);
        else if (means.nmeanings)
            put_term(l, which, w->stem, text, &means, bag);
        else if (by_character(w))
            put_bigram(l, which, r, i, bag);
        else if (utf8_count(w->fold) > 2 && !looks_like_name(w))
            put_term(l, which, w->stem, text, &means, bag);
    }
}

/* ---- segments
 * ----------------------------------------------------------------
 */

static bool
same_meaning(const struct lexicon *lx, const struct term *a,
             const struct term *b)
{
    for (int i = 0; i < a->nmeanings; i++)
        for (int k = 0; k < b->nmeanings; k++)
            if (lexicon_near(lx, a->meanings[i], b->meanings[k]) >= NEAR_ENOUGH)
                return true;
    return false;
}

/* Words of one meaning explain each other: both go. */
static void
set_aside(struct learner *l, struct bag bags[2])
{
    bool gone[2][MOST_SIDE] = {{false}};

    for (uint32_t i = 0; i < bags[0].n; i++)
        for (uint32_t k = 0; k < bags[1].n; k++)
            if (same_meaning(l->lx, &l->sides[0].terms[bags[0].words[i] - 1],
                             &l->sides[1].terms[bags[1].words[k] - 1]))
                gone[0][i] = gone[1][k] = true;
    for (int s = 0; s < 2; s++) {
        uint32_t n = 0;

        for (uint32_t i = 0; i < bags[s].n; i++)
            if (!gone[s][i])
                bags[s].words[n++] = bags[s].words[i];
        bags[s].n = n;
    }
}

static const uint32_t *
keep(struct learner *l, const struct bag *bag)
{
    uint32_t *words = arena_new(l->mem, uint32_t, bag->n + 1);

    for (uint32_t i = 0; i < bag->n; i++)
        words[i] = bag->words[i];
    return words;
}

static void
put_segment(struct learner *l, struct bag bags[2], uint32_t counts)
{
    set_aside(l, bags);
    if (bags[0].n == 0 || bags[1].n == 0)
        return;
    l->segments =
        arena_grow(l->mem, l->segments, l->nsegments, sizeof *l->segments);
    l->segments[l->nsegments++] =
        (struct segment_pair){keep(l, &bags[0]), keep(l, &bags[1]), bags[0].n,
                              bags[1].n,         l->event,          counts};
}

/* A term of a dictionary is one word, however many it is made of. */
static void
put_whole(struct learner *l, int which, const struct reading *r,
          struct bag *bag)
{
    struct term means;
    size_t nwords;
    bool open = r->w.nwords && senses_of(r, 0, &means, &nwords);

    if (!open || !is_word(&r->w.words[0]))
        return;
    if (nwords != r->w.nwords)
        means.nmeanings = 0;
    if (r->w.nwords == 1 && !by_character(&r->w.words[0]))
        put_term(l, which, r->w.words[0].stem, r->w.text, &means, bag);
    else
        put_term(l, which, r->w.text, r->w.text, &means, bag);
}

static void
put_pair(struct learner *l, const struct pair *p, struct arena *mem)
{
    const str texts[2] = {p->a, p->b};
    struct bag bags[2];

    for (int s = 0; s < 2; s++) {
        struct lang_span all = {{0, (uint32_t)texts[s].n}, l->sides[s].lang};
        struct reading r = {0};

        bags[s].n = 0;
        segment(&r.w, texts[s], &all, 1, l->stemmer, mem);
        lexicon_read(l->lx, &r, mem);
        if (p->terms)
            put_whole(l, s, &r, &bags[s]);
        else
            put_words(l, s, &r, NULL, &bags[s]);
    }
    l->event++;
    put_segment(l, bags, p->terms ? TERM_COUNTS : 1);
}

static bool
seen_before(struct learner *l, const struct pair *p, struct arena *mem)
{
    bool found;

    table_at(l->seen,
             arena_printf(mem, "%.*s\t%.*s", STR_ARG(p->a), STR_ARG(p->b)),
             &found);
    return found;
}

void
learner_pairs(struct learner *l, const struct pairs *pairs)
{
    for (size_t i = 0; i < pairs->n; i++) {
        struct arena *mem = arena_open();

        if (!seen_before(l, &pairs->list[i], mem))
            put_pair(l, &pairs->list[i], mem);
        arena_close(mem);
    }
}

/* What the words of another language mean, each meaning a word of its own. */
static void
put_meanings(struct learner *l, const struct told *t, struct bag *bag)
{
    const struct reading *r = t->read;
    size_t step;

    for (size_t i = 0; i < r->w.nwords; i += step) {
        struct term means;
        bool open = senses_of(r, i, &means, &step);

        for (int k = 0; open && !t->out[i] && k < means.nmeanings; k++) {
            struct term one = {{0}, {means.meanings[k]}, 1};
            str key = lexicon_key(l->lx, means.meanings[k]);

            put_term(l, 0, key, key, &one, bag);
        }
    }
}

void
learner_event(struct learner *l, const struct told *others, size_t n,
              const struct told *own, uint32_t event)
{
    struct bag bags[2];

    bags[0].n = bags[1].n = 0;
    for (size_t i = 0; i < n; i++)
        put_meanings(l, &others[i], &bags[0]);
    put_words(l, 1, own->read, own->out, &bags[1]);
    l->event = event;
    put_segment(l, bags, 1);
}

/* ---- rows
 * ---------------------------------------------------------------------
 */

static void
put_row(struct rows *rows, str key, enum concept_class cls, enum lang lang,
        str word, struct arena *mem)
{
    rows->list = arena_grow(mem, rows->list, rows->n, sizeof *rows->list);
    rows->list[rows->n] = (struct row){.key = key, .cls = cls};
    rows->list[rows->n++].words[lang] = arena_str(mem, word);
}

/* The key of a concept of its own, "+dune-buggy". */
static str
fresh_key(str word, struct arena *mem)
{
    struct buf key = {0};
    str out;

    buf_putc(&key, '+');
    while (word.n && key.n <= ROWS_MOST_KEY - 4) {
        uint32_t c = utf8_next(&word);

        buf_utf8(&key, c <= ' ' || c == UTF8_BAD ? '-' : c);
    }
    out = arena_str(mem, buf_str(&key));
    buf_free(&key);
    return out;
}

static void
teach(const struct learner *l, const struct word_pair *p, struct rows *rows,
      struct arena *mem)
{
    const struct term *t[2] = {&l->sides[0].terms[p->a - 1],
                               &l->sides[1].terms[p->b - 1]};
    enum lang lang[2] = {l->sides[0].lang, l->sides[1].lang};
    enum concept_class cls;

    if (t[1]->nmeanings)
        return;
    /* one word in both: a name, or nothing that must be learned */
    if (str_eq(fold_word(t[0]->shown, lang[0], mem),
               fold_word(t[1]->shown, lang[1], mem)))
        return;
    if (!t[0]->nmeanings) {
        str key = fresh_key(fold_word(t[0]->shown, lang[0], mem), mem);

        for (int s = 0; s < 2; s++)
            put_row(rows, key, CLASS_VERB, lang[s], t[s]->shown, mem);
        return;
    }
    /* which of several meanings it takes part in nobody tells; and what
     * befalls people, or who said it, is no place for a guess */
    cls = lexicon_class(l->lx, t[0]->meanings[0]);
    if (t[0]->nmeanings == 1 && cls != CLASS_STATE && cls != CLASS_SAY)
        put_row(rows, lexicon_key(l->lx, t[0]->meanings[0]), cls, lang[1],
                t[1]->shown, mem);
}

/* Whether no other word goes better with either; `best` is by word of the
 * language that is learned. */
static bool
mutual(const struct word_pair *list, size_t i, const double *best)
{
    return (i == 0 || list[i - 1].a != list[i].a) &&
           list[i].score >= best[list[i].b];
}

/* Whether it may stand in a row: letters of its language, no sign of rows. */
static bool
fits_row(const struct term *t, enum lang lang)
{
    for (size_t i = 0; i < t->shown.n; i++)
        if ((unsigned char)t->shown.s[i] < ' ' || t->shown.s[i] == '|')
            return false;
    return t->shown.n && t->shown.n <= ROWS_MOST_WORD &&
           letters_fit(t->shown, lang);
}

void
learner_rows(struct learner *l, const struct lesson *lesson, struct rows *rows,
             struct arena *mem)
{
    size_t n;
    struct word_pair *list = model1(l->segments, l->nsegments, lesson->least,
                                    lesson->events, &n, l->mem);
    double *best = arena_new(l->mem, double, l->sides[1].n + 1);

    for (size_t i = 0; i < n; i++)
        if (list[i].score > best[list[i].b])
            best[list[i].b] = list[i].score;
    for (size_t i = 0; i < n; i++)
        if (mutual(list, i, best) &&
            fits_row(&l->sides[0].terms[list[i].a - 1], l->sides[0].lang) &&
            fits_row(&l->sides[1].terms[list[i].b - 1], l->sides[1].lang))
            teach(l, &list[i], rows, mem);
}
