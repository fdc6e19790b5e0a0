/*
 * sound.h - what likeness.c, sound*.c share: the units names are made of,
 * what exchanging or leaving out one costs. For lexicon/ alone.
 *
 * Each script keeps units of its own, close to its spelling; nothing is
 * guessed when a name is read ("c" stays "c", whether it sounds k or s).
 * What a unit may stand for is in the costs, which are given against the
 * Latin units: two other scripts meet by way of the cheapest Latin unit.
 */
#ifndef SAMESTORY_LEXICON_SOUND_H
#define SAMESTORY_LEXICON_SOUND_H

#include "lexicon/likeness.h"

#include "text/utf8.h"

/* Latin units. Vowels first. */
enum {
    L_A,
    L_E,
    L_I,
    L_O,
    L_U,
    L_Y,
    L_EF,
    L_AI,
    L_AU,
    L_EA,
    L_EE,
    L_EI,
    L_EY,
    L_EU,
    L_IE,
    L_OI,
    L_OO,
    L_OU,
    L_OW,
    L_AX,
    L_OX,
    L_UX,
    L_AO,
    L_B,
    L_C,
    L_CS,
    L_CX,
    L_CH,
    L_D,
    L_DH,
    L_F,
    L_G,
    L_GS,
    L_GH,
    L_GN,
    L_H,
    L_J,
    L_K,
    L_KH,
    L_L,
    L_LL,
    L_M,
    L_N,
    L_NG,
    L_P,
    L_Q,
    L_R,
    L_S,
    L_SH,
    L_SX,
    L_SZ,
    L_T,
    L_TH,
    L_TS,
    L_V,
    L_W,
    L_X,
    L_YC,
    L_Z,
    L_ZH,
    L_ZX,
    L_AP,
    L_LONG,  /* a sign: the vowel before it is written twice, or marked long */
    L_TWICE, /* a sign: the consonant behind it is written twice */
    L_UNITS,
    LATIN_ROOM = 64
};

/* The other scripts' units lie behind, in this order. */
enum sound_side {
    SIDE_LATIN,
    SIDE_CYRILLIC,
    SIDE_ARABIC,
    SIDE_HEBREW,
    SIDE_KANA,
    SIDE_HANGUL,
    SIDE_HAN,
    SIDES
};
enum {
    CYRILLIC_UNITS = 34,
    ARABIC_UNITS = 40,
    HEBREW_UNITS = 37,
    KANA_UNITS = 31,
    HANGUL_UNITS = 49,
    HAN_UNITS = 39,
    CYRILLIC_AT = LATIN_ROOM,
    ARABIC_AT = CYRILLIC_AT + CYRILLIC_UNITS,
    HEBREW_AT = ARABIC_AT + ARABIC_UNITS,
    KANA_AT = HEBREW_AT + HEBREW_UNITS,
    HANGUL_AT = KANA_AT + KANA_UNITS,
    HAN_AT = HANGUL_AT + HANGUL_UNITS,
    SOUND_UNITS = HAN_AT + HAN_UNITS
};
/* The sign of a Cyrillic letter written twice, before it. */
enum { CYRILLIC_TWICE = CYRILLIC_AT + 33 };
/* Alef inside a word, and at its front, where it bears any vowel. */
enum {
    ARABIC_ALEF = 1,
    ARABIC_WAW = 32,
    ARABIC_YEH = 33,
    ARABIC_FIRST_ALEF = 39
};

/* What a unit stands between: nothing, a vowel or a consonant, twice. A Latin
 * unit tells more finely what comes next (sound_next). Signs are looked
 * through. */
enum { SOUND_PLACES = 9, SOUND_NEXTS = 6, LATIN_PLACES = 3 * SOUND_NEXTS };

/*
 * Costs are letters: the cost of 0 is SOUND_FREE, each letter above one
 * more; 20 are about what a lost consonant costs. They lie in
 * data/names/sounds.txt, which tools/learn_names makes, in rows:
 *   exchanges, by what comes next to the Latin unit and by unit of any
 *   side: a cost for each Latin unit;
 *   losses of each unit when matched with Latin, by its place;
 *   losses of Latin units when matched with each side, by side and place.
 */
#define SOUND_FREE '#'
#define SOUND_MOST ('[' - SOUND_FREE)
enum {
    SOUND_LOSSES = SOUND_NEXTS * SOUND_UNITS,
    SOUND_DROPS = SOUND_LOSSES + SOUND_UNITS,
    SOUND_ROWS = SOUND_DROPS + SIDES * LATIN_PLACES
};
extern const char sound_costs[SOUND_ROWS][LATIN_ROOM + 1];
/* The same of data/names/sounds_paired.txt, for sound_steps. */
extern const char sound_costs_paired[SOUND_ROWS][LATIN_ROOM + 1];

/* Exchanges of a unit for each Latin one. */
static inline const char *
sound_swaps(unsigned next, unsigned unit)
{
    return sound_costs[next * SOUND_UNITS + unit];
}

