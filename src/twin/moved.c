/* moved.c - what is left when the heaviest rising row of passages is kept. */
#include "twin/moved.h"

#include <stdlib.h>

#define GAP_WORDS     8   /* changed words that do not part a passage */
#define PASSAGES_MOST 512 /* beyond: a text all in pieces, nothing is told */

struct passage {
    struct bit a, b;
    uint32_t words; /* that match */
    uint32_t best;  /* words of the best row that ends here */
    uint32_t prev;  /* in it; ALIGN_NONE: none */
    bool kept;
};

static size_t
passages_of(const struct align_text *a, const uint32_t *to, struct passage *p)
{
    size_t n = 0;

    for (uint32_t i = 0; i < a->n; i++) {
        struct passage *last = n > 0 ? &p[n - 1] : NULL;
        uint32_t j = to[i];

        if (j == ALIGN_NONE)
            continue;
        if (last && i - last->a.end <= GAP_WORDS && j >= last->b.end &&
            j - last->b.end <= GAP_WORDS) {
            last->a.end = i + 1;
            last->b.end = j + 1;
            last->words++;
            continue;
        }
        /* a word or two that match by chance */
        if (last && last->words < ALIGN_MOVED)
            n--;
        if (n == PASSAGES_MOST)
            return 0;
        p[n++] = (struct passage){
            .a = {i, i + 1}, .b = {j, j + 1}, .words = 1, .prev = ALIGN_NONE};
    }
    if (n > 0 && p[n - 1].words < ALIGN_MOVED)
        n--;
    return n;
}

/* Marks the row with the most words that rises in both texts. */
static void
keep_rising(struct passage *p, size_t n)
{
    uint32_t top = 0;

    for (uint32_t i = 0; i < n; i++) {
        p[i].best = p[i].words;
        for (uint32_t k = 0; k < i; k++)
            if (p[k].b.end <= p[i].b.at && p[k].best + p[i].words > p[i].best) {
                p[i].best = p[k].best + p[i].words;
                p[i].prev = k;
            }
        if (p[i].best > p[top].best)
            top = i;
    }
    for (uint32_t i = n > 0 ? top : ALIGN_NONE; i != ALIGN_NONE; i = p[i].prev)
        p[i].kept = true;
}

static int
length_order(const void *x, const void *y)
{
    const struct passage *a = x, *b = y;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return (a->a.at > b->a.at) - (a->a.at < b->a.at);
}

size_t
moved_find(const struct align_text *a, const uint32_t *to, struct moved *out)
{
    struct arena *tmp = arena_open();
    struct passage *p = arena_new(tmp, struct passage, PASSAGES_MOST);
    size_t n = passages_of(a, to, p), told = 0;

    keep_rising(p, n);
    if (n > 1)
        qsort(p, n, sizeof *p, length_order);
    for (size_t i = 0; i < n && told < MOVED_MOST; i++)
        if (!p[i].kept)
            out[told++] = (struct moved){p[i].a, p[i].b};
    arena_close(tmp);
    return told;
}
