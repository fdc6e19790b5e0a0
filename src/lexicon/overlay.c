/* overlay.c - rows of a user as entries beside the mapped ones. */
#include "lexicon/overlay.h"

#include "base/buf.h"
#include "base/oom.h"
#include "base/table.h"

#include <stdlib.h>

struct overlay_run {
    struct lex_entry *entries;
    size_t n;
};

struct overlay *
overlay_open(void)
{
    struct overlay *o = oom_malloc(sizeof *o);

    *o = (struct overlay){.mem = arena_open(), .keys = table_open()};
    return o;
}

void
overlay_close(struct overlay *o)
{
    if (!o)
        return;
    table_close(o->keys);
    arena_close(o->mem);
    free(o);
}

static str
as_key(const uint64_t *hash)
{
    return (str){(const char *)hash, sizeof *hash};
}

struct lexicon_run
overlay_look(const struct overlay *o, uint64_t hash)
{
    const uint32_t *at = table_get(o->keys, as_key(&hash));

    if (!at)
        return (struct lexicon_run){NULL, 0};
    return (struct lexicon_run){o->runs[*at].entries, o->runs[*at].n};
}

/* The run of a key, made of the shipped one where it is new here. */
static struct overlay_run *
run_of(struct overlay *o, uint64_t hash, struct lexicon_run shipped)
{
    bool found;
    uint32_t *at = table_at(o->keys, as_key(&hash), &found);
    struct overlay_run *run;

    if (found)
        return &o->runs[*at];
    *at = (uint32_t)o->nruns;
    o->runs = arena_grow(o->mem, o->runs, o->nruns, sizeof *o->runs);
    run = &o->runs[o->nruns++];
    *run = (struct overlay_run){NULL, 0};
    for (size_t i = 0; i < shipped.n; i++) {
        run->entries =
            arena_grow(o->mem, run->entries, run->n, sizeof *run->entries);
        run->entries[run->n++] = shipped.entries[i];
    }
    return run;
}

void
overlay_put(struct overlay *o, uint64_t hash, struct lexicon_run shipped,
            struct lex_entry e)
{
    struct overlay_run *run = run_of(o, hash, shipped);

    for (size_t i = 0; i < run->n; i++) {
        struct lex_entry *old = &run->entries[i];

        if (e.kind == LEX_REACH && old->kind == LEX_REACH) {
            if (e.id > old->id)
                old->id = e.id;
            return;
        }
        if (old->kind == e.kind && old->id == e.id) {
            old->flags |= e.flags;
            old->family =
                old->family && e.family ? (uint8_t)(old->family | e.family) : 0;
            return;
        }
    }
    run->entries =
        arena_grow(o->mem, run->entries, run->n, sizeof *run->entries);
    run->entries[run->n++] = e;
}
