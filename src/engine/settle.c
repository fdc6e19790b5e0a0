/* settle.c - a period placed anew; numbers of stories that go on. */
#include "engine/settle.h"

#include "story/place.h"

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

/* ---- the set ---------------------------------------------------------------
 */

static bool
add_rulings(struct samestory *e, struct set *set, struct arena *mem)
{
    struct bare_index *ix = bare_index(set, mem);
    struct store_ruling *rulings;
    size_t n;

    if (!store_rulings(e->store, &rulings, &n, mem, &e->err))
        return false;
    set->rulings = arena_new(mem, struct ruling, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct ruling r = {.same = rulings[i].same};

        if (bare_find(ix, rulings[i].a, &r.a) &&
            bare_find(ix, rulings[i].b, &r.b))
            set->rulings[set->nrulings++] = r;
    }
    return true;
}

/* The rows of the period of what was touched. */
static bool
period_rows(struct samestory *e, const struct touched *touched,
            struct store_row **rows, size_t *n, struct arena *mem)
{
    struct day open = {0};

    if (!store_window(e->store, open, open, rows, n, mem, &e->err))
        return false;
    *n = period(touched, *rows, *n, mem);
    return true;
}

static bool
set_of_rows(struct samestory *e, const struct store_row *rows, size_t n,
            struct set *set, struct arena *mem)
{
    return bare_set(e, rows, n, set, mem) && add_rulings(e, set, mem);
}

bool
settle_set(struct samestory *e, const struct touched *touched, struct set *set,
           struct arena *mem)
{
    struct store_row *rows;
    size_t n;

    return period_rows(e, touched, &rows, &n, mem) &&
           set_of_rows(e, rows, n, set, mem) && bare_join(e, set, mem);
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

/* A voice is known by the first of its articles that came in. */
static void
name_voices(struct set *set, struct arena *mem)
{
    uint32_t *first = arena_new(mem, uint32_t, set->narticles + 1);

    for (size_t i = 0; i < set->narticles; i++) {
        uint32_t id = (uint32_t)set->articles[i]->id;
        uint32_t *f = &first[set->voice[i]];

        if (!*f || id < *f)
            *f = id;
    }
    for (size_t i = 0; i < set->narticles; i++)
        set->voice[i] = first[set->voice[i]];
}

static bool
place(struct samestory *e, const struct store_row *rows, size_t nrows)
{
    struct arena *mem = arena_open();
    struct set set;
    struct old_stories stories;
    uint32_t *old, *old_voice;
    int64_t *name;
    size_t n, ngroups = 0;
    bool ok = false;

    if (!set_of_rows(e, rows, nrows, &set, mem))
        goto done;
    n = set.narticles;
    old = arena_new(mem, uint32_t, n + 1);
    memcpy(old, set.story, n * sizeof *old);
    old_voice = set.voice;
    stories = old_stories(old, n, mem);
    if (!bare_join(e, &set, mem))
        goto done;
    name_voices(&set, mem);
    story_place(e->lexicon, &set, mem);
    for (size_t i = 0; i < n; i++)
        if (set.story[i] >= ngroups)
            ngroups = set.story[i] + 1;
    name = arena_new(mem, int64_t, ngroups);
    if (!name_groups(e, &set, old, &stories, name, ngroups, mem) ||
        !redirect(e, &set, old, &stories, name))
        goto done;
    for (size_t i = 0; i < n; i++)
        if ((old[i] != name[set.story[i]] || old_voice[i] != set.voice[i]) &&
            !store_place(e->store, set.articles[i]->id, name[set.story[i]],
                         set.voice[i], &e->err))
            goto done;
    ok = true;
done:
    arena_close(mem);
    return ok;
}

/* The rows of one period of them, from *day on; *day is then the first of
 * the next one, INT32_MAX behind the last. */
static size_t
next_period(const struct store_row *rows, size_t n, const int32_t *days,
            int32_t *day, struct store_row *out)
{
    int32_t first = *day, end = INT32_MAX;
    size_t kept = 0;

    for (size_t i = 1; i < n && end == INT32_MAX; i++)
        if (days[i] > first && days[i - 1] >= first &&
            days[i] - days[i - 1] > SETTLE_DAYS)
            end = days[i];
    for (size_t i = 0; i < n; i++) {
        int32_t d = day_number(rows[i].day);

        if (d >= first && d < end)
            out[kept++] = rows[i];
    }
    *day = end;
    return kept;
}

/* Each period by itself: what an article of another one tells must not count
 * here where both happen to be touched. An undated one joins them all. */
static bool
place_periods(struct samestory *e, const struct store_row *rows, size_t n,
              struct arena *mem)
{
    int32_t *days = arena_new(mem, int32_t, n + 1);
    struct store_row *part = arena_new(mem, struct store_row, n + 1);

    for (size_t i = 0; i < n; i++) {
        if (!whole(rows[i].day))
            return place(e, rows, n);
        days[i] = day_number(rows[i].day);
    }
    if (n)
        qsort(days, n, sizeof *days, by_number);
    for (int32_t day = n ? days[0] : INT32_MAX; day != INT32_MAX;)
        if (!place(e, part, next_period(rows, n, days, &day, part)))
            return false;
    return true;
}

/* ---- now or later ----------------------------------------------------------
 */

static void
join_touched(struct touched *t, const struct touched *more)
{
    if (more->dated) {
        if (!t->dated || more->first < t->first)
            t->first = more->first;
        if (!t->dated || more->last > t->last)
            t->last = more->last;
    }
    t->dated |= more->dated;
    t->undated |= more->undated;
}

/* Places the period unless it is of more than `most` articles: then it
 * waits. */
static bool
settle(struct samestory *e, const struct touched *touched, size_t most)
{
    struct arena *mem = arena_open();
    struct touched none = {0};
    struct store_row *rows;
    size_t n;
    bool ok = period_rows(e, touched, &rows, &n, mem);

    if (ok)
        ok = n > most ? bare_wait(e, touched)
                      : place_periods(e, rows, n, mem) && bare_wait(e, &none);
    arena_close(mem);
    return ok;
}

bool
settle_later(struct samestory *e, const struct touched *touched)
{
    struct touched all;

    if (!bare_waiting(e, &all))
        return false;
    join_touched(&all, touched);
    return settle(e, &all, SETTLE_AT_ONCE);
}

bool
settle_now(struct samestory *e)
{
    struct touched t;

    if (!bare_waiting(e, &t))
        return false;
    if (!t.dated && !t.undated)
        return true;
    if (!store_begin(e->store, &e->err))
        return false;
    if (bare_refresh(e, NULL) && settle(e, &t, SIZE_MAX) &&
        store_commit(e->store, &e->err))
        return true;
    store_rollback(e->store);
    return false;
}
