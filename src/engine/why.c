/* why.c - what joined or parted two articles; a person's rulings. */
#include "story/why.h"
#include "base/json.h"
#include "engine/settle.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The two articles, and the days they touch. */
static bool
find_two(struct samestory *e, const char *a, const char *b, int64_t id[2],
         struct touched *touched)
{
    const char *asked[2] = {a, b};

    *touched = (struct touched){0};
    for (int i = 0; i < 2; i++) {
        const struct article *found;

        id[i] = engine_id(asked[i]);
        found = id[i] ? engine_article(e, id[i]) : NULL;
        if (!found) {
            err_set(&e->err, ERR_INPUT, "no article %s",
                    asked[i] ? asked[i] : "");
            return false;
        }
        settle_touch(touched, found->day);
    }
    if (id[0] == id[1])
        return err_set(&e->err, ERR_USAGE, "%s and %s are one article", a, b);
    return true;
}

static enum samestory_status
not_found(const struct samestory *e)
{
    return e->err.kind == ERR_INPUT ? SAMESTORY_NOTHING : engine_status(e);
}

static bool
is_open(struct samestory *e)
{
    e->err = (struct err){0};
    return (e->store && e->lexicon) ||
           err_set(&e->err, ERR_USAGE, "the engine is not open");
}

/* ---- why ------------------------------------------------------------------
 */

static void
put_id(struct json_writer *w, const char *key, int64_t id, char prefix)
{
    char text[32];

    snprintf(text, sizeof text, "%c%lld", prefix, (long long)id);
    json_key(w, key);
    json_z(w, id ? text : NULL);
}

static void
put_number(struct json_writer *w, const char *key, double x)
{
    json_key(w, key);
    json_num(w, round(x * 1e4) / 1e4);
}

static void
put_terms(struct json_writer *w, const struct why *why)
{
    json_key(w, "terms");
    json_open(w, '[');
    for (size_t i = 0; i < why->nterms; i++) {
        json_open(w, '{');
        json_key(w, "term");
        json_z(w, why->terms[i].name);
        put_number(w, "value", why->terms[i].value);
        put_number(w, "weight", why->terms[i].weight);
        put_number(w, "adds", why->terms[i].adds);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_key(w, "shared");
    json_open(w, '[');
    for (size_t i = 0; i < why->nshared; i++) {
        json_open(w, '{');
        json_key(w, "kind");
        json_z(w, why->shared[i].kind);
        json_key(w, "a");
        json_str(w, why->shared[i].a);
        json_key(w, "b");
        json_str(w, why->shared[i].b);
        put_number(w, "share", why->shared[i].share);
        json_close(w, '}');
    }
    json_close(w, ']');
}

/* What decided, before any score. */
static const char *
decided_by(const struct set *set, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < set->nrulings; i++) {
        const struct ruling *r = &set->rulings[i];

        if ((r->a == a && r->b == b) || (r->a == b && r->b == a))
            return r->same ? "pin" : "part";
    }
    for (size_t i = 0; i < set->nlinks; i++) {
        const struct link *l = &set->links[i];

        if (((l->from == a && l->to == b) || (l->from == b && l->to == a)) &&
            l->kind != LINK_SHARED)
            return link_kind_name(l->kind);
    }
    return "score";
}

static void
tell(const struct set *set, const uint32_t at[2], const struct why *why,
     struct buf *out)
{
    struct json_writer w = {out, false};
    const struct article *a = set->articles[at[0]], *b = set->articles[at[1]];

    json_open(&w, '{');
    put_id(&w, "a", a->id, 'a');
    put_id(&w, "b", b->id, 'a');
    put_id(&w, "story_a", set->story[at[0]], 's');
    put_id(&w, "story_b", set->story[at[1]], 's');
    json_key(&w, "joined");
    json_bool(&w, set->story[at[0]] == set->story[at[1]]);
    json_key(&w, "by");
    json_z(&w, decided_by(set, at[0], at[1]));
    put_number(&w, "score", why->score);
    put_number(&w, "odds", why->odds);
    put_number(&w, "threshold", why->threshold);
    put_number(&w, "margin", why->margin);
    put_id(&w, "rival", isnan(why->margin) ? 0 : set->articles[why->rival]->id,
           'a');
    put_terms(&w, why);
    json_close(&w, '}');
}

enum samestory_status
samestory_why(struct samestory *e, const char *a, const char *b,
              const char **out)
{
    struct touched touched;
    struct arena *mem;
    struct buf text = {0};
    struct why *why;
    struct set set;
    uint32_t at[2] = {0, 0};
    int64_t id[2];
    char *answer;

    *out = NULL;
    if (!is_open(e) || !find_two(e, a, b, id, &touched))
        return not_found(e);
    mem = arena_open();
    if (!settle_now(e) || !settle_set(e, &touched, &set, mem)) {
        arena_close(mem);
        return engine_status(e);
    }
    /* of the two the texts are told from */
    for (uint32_t i = 0; i < set.narticles; i++)
        for (int k = 0; k < 2; k++)
            if (set.articles[i]->id == id[k]) {
                at[k] = i;
                set.articles[i] = engine_article(e, id[k]);
            }
    why = arena_new(mem, struct why, 1);
    story_why(e->lexicon, &set, at[0], at[1], why, mem);
    tell(&set, at, why, &text);
    answer_open(text.n + 1, (void **)&answer);
    memcpy(answer, text.s, text.n + 1);
    *out = answer;
    buf_free(&text);
    arena_close(mem);
    return SAMESTORY_OK;
}

/* ---- rulings --------------------------------------------------------------
 */

enum samestory_status
samestory_rule(struct samestory *e, const char *a, const char *b, bool same)
{
    struct touched touched;
    int64_t id[2];

    if (!is_open(e) || !find_two(e, a, b, id, &touched))
        return not_found(e);
    if (!store_begin(e->store, &e->err))
        return engine_status(e);
    if (!store_rule(e->store,
                    (struct store_ruling){id[0] < id[1] ? id[0] : id[1],
                                          id[0] < id[1] ? id[1] : id[0], same},
                    &e->err) ||
        !bare_refresh(e, NULL) || !settle_later(e, &touched) ||
        !store_commit(e->store, &e->err)) {
        store_rollback(e->store);
        return engine_status(e);
    }
    return SAMESTORY_OK;
}
