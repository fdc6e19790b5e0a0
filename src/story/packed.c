/* packed.c - vectors without a bit to spare. */
#include "story/packed.h"

#include <string.h>

enum {
    ID_BYTES = PACKED_ID_BYTES,
    SPARE = 3, /* bytes that may be read behind the last weight */
};
_Static_assert(FEATURE_BITS == 8 * ID_BYTES, "an id without its type");

/* ---- bytes ----------------------------------------------------------------
 */

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

/* The least byte first: one store on most machines. */
static void
put_four(unsigned char *out, uint32_t x)
{
    out[0] = (unsigned char)x;
    out[1] = (unsigned char)(x >> 8);
    out[2] = (unsigned char)(x >> 16);
    out[3] = (unsigned char)(x >> 24);
}

/* Bit behind bit; what is written behind them is spare. */
static void
put_weights(const uint16_t *weight, size_t n, struct packed *p)
{
    unsigned char *out = p->bytes + ID_BYTES * n;
    uint64_t rest = 0;
    uint32_t held = 0, bits = p->bits, least = p->least; /* held: up to 32 */

    for (size_t i = 0; i < n; i++) {
        rest |= (uint64_t)(weight[i] - least) << held;
        held += bits;
        if (held >= 32) {
            put_four(out, (uint32_t)rest);
            out += 4;
            rest >>= 32;
            held -= 32;
        }
    }
    for (; out < (unsigned char *)p + packed_bytes(p); rest >>= 8)
        *out++ = (unsigned char)rest;
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

static void
find_ends(const struct vector *v, uint16_t end[FEATURE_TYPES])
{
    uint32_t most = v->n < PACKED_MOST ? v->n : PACKED_MOST, type = 1;

    for (uint32_t i = 0; i < most; i++)
        while (type < v->id[i] >> FEATURE_SHIFT && type < FEATURE_TYPES)
            end[type++] = (uint16_t)i;
    while (type < FEATURE_TYPES)
        end[type++] = (uint16_t)most;
}

struct packed *
packed_make(const struct vector *v, struct arena *mem)
{
    struct packed head = {.least = UINT16_MAX, .bits = 1}, *p;
    uint16_t most = 0;
    uint32_t n;

    find_ends(v, head.end);
    n = packed_count(&head);
    for (uint32_t i = 0; i < n; i++) {
        head.least = v->weight[i] < head.least ? v->weight[i] : head.least;
        most = v->weight[i] > most ? v->weight[i] : most;
    }
    while (n && (most - head.least) >> head.bits)
        head.bits++;
    p = arena_raw(mem, packed_bytes(&head));
    memcpy(p, &head, offsetof(struct packed, bytes));
    /* each overwrites the last byte before it; weights that of the last */
    for (uint32_t i = 0; i < n; i++)
        put_four(p->bytes + (size_t)ID_BYTES * i, v->id[i]);
    put_weights(v->weight, n, p);
    return p;
}

struct packed *
packed_copy(const struct packed *p, struct arena *mem)
{
    size_t bytes = packed_bytes(p);

    return memcpy(arena_raw(mem, bytes), p, bytes);
}

void
packed_weights(const struct packed *p, uint16_t *weight)
{
    const unsigned char *weights = weights_of(p);
    uint32_t n = packed_count(p), mask = (1u << p->bits) - 1, bits = p->bits;
    uint32_t least = p->least, bit = 0;

    for (uint32_t i = 0; i < n; i++, bit += bits)
        weight[i] =
            (uint16_t)(least +
                       (packed_four(weights + bit / 8) >> bit % 8 & mask));
}

struct vector
packed_read(const struct packed *p, struct packed_room *room)
{
    uint32_t i = 0;

    for (uint32_t type = 1; type < FEATURE_TYPES; type++)
        for (uint32_t end = p->end[type]; i < end; i++)
            room->id[i] = packed_id(p, type, i);
    packed_weights(p, room->weight);
    return (struct vector){room->id, room->weight, i};
}

/* ---- met ------------------------------------------------------------------
 */

void
packed_lay(struct packed_laid *l, const struct packed *p)
{
    struct packed_room room;
    struct vector v = packed_read(p, &room);

    memset(l->seat, 0, sizeof l->seat);
    l->id[0] = 0;
    for (uint32_t i = 0; i < v.n; i++) {
        uint16_t *seat = &l->seat[v.id[i] % PACKED_SEATS];

        l->id[i + 1] = v.id[i];
        l->weight[i + 1] = v.weight[i];
        l->next[i + 1] = *seat;
        *seat = (uint16_t)(i + 1);
    }
}

/* 1 where the other may hold the id. */
static uint32_t
may_hold(const struct packed_laid *l, const unsigned char *id)
{
    return l->seat[(id[0] | (uint32_t)id[1] << 8) % PACKED_SEATS] != 0;
}

/* Indexes of what the other may hold; without a branch, which none could
 * foresee, and four at a time. */
static uint32_t
candidates(const struct packed_laid *l, const struct packed *p, uint16_t *index)
{
    const unsigned char *id = p->bytes;
    uint32_t n = 0, i = 0, end = packed_count(p);

    for (; i + 4 <= end; i += 4, id += 4 * ID_BYTES) {
        index[n] = (uint16_t)i;
        n += may_hold(l, id);
        index[n] = (uint16_t)(i + 1);
        n += may_hold(l, id + ID_BYTES);
        index[n] = (uint16_t)(i + 2);
        n += may_hold(l, id + 2 * ID_BYTES);
        index[n] = (uint16_t)(i + 3);
        n += may_hold(l, id + 3 * ID_BYTES);
    }
    for (; i < end; i++, id += ID_BYTES) {
        index[n] = (uint16_t)i;
        n += may_hold(l, id);
    }
    return n;
}

void
packed_meet(const struct packed_laid *l, const struct packed *p, unsigned types,
            uint64_t product[FEATURE_TYPES], uint64_t least[2])
{
    const unsigned char *weights = weights_of(p);
    uint16_t index[PACKED_MOST];
    uint32_t n = candidates(l, p, index), type = 1;

    for (uint32_t k = 0; k < n; k++) {
        uint32_t i = index[k], id, seat, x, y;

        while (i >= p->end[type])
            type++;
        id = packed_id(p, type, i);
        seat = l->seat[id % PACKED_SEATS];
        while (seat && l->id[seat] != id)
            seat = l->next[seat];
        if (!seat)
            continue;
        x = l->weight[seat];
        y = weight_at(p, weights, i);
        product[type] += (uint64_t)x * y;
        least[types >> type & 1] += x < y ? x : y;
    }
}
