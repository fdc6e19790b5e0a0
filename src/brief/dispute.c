/* dispute.c - sides of a dispute from the stands of its pages. */
#include "brief/dispute.h"

#include <stdlib.h>
#include <string.h>

#define MOST_FORMS 12 /* of one side */

void
stands_add(struct stands *s, struct stand one, struct arena *mem)
{
    s->list = arena_grow(mem, s->list, s->n, sizeof *s->list);
    s->list[s->n++] = one;
}

size_t
stands_voices(const struct tale *t, const struct stands *s, int64_t key)
{
    size_t voices = 0;

    for (size_t i = 0; i < s->n; i++) {
        bool heard = s->list[i].key != key;

        for (size_t k = 0; k < i && !heard; k++)
            heard =
                s->list[k].key == key && t->set->voice[s->list[k].article] ==
                                             t->set->voice[s->list[i].article];
        voices += !heard;
    }
    return voices;
}

int64_t
stands_main(const struct tale *t, const struct stands *s)
{
    int64_t best = s->n ? s->list[0].key : 0;

    for (size_t i = 1; i < s->n; i++)
        if (stands_voices(t, s, s->list[i].key) > stands_voices(t, s, best))
            best = s->list[i].key;
    return best;
}

static void
side_add(const struct tale *t, struct samestory_side *side,
         const struct stand *s)
{
    const char *voice = t->voice_ids[s->article];
    const char **voices = (const char **)(uintptr_t)side->voices;
    struct samestory_form *forms =
        (struct samestory_form *)(uintptr_t)side->forms;
    bool heard = false;

    for (size_t i = 0; i < side->nvoices && !heard; i++)
        heard = strcmp(voices[i], voice) == 0;
    if (!heard)
        voices[side->nvoices++] = voice;
    if (side->nforms < MOST_FORMS)
        forms[side->nforms++] = tale_form(t, s->article, s->at);
}

/* More voices first; a denial behind what it denies. */
static int
by_voices(const void *a, const void *b)
{
    const struct samestory_side *x = a, *y = b;

    if (x->denial != y->denial)
        return x->denial ? 1 : -1;
    if (x->nvoices != y->nvoices)
        return x->nvoices > y->nvoices ? -1 : 1;
    return strcmp(x->value, y->value);
}

void
dispute_put(struct tale *t, const char *about, const char *label,
            const struct stands *s)
{
    struct samestory_side *sides =
        arena_new(t->mem, struct samestory_side, s->n);
    int64_t *keys = arena_new(t->mem, int64_t, s->n);
    struct samestory_dispute *list;
    size_t n = 0;

    for (size_t i = 0; i < s->n; i++) {
        size_t k = 0;

        while (k < n && keys[k] != s->list[i].key)
            k++;
        if (k == n) {
            keys[n++] = s->list[i].key;
            sides[k] = (struct samestory_side){
                .value = s->list[i].value,
                .denial = s->list[i].denial,
                .voices = arena_new(t->mem, const char *, s->n),
                .forms = arena_new(t->mem, struct samestory_form, MOST_FORMS)};
        }
        side_add(t, &sides[k], &s->list[i]);
    }
    if (n < 2)
        return;
    qsort(sides, n, sizeof *sides, by_voices);
    list = arena_grow(t->mem,
                      (struct samestory_dispute *)(uintptr_t)t->out->disputes,
                      t->out->ndisputes, sizeof *list);
    list[t->out->ndisputes++] = (struct samestory_dispute){
        .label = label, .about = about, .sides = sides, .nsides = n};
    t->out->disputes = list;
}

void
disputes_tell(struct tale *t)
{
    struct happening h = happening_of(t);

    dispute_dates(t, &h);
    dispute_places(t, &h);
    dispute_actors(t);
    dispute_names(t);
    dispute_claims(t);
}
