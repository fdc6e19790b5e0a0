/* state_rows.c - states that refer to their own parts by number. */
#include "article/state.h"

#include <stdlib.h>
#include <string.h>

/* ---- a flat array ----------------------------------------------------------
 */

struct flat {
    const struct json **at;
    bool *open; /* what refers to itself shows once */
    size_t n;
    struct json_writer w;
    size_t most;
};

static void flat_at(struct flat *, const struct json *place, int depth);

static void
flat_value(struct flat *f, const struct json *j, int depth)
{
    const struct json *i = json_first(j);

    if (json_is_object(j)) {
        json_open(&f->w, '{');
        for (; i; i = json_next(i)) {
            json_key(&f->w, json_name(i).s);
            flat_at(f, i, depth + 1);
        }
        json_close(&f->w, '}');
    } else if (json_is_array(j) && json_text(i).s) {
        flat_at(f, json_next(i), depth + 1); /* ["Ref", 7] */
    } else if (json_is_array(j)) {
        json_open(&f->w, '[');
        for (; i; i = json_next(i))
            flat_at(f, i, depth + 1);
        json_close(&f->w, ']');
    } else if (json_text(j).s) {
        json_str(&f->w, json_text(j));
    } else {
        json_null(&f->w); /* no number is part of a text */
    }
}

static void
flat_at(struct flat *f, const struct json *place, int depth)
{
    double at;

    if (depth >= STATE_MOST_DEPTH || f->w.out->n >= f->most ||
        !json_number(place, &at) || !(at >= 0 && at < (double)f->n) ||
        f->open[(size_t)at]) {
        json_null(&f->w);
        return;
    }
    f->open[(size_t)at] = true;
    flat_value(f, f->at[(size_t)at], depth);
    f->open[(size_t)at] = false;
}

bool
state_flat(const struct json *j, struct buf *out)
{
    const struct json *first = json_first(j), *second = json_first(first);
    struct arena *mem = arena_open();
    struct flat f = {.w = {out, false}, .most = out->n + STATE_MOST_BYTES};
    double place;
    bool ok;

    if (json_text(second).s) /* ["Reactive", 1] */
        second = json_next(second);
    ok = json_is_array(j) && json_number(second, &place);
    for (const struct json *i = first; ok && i; i = json_next(i)) {
        f.at = arena_grow(mem, f.at, f.n, sizeof *f.at);
        f.at[f.n++] = i;
    }
    f.open = arena_new(mem, bool, f.n + 1);
    if (ok)
        flat_value(&f, first, 0);
    arena_close(mem);
    return ok;
}

/* ---- rows of React ----------------------------------------------------------
 */

#define ROWS_MOST  4000
#define TEXTS_MOST 256

struct row {
    size_t id;
    str text; /* of a text row; else JSON */
    bool is_text;
};

struct flight {
    struct row *rows; /* of JSON */
    struct row texts[TEXTS_MOST];
    size_t n, ntexts;
    struct json_writer w;
    struct buf html;
    size_t most;
};

/* Cuts one row off *rest; false where it is none. */
static bool
next_row(str *rest, struct row *row)
{
    char *end;
    size_t n;
    str s;
    const char *newline;

    row->id = strtoul(rest->s, &end, 16);
    s = str_cut(*rest, (size_t)(end - rest->s), rest->n);
    if (s.n < 2 || s.s[0] != ':' || end == rest->s)
        return false;
    s = str_cut(s, 1, s.n);
    row->is_text = s.s[0] == 'T';
    if (row->is_text) {
        n = strtoul(s.s + 1, &end, 16);
        if (end >= s.s + s.n || *end != ',')
            return false;
        s = str_cut(s, (size_t)(end - s.s) + 1, s.n);
        row->text = str_cut(s, 0, n);
        *rest = str_cut(s, row->text.n, s.n);
        return true;
    }
    newline = memchr(s.s, '\n', s.n);
    n = newline ? (size_t)(newline - s.s) : s.n;
    row->text = str_cut(s, 0, n);
    *rest = str_cut(s, n + 1, s.n);
    return true;
}

/* A string, or the text row that it names: "$1a". */
static str
text_of(const struct flight *f, str s)
{
    size_t id;
    char *end;

    if (s.n < 2 || s.n > 8 || s.s[0] != '$')
        return s;
    id = strtoul(s.s + 1, &end, 16);
    for (size_t i = 0; *end == '\0' && i < f->ntexts; i++)
        if (f->texts[i].id == id)
            return f->texts[i].text;
    return s;
}

