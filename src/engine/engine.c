/* engine.c - opening, closing, parcels at hand, answers. */
#include "engine/engine.h"

#include "base/oom.h"
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef SAMESTORY_DATADIR
#define SAMESTORY_DATADIR "/usr/local/share/samestory"
#endif

#define MOST_BYTES_DEFAULT ((size_t)16 * 1024 * 1024)
#define MOST_JOBS          64

/* ---- answers ---------------------------------------------------------- */

/* What stands before every answer, at the start of its own arena. */
union answer {
    struct arena *mem;
    max_align_t align;
};

struct arena *
answer_open(size_t bytes, void **payload)
{
    struct arena *mem = arena_open();
    union answer *head = arena_alloc(mem, sizeof *head + bytes);

    head->mem = mem;
    *payload = head + 1;
    return mem;
}

void
samestory_free(const void *answer)
{
    if (answer)
        arena_close(((const union answer *)answer - 1)->mem);
}

/* ---- open and close --------------------------------------------------- */

static const char *
data_path(const struct samestory_options *options)
{
    const char *path = options ? options->data : NULL;

    if (!path)
        path = getenv("SAMESTORY_DATA");
    return path ? path : SAMESTORY_DATADIR "/samestory.lex";
}

enum samestory_status
engine_status(const struct samestory *e)
{
    switch (e->err.kind) {
    case ERR_NONE:
        return SAMESTORY_OK;
    case ERR_USAGE:
        return SAMESTORY_USAGE;
    case ERR_STORE:
        return SAMESTORY_STORE;
    default:
        return SAMESTORY_INPUT;
    }
}

enum samestory_status
samestory_open(struct samestory **out, const struct samestory_options *options)
{
    struct samestory *e = oom_malloc(sizeof *e);
    const char *path = options ? options->store : NULL;

    *e = (struct samestory){.most_added = ENGINE_MOST_ADDED};
    *out = e;
    e->most_bytes = options && options->most_bytes ? options->most_bytes
                                                   : MOST_BYTES_DEFAULT;
    e->in_memory = !path;
    if (options && (options->jobs < 0 || options->jobs > MOST_JOBS)) {
        err_set(&e->err, ERR_USAGE, "jobs: %d, allowed are 0 to %d",
                options->jobs, MOST_JOBS);
        return engine_status(e);
    }
    e->reader =
        options && options->reader ? lang_of(str_of(options->reader)) : LANG_EN;
    if (e->reader < 1 || e->reader > LANG_LEXICON) {
        err_set(&e->err, ERR_USAGE, "reader: no labels in %s", options->reader);
        return engine_status(e);
    }
    e->jobs =
        options && options->jobs ? (size_t)options->jobs : pool_processors();
    e->lexicon = lexicon_open(data_path(options), &e->err);
    for (size_t i = 0; e->lexicon && options && i < options->nrows; i++)
        if (!words_add(e->lexicon, options->rows[i], &e->err))
            return engine_status(e);
    if (e->lexicon)
        e->store = store_open(path, &e->err);
    return engine_status(e);
}

void
samestory_close(struct samestory *e)
{
    if (!e)
        return;
    for (size_t i = 0; i < e->cache_room; i++)
        article_free(e->cache[i]);
    free(e->cache);
    store_close(e->store);
    lexicon_close(e->lexicon);
    free(e);
}

const char *
samestory_message(const struct samestory *e)
{
    return e->err.words;
}

/* ---- parcels at hand -------------------------------------------------- */

void
engine_keep(struct samestory *e, struct article *a)
{
    size_t at = (size_t)a->id - 1;

    if (at >= e->cache_room) {
        size_t room = e->cache_room ? e->cache_room : 64;

        while (room <= at)
            room *= 2;
        e->cache = oom_realloc(e->cache, room * sizeof *e->cache);
        memset(e->cache + e->cache_room, 0,
               (room - e->cache_room) * sizeof *e->cache);
        e->cache_room = room;
    }
    if (e->cache[at] && e->cache[at] != a)
        article_free(e->cache[at]);
    else if (!e->cache[at])
        e->ncached++;
    e->cache[at] = a;
}

