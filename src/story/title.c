/* title.c - runs of three characters, each once. */
#include "story/title.h"

#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    RUN = 3,
    RUNS_MOST = 256, /* of a title that are looked at */
    EDGE = 1         /* stands where a word begins and ends */
};

/* The mean on semeval2022t8_pairs, 2026-11. */
static const double NOTHING_TOLD = 0.47;

struct runs {
    uint64_t hash[RUNS_MOST]; /* rising, each once */
    size_t n;
    uint8_t script; /* of the first word of letters; 0: none */
};

static int
by_value(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static void
add(struct runs *r, const uint32_t c[RUN])
{
    if (r->n < RUNS_MOST)
        r->hash[r->n++] = str_hash((str){(const char *)c, RUN * sizeof *c});
}

static void
add_word(struct runs *r, str word)
{
    uint32_t c[RUN] = {0, EDGE, utf8_next(&word)};
    bool ends;

    do {
        ends = word.n == 0;
        memmove(c, c + 1, (RUN - 1) * sizeof *c);
        c[RUN - 1] = ends ? EDGE : utf8_next(&word);
        add(r, c);
    } while (!ends);
}

/* The words of the headline, else of the first sentence. */
static void
take(struct runs *r, const struct article *a)
{
    const struct words *w = a->headline.w.nwords ? &a->headline.w : &a->read.w;
    size_t most = a->headline.w.nwords ? w->nwords
                  : w->nsentences      ? w->sentences[0].nwords
                                       : 0,
           n = 0;

    *r = (struct runs){.n = 0};
    for (size_t i = 0; i < most; i++) {
        if (w->words[i].kind == WORD_MARK || w->words[i].fold.n == 0)
            continue;
        if (r->script == 0 && w->words[i].kind == WORD_LETTERS)
            r->script = w->words[i].script;
        add_word(r, w->words[i].fold);
    }
    if (r->n)
        qsort(r->hash, r->n, sizeof *r->hash, by_value);
    for (size_t i = 0; i < r->n; i++)
        if (n == 0 || r->hash[n - 1] != r->hash[i])
            r->hash[n++] = r->hash[i];
    r->n = n;
}

double
title_alike(const struct article *a, const struct article *b)
{
    struct runs x, y;
    size_t both = 0, least;

    take(&x, a);
    take(&y, b);
    least = x.n < y.n ? x.n : y.n;
    if (least == 0)
        return NOTHING_TOLD;
    for (size_t i = 0, k = 0; i < x.n && k < y.n;) {
        both += x.hash[i] == y.hash[k];
        if (x.hash[i] < y.hash[k])
            i++;
        else if (x.hash[i] > y.hash[k])
            k++;
        else
            i++, k++;
    }
    return both == 0 && x.script != y.script
               ? NOTHING_TOLD
               : sqrt((double)both / (double)least);
}
