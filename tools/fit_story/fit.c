/*
 * fit.c - logistic regression by coordinate descent (Newton steps for each
 * weight in turn), every weight held to its side of zero.
 */
#include "fit_story.h"

#include "story/title.h"

#include <math.h>
#include <string.h>

enum {
    PASSES = 300,
    STEPS = 16,
    LESSONS_MOST = 25000, /* of one set and kind: others are passed over */
};

/* Articles a month apart tell two stories, whatever sets without days say. */
static const double FAR_WEIGHT = -4, MOST_STEP = 2;

/* Pairs that share next to nothing teach nothing. */
static const double LEAST_ALL = 0.25;

/* Graded 1 to 4: the same from here on. */
static const double SAME_GRADE = 2, MOST_GRADE = 4;

/* Within a language one that was missed costs more than one too many: the mean
 * over all pairs of two clusters forgives. Of 1.2 to 1.65 (2026-11). */
static const double SAME_WITHIN = 1.6;

/* ---- lessons --------------------------------------------------------------
 */

static uint64_t
mixed(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdull;
    x ^= x >> 33;
    return x;
}

static void
add(struct lessons *l, const struct score *s, bool same, struct arena *mem)
{
    struct lesson *x;

    l->list = arena_grow(mem, l->list, l->n, sizeof *l->list);
    x = &l->list[l->n++];
    for (int t = 0; t < TERMS; t++)
        x->term[t] = (float)s->term[t];
    x->same = same;
}

/* Of one language. */
static void
add_own(struct lessons out[ROWS], const struct score *s, bool same,
        struct arena *mem)
{
    add(&out[ROW_WITHIN], s, same, mem);
    if (s->own == ROW_SIGNS)
        add(&out[ROW_SIGNS], s, same, mem);
}

/* The lessons of a set weigh `weight`; those of one story `same` times that. */
static void
weigh(struct lessons *l, size_t from, double weight, double same)
{
    double n[2] = {0, 0}, all[2] = {weight, weight * same};

    for (size_t i = from; i < l->n; i++)
        n[l->list[i].same]++;
    for (size_t i = from; i < l->n; i++)
        l->list[i].weight = (float)(all[l->list[i].same] / n[l->list[i].same]);
}

/* A side to be compared: one, or half of a cluster put together. */
struct part {
    const struct side *side;
    uint32_t cluster, half;
    bool whole;
};

/* The sides of the set and the halves of its clusters; *n as before, then
 * how many. */
static struct part *
parts_of(const struct sample *s, size_t *n, struct arena *mem)
{
    size_t nsides = *n, nclusters = s->narticles, all = nsides;
    struct part *parts =
        arena_new(mem, struct part, nsides + 2 * nclusters + 1);
    struct side *half = arena_new(mem, struct side, 2 * nclusters + 1);

    for (size_t i = 0; i < nsides && !s->pairs; i++) {
        uint32_t c = s->side_cluster[i], h = mixed(i) >> 40 & 1;

        parts[i] = (struct part){&s->sides.list[i], c, h, false};
        if (c == UINT32_MAX)
            continue;
        if (half[2 * c + h].narticles == 0)
            half[2 * c + h] = s->sides.list[i];
        else
            side_join(&half[2 * c + h], &s->sides.list[i], &half[2 * c + h],
                      mem);
    }
    for (uint32_t c = 0; c < 2 * nclusters; c++)
        if (half[c].narticles > 1)
            parts[all++] = (struct part){&half[c], c / 2, c % 2, true};
    *n = s->pairs ? nsides : all;
    return parts;
}

void
lessons_take(struct lessons out[ROWS], const struct sample *s,
             struct arena *mem)
{
    size_t from[ROWS] = {out[0].n, out[1].n, out[2].n}, n = s->sides.n;
    struct part *parts = parts_of(s, &n, mem);
    double all = (double)n * (double)n / 2, share = LESSONS_MOST * 4 / all;

    for (size_t i = 0; s->pairs && i < n; i += 2) {
        struct score score;

        if (s->articles[i]->why_not || s->articles[i + 1]->why_not)
            continue;
        score_take(&score_tuned, &s->sides.list[i], &s->sides.list[i + 1],
                   &score);
        /* graded pairs across languages: too few, and of few languages */
        if (score.same > 0)
            add_own(out, &score, s->grade[i / 2] <= SAME_GRADE, mem);
    }
    for (size_t i = 0; !s->pairs && i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            uint32_t x = parts[i].cluster, y = parts[k].cluster;
            struct score score;

            if (x == UINT32_MAX || y == UINT32_MAX)
                continue;
            if (x == y && parts[i].half == parts[k].half &&
                (parts[i].whole || parts[k].whole))
                continue; /* one holds the other */
            if (x != y &&
                (double)mixed(i << 20 | k) / 18446744073709551616.0 > share)
                continue;
            score_take(&score_tuned, parts[i].side, parts[k].side, &score);
            if (x != y && score.term[TERM_ALL] < LEAST_ALL)
                continue;
            if (score.same > 0.5)
                add_own(out, &score, x == y, mem);
            else
                add(&out[ROW_ACROSS], &score, x == y, mem);
        }
    weigh(&out[ROW_ACROSS], from[ROW_ACROSS], s->weight, 1);
    weigh(&out[ROW_WITHIN], from[ROW_WITHIN], s->weight, SAME_WITHIN);
    /* as far as the set is made of them: a handful is no set */
    weigh(&out[ROW_SIGNS], from[ROW_SIGNS],
          (double)(out[ROW_SIGNS].n - from[ROW_SIGNS]) /
              ((double)(out[ROW_WITHIN].n - from[ROW_WITHIN]) + 1),
          1);
}

