/* ingest.c - documents in: digest side by side, admit in order, settle. */
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "engine/frames.h"
#include "engine/settle.h"
#include "source/source.h"
#include "twin/kin.h"

struct ingest {
    struct samestory *e;
    struct source *source;
    struct site *frames;
    const struct samestory_watcher *watcher;
    struct arena *mem;
    size_t done, added, failed;
    struct touched touched;
    int64_t *fresh; /* ids of what was added, rising */
    bool broken;
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
    const struct lexicon *lx = ((struct ingest *)ctx)->e->lexicon;
    struct article *a = item;

    digest(lx, a);
    if (!a->why_not)
        kin_facts(lx, a);
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
                             buf_str(&meanings), &fresh, &in->e->err) ||
                 (fresh && !store_keep(in->e->store, a, &in->e->err));
    buf_free(&terms);
    buf_free(&meanings);
    if (in->broken || !fresh) {
        article_free(a);
        return;
    }
    in->fresh = arena_grow(in->mem, in->fresh, in->added, sizeof *in->fresh);
    in->fresh[in->added++] = a->id;
    settle_touch(&in->touched, a->day);
    engine_keep(in->e, a);
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
    if (!bare_refresh(e, watcher)) {
        store_rollback(e->store);
        return engine_status(e);
    }
    in.mem = arena_open();
    in.frames = frames_learn(e->lexicon, paths, npaths, e->most_bytes);
    in.source = source_open(paths, npaths, e->most_bytes, complain, &in);
    pool_stream(e->jobs, next, work, admit, &in);
    in.failed += source_failed(in.source);
    source_close(in.source);
    site_close(in.frames);
    if (!in.broken && in.added)
        in.broken = !bare_bonds(e, in.fresh, in.added, &in.touched) ||
                    !settle_later(e, &in.touched);
    arena_close(in.mem);
    if (in.broken || !store_commit(e->store, &e->err)) {
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
