/* why.c - the terms of one score, and the things behind them. */
#include "story/why.h"

#include "story/score.h"
#include "story/title.h"
#include "story/who.h"

#include <math.h>
#include <stdlib.h>

static const char *
kind_name(uint32_t id)
{
    static const char *const names[FEATURE_TYPES] = {
        [FEATURE_CONCEPT] = "concept", [FEATURE_STEM] = "word",
        [FEATURE_NAME] = "name",       [FEATURE_NUMBER] = "number",
        [FEATURE_DATE] = "date",       [FEATURE_PLACE] = "place",
        [FEATURE_BODY] = "body",       [FEATURE_ACRONYM] = "acronym",
        [FEATURE_WORD] = "word",       [FEATURE_TOWN] = "place",
        [FEATURE_SIGN] = "sign"};

    return names[feature_kind(id)];
}

static str
words_of(const struct lexicon *lx, struct article *a, const struct who *who,
         uint32_t id)
{
    for (size_t i = 0; i < who->n; i++)
        if (who->f[i].id == id)
            return who->name[i];
    return feature_words(lx, a, id);
}

struct both {
    uint32_t id;
    double dot;
};

static int
by_dot(const void *a, const void *b)
{
    const struct both *x = a, *y = b;

    return x->dot != y->dot ? (x->dot < y->dot) - (x->dot > y->dot)
                            : (x->id > y->id) - (x->id < y->id);
}

static void
share(const struct lexicon *lx, const struct set *set, const struct side *sides,
      uint32_t a, uint32_t b, struct why *out, struct arena *mem)
{
    struct packed_room rooms[2];
    struct vector x = packed_read(sides[a].v, &rooms[0]);
    struct vector y = packed_read(sides[b].v, &rooms[1]);
    struct both *list = arena_new(mem, struct both, x.n + 1);
    struct who *who = who_find(lx, set, mem);
    double sum = 0;
    size_t n = 0;

    for (uint32_t i = 0, k = 0; i < x.n && k < y.n;) {
        uint32_t p = x.id[i], q = y.id[k];

        if (p == q) {
            list[n] = (struct both){p, (double)x.weight[i] * y.weight[k]};
            sum += list[n++].dot;
        }
        i += p <= q;
        k += q <= p;
    }
    if (n)
        qsort(list, n, sizeof *list, by_dot);
    for (size_t i = 0; i < n && out->nshared < WHY_SHARED; i++)
        out->shared[out->nshared++] = (struct why_shared){
            kind_name(list[i].id),
            words_of(lx, set->articles[a], &who[a], list[i].id),
            words_of(lx, set->articles[b], &who[b], list[i].id),
            list[i].dot / sum};
}

static void
look_for_rival(const struct set *set, const struct side *sides, uint32_t a,
               uint32_t b, struct why *out)
{
    double best = -INFINITY;

    for (uint32_t i = 0; i < set->narticles; i++) {
        struct score x, y;

        if (i == a || i == b || set->story[i] == set->story[a] ||
            set->story[i] == set->story[b])
            continue;
        score_take(&score_tuned, &sides[a], &sides[i], &x);
        score_take(&score_tuned, &sides[b], &sides[i], &y);
        if (fmax(x.z, y.z) > best) {
            best = fmax(x.z, y.z);
            out->rival = i;
        }
    }
    out->margin = best > -INFINITY ? out->odds - best : NAN;
}

void
story_why(const struct lexicon *lx, const struct set *set, uint32_t a,
          uint32_t b, struct why *out, struct arena *mem)
{
    struct side *sides = ground_lay(lx, set, mem);
    struct score s;

    _Static_assert(TERMS <= WHY_TERMS, "room for all terms");
    *out = (struct why){.threshold = score_tuned.join};
    score_take(&score_tuned, &sides[a], &sides[b], &s);
    for (int t = 0; t < TERMS; t++) {
        double weight = score_tuned.of[s.same > 0 ? s.own : ROW_ACROSS][t];

        if (s.term[t] == 0 || weight == 0)
            continue;
        out->terms[out->nterms++] = (struct why_term){
            score_term((enum term)t), s.term[t], weight, s.term[t] * weight};
    }
    out->odds = s.z;
    s.term[TERM_TITLE] = title_alike(set->articles[a], set->articles[b]);
    out->score = score_shown(&score_tuned, &s);
    share(lx, set, sides, a, b, out, mem);
    look_for_rival(set, sides, a, b, out);
}
