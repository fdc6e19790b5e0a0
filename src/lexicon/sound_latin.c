/*
 * sound_latin.c - Latin spelling to units.
 *
 * No language is guessed: letters and groups of letters that many
 * languages read in one way become one unit, all else stays as spelled.
 */
#include "lexicon/sound.h"

#include <string.h>

/* Base letters of U+00C0 to U+017F, U+0180 to U+024F, U+1E00 to U+1EFF. */
static const char latin_a[] =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllll?"
    "?llnnnnnn?nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?";
static const char latin_b[] =
    "?b????????d????e?ff?????????????oo?????????????uu???????????????"
    "?????????????aaiioouuuuuuuuuu?aaaaaa??ggkkoooo??j???gg??nnaaaaoo"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
    "????????????????";
static const char latin_extra[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy????s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

static char
latin_base(uint32_t c)
{
    char b;

    if (c < 0x80)
        b = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (c == 0x2BF || c == 0x2BE || c == 0x2BC || c == 0x2BB ||
             c == 0x2019 || c == 0x2018)
        b = '\'';
    else if (c < 0xC0)
        b = '?';
    else if (c < 0x180)
        b = latin_a[c - 0xC0];
    else if (c < 0x250)
        b = latin_b[c - 0x180];
    else if (c == 0x259)
        b = 'a';
    else if (c >= 0x1E00 && c < 0x1F00)
        b = latin_extra[c - 0x1E00];
    else
        b = '?';
    return b;
}

/* Letters whose mark makes another sound of them; -1 for all others. */
static int
latin_marked(uint32_t c)
{
    switch (c) {
    case 0x107: /* ć */
    case 0x109:
    case 0x10D: /* č */
    case 0xE7:  /* ç */
        return L_CX;
    case 0x15B: /* ś */
    case 0x15D:
    case 0x15F: /* ş */
    case 0x161: /* š */
    case 0x219: /* ș */
        return L_SX;
    case 0x17A: /* ź */
    case 0x17C: /* ż */
    case 0x17E: /* ž */
        return L_ZX;
    case 0x11F: /* ğ */
        return L_GH;
    case 0xE4: /* ä */
    case 0xE6: /* æ */
        return L_AX;
    case 0xF6:  /* ö */
    case 0xF8:  /* ø */
    case 0x151: /* ő */
    case 0x153: /* œ */
        return L_OX;
    case 0xFC:  /* ü */
    case 0x171: /* ű */
        return L_UX;
    case 0xE5: /* å */
        return L_AO;
    case 0xF1:  /* ñ */
    case 0x144: /* ń */
    case 0x146:
    case 0x148: /* ň */
        return L_GN;
    case 0x163: /* ţ */
    case 0x21B: /* ț */
        return L_TS;
    case 0xF0: /* ð */
        return L_DH;
    case 0xFE: /* þ */
        return L_TH;
    default:
        return -1;
    }
}

/* Groups, longest first among those that begin alike. */
static const struct group {
    char z[5];
    unsigned char n, unit, second; /* second: 0 for none (0 is L_A) */
} groups[] = {
    {"tsch", 4, L_CH, 0}, {"shch", 4, L_SH, L_CH}, {"tch", 3, L_CH, 0},
    {"dzh", 3, L_J, 0},   {"sch", 3, L_SH, 0},     {"sh", 2, L_SH, 0},
    {"ch", 2, L_CH, 0},   {"kh", 2, L_KH, 0},      {"gh", 2, L_GH, 0},
    {"zh", 2, L_ZH, 0},   {"th", 2, L_TH, 0},      {"dh", 2, L_DH, 0},
    {"ph", 2, L_F, 0},    {"ck", 2, L_K, 0},       {"cq", 2, L_K, 0},
    {"dj", 2, L_J, 0},    {"ts", 2, L_TS, 0},      {"tz", 2, L_TS, 0},
    {"cz", 2, L_CH, 0},   {"sz", 2, L_SZ, 0},      {"qu", 2, L_Q, L_U},
    {"gn", 2, L_GN, 0},   {"nh", 2, L_GN, 0},      {"ng", 2, L_NG, 0},
    {"rh", 2, L_R, 0},    {"wh", 2, L_W, 0},       {"ll", 2, L_LL, 0},
    {"ai", 2, L_AI, 0},   {"au", 2, L_AU, 0},      {"ea", 2, L_EA, 0},
    {"ee", 2, L_EE, 0},   {"ei", 2, L_EI, 0},      {"eu", 2, L_EU, 0},
    {"ie", 2, L_IE, 0},   {"oi", 2, L_OI, 0},      {"oo", 2, L_OO, 0},
    {"ou", 2, L_OU, 0},
};

/* Groups that are one sound only where no vowel follows. */
static const struct group closed[] = {
    {"ay", 2, L_AI, 0}, {"aw", 2, L_AU, 0}, {"ey", 2, L_EY, 0},
    {"ew", 2, L_EU, 0}, {"oy", 2, L_OI, 0}, {"ow", 2, L_OW, 0},
    {"ij", 2, L_EI, 0},
};

static bool
is_vowel(char c)
{
    return c && strchr("aeiouy", c) != NULL;
}

static const struct group *
group_at(const char *z, size_t n)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (groups[i].z[0] == z[0] && groups[i].z[1] == z[1] &&
            groups[i].n <= n && memcmp(groups[i].z, z, groups[i].n) == 0)
            return &groups[i];
    if (!is_vowel(*z))
        return NULL;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (n >= 2 && memcmp(closed[i].z, z, 2) == 0 &&
            (n == 2 || !is_vowel(z[2])))
            return &closed[i];
    return NULL;
}

