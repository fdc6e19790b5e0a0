/*
 * root.c - where on an HTML page the article stands.
 *
 * Where the text is dense decides: the innermost element that holds most of
 * the page's prose. What elements call themselves (roles.c) takes frames out,
 * but one that holds the most of all prose, or the title and some prose, is no
 * frame, whatever it is called.
 */
#include "article/page.h"

/* Shares of the page's prose in percent. 2026-11, extraction set and
 * corpus/dev. */
#define FRAME_MOST   60 /* more: the element is no frame */
#define COMMENT_MOST 92 /* … no room for comments */
#define LABEL_MOST   30 /* … no caption or byline */
#define TITLED_LEAST 5  /* … with the title in it: no frame either */
#define BODY_LEAST   40 /* of an articleBody that is believed */
#define ROOT_LEAST   70 /* of the innermost element that holds the article */

/* Units of prose outside of frames that may be all there is, and how many
 * times as much a frame must hold to be none. 2026-11, extraction set. */
#define KEPT_LEAST  600
#define KEPT_FACTOR 3

#define ROOT_MOST 95 /* … where rather too much is kept */

/* 2026-11, extraction set and corpus/dev. */
#define LOOSE_LINE 24 /* units of such a line */
#define LOOSE_PAGE 60 /* … of all of them together */

/* Marks what tells something and is no list of links. */
void
root_mark(struct page *p, enum faith faith)
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

        if (!r->prose || (roles && (roles[r->node] & without)))
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

/* Whether the title stands in the element. */
static bool
holds_title(const struct page *p, uint32_t node)
{
    uint32_t n = p->title == SIZE_MAX ? 0 : p->raws[p->title].node;

    while (n > node)
        n = p->nodes[n].parent;
    return n == node && p->title != SIZE_MAX;
}

/* What is to be believed of what an element says of itself. */
static uint32_t
own_roles(const struct page *p, uint32_t i, uint64_t total, enum faith faith)
{
    const uint32_t frame = ROLE_FRAME | ROLE_HARD;
    const struct node *n = &p->nodes[i];
    uint64_t prose = (uint64_t)n->prose * 100;
    uint32_t own = n->roles;

    if (faith == FAITH_TAGS && !(own & (ROLE_HARD | ROLE_COMMENT)))
        own &= ~(uint32_t)ROLE_FRAME;
    if (faith == FAITH_TEXT && !(own & ROLE_HARD))
        own &=
            ~(uint32_t)(ROLE_FRAME | ROLE_COMMENT | ROLE_CAPTION | ROLE_EMBED);
    if (prose > total * FRAME_MOST && !(own & ROLE_COMMENT))
        own &= ~frame;
    if (prose > total * COMMENT_MOST)
        own &= ~(frame | ROLE_COMMENT);
    if (own & (frame | ROLE_ABOUT) && prose > total * TITLED_LEAST &&
        holds_title(p, i))
        own &= ~(frame | ROLE_COMMENT | ROLE_ABOUT);
    if (prose > total * FRAME_MOST)
        own &= ~(uint32_t)ROLE_ABOUT;
    if (prose > total * LABEL_MOST)
        own &= ~(uint32_t)(ROLE_CAPTION | ROLE_BYLINE | ROLE_TITLE |
                           ROLE_SUBTITLE | ROLE_EMBED);
    return own;
}

/* Hands roles down, from `from` on: children stand behind their parents. */
static void
hand_down(const struct page *p, uint32_t *roles, const uint32_t *own)
{
    for (size_t i = 0; i < p->nnodes; i++)
        roles[i] = own[i] | (i ? roles[p->nodes[i].parent] &
                                     ~(uint32_t)(ROLE_IMAGE | ROLE_TIME)
                               : 0);
}

/* Units of prose outside of all frames. */
static uint64_t
unframed(const struct page *p, const uint32_t *roles)
{
    uint64_t units = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].prose && !(roles[p->raws[i].node] & ROLE_FRAME))
            units += p->raws[i].shape.units;
    return units;
}

/* The frame that holds the most prose and no comments, 0: there is none. */
static uint32_t
largest_frame(const struct page *p, const uint32_t *roles)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < p->nnodes; i++)
        if (roles[i] & ROLE_FRAME && !(roles[i] & (ROLE_HARD | ROLE_COMMENT)) &&
            !(roles[p->nodes[i].parent] & ROLE_FRAME) &&
            p->nodes[i].prose > p->nodes[best].prose * (best != 0))
            best = i;
    return best;
}

/* Roles of each node with those it inherits. */
uint32_t *
root_roles(struct page *p, enum faith faith)
{
    uint32_t *roles = arena_new(p->mem, uint32_t, p->nnodes);
    uint32_t *own = arena_new(p->mem, uint32_t, p->nnodes);
    uint64_t total = weigh(p, NULL, 0, own), kept;
    uint32_t frame;

    for (uint32_t i = 0; i < p->nnodes; i++)
        own[i] = own_roles(p, i, total, faith);
    hand_down(p, roles, own);
    /* next to nothing is left: the largest frame is the article */
    kept = unframed(p, roles);
    frame = largest_frame(p, roles);
    if (frame && kept < KEPT_LEAST &&
        p->nodes[frame].prose > KEPT_FACTOR * kept) {
        own[frame] &= ~(uint32_t)ROLE_FRAME;
        hand_down(p, roles, own);
    }
    return roles;
}

/* Whether an element beside it that is of its kind tells something, too: the
 * sections of an article. */
static bool
has_fellow(const struct page *p, uint32_t node)
{
    const struct node *own = &p->nodes[node];

    for (uint32_t i = own->parent + 1; own->kind && i < p->nnodes; i++)
        if (i != node && p->nodes[i].parent == own->parent &&
            p->nodes[i].kind == own->kind && p->nodes[i].prose)
            return true;
    return false;
}

/* The element that holds the article; 0, the whole page, if none does. */
uint32_t
root_find(struct page *p, const uint32_t *roles)
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
    else if (root && has_fellow(p, root))
        root = p->nodes[root].parent;
    return body && p->a->bias <= 0 ? body : root;
}

/* A picture belongs to every element around it that holds no more prose
 * than the one it stands in: a table of picture and legend, a wrapper. */
void
root_images(struct page *p)
{
    for (size_t i = p->nnodes; i-- > 1;) {
        struct node *n = &p->nodes[i], *up = &p->nodes[n->parent];

        if (n->roles & ROLE_IMAGE && up->prose <= n->prose)
            up->roles |= ROLE_IMAGE;
    }
}
