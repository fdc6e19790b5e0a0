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

/* 0: of the types; 1: of others. */
static unsigned
class_of(uint32_t id, unsigned types)
{
    return 1 & ~(types >> (id >> FEATURE_SHIFT));
}

/* The greatest number up to `top` that `most` reach, and how many lie above
 * it. */
static unsigned
reached(const uint16_t count[256], unsigned top, size_t most, size_t *above)
{
    size_t sum = 0;
    unsigned at = top < 256 ? top : 255;

    while (at > 0 && sum + count[at] < most)
        sum += count[at--];
    *above = sum;
    return at;
}

void
vector_limits(const struct vector *v, unsigned types, size_t most,
              struct vector_limit out[2])
{
    uint16_t high[2][256] = {{0}, {0}}, low[2][256] = {{0}, {0}};
    size_t all[2] = {0, 0}, above[2], more;
    unsigned top = 0, h[2], l;

    for (uint32_t i = 0; i < v->n; i++) {
        unsigned c = class_of(v->id[i], types), byte = v->weight[i] >> 8;

        high[c][byte]++;
        all[c]++;
        top = byte > top ? byte : top;
    }
    for (int c = 0; c < 2; c++)
        h[c] = reached(high[c], top, most, &above[c]);
    for (uint32_t i = 0; i < v->n; i++) {
        unsigned c = class_of(v->id[i], types);

        if (v->weight[i] >> 8 == (int)h[c])
            low[c][v->weight[i] & 255]++;
    }
    for (int c = 0; c < 2; c++) {
        out[c] = (struct vector_limit){0, UINT16_MAX};
        if (all[c] <= most)
            continue;
        l = reached(low[c], 255, most - above[c], &more);
        out[c] = (struct vector_limit){(uint16_t)(h[c] << 8 | l),
                                       (uint16_t)(most - above[c] - more)};
    }
}

void
vector_cut(struct vector *v, size_t most)
{
    struct vector_limit limit[2];
    uint32_t n = 0;
    size_t equals = 0;

    if (v->n <= most)
        return;
    vector_limits(v, ~0u, most, limit);
    for (uint32_t i = 0; i < v->n; i++)
        if (v->weight[i] > limit->weight ||
            (v->weight[i] == limit->weight && equals++ < limit->equals)) {
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
