/* units.c - what units measure, and how many of the least each is. */
#include "brief/units.h"

#include <math.h>
#include <stdlib.h>

/*
 * How far apart two values may be that one page converted from the other:
 * "38 meters (125 ft)", "about 100 km (60 miles)" (4 %; 2026-11). Counts of
 * months or minutes convert without a rest.
 */
#define ROUNDED      0.05
#define ROUNDED_HEAT 1.0 /* degrees Celsius */

enum measure {
    MEASURE_NONE,
    MEASURE_SPAN, /* months and more: no fixed number of days */
    MEASURE_TIME,
    MEASURE_LENGTH,
    MEASURE_AREA,
    MEASURE_VOLUME,
    MEASURE_MASS,
    MEASURE_HEAT,
    MEASURE_SPEED,
    MEASURE_POWER,
    MEASURE_ENERGY,
    MEASURE_DATA
};

struct unit {
    const char *key;
    enum measure measure;
    double factor; /* of the first unit of the measure; of heat: degrees */
    double offset; /* added after */
};

static const struct unit units[] = {
    {"acre", MEASURE_AREA, 4046.8564224, 0},
    {"barrel", MEASURE_VOLUME, 158.987294928, 0},
    {"byte", MEASURE_DATA, 1, 0},
    {"centimetre", MEASURE_LENGTH, 0.01, 0},
    {"century", MEASURE_SPAN, 1200, 0},
    {"cubic-foot", MEASURE_VOLUME, 28.316846592, 0},
    {"cubic-metre", MEASURE_VOLUME, 1000, 0},
    {"day", MEASURE_TIME, 86400, 0},
    {"decade", MEASURE_SPAN, 120, 0},
    {"degree-celsius", MEASURE_HEAT, 1, 0},
    {"degree-fahrenheit", MEASURE_HEAT, 5.0 / 9, -160.0 / 9},
    {"foot", MEASURE_LENGTH, 0.3048, 0},
    {"gallon", MEASURE_VOLUME, 3.785411784, 0},
    {"gigabyte", MEASURE_DATA, 1e9, 0},
    {"gigawatt", MEASURE_POWER, 1e9, 0},
    {"gram", MEASURE_MASS, 1, 0},
    {"hectare", MEASURE_AREA, 1e4, 0},
    {"horsepower", MEASURE_POWER, 745.7, 0},
    {"hour", MEASURE_TIME, 3600, 0},
    {"inch", MEASURE_LENGTH, 0.0254, 0},
    {"kilogram", MEASURE_MASS, 1000, 0},
    {"kilometre", MEASURE_LENGTH, 1000, 0},
    {"kilometre-per-hour", MEASURE_SPEED, 1, 0},
    {"kilometre-per-second", MEASURE_SPEED, 3600, 0},
    {"kilowatt", MEASURE_POWER, 1000, 0},
    {"kilowatt-hour", MEASURE_ENERGY, 1, 0},
    {"knot", MEASURE_SPEED, 1.852, 0},
    {"litre", MEASURE_VOLUME, 1, 0},
    {"megabyte", MEASURE_DATA, 1e6, 0},
    {"megawatt", MEASURE_POWER, 1e6, 0},
    {"megawatt-hour", MEASURE_ENERGY, 1000, 0},
    {"metre", MEASURE_LENGTH, 1, 0},
    {"metre-per-second", MEASURE_SPEED, 3.6, 0},
    {"microgram", MEASURE_MASS, 1e-6, 0},
    {"mile", MEASURE_LENGTH, 1609.344, 0},
    {"mile-per-hour", MEASURE_SPEED, 1.609344, 0},
    {"milligram", MEASURE_MASS, 1e-3, 0},
    {"millilitre", MEASURE_VOLUME, 1e-3, 0},
    {"millimetre", MEASURE_LENGTH, 1e-3, 0},
    {"minute", MEASURE_TIME, 60, 0},
    {"month", MEASURE_SPAN, 1, 0},
    {"nautical-mile", MEASURE_LENGTH, 1852, 0},
    {"ounce", MEASURE_MASS, 28.349523125, 0},
    {"pound-weight", MEASURE_MASS, 453.59237, 0},
    {"second", MEASURE_TIME, 1, 0},
    {"square-foot", MEASURE_AREA, 0.09290304, 0},
    {"square-kilometre", MEASURE_AREA, 1e6, 0},
    {"square-metre", MEASURE_AREA, 1, 0},
    {"square-mile", MEASURE_AREA, 2589988.110336, 0},
    {"terabyte", MEASURE_DATA, 1e12, 0},
    {"terawatt-hour", MEASURE_ENERGY, 1e9, 0},
    {"tonne", MEASURE_MASS, 1e6, 0},
    {"watt", MEASURE_POWER, 1, 0},
    {"week", MEASURE_TIME, 604800, 0},
    {"yard", MEASURE_LENGTH, 0.9144, 0},
    {"year", MEASURE_SPAN, 12, 0},
};

