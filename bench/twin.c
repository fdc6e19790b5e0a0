/*
 * twin.c - sketch and lookup at many articles, beside MinHash with 128
 * independent permutations in the same run.
 *
 *     build/bench/twin [ARTICLES]     (default 1,000,000)
 *
 * The articles are made up: 200 to 600 words from 50,000, the rank of a word
 * falling as in real text. One in ten that are looked up is an edited copy
 * of an article in the index, a third of it cut and every twentieth word
 * changed; it must be found.
 */
#include "base/arena.h"
#include "twin/index.h"
#include "twin/sketch.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define VOCABULARY   50000
#define LOOKUPS      50000
#define PERMUTED     1000 /* articles that 128 permutations are drawn of */
#define WORDS_LEAST  200
#define WORDS_MORE   400
#define PERMUTATIONS 128
#define RUN          5

static struct word vocabulary[VOCABULARY];
static uint64_t state;

static uint64_t
draw(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * 0x2545F4914F6CDD1Du;
}

static double
unit(void)
{
    return (double)(draw() >> 11) / 9007199254740992.0;
}

static double
seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The words of article `id`, always the same; returns how many. */
static size_t
write_article(uint32_t id, struct word *out)
{
    size_t n;

    state = 0x9E3779B97F4A7C15u * (id + 1ull);
    n = WORDS_LEAST + draw() % WORDS_MORE;
    for (size_t i = 0; i < n; i++)
        out[i] = vocabulary[(size_t)(pow(VOCABULARY, unit())) - 1];
    return n;
}

static size_t
edit(struct word *w, size_t n)
{
    for (size_t i = 0; i < n; i += 20)
        w[i] = vocabulary[draw() % VOCABULARY];
    return n * 2 / 3;
}

/* MinHash as in the books: each run is hashed 128 times. */
static uint32_t
permute(const struct word *w, size_t n)
{
    uint32_t least[PERMUTATIONS], all = 0;

    for (size_t k = 0; k < PERMUTATIONS; k++)
        least[k] = UINT32_MAX;
    for (size_t i = 0; i + RUN <= n; i++) {
        uint64_t h = RUN;

        for (size_t k = 0; k < RUN; k++)
            h = (h ^ str_hash(w[i + k].fold)) * 0xFF51AFD7ED558CCDu;
        for (uint64_t k = 0; k < PERMUTATIONS; k++) {
            uint32_t x =
                (uint32_t)((h * (2 * k + 0x9E3779B97F4A7C15u) + k * k) >> 32);

            least[k] = x < least[k] ? x : least[k];
        }
    }
    for (size_t k = 0; k < PERMUTATIONS; k++)
        all ^= least[k];
    return all;
}

int
main(int argc, char **argv)
{
    uint32_t most = argc > 1 ? (uint32_t)atoi(argv[1]) : 1000000, sum = 0;
    struct arena *mem = arena_open();
    struct word w[WORDS_LEAST + WORDS_MORE];
    struct reading r = {.w.words = w};
    struct index_hit *hits = arena_new(mem, struct index_hit, INDEX_HITS);
    struct sketch_index *ix = index_open(most);
    double build = 0, look = 0, books = 0;
    uint32_t copies = 0, found = 0;
    struct sketch s;

    for (uint32_t i = 0; i < VOCABULARY; i++)
        vocabulary[i] = (struct word){.kind = WORD_LETTERS,
                                      .script = SCRIPT_LATIN,
                                      .fold = arena_printf(mem, "word%u", i)};
    for (uint32_t i = 0; i < most; i++) {
        double t;

        r.w.nwords = write_article(i, w);
        t = seconds();
        sketch_draw(&s, &r);
        index_add(ix, &s, i);
        build += seconds() - t;
    }
    for (uint32_t i = 0; i < LOOKUPS; i++) {
        bool copy = i % 10 == 0;
        uint32_t of = (uint32_t)((uint64_t)i * 2654435761u % most);
        size_t n;
        double t;

        r.w.nwords = write_article(copy ? of : most + i, w);
        if (copy)
            r.w.nwords = edit(w, r.w.nwords);
        t = seconds();
        sketch_draw(&s, &r);
        n = index_find(ix, &s, 2, hits);
        look += seconds() - t;
        copies += copy;
        found += copy && n > 0 && hits[0].id == of;
        sum += (uint32_t)n;
    }
    for (uint32_t i = 0; i < PERMUTED; i++) {
        size_t n = write_article(most + i, w);
        double t = seconds();

        sum ^= permute(w, n);
        books += seconds() - t;
    }
    printf("twin sketch_and_add_s %.0f\n", most / build);
    printf("twin sketch_and_look_s %.0f\n", LOOKUPS / look);
    printf("twin minhash128_sketch_s %.0f\n", PERMUTED / books);
    printf("twin look_to_minhash128 %.2f\n",
           LOOKUPS / look / (PERMUTED / books));
    printf("twin bytes_an_article %.0f\n", (double)index_bytes(ix) / most);
    printf("twin copies_found %.4f\n", (double)found / copies);
    index_close(ix);
    arena_close(mem);
    return sum == 1; /* so that nothing is left out */
}
