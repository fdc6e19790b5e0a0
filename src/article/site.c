/* site.c - lines that repeat over the pages of a host. */
#include "article/site.h"

#include "article/page.h"
#include "base/oom.h"
#include "base/table.h"
#include "text/charset.h"

#include <stdlib.h>
#include <string.h>

/* 2026-11: by reasoning, not by a set. Three pages are no chance; a line of
 * prose may be background that a desk repeats from day to day, so it must
 * stand on nearly all of them. */
#define SITE_SHARE       0.3
#define SITE_PROSE_SHARE 0.8
#define SITE_MOST_LINES  2000000 /* of all hosts; beyond, none is added */
#define HEAD_BYTES       65536   /* where a page names its own address */

struct host {
    uint32_t pages;   /* in the batch */
    uint32_t learned; /* of them, looked at */
    uint32_t newest;  /* of its lines, index + 1 */
};

/* On how many pages a line stands, and the last of them. */
struct line {
    uint64_t hash;
    uint32_t pages, last;
    uint32_t before; /* of the lines of its host, index + 1 */
    bool prose;
};

struct site {
    struct table *names; /* host -> index + 1 */
    struct host *hosts;
    struct table *keys;  /* host and line -> index + 1 */
    struct table *pages; /* host and all lines: those looked at */
    struct line *lines;
    uint32_t nhosts, nlines;
};

struct site *
site_open(void)
{
    struct site *s = oom_malloc(sizeof *s);

    *s = (struct site){
        .names = table_open(), .keys = table_open(), .pages = table_open()};
    return s;
}

void
site_close(struct site *s)
{
    if (!s)
        return;
    table_close(s->names);
    table_close(s->keys);
    table_close(s->pages);
    free(s->hosts);
    free(s->lines);
    free(s);
}

/* An array that doubles: room for index n. */
static void *
grown(void *array, uint32_t n, size_t size)
{
    if (n & (n - 1)) /* not a power of two: there is room */
        return array;
    return oom_realloc(array, (n ? 2 * (size_t)n : 1) * size);
}

/* ---- whose page it is -------------------------------------------------- */

static str
host_of(str url, struct arena *mem)
{
    size_t at = str_find(url, STR("://"));
    char *low;
    str host;

    if (at == SIZE_MAX || at > 8)
        return (str){0};
    host = str_cut(url, at + 3, url.n);
    for (size_t i = 0; i < host.n; i++)
        if (strchr("/?#:", host.s[i])) {
            host.n = i;
            break;
        }
    if (str_starts_nocase(host, STR("www.")))
        host = str_cut(host, 4, host.n);
    low = arena_alloc(mem, host.n + 1);
    for (size_t i = 0; i < host.n; i++)
        low[i] = host.s[i] >= 'A' && host.s[i] <= 'Z' ? (char)(host.s[i] | 0x20)
                                                      : host.s[i];
    return (str){low, host.n};
}

/* The value of `name` in the tag around an offset, both quoted. */
static str
beside(str head, size_t at, const char *name)
{
    size_t from = at, to = at, hit;
    str tag, value;

    while (from && head.s[from] != '<')
        from--;
    while (to < head.n && head.s[to] != '>')
        to++;
    tag = str_cut(head, from, to);
    hit = str_find_nocase(tag, str_of(name));
    if (hit == SIZE_MAX)
        return (str){0};
    value = str_cut(tag, hit + strlen(name), tag.n);
    if (value.n < 2 || (value.s[0] != '"' && value.s[0] != '\''))
        return (str){0};
    for (size_t i = 1; i < value.n; i++)
        if (value.s[i] == value.s[0])
            return str_cut(value, 1, i);
    return (str){0};
}

str
site_host(struct article *a)
{
    str head = str_cut(a->bytes, 0, HEAD_BYTES), host;
    size_t at;

    host = host_of(a->url, a->mem);
    if (host.n || a->page != PAGE_HTML)
        return host;
    at = str_find_nocase(head, STR("\"canonical\""));
    if (at != SIZE_MAX)
        host = host_of(beside(head, at, "href="), a->mem);
    at = str_find_nocase(head, STR("\"og:url\""));
    if (host.n == 0 && at != SIZE_MAX)
        host = host_of(beside(head, at, "content="), a->mem);
    return host;
}

/* ---- learning ---------------------------------------------------------- */

static struct host *
host_at(const struct site *s, str name)
{
    const uint32_t *at = name.n ? table_get(s->names, name) : NULL;

    return at ? &s->hosts[*at - 1] : NULL;
}

/* The host of that name, entered if need be; NULL where it has none. */
static struct host *
host_of_article(struct site *s, str name)
{
    bool found;
    uint32_t *at;

    if (name.n == 0)
        return NULL;
    at = table_at(s->names, name, &found);
    if (!found) {
        s->hosts = grown(s->hosts, s->nhosts, sizeof *s->hosts);
        s->hosts[s->nhosts++] = (struct host){0};
        *at = s->nhosts;
    }
    return &s->hosts[*at - 1];
}

void
site_count(struct site *s, struct article *a)
{
    struct host *h = host_of_article(s, site_host(a));

    if (h)
        h->pages++;
}

bool
site_teaches(const struct site *s)
{
    for (uint32_t i = 0; i < s->nhosts; i++)
        if (s->hosts[i].pages >= SITE_LEAST)
            return true;
    return false;
}

static str
line_key(str host, str text, uint64_t key[2])
{
    key[0] = str_hash(host);
    key[1] = str_hash(text);
    return (str){(const char *)key, 2 * sizeof *key};
}

