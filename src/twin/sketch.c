/* sketch.c - MinHash with one permutation. */
#include "twin/sketch.h"

#include <string.h>

#define SKETCH_RUN_SIGNS 8 /* characters in a run of zh, ja, th */

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

    if (value == SKETCH_EMPTY)
        value--;
    if (value < s->slot[slot])
        s->slot[slot] = value;
    s->nruns++;
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
}

double
sketch_likeness(const struct sketch *a, const struct sketch *b)
{
    size_t same = 0, none = 0;

    if (a->nruns == 0 || b->nruns == 0)
        return 0;
    for (size_t i = 0; i < SKETCH_SLOTS; i++) {
        if (a->slot[i] == SKETCH_EMPTY && b->slot[i] == SKETCH_EMPTY)
            none++;
        else
            same += a->slot[i] == b->slot[i];
    }
    return (double)same / (double)(SKETCH_SLOTS - none);
}
