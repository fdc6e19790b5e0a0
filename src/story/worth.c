/* worth.c - by class, by size, by digits. */
#include "story/worth.h"

#include <math.h>
#include <stdio.h>

/* A meaning found by the stem alone may be another word's. */
static const double BY_STEM = 0.75;

double
worth_of_concept(const struct sense *s)
{
    static const double by_class[] = {
        [CLASS_ROLE] = 0.6,  [CLASS_PERSON] = 0.6,  [CLASS_BODY] = 0.8,
        [CLASS_THING] = 1.0, [CLASS_PLACE] = 0.8,   [CLASS_ACT] = 0.9,
        [CLASS_STATE] = 0.8, [CLASS_QUALITY] = 0.5, [CLASS_ABSTRACT] = 0.7,
        [CLASS_MONEY] = 0.3, [CLASS_VERB] = 0.7,    [CLASS_SUM] = 0.8};

    if (s->cls >= sizeof by_class / sizeof *by_class)
        return 0;
    return by_class[s->cls] * (s->exact ? 1 : BY_STEM);
}

double
worth_of_place(const struct place *p)
{
    switch (p->kind) {
    case PLACE_COUNTRY:
        return 0.7;
    case PLACE_AREA:
        return 0.8;
    case PLACE_REGION:
        return 1.1;
    default:
        return p->population > 3000000 ? 1.0 : 1.2;
    }
}

double
worth_of_number(double v)
{
    char digits[32];
    int n = 0;

    if (!isfinite(v) || fabs(v) < 3 || fabs(v) >= 1e15)
        return 0;
    snprintf(digits, sizeof digits, "%.4e", fabs(v));
    for (int i = 0; i < 6; i++)
        if (digits[i] >= '1' && digits[i] <= '9')
            n = i == 0 ? 1 : i;
    if (v >= 1900 && v <= 2100 && v == floor(v))
        return 0.3;
    return n <= 1 ? (v <= 10 ? 0.3 : 0.45) : n == 2 ? 0.9 : 1.4;
}
