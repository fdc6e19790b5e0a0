/* frames.c - hosts are counted, then their lines. */
#include "engine/frames.h"

#include "source/source.h"

#include <string.h>

struct site *
frames_learn(const struct lexicon *lx, const char *const *paths, size_t npaths,
             size_t most_bytes)
{
    struct site *site;
    struct source *source;
    struct article *a;

    for (size_t i = 0; i < npaths; i++)
        if (strcmp(paths[i], "-") == 0)
            return NULL;
    if (npaths == 0)
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
