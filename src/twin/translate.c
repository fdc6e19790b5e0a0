/* translate.c - sentences of two languages, side by side. */
#include "twin/tale.h"

#include <stdlib.h>

/* Sentences that share less of their facts tell different things. Chosen on
 * the dev stories, 2026-11. */
#define FITS 0.2
/* A sentence is left out when less of its facts is told near its place. */
#define TOLD_SHARE     0.34
#define SLACK          1.2 /* times: languages differ in length */
#define SAME_LENGTH    0.4 /* of what stands in the other at its place */
#define LEFT_OUT_LEAST 1.0 /* facts of less weight prove nothing */
#define NUMBER_BEHIND  2   /* words told behind a number */

/* The last type of fact that can be found in both: spelled names only in
 * Latin, words only in one language. */
static enum fact_type
last_type(const struct tale *a, const struct tale *b)
{
    return a->lang == b->lang     ? FACT_STEM
           : a->latin && b->latin ? FACT_WORD
                                  : FACT_CONCEPT;
}

/*
 * What both of any two sentences have, in weight: same[i * b->n + j]. The
 * facts of the tales are merged once, by their ids, not those of each pair
 * of sentences.
 */
static void
share(const struct tale *a, const struct tale *b, enum fact_type last,
      double *same)
{
    for (size_t i = 0, j = 0; i < a->ntold && j < b->ntold;) {
        uint64_t id = a->told[i].id;
        size_t end = j;

        if (id >> 60 > last)
            return;
        if (id != b->told[j].id) {
            i += id < b->told[j].id;
            j += id > b->told[j].id;
            continue;
        }
        for (; i < a->ntold && a->told[i].id == id; i++)
            for (end = j; end < b->ntold && b->told[end].id == id; end++) {
                const struct told *x = &a->told[i], *y = &b->told[end];

                same[x->say * b->n + y->say] +=
                    a->say[x->say].fact[x->fact].weight +
                    b->say[y->say].fact[y->fact].weight;
            }
        j = end;
    }
}

static double
shorter(const struct saying *a, const struct saying *b)
{
    return a->letters < b->letters ? a->letters : b->letters;
}

/* Lays a and b side by side; to[i] is a sentence of b or ALIGN_NONE. */
static double
lay(const struct tale *a, const struct tale *b, uint32_t *to)
{
    struct arena *tmp = arena_open();
    size_t m = b->n + 1;
    double *best = arena_new(tmp, double, (a->n + 1) * m), score;
    double *wa = arena_new(tmp, double, a->n);
    double *wb = arena_new(tmp, double, b->n);
    double *same = arena_new(tmp, double, a->n * b->n);
    enum fact_type last = last_type(a, b);

    for (size_t i = 0; i < a->n; i++)
        wa[i] = a->say[i].weight[last];
    for (size_t j = 0; j < b->n; j++)
        wb[j] = b->say[j].weight[last];
    share(a, b, last, same);
    for (size_t i = a->n; i-- > 0;)
        for (size_t j = b->n; j-- > 0;) {
            double all = wa[i] + wb[j]; /* the facts of both sentences */
            double s = all > 0 ? same[i * b->n + j] / (all + 1.0) : 0;
            double x = best[(i + 1) * m + j], y = best[i * m + j + 1];
            double with = best[(i + 1) * m + j + 1];

            x = x > y ? x : y;
            if (s > FITS)
                with += s * shorter(&a->say[i], &b->say[j]);
            best[i * m + j] = x > with ? x : with;
        }
    for (size_t i = 0; i < a->n; i++)
        to[i] = ALIGN_NONE;
    for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
        double here = best[i * m + j];

        if (here == best[(i + 1) * m + j])
            i++;
        else if (here == best[i * m + j + 1])
            j++;
        else
            to[i++] = (uint32_t)j++;
    }
    score = best[0];
    arena_close(tmp);
    return score;
}

double
tale_length(const struct tale *a, const struct tale *b)
{
    double most = a->letters < b->letters ? b->letters : a->letters;

    return most > 0 ? (a->letters + b->letters - most) / most : 0;
}

struct tale_fit
tale_compare(const struct tale *a, const struct tale *b)
{
    double least = a->letters < b->letters ? a->letters : b->letters;
    uint32_t to[TALE_SENTENCES];
    struct tale_fit out = {0};
    double letters = 0, own_a = 0, own_b = 0;

    if (a->n == 0 || b->n == 0 || least <= 0)
        return out;
    out.both = lay(a, b, to) / least;
    for (size_t i = 0; i < a->n; i++)
        if (to[i] != ALIGN_NONE) {
            letters += shorter(&a->say[i], &b->say[to[i]]);
            out.fits++;
            own_a += a->say[i].letters;
            own_b += b->say[to[i]].letters;
        }
    out.more = (a->letters - own_a) - (b->letters - own_b);
    out.length = tale_length(a, b);
    out.covered = letters / least;
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

/* A figure: the "one" that is an article is none. */
static bool
is_figure(const struct tale *t, const struct fact *f)
{
    return f->id >> 60 == FACT_NUMBER &&
           ((f->id & 0x0FFFFFFFFFFFFFFFu) != 1000 ||
            t->a->read.w.words[f->word].kind == WORD_NUMBER);
}

static bool
tells(const struct tale *t, uint64_t id)
{
    return bsearch(&id, t->ids, t->nids, sizeof id, tale_id_order) != NULL;
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
    enum fact_type last = last_type(a, b);
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

/* Numbers that differ between two sentences that tell the same. */
static void
list_numbers(const struct tale *a, const struct tale *b, size_t i, size_t j,
             struct arena *mem, struct change *out, size_t *n)
{
    const struct saying *s = &a->say[i], *t = &b->say[j];
    size_t q = 0;

    for (size_t k = 0; k < s->nfacts; k++) {
        span here, there;

        if (!is_figure(a, &s->fact[k]) || tells(b, s->fact[k].id))
            continue;
        while (q < t->nfacts &&
               (!is_figure(b, &t->fact[q]) || tells(a, t->fact[q].id)))
            q++;
        if (q < t->nfacts && same_digits(&s->fact[k], &t->fact[q]))
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
    uint32_t there[TALE_SENTENCES], back[TALE_SENTENCES];

    *n = 0;
    if (from->n == 0 || to->n == 0)
        return out;
    lay(from, to, there);
    for (size_t j = 0; j < to->n; j++)
        back[j] = ALIGN_NONE;
    for (size_t i = 0; i < from->n; i++)
        if (there[i] != ALIGN_NONE) {
            back[there[i]] = (uint32_t)i;
            list_numbers(from, to, i, there[i], mem, out, n);
        }
    lost_names(lx, from, to, there, true, mem, out, n);
    lost_names(lx, to, from, back, false, mem, out, n);
    list_left_out(from, to, there, true, mem, out, n);
    list_left_out(to, from, back, false, mem, out, n);
    return out;
}
