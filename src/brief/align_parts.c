/* align_parts.c - counts that are parts of another one, and their wholes. */
#include "brief/align.h"

#include <math.h>

/* Parts of one count are of one size: two dead beside 21 are rather some of
 * them; own stories, 2026-11. */
#define PART_LEAST (1.0 / 3)

/* Whether two readings may be parts of one count. */
static bool
summed(const struct work *w, size_t i, size_t k)
{
    const struct quantity_mark *a = w->facets->list[i].q;
    const struct quantity_mark *b = w->facets->list[k].q;

    return a->unit == b->unit && a->counted == b->counted && !a->partitive &&
           !b->partitive &&
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

/*
 * Whether a page that tells `part` tells the rest of `whole` beside it:
 * twelve killed in one village, seven in the next, nineteen in both. What the
 * pages of the whole tell as well is no part of it.
 */
bool
align_adds_up(const struct work *w, uint32_t part, uint32_t whole)
{
    double sum = w->facets->list[whole].q->min;

    for (uint32_t i = part; i != NOBODY; i = w->next[i])
        for (uint32_t k = 0; k < w->n; k++)
            if (align_same_part(w, i, k) && i != k &&
                w->facets->list[i].q->min + w->facets->list[k].q->min == sum &&
                summed(w, i, k) && !share_page(w, whole, w->list[k].group))
                return true;
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