int64_t
engine_id(const char *id)
{
    char *end;
    long long n;

    if (!id)
        return 0;
    if (*id == 'a')
        id++;
    n = strtoll(id, &end, 10);
    return *end || end == id || n < 1 ? 0 : n;
}

struct article *
engine_article(struct samestory *e, int64_t id)
{
    struct article *a;

    if (id >= 1 && (size_t)id <= e->cache_room && e->cache[id - 1])
        return e->cache[id - 1];
    a = store_load(e->store, id, &e->err);
    if (!a)
        return NULL;
    digest_again(e->lexicon, a);
    engine_keep(e, a);
    return a;
}

void
engine_trim(struct samestory *e, size_t most)
{
    for (size_t i = 0; i < e->cache_room && e->ncached > most; i++)
        if (e->cache[i]) {
            article_free(e->cache[i]);
            e->cache[i] = NULL;
            e->ncached--;
        }
}

/* Texts compared with runs of digits as numbers. */
static int
natural(str a, str b)
{
    size_t i = 0, k = 0;

    while (i < a.n && k < b.n) {
        unsigned char x = (unsigned char)a.s[i], y = (unsigned char)b.s[k];

        if (x >= '0' && x <= '9' && y >= '0' && y <= '9') {
            size_t is = i, ks = k, in, kn;
            int c;

            while (is < a.n && a.s[is] == '0')
                is++;
            while (ks < b.n && b.s[ks] == '0')
                ks++;
            for (i = is; i < a.n && a.s[i] >= '0' && a.s[i] <= '9';)
                i++;
            for (k = ks; k < b.n && b.s[k] >= '0' && b.s[k] <= '9';)
                k++;
            in = i - is;
            kn = k - ks;
            if (in != kn)
                return in < kn ? -1 : 1;
            c = in ? memcmp(a.s + is, b.s + ks, in) : 0;
            if (c)
                return c;
        } else if (x != y) {
            return x < y ? -1 : 1;
        } else {
            i++;
            k++;
        }
    }
    return (i < a.n) - (k < b.n);
}

int
engine_order(const struct article *a, const struct article *b)
{
    int c = natural(a->path, b->path);

    if (c == 0)
        c = str_cmp(a->path, b->path);
    if (c == 0 && a->content != b->content)
        c = a->content < b->content ? -1 : 1;
    return c ? c : (a->id > b->id) - (a->id < b->id);
}

struct placed {
    struct article *article;
    uint32_t story, voice;
};

static int
by_order(const void *a, const void *b)
{
    return engine_order(((const struct placed *)a)->article,
                        ((const struct placed *)b)->article);
}

void
engine_lay(const struct samestory *e, const struct store_row *rows,
           struct article *const *articles, size_t n, struct set *set,
           struct arena *mem)
{
    struct placed *list = arena_new(mem, struct placed, n);

    *set = (struct set){.narticles = n, .stored = !e->in_memory};
    for (size_t i = 0; i < n; i++)
        list[i] = (struct placed){articles[i], (uint32_t)rows[i].story,
                                  rows[i].voice};
    if (n)
        qsort(list, n, sizeof *list, by_order);
    set->articles = arena_new(mem, struct article *, n);
    set->story = arena_new(mem, uint32_t, n);
    set->voice = arena_new(mem, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        set->articles[i] = list[i].article;
        set->story[i] = list[i].story;
        set->voice[i] = list[i].voice;
    }
}

bool
engine_set(struct samestory *e, const struct store_row *rows, size_t n,
           struct set *set, struct arena *mem)
{
    struct article **list = arena_new(mem, struct article *, n);

    for (size_t i = 0; i < n; i++) {
        list[i] = engine_article(e, rows[i].id);
        if (!list[i])
            return false;
    }
    engine_lay(e, rows, list, n, set, mem);
    return true;
}
