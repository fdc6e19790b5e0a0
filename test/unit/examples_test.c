/*
 * examples_test.c - the example stories against their keys
 * (examples/keys): every page in its story, look-alikes
 * apart, figures with their status, who stems from whom. What a key names is
 * counted, and the count must not fall below the floor that stands here.
 */
#include "test.h"

#include "base/json.h"

#include <dirent.h>
#include <samestory.h>
#include <string.h>

#define MOST_PAGES 128

static char *paths[MOST_PAGES];
static size_t npaths;
static struct arena *mem;
static const struct samestory_brief *brief;

static int
by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_folder(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        str name = str_of(e->d_name);

        if ((str_ends(name, STR(".txt")) || str_ends(name, STR(".html"))) &&
            npaths < MOST_PAGES)
            paths[npaths++] =
                (char *)arena_printf(mem, "%s/%s", folder, e->d_name).s;
    }
    if (d)
        closedir(d);
}

static const char *const stories[] = {"examples/stories/01-quillamarca-dam",
                                      "examples/stories/02-aubrelle-glassworks",
                                      "examples/stories/03-karaburc-museum",
                                      "examples/stories/04-watukerta-train",
                                      "examples/stories/05-serreda-bridge",
                                      "examples/stories/06-mezreb-cholera",
                                      "examples/stories/07-estavia-election",
                                      "examples/stories/08-tarbagan-crash",
                                      "examples/stories/09-laskaris-trial",
                                      "examples/stories/10-sonbera-mine"};
#define NSTORIES (sizeof stories / sizeof *stories)

static struct json *
key_of(const char *story)
{
    const char *name = strrchr(story, '/') + 1;
    FILE *f = fopen(arena_printf(mem, "examples/keys/%s.json", name).s, "rb");
    struct buf b = {0};
    struct json *j;
    size_t n;

    while (f && (n = fread(buf_room(&b, 65536), 1, 65536, f)) > 0)
        b.n += n;
    if (f)
        fclose(f);
    j = json_parse(buf_str(&b));
    buf_free(&b);
    CHECK(j != NULL);
    return j;
}

static const struct samestory_article *
article(const char *story, str name)
{
    for (size_t i = 0; i < brief->narticles; i++) {
        str path = str_of(brief->articles[i].path);

        if (str_starts(path, str_of(story)) && str_ends(path, name) &&
            path.s[path.n - name.n - 1] == '/')
            return &brief->articles[i];
    }
    return NULL;
}

static const struct samestory_story *
story_of(const char *story)
{
    const struct samestory_article *a = article(story, STR("a1.txt"));

    for (size_t i = 0; a && i < brief->nstories; i++)
        if (strcmp(brief->stories[i].id, a->story) == 0)
            return &brief->stories[i];
    return NULL;
}

/* Tells a share and fails where it is below the floor. */
static void
at_least(const char *what, size_t got, size_t all, double floor)
{
    printf("%s: %zu of %zu\n", what, got, all);
    CHECK(all > 0 && (double)got >= floor * (double)all);
}

static void
the_pages_of_a_story_are_together(void)
{
    size_t together = 0, all = 0;

    for (size_t s = 0; s < NSTORIES; s++) {
        struct json *key = key_of(stories[s]);
        const struct json *pages = json_get(key, "articles");
        const struct samestory_article *first =
            article(stories[s], STR("a1.txt"));

        for (const struct json *p = json_first(pages); p; p = json_next(p)) {
            const struct samestory_article *a =
                article(stories[s], json_name(p));

            if (!CHECK(a && first))
                continue;
            all++;
            if (strcmp(a->story, first->story) == 0)
                together++;
            else
                printf("%s is apart\n", a->path);
        }
        json_free(key);
    }
    at_least("pages in their story", together, all, 1);
}

static void
is_alone(const struct samestory_article *other)
{
    for (size_t i = 0; other && i < brief->narticles; i++)
        if (&brief->articles[i] != other &&
            strcmp(brief->articles[i].story, other->story) == 0) {
            printf("%s is with %s\n", other->path, brief->articles[i].path);
            test_ok = false;
        }
}

/* other.txt stands in every story, other2.txt in some. */
static void
look_alikes_are_apart(void)
{
    for (size_t s = 0; s < NSTORIES; s++) {
        const struct samestory_article *other =
            article(stories[s], STR("other.txt"));

        CHECK(other != NULL);
        is_alone(other);
        is_alone(article(stories[s], STR("other2.txt")));
    }
}

static void
pages_are_dated_and_titled(void)
{
    size_t dated = 0, titled = 0, spoken = 0, all = 0;

    for (size_t s = 0; s < NSTORIES; s++) {
        struct json *key = key_of(stories[s]);

        for (const struct json *p = json_first(json_get(key, "articles")); p;
             p = json_next(p)) {
            const struct samestory_article *a =
                article(stories[s], json_name(p));

            if (!a)
                continue;
            all++;
            if (a->published && str_starts(str_of(a->published),
                                           json_text(json_get(p, "published"))))
                dated++;
            else
                printf("%s: published %s\n", a->path,
                       a->published ? a->published : "-");
            titled += str_eq(str_of(a->title), json_text(json_get(p, "title")));
            spoken += str_eq(str_of(a->lang), json_text(json_get(p, "lang")));
        }
        json_free(key);
    }
    at_least("pages with their day", dated, all, 0.95);
    at_least("pages with their title", titled, all, 0.95);
    at_least("pages with their language", spoken, all, 1);
}

