/* filter.c - one stage for a document or a line of text, without a store. */
#include "base/json.h"
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "source/source.h"
#include "story/place.h"
#include "twin/kin.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- documents -------------------------------------------------------- */

struct run {
    struct samestory *e;
    struct source *source;
    const struct samestory_watcher *watcher;
    samestory_line *line;
    void *ctx;
    enum stage stage;
    bool clean; /* else look; cluster has its own way */
    size_t failed;
    struct article **kept; /* cluster: all of them */
    size_t nkept;
    struct arena *mem;
};

static void
complain(void *ctx, const char *path, const char *why)
{
    struct run *r = ctx;

    if (r->watcher && r->watcher->complain)
        r->watcher->complain(r->watcher->ctx, path, why);
}

static void *
next(void *ctx)
{
    return source_next(((struct run *)ctx)->source);
}

static void
work(void *ctx, void *item)
{
    struct run *r = ctx;

    digest_until(r->e->lexicon, item, r->stage);
}

static bool
is_body(const struct block *b)
{
    return b->kept && (b->kind == BLOCK_HEADING || b->kind == BLOCK_BODY ||
                       b->kind == BLOCK_QUOTE);
}

static void
or_null(struct json_writer *w, const char *key, str s)
{
    json_key(w, key);
    if (s.n)
        json_str(w, s);
    else
        json_null(w);
}

static void
clean_json(const struct article *a, struct buf *out)
{
    struct json_writer w = {out, false};
    struct buf body = {0};

    for (size_t i = 0; i < a->nblocks; i++)
        if (is_body(&a->blocks[i])) {
            if (body.n)
                buf_putc(&body, '\n');
            buf_put(&body, a->blocks[i].text);
        }
    json_open(&w, '{');
    if (a->given_id.n) {
        json_key(&w, "id");
        json_str(&w, a->given_id);
    }
    json_key(&w, "path");
    json_str(&w, a->path);
    or_null(&w, "url", a->url);
    json_key(&w, "title");
    json_str(&w, a->title);
    json_key(&w, "byline");
    json_open(&w, '[');
    for (size_t i = 0; i < a->nbyline; i++)
        json_str(&w, a->byline[i]);
    json_close(&w, ']');
    or_null(&w, "published", a->published);
    json_key(&w, "published_from");
    json_z(&w, published_from_name(a->published_from));
    json_key(&w, "lang");
    json_z(&w, lang_code(a->lang));
    json_key(&w, "text");
    json_str(&w, buf_str(&body));
    json_key(&w, "blocks");
    json_open(&w, '[');
    for (size_t i = 0; i < a->nblocks; i++) {
        json_open(&w, '{');
        json_key(&w, "kind");
        json_z(&w, block_kind_name(a->blocks[i].kind));
        json_key(&w, "lang");
        json_z(&w, lang_code(a->blocks[i].lang));
        json_key(&w, "text");
        json_str(&w, a->blocks[i].text);
        json_close(&w, '}');
    }
    json_close(&w, ']');
    if (a->extra.n) {
        json_key(&w, "extra");
        json_raw(&w, a->extra);
    }
    json_close(&w, '}');
    buf_free(&body);
}

static void
hand_out(void *ctx, void *item)
{
    struct run *r = ctx;
    struct article *a = item;
    struct buf out = {0};

    if (a->why_not) {
        r->failed++;
        complain(r, arena_z(a->mem, a->path), a->why_not);
    } else if (r->clean) {
        clean_json(a, &out);
        r->line(r->ctx, out.s, out.n);
    } else {
        str rest, line;

        buf_printf(&out, "path      %.*s\n", STR_ARG(a->path));
        dump(r->e->lexicon, a, r->stage, &out);
        rest = buf_str(&out);
        while (str_next(&rest, '\n', &line))
            r->line(r->ctx, line.s, line.n);
    }
    buf_free(&out);
    article_free(a);
}

/* ---- cluster ---------------------------------------------------------- */

static void
keep(void *ctx, void *item)
{
    struct run *r = ctx;
    struct article *a = item;

    if (!a->why_not && article_bare(a))
        a->why_not = "an address without title and text";
    if (a->why_not) {
        r->failed++;
        complain(r, arena_z(a->mem, a->path), a->why_not);
        article_free(a);
        return;
    }
    r->kept = arena_grow(r->mem, r->kept, r->nkept, sizeof *r->kept);
    r->kept[r->nkept++] = a;
}

