/* article.c - the parcel: its arena, its parts, the names of its kinds. */
#include "record/article.h"

#include <string.h>

struct article *
article_new(void)
{
    struct arena *mem = arena_open();
    struct article *a = arena_new(mem, struct article, 1);

    a->mem = mem;
    return a;
}

void
article_free(struct article *a)
{
    if (a)
        arena_close(a->mem);
}

str
article_words(const struct article *a, span at)
{
    return str_cut(a->text, at.start, at.end);
}

const struct block *
article_block(const struct article *a, uint32_t at)
{
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept && at >= a->blocks[i].at.start &&
            at < a->blocks[i].at.end)
            return &a->blocks[i];
    return NULL;
}

span
article_sentence(const struct article *a, uint32_t at)
{
    const struct words *w = &a->read.w;
    size_t lo = 0, hi = w->nsentences;
    const struct block *b;

    /* the last sentence that begins at or before the byte */
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (w->sentences[mid].at.start <= at)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo > 0 && at < w->sentences[lo - 1].at.end)
        return w->sentences[lo - 1].at;
    b = article_block(a, at);
    return b ? b->at : (span){at, at};
}

const char *
block_kind_name(enum block_kind k)
{
    static const char *const names[BLOCK_KINDS] = {
        "title",   "subtitle", "heading", "body",     "quote",
        "caption", "byline",   "embed",   "footnote", "chrome"};

    return (unsigned)k < BLOCK_KINDS ? names[k] : "chrome";
}

const char *
published_from_name(enum published_from f)
{
    static const char *const names[FROM_KINDS] = {
        "unknown", "metadata", "dateline", "url",  "text",
        "feed",    "caption",  "embed",    "copy", "story"};

    return (unsigned)f < FROM_KINDS ? names[f] : "unknown";
}

const char *
name_kind_name(enum name_kind k)
{
    static const char *const names[] = {"person", "org", "place", "other"};

    return (unsigned)k < sizeof names / sizeof *names ? names[k] : "other";
}

bool
article_bare(const struct article *a)
{
    return a->title.n == 0 && a->text.n == 0;
}
