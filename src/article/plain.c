/*
 * plain.c - a capture as plain text: which of its lines are the article.
 *
 * Scrapers leave one block a line, the frame of the site before and behind.
 * The article runs from its first line of prose to its last. Behind the body a
 * frame phrase ("Read more", "Leave a reply") ends the article unless prose
 * goes on at length.
 */
#include "article/plain.h"

#include <string.h>

#define GO_ON_PROSE 2 /* lines of prose that show that an article goes on */
#define GO_ON_UNITS 100
#define GO_ON_HALF  60  /* units: two such lines are as good as one */
#define GO_ON_REACH 300 /* lines that are looked through for them */
/* Short paragraphs do as well, one right behind the other. */
#define GO_ON_RUN       3
#define GO_ON_RUN_UNITS 240
#define NOTES_MOST      40 /* footnotes of a page */
#define STOP_UNITS      60 /* of a frame phrase that ends the article */

/* 2026-11, lines of the examples and corpus/dev: headings have up to 37 units,
 * legends without a mark at the end 21 to 92. */
#define HEADING_MOST 44
#define WRITER_MOST  60 /* units of "Ann Lee, with our partner The Post" */

void
plain_read(struct page *p, str text)
{
    str line;

    while (p->nraws < PAGE_MOST_BLOCKS && str_next(&text, '\n', &line))
        if (page_add(p, line)) {
            struct shape *s = &p->raws[p->nraws - 1].shape;

            s->trail = s->trail || plain_menu(line, s);
        }
}

struct judge {
    struct page *p;
    size_t first, last; /* prose of the article */
    size_t stop;        /* where the frame behind it begins */
    size_t notes;       /* footnotes that were looked up */
    bool any;
};

/* ---- the range of the article
 * ------------------------------------------------ */

/* Paragraphs right behind line i, an offer in the midst of an article: links
 * to others come with headlines between them, comments and terms of use
 * behind phrases of their own. */
static bool
runs_on(const struct page *p, const enum look *look, size_t i)
{
    uint8_t chrome = p->raws[i].shape.chrome;
    uint32_t units = 0;
    size_t n = 0;

    if (chrome == CHROME_COMMENT || chrome == CHROME_LEGAL)
        return false;
    for (i++; i < p->nraws && look[i] == LOOK_PROSE && p->raws[i].shape.last;
         i++, n++)
        units += p->raws[i].shape.units;
    return n >= GO_ON_RUN && units >= GO_ON_RUN_UNITS;
}

/* Whether prose goes on behind line i as no frame does. */
static bool
goes_on(const struct page *p, const enum look *look, size_t i)
{
    size_t halves = 0, end = i + GO_ON_REACH;
    const struct raw *own = &p->raws[i], *next = own + 1;

    /* "Read also: <headline>" has its link in itself: a list would begin with
     * bare headlines */
    if (own->shape.chrome == CHROME_MORE && !own->shape.whole &&
        i + 1 < p->nraws && look[i + 1] == LOOK_PROSE && next->shape.last)
        return true;
    if (runs_on(p, look, i))
        return true;
    for (i++; i < p->nraws && i < end && halves < 2 * GO_ON_PROSE; i++) {
        const struct raw *r = &p->raws[i];

        if (look[i] == LOOK_PROSE && r->shape.last)
            halves += (r->shape.units >= GO_ON_HALF) +
                      (r->shape.units >= GO_ON_UNITS);
        else if (look[i] == LOOK_FRAME && r->shape.chrome == CHROME_COMMENT)
            break;
    }
    return halves >= 2 * GO_ON_PROSE;
}

static bool
stops(const struct raw *r)
{
    const struct shape *s = &r->shape;

    if (!s->whole && s->units > STOP_UNITS)
        return false;
    return s->chrome == CHROME_MORE || s->chrome == CHROME_COMMENT ||
           s->chrome == CHROME_SHARE || s->chrome == CHROME_SUBSCRIBE ||
           s->chrome == CHROME_NAV || s->chrome == CHROME_LEGAL ||
           s->chrome == CHROME_PRINT;
}

