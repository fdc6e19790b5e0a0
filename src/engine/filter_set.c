/* filter_set.c - filters that have to see all articles: cluster, nearest. */
#include "engine/filter.h"

#include "base/json.h"
#include "story/place.h"
#include "twin/kin.h"
#include "twin/passage.h"

#include <math.h>

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

static str
name_of(const struct article *a)
{
    return a->given_id.n ? a->given_id : a->path;
}

static void
put_span(struct json_writer *w, const char *start, const char *end, span at)
{
    json_key(w, start);
    json_num(w, at.start);
    json_key(w, end);
    json_num(w, at.end);
}

/* Passages by the articles they stand in. */
struct shared {
    struct passage *p;
    uint32_t *of;    /* indexes of passages, by article … */
    uint32_t *first; /* … those of article i from first[i] on */
};

static struct shared
share(const struct set *set, struct arena *mem)
{
    struct shared s;
    uint32_t *next = arena_new(mem, uint32_t, set->narticles + 1);
    size_t n;

    s.p = passage_find(set, mem, &n);
    s.of = arena_new(mem, uint32_t, 2 * n + 1);
    s.first = arena_new(mem, uint32_t, set->narticles + 1);
    for (size_t i = 0; i < n; i++) {
        s.first[s.p[i].a + 1]++;
        s.first[s.p[i].b + 1]++;
    }
    for (size_t i = 0; i < set->narticles; i++) {
        s.first[i + 1] += s.first[i];
        next[i] = s.first[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        s.of[next[s.p[i].a]++] = i;
        s.of[next[s.p[i].b]++] = i;
    }
    return s;
}

/* What the article shares with others, word for word. */
static void
put_passages(struct json_writer *w, const struct set *set, uint32_t article,
             const struct shared *s)
{
    json_key(w, "passages");
    json_open(w, '[');
    for (uint32_t i = s->first[article]; i < s->first[article + 1]; i++) {
        const struct passage *p = &s->p[s->of[i]];
        bool first = p->a == article;

        json_open(w, '{');
        put_span(w, "start", "end", first ? p->at_a : p->at_b);
        json_key(w, "with");
        json_str(w, name_of(set->articles[first ? p->b : p->a]));
        put_span(w, "with_start", "with_end", first ? p->at_b : p->at_a);
        json_key(w, "words");
        json_num(w, p->words);
        json_close(w, '}');
    }
    json_close(w, ']');
}

void
filter_cluster(const struct lexicon *lx, struct article **articles, size_t n,
               bool passages, samestory_line *line, void *ctx)
{
    struct arena *mem = arena_open();
    struct set set = {.articles = articles, .narticles = n};
    uint32_t *group, *size, *name, *names, nstories = 0, ngroups = 0;
    struct shared shared = {0};
    struct buf out = {0};

    set.story = arena_new(mem, uint32_t, n);
    set.voice = arena_new(mem, uint32_t, n);
    kin_find(lx, &set, mem);
    story_place(lx, &set, mem);
    if (passages)
        shared = share(&set, mem);
    group = copy_groups(&set, &size, mem);
    name = arena_new(mem, uint32_t, n + 1);
    names = arena_new(mem, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        struct json_writer w = {&out, false};
        uint32_t root = root_of(group, i);

        if (!names[set.story[i]])
            names[set.story[i]] = ++nstories;
        buf_clear(&out);
        json_open(&w, '{');
        json_key(&w, "id");
        json_str(&w, name_of(articles[i]));
        json_key(&w, "story");
        json_str(&w, arena_printf(mem, "s%u", names[set.story[i]]));
        json_key(&w, "copy_group");
        if (size[root] > 1) {
            if (!name[root])
                name[root] = ++ngroups;
            json_str(&w, arena_printf(mem, "c%u", name[root]));
        } else {
            json_null(&w);
        }
        if (passages)
            put_passages(&w, &set, i, &shared);
        json_close(&w, '}');
        line(ctx, out.s, out.n);
    }
    buf_free(&out);
    arena_close(mem);
}

void
filter_nearest(const struct lexicon *lx, struct article **articles, size_t n,
               enum lang lang, samestory_line *line, void *ctx)
{
    struct arena *mem = arena_open();
    struct set set = {.articles = articles, .narticles = n};
    struct nearest *near = story_nearest(lx, &set, lang, mem);
    struct buf out = {0};

    for (size_t i = 0; i < n; i++) {
        struct json_writer w = {&out, false};

        buf_clear(&out);
        json_open(&w, '{');
        json_key(&w, "id");
        json_str(&w, name_of(articles[i]));
        json_key(&w, "nearest");
        json_open(&w, '[');
        for (size_t k = 0; k < near[i].n; k++) {
            json_open(&w, '{');
            json_key(&w, "id");
            json_str(&w, name_of(articles[near[i].index[k]]));
            json_key(&w, "score");
            json_num(&w, round(near[i].score[k] * 1e4) / 1e4);
            json_close(&w, '}');
        }
        json_close(&w, ']');
        json_close(&w, '}');
        line(ctx, out.s, out.n);
    }
    buf_free(&out);
    arena_close(mem);
}
