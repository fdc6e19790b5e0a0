/*
 * body.c - which blocks of an HTML page are the article.
 *
 * Where the text is dense decides first: the innermost element that holds
 * most of the page's prose. Roles (class names and the like) take frames
 * out, but an element that holds the most of all prose is no frame,
 * whatever it is called. Inside, links, frame phrases and looks decide.
 */
#include "article/page.h"

/* Shares of the page's prose in percent. 2026-11, extraction set and
 * corpus/dev. */
#define FRAME_MOST   60 /* more: the element is no frame */
#define COMMENT_MOST 92 /* … no room for comments */
#define LABEL_MOST   30 /* … no caption or byline */
#define BODY_LEAST   40 /* of an articleBody that is believed */
#define ROOT_LEAST   70 /* of the innermost element that holds the article */

#define ROOT_MOST 95 /* … where rather too much is kept */

/* 2026-11, extraction set and corpus/dev. */
#define LINKED_SHARE  60  /* percent of a block in links: a link, no text */
#define OPEN_LEAST    16  /* units of a line before the first prose */
#define INNER_LEAST   30  /* … of a line amid it that is no paragraph */
#define CLOSE_NEAR    4   /* blocks behind the last prose: closing words */
#define CLOSE_LEAST   14  /* … of so many units */
#define LEGEND_MOST   160 /* units of a picture's legend */
#define SUBTITLE_NEAR 3   /* blocks behind the title */
#define LINKED_MOST   220 /* units; longer blocks are text all the same */

static bool
is_prose(const struct raw *r)
{
    return r->prose;
}

/* What is believed of a page, in turns, until it shows an article. */
enum faith {
    FAITH_NAMES, /* what elements call themselves, and sentences alone */
    FAITH_TAGS,  /* frames are what their tags make them: nav, footer */
    FAITH_LINES, /* a line without an end tells something, too: a recipe */
    FAITH_TURNS
};

/* 2026-11, extraction set and corpus/dev. */
#define LOOSE_LINE 24 /* units of such a line */
#define LOOSE_PAGE 60 /* … of all of them together */

/* Marks what tells something and is no list of links. */
static void
mark_prose(struct page *p, enum faith faith)
{
    uint32_t loose = 0;

    for (size_t i = 0; i < p->nraws; i++) {
        struct raw *r = &p->raws[i];
        const struct shape *s = &r->shape;
        bool line = r->linked * 2 < s->units && s->units >= LOOSE_LINE &&
                    !s->rights && r->tag != TAG_H1 && r->tag != TAG_H2 &&
                    r->tag != TAG_BUTTON && r->tag != TAG_CAPTION;

        r->prose = faith == FAITH_LINES
                       ? line
                       : shape_prose(s) && r->linked * 2 < s->units;
        loose += line ? s->units : 0;
    }
    for (size_t i = 0; i < p->nraws && loose < LOOSE_PAGE; i++)
        p->raws[i].prose = p->raws[i].prose && faith != FAITH_LINES;
}

/* Counts prose under every node, of blocks without these roles. */
static uint32_t
weigh(struct page *p, const uint32_t *roles, uint32_t without, uint32_t *pieces)
{
    for (size_t i = 0; i < p->nnodes; i++)
        p->nodes[i].prose = pieces[i] = 0;
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];

        if (!is_prose(r) || (roles && (roles[r->node] & without)))
            continue;
        p->nodes[r->node].prose += r->shape.units;
        pieces[r->node]++;
    }
    /* children stand behind their parents */
    for (size_t i = p->nnodes; i-- > 1;) {
        p->nodes[p->nodes[i].parent].prose += p->nodes[i].prose;
        pieces[p->nodes[i].parent] += pieces[i];
    }
    return p->nnodes ? p->nodes[0].prose : 0;
}

/* Roles of each node with those it inherits. */
static uint32_t *
inherit(struct page *p, enum faith faith)
{
    uint32_t *roles = arena_new(p->mem, uint32_t, p->nnodes);
    uint32_t *pieces = arena_new(p->mem, uint32_t, p->nnodes);
    uint64_t total = weigh(p, NULL, 0, pieces);

    for (size_t i = 0; i < p->nnodes; i++) {
        struct node *n = &p->nodes[i];
        uint64_t prose = (uint64_t)n->prose * 100;
        uint32_t own = n->roles;

        if (faith == FAITH_TAGS && !(own & (ROLE_HARD | ROLE_COMMENT)))
            own &= ~(uint32_t)ROLE_FRAME;
        if (prose > total * FRAME_MOST && !(own & ROLE_COMMENT))
            own &= ~(uint32_t)(ROLE_FRAME | ROLE_HARD);
        if (prose > total * COMMENT_MOST)
            own &= ~(uint32_t)(ROLE_FRAME | ROLE_COMMENT | ROLE_HARD);
        if (prose > total * LABEL_MOST)
            own &= ~(uint32_t)(ROLE_CAPTION | ROLE_BYLINE | ROLE_TITLE |
                               ROLE_SUBTITLE | ROLE_EMBED);
        roles[i] = own;
        if (i)
            roles[i] |= roles[n->parent] & ~(uint32_t)(ROLE_IMAGE | ROLE_TIME);
    }
    return roles;
}

