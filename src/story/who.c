/*
 * who.c - words of names into classes by their sound.
 *
 * Each distinct word becomes a sound once. Words are taken in a fixed order
 * (Latin script first, the frequent before the rare, then by bytes); a word
 * joins the class of the likeliest leader that shares a key with it, or
 * leads a class of its own. So a chain of small differences never makes
 * one class of all.
 */
#include "story/who.h"

#include "base/keys.h"
#include "base/table.h"
#include "lexicon/likeness.h"
#include "story/feature.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    WHO_MOST_TRIES = 20, /* leaders that a word is compared with */
    WHO_LEAST_UNITS = 3, /* shorter sounds are chance */
    WHO_KEYS = 6,
};

/* Words as likely the same as not, of the name pairs of 2026-11, are at
 * 0.72; here a wrong pair costs more than a missed one. */
static const double WHO_SAME = 0.80;
/* Nothing better need be looked for. */
static const double WHO_SURE = 0.97;

struct item {
    str fold;
    uint8_t script;
    uint32_t df;                   /* articles that hold it */
    uint32_t class;                /* its leader */
    uint32_t id;                   /* of the name, of leaders */
    const struct sound *sound;     /* of leaders, and of the one at hand */
    const struct sound_run *ready; /* NULL: not of one word */
};

struct finder {
    const struct lexicon *lx;
    struct arena *mem;
    struct table *words;
    struct item *items;
    size_t nitems;
};

/* ---- classes
 * ----------------------------------------------------------------- */

static int
by_lead(const void *a, const void *b)
{
    const struct item *x = *(struct item *const *)a;
    const struct item *y = *(struct item *const *)b;
    bool lx = x->script == SCRIPT_LATIN, ly = y->script == SCRIPT_LATIN;

    return lx != ly         ? (lx ? -1 : 1)
           : x->df != y->df ? (x->df < y->df) - (x->df > y->df)
                            : str_cmp(x->fold, y->fold);
}

static size_t
units(const struct sound *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->nwords; i++)
        n += s->word[i].n;
    return n;
}

struct leaders {
    struct item **list;
    size_t n;
};

/* Leaders that share a key, by key. */
struct shelf {
    struct table *at;
    struct leaders *keys;
    size_t nkeys;
};

static struct leaders *
shelf_at(struct shelf *s, uint64_t key, struct arena *mem)
{
    bool found;
    uint32_t *at =
        table_at(s->at, (str){(const char *)&key, sizeof key}, &found);

    if (!found) {
        *at = (uint32_t)s->nkeys;
        s->keys = arena_grow(mem, s->keys, s->nkeys, sizeof *s->keys);
        s->keys[s->nkeys++] = (struct leaders){NULL, 0};
    }
    return &s->keys[*at];
}

/* As sound_likeness where it is more than `least`. */
static double
likeness_of(const struct item *a, const struct item *b, double least)
{
    return a->ready && b->ready
               ? sound_ready_likeness(a->ready, b->ready, least)
               : sound_likeness(a->sound, b->sound);
}

/* The leader it sounds most like, or NULL. */
static struct item *
leader_of(struct shelf *shelf, const struct item *it, const uint64_t *keys,
          size_t n, struct arena *mem)
{
    struct item *best = NULL;
    double best_like = WHO_SAME;
    size_t tries = 0;

    for (size_t k = 0; k < n; k++) {
        const struct leaders *l = shelf_at(shelf, keys[k], mem);

        for (size_t i = 0;
             i < l->n && tries < WHO_MOST_TRIES && best_like < WHO_SURE; i++) {
            double like;

            if (l->list[i]->script == it->script &&
                it->script != SCRIPT_LATIN && it->script != SCRIPT_CYRILLIC &&
                it->script != SCRIPT_ARABIC)
                continue;
            tries++;
            like = likeness_of(l->list[i], it, best_like);
            if (like > best_like) {
                best_like = like;
                best = l->list[i];
            }
        }
    }
    return best;
}

/* Keys of all its consonants first, of its first consonants then: the likeliest
 * leaders stand in short lists, and a budget of tries finds them. */
static size_t
keys_of(const struct sound *s, uint64_t keys[2 * WHO_KEYS])
{
    uint32_t fine[WHO_KEYS];
    size_t n = sound_crowd_keys(s, fine, WHO_KEYS);

    for (size_t i = 0; i < n; i++)
        keys[i] = 1ull << 32 | fine[i];
    return n + sound_keys(s, keys + n, WHO_KEYS);
}

