/* units_test.c - figures of different units, made comparable. */
#include "test.h"

#include "brief/units.h"

#include <math.h>

static struct quantity_mark
mark(double value, const char *unit)
{
    return (struct quantity_mark){
        .min = value,
        .max = value,
        .unit = unit ? lexicon_concept(test_lexicon(), unit) : 0};
}

/* The two values in one unit, apart by so much; NAN: not comparable. */
static double
apart(double a, const char *ua, double b, const char *ub)
{
    struct quantity_mark ma = mark(a, ua), mb = mark(b, ub), x, y;

    return units_common(test_lexicon(), &ma, &mb, &x, &y) ? x.min - y.min
                                                          : (double)NAN;
}

static void
spans_of_time_convert_without_a_rest(void)
{
    CHECK(apart(2, "hour", 120, "minute") == 0);
    CHECK(apart(2, "week", 14, "day") == 0);
    CHECK(apart(4, "year", 48, "month") == 0);
    CHECK(apart(4, "year", 42, "month") == 6); /* three and a half */
    CHECK(apart(25, "hour", 1, "day") == 1);
}

static void
measures_forgive_rounding(void)
{
    CHECK(apart(100, "kilometre", 62, "mile") == 0);
    CHECK(apart(38, "metre", 125, "foot") == 0);
    CHECK(apart(2, "tonne", 2000, "kilogram") == 0);
    CHECK(apart(40, "degree-celsius", 104, "degree-fahrenheit") == 0);
    /* 100 km are 62 miles, not 75 */
    CHECK(apart(100, "kilometre", 75, "mile") != 0);
}

static void
other_things_have_no_common_unit(void)
{
    CHECK(isnan(apart(2, "hour", 2, "hour")));
    CHECK(isnan(apart(2, "hour", 2, "metre")));
    CHECK(isnan(apart(2, "month", 60, "day"))); /* of 30 or 31? */
    CHECK(isnan(apart(2, "hour", 2, NULL)));
}

static void
open_ends_stay_open(void)
{
    struct quantity_mark a = mark(2, "hour"), b = mark(100, "minute"), x, y;

    a.max = INFINITY;
    CHECK(units_common(test_lexicon(), &a, &b, &x, &y));
    CHECK(x.min == 120 && isinf(x.max) && y.min == 100);
    CHECK(str_is(lexicon_key(test_lexicon(), x.unit), "minute"));
}

static bool
namesakes(const char *a, const char *b)
{
    const struct lexicon *lx = test_lexicon();

    return units_namesakes(lx, lexicon_concept(lx, a), lexicon_concept(lx, b));
}

static void
bare_pounds_are_those_of_the_land(void)
{
    CHECK(namesakes("gbp", "egp") && namesakes("egp", "gbp"));
    CHECK(namesakes("egp", "egp"));
    CHECK(!namesakes("egp", "lbp")); /* both say whose they are */
    CHECK(!namesakes("usd", "cad")); /* a dollar alone is American */
    CHECK(!namesakes("gbp", "eur"));
}

static void
hours_tell_little_of_what_they_measure(void)
{
    const struct lexicon *lx = test_lexicon();

    CHECK(units_telling(lx, lexicon_concept(lx, "cubic-metre")));
    CHECK(!units_telling(lx, lexicon_concept(lx, "minute")));
    CHECK(!units_telling(lx, lexicon_concept(lx, "percent")));
    CHECK(!units_telling(lx, 0));
    CHECK(units_alike(lx, lexicon_concept(lx, "mile"),
                      lexicon_concept(lx, "metre")));
    CHECK(!units_alike(lx, lexicon_concept(lx, "mile"),
                       lexicon_concept(lx, "acre")));
}

TEST_MAIN
{
    RUN(spans_of_time_convert_without_a_rest);
    RUN(measures_forgive_rounding);
    RUN(other_things_have_no_common_unit);
    RUN(open_ends_stay_open);
    RUN(bare_pounds_are_those_of_the_land);
    RUN(hours_tell_little_of_what_they_measure);
}
