/*
 * sound_keys.c - keys to find candidates by: the consonants of a word in a
 * few wide classes, the first KEY_CLASSES of them.
 *
 * A unit of two minds ("c", Arabic ج) is read both ways, within bounds, so
 * one word has several keys. What class another script's unit belongs to
 * is read off its costs against the Latin units.
 */
#include "lexicon/sound.h"

enum key_class {
    KEY_NONE,
    KEY_P,
    KEY_T,
    KEY_K,
    KEY_S,
    KEY_L,
    KEY_N,
    KEY_SPELL,
    KEY_KINDS
};
enum {
    KEY_CLASSES = 3,  /* of a key */
    KEY_SEEN = 8,     /* classes of a word that are read */
    KEY_READINGS = 6, /* of one word at most */
    KEY_EITHER = 6,   /* costs that near: both */
};

/* Bits of the classes a Latin unit may be of. */
static unsigned
latin_classes(unsigned u)
{
    switch (u) {
    case L_B:
    case L_F:
    case L_P:
    case L_V:
        return 1u << KEY_P;
    case L_W:
        return 1u << KEY_P | 1u << KEY_NONE;
    case L_D:
    case L_T:
        return 1u << KEY_T;
    case L_DH:
    case L_TH:
        return 1u << KEY_T | 1u << KEY_S;
    case L_K:
    case L_Q:
    case L_KH:
    case L_X:
        return 1u << KEY_K;
    case L_G:
    case L_C:
        return 1u << KEY_K;
    case L_GH:
        return 1u << KEY_K | 1u << KEY_NONE;
    case L_CH:
    case L_GS:
        return 1u << KEY_S | 1u << KEY_K;
    case L_J:
        return 1u << KEY_S | 1u << KEY_NONE;
    case L_CS:
    case L_CX:
    case L_S:
    case L_SH:
    case L_SX:
    case L_SZ:
    case L_TS:
    case L_Z:
    case L_ZH:
    case L_ZX:
        return 1u << KEY_S;
    case L_L:
    case L_LL:
    case L_R:
        return 1u << KEY_L;
    case L_M:
    case L_N:
    case L_GN:
    case L_NG:
        return 1u << KEY_N;
    default:
        return 1u << KEY_NONE;
    }
}

static unsigned
classes(unsigned u)
{
    int cost[KEY_KINDS], best = SOUND_MOST;
    unsigned set = 0;

    if (u >= SOUND_UNITS)
        return 1u << KEY_SPELL;
    if (u < LATIN_ROOM)
        return latin_classes(u);
    for (int k = 0; k < KEY_KINDS; k++)
        cost[k] = SOUND_MOST;
    for (unsigned l = 0; l < L_UNITS; l++) {
        unsigned of = latin_classes(l);
        int c = sound_swaps(sound_next_of(l, 2), u)[l] - SOUND_FREE;

        /* Latin units of two minds prove nothing */
        for (int k = 0; k < KEY_KINDS; k++)
            if (of == 1u << k && c < cost[k])
                cost[k] = c;
    }
    if (sound_vowel(u) && cost[KEY_NONE] > 2 * KEY_EITHER)
        cost[KEY_NONE] = 2 * KEY_EITHER;
    for (int k = 0; k < KEY_KINDS; k++)
        best = cost[k] < best ? cost[k] : best;
    for (int k = 0; k < KEY_KINDS; k++)
        if (cost[k] <= best + KEY_EITHER)
            set |= 1u << k;
    return set;
}

struct key {
    uint64_t classes; /* four bits each, the first on top */
    unsigned n;
    unsigned last;
};

/* Adds a class to a key: once where it is doubled, t and s as one. */
static struct key
key_add(struct key k, unsigned class)
{
    if (class == KEY_NONE) {
        k.last = KEY_NONE;
        return k;
    }
    if (class == KEY_S && k.last == KEY_T && k.n > 0) {
        k.classes = (k.classes & ~(uint64_t)15) | KEY_S; /* ts, dz: one */
    } else if (k.n < KEY_SEEN && class != k.last) {
        k.classes = k.classes << 4 | class;
        k.n++;
    }
    k.last = class;
    return k;
}

static size_t
keys_put(uint64_t *keys, size_t n, size_t most, uint64_t key)
{
    for (size_t i = 0; i < n; i++)
        if (keys[i] == key)
            return n;
    if (n < most)
        keys[n++] = key;
    return n;
}

