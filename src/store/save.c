/* save.c - parcels and places into the store. */
#include "base/json.h"
#include "store/inside.h"

static void
bind(sqlite3_stmt *q, int at, str s)
{
    sqlite3_bind_text(q, at, s.n ? s.s : "", (int)s.n, SQLITE_TRANSIENT);
}

/* Blocks as JSON: kept ones by their place in text, others by their words. */
static void
blocks_json(const struct article *a, struct buf *out)
{
    struct json_writer w = {out, false};

    json_open(&w, '[');
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        json_open(&w, '[');
        json_num(&w, b->kind);
        json_z(&w, lang_code(b->lang));
        if (b->kept) {
            json_num(&w, b->at.start);
            json_num(&w, b->at.end);
        } else {
            json_str(&w, b->text);
            if (b->taken)
                json_num(&w, b->taken);
        }
        json_close(&w, ']');
    }
    json_close(&w, ']');
}

static void
byline_json(const struct article *a, struct buf *out)
{
    struct json_writer w = {out, false};

    json_open(&w, '[');
    for (size_t i = 0; i < a->nbyline; i++)
        json_str(&w, a->byline[i]);
    json_close(&w, ']');
}

/* Whether the same text from the same place is there; 0: it is not. */
static bool
find_same(struct store *s, const struct article *a, int64_t *id,
          struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, SAVE_FIND,
        "SELECT id FROM article WHERE content = ?1 AND url = ?2 AND path = ?3",
        err);
    int rc;

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, (sqlite3_int64)a->content);
    bind(q, 2, a->url);
    bind(q, 3, a->path);
    rc = sqlite3_step(q);
    *id = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ||
           store_fail(s, "look for an article", err);
}

bool
store_words(struct store *s, int64_t id, str terms, str meanings,
            struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, SAVE_WORDS,
        "INSERT INTO words (rowid, terms, meanings) VALUES (?1, ?2, ?3)", err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, id);
    bind(q, 2, terms);
    bind(q, 3, meanings);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "index an article", err);
    sqlite3_reset(q);
    return true;
}

bool
store_save(struct store *s, struct article *a, uint64_t lines, bool *fresh,
           struct err *err)
{
    struct buf blocks = {0}, byline = {0};
    char anchor[16];
    sqlite3_stmt *q;
    bool done = false;

    *fresh = false;
    if (!find_same(s, a, &a->id, err))
        return false;
    if (a->id)
        return true;
    q = store_statement(
        s, SAVE_INSERT,
        "INSERT INTO article (content, path, given_id, url, title, byline,"
        " agency, site, published, published_from, anchor, lang, text, blocks,"
        " extra, host, lines) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,"
        "?13,?14,?15,?16,?17)",
        err);
    if (!q)
        return false;
    blocks_json(a, &blocks);
    byline_json(a, &byline);
    sqlite3_bind_int64(q, 1, (sqlite3_int64)a->content);
    bind(q, 2, a->path);
    bind(q, 3, a->given_id);
    bind(q, 4, a->url);
    bind(q, 5, a->title);
    bind(q, 6, buf_str(&byline));
    bind(q, 7, a->agency);
    bind(q, 8, a->site);
    bind(q, 9, a->published);
    sqlite3_bind_int(q, 10, (int)a->published_from);
    bind(q, 11,
         a->anchor.year ? str_of(day_edtf(a->anchor, anchor)) : (str){0});
    bind(q, 12, str_of(lang_code(a->lang)));
    bind(q, 13, a->text);
    bind(q, 14, buf_str(&blocks));
    bind(q, 15, a->extra);
    bind(q, 16, a->host);
    sqlite3_bind_int64(q, 17, (sqlite3_int64)lines);
    if (sqlite3_step(q) != SQLITE_DONE) {
        store_fail(s, "save an article", err);
        goto free;
    }
    sqlite3_reset(q);
    a->id = sqlite3_last_insert_rowid(s->db);
    *fresh = done = true;
free:
    buf_free(&blocks);
    buf_free(&byline);
    return done;
}

bool
store_text(struct store *s, const struct article *a, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, TEXT_SET, "UPDATE article SET text = ?2, blocks = ?3 WHERE id = ?1",
        err);
    struct buf blocks = {0};
    bool done;

    if (!q)
        return false;
    blocks_json(a, &blocks);
    sqlite3_bind_int64(q, 1, a->id);
    bind(q, 2, a->text);
    bind(q, 3, buf_str(&blocks));
    buf_free(&blocks);
    done = sqlite3_step(q) == SQLITE_DONE || store_fail(s, "keep a text", err);
    sqlite3_reset(q);
    return done;
}

bool
store_place(struct store *s, int64_t id, int64_t story, uint32_t voice,
            struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, PLACE_SET, "UPDATE article SET story = ?2, voice = ?3 WHERE id = ?1",
        err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, id);
    sqlite3_bind_int64(q, 2, story);
    sqlite3_bind_int64(q, 3, voice);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "place an article", err);
    sqlite3_reset(q);
    return true;
}

bool
store_new_story(struct store *s, int64_t *story, struct err *err)
{
    sqlite3_stmt *q =
        store_statement(s, STORY_NEW, "INSERT INTO story DEFAULT VALUES", err);

    if (!q)
        return false;
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "open a story", err);
    sqlite3_reset(q);
    *story = sqlite3_last_insert_rowid(s->db);
    return true;
}

bool
store_merge(struct store *s, int64_t old, int64_t into, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, STORY_MERGE, "UPDATE story SET merged_into = ?2 WHERE id = ?1", err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, old);
    sqlite3_bind_int64(q, 2, into);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "merge stories", err);
    sqlite3_reset(q);
    return true;
}

bool
store_split(struct store *s, int64_t from, int64_t part, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, SPLIT_NOTE, "INSERT OR IGNORE INTO split VALUES (?1, ?2)", err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, from);
    sqlite3_bind_int64(q, 2, part);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "note a split", err);
    sqlite3_reset(q);
    return true;
}

bool
store_rule(struct store *s, struct store_ruling r, struct err *err)
{
    sqlite3_stmt *q = store_statement(
        s, RULING_SET, "INSERT OR REPLACE INTO ruling VALUES (?1, ?2, ?3)",
        err);

    if (!q)
        return false;
    sqlite3_bind_int64(q, 1, r.a);
    sqlite3_bind_int64(q, 2, r.b);
    sqlite3_bind_int(q, 3, r.same);
    if (sqlite3_step(q) != SQLITE_DONE)
        return store_fail(s, "keep a ruling", err);
    sqlite3_reset(q);
    return true;
}
