/* store_test.c - what stays: articles, places, merges, search. */
#include "test.h"

#include "store/pack.h"
#include "store/store.h"

#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/samestory-store-XXXXXX";
static char path[64];

static struct article *
page(const char *name, const char *text, int day)
{
    static struct block blocks[2];
    struct article *a = article_new();
    str whole = arena_str(a->mem, str_of(text));

    a->path = arena_str(a->mem, str_of(name));
    a->title = STR("Dam bursts");
    a->published = arena_printf(a->mem, "2026-02-%02d", day);
    a->published_from = FROM_METADATA;
    a->day = a->anchor = (struct day){2026, 2, (uint8_t)day};
    a->lang = LANG_EN;
    a->text = whole;
    a->content = str_hash(whole);
    a->byline = arena_new(a->mem, str, 1);
    a->byline[a->nbyline++] = STR("Nell Ashdown");
    a->extra = STR("{\"k\":1}");
    blocks[0] = (struct block){.kind = BLOCK_BODY,
                               .lang = LANG_EN,
                               .text = whole,
                               .kept = true,
                               .at = {0, (uint32_t)whole.n}};
    blocks[1] = (struct block){.kind = BLOCK_CHROME,
                               .lang = LANG_EN,
                               .text = STR("Menu"),
                               .taken = BLOCK_HEADING + 1};
    a->blocks = arena_new(a->mem, struct block, 2);
    memcpy(a->blocks, blocks, sizeof blocks);
    a->nblocks = 2;
    return a;
}

static int64_t
save(struct store *s, const char *name, const char *text, int day,
     const char *terms, const char *meanings, bool *fresh)
{
    struct article *a = page(name, text, day);
    struct err err = {0};
    int64_t id;

    if (!CHECK(store_save(s, a, 7, fresh, &err) &&
               (!*fresh ||
                store_words(s, a->id, str_of(terms), str_of(meanings), &err))))
        printf("%s\n", err.words);
    id = a->id;
    article_free(a);
    return id;
}

static void
what_is_saved_is_loaded(void)
{
    struct err err = {0};
    struct store *s = store_open(path, &err);
    struct article *a;
    bool fresh = false;
    int64_t id;

    if (!CHECK(s != NULL))
        return;
    id = save(s, "a.txt", "The dam broke.\nAll were saved.", 13, "wdam",
              "c_dam", &fresh);
    CHECK(fresh && id > 0);
    CHECK(save(s, "a.txt", "The dam broke.\nAll were saved.", 13, "wdam",
               "c_dam", &fresh) == id);
    CHECK(!fresh);
    store_close(s);
    s = store_open(path, &err);
    a = store_load(s, id, &err);
    if (CHECK(a != NULL)) {
        CHECK(a->id == id);
        CHECK_STR(a->path, "a.txt");
        CHECK_STR(a->title, "Dam bursts");
        CHECK_STR(a->text, "The dam broke.\nAll were saved.");
        CHECK_STR(a->published, "2026-02-13");
        CHECK(a->published_from == FROM_METADATA && a->lang == LANG_EN);
        CHECK(a->day.day == 13 && a->anchor.day == 13);
        CHECK(a->nbyline == 1);
        CHECK_STR(a->byline[0], "Nell Ashdown");
        CHECK_STR(a->extra, "{\"k\":1}");
        CHECK(a->nblocks == 2 && a->blocks[0].kept && !a->blocks[1].kept);
        CHECK_STR(a->blocks[0].text, "The dam broke.\nAll were saved.");
        CHECK_STR(a->blocks[1].text, "Menu");
        CHECK(a->blocks[1].kind == BLOCK_CHROME);
        CHECK(a->blocks[1].taken == BLOCK_HEADING + 1);
        article_free(a);
    }
    CHECK(!store_load(s, 99, &err));
    CHECK(err.kind != ERR_NONE);
    store_close(s);
}

static void
merged_stories_lead_on(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    int64_t a = 0, b = 0, c = 0, got = 0;

    CHECK(store_new_story(s, &a, &err) && store_new_story(s, &b, &err) &&
          store_new_story(s, &c, &err));
    CHECK(a != b && b != c);
    CHECK(store_merge(s, a, b, &err) && store_merge(s, b, c, &err));
    CHECK(store_story(s, a, &got, &err) && got == c);
    CHECK(store_story(s, c, &got, &err) && got == c);
    CHECK(store_story(s, 99, &got, &err) && got == 0);
    store_close(s);
}

