/* run.c - the one place of the program that touches the world. */
#include "app/run.h"

#include "base/oom.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BAR_EVERY_MS 200

/* ---- words on standard error ------------------------------------------- */

/* Bytes that a terminal would obey, in words that others wrote, are shown
 * as "?"; what is above ASCII passes. */
static void
tame(struct buf *b)
{
    for (size_t i = 0; i < b->n; i++)
        if ((unsigned char)b->s[i] < 0x20 || b->s[i] == 0x7F)
            b->s[i] = '?';
}

static void
say(const struct buf *b)
{
    /* one write a line: lines of several threads do not mix */
    ssize_t n = write(STDERR_FILENO, b->s, b->n);

    (void)n;
}

void
run_clear(struct run *r)
{
    if (r && r->drawn) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        r->drawn = false;
    }
}

void
run_say(struct run *r, const char *fmt, ...)
{
    struct buf line = {0};
    char words[2048];
    va_list args;

    va_start(args, fmt);
    vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    buf_printf(&line, "samestory: %s", words);
    tame(&line);
    buf_putc(&line, '\n');
    run_clear(r);
    say(&line);
    buf_free(&line);
}

static void
complain(void *ctx, const char *path, const char *why)
{
    run_say(ctx, "%s: %s", path, why);
}

static int64_t
now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
progress(void *ctx, size_t done, size_t total)
{
    struct run *r = ctx;
    int64_t now = now_ms();

    if (now - r->drawn_ms < BAR_EVERY_MS)
        return;
    r->drawn_ms = now;
    r->drawn = true;
    if (total)
        fprintf(stderr, "\r%zu of %zu pages\033[K", done, total);
    else
        fprintf(stderr, "\r%zu page%s\033[K", done, done == 1 ? "" : "s");
    fflush(stderr);
}

/* ---- the engine -------------------------------------------------------- */

/* samestory.lex where the user, or the place of the program, says; NULL
 * leaves it to the library. */
static const char *
data_path(const struct options *o, struct buf *beside)
{
    static const char *const places[] = {"samestory.lex", "build/samestory.lex",
                                         "../share/samestory/samestory.lex"};
    char self[4096];
    ssize_t n;
    char *slash;

    if (o->data)
        return o->data;
    if (getenv("SAMESTORY_DATA"))
        return getenv("SAMESTORY_DATA");
    n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0)
        return NULL;
    self[n] = '\0';
    slash = strrchr(self, '/');
    if (!slash)
        return NULL;
    slash[1] = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        buf_clear(beside);
        buf_printf(beside, "%s%s", self, places[i]);
        if (access(beside->s, R_OK) == 0)
            return beside->s;
    }
    return NULL;
}

/* The user's folder for what is kept; false where there is none. */
static bool
own_folder(struct buf *out)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

    if (data && data[0] == '/')
        buf_printf(out, "%s/samestory/", data);
    else if (home && *home)
        buf_printf(out, "%s/.local/share/samestory/", home);
    else
        return false;
    return true;
}

bool
run_rows_path(const char *name, struct buf *out)
{
    const char *folder = getenv("SAMESTORY_ROWS");

    if (folder && *folder)
        buf_printf(out, "%s/", folder);
    else if (!own_folder(out))
        return false;
    buf_putz(out, name);
    return true;
}

/* The files of rows that are there, their names kept in `names`. */
static size_t
find_rows(const char *found[2], struct buf names[2], bool learned)
{
    static const char *const files[2] = {RUN_ROWS, RUN_LEARNED};
    size_t n = 0;

    for (int i = 0; i < (learned ? 2 : 1); i++)
        if (run_rows_path(files[i], &names[i]) && access(names[i].s, F_OK) == 0)
            found[n++] = names[i].s;
    return n;
}

static int
open_with(struct run *r, const struct options *o, const char *store,
          bool learned)
{
    struct buf beside = {0}, names[2] = {{0}};
    const char *rows[2];
    struct samestory_options options = {.store = store,
                                        .data = data_path(o, &beside),
                                        .reader = o->reader,
                                        .jobs = o->jobs,
                                        .most_bytes = o->max_bytes,
                                        .rows = rows,
                                        .nrows =
                                            find_rows(rows, names, learned)};
    enum samestory_status status;

    /* nothing is drawn for what is done in a moment */
    *r = (struct run){.bar = isatty(STDERR_FILENO), .drawn_ms = now_ms()};
    r->watcher = (struct samestory_watcher){complain, NULL, r};
    if (r->bar)
        r->watcher.progress = progress;
    status = samestory_open(&r->engine, &options);
    buf_free(&beside);
    buf_free(&names[0]);
    buf_free(&names[1]);
    if (status == SAMESTORY_OK)
        return RUN_DONE;
    run_say(r, "%s", samestory_message(r->engine));
    /* there is no input yet that could be at fault */
    return status == SAMESTORY_USAGE ? RUN_USAGE : RUN_FAILED;
}

