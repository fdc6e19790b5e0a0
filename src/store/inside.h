/* inside.h - the open database. For store/ alone. */
#ifndef SAMESTORY_STORE_INSIDE_H
#define SAMESTORY_STORE_INSIDE_H

#include "store/store.h"

#include <sqlite3.h>

enum store_statement {
    SAVE_FIND,
    SAVE_INSERT,
    SAVE_WORDS,
    LOAD_ONE,
    PLACE_SET,
    STORY_NEW,
    STORY_MERGE,
    STORY_FOLLOW,
    RULING_SET,
    RULING_ALL,
    SPLIT_NOTE,
    SPLIT_OF,
    ROWS_WINDOW,
    ROWS_STORY,
    ROWS_SEARCH,
    STATE_GET,
    STATE_SET,
    ABOUT_SET,
    ABOUT_GET,
    PORTRAIT_SET,
    PORTRAIT_GET,
    BOND_SET,
    BOND_ALL,
    BOND_DROP,
    HOST_SAMPLE,
    HOST_PAGES,
    HOST_GET,
    HOST_SET,
    TEXT_SET,
    STORE_STATEMENTS
};

struct store {
    sqlite3 *db;
    sqlite3_stmt *statement[STORE_STATEMENTS];
};

/* Always false; the words are SQLite's. */
bool store_fail(struct store *, const char *what, struct err *);
/* A prepared statement, reset; NULL and *err on failure. */
sqlite3_stmt *store_statement(struct store *, enum store_statement,
                              const char *sql, struct err *);

#endif
