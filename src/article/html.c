/*
 * html.c - a page of HTML as raw blocks, and what its head says.
 *
 * A block ends where an element does that stands on lines of its own, and
 * at two line breaks. What an element is for, roles.c reads from its name
 * and attributes.
 */
#include "article/element.h"
#include "article/page.h"
#include "base/buf.h"

#include <string.h>

#define MOST_OPEN         (MARKUP_MOST_DEPTH + 8)
#define MOST_CREDITS_OPEN 4 /* credits in credits */
#define RANKS_MET         64
#define KINDS_MET         64

struct open {
    char name[16];
    uint32_t node;
    uint8_t kind, tag;
};

struct reader {
    struct page *p;
    struct open open[MOST_OPEN];
    size_t depth;
    size_t skip, links;
    struct buf line, script, item;
    uint32_t linked;
    uint8_t tag;
    uint32_t node;
    bool in_title, in_json, breaks;
    char prop[32];
    size_t prop_depth;
    struct {
        size_t depth, from; /* where its text begins in `credit` */
        uint8_t rank;
    } credits[MOST_CREDITS_OPEN];
    size_t ncredits;
    struct buf credit;
    struct rank_met {
        uint64_t hash;
        uint8_t rank;
    } ranks[RANKS_MET];
    struct kind_met {
        uint64_t name;
        const struct element_kind *kind;
    } kinds[KINDS_MET];
};

/* What element_of says, of names of up to eight bytes by those met last. */
static const struct element_kind *
element_met(struct reader *r, str name)
{
    uint64_t key = 0;
    struct kind_met *met;

    if (name.n == 0 || name.n > sizeof key)
        return element_of(name);
    memcpy(&key, name.s, name.n);
    met = &r->kinds[(key ^ key >> 7 ^ key >> 14) % KINDS_MET];
    if (met->name != key)
        *met = (struct kind_met){key, element_of(name)};
    return met->kind;
}

/* ---- blocks -------------------------------------------------------------- */

static void
flush(struct reader *r)
{
    struct page *p = r->p;
    bool added = r->line.n && page_add(p, buf_str(&r->line));

    if (p->a->with_links)
        links_line(p, buf_str(&r->line), added);
    if (added) {
        struct raw *raw = &p->raws[p->nraws - 1];

        raw->tag = r->tag;
        raw->node = r->node;
        raw->linked = r->linked;
    }
    buf_clear(&r->line);
    r->linked = 0;
    r->breaks = false;
}

/* The element that the text at hand stands in. */
static void
settle(struct reader *r)
{
    r->tag = TAG_DIV;
    r->node = 0;
    for (size_t i = r->depth; i-- > 0;)
        if (r->open[i].kind & EL_BLOCK) {
            r->tag = r->open[i].tag;
            break;
        }
    if (r->depth)
        r->node = r->open[r->depth - 1].node;
}

static bool
blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A hyphen that shows where a line breaks alone. */
static bool
soft_hyphen(str s, size_t i)
{
    return i + 1 < s.n && s.s[i] == '\xC2' && s.s[i + 1] == '\xAD';
}

static void
add_text(struct reader *r, str text)
{
    size_t i = 0;

    if (r->line.n == 0)
        settle(r);
    r->breaks = r->breaks && str_trim(text).n == 0;
    while (i < text.n) {
        size_t from = i;

        /* a single space within goes over with the words about it */
        while (i < text.n && !soft_hyphen(text, i) &&
               ((unsigned char)text.s[i] > ' ' ||
                (text.s[i] == ' ' && i > from && i + 1 < text.n &&
                 (unsigned char)text.s[i + 1] > ' ') ||
                !blank(text.s[i])))
            i++;
        buf_put(&r->line, str_cut(text, from, i));
        while (soft_hyphen(text, i))
            i += 2;
        from = i;
        while (i < text.n && blank(text.s[i]))
            i++;
        if (i > from && r->line.n && r->line.s[r->line.n - 1] != ' ')
            buf_putc(&r->line, ' ');
    }
    if (r->links) {
        struct shape s;

        shape_of(NULL, text, &s);
        r->linked += s.units;
    }
}

/* A second line break ends a paragraph, the first one does behind a
 * sentence of some length. */
static void
line_break(struct reader *r)
{
    struct shape s;

    if (r->breaks) {
        flush(r);
        return;
    }
    shape_of(NULL, str_trim(buf_str(&r->line)), &s);
    if (shape_prose(&s)) {
        flush(r);
        return;
    }
    if (r->line.n && r->line.s[r->line.n - 1] != ' ')
        buf_putc(&r->line, ' ');
    r->breaks = true;
}

