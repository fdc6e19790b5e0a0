/* vector.c - features put together, the heaviest chosen by counting. */
#include "story/vector.h"

#include <string.h>

enum { TYPE_SHIFT = 28 };

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

static bool
is_of(uint32_t id, unsigned types)
{
    return types >> (id >> TYPE_SHIFT) & 1;
}

/* The greatest number up to `top` that `most` reach, and how many lie above
 * it. */
static unsigned
reached(const uint16_t count[256], unsigned top, size_t most, size_t *above)
{
    for (*above = 0; top > 0 && *above + count[top] < most; top--)
        *above += count[top];
    return top;
}

struct vector_limit
vector_limit(const struct vector *v, unsigned types, size_t most)
{
    uint16_t high[256] = {0}, low[256] = {0}, all = 0;
    unsigned top = 0, h, l;
    size_t above, more;

    for (uint32_t i = 0; i < v->n; i++) {
        uint16_t taken = is_of(v->id[i], types);
        unsigned byte = v->weight[i] >> 8;

        high[byte] = (uint16_t)(high[byte] + taken);
        all = (uint16_t)(all + taken);
        top = byte > top ? byte : top;
    }
    if (all <= most)
        return (struct vector_limit){0, UINT16_MAX};
    h = reached(high, top, most, &above);
    for (uint32_t i = 0; i < v->n; i++)
        if (v->weight[i] >> 8 == (int)h && is_of(v->id[i], types))
            low[v->weight[i] & 255]++;
    l = reached(low, 255, most - above, &more);
    return (struct vector_limit){(uint16_t)(h << 8 | l),
                                 (uint16_t)(most - above - more)};
}

void
vector_cut(struct vector *v, size_t most)
{
    struct vector_limit limit = vector_limit(v, ~0u, most);
    uint32_t n = 0;
    size_t equals = 0;

    for (uint32_t i = 0; i < v->n; i++)
        if (v->weight[i] > limit.weight ||
            (v->weight[i] == limit.weight && equals++ < limit.equals)) {
            v->id[n] = v->id[i];
            v->weight[n++] = v->weight[i];
        }
    v->n = n;
}

/* ---- put together ---------------------------------------------------------
 */

void
vector_mean(const struct vector *a, const struct vector *b, double share,
            size_t most, struct vector *out)
{
    uint32_t i = 0, k = 0;

    out->n = 0;
    while (i < a->n || k < b->n) {
        uint32_t x = i < a->n ? a->id[i] : UINT32_MAX;
        uint32_t y = k < b->n ? b->id[k] : UINT32_MAX;
        double weight = (x <= y ? share * a->weight[i] : 0) +
                        (y <= x ? (1 - share) * b->weight[k] : 0);

        vector_add(out, x <= y ? x : y, weight * VECTOR_STEP);
        i += x <= y;
        k += y <= x;
    }
    vector_cut(out, most);
}
