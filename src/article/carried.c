/*
 * carried.c - an article that a page carries but does not show: the
 * articleBody of JSON-LD, or the state that a script builds the page from.
 *
 * A state is JSON of any make: in a script of type application/json, behind
 * "window.name =", in the string of a JSON.parse; or becomes JSON (state.h).
 */
#include "article/page.h"
#include "article/state.h"
#include "base/buf.h"
#include "base/json.h"
#include "text/charset.h"

#include <string.h>

/* Where the page shows less than half as much. 2026-11, extraction set and
 * corpus/dev. */
#define CARRIED_FACTOR 2

/* By reasoning: no state of a page is larger, and one holds the article. */
#define STATE_MOST  16 /* objects of a page that are looked through */
#define STATE_BYTES ((size_t)32 << 20) /* … and gone over to find them */

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

/* What a rendered page shows of its article; false: nothing. */
static bool
add_tree(struct page *p, str html)
{
    struct page part = {.lx = p->lx,
                        .stemmer = p->stemmer,
                        .mem = p->mem,
                        .a = p->a,
                        .title = SIZE_MAX,
                        .carried = true};
    bool added = false;

    html_read(&part, html);
    part.meta = p->meta;
    page_guess(&part);
    meta_title(&part);
    body_judge(&part);
    for (size_t i = 0; i < part.nraws; i++) {
        const struct raw *r = &part.raws[i];

        if (r->kind == BLOCK_CHROME || r->kind == BLOCK_TITLE ||
            !add_line(p, r->text, r->kind))
            continue;
        links_copy(p, &part, i);
        added = true;
    }
    return added;
}

/* Takes the text for the article of the page, if it is much more than what
 * the page shows; `tree`: it is a page with a frame of its own. */
static bool
take(struct page *p, str text, bool tree)
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
    if (tree)
        return add_tree(p, text);
    add_text(p, text);
    return true;
}

