/* rarity.c - document frequencies in a table of their own. */
#include "story/rarity.h"

#include "base/oom.h"
#include "story/prior.h"

#include <math.h>
#include <stdlib.h>

/* What is known of news in general counts like so many articles. Of words of
 * the lexicon in their own language all that is known is that they are words of
 * every day: 20 for 100 keep look-alikes apart (events_dev, precision across
 * languages .94 for .91; 2026-11). */
static const double PRIOR_ARTICLES = 100, PRIOR_WORDS = 20;

struct slot {
    uint32_t id; /* 0: empty; no feature has it */
    uint32_t df;
};

/* What was asked of late: most of an article's features stand in others. */
enum { MEMO = 16384 };
struct told {
    uint32_t id; /* 0: nothing yet */
    enum lang lang;
    double rare;
};

struct rarity {
    struct told memo[MEMO];
    struct slot *slots; /* open addressing; ids are hashes already */
    size_t room, n;     /* a power of two, at most two thirds full */
    double articles, of_lang[LANG_COUNT];
    const struct prior *prior;
    struct arena *mem;
};

static struct slot *
slot_of(const struct rarity *r, uint32_t id)
{
    size_t i = id * 0x9E3779B97F4A7C15ull >> 20 & (r->room - 1);

    while (r->slots[i].id && r->slots[i].id != id)
        i = (i + 1) & (r->room - 1);
    return &r->slots[i];
}

static struct slot *
zeroed(size_t room)
{
    struct slot *slots = oom_malloc(room * sizeof *slots);

    for (size_t i = 0; i < room; i++)
        slots[i] = (struct slot){0, 0};
    return slots;
}

static void
widen(struct rarity *r)
{
    struct slot *old = r->slots;
    size_t room = r->room;

    r->room *= 2;
    r->slots = zeroed(r->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].id)
            *slot_of(r, old[i].id) = old[i];
    free(old);
}

static void
count(struct rarity *r, uint32_t id, uint32_t articles)
{
    struct slot *s;

    if (id == 0)
        return;
    s = slot_of(r, id);
    if (s->id == 0) {
        s->id = id;
        r->n++;
    }
    s->df += articles;
    if (r->n * 3 > r->room * 2)
        widen(r);
}

static void
count_all(struct rarity *r, const struct feature *f, size_t n)
{
    for (size_t i = 0; i < n; i++)
        count(r, f[i].id, 1);
}

struct rarity *
rarity_open(const struct set *set, const struct who *who)
{
    struct rarity *r = oom_malloc(sizeof *r);

    *r = (struct rarity){
        .room = 1024, .articles = (double)set->narticles, .mem = arena_open()};
    r->slots = zeroed(r->room);
    r->prior = prior_open(r->mem);
    for (size_t i = 0; i < set->narticles; i++) {
        r->of_lang[set->articles[i]->lang]++;
        count_all(r, set->articles[i]->features, set->articles[i]->nfeatures);
        count_all(r, who[i].f, who[i].n);
    }
    return r;
}

void
rarity_add(struct rarity *r, const struct side *s)
{
    struct packed_room room;
    struct vector v = packed_read(s->v, &room);

    r->articles += s->narticles;
    for (int i = 0; i < SIDE_MOST_LANGS; i++)
        r->of_lang[s->lang[i]] += s->nlang[i];
    for (uint32_t i = 0; i < v.n; i++)
        count(r, v.id[i], s->narticles);
}

void
rarity_close(struct rarity *r)
{
    free(r->slots);
    arena_close(r->mem);
    free(r);
}

static double
measure(const struct rarity *r, uint32_t id, enum lang lang)
{
    double df = slot_of(r, id)->df, all = r->articles, prior;

    /* words of a language can stand in its own articles alone */
    if (!side_tells_alike(id))
        all = fmax(r->of_lang[lang], df);
    prior = feature_kind(id) == FEATURE_WORD ? PRIOR_WORDS : PRIOR_ARTICLES;
    return log((all + prior) / (df + prior * prior_share(r->prior, id) + 1));
}

double
rarity_of(struct rarity *r, uint32_t id, enum lang lang)
{
    struct told *t = &r->memo[id % MEMO];

    if (side_tells_alike(id))
        lang = LANG_UND;
    if (t->id != id || t->lang != lang)
        *t = (struct told){id, lang, measure(r, id, lang)};
    return t->rare;
}
