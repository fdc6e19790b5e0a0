/*
 * crowd.c - one sorted list of keys and the names under them.
 */
#include "lexicon/crowd.h"

#include "base/buf.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

enum {
    KEYS = 16,       /* of one name */
    CANDIDATES = 100 /* that are weighed at most */
};

struct entry {
    uint32_t key, name;
};

struct crowd {
    const struct lexicon *lx;
    struct buf texts;
    uint32_t *at; /* of each name and of the end, in texts */
    size_t n, room;
    struct entry *entries;
    size_t nentries, entry_room;
};

struct crowd *
crowd_open(const struct lexicon *lx)
{
    struct crowd *c = oom_malloc(sizeof *c);

    *c = (struct crowd){.lx = lx};
    return c;
}

void
crowd_close(struct crowd *c)
{
    if (!c)
        return;
    buf_free(&c->texts);
    free(c->at);
    free(c->entries);
    free(c);
}

static size_t
keys_of(const struct crowd *c, str name, uint32_t *out)
{
    struct sound s;

    sound_of(c->lx, name, &s);
    return sound_crowd_keys(&s, out, KEYS);
}

void
crowd_add(struct crowd *c, str name)
{
    uint32_t keys[KEYS];
    size_t nkeys = keys_of(c, name, keys);

    if (c->n + 2 > c->room) {
        c->room = c->room ? 2 * c->room : 1024;
        c->at = oom_realloc(c->at, c->room * sizeof *c->at);
        c->at[0] = 0;
    }
    buf_put(&c->texts, name);
    c->at[++c->n] = (uint32_t)c->texts.n;
    if (c->nentries + KEYS > c->entry_room) {
        c->entry_room = c->entry_room ? 2 * c->entry_room : 16384;
        c->entries =
            oom_realloc(c->entries, c->entry_room * sizeof *c->entries);
    }
    for (size_t i = 0; i < nkeys; i++)
        c->entries[c->nentries++] =
            (struct entry){keys[i], (uint32_t)(c->n - 1)};
}

static int
by_key(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->name > y->name) - (x->name < y->name);
}

void
crowd_settle(struct crowd *c)
{
    if (c->nentries)
        qsort(c->entries, c->nentries, sizeof *c->entries, by_key);
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* The entries of a key: [first, first + n). */
struct range {
    size_t first, n;
};

/* Where the first entry lies that is not before the key. */
static size_t
lower(const struct crowd *c, uint64_t key)
{
    size_t low = 0, high = c->nentries;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (c->entries[mid].key < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static int
by_rarity(const void *a, const void *b)
{
    const struct range *x = a, *y = b;

    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* The names under the keys, each once: the rarest keys tell most. */
static size_t
candidates(const struct crowd *c, const uint32_t *keys, size_t nkeys,
           uint32_t *out)
{
    struct range ranges[KEYS];
    size_t n = 0, kept = 0;

    for (size_t k = 0; k < nkeys; k++) {
        ranges[k].first = lower(c, keys[k]);
        ranges[k].n = lower(c, (uint64_t)keys[k] + 1) - ranges[k].first;
    }
    if (nkeys)
        qsort(ranges, nkeys, sizeof *ranges, by_rarity);
    for (size_t k = 0; k < nkeys; k++)
        for (size_t i = 0; i < ranges[k].n && n < CANDIDATES; i++)
            out[n++] = c->entries[ranges[k].first + i].name;
    if (n)
        qsort(out, n, sizeof *out, by_number);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || out[i] != out[i - 1])
            out[kept++] = out[i];
    return kept;
}

size_t
crowd_find(const struct crowd *c, str name, struct crowd_hit *out, size_t most)
{
    uint32_t keys[KEYS], found[CANDIDATES];
    struct sound sought;
    size_t nkeys = keys_of(c, name, keys);
    size_t nfound = candidates(c, keys, nkeys, found), n = 0;

    sound_of(c->lx, name, &sought);
    for (size_t i = 0; i < nfound; i++) {
        uint32_t from = c->at[found[i]], to = c->at[found[i] + 1];
        struct crowd_hit hit = {found[i], 0};
        struct sound s;
        size_t k;

        sound_of(c->lx, (str){c->texts.s + from, to - from}, &s);
        hit.likeness = sound_likeness(&sought, &s);
        if (n == most && (n == 0 || hit.likeness <= out[n - 1].likeness))
            continue;
        k = n < most ? n++ : n - 1;
        for (; k > 0 && out[k - 1].likeness < hit.likeness; k--)
            out[k] = out[k - 1];
        out[k] = hit;
    }
    return n;
}
