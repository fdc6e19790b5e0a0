/* filter.c - one stage for a document or a line of text, without a store. */
#include "engine/filter.h"
#include "base/json.h"
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "engine/frames.h"
#include "source/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- documents -------------------------------------------------------- */

struct run {
    struct samestory *e;
    struct source *source;
    struct site *frames;
    const struct samestory_watcher *watcher;
    samestory_line *line;
    void *ctx;
    enum stage stage;
    bool clean;  /* else look; cluster and nearest have their own ways */
    bool links;  /* clean: also the links of blocks */
    int8_t bias; /* clean: of article.h */
    size_t failed;
    struct article **kept; /* cluster, nearest: all of them */
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
    struct run *r = ctx;
    struct article *a = source_next(r->source);

    if (a)
        a->frame = r->frames;
    return a;
}

static void
work(void *ctx, void *item)
{
    struct run *r = ctx;

    ((struct article *)item)->bias = r->bias;
    ((struct article *)item)->with_links = r->links;
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

/* The links of block i, of which *next is the first. */
static void
links_json(const struct article *a, size_t i, size_t *next,
           struct json_writer *w)
{
    json_key(w, "links");
    json_open(w, '[');
    for (; *next < a->nlinks && a->links[*next].block == i; ++*next) {
        const struct page_link *l = &a->links[*next];

        json_open(w, '{');
        json_key(w, "start");
        json_num(w, l->at.start);
        json_key(w, "end");
        json_num(w, l->at.end);
        json_key(w, "text");
        json_str(w, str_cut(a->blocks[i].text, l->at.start, l->at.end));
        json_key(w, "url");
        json_str(w, l->url);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void
clean_json(const struct article *a, struct buf *out)
{
    struct json_writer w = {out, false};
    struct buf body = {0};
    size_t next = 0;

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
    if (a->agency.n) {
        json_key(&w, "agency");
        json_str(&w, a->agency);
    }
    if (a->section.n) {
        json_key(&w, "section");
        json_str(&w, a->section);
    }
    if (a->site.n) {
        json_key(&w, "site");
        json_str(&w, a->site);
    }
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
        if (a->with_links)
            links_json(a, i, &next, &w);
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
    }
    /* a page without prose may still tell its title and its day */
    if (a->why_not && !(r->clean && a->title.n && a->published.n)) {
        buf_free(&out);
        article_free(a);
        return;
    }
    if (r->clean) {
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

/* ---- all at once ----------------------------------------------------------
 */

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

static void
tell_all(struct run *r, bool cluster, const char *stage)
{
    if (r->nkept)
        qsort(r->kept, r->nkept, sizeof *r->kept, by_order);
    if (cluster)
        filter_cluster(r->e->lexicon, r->kept, r->nkept, stage != NULL, r->line,
                       r->ctx);
    else
        filter_nearest(r->e->lexicon, r->kept, r->nkept,
                       stage ? lang_of(str_of(stage)) : LANG_UND, r->line,
                       r->ctx);
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
    bool cluster = strcmp(verb, "cluster") == 0;
    bool pairs = strcmp(verb, "pairs") == 0;
    bool all = cluster || strcmp(verb, "nearest") == 0;

    e->err = (struct err){0};
    if (!e->lexicon) {
        err_set(&e->err, ERR_USAGE, "the engine is not open");
        return SAMESTORY_USAGE;
    }
    if (strcmp(verb, "diff") == 0)
        return filter_diff(e, paths, npaths, watcher, line, ctx)
                   ? SAMESTORY_OK
                   : SAMESTORY_INPUT;
    r.clean = strcmp(verb, "clean") == 0;
    if (r.clean && stage) {
        r.bias = strstr(stage, "recall")      ? 1
                 : strstr(stage, "precision") ? -1
                                              : 0;
        r.links = strstr(stage, "links") != NULL;
    }
    r.stage = r.clean || pairs ? STAGE_READS
              : all            ? STAGE_ABOUT
                               : stage_of(str_of(stage));
    if ((!r.clean && !all && !pairs && strcmp(verb, "look") != 0) ||
        r.stage == STAGE_COUNT) {
        err_set(&e->err, ERR_USAGE, "no such stage or verb: %s",
                stage ? stage : verb);
        return SAMESTORY_USAGE;
    }
    if (pairs) {
        r.failed = filter_pairs(e, paths, npaths, watcher, line, ctx);
        goto done;
    }
    r.mem = arena_open();
    r.frames = frames_learn(e->lexicon, paths, npaths, e->most_bytes);
    r.source = source_open(paths, npaths, e->most_bytes, complain, &r);
    pool_stream(e->jobs, next, work, all ? keep : hand_out, &r);
    r.failed += source_failed(r.source);
    source_close(r.source);
    site_close(r.frames);
    if (all)
        tell_all(&r, cluster, stage);
    arena_close(r.mem);
done:
    if (r.failed) {
        err_set(&e->err, ERR_INPUT, "%zu inputs could not be read", r.failed);
        return SAMESTORY_INPUT;
    }
    return SAMESTORY_OK;
}
