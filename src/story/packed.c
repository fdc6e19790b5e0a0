/* packed.c - vectors without a bit to spare. */
#include "story/packed.h"

#include <string.h>

enum {
    ID_BYTES = 3,
    ID_MASK = (1 << FEATURE_BITS) - 1,
    SPARE = 3, /* bytes that may be read behind the last weight */
};
_Static_assert(FEATURE_BITS == 8 * ID_BYTES, "an id without its type");

static bool
is_known(uint32_t id)
{
    uint32_t type = id >> FEATURE_SHIFT;

    return type > 0 && type < FEATURE_TYPES;
}

/* ---- bytes ----------------------------------------------------------------
 */

/* Weights stand behind the last one. */
static uint32_t
id_at(const unsigned char *p, size_t i)
{
    return packed_four(p + ID_BYTES * i) & ID_MASK;
}

static const unsigned char *
weights_of(const struct packed *p)
{
    return p->bytes + ID_BYTES * (size_t)packed_count(p);
}

static size_t
bytes_of_weights(size_t n, unsigned bits)
{
    return (n * bits + 7) / 8 + SPARE;
}

static uint16_t
weight_at(const struct packed *p, const unsigned char *weights, size_t i)
{
    size_t bit = i * p->bits;

    return (uint16_t)(p->least + (packed_four(weights + bit / 8) >> bit % 8 &
                                  ((1u << p->bits) - 1)));
}

/* Weights of features chosen, bit behind bit. */
static void
put_weights(const struct vector *v, const uint16_t *index, size_t n,
            struct packed *p)
{
    unsigned char *out = p->bytes + ID_BYTES * n;
    uint32_t rest = 0, held = 0; /* fewer than eight bits */

    for (size_t i = 0; i < n; i++) {
        rest |= (uint32_t)(v->weight[index[i]] - p->least) << held;
        for (held += p->bits; held >= 8; held -= 8) {
            *out++ = (unsigned char)rest;
            rest >>= 8;
        }
    }
    *out++ = (unsigned char)rest;
    memset(out, 0, (size_t)((unsigned char *)p + packed_bytes(p) - out));
}

/* ---- made and read --------------------------------------------------------
 */

size_t
packed_bytes(const struct packed *p)
{
    size_t n = packed_count(p);

    return offsetof(struct packed, bytes) + ID_BYTES * n +
           bytes_of_weights(n, p->bits);
}

struct packed *
packed_make(const struct vector *v, struct arena *mem)
{
    uint16_t index[PACKED_MOST] = {0}, n = 0;
    struct packed head = {.least = UINT16_MAX, .bits = 1}, *p;
    uint16_t most = 0;

    for (uint32_t i = 0; i < v->n && n < PACKED_MOST; i++) {
        if (!is_known(v->id[i]))
            continue;
        index[n++] = (uint16_t)i;
        head.end[v->id[i] >> FEATURE_SHIFT]++;
        head.least = v->weight[i] < head.least ? v->weight[i] : head.least;
        most = v->weight[i] > most ? v->weight[i] : most;
    }
    for (size_t t = 1; t < FEATURE_TYPES; t++)
        head.end[t] = (uint16_t)(head.end[t] + head.end[t - 1]);
    while (n && (most - head.least) >> head.bits)
        head.bits++;
    p = arena_raw(mem, packed_bytes(&head));
    memcpy(p, &head, offsetof(struct packed, bytes));
    for (size_t i = 0; i < n; i++) {
        uint32_t id = v->id[index[i]];
        unsigned char *out = p->bytes + ID_BYTES * i;

        out[0] = (unsigned char)id;
        out[1] = (unsigned char)(id >> 8);
        out[2] = (unsigned char)(id >> 16);
    }
    put_weights(v, index, n, p);
    return p;
}

struct packed *
packed_copy(const struct packed *p, struct arena *mem)
{
    size_t bytes = packed_bytes(p);

    return memcpy(arena_raw(mem, bytes), p, bytes);
}

struct vector
packed_read(const struct packed *p, struct packed_room *room)
{
    const unsigned char *weights = weights_of(p);
    uint32_t mask = (1u << p->bits) - 1, i = 0, bit = 0;

    for (uint32_t type = 1; type < FEATURE_TYPES; type++)
        for (uint32_t end = p->end[type]; i < end; i++, bit += p->bits) {
            uint32_t above = packed_four(weights + bit / 8) >> bit % 8 & mask;

            room->id[i] = type << FEATURE_SHIFT | id_at(p->bytes, i);
            room->weight[i] = (uint16_t)(p->least + above);
        }
    return (struct vector){room->id, room->weight, i};
}

/* ---- met ------------------------------------------------------------------
 */

void
packed_lay(struct packed_laid *l, const struct packed *p)
{
    struct packed_room room;
    struct vector v = packed_read(p, &room);

    memset(l->may, 0, sizeof l->may);
    memset(l->id, 0, sizeof l->id);
    for (uint32_t i = 0; i < v.n; i++) {
        size_t slot = v.id[i] & (PACKED_SLOTS - 1);

        while (l->id[slot])
            slot = (slot + 1) & (PACKED_SLOTS - 1);
        l->id[slot] = v.id[i];
        l->weight[slot] = v.weight[i];
        l->may[v.id[i] % PACKED_SEATS] = 1;
    }
}

/* Is the i-th feature, of which `id` is known, that of the slot? */
static bool
is_same(const struct packed *p, uint32_t i, uint32_t id, uint32_t slot)
{
    uint32_t type = slot >> FEATURE_SHIFT;

    return (slot & ID_MASK) == id && i >= p->end[type - 1] && i < p->end[type];
}

/* Indexes of what the other may hold; without a branch, which none could
 * foresee. */
static uint32_t
candidates(const struct packed_laid *l, const struct packed *p, uint32_t *index)
{
    const unsigned char *id = p->bytes;
    uint32_t n = 0, end = packed_count(p);

    for (uint32_t i = 0; i < end; i++, id += ID_BYTES) {
        index[n] = i;
        n += l->may[(id[0] | (uint32_t)id[1] << 8) % PACKED_SEATS];
    }
    return n;
}

void
packed_meet(const struct packed_laid *l, const struct packed *p, unsigned types,
            uint64_t product[FEATURE_TYPES], uint64_t least[2])
{
    const unsigned char *weights = weights_of(p);
    uint32_t index[PACKED_MOST];
    uint32_t n = candidates(l, p, index);

    for (uint32_t k = 0; k < n; k++) {
        uint32_t i = index[k], id = id_at(p->bytes, i), x, y, type;
        size_t slot = id & (PACKED_SLOTS - 1);

        while (l->id[slot] && !is_same(p, i, id, l->id[slot]))
            slot = (slot + 1) & (PACKED_SLOTS - 1);
        type = l->id[slot] >> FEATURE_SHIFT;
        x = l->id[slot] ? l->weight[slot] : 0;
        y = weight_at(p, weights, i);
        product[type] += x * y;
        least[types >> type & 1] += x < y ? x : y;
    }
}
