/*
 * carried.c - an article that a page carries but does not show: the
 * articleBody of JSON-LD, or the state that a script builds the page from.
 *
 * A state is JSON of any make: in a script of type application/json, behind
 * "window.name =", in the string of a JSON.parse. The article is taken to be
 * the value with the most prose among those under a key that bodies of
 * articles stand under.
 */
#include "article/page.h"
#include "base/buf.h"
#include "base/json.h"
#include "text/charset.h"

#include <string.h>

/* Where the page shows less than half as much. 2026-11, extraction set and
 * corpus/dev. */
#define CARRIED_FACTOR 2

/* By reasoning: no state of a page is larger, and one holds the article. */
#define STATE_MOST   16    /* objects of a page that are looked through */
#define STATE_DEPTH  16    /* of an article below its key */
#define STATE_STRING 20    /* bytes; shorter ones are no paragraphs */
#define STATE_VALUES 20000 /* of an object that are weighed */

/* ---- what is carried to the page ------------------------------------------
 */

static uint64_t
shown(const struct page *p)
{
    uint64_t units = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE)
            units += p->raws[i].shape.units;
    return units;
}

static bool
add_line(struct page *p, str line, enum block_kind kind)
{
    if (!page_add(p, line))
        return false;
    p->raws[p->nraws - 1].kind = kind;
    return true;
}

/* A text that may be HTML, a paragraph a line. */
static void
add_text(struct page *p, str text)
{
    struct page part = {
        .lx = p->lx, .mem = p->mem, .a = p->a, .title = SIZE_MAX};
    str line;

    if (!memchr(text.s, '<', text.n) && !memchr(text.s, '&', text.n)) {
        while (str_next(&text, '\n', &line))
            add_line(p, line, BLOCK_BODY);
        return;
    }
    html_read(&part, text);
    for (size_t i = 0; i < part.nraws; i++) {
        const struct raw *r = &part.raws[i];

        if (2 * r->linked > r->shape.units)
            continue;
        if (add_line(p, r->text,
                     r->tag == TAG_H1 || r->tag == TAG_H2 ? BLOCK_HEADING
                     : r->tag == TAG_QUOTE                ? BLOCK_QUOTE
                     : r->tag == TAG_CAPTION              ? BLOCK_CAPTION
                                                          : BLOCK_BODY))
            links_copy(p, &part, i);
    }
}

/* Takes the text for the article of the page, if it is much more than what
 * the page shows. */
static bool
take(struct page *p, str text)
{
    struct shape all;

    if (text.n == 0)
        return false;
    shape_count(markup_text(text, p->mem), &all);
    if (all.units < PROSE_LONG ||
        all.units < shown(p) * CARRIED_FACTOR + PROSE_LONG)
        return false;
    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind != BLOCK_TITLE)
            p->raws[i].kind = BLOCK_CHROME;
    add_text(p, text);
    return true;
}

/* ---- the article of a state -----------------------------------------------
 */

struct search {
    const struct json *best;
    uint64_t units;
    size_t left; /* values that may still be weighed */
    struct arena *mem;
};

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

/* Units of prose below a value; to `out`, if it is given, the text. */
static uint64_t
gather(struct search *s, const struct json *j, int depth, struct buf *out)
{
    str text = json_text(j);
    bool object = json_is_object(j);
    uint64_t units = 0;

    if (s->left == 0 || depth == STATE_DEPTH)
        return 0;
    s->left--;
    if (text.n >= STATE_STRING && memchr(text.s, ' ', text.n)) {
        struct shape shape;

        shape_count(markup_text(text, s->mem), &shape);
        if (out) {
            buf_put(out, text);
            buf_putc(out, '\n');
        }
        return shape_prose(&shape) ? shape.units : 0;
    }
    for (j = json_first(j); j; j = json_next(j))
        if (!object || is_text_key(json_name(j)))
            units += gather(s, j, depth + 1, out);
    return units;
}

/* The value with the most prose, at any depth; json.h bounds how deep. */
static void
search(struct search *s, const struct json *j)
{
    bool object = json_is_object(j);

    for (j = json_first(j); j && s->left; j = json_next(j)) {
        if (object && is_other_key(json_name(j)))
            continue;
        if (object && is_text_key(json_name(j))) {
            uint64_t units = gather(s, j, 0, NULL);

            if (units > s->units) {
                s->units = units;
                s->best = j;
            }
        }
        search(s, j);
    }
}

