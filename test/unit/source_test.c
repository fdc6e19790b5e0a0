/* source_test.c - the next document: files, folders, JSONL, what is none. */
#include "test.h"

#include "base/buf.h"
#include "source/jsonl.h"
#include "source/source.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/samestory-source-XXXXXX";
static struct buf told;

static void
complain(void *ctx, const char *path, const char *why)
{
    const char *name = strrchr(path, '/');

    (void)ctx;
    buf_printf(&told, "%s: %s\n", name ? name + 1 : path, why);
}

static const char *
at(const char *name)
{
    static char path[8][256];
    static int turn;

    turn = (turn + 1) % 8;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void
put(const char *name, const char *bytes, size_t n)
{
    FILE *f = fopen(at(name), "wb");

    if (!CHECK(f != NULL))
        return;
    fwrite(bytes, 1, n, f);
    fclose(f);
}

#define PUT(name, text) put(name, text, sizeof(text) - 1)

/* The names of what comes, and what was told. */
static void
take(const char *path, size_t most, const char *want, const char *words)
{
    struct source *s;
    struct article *a;
    struct buf got = {0};

    buf_clear(&told);
    s = source_open(&path, 1, most, complain, NULL);
    while ((a = source_next(s))) {
        const char *name = strrchr(a->path.s, '/');

        buf_printf(&got, "%s %s\n", name ? name + 1 : a->path.s,
                   a->page == PAGE_HTML     ? "html"
                   : a->page == PAGE_PLAIN  ? "plain"
                   : a->page == PAGE_FIELDS ? "fields"
                                            : "unknown");
        article_free(a);
    }
    CHECK_STR(buf_str(&got), want);
    CHECK_STR(buf_str(&told), words);
    CHECK(source_failed(s) == 0 || told.n > 0);
    source_close(s);
    buf_free(&got);
}

static void
pages_are_told_by_their_content(void)
{
    PUT("page.txt", "<!DOCTYPE html><html><body><p>The dam broke.</p>");
    PUT("text.html", "The dam broke on Friday.\n");
    take(at("page.txt"), 1 << 20, "page.txt html\n", "");
    take(at("text.html"), 1 << 20, "text.html plain\n", "");
    unlink(at("page.txt"));
    unlink(at("text.html"));
}

static void
folders_are_read_in_name_order(void)
{
    mkdir(at("in"), 0700);
    mkdir(at("in/b"), 0700);
    PUT("in/c.txt", "c");
    PUT("in/a.txt", "a");
    PUT("in/b/z.txt", "z");
    PUT("in/b/y.jsonl", "{\"text\":\"one\"}\n\n{\"text\":\"two\"}\n");
    PUT("in/.hidden", "h");
    take(at("in"), 1 << 20,
         "a.txt plain\ny.jsonl:1 fields\ny.jsonl:3 fields\nz.txt plain\n"
         "c.txt plain\n",
         "");
    unlink(at("in/c.txt"));
    unlink(at("in/a.txt"));
    unlink(at("in/b/z.txt"));
    unlink(at("in/b/y.jsonl"));
    rmdir(at("in/b"));
    take(at("in"), 1 << 20, "", "in: a folder without pages\n");
    unlink(at("in/.hidden"));
    rmdir(at("in"));
}

static void
what_is_no_page_is_told(void)
{
    take(at("none"), 1 << 20, "", "none: No such file or directory\n");
    PUT("empty", "");
    take(at("empty"), 1 << 20, "", "empty: an empty file\n");
    put("picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20);
    take(at("picture"), 1 << 20, "", "picture: binary data, no page\n");
    PUT("long", "The dam broke on Friday.\n");
    take(at("long"), 10, "", "long: longer than 10 bytes, the limit\n");
    unlink(at("empty"));
    unlink(at("picture"));
    unlink(at("long"));
}

static void
bad_lines_are_told_by_number(void)
{
    PUT("x.jsonl", "no\n{\"text\":\"one\"}\n[]\n{\"id\":\"1\"}\n");
    take(at("x.jsonl"), 1 << 20, "x.jsonl:2 fields\n",
         "x.jsonl:1: no JSON\nx.jsonl:3: JSON, but no object\n"
         "x.jsonl:4: an object without text, html or title\n");
    unlink(at("x.jsonl"));
}

static void
json_of_many_lines_is_told_once(void)
{
    PUT("x.json", "{\n \"a\": 1,\n \"b\": 2\n}\n");
    take(at("x.json"), 1 << 20, "", "x.json: JSON, but no article\n");
    PUT("x.json", "[\n 1,\n 2\n]\n");
    take(at("x.json"), 1 << 20, "", "x.json: JSON, but no article\n");
    PUT("x.json", "{\"text\":\"one\"}\n");
    take(at("x.json"), 1 << 20, "x.json:1 fields\n", "");
    unlink(at("x.json"));
}

static void
fields_are_taken(void)
{
    struct article *a = article_new();
    char why[128];

    CHECK(
        jsonl_take(STR("{\"id\":17,\"headline\":\"t\",\"body\":\"x\",\"link\":"
                       "\"u\",\"published\":\"2021-07-26\",\"language\":"
                       "\"ar\",\"source\":\"AP\",\"more\":[1],\"also\":\"y\"}"),
                   a, why, sizeof why));
    CHECK_STR(a->given_id, "17");
    CHECK_STR(a->given_title, "t");
    CHECK_STR(a->bytes, "x");
    CHECK_STR(a->url, "u");
    CHECK_STR(a->given_date, "2021-07-26");
    CHECK_STR(a->given_lang, "ar");
    CHECK_STR(a->given_source, "AP");
    CHECK_STR(a->extra, "{\"more\":[1],\"also\":\"y\"}");
    CHECK_STR(a->type, "text/plain");
    article_free(a);
    a = article_new();
    CHECK(jsonl_take(STR("{\"html\":\"<p>x\"}"), a, why, sizeof why));
    CHECK_STR(a->type, "text/html");
    article_free(a);
}

TEST_MAIN
{
    if (!mkdtemp(folder))
        exit(1);
    RUN(pages_are_told_by_their_content);
    RUN(folders_are_read_in_name_order);
    RUN(what_is_no_page_is_told);
    RUN(bad_lines_are_told_by_number);
    RUN(json_of_many_lines_is_told_once);
    RUN(fields_are_taken);
    rmdir(folder);
    buf_free(&told);
}
