/*
 * Promise: any page is digested; blocks and marks are spans of the text,
 * and never inside a character.
 */
#include "base/oom.h"
#include "engine/digest.h"
#include "test.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void
inside(const struct article *a, span at)
{
    if (at.start > at.end || at.end > a->text.n)
        BUG("a mark outside the text");
    if ((at.start < a->text.n &&
         ((unsigned char)a->text.s[at.start] & 0xC0) == 0x80) ||
        (at.end < a->text.n &&
         ((unsigned char)a->text.s[at.end] & 0xC0) == 0x80))
        BUG("a mark inside a character");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct article *a = article_new();

    a->path = STR("page");
    a->bytes = arena_str(a->mem, (str){(const char *)bytes, n});
    digest(test_lexicon(), a);
    if (!utf8_valid(a->text))
        BUG("no UTF-8");
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept)
            inside(a, a->blocks[i].at);
    for (size_t i = 0; i < a->nnames; i++)
        inside(a, a->names[i].at);
    for (size_t i = 0; i < a->ndates; i++)
        inside(a, a->dates[i].at);
    for (size_t i = 0; i < a->nquantities; i++)
        inside(a, a->quantities[i].at);
    for (size_t i = 0; i < a->nquotes; i++)
        inside(a, a->quotes[i].at);
    article_free(a);
    return 0;
}
