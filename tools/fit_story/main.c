/*
 * main.c - fits the weights of story/ and prints them for base/tuning.h.
 *
 *   fit_story SHARED PACK        the weights; figures by threshold
 *   fit_story SHARED PACK leave  also of weights fitted without the set
 *   fit_story SHARED PACK now    figures of the weights as they stand
 *
 * SHARED holds corpus/ and seeds/, PACK the labelled sets of clustering.
 */
#include "fit_story.h"

#include "base/tuning.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RIDGE       0.002
#define SIGNS_RIDGE 0.0001
#define ALIKE_RIDGE 0.0001
#define JOIN_LOW    0.75
#define JOIN_HIGH   1.26
#define JOIN_STEP   0.25

static const struct {
    const char *name, *from; /* s: SHARED, p: PACK */
    const char *file;
    double weight;
    bool graded; /* from 1 to 4, not 1 or 4 */
} list[] = {
    {"events", "s", "corpus/events_dev.jsonl", 1, false},
    {"stories", "s", "corpus/dev", 1, false},
    {"itn", "p", "itn_blurbs.jsonl", 1, false},
    {"ecb", "p", "ecbplus_docs.jsonl", 1, false},
    {"g5w1h", "p", "giveme5w1h_newscluster.jsonl", 1, false},
    {"basil", "p", "basil_triples.jsonl", 1, false},
    {"wmt", "p", "wmt_xling_docs.jsonl", 0, false},
    {"xstream", "p", "xstream.jsonl", 0, false},
    {"semeval", "p", "semeval2022t8_pairs.jsonl", 1, true},
    {"sohu", "p", "sohu2021_b_ss_pairs.jsonl", 0.5, false},
};
#define SETS (sizeof list / sizeof *list)

static void
print_weights(const char *name, const double *w)
{
    printf("#define %s \\\n    {", name);
    for (int t = 0; t < TERMS; t++)
        printf("%s%.3f", t ? ", " : "", w[t]);
    printf("}\n");
}

static void
show(const char *name, const struct figures *f)
{
    if (f->pearson != 0) {
        printf("  %-10s f1 %.3f pearson %.3f", name, f->f1, f->pearson);
        return;
    }
    printf("  %-10s bcubed %.3f (p %.3f)", name, f->bcubed, f->precision);
    if (f->cross > 0)
        printf("  cross %.3f (p %.3f)", f->cross, f->cross_p);
}

/* What weights come to on each set; `without`: fitted without the set. The
 * mean is over the figures of all sets that weigh. */
static void
show_all(const struct sample *sets, const struct weights *all,
         const struct weights *without)
{
    double sum[2] = {0, 0}, n = 0;

    for (size_t i = 0; i < SETS; i++) {
        struct figures f[2] = {judge(&sets[i], all)};

        show(sets[i].name, &f[0]);
        if (without && sets[i].weight > 0) {
            f[1] = judge(&sets[i], &without[i]);
            show("| left out", &f[1]);
        }
        printf("\n");
        for (int k = 0; k < 2 && sets[i].weight >= 1; k++)
            sum[k] += f[k].bcubed + f[k].f1 + (f[0].cross > 0 ? f[k].cross : 0);
        if (sets[i].weight >= 1)
            n += 1 + (f[0].cross > 0);
    }
    printf("  mean %.4f | left out %.4f\n", sum[0] / n, sum[1] / n);
    fflush(stdout);
}

/* Fits on all sets but one (SETS: on all). */
static void
learn(struct weights *w, const struct sample *sets, size_t without)
{
    struct arena *mem = arena_open();
    struct lessons lessons[ROWS] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    for (size_t i = 0; i < SETS; i++)
        if (i != without && sets[i].weight > 0)
            lessons_take(lessons, &sets[i], mem);
    fit(w->of[ROW_ACROSS], &lessons[ROW_ACROSS], FIT_ACROSS, RIDGE);
    fit(w->of[ROW_WITHIN], &lessons[ROW_WITHIN], FIT_WITHIN, RIDGE);
    memcpy(w->of[ROW_SIGNS], w->of[ROW_WITHIN], sizeof w->of[ROW_SIGNS]);
    fit(w->of[ROW_SIGNS], &lessons[ROW_SIGNS], FIT_SIGNS, SIGNS_RIDGE);
    arena_close(mem);
}

/* How much alike, by the grades. */
static void
learn_alike(const struct sample *sets)
{
    struct arena *mem = arena_open();
    struct lessons lessons = {NULL, 0};
    double w[TERMS];

    for (size_t i = 0; i < SETS; i++)
        if (list[i].graded)
            lessons_grade(&lessons, &sets[i], mem);
    fit(w, &lessons, FIT_ALIKE, ALIKE_RIDGE);
    printf("TUNING_ALIKE_ALL %.3f, _CONCEPT %.3f, _TITLE %.3f, _ONE %.3f\n",
           w[TERM_ALL], w[TERM_LIKE_CONCEPT], w[TERM_TITLE], w[TERM_ONE]);
    arena_close(mem);
}

int
main(int argc, char **argv)
{
    static struct sample sets[SETS];
    struct err err = {0};
    const char *data = getenv("SAMESTORY_DATA");
    struct lexicon *lx =
        lexicon_open(data ? data : "build/samestory.lex", &err);
    struct weights all = score_tuned, without[SETS];
    const char *mode = argc > 3 ? argv[3] : "";
    bool leave = strcmp(mode, "leave") == 0;

    if (argc < 3 || !lx) {
        fprintf(stderr, "usage: fit_story SHARED PACK [leave|now]\n%s\n",
                err.words);
        return 2;
    }
    for (size_t i = 0; i < SETS; i++) {
        char path[4096], seeds[4096];
        const char *paths[2] = {path, seeds};
        bool folders = strcmp(list[i].name, "stories") == 0;

        snprintf(path, sizeof path, "%s/%s", argv[*list[i].from == 's' ? 1 : 2],
                 list[i].file);
        snprintf(seeds, sizeof seeds, "%s/seeds", argv[1]);
        if (strstr(list[i].file, "_pairs"))
            load_pairs(&sets[i], lx, list[i].name, path, list[i].weight);
        else
            load(&sets[i], lx, list[i].name, paths, folders ? 2 : 1,
                 list[i].weight);
    }
    if (strcmp(mode, "now") == 0) {
        show_all(sets, &all, NULL);
        return 0;
    }
    learn(&all, sets, SETS);
    print_weights("TUNING_STORY_ACROSS", all.of[0]);
    print_weights("TUNING_STORY_WITHIN", all.of[ROW_WITHIN]);
    print_weights("TUNING_STORY_SIGNS", all.of[ROW_SIGNS]);
    learn_alike(sets);
    for (int t = 0; t < TERMS; t++)
        printf("%-12s %8.3f %8.3f %8.3f\n", score_term((enum term)t),
               all.of[0][t], all.of[1][t], all.of[2][t]);
    for (size_t i = 0; i < SETS; i++) {
        without[i] = all;
        if (leave && sets[i].weight > 0)
            learn(&without[i], sets, i);
    }
    for (double join = JOIN_LOW; join <= JOIN_HIGH; join += JOIN_STEP) {
        printf("join %.2f\n", join);
        all.join = join;
        for (size_t i = 0; i < SETS; i++)
            without[i].join = join;
        show_all(sets, &all, leave ? without : NULL);
    }
    return 0;
}
