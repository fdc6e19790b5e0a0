/* load.c - labelled sets, digested side by side. */
#include "fit_story.h"

#include "base/json.h"
#include "base/pool.h"
#include "base/table.h"
#include "engine/digest.h"
#include "source/source.h"
#include "twin/kin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loading {
    const struct lexicon *lx;
    struct source *source;
    struct sample *sample;
};

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    fprintf(stderr, "fit_story: %s: %s\n", path, why);
}

static void *
next(void *ctx)
{
    return source_next(((struct loading *)ctx)->source);
}

static void
work(void *ctx, void *item)
{
    digest(((struct loading *)ctx)->lx, item);
}

static void
keep(void *ctx, void *item)
{
    struct sample *s = ((struct loading *)ctx)->sample;
    struct article *a = item;

    if (a->why_not) {
        article_free(a);
        return;
    }
    s->articles =
        arena_grow(s->mem, s->articles, s->narticles, sizeof(struct article *));
    s->articles[s->narticles++] = a;
}

/* What names the article's cluster, by its fields, else by its path. */
static str
cluster_of(const struct article *a, bool *graded, struct arena *mem)
{
    struct json *j = a->extra.n ? json_parse(a->extra) : NULL;
    str name = arena_str(mem, json_text(json_get(j, "cluster"))), dir;
    struct buf multi = {0};

    if (json_get(j, "multi_topic"))
        json_print(json_get(j, "multi_topic"), &multi);
    *graded = multi.n == 0 || strcmp(multi.s, "false") == 0;
    buf_free(&multi);
    json_free(j);
    if (name.n)
        return name;
    if (a->path.n && str_find(a->path, STR("distractors")) != SIZE_MAX)
        return a->path;
    dir = a->path;
    while (dir.n && dir.s[dir.n - 1] != '/')
        dir.n--;
    return dir;
}

static bool
is_gold(const struct article *a)
{
    return str_ends(a->path, STR("gold.json"));
}

static void
label(struct sample *s)
{
    struct table *names = table_open();
    uint32_t n = 0;

    s->cluster = arena_new(s->mem, uint32_t, s->narticles + 1);
    s->graded = arena_new(s->mem, bool, s->narticles + 1);
    for (size_t i = 0; i < s->narticles; i++) {
        bool found;
        str name = cluster_of(s->articles[i], &s->graded[i], s->mem);
        uint32_t *at = table_at(names, name, &found);

        if (!found)
            *at = n++;
        s->cluster[i] = *at;
        s->graded[i] &= !is_gold(s->articles[i]);
    }
    table_close(names);
    s->side_cluster = arena_new(s->mem, uint32_t, s->sides.n + 1);
    memset(s->side_cluster, 0xff, s->sides.n * sizeof *s->side_cluster);
    for (size_t i = 0; i < s->narticles; i++)
        if (s->graded[i])
            s->side_cluster[s->sides.at[i]] = s->cluster[i];
}

void
load(struct sample *s, const struct lexicon *lx, const char *name,
     const char *const *paths, size_t npaths, double weight)
{
    struct loading l = {.lx = lx, .sample = s};
    struct set set;

    *s = (struct sample){.name = name, .mem = arena_open(), .weight = weight};
    l.source = source_open(paths, npaths, (size_t)16 << 20, complain, &l);
    pool_stream(0, next, work, keep, &l);
    source_close(l.source);
    if (s->narticles == 0) {
        fprintf(stderr, "fit_story: %s: nothing to read\n", paths[0]);
        exit(1);
    }
    set = (struct set){.articles = s->articles, .narticles = s->narticles};
    set.voice = arena_new(s->mem, uint32_t, s->narticles);
    kin_find(lx, &set, s->mem);
    sides_lay(lx, &set, NULL, 0, &s->sides, s->mem);
    label(s);
}

/* ---- pairs ----------------------------------------------------------------
 */

struct pair_files {
    const struct lexicon *lx;
    struct json **line;
    struct article **articles;
};

static void
read_one(void *ctx, size_t i, size_t worker)
{
    struct pair_files *p = ctx;
    const struct json *j = p->line[i / 2];
    struct article *a = article_new();

    (void)worker;
    a->page = PAGE_FIELDS;
    a->type = STR("text/plain");
    a->given_title = arena_str(a->mem, json_text_nth(j, "title", i % 2 + 1));
    a->given_date = arena_str(a->mem, json_text_nth(j, "date", i % 2 + 1));
    a->given_lang = arena_str(a->mem, json_text_nth(j, "lang", i % 2 + 1));
    a->url = arena_str(a->mem, json_text_nth(j, "url", i % 2 + 1));
    a->bytes = arena_str(a->mem, json_text_nth(j, "text", i % 2 + 1));
    digest(p->lx, a);
    p->articles[i] = a;
}

void
load_pairs(struct sample *s, const struct lexicon *lx, const char *name,
           const char *path, double weight)
{
    struct pair_files p = {.lx = lx};
    struct set set;
    FILE *f = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0, n = 0;
    ssize_t got;

    *s = (struct sample){
        .name = name, .mem = arena_open(), .weight = weight, .pairs = true};
    if (!f) {
        perror(path);
        exit(1);
    }
    while ((got = getline(&line, &room, f)) > 0) {
        double grade;
        struct json *j = json_parse((str){line, (size_t)got});

        p.line = arena_grow(s->mem, p.line, n, sizeof(struct json *));
        s->grade = arena_grow(s->mem, s->grade, n, sizeof *s->grade);
        if (json_number(json_get(j, "overall"), &grade))
            s->grade[n] = grade;
        else if (json_number(json_get(j, "label"), &grade))
            s->grade[n] = grade > 0 ? 1 : 4;
        p.line[n++] = j;
    }
    fclose(f);
    free(line);
    s->narticles = 2 * n;
    s->articles = p.articles =
        arena_new(s->mem, struct article *, s->narticles + 1);
    pool_run(0, s->narticles, read_one, &p);
    set = (struct set){.articles = s->articles, .narticles = s->narticles};
    s->sides.list = ground_lay(lx, &set, s->mem);
    s->sides.n = s->narticles;
}
