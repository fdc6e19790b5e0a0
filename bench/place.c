/*
 * place.c - articles into stories, digest apart.
 *
 *     bench/articles 10000 | build/bench/place [TIMES]
 *
 * Reads JSONL from standard input, digests it on all processors and keeps of
 * each article only what placing reads; then places all of them, one thread,
 * and tells how many a second by processor time, what an article costs in
 * memory, and BCubed F1 against the field "cluster". With TIMES the set comes
 * so many times, one after the other in time, in the same words but with
 * names and numbers of its own, and is placed block by block, each forgotten
 * when the next comes: what a long stream costs, without its digest.
 */
#include "story/place.h"
#include "base/arena.h"
#include "base/json.h"
#include "base/pool.h"
#include "base/table.h"
#include "engine/digest.h"
#include "source/source.h"
#include "story/blocks.h"
#include "story/flow.h"
#include "story/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

struct bench {
    struct lexicon *lx;
    struct source *source;
    struct arena *mem;
    struct table *names;
    struct set set;
    uint32_t *cluster;     /* as the field says */
    uint32_t *said, *gold; /* of all articles that were placed */
    double placing;        /* seconds */
};

static double
seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    fprintf(stderr, "%s: %s\n", path, why);
}

static void *
next(void *ctx)
{
    return source_next(((struct bench *)ctx)->source);
}

static void
work(void *ctx, void *item)
{
    digest(((struct bench *)ctx)->lx, item);
}

/* What placing reads. */
static struct article *
slim(const struct article *a, struct arena *mem)
{
    struct article *s = arena_new(mem, struct article, 1);

    s->content = a->content;
    s->given_id = arena_str(mem, a->given_id);
    s->published = arena_str(mem, a->published);
    s->lang = a->lang;
    s->day = a->day;
    s->anchor = a->anchor;
    s->told_day = a->told_day;
    s->told_season = a->told_season;
    s->nfeatures = a->nfeatures;
    s->features = arena_new(mem, struct feature, a->nfeatures + 1);
    for (size_t i = 0; i < a->nfeatures; i++)
        s->features[i] = a->features[i];
    s->nname_words = a->nname_words;
    s->name_words = arena_new(mem, struct name_word, a->nname_words + 1);
    for (size_t i = 0; i < a->nname_words; i++) {
        s->name_words[i] = a->name_words[i];
        s->name_words[i].fold = arena_str(mem, a->name_words[i].fold);
    }
    return s;
}

static void
keep(void *ctx, void *item)
{
    struct bench *b = ctx;
    struct article *a = item;
    struct json *j = json_parse(a->extra);
    size_t n = b->set.narticles;
    bool found;
    uint32_t *at;

    b->set.articles =
        arena_grow(b->mem, b->set.articles, n, sizeof(struct article *));
    b->cluster = arena_grow(b->mem, b->cluster, n, sizeof *b->cluster);
    at = table_at(b->names, json_text(json_get(j, "cluster")), &found);
    if (!found)
        *at = (uint32_t)table_count(b->names);
    b->cluster[n] = *at;
    b->set.articles[b->set.narticles++] = slim(a, b->mem);
    json_free(j);
    article_free(a);
}

/* ---- a longer stream ------------------------------------------------------
 */

