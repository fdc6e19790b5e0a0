/*
 * source.c - the next document: files and folders in name order, standard
 * input, and JSONL taken line by line.
 */
#include "source/source.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/oom.h"
#include "source/jsonl.h"
#include "text/charset.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SOURCE_MOST_DEPTH 32 /* folders in folders */

struct source {
    const char *const *paths;
    size_t npaths, next_path;
    size_t most_bytes, failed;
    void (*complain)(void *ctx, const char *path, const char *why);
    void *ctx;
    struct arena *mem; /* names of files in folders */
    str *queue;        /* files of the folder at hand, to be read */
    size_t nqueue, next_queue;
    FILE *jsonl; /* open, lines are taken from it */
    str jsonl_path;
    size_t jsonl_line;
    bool jsonl_named; /* its name says so; else its first byte alone */
    char *line;       /* getline's */
    size_t line_room;
};

struct source *
source_open(const char *const *paths, size_t npaths, size_t most_bytes,
            void (*complain)(void *ctx, const char *path, const char *why),
            void *ctx)
{
    struct source *s = oom_malloc(sizeof *s);

    *s = (struct source){.paths = paths,
                         .npaths = npaths,
                         .most_bytes = most_bytes,
                         .complain = complain,
                         .ctx = ctx,
                         .mem = arena_open()};
    return s;
}

void
source_close(struct source *s)
{
    if (!s)
        return;
    if (s->jsonl && s->jsonl != stdin)
        fclose(s->jsonl);
    free(s->line);
    arena_close(s->mem);
    free(s);
}

size_t
source_failed(const struct source *s)
{
    return s->failed;
}

static void
fail(struct source *s, const char *path, const char *why)
{
    s->failed++;
    if (s->complain)
        s->complain(s->ctx, path, why);
}

/* ---- folders --------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, *(const str *)b);
}

static bool
is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Adds the files below a folder, in name order; hidden ones are left out. */
static void
walk(struct source *s, const char *folder, int depth)
{
    DIR *d = depth < SOURCE_MOST_DEPTH ? opendir(folder) : NULL;
    str base = str_of(folder); /* one way to write the same path */
    str *names = NULL;
    size_t n = 0;
    struct dirent *e;

    if (!d) {
        fail(s, folder,
             depth < SOURCE_MOST_DEPTH ? strerror(errno)
                                       : "folders nested too deep");
        return;
    }
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.')
            continue;
        names = arena_grow(s->mem, names, n, sizeof *names);
        names[n++] = arena_str(s->mem, str_of(e->d_name));
    }
    closedir(d);
    while (base.n > 1 && base.s[base.n - 1] == '/')
        base.n--;
    if (n)
        qsort(names, n, sizeof *names, by_text);
    for (size_t i = 0; i < n; i++) {
        str path = arena_printf(s->mem, "%.*s/%s", STR_ARG(base), names[i].s);
        struct stat st;

        if (is_folder(path.s)) {
            walk(s, path.s, depth + 1);
        } else if (stat(path.s, &st) == 0 && S_ISREG(st.st_mode)) {
            s->queue =
                arena_grow(s->mem, s->queue, s->nqueue, sizeof *s->queue);
            s->queue[s->nqueue++] = path;
        }
    }
}

/* ---- files ----------------------------------------------------------- */

static bool
read_file(FILE *f, str *out, size_t most, struct arena *mem, struct err *err)
{
    struct buf b = {0};
    size_t n;
    bool ok = false;

    while ((n = fread(buf_room(&b, 65536), 1, 65536, f)) > 0) {
        b.n += n;
        if (b.n > most) {
            err_set(err, ERR_INPUT, "longer than %zu bytes, the limit", most);
            goto free;
        }
    }
    if (ferror(f)) {
        err_set(err, ERR_IO, "read: %s", strerror(errno));
        goto free;
    }
    *out = arena_str(mem, buf_str(&b));
    ok = true;
free:
    buf_free(&b);
    return ok;
}

static bool
looks_html(str bytes)
{
    static const char *const signs[] = {
        "<!doctype html", "<html",    "<head",  "<body",
        "<div",           "<article", "<p>",    "<p ",
        "<meta",          "<script",  "<title", NULL};
    str head = str_cut(bytes, 0, 4096);

    for (int i = 0; signs[i]; i++)
        if (str_find_nocase(head, str_of(signs[i])) != SIZE_MAX)
            return true;
    return false;
}

