/* bare.c - what was found, out of the store and into it. */
#include "engine/bare.h"

#include "base/pool.h"
#include "engine/digest.h"
#include "store/pack.h"
#include "twin/kin.h"

#include <stdlib.h>

/* ---- sets ------------------------------------------------------------------
 */

static struct article *
bare_articles(const struct store_row *rows, size_t n, struct arena *mem)
{
    struct article *all = arena_new(mem, struct article, n + 1);

    for (size_t i = 0; i < n; i++) {
        all[i].id = rows[i].id;
        all[i].day = rows[i].day;
    }
    return all;
}

bool
bare_set(struct samestory *e, const struct store_row *rows, size_t n,
         struct set *set, struct arena *mem)
{
    struct article *all = bare_articles(rows, n, mem);
    struct article **list = arena_new(mem, struct article *, n + 1);

    for (size_t i = 0; i < n; i++) {
        if (!store_about(e->store, rows[i].id, &all[i], mem, &e->err))
            return false;
        list[i] = &all[i];
    }
    engine_lay(e, rows, list, n, set, mem);
    return true;
}

struct place_of {
    int64_t id;
    uint32_t index;
};

struct bare_index {
    struct place_of *list; /* by id */
    size_t n;
};

static int
by_id(const void *a, const void *b)
{
    const struct place_of *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

struct bare_index *
bare_index(const struct set *set, struct arena *mem)
{
    struct bare_index *ix = arena_new(mem, struct bare_index, 1);

    ix->n = set->narticles;
    ix->list = arena_new(mem, struct place_of, ix->n + 1);
    for (uint32_t i = 0; i < ix->n; i++)
        ix->list[i] = (struct place_of){set->articles[i]->id, i};
    if (ix->n)
        qsort(ix->list, ix->n, sizeof *ix->list, by_id);
    return ix;
}

bool
bare_find(const struct bare_index *ix, int64_t id, uint32_t *at)
{
    struct place_of key = {id, 0}, *found = NULL;

    if (ix->n)
        found = bsearch(&key, ix->list, ix->n, sizeof *ix->list, by_id);
    if (found)
        *at = found->index;
    return found != NULL;
}

/* ---- bonds -----------------------------------------------------------------
 */

static bool
portraits(struct samestory *e, struct set *set, struct arena *mem)
{
    for (size_t i = 0; i < set->narticles; i++)
        if (!store_portrait(e->store, set->articles[i]->id, set->articles[i],
                            mem, &e->err))
            return false;
    return true;
}

bool
bare_join(struct samestory *e, struct set *set, struct arena *mem)
{
    struct bare_index *ix = bare_index(set, mem);
    struct store_bond *kept;
    struct bond *list;
    size_t n = 0, nkept;
    bool told = false;

    if (!store_bonds(e->store, &kept, &nkept, mem, &e->err))
        return false;
    list = arena_new(mem, struct bond, nkept + 1);
    for (size_t i = 0; i < nkept; i++) {
        struct bond *b = &list[n];

        if (!bare_find(ix, kept[i].a, &b->a) ||
            !bare_find(ix, kept[i].b, &b->b))
            continue;
        b->kind = (enum link_kind)kept[i].kind;
        b->told = kept[i].told;
        told |= b->told;
        n++;
    }
    if (told && !portraits(e, set, mem))
        return false;
    n = kin_still(set, list, n);
    kin_join(set, list, n, mem);
    return true;
}

static bool
is_dated(struct day d)
{
    return d.year && d.month && d.day;
}

/* The rows that may be of one origin with what was touched. */
static size_t
within_reach(struct store_row *rows, size_t n, const struct touched *t)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        int32_t day = is_dated(rows[i].day) ? day_number(rows[i].day) : 0;

        if (t->undated || !is_dated(rows[i].day) ||
            (day >= t->first - KIN_DAYS && day <= t->last + KIN_DAYS))
            rows[kept++] = rows[i];
    }
    return kept;
}

static int
by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* The article whole in the set, for as long as nothing is let go of. */
static bool
make_whole(struct samestory *e, struct article **a)
{
    struct article *whole = engine_article(e, (*a)->id);

    if (whole)
        *a = whole;
    return whole != NULL;
}

static bool
keep_bonds(struct samestory *e, const struct set *set, const struct bond *list,
           size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int64_t a = set->articles[list[i].a]->id;
        int64_t b = set->articles[list[i].b]->id;
        struct store_bond bond = {a < b ? a : b, a < b ? b : a, list[i].kind,
                                  list[i].told};

        if (!store_bond(e->store, bond, &e->err))
            return false;
    }
    return true;
}

/* Compares the texts of the pairs, as many at a time as parcels may be at
 * hand; keeps what is of one origin. `bare`: the articles of the set. */
static bool
compare(struct samestory *e, struct set *set, struct article *bare,
        struct bond *list, size_t n)
{
    for (size_t from = 0, end; from < n; from = end) {
        size_t left;

        if (e->ncached > e->most_added)
            engine_trim(e, e->most_added / 2);
        for (end = from; end < n && e->ncached <= e->most_added; end++)
            if (!make_whole(e, &set->articles[list[end].a]) ||
                !make_whole(e, &set->articles[list[end].b]))
                return false;
        left = kin_compare(e->lexicon, set, list + from, end - from);
        if (!keep_bonds(e, set, list + from, left))
            return false;
        for (size_t i = 0; i < set->narticles; i++)
            set->articles[i] = &bare[i];
    }
    return true;
}

