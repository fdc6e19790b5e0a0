/*
 * Promise: whatever stands where a page tells its day, it ends, and what is
 * told is empty or begins with a day of the calendar between 1990 and 2100.
 * The bytes stand in JSON-LD, meta, <time>, the visible line, the address, a
 * script, a title and a byline in turns.
 */
#include "article/read.h"
#include "base/buf.h"
#include "base/oom.h"
#include "test.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void
page_of(struct buf *page, int where, str date)
{
    static const char *const before[] = {
        "<script type='application/ld+json'>{\"@type\":\"Article\","
        "\"datePublished\":\"",
        "<meta property='article:published_time' content='",
        "<time datetime='",
        "<p class='date'>",
        "<link rel=canonical href='",
        "<script>x={\"publishedAt\":\"",
        "<abbr class='published' title='",
        "<div class='author'>By "};
    static const char *const behind[] = {
        "\"}</script>", "'>",           "'></time>", "</p>",
        "'>",           "\"}</script>", "'></abbr>", "</div>"};

    buf_putz(page, "<html><head></head><body><h1>Harbour wall gives way</h1>");
    buf_putz(page, before[where]);
    buf_put(page, date);
    buf_putz(page, behind[where]);
    buf_putz(page, "<p>The old wall of the harbour gave way in the night, and "
                   "the market square stood under water until noon.</p>");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct stemmer *stemmer = stemmer_open();

    for (int where = 0; where < 8; where++) {
        struct article *a = article_new();
        struct buf page = {0};

        page_of(&page, where, (str){(const char *)bytes, n < 400 ? n : 400});
        a->bytes = buf_str(&page);
        a->page = PAGE_HTML;
        article_read(test_lexicon(), stemmer, a);
        if (a->published.n) {
            struct day d;

            if (a->published.n < 10 ||
                !day_parse(str_cut(a->published, 0, 10), &d) || d.month < 1 ||
                d.month > 12 || d.day < 1 || d.day > 31 || d.year < 1990 ||
                d.year > 2100)
                BUG("what is told as published is no day");
        }
        article_free(a);
        buf_free(&page);
    }
    stemmer_close(stemmer);
    return 0;
}
