/* host.c - the pages of a host, and what was frame there. */
#include "store/inside.h"

static sqlite3_stmt *
of_host(struct store *s, enum store_statement which, const char *sql, str host,
        struct err *err)
{
    sqlite3_stmt *q = store_statement(s, which, sql, err);

    if (q)
        sqlite3_bind_text(q, 1, host.n ? host.s : "", (int)host.n,
                          SQLITE_TRANSIENT);
    return q;
}

/* All ids that a statement gives. */
static bool
collect(struct store *s, sqlite3_stmt *q, int64_t **ids, size_t *n,
        struct arena *mem, struct err *err)
{
    int rc;

    *ids = NULL;
    *n = 0;
    if (!q)
        return false;
    while ((rc = sqlite3_step(q)) == SQLITE_ROW) {
        *ids = arena_grow(mem, *ids, *n, sizeof **ids);
        (*ids)[(*n)++] = sqlite3_column_int64(q, 0);
    }
    sqlite3_reset(q);
    return rc == SQLITE_DONE || store_fail(s, "read the pages of a host", err);
}

bool
store_host_sample(struct store *s, str host, size_t many, size_t some,
                  int64_t **ids, size_t *n, struct arena *mem, struct err *err)
{
    sqlite3_stmt *q =
        of_host(s, HOST_SAMPLE,
                "SELECT min(id) FROM article WHERE host = ?1 AND host <> ''"
                " GROUP BY lines ORDER BY lines LIMIT ?2",
                host, err);

    if (q)
        sqlite3_bind_int64(q, 2, (sqlite3_int64)many);
    if (!collect(s, q, ids, n, mem, err))
        return false;
    if (*n >= many)
        *n = some;
    return true;
}

bool
store_host_pages(struct store *s, str host, int64_t **ids, size_t *n,
                 struct arena *mem, struct err *err)
{
    return collect(s,
                   of_host(s, HOST_PAGES,
                           "SELECT id FROM article WHERE host = ?1"
                           " AND host <> '' ORDER BY id",
                           host, err),
                   ids, n, mem, err);
}

bool
store_host_frame(struct store *s, str host, uint64_t *frame, struct err *err)
{
    sqlite3_stmt *q = of_host(
        s, HOST_GET, "SELECT frame FROM host WHERE name = ?1", host, err);
    int rc;

    if (!q)
        return false;
    rc = sqlite3_step(q);
    *frame = rc == SQLITE_ROW ? (uint64_t)sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "read the frame of a host", err);
}

bool
store_set_host_frame(struct store *s, str host, uint64_t frame, struct err *err)
{
    sqlite3_stmt *q = of_host(
        s, HOST_SET, "INSERT OR REPLACE INTO host VALUES (?1, ?2)", host, err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 2, (sqlite3_int64)frame);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "keep the frame of a host", err);
    sqlite3_reset(q);
    return true;
}
