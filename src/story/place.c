/* place.c - articles into stories. */
#include "story/place.h"

#include "story/group.h"
#include "story/sides.h"

void
story_place(const struct lexicon *lx, struct set *set, struct arena *mem)
{
    uint32_t *number = arena_new(mem, uint32_t, set->narticles + 1), *group;
    uint32_t stories = 0;
    struct sides sides;

    sides_lay(lx, set, &sides, mem);
    group = group_find(&score_tuned, sides.list, sides.n, mem);
    for (uint32_t i = 0; i < set->narticles; i++) {
        uint32_t g = group[sides.at[i]];

        if (!number[g])
            number[g] = ++stories;
        set->story[i] = number[g] - 1;
    }
}

double
story_likeness(const struct lexicon *lx, const struct article *a,
               const struct article *b)
{
    struct arena *mem = arena_open();
    struct article *two[2] = {(struct article *)(uintptr_t)a,
                              (struct article *)(uintptr_t)b};
    struct set set = {.articles = two, .narticles = 2};
    struct side *sides = ground_lay(lx, &set, mem);
    struct score s;
    double p;

    score_take(&score_tuned, &sides[0], &sides[1], &s);
    p = score_probability(s.z);
    arena_close(mem);
    return p;
}
