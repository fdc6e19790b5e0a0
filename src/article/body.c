/*
 * body.c - which blocks of an HTML page are the article.
 *
 * Where the text is dense decides first: the innermost element that holds
 * most of the page's prose. Roles (class names and the like) take frames
 * out, but an element that holds the most of all prose is no frame,
 * whatever it is called. Inside, links, frame phrases and looks decide.
 */
#include "article/page.h"

/* 2026-11, extraction set and corpus/dev. */
#define LINKED_SHARE  60  /* percent of a block in links: a link, no text */
#define OPEN_LEAST    16  /* units of a line before the first prose */
#define INNER_LEAST   30  /* … of a line amid it that is no paragraph */
#define CLOSE_NEAR    4   /* blocks behind the last prose: closing words */
#define CLOSE_LEAST   14  /* … of so many units */
#define HEADING_MOST  90  /* … of a heading that is no headline element */
#define LEGEND_MOST   160 /* units of a picture's legend */
#define SUBTITLE_NEAR 3   /* blocks behind the title */
#define LITTLE        150 /* units of text: comments or captions may hold it */
#define LITTLE_FACTOR 4   /* … if so many times as much */
#define LINKED_MOST   220 /* units; longer blocks are text all the same */

static bool
inside(const struct page *p, uint32_t node, uint32_t root)
{
    while (node > root)
        node = p->nodes[node].parent;
    return node == root;
}

/* Whether the block stands with a picture and no prose but itself. */
static bool
image_near(const struct page *p, const struct raw *r)
{
    uint32_t node = r->node;

    for (; node && p->nodes[node].prose <= r->shape.units;
         node = p->nodes[node].parent)
        if (p->nodes[node].roles & ROLE_IMAGE)
            return true;
    return false;
}

struct judge {
    struct page *p;
    const uint32_t *roles;
    uint32_t root;
    size_t first, last; /* prose of the article; SIZE_MAX: none */
    bool sure;          /* rather too little */
    bool legends;       /* the text is that of legends */
};

static bool
frame_phrase(const struct raw *r)
{
    const struct shape *s = &r->shape;

    if (s->rights && ((s->units < 200 && !shape_prose(s)) ||
                      str_starts(r->text, STR("\xC2\xA9"))))
        return true;
    if (s->chrome == CHROME_NONE || s->chrome == CHROME_CAPTION ||
        s->chrome == CHROME_BYLINE || s->chrome == CHROME_FOOTNOTE)
        return s->trail;
    return s->whole || !shape_prose(s);
}

/* In the same element, or in a list in it. */
static bool
beside(const struct page *p, const struct raw *r, const struct raw *prose)
{
    uint32_t in = p->nodes[prose->node].parent;
    uint32_t up = p->nodes[r->node].parent;

    return up == in || p->nodes[up].parent == in;
}