static unsigned
letter(const char *z, size_t i, size_t n)
{
    static const unsigned char plain[26] = {
        L_A, L_B, L_C, L_D, L_E, L_F, L_G, L_H, L_I, L_J, L_K, L_L, L_M,
        L_N, L_O, L_P, L_Q, L_R, L_S, L_T, L_U, L_V, L_W, L_X, L_Y, L_Z};
    char next = i + 1 < n ? z[i + 1] : '\0';
    bool soft = next == 'e' || next == 'i' || next == 'y';

    if (z[i] == '\'')
        return L_AP;
    if (z[i] == 'c' && soft)
        return L_CS;
    if (z[i] == 'g' && soft)
        return L_GS;
    if (z[i] == 'y' && is_vowel(next) && next != 'y')
        return L_YC;
    if (z[i] == 'e' && i + 1 == n && n >= 4)
        return L_EF;
    return plain[z[i] - 'a'];
}

/* A word's letters without their marks. */
struct spelling {
    char z[SOUND_MOST_CHARS + 1];
    int marked[SOUND_MOST_CHARS]; /* what the mark makes of it, or -1 */
    bool accent[SOUND_MOST_CHARS], macron[SOUND_MOST_CHARS];
    bool vietnamese; /* by its letters */
    size_t n;
};

static void
spelling_of(struct spelling *s, const uint32_t *c, size_t n)
{
    s->n = 0;
    s->vietnamese = false;
    for (size_t i = 0; i < n && s->n < SOUND_MOST_CHARS; i++) {
        char b = latin_base(c[i]);

        if (b != '\'' && (b < 'a' || b > 'z'))
            continue;
        if (b == '\'' && s->n == 0)
            continue; /* 'Ali */
        s->marked[s->n] = latin_marked(c[i]);
        s->accent[s->n] = c[i] >= 0x80;
        s->vietnamese |= (c[i] >= 0x1EA0 && c[i] <= 0x1EF9) || c[i] == 0x1A1 ||
                         c[i] == 0x1B0; /* ạ … ỹ, ơ, ư */
        s->macron[s->n] = c[i] == 0x101 || c[i] == 0x113 || c[i] == 0x12B ||
                          c[i] == 0x14D || c[i] == 0x16B; /* ā ē ī ō ū */
        s->z[s->n++] = b;
    }
    s->z[s->n] = '\0';
}

