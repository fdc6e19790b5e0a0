/* document.c - what a file is, and the articles in it one by one. */
#include "base/markup.h"
#include "source/feed.h"
#include "source/feed_json.h"
#include "source/inside.h"
#include "source/jsonl.h"
#include "text/charset.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

void
document_close(struct source *s)
{
    stream_close(s->in);
    json_free(s->json);
    arena_close(s->doc);
    s->in = NULL;
    s->json = NULL;
    s->doc = NULL;
    s->list = (struct entries){0};
    s->holds = HOLDS_NOTHING;
}

/* ---- articles out of the document at hand ------------------------------ */

static void
fail_at(struct source *s, const char *why)
{
    str path = arena_printf(s->mem, "%s:%zu", s->name.s, s->number);

    source_fail(s, path.s, why);
}

static struct article *
number_it(struct source *s, struct article *a)
{
    a->path = arena_printf(a->mem, "%s:%zu", s->name.s, s->number);
    return a;
}

/* The next article of the JSONL file at hand, NULL at its end. */
static struct article *
next_line(struct source *s)
{
    bool cut;

    while (stream_line(s->in, &s->line, s->most_bytes, &cut)) {
        str line = str_trim(buf_str(&s->line));
        struct article *a;
        char why[128];

        s->number++;
        if (cut) {
            snprintf(why, sizeof why, "longer than %zu bytes, the limit",
                     s->most_bytes);
            fail_at(s, why);
            continue;
        }
        if (line.n == 0)
            continue;
        a = article_new();
        if (jsonl_take(line, a, why, sizeof why)) {
            s->named = true; /* as good as named */
            return number_it(s, a);
        }
        article_free(a);
        if (!s->named) {
            /* settings, an answer key: one word about the file, not one a
             * line */
            source_fail(s, s->name.s, "JSON, but no article");
            break;
        }
        fail_at(s, why);
    }
    if (stream_fault(s->in))
        source_fail(s, s->name.s, stream_fault(s->in));
    document_close(s);
    return NULL;
}

/* The next page of the archive at hand, NULL at its end. */
static struct article *
next_record(struct source *s)
{
    while (!s->warc.ended) {
        struct article *a = article_new();
        const char *why;
        bool found = warc_next(&s->warc, a, &why);

        s->number = s->warc.nrecords;
        if (why)
            fail_at(s, why);
        if (found)
            return number_it(s, a);
        article_free(a);
    }
    if (s->warc.nrecords == 0)
        source_fail(s, s->name.s, "an archive without records");
    document_close(s);
    return NULL;
}

static struct article *
next_entry(struct source *s)
{
    if (s->number < s->list.n) {
        struct article *a = article_new();

        entry_fill(&s->list.at[s->number++], a);
        return number_it(s, a);
    }
    document_close(s);
    return NULL;
}

static struct article *
next_element(struct source *s)
{
    while (s->element) {
        const struct json *j = s->element;
        struct article *a = article_new();
        char why[128];

        s->element = json_next(j);
        s->number++;
        if (jsonl_object(j, a, why, sizeof why))
            return number_it(s, a);
        article_free(a);
        fail_at(s, why);
    }
    document_close(s);
    return NULL;
}

/* ---- files ------------------------------------------------------------- */

/* All of the stream; false, and somebody was told, where it is too long or
 * breaks off before there is anything. */
static bool
read_whole(struct source *s, str *out, struct arena *mem)
{
    struct buf *b = &s->line;
    char why[96];

    buf_clear(b);
    stream_read(s->in, b, s->most_bytes + 1);
    if (b->n > s->most_bytes) {
        snprintf(why, sizeof why, "longer than %zu bytes, the limit",
                 s->most_bytes);
        source_fail(s, s->name.s, why);
        return false;
    }
    if (stream_fault(s->in))
        source_fail(s, s->name.s, stream_fault(s->in));
    if (stream_fault(s->in) && b->n == 0)
        return false;
    *out = arena_str(mem, buf_str(b));
    return true;
}

/* Two or four bytes a character: the first ones tell. */
static bool
is_wide(str head)
{
    return head.n > 3 &&
           (memchr(head.s, 0, 4) || (unsigned char)head.s[0] >= 0xFE);
}

/* The beginning of a document, with ASCII as ASCII. */
static str
narrow_head(str bytes, struct arena *mem)
{
    str head = str_cut(bytes, 0, 4096);

    return is_wide(head) ? charset_to_utf8(head, (str){0}, mem) : head;
}

/* A list of articles in XML, with its entries made ready; false where it is
 * none. */
static bool
open_feed(struct source *s, str bytes, struct arena *mem)
{
    const char *why = NULL;

    if (!feed_is(narrow_head(bytes, mem)))
        return false;
    s->doc = s->list.mem = arena_open();
    s->holds = HOLDS_ENTRIES;
    s->number = 0;
    if (!feed_read(charset_to_utf8(bytes, (str){0}, mem), &s->list, &why)) {
        source_fail(s, s->name.s, why);
        document_close(s);
    }
    return true;
}

/* What the bytes are that no page is; NULL where they may be one. */
static const char *
no_page(str bytes)
{
    if (bytes.n == 0)
        return "an empty file";
    if (charset_binary(bytes))
        return "binary data, no page";
    if (str_starts(bytes, STR("<?xml")) && !markup_is_html(bytes))
        return "XML, but neither a page nor a list of them";
    return NULL;
}

static void
begin_page(struct source *s, struct article *a)
{
    a->path = arena_str(a->mem, s->name);
    a->page =
        markup_is_html(narrow_head(a->bytes, a->mem)) ? PAGE_HTML : PAGE_PLAIN;
}

