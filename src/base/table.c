/* table.c - open addressing over copies of the keys. */
#include "table.h"

#include "arena.h"
#include "oom.h"

#include <stdlib.h>

struct slot {
    uint64_t hash;
    str key; /* key.s NULL: free */
    uint32_t value;
};

struct table {
    struct slot *slots;
    size_t n, room; /* room is a power of two */
    struct arena *keys;
};

static struct slot *
slots_new(size_t room)
{
    struct slot *s = calloc(room, sizeof *s);

    if (!s)
        oom_die(room * sizeof *s);
    return s;
}

struct table *
table_open(void)
{
    struct table *t = oom_malloc(sizeof *t);

    *t = (struct table){.room = 64, .keys = arena_open()};
    t->slots = slots_new(t->room);
    return t;
}

void
table_close(struct table *t)
{
    if (!t)
        return;
    free(t->slots);
    arena_close(t->keys);
    free(t);
}

static struct slot *
slot_of(const struct table *t, str key, uint64_t hash)
{
    size_t i = hash & (t->room - 1);

    while (t->slots[i].key.s &&
           (t->slots[i].hash != hash || !str_eq(t->slots[i].key, key)))
        i = (i + 1) & (t->room - 1);
    return &t->slots[i];
}

static void
table_double(struct table *t)
{
    struct slot *old = t->slots;
    size_t room = t->room;

    t->room *= 2;
    t->slots = slots_new(t->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].key.s)
            *slot_of(t, old[i].key, old[i].hash) = old[i];
    free(old);
}

uint32_t *
table_at(struct table *t, str key, bool *found)
{
    uint64_t hash = str_hash(key);
    struct slot *s = slot_of(t, key, hash);

    if (found)
        *found = s->key.s != NULL;
    if (s->key.s)
        return &s->value;
    if (t->n * 4 >= t->room * 3) {
        table_double(t);
        s = slot_of(t, key, hash);
    }
    *s = (struct slot){.hash = hash, .key = arena_str(t->keys, key)};
    t->n++;
    return &s->value;
}

const uint32_t *
table_get(const struct table *t, str key)
{
    const struct slot *s = slot_of(t, key, str_hash(key));

    return s->key.s ? &s->value : NULL;
}

size_t
table_count(const struct table *t)
{
    return t->n;
}