/* The quantity that has this reading of the key. */
static const struct samestory_quantity *
reading_in(const struct samestory_story *story, const char *folder,
           const struct json *reading)
{
    const struct samestory_article *a =
        article(folder, json_text(json_get(reading, "article")));
    str text = json_text(json_get(reading, "text"));
    double min = 0;

    if (!a || !json_number(json_get(reading, "min"), &min))
        return NULL;
    for (size_t i = 0; i < story->nquantities; i++) {
        const struct samestory_quantity *q = &story->quantities[i];

        for (size_t k = 0; k < q->nreadings; k++) {
            const struct samestory_reading *r = &q->readings[k];

            if (strcmp(r->form.article, a->id) == 0 && r->min == min &&
                (str_find(str_of(r->form.text), text) != SIZE_MAX ||
                 str_find(text, str_of(r->form.text)) != SIZE_MAX ||
                 str_find(str_of(r->sentence), text) != SIZE_MAX))
                return q;
        }
    }
    return NULL;
}

static void
figures_are_found_and_weighed(void)
{
    size_t found = 0, readings = 0, weighed = 0, contradictions = 0;

    for (size_t s = 0; s < NSTORIES; s++) {
        struct json *key = key_of(stories[s]);
        const struct samestory_story *story = story_of(stories[s]);

        for (const struct json *q = json_first(json_get(key, "quantities"));
             q && story; q = json_next(q)) {
            bool contradicted =
                str_is(json_text(json_get(q, "status")), "contradicted");
            bool told = false;

            for (const struct json *r = json_first(json_get(q, "readings")); r;
                 r = json_next(r)) {
                const struct samestory_quantity *got =
                    reading_in(story, stories[s], r);

                readings++;
                found += got != NULL;
                told =
                    told || (got && strcmp(got->status, "contradicted") == 0);
            }
            contradictions += contradicted;
            weighed += contradicted && told;
            if (contradicted && !told)
                printf("no contradiction: %.*s\n",
                       STR_ARG(json_text(json_get(q, "label"))));
        }
        json_free(key);
    }
    at_least("readings found", found, readings, 0.95);
    at_least("contradictions told", weighed, contradictions, 0.65);
}

/* 14 gold coins in most pages, 16 in one. */
static void
the_coins_contradict(void)
{
    const struct samestory_story *story = story_of(stories[2]);
    bool told = false;

    for (size_t i = 0; story && i < story->nquantities; i++) {
        const struct samestory_quantity *q = &story->quantities[i];
        bool few = false, many = false;

        for (size_t k = 0; k < q->nreadings; k++) {
            few = few || q->readings[k].min == 14;
            many = many || q->readings[k].min == 16;
        }
        told = told || (few && many && strcmp(q->status, "contradicted") == 0);
    }
    CHECK(told);
}

static void
lineage_is_found(void)
{
    size_t found = 0, right = 0, all = 0, made_up = 0;

    for (size_t s = 0; s < NSTORIES; s++) {
        struct json *key = key_of(stories[s]);
        const struct samestory_story *story = story_of(stories[s]);
        size_t links = 0;

        for (const struct json *l = json_first(json_get(key, "lineage"));
             l && story; l = json_next(l)) {
            const struct samestory_article *from =
                article(stories[s], json_text(json_get(l, "from")));
            const struct samestory_article *to =
                article(stories[s], json_text(json_get(l, "to")));
            str kind = json_text(json_get(l, "kind"));
            bool got = false;

            all++;
            for (size_t i = 0; from && to && i < story->nlineage; i++) {
                const struct samestory_link *k = &story->lineage[i];
                bool ahead = strcmp(k->from, from->id) == 0 &&
                             strcmp(k->to, to->id) == 0;
                bool back = strcmp(k->from, to->id) == 0 &&
                            strcmp(k->to, from->id) == 0;

                if ((ahead || back) && str_is(kind, k->kind)) {
                    got = true;
                    right += ahead;
                }
            }
            found += got;
            links += got;
            if (!got)
                printf("%s: no %.*s of %.*s from %.*s\n", stories[s],
                       STR_ARG(kind), STR_ARG(json_text(json_get(l, "to"))),
                       STR_ARG(json_text(json_get(l, "from"))));
        }
        if (story)
            made_up += story->nlineage - links;
        json_free(key);
    }
    at_least("links found with their kind", found, all, 0.85);
    at_least("links in the right direction", right, all, 0.8);
    /* In 06, 07 and 08 pages tell the same facts in nearly one order. */
    CHECK(made_up <= 6);
}

static void
nobody_complains(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    printf("%s: %s\n", path, why);
    test_ok = false;
}

static void
everything_is_read(void)
{
    static struct samestory *e;
    struct samestory_watcher watcher = {nobody_complains, NULL, NULL};
    size_t added = 0;

    CHECK(samestory_open(&e, NULL) == SAMESTORY_OK);
    CHECK(samestory_add(e, (const char *const *)paths, npaths, &watcher,
                        &added) == SAMESTORY_OK);
    CHECK(added == npaths);
    CHECK(samestory_tell(e, NULL, &brief) == SAMESTORY_OK);
    samestory_close(e);
}

TEST_MAIN
{
    mem = arena_open();
    for (size_t s = 0; s < NSTORIES; s++)
        add_folder(stories[s]);
    qsort(paths, npaths, sizeof *paths, by_text);
    RUN(everything_is_read);
    if (brief) {
        RUN(the_pages_of_a_story_are_together);
        RUN(look_alikes_are_apart);
        RUN(pages_are_dated_and_titled);
        RUN(figures_are_found_and_weighed);
        RUN(the_coins_contradict);
        RUN(lineage_is_found);
    }
    samestory_free(brief);
    arena_close(mem);
}
