/*
 * state.c - the article in a state: the value with the most prose among those
 * under a key that bodies of articles stand under.
 *
 * A text is a string, or a run of parts of one line: strings and marked words
 * among the children of an element, whatever the editor calls them.
 */
#include "article/state.h"

#include "article/page.h"

#include <string.h>

/* By reasoning: no state of a page is larger, and one holds the article. */
#define DEPTH_MOST   24    /* of an article below its key */
#define STRING_LEAST 20    /* bytes; shorter ones are no paragraphs */
#define VALUES_MOST  20000 /* of a state that are weighed */

struct search {
    const struct json *best;
    uint64_t units;
    size_t left;     /* values that may still be weighed */
    struct buf line; /* parts of the line at hand */
    struct arena *mem;
};

/* ---- keys -------------------------------------------------------------- */

/* Letters of a key alone, in lower case; empty where it is too long. */
static void
plain_key(str key, char out[24])
{
    size_t n = 0;

    for (size_t i = 0; i < key.n && n < 23; i++)
        if ((key.s[i] | 32) >= 'a' && (key.s[i] | 32) <= 'z')
            out[n++] = (char)(key.s[i] | 32);
    out[n < 23 ? n : 0] = '\0';
}

static bool
listed(const char *key, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(key, *list) == 0)
            return true;
    return false;
}

/* Keys that the text of an article stands under. */
static bool
is_text_key(str key)
{
    static const char *const keys[] = {
        "articlebody", "body",     "bodyhtml",    "bodytext",   "fulltext",
        "content",     "contents", "text",        "html",       "paragraphs",
        "paragraph",   "blocks",   "elements",    "components", "children",
        "rendered",    "value",    "articlehtml", NULL};
    char plain[24];

    plain_key(key, plain);
    return listed(plain, keys);
}

/* … and what is never an article, whatever stands in it. */
static bool
is_other_key(str key)
{
    static const char *const keys[] = {
        "comments", "comment",      "related", "recommended", "teasers", "i18n",
        "messages", "translations", "locale",  "config",      "footer",  "menu",
        "cookies",  "consent",      "ads",     "styles",      NULL};
    char plain[24];

    plain_key(key, plain);
    return listed(plain, keys);
}

/* ---- lines -------------------------------------------------------------- */

/* ["p", {…}, "text", …]: JsonML; what stands behind the name. */
static const struct json *
jsonml(const struct json *j, bool *is_inline)
{
    static const char *const lines[] = {"p",  "h1", "h2",         "h3",
                                        "h4", "li", "blockquote", NULL};
    static const char *const parts[] = {"a",      "b",    "i",    "u", "em",
                                        "strong", "span", "mark", NULL};
    str name = json_is_array(j) ? json_text(json_first(j)) : (str){0};
    bool part = name.n && listed(name.s, parts);

    *is_inline = part;
    return part || (name.n && listed(name.s, lines)) ? json_next(json_first(j))
                                                     : NULL;
}

/* Whether a value is a part of a line; `children`: it is a child of an
 * element, where a string is one. */
static bool
is_part(const struct json *j, bool children)
{
    static const char *const types[] = {
        "text", "link",     "hyperlink", "a", "strong", "bold", "b",
        "em",   "emphasis", "italic",    "i", "span",   "mark", NULL};
    static const char *const lines[] = {"paragraph", "p",     "heading", "h2",
                                        "header",    "quote", "li",      "item",
                                        "image",     "embed", NULL};
    str type = json_text(json_get(j, "type"));
    bool part;

    if (json_text(j).s)
        return children && !memchr(json_text(j).s, '<', json_text(j).n);
    if (json_is_array(j))
        return jsonml(j, &part) && part;
    if (type.n && listed(type.s, types))
        return true;
    return children && !(type.n && listed(type.s, lines)) &&
           (json_text(json_get(j, "text")).n ||
            json_text(json_get(j, "value")).n);
}

/* The words of a part of a line. */
static void
put_part(struct search *s, const struct json *j, int depth)
{
    bool object = json_is_object(j), part;
    const struct json *i = jsonml(j, &part);

    if (s->left == 0 || depth == DEPTH_MOST)
        return;
    s->left--;
    if (json_text(j).s) {
        buf_put(&s->line, json_text(j));
        return;
    }
    for (i = i ? i : json_first(j); i; i = json_next(i))
        if (!object || is_text_key(json_name(i)))
            put_part(s, i, depth + 1);
}

/* Units of prose of a text; to `out`, if it is given, the text. */
static uint64_t
put_text(struct search *s, str text, struct buf *out)
{
    struct shape shape;

    if (text.n < STRING_LEAST || !memchr(text.s, ' ', text.n) ||
        text.s[0] == '{' || text.s[0] == '[') /* a state in the state */
        return 0;
    if (out) {
        buf_put(out, text);
        buf_putc(out, '\n');
    }
    shape_count(markup_text(text, s->mem), &shape);
    return shape_prose(&shape) ? shape.units : 0;
}

static uint64_t
end_line(struct search *s, struct buf *out)
{
    str line = arena_str(s->mem, buf_str(&s->line));

    buf_clear(&s->line);
    return put_text(s, line, out);
}

/* Units of prose below a value; to `out`, if it is given, the text. */
static uint64_t
gather(struct search *s, const struct json *j, bool children, int depth,
       struct buf *out)
{
    bool object = json_is_object(j), part;
    const struct json *i = jsonml(j, &part);
    uint64_t units = 0;

    if (s->left == 0 || depth == DEPTH_MOST)
        return 0;
    s->left--;
    if (json_text(j).s)
        return put_text(s, json_text(j), out);
    children = children || i;
    for (i = i ? i : json_first(j); i; i = json_next(i)) {
        if (object && !is_text_key(json_name(i)))
            continue;
        if (!object && is_part(i, children)) {
            put_part(s, i, depth + 1);
            continue;
        }
        units += end_line(s, out);
        units += gather(s, i, object && str_is(json_name(i), "children"),
                        depth + 1, out);
    }
    return units + end_line(s, out);
}

/* ---- the best value --------------------------------------------------------
 */

/* The value with the most prose, at any depth; json.h bounds how deep. */
static void
search(struct search *s, const struct json *j)
{
    bool object = json_is_object(j);

    for (j = json_first(j); j && s->left; j = json_next(j)) {
        if (object && is_other_key(json_name(j)))
            continue;
        if (object && is_text_key(json_name(j))) {
            uint64_t units =
                gather(s, j, str_is(json_name(j), "children"), 0, NULL);

            if (units > s->units) {
                s->units = units;
                s->best = j;
            }
        }
        search(s, j);
    }
}

str
state_article(const struct json *j, struct arena *mem)
{
    struct search s = {.left = VALUES_MOST, .mem = arena_open()};
    struct buf text = {0};
    str found;

    search(&s, j);
    if (s.best) {
        s.left = VALUES_MOST;
        gather(&s, s.best, str_is(json_name(s.best), "children"), 0, &text);
    }
    found = arena_str(mem, buf_str(&text));
    buf_free(&text);
    buf_free(&s.line);
    arena_close(s.mem);
    return found;
}
