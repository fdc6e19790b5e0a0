/*
 * address.c - the page's own address, of those that its head gives.
 *
 * rel=canonical comes first, then OpenGraph, then JSON-LD. One that is
 * relative is resolved against the address that the page was fetched from or
 * its <base> (RFC 3986 5.2); the start page of a host gives way to a page
 * below it: some systems name it on every page.
 */
#include "article/page.h"

#include <string.h>

/* What stands behind "https://". */
static str
behind_scheme(str url)
{
    size_t at = str_find(url, STR("://"));

    return str_cut(url, at == SIZE_MAX ? url.n : at + 3, url.n);
}

bool
address_absolute(str url)
{
    str host = behind_scheme(url);

    host = str_cut(host, 0, str_find(host, STR("/")));
    return (str_starts_nocase(url, STR("http://")) ||
            str_starts_nocase(url, STR("https://"))) &&
           str_find(host, STR(".")) != SIZE_MAX &&
           str_find(url, STR(" ")) == SIZE_MAX;
}

/* "//example.org/a": of the scheme that pages have today. */
static str
with_scheme(str url, struct arena *mem)
{
    static const char https[] = "https:";
    size_t n = sizeof https - 1;
    char *out;

    if (!str_starts(url, STR("//")))
        return url;
    out = arena_alloc(mem, n + url.n);
    memcpy(out, https, n);
    memcpy(out + n, url.s, url.n);
    return (str){out, n + url.n};
}

static str
resolved(const struct page *p, str url)
{
    str base = p->a->url;

    if (url.n == 0)
        return url;
    url = with_scheme(url, p->mem);
    if (address_absolute(url))
        return url;
    if (p->links.base.n)
        base = markup_address(base, p->links.base, p->mem);
    return address_absolute(base) ? markup_address(base, url, p->mem) : url;
}

static bool
is_start(str url)
{
    str rest = behind_scheme(url);
    size_t slash = str_find(rest, STR("/"));

    return slash == SIZE_MAX ? str_find(rest, STR("?")) == SIZE_MAX
                             : slash + 1 == rest.n;
}

void
meta_address(struct page *p)
{
    struct meta *m = &p->meta;
    str start = {0}, relative = {0};

    for (size_t i = 0; i < ADDRESSES && m->url.n == 0; i++) {
        str url = resolved(p, m->urls[i]);

        if (url.n == 0)
            continue;
        if (!address_absolute(url))
            relative = relative.n ? relative : url;
        else if (is_start(url))
            start = start.n ? start : url;
        else
            m->url = url;
    }
    if (m->url.n == 0)
        m->url = start.n ? start : relative;
}
