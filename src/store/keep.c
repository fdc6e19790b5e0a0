/* keep.c - what was found, so that it need not be found again. */
#include "store/inside.h"
#include "store/pack.h"

bool
store_state(struct store *s, enum store_state key, int64_t *value,
            struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, STATE_GET, "SELECT value FROM state WHERE key = ?1", err);
    int rc;

    if (!q)
        return false;
    sqlite3_bind_int(q, 1, (int)key);
    rc = sqlite3_step(q);
    *value = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "read a state", err);
}

/* Runs a statement that gives no rows. */
static bool
done(struct store *s, sqlite3_stmt *q, const char *what, struct err *err)
{
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, what, err);
    sqlite3_reset(q);
    return true;
}

bool
store_set_state(struct store *s, enum store_state key, int64_t value,
                struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, STATE_SET, "INSERT OR REPLACE INTO state VALUES (?1, ?2)", err);

    if (!q)
        return false;
    sqlite3_bind_int(q, 1, (int)key);
    sqlite3_bind_int64(q, 2, value);
    return done(s, q, "keep a state", err);
}

static bool
keep(struct store *s, sqlite3_stmt *q, int64_t id, const struct buf *bytes,
     struct err *err)
{
    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, id);
    sqlite3_bind_blob(q, 2, bytes->s, (int)bytes->n, SQLITE_TRANSIENT);
    return done(s, q, "keep what was found", err);
}

bool
store_keep(struct store *s, const struct article *a, struct err *err)
{
    struct buf about = {0}, portrait = {0};
    bool kept;

    pack_about(a, &about);
    pack_portrait(a, &portrait);
    kept = keep(s,
                store_statement(s, ABOUT_SET,
                                "INSERT OR REPLACE INTO about VALUES (?1, ?2)",
                                err),
                a->id, &about, err) &&
           keep(s,
                store_statement(
                    s, PORTRAIT_SET,
                    "INSERT OR REPLACE INTO portrait VALUES (?1, ?2)", err),
                a->id, &portrait, err);
    buf_free(&about);
    buf_free(&portrait);
    return kept;
}

/* The bytes are good until the statement is used again. */
static bool
bytes_of(struct store *s, sqlite3_stmt *q, int64_t id, str *bytes,
         struct err *err)
{
    int rc;

    *bytes = (str){"", 0};
    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, id);
    rc = sqlite3_step(q);
    if (rc == SQLITE_ROW)
        *bytes = (str){sqlite3_column_blob(q, 0),
                       (size_t)sqlite3_column_bytes(q, 0)};
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "read what was found", err);
}

bool
store_about(struct store *s, int64_t id, struct article *a, struct arena *mem,
            struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, ABOUT_GET, "SELECT bytes FROM about WHERE id = ?1", err);
    str bytes;

    if (!bytes_of(s, q, id, &bytes, err))
        return false;
    if (bytes.n && !unpack_about(bytes, a, mem))
        return err_set(err, ERR_STORE, "store: article %lld is damaged",
                       (long long)id);
    sqlite3_reset(q);
    return true;
}

bool
store_portrait(struct store *s, int64_t id, struct article *a,
               struct arena *mem, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, PORTRAIT_GET, "SELECT bytes FROM portrait WHERE id = ?1", err);
    str bytes;

    if (!bytes_of(s, q, id, &bytes, err))
        return false;
    if (bytes.n && !unpack_portrait(bytes, a, mem))
        return err_set(err, ERR_STORE, "store: article %lld is damaged",
                       (long long)id);
    sqlite3_reset(q);
    return true;
}

bool
store_forget(struct store *s, struct err *err)
{
    if (sqlite3_exec(s->db,
                     "DELETE FROM about; DELETE FROM portrait;"
                     "DELETE FROM bond",
                     NULL, NULL, NULL) != SQLITE_OK)
        return store_fail(s, "forget what was found", err);
    return true;
}

bool
store_bond(struct store *s, struct store_bond b, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, BOND_SET, "INSERT OR REPLACE INTO bond VALUES (?1, ?2, ?3, ?4)",
        err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, b.a);
    sqlite3_bind_int64(q, 2, b.b);
    sqlite3_bind_int(q, 3, (int)b.kind);
    sqlite3_bind_int(q, 4, b.told);
    return done(s, q, "keep a bond", err);
}

bool
store_unbind(struct store *s, int64_t id, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, BOND_DROP, "DELETE FROM bond WHERE a = ?1 OR b = ?1", err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, id);
    return done(s, q, "forget bonds", err);
}

bool
store_bonds(struct store *s, struct store_bond **list, size_t *n,
            struct arena *mem, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, BOND_ALL, "SELECT a, b, kind, told FROM bond ORDER BY a, b", err);
    int rc;

    *list = NULL;
    *n = 0;
    if (!q)
        return false;
    while ((rc = sqlite3_step(q)) == SQLITE_ROW) {
        *list = arena_grow(mem, *list, *n, sizeof **list);
        (*list)[(*n)++] = (struct store_bond){
            sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1),
            (uint32_t)sqlite3_column_int(q, 2) & 3,
            sqlite3_column_int(q, 3) != 0};
    }
    sqlite3_reset(q);
    return rc == SQLITE_DONE || store_fail(s, "read the bonds", err);
}
