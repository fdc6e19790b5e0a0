/*
 * bound_test.c - how many parcels are at hand while articles come in changes
 * nothing of what is found.
 */
#include "test.h"

#include "engine/engine.h"

#include <string.h>

static struct samestory *
with_parcels(size_t most)
{
    static const char *const paths[] = {
        "examples/stories/01-quillamarca-dam",
        "examples/stories/02-aubrelle-glassworks",
        "examples/stories/03-karaburc-museum"};
    struct samestory_options options = {.jobs = 2};
    struct samestory *e;
    size_t added = 0;

    CHECK(samestory_open(&e, &options) == SAMESTORY_OK);
    e->most_added = most;
    CHECK(samestory_add(e, paths, 3, NULL, &added) == SAMESTORY_OK);
    CHECK(added > 20);
    return e;
}

static void
few_parcels_at_hand_find_the_same_copies(void)
{
    struct samestory *all = with_parcels(ENGINE_MOST_ADDED);
    struct samestory *few = with_parcels(3);
    struct arena *mem = arena_open();
    struct store_bond *a, *b;
    struct err err = {0};
    size_t na, nb;

    CHECK(all->ncached > 20);
    CHECK(few->ncached <= 3 + 2); /* and the pair that passes the limit */
    CHECK(store_bonds(all->store, &a, &na, mem, &err));
    CHECK(store_bonds(few->store, &b, &nb, mem, &err));
    CHECK(na > 5 && na == nb);
    for (size_t i = 0; i < na && i < nb; i++)
        CHECK(a[i].a == b[i].a && a[i].b == b[i].b && a[i].kind == b[i].kind &&
              a[i].told == b[i].told);
    arena_close(mem);
    samestory_close(all);
    samestory_close(few);
}

static void
few_parcels_at_hand_find_the_same_stories(void)
{
    struct samestory *e[2] = {with_parcels(ENGINE_MOST_ADDED), with_parcels(3)};
    const struct samestory_brief *b[2] = {NULL, NULL};

    for (int i = 0; i < 2; i++)
        CHECK(samestory_stories(e[i], NULL, &b[i]) == SAMESTORY_OK);
    CHECK(b[0]->nstories == b[1]->nstories && b[0]->nstories >= 3);
    for (size_t i = 0; i < b[0]->nstories && i < b[1]->nstories; i++) {
        const struct samestory_story *x = &b[0]->stories[i];
        const struct samestory_story *y = &b[1]->stories[i];

        CHECK(x->narticles == y->narticles && x->voices == y->voices);
        for (size_t k = 0; k < x->narticles && k < y->narticles; k++)
            CHECK(strcmp(x->articles[k], y->articles[k]) == 0);
    }
    for (int i = 0; i < 2; i++) {
        samestory_free(b[i]);
        samestory_close(e[i]);
    }
}

TEST_MAIN
{
    RUN(few_parcels_at_hand_find_the_same_copies);
    RUN(few_parcels_at_hand_find_the_same_stories);
}
