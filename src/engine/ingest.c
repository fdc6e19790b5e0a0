/*
 * ingest.c - documents in: read side by side, admitted in order; then, when it
 * is known what is frame on their hosts, digested side by side and placed.
 */
#include "article/site.h"
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "engine/hosts.h"
#include "engine/settle.h"
#include "source/source.h"
#include "twin/kin.h"

#include <stdlib.h>

struct ingest {
    struct samestory *e;
    struct source *source;
    struct hosts *hosts;
    const struct samestory_watcher *watcher;
    struct arena *mem;
    size_t done, added, failed;
    struct fresh {
        int64_t id;
        struct article *a; /* NULL: too many are at hand; it is in the store */
    } * fresh;             /* what was added, by id */
    size_t next;           /* of the fresh ones to be digested */
    int64_t *old;          /* pages whose frame is another than it was */
    size_t nold, next_old;
    int64_t *ids; /* of all that was digested */
    size_t nids;
    struct touched touched;
    bool broken;
    struct pool_lock *lock; /* while texts are digested */
};

static void
complain(void *ctx, const char *path, const char *why)
{
    struct ingest *in = ctx;

    if (in->watcher && in->watcher->complain)
        in->watcher->complain(in->watcher->ctx, path, why);
}

/* ---- pages in -----------------------------------------------------------
 */

static void *
next_page(void *ctx)
{
    return source_next(((struct ingest *)ctx)->source);
}

static void
read_page(void *ctx, void *item)
{
    digest_until(((struct ingest *)ctx)->e->lexicon, item, STAGE_READS);
}

/* One page that was read, in order: kept, or told of and dropped. */
static void
admit(void *ctx, void *item)
{
    struct ingest *in = ctx;
    struct article *a = item;
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
    a->content = str_hash(a->text);
    if (!in->broken)
        in->broken =
            !store_save(in->e->store, a, site_lines(a), &fresh, &in->e->err);
    if (in->broken || !fresh) {
        article_free(a);
        return;
    }
    in->fresh = arena_grow(in->mem, in->fresh, in->added, sizeof *in->fresh);
    hosts_touch(in->hosts, a->host);
    in->fresh[in->added] = (struct fresh){a->id, a};
    if (in->added++ >= in->e->most_added) {
        in->fresh[in->added - 1].a = NULL;
        article_free(a);
    }
}

/* ---- digested ------------------------------------------------------------
 */

/* The next article whose text is settled: those that came in, then those
 * whose text is another now. */
static struct article *
take_text(struct ingest *in)
{
    struct article *a;
    bool changed;

    if (!in->broken && in->next < in->added) {
        struct fresh *f = &in->fresh[in->next++];

        a = f->a ? f->a : store_load(in->e->store, f->id, &in->e->err);
        in->broken = !a || !hosts_apply(in->hosts, in->e, a, &changed);
        return a;
    }
    while (!in->broken && in->next_old < in->nold) {
        a = store_load(in->e->store, in->old[in->next_old++], &in->e->err);
        in->broken =
            !a || !hosts_apply(in->hosts, in->e, a, &changed) ||
            (changed && !store_unbind(in->e->store, a->id, &in->e->err));
        if (!in->broken && changed)
            return a;
        article_free(a);
    }
    return NULL;
}

/* The store and what is broken are also those of keep(). */
static void *
next_text(void *ctx)
{
    struct ingest *in = ctx;
    struct article *a;

    pool_lock_take(in->lock);
    a = take_text(in);
    pool_lock_give(in->lock);
    return a;
}

static void
digest_text(void *ctx, void *item)
{
    const struct lexicon *lx = ((struct ingest *)ctx)->e->lexicon;

    digest_again(lx, item);
    kin_facts(lx, item);
}

/* What full-text search finds a new article by; an old one stays under the
 * words it came with. */
static bool
index_words(struct ingest *in, const struct article *a)
{
    struct buf terms = {0}, meanings = {0};
    bool ok;

    if (a->id < in->fresh[0].id)
        return true;
    search_terms(in->e->lexicon, &a->read, &terms, &meanings);
    ok = store_words(in->e->store, a->id, buf_str(&terms), buf_str(&meanings),
                     &in->e->err);
    buf_free(&terms);
    buf_free(&meanings);
    return ok;
}

static void
keep(void *ctx, void *item)
{
    struct ingest *in = ctx;
    struct article *a = item;

    pool_lock_take(in->lock);
    if (!in->broken)
        in->broken =
            !index_words(in, a) || !store_keep(in->e->store, a, &in->e->err);
    in->ids = arena_grow(in->mem, in->ids, in->nids, sizeof *in->ids);
    in->ids[in->nids++] = a->id;
    settle_touch(&in->touched, a->day);
    if (in->e->ncached < in->e->most_added)
        engine_keep(in->e, a);
    else
        article_free(a);
    pool_lock_give(in->lock);
}

static int
by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* All that follows from the pages that came in. */
static bool
follow(struct ingest *in)
{
    struct samestory *e = in->e;

    if (in->added == 0)
        return !in->broken;
    if (!in->broken)
        in->broken = !hosts_learn(in->hosts, e, in->fresh[0].id, &in->old,
                                  &in->nold, in->mem);
    in->lock = pool_lock_open();
    pool_stream(e->jobs, next_text, digest_text, keep, in);
    pool_lock_close(in->lock);
    while (in->next < in->added) /* broken off */
        article_free(in->fresh[in->next++].a);
    if (in->broken)
        return false;
    qsort(in->ids, in->nids, sizeof *in->ids, by_value);
    return bare_bonds(e, in->ids, in->nids, &in->touched) &&
           settle_later(e, &in->touched);
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
    engine_trim(e, ENGINE_MOST_CACHED);
    if (!store_begin(e->store, &e->err))
        return engine_status(e);
    if (!bare_refresh(e, watcher)) {
        store_rollback(e->store);
        return engine_status(e);
    }
    in.mem = arena_open();
    in.hosts = hosts_open();
    in.source = source_open(paths, npaths, e->most_bytes, complain, &in);
    pool_stream(e->jobs, next_page, read_page, admit, &in);
    in.failed += source_failed(in.source);
    source_close(in.source);
    in.broken = !follow(&in);
    hosts_close(in.hosts);
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
