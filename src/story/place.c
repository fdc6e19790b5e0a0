/* place.c - articles into stories. */
#include "story/place.h"

#include "story/blocks.h"
#include "story/group.h"
#include "story/sides.h"
#include "story/title.h"

#include <stdlib.h>

/* Numbers from 0, in order of the first article of each. */
static void
number(struct set *set, const uint32_t *group, size_t most, struct arena *mem)
{
    uint32_t *name = arena_new(mem, uint32_t, most + 1), stories = 0;

    for (uint32_t i = 0; i < set->narticles; i++) {
        if (!name[group[i]])
            name[group[i]] = ++stories;
        set->story[i] = name[group[i]] - 1;
    }
}

void
story_place(const struct lexicon *lx, struct set *set, struct arena *mem)
{
    uint32_t *group, *of = arena_new(mem, uint32_t, set->narticles + 1);
    struct sides sides;

    if (set->narticles > BLOCKS_FROM) {
        blocks_place(lx, set, BLOCK_LEAST, mem);
        number(set, set->story, set->narticles, mem);
        return;
    }
    sides_lay(lx, set, NULL, 0, &sides, mem);
    group = group_find(&score_tuned, &sides, NULL, mem);
    for (uint32_t i = 0; i < set->narticles; i++)
        of[i] = group[sides.at[i]];
    number(set, of, set->narticles, mem);
}

struct likeness_of *
story_pairs(const struct lexicon *lx, const struct set *set, struct arena *mem)
{
    struct likeness_of *out =
        arena_new(mem, struct likeness_of, set->narticles / 2 + 1);
    struct side *sides = ground_lay(lx, set, mem);

    for (size_t i = 0; i + 1 < set->narticles; i += 2) {
        const struct article *a = set->articles[i], *b = set->articles[i + 1];
        struct score s;

        if (a->why_not || b->why_not)
            continue;
        score_take(&score_tuned, &sides[i], &sides[i + 1], &s);
        s.term[TERM_TITLE] = title_alike(a, b);
        out[i / 2].score = score_shown(&score_tuned, &s);
        out[i / 2].same = score_same(&score_tuned, &s);
    }
    return out;
}

/* ---- nearest --------------------------------------------------------------
 */

enum {
    NEAREST_TRIED = 200
}; /* scored exactly, of those that the index finds */

static int
by_found(const void *a, const void *b)
{
    const struct found *x = a, *y = b;

    return x->score != y->score ? (x->score < y->score) - (x->score > y->score)
                                : (x->side > y->side) - (x->side < y->side);
}

static void
offer(struct nearest *best, uint32_t index, double score)
{
    size_t i = best->n;

    if (i == NEAREST_MOST) {
        if (score <= best->score[i - 1])
            return;
        i--;
    } else {
        best->n++;
    }
    for (; i > 0 && score > best->score[i - 1]; i--) {
        best->score[i] = best->score[i - 1];
        best->index[i] = best->index[i - 1];
    }
    best->score[i] = score;
    best->index[i] = index;
}

struct nearest *
story_nearest(const struct lexicon *lx, const struct set *set, enum lang lang,
              struct arena *mem)
{
    struct nearest *out = arena_new(mem, struct nearest, set->narticles + 1);
    struct found *found = arena_new(mem, struct found, set->narticles + 1);
    struct side *sides = ground_lay(lx, set, mem);
    struct near_index *x = near_open(sides, set->narticles, mem);

    for (uint32_t i = 0; i < set->narticles; i++) {
        size_t nall, n = 0;
        const struct found *all = near_ask(x, i, &nall);

        for (size_t k = 0; k < nall; k++)
            if (lang == LANG_UND || set->articles[all[k].side]->lang == lang)
                found[n++] = all[k];
        qsort(found, n, sizeof *found, by_found);
        for (size_t k = 0; k < n && k < NEAREST_TRIED; k++) {
            struct score s;

            score_take(&score_tuned, &sides[i], &sides[found[k].side], &s);
            offer(&out[i], found[k].side, score_alike(&score_tuned, &s));
        }
    }
    return out;
}
