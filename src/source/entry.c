/* entry.c - what feeds and agencies list, as parcels. */
#include "source/entry.h"

#include "base/buf.h"
#include "base/markup.h"

struct entry *
entries_add(struct entries *e)
{
    if (e->n == ENTRIES_MOST)
        return NULL;
    e->at = arena_grow(e->mem, e->at, e->n, sizeof *e->at);
    e->at[e->n] = (struct entry){0};
    return &e->at[e->n++];
}

void
entry_fill(const struct entry *e, struct article *a)
{
    a->given_id = arena_str(a->mem, e->id);
    a->given_title = arena_str(a->mem, e->title);
    a->given_date = arena_str(a->mem, e->date.n ? e->date : e->updated);
    a->given_lang = arena_str(a->mem, e->lang);
    a->given_source = arena_str(a->mem, e->source);
    a->given_byline = arena_new(a->mem, str, e->nbyline + 1);
    for (size_t i = 0; i < e->nbyline; i++)
        a->given_byline[a->ngiven_byline++] = arena_str(a->mem, e->byline[i]);
    a->url = arena_str(a->mem, e->link);
    a->bytes = arena_str(a->mem, e->text);
    a->type = STR("text/plain");
    a->page = PAGE_FIELDS;
    a->from_feed = true;
}

void
entry_author(struct entry *e, str name, struct arena *mem)
{
    name = entry_line(name, mem);
    if (name.n == 0 || e->nbyline == ENTRY_MOST_BYLINE)
        return;
    for (size_t i = 0; i < e->nbyline; i++)
        if (str_eq(e->byline[i], name))
            return;
    e->byline[e->nbyline++] = name;
}

/* ---- HTML inside a field ---------------------------------------------- */

struct plain {
    struct buf out;
    int hidden; /* open scripts and styles */
};

static bool
is_hidden(str name)
{
    return str_is(name, "script") || str_is(name, "style");
}

static bool
is_block(str name)
{
    static const char *const names[] = {
        "p",          "div",     "br",  "li",      "ul",         "ol",
        "h1",         "h2",      "h3",  "h4",      "h5",         "h6",
        "table",      "tr",      "td",  "section", "blockquote", "hr",
        "figcaption", "article", "pre", "dt",      "dd",         NULL};

    for (int i = 0; names[i]; i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

static void
on_start(void *ctx, const struct markup_tag *t)
{
    struct plain *p = ctx;

    p->hidden += is_hidden(t->name);
    if (is_block(t->name))
        buf_putc(&p->out, '\n');
}

static void
on_end(void *ctx, str name)
{
    struct plain *p = ctx;

    p->hidden -= is_hidden(name);
    if (is_block(name))
        buf_putc(&p->out, '\n');
}

static void
on_text(void *ctx, str text)
{
    struct plain *p = ctx;

    for (size_t i = 0; i < text.n && !p->hidden; i++)
        buf_putc(&p->out,
                 text.s[i] == '\n' || text.s[i] == '\r' || text.s[i] == '\t'
                     ? ' '
                     : text.s[i]);
}

/* Runs of spaces become one, empty lines go. */
static str
tidy(str s, struct arena *mem)
{
    struct buf out = {0};
    str line, done;

    while (str_next(&s, '\n', &line)) {
        bool space = false, some = false;

        line = str_trim(line);
        if (line.n && out.n)
            buf_putc(&out, '\n');
        for (size_t i = 0; i < line.n; i++) {
            if (line.s[i] == ' ' || line.s[i] == '\t' || line.s[i] == '\r') {
                space = some;
                continue;
            }
            if (space)
                buf_putc(&out, ' ');
            buf_putc(&out, line.s[i]);
            space = false;
            some = true;
        }
    }
    done = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return done;
}

/* A tag, or an entity that was escaped twice. */
static bool
looks_html(str s)
{
    for (size_t i = 0; i + 1 < s.n; i++) {
        char c = (char)(s.s[i + 1] | 0x20);

        if (s.s[i] == '<' &&
            ((c >= 'a' && c <= 'z') || s.s[i + 1] == '/' || s.s[i + 1] == '!'))
            return true;
        if (s.s[i] == '&' && (s.s[i + 1] == '#' || (c >= 'a' && c <= 'z')) &&
            str_find(str_cut(s, i, i + 12), STR(";")) != SIZE_MAX)
            return true;
    }
    return false;
}

str
entry_plain(str s, struct arena *mem)
{
    static const struct markup_handler to = {on_start, on_end, on_text};
    struct plain p = {0};
    str done;

    if (!looks_html(s))
        return tidy(s, mem);
    markup_html(s, &to, &p);
    done = tidy(buf_str(&p.out), mem);
    buf_free(&p.out);
    return done;
}

str
entry_line(str s, struct arena *mem)
{
    str plain = entry_plain(s, mem), out = arena_str(mem, plain);
    char *z = (char *)(uintptr_t)out.s;

    for (size_t i = 0; i < out.n; i++)
        if (z[i] == '\n')
            z[i] = ' ';
    return out;
}
