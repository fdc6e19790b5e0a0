/* feed.c - one reader for all lists of articles in XML. */
#include "source/feed.h"

#include "base/buf.h"
#include "base/markup.h"
#include "source/feed_names.h"
#include "source/stamp.h"

#include <string.h>

/* ---- the reader ------------------------------------------------------- */

#define MOST_DEPTH MARKUP_MOST_DEPTH

struct reader {
    struct entries *to;
    struct arena *mem;
    struct entry *now; /* NULL: outside of all entries */
    str content, summary, origin, created;
    size_t depth, entry_depth; /* entry_depth: of the open entry */
    /* what is being collected */
    enum feed_field field;
    size_t field_depth;
    bool raw;          /* elements inside are written as they stand */
    bool html;         /* the text is HTML, escaped or raw */
    size_t head_depth; /* of an open head inside: its text says what the
                          other fields say */
    struct buf text;
    /* of the whole feed */
    str source, lang, link;
    str base[MOST_DEPTH + 2];   /* xml:base in force, by depth */
    bool clear[MOST_DEPTH + 2]; /* elements whose children count as theirs */
};

/* ---- HTML as it stands inside ----------------------------------------- */

static void
put_escaped(struct buf *b, str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '<')
            buf_putz(b, "&lt;");
        else if (text.s[i] == '&')
            buf_putz(b, "&amp;");
        else
            buf_putc(b, text.s[i]);
    }
}

static void
put_tag(struct buf *b, str name, bool end)
{
    buf_putz(b, end ? "</" : "<");
    buf_put(b, name);
    buf_putc(b, '>');
}

/* ---- fields ----------------------------------------------------------- */

static void
collect(struct reader *r, enum feed_field f, const struct markup_tag *t)
{
    str type = feed_value(t, "type"), mode = feed_value(t, "mode");

    r->field = f;
    r->field_depth = r->depth;
    r->raw = feed_holds(type, "xhtml") || str_eq_nocase(type, STR("xml")) ||
             str_eq_nocase(mode, STR("xml")) || str_is(t->name, "inlineXML") ||
             feed_space(t) == SPACE_HTML;
    r->html = !(str_is(type, "text") || str_is(type, "text/plain"));
    buf_clear(&r->text);
}

/* <link href> of Atom: the page itself, not its comments or its source. */
static void
take_link(struct reader *r, const struct markup_tag *t)
{
    str href = feed_value(t, "href"), rel = feed_value(t, "rel"),
        type = feed_value(t, "type");
    str *to = r->now ? &r->now->link : &r->link;
    bool page = type.n == 0 || feed_holds(type, "html");

    if (href.n == 0 || !(rel.n == 0 || str_is(rel, "alternate")))
        return;
    if (to->n == 0 || page)
        *to = markup_address(r->base[r->depth], href, r->mem);
}

static bool
is_address(str s)
{
    return str_starts_nocase(s, STR("http://")) ||
           str_starts_nocase(s, STR("https://"));
}

static void
set_first(str *to, str s)
{
    if (to->n == 0)
        *to = s;
}

/* "name@host (The Name)" of RSS gives the name. */
static str
author_name(str s)
{
    size_t at = str_find(s, STR("@")), open = str_find(s, STR("("));

    if (at != SIZE_MAX && open != SIZE_MAX && open > at &&
        str_ends(s, STR(")")))
        return str_cut(s, open + 1, s.n - 1);
    if (at != SIZE_MAX && str_find(s, STR(" ")) == SIZE_MAX)
        return (str){0}; /* an address alone is no name */
    return s;
}

static void
store_entry_field(struct reader *r, str text)
{
    struct entry *e = r->now;
    bool more;

    switch (r->field) {
    case F_TITLE:
        if (e->title.n == 0)
            e->title =
                r->html ? entry_line(text, r->mem) : arena_str(r->mem, text);
        break;
    case F_HEADLINE:
        e->title = entry_line(text, r->mem);
        break;
    case F_LINK:
        set_first(&e->link,
                  markup_address(r->base[r->field_depth], text, r->mem));
        break;
    case F_ORIGIN:
        r->origin = arena_str(r->mem, text);
        break;
    case F_ID:
        set_first(&e->id, arena_str(r->mem, text));
        break;
    case F_DATE:
        set_first(&e->date, stamp_read(text, r->mem));
        break;
    case F_CREATED:
        set_first(&r->created, stamp_read(text, r->mem));
        break;
    case F_UPDATED:
        set_first(&e->updated, stamp_read(text, r->mem));
        break;
    case F_AUTHOR:
        entry_author(e, author_name(text), r->mem);
        break;
    case F_SUMMARY:
    case F_CONTENT:
        text = entry_plain(text, r->mem);
        more = text.n > (r->field == F_CONTENT ? r->content : r->summary).n;
        if (more && r->field == F_CONTENT)
            r->content = text;
        else if (more)
            r->summary = text;
        break;
    case F_SOURCE:
        set_first(&e->source, arena_str(r->mem, text));
        break;
    case F_LANG:
        set_first(&e->lang, arena_str(r->mem, text));
        break;
    case F_NONE:
    case F_FIELDS:
        break;
    }
}

