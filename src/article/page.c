/* page.c - what html.c and plain.c share: lines, their languages, doubles. */
#include "article/page.h"
#include "base/buf.h"
#include "base/table.h"
#include "text/fold.h"

#include <string.h>

/* How many bytes from the start may go over as they are: no white space but
 * single spaces amid them. */
static size_t
plain_run(str line)
{
    size_t n = 0;

    while (n < line.n && ((unsigned char)line.s[n] > ' ' ||
                          (line.s[n] == ' ' && n > 0 && n + 1 < line.n &&
                           (unsigned char)line.s[n + 1] > ' ')))
        n++;
    return n;
}

#define SOFT_HYPHEN 0xAD /* shows where a line breaks alone */

str
page_line(str line, struct arena *mem)
{
    char *out;
    size_t n = 0, run;
    bool space = false;

    line = str_trim(line);
    out = arena_raw(mem, line.n + 1);
    run = str_find(line, STR("\xC2\xAD")) == SIZE_MAX ? plain_run(line) : 0;
    /* white space of other scripts is seen to at either end alone */
    if (run && run == line.n && (unsigned char)line.s[run - 1] < 0x80 &&
        !utf8_space(utf8_next(&(str){line.s, line.n}))) {
        memcpy(out, line.s, run);
        out[run] = '\0';
        return (str){out, run};
    }
    while (line.n) {
        const char *from = line.s;
        uint32_t c = utf8_next(&line);
        size_t len = (size_t)(line.s - from);

        if (c == SOFT_HYPHEN)
            continue;
        if (c == ' ' || (c >= '\t' && c <= '\r') || (n == 0 && utf8_space(c))) {
            space = n > 0;
            continue;
        }
        if (space)
            out[n++] = ' ';
        space = false;
        memcpy(out + n, from, len);
        n += len;
    }
    /* spaces of other scripts at the end */
    for (;;) {
        size_t k = n;

        while (k && ((unsigned char)out[k - 1] & 0xC0) == 0x80)
            k--;
        if (k)
            k--;
        if (n == 0)
            break;
        str end = {out + k, n - k};
        if (!utf8_space(utf8_next(&end)))
            break;
        n = k;
    }
    out[n] = '\0';
    return (str){out, n};
}

bool
page_add(struct page *p, str line)
{
    struct raw *r;

    line = page_line(line, p->mem);
    if (line.n == 0 || p->nraws >= PAGE_MOST_BLOCKS)
        return false;
    p->raws = arena_grow(p->mem, p->raws, p->nraws, sizeof *p->raws);
    r = &p->raws[p->nraws++];
    *r = (struct raw){.text = line, .kind = BLOCK_CHROME};
    /* what HTML frames say nobody asks: body.c looks phrases up */
    shape_of(p->html ? NULL : p->lx, line, &r->shape);
    return true;
}

static enum lang
most_in(const struct lang_span *l, size_t n, size_t *from, span at)
{
    uint32_t bytes[LANG_COUNT] = {0};
    enum lang best = LANG_UND;

    while (*from < n && l[*from].at.end <= at.start)
        ++*from;
    for (size_t i = *from; i < n && l[i].at.start < at.end; i++) {
        uint32_t s = l[i].at.start > at.start ? l[i].at.start : at.start;
        uint32_t e = l[i].at.end < at.end ? l[i].at.end : at.end;

        if (s < e)
            bytes[l[i].lang] += e - s;
    }
    for (int i = 1; i < LANG_COUNT; i++)
        if (bytes[i] > bytes[best])
            best = (enum lang)i;
    return best;
}

/* A frame has no say in its language. */
static bool
speaks(const struct raw *r, bool kept)
{
    return !kept || r->kind != BLOCK_CHROME;
}