static bool
take_state(struct page *p, const struct json *j)
{
    struct search s = {.left = STATE_VALUES, .mem = arena_open()};
    struct buf text = {0};
    bool taken = false;

    search(&s, j);
    if (s.best) {
        s.left = STATE_VALUES;
        gather(&s, s.best, 0, &text);
        taken = take(p, arena_str(p->mem, buf_str(&text)));
    }
    buf_free(&text);
    arena_close(s.mem);
    return taken;
}

/* ---- states in scripts ----------------------------------------------------
 */

/* The object, array or string that a text begins with; empty: there is none
 * that ends. */
static str
value_at(str s)
{
    char quote = '\0', first = s.n ? s.s[0] : '\0';
    size_t depth = 0;

    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];

        if (quote) {
            if (c == '\\')
                i++;
            else if (c == quote)
                quote = '\0';
        } else if (c == '"' || (c == '\'' && i == 0)) {
            quote = c;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && depth) {
            depth--;
        }
        if (!quote && depth == 0 && i > 0)
            return str_cut(s, 0, i + 1);
        if (i == 0 && first != '"' && first != '\'' && depth == 0)
            break;
    }
    return (str){0};
}

/* A string that is JSON itself: "{\"a\":1}". */
static struct json *
parse_twice(str quoted)
{
    struct json *outer = quoted.s[0] == '"' ? json_parse(quoted) : NULL;
    struct json *inner = outer ? json_parse(json_text(outer)) : NULL;

    json_free(outer);
    return inner;
}

/* Where the next value begins that a script assigns or parses; SIZE_MAX. */
static size_t
next_value(str script, size_t at)
{
    while (at < script.n) {
        size_t eq = str_find(str_cut(script, at, script.n), STR("="));
        str rest;

        if (eq == SIZE_MAX)
            return SIZE_MAX;
        at += eq + 1;
        rest = str_trim(str_cut(script, at, at + 64));
        if (str_starts(rest, STR("JSON.parse(")))
            rest = str_trim(str_cut(rest, 11, rest.n));
        if (rest.n &&
            (rest.s[0] == '{' || rest.s[0] == '[' || rest.s[0] == '"'))
            return (size_t)(rest.s - script.s);
    }
    return SIZE_MAX;
}

static bool
take_script(struct page *p, str script, bool is_json, size_t *left)
{
    size_t at = is_json ? (size_t)(str_trim(script).s - script.s)
                        : next_value(script, 0);

    for (; at < script.n && *left; at = next_value(script, at)) {
        str value = value_at(str_cut(script, at, script.n));
        struct json *j = NULL;
        bool taken;

        --*left;
        if (value.n > PROSE_LONG)
            j = value.s[0] == '"' ? parse_twice(value) : json_parse(value);
        taken = j && take_state(p, j);
        json_free(j);
        if (taken || is_json)
            return taken;
        at += value.n ? value.n : 1;
    }
    return false;
}

/* The scripts of the page, but for those of JSON-LD. */
static void
take_scripts(struct page *p, str html)
{
    size_t left = STATE_MOST, at = 0, hit;

    while (left && (hit = str_find_nocase(str_cut(html, at, html.n),
                                          STR("<script"))) != SIZE_MAX) {
        str rest = str_cut(html, at + hit, html.n), tag, script;
        size_t open = str_find(rest, STR(">"));
        size_t close = str_find_nocase(rest, STR("</script"));

        if (open == SIZE_MAX || close == SIZE_MAX)
            return;
        tag = str_cut(rest, 0, open);
        script = str_cut(rest, open + 1, close);
        at += hit + close;
        if (str_find_nocase(tag, STR("ld+json")) == SIZE_MAX &&
            take_script(p, script,
                        str_find_nocase(tag, STR("json")) != SIZE_MAX, &left))
            return;
    }
}

void
carried_judge(struct page *p)
{
    str html = str_cut(p->a->bytes, 0, MARKUP_MOST_BYTES);

    if (take(p, p->meta.body) || shown(p) >= PROSE_LONG ||
        p->a->page != PAGE_HTML)
        return;
    take_scripts(p, charset_to_utf8(html, p->a->charset, p->mem));
}
