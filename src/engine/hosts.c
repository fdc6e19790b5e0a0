/* hosts.c - frames out of the store. */
#include "engine/hosts.h"

#include "article/site.h"
#include "base/oom.h"
#include "base/table.h"

#include <stdlib.h>

struct hosts {
    struct table *seen;
    struct arena *mem;
    str *names;
    size_t n;
    struct site *site;
};

struct hosts *
hosts_open(void)
{
    struct hosts *h = oom_malloc(sizeof *h);

    *h = (struct hosts){
        .seen = table_open(), .mem = arena_open(), .site = site_open()};
    return h;
}

void
hosts_close(struct hosts *h)
{
    site_close(h->site);
    table_close(h->seen);
    arena_close(h->mem);
    free(h);
}

void
hosts_touch(struct hosts *h, str host)
{
    bool found = host.n == 0;

    if (!found)
        table_at(h->seen, host, &found);
    if (found)
        return;
    h->names = arena_grow(h->mem, h->names, h->n, sizeof *h->names);
    h->names[h->n++] = arena_str(h->mem, host);
}

/* The pages of the sample teach. */
static bool
teach(struct hosts *h, struct samestory *e, str host)
{
    int64_t *ids;
    size_t n;

    if (!store_host_sample(e->store, host, SITE_ALL, SITE_SAMPLE, &ids, &n,
                           h->mem, &e->err))
        return false;
    for (size_t i = 0; n >= SITE_LEAST && i < n; i++) {
        struct article *a = store_load(e->store, ids[i], &e->err);

        if (!a)
            return false;
        site_teach(h->site, a);
        article_free(a);
    }
    return true;
}

bool
hosts_learn(struct hosts *h, struct samestory *e, int64_t first, int64_t **ids,
            size_t *n, struct arena *mem)
{
    *ids = NULL;
    *n = 0;
    for (size_t i = 0; i < h->n; i++) {
        uint64_t was, is;
        int64_t *pages;
        size_t npages;

        if (!teach(h, e, h->names[i]) ||
            !store_host_frame(e->store, h->names[i], &was, &e->err))
            return false;
        is = site_frame(h->site, h->names[i]);
        if (was == is)
            continue;
        if (!store_set_host_frame(e->store, h->names[i], is, &e->err) ||
            !store_host_pages(e->store, h->names[i], &pages, &npages, mem,
                              &e->err))
            return false;
        for (size_t k = 0; k < npages && pages[k] < first; k++) {
            *ids = arena_grow(mem, *ids, *n, sizeof **ids);
            (*ids)[(*n)++] = pages[k];
        }
    }
    return true;
}

bool
hosts_apply(const struct hosts *h, struct samestory *e, struct article *a,
            bool *changed)
{
    *changed = site_apply(h->site, a);
    return !*changed || store_text(e->store, a, &e->err);
}
