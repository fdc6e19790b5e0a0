/*
 * sketch.c - MinHash with one permutation: each run of words falls into one
 * slot, each slot keeps its least run, empty slots borrow from others.
 */
#include "twin/sketch.h"

#include <string.h>

#define SKETCH_RUN_SIGNS 8 /* characters in a run of zh, ja, th */
#define SLOT_EMPTY       UINT32_MAX
/* Slots an empty one asks before it takes what comes next in order. */
#define SLOT_ASKS 64

static bool
by_signs(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HIRAGANA ||
           w->script == SCRIPT_KATAKANA || w->script == SCRIPT_THAI;
}

static uint64_t
mix(uint64_t h)
{
    h ^= h >> 33;
    h *= 0xFF51AFD7ED558CCDu;
    h ^= h >> 33;
    h *= 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 33;
}

static void
put(struct sketch *s, uint64_t run)
{
    uint64_t h = mix(run);
    uint32_t slot = (uint32_t)(h >> 32) % SKETCH_SLOTS;
    uint32_t value = (uint32_t)h;

    if (value == SLOT_EMPTY)
        value--;
    if (value < s->slot[slot])
        s->slot[slot] = value;
    s->nruns++;
}

/*
 * An empty slot takes the value of another one, chosen by its own number
 * alone, so that two sketches borrow alike (Shrivastava 2017).
 */
static void
densify(struct sketch *s)
{
    struct sketch was = *s;

    for (uint32_t i = 0; i < SKETCH_SLOTS; i++) {
        uint32_t from = i;

        for (uint32_t ask = 1; was.slot[from] == SLOT_EMPTY; ask++) {
            if (ask <= SLOT_ASKS)
                from = (uint32_t)(mix((uint64_t)i << 32 | ask) % SKETCH_SLOTS);
            else
                from = (from + 1) % SKETCH_SLOTS;
        }
        s->slot[i] = was.slot[from];
    }
}

void
sketch_draw(struct sketch *s, const struct reading *r)
{
    /* the last words read, as a ring; zh runs are the longest */
    uint64_t ring[SKETCH_RUN_SIGNS] = {0};
    size_t n = 0;

    s->nruns = 0;
    memset(s->slot, 0xFF, sizeof s->slot);
    for (size_t i = 0; i < r->w.nwords; i++) {
        const struct word *w = &r->w.words[i];
        size_t run = by_signs(w) ? SKETCH_RUN_SIGNS : SKETCH_RUN;
        uint64_t h = run;

        if (w->kind == WORD_MARK)
            continue;
        ring[n++ % SKETCH_RUN_SIGNS] = str_hash(w->fold);
        if (n < run)
            continue;
        for (size_t k = n - run; k < n; k++)
            h = mix(h ^ ring[k % SKETCH_RUN_SIGNS]);
        put(s, h);
    }
    if (s->nruns > 0)
        densify(s);
    else
        memset(s->slot, 0, sizeof s->slot);
}

double
sketch_likeness(const struct sketch *a, const struct sketch *b)
{
    size_t same = 0;

    if (a->nruns == 0 || b->nruns == 0)
        return 0;
    for (size_t i = 0; i < SKETCH_SLOTS; i++)
        same += a->slot[i] == b->slot[i];
    return (double)same / SKETCH_SLOTS;
}
