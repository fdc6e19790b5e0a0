/* frames.c - hosts are counted, then their lines. */
#include "engine/frames.h"

#include "source/source.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Whether a file may hold many pages: JSON, gzip, an archive. A feed alone
 * has little to teach. */
static bool
holds_many(const char *path)
{
    FILE *f = fopen(path, "rb");
    int c = f ? getc(f) : EOF;

    if (f)
        fclose(f);
    return c == '{' || c == '[' || c == 0x1F || c == 'W';
}

/*
 * Whether there may be pages enough for a host to have a frame, and all of
 * them can be read twice: what comes through a pipe is there but once.
 */
static bool
may_teach(const char *const *paths, size_t npaths)
{
    bool many = npaths > 2;

    for (size_t i = 0; i < npaths; i++) {
        struct stat st;

        if (strcmp(paths[i], "-") == 0)
            return false;
        if (stat(paths[i], &st) != 0)
            continue;
        if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
            return false;
        many = many || S_ISDIR(st.st_mode) || holds_many(paths[i]);
    }
    return many;
}

struct site *
frames_learn(const struct lexicon *lx, const char *const *paths, size_t npaths,
             size_t most_bytes)
{
    struct site *site;
    struct source *source;
    struct article *a;

    if (!may_teach(paths, npaths))
        return NULL;
    site = site_open();
    source = source_open(paths, npaths, most_bytes, NULL, NULL);
    source_heads(source);
    while ((a = source_next(source))) {
        site_count(site, a);
        article_free(a);
    }
    source_close(source);
    if (!site_teaches(site)) {
        site_close(site);
        return NULL;
    }
    source = source_open(paths, npaths, most_bytes, NULL, NULL);
    source_heads(source);
    while ((a = source_next(source))) {
        if (site_asks(site, a) && source_whole(source, a))
            site_learn(site, lx, a);
        article_free(a);
    }
    source_close(source);
    return site;
}