/* ---- events -------------------------------------------------------------- */

static uint32_t
kind_of(const struct markup_tag *t)
{
    str class = markup_value(t, "class");

    return class.n ? (uint32_t)(str_hash(class) + 31 * str_hash(t->name)) : 0;
}

static uint32_t
add_node(struct reader *r, uint32_t roles, uint32_t kind)
{
    struct page *p = r->p;
    uint32_t parent = r->depth ? r->open[r->depth - 1].node : 0;

    p->nodes = arena_grow(p->mem, p->nodes, p->nnodes, sizeof *p->nodes);
    p->nodes[p->nnodes] =
        (struct node){.parent = parent, .roles = roles, .kind = kind};
    return (uint32_t)p->nnodes++;
}

static bool
in_comment(const struct reader *r)
{
    for (size_t i = 0; i < r->depth; i++)
        if (r->p->nodes[r->open[i].node].roles & ROLE_COMMENT)
            return true;
    return false;
}

static void
itemprop(struct reader *r, const struct markup_tag *t)
{
    str prop = markup_value(t, "itemprop"), said;

    if (prop.n == 0 || prop.n >= sizeof r->prop || r->prop[0] || in_comment(r))
        return;
    said = markup_value(t, "content");
    if (said.n == 0)
        said = meta_dated(t);
    if (said.n) {
        meta_item(&r->p->meta, prop, said, r->p->mem);
        return;
    }
    if (str_is(prop, "headline") || str_is(prop, "name") ||
        str_is(prop, "datePublished")) {
        memcpy(r->prop, prop.s, prop.n);
        r->prop[prop.n] = '\0';
        r->prop_depth = r->depth;
        buf_clear(&r->item);
    }
}

/* The credit that an element is; what its class says is what that of the last
 * one of its name and class said. */
static uint8_t
rank_met(struct reader *r, const struct markup_tag *t)
{
    struct markup_attr attrs[4];
    struct markup_tag some = {.name = t->name, .attrs = attrs};
    const struct markup_attr *class = NULL;
    uint8_t rank = CREDIT_NONE;
    struct rank_met *met;
    uint64_t hash;

    for (size_t i = 0; i < t->nattrs; i++) {
        const struct markup_attr *a = &t->attrs[i];

        if (a->value.n == 0)
            continue;
        if (str_is(a->name, "class"))
            class = a;
        else if (str_is(a->name, "itemprop") || str_is(a->name, "rel") ||
                 str_is(a->name, "href"))
            attrs[some.nattrs++] = *a;
    }
    if (some.nattrs)
        rank = byline_rank(&some);
    if (rank != CREDIT_NONE || !class)
        return rank;
    attrs[0] = *class;
    some.nattrs = 1;
    hash = str_hash(class->value) + 31 * str_hash(t->name);
    met = &r->ranks[hash % RANKS_MET];
    if (met->hash != hash)
        *met = (struct rank_met){hash, byline_rank(&some)};
    return met->rank;
}

/* An element that may name who wrote the page: its text is kept apart. */
static void
credit_open(struct reader *r, const struct markup_tag *t)
{
    uint8_t rank = t->nattrs ? rank_met(r, t) : CREDIT_NONE;
    str said;

    if (!rank || in_comment(r))
        return;
    said = markup_value(t, "content");
    if (said.n) {
        byline_credit(r->p, said, rank, r->open[r->depth - 1].node);
        return;
    }
    if (r->ncredits == MOST_CREDITS_OPEN)
        return;
    if (r->ncredits == 0)
        buf_clear(&r->credit);
    r->credits[r->ncredits].depth = r->depth;
    r->credits[r->ncredits].rank = rank;
    r->credits[r->ncredits++].from = r->credit.n;
}

static void
credit_close(struct reader *r)
{
    while (r->ncredits && r->credits[r->ncredits - 1].depth > r->depth) {
        size_t i = --r->ncredits, from = r->credits[i].from;

        byline_credit(r->p, str_cut(buf_str(&r->credit), from, r->credit.n),
                      r->credits[i].rank, r->open[r->depth].node);
    }
}

