/* judge.c - BCubed and pairs across languages, as score_clusters does. */
#include "fit_story.h"

#include "story/group.h"
#include "story/title.h"

#include <math.h>
#include <stdlib.h>

static struct figures judge_pairs(const struct sample *,
                                  const struct weights *);

struct row {
    uint32_t gold, said;
    uint8_t lang;
};

static int
by_said(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return x->said != y->said   ? (x->said > y->said) - (x->said < y->said)
           : x->gold != y->gold ? (x->gold > y->gold) - (x->gold < y->gold)
                                : x->lang - y->lang;
}

static double
f1(double p, double r)
{
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

struct figures
judge(const struct sample *s, const struct weights *w)
{
    if (s->pairs)
        return judge_pairs(s, w);

    struct arena *mem = arena_open();
    struct row *rows = arena_new(mem, struct row, s->narticles + 1);
    uint32_t *group = group_find(w, &s->sides, NULL, mem);
    uint32_t *ngold = arena_new(mem, uint32_t, s->narticles + 1);
    uint32_t *nsaid = arena_new(mem, uint32_t, s->sides.n + 1);
    double p = 0, r = 0, both = 0, said = 0, gold = 0;
    size_t n = 0;
    struct figures f = {.f1 = 0};

    for (size_t i = 0; i < s->narticles; i++)
        if (s->graded[i]) {
            rows[n++] = (struct row){s->cluster[i], group[s->sides.at[i]],
                                     (uint8_t)s->articles[i]->lang};
            ngold[s->cluster[i]]++;
            nsaid[group[s->sides.at[i]]]++;
        }
    qsort(rows, n, sizeof *rows, by_said);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && rows[k].said == rows[i].said &&
                    rows[k].gold == rows[i].gold;)
            k++;
        p += (double)(k - i) * (double)(k - i) / nsaid[rows[i].said];
        r += (double)(k - i) * (double)(k - i) / ngold[rows[i].gold];
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            bool g = rows[i].gold == rows[k].gold;
            bool t = rows[i].said == rows[k].said;

            if (rows[i].lang == rows[k].lang)
                continue;
            both += g && t;
            gold += g;
            said += t;
        }
    f.precision = p / (double)n;
    f.bcubed = f1(f.precision, r / (double)n);
    f.cross_p = said > 0 ? both / said : 0;
    f.cross = f1(f.cross_p, gold > 0 ? both / gold : 0);
    arena_close(mem);
    return f;
}

static double
pearson(const double *x, const double *y, size_t n)
{
    double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;

    for (size_t i = 0; i < n; i++) {
        mx += x[i] / (double)n;
        my += y[i] / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : 0;
}

/* Pairs: F1 of "same", correlation of the score with the grade. */
static struct figures
judge_pairs(const struct sample *s, const struct weights *w)
{
    struct arena *mem = arena_open();
    size_t n = s->narticles / 2;
    double *said = arena_new(mem, double, n + 1), both = 0, sum = 0;
    struct figures f = {.bcubed = 0};

    for (size_t i = 0; i < n; i++) {
        struct score score = {.z = -10};
        bool same = s->grade[i] <= 2, told;

        if (!s->articles[2 * i]->why_not && !s->articles[2 * i + 1]->why_not)
            score_take(w, &s->sides.list[2 * i], &s->sides.list[2 * i + 1],
                       &score);
        score.term[TERM_TITLE] =
            title_alike(s->articles[2 * i], s->articles[2 * i + 1]);
        said[i] = score_shown(w, &score);
        told = score_same(w, &score);
        both += same && told;
        sum += same + told;
    }
    f.f1 = sum > 0 ? 2 * both / sum : 0;
    f.pearson = -pearson(said, s->grade, n);
    arena_close(mem);
    return f;
}