/* The element that holds the article; 0, the whole page, if none does. */
static uint32_t
find_root(struct page *p, const uint32_t *roles)
{
    uint32_t *pieces = arena_new(p->mem, uint32_t, p->nnodes);
    uint64_t total = weigh(p, roles, ROLE_FRAME, pieces);
    uint32_t root = 0, body = 0;
    uint64_t least = p->a->bias > 0 ? ROOT_MOST : ROOT_LEAST;

    for (uint32_t i = 1; i < p->nnodes; i++) {
        uint64_t prose = (uint64_t)p->nodes[i].prose * 100;

        if (p->nodes[i].roles & ROLE_BODY && prose >= total * BODY_LEAST &&
            p->nodes[i].prose > (body ? p->nodes[body].prose : 0))
            body = i;
        if (prose >= total * least && total &&
            (pieces[i] >= 2 || pieces[0] == 1))
            root = i;
    }
    /* one paragraph alone: what stands about it belongs to it */
    if (root && pieces[0] == 1)
        root = p->nodes[root].parent;
    return body && p->a->bias <= 0 ? body : root;
}

static bool
inside(const struct page *p, uint32_t node, uint32_t root)
{
    while (node > root)
        node = p->nodes[node].parent;
    return node == root;
}

/* A picture belongs to every element around it that holds no more prose
 * than the one it stands in: a table of picture and legend, a wrapper. */
static void
spread_images(struct page *p)
{
    for (size_t i = p->nnodes; i-- > 1;) {
        struct node *n = &p->nodes[i], *up = &p->nodes[n->parent];

        if (n->roles & ROLE_IMAGE && up->prose <= n->prose)
            up->roles |= ROLE_IMAGE;
    }
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
};

static bool
frame_phrase(const struct raw *r)
{
    const struct shape *s = &r->shape;

    if (s->rights && s->units < 200 && !shape_prose(s))
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
    bool prose = is_prose(r);

    if (roles & ROLE_CAPTION || r->tag == TAG_CAPTION)
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
        return s->units < 90 ? BLOCK_HEADING : BLOCK_BODY;
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
        return is_prose(r) ? BLOCK_BODY : BLOCK_SUBTITLE;
    if (r->linked * 100 >= s->units * LINKED_SHARE && !(roles & ROLE_BYLINE))
        return BLOCK_CHROME;
    if (frame_phrase(r))
        return BLOCK_CHROME;
    if (roles & (ROLE_BYLINE | ROLE_TIME) || s->chrome == CHROME_BYLINE ||
        s->part == CHROME_BYLINE || dates_line(j->p, r))
        return BLOCK_BYLINE;
    if (s->chrome == CHROME_CAPTION || s->credit)
        return BLOCK_CAPTION;
    if (is_prose(r))
        return BLOCK_BODY;
    if ((r->tag == TAG_P || r->tag == TAG_H2) && s->units >= 30)
        return BLOCK_SUBTITLE;
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
    } else if (j->roles[r->node] & ROLE_FRAME || j->first == SIZE_MAX)
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

/* Where the page shows no article but its JSON-LD holds one. 2026-11,
 * extraction set and corpus/dev. */
#define LD_FACTOR 2

static void
from_json(struct page *p)
{
    uint64_t kept = 0;
    struct shape all;
    str rest = p->meta.body, line;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY || p->raws[i].kind == BLOCK_QUOTE)
            kept += p->raws[i].shape.units;
    shape_of(NULL, rest, &all);
    if (all.units < PROSE_LONG || all.units < kept * LD_FACTOR + PROSE_LONG)
        return;
    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind != BLOCK_TITLE)
            p->raws[i].kind = BLOCK_CHROME;
    while (str_next(&rest, '\n', &line))
        if (page_add(p, line))
            p->raws[p->nraws - 1].kind = BLOCK_BODY;
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

        if (i == p->title || !is_prose(r) ||
            j->roles[r->node] & (ROLE_FRAME | ROLE_CAPTION | ROLE_EMBED) ||
            r->tag == TAG_CAPTION || r->shape.post || frame_phrase(r) ||
            !inside(p, r->node, j->root))
            continue;
        if (j->first == SIZE_MAX)
            j->first = i;
        j->last = i;
    }
}

void
body_judge(struct page *p)
{
    struct judge j = {.p = p, .first = SIZE_MAX, .sure = p->a->bias < 0};

    for (enum faith faith = p->a->bias > 0 ? FAITH_TAGS : FAITH_NAMES;
         p->nraws && p->nnodes && faith < FAITH_TURNS && j.first == SIZE_MAX;
         faith++) {
        mark_prose(p, faith);
        j.roles = inherit(p, faith);
        look_up(p, j.roles);
        j.root = find_root(p, j.roles);
        find_range(&j);
    }
    if (j.roles) {
        spread_images(p);
        for (size_t i = 0; i < p->nraws; i++)
            judge_one(&j, i);
    }
    from_json(p);
}
