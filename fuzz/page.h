/*
 * page.h - a fuzz target for pages of one type: define FUZZ_PAGE first.
 * Whatever the bytes, it ends, and every kept block stands in text as it
 * says, in page order.
 */
#include "article/read.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

static const struct lexicon *lx;
static struct stemmer *stemmer;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *path = getenv("SAMESTORY_DATA");

    (void)argc;
    (void)argv;
    lx = lexicon_open(path ? path : "build/samestory.lex", NULL);
    stemmer = stemmer_open();
    if (!lx)
        BUG("no samestory.lex: set SAMESTORY_DATA");
    return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct article *a = article_new();
    uint32_t end = 0;

    a->bytes = (str){(const char *)data, n};
    a->page = FUZZ_PAGE;
    article_read(lx, stemmer, a);
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        if (memchr(b->text.s, '\n', b->text.n))
            BUG("a block of two lines");
        if (!b->kept)
            continue;
        if (!str_eq(article_words(a, b->at), b->text) || b->at.start < end)
            BUG("a block is not where it says");
        end = b->at.end;
    }
    if (a->why_not && a->text.n)
        BUG("no article, and yet a text");
    article_free(a);
    return 0;
}