/* The page by its first bytes alone, the file stays open; NULL where these
 * are no beginning of a page. */
static struct article *
open_head(struct source *s)
{
    struct article *a = article_new();

    a->bytes = str_cut(stream_peek(s->in, SOURCE_HEAD), 0, SOURCE_HEAD);
    if (feed_is(narrow_head(a->bytes, a->mem)) || no_page(a->bytes)) {
        article_free(a);
        return NULL;
    }
    a->bytes = arena_str(a->mem, a->bytes);
    begin_page(s, a);
    return a;
}

bool
source_whole(struct source *s, struct article *a)
{
    bool whole = !s->in || s->holds || read_whole(s, &a->bytes, a->mem);

    if (!s->holds)
        document_close(s);
    return whole;
}

/* A page, or a list of articles: then NULL and s->holds says so. */
static struct article *
open_page(struct source *s)
{
    struct article *a = s->heads ? open_head(s) : NULL;
    const char *why = NULL;
    bool whole;

    if (a)
        return a;
    a = article_new();
    whole = read_whole(s, &a->bytes, a->mem);
    if (whole && open_feed(s, a->bytes, a->mem)) {
        article_free(a);
        return NULL;
    }
    if (whole)
        why = no_page(a->bytes);
    if (why)
        source_fail(s, s->name.s, why);
    if (!whole || why) {
        article_free(a);
        a = NULL;
    } else {
        begin_page(s, a);
    }
    document_close(s);
    return a;
}

/* ---- JSON ---------------------------------------------------------------- */

/* Takes up a whole document: a feed, an array, one article. */
static void
open_json(struct source *s)
{
    const struct json *items;
    str bytes;

    s->doc = arena_open();
    if (!read_whole(s, &bytes, s->doc)) {
        document_close(s);
        return;
    }
    s->json = json_parse(bytes);
    items = feed_json_items(s->json);
    s->number = 0;
    if (items) {
        s->list.mem = s->doc;
        s->holds = HOLDS_ENTRIES;
        for (const struct json *j = json_first(items); j; j = json_next(j)) {
            struct entry *e = entries_add(&s->list);

            if (!e)
                break;
            feed_json_item(j, e, s->doc);
            feed_json_rest(s->json, e, s->doc);
        }
        if (s->list.n)
            return;
        source_fail(s, s->name.s, "a list without articles");
    } else if (json_is_array(s->json)) {
        s->holds = HOLDS_ELEMENTS;
        s->element = json_first(s->json);
        if (json_is_object(s->element))
            return;
        source_fail(s, s->name.s, "JSON, but no article");
    } else if (s->json) {
        struct article *a = article_new();
        char why[128];
        bool ok = jsonl_object(s->json, a, why, sizeof why);

        article_free(a);
        s->holds = HOLDS_ELEMENTS;
        s->element = s->json;
        if (ok)
            return;
        source_fail(s, s->name.s, "JSON, but no article");
    } else {
        source_fail(s, s->name.s, "no JSON");
    }
    document_close(s);
}

/* The first line, as far as it is at hand; *whole: its end is there too. */
static str
first_line(struct source *s, bool *whole)
{
    size_t had = 0;

    for (size_t want = 1; want <= STREAM_PEEK; want = had + 1) {
        str head = stream_peek(s->in, want);
        const char *end = memchr(head.s, '\n', head.n);

        *whole = end || head.n < want;
        if (*whole)
            return str_cut(head, 0, end ? (size_t)(end - head.s) : head.n);
        had = head.n;
    }
    *whole = false;
    return stream_peek(s->in, STREAM_PEEK);
}

/*
 * Whether articles stand in it a line each. What may be endless is never
 * read whole: the first line decides, unless the name does.
 */
static bool
holds_lines(struct source *s)
{
    bool whole, lines;
    str line = str_trim(first_line(s, &whole));
    struct json *j;

    if (s->named)
        return true;
    if (line.n == 0 || line.s[0] != '{')
        return false;
    if (!whole)
        return str_find(line, STR("jsonfeed.org")) == SIZE_MAX;
    j = json_parse(line);
    lines = json_is_object(j) && !feed_json_items(j);
    json_free(j);
    return lines;
}

struct article *
document_open(struct source *s, str path)
{
    bool is_stdin = str_is(path, "-");
    FILE *f = is_stdin ? stdin : fopen(path.s, "rb");
    str head;

    if (!f) {
        source_fail(s, path.s, strerror(errno));
        return NULL;
    }
    s->name = path;
    s->in = stream_open(f);
    s->number = 0;
    s->named = str_ends(path, STR(".jsonl")) || str_ends(path, STR(".ndjson"));
    head = stream_peek(s->in, 1);
    if (stream_fault(s->in) && head.n == 0) {
        source_fail(s, path.s, stream_fault(s->in));
        document_close(s);
        return NULL;
    }
    if (s->named || (head.n && (head.s[0] == '{' || head.s[0] == '[')) ||
        str_ends(path, STR(".json"))) {
        if (holds_lines(s))
            s->holds = HOLDS_LINES;
        else
            open_json(s);
        return NULL;
    }
    if (warc_is(stream_peek(s->in, 16))) {
        s->warc = (struct warc){.in = s->in, .most_bytes = s->most_bytes};
        s->holds = HOLDS_RECORDS;
        return NULL;
    }
    return open_page(s);
}

struct article *
document_next(struct source *s)
{
    switch (s->holds) {
    case HOLDS_LINES:
        return next_line(s);
    case HOLDS_RECORDS:
        return next_record(s);
    case HOLDS_ENTRIES:
        return next_entry(s);
    case HOLDS_ELEMENTS:
        return next_element(s);
    case HOLDS_NOTHING:
        break;
    }
    return NULL;
}
