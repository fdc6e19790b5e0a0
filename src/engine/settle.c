/* settle.c - a period placed anew; numbers of stories that go on. */
#include "engine/settle.h"

#include "story/place.h"
#include "twin/kin.h"

#include <stdlib.h>
#include <string.h>

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

void
settle_touch(struct touched *t, struct day d)
{
    int32_t day;

    if (!whole(d)) {
        t->undated = true;
        return;
    }
    day = day_number(d);
    if (!t->dated || day < t->first)
        t->first = day;
    if (!t->dated || day > t->last)
        t->last = day;
    t->dated = true;
}

/* ---- the period -----------------------------------------------------------
 */

static int
by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

/* Widens the days touched to the period they lie in. */
static void
widen(struct touched *t, const int32_t *days, size_t n)
{
    size_t low = 0, high = n;

    while (low < n && days[low] < t->first)
        low++;
    while (high > 0 && days[high - 1] > t->last)
        high--;
    while (low > 0 && t->first - days[low - 1] <= SETTLE_DAYS)
        t->first = days[--low];
    while (high < n && days[high] - t->last <= SETTLE_DAYS)
        t->last = days[high++];
}

/* Keeps the rows of the period; an undated article joins all periods. */
static size_t
period(const struct touched *touched, struct store_row *rows, size_t n,
       struct arena *mem)
{
    int32_t *days = arena_new(mem, int32_t, n + 1);
    struct touched t = *touched;
    size_t ndays = 0, kept = 0;
    bool undated = t.undated || !t.dated;

    for (size_t i = 0; i < n; i++)
        if (whole(rows[i].day))
            days[ndays++] = day_number(rows[i].day);
        else
            undated = true;
    if (undated && n <= SETTLE_MOST)
        return n;
    qsort(days, ndays, sizeof *days, by_number);
    if (t.dated)
        widen(&t, days, ndays);
    for (int cut = 0; cut < 2; cut++) {
        size_t in = 0;

        for (size_t i = 0; i < ndays; i++)
            in += days[i] >= t.first && days[i] <= t.last;
        if (in <= SETTLE_MOST)
            break;
        t.first = touched->first - SETTLE_DAYS;
        t.last = touched->last + SETTLE_DAYS;
    }
    for (size_t i = 0; i < n; i++) {
        int32_t day = whole(rows[i].day) ? day_number(rows[i].day) : t.first;

        if (day >= t.first && day <= t.last)
            rows[kept++] = rows[i];
    }
    return kept;
}

/* ---- rulings --------------------------------------------------------------
 */

struct place_of {
    int64_t id;
    uint32_t index;
};

