/* base_test.c - text, memory, tables, JSON, markup, jobs side by side. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/markup.h"
#include "base/oom.h"
#include "base/pool.h"
#include "base/radix.h"
#include "base/stash.h"
#include "base/table.h"

#include <stdlib.h>
#include <string.h>

/* ---- str ----------------------------------------------------------------- */

static void
str_compares_by_bytes(void)
{
    CHECK(str_eq(STR("dam"), STR("dam")));
    CHECK(!str_eq(STR("dam"), STR("dams")));
    CHECK(str_is(STR("dam"), "dam"));
    CHECK(str_cmp(STR("dam"), STR("dams")) < 0);
    CHECK(str_cmp(STR("b"), STR("ab")) > 0);
    CHECK(str_cmp((str){0}, (str){0}) == 0);
    CHECK(str_eq(str_of(NULL), (str){0}));
    CHECK(str_eq_nocase(STR("HTML"), STR("html")));
    CHECK(!str_eq_nocase(STR("É"), STR("é")));
}

static void
str_finds(void)
{
    CHECK(str_find(STR("the dam broke"), STR("dam")) == 4);
    CHECK(str_find(STR("the dam"), STR("dams")) == SIZE_MAX);
    CHECK(str_find(STR("aab"), STR("ab")) == 1);
    CHECK(str_find_nocase(STR("a <BODY>"), STR("<body")) == 2);
    CHECK(str_starts(STR("dam"), STR("da")) &&
          !str_starts(STR("d"), STR("da")));
    CHECK(str_ends(STR("a.html"), STR(".html")));
    CHECK(!str_ends(STR("l"), STR("html")));
}

static void
str_cuts_inside_its_bounds(void)
{
    CHECK_STR(str_cut(STR("abcdef"), 2, 4), "cd");
    CHECK_STR(str_cut(STR("abc"), 2, 99), "c");
    CHECK_STR(str_cut(STR("abc"), 9, 99), "");
    CHECK_STR(str_cut(STR("abc"), 2, 1), "");
    CHECK_STR(str_trim(STR(" \t\n dam \r\n")), "dam");
    CHECK_STR(str_trim(STR("  ")), "");
}

static void
str_next_gives_every_piece(void)
{
    str rest = STR("a,,b"), piece;

    CHECK(str_next(&rest, ',', &piece));
    CHECK_STR(piece, "a");
    CHECK(str_next(&rest, ',', &piece));
    CHECK_STR(piece, "");
    CHECK(str_next(&rest, ',', &piece));
    CHECK_STR(piece, "b");
    CHECK(!str_next(&rest, ',', &piece));
}

static void
hashes_differ_where_texts_do(void)
{
    CHECK(str_hash(STR("dam")) == str_hash(STR("dam")));
    CHECK(str_hash(STR("dam")) != str_hash(STR("mad")));
    CHECK(str_hash((str){"a\0", 2}) != str_hash((str){"a", 1}));
}

/* ---- arena, buf, table --------------------------------------------------- */