static void
classify(struct finder *f)
{
    struct item **order = arena_new(f->mem, struct item *, f->nitems + 1);
    struct shelf shelf = {.at = table_open()};
    struct sound *sound = NULL; /* no leader's */

    for (size_t i = 0; i < f->nitems; i++)
        order[i] = &f->items[i];
    qsort(order, f->nitems, sizeof(struct item *), by_lead);
    for (size_t i = 0; i < f->nitems; i++) {
        struct item *it = order[i], *lead;
        uint64_t keys[2 * WHO_KEYS];
        size_t n;

        it->class = (uint32_t)(it - f->items);
        it->id = feature_id(FEATURE_NAME, str_hash(it->fold));
        if (!sound)
            sound = arena_new(f->mem, struct sound, 1);
        sound_of(f->lx, it->fold, sound);
        if (units(sound) < WHO_LEAST_UNITS)
            continue;
        n = keys_of(sound, keys);
        it->sound = sound;
        it->ready = sound_ready(sound, f->mem);
        lead = leader_of(&shelf, it, keys, n, f->mem);
        if (lead) {
            it->class = lead->class;
            continue;
        }
        sound = NULL;
        for (size_t k = 0; k < n; k++) {
            struct leaders *l = shelf_at(&shelf, keys[k], f->mem);

            l->list = arena_grow(f->mem, l->list, l->n, sizeof(struct item *));
            l->list[l->n++] = it;
        }
    }
    table_close(shelf.at);
}

/* ---- all of it
 * --------------------------------------------------------------- */

/* The items of an article's words, in their order. */
static uint32_t *
items_of(struct finder *f, const struct article *a)
{
    uint32_t *list = arena_new(f->mem, uint32_t, a->nname_words + 1);

    for (size_t i = 0; i < a->nname_words; i++) {
        const struct name_word *w = &a->name_words[i];
        bool found;
        uint32_t *at = table_at(f->words, w->fold, &found);

        if (!found) {
            *at = (uint32_t)f->nitems;
            f->items =
                arena_grow(f->mem, f->items, f->nitems, sizeof *f->items);
            f->items[f->nitems++] =
                (struct item){.fold = w->fold, .script = w->script};
        }
        f->items[*at].df++;
        list[i] = *at;
    }
    return list;
}

static str
lead_of(const struct finder *f, uint32_t item)
{
    return f->items[f->items[item].class].fold;
}

static struct who
sum_up(const struct finder *f, const struct article *a, const uint32_t *items)
{
    size_t n = a->nname_words;
    uint64_t *all = arena_new(f->mem, uint64_t, n + 1); /* id, index */
    struct who w = {arena_new(f->mem, struct feature, n + 1), 0,
                    arena_new(f->mem, str, n + 1)};

    for (size_t i = 0; i < n; i++)
        all[i] = (uint64_t)f->items[f->items[items[i]].class].id << 32 | i;
    keys_sort(all, n);
    for (size_t i = 0; i < n;) {
        double mass = 0, most = 0;
        uint32_t id = (uint32_t)(all[i] >> 32);

        w.name[w.n] = lead_of(f, items[(uint32_t)all[i]]);
        for (; i < n && all[i] >> 32 == id; i++) {
            const struct name_word *word = &a->name_words[(uint32_t)all[i]];

            mass += (double)word->mass;
            most = fmax(most, (double)word->most);
        }
        w.f[w.n++] = (struct feature){id, (float)(log1p(mass) * most)};
    }
    return w;
}

struct who *
who_find(const struct lexicon *lx, const struct set *set, struct arena *mem)
{
    struct finder f = {.lx = lx, .mem = mem, .words = table_open()};
    struct who *out = arena_new(mem, struct who, set->narticles + 1);
    uint32_t **items = arena_new(mem, uint32_t *, set->narticles + 1);

    for (size_t i = 0; i < set->narticles; i++)
        items[i] = items_of(&f, set->articles[i]);
    classify(&f);
    for (size_t i = 0; i < set->narticles; i++)
        out[i] = sum_up(&f, set->articles[i], items[i]);
    table_close(f.words);
    return out;
}
