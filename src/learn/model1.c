/* model1.c - expectation maximisation over words that stand side by side. */
#include "learn/model1.h"

#include "base/oom.h"

#include <math.h>
#include <stdlib.h>

struct model {
    const struct segment_pair *segments;
    size_t nsegments;
    uint64_t *pairs; /* a << 32 | b, sorted, each once */
    size_t npairs;
    uint32_t *cells; /* the pair of each two words, segment by segment */
    size_t ncells;
    uint32_t words[2]; /* the greatest number of each side, plus one */
};

static size_t
cells_of(const struct segment_pair *s)
{
    return ((size_t)s->na + 1) * ((size_t)s->nb + 1);
}

static uint32_t
word_at(const uint32_t *words, size_t i)
{
    return i ? words[i - 1] : 0;
}

static int
by_pair(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static uint32_t
find_pair(const struct model *m, uint64_t pair)
{
    size_t low = 0, high = m->npairs;

    while (low + 1 < high) {
        size_t mid = low + (high - low) / 2;

        if (m->pairs[mid] <= pair)
            low = mid;
        else
            high = mid;
    }
    return (uint32_t)low;
}

/* Which words stand side by side, and where. */
static void
open_model(struct model *m)
{
    size_t n = 0, at = 0;

    for (size_t i = 0; i < m->nsegments; i++) {
        if (m->ncells + cells_of(&m->segments[i]) > MODEL1_MOST_CELLS) {
            m->nsegments = i;
            break;
        }
        m->ncells += cells_of(&m->segments[i]);
    }
    m->pairs = oom_malloc((m->ncells + 1) * sizeof *m->pairs);
    m->cells = oom_malloc((m->ncells + 1) * sizeof *m->cells);
    for (size_t i = 0; i < m->nsegments; i++) {
        const struct segment_pair *s = &m->segments[i];

        for (size_t x = 0; x <= s->na; x++)
            for (size_t y = 0; y <= s->nb; y++) {
                uint32_t a = word_at(s->a, x), b = word_at(s->b, y);

                if (a >= m->words[0])
                    m->words[0] = a + 1;
                if (b >= m->words[1])
                    m->words[1] = b + 1;
                m->pairs[at++] = (uint64_t)a << 32 | b;
            }
    }
    qsort(m->pairs, m->ncells, sizeof *m->pairs, by_pair);
    for (size_t i = 0; i < m->ncells; i++)
        if (n == 0 || m->pairs[i] != m->pairs[n - 1])
            m->pairs[n++] = m->pairs[i];
    m->npairs = n;
    at = 0;
    for (size_t i = 0; i < m->nsegments; i++) {
        const struct segment_pair *s = &m->segments[i];

        for (size_t x = 0; x <= s->na; x++)
            for (size_t y = 0; y <= s->nb; y++)
                m->cells[at++] = find_pair(m, (uint64_t)word_at(s->a, x) << 32 |
                                                  word_at(s->b, y));
    }
}

static void
close_model(struct model *m)
{
    free(m->pairs);
    free(m->cells);
}

/* The words of the pair: [0] the given one, [1] what it stands for. */
static uint32_t
given(const struct model *m, size_t pair, bool swapped)
{
    return swapped ? (uint32_t)m->pairs[pair]
                   : (uint32_t)(m->pairs[pair] >> 32);
}

/* Adds what one segment says to the counts of its pairs. */
static void
expect(const struct model *m, const struct segment_pair *s, size_t at,
       bool swapped, const double *t, double *count)
{
    size_t ng = swapped ? s->nb : s->na, nw = swapped ? s->na : s->nb;
    size_t across = (size_t)s->nb + 1;

    /* each word is told by one of the given ones or by the empty one */
    for (size_t w = 1; w <= nw; w++) {
        double sum = 0;

        for (int round = 0; round < 2; round++)
            for (size_t g = 0; g <= ng; g++) {
                size_t cell = at + (swapped ? w * across + g : g * across + w);
                uint32_t pair = m->cells[cell];

                if (round == 0)
                    sum += t[pair];
                else if (sum > 0)
                    count[pair] += s->counts * t[pair] / sum;
            }
    }
}

/* p(b|a) of each pair, or p(a|b) where swapped. */
static double *
train(const struct model *m, bool swapped)
{
    double *t = oom_malloc((m->npairs + 1) * sizeof *t);
    double *count = oom_malloc((m->npairs + 1) * sizeof *count);
    double *sum = oom_malloc(((size_t)m->words[swapped] + 1) * sizeof *sum);

    for (size_t i = 0; i < m->npairs; i++)
        t[i] = 1;
    for (int round = 0; round < MODEL1_ROUNDS; round++) {
        size_t at = 0;

        for (size_t i = 0; i < m->npairs; i++)
            count[i] = 0;
        for (size_t i = 0; i < m->words[swapped]; i++)
            sum[i] = 0;
        for (size_t i = 0; i < m->nsegments; i++) {
            expect(m, &m->segments[i], at, swapped, t, count);
            at += cells_of(&m->segments[i]);
        }
        for (size_t i = 0; i < m->npairs; i++)
            sum[given(m, i, swapped)] += count[i];
        for (size_t i = 0; i < m->npairs; i++) {
            double all = sum[given(m, i, swapped)];

            t[i] = all > 0 ? count[i] / all : 0;
        }
    }
    free(count);
    free(sum);
    return t;
}

/* In how many events the words of each pair stand together. */
static uint32_t *
count_events(const struct model *m)
{
    uint32_t *events = oom_malloc((m->npairs + 1) * sizeof *events);
    uint32_t *last = oom_malloc((m->npairs + 1) * sizeof *last);
    size_t at = 0;

    for (size_t i = 0; i < m->npairs; i++)
        events[i] = 0;
    for (size_t i = 0; i < m->nsegments; i++) {
        const struct segment_pair *s = &m->segments[i];

        for (size_t c = 0; c < cells_of(s); c++) {
            uint32_t pair = m->cells[at++];

            if (events[pair] && last[pair] == s->event)
                continue;
            last[pair] = s->event;
            events[pair] += s->counts;
        }
    }
    free(last);
    return events;
}

static int
best_first(const void *a, const void *b)
{
    const struct word_pair *x = a, *y = b;

    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

struct word_pair *
model1(const struct segment_pair *segments, size_t nsegments, double least,
       uint32_t events, size_t *n, struct arena *mem)
{
    struct model m = {.segments = segments, .nsegments = nsegments};
    struct word_pair *out = NULL;
    double *ab, *ba;
    uint32_t *seen;

    *n = 0;
    open_model(&m);
    ab = train(&m, false);
    ba = train(&m, true);
    seen = count_events(&m);
    for (size_t i = 0; i < m.npairs; i++) {
        struct word_pair p = {given(&m, i, false), given(&m, i, true),
                              sqrt(ab[i] * ba[i]), seen[i]};

        if (p.a == 0 || p.b == 0 || p.score < least || p.events < events)
            continue;
        out = arena_grow(mem, out, *n, sizeof *out);
        out[(*n)++] = p;
    }
    if (*n)
        qsort(out, *n, sizeof *out, best_first);
    free(ab);
    free(ba);
    free(seen);
    close_model(&m);
    return out;
}