static void
arenas_zero_align_and_grow(void)
{
    struct arena *mem = arena_open();
    uint32_t *list = NULL;
    str s;

    for (size_t i = 1; i < 2000; i += 7) {
        unsigned char *p = arena_alloc(mem, i);

        CHECK(((uintptr_t)p & (_Alignof(max_align_t) - 1)) == 0);
        CHECK(p[0] == 0 && p[i - 1] == 0);
        memset(p, 0xAA, i);
    }
    for (uint32_t i = 0; i < 10000; i++) {
        list = arena_grow(mem, list, i, sizeof *list);
        list[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++)
        if (list[i] != i) {
            CHECK(list[i] == i);
            break;
        }
    s = arena_str(mem, STR("dam"));
    CHECK_STR(s, "dam");
    CHECK(s.s[s.n] == '\0');
    CHECK_STR(arena_printf(mem, "%d %s", 17, "dead"), "17 dead");
    CHECK(arena_bytes(mem) >= 10000 * sizeof *list);
    memset(arena_alloc(mem, (size_t)8 << 20), 1, (size_t)8 << 20);
    arena_close(mem);
    arena_close(NULL);
}

static void
arrays_that_grow_side_by_side_stay_apart(void)
{
    struct arena *mem = arena_open();
    struct pair {
        uint32_t a, b, c;
    } *one = NULL, *other = NULL;

    /* one grows alone to 64, where it lies last; then both */
    for (uint32_t i = 0; i < 64; i++) {
        one = arena_grow(mem, one, i, sizeof *one);
        CHECK(one[i].a == 0 && one[i].c == 0);
        one[i] = (struct pair){i, 1, i};
    }
    for (uint32_t i = 0; i < 3000; i++) {
        one = arena_grow(mem, one, 64 + i, sizeof *one);
        other = arena_grow(mem, other, i, sizeof *other);
        CHECK(one[64 + i].a == 0 && other[i].c == 0);
        one[64 + i] = (struct pair){64 + i, 1, 64 + i};
        other[i] = (struct pair){i, 2, i};
    }
    for (uint32_t i = 0; i < 3000; i++)
        CHECK(one[i].a == i && one[i].b == 1 && other[i].c == i &&
              other[i].b == 2);
    arena_close(mem);
}

static void
buffers_grow_and_end_in_nul(void)
{
    struct buf b = {0};

    for (int i = 0; i < 5000; i++)
        buf_printf(&b, "%d,", i);
    CHECK(b.n == strlen(b.s));
    buf_clear(&b);
    buf_put(&b, STR("a"));
    buf_putz(&b, "b");
    buf_putc(&b, 'c');
    buf_utf8(&b, 0xE9);
    buf_utf8(&b, 0x6C34);
    buf_utf8(&b, 0x1F600);
    CHECK_STR(buf_str(&b), "abcé水😀");
    CHECK(b.s[b.n] == '\0');
    buf_free(&b);
    CHECK(buf_str(&b).n == 0);
}

static void
tables_keep_every_key(void)
{
    struct table *t = table_open();
    char key[32];
    bool found;

    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "key %u", i);
        *table_at(t, str_of(key), &found) = i;
        if (found)
            CHECK(!found);
    }
    CHECK(table_count(t) == 20000);
    for (uint32_t i = 0; i < 20000; i++) {
        const uint32_t *v;

        snprintf(key, sizeof key, "key %u", i);
        v = table_get(t, str_of(key));
        if (!v || *v != i)
            CHECK(v && *v == i);
    }
    CHECK(!table_get(t, STR("no key")));
    *table_at(t, (str){0}, &found) = 7; /* the empty key is one, too */
    CHECK(!found && *table_get(t, (str){0}) == 7);
    table_close(t);
}

static void
errors_keep_their_words(void)
{
    struct err err = {0};

    CHECK(!err_set(&err, ERR_IO, "read %s: %d", "x", 7));
    CHECK(err.kind == ERR_IO);
    CHECK_STR(str_of(err.words), "read x: 7");
    CHECK(!err_set(NULL, ERR_IO, "nobody listens"));
}

/* ---- JSON ---------------------------------------------------------------- */

static void
json_is_written_with_its_commas(void)
{
    struct buf b = {0};
    struct json_writer w = {&b, false};

    json_open(&w, '{');
    json_key(&w, "a");
    json_num(&w, 0.1);
    json_key(&w, "b");
    json_open(&w, '[');
    json_num(&w, 3);
    json_num(&w, 6500000);
    json_num(&w, -999999999999999);
    json_num(&w, -2.5);
    json_num(&w, 1e22);
    json_num(&w, INFINITY);
    json_bool(&w, true);
    json_null(&w);
    json_z(&w, NULL);
    json_open(&w, '[');
    json_close(&w, ']');
    json_close(&w, ']');
    json_key(&w, "c");
    json_str(&w, STR("\"\\\n\t\x01é"));
    json_close(&w, '}');
    CHECK_STR(buf_str(&b), "{\"a\":0.1,\"b\":[3,6500000,-999999999999999,-2.5,"
                           "1e+22,null,true,null,null,[]],"
                           "\"c\":\"\\\"\\\\\\n\\t\\u0001é\"}");
    buf_free(&b);
}

