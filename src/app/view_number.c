/* view_number.c - counts, numbers, units and what figures come to. */
#include "app/view.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
view_count(struct buf *b, size_t n, const char *one)
{
    buf_printf(b, "%zu %s%s", n, one, n == 1 ? "" : "s");
}

/* ---- numbers ----------------------------------------------------------- */

/* "1234567.5" with commas: "1,234,567.5" */
static void
put_grouped(struct buf *b, const char *digits)
{
    size_t whole = strspn(digits, "0123456789");

    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0)
            buf_putc(b, ',');
        buf_putc(b, digits[i]);
    }
    buf_putz(b, digits + whole);
}

/* At most three places behind the point, no zeros at the end. */
static void
put_decimal(struct buf *b, double v)
{
    char z[64];
    size_t n;

    snprintf(z, sizeof z, "%.3f", v);
    n = strlen(z);
    while (n && z[n - 1] == '0')
        n--;
    if (n && z[n - 1] == '.')
        n--;
    z[n] = '\0';
    put_grouped(b, z);
}

void
view_number(struct buf *b, double v)
{
    static const struct {
        double size;
        const char *word;
    } scales[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};

    if (v < 0) {
        buf_putz(b, "\xE2\x88\x92"); /* minus */
        v = -v;
    }
    if (!(v < 1e15)) {
        buf_printf(b, "%g", v);
        return;
    }
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        double thousandths = v / scales[i].size * 1000;

        /* only where nothing is lost by it */
        if (v < scales[i].size || fabs(thousandths - rint(thousandths)) > 1e-6)
            continue;
        put_decimal(b, v / scales[i].size);
        buf_putz(b, scales[i].word);
        return;
    }
    put_decimal(b, v);
}

/* How a unit stands behind a number; units that count things ("rocket")
 * are told by the label and stand in no list here. */
static const char *
unit_sign(const char *unit)
{
    static const struct {
        const char *unit, *sign;
    } signs[] = {
        {"%", "%"},
        {"percent", "%"},
        {"percentage-point", " percentage points"},
        {"basis-point", " basis points"},
        {"kilometre", " km"},
        {"metre", " m"},
        {"centimetre", " cm"},
        {"millimetre", " mm"},
        {"mile", " miles"},
        {"nautical-mile", " nautical miles"},
        {"foot", " ft"},
        {"inch", " in"},
        {"hectare", " ha"},
        {"acre", " acres"},
        {"square-metre", " m\xC2\xB2"},
        {"square-kilometre", " km\xC2\xB2"},
        {"square-mile", " sq mi"},
        {"litre", " l"},
        {"cubic-metre", " m\xC2\xB3"},
        {"barrel", " barrels"},
        {"gram", " g"},
        {"kilogram", " kg"},
        {"tonne", " t"},
        {"second", " s"},
        {"minute", " min"},
        {"hour", " h"},
        {"day", " days"},
        {"week", " weeks"},
        {"month", " months"},
        {"year", " years"},
        {"degree-celsius", " \xC2\xB0"
                           "C"},
        {"degree-fahrenheit", " \xC2\xB0"
                              "F"},
        {"megawatt", " MW"},
        {"gigawatt", " GW"},
        {"kilometre-per-hour", " km/h"},
        {"kilometre-per-second", " km/s"},
        {"mile-per-hour", " mph"},
        {"metre-per-second", " m/s"},
        {"knot", " knots"},
        {"km", " km"},
        {"m", " m"},
        {"kg", " kg"},
    };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(unit, signs[i].unit) == 0)
            return signs[i].sign;
    return NULL;
}

static bool
is_currency(const char *unit)
{
    static const char codes[] =
        " usd eur gbp jpy cny rub inr pkr lkr npr bdt irr sar omr qar yer aed "
        "mad iqd kwd bhd jod dzd tnd lyd egp lbp syp sdg try ils krw brl mxn "
        "ars clp cop php pen ves chf xof pln uah byn kzt uzs gel amd azn afn "
        "czk sek nok dkk huf ron rsd zar ngn kes etb ghs idr myr thb vnd hkd "
        "twd sgd cad aud nzd ";
    char word[6];

    if (strlen(unit) != 3)
        return false;
    snprintf(word, sizeof word, " %s ", unit);
    return strstr(codes, word) != NULL;
}

/* A single one says "1 day", not "1 days". */
static void
put_sign(struct buf *b, const char *sign, double v)
{
    size_t n = strlen(sign);

    if (v == 1 && n > 4 && sign[n - 1] == 's')
        n--;
    buf_put(b, (str){sign, n});
}

void
view_value(struct buf *b, double min, double max, bool approx, const char *unit)
{
    const char *sign = unit_sign(unit);

    if (isinf(min) && isinf(max)) {
        buf_putz(b, "an unknown number");
        return;
    }
    /* a bound is rough by itself */
    if (approx && !isinf(min) && !isinf(max))
        buf_putz(b, "about ");
    if (isinf(max))
        buf_putz(b, "at least ");
    else if (isinf(min))
        buf_putz(b, "at most ");
    if (is_currency(unit)) {
        for (size_t i = 0; unit[i]; i++)
            buf_putc(b, (char)(unit[i] - 'a' + 'A'));
        buf_putc(b, ' ');
    }
    view_number(b, isinf(min) ? max : min);
    if (!isinf(min) && !isinf(max) && min < max) {
        buf_putz(b, " to ");
        view_number(b, max);
    }
    if (sign)
        put_sign(b, sign, isinf(max) ? min : max);
}

void
view_side_value(struct buf *b, const struct samestory_quantity *q,
                const struct samestory_side *side)
{
    const char *unit = q->nreadings ? q->readings[0].unit : "";
    bool approx = true, some = false, measured = false;

    /* about, where all who say so say about; in a measure, where one does */
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];

        if (r->min < side->min || r->min > side->min || r->max < side->max ||
            r->max > side->max)
            continue;
        some = true;
        approx &= r->approx;
        if (!measured)
            unit = r->unit;
        measured |= unit_sign(r->unit) || is_currency(r->unit);
    }
    approx &= some;
    if (side->denial)
        buf_putz(b, "denied: ");
    view_value(b, side->min, side->max, approx, unit);
}

void
view_range(struct buf *b, const struct samestory_quantity *q)
{
    if (q->nsides < 2 || !(q->low < q->high) || isinf(q->low) ||
        isinf(q->high) || view_rank(q->status) > 1)
        return;
    buf_putz(b, "low ");
    view_number(b, q->low);
    if (!isinf(q->best)) {
        buf_putz(b, ", best ");
        view_number(b, q->best);
    }
    buf_putz(b, ", high ");
    view_value(b, q->high, q->high, false, q->unit);
}
