/*
 * pairs_test.c - of very many tales those are compared that share facts
 * enough; what stands in a crowd of them joins neighbours alone.
 */
#include "test.h"

#include "twin/pairs.h"
#include "twin/tale.h"

enum { TALES = 300, MOST = 8 };

struct many {
    struct part parts[TALES];
    struct tale tales[TALES], *list[TALES];
    uint64_t ids[TALES][MOST];
    uint32_t rank[TALES];
    struct arena *mem;
};

/* Each of an article of its own, of no fact yet; the last is the first by
 * content. */
static struct many *
many_open(void)
{
    struct arena *mem = arena_open();
    struct many *m = arena_new(mem, struct many, 1);

    m->mem = mem;
    for (uint32_t i = 0; i < TALES; i++) {
        m->parts[i].article = i;
        m->parts[i].lang = i % 2 ? LANG_RU : LANG_EN;
        m->tales[i].ids = m->ids[i];
        m->list[i] = &m->tales[i];
        m->rank[i] = TALES - 1 - i;
    }
    return m;
}

/* Facts stand in rising order. */
static void
tell(struct many *m, uint32_t tale, uint64_t fact)
{
    m->ids[tale][m->tales[tale].nids++] = fact;
    m->tales[tale].nshared = m->tales[tale].nids;
}

static bool
has_pair(const struct pair_list *l, uint32_t x, uint32_t y)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].x == x && l->at[i].y == y)
            return true;
    return false;
}

static void
five_facts_shared_make_a_pair(void)
{
    struct many *m = many_open();
    struct pair_list l;

    for (uint64_t f = 1; f <= 5; f++) {
        tell(m, 7, f);
        tell(m, 20, f); /* of another language */
        tell(m, 9, f);  /* of the same */
        if (f > 1)
            tell(m, 30, f); /* four facts alone */
    }
    l = pairs_of_tales(m->parts, m->list, TALES, false, m->rank, m->mem);
    CHECK(l.n == 2 && has_pair(&l, 7, 20) && has_pair(&l, 9, 20));
    l = pairs_of_tales(m->parts, m->list, TALES, true, m->rank, m->mem);
    CHECK(l.n == 1 && has_pair(&l, 7, 9));
    arena_close(m->mem);
}

static void
in_a_crowd_only_neighbours_meet(void)
{
    struct many *m = many_open();
    struct pair_list l;

    /* 60 tell the same five, by turns in two languages */
    for (uint32_t i = 0; i < 60; i++)
        for (uint64_t f = 1; f <= 5; f++)
            tell(m, i, f);
    l = pairs_of_tales(m->parts, m->list, TALES, false, m->rank, m->mem);
    /* of the four neighbours behind each the first and the third; behind the
     * last three there are two, one and none */
    CHECK(l.n == 57 * 2 + 1 + 1);
    CHECK(has_pair(&l, 10, 11) && has_pair(&l, 10, 13));
    CHECK(!has_pair(&l, 10, 15));
    arena_close(m->mem);
}

TEST_MAIN
{
    RUN(five_facts_shared_make_a_pair);
    RUN(in_a_crowd_only_neighbours_meet);
}
