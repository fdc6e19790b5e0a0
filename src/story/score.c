/* score.c - terms and their weights. */
#include "story/score.h"

#include <math.h>

/* How much each kind counts in the cosine of everything: across languages,
 * within one. */
static const double share[2][FEATURE_TYPES] = {
    {[FEATURE_CONCEPT] = 1, [FEATURE_STEM] = 0.6, [FEATURE_NAME] = 0.8,
     [FEATURE_NUMBER] = 0.5, [FEATURE_DATE] = 0.3, [FEATURE_PLACE] = 0.7,
     [FEATURE_BODY] = 0.8, [FEATURE_ACRONYM] = 0.6, [FEATURE_WORD] = 0.0,
     [FEATURE_TOWN] = 0.9},
    {[FEATURE_CONCEPT] = 0.6, [FEATURE_STEM] = 1, [FEATURE_NAME] = 0.6,
     [FEATURE_NUMBER] = 0.5, [FEATURE_DATE] = 0.3, [FEATURE_PLACE] = 0.7,
     [FEATURE_BODY] = 0.8, [FEATURE_ACRONYM] = 0.6, [FEATURE_WORD] = 0.8,
     [FEATURE_TOWN] = 0.9}};

double score_weight[2][TERMS] = {
    {[TERM_ALL] = 14, [TERM_GAP] = -3, [TERM_EVENT] = -1, [TERM_ONE] = -5},
    {[TERM_ALL] = 14, [TERM_GAP] = -3, [TERM_EVENT] = -1, [TERM_ONE] = -5}};

static const double GAP_DAYS = 10, EVENT_DAYS = 6;
static const double AGREES = 0.12;

const char *
score_term(enum term t)
{
    static const char *const names[] = {
        "all",     "concept",    "stem",     "word",     "name",
        "number",  "date",       "place",    "town",     "body",
        "acronym", "has_name",   "has_num",  "has_date", "has_town",
        "gap",     "undated",    "event",    "has_event", "mean_name",
        "mean_num", "kinds",     "one"};

    return t < TERMS ? names[t] : "";
}

double
score_probability(double z)
{
    return 1 / (1 + exp(-z));
}

static double
cosine(double dot, double a, double b)
{
    return a > 0 && b > 0 ? dot / sqrt(a * b) : 0;
}

static double
same_language(const struct side *a, const struct side *b)
{
    double same = 0;

    for (int i = 0; i < SIDE_MOST_LANGS && a->nlang[i]; i++)
        for (int k = 0; k < SIDE_MOST_LANGS && b->nlang[k]; k++)
            if (a->lang[i] == b->lang[k])
                same += (double)a->nlang[i] * b->nlang[k];
    return same / ((double)a->narticles * b->narticles);
}

static void
dots(const struct side *a, const struct side *b, double *dot)
{
    uint32_t i = 0, k = 0;

    while (i < a->n && k < b->n)
        if (a->f[i].id < b->f[k].id)
            i++;
        else if (a->f[i].id > b->f[k].id)
            k++;
        else {
            dot[feature_kind(a->f[i].id)] +=
                (double)a->f[i].weight * b->f[k].weight;
            i++;
            k++;
        }
}

static double
far(double a, double b, double most)
{
    double d = fabs(a - b) / most;

    return isnan(d) ? 0 : d > 1 ? 1 : d;
}

void
score_take(const struct side *a, const struct side *b, struct score *s)
{
    static const uint8_t type[] = {
        [TERM_CONCEPT] = FEATURE_CONCEPT, [TERM_STEM] = FEATURE_STEM,
        [TERM_WORD] = FEATURE_WORD,       [TERM_NAME] = FEATURE_NAME,
        [TERM_NUMBER] = FEATURE_NUMBER,   [TERM_DATE] = FEATURE_DATE,
        [TERM_PLACE] = FEATURE_PLACE,     [TERM_TOWN] = FEATURE_TOWN,
        [TERM_BODY] = FEATURE_BODY,       [TERM_ACRONYM] = FEATURE_ACRONYM};
    double dot[16] = {0}, z[2] = {0, 0}, all[2];
    double *x = s->term;

    dots(a, b, dot);
    s->same = same_language(a, b);
    for (int t = TERM_CONCEPT; t <= TERM_ACRONYM; t++)
        x[t] = cosine(dot[type[t]], a->square[type[t]], b->square[type[t]]);
    for (int m = 0; m < 2; m++) {
        double d = 0, p = 0, q = 0;

        for (int t = 1; t < FEATURE_TYPES; t++) {
            double w = share[m][t] * share[m][t];

            d += w * dot[t];
            p += w * a->square[t];
            q += w * b->square[t];
        }
        all[m] = cosine(d, p, q);
    }
    x[TERM_ALL] = s->same * all[1] + (1 - s->same) * all[0];
    x[TERM_HAS_NAME] = a->square[FEATURE_NAME] > 0 && b->square[FEATURE_NAME] > 0;
    x[TERM_HAS_NUMBER] =
        a->square[FEATURE_NUMBER] > 0 && b->square[FEATURE_NUMBER] > 0;
    x[TERM_HAS_DATE] = a->square[FEATURE_DATE] > 0 && b->square[FEATURE_DATE] > 0;
    x[TERM_HAS_TOWN] = a->square[FEATURE_TOWN] > 0 && b->square[FEATURE_TOWN] > 0;
    x[TERM_GAP] = far(a->day, b->day, GAP_DAYS);
    x[TERM_UNDATED] = isnan(a->day) || isnan(b->day);
    x[TERM_EVENT] = far(a->event, b->event, EVENT_DAYS);
    x[TERM_HAS_EVENT] = !isnan(a->event) && !isnan(b->event);
    x[TERM_MEANING_NAME] = sqrt(x[TERM_CONCEPT] * x[TERM_NAME]);
    x[TERM_MEANING_NUMBER] = sqrt(x[TERM_CONCEPT] * x[TERM_NUMBER]);
    x[TERM_ONE] = 1;
    s->kinds = (x[TERM_CONCEPT] > AGREES) +
               (x[TERM_NAME] > AGREES || x[TERM_BODY] > AGREES ||
                x[TERM_ACRONYM] > AGREES || x[TERM_STEM] > AGREES) +
               (x[TERM_NUMBER] > AGREES) +
               (x[TERM_PLACE] > AGREES || x[TERM_TOWN] > AGREES) +
               (x[TERM_DATE] > AGREES);
    x[TERM_KINDS] = s->kinds / 5.0;
    for (int m = 0; m < 2; m++)
        for (int t = 0; t < TERMS; t++)
            z[m] += score_weight[m][t] * x[t];
    s->z = s->same * z[1] + (1 - s->same) * z[0];
}