void
page_langs(struct page *p, bool kept)
{
    enum lang hint = lang_of(p->meta.lang), most;
    struct arena *mem = arena_open();
    struct lang_span *l;
    struct buf all = {0};
    size_t n, from = 0;
    uint32_t at = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (speaks(&p->raws[i], kept)) {
            buf_put(&all, p->raws[i].text);
            buf_putc(&all, '\n');
        }
    l = lang_spans(buf_str(&all), hint, mem, &n);
    most = lang_most(l, n);
    for (size_t i = 0; i < p->nraws; i++) {
        uint32_t end = at + (uint32_t)p->raws[i].text.n;

        if (!speaks(&p->raws[i], kept)) {
            p->raws[i].lang = most;
            continue;
        }
        p->raws[i].lang = most_in(l, n, &from, (span){at, end});
        at = end + 1;
    }
    buf_free(&all);
    arena_close(mem);
}

#define GUESS_BYTES 3000 /* of prose */

void
page_guess(struct page *p)
{
    enum lang hint = lang_of(p->meta.lang), most;
    struct arena *mem = arena_open();
    struct lang_span *l;
    struct buf all = {0};
    size_t n;

    for (size_t i = 0; hint == LANG_UND && i < p->nraws && all.n < GUESS_BYTES;
         i++)
        if (shape_prose(&p->raws[i].shape)) {
            buf_put(&all, str_cut(p->raws[i].text, 0, GUESS_BYTES));
            buf_putc(&all, '\n');
        }
    l = lang_spans(buf_str(&all), hint, mem, &n);
    most = lang_most(l, n);
    if (most == LANG_UND)
        most = hint;
    for (size_t i = 0; i < p->nraws; i++)
        p->raws[i].lang = most;
    buf_free(&all);
    arena_close(mem);
}

/*
 * A headline is short and full of names: where its language is nowhere in
 * the body, it is taken to speak as the body does, if that uses its script.
 */
#define LABEL_UNITS 140

void
page_label_langs(struct page *p)
{
    uint64_t units[LANG_COUNT] = {0};
    enum lang most[SCRIPT_COUNT] = {LANG_UND};

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE)
            units[p->raws[i].lang] += p->raws[i].shape.units;
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];

        if (r->kind == BLOCK_BODY &&
            units[r->lang] > units[most[r->shape.script]])
            most[r->shape.script] = r->lang;
    }
    for (size_t i = 0; i < p->nraws; i++) {
        struct raw *r = &p->raws[i];

        if (r->kind != BLOCK_BODY && r->kind != BLOCK_QUOTE &&
            r->kind != BLOCK_EMBED && r->kind != BLOCK_CHROME &&
            r->shape.units < LABEL_UNITS && units[r->lang] == 0 &&
            most[r->shape.script] != LANG_UND)
            r->lang = most[r->shape.script];
    }
}

#define DOUBLE_UNITS 8 /* shorter lines may well stand twice */

static bool
may_be_double(const struct raw *r)
{
    return r->kind != BLOCK_CHROME && !r->doubled &&
           r->shape.units >= DOUBLE_UNITS;
}

void
page_double(struct page *p)
{
    struct arena *mem;
    struct table *seen;
    size_t n = 0;

    for (size_t i = 0; i < p->nraws; i++)
        n += may_be_double(&p->raws[i]);
    if (n < 2)
        return;
    mem = arena_open();
    seen = table_open();
    for (size_t i = 0; i < p->nraws; i++) {
        struct raw *r = &p->raws[i];
        bool found;
        uint32_t *first;

        if (!may_be_double(r))
            continue;
        first = table_at(seen, fold_case(r->text, r->lang, mem), &found);
        if (!found) {
            *first = (uint32_t)i;
        } else if (i != p->title) {
            r->doubled = true;
            r->kind = p->raws[*first].kind;
        } else {
            p->raws[*first].doubled = true;
            p->raws[*first].kind = BLOCK_TITLE;
            *first = (uint32_t)i;
        }
    }
    table_close(seen);
    arena_close(mem);
}
