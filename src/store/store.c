/* store.c - opening, migrating, transactions. */
#include "store/store.h"

#include "base/oom.h"
#include "store/inside.h"

#include <stdlib.h>
#include <string.h>

static const char schema[] =
#include "schema.inc"
    ;

#define STORE_APPLICATION 0x53414D45 /* "SAME" */
#define STORE_VERSION     4

bool
store_fail(struct store *s, const char *what, struct err *err)
{
    return err_set(err, ERR_STORE, "store: %s: %s", what,
                   sqlite3_errmsg(s->db));
}

static bool
run(struct store *s, const char *sql, struct err *err)
{
    if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return store_fail(s, "run", err);
    return true;
}

static int
number(struct store *s, const char *sql)
{
    sqlite3_stmt *q = NULL;
    int n = -1;

    if (sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK &&
        sqlite3_step(q) == SQLITE_ROW)
        n = sqlite3_column_int(q, 0);
    sqlite3_finalize(q);
    return n;
}

/* Step 2: what a person ruled of two articles, for ever; stories that were
 * split, and what their parts are. */
static const char rulings[] =
    "CREATE TABLE ruling (a INTEGER NOT NULL, b INTEGER NOT NULL,"
    " same INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;"
    "CREATE TABLE split (story INTEGER NOT NULL, part INTEGER NOT NULL,"
    " PRIMARY KEY (story, part)) WITHOUT ROWID;";

/* Step 3: what digest found, so that placing anew needs no text; who is of
 * one origin; what is not placed yet. Rows of days are read from an index
 * that holds all of them. */
static const char found[] =
    "CREATE TABLE about (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE portrait (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE bond (a INTEGER NOT NULL, b INTEGER NOT NULL,"
    " kind INTEGER NOT NULL, told INTEGER NOT NULL,"
    " PRIMARY KEY (a, b)) WITHOUT ROWID;"
    "CREATE TABLE state (key INTEGER PRIMARY KEY, value INTEGER NOT NULL);"
    "CREATE INDEX split_part ON split (part, story);"
    "DROP INDEX article_day;"
    "CREATE INDEX article_row ON article (published, story, voice);";

/* Step 4: whose page an article is and what lines it has, what was frame on a
 * host when its pages were last gone over; bonds by either end. */
static const char hosts[] =
    "ALTER TABLE article ADD COLUMN host TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE article ADD COLUMN lines INTEGER NOT NULL DEFAULT 0;"
    "CREATE INDEX article_host ON article (host, lines) WHERE host <> '';"
    "CREATE TABLE host (name TEXT PRIMARY KEY, frame INTEGER NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE INDEX bond_other ON bond (b);";

/* Brings the file to STORE_VERSION, step by step. */
static bool
migrate(struct store *s, const char *path, struct err *err)
{
    int version = number(s, "PRAGMA user_version");
    int app = number(s, "PRAGMA application_id");

    if (version < 0 || app < 0)
        return err_set(err, ERR_STORE, "%s: no store of samestory", path);
    if (version > STORE_VERSION)
        return err_set(err, ERR_STORE,
                       "%s: written by a later samestory (version %d)", path,
                       version);
    if (version == STORE_VERSION && app == STORE_APPLICATION)
        return true;
    if (number(s, "SELECT count(*) FROM sqlite_schema") > 0 &&
        app != STORE_APPLICATION)
        return err_set(err, ERR_STORE, "%s: a database of something else",
                       path);
    return run(s, "BEGIN IMMEDIATE", err) &&
           (version > 0 || run(s, schema, err)) &&
           (version > 1 || run(s, rulings, err)) &&
           (version > 2 || run(s, found, err)) && run(s, hosts, err) &&
           run(s,
               "PRAGMA application_id = 0x53414D45;"
               "PRAGMA user_version = 4; COMMIT",
               err);
}

struct store *
store_open(const char *path, struct err *err)
{
    struct store *s = oom_malloc(sizeof *s);
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;

    *s = (struct store){0};
    if (sqlite3_open_v2(path ? path : ":memory:", &s->db, flags, NULL) !=
        SQLITE_OK) {
        err_set(err, ERR_STORE, "open %s: %s", path ? path : "memory",
                s->db ? sqlite3_errmsg(s->db) : "out of memory");
        goto fail;
    }
    sqlite3_busy_timeout(s->db, 10000);
    if (!migrate(s, path ? path : "memory", err))
        goto fail;
    if (path && !run(s,
                     "PRAGMA journal_mode = WAL;"
                     "PRAGMA synchronous = NORMAL",
                     err))
        goto fail;
    return s;
fail:
    store_close(s);
    return NULL;
}

void
store_close(struct store *s)
{
    if (!s)
        return;
    for (int i = 0; i < STORE_STATEMENTS; i++)
        sqlite3_finalize(s->statement[i]);
    sqlite3_close(s->db);
    free(s);
}

bool
store_begin(struct store *s, struct err *err)
{
    return run(s, "BEGIN IMMEDIATE", err);
}

bool
store_commit(struct store *s, struct err *err)
{
    return run(s, "COMMIT", err);
}

void
store_rollback(struct store *s)
{
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

sqlite3_stmt *
store_statement(struct store *s, enum store_statement which, const char *sql,
                struct err *err)
{
    sqlite3_stmt **q = &s->statement[which];

    if (!*q && sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, q,
                                  NULL) != SQLITE_OK) {
        store_fail(s, "prepare", err);
        return NULL;
    }
    sqlite3_reset(*q);
    sqlite3_clear_bindings(*q);
    return *q;
}