static void
rows_come_by_day_and_by_story(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    struct arena *mem = arena_open();
    struct store_row *rows;
    bool fresh;
    size_t n;
    int64_t one, two, story;

    one = save(s, "a", "one", 1, "", "", &fresh);
    two = save(s, "b", "two", 20, "", "", &fresh);
    CHECK(store_new_story(s, &story, &err));
    CHECK(store_place(s, two, story, 3, &err));
    CHECK(store_window(s, (struct day){2026, 2, 10}, (struct day){0}, &rows, &n,
                       mem, &err));
    CHECK(n == 1 && rows[0].id == two && rows[0].story == story &&
          rows[0].voice == 3);
    CHECK(store_window(s, (struct day){0}, (struct day){0}, &rows, &n, mem,
                       &err));
    CHECK(n == 2 && rows[0].id == one && rows[0].day.day == 1);
    CHECK(store_rows(s, story, &rows, &n, mem, &err) && n == 1);
    CHECK(store_rows(s, 0, &rows, &n, mem, &err) && n == 1);
    arena_close(mem);
    store_close(s);
}

static void
words_and_meanings_are_found(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    struct arena *mem = arena_open();
    struct store_row *rows;
    bool fresh;
    size_t n;
    int64_t a = save(s, "a", "one", 1, "wthe wdam wbroke", "c_dam", &fresh);

    save(s, "b", "two", 2, "wbridge", "c_bridge", &fresh);
    CHECK(store_search(s, "terms:\"wdam wbroke\"", 10, &rows, &n, mem, &err));
    CHECK(n == 1 && rows[0].id == a);
    CHECK(store_search(s, "meanings:\"c_dam\" OR meanings:\"c_bridge\"", 1,
                       &rows, &n, mem, &err));
    CHECK(n == 1);
    CHECK(store_search(s, "terms:\"wnothing\"", 10, &rows, &n, mem, &err));
    CHECK(n == 0);
    arena_close(mem);
    store_close(s);
}

static void
nothing_stays_of_what_was_rolled_back(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    struct arena *mem = arena_open();
    struct store_row *rows;
    bool fresh;
    size_t n;

    CHECK(store_begin(s, &err));
    save(s, "a", "one", 1, "", "", &fresh);
    store_rollback(s);
    CHECK(store_window(s, (struct day){0}, (struct day){0}, &rows, &n, mem,
                       &err) &&
          n == 0);
    CHECK(store_begin(s, &err));
    save(s, "a", "one", 1, "", "", &fresh);
    CHECK(store_commit(s, &err));
    CHECK(store_window(s, (struct day){0}, (struct day){0}, &rows, &n, mem,
                       &err) &&
          n == 1);
    arena_close(mem);
    store_close(s);
}

/* ---- what was found ------------------------------------------------------
 */

static struct feature features[] = {
    {(uint32_t)FEATURE_CONCEPT << 28 | 7, 0.1f},
    {(uint32_t)FEATURE_CONCEPT << 28 | 8, 3.25f},
    {(uint32_t)FEATURE_TOWN << 28 | 0xFFFFFF, 1e-7f}};
static struct name_word name_words[] = {{{"lliuyac", 7}, 2.5f, 0.75f, 1},
                                        {{"", 0}, 0, 0, 0}};
static uint32_t facts[] = {0, 5, 0x80000001u, UINT32_MAX};

static struct article
found(int64_t id)
{
    struct article a = {.id = id,
                        .content = 0xFEDCBA9876543210u,
                        .path = STR("a.txt"),
                        .url = STR("https://example.org/1"),
                        .published = STR("2026-02-13T08:00:00Z"),
                        .day = {2026, 2, 13},
                        .anchor = {2026, 2, 13},
                        .lang = LANG_EN,
                        .told_day = 20497,
                        .told_season = NAN,
                        .features = features,
                        .nfeatures = 3,
                        .name_words = name_words,
                        .nname_words = 2,
                        .facts = facts,
                        .nfacts = 4};

    a.sketch.nruns = 9;
    for (uint32_t i = 0; i < SKETCH_SLOTS; i++)
        a.sketch.slot[i] = i * 0x9E3779B9u;
    a.sketch.slot[5] = UINT32_MAX;
    return a;
}

