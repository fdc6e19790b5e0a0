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

/* The greatest byte that `most` reach, and how many lie above it. */
static unsigned
reached(const uint32_t count[256], size_t most, size_t *above)
{
    unsigned b = 255;

    for (*above = 0; b > 0 && *above + count[b] < most; b--)
        *above += count[b];
    return b;
}

struct vector_limit
vector_limit(const struct vector *v, unsigned types, size_t most)
{
    uint32_t high[256] = {0}, low[256] = {0}, all = 0;
    size_t above, more;
    unsigned h, l;

    for (uint32_t i = 0; i < v->n; i++)
        if (is_of(v->id[i], types)) {
            high[v->weight[i] >> 8]++;
            all++;
        }
    if (all <= most)
        return (struct vector_limit){0, UINT16_MAX};
    h = reached(high, most, &above);
    for (uint32_t i = 0; i < v->n; i++)
        if (v->weight[i] >> 8 == (int)h && is_of(v->id[i], types))
            low[v->weight[i] & 255]++;
    l = reached(low, most - above, &more);
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

/* ---- met ------------------------------------------------------------------
 */

/* The slot of an id: its own, or the empty one where it would stand. Ids are
 * hashes already. */
static size_t
slot_of(const struct vector_laid *l, uint32_t id)
{
    size_t i = id & (VECTOR_SLOTS - 1);

    while (l->id[i] != 0 && l->id[i] != id)
        i = (i + 1) & (VECTOR_SLOTS - 1);
    return i;
}

static uint64_t
may_hold(const struct vector_laid *l, uint32_t id)
{
    return l->may[id % VECTOR_BITS / 64] >> id % 64 & 1;
}

void
vector_lay(struct vector_laid *l, const struct vector *v)
{
    memset(l->may, 0, sizeof l->may);
    memset(l->id, 0, sizeof l->id);
    for (uint32_t i = 0; i < v->n && i < VECTOR_LAID_MOST; i++) {
        size_t slot = slot_of(l, v->id[i]);

        l->id[slot] = v->id[i];
        l->weight[slot] = v->weight[i];
        l->may[v->id[i] % VECTOR_BITS / 64] |= 1ull << v->id[i] % 64;
    }
}

/* Indexes of v, below `end`, of what the other may hold; without a branch,
 * which none could foresee. */
static uint32_t
candidates(const struct vector_laid *l, const struct vector *v, uint32_t from,
           uint32_t end, uint32_t *index)
{
    uint32_t n = 0;

    for (uint32_t i = from; i < end; i++) {
        index[n] = i;
        n += (uint32_t)may_hold(l, v->id[i]);
    }
    return n;
}

void
vector_meet(const struct vector_laid *l, const struct vector *v, unsigned types,
            uint64_t product[16], uint64_t least[2])
{
    uint32_t index[256];

    for (uint32_t from = 0; from < v->n; from += 256) {
        uint32_t end = v->n - from > 256 ? from + 256 : v->n;
        uint32_t n = candidates(l, v, from, end, index);

        for (uint32_t k = 0; k < n; k++) {
            uint32_t id = v->id[index[k]], y = v->weight[index[k]];
            size_t slot = slot_of(l, id);
            uint32_t x = l->id[slot] ? l->weight[slot] : 0;

            product[id >> TYPE_SHIFT] += x * y;
            least[is_of(id, types)] += x < y ? x : y;
        }
    }
}

/* ---- put together ---------------------------------------------------------
 */

struct vector
vector_copy(const struct vector *v, struct arena *mem)
{
    struct vector out = vector_new(v->n, mem);

    out.n = v->n;
    memcpy(out.id, v->id, v->n * sizeof *v->id);
    memcpy(out.weight, v->weight, v->n * sizeof *v->weight);
    return out;
}

struct vector
vector_mean(const struct vector *a, const struct vector *b, double share,
            size_t most, struct arena *mem)
{
    struct vector out = vector_new((size_t)a->n + b->n, mem);
    uint32_t i = 0, k = 0;

    while (i < a->n || k < b->n) {
        uint32_t x = i < a->n ? a->id[i] : UINT32_MAX;
        uint32_t y = k < b->n ? b->id[k] : UINT32_MAX;
        double weight = (x <= y ? share * a->weight[i] : 0) +
                        (y <= x ? (1 - share) * b->weight[k] : 0);

        vector_add(&out, x <= y ? x : y, weight * VECTOR_STEP);
        i += x <= y;
        k += y <= x;
    }
    vector_cut(&out, most);
    return out;
}