/* ["$", "p", key, {…}]: its name and properties. */
static bool
is_element(const struct json *j, str *name, const struct json **props)
{
    const struct json *i = json_is_array(j) ? json_first(j) : NULL;

    if (!str_is(json_text(i), "$"))
        return false;
    i = json_next(i);
    *name = json_text(i);
    *props = json_next(json_next(i));
    return name->n > 0 && json_is_object(*props);
}

/* A name that HTML may bear; a component shows as a part of the page. */
static bool
is_tag(str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!(name.s[i] >= 'a' && name.s[i] <= 'z') &&
            !(i && name.s[i] >= '1' && name.s[i] <= '6'))
            return false;
    return name.n < 12;
}

static void
put_escaped(struct buf *out, str s, bool in_tag)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] == '<')
            buf_putz(out, "&lt;");
        else if (s.s[i] == '&')
            buf_putz(out, "&amp;");
        else if (in_tag && s.s[i] == '"')
            buf_putz(out, "&quot;");
        else
            buf_putc(out, s.s[i]);
}

static void
put_attribute(struct buf *out, const struct json *props, const char *key,
              const char *name)
{
    str value = json_text(json_get(props, key));

    if (value.n == 0)
        return;
    buf_printf(out, " %s=\"", name);
    put_escaped(out, value, true);
    buf_putc(out, '"');
}

/* What a value shows, as HTML. */
static void
show(struct flight *f, const struct json *j, int depth)
{
    const struct json *props;
    str name, text = text_of(f, json_text(j)), raw;

    if (depth >= STATE_MOST_DEPTH || f->html.n > f->most)
        return;
    if (text.n) {
        if (text.s[0] != '$')
            put_escaped(&f->html, text, false);
        return;
    }
    if (!is_element(j, &name, &props)) {
        if (json_is_array(j))
            for (j = json_first(j); j; j = json_next(j))
                show(f, j, depth + 1);
        return;
    }
    if (!is_tag(name))
        name = STR("div");
    buf_printf(&f->html, "<%.*s", STR_ARG(name));
    put_attribute(&f->html, props, "className", "class");
    put_attribute(&f->html, props, "id", "id");
    put_attribute(&f->html, props, "href", "href");
    buf_putc(&f->html, '>');
    raw = json_text(json_get(json_get(props, "dangerouslySetInnerHTML"), //
                             "__html"));
    buf_put(&f->html, text_of(f, raw));
    show(f, json_get(props, "children"), depth + 1);
    buf_printf(&f->html, "</%.*s>", STR_ARG(name));
}

/* The value itself, with texts where they are named. */
static void
put_value(struct flight *f, const struct json *j, int depth)
{
    str text = json_text(j);
    bool object = json_is_object(j);

    if (depth >= STATE_MOST_DEPTH || f->w.out->n > f->most) {
        json_null(&f->w);
    } else if (text.s) {
        json_str(&f->w, text_of(f, text));
    } else if (object || json_is_array(j)) {
        json_open(&f->w, object ? '{' : '[');
        for (j = json_first(j); j; j = json_next(j)) {
            if (object)
                json_key(&f->w, json_name(j).s);
            put_value(f, j, depth + 1);
        }
        json_close(&f->w, object ? '}' : ']');
    } else {
        json_null(&f->w);
    }
}

static void
put_row(struct flight *f, const struct json *j)
{
    json_open(&f->w, '{');
    buf_clear(&f->html);
    show(f, j, 0);
    if (f->html.n) {
        json_key(&f->w, "html");
        json_str(&f->w, buf_str(&f->html));
    }
    json_key(&f->w, "row");
    put_value(f, j, 0);
    json_close(&f->w, '}');
}

bool
state_flight(str rows, struct buf *out)
{
    struct arena *mem = arena_open();
    struct flight f = {.w = {out, false}, .most = out->n + STATE_MOST_BYTES};
    struct row row;

    rows = arena_str(mem, rows); /* ends in NUL: numbers end before it */
    while (f.n < ROWS_MOST && rows.n && next_row(&rows, &row)) {
        if (row.is_text) {
            if (f.ntexts < TEXTS_MOST)
                f.texts[f.ntexts++] = row;
            continue;
        }
        f.rows = arena_grow(mem, f.rows, f.n, sizeof *f.rows);
        f.rows[f.n++] = row;
    }
    json_open(&f.w, '[');
    for (size_t i = 0; i < f.n && out->n < f.most; i++) {
        struct json *j = json_parse(f.rows[i].text);

        if (json_is_array(j) || json_is_object(j))
            put_row(&f, j);
        json_free(j);
    }
    json_close(&f.w, ']');
    buf_free(&f.html);
    arena_close(mem);
    return f.n > 0;
}
