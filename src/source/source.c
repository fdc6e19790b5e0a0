/* source.c - paths: files and folders in name order, standard input. */
#include "source/source.h"

#include "base/oom.h"
#include "source/inside.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SOURCE_MOST_DEPTH 32 /* folders in folders */

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
    document_close(s);
    buf_free(&s->line);
    arena_close(s->mem);
    free(s);
}

void
source_heads(struct source *s)
{
    s->heads = true;
}

size_t
source_failed(const struct source *s)
{
    return s->failed;
}

void
source_fail(struct source *s, const char *path, const char *why)
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
        source_fail(s, folder,
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

struct article *
source_next(struct source *s)
{
    for (;;) {
        struct article *a;

        if (!s->holds)
            document_close(s); /* a head whose rest nobody asked for */
        if (s->holds) {
            a = document_next(s);
            if (a)
                return a;
            continue;
        }
        if (s->next_queue < s->nqueue) {
            a = document_open(s, s->queue[s->next_queue++]);
        } else if (s->next_path < s->npaths) {
            const char *path = s->paths[s->next_path++];

            if (strcmp(path, "-") != 0 && is_folder(path)) {
                size_t before = s->nqueue, failed = s->failed;

                walk(s, path, 0);
                if (s->nqueue == before && s->failed == failed)
                    source_fail(s, path, "a folder without pages");
                continue;
            }
            a = document_open(s, str_of(path));
        } else {
            return NULL;
        }
        if (a)
            return a;
    }
}
