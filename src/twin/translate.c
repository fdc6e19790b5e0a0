/* translate.c - sentences of two languages, side by side. */
#include "twin/kind.h"
#include "twin/tale.h"

#include <math.h>
#include <stdlib.h>

/* A sentence is left out when less of its facts is told near its place. */
#define TOLD_SHARE     0.34
#define SLACK          1.2  /* times: languages differ in length */
#define SAME_LENGTH    0.4  /* of what stands in the other at its place */
#define LEFT_OUT_LEAST 1.0  /* facts of less weight prove nothing */
#define LIKE_LEAST     0.15 /* below, nobody asks for the strength */
/* Where no figure is told, as many as most translations keep. */
#define FIGURES_PRIOR 2
#define FIGURES_MOST  0.9
#define NUMBER_BEHIND 2 /* words told behind a number */

/* A figure: the "one" that is an article is none. */
static bool
is_figure(const struct tale *t, const struct fact *f)
{
    return f->id >> 60 == FACT_NUMBER &&
           ((f->id & 0x0FFFFFFFFFFFFFFFu) != 1000 ||
            t->a->read.w.words[f->word].kind == WORD_NUMBER);
}

/* 480 and 480 million: a multiplier was not read, that is no change. */
static bool
same_digits(const struct fact *f, const struct fact *g)
{
    uint64_t x = f->id & 0x0FFFFFFFFFFFFFFFu, y = g->id & 0x0FFFFFFFFFFFFFFFu;

    while (x > 0 && x % 10 == 0)
        x /= 10;
    while (y > 0 && y % 10 == 0)
        y /= 10;
    return x == y;
}

/* Is the figure told in sentence i of the tale, or (`two`) in the next? */
static bool
figure_in(const struct tale *t, size_t i, bool two, const struct fact *f)
{
    for (size_t end = i + 1 + two; i < end; i++)
        for (size_t k = 0; k < t->say[i].nfacts; k++)
            if (is_figure(t, &t->say[i].fact[k]) &&
                same_digits(&t->say[i].fact[k], f))
                return true;
    return false;
}

/* Counts the figures of a in sentences that fit, and of them those that b
 * tells there. `from` is the way back. */
static void
count_figures(const struct tale *a, const struct tale *b, const uint32_t *to,
              const uint32_t *from, double *all, double *same)
{
    for (size_t i = 0; i < a->n; i++) {
        uint32_t j = to[i];

        if (j == ALIGN_NONE)
            continue;
        for (size_t k = 0; k < a->say[i].nfacts; k++)
            if (is_figure(a, &a->say[i].fact[k])) {
                bool two = j + 1 < b->n && from[j + 1] == i;

                *all += 1;
                *same += figure_in(b, j, two, &a->say[i].fact[k]);
            }
    }
}

double
tale_length(const struct tale *a, const struct tale *b)
{
    double most = a->letters < b->letters ? b->letters : a->letters;

    return most > 0 ? (a->letters + b->letters - most) / most : 0;
}

/* Is most of the sentence told in [from, end) of t? */
static bool
told_near(const struct saying *s, enum fact_type last, const struct tale *t,
          size_t from, size_t end)
{
    double told = 0;

    for (size_t k = 0; k < s->nfacts; k++)
        for (size_t j = from; j < end; j++)
            for (size_t q = 0; q < t->say[j].nfacts; q++)
                if (t->say[j].fact[q].id == s->fact[k].id &&
                    s->fact[k].id >> 60 <= last) {
                    told += s->fact[k].weight;
                    q = t->say[j].nfacts;
                    j = end - 1;
                }
    return told >= TOLD_SHARE * s->weight[last];
}

/* Of two sentences that stand against one, what is hardly told there is free:
 * it may have been left out. */
static void
loosen(const struct tale *a, const struct tale *b, uint32_t *to, uint32_t *from)
{
    enum fact_type last = lay_last(a, b);

    for (uint32_t i = 0; i + 1 < a->n; i++) {
        uint32_t j = to[i];

        if (j == ALIGN_NONE || to[i + 1] != j)
            continue;
        if (!told_near(&a->say[i], last, b, j, j + 1)) {
            to[i] = ALIGN_NONE;
            from[j] = i + 1;
        } else if (!told_near(&a->say[i + 1], last, b, j, j + 1)) {
            to[i + 1] = ALIGN_NONE;
        }
    }
}

