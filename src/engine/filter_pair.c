/*
 * filter_pair.c - two articles on one line: do they tell the same story?
 *
 * Lines are read in batches; how rare a word is comes from the batch, so a
 * file of pairs is told better than the same pairs one by one.
 */
#include "engine/filter.h"

#include "base/json.h"
#include "base/pool.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "story/place.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 20000 }; /* lines */

struct batch {
    const struct samestory *e;
    struct json *line[BATCH];
    struct article *articles[2 * BATCH];
    size_t n;
    samestory_line *out;
    void *ctx;
};

static void
read_article(void *ctx, size_t i, size_t worker)
{
    struct batch *b = ctx;
    const struct json *j = b->line[i / 2];
    struct article *a = article_new();
    size_t nth = i % 2 + 1;

    (void)worker;
    a->page = PAGE_FIELDS;
    a->type = STR("text/plain");
    a->given_title = arena_str(a->mem, json_text_nth(j, "title", nth));
    a->given_date = arena_str(a->mem, json_text_nth(j, "date", nth));
    a->given_lang = arena_str(a->mem, json_text_nth(j, "lang", nth));
    a->url = arena_str(a->mem, json_text_nth(j, "url", nth));
    a->bytes = arena_str(a->mem, json_text_nth(j, "text", nth));
    digest(b->e->lexicon, a);
    b->articles[i] = a;
}

static void
tell(struct batch *b, size_t i, struct likeness_of l, struct buf *out)
{
    struct json_writer w = {out, false};
    const struct json *id = json_get(b->line[i], "id");
    struct buf printed = {0};

    buf_clear(out);
    json_open(&w, '{');
    json_key(&w, "id");
    if (id) {
        json_print(id, &printed);
        json_raw(&w, buf_str(&printed));
    } else {
        json_null(&w);
    }
    json_key(&w, "score");
    json_num(&w, round(l.score * 1e4) / 1e4);
    json_key(&w, "same");
    json_bool(&w, l.same);
    json_close(&w, '}');
    b->out(b->ctx, out->s, out->n);
    buf_free(&printed);
}

/* Tells the pairs of the batch, and empties it. */
static void
settle(struct batch *b)
{
    struct arena *mem = arena_open();
    struct set set = {.articles = b->articles, .narticles = 2 * b->n};
    struct likeness_of *l;
    struct buf out = {0};

    pool_run(b->e->jobs, 2 * b->n, read_article, b);
    l = story_pairs(b->e->lexicon, &set, mem);
    for (size_t i = 0; i < b->n; i++) {
        tell(b, i, l[i], &out);
        article_free(b->articles[2 * i]);
        article_free(b->articles[2 * i + 1]);
        json_free(b->line[i]);
    }
    b->n = 0;
    buf_free(&out);
    arena_close(mem);
}

static size_t
take_file(struct batch *b, FILE *f, const char *path,
          const struct samestory_watcher *watcher)
{
    char *line = NULL, why[64];
    size_t room = 0, failed = 0, number = 0;
    ssize_t n;

    while ((n = getline(&line, &room, f)) >= 0) {
        str text = str_trim((str){line, (size_t)n});
        struct json *j;

        number++;
        if (text.n == 0)
            continue;
        j = (size_t)n <= b->e->most_bytes ? json_parse(text) : NULL;
        if (!json_is_object(j)) {
            json_free(j);
            failed++;
            snprintf(why, sizeof why, "line %zu is no JSON object", number);
            if (watcher && watcher->complain)
                watcher->complain(watcher->ctx, path, why);
            continue;
        }
        b->line[b->n++] = j;
        if (b->n == BATCH)
            settle(b);
    }
    free(line);
    return failed;
}

size_t
filter_pairs(const struct samestory *e, const char *const *paths, size_t npaths,
             const struct samestory_watcher *watcher, samestory_line *out,
             void *ctx)
{
    struct arena *mem = arena_open();
    struct batch *b = arena_new(mem, struct batch, 1);
    size_t failed = 0;

    b->e = e;
    b->out = out;
    b->ctx = ctx;
    for (size_t i = 0; i < npaths; i++) {
        bool in = strcmp(paths[i], "-") == 0;
        FILE *f = in ? stdin : fopen(paths[i], "rb");

        if (!f) {
            failed++;
            if (watcher && watcher->complain)
                watcher->complain(watcher->ctx, paths[i], strerror(errno));
            continue;
        }
        failed += take_file(b, f, paths[i], watcher);
        if (!in)
            fclose(f);
    }
    settle(b);
    arena_close(mem);
    return failed;
}