static void
learn_line(struct site *s, struct host *h, str host, str text, bool prose)
{
    uint64_t key[2];
    bool found;
    uint32_t *at;
    struct line *l;

    if (s->nlines == SITE_MOST_LINES)
        return;
    at = table_at(s->keys, line_key(host, text, key), &found);
    if (!found) {
        s->lines = grown(s->lines, s->nlines, sizeof *s->lines);
        s->lines[s->nlines++] =
            (struct line){.hash = key[1], .before = h->newest, .prose = prose};
        *at = h->newest = s->nlines;
    }
    l = &s->lines[*at - 1];
    l->pages += l->last != h->learned;
    l->last = h->learned;
}

/* The same page under two addresses teaches once. */
static bool
seen_before(struct site *s, str host, const struct page *p)
{
    uint64_t all = 0, key[2];
    bool found;

    for (size_t i = 0; i < p->nraws; i++)
        all = all * 31 + str_hash(p->raws[i].text);
    table_at(s->pages,
             line_key(host, (str){(const char *)&all, sizeof all}, key),
             &found);
    return found;
}

bool
site_asks(const struct site *s, struct article *a)
{
    const struct host *h = host_at(s, site_host(a));

    return h && h->pages >= SITE_LEAST &&
           (h->pages < SITE_ALL || str_hash(str_cut(a->bytes, 0, HEAD_BYTES)) %
                                           (h->pages / SITE_SAMPLE) ==
                                       0);
}

void
site_learn(struct site *s, const struct lexicon *lx, struct article *a)
{
    struct page p = {.lx = lx, .mem = a->mem, .a = a, .title = SIZE_MAX};
    str name = site_host(a);
    struct host *h = host_at(s, name);

    if (!site_asks(s, a) || !page_open(&p) || seen_before(s, name, &p))
        return;
    h->learned++;
    for (size_t i = 0; i < p.nraws; i++)
        learn_line(s, h, name, p.raws[i].text, shape_prose(&p.raws[i].shape));
}

/* ---- articles that have been read -----------------------------------------
 */

void
site_teach(struct site *s, const struct article *a)
{
    struct host *h = host_of_article(s, a->host);

    if (!h)
        return;
    h->pages++;
    h->learned++;
    for (size_t i = 0; i < a->nblocks; i++) {
        struct shape shape;

        shape_count(a->blocks[i].text, &shape);
        learn_line(s, h, a->host, a->blocks[i].text, shape_prose(&shape));
    }
}

uint64_t
site_lines(const struct article *a)
{
    uint64_t all = 0;

    for (size_t i = 0; i < a->nblocks; i++)
        all = all * 31 + str_hash(a->blocks[i].text);
    return all;
}

/* ---- applying ---------------------------------------------------------- */

static bool
is_frame(const struct host *h, const struct line *l)
{
    return l->pages >= SITE_LEAST &&
           l->pages >= (l->prose ? SITE_PROSE_SHARE : SITE_SHARE) * h->learned;
}

uint64_t
site_frame(const struct site *s, str host)
{
    const struct host *h = host_at(s, host);
    uint64_t sum = 0;

    if (!h || h->learned < SITE_LEAST)
        return 0;
    for (uint32_t i = h->newest; i; i = s->lines[i - 1].before)
        if (is_frame(h, &s->lines[i - 1]))
            sum += s->lines[i - 1].hash;
    return sum;
}

static enum block_kind
own_kind(const struct block *b)
{
    return b->taken ? (enum block_kind)(b->taken - 1) : b->kind;
}

enum { NO_FRAME, FRAME_LINE, FRAME_PROSE };

/* Which blocks are frame. Where what repeats is most of the prose, the pages
 * are states of one article, and that is no frame. */
static void
judge(const struct site *s, const struct host *h, const struct article *a,
      uint8_t *frame)
{
    uint64_t all = 0, repeated = 0;

    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];
        uint64_t key[2];
        const uint32_t *at = NULL;
        struct shape shape;

        frame[i] = NO_FRAME;
        if ((!b->kept && !b->taken) || own_kind(b) == BLOCK_TITLE)
            continue;
        if (h)
            at = table_get(s->keys, line_key(a->host, b->text, key));
        if (at && is_frame(h, &s->lines[*at - 1]))
            frame[i] = s->lines[*at - 1].prose ? FRAME_PROSE : FRAME_LINE;
        if (own_kind(b) != BLOCK_BODY)
            continue;
        shape_count(b->text, &shape);
        if (shape_prose(&shape)) {
            all += shape.units;
            repeated += frame[i] ? shape.units : 0;
        }
    }
    for (size_t i = 0; i < a->nblocks && 2 * repeated > all; i++)
        if (frame[i] == FRAME_PROSE)
            frame[i] = NO_FRAME;
}

bool
site_apply(const struct site *s, struct article *a)
{
    const struct host *h = host_at(s, a->host);
    uint8_t *frame = arena_new(a->mem, uint8_t, a->nblocks + 1);
    bool changed = false;

    if (h && h->learned < SITE_LEAST)
        h = NULL;
    judge(s, h, a, frame);
    for (size_t i = 0; i < a->nblocks; i++) {
        struct block *b = &a->blocks[i];

        if ((b->taken != 0) == (frame[i] != NO_FRAME))
            continue;
        changed = true;
        b->kept = b->taken != 0;
        if (b->taken) {
            b->kind = own_kind(b);
            b->taken = 0;
        } else {
            b->taken = (uint8_t)(b->kind + 1);
            b->kind = BLOCK_CHROME;
        }
    }
    if (changed)
        article_write(a);
    return changed;
}