/* What elements do that neither frame nor hold text. */
static void
other_element(struct reader *r, const struct markup_tag *t)
{
    if (str_is(t->name, "br"))
        line_break(r);
    else if (str_is(t->name, "img") && r->depth)
        r->p->nodes[r->open[r->depth - 1].node].roles |= ROLE_IMAGE;
    else if (str_is(t->name, "base") && r->p->links.base.n == 0)
        r->p->links.base = arena_str(r->p->mem, markup_value(t, "href"));
    else if (str_is(t->name, "title") && r->p->meta.title.n == 0)
        r->in_title = true;
    else if (str_is(t->name, "script") &&
             str_find(markup_value(t, "type"), STR("ld+json")) != SIZE_MAX)
        r->in_json = true;
}

/* What the attributes of a tag tell of the page. */
static void
attributes(struct reader *r, const struct markup_tag *t)
{
    str when;

    meta_tag(&r->p->meta, t, r->p->mem);
    itemprop(r, t);
    when = meta_dated(t);
    if (when.n && !in_comment(r))
        meta_time(&r->p->meta, t, when, r->p->nraws, r->p->mem);
}

static void
on_start(void *ctx, const struct markup_tag *t)
{
    struct reader *r = ctx;
    const struct element_kind *e = element_met(r, t->name);
    struct open *o;
    uint32_t roles;

    if (r->depth >= MOST_OPEN)
        return; /* markup.h stops the page before */
    if (e->kind & EL_BLOCK) {
        flush(r);
        if (r->ncredits && r->credit.n < 2000)
            buf_putc(&r->credit, '\n');
    }
    if (r->ncredits && r->credit.n < 2000 && r->credit.n &&
        r->credit.s[r->credit.n - 1] > ' ')
        buf_putc(&r->credit, '\n'); /* "Ann Lee<b>Editor</b>" */
    roles = roles_of_tag(r->p, t, e->kind & EL_FRAME);
    if (e->kind & EL_OTHERS)
        other_element(r, t);
    if (t->nattrs)
        attributes(r, t);
    o = &r->open[r->depth];
    *o = (struct open){.kind = e->kind, .tag = e->tag};
    memcpy(o->name, t->name.s, t->name.n < 15 ? t->name.n : 15);
    o->node = (e->kind & EL_BLOCK) || roles
                  ? add_node(r, roles, kind_of(t))
                  : (r->depth ? r->open[r->depth - 1].node : 0);
    r->depth++;
    credit_open(r, t);
    r->skip += (e->kind & EL_SKIP) != 0;
    if (e->kind & EL_LINK) {
        r->links++;
        links_open(r->p, markup_value(t, "href"), r->line.n);
    }
    if (r->in_title || r->in_json)
        buf_clear(&r->script);
}

static void
close_one(struct reader *r)
{
    struct open *o = &r->open[--r->depth];

    r->skip -= (o->kind & EL_SKIP) != 0;
    if (o->kind & EL_LINK) {
        r->links--;
        links_close(r->p, r->line.n);
    }
    credit_close(r);
    if (o->kind & EL_BLOCK)
        flush(r);
    if (r->prop[0] && r->depth <= r->prop_depth) {
        meta_item(&r->p->meta, str_of(r->prop), buf_str(&r->item), r->p->mem);
        r->prop[0] = '\0';
    }
    if (r->in_json && strcmp(o->name, "script") == 0) {
        meta_json(&r->p->meta, buf_str(&r->script), r->p->mem);
        r->in_json = false;
    }
    if (r->in_title && strcmp(o->name, "title") == 0) {
        r->p->meta.title = page_line(buf_str(&r->script), r->p->mem);
        r->in_title = false;
    }
}

static void
on_end(void *ctx, str name)
{
    struct reader *r = ctx;
    size_t i = r->depth;

    name = str_cut(name, 0, 15);
    while (i > 0 && !str_is(name, r->open[i - 1].name))
        i--;
    while (i > 0 && r->depth >= i)
        close_one(r);
}

static void
on_text(void *ctx, str text)
{
    struct reader *r = ctx;

    if (r->in_json || r->in_title)
        buf_put(&r->script, text);
    if (r->skip)
        return;
    if (r->prop[0] && r->item.n < 2000)
        buf_put(&r->item, text);
    if (r->ncredits && r->credit.n < 2000)
        buf_put(&r->credit, text);
    add_text(r, text);
}

void
html_read(struct page *p, str html)
{
    static const struct markup_handler handler = {on_start, on_end, on_text};
    struct reader r = {.p = p};

    p->html = true;
    add_node(&r, 0, 0);
    markup_html(html, &handler, &r);
    while (r.depth)
        close_one(&r);
    flush(&r);
    buf_free(&r.line);
    buf_free(&r.script);
    buf_free(&r.item);
    buf_free(&r.credit);
}