static bool
take_state(struct page *p, const struct json *j, bool tree)
{
    return take(p, state_article(j, p->mem), tree);
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

/* The state that JSON of our own makes; false: no article is in it. */
static bool
take_made(struct page *p, const struct buf *made, bool tree)
{
    struct json *j = made->n ? json_parse(buf_str(made)) : NULL;
    bool taken = j && take_state(p, j, tree);

    json_free(j);
    return taken;
}

/* Whether what is assigned at `at` is there for other scripts: window.name =,
 * __NAME__ =. Only such objects are read that are no JSON. */
static bool
is_global(str script, size_t at)
{
    str before = str_trim(str_cut(script, at > 80 ? at - 80 : 0, at));
    size_t n;

    if (!str_ends(before, STR("=")))
        return false;
    before = str_trim(str_cut(before, 0, before.n - 1));
    for (n = before.n; n && !strchr(" \t\n;,({}", before.s[n - 1]);)
        n--;
    before = str_cut(before, n, before.n);
    return str_starts(before, STR("window")) ||
           str_starts(before, STR("self.")) ||
           str_starts(before, STR("globalThis")) ||
           str_starts(before, STR("__"));
}

/* A value that is no JSON but nearly so; how many bytes it took. */
static size_t
take_literal(struct page *p, str script, size_t at, bool *taken)
{
    struct buf made = {0};
    size_t n = is_global(script, at)
                   ? state_literal(str_cut(script, at, script.n), &made)
                   : 0;

    *taken = take_made(p, &made, false);
    buf_free(&made);
    return n;
}

/* The value of a script of JSON. */
static bool
take_json(struct page *p, str script)
{
    struct json *j = json_parse(str_trim(script));
    struct buf made = {0};
    bool taken = j && state_flat(j, &made) ? take_made(p, &made, false)
                                           : j && take_state(p, j, false);

    buf_free(&made);
    json_free(j);
    return taken;
}

/* What may still be looked at on a page. */
struct left {
    size_t objects, bytes;
};

static size_t
less(size_t left, size_t by)
{
    return left > by ? left - by : 0;
}

/* What a script assigns. */
static bool
take_script(struct page *p, str script, struct left *left)
{
    bool taken = false;

    for (size_t at = next_value(script, 0);
         at < script.n && left->objects && left->bytes && !taken;
         at = next_value(script, at)) {
        str value = value_at(str_cut(script, at, script.n));
        struct json *j = NULL;
        size_t n = value.n;

        if (value.n > PROSE_LONG)
            j = value.s[0] == '"' ? parse_twice(value) : json_parse(value);
        if (j)
            taken = take_state(p, j, false);
        else if (script.s[at] != '"' && (n > PROSE_LONG || n == 0))
            n = take_literal(p, script, at, &taken);
        left->objects -= j || n != value.n;
        left->bytes = less(left->bytes, value.n ? value.n : script.n - at);
        json_free(j);
        at += n ? n : value.n ? value.n : 1;
    }
    return taken;
}

/* What a script assigns that is the answer of a function called at once. */
static bool
take_function(struct page *p, str script)
{
    size_t at = str_find(script, STR("(function("));
    struct buf made = {0};
    bool taken = at != SIZE_MAX && is_global(script, at) &&
                 state_function(str_cut(script, at, script.n), &made) &&
                 take_made(p, &made, false);

    buf_free(&made);
    return taken;
}

/* Adds what a script pushes for React: self.__next_f.push([1,"…"]). */
static void
add_rows(str script, struct buf *rows)
{
    static const char push[] = "__next_f.push(";
    size_t at = 0, hit;

    while ((hit = str_find(str_cut(script, at, script.n),
                           STR("__next_f.push("))) != SIZE_MAX) {
        str value;
        struct json *j;

        at += hit + sizeof push - 1;
        value = value_at(str_cut(script, at, script.n));
        j = json_parse(value);
        buf_put(rows, json_text(json_next(json_first(j))));
        json_free(j);
        at += value.n;
    }
}

static bool
take_rows(struct page *p, const struct buf *rows)
{
    struct buf made = {0};
    bool taken = rows->n && state_flight(buf_str(rows), &made) &&
                 take_made(p, &made, true);

    buf_free(&made);
    return taken;
}

/* The next script of the page but for those of JSON-LD; *json: it is no more
 * than that. */
static bool
next_script(str html, size_t *at, str *script, bool *json)
{
    size_t hit;

    while ((hit = str_find_nocase(str_cut(html, *at, html.n),
                                  STR("<script"))) != SIZE_MAX) {
        str rest = str_cut(html, *at + hit, html.n), tag;
        size_t open = str_find(rest, STR(">"));
        size_t close = str_find_nocase(rest, STR("</script"));

        if (open == SIZE_MAX || close == SIZE_MAX)
            return false;
        tag = str_cut(rest, 0, open);
        *script = str_cut(rest, open + 1, close);
        *at += hit + close;
        *json = str_find_nocase(tag, STR("json")) != SIZE_MAX;
        if (str_find_nocase(tag, STR("ld+json")) == SIZE_MAX)
            return true;
    }
    return false;
}

static bool
take_scripts(struct page *p, str html)
{
    struct left left = {STATE_MOST, STATE_BYTES};
    size_t at = 0;
    struct buf rows = {0};
    bool json, taken = false;
    str script;

    while (left.objects && !taken && next_script(html, &at, &script, &json)) {
        add_rows(script, &rows);
        if (json) {
            left.objects--;
            taken = take_json(p, script);
        } else {
            taken = take_script(p, script, &left) || take_function(p, script);
        }
    }
    taken = taken || take_rows(p, &rows);
    buf_free(&rows);
    return taken;
}

/* The largest noscript of the page: a script builds what readers see. */
static void
take_noscript(struct page *p, str html)
{
    str best = {0};
    size_t at = 0, hit;

    while ((hit = str_find_nocase(str_cut(html, at, html.n),
                                  STR("<noscript"))) != SIZE_MAX) {
        str rest = str_cut(html, at + hit, html.n);
        size_t end = str_find_nocase(rest, STR("</noscript"));

        if (end == SIZE_MAX)
            break;
        if (end > best.n)
            best = str_cut(rest, 0, end);
        at += hit + end;
    }
    if (best.n)
        take(p, str_cut(best, str_find(best, STR(">")) + 1, best.n), true);
}

void
carried_judge(struct page *p)
{
    str html = str_cut(p->a->bytes, 0, MARKUP_MOST_BYTES);

    if (p->carried)
        return;
    if (take(p, p->meta.body, false) || shown(p) >= PROSE_LONG ||
        p->a->page != PAGE_HTML)
        return;
    html = charset_to_utf8(html, p->a->charset, p->mem);
    if (!take_scripts(p, html))
        take_noscript(p, html);
}