static void
store_feed_field(struct reader *r, str text)
{
    if (r->field == F_TITLE)
        set_first(&r->source, entry_line(text, r->mem));
    else if (r->field == F_LINK)
        set_first(&r->link, arena_str(r->mem, text));
    else if (r->field == F_LANG)
        set_first(&r->lang, arena_str(r->mem, text));
}

static void
store_field(struct reader *r)
{
    str text = str_trim(buf_str(&r->text));

    if (text.n && r->now)
        store_entry_field(r, text);
    else if (text.n)
        store_feed_field(r, text);
    r->field = F_NONE;
    r->head_depth = 0;
}

/* ---- events ----------------------------------------------------------- */

static void
open_entry(struct reader *r, const struct markup_tag *t)
{
    str about = feed_value(t, "rdf:about"), href = feed_value(t, "href");
    str lang = feed_value(t, "xml:lang"), guid = feed_value(t, "guid");

    r->now = entries_add(r->to);
    r->entry_depth = r->depth;
    r->content = r->summary = r->origin = r->created = (str){0};
    if (!r->now)
        return;
    if (is_address(href)) /* CDF */
        r->now->link = arena_str(r->mem, href);
    if (is_address(about))
        r->now->id = arena_str(r->mem, about);
    if (guid.n)
        r->now->id = arena_str(r->mem, guid);
    if (lang.n)
        r->now->lang = arena_str(r->mem, lang);
}

static void
close_entry(struct reader *r)
{
    struct entry *e = r->now;

    r->now = NULL;
    r->entry_depth = 0;
    if (!e)
        return;
    if (r->origin.n)
        e->link = r->origin;
    if (e->link.n == 0 && is_address(e->id))
        e->link = e->id;
    set_first(&e->date, r->created);
    e->text = r->content.n ? r->content : r->summary;
}

static void
on_start(void *ctx, const struct markup_tag *t)
{
    struct reader *r = ctx;
    str base = feed_value(t, "xml:base"), lang = feed_value(t, "xml:lang");
    enum feed_field f;
    bool child;

    r->depth++;
    if (r->depth > MOST_DEPTH)
        return;
    r->base[r->depth] =
        base.n ? markup_address(r->base[r->depth - 1], base, r->mem)
               : r->base[r->depth - 1];
    r->clear[r->depth] = false;
    if (r->field != F_NONE) {
        if (r->raw && r->head_depth == 0 &&
            (str_is(t->name, "head") || str_is(t->name, "body.head")))
            r->head_depth = r->depth;
        if (r->raw)
            put_tag(&r->text, t->name, false);
        else if (r->field == F_AUTHOR && str_eq_nocase(t->name, STR("name")))
            buf_clear(&r->text); /* name, address and mail stand inside */
        return;
    }
    if (feed_entry(t, r->depth) && !r->now) {
        open_entry(r, t);
        return;
    }
    child = r->depth <= 3 && !r->now;
    if (r->now)
        child = r->depth == r->entry_depth + 1 || r->clear[r->depth - 1];
    if (!child)
        return;
    if (r->now && feed_groups(t)) {
        r->clear[r->depth] = true;
        return;
    }
    if (!r->now && lang.n)
        set_first(&r->lang, arena_str(r->mem, lang));
    f = feed_field(t);
    if (f == F_LINK && feed_value(t, "href").n)
        take_link(r, t);
    else if (f == F_LANG && feed_value(t, "tag").n && r->now)
        set_first(&r->now->lang, arena_str(r->mem, feed_value(t, "tag")));
    else if (f != F_NONE)
        collect(r, f, t);
}

/* An element ends inside of the field that is being collected. */
static void
end_inside(struct reader *r, str name)
{
    if (r->raw) {
        put_tag(&r->text, name, true);
        if (r->depth == r->head_depth)
            r->head_depth = 0;
    } else if (r->field == F_AUTHOR) {
        if (str_eq_nocase(name, STR("name")) && r->now)
            entry_author(r->now, str_trim(buf_str(&r->text)), r->mem);
        buf_clear(&r->text);
    }
}

static void
on_end(void *ctx, str name)
{
    struct reader *r = ctx;

    if (r->depth > MOST_DEPTH)
        ; /* was not told of either */
    else if (r->field != F_NONE && r->depth == r->field_depth)
        store_field(r);
    else if (r->field != F_NONE)
        end_inside(r, name);
    else if (r->entry_depth && r->depth == r->entry_depth)
        close_entry(r);
    r->depth--;
}

static void
on_text(void *ctx, str text)
{
    struct reader *r = ctx;

    if (r->field == F_NONE || r->depth > MOST_DEPTH || r->head_depth)
        return;
    if (r->raw)
        put_escaped(&r->text, text);
    else
        buf_put(&r->text, text);
}

bool
feed_read(str xml, struct entries *to, const char **why)
{
    static const struct markup_handler handler = {on_start, on_end, on_text};
    struct reader *r = arena_alloc(to->mem, sizeof *r);
    size_t before = to->n;

    r->to = to;
    r->mem = to->mem;
    markup_xml(xml, &handler, r);
    buf_free(&r->text);
    for (size_t i = before; i < to->n; i++) {
        struct entry *e = &to->at[i];

        set_first(&e->source, r->source);
        set_first(&e->lang, r->lang);
        e->link = markup_address(r->link, e->link, r->mem);
    }
    if (to->n > before)
        return true;
    *why = "a list without articles";
    return false;
}
