/* view_words.c - numbers, days, languages and sources in English words. */
#include "app/view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOURCE_MOST 28 /* characters of a file's name */

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
        {"degree-celsius", " \xC2\xB0" "C"},
        {"degree-fahrenheit", " \xC2\xB0" "F"},
        {"megawatt", " MW"},
        {"gigawatt", " GW"},
        {"kilometre-per-hour", " km/h"},
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
view_value(struct buf *b, double min, double max, bool approx,
           const char *unit)
{
    const char *sign = unit_sign(unit);

    if (isinf(min) && isinf(max)) {
        buf_putz(b, "an unknown number");
        return;
    }
    if (approx)
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
    bool approx = false;

    /* about, where all who say so say about */
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];

        if (r->min < side->min || r->min > side->min || r->max < side->max ||
            r->max > side->max)
            continue;
        unit = r->unit;
        approx = r->approx;
        if (!approx)
            break;
    }
    if (side->denial)
        buf_putz(b, "denied: ");
    view_value(b, side->min, side->max, approx, unit);
}

/* ---- days -------------------------------------------------------------- */

struct parts {
    int year, month, day; /* 0: not known */
};

static struct parts
parts_of(const char *edtf)
{
    struct parts p = {0, 0, 0};
    size_t n = strlen(edtf);

    if (n >= 4 && edtf[0] != 'X')
        p.year = atoi(edtf);
    if (n >= 7 && edtf[4] == '-' && edtf[5] != 'X')
        p.month = atoi(edtf + 5);
    if (n >= 10 && edtf[7] == '-' && edtf[8] != 'X')
        p.day = atoi(edtf + 8);
    if (p.month < 0 || p.month > 12)
        p.month = 0;
    return p;
}

static const char *const months[] = {
    "",     "January", "February",  "March",   "April",    "May",     "June",
    "July", "August",  "September", "October", "November", "December"};

/* `with`: how many of day, month, year are said, from the left. */
static void
put_parts(struct buf *b, struct parts p, int with)
{
    if (p.day && p.month)
        buf_printf(b, "%d", p.day);
    if (p.month && with > 1)
        buf_printf(b, "%s%s", p.day ? " " : "", months[p.month]);
    if (p.year && with > 2)
        buf_printf(b, "%s%d", p.month ? " " : "", p.year);
}

void
view_date(struct buf *b, const char *edtf)
{
    struct parts p;

    if (!edtf)
        return;
    p = parts_of(edtf);
    if (!p.year && !p.month)
        view_tame(b, str_of(edtf));
    else
        put_parts(b, p, 3);
}

void
view_days(struct buf *b, const char *first, const char *last)
{
    struct parts a, z;

    if (!first || !last || strncmp(first, last, 10) == 0) {
        view_date(b, first ? first : last);
        return;
    }
    a = parts_of(first);
    z = parts_of(last);
    put_parts(b, a,
              a.year != z.year || !a.day      ? 3
              : a.month != z.month || !z.day ? 2
                                              : 1);
    buf_putz(b, " to ");
    put_parts(b, z, 3);
}

/* ---- languages, sources, kinds ----------------------------------------- */

const char *
view_language(const char *code)
{
    static const struct {
        const char *code, *name;
    } names[] = {
        {"ar", "Arabic"},      {"zh", "Chinese"},    {"ru", "Russian"},
        {"en", "English"},     {"es", "Spanish"},    {"fr", "French"},
        {"de", "German"},      {"fa", "Persian"},    {"tr", "Turkish"},
        {"uk", "Ukrainian"},   {"ja", "Japanese"},   {"pt", "Portuguese"},
        {"hi", "Hindi"},       {"he", "Hebrew"},     {"ko", "Korean"},
        {"id", "Indonesian"},  {"it", "Italian"},    {"pl", "Polish"},
        {"el", "Greek"},       {"nl", "Dutch"},      {"sv", "Swedish"},
        {"cs", "Czech"},       {"ro", "Romanian"},   {"bg", "Bulgarian"},
        {"sr", "Serbian"},     {"hu", "Hungarian"},  {"vi", "Vietnamese"},
        {"th", "Thai"},        {"bn", "Bengali"},    {"ur", "Urdu"},
        {"ca", "Catalan"},     {"da", "Danish"},     {"no", "Norwegian"},
        {"fi", "Finnish"},     {"hr", "Croatian"},   {"sk", "Slovak"},
        {"sl", "Slovenian"},   {"et", "Estonian"},   {"lv", "Latvian"},
        {"lt", "Lithuanian"},  {"ms", "Malay"},      {"ka", "Georgian"},
        {"hy", "Armenian"},    {"az", "Azerbaijani"}, {"kk", "Kazakh"},
        {"uz", "Uzbek"},       {"ta", "Tamil"},      {"te", "Telugu"},
        {"ml", "Malayalam"},   {"mr", "Marathi"},    {"gu", "Gujarati"},
        {"pa", "Punjabi"},     {"sw", "Swahili"},    {"eu", "Basque"},
        {"gl", "Galician"},    {"mk", "Macedonian"}, {"be", "Belarusian"},
        {"sq", "Albanian"},    {"ku", "Kurdish"},    {"ps", "Pashto"},
        {"my", "Burmese"},     {"km", "Khmer"},      {"am", "Amharic"},
        {"tl", "Tagalog"},     {"ne", "Nepali"},     {"si", "Sinhala"},
        {"mn", "Mongolian"},   {"und", "unknown language"},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(code, names[i].code) == 0)
            return names[i].name;
    return code;
}

