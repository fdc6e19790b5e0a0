/* load.c - parcels and rows out of the store. */
#include "base/json.h"
#include "store/inside.h"

static str
column(sqlite3_stmt *q, int at, struct arena *mem)
{
    const char *z = (const char *)sqlite3_column_text(q, at);

    return arena_str(
        mem, (str){z ? z : "", z ? (size_t)sqlite3_column_bytes(q, at) : 0});
}

static uint32_t
offset(const struct json *j, size_t most)
{
    double v;

    if (!json_number(j, &v) || !(v >= 0) || v > (double)most)
        return 0;
    return (uint32_t)v;
}

static void
blocks_of(struct article *a, str text)
{
    struct json *j = json_parse(text);

    for (const struct json *b = json_first(j); b; b = json_next(b)) {
        const struct json *kind = json_first(b), *lang = json_next(kind);
        const struct json *third = json_next(lang);
        struct block block = {0};

        block.kind = (enum block_kind)offset(kind, BLOCK_KINDS - 1);
        block.lang = lang_of(json_text(lang));
        if (json_text(third).s) {
            block.text = arena_str(a->mem, json_text(third));
            block.taken = (uint8_t)offset(json_next(third), BLOCK_KINDS);
        } else {
            block.kept = true;
            block.at.start = offset(third, a->text.n);
            block.at.end = offset(json_next(third), a->text.n);
            block.text = str_cut(a->text, block.at.start, block.at.end);
        }
        a->blocks =
            arena_grow(a->mem, a->blocks, a->nblocks, sizeof *a->blocks);
        a->blocks[a->nblocks++] = block;
    }
    json_free(j);
}

static void
byline_of(struct article *a, str text)
{
    struct json *j = json_parse(text);

    for (const struct json *b = json_first(j); b; b = json_next(b)) {
        a->byline =
            arena_grow(a->mem, a->byline, a->nbyline, sizeof *a->byline);
        a->byline[a->nbyline++] = arena_str(a->mem, json_text(b));
    }
    json_free(j);
}

struct article *
store_load(struct store *s, int64_t id, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, LOAD_ONE,
        "SELECT content, path, given_id, url, title, byline, agency, site,"
        " published, published_from, anchor, lang, text, blocks, extra, host"
        " FROM article WHERE id = ?1",
        err);
    struct article *a;

    if (!q)
        return NULL;
    sqlite3_bind_int64(q, 1, id);
    if (sqlite3_step(q) != SQLITE_ROW) {
        sqlite3_reset(q);
        err_set(err, ERR_STORE, "store: there is no article %lld",
                (long long)id);
        return NULL;
    }
    a = article_new();
    a->id = id;
    a->content = (uint64_t)sqlite3_column_int64(q, 0);
    a->path = column(q, 1, a->mem);
    a->given_id = column(q, 2, a->mem);
    a->url = column(q, 3, a->mem);
    a->title = column(q, 4, a->mem);
    byline_of(a, column(q, 5, a->mem));
    a->agency = column(q, 6, a->mem);
    a->site = column(q, 7, a->mem);
    a->published = column(q, 8, a->mem);
    a->published_from = (enum published_from)sqlite3_column_int(q, 9);
    if (a->published_from >= FROM_KINDS)
        a->published_from = FROM_UNKNOWN;
    day_parse(a->published, &a->day);
    day_parse(column(q, 10, a->mem), &a->anchor);
    a->lang = lang_of(column(q, 11, a->mem));
    a->text = column(q, 12, a->mem);
    blocks_of(a, column(q, 13, a->mem));
    a->extra = column(q, 14, a->mem);
    a->host = column(q, 15, a->mem);
    sqlite3_reset(q);
    return a;
}

