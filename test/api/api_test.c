/* api_test.c - the library as others see it: the public header alone. */
#include <math.h>
#include <samestory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int passed, failed;
static bool fine;

#define CHECK(cond)                                                            \
    do {                                                                       \
        if (!(cond)) {                                                         \
            printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #cond);          \
            fine = false;                                                      \
        }                                                                      \
    } while (0)
#define RUN(test)                                                              \
    do {                                                                       \
        fine = true;                                                           \
        test();                                                                \
        fine ? passed++ : (printf("FAILED %s\n", #test), failed++);            \
    } while (0)

static char folder[] = "/tmp/samestory-api-XXXXXX";
static char pages[256];

static const char text[] =
    "{\"id\":\"a\",\"date\":\"2025-03-10\",\"title\":\"Six dead as hillside "
    "slides onto Rurec\",\"text\":\"A hillside slid onto the village of Rurec "
    "in Peru on Sunday, killing six people, Mayor Fortunato Lliuyac said. The "
    "slide buried 24 houses. \\\"We asked for help and got a leaflet,\\\" said "
    "Fortunato Lliuyac.\",\"extra\":7}\n"
    "{\"id\":\"b\",\"date\":\"2025-03-10\",\"title\":\"Nine killed by "
    "landslide in Rurec, Peru\",\"text\":\"Nine people were killed when a "
    "landslide hit the Peruvian village of Rurec on Sunday. According to the "
    "police 24 houses were buried. Mayor Fortunato Lliuyac called for "
    "help.\"}\n"
    "no article\n";

static int ncomplaints;

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    ncomplaints++;
    CHECK(strstr(path, "pages.jsonl:3") != NULL);
    CHECK(*why);
}

static const struct samestory_watcher watcher = {complain, NULL, NULL};

static struct samestory *
open_engine(const char *store)
{
    struct samestory_options options = {.store = store, .jobs = 2};
    struct samestory *e;

    CHECK(samestory_open(&e, &options) == SAMESTORY_OK);
    return e;
}

static void
a_wrong_path_is_told(void)
{
    struct samestory_options options = {.data = "/no/such/file.lex"};
    const struct samestory_brief *b = NULL;
    struct samestory *e = NULL;
    const char *answer = NULL;
    size_t added = 7;

    CHECK(samestory_open(&e, &options) != SAMESTORY_OK);
    CHECK(e != NULL);
    CHECK(strstr(samestory_message(e), "/no/such/file.lex") != NULL);
    /* an engine that is not open refuses, it does not crash */
    CHECK(samestory_add(e, NULL, 0, NULL, &added) == SAMESTORY_USAGE);
    CHECK(added == 0);
    CHECK(samestory_tell(e, NULL, &b) != SAMESTORY_OK);
    samestory_free(b);
    b = NULL;
    CHECK(samestory_find(e, "dam", 1, &b) != SAMESTORY_OK);
    samestory_free(b);
    CHECK(samestory_filter_text(e, "lang", "dam", 3, NULL, &answer) !=
          SAMESTORY_OK);
    CHECK(answer == NULL);
    samestory_match(e, "a", "b");
    samestory_close(e);

    options = (struct samestory_options){.store = "/no/such/folder/s.db"};
    CHECK(samestory_open(&e, &options) == SAMESTORY_STORE);
    CHECK(strstr(samestory_message(e), "/no/such/folder/s.db") != NULL);
    samestory_close(e);
    options = (struct samestory_options){.jobs = 1000};
    CHECK(samestory_open(&e, &options) == SAMESTORY_USAGE);
    CHECK(*samestory_message(e));
    samestory_close(e);
    samestory_close(NULL);
    samestory_free(NULL);
}

/* Whether the words stand where the form says. */
static bool
leads_back(const struct samestory_brief *b, const struct samestory_form *f)
{
    for (size_t i = 0; i < b->narticles; i++)
        if (strcmp(b->articles[i].id, f->article) == 0)
            return f->start <= f->end &&
                   f->end <= strlen(b->articles[i].text) &&
                   strlen(f->text) == f->end - f->start &&
                   memcmp(b->articles[i].text + f->start, f->text,
                          f->end - f->start) == 0;
    return false;
}

static const struct samestory_quantity *
figure(const struct samestory_story *s, double value)
{
    for (size_t i = 0; i < s->nquantities; i++)
        for (size_t k = 0; k < s->quantities[i].nreadings; k++)
            if (s->quantities[i].readings[k].min == value)
                return &s->quantities[i];
    return NULL;
}

static void
pages_become_a_brief(void)
{
    struct samestory *e = open_engine(NULL);
    const struct samestory_brief *b = NULL;
    const struct samestory_quantity *q;
    const struct samestory_story *s;
    const char *path = pages;
    size_t added = 0;

    ncomplaints = 0;
    CHECK(samestory_add(e, &path, 1, &watcher, &added) == SAMESTORY_INPUT);
    CHECK(added == 2 && ncomplaints == 1);
    CHECK(*samestory_message(e));
    CHECK(samestory_tell(e, NULL, &b) == SAMESTORY_OK);
    CHECK(b && b->narticles == 2 && b->nstories == 1);
    if (!fine)
        goto close;
    CHECK(strcmp(b->articles[0].id, "a1") == 0);
    CHECK(strcmp(b->articles[0].given_id, "a") == 0);
    CHECK(strcmp(b->articles[0].extra, "{\"extra\":7}") == 0);
    CHECK(strcmp(b->articles[0].lang, "en") == 0);
    CHECK(strcmp(b->articles[0].published, "2025-03-10") == 0);
    s = b->stories;
    CHECK(s->narticles == 2 && s->voices == 2 && s->nlangs == 1);
    CHECK(strcmp(s->first, "2025-03-10") == 0);
    /* what cannot both be true, and what both say */
    q = figure(s, 6);
    CHECK(q && strcmp(q->status, "contradicted") == 0 && q->nsides == 2);
    CHECK(q && figure(s, 9) == q);
    q = figure(s, 24);
    CHECK(q && strcmp(q->status, "agreed") == 0 && q->nsides == 1 &&
          q->sides[0].nvoices == 2);
    /* every number, name, day and quote leads back to its words */
    for (size_t i = 0; i < s->nquantities; i++)
        for (size_t k = 0; k < s->quantities[i].nreadings; k++)
            CHECK(leads_back(b, &s->quantities[i].readings[k].form));
    CHECK(s->nnames > 0 && s->nquotes > 0 && s->ntimeline > 0);
    for (size_t i = 0; i < s->nnames; i++)
        for (size_t k = 0; k < s->names[i].nforms; k++)
            CHECK(leads_back(b, &s->names[i].forms[k]));
    for (size_t i = 0; i < s->ntimeline; i++)
        for (size_t k = 0; k < s->timeline[i].nmentions; k++)
            CHECK(leads_back(b, &s->timeline[i].mentions[k]));
    for (size_t i = 0; i < s->nquotes; i++)
        for (size_t k = 0; k < s->quotes[i].nforms; k++)
            CHECK(leads_back(b, &s->quotes[i].forms[k]));
close:
    samestory_free(b);
    samestory_close(e);
}

static void
answers_outlive_one_another(void)
{
    struct samestory *e = open_engine(NULL);
    const struct samestory_brief *one = NULL, *two = NULL, *three = NULL;
    const char *path = pages;

    samestory_add(e, &path, 1, NULL, NULL);
    CHECK(samestory_tell(e, NULL, &one) == SAMESTORY_OK);
    CHECK(samestory_stories(e, NULL, &two) == SAMESTORY_OK);
    CHECK(samestory_find(e, "landslide", 5, &three) == SAMESTORY_OK);
    CHECK(three && three->narticles >= 1);
    samestory_free(one);
    CHECK(two && two->nstories == 1 && *two->stories[0].title);
    samestory_free(three);
    samestory_free(two);
    samestory_close(e);
}

static void
a_store_remembers(void)
{
    char store[300];
    struct samestory *e;
    const struct samestory_brief *b = NULL;
    struct samestory_filter filter = {.since = "2025-03-11"};
    const char *path = pages;
    size_t added = 0;

    snprintf(store, sizeof store, "%s/s.db", folder);
    e = open_engine(store);
    samestory_add(e, &path, 1, NULL, &added);
    CHECK(added == 2);
    samestory_close(e);
    e = open_engine(store);
    samestory_add(e, &path, 1, NULL, &added);
    CHECK(added == 0);
    CHECK(samestory_stories(e, NULL, &b) == SAMESTORY_OK && b->nstories == 1);
    if (b && b->nstories) {
        const struct samestory_brief *told = NULL;

        CHECK(samestory_tell(e, b->stories[0].id, &told) == SAMESTORY_OK);
        CHECK(told && told->nstories == 1 && told->narticles == 2);
        samestory_free(told);
    }
    samestory_free(b);
    b = NULL;
    CHECK(samestory_tell(e, "s99", &b) == SAMESTORY_NOTHING);
    CHECK(*samestory_message(e));
    samestory_free(b);
    b = NULL;
    CHECK(samestory_tell(e, "nonsense", &b) != SAMESTORY_OK);
    samestory_free(b);
    b = NULL;
    samestory_stories(e, &filter, &b);
    CHECK(!b || b->nstories == 0);
    samestory_free(b);
    b = NULL;
    CHECK(samestory_find(e, "zyzzyva", 5, &b) == SAMESTORY_NOTHING);
    samestory_free(b);
    samestory_close(e);
    unlink(store);
}

static int nlines;

static void
line(void *ctx, const char *words, size_t n)
{
    (void)ctx;
    nlines++;
    CHECK(n == strlen(words) && !memchr(words, '\n', n));
}

static void
filters_need_no_store(void)
{
    static const char dam[] = "At least 14 people died on Friday.";
    struct samestory_text_options o = {.kinds = "quantity,date",
                                       .ref = "2021-07-28"};
    struct samestory *e = open_engine(NULL);
    const char *answer = NULL, *path = pages;

    nlines = 0;
    CHECK(samestory_filter_paths(e, "clean", NULL, &path, 1, NULL, line,
                                 NULL) == SAMESTORY_INPUT);
    CHECK(nlines == 2);
    nlines = 0;
    CHECK(samestory_filter_paths(e, "cluster", NULL, &path, 1, NULL, line,
                                 NULL) == SAMESTORY_INPUT);
    CHECK(nlines == 2);
    CHECK(samestory_filter_paths(e, "dance", NULL, &path, 1, NULL, line,
                                 NULL) == SAMESTORY_USAGE);
    CHECK(samestory_filter_text(e, "evidence", dam, sizeof dam - 1, &o,
                                &answer) == SAMESTORY_OK);
    CHECK(answer && strstr(answer, "\"min\":14,\"max\":null") &&
          strstr(answer, "2021-07-23") && !strstr(answer, "\"names\""));
    samestory_free(answer);
    answer = NULL;
    CHECK(samestory_filter_text(e, "match", "no tab", 6, NULL, &answer) !=
          SAMESTORY_OK);
    CHECK(answer == NULL);
    CHECK(samestory_filter_text(e, "dance", "x", 1, NULL, &answer) ==
          SAMESTORY_USAGE);
    CHECK(samestory_match(e, "Anna Berg", "Анна Берг") > 0.72);
    CHECK(samestory_match(e, "Anna Berg", "Peter Stein") < 0.5);
    samestory_close(e);
}

/* The story that article `id` is in; "" where none is. */
static const char *
story_with(const struct samestory_brief *b, const char *id)
{
    for (size_t i = 0; b && i < b->nstories; i++)
        for (size_t k = 0; k < b->stories[i].narticles; k++)
            if (strcmp(b->stories[i].articles[k], id) == 0)
                return b->stories[i].id;
    return "";
}

/* One story of two pages; parted, the second says where it comes from;
 * pinned again, its number leads back. */
static void
splits_are_noted_and_merges_lead_on(void)
{
    char store[300];
    struct samestory *e;
    const struct samestory_brief *b = NULL, *told = NULL;
    const char *path = pages;

    snprintf(store, sizeof store, "%s/split.db", folder);
    e = open_engine(store);
    samestory_add(e, &path, 1, NULL, NULL);
    CHECK(samestory_rule(e, "a1", "a2", false) == SAMESTORY_OK);
    CHECK(samestory_stories(e, NULL, &b) == SAMESTORY_OK && b->nstories == 2);
    for (size_t i = 0; b && i < b->nstories; i++) {
        const struct samestory_story *s = &b->stories[i];
        bool part = strcmp(s->id, "s2") == 0;

        CHECK((s->split_from != NULL) == part);
        CHECK(!part || strcmp(s->split_from, "s1") == 0);
    }
    CHECK(strcmp(story_with(b, "a1"), story_with(b, "a2")) != 0);
    samestory_free(b);
    CHECK(samestory_rule(e, "a2", "a1", true) == SAMESTORY_OK);
    CHECK(samestory_tell(e, "s2", &told) == SAMESTORY_OK);
    CHECK(told && told->nstories == 1 && told->narticles == 2);
    CHECK(strcmp(story_with(told, "a2"), "s1") == 0);
    samestory_free(told);
    samestory_close(e);
    unlink(store);
}

static void
two_engines_side_by_side(void)
{
    struct samestory *a = open_engine(NULL), *b = open_engine(NULL);
    const struct samestory_brief *x = NULL, *y = NULL;
    const char *path = pages;
    size_t added = 7;

    samestory_add(a, &path, 1, NULL, NULL);
    CHECK(samestory_tell(a, NULL, &x) == SAMESTORY_OK);
    samestory_tell(b, NULL, &y);
    CHECK(!y || y->nstories == 0);
    CHECK(samestory_add(b, &path, 0, NULL, &added) == SAMESTORY_OK);
    CHECK(added == 0);
    samestory_close(a); /* an answer lives on behind its engine */
    CHECK(x && x->nstories == 1 && *x->stories[0].title);
    samestory_free(x);
    samestory_free(y);
    samestory_close(b);
}

int
main(void)
{
    FILE *f;

    if (!mkdtemp(folder))
        return 1;
    snprintf(pages, sizeof pages, "%s/pages.jsonl", folder);
    f = fopen(pages, "w");
    if (!f)
        return 1;
    fputs(text, f);
    fclose(f);
    RUN(a_wrong_path_is_told);
    RUN(pages_become_a_brief);
    RUN(answers_outlive_one_another);
    RUN(a_store_remembers);
    RUN(filters_need_no_store);
    RUN(splits_are_noted_and_merges_lead_on);
    RUN(two_engines_side_by_side);
    unlink(pages);
    rmdir(folder);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