/* The start and the end of a long name, with … between. */
static void
put_middle_cut(struct buf *b, str s)
{
    size_t head = SOURCE_MOST * 2 / 3, tail = SOURCE_MOST / 3;

    if (s.n <= SOURCE_MOST) {
        view_tame(b, s);
        return;
    }
    while (head && ((unsigned char)s.s[head] & 0xC0) == 0x80)
        head--;
    tail = s.n - tail;
    while (tail < s.n && ((unsigned char)s.s[tail] & 0xC0) == 0x80)
        tail++;
    view_tame(b, str_cut(s, 0, head));
    buf_putz(b, "\xE2\x80\xA6");
    view_tame(b, str_cut(s, tail, s.n));
}

void
view_source(struct buf *b, const struct samestory_article *a)
{
    str url = str_of(a->url), path = str_of(a->path);
    size_t at = str_find(url, STR("://")), end = 0;

    if (at != SIZE_MAX) {
        url = str_cut(url, at + 3, url.n);
        if (str_starts_nocase(url, STR("www.")))
            url = str_cut(url, 4, url.n);
        while (end < url.n && !strchr("/?#", url.s[end]))
            end++;
        if (end) {
            put_middle_cut(b, str_cut(url, 0, end));
            return;
        }
    }
    if (a->given_id && *a->given_id) {
        put_middle_cut(b, str_of(a->given_id));
        return;
    }
    for (size_t i = 0; i + 1 < path.n; i++)
        if (path.s[i] == '/')
            end = i + 1;
    put_middle_cut(b, str_cut(path, end, path.n));
}

const char *
view_link_kind(const char *kind)
{
    return strcmp(kind, "edited_copy") == 0     ? "edited copy"
           : strcmp(kind, "shared_source") == 0 ? "shared source"
                                                : kind;
}

/* ---- text of pages ----------------------------------------------------- */

/* Length of the character at s, in bytes; 1 for what is none. */
static size_t
step(str s)
{
    unsigned char c = (unsigned char)s.s[0];
    size_t n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

    return n > s.n ? s.n : n;
}

void
view_short(struct buf *b, str s, size_t most)
{
    str rest = s = str_trim(s);
    size_t n = 0, cut = 0;

    while (rest.n && n < most) {
        if (rest.s[0] == ' ' || rest.s[0] == '\n')
            cut = s.n - rest.n;
        rest = str_cut(rest, step(rest), rest.n);
        n++;
    }
    if (rest.n == 0) {
        buf_put(b, s);
        return;
    }
    /* not all languages put spaces; and a cut near the start says nothing */
    if (cut < (s.n - rest.n) * 2 / 3)
        cut = s.n - rest.n;
    buf_put(b, str_cut(s, 0, cut));
    buf_putz(b, "\xE2\x80\xA6");
}

/* Controls of C1, and what overrides, embeds or isolates a direction. */
static bool
is_command(str s)
{
    unsigned char a = (unsigned char)s.s[0];
    unsigned char b = s.n > 1 ? (unsigned char)s.s[1] : 0;
    unsigned char c = s.n > 2 ? (unsigned char)s.s[2] : 0;

    return (a == 0xC2 && b >= 0x80 && b < 0xA0) ||
           (a == 0xE2 && b == 0x80 && c >= 0xA8 && c <= 0xAE) ||
           (a == 0xE2 && b == 0x81 && c >= 0xA6 && c <= 0xA9);
}

void
view_tame(struct buf *b, str s)
{
    bool space = false;

    while (s.n) {
        unsigned char c = (unsigned char)s.s[0];
        size_t n = step(s);

        if (c <= 0x20 || c == 0x7F) {
            space = true;
        } else if (!is_command(s)) {
            if (space && b->n && b->s[b->n - 1] != ' ')
                buf_putc(b, ' ');
            space = false;
            buf_put(b, (str){s.s, n});
        }
        s = str_cut(s, n, s.n);
    }
    if (space && b->n && b->s[b->n - 1] != ' ')
        buf_putc(b, ' ');
}
