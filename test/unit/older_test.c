/*
 * older_test.c - a store of an older version, opened by this program: brought
 * up step by step, what is known of its pages found anew, its stories those
 * of a store that was new.
 */
#include "test.h"

#include "samestory.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/samestory-older-XXXXXX";
static char old_store[64], new_store[64], first[64], second[64];

#define DAM_EN                                                                 \
    "{\"lang\":\"en\",\"date\":\"2026-05-12\",\"title\":\"Dam collapse above " \
    "Huaraz kills 17\",\"text\":\"At least 17 people were killed when the "    \
    "Palcaraju dam above Huaraz in Peru collapsed on Tuesday. Governor Lucia " \
    "Ferrando said 2,340 residents had been evacuated. The flood destroyed "   \
    "64 houses.\"}\n"
#define DAM_ES                                                                    \
    "{\"lang\":\"es\",\"date\":\"2026-05-12\",\"title\":\"Colapsa una presa "     \
    "sobre Huaraz: 17 muertos\",\"text\":\"La presa Palcaraju, sobre la "         \
    "ciudad de Huaraz, en Perú, se derrumbó el martes y causó 17 muertos. La " \
    "gobernadora Lucia Ferrando informó de 2.340 evacuados. La inundación "     \
    "destruyó 64 casas.\"}\n"
#define DAM_LATE                                                               \
    "{\"lang\":\"en\",\"date\":\"2026-05-13\",\"title\":\"Huaraz mourns the "  \
    "dead of the dam collapse\",\"text\":\"Rescuers searched Huaraz for the "  \
    "missing a day after the Palcaraju dam in Peru collapsed and killed 17 "   \
    "people. Governor Lucia Ferrando put the evacuated at 2,340 and the "      \
    "destroyed houses at 64.\"}\n"
#define BANK                                                                   \
    "{\"lang\":\"en\",\"date\":\"2026-05-12\",\"title\":\"Norlund Bank "       \
    "raises "                                                                  \
    "its key rate\",\"text\":\"Norlund Bank raised its key interest rate to "  \
    "4.25 percent on Tuesday to fight inflation, as 11 of 14 economists had "  \
    "expected. Chairman Henrik Solvang said more was likely.\"}\n"

/* What steps 2 to 4 of the store made, taken away again. */
static const char to_version_1[] =
    "DROP TABLE ruling; DROP TABLE split; DROP TABLE about;"
    "DROP TABLE portrait; DROP TABLE bond; DROP TABLE state; DROP TABLE host;"
    "DROP INDEX article_host; DROP INDEX article_row;"
    "ALTER TABLE article DROP COLUMN host;"
    "ALTER TABLE article DROP COLUMN lines;"
    "CREATE INDEX article_day ON article (published);"
    "PRAGMA user_version = 1";

static void
write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");

    if (!CHECK(f != NULL))
        return;
    fputs(text, f);
    fclose(f);
}

static void
run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;

    CHECK(sqlite3_open(path, &db) == SQLITE_OK);
    if (!CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK))
        printf("%s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static int complaints;
static char complaint[200];

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    complaints++;
    snprintf(complaint, sizeof complaint, "%s: %s", path, why);
}

static void
add(const char *store, const char *path)
{
    struct samestory_options o = {.store = store};
    struct samestory_watcher watcher = {complain, NULL, NULL};
    struct samestory *e;

    CHECK(samestory_open(&e, &o) == SAMESTORY_OK);
    CHECK(samestory_add(e, &path, 1, &watcher, NULL) == SAMESTORY_OK);
    samestory_close(e);
}

/* "134 | 2": the articles of each story, in an order of their own. */
static void
stories(const char *store, char *out, size_t most)
{
    struct samestory_options o = {.store = store};
    const struct samestory_brief *b = NULL;
    struct samestory *e;
    int shown[10] = {0};
    size_t n = 0;

    CHECK(samestory_open(&e, &o) == SAMESTORY_OK);
    CHECK(samestory_stories(e, NULL, &b) == SAMESTORY_OK);
    for (size_t i = 0; b && i < b->nstories; i++)
        for (size_t k = 0; k < b->stories[i].narticles; k++)
            shown[strtol(b->stories[i].articles[k] + 1, NULL, 10) % 10] =
                (int)i + 1;
    *out = 0;
    for (int i = 1; i < 10; i++)
        for (int k = i; k < 10; k++)
            if (shown[i] && shown[k] == shown[i]) {
                n += (size_t)snprintf(out + n, most - n, "%s%d",
                                      k == i && n ? " | " : "", k);
                if (k > i)
                    shown[k] = 0;
            }
    samestory_free(b);
    samestory_close(e);
}

static void
a_store_of_version_1_ends_in_the_same_stories(void)
{
    char old[80], new[80];

    write_file(first, DAM_EN BANK DAM_ES);
    write_file(second, DAM_LATE);
    add(old_store, first);
    run_sql(old_store, to_version_1);
    add(old_store, second);
    CHECK(complaints == 1);
    CHECK(strstr(complaint, "its 3 articles is found anew") != NULL);
    add(new_store, first);
    add(new_store, second);
    CHECK(complaints == 1);
    stories(old_store, old, sizeof old);
    stories(new_store, new, sizeof new);
    CHECK_STR(str_of(old), "134 | 2");
    CHECK_STR(str_of(new), old);
    add(old_store, second); /* brought up once and for all */
    CHECK(complaints == 1);
}

TEST_MAIN
{
    if (!mkdtemp(folder))
        exit(1);
    snprintf(old_store, sizeof old_store, "%s/old.db", folder);
    snprintf(new_store, sizeof new_store, "%s/new.db", folder);
    snprintf(first, sizeof first, "%s/first.jsonl", folder);
    snprintf(second, sizeof second, "%s/second.jsonl", folder);
    RUN(a_store_of_version_1_ends_in_the_same_stories);
    unlink(old_store);
    unlink(new_store);
    unlink(first);
    unlink(second);
    rmdir(folder);
}