/* Inside the element of the article. */
static enum block_kind
judge_inner(struct judge *j, size_t i)
{
    const struct raw *r = &j->p->raws[i];
    const struct shape *s = &r->shape;
    uint32_t roles = j->roles[r->node];
    bool prose = r->prose;

    if (roles & ROLE_CAPTION || (r->tag == TAG_CAPTION && !j->legends))
        return BLOCK_CAPTION;
    if (s->post || roles & ROLE_EMBED)
        return BLOCK_EMBED;
    if (r->linked * 100 >= s->units * LINKED_SHARE && s->units < LINKED_MOST)
        return BLOCK_CHROME;
    if (frame_phrase(r))
        return BLOCK_CHROME;
    if (!prose &&
        (s->chrome == CHROME_CAPTION || s->tail == CHROME_CAPTION || s->credit))
        return BLOCK_CAPTION;
    if (!prose && (roles & (ROLE_BYLINE | ROLE_TIME) ||
                   s->chrome == CHROME_BYLINE || s->part == CHROME_BYLINE))
        return BLOCK_BYLINE;
    if (i < j->first) {
        if (roles & ROLE_SUBTITLE || (r->tag == TAG_H2 && prose))
            return prose ? BLOCK_BODY : BLOCK_SUBTITLE;
        if (r->tag == TAG_H2)
            return i <= j->p->title + SUBTITLE_NEAR && j->p->title != SIZE_MAX
                       ? BLOCK_SUBTITLE
                       : BLOCK_HEADING;
        if (dates_line(j->p, r))
            return BLOCK_BYLINE;
        if (image_near(j->p, r))
            return BLOCK_CAPTION;
        return prose || (!j->sure && (r->tag == TAG_P || r->tag == TAG_LI) &&
                         s->units >= OPEN_LEAST &&
                         i > (j->p->title == SIZE_MAX ? 0 : j->p->title))
                   ? BLOCK_BODY
                   : BLOCK_CHROME;
    }
    if (i > j->last)
        return s->chrome == CHROME_NONE &&
                       (r->tag == TAG_P || r->tag == TAG_LI ||
                        r->tag == TAG_QUOTE) &&
                       (shape_sentence(s) ||
                        (!j->sure && i <= j->last + CLOSE_NEAR &&
                         s->units >= CLOSE_LEAST &&
                         beside(j->p, r, &j->p->raws[j->last])))
                   ? BLOCK_BODY
               : dates_line(j->p, r) ? BLOCK_BYLINE
                                     : BLOCK_CHROME;
    if (r->tag == TAG_H1 || r->tag == TAG_H2)
        return BLOCK_HEADING;
    if (r->tag == TAG_QUOTE)
        return BLOCK_QUOTE;
    if (image_near(j->p, r) &&
        (!prose || (r->tag == TAG_DIV && s->units < LEGEND_MOST)))
        return BLOCK_CAPTION;
    if (shape_sentence(s))
        return BLOCK_BODY;
    if (r->tag == TAG_LI || r->tag == TAG_CELL || s->colon)
        return BLOCK_BODY;
    if (r->tag == TAG_P)
        return s->units < HEADING_MOST ? BLOCK_HEADING : BLOCK_BODY;
    return prose || (!j->sure && r->tag == TAG_DIV && s->units >= INNER_LEAST)
               ? BLOCK_BODY
               : BLOCK_CHROME;
}

/* Between the title and the article: what introduces it. */
static enum block_kind
judge_head(struct judge *j, size_t i)
{
    const struct raw *r = &j->p->raws[i];
    const struct shape *s = &r->shape;
    uint32_t roles = j->roles[r->node];

    if (roles & ROLE_CAPTION || r->tag == TAG_CAPTION)
        return BLOCK_CAPTION;
    if (s->post || roles & ROLE_EMBED)
        return BLOCK_EMBED;
    if (roles & ROLE_SUBTITLE)
        return r->prose ? BLOCK_BODY : BLOCK_SUBTITLE;
    if (r->linked * 100 >= s->units * LINKED_SHARE && !(roles & ROLE_BYLINE))
        return BLOCK_CHROME;
    if (frame_phrase(r))
        return BLOCK_CHROME;
    if (roles & (ROLE_BYLINE | ROLE_TIME) || s->chrome == CHROME_BYLINE ||
        s->part == CHROME_BYLINE || dates_line(j->p, r))
        return BLOCK_BYLINE;
    if (s->chrome == CHROME_CAPTION || s->credit)
        return BLOCK_CAPTION;
    if (r->prose)
        return BLOCK_BODY;
    if ((r->tag == TAG_P || r->tag == TAG_H2) && s->units >= 30)
        return s->colon ? BLOCK_BODY : BLOCK_SUBTITLE;
    return BLOCK_CHROME;
}

/* Whether both begin with other ASCII letters: no fold makes them equal. */
static bool
differ(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)a[i] >= 0x80 || (unsigned char)b[i] >= 0x80)
            return false;
    return !str_eq_nocase((str){a, n}, (str){b, n});
}

/* The title once more, with or without a site's name at either end. */
static bool
says_title(const struct page *p, str text)
{
    enum { LOOK = 4 };
    str title = p->raws[p->title].text;

    if (text.n < LOOK || title.n < LOOK || text.n >= 1000 ||
        (differ(text.s, title.s, LOOK) &&
         differ(text.s + text.n - LOOK, title.s + title.n - LOOK, LOOK)))
        return false;
    return title_same(text, title, p->mem);
}

