/*
 * vector_test.c - compact vectors: which features are kept, and what two have
 * in common.
 */
#include "test.h"

#include "story/feature.h"
#include "story/vector.h"

static void
a_vector_keeps_its_heaviest(void)
{
    struct arena *mem = arena_open();
    struct vector v = vector_new(300, mem);
    struct vector_limit limit;

    /* 1/4, 2/4 … of 200 names and 100 places; what is nothing is left out */
    for (uint32_t i = 0; i < 200; i++)
        vector_add(&v, feature_id(FEATURE_NAME, 0) + i, (i + 1) / 4.0);
    for (uint32_t i = 0; i < 100; i++)
        vector_add(&v, feature_id(FEATURE_PLACE, 0) + i, i == 99 ? 60 : 0.001);
    CHECK(v.n == 201);
    limit = vector_limit(&v, 1u << FEATURE_NAME, 2);
    /* 200/4 and one of 199/4 */
    CHECK(limit.weight == (int)(199 / 4.0 / VECTOR_STEP) && limit.equals == 1);
    /* of few all: any weight will do */
    limit = vector_limit(&v, 1u << FEATURE_TOWN, 2);
    CHECK(limit.weight == 0 && limit.equals > 0);
    vector_cut(&v, 101); /* the place and the heavier half of the names */
    CHECK(v.n == 101);
    CHECK(v.id[0] == feature_id(FEATURE_NAME, 0) + 100);
    CHECK(v.id[100] == feature_id(FEATURE_PLACE, 0) + 99);
    arena_close(mem);
}

static void
of_equal_features_the_first_are_kept(void)
{
    struct arena *mem = arena_open();
    struct vector v = vector_new(10, mem);

    for (uint32_t i = 0; i < 10; i++)
        vector_add(&v, feature_id(FEATURE_NAME, 0) + i, i == 7 ? 2 : 1);
    vector_cut(&v, 4);
    CHECK(v.n == 4 && v.id[2] == feature_id(FEATURE_NAME, 0) + 2);
    CHECK(v.id[3] == feature_id(FEATURE_NAME, 0) + 7);
    arena_close(mem);
}

static void
a_mean_vector_weighs_by_share(void)
{
    struct arena *mem = arena_open();
    struct vector a = vector_new(2, mem), b = vector_new(2, mem), m;

    vector_add(&a, 1, 4);
    vector_add(&a, 2, 8);
    vector_add(&b, 2, 4);
    vector_add(&b, 3, 0.004); /* a quarter of it is less than half a step */
    m = vector_mean(&a, &b, 0.75, 10, mem);
    CHECK(m.n == 2 && m.id[0] == 1 && m.id[1] == 2);
    CHECK_NEAR(m.weight[0] * VECTOR_STEP, 3, 1e-9); /* 3/4 of 4 */
    CHECK_NEAR(m.weight[1] * VECTOR_STEP, 7, 1e-9); /* 3/4 of 8, 1/4 of 4 */
    arena_close(mem);
}

static void
what_two_have_in_common_is_told_by_type(void)
{
    struct arena *mem = arena_open();
    struct vector a = vector_new(2, mem), b = vector_new(3, mem);
    struct vector_laid laid;
    uint64_t product[16] = {0}, least[2] = {0, 0};

    vector_add(&a, feature_id(FEATURE_STEM, 5), 2);
    vector_add(&a, feature_id(FEATURE_NAME, 5), 3);
    vector_add(&b, feature_id(FEATURE_STEM, 5), 4);
    /* what only looks like a's by the hash of its slot, and its bit */
    vector_add(&b, feature_id(FEATURE_STEM, 5 + VECTOR_BITS), 9);
    vector_add(&b, feature_id(FEATURE_NAME, 5), 1);
    vector_lay(&laid, &a);
    vector_meet(&laid, &b, 1u << FEATURE_NAME, product, least);
    CHECK(product[FEATURE_STEM] == 2 * 4 * 256 * 256);
    CHECK(product[FEATURE_NAME] == 3 * 1 * 256 * 256);
    CHECK(least[0] == 2 * 256 && least[1] == 256);
    arena_close(mem);
}

/* 500 features, every third of which the other has, at any distance. */
static void
long_vectors_meet_wherever_they_agree(void)
{
    struct arena *mem = arena_open();
    struct vector a = vector_new(500, mem), b = vector_new(500, mem);
    struct vector_laid laid;
    uint64_t product[16] = {0}, least[2] = {0, 0};

    for (uint32_t i = 0; i < 500; i++) {
        uint32_t id = feature_id(FEATURE_CONCEPT, 0) + 1024 * i + 1;

        vector_add(&a, id, 1);
        vector_add(&b, i % 3 ? id + 1 : id, 1);
    }
    vector_lay(&laid, &a);
    vector_meet(&laid, &b, 0, product, least);
    CHECK(product[FEATURE_CONCEPT] == 167ull * 256 * 256); /* 0, 3 … 498 */
    CHECK(least[0] == 167 * 256 && least[1] == 0);
    arena_close(mem);
}

TEST_MAIN
{
    RUN(a_vector_keeps_its_heaviest);
    RUN(of_equal_features_the_first_are_kept);
    RUN(a_mean_vector_weighs_by_share);
    RUN(what_two_have_in_common_is_told_by_type);
    RUN(long_vectors_meet_wherever_they_agree);
}