static struct article *
one_page(str bytes, str path, struct article *a)
{
    a->path = arena_str(a->mem, path);
    a->bytes = bytes;
    a->page = looks_html(bytes) ? PAGE_HTML : PAGE_PLAIN;
    return a;
}

/* The next article of the JSONL file at hand, NULL at its end. */
static struct article *
next_line(struct source *s)
{
    ssize_t n;

    while ((n = getline(&s->line, &s->line_room, s->jsonl)) >= 0) {
        str line = str_trim((str){s->line, (size_t)n});
        struct article *a;
        char why[128], where[64];
        str path;

        s->jsonl_line++;
        if (line.n == 0)
            continue;
        snprintf(where, sizeof where, ":%zu", s->jsonl_line);
        path = arena_printf(s->mem, "%s%s", s->jsonl_path.s, where);
        if (line.n > s->most_bytes) {
            snprintf(why, sizeof why, "longer than %zu bytes, the limit",
                     s->most_bytes);
            fail(s, path.s, why);
            continue;
        }
        a = article_new();
        if (jsonl_take(line, a, why, sizeof why)) {
            s->jsonl_named = true; /* as good as named */
            a->path = arena_str(a->mem, path);
            return a;
        }
        article_free(a);
        if (!s->jsonl_named) {
            /* settings, an answer key, one article on many lines: one
             * word about the file, not one a line */
            fail(s, s->jsonl_path.s, "JSON, but no article a line");
            break;
        }
        fail(s, path.s, why);
    }
    if (s->jsonl != stdin)
        fclose(s->jsonl);
    s->jsonl = NULL;
    return NULL;
}

/*
 * Opens one file: gives its article, or NULL where it is JSONL (then
 * s->jsonl is set) or cannot be read (then somebody was told).
 */
static struct article *
open_file(struct source *s, str path)
{
    bool is_stdin = str_is(path, "-");
    FILE *f = is_stdin ? stdin : fopen(path.s, "rb");
    struct article *a;
    struct err err = {0};
    str bytes;
    bool named;
    int first;

    if (!f) {
        fail(s, path.s, strerror(errno));
        return NULL;
    }
    /* articles a line are told by the name or by the first byte: what may
     * be endless is never read whole */
    first = getc(f);
    if (first != EOF)
        ungetc(first, f);
    named = str_ends(path, STR(".jsonl")) || str_ends(path, STR(".ndjson"));
    if (named || first == '{' || str_ends(path, STR(".json"))) {
        s->jsonl = f;
        s->jsonl_named = named;
        s->jsonl_path = path;
        s->jsonl_line = 0;
        return NULL;
    }
    a = article_new();
    if (!read_file(f, &bytes, s->most_bytes, a->mem, &err)) {
        fail(s, path.s, err.words);
        goto drop;
    }
    if (bytes.n == 0) {
        fail(s, path.s, "an empty file");
        goto drop;
    }
    if (charset_binary(bytes)) {
        fail(s, path.s, "binary data, no page");
        goto drop;
    }
    if (!is_stdin)
        fclose(f);
    return one_page(bytes, path, a);
drop:
    if (!is_stdin)
        fclose(f);
    article_free(a);
    return NULL;
}

struct article *
source_next(struct source *s)
{
    for (;;) {
        struct article *a;

        if (s->jsonl) {
            a = next_line(s);
            if (a)
                return a;
            continue;
        }
        if (s->next_queue < s->nqueue) {
            a = open_file(s, s->queue[s->next_queue++]);
        } else if (s->next_path < s->npaths) {
            const char *path = s->paths[s->next_path++];

            if (strcmp(path, "-") != 0 && is_folder(path)) {
                size_t before = s->nqueue, failed = s->failed;

                walk(s, path, 0);
                if (s->nqueue == before && s->failed == failed)
                    fail(s, path, "a folder without pages");
                continue;
            }
            a = open_file(s, str_of(path));
        } else {
            return NULL;
        }
        if (a)
            return a;
    }
}