static int
by_id(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

/* Another name of the same length, in Latin letters. */
static str
respell(str name, uint32_t turn, struct arena *mem)
{
    static const char consonants[] = "bdfgklmnprstvz", vowels[] = "aeiou";
    uint64_t h = str_hash(name) + turn * 0x9E3779B97F4A7C15ull;
    char *s = arena_new(mem, char, name.n + 1);

    for (size_t i = 0; i < name.n; i++) {
        h = h * 6364136223846793005u + 1442695040888963407u;
        s[i] = i % 2 ? vowels[(h >> 33) % 5] : consonants[(h >> 33) % 14];
    }
    return (str){s, name.n};
}

/* The article `days` later, of names and numbers of its own. */
static struct article *
again(const struct article *a, uint32_t turn, int32_t days, struct arena *mem)
{
    struct article *s = slim(a, mem);

    s->content ^= turn * 0x9E3779B97F4A7C15ull;
    s->day = day_of_number(day_number(a->day) + days);
    s->anchor = s->day;
    s->told_day += (float)days;
    for (size_t i = 0; i < s->nfeatures; i++)
        if (feature_kind(s->features[i].id) == FEATURE_NUMBER)
            s->features[i].id = feature_id(
                FEATURE_NUMBER, s->features[i].id * (uint64_t)(2 * turn + 1));
    qsort(s->features, s->nfeatures, sizeof *s->features, by_id);
    for (size_t i = 0; i < s->nname_words; i++)
        s->name_words[i].fold = respell(s->name_words[i].fold, turn, mem);
    return s;
}

/* Days from the first article to the last, both counted. */
static int32_t
days_of(const struct set *set)
{
    int32_t first = INT32_MAX, last = INT32_MIN;

    for (size_t i = 0; i < set->narticles; i++) {
        int32_t day = day_number(set->articles[i]->day);

        first = day < first ? day : first;
        last = day > last ? day : last;
    }
    return last - first + 1;
}

/* One block: the set from turn `from` to `end`. */
static void
place_turns(struct bench *b, struct flow *flow, uint32_t from, uint32_t end,
            int32_t days)
{
    struct arena *mem = arena_open();
    size_t n = b->set.narticles;
    struct set block = {.narticles = n * (end - from)};
    double start;

    block.articles = arena_new(mem, struct article *, block.narticles);
    block.story = b->said + n * from;
    for (uint32_t t = from; t < end; t++)
        for (size_t i = 0; i < n; i++) {
            block.articles[(t - from) * n + i] =
                t ? again(b->set.articles[i], t, (int32_t)t * days, mem)
                  : b->set.articles[i];
            b->gold[t * n + i] = b->cluster[i] + t * (uint32_t)n;
        }
    start = seconds();
    flow_place(flow, &block, NULL, 0);
    b->placing += seconds() - start;
    arena_close(mem);
}

/* The set `times` times, as it would be placed in one set: in blocks of whole
 * days, none of them kept. */
static void
place_long(struct bench *b, uint32_t times)
{
    struct flow *flow = flow_open(b->lx);
    int32_t days = days_of(&b->set);
    size_t all = b->set.narticles * times;
    uint32_t turns = (uint32_t)(BLOCK_LEAST / b->set.narticles + 1);

    for (uint32_t t = 0; t < times; t += turns)
        place_turns(b, flow, t, t + turns < times ? t + turns : times, days);
    for (size_t i = 0; i < all; i++)
        b->said[i] = flow_story(flow, b->said[i]);
    printf("  %zu articles a day, %zu stories open at the end\n",
           b->set.narticles / (size_t)days, flow_stories(flow));
    flow_close(flow);
}

static void
place_once(struct bench *b)
{
    struct arena *mem = arena_open();
    double start = seconds();

    story_place(b->lx, &b->set, mem);
    b->placing = seconds() - start;
    for (size_t i = 0; i < b->set.narticles; i++) {
        b->said[i] = b->set.story[i];
        b->gold[i] = b->cluster[i];
    }
    printf("  %.0f bytes an article while placing\n",
           (double)arena_bytes(mem) / (double)b->set.narticles);
    arena_close(mem);
}

/* ---- figures --------------------------------------------------------------
 */

struct row {
    uint32_t said, gold;
};

static int
by_said(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return x->said != y->said ? (x->said > y->said) - (x->said < y->said)
                              : (x->gold > y->gold) - (x->gold < y->gold);
}

static double
bcubed(const struct bench *b, size_t n)
{
    struct arena *mem = arena_open();
    struct row *rows = arena_new(mem, struct row, n + 1);
    uint32_t *said = arena_new(mem, uint32_t, n + 2);
    uint32_t *gold = arena_new(mem, uint32_t, n + 2);
    double p = 0, r = 0;

    for (size_t i = 0; i < n; i++) {
        rows[i] = (struct row){b->said[i], b->gold[i]};
        said[rows[i].said]++;
        gold[rows[i].gold]++;
    }
    qsort(rows, n, sizeof *rows, by_said);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && by_said(&rows[i], &rows[k]) == 0;)
            k++;
        p += (double)(k - i) * (double)(k - i) / said[rows[i].said];
        r += (double)(k - i) * (double)(k - i) / gold[rows[i].gold];
    }
    arena_close(mem);
    return 2 * p * r / ((p + r) * (double)n);
}

/* Bytes an open article: its vector and all around it; its postings. */
static void
weigh(const struct bench *b)
{
    struct arena *mem = arena_open(), *more = arena_open();
    struct side *sides = ground_lay(b->lx, &b->set, mem);
    double n = (double)b->set.narticles, features = 0, bytes = 0;

    bytes = n * (double)sizeof(struct side);
    for (size_t i = 0; i < b->set.narticles; i++) {
        features += packed_count(sides[i].v);
        bytes += (double)packed_bytes(sides[i].v);
    }
    near_open(sides, b->set.narticles, more);
    printf("  %.0f features an article; bytes: vector %.0f, index %.0f\n",
           features / n, bytes / n, (double)arena_bytes(more) / n);
    arena_close(more);
    arena_close(mem);
}

static void
read_all(struct bench *b)
{
    const char *paths[] = {"-"};

    b->names = table_open();
    b->source = source_open(paths, 1, (size_t)16 << 20, complain, b);
    pool_stream(0, next, work, keep, b);
    source_close(b->source);
    table_close(b->names);
}

int
main(int argc, char **argv)
{
    const char *data = getenv("SAMESTORY_DATA");
    struct err err = {0};
    struct bench b = {
        .lx = lexicon_open(data ? data : "build/samestory.lex", &err)};
    double start = seconds(), digested, n;
    long times = argc > 1 ? strtol(argv[1], NULL, 10) : 1;
    struct rusage used;

    if (!b.lx) {
        fprintf(stderr, "%s\n", err.words);
        return 1;
    }
    b.mem = arena_open();
    read_all(&b);
    if (b.set.narticles == 0 || times < 1)
        return 1;
    digested = seconds() - start;
    n = (double)b.set.narticles * (double)times;
    b.set.story = arena_new(b.mem, uint32_t, b.set.narticles);
    b.said = arena_new(b.mem, uint32_t, (size_t)n);
    b.gold = arena_new(b.mem, uint32_t, (size_t)n);
    if (n > BLOCKS_FROM)
        place_long(&b, (uint32_t)times);
    else if (times == 1)
        place_once(&b);
    else
        return 1;
    printf("%.0f articles: %.0f placed a second and core (%.1f s)\n", n,
           n / b.placing, b.placing);
    getrusage(RUSAGE_SELF, &used);
    printf("  digest %.0f a second; BCubed F1 %.3f; %ld MB resident\n",
           (double)b.set.narticles / digested, bcubed(&b, (size_t)n),
           used.ru_maxrss / 1024);
    weigh(&b);
    arena_close(b.mem);
    lexicon_close(b.lx);
    return 0;
}
