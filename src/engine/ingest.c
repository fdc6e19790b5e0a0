/* ingest.c - documents in: digest side by side, admit in order, settle. */
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "engine/frames.h"
#include "source/source.h"
#include "story/place.h"
#include "twin/kin.h"

#include <stdlib.h>

/* Articles further apart than this are never one story (story/place.h has
 * the same in its score); latecomers open the window again. */
#define WINDOW_DAYS 21

struct ingest {
    struct samestory *e;
    struct source *source;
    struct site *frames;
    const struct samestory_watcher *watcher;
    size_t done, added, failed;
    int32_t first, last; /* days touched */
    bool dated, undated, broken;
};

static void
complain(void *ctx, const char *path, const char *why)
{
    struct ingest *in = ctx;

    if (in->watcher && in->watcher->complain)
        in->watcher->complain(in->watcher->ctx, path, why);
}

static void *
next(void *ctx)
{
    struct ingest *in = ctx;
    struct article *a = source_next(in->source);

    if (a)
        a->frame = in->frames;
    return a;
}

static void
work(void *ctx, void *item)
{
    digest(((struct ingest *)ctx)->e->lexicon, item);
}

static void
touch(struct ingest *in, const struct article *a)
{
    int32_t day;

    if (!a->day.year || !a->day.month || !a->day.day) {
        in->undated = true;
        return;
    }
    day = day_number(a->day);
    if (!in->dated || day < in->first)
        in->first = day;
    if (!in->dated || day > in->last)
        in->last = day;
    in->dated = true;
}

/* One digested parcel, in order: kept, or told of and dropped. */
static void
admit(void *ctx, void *item)
{
    struct ingest *in = ctx;
    struct article *a = item;
    struct buf terms = {0}, meanings = {0};
    bool fresh = false;

    in->done++;
    if (in->watcher && in->watcher->progress)
        in->watcher->progress(in->watcher->ctx, in->done, 0);
    if (!a->why_not && article_bare(a))
        a->why_not = "an address without title and text";
    if (a->why_not) {
        in->failed++;
        complain(in, arena_z(a->mem, a->path), a->why_not);
        article_free(a);
        return;
    }
    if (in->broken) {
        article_free(a);
        return;
    }
    search_terms(in->e->lexicon, &a->read, &terms, &meanings);
    in->broken = !store_save(in->e->store, a, buf_str(&terms),
                             buf_str(&meanings), &fresh, &in->e->err);
    buf_free(&terms);
    buf_free(&meanings);
    if (in->broken || !fresh) {
        article_free(a);
        return;
    }
    in->added++;
    touch(in, a);
    engine_keep(in->e, a);
}

/* ---- settling --------------------------------------------------------- */

/* The story each group goes on as: the oldest one of its members that no
 * group before it took, else a new one. */
static bool
name_groups(struct samestory *e, const struct set *set,
            const uint32_t *old_story, int64_t *name, size_t ngroups)
{
    for (size_t g = 0; g < ngroups; g++) {
        for (size_t i = 0; i < set->narticles; i++) {
            bool taken = false;

            if (set->story[i] != g || old_story[i] == 0)
                continue;
            for (size_t k = 0; k < g; k++)
                taken |= name[k] == old_story[i];
            if (!taken && (name[g] == 0 || old_story[i] < name[g]))
                name[g] = old_story[i];
        }
        if (name[g] == 0 && !store_new_story(e->store, &name[g], &e->err))
            return false;
    }
    return true;
}

/* Stories of which nothing is left lead to where their articles went. */
static bool
redirect(struct samestory *e, const struct set *set, const uint32_t *old_story,
         const int64_t *name, size_t ngroups)
{
    for (size_t i = 0; i < set->narticles; i++) {
        bool lives = old_story[i] == 0;

        for (size_t g = 0; g < ngroups && !lives; g++)
            lives = name[g] == old_story[i];
        if (!lives &&
            !store_merge(e->store, old_story[i], name[set->story[i]], &e->err))
            return false;
    }
    return true;
}

static bool
settle(struct samestory *e, const struct ingest *in)
{
    struct arena *mem = arena_open();
    struct day from = {0}, to = {0};
    struct store_row *rows;
    struct set set;
    uint32_t *old_story;
    int64_t *name;
    size_t n, ngroups = 0;
    bool ok = false;

    if (in->dated && !in->undated) {
        from = day_of_number(in->first - WINDOW_DAYS);
        to = day_of_number(in->last + WINDOW_DAYS);
    }
    if (!store_window(e->store, from, to, &rows, &n, mem, &e->err) ||
        !engine_set(e, rows, n, &set, mem))
        goto done;
    old_story = arena_new(mem, uint32_t, n);
    for (size_t i = 0; i < n; i++)
        old_story[i] = set.story[i];
    kin_find(e->lexicon, &set, mem);
    story_place(e->lexicon, &set, mem);
    for (size_t i = 0; i < n; i++)
        if (set.story[i] >= ngroups)
            ngroups = set.story[i] + 1;
    name = arena_new(mem, int64_t, ngroups);
    if (!name_groups(e, &set, old_story, name, ngroups) ||
        !redirect(e, &set, old_story, name, ngroups))
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

enum samestory_status
samestory_add(struct samestory *e, const char *const *paths, size_t npaths,
              const struct samestory_watcher *watcher, size_t *added)
{
    struct ingest in = {.e = e, .watcher = watcher};

    e->err = (struct err){0};
    if (added)
        *added = 0;
    if (!e->store || !e->lexicon) {
        err_set(&e->err, ERR_USAGE, "the engine is not open");
        return SAMESTORY_USAGE;
    }
    engine_trim(e);
    if (!store_begin(e->store, &e->err))
        return engine_status(e);
    in.frames = frames_learn(e->lexicon, paths, npaths, e->most_bytes);
    in.source = source_open(paths, npaths, e->most_bytes, complain, &in);
    pool_stream(e->jobs, next, work, admit, &in);
    in.failed += source_failed(in.source);
    source_close(in.source);
    site_close(in.frames);
    if (in.broken || (in.added && !settle(e, &in)) ||
        !store_commit(e->store, &e->err)) {
        store_rollback(e->store);
        return engine_status(e);
    }
    if (added)
        *added = in.added;
    if (in.failed) {
        err_set(&e->err, ERR_INPUT, "%zu inputs could not be read", in.failed);
        return SAMESTORY_INPUT;
    }
    return SAMESTORY_OK;
}
