/*
 * order_test.c - more articles than are compared each with each: whichever
 * way round they stand, they are the same stories.
 */
#include "test.h"

#include "story/feature.h"
#include "story/place.h"

#include <math.h>
#include <string.h>

const struct lexicon *test_lexicon(void);

enum { N = 900, FEATURES = 20, STEP = 2 };

/* Every kind of evidence. */
static const enum feature_type kinds[] = {FEATURE_CONCEPT, FEATURE_NUMBER,
                                          FEATURE_PLACE, FEATURE_BODY};

static int
by_id(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

/* A chain: each shares most with the one before and as much with the one
 * behind it, so that which two are joined first hangs on ties alone. */
static struct article *
article(uint32_t number, struct arena *mem)
{
    struct article *a = arena_new(mem, struct article, 1);

    a->content = (number + 1) * 0x9E3779B97F4A7C15u;
    a->lang = LANG_EN;
    a->day = (struct day){2026, 3, 1};
    a->told_day = a->told_season = NAN;
    a->features = arena_new(mem, struct feature, FEATURES);
    for (uint32_t i = 0; i < FEATURES; i++) {
        uint32_t key = number * STEP + i;

        a->features[a->nfeatures++] = (struct feature){
            feature_id(kinds[key % 4], (key + 1) * 0x9E3779B97F4A7C15u), 1.5f};
    }
    qsort(a->features, a->nfeatures, sizeof *a->features, by_id);
    return a;
}

/* The stories, by the articles' numbers: each story is called by the first
 * of them. */
static void
place(struct article **all, const uint32_t *order, uint32_t *story)
{
    struct arena *mem = arena_open();
    struct set set = {.narticles = N};
    uint32_t first[N];

    set.articles = arena_new(mem, struct article *, N);
    set.story = arena_new(mem, uint32_t, N);
    for (size_t i = 0; i < N; i++) {
        set.articles[i] = all[order[i]];
        first[i] = UINT32_MAX;
    }
    story_place(test_lexicon(), &set, mem);
    for (size_t i = 0; i < N; i++)
        if (order[i] < first[set.story[i]])
            first[set.story[i]] = order[i];
    for (size_t i = 0; i < N; i++)
        story[order[i]] = first[set.story[i]];
    arena_close(mem);
}

static void
stories_of_many_do_not_hang_on_their_order(void)
{
    static uint32_t order[N], straight[N], turned[N];
    struct arena *mem = arena_open();
    struct article *all[N];
    uint32_t seed = 7, stories = 0;

    for (uint32_t i = 0; i < N; i++) {
        all[i] = article(i, mem);
        order[i] = i;
    }
    place(all, order, straight);
    for (uint32_t i = 0; i < N; i++)
        stories += straight[i] == i;
    CHECK(stories > 10 && stories < N - 10);
    for (int turn = 0; turn < 5; turn++) {
        for (uint32_t i = N; i-- > 1;) {
            uint32_t k, other;

            seed = seed * 1664525u + 1013904223u;
            k = (seed >> 8) % (i + 1);
            other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
        place(all, order, turned);
        CHECK(memcmp(straight, turned, sizeof turned) == 0);
    }
    arena_close(mem);
}

TEST_MAIN
{
    RUN(stories_of_many_do_not_hang_on_their_order);
}