bool
store_story(struct store *s, int64_t asked, int64_t *story, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, STORY_FOLLOW,
        "WITH RECURSIVE way (id, into_) AS ("
        " SELECT id, merged_into FROM story WHERE id = ?1 UNION"
        " SELECT s.id, s.merged_into FROM story s JOIN way ON s.id = way.into_)"
        " SELECT id FROM way WHERE into_ IS NULL",
        err);
    int rc;

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, asked);
    rc = sqlite3_step(q);
    *story = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "follow a story", err);
}

bool
store_split_of(struct store *s, int64_t part, int64_t *from, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, SPLIT_OF, "SELECT min(story) FROM split WHERE part = ?1", err);
    int rc;

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, part);
    rc = sqlite3_step(q);
    *from = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "read a split", err);
}

/* All rows of a statement of (id, story, voice, published). */
static bool
collect(struct store *s, sqlite3_stmt *q, struct store_row **rows, size_t *n,
        struct arena *mem, struct err *err)
{
    int rc;

    *rows = NULL;
    *n = 0;
    while ((rc = sqlite3_step(q)) == SQLITE_ROW) {
        struct store_row row = {sqlite3_column_int64(q, 0),
                                sqlite3_column_int64(q, 1),
                                (uint32_t)sqlite3_column_int64(q, 2),
                                {0}};
        const char *day = (const char *)sqlite3_column_text(q, 3);

        day_parse(str_of(day), &row.day);
        *rows = arena_grow(mem, *rows, *n, sizeof **rows);
        (*rows)[(*n)++] = row;
    }
    sqlite3_reset(q);
    return rc == SQLITE_DONE || store_fail(s, "read rows", err);
}

bool
store_window(struct store *s, struct day from, struct day to,
             struct store_row **rows, size_t *n, struct arena *mem,
             struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, ROWS_WINDOW,
        "SELECT id, story, voice, published FROM article WHERE published = ''"
        " OR (substr(published, 1, 10) BETWEEN ?1 AND ?2) ORDER BY id",
        err);
    char a[16], b[16];

    if (!q)
        return false;
    sqlite3_bind_text(q, 1, from.year ? day_edtf(from, a) : "", -1,
                      SQLITE_TRANSIENT);
    sqlite3_bind_text(q, 2, to.year ? day_edtf(to, b) : "~", -1,
                      SQLITE_TRANSIENT);
    return collect(s, q, rows, n, mem, err);
}

bool
store_rows(struct store *s, int64_t story, struct store_row **rows, size_t *n,
           struct arena *mem, struct err *err)
{
    sqlite3_stmt *q = store_statement(s, ROWS_STORY,
                                      "SELECT id, story, voice, published FROM "
                                      "article WHERE story IS NOT NULL"
                                      " AND (?1 = 0 OR story = ?1) ORDER BY id",
                                      err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, story);
    return collect(s, q, rows, n, mem, err);
}

bool
store_search(struct store *s, const char *query, size_t most,
             struct store_row **rows, size_t *n, struct arena *mem,
             struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, ROWS_SEARCH,
        "SELECT a.id, a.story, a.voice, a.published FROM words JOIN article a"
        " ON a.id = words.rowid WHERE words MATCH ?1"
        " ORDER BY bm25(words), a.content LIMIT ?2",
        err);

    if (!q)
        return false;
    sqlite3_bind_text(q, 1, query, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)most);
    return collect(s, q, rows, n, mem, err);
}

bool
store_rulings(struct store *s, struct store_ruling **list, size_t *n,
              struct arena *mem, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, RULING_ALL, "SELECT a, b, same FROM ruling ORDER BY a, b", err);
    int rc;

    *list = NULL;
    *n = 0;
    if (!q)
        return false;
    while ((rc = sqlite3_step(q)) == SQLITE_ROW) {
        *list = arena_grow(mem, *list, *n, sizeof **list);
        (*list)[(*n)++] = (struct store_ruling){sqlite3_column_int64(q, 0),
                                                sqlite3_column_int64(q, 1),
                                                sqlite3_column_int(q, 2) != 0};
    }
    sqlite3_reset(q);
    return rc == SQLITE_DONE || store_fail(s, "read the rulings", err);
}