void
lessons_grade(struct lessons *out, const struct sample *s, struct arena *mem)
{
    size_t n = s->narticles / 2;

    for (size_t i = 0; i < n; i++) {
        double same = (MOST_GRADE - s->grade[i]) / (MOST_GRADE - 1);
        struct score score;

        if (s->articles[2 * i]->why_not || s->articles[2 * i + 1]->why_not)
            continue;
        score_take(&score_tuned, &s->sides.list[2 * i],
                   &s->sides.list[2 * i + 1], &score);
        score.term[TERM_TITLE] =
            title_alike(s->articles[2 * i], s->articles[2 * i + 1]);
        add(out, &score, true, mem);
        out->list[out->n - 1].weight = (float)(same / (double)n);
        add(out, &score, false, mem);
        out->list[out->n - 1].weight = (float)((1 - same) / (double)n);
    }
}

/* ---- the regression -------------------------------------------------------
 */

/* Bounds by what a term is: evidence never speaks against, want of it never
 * for. Far apart is far, whatever a set without dates says. */
static void
bounds(enum term t, double *low, double *high)
{
    *low = -INFINITY;
    *high = INFINITY;
    switch (t) {
    case TERM_CAN_CONCEPT:
    case TERM_CAN_NAME:
    case TERM_CAN_NUMBER:
    case TERM_CAN_DATE:
    case TERM_CAN_TOWN:
    case TERM_CAN_SIGN:
    case TERM_GAP:
    case TERM_EVENT:
        *high = 0;
        break;
    case TERM_FAR:
        *high = FAR_WEIGHT;
        break;
    case TERM_HAS_EVENT:
    case TERM_LENGTH:
    case TERM_OWN:
    case TERM_OWN_LONGER:
    case TERM_ONE:
        break;
    default:
        *low = 0;
    }
}

/* Pairs of short texts bear no day of publication: what days apart weigh is
 * what holds within a language. */
static bool
is_held(enum term t)
{
    return t == TERM_GAP || t == TERM_FAR;
}

/* Terms that are not fitted: across languages there are no words; within one,
 * and where grades are few, few terms hold better than many
 * (docs/METHOD.md). */
static bool
idle(enum term t, enum fitted what)
{
    bool sign = t == TERM_SIGN || t == TERM_CAN_SIGN || t == TERM_LIKE_SIGN ||
                t == TERM_OWN || t == TERM_OWN_LONGER;

    bool graded = t == TERM_LIKE_CONCEPT || t == TERM_TITLE;

    switch (what) {
    case FIT_ACROSS:
        return t == TERM_WORD || graded || sign;
    case FIT_WITHIN:
        return t != TERM_ALL && t != TERM_KINDS && t != TERM_GAP &&
               t != TERM_FAR && t != TERM_ONE;
    case FIT_SIGNS:
        return is_held(t) || graded;
    default:
        return t != TERM_ALL && !graded && t != TERM_ONE;
    }
}

/* What a step of Newton's method is made of. */
struct model {
    double slope[TERMS], curve[TERMS][TERMS];
};

static void
sum_up(struct model *m, const struct lessons *l, const double *w, double ridge)
{
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < l->n; i++) {
        const struct lesson *x = &l->list[i];
        double z = 0, p, c;

        for (int t = 0; t < TERMS; t++)
            z += w[t] * (double)x->term[t];
        p = score_probability(z);
        c = (double)x->weight * p * (1 - p);
        for (int t = 0; t < TERMS; t++) {
            if (x->term[t] == 0)
                continue;
            m->slope[t] +=
                (double)x->weight * (x->same - p) * (double)x->term[t];
            for (int u = 0; u <= t; u++)
                m->curve[t][u] += c * (double)x->term[t] * (double)x->term[u];
        }
    }
    for (int t = 0; t < TERMS; t++) {
        for (int u = t + 1; u < TERMS; u++)
            m->curve[t][u] = m->curve[u][t];
        m->curve[t][t] += 1e-9;
        if (t == TERM_ONE)
            continue;
        m->slope[t] -= ridge * w[t];
        m->curve[t][t] += ridge;
    }
}

/* The best weights within the bounds, as far as the model is right. */
static void
step(double *w, const struct model *m, enum fitted what)
{
    double by[TERMS] = {0};

    for (int pass = 0; pass < PASSES; pass++)
        for (int t = 0; t < TERMS; t++) {
            double g = m->slope[t], low, high, to;

            if (idle((enum term)t, what))
                continue;
            for (int u = 0; u < TERMS; u++)
                g -= m->curve[t][u] * by[u];
            to = w[t] + by[t] + g / m->curve[t][t];
            bounds((enum term)t, &low, &high);
            to = to < low ? low : to > high ? high : to;
            by[t] = to - w[t];
        }
    for (int t = 0; t < TERMS; t++)
        w[t] += fmin(fmax(by[t], -MOST_STEP), MOST_STEP);
}

void
fit(double out[TERMS], const struct lessons *l, enum fitted what, double ridge)
{
    for (int t = 0; t < TERMS; t++)
        if (what != FIT_SIGNS || !is_held((enum term)t))
            out[t] = 0;
    if (what == FIT_ACROSS || what == FIT_WITHIN)
        out[TERM_FAR] = FAR_WEIGHT;
    for (int i = 0; i < STEPS; i++) {
        struct model m;

        sum_up(&m, l, out, ridge);
        step(out, &m, what);
    }
}