static void
json_numbers_are_the_fewest_digits_that_are_them(void)
{
    static const double numbers[] = {
        0.0613,    -0.5,      0.001,      0.00099, 999999.25,
        1234567.5, 0.1234567, 100.000001, 1.0 / 3, 0.1 + 0.2};
    struct buf b = {0};
    struct json_writer w = {&b, false};

    json_open(&w, '[');
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        json_num(&w, numbers[i]);
    json_close(&w, ']');
    CHECK_STR(buf_str(&b),
              "[0.0613,-0.5,0.001,0.00099,999999.25,1234567.5,0.1234567,"
              "100.000001,0.3333333333333333,0.30000000000000004]");
    buf_free(&b);
}

static void
json_strings_are_always_utf8(void)
{
    struct buf b = {0};
    struct json_writer w = {&b, false};

    json_str(&w, STR("a\xFF"
                     "b\xC3"));
    CHECK_STR(buf_str(&b), "\"a\xEF\xBF\xBD"
                           "b\xEF\xBF\xBD\"");
    buf_clear(&b);
    json_str(&w, STR("\xED\xA0\x80")); /* half a surrogate pair */
    CHECK(str_find(buf_str(&b), STR("\xED\xA0")) == SIZE_MAX);
    buf_free(&b);
}

static void
json_is_read(void)
{
    struct json *j = json_parse(
        STR(" {\"a\":[1,2.5,\"x\\u00e9\"],\"b\":{\"c\":null},\"d\":\"\"} "));
    const struct json *a = json_get(j, "a"), *e = json_first(a);
    struct buf b = {0};
    double n = 0;

    CHECK(json_is_object(j) && json_is_array(a));
    CHECK(json_number(e, &n) && n == 1);
    e = json_next(json_next(e));
    CHECK_STR(json_text(e), "xé");
    CHECK(!json_next(e));
    CHECK_STR(json_name(json_next(json_first(j))), "b");
    CHECK(!json_get(j, "z") && !json_get(NULL, "a") && !json_get(a, "a"));
    CHECK(json_text(a).n == 0 && !json_number(j, &n));
    json_print(json_get(j, "b"), &b);
    CHECK_STR(buf_str(&b), "{\"c\":null}");
    buf_free(&b);
    json_free(j);
    json_free(NULL);
}

static void
json_refuses_what_is_none(void)
{
    static const char *const bad[] = {"",      "{",        "{\"a\":}", "[1,]",
                                      "nul",   "{\"a\":1", "\"",       "tru",
                                      "{a:1}", "[1] [2]",  "{} x"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct json *j = json_parse(str_of(bad[i]));

        if (j)
            printf("taken for JSON: %s\n", bad[i]);
        CHECK(!j);
        json_free(j);
    }
}

static void
json_depth_is_bounded(void)
{
    struct buf b = {0};
    struct json *j;

    for (int i = 0; i < JSON_MOST_DEPTH - 10; i++)
        buf_putc(&b, '[');
    for (int i = 0; i < JSON_MOST_DEPTH - 10; i++)
        buf_putc(&b, ']');
    j = json_parse(buf_str(&b));
    CHECK(j != NULL);
    json_free(j);
    buf_clear(&b);
    for (int i = 0; i < 100000; i++)
        buf_putc(&b, '[');
    CHECK(!json_parse(buf_str(&b)));
    buf_clear(&b);
    for (int i = 0; i < 100000; i++)
        buf_putz(&b, "{\"a\":");
    CHECK(!json_parse(buf_str(&b)));
    buf_free(&b);
}

/* ---- markup -------------------------------------------------------------- */

struct seen {
    struct buf text;
    int open, starts;
};

static void
on_start(void *ctx, const struct markup_tag *tag)
{
    struct seen *s = ctx;

    s->open++;
    s->starts++;
    buf_printf(&s->text, "<%.*s>", STR_ARG(tag->name));
    if (markup_value(tag, "href").n)
        buf_printf(&s->text, "(%.*s)", STR_ARG(markup_value(tag, "href")));
}

static void
on_end(void *ctx, str name)
{
    ((struct seen *)ctx)->open--;
    buf_printf(&((struct seen *)ctx)->text, "</%.*s>", STR_ARG(name));
}

static void
on_text(void *ctx, str text)
{
    buf_put(&((struct seen *)ctx)->text, text);
}