static int
by_order(const void *a, const void *b)
{
    return engine_order(*(struct article *const *)a,
                        *(struct article *const *)b);
}

static uint32_t
root_of(uint32_t *group, uint32_t i)
{
    while (group[i] != i)
        i = group[i] = group[group[i]];
    return i;
}

/* Groups of near copies: copies alone count, translations do not. */
static uint32_t *
copy_groups(const struct set *set, uint32_t **size, struct arena *mem)
{
    uint32_t *group = arena_new(mem, uint32_t, set->narticles);

    *size = arena_new(mem, uint32_t, set->narticles);
    for (uint32_t i = 0; i < set->narticles; i++)
        group[i] = i;
    for (size_t i = 0; i < set->nlinks; i++) {
        const struct link *l = &set->links[i];
        uint32_t a, b;

        if (l->kind != LINK_COPY && l->kind != LINK_EDITED_COPY)
            continue;
        a = root_of(group, l->from);
        b = root_of(group, l->to);
        if (a < b)
            group[b] = a;
        else
            group[a] = b;
    }
    for (uint32_t i = 0; i < set->narticles; i++)
        (*size)[root_of(group, i)]++;
    return group;
}

static void
cluster(struct run *r)
{
    struct set set = {.articles = r->kept, .narticles = r->nkept};
    uint32_t *group, *size, *name, *names, nstories = 0, ngroups = 0;
    struct buf out = {0};

    if (r->nkept)
        qsort(r->kept, r->nkept, sizeof *r->kept, by_order);
    set.story = arena_new(r->mem, uint32_t, r->nkept);
    set.voice = arena_new(r->mem, uint32_t, r->nkept);
    kin_find(r->e->lexicon, &set, r->mem);
    story_place(r->e->lexicon, &set, r->mem);
    group = copy_groups(&set, &size, r->mem);
    name = arena_new(r->mem, uint32_t, r->nkept + 1);
    names = arena_new(r->mem, uint32_t, r->nkept + 1);
    for (uint32_t i = 0; i < r->nkept; i++) {
        struct json_writer w = {&out, false};
        uint32_t root = root_of(group, i);

        if (!names[set.story[i]])
            names[set.story[i]] = ++nstories;
        buf_clear(&out);
        json_open(&w, '{');
        json_key(&w, "id");
        json_str(&w, r->kept[i]->given_id.n ? r->kept[i]->given_id
                                            : r->kept[i]->path);
        json_key(&w, "story");
        json_str(&w, arena_printf(r->mem, "s%u", names[set.story[i]]));
        json_key(&w, "copy_group");
        if (size[root] > 1) {
            if (!name[root])
                name[root] = ++ngroups;
            json_str(&w, arena_printf(r->mem, "c%u", name[root]));
        } else {
            json_null(&w);
        }
        json_close(&w, '}');
        r->line(r->ctx, out.s, out.n);
    }
    buf_free(&out);
    for (size_t i = 0; i < r->nkept; i++)
        article_free(r->kept[i]);
}

enum samestory_status
samestory_filter_paths(struct samestory *e, const char *verb, const char *stage,
                       const char *const *paths, size_t npaths,
                       const struct samestory_watcher *watcher,
                       samestory_line *line, void *ctx)
{
    struct run r = {.e = e, .watcher = watcher, .line = line, .ctx = ctx};
    bool all = strcmp(verb, "cluster") == 0;

    e->err = (struct err){0};
    if (!e->lexicon) {
        err_set(&e->err, ERR_USAGE, "the engine is not open");
        return SAMESTORY_USAGE;
    }
    r.clean = strcmp(verb, "clean") == 0;
    r.stage = r.clean ? STAGE_READS
              : all   ? STAGE_ABOUT
                      : stage_of(str_of(stage));
    if ((!r.clean && !all && strcmp(verb, "look") != 0) ||
        r.stage == STAGE_COUNT) {
        err_set(&e->err, ERR_USAGE, "no such stage or verb: %s",
                stage ? stage : verb);
        return SAMESTORY_USAGE;
    }
    r.mem = arena_open();
    r.source = source_open(paths, npaths, e->most_bytes, complain, &r);
    pool_stream(e->jobs, next, work, all ? keep : hand_out, &r);
    r.failed += source_failed(r.source);
    source_close(r.source);
    if (all)
        cluster(&r);
    arena_close(r.mem);
    if (r.failed) {
        err_set(&e->err, ERR_INPUT, "%zu inputs could not be read", r.failed);
        return SAMESTORY_INPUT;
    }
    return SAMESTORY_OK;
}