static void
find_range(struct judge *j, const enum look *look)
{
    struct page *p = j->p;

    j->first = j->stop = p->nraws;
    j->last = 0;
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];

        if (look[i] == LOOK_PROSE && i != p->title) {
            if (j->first == p->nraws)
                j->first = i;
            j->last = i;
        } else if (look[i] == LOOK_FRAME && j->first < p->nraws && stops(r) &&
                   !goes_on(p, look, i)) {
            j->stop = i;
            break;
        }
    }
    j->any = j->first < p->nraws;
    /* sentences that follow at once belong to it */
    for (size_t i = j->last + 1; j->any && i < j->stop; i++) {
        if (look[i] == LOOK_SENTENCE)
            j->last = i;
        else if (look[i] != LOOK_EMBED && look[i] != LOOK_CAPTION)
            break;
    }
}

/* A page without prose: its longest lines are all there is. */
static void
short_range(struct judge *j, const enum look *look)
{
    struct page *p = j->p;
    size_t best = p->nraws;

    for (size_t i = 0; i < p->nraws; i++) {
        const struct shape *s = &p->raws[i].shape;

        if ((look[i] == LOOK_SENTENCE ||
             (look[i] == LOOK_SHORT && s->units >= 24)) &&
            i != p->title &&
            (best == p->nraws ||
             (look[i] == LOOK_SENTENCE && look[best] != LOOK_SENTENCE) ||
             (look[i] == look[best] && s->units > p->raws[best].shape.units)))
            best = i;
    }
    if (best == p->nraws)
        return;
    j->first = j->last = best;
    j->any = true;
}

/* ---- judging
 * ------------------------------------------------------------------ */

/* Whether a letter or quotation mark somewhere bears this note's number. */
static bool
note_called(struct judge *j, size_t i)
{
    const struct page *p = j->p;
    char digit = p->raws[i].text.s[0];

    if (++j->notes > NOTES_MOST)
        return false;

    for (size_t k = 0; k < i; k++) {
        str t = p->raws[k].text;

        if (p->raws[k].kind != BLOCK_BODY)
            continue;
        for (size_t at = 1; at < t.n; at++)
            if (t.s[at] == digit &&
                (((unsigned char)t.s[at - 1] & 0x80) ||
                 (t.s[at - 1] | 32) >= 'a') &&
                (at + 1 == t.n || t.s[at + 1] < '0' || t.s[at + 1] > '9'))
                return true;
    }
    return false;
}

/* "17.40 The dam holds": the hour of an entry of a live page, and its heading.
 */
static bool
hour_first(str line)
{
    size_t n = 0;

    while (n < line.n && n < 2 && line.s[n] >= '0' && line.s[n] <= '9')
        n++;
    return n && n + 4 < line.n && (line.s[n] == ':' || line.s[n] == '.') &&
           line.s[n + 1] >= '0' && line.s[n + 1] <= '5' &&
           line.s[n + 2] >= '0' && line.s[n + 2] <= '9' && line.s[n + 3] == ' ';
}

/* Lines before the body, behind the title. */
static enum block_kind
judge_head(struct page *p, const enum look *look, size_t i, bool byline,
           str body)
{
    const struct raw *r = &p->raws[i];

    switch (look[i]) {
    case LOOK_CAPTION:
        return BLOCK_CAPTION;
    case LOOK_EMBED:
        return BLOCK_EMBED;
    case LOOK_BYLINE:
        return BLOCK_BYLINE;
    case LOOK_FRAME:
    case LOOK_NOTE:
        return BLOCK_CHROME;
    default:
        break;
    }
    if (dates_line(p, r))
        return BLOCK_BYLINE;
    if (look[i] == LOOK_SHORT && hour_first(r->text))
        return BLOCK_HEADING;
    if (r->shape.units < TITLE_SURE && !r->shape.last && !byline)
        return BLOCK_CHROME;
    if (byline && !r->shape.last)
        return BLOCK_CAPTION;
    /* what stands under a title is told in the text, but for who wrote it */
    return look[i] == LOOK_SHORT && r->shape.units < WRITER_MOST &&
                   !plain_recurring(r->text, body, p->mem)
               ? BLOCK_BYLINE
               : BLOCK_SUBTITLE;
}

/* A line within the body that is no sentence: a heading, or of a picture. */
static bool
legend(const struct raw *r)
{
    return r->shape.units > HEADING_MOST || str_ends(r->text, STR(")")) ||
           str_ends(r->text, STR("\xEF\xBC\x89"));
}