/* Letters of the sentences that stand against some. */
static double
letters_laid(const struct tale *t, const uint32_t *match)
{
    double n = 0;

    for (size_t i = 0; i < t->n; i++)
        if (match[i] != ALIGN_NONE)
            n += t->say[i].letters;
    return n;
}

struct tale_fit
tale_compare(const struct tale *a, const struct tale *b)
{
    double least = a->letters < b->letters ? a->letters : b->letters;
    struct tale_fit out = {0};
    double la, lb, figures = 0, same = 0;
    struct laid laid;

    if (a->n == 0 || b->n == 0 || least <= 0)
        return out;
    lay_tales(a, b, true, &laid);
    la = letters_laid(a, laid.to);
    lb = letters_laid(b, laid.from);
    out.fits = laid.pairs;
    out.both = laid.score / least;
    out.length = tale_length(a, b);
    out.covered = (la < lb ? la : lb) / least;
    out.letters = least;
    if (out.both < LIKE_LEAST)
        return out;
    count_figures(a, b, laid.to, laid.from, &figures, &same);
    count_figures(b, a, laid.from, laid.to, &figures, &same);
    out.figures =
        (same + FIGURES_PRIOR * FIGURES_MOST) / (figures + FIGURES_PRIOR);
    out.strength =
        out.both * out.covered * out.length *
        sqrt(out.figures < FIGURES_MOST ? out.figures / FIGURES_MOST : 1);
    loosen(a, b, laid.to, laid.from);
    loosen(b, a, laid.from, laid.to);
    out.more = (a->letters - letters_laid(a, laid.to)) -
               (b->letters - letters_laid(b, laid.from));
    return out;
}

/* ---- what a translation says otherwise ---------------------------------- */

static str
words_at(const struct tale *t, span at, struct arena *mem)
{
    return arena_str(mem, str_trim(str_cut(t->a->text, at.start, at.end)));
}

/* A number with the word behind it, in its sentence. */
static span
number_words(const struct tale *t, const struct saying *s, const struct fact *f)
{
    const struct words *w = &t->a->read.w;
    uint32_t last = f->word + f->nwords - 1, behind = 0;

    while (last + 1 < w->nwords && behind < NUMBER_BEHIND &&
           w->words[last + 1].end <= s->at.end &&
           w->words[last + 1].kind == WORD_LETTERS &&
           !reading_sense(&t->a->read, last + 1, SENSE_FUNCTION)) {
        last++;
        behind++;
        if (w->words[last].script != SCRIPT_HAN)
            break;
    }
    return (span){w->words[f->word].start, w->words[last].end};
}

static bool
tells(const struct tale *t, uint64_t id)
{
    return bsearch(&id, t->ids, t->nids, sizeof id, tale_id_order) != NULL;
}

/* How much shorter or longer b tells what both tell. */
static double
breadth(const struct tale *a, const struct tale *b, const uint32_t *to)
{
    double x = 1, y = 1;

    for (size_t i = 0; i < a->n; i++)
        if (to[i] != ALIGN_NONE) {
            x += a->say[i].letters;
            y += b->say[to[i]].letters;
        }
    return y / x;
}

/* Letters that b has beyond a: a sentence more may stand in it. */
static double
beyond(const struct saying *a, const struct saying *b, double wide)
{
    double more = b->letters / wide - a->letters * SLACK;

    return more > 0 ? more : 0;
}

