/*
 * links.c - the links of a page's blocks, where the caller asks for them:
 * html.c tells where they begin and end in the line at hand.
 */
#include "article/page.h"

#include <string.h>

#define LINKS_MOST 100000 /* of a page */

/* Addresses of other pages; not of this one, and no scripts. */
static bool
leads_away(str href)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "ftp:"};
    size_t colon = str_find(href, STR(":"));

    if (href.n == 0 || href.s[0] == '#')
        return false;
    if (colon == SIZE_MAX || colon > str_find(href, STR("/")) ||
        colon > str_find(href, STR("?")))
        return true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_starts_nocase(href, str_of(schemes[i])))
            return true;
    return false;
}

void
links_open(struct page *p, str href, size_t at)
{
    href = str_trim(href);
    if (!p->a->with_links)
        return;
    links_close(p, at);
    if (!leads_away(href))
        return;
    p->links.href = arena_str(p->mem, href);
    p->links.from = at;
}

void
links_close(struct page *p, size_t at)
{
    struct raw_links *l = &p->links;

    if (l->href.n && at > l->from && l->n < LINKS_MOST) {
        l->at = arena_grow(p->mem, l->at, l->n, sizeof *l->at);
        l->at[l->n++] =
            (struct raw_link){.from = l->from, .to = at, .href = l->href};
    }
    l->href = (str){0};
}

void
links_line(struct page *p, str line, bool added)
{
    struct raw_links *l = &p->links;
    str text = added ? p->raws[p->nraws - 1].text : (str){0};
    size_t kept = l->line, shift = str_find(line, text);
    str href = l->href;

    links_close(p, line.n);
    for (size_t i = l->line; i < l->n && text.n && shift != SIZE_MAX; i++) {
        struct raw_link k = l->at[i];

        k.from = k.from > shift ? k.from - shift : 0;
        k.to = k.to > shift ? k.to - shift : 0;
        if (k.to > text.n)
            k.to = text.n;
        while (k.from < k.to && text.s[k.from] == ' ')
            k.from++;
        while (k.from < k.to && text.s[k.to - 1] == ' ')
            k.to--;
        k.raw = p->nraws - 1;
        if (k.from < k.to)
            l->at[kept++] = k;
    }
    l->n = l->line = kept;
    /* one that goes on in the next line */
    l->href = href;
    l->from = 0;
}

void
links_copy(struct page *p, const struct page *from, size_t raw)
{
    struct raw_links *l = &p->links;

    for (size_t i = 0; i < from->links.n && l->n < LINKS_MOST; i++)
        if (from->links.at[i].raw == raw) {
            l->at = arena_grow(p->mem, l->at, l->n, sizeof *l->at);
            l->at[l->n] = from->links.at[i];
            l->at[l->n++].raw = p->nraws - 1;
        }
    l->line = l->n;
}

void
links_write(const struct page *p)
{
    const struct raw_links *l = &p->links;
    struct article *a = p->a;
    str base = a->url.n ? a->url : p->meta.url;

    if (l->base.n)
        base = markup_address(base, l->base, p->mem);
    a->links = arena_new(a->mem, struct page_link, l->n);
    for (size_t i = 0; i < l->n; i++) {
        str url = markup_address(base, l->at[i].href, p->mem);

        if (leads_away(url)) /* the base may be a script, too */
            a->links[a->nlinks++] = (struct page_link){
                .block = (uint32_t)l->at[i].raw,
                .at = {(uint32_t)l->at[i].from, (uint32_t)l->at[i].to},
                .url = url};
    }
}