int
run_open(struct run *r, const struct options *o, const char *store)
{
    return open_with(r, o, store, true);
}

int
run_open_unlearned(struct run *r, const struct options *o, const char *store)
{
    return open_with(r, o, store, false);
}

void
run_close(struct run *r)
{
    run_clear(r);
    samestory_close(r->engine);
    r->engine = NULL;
}

int
run_status(struct run *r, enum samestory_status status)
{
    const char *words = samestory_message(r->engine);

    switch (status) {
    case SAMESTORY_OK:
        return RUN_DONE;
    case SAMESTORY_NOTHING:
        return RUN_NOTHING;
    case SAMESTORY_INPUT:
        return RUN_INPUT;
    case SAMESTORY_USAGE:
        run_say(r, "%s", words);
        return RUN_USAGE;
    case SAMESTORY_STORE:
        break;
    }
    run_say(r, "%s", *words ? words : "the store failed");
    return RUN_FAILED;
}

/* ---- the store --------------------------------------------------------- */

bool
run_make_folders(char *path)
{
    for (char *p = path + 1; *p; p++) {
        bool made;

        if (*p != '/')
            continue;
        *p = '\0';
        made = mkdir(path, 0700) == 0 || errno == EEXIST;
        *p = '/';
        if (!made) {
            run_say(NULL, "make the folder of %s: %s", path, strerror(errno));
            return false;
        }
    }
    return true;
}

bool
run_store(const struct options *o, bool make, struct buf *out)
{
    const char *named = o->store ? o->store : getenv("SAMESTORY_STORE");

    if (named && *named) {
        buf_putz(out, named);
    } else {
        if (!own_folder(out)) {
            run_say(NULL, "no store: neither --store nor $HOME is given");
            return false;
        }
        buf_putz(out, "samestory.db");
        if (make && !run_make_folders(out->s))
            return false;
    }
    /* to ask of a store that is not there is a mistake, not an empty one */
    if (!make && access(out->s, F_OK) != 0) {
        run_say(NULL, "open the store %s: %s", out->s, strerror(errno));
        return false;
    }
    return true;
}

/* ---- bytes out --------------------------------------------------------- */

static bool
write_all(int fd, str s)
{
    while (s.n) {
        ssize_t n = write(fd, s.s, s.n);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        s = (str){s.s + n, s.n - (size_t)n};
    }
    return true;
}

/* A file is written beside its place and moved there when it is whole. */
static bool
write_file(const char *path, str s)
{
    struct buf fresh = {0};
    bool done = false;
    int fd;

    buf_printf(&fresh, "%s.new%ld", path, (long)getpid());
    fd = open(fresh.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        run_say(NULL, "write %s: %s", path, strerror(errno));
        goto free;
    }
    done = write_all(fd, s);
    if (close(fd) != 0)
        done = false;
    if (!done || rename(fresh.s, path) != 0) {
        run_say(NULL, "write %s: %s", path, strerror(errno));
        unlink(fresh.s);
        done = false;
    }
free:
    buf_free(&fresh);
    return done;
}

bool
run_write_file(const char *path, str s)
{
    struct stat st;
    bool done;
    int fd;

    /* a pipe or a device cannot be moved over */
    if (stat(path, &st) != 0 || S_ISREG(st.st_mode))
        return write_file(path, s);
    fd = open(path, O_WRONLY | O_CLOEXEC);
    done = fd >= 0 && write_all(fd, s);
    if (!done)
        run_say(NULL, "write %s: %s", path, strerror(errno));
    if (fd >= 0)
        close(fd);
    return done;
}

bool
run_write(const struct options *o, str s)
{
    if (o->output)
        return run_write_file(o->output, s);
    if (write_all(STDOUT_FILENO, s))
        return true;
    /* whoever read us has enough: nothing is wrong, nothing is left to do */
    if (errno == EPIPE)
        _exit(RUN_DONE);
    run_say(NULL, "write standard output: %s", strerror(errno));
    return false;
}

bool
run_colour(int fd)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

    return isatty(fd) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

size_t
run_columns(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize w;
    long n;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col)
        return w.ws_col;
    n = columns ? strtol(columns, NULL, 10) : 0;
    return n > 0 && n < 10000 ? (size_t)n : 80;
}

size_t
run_rows(void)
{
    struct winsize w;

    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 ? w.ws_row : 0;
}

const char *const *
run_paths(const struct options *o, const struct verb *verb, size_t *n)
{
    static const char *const standard_input[] = {"-"};

    *n = o->npaths;
    if (o->npaths)
        return o->paths;
    if (isatty(STDIN_FILENO)) {
        run_say(NULL,
                "%s: no path is given (\"-\" reads standard input); see "
                "samestory %s --help",
                verb->name, verb->name);
        return NULL;
    }
    *n = 1;
    return standard_input;
}
