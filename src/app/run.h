/*
 * run.h - what all verbs share with the world: the engine they open, the
 * complaints and the progress they show, the bytes they hand out.
 *
 * Results go to standard output whole: a line, or all of a document, is
 * built first and then written at once. A reader that has gone away (a
 * closed pipe) ends the program quietly. Everything else goes to standard
 * error.
 */
#ifndef SAMESTORY_APP_RUN_H
#define SAMESTORY_APP_RUN_H

#include "app/options.h"

/* Exit statuses, as samestory(1) lays down. */
enum {
    RUN_DONE = 0,
    RUN_NOTHING = 1,
    RUN_USAGE = 2,
    RUN_INPUT = 3,
    RUN_FAILED = 4
};

struct run {
    struct samestory *engine;
    struct samestory_watcher watcher; /* of this run */
    bool bar;                         /* progress is shown */
    _Atomic bool drawn;               /* a bar stands on the line */
    int64_t drawn_ms; /* when it was drawn last; by progress() alone */
};

/*
 * Opens an engine on a store (NULL: one in memory). Prints why not and
 * gives the exit status, 0 when it is open. Close it either way.
 */
int run_open(struct run *, const struct options *, const char *store);
/* The same without the rows that were learned, for learning anew. */
int run_open_unlearned(struct run *, const struct options *, const char *store);
void run_close(struct run *);

/* The store the options mean, made where `make`; its name ends up in *out.
 * Prints why not. */
bool run_store(const struct options *, bool make, struct buf *out);

/* Files of rows of words that every engine is opened with: the user's own, and
 * what was learned. They lie in $SAMESTORY_ROWS or beside the store. */
#define RUN_ROWS    "lexicon.tsv"
#define RUN_LEARNED "learned.tsv"
/* Where such a file lies, be it there or not; false where there is no home. */
bool run_rows_path(const char *name, struct buf *out);

/* Makes every folder above the last part of `path`, for this user alone.
 * Prints why not. */
bool run_make_folders(char *path);

/* Takes the bar off the line, so that something else can stand there. */
void run_clear(struct run *);

/* The exit status a call came to; prints the engine's words where they tell
 * something new (of input that could not be read each was told before). */
int run_status(struct run *, enum samestory_status);

/* "samestory: words" on standard error. */
void run_say(struct run *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes all of it to standard output, or to the file of --output. False
 * with words printed: it could not be written. */
bool run_write(const struct options *, str);
bool run_write_file(const char *path, str);

/* Both for standard output and error: a terminal that wants colour? */
bool run_colour(int fd);
/* Columns of the terminal, else of $COLUMNS, else 80. */
size_t run_columns(void);
/* Rows of the terminal, 0 where it is none. */
size_t run_rows(void);

/* The paths, or standard input where none is given; prints what is wrong
 * where standard input is a terminal. NULL: bad usage. */
const char *const *run_paths(const struct options *, const struct verb *,
                             size_t *n);

#endif
