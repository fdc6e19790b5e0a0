/*
 * vector_test.c - compact vectors: which features are kept, and what two have
 * in common.
 */
#include "test.h"

#include "story/feature.h"
#include "story/packed.h"

#include <string.h>

static uint32_t
id_of(enum feature_type type, uint32_t hash)
{
    return (uint32_t)type << FEATURE_SHIFT | hash;
}

static void
a_vector_keeps_its_heaviest(void)
{
    struct arena *mem = arena_open();
    struct vector v = vector_new(300, mem);
    struct vector_limit limit;

    /* 1/4, 2/4 … of 200 names and 100 places; what is nothing is left out */
    for (uint32_t i = 0; i < 200; i++)
        vector_add(&v, id_of(FEATURE_NAME, 0) + i, (i + 1) / 4.0);
    for (uint32_t i = 0; i < 100; i++)
        vector_add(&v, id_of(FEATURE_PLACE, 0) + i, i == 99 ? 60 : 0.001);
    CHECK(v.n == 201);
    limit = vector_limit(v.weight, 200, 2); /* the names */
    /* 200/4 and one of 199/4 */
    CHECK(limit.weight == (int)(199 / 4.0 / VECTOR_STEP));
    CHECK(limit.equals == 1);
    limit =
        vector_limit(v.weight, 200, 200); /* of few all: any weight will do */
    CHECK(limit.weight == 0 && limit.equals > 0);
    vector_cut(&v, 101); /* the place and the heavier half of the names */
    CHECK(v.n == 101);
    CHECK(v.id[0] == id_of(FEATURE_NAME, 0) + 100);
    CHECK(v.id[100] == id_of(FEATURE_PLACE, 0) + 99);
    arena_close(mem);
}

static void
of_equal_features_the_first_are_kept(void)
{
    struct arena *mem = arena_open();
    struct vector v = vector_new(10, mem);

    for (uint32_t i = 0; i < 10; i++)
        vector_add(&v, id_of(FEATURE_NAME, 0) + i, i == 7 ? 2 : 1);
    vector_cut(&v, 4);
    CHECK(v.n == 4 && v.id[2] == id_of(FEATURE_NAME, 0) + 2);
    CHECK(v.id[3] == id_of(FEATURE_NAME, 0) + 7);
    arena_close(mem);
}

static void
a_mean_vector_weighs_by_share(void)
{
    struct arena *mem = arena_open();
    struct vector a = vector_new(2, mem), b = vector_new(2, mem);
    struct vector m = vector_new(4, mem);

    vector_add(&a, 1, 4);
    vector_add(&a, 2, 8);
    vector_add(&b, 2, 4);
    vector_add(&b, 3, 0.004); /* a quarter of it is less than half a step */
    vector_mean(&a, &b, 0.75, 10, &m);
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
    struct packed_laid laid;
    uint64_t product[FEATURE_TYPES] = {0}, least[2] = {0, 0};

    vector_add(&a, id_of(FEATURE_STEM, 5), 2);
    vector_add(&a, id_of(FEATURE_NAME, 5), 3);
    vector_add(&b, id_of(FEATURE_STEM, 5), 4);
    /* what only looks like a's by the hash of its slot, and its bit */
    vector_add(&b, id_of(FEATURE_STEM, 5 + PACKED_SEATS), 9);
    vector_add(&b, id_of(FEATURE_NAME, 5), 1);
    packed_lay(&laid, packed_make(&a, mem));
    packed_meet(&laid, packed_make(&b, mem), 1u << FEATURE_NAME, product,
                least);
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
    struct packed_laid laid;
    uint64_t product[FEATURE_TYPES] = {0}, least[2] = {0, 0};

    for (uint32_t i = 0; i < 500; i++) {
        uint32_t id = id_of(FEATURE_CONCEPT, 0) + 1024 * i + 1;

        vector_add(&a, id, 1);
        vector_add(&b, i % 3 ? id + 1 : id, 1);
    }
    packed_lay(&laid, packed_make(&a, mem));
    packed_meet(&laid, packed_make(&b, mem), 0, product, least);
    CHECK(product[FEATURE_CONCEPT] == 167ull * 256 * 256); /* 0, 3 … 498 */
    CHECK(least[0] == 167 * 256 && least[1] == 0);
    arena_close(mem);
}

/* Weights of 4 bits and of 16, ids of all bits. */
static void
what_is_packed_is_read_back(void)
{
    struct arena *mem = arena_open();
    static const double scale[] = {1, 4095};

    for (int turn = 0; turn < 2; turn++) {
        struct vector v = vector_new(32, mem), w;
        struct packed_room room;
        struct packed *p;

        for (uint32_t i = 0; i < 16; i++)
            vector_add(&v, id_of(FEATURE_NAME, 0xFFFFF * i),
                       (i + 1) * scale[turn] * VECTOR_STEP);
        vector_add(&v, id_of(FEATURE_TOWN, 0xFFFFFF), VECTOR_STEP);
        p = packed_make(&v, mem);
        CHECK(p->bits == (turn ? 16 : 4)); /* from 1 to 16 · 4095 or 16 */
        w = packed_read(packed_copy(p, mem), &room);
        CHECK(w.n == 17 && memcmp(w.id, v.id, 17 * sizeof *v.id) == 0 &&
              memcmp(w.weight, v.weight, 17 * sizeof *v.weight) == 0);
    }
    arena_close(mem);
}

static void
equal_weights_take_one_bit(void)
{
    struct arena *mem = arena_open();
    struct vector v = vector_new(8, mem), none = vector_new(0, mem);
    size_t head = packed_bytes(packed_make(&none, mem));
    struct packed *p;

    for (uint32_t i = 0; i < 8; i++)
        vector_add(&v, id_of(FEATURE_NAME, i), 3);
    p = packed_make(&v, mem);
    CHECK(packed_count(p) == 8 && packed_bytes(p) == head + 8 * 3 + 1);
    arena_close(mem);
}

static void
ids_of_two_types_that_end_alike_are_two(void)
{
    struct arena *mem = arena_open();
    struct vector a = vector_new(2, mem), b = vector_new(1, mem);
    struct packed_laid laid;
    uint64_t product[FEATURE_TYPES] = {0}, least[2] = {0, 0};

    vector_add(&a, id_of(FEATURE_STEM, 5), 2);
    vector_add(&a, id_of(FEATURE_NAME, 5), 3);
    vector_add(&b, id_of(FEATURE_NAME, 5), 1);
    packed_lay(&laid, packed_make(&a, mem));
    packed_meet(&laid, packed_make(&b, mem), 0, product, least);
    CHECK(product[FEATURE_STEM] == 0 &&
          product[FEATURE_NAME] == 3 * 1 * 256 * 256);
    arena_close(mem);
}

TEST_MAIN
{
    RUN(what_is_packed_is_read_back);
    RUN(equal_weights_take_one_bit);
    RUN(ids_of_two_types_that_end_alike_are_two);
    RUN(a_vector_keeps_its_heaviest);
    RUN(of_equal_features_the_first_are_kept);
    RUN(a_mean_vector_weighs_by_share);
    RUN(what_two_have_in_common_is_told_by_type);
    RUN(long_vectors_meet_wherever_they_agree);
}
