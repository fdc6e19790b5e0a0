/* frames.c - hosts are counted, then their lines. */
#include "engine/frames.h"

#include "source/source.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Whether at most one page lies under the path: a plain file that holds no
 * many. */
static bool
is_one_page(const char *path)
{
    struct stat st;
    FILE *f;
    int c;

    if (stat(path, &st) != 0)
        return true;
    if (!S_ISREG(st.st_mode))
        return false;
    f = fopen(path, "rb");
    if (!f)
        return true;
    c = getc(f);
    fclose(f);
    /* JSON, gzip, an archive; a feed alone has little to teach */
    return c != '{' && c != '[' && c != 0x1F && c != 'W';
}

/* Whether there may be pages enough for a host to have a frame. */
static bool
may_teach(const char *const *paths, size_t npaths)
{
    size_t single = 0;

    for (size_t i = 0; i < npaths; i++) {
        if (strcmp(paths[i], "-") == 0)
            return false;
        if (single == i && is_one_page(paths[i]))
            single++;
    }
    return npaths > 2 || single < npaths;
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
    while ((a = source_next(source))) {
        site_learn(site, lx, a);
        article_free(a);
    }
    source_close(source);
    return site;
}
