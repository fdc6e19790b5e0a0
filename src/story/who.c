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

#include "base/table.h"
#include "lexicon/likeness.h"
#include "story/feature.h"
#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    WHO_MOST_WORDS = 3000, /* of an article that are looked at */
    WHO_MOST_TRIES = 48,   /* leaders that a word is compared with */
    WHO_LEAST_UNITS = 3,   /* shorter sounds are chance */
    WHO_KEYS = 6,
};

/* Words as likely the same as not, of the name pairs of 2026-11, are at
 * 0.72; here a wrong pair costs more than a missed one. */
static const double WHO_SAME = 0.80;

static const double SURE_MASS = 1.0, MAYBE_MASS = 0.6, HEADLINE_MASS = 1.0;

struct item {
    str fold;
    uint8_t script;
    uint32_t df;    /* articles that hold it */
    uint32_t last;  /* the last article seen, + 1 */
    uint32_t class; /* its leader */
    struct sound sound;
};

struct bearing {
    uint32_t item;
    float mass;
};

struct finder {
    const struct lexicon *lx;
    struct arena *mem;
    struct table *words;
    struct item *items;
    size_t nitems;
};

/* ---- which words -----------------------------------------------------------
 */

static bool
has_case(enum script s)
{
    return s == SCRIPT_LATIN || s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
}

static bool
means_something(const struct reading *r, size_t word)
{
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind != SENSE_GIVEN &&
            r->senses[i].kind != SENSE_SURNAME)
            return true;
    return false;
}

/* May a word that stands in no name be one? */
static bool
may_name(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];

    if (w->kind != WORD_LETTERS || means_something(r, word) ||
        utf8_count(w->fold) < 3)
        return false;
    if (has_case(w->script))
        return w->shape & SHAPE_CAPITAL && !(w->shape & SHAPE_FIRST);
    return w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW ||
           w->script == SCRIPT_DEVANAGARI || w->script == SCRIPT_HANGUL ||
           w->script == SCRIPT_KATAKANA;
}

static void
bear(struct finder *f, str fold, enum script script, uint32_t article,
     double mass, struct bearing **list, size_t *n)
{
    bool found;
    uint32_t *at;

    at = table_at(f->words, fold, &found);
    if (!found) {
        *at = (uint32_t)f->nitems;
        f->items = arena_grow(f->mem, f->items, f->nitems, sizeof *f->items);
        f->items[f->nitems++] =
            (struct item){.fold = fold, .script = (uint8_t)script};
    }
    if (f->items[*at].last != article + 1) {
        f->items[*at].last = article + 1;
        f->items[*at].df++;
    }
    *list = arena_grow(f->mem, *list, *n, sizeof **list);
    (*list)[(*n)++] = (struct bearing){*at, (float)mass};
}

/* The words of a name in a script of one character a word are one. */
static size_t
run_of(const struct words *w, size_t i, size_t end)
{
    size_t n = 1;

    if (w->words[i].script != SCRIPT_HAN)
        return 1;
    while (i + n < end && w->words[i + n].script == SCRIPT_HAN &&
           w->words[i + n].start == w->words[i + n - 1].end)
        n++;
    return n;
}