static void
judge_one(struct judge *j, size_t i)
{
    struct page *p = j->p;
    struct raw *r = &p->raws[i];
    size_t title = p->title == SIZE_MAX || p->title > j->first ? 0 : p->title;
    bool inner = inside(p, r->node, j->root);

    if (i == p->title)
        r->kind = BLOCK_TITLE;
    else if (p->title != SIZE_MAX && r->linked * 2 < r->shape.units &&
             says_title(p, r->text)) {
        r->kind = BLOCK_TITLE;
        r->doubled = true;
    } else if (j->roles[r->node] & ROLE_FRAME || j->first == SIZE_MAX ||
               (j->roles[r->node] & ROLE_ABOUT &&
                (r->prose || r->tag == TAG_H2)))
        r->kind = BLOCK_CHROME;
    else if (inner && i >= title)
        r->kind = judge_inner(j, i);
    else if (i > title && i < j->first)
        r->kind = judge_head(j, i);
    else if (i > title && i < j->last &&
             (j->roles[r->node] & ROLE_CAPTION || r->tag == TAG_CAPTION))
        r->kind = BLOCK_CAPTION;
    else if (inner && j->roles[r->node] & ROLE_CAPTION)
        r->kind = BLOCK_CAPTION;
    else if (!inner && i < title && p->title != SIZE_MAX &&
             j->roles[r->node] & (ROLE_BYLINE | ROLE_TIME) && dates_line(p, r))
        r->kind = BLOCK_BYLINE;
}

/* A headline over links alone, or over nothing, is one of the frame. */
static void
drop_headings(struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++) {
        size_t next = i + 1;

        if (p->raws[i].kind != BLOCK_HEADING || p->raws[i].tag == TAG_P ||
            p->raws[i].shape.units >= HEADING_MOST)
            continue;
        while (next < p->nraws && (p->raws[next].kind == BLOCK_CAPTION ||
                                   p->raws[next].kind == BLOCK_EMBED ||
                                   p->raws[next].kind == BLOCK_BYLINE))
            next++;
        if (next == p->nraws || (p->raws[next].kind == BLOCK_CHROME &&
                                 p->raws[next].linked * 100 >=
                                     p->raws[next].shape.units * LINKED_SHARE))
            p->raws[i].kind = BLOCK_CHROME;
    }
}

/* The phrases of all blocks that no frame holds. */
static void
look_up(struct page *p, const uint32_t *roles)
{
    for (size_t i = 0; i < p->nraws; i++)
        if (!(roles[p->raws[i].node] & ROLE_FRAME))
            shape_ask(p->lx, p->raws[i].text, &p->raws[i].shape);
}

/* The range of the article's prose. */
static void
find_range(struct judge *j)
{
    struct page *p = j->p;

    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];

        if (i == p->title || !r->prose ||
            j->roles[r->node] &
                (ROLE_FRAME | ROLE_ABOUT | ROLE_CAPTION | ROLE_EMBED) ||
            (r->tag == TAG_CAPTION && !j->legends) || r->shape.post ||
            frame_phrase(r) || !inside(p, r->node, j->root))
            continue;
        if (j->first == SIZE_MAX)
            j->first = i;
        j->last = i;
    }
}

/* Units of what was judged to be text. */
static uint64_t
body_units(const struct page *p)
{
    uint64_t units = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE)
            units += p->raws[i].shape.units;
    return units;
}

/* Judges all blocks with that much faith. */
static void
judge_all(struct page *p, enum faith faith)
{
    struct judge j = {.p = p,
                      .first = SIZE_MAX,
                      .sure = p->a->bias < 0,
                      .legends = faith == FAITH_TEXT};

    root_mark(p, faith);
    j.roles = root_roles(p, faith);
    look_up(p, j.roles);
    j.root = root_find(p, j.roles);
    find_range(&j);
    root_images(p);
    for (size_t i = 0; i < p->nraws; i++) {
        p->raws[i].kind = BLOCK_CHROME;
        p->raws[i].doubled = false;
        judge_one(&j, i);
    }
    drop_headings(p);
}

void
body_judge(struct page *p)
{
    enum faith faith = p->a->bias > 0 ? FAITH_TAGS : FAITH_NAMES;
    uint64_t units = 0;

    if (p->nraws && p->nnodes) {
        for (; faith < FAITH_TEXT && units == 0; faith++) {
            judge_all(p, faith);
            units = body_units(p);
        }
        if (units < LITTLE) {
            judge_all(p, FAITH_TEXT);
            if (body_units(p) < units * LITTLE_FACTOR)
                judge_all(p, faith - 1);
        }
    }
    carried_judge(p);
}
