/*
 * sound_scripts.c - Cyrillic, Arabic, Hebrew to units of their own; Greek,
 * for which no costs were learned, to those of the Cyrillic letters that
 * sound alike, Devanagari to the Latin ones its names are spelled with.
 */
#include "lexicon/sound.h"

/* ---- Cyrillic -------------------------------------------------------- */

/* Letters beside а to я, as one or two of those. */
static const struct {
    uint16_t c, as, second;
} cyrillic_more[] = {
    {0x452, 0x434, 0x436}, /* ђ */
    {0x453, 0x433, 0},     /* ѓ */
    {0x454, 0x435, 0},     /* є */
    {0x455, 0x437, 0},     /* ѕ */
    {0x456, 0x438, 0},     /* і */
    {0x457, 0x439, 0x438}, /* ї */
    {0x458, 0x439, 0},     /* ј */
    {0x459, 0x43B, 0},     /* љ */
    {0x45A, 0x43D, 0},     /* њ */
    {0x45B, 0x447, 0},     /* ћ */
    {0x45C, 0x43A, 0},     /* ќ */
    {0x45E, 0x432, 0},     /* ў */
    {0x45F, 0x434, 0x436}, /* џ */
    {0x491, 0x433, 0},     /* ґ */
    {0x493, 0x433, 0},     /* ғ */
    {0x49B, 0x43A, 0},     /* қ */
    {0x4A3, 0x43D, 0},     /* ң */
    {0x4AF, 0x443, 0},     /* ү */
    {0x4B1, 0x443, 0},     /* ұ */
    {0x4B3, 0x445, 0},     /* ҳ */
    {0x4BB, 0x445, 0},     /* һ */
    {0x4D9, 0x44D, 0},     /* ә */
    {0x4E9, 0x43E, 0},     /* ө */
};

static void
cyrillic_put(struct sound_word *w, uint32_t c)
{
    unsigned unit = CYRILLIC_AT + (c - 0x430);

    if (w->n > 0 && w->seg[w->n - 1] == unit)
        w->seg[w->n - 1] = CYRILLIC_TWICE;
    sound_put(w, unit);
}

void
sound_cyrillic(struct sound_word *w, const uint32_t *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (c[i] >= 0x430 && c[i] <= 0x44F) {
            cyrillic_put(w, c[i]);
            continue;
        }
        if (c[i] == 0x451) { /* ё */
            sound_put(w, CYRILLIC_AT + 32);
            continue;
        }
        for (size_t k = 0; k < sizeof cyrillic_more / sizeof *cyrillic_more;
             k++)
            if (cyrillic_more[k].c == c[i]) {
                cyrillic_put(w, cyrillic_more[k].as);
                if (cyrillic_more[k].second)
                    cyrillic_put(w, cyrillic_more[k].second);
            }
    }
}

/* ---- Arabic ---------------------------------------------------------- */

/* Units by place in this list; forms of one letter share a row. */
static const struct {
    uint16_t c;
    uint8_t unit;
} arabic[] = {
    {0x621, 0},  {0x622, 1},  {0x623, 2},  {0x624, 3},  {0x625, 4},
    {0x626, 5},  {0x627, 1},  {0x628, 6},  {0x629, 7},  {0x62A, 8},
    {0x62B, 9},  {0x62C, 10}, {0x62D, 11}, {0x62E, 12}, {0x62F, 13},
    {0x630, 14}, {0x631, 15}, {0x632, 16}, {0x633, 17}, {0x634, 18},
    {0x635, 19}, {0x636, 20}, {0x637, 21}, {0x638, 22}, {0x639, 23},
    {0x63A, 24}, {0x641, 25}, {0x642, 26}, {0x643, 27}, {0x644, 28},
    {0x645, 29}, {0x646, 30}, {0x647, 31}, {0x648, 32}, {0x649, 33},
    {0x64A, 33}, {0x6CC, 33}, {0x6D2, 33}, {0x6A9, 27}, {0x6AF, 34},
    {0x686, 35}, {0x67E, 36}, {0x698, 37}, {0x6A4, 38}, {0x679, 21},
    {0x688, 13}, {0x691, 15}, {0x6BA, 30}, {0x6C1, 31}, {0x6BE, 31},
    {0x6C0, 31}, {0x6C3, 7},  {0x671, 1},  {0x6AD, 34}, {0x763, 34},
    {0x6D5, 31}, {0x6C6, 32}, {0x6CE, 33}, {0x695, 15}, {0x6B5, 28},
};
enum { ARABIC_LAM = 28 };

void
sound_arabic(struct sound_word *w, const uint32_t *c, size_t n)
{
    size_t letters = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof arabic / sizeof *arabic; k++)
            if (arabic[k].c == c[i]) {
                unsigned unit = arabic[k].unit;

                if (letters++ == 0 && c[i] == 0x627)
                    unit = ARABIC_FIRST_ALEF;
                if (unit == ARABIC_LAM && i > 0 && c[i - 1] == 0x644)
                    break; /* الله */
                sound_put(w, ARABIC_AT + unit);
                break;
            }
    /* the article, unless too little is left behind it */
    if (w->n >= 5 && w->seg[0] == ARABIC_AT + ARABIC_FIRST_ALEF &&
        w->seg[1] == ARABIC_AT + ARABIC_LAM)
        w->skip = 2;
}

