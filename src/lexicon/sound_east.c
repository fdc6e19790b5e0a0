/*
 * sound_east.c - kana, Hangul and Han to units of their own.
 */
#include "lexicon/sound.h"

#include <string.h>

/* ---- kana ------------------------------------------------------------ */

/*
 * S sh, C ch, T ts, J j, F the f of fu, Q a doubling, N the nasal. Capital
 * vowels stand where one is written only because a consonant needs it: to,
 * do; chi, ji; ku, su, ru …
 */
static const char kana_units[] = "kgsztdnhbpmyrwvSCTJFNQ-aiueoOIU";

/* From U+30A1 ァ to U+30F4 ヴ, two letters each: consonant, vowel. Small
 * vowels and ya yu yo in capitals of a kind: 1a … 2o. */
static const char kana[] =
    "1a.a1i.i1u.u1e.e1o.o"   /* ァ - オ */
    "kagakigikugukegekogo"   /* カ - ゴ */
    "sazaSiJisuzusezesozo"   /* サ - ゾ */
    "tadaCiJi.QTuzutedetodo" /* タ - ド, ッ in the midst */
    "naninuneno"             /* ナ - ノ */
    "habapahibipiFubupuhebepehobopo"
    "mamimumemo"
    "2aya2uyu2oyo"
    "rarirurero"
    "1awa.i.e.o"
    ".Nvu";

static void
kana_put(struct sound_word *w, char c)
{
    char last =
        w->n && w->seg[w->n - 1] >= KANA_AT && w->seg[w->n - 1] < HANGUL_AT
            ? kana_units[w->seg[w->n - 1] - KANA_AT]
            : '.';
    const char *p;

    if ((c == 'o' && strchr("td", last)) || (c == 'i' && strchr("CJ", last)) ||
        (c == 'u' && strchr("kgszbpmrvhFTSCJ", last)))
        c = (char)(c - 32);
    p = c && c != '.' ? strchr(kana_units, c) : NULL;
    if (p)
        sound_put(w, KANA_AT + (unsigned)(p - kana_units));
}

static bool
kana_vowel(const struct sound_word *w, size_t i)
{
    return i < w->n && w->seg[i] >= KANA_AT + 23 && w->seg[i] < HANGUL_AT;
}

void
sound_kana(struct sound_word *w, const uint32_t *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t k = c[i] >= 0x3041 && c[i] <= 0x3096 ? c[i] + 0x60 : c[i];
        const char *z;

        if (k == 0x30FC || k == 0xFF70) {
            kana_put(w, '-');
            continue;
        }
        if (k < 0x30A1 || k > 0x30F4)
            continue;
        z = kana + 2 * (k - 0x30A1);
        if ((z[0] == '1' || z[0] == '2') && w->n > 0 &&
            kana_vowel(w, w->n - 1u)) {
            w->n--; /* the small one takes the vowel's place */
            if (w->n == 0 || kana_vowel(w, w->n - 1u)) {
                /* ウィ: a vowel alone before it is a glide */
                kana_put(w, z[0] == '1' ? 'w' : 'y');
            } else if (z[0] == '2') {
                unsigned last = w->seg[w->n - 1] - KANA_AT;

                if (strchr("SCJ", kana_units[last]) == NULL)
                    kana_put(w, 'y');
            }
            kana_put(w, z[1]);
            continue;
        }
        kana_put(w, z[0] == '1' ? '.' : z[0] == '2' ? 'y' : z[0]);
        kana_put(w, z[1]);
    }
}

/* ---- Hangul ---------------------------------------------------------- */

/* The vowel that sh, j, ch need where none is said. */
enum {
    HANGUL_VOWELS = 19,
    HANGUL_ENDS = 40,
    HANGUL_NEEDED = 48,
    HANGUL_RIEUL = 5
};

void
sound_hangul(struct sound_word *w, const uint32_t *c, size_t n)
{
    /* sounds of the 27 ends of a syllable: k n t l m p ng s */
    static const unsigned char ends[28] = {0, 1, 1, 1, 2, 2, 2, 3, 4, 1,
                                           5, 4, 4, 4, 6, 4, 5, 6, 6, 8,
                                           8, 7, 3, 3, 1, 3, 6, 3};

    /* 이, 임: families that others write Lee, Lim */
    if (w->n == 0 && n >= 2 && n <= 4 && (c[0] == 0xC774 || c[0] == 0xC784)) {
        sound_put(w, HANGUL_AT + HANGUL_RIEUL);
        w->skip = 1;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t s = c[i] - 0xAC00;

        if (c[i] < 0xAC00 || s >= 11172)
            continue;
        if (s / 588 != 11) /* ㅇ is mute at the front */
            sound_put(w, HANGUL_AT + s / 588);
        if (s % 588 / 28 == 20 && s % 28 == 0 &&
            (s / 588 == 9 || s / 588 == 12 || s / 588 == 14))
            sound_put(w, HANGUL_AT + HANGUL_NEEDED); /* 시 지 치 */
        else
            sound_put(w, HANGUL_AT + HANGUL_VOWELS + s % 588 / 28);
        if (s % 28)
            sound_put(w, HANGUL_AT + HANGUL_ENDS + ends[s % 28] - 1u);
    }
}