bool
bare_bonds(struct samestory *e, const int64_t *fresh, size_t n,
           const struct touched *touched)
{
    struct arena *mem = arena_open();
    struct day open = {0};
    struct store_row *rows;
    struct set set = {0};
    struct article *all;
    bool *is_fresh, ok = false;
    size_t nrows, nbonds;
    struct bond *bonds;

    if (!store_window(e->store, open, open, &rows, &nrows, mem, &e->err))
        goto done;
    set.narticles = nrows = within_reach(rows, nrows, touched);
    all = bare_articles(rows, nrows, mem);
    set.articles = arena_new(mem, struct article *, nrows + 1);
    is_fresh = arena_new(mem, bool, nrows + 1);
    for (size_t i = 0; i < nrows; i++) {
        set.articles[i] = &all[i];
        is_fresh[i] =
            n && bsearch(&rows[i].id, fresh, n, sizeof *fresh, by_value);
    }
    if (!portraits(e, &set, mem))
        goto done;
    bonds = kin_meet(&set, is_fresh, &nbonds, mem);
    ok = compare(e, &set, all, bonds, nbonds);
done:
    arena_close(mem);
    return ok;
}

/* ---- waiting ---------------------------------------------------------------
 */

enum { WAIT_DATED = 1, WAIT_UNDATED = 2 };

bool
bare_waiting(struct samestory *e, struct touched *t)
{
    int64_t wait = 0, first = 0, last = 0;
    bool ok = store_state(e->store, STATE_WAIT, &wait, &e->err) &&
              store_state(e->store, STATE_FIRST, &first, &e->err) &&
              store_state(e->store, STATE_LAST, &last, &e->err);

    *t = (struct touched){(int32_t)first, (int32_t)last, wait & WAIT_DATED,
                          wait & WAIT_UNDATED};
    return ok;
}

bool
bare_wait(struct samestory *e, const struct touched *t)
{
    int64_t wait =
        (t->dated ? WAIT_DATED : 0) | (t->undated ? WAIT_UNDATED : 0);

    return store_set_state(e->store, STATE_WAIT, wait, &e->err) &&
           store_set_state(e->store, STATE_FIRST, t->first, &e->err) &&
           store_set_state(e->store, STATE_LAST, t->last, &e->err);
}

/* ---- made anew -------------------------------------------------------------
 */

#define REFRESH_AT_ONCE 2000

struct refresh {
    struct samestory *e;
    const struct store_row *rows;
    size_t n, at;
    bool broken;
};

static void *
next(void *ctx)
{
    struct refresh *r = ctx;
    struct article *a;

    if (r->broken || r->at == r->n)
        return NULL;
    a = store_load(r->e->store, r->rows[r->at++].id, &r->e->err);
    r->broken |= !a;
    return a;
}

static void
work(void *ctx, void *item)
{
    struct samestory *e = ((struct refresh *)ctx)->e;

    digest_again(e->lexicon, item);
    kin_facts(e->lexicon, item);
}

static void
keep(void *ctx, void *item)
{
    struct refresh *r = ctx;

    if (!r->broken)
        r->broken = !store_keep(r->e->store, item, &r->e->err);
    article_free(item);
}

/* Bonds of all rows, some at a time. */
static bool
bond_all(struct samestory *e, const struct store_row *rows, size_t n)
{
    int64_t *ids = malloc(REFRESH_AT_ONCE * sizeof *ids);
    struct touched all = {.undated = true};
    bool ok = ids != NULL;

    for (size_t i = 0; ok && i < n;) {
        size_t k = 0;

        while (k < REFRESH_AT_ONCE && i < n)
            ids[k++] = rows[i++].id;
        ok = bare_bonds(e, ids, k, &all);
        engine_trim(e, ENGINE_MOST_CACHED);
    }
    free(ids);
    return ok;
}

static void
say(const struct samestory_watcher *watcher, size_t n)
{
    struct arena *mem;

    if (!watcher || !watcher->complain || n == 0)
        return;
    mem = arena_open();
    watcher->complain(
        watcher->ctx, "store",
        arena_printf(mem,
                     "kept by another version or with other words: what is "
                     "known of its %zu articles is found anew",
                     n)
            .s);
    arena_close(mem);
}

bool
bare_refresh(struct samestory *e, const struct samestory_watcher *watcher)
{
    int64_t want = (int64_t)(lexicon_version(e->lexicon) * 31 + PACK_VERSION);
    struct touched all = {.undated = true};
    struct refresh r = {.e = e};
    struct day open = {0};
    struct store_row *rows;
    struct arena *mem;
    int64_t made;
    size_t n;
    bool ok = false;

    if (!store_state(e->store, STATE_MADE, &made, &e->err))
        return false;
    if (made == want)
        return true;
    mem = arena_open();
    if (!store_window(e->store, open, open, &rows, &n, mem, &e->err) ||
        !store_forget(e->store, &e->err))
        goto done;
    say(watcher, n);
    r.rows = rows;
    r.n = n;
    pool_stream(e->jobs, next, work, keep, &r);
    ok = !r.broken && bond_all(e, rows, n) && (n == 0 || bare_wait(e, &all)) &&
         store_set_state(e->store, STATE_MADE, want, &e->err);
done:
    arena_close(mem);
    return ok;
}