static enum block_kind
judge_inner(struct page *p, const enum look *look, size_t i)
{
    switch (look[i]) {
    case LOOK_PROSE:
    case LOOK_SENTENCE:
        return BLOCK_BODY;
    case LOOK_CAPTION:
        return BLOCK_CAPTION;
    case LOOK_EMBED:
        return BLOCK_EMBED;
    case LOOK_BYLINE:
        return BLOCK_BYLINE;
    case LOOK_NOTE:
        return BLOCK_FOOTNOTE;
    case LOOK_FRAME:
        return BLOCK_CHROME;
    case LOOK_SHORT:
        break;
    }
    /* twice the same short line: a picture's text and its legend */
    if ((i + 1 < p->nraws && str_eq(p->raws[i].text, p->raws[i + 1].text)) ||
        (i > 0 && str_eq(p->raws[i].text, p->raws[i - 1].text)))
        return BLOCK_CAPTION;
    if (dates_line(p, &p->raws[i]))
        return BLOCK_BYLINE;
    return legend(&p->raws[i]) ? BLOCK_CAPTION : BLOCK_HEADING;
}

static enum block_kind
judge_tail(struct judge *j, const enum look *look, size_t i)
{
    struct page *p = j->p;
    const struct raw *r = &p->raws[i];

    if (look[i] == LOOK_EMBED)
        return BLOCK_EMBED;
    if (look[i] == LOOK_NOTE ||
        (plain_note(r->text) && look[i] != LOOK_FRAME && note_called(j, i)))
        return BLOCK_FOOTNOTE;
    if (i < j->stop && look[i] == LOOK_CAPTION)
        return BLOCK_CAPTION;
    if (i < j->stop && look[i] == LOOK_BYLINE)
        return BLOCK_BYLINE;
    return i < j->stop && dates_line(p, r) ? BLOCK_BYLINE : BLOCK_CHROME;
}

/* Headlines below "Read more" in the middle of an article. */
static void
inner_links(struct page *p, const enum look *look, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (look[i] == LOOK_FRAME && p->raws[i].kind == BLOCK_CHROME &&
            p->raws[i].shape.chrome == CHROME_MORE && p->raws[i].shape.whole)
            for (size_t k = i + 1; k < to && p->raws[k].kind == BLOCK_HEADING;
                 k++)
                p->raws[k].kind = BLOCK_CHROME;
}

/* The text field of an item has no frame: what is not sure to be one is
 * body, and a post alone is one too. */
static void
judge_field(struct page *p, const enum look *look)
{
    bool any = false;

    for (size_t i = 0; i < p->nraws; i++) {
        struct raw *r = &p->raws[i];

        if (r->kind == BLOCK_CHROME && look[i] != LOOK_FRAME)
            r->kind = look[i] == LOOK_EMBED ? BLOCK_EMBED : BLOCK_BODY;
        any = any || r->kind == BLOCK_BODY;
    }
    for (size_t i = 0; i < p->nraws && !any; i++)
        if (p->raws[i].kind != BLOCK_TITLE)
            p->raws[i].kind = BLOCK_BODY;
    /* a title and nothing else */
    if (p->nraws == 1)
        p->raws[0].kind = BLOCK_BODY;
}

void
plain_judge(struct page *p)
{
    enum look *look = arena_new(p->mem, enum look, p->nraws + 1);
    struct judge j = {.p = p};
    bool byline = false;
    size_t title;
    str body;

    for (size_t i = 0; i < p->nraws; i++)
        look[i] = plain_look(&p->raws[i]);
    plain_title(p, look);
    find_range(&j, look);
    if (!j.any)
        short_range(&j, look);
    body = plain_body(p, look, j.first);
    title = p->title == SIZE_MAX || p->title > j.first ? 0 : p->title;
    for (size_t i = 0; i < p->nraws && j.any; i++) {
        struct raw *r = &p->raws[i];

        if (r->kind == BLOCK_TITLE)
            continue;
        if (i < title)
            r->kind = dates_line(p, r) ? BLOCK_BYLINE : BLOCK_CHROME;
        else if (i < j.first)
            r->kind = p->title == SIZE_MAX && look[i] == LOOK_SHORT
                          ? BLOCK_CHROME
                          : judge_head(p, look, i, byline, body);
        else if (i <= j.last)
            r->kind =
                plain_note(r->text) && i + 3 > j.last && note_called(&j, i)
                    ? BLOCK_FOOTNOTE
                    : judge_inner(p, look, i);
        else
            r->kind = judge_tail(&j, look, i);
        byline = byline || (r->kind == BLOCK_BYLINE && i > title);
    }
    if (j.any)
        inner_links(p, look, j.first, j.last);
    if (p->a->page == PAGE_FIELDS)
        judge_field(p, look);
}