static void
what_was_found_is_kept(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    struct arena *mem = arena_open();
    struct article a = found(3), b = {.id = 3};

    CHECK(store_keep(s, &a, &err));
    CHECK(store_about(s, 3, &b, mem, &err));
    CHECK(store_portrait(s, 3, &b, mem, &err));
    CHECK(b.content == a.content && b.lang == LANG_EN);
    CHECK(b.day.day == 13 && b.anchor.month == 2);
    CHECK_STR(b.url, "https://example.org/1");
    CHECK(b.told_day == a.told_day && isnan(b.told_season));
    CHECK(b.nfeatures == 3 &&
          memcmp(b.features, features, sizeof features) == 0);
    CHECK(b.nname_words == 2 && b.name_words[0].most == 0.75f);
    CHECK_STR(b.name_words[0].fold, "lliuyac");
    /* of a sketch the lower halves, and what is empty */
    CHECK(b.sketch.nruns == 9 && b.sketch.slot[5] == UINT32_MAX);
    for (uint32_t i = 6; i < SKETCH_SLOTS; i++)
        CHECK(b.sketch.slot[i] == (a.sketch.slot[i] & 0xFFFF));
    CHECK(b.nfacts == 4 && memcmp(b.facts, facts, sizeof facts) == 0);
    CHECK(store_forget(s, &err));
    b = (struct article){.id = 3};
    CHECK(store_about(s, 3, &b, mem, &err) && b.nfeatures == 0);
    arena_close(mem);
    store_close(s);
}

static void
what_is_cut_or_longer_is_not_believed(void)
{
    struct arena *mem = arena_open();
    struct article a = found(1);
    struct buf about = {0}, portrait = {0};

    pack_about(&a, &about);
    pack_portrait(&a, &portrait);
    for (size_t n = 0; n < about.n; n++) {
        struct article b = {0};

        CHECK(!unpack_about((str){about.s, n}, &b, mem) && !b.nfeatures);
    }
    for (size_t n = 0; n < portrait.n; n++) {
        struct article b = {0};

        CHECK(!unpack_portrait((str){portrait.s, n}, &b, mem) && !b.nfacts);
    }
    buf_putc(&about, 0);
    CHECK(!unpack_about(buf_str(&about), &a, mem));
    buf_free(&about);
    buf_free(&portrait);
    arena_close(mem);
}

static void
bonds_and_states_are_kept(void)
{
    struct err err = {0};
    struct store *s = store_open(NULL, &err);
    struct arena *mem = arena_open();
    struct store_bond *list;
    int64_t value = 1;
    size_t n;

    CHECK(store_state(s, STATE_MADE, &value, &err) && value == 0);
    CHECK(store_set_state(s, STATE_MADE, -5, &err));
    CHECK(store_state(s, STATE_MADE, &value, &err) && value == -5);
    CHECK(store_bond(s, (struct store_bond){2, 9, 1, true}, &err));
    CHECK(store_bond(s, (struct store_bond){1, 9, 2, false}, &err));
    CHECK(store_bond(s, (struct store_bond){2, 9, 0, false}, &err));
    CHECK(store_bonds(s, &list, &n, mem, &err) && n == 2);
    CHECK(list[0].a == 1 && list[0].kind == 2 && list[1].kind == 0);
    arena_close(mem);
    store_close(s);
}

/* Writes bytes into the file and opens it; it has to be refused. */
static void
refuse(long offset, const char *bytes, size_t n)
{
    FILE *f = fopen(path, "r+b");
    struct err err = {0};
    struct store *s;

    if (!CHECK(f != NULL))
        return;
    fseek(f, offset, SEEK_SET);
    fwrite(bytes, 1, n, f);
    fclose(f);
    s = store_open(path, &err);
    CHECK(!s);
    CHECK(err.kind == ERR_STORE && err.words[0]);
    store_close(s);
}

static void
what_is_no_store_is_refused(void)
{
    struct err err = {0};
    struct store *s;

    unlink(path);
    s = store_open(path, &err);
    CHECK(s != NULL);
    store_close(s);
    refuse(60, "\0\0\3\xe7", 4); /* user_version: a later one */
    refuse(0, "My diary. Today I wrote nothing.", 32);
    CHECK(!store_open("/tmp/no/such/folder/s.db", &err));
    CHECK(err.kind == ERR_STORE && strstr(err.words, "/tmp/no/such/folder"));
}

TEST_MAIN
{
    if (!mkdtemp(folder))
        exit(1);
    snprintf(path, sizeof path, "%s/s.db", folder);
    RUN(what_is_saved_is_loaded);
    RUN(merged_stories_lead_on);
    RUN(rows_come_by_day_and_by_story);
    RUN(words_and_meanings_are_found);
    RUN(nothing_stays_of_what_was_rolled_back);
    RUN(what_was_found_is_kept);
    RUN(what_is_cut_or_longer_is_not_believed);
    RUN(bonds_and_states_are_kept);
    RUN(what_is_no_store_is_refused);
    unlink(path);
    rmdir(folder);
}