/* ---- Hebrew ---------------------------------------------------------- */

/* Units 0 to 26 are the letters with their final forms; a geresh, a doubled
 * letter and the place in the word make others. */
enum {
    HEB_ALEF = 0,
    HEB_GIMEL = 2,
    HEB_HE = 4,
    HEB_VAV = 5,
    HEB_ZAYIN = 6,
    HEB_YOD = 9,
    HEB_TSADI_END = 21,
    HEB_TSADI = 22,
    HEB_TAV = 26,
    HEB_PE = 20,
    HEB_GIMEL_J = 27,
    HEB_ZAYIN_ZH,
    HEB_TSADI_CH,
    HEB_VAV2,
    HEB_YOD2,
    HEB_ALEF1,
    HEB_VAV1,
    HEB_YOD1,
    HEB_PE1,
    HEB_TAV_TH
};

static unsigned
hebrew_unit(const uint32_t *c, size_t *i, size_t n)
{
    unsigned u = c[*i] - 0x5D0;
    uint32_t next = *i + 1 < n ? c[*i + 1] : 0;
    bool geresh = next == '\'' || next == 0x5F3 || next == 0x2019;

    if (geresh) {
        ++*i;
        return u == HEB_GIMEL                         ? HEB_GIMEL_J
               : u == HEB_ZAYIN                       ? HEB_ZAYIN_ZH
               : u == HEB_TSADI || u == HEB_TSADI_END ? HEB_TSADI_CH
               : u == HEB_TAV                         ? HEB_TAV_TH
                                                      : u;
    }
    if (*i == 0)
        return u == HEB_ALEF  ? HEB_ALEF1
               : u == HEB_VAV ? (*i += next == 0x5D5, HEB_VAV1)
               : u == HEB_YOD ? HEB_YOD1
               : u == HEB_PE  ? HEB_PE1
                              : u;
    if (u == HEB_VAV && next == 0x5D5) {
        ++*i;
        return HEB_VAV2;
    }
    if (u == HEB_YOD && next == 0x5D9) {
        ++*i;
        return HEB_YOD2;
    }
    /* final forms are their letters, but ף is always f */
    if (u == 10 || u == 13 || u == 15 || u == 21) /* ך ם ן ץ */
        u++;
    return u;
}

void
sound_hebrew(struct sound_word *w, const uint32_t *c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c[i] >= 0x5D0 && c[i] <= 0x5EA)
            sound_put(w, HEBREW_AT + hebrew_unit(c, &i, n));
}

/* ---- by way of Latin -------------------------------------------------- */

/* Latin spellings of the letters from `first` on, parted by spaces; a dash:
 * nothing. Copies that of c to z; false where there is none. */
static bool
spelled(const char *table, uint32_t first, uint32_t c, char z[8])
{
    size_t n = 0;

    z[0] = '\0';
    if (c < first)
        return false;
    for (uint32_t i = first; *table && i < c; i++) {
        while (*table && *table != ' ')
            table++;
        if (*table)
            table++;
    }
    while (n < 7 && *table && *table != ' ')
        z[n++] = *table++;
    z[n] = '\0';
    if (z[0] == '-')
        z[0] = '\0';
    return n > 0;
}

struct latin {
    uint32_t c[SOUND_MOST_CHARS];
    size_t n;
};

static void
latin_add(struct latin *l, const char *z)
{
    while (*z && l->n < SOUND_MOST_CHARS)
        l->c[l->n++] = (unsigned char)*z++;
}

static bool
pair(const uint32_t *c, size_t i, size_t n, uint32_t a, uint32_t b)
{
    return i + 1 < n && c[i] == a && c[i + 1] == b;
}

static uint32_t
greek_plain(uint32_t c)
{
    switch (c) {
    case 0x3AC:
        return 0x3B1;
    case 0x3AD:
        return 0x3B5;
    case 0x3AE:
        return 0x3B7;
    case 0x3AF:
    case 0x3CA:
    case 0x390:
        return 0x3B9;
    case 0x3CC:
        return 0x3BF;
    case 0x3CD:
    case 0x3CB:
    case 0x3B0:
        return 0x3C5;
    case 0x3CE:
        return 0x3C9;
    default:
        return c;
    }
}