static int
by_id(const void *a, const void *b)
{
    const struct place_of *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

static const struct place_of *
find(const struct place_of *list, size_t n, int64_t id)
{
    struct place_of key = {id, 0};

    return bsearch(&key, list, n, sizeof *list, by_id);
}

static bool
add_rulings(struct samestory *e, struct set *set, struct arena *mem)
{
    struct place_of *list = arena_new(mem, struct place_of, set->narticles + 1);
    struct store_ruling *rulings;
    size_t n;

    if (!store_rulings(e->store, &rulings, &n, mem, &e->err))
        return false;
    for (uint32_t i = 0; i < set->narticles; i++)
        list[i] = (struct place_of){set->articles[i]->id, i};
    qsort(list, set->narticles, sizeof *list, by_id);
    set->rulings = arena_new(mem, struct ruling, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct place_of *a = find(list, set->narticles, rulings[i].a);
        const struct place_of *b = find(list, set->narticles, rulings[i].b);

        if (a && b)
            set->rulings[set->nrulings++] =
                (struct ruling){a->index, b->index, rulings[i].same};
    }
    return true;
}

bool
settle_set(struct samestory *e, const struct touched *touched, struct set *set,
           struct arena *mem)
{
    struct day open = {0};
    struct store_row *rows;
    size_t n;

    if (!store_window(e->store, open, open, &rows, &n, mem, &e->err))
        return false;
    n = period(touched, rows, n, mem);
    return engine_set(e, rows, n, set, mem) && add_rulings(e, set, mem);
}

/* ---- numbers of stories ----------------------------------------------------
 */

/* Stories as they were: their numbers, rising, and whether one goes on. */
struct old_stories {
    uint32_t *number;
    bool *goes_on;
    size_t n;
};

static int
by_story(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static struct old_stories
old_stories(const uint32_t *old, size_t n, struct arena *mem)
{
    struct old_stories s = {arena_new(mem, uint32_t, n + 1),
                            arena_new(mem, bool, n + 1), 0};
    uint32_t *all = arena_new(mem, uint32_t, n + 1);

    memcpy(all, old, n * sizeof *all);
    qsort(all, n, sizeof *all, by_story);
    for (size_t i = 0; i < n; i++)
        if (all[i] && (s.n == 0 || s.number[s.n - 1] != all[i]))
            s.number[s.n++] = all[i];
    return s;
}

static bool *
goes_on(const struct old_stories *s, uint32_t number)
{
    const uint32_t *at =
        bsearch(&number, s->number, s->n, sizeof number, by_story);

    return &s->goes_on[at - s->number];
}

/* An article that had a story, in its group of now. */
struct member {
    uint32_t group, old;
};

static int
by_group(const void *a, const void *b)
{
    const struct member *x = a, *y = b;

    return x->group != y->group ? (x->group > y->group) - (x->group < y->group)
                                : (x->old > y->old) - (x->old < y->old);
}

/* The story each group goes on as: the oldest one of its members that no
 * group before it took, else a new one. */
static bool
name_groups(struct samestory *e, const struct set *set, const uint32_t *old,
            struct old_stories *stories, int64_t *name, size_t ngroups,
            struct arena *mem)
{
    struct member *list = arena_new(mem, struct member, set->narticles + 1);
    size_t n = 0;

    for (size_t i = 0; i < set->narticles; i++)
        if (old[i])
            list[n++] = (struct member){set->story[i], old[i]};
    if (n)
        qsort(list, n, sizeof *list, by_group);
    for (size_t i = 0; i < n; i++) {
        bool *taken = goes_on(stories, list[i].old);

        if (name[list[i].group] || *taken)
            continue;
        name[list[i].group] = list[i].old;
        *taken = true;
    }
    for (size_t g = 0; g < ngroups; g++)
        if (name[g] == 0 && !store_new_story(e->store, &name[g], &e->err))
            return false;
    return true;
}

/* Stories of which nothing is left lead to where their articles went; of
 * stories that live on without some of theirs a note is kept. */
static bool
redirect(struct samestory *e, const struct set *set, const uint32_t *old,
         const struct old_stories *stories, const int64_t *name)
{
    for (size_t i = 0; i < set->narticles; i++) {
        int64_t now = name[set->story[i]];

        if (old[i] == 0 || now == old[i])
            continue;
        if (*goes_on(stories, old[i])
                ? !store_split(e->store, old[i], now, &e->err)
                : !store_merge(e->store, old[i], now, &e->err))
            return false;
    }
    return true;
}

bool
settle(struct samestory *e, const struct touched *touched)
{
    struct arena *mem = arena_open();
    struct set set;
    struct old_stories stories;
    uint32_t *old;
    int64_t *name;
    size_t n, ngroups = 0;
    bool ok = false;

    if (!settle_set(e, touched, &set, mem))
        goto done;
    n = set.narticles;
    old = arena_new(mem, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        old[i] = set.story[i];
    stories = old_stories(old, n, mem);
    kin_find(e->lexicon, &set, mem);
    story_place(e->lexicon, &set, mem);
    for (size_t i = 0; i < n; i++)
        if (set.story[i] >= ngroups)
            ngroups = set.story[i] + 1;
    name = arena_new(mem, int64_t, ngroups);
    if (!name_groups(e, &set, old, &stories, name, ngroups, mem) ||
        !redirect(e, &set, old, &stories, name))
        goto done;
    for (size_t i = 0; i < n; i++)
        if (!store_place(e->store, set.articles[i]->id, name[set.story[i]],
                         set.voice[i], &e->err))
            goto done;
    ok = true;
done:
    arena_close(mem);
    return ok;
}