static const struct markup_handler handler = {on_start, on_end, on_text};

static void
markup_comes_as_events(void)
{
    struct seen s = {0};

    CHECK(markup_html(STR("<!-- no --><P>a&eacute;&amp;<A HREF='x'>b</a><p>c"),
                      &handler, &s));
    CHECK(str_find(buf_str(&s.text), STR("<p>aé&<a>(x)b</a>")) != SIZE_MAX);
    CHECK(str_find(buf_str(&s.text), STR("no")) == SIZE_MAX);
    CHECK(s.open == 0);
    buf_free(&s.text);
}

static void
references_are_characters_but_in_scripts(void)
{
    struct seen s = {0};

    CHECK(markup_html(STR("<p>&#8217;&#x41;&lt &nosuch; &#55296;1 < 2 &amp;lt;"
                          "<a TITLE=t href='?a&amp;b&#61;c'></a>"
                          "<script type=application/ld+json>a&amp;b</script>"),
                      &handler, &s));
    CHECK(str_find(buf_str(&s.text), STR("<p>\u2019A&lt &nosuch; 1 < 2 &lt;"
                                         "<a>(?a&b=c)</a>")) != SIZE_MAX);
    CHECK(str_find(buf_str(&s.text), STR("a&amp;b")) != SIZE_MAX);
    buf_free(&s.text);
}

static void
what_is_no_tag_is_text_or_nothing(void)
{
    struct seen s = {0};

    CHECK(markup_html(STR("a <3 b</ x>c</3>d<!x>e<?php f ?>g<"), &handler, &s));
    CHECK_STR(buf_str(&s.text), "a <3 bcdeg<");
    buf_free(&s.text);
}

static void
attributes_that_draw_are_left_out(void)
{
    struct seen s = {0};

    CHECK(markup_html(STR("<a onclick=\"x()\" aria-href=u1 src=u2 / "
                          "href = \"u3\" href=u4>"),
                      &handler, &s));
    CHECK_STR(buf_str(&s.text), "<a>(u3)</a>");
    buf_free(&s.text);
}

static void
html_is_told_by_its_tags(void)
{
    CHECK(markup_is_html(STR("\xEF\xBB\xBF <!DOCTYPE HTML>")));
    CHECK(markup_is_html(STR("words <body class=x>")));
    CHECK(markup_is_html(STR("<style>\n.boat { width: 9em }")));
    CHECK(markup_is_html(STR("<p>The dam broke.")));
    CHECK(markup_is_html(STR("The dam<br>broke<p>at noon")));
    CHECK(!markup_is_html(STR("How to set <p> and </p> in a page")));
    CHECK(!markup_is_html(STR("a < b, <pre and <- c")));
    CHECK(!markup_is_html(STR("")));
}

static void
markup_of_any_depth_ends(void)
{
    struct seen s = {0};
    struct buf page = {0};

    for (int i = 0; i < 200000; i++)
        buf_putz(&page, "<div>");
    buf_putz(&page, "end");
    CHECK(!markup_html(buf_str(&page), &handler, &s));
    CHECK(s.open >= 0);
    CHECK(s.starts <= MARKUP_MOST_TAGS);
    buf_free(&s.text);
    buf_free(&page);
}

/* ---- jobs side by side --------------------------------------------------- */

#define ITEMS 500

struct item {
    int number, worked;
};

struct line {
    struct item items[ITEMS];
    int next, done;
    bool in_order;
};

static void *
take(void *ctx)
{
    struct line *l = ctx;

    return l->next < ITEMS ? &l->items[l->next++] : NULL;
}

static void
work(void *ctx, void *item)
{
    struct item *i = item;
    volatile int turns = (i->number * 7919) % 20000; /* of uneven length */

    (void)ctx;
    while (turns > 0)
        turns--;
    i->worked++;
}

static void
finish(void *ctx, void *item)
{
    struct line *l = ctx;
    struct item *i = item;

    if (i->number != l->done || i->worked != 1)
        l->in_order = false;
    l->done++;
}