/* Letters that sound as one, or as two, with what they are in Cyrillic. */
static const struct {
    uint16_t first, second;
    uint16_t as[2];
} greek_pairs[] = {
    {0x3BC, 0x3C0, {0x431, 0}},     /* μπ б */
    {0x3BD, 0x3C4, {0x434, 0}},     /* ντ д */
    {0x3B3, 0x3BA, {0x433, 0}},     /* γκ г */
    {0x3B3, 0x3B3, {0x43D, 0x433}}, /* γγ нг */
    {0x3C4, 0x3B6, {0x434, 0x436}}, /* τζ дж */
    {0x3C4, 0x3C3, {0x446, 0}},     /* τσ ц */
    {0x3BF, 0x3C5, {0x443, 0}},     /* ου у */
    {0x3B1, 0x3B9, {0x435, 0}},     /* αι е */
    {0x3B5, 0x3B9, {0x438, 0}},     /* ει и */
    {0x3BF, 0x3B9, {0x438, 0}},     /* οι и */
    {0x3B1, 0x3C5, {0x430, 0x432}}, /* αυ ав */
    {0x3B5, 0x3C5, {0x435, 0x432}}, /* ευ ев */
};
/* α to ω. */
static const uint16_t greek_letters[][2] = {
    {0x430, 0}, {0x432, 0}, {0x433, 0}, {0x434, 0},     {0x435, 0},
    {0x437, 0}, {0x438, 0}, {0x442, 0}, {0x438, 0},     {0x43A, 0},
    {0x43B, 0}, {0x43C, 0}, {0x43D, 0}, {0x43A, 0x441}, {0x43E, 0},
    {0x43F, 0}, {0x440, 0}, {0x441, 0}, {0x441, 0},     {0x442, 0},
    {0x438, 0}, {0x444, 0}, {0x445, 0}, {0x43F, 0x441}, {0x43E, 0},
};

/* The nasal of μπ, ντ is said too behind a vowel, and both at the end. */
static size_t
greek_pair(const uint32_t *g, const uint32_t *c, size_t i, size_t n,
           uint32_t *out)
{
    for (size_t k = 0; k < sizeof greek_pairs / sizeof *greek_pairs; k++) {
        size_t m = 0;

        /* a mark on the first parts them: άι */
        if (!pair(g, i, n, greek_pairs[k].first, greek_pairs[k].second) ||
            c[i] != g[i])
            continue;
        if (k < 2 && i + 2 == n) {
            out[m++] = k == 0 ? 0x43C : 0x43D;
            out[m++] = k == 0 ? 0x43F : 0x442;
            return m;
        }
        if (k < 2 && i > 0 &&
            (g[i - 1] == 0x3B1 || g[i - 1] == 0x3B5 || g[i - 1] == 0x3BF ||
             g[i - 1] == 0x3C9))
            out[m++] = k == 0 ? 0x43C : 0x43D;
        out[m++] = greek_pairs[k].as[0];
        if (greek_pairs[k].as[1])
            out[m++] = greek_pairs[k].as[1];
        return m;
    }
    return 0;
}

void
sound_greek(struct sound_word *w, const uint32_t *c, size_t n)
{
    uint32_t g[SOUND_MOST_CHARS], out[2 * SOUND_MOST_CHARS];
    size_t m = 0;

    n = n < SOUND_MOST_CHARS ? n : SOUND_MOST_CHARS;
    for (size_t i = 0; i < n; i++)
        g[i] = greek_plain(c[i]);
    for (size_t i = 0; i < n; i++) {
        size_t took = greek_pair(g, c, i, n, out + m);

        if (took) {
            m += took;
            i++;
        } else if (g[i] >= 0x3B1 && g[i] <= 0x3C9) {
            out[m++] = greek_letters[g[i] - 0x3B1][0];
            if (greek_letters[g[i] - 0x3B1][1])
                out[m++] = greek_letters[g[i] - 0x3B1][1];
        }
    }
    sound_cyrillic(w, out, m);
}

void
sound_devanagari(struct sound_word *w, const uint32_t *c, size_t n)
{
    /* from U+0905: vowels, consonants from U+0915, marks from U+093C */
    static const char table[] =
        "a a i i u u ri li e e e ai o o o au k kh g gh n ch ch j jh n t th d "
        "dh n t th d dh n n p f b bh m y r r l l l v sh sh s h - - - - a i i "
        "u u ri ri e e e ai o o o au - - -";
    struct latin l = {.n = 0};
    char z[8];

    for (size_t i = 0; i < n; i++) {
        uint32_t next = i + 1 < n ? c[i + 1] : 0;

        if (c[i] == 0x902 || c[i] == 0x901) { /* ं ँ */
            latin_add(&l, "n");
            continue;
        }
        if (c[i] >= 0x958 && c[i] <= 0x95F &&
            spelled("q kh gh z r rh f y", 0x958, c[i], z)) {
            latin_add(&l, z);
        } else if (c[i] == 0x91C && next == 0x93C) { /* ज़ */
            latin_add(&l, "z");
        } else if (spelled(table, 0x905, c[i], z)) {
            latin_add(&l, z);
        }
        /* a consonant without a sign has its own vowel, but at the end */
        if (((c[i] >= 0x915 && c[i] <= 0x939) ||
             (c[i] >= 0x958 && c[i] <= 0x95F) || c[i] == 0x93C) &&
            i + 1 < n && next != 0x93C && !(next >= 0x93E && next <= 0x94D))
            latin_add(&l, "a");
    }
    sound_latin(w, l.c, l.n);
}