/* Its first classes, `most` of them. */
static uint64_t
key_whole(struct key k, unsigned most)
{
    return k.n > most ? k.classes >> 4 * (k.n - most) : k.classes;
}

/* Its first class, then the hard ones: l, r, m, n come and go. */
static uint64_t
key_hard(struct key k)
{
    uint64_t out = 0;
    unsigned n = 0;

    for (unsigned i = 0; i < k.n && n < KEY_CLASSES; i++) {
        unsigned c = k.classes >> 4 * (k.n - 1 - i) & 15;

        if (i > 0 && (c == KEY_L || c == KEY_N))
            continue;
        out = out << 4 | c;
        n++;
    }
    return out | 2u << 16;
}

/* The ways to read a word in classes. */
static size_t
readings(const struct sound_word *w, struct key open[KEY_READINGS])
{
    size_t nopen = 1;

    open[0] = (struct key){0, 0, 0};
    for (unsigned i = w->skip; i < w->n; i++) {
        unsigned set = classes(w->seg[i]);
        size_t had = nopen;

        for (size_t k = 0; k < had; k++) {
            struct key from = open[k];
            bool first = true;

            for (unsigned c = 0; c < KEY_KINDS; c++) {
                if (!(set & 1u << c))
                    continue;
                if (first)
                    open[k] = key_add(from, c);
                else if (nopen < KEY_READINGS)
                    open[nopen++] = key_add(from, c);
                first = false;
            }
        }
    }
    return nopen;
}

static size_t
word_keys(const struct sound_word *w, uint64_t *keys, size_t n, size_t most)
{
    struct key open[KEY_READINGS];
    size_t nopen = readings(w, open);

    for (size_t k = 0; k < nopen; k++)
        n = keys_put(keys, n, most, key_whole(open[k], KEY_CLASSES) | 1u << 16);
    for (size_t k = 0; k < nopen; k++)
        n = keys_put(keys, n, most, key_hard(open[k]));
    return n;
}

size_t
sound_keys(const struct sound *s, uint64_t *keys, size_t most)
{
    const struct sound_word *longest = NULL, *last = NULL;
    size_t n = 0;

    for (size_t i = 0; i < s->nwords; i++) {
        const struct sound_word *w = &s->word[i];

        if (w->particle)
            continue;
        last = w;
        if (!longest || w->n > longest->n)
            longest = w;
    }
    if (!longest)
        return 0;
    n = word_keys(last, keys, n, most);
    if (longest != last)
        n = word_keys(longest, keys, n, most);
    return n;
}

/* ---- among very many -------------------------------------------------- */

enum { CROWD_PAIR = 4, CROWD_ALONE = 6, CROWD_WORDS = 4 };

static size_t
crowd_put(uint32_t *keys, size_t n, size_t most, uint64_t key)
{
    uint32_t mixed = (uint32_t)str_hash((str){(const char *)&key, sizeof key});

    for (size_t i = 0; i < n; i++)
        if (keys[i] == mixed)
            return n;
    if (n < most)
        keys[n++] = mixed;
    return n;
}

size_t
sound_crowd_keys(const struct sound *s, uint32_t *keys, size_t most)
{
    struct key of[CROWD_WORDS][KEY_READINGS];
    size_t nof[CROWD_WORDS], words = 0, n = 0;

    for (size_t i = s->nwords; i-- > 0 && words < CROWD_WORDS;)
        if (!s->word[i].particle && !s->word[i].initial) {
            nof[words] = readings(&s->word[i], of[words]);
            words++;
        }
    /* the last word, which stands first here, with each other, either way */
    for (size_t i = 1; i < words; i++)
        for (size_t a = 0; a < nof[0]; a++)
            for (size_t b = 0; b < nof[i]; b++) {
                uint64_t x = key_whole(of[0][a], CROWD_PAIR);
                uint64_t y = key_whole(of[i][b], CROWD_PAIR);

                n = crowd_put(keys, n, most - most / 4,
                              x < y ? x << 20 | y : y << 20 | x);
            }
    for (size_t a = 0; words && a < nof[0]; a++)
        n = crowd_put(keys, n, most,
                      1ull << 60 | key_whole(of[0][a], CROWD_ALONE));
    return n;
}
