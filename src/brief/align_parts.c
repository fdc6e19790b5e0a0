/* align_parts.c - counts that are parts of another one, and their wholes. */
#include "brief/align.h"

#include <math.h>

/* Parts of one count are of one size: two dead beside 21 are rather some of
 * them; own stories, 2026-11. */
#define PART_LEAST (1.0 / 3)

#define APART_LEAST 10 /* events_dev, 2026-11 */

static bool
counts_persons(const struct facet *f)
{
    return f->cls == CLASS_PERSON || f->cls == CLASS_ROLE;
}

/* Whether two readings may be parts of one count: of the same, or of persons
 * whom one thing befell (four detainees, seven people). */
static bool
summed(const struct work *w, size_t i, size_t k)
{
    const struct facet *x = &w->facets->list[i], *y = &w->facets->list[k];
    const struct quantity_mark *a = x->q, *b = y->q;

    return a->unit == b->unit &&
           (a->counted == b->counted ||
            (w->list[i].article != w->list[k].article && counts_persons(x) &&
             counts_persons(y))) &&
           !a->partitive && !b->partitive &&
           fmin(a->min, b->min) >= PART_LEAST * fmax(a->min, b->min) &&
           (a->state == b->state || !a->state || !b->state);
}

/* Whether some page tells of both groups. */
static bool
share_page(const struct work *w, uint32_t a, uint32_t b)
{
    for (uint32_t i = a; i != NOBODY; i = w->next[i])
        if (align_tells_of(w, w->list[i].article, b))
            return true;
    return false;
}

static bool
tells_value(const struct work *w, uint32_t article, double value)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->list[i].article == article && w->facets->list[i].q->min == value)
            return true;
    return false;
}

/* Tolls of one day grow from page to page; that one is the sum of two others
 * is chance. */
static bool
is_growing(const struct lexicon *lx, uint32_t state)
{
    str key = lexicon_key(lx, state);

    return str_is(key, "killed") || str_is(key, "wounded") ||
           str_is(key, "missing");
}

/* Whether two pages tell a part each: neither knows of the other's, and both
 * of what befell some of one kind. Small sums come about by chance. */
static bool
told_apart(const struct work *w, size_t i, size_t k, uint32_t whole)
{
    const struct quantity_mark *a = w->facets->list[i].q;
    const struct quantity_mark *b = w->facets->list[k].q;

    uint32_t state = a->state ? a->state : b->state;

    return w->list[i].article != w->list[k].article && state &&
           state == w->facets->list[whole].q->state &&
           !is_growing(w->lx, state) && a->min + b->min >= APART_LEAST &&
           !tells_value(w, w->list[i].article, b->min) &&
           !tells_value(w, w->list[k].article, a->min);
}

/*
 * Whether the rest of `whole` is told beside `part`: twelve killed in one
 * village, seven in the next, nineteen in both; or on another page: seven
 * arrested in one land, four in the other. What the pages of the whole tell as
 * well is no part of it.
 */
bool
align_adds_up(const struct work *w, uint32_t part, uint32_t whole)
{
    double sum = w->facets->list[whole].q->min;

    for (uint32_t i = part; i != NOBODY; i = w->next[i])
        for (uint32_t k = 0; k < w->n; k++)
            if (i != k && w->list[k].group != whole &&
                w->facets->list[i].q->min + w->facets->list[k].q->min == sum &&
                (align_same_part(w, i, k) || told_apart(w, i, k, whole)) &&
                summed(w, i, k) && !share_page(w, whole, w->list[k].group))
                return true;
    return false;
}

/* Whether two groups are parts that two pages tell of one that others tell. */
bool
align_adds_up_to_one(const struct work *w, uint32_t a, uint32_t b)
{
    for (uint32_t c = 0; c < w->n; c++) {
        if (w->list[c].group != c || c == a || c == b || share_page(w, c, a) ||
            share_page(w, c, b))
            continue;
        for (uint32_t i = a; i != NOBODY; i = w->next[i])
            for (uint32_t k = b; k != NOBODY; k = w->next[k])
                if (w->facets->list[i].q->min + w->facets->list[k].q->min ==
                        w->facets->list[c].q->min &&
                    told_apart(w, i, k, c) && summed(w, i, k))
                    return true;
    }
    return false;
}

/* ---- parts and their whole --------------------------------------------- */

/* The count that a partitive one is a part of: before it in its sentence. */
static uint32_t
whole_of(const struct work *w, uint32_t part)
{
    const struct quantity_mark *p = w->facets->list[part].q;
    uint32_t found = NOBODY;

    for (uint32_t i = 0; i < w->n; i++) {
        const struct quantity_mark *q = w->facets->list[i].q;

        if (align_same_part(w, i, part) && q->sentence == p->sentence &&
            q->word < p->word && !q->partitive && q->state &&
            q->min >= p->min &&
            (found == NOBODY || w->facets->list[found].q->word < q->word))
            found = i;
    }
    return found;
}

/*
 * A page that knows of a part alone ("wounded two American soldiers") tells
 * of the whole in its way, where another one tells both ("three wounded, of
 * them two soldiers"). Pages that tell both keep the two apart.
 */
void
align_parts(struct work *w)
{
    for (uint32_t p = 0; p < w->n; p++) {
        uint32_t whole, g = w->list[p].group, h, alone = 0;
        bool both = false;

        if (!w->facets->list[p].q->partitive)
            continue;
        whole = whole_of(w, p);
        if (whole == NOBODY || w->list[whole].group == g)
            continue;
        h = w->list[whole].group;
        for (uint32_t i = g; i != NOBODY; i = w->next[i]) {
            const struct quantity_mark *q = w->facets->list[i].q;

            if (q->partitive)
                continue;
            if (align_tells_of(w, w->list[i].article, h))
                both = true;
            else
                alone += q->state != 0 &&
                         q->state == w->facets->list[whole].q->state &&
                         q->counted != w->facets->list[whole].q->counted;
        }
        if (alone && !both)
            align_merge(w, h, g);
    }
}