/* ---- Han ------------------------------------------------------------- */

static const char initials[] = "bpmfdtnlgkhjqxrzcsywZCS"; /* Z: zh … */
/* e of te, ke, u of bu, fu: written because a consonant needs one. */
enum { HAN_VOWELS = 23, HAN_N = 35, HAN_NEEDED_E = 37, HAN_NEEDED_U };

/* Characters that transliterations use for a consonant alone; and such as
 * sound alike but stand for ko, go. */
static const uint32_t needs_e[] = {0x514B, 0x7279, 0x5FB7, 0x683C, 0};
static const uint32_t needs_u[] = {0x5E03, 0x666E, 0x5F17, 0x592B,
                                   0x59C6, 0x535C, 0};
static const uint32_t says_o[] = {0x79D1, 0x67EF, 0x53EF, 0x6208,
                                  0x54E5, 0x6B4C, 0x854B, 0};

static bool
among(const uint32_t *list, uint32_t c)
{
    while (*list && *list != c)
        list++;
    return *list != 0;
}

/* Vowels by their first letters, the longer first; v: ü, I: of zi, shi. */
static const char *const han_vowels[] = {"ai", "ei", "ao", "ou", "er", "a",
                                         "o",  "e",  "i",  "I",  "u",  "v"};

static void
han_vowel(struct sound_word *w, const char *z)
{
    for (unsigned i = 0; i < 12; i++)
        if (strncmp(z, han_vowels[i], strlen(han_vowels[i])) == 0) {
            sound_put(w, HAN_AT + HAN_VOWELS + i);
            return;
        }
}

/* One syllable of pinyin, written with c. */
static void
han_syllable(struct sound_word *w, const char *z, uint32_t c)
{
    char front = *z, nucleus[3] = "";
    const char *p = strchr(initials, front);
    size_t n, end;

    if (front && p && front < 'a')
        p = NULL;
    if (front && p) {
        z++;
        if (*z == 'h' && (p = strchr("zcs", front)) != NULL) {
            p = strchr(initials, front - 32);
            z++;
        } else {
            p = strchr(initials, front);
        }
        sound_put(w, HAN_AT + (unsigned)(p - initials));
        front = *p;
    }
    n = strlen(z);
    end = n;
    if (n > 1 && z[n - 1] == 'n')
        end = n - 1;
    else if (n > 2 && z[n - 1] == 'g' && z[n - 2] == 'n')
        end = n - 2;
    if (end == 1 && *z == 'i' && front && strchr("zcsrZCS", front))
        strcpy(nucleus, "I");
    else if (end == 1 && *z == 'u' && front && strchr("jqxy", front))
        strcpy(nucleus, "v");
    else if (end >= 2 && (z[0] == 'i' || z[0] == 'u')) {
        /* iu and ui hide the vowel in the middle */
        han_vowel(w, z[0] == 'i' ? "i" : "u");
        if (end == 2 && z[0] == 'i' && z[1] == 'u')
            strcpy(nucleus, "ou");
        else if (end == 2 && z[0] == 'u' && z[1] == 'i')
            strcpy(nucleus, "ei");
        else
            memcpy(nucleus, z + 1, end - 1 < 2 ? end - 1 : 2);
    } else if (end > 0) {
        memcpy(nucleus, z, end < 2 ? end : 2);
    }
    if (among(needs_e, c))
        sound_put(w, HAN_AT + HAN_NEEDED_E);
    else if (among(needs_u, c))
        sound_put(w, HAN_AT + HAN_NEEDED_U);
    else if (among(says_o, c))
        han_vowel(w, "o");
    else if (*nucleus)
        han_vowel(w, nucleus);
    if (end < n)
        sound_put(w, HAN_AT + HAN_N + (n - end == 2));
}

void
sound_han(const struct lexicon *lx, struct sound_word *w, const uint32_t *c,
          size_t n)
{
    for (size_t i = 0; i < n; i++) {
        str said = lx ? lexicon_pinyin(lx, c[i]) : (str){0};
        char z[8];

        if (said.n == 0 || said.n >= sizeof z)
            continue;
        memcpy(z, said.s, said.n);
        z[said.n] = '\0';
        han_syllable(w, z, c[i]);
    }
}