static void
a_stream_keeps_its_order(void)
{
    static const size_t threads[] = {0, 1, 2, 8, 64};

    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        struct line l = {.in_order = true};

        for (int i = 0; i < ITEMS; i++)
            l.items[i].number = i;
        pool_stream(threads[t], take, work, finish, &l);
        CHECK(l.done == ITEMS && l.in_order);
    }
}

static void
count(void *ctx, size_t i, size_t worker)
{
    int *seen = ctx;

    if (worker < 8)
        seen[i]++;
}

static void
every_job_is_done_once(void)
{
    int seen[1000] = {0};
    bool once = true;

    pool_run(8, 1000, count, seen);
    for (int i = 0; i < 1000; i++)
        once = once && seen[i] == 1;
    CHECK(once);
    pool_run(8, 0, count, seen);
    CHECK(pool_processors() >= 1);
}

static void
take_and_put_back(void *ctx, size_t i, size_t worker)
{
    int *mine = stash_take(ctx);

    (void)i, (void)worker;
    if (!mine) {
        mine = oom_malloc(sizeof *mine);
        *mine = 0;
    }
    ++*mine; /* a race here is two that have one thing */
    if (!stash_put(ctx, mine))
        free(mine);
}

static int closed_uses;

static void
close_counted(void *p)
{
    closed_uses += *(int *)p;
    free(p);
}

static void
what_is_taken_is_nobody_elses(void)
{
    struct stash *s = stash_open();

    CHECK(stash_take(s) == NULL);
    pool_run(8, 20000, take_and_put_back, s);
    stash_close(s, close_counted);
    CHECK(closed_uses == 20000);
}

static void
a_full_stash_takes_no_more(void)
{
    struct stash *s = stash_open();
    int things[STASH_MOST + 1];

    for (int i = 0; i < STASH_MOST; i++)
        CHECK(stash_put(s, &things[i]));
    CHECK(!stash_put(s, &things[STASH_MOST]));
    CHECK(stash_take(s) == &things[0] && stash_put(s, &things[STASH_MOST]));
    while (stash_take(s))
        ;
    stash_close(s, NULL);
}

/* ---- radix --------------------------------------------------------------- */

/* Keys that differ in each of their bytes, and a hundred times the same. */
static void
radix_sorts_by_key_and_keeps_the_order_of_equals(void)
{
    enum { MANY = 1000 };
    static struct radix list[MANY], room[MANY];
    bool sorted = true;

    radix_sort(list, room, 0);
    for (uint32_t i = 0; i < MANY; i++)
        list[i] = (struct radix){i % 10 ? i * 2654435761u : 77, i};
    radix_sort(list, room, MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t at = list[i].at;

        sorted &= at < MANY && list[i].key == (at % 10 ? at * 2654435761u : 77);
        sorted &= i == 0 || list[i - 1].key < list[i].key ||
                  (list[i - 1].key == list[i].key && list[i - 1].at < at);
    }
    CHECK(sorted);
}

TEST_MAIN
{
    RUN(radix_sorts_by_key_and_keeps_the_order_of_equals);
    RUN(str_compares_by_bytes);
    RUN(str_finds);
    RUN(str_cuts_inside_its_bounds);
    RUN(str_next_gives_every_piece);
    RUN(hashes_differ_where_texts_do);
    RUN(arenas_zero_align_and_grow);
    RUN(arrays_that_grow_side_by_side_stay_apart);
    RUN(buffers_grow_and_end_in_nul);
    RUN(tables_keep_every_key);
    RUN(errors_keep_their_words);
    RUN(json_is_written_with_its_commas);
    RUN(json_numbers_are_the_fewest_digits_that_are_them);
    RUN(json_strings_are_always_utf8);
    RUN(json_is_read);
    RUN(json_refuses_what_is_none);
    RUN(json_depth_is_bounded);
    RUN(markup_comes_as_events);
    RUN(references_are_characters_but_in_scripts);
    RUN(what_is_no_tag_is_text_or_nothing);
    RUN(attributes_that_draw_are_left_out);
    RUN(html_is_told_by_its_tags);
    RUN(markup_of_any_depth_ends);
    RUN(a_stream_keeps_its_order);
    RUN(every_job_is_done_once);
    RUN(what_is_taken_is_nobody_elses);
    RUN(a_full_stash_takes_no_more);
}