static inline enum sound_side
sound_side(unsigned unit)
{
    return unit < CYRILLIC_AT ? SIDE_LATIN
           : unit < ARABIC_AT ? SIDE_CYRILLIC
           : unit < HEBREW_AT ? SIDE_ARABIC
           : unit < KANA_AT   ? SIDE_HEBREW
           : unit < HANGUL_AT ? SIDE_KANA
           : unit < HAN_AT    ? SIDE_HANGUL
                              : SIDE_HAN;
}

/* Vowels, and letters that may be mute. */
bool sound_vowel(unsigned unit);

static inline void
sound_put(struct sound_word *w, unsigned unit)
{
    if (w->n < SOUND_MOST_SEGS)
        w->seg[w->n++] = (uint16_t)unit;
}

/* Characters of one word of one script to units, put behind w's. */
#define SOUND_MOST_CHARS 40
void sound_latin(struct sound_word *, const uint32_t *c, size_t n);
void sound_cyrillic(struct sound_word *, const uint32_t *c, size_t n);
void sound_arabic(struct sound_word *, const uint32_t *c, size_t n);
void sound_hebrew(struct sound_word *, const uint32_t *c, size_t n);
void sound_greek(struct sound_word *, const uint32_t *c, size_t n);
void sound_devanagari(struct sound_word *, const uint32_t *c, size_t n);
void sound_thai(struct sound_word *, const uint32_t *c, size_t n);
void sound_kana(struct sound_word *, const uint32_t *c, size_t n);
void sound_hangul(struct sound_word *, const uint32_t *c, size_t n);
void sound_han(const struct lexicon *, struct sound_word *, const uint32_t *c,
               size_t n);

/* ---- sound_place.c: what stands beside a unit ------------------------- */

/*
 * What comes next to the i-th unit of n, below SOUND_NEXTS:
 *   a vowel: the end, a vowel, an r that ends the syllable, one consonant
 *   and a vowel, consonants, one consonant and a mute e;
 *   a consonant: the end, a front vowel, another vowel, these again between
 *   vowels, a consonant;
 *   a sign of what is written twice: n or m, r, l, s, others.
 */
unsigned sound_next(const uint16_t *seg, unsigned n, unsigned i);
/* Of a unit that is not Latin, by its place: what would be said of the
 * Latin one in its stead. */
unsigned sound_next_of(unsigned unit, unsigned place);
/* Below LATIN_PLACES for Latin units, SOUND_PLACES for others. */
unsigned sound_place(const uint16_t *seg, unsigned n, unsigned i);

/* ---- sound_run.c: words aligned -------------------------------------- */

/* What is at stake, in twentieths of a consonant, as the costs. */
enum { MASS_CONSONANT = 20, MASS_VOWEL = 10, MASS_GLIDE = 14 };
int sound_mass(unsigned unit);

enum { RUN_MOST = 48 };

/* A run of words read as one. */
struct sound_run {
    unsigned n, skip, bare;
    enum sound_side side;
    int mass;
    uint16_t seg[RUN_MOST];
    uint8_t place[RUN_MOST], next[RUN_MOST];
    uint8_t weight[RUN_MOST];
    bool plain; /* all units of the side, no digits */
};

/* Put a word behind; when all are in, settle; then compare. */
void run_add(struct sound_run *, const struct sound_word *);
void run_settle(struct sound_run *);
/* The run of a word alone, settled. */
void run_of(struct sound_run *, const struct sound_word *);
/* sound_word_likeness of words whose runs are there, where it is `least` or
 * more; else any that is less. */
double run_word_likeness(const struct sound_word *a, const struct sound_run *,
                         const struct sound_word *b, const struct sound_run *,
                         double least);

/* ---- sound_steps.c: steps that hang on the one before ------------------ */

/* What the cheapest way from a to b costs, in twentieths of a consonant;
 * without the ending of a, of b, where they are bare. */
struct run_costs {
    int whole, a_bare, b_bare;
};

/*
 * A step exchanges a unit of another side and a Latin one, or leaves one of
 * them out. They are numbered: in steps of LATIN_ROOM + 1 the units that are
 * not Latin, of each first its exchanges, then its loss; then the sides, of
 * each first the Latin units that it has not, then the edge of the word.
 * Pairs of steps lie in data/names/steps.txt, which tools/learn_names makes.
 */
enum { SOUND_STEP_NONE = LATIN_ROOM, SOUND_STEP_ROOM = LATIN_ROOM + 1 };

static inline unsigned
sound_step(unsigned unit, unsigned latin)
{
    return (unit - LATIN_ROOM) * SOUND_STEP_ROOM + latin;
}

static inline unsigned
sound_step_drop(enum sound_side side, unsigned latin)
{
    return sound_step(SOUND_UNITS + (unsigned)side, latin);
}

static inline unsigned
sound_step_edge(enum sound_side side)
{
    return sound_step(SOUND_UNITS + (unsigned)side, SOUND_STEP_NONE);
}

/* Of a Latin run and one of another side, both plain. SOUND_FAR where no way
 * costs `most` or less. */
enum { SOUND_FAR = 1 << 20 };
struct run_costs sound_steps(const struct sound_run *latin,
                             const struct sound_run *other, int most);

#endif