static struct bearing *
bearings(struct finder *f, const struct article *a, uint32_t index, size_t *n)
{
    const struct words *w = &a->read.w;
    size_t most = w->nwords < WHO_MOST_WORDS ? w->nwords : WHO_MOST_WORDS;
    bool *taken = arena_new(f->mem, bool, w->nwords + 1);
    struct bearing *list = NULL;

    *n = 0;
    for (size_t k = 0; k < a->nnames; k++) {
        const struct name_mark *m = &a->names[k];
        size_t end = m->word + m->nwords;

        if (m->sure < NAME_SURE || m->known_kind || end > most)
            continue;
        for (size_t i = m->word, run; i < end; i += run) {
            str fold;

            run = run_of(w, i, end);
            taken[i] = true;
            if (w->words[i].kind != WORD_LETTERS ||
                reading_sense(&a->read, i, SENSE_PARTICLE) ||
                (run == 1 && w->words[i].script == SCRIPT_HAN))
                continue;
            fold = w->words[i].fold;
            if (run > 1)
                fold = str_cut(w->text, w->words[i].start,
                               w->words[i + run - 1].end);
            bear(f, fold, w->words[i].script, index, SURE_MASS, &list, n);
        }
    }
    for (size_t i = 0; i < a->headline.w.nwords; i++)
        if (may_name(&a->headline, i))
            bear(f, a->headline.w.words[i].fold, a->headline.w.words[i].script,
                 index, HEADLINE_MASS, &list, n);
    for (size_t i = 0; i < most; i++)
        if (!taken[i] && may_name(&a->read, i))
            bear(f, w->words[i].fold, w->words[i].script, index, MAYBE_MASS,
                 &list, n);
    return list;
}

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

        for (size_t i = 0; i < l->n && tries < WHO_MOST_TRIES; i++) {
            double like;

            if (l->list[i]->script == it->script &&
                it->script != SCRIPT_LATIN && it->script != SCRIPT_CYRILLIC &&
                it->script != SCRIPT_ARABIC)
                continue;
            tries++;
            like = sound_likeness(&l->list[i]->sound, &it->sound);
            if (like > best_like) {
                best_like = like;
                best = l->list[i];
            }
        }
    }
    return best;
}

static void
classify(struct finder *f)
{
    struct item **order = arena_new(f->mem, struct item *, f->nitems + 1);
    struct shelf shelf = {.at = table_open()};

    for (size_t i = 0; i < f->nitems; i++)
        order[i] = &f->items[i];
    qsort(order, f->nitems, sizeof(struct item *), by_lead);
    for (size_t i = 0; i < f->nitems; i++) {
        struct item *it = order[i], *lead;
        uint64_t keys[WHO_KEYS];
        size_t n;

        it->class = (uint32_t)(it - f->items);
        sound_of(f->lx, it->fold, &it->sound);
        if (units(&it->sound) < WHO_LEAST_UNITS)
            continue;
        n = sound_keys(&it->sound, keys, WHO_KEYS);
        lead = leader_of(&shelf, it, keys, n, f->mem);
        if (lead) {
            it->class = lead->class;
            continue;
        }
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

struct borne {
    struct feature f;
    str lead;
};

static int
by_id(const void *a, const void *b)
{
    const struct feature *x = &((const struct borne *)a)->f;
    const struct feature *y = &((const struct borne *)b)->f;

    return x->id != y->id ? (x->id > y->id) - (x->id < y->id)
                          : (x->weight > y->weight) - (x->weight < y->weight);
}

static struct who
sum_up(const struct finder *f, const struct bearing *list, size_t n)
{
    struct borne *all = arena_new(f->mem, struct borne, n + 1);
    struct who w = {arena_new(f->mem, struct feature, n + 1), 0,
                    arena_new(f->mem, str, n + 1)};

    for (size_t i = 0; i < n; i++) {
        str lead = f->items[f->items[list[i].item].class].fold;

        all[i] = (struct borne){
            {feature_id(FEATURE_NAME, str_hash(lead)), list[i].mass}, lead};
    }
    qsort(all, n, sizeof *all, by_id);
    for (size_t i = 0; i < n;) {
        double mass = 0, most = 0;
        uint32_t id = all[i].f.id;

        w.name[w.n] = all[i].lead;
        for (; i < n && all[i].f.id == id; i++) {
            mass += (double)all[i].f.weight;
            most = fmax(most, (double)all[i].f.weight);
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
    struct bearing **lists =
        arena_new(mem, struct bearing *, set->narticles + 1);
    size_t *n = arena_new(mem, size_t, set->narticles + 1);

    for (size_t i = 0; i < set->narticles; i++)
        lists[i] = bearings(&f, set->articles[i], (uint32_t)i, &n[i]);
    classify(&f);
    for (size_t i = 0; i < set->narticles; i++)
        out[i] = sum_up(&f, lists[i], n[i]);
    table_close(f.words);
    return out;
}
