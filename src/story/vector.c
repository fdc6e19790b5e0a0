/* vector.c - features put together, the heaviest chosen by counting. */
#include "story/vector.h"

#include "record/article.h"

#include <string.h>

struct vector
vector_new(size_t n, struct arena *mem)
{
    /* all that is read was written before */
    struct vector v = {arena_raw(mem, (n + 1) * sizeof *v.id),
                       arena_raw(mem, (n + 1) * sizeof *v.weight), 0};

    return v;
}

void
vector_add(struct vector *v, uint32_t id, double weight)
{
    double steps = weight / VECTOR_STEP + 0.5; /* rounded when it is cut */

    if (!(steps >= 1))
        return;
    v->id[v->n] = id;
    v->weight[v->n++] = steps < UINT16_MAX ? (uint16_t)steps : UINT16_MAX;
}

/* ---- the heaviest ---------------------------------------------------------
 */

/* Counted first in coarse steps, then those of one coarse step in fine ones. */
enum { COARSE_BITS = 6, FINE_BITS = 16 - COARSE_BITS };

/* The greatest number up to `top` that `most` reach, and how many lie above
 * it. */
static unsigned
reached(const uint16_t *count, unsigned top, size_t most, size_t *above)
{
    size_t sum = 0;
    unsigned at = top;

    while (at > 0 && sum + count[at] < most)
        sum += count[at--];
    *above = sum;
    return at;
}

struct vector_limit
vector_limit(const uint16_t *weight, size_t n, size_t most)
{
    uint16_t coarse[1 << COARSE_BITS] = {0}, fine[1 << FINE_BITS];
    size_t above, more;
    unsigned all = 0, shift = 0, at, last;

    if (n <= most)
        return (struct vector_limit){0, UINT16_MAX};
    for (size_t i = 0; i < n; i++)
        all |= weight[i];
    while (all >> shift >> COARSE_BITS)
        shift++;
    for (size_t i = 0; i < n; i++)
        coarse[weight[i] >> shift]++;
    at = reached(coarse, all >> shift, most, &above);
    memset(fine, 0, sizeof *fine << shift);
    last = (1u << shift) - 1;
    for (size_t i = 0; i < n; i++)
        if (weight[i] >> shift == (int)at)
            fine[weight[i] & last]++;
    last = reached(fine, last, most - above, &more);
    return (struct vector_limit){(uint16_t)(at << shift | last),
                                 (uint16_t)(most - above - more)};
}

void
vector_cut(struct vector *v, size_t most)
{
    struct vector_limit limit = vector_limit(v->weight, v->n, most);
    uint32_t n = 0;
    size_t equals = limit.equals;

    if (v->n <= most)
        return;
    for (uint32_t i = 0; i < v->n; i++) {
        uint16_t weight = v->weight[i];
        bool equal = weight == limit.weight && equals > 0;

        v->id[n] = v->id[i];
        v->weight[n] = weight;
        equals -= equal;
        n += equal || weight > limit.weight;
    }
    v->n = n;
}

/* ---- put together ---------------------------------------------------------
 */

void
vector_mean(const struct vector *a, const struct vector *b, double share,
            size_t most, struct vector *out)
{
    uint32_t i = 0, k = 0, n = 0;

    while (i < a->n || k < b->n) {
        uint32_t x = i < a->n ? a->id[i] : UINT32_MAX;
        uint32_t y = k < b->n ? b->id[k] : UINT32_MAX;
        double steps = (x <= y ? share * a->weight[i] : 0) +
                       (y <= x ? (1 - share) * b->weight[k] : 0) + 0.5;

        out->id[n] = x <= y ? x : y;
        out->weight[n] = (uint16_t)steps; /* no more than the greater is */
        n += steps >= 1;
        i += x <= y;
        k += y <= x;
    }
    out->n = n;
    vector_cut(out, most);
}