/* Sentences of a that b leaves out; with `cut` false the two are turned. */
static void
list_left_out(const struct tale *a, const struct tale *b, const uint32_t *to,
              bool cut, struct arena *mem, struct change *out, size_t *n)
{
    double wide = breadth(a, b, to);
    enum fact_type last = lay_last(a, b);
    size_t from = 0; /* of b: behind what the sentence before became */

    for (size_t i = 0, next; i < a->n; i = next) {
        size_t end = b->n;
        double gone = 0, come = 0;

        next = i + 1;
        if (to[i] != ALIGN_NONE) {
            from = to[i] + 1;
            continue;
        }
        gone = a->say[i].letters;
        for (; next < a->n && to[next] == ALIGN_NONE; next++)
            gone += a->say[next].letters;
        if (next < a->n) {
            end = to[next];
            come += beyond(&a->say[next], &b->say[end], wide);
        }
        if (from > 0 && i > 0)
            come += beyond(&a->say[i - 1], &b->say[from - 1], wide);
        for (size_t j = from; j < end; j++)
            come += b->say[j].letters / wide;
        /* something of that length stands there: it may be the same */
        if (come > gone * SAME_LENGTH)
            continue;
        for (; i < next && *n < CHANGES_MOST; i++) {
            const struct saying *s = &a->say[i];
            str words;

            if (s->weight[last] < LEFT_OUT_LEAST ||
                told_near(s, last, b, from > 0 ? from - 1 : 0,
                          end < b->n ? end + 1 : end))
                continue;
            words = words_at(a, s->at, mem);
            out[(*n)++] = cut ? (struct change){.from = words,
                                                .from_at = s->at,
                                                .kind = CHANGE_CUT}
                              : (struct change){.to = words,
                                                .to_at = s->at,
                                                .kind = CHANGE_INSERTED};
        }
    }
}

static span
words_of(const struct tale *t, const struct fact *f)
{
    const struct words *w = &t->a->read.w;

    return (span){w->words[f->word].start,
                  w->words[f->word + f->nwords - 1].end};
}

/* A figure that is no day or year. */
static bool
counts(const struct tale *t, const struct fact *f)
{
    return is_figure(t, f) && !kind_in_date(t->a, words_of(t, f));
}

/* What it is measured in, 0 where it is not known. */
static uint32_t
unit_of(const struct tale *t, const struct fact *f)
{
    const struct article *a = t->a;
    span at = words_of(t, f);

    for (size_t i = 0; i < a->nquantities; i++)
        if (a->quantities[i].number.start < at.end &&
            at.start < a->quantities[i].number.end)
            return a->quantities[i].unit;
    return 0;
}

/* Ten inches and 25 centimetres: told in what readers there measure with. */
static bool
converted(const struct tale *a, const struct fact *f, const struct tale *b,
          const struct fact *g)
{
    uint32_t x = unit_of(a, f), y = unit_of(b, g);

    return x != 0 && y != 0 && x != y;
}

/* Numbers that differ between two sentences that tell the same. */
static void
list_numbers(const struct tale *a, const struct tale *b, size_t i, size_t j,
             struct arena *mem, struct change *out, size_t *n)
{
    const struct saying *s = &a->say[i], *t = &b->say[j];
    size_t q = 0;

    for (size_t k = 0; k < s->nfacts; k++) {
        span here, there;

        if (!counts(a, &s->fact[k]) || tells(b, s->fact[k].id))
            continue;
        while (q < t->nfacts &&
               (!counts(b, &t->fact[q]) || tells(a, t->fact[q].id)))
            q++;
        if (q < t->nfacts && (same_digits(&s->fact[k], &t->fact[q]) ||
                              converted(a, &s->fact[k], b, &t->fact[q])))
            return;
        if (q == t->nfacts || *n == CHANGES_MOST)
            return;
        here = number_words(a, s, &s->fact[k]);
        there = number_words(b, t, &t->fact[q]);
        out[(*n)++] = (struct change){.from = words_at(a, here, mem),
                                      .to = words_at(b, there, mem),
                                      .from_at = here,
                                      .to_at = there,
                                      .kind = CHANGE_NUMBER};
        q++;
    }
}

struct change *
tale_changes(const struct lexicon *lx, const struct tale *from,
             const struct tale *to, struct arena *mem, size_t *n)
{
    struct change *out = arena_new(mem, struct change, CHANGES_MOST);
    struct laid laid;

    *n = 0;
    if (from->n == 0 || to->n == 0)
        return out;
    /* one against one: a neighbour must not hide what was left out */
    lay_tales(from, to, false, &laid);
    for (size_t i = 0; i < from->n; i++)
        if (laid.to[i] != ALIGN_NONE)
            list_numbers(from, to, i, laid.to[i], mem, out, n);
    lost_names(lx, from, to, laid.to, true, mem, out, n);
    lost_names(lx, to, from, laid.from, false, mem, out, n);
    list_left_out(from, to, laid.to, true, mem, out, n);
    list_left_out(to, from, laid.from, false, mem, out, n);
    return out;
}
