/*
 * store.h - what stays: articles as article/ read them, and their places.
 *
 * A SQLite file. Marks are not kept: they are functions of the text and the
 * lexicon, and are made again when an article is loaded (engine/digest.c).
 * Features, sketches and who is of one origin are kept (pack.h), since placing
 * one article needs those of its whole window; they belong to a program and a
 * lexicon, STATE_MADE tells which, and the engine makes them anew where it is
 * another. Only this room knows SQLite.
 */
#ifndef SAMESTORY_STORE_STORE_H
#define SAMESTORY_STORE_STORE_H

#include "base/err.h"
#include "record/article.h"

struct store;

/* path NULL: in memory. NULL and *err where it cannot be opened, is no
 * store, or was written by a later version. */
struct store *store_open(const char *path, struct err *);
void store_close(struct store *);

bool store_begin(struct store *, struct err *);
bool store_commit(struct store *, struct err *);
void store_rollback(struct store *);

/*
 * Saves the "came" and "reads" blocks; sets a->id. *fresh is false where
 * the same text (a->content) from the same place was there already. `lines`:
 * all lines of the page as a number.
 */
bool store_save(struct store *, struct article *, uint64_t lines, bool *fresh,
                struct err *);
/* What full-text search will find an article by; once for each. */
bool store_words(struct store *, int64_t id, str terms, str meanings,
                 struct err *);

/* A parcel with its "came" and "reads" blocks; the caller frees it. NULL
 * and *err where it is not there. */
struct article *store_load(struct store *, int64_t id, struct err *);

/* Where an article stands; 0: nowhere yet. */
bool store_place(struct store *, int64_t id, int64_t story, uint32_t voice,
                 struct err *);
/* A new story's number. */
bool store_new_story(struct store *, int64_t *story, struct err *);
/* Story `old` lives on in `into`: old ids still lead there. */
bool store_merge(struct store *, int64_t old, int64_t into, struct err *);
/* Follows merges; 0 where there is no such story. */
bool store_story(struct store *, int64_t asked, int64_t *story, struct err *);

/* A note that some of story `from` went on as `part`. */
bool store_split(struct store *, int64_t from, int64_t part, struct err *);
/* The first such story of a part; 0 where there is none. */
bool store_split_of(struct store *, int64_t part, int64_t *from, struct err *);

/* What a person ruled: one story or not, whatever the scores say. A later
 * ruling on the same two replaces an earlier one. */
struct store_ruling {
    int64_t a, b; /* a < b */
    bool same;
};
bool store_rule(struct store *, struct store_ruling, struct err *);
bool store_rulings(struct store *, struct store_ruling **list, size_t *n,
                   struct arena *, struct err *);

/* ---- hosts -----------------------------------------------------------------
 */

/* Pages of a host no two of which have the same lines, by these: all of them,
 * or the first `some` where there are `many` or more. A function of the set of
 * its pages. */
bool store_host_sample(struct store *, str host, size_t many, size_t some,
                       int64_t **ids, size_t *n, struct arena *, struct err *);
/* All pages of a host, by id. */
bool store_host_pages(struct store *, str host, int64_t **ids, size_t *n,
                      struct arena *, struct err *);
/* What was frame there when its pages were last gone over; 0: nothing. */
bool store_host_frame(struct store *, str host, uint64_t *frame, struct err *);
bool store_set_host_frame(struct store *, str host, uint64_t frame,
                          struct err *);
/* Keeps the text and the blocks of an article, which the frame of its host
 * changed; it is the same article still. */
bool store_text(struct store *, const struct article *, struct err *);

/* ---- what was found ------------------------------------------------------
 */

/* Numbers kept by name. */
enum store_state {
    STATE_MADE,  /* program and lexicon that found what is kept */
    STATE_WAIT,  /* bits: 1 dated, 2 undated articles are not placed */
    STATE_FIRST, /* the days of the dated ones */
    STATE_LAST,
};
/* 0 where it was never set. */
bool store_state(struct store *, enum store_state, int64_t *value,
                 struct err *);
bool store_set_state(struct store *, enum store_state, int64_t value,
                     struct err *);

/* Keeps what story/ and twin/ go by. */
bool store_keep(struct store *, const struct article *, struct err *);
/* Fills that of an article; what is not there stays empty. */
bool store_about(struct store *, int64_t id, struct article *, struct arena *,
                 struct err *);
bool store_portrait(struct store *, int64_t id, struct article *,
                    struct arena *, struct err *);
/* Forgets what was found of all articles. */
bool store_forget(struct store *, struct err *);

/* Two articles of one origin. */
struct store_bond {
    int64_t a, b; /* a < b */
    uint32_t kind;
    bool told;
};
bool store_bond(struct store *, struct store_bond, struct err *);
/* Forgets those of an article. */
bool store_unbind(struct store *, int64_t id, struct err *);
/* All of them, by a, then b. */
bool store_bonds(struct store *, struct store_bond **list, size_t *n,
                 struct arena *, struct err *);

struct store_row {
    int64_t id, story;
    uint32_t voice;
    struct day day; /* year 0: unknown */
};

/* Rows of all articles from day to day (both may be open: year 0), and of
 * the undated ones; by id, in the arena. */
bool store_window(struct store *, struct day from, struct day to,
                  struct store_row **rows, size_t *n, struct arena *,
                  struct err *);
/* Rows of one story, or of all that have one where story is 0. */
bool store_rows(struct store *, int64_t story, struct store_row **rows,
                size_t *n, struct arena *, struct err *);
/* Full-text search in FTS5's language over "terms" and "meanings". */
bool store_search(struct store *, const char *query, size_t most,
                  struct store_row **rows, size_t *n, struct arena *,
                  struct err *);

#endif