/* Inside a word nh is one sound in "-inho", two in "Reinhard". */
static bool
parts(const struct spelling *s, size_t i, size_t n)
{
    const char *z = s->z + i;

    if (n != 2 || z[0] != 'n' || z[1] != 'h' || i == 0 || z[2] == '\0')
        return false;
    return (z[2] != 'a' && z[2] != 'o') || (z[3] && (z[3] != 's' || z[4]));
}

/* A group at i; returns how many letters it takes, or 0. */
static size_t
group_put(struct sound_word *w, const struct spelling *s, size_t i)
{
    const struct group *g = group_at(s->z + i, s->n - i);

    if (!g || parts(s, i, g->n))
        return 0;
    /* an accent parts vowels: aï, ía */
    for (size_t k = 0; k < g->n; k++)
        if ((k && s->marked[i + k] >= 0) ||
            (is_vowel(g->z[0]) && s->accent[i + k]))
            return 0;
    if (g->unit == L_K || (g->unit == L_CH && g->n == 3)) /* ck, tch */
        sound_put(w, L_TWICE);
    sound_put(w, g->unit);
    if (g->second)
        sound_put(w, g->second);
    return g->n;
}

/* What is read otherwise for what stands beside it; as group_put. */
static size_t
special_put(struct sound_word *w, const struct spelling *s, size_t i)
{
    const char *z = s->z + i;
    bool plain = s->marked[i] < 0 && (z[1] == '\0' || s->marked[i + 1] < 0);

    if (!plain)
        return 0;
    if (s->vietnamese && i == 0 && z[0] == 't' && z[1] == 'r') {
        sound_put(w, L_CH);
        return 2;
    }
    if (s->vietnamese && i == 0 && z[0] == 'x') {
        sound_put(w, L_S);
        return 1;
    }
    /* Hungarian */
    if (i == 0 && s->n > 3 && (z[0] == 'c' || z[0] == 'z') && z[1] == 's') {
        sound_put(w, z[0] == 'c' ? L_CH : L_ZH);
        return 2;
    }
    if (z[0] == 'g' && z[1] == 'u' && z[2] && strchr("eiy", z[2])) {
        sound_put(w, L_G);
        return 2;
    }
    if (z[0] == 'x' && i > 0) {
        sound_put(w, L_X);
        sound_put(w, L_S);
        return z[1] == 'x' ? 2 : 1;
    }
    return 0;
}

/* One letter, or one written twice; as group_put. */
static size_t
letter_put(struct sound_word *w, const struct spelling *s, size_t i)
{
    const char *z = s->z;
    bool twice = i + 1 < s->n && z[i + 1] == z[i] && s->marked[i + 1] < 0 &&
                 s->accent[i] == s->accent[i + 1];
    bool vowel = is_vowel(z[i]);

    if (twice && !vowel) {
        if (w->n == 0 || w->seg[w->n - 1] != L_TWICE)
            sound_put(w, L_TWICE);
        return 1; /* the second counts */
    }
    sound_put(w, z[i] == 'e' && s->accent[i] ? L_E : letter(z, i, s->n));
    if (twice || s->macron[i])
        sound_put(w, L_LONG);
    return twice ? 2 : 1;
}

void
sound_latin(struct sound_word *w, const uint32_t *c, size_t n)
{
    struct spelling s;
    size_t took;

    spelling_of(&s, c, n);
    for (size_t i = 0; i < s.n; i += took) {
        if (s.marked[i] >= 0) {
            if (i + 1 >= s.n || s.marked[i + 1] != s.marked[i])
                sound_put(w, (unsigned)s.marked[i]);
            took = 1;
            continue;
        }
        took = special_put(w, &s, i);
        if (took == 0)
            took = group_put(w, &s, i);
        if (took == 0)
            took = letter_put(w, &s, i);
    }
}
