/*
 * read.c - the door: bytes to title, blocks, text, day.
 */
#include "article/read.h"

#include "article/page.h"
#include "article/site.h"
#include "base/buf.h"
#include "text/charset.h"

#include <string.h>

#define MOST_TEXT ((size_t)512 << 20)

/* ---- from raw blocks to the article
 * ------------------------------------------- */

static bool
is_kept(const struct raw *r)
{
    return r->kind != BLOCK_CHROME && !r->doubled;
}

void
article_write(struct article *a)
{
    struct buf text = {0};

    for (size_t i = 0; i < a->nblocks; i++) {
        struct block *b = &a->blocks[i];

        b->at = (span){0};
        if (!b->kept)
            continue;
        if (text.n)
            buf_putc(&text, '\n');
        b->at.start = (uint32_t)text.n;
        buf_put(&text, b->text);
        b->at.end = (uint32_t)text.n;
    }
    a->text = arena_str(a->mem, buf_str(&text));
    buf_free(&text);
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept)
            a->blocks[i].text =
                str_cut(a->text, a->blocks[i].at.start, a->blocks[i].at.end);
}

static void
write_blocks(struct page *p)
{
    struct article *a = p->a;

    a->nblocks = p->nraws;
    a->blocks = arena_new(a->mem, struct block, p->nraws);
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];
        struct block *b = &a->blocks[i];

        *b = (struct block){.kind = r->kind,
                            .lang = r->lang,
                            .text = r->text,
                            .kept = is_kept(r)};
    }
    article_write(a);
    links_write(p);
}

/* The language of most of the body, by units so that no script counts
 * for more than it says. */
static enum lang
most_lang(const struct page *p)
{
    uint64_t units[LANG_COUNT] = {0};
    enum lang best = LANG_UND;

    for (size_t i = 0; i < p->nraws; i++)
        if (is_kept(&p->raws[i]) &&
            (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE))
            units[p->raws[i].lang] += p->raws[i].shape.units;
    for (int i = 1; i < LANG_COUNT; i++)
        if (units[i] > units[best])
            best = (enum lang)i;
    return best;
}

static bool
has_body(const struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++)
        if (is_kept(&p->raws[i]) &&
            (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE))
            return true;
    return false;
}

/* The same of an article. */
static bool
has_prose(const struct article *a)
{
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept && (a->blocks[i].kind == BLOCK_BODY ||
                                  a->blocks[i].kind == BLOCK_QUOTE))
            return true;
    return a->given_title.n || a->from_feed;
}

bool
page_open(struct page *p)
{
    struct article *a = p->a;
    str text;

    if (str_trim(a->bytes).n == 0 && a->given_title.n == 0 && !a->from_feed) {
        a->why_not = "empty";
        return false;
    }
    if (charset_binary(a->bytes)) {
        a->why_not = "binary data";
        return false;
    }
    text = str_cut(a->bytes, 0, MOST_TEXT);
    if (a->page == PAGE_HTML ||
        (a->page == PAGE_UNKNOWN && markup_is_html(text)))
        text = markup_lean(text, a->mem);
    text = charset_to_utf8(text, a->charset, a->mem);
    p->html = a->page == PAGE_HTML;
    if (a->page == PAGE_UNKNOWN || (a->page == PAGE_FIELDS && !a->from_feed))
        p->html = markup_is_html(text);
    if (a->page == PAGE_UNKNOWN)
        a->page = p->html ? PAGE_HTML : PAGE_PLAIN;
    if (p->html)
        html_read(p, text);
    else
        plain_read(p, text);
    return true;
}

static void
judge(struct page *p)
{
    struct article *a = p->a;

    if (a->given_lang.n)
        p->meta.lang = a->given_lang;
    if (a->given_source.n)
        p->meta.site = a->given_source;
    if (p->html) {
        page_guess(p);
        if (a->given_title.n && p->meta.headline.n == 0)
            p->meta.headline = a->given_title;
        meta_address(p);
        meta_title(p);
        body_judge(p);
        page_langs(p, true);
    } else {
        page_langs(p, false);
        plain_judge(p);
    }
    page_double(p);
    page_label_langs(p);
}

void
article_read(const struct lexicon *lx, struct stemmer *stemmer,
             struct article *a)
{
    struct page p = {
        .lx = lx, .stemmer = stemmer, .mem = a->mem, .a = a, .title = SIZE_MAX};

    a->text = a->title = a->published = (str){"", 0};
    a->published_from = FROM_UNKNOWN;
    if (!page_open(&p))
        return;
    a->host = site_host(a);
    judge(&p);
    a->title = p.title_text;
    a->lang = most_lang(&p);
    if (a->lang == LANG_UND)
        a->lang = lang_of(a->given_lang);
    byline_write(&p);
    if (!has_body(&p) && a->given_title.n == 0 && !a->from_feed) {
        a->why_not = "no prose";
        a->text = (str){"", 0};
        published_find(&p); /* what it tells of itself stands */
        return;
    }
    write_blocks(&p); /* what somebody listed may be a title alone */
    byline_agency(&p);
    published_find(&p);
    if (a->frame && site_apply(a->frame, a) && !has_prose(a)) {
        a->why_not = "no prose";
        a->text = (str){"", 0};
    }
    a->frame = NULL;
}