/*
 * Currencies of one name. A page that says "pounds" alone is read as the
 * first of its row; beside a page that says whose pounds, it means those.
 * Dollars are left out: where no country is said they are American. A
 * magnitude alone is an earthquake's beside one that says so.
 */
#define NAMESAKES 8
static const char *const namesakes[][NAMESAKES] = {
    {"gbp", "egp", "lbp", "syp", "sdg"},
    {"inr", "pkr", "lkr", "npr"},
    {"irr", "qar", "yer", "omr", "sar"},
    {"iqd", "kwd", "bhd", "jod", "dzd", "tnd", "lyd", "rsd"},
    {"mxn", "ars", "clp", "cop", "php"},
    {"sek", "nok", "dkk", "czk"},
    {"magnitude", "earthquake-magnitude"},
};

static int
by_key(const void *key, const void *unit)
{
    return str_cmp(*(const str *)key, str_of(((const struct unit *)unit)->key));
}

static const struct unit *
unit_of(const struct lexicon *lx, uint32_t concept)
{
    str key = lexicon_key(lx, concept);

    return concept ? bsearch(&key, units, sizeof units / sizeof *units,
                             sizeof *units, by_key)
                   : NULL;
}

/* A value in another unit of its measure; counts come out whole. */
static double
convert(double value, const struct unit *from, const struct unit *to)
{
    double out, whole;

    if (isinf(value) || from == to)
        return value;
    out = (value * from->factor + from->offset - to->offset) / to->factor;
    whole = round(out);
    return fabs(out - whole) <= 1e-9 * fabs(whole) ? whole : out;
}

/* Makes *b what it was before one page converted and rounded it. */
static void
unround(double a, double *b, const struct unit *u)
{
    double slack;

    if (isinf(a) || isinf(*b))
        return;
    slack = u->measure == MEASURE_HEAT ? ROUNDED_HEAT / u->factor
                                       : ROUNDED * fmax(fabs(a), fabs(*b));
    if (fabs(a - *b) <= slack)
        *b = a;
}

/* Whether the units stand to each other in whole numbers that nobody
 * rounds: 24 hours, 18 months. */
static bool
whole_steps(const struct unit *a)
{
    return a->measure == MEASURE_SPAN || a->measure == MEASURE_TIME;
}

static bool
is_namesake(const struct lexicon *lx, uint32_t bare, uint32_t other)
{
    str x = lexicon_key(lx, bare), y = lexicon_key(lx, other);

    for (size_t i = 0; i < sizeof namesakes / sizeof *namesakes; i++)
        for (size_t k = 1; k < NAMESAKES && namesakes[i][k]; k++)
            if (str_is(x, namesakes[i][0]) && str_is(y, namesakes[i][k]))
                return true;
    return false;
}

bool
units_namesakes(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    return a && b && (a == b || is_namesake(lx, a, b) || is_namesake(lx, b, a));
}

bool
units_telling(const struct lexicon *lx, uint32_t unit)
{
    const struct unit *u = unit_of(lx, unit);

    return u && u->measure != MEASURE_SPAN && u->measure != MEASURE_TIME;
}

bool
units_share(const struct lexicon *lx, uint32_t unit)
{
    str key = lexicon_key(lx, unit);

    return str_is(key, "percent") || str_is(key, "percentage-point");
}

bool
units_length(const struct lexicon *lx, uint32_t unit)
{
    const struct unit *u = unit_of(lx, unit);

    return u && u->measure == MEASURE_LENGTH;
}

bool
units_alike(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    const struct unit *x = unit_of(lx, a), *y = unit_of(lx, b);

    return units_namesakes(lx, a, b) || (x && y && x->measure == y->measure);
}

bool
units_common(const struct lexicon *lx, const struct quantity_mark *a,
             const struct quantity_mark *b, struct quantity_mark *x,
             struct quantity_mark *y)
{
    const struct unit *ua, *ub, *to;

    if (a->unit == b->unit || a->unit == 0 || b->unit == 0)
        return false;
    ua = unit_of(lx, a->unit);
    ub = unit_of(lx, b->unit);
    if (!ua || !ub || ua->measure != ub->measure)
        return false;
    to = ua->factor <= ub->factor ? ua : ub;
    *x = *a;
    *y = *b;
    x->unit = y->unit = to == ua ? a->unit : b->unit;
    x->min = convert(a->min, ua, to);
    x->max = convert(a->max, ua, to);
    y->min = convert(b->min, ub, to);
    y->max = convert(b->max, ub, to);
    if (!whole_steps(to)) {
        unround(x->min, &y->min, to);
        unround(x->max, &y->max, to);
    }
    return true;
}
