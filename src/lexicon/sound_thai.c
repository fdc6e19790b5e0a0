/*
 * sound_thai.c - Thai to the units of the Cyrillic letters that sound alike,
 * since no costs were learned for it: vowels that stand before their
 * consonants behind them, those that are not written put in.
 */
#include "lexicon/sound.h"

/* Marks by name. */
enum {
    SARA_A = 0xE30,
    MAI_HAN = 0xE31,
    SARA_AA = 0xE32,
    SARA_AM = 0xE33,
    SARA_I = 0xE34,
    SARA_II = 0xE35,
    SARA_UE = 0xE36,
    SARA_UUE = 0xE37,
    SARA_U = 0xE38,
    SARA_UU = 0xE39,
    SARA_E = 0xE40,
    SARA_O = 0xE42,
    SARA_AI = 0xE44,
    MUTE = 0xE4C, /* ์ */
    O_ANG = 0xE2D,
    HO_HIP = 0xE2B,
    RO = 0xE23,
    LO = 0xE25,
    WO = 0xE27,
    YO = 0xE22
};

/* Consonants from ก to ฮ as Cyrillic letters; ng apart, อ none. */
static const uint16_t consonants[] = {
    0x43A, 0x43A, 0x43A, 0x43A, 0x43A, 0x43A, 0x43D, 0x447, 0x448, 0x448,
    0x441, 0x448, 0x439, 0x434, 0x442, 0x442, 0x442, 0x442, 0x43D, 0x434,
    0x442, 0x442, 0x442, 0x442, 0x43D, 0x431, 0x43F, 0x43F, 0x444, 0x43F,
    0x444, 0x43F, 0x43C, 0x439, 0x440, 0x440, 0x43B, 0x43B, 0x432, 0x441,
    0x441, 0x441, 0x445, 0x43B, 0,     0x445};
enum {
    KHO = 0xE06,
    NGO = 0xE07,
    YO_YING = 0xE0D,
    TO = 0xE15,
    THO = 0xE17,
    NO = 0xE19,
    LAST_CONSONANT = 0xE2E
};

enum { A = 0x430, G = 0x433, E = 0x435, I = 0x438, O = 0x43E, U = 0x443 };

struct thai {
    uint32_t in[SOUND_MOST_CHARS]; /* without tones and what is mute */
    size_t n;
    uint32_t out[4 * SOUND_MOST_CHARS];
    size_t nout;
};

static bool
is_consonant(uint32_t c)
{
    return c >= 0xE01 && c <= LAST_CONSONANT;
}

static bool
is_before(uint32_t c)
{
    return c >= SARA_E && c <= SARA_AI;
}

static bool
is_vowel_sign(uint32_t c)
{
    return c >= SARA_A && c <= SARA_UU;
}

static uint32_t
at(const struct thai *t, size_t i)
{
    return i < t->n ? t->in[i] : 0;
}

static void
say(struct thai *t, uint32_t c)
{
    t->out[t->nout++] = c;
}

/* `next` is what is written behind. */
static void
say_consonant(struct thai *t, uint32_t c, uint32_t next)
{
    if (consonants[c - 0xE01])
        say(t, consonants[c - 0xE01]);
    if (c == NGO && (next < 0xE01 || next > KHO))
        say(t, G);
}

/* One that closes a syllable. */
static void
say_last(struct thai *t, size_t i)
{
    if (at(t, i) == YO_YING)
        say(t, consonants[NO - 0xE01]);
    else
        say_consonant(t, at(t, i), at(t, i + 1));
}

/* Letters of words from Sanskrit, mute under ์. Of names from the West what
 * has the sign is a consonant of theirs. */
static bool
is_learned(uint32_t c)
{
    switch (c) {
    case 0xE06:
    case 0xE0C:
    case 0xE0D:
    case 0xE0E:
    case 0xE0F:
    case 0xE10:
    case 0xE11:
    case 0xE12:
    case 0xE13:
    case 0xE18:
    case 0xE20:
    case 0xE28:
    case 0xE29:
    case 0xE2C:
        return true;
    default:
        return false;
    }
}

/* What ์ makes mute of what was read. */
static void
make_mute(struct thai *t)
{
    uint32_t last = t->n ? t->in[t->n - 1] : 0;

    if (is_vowel_sign(last)) /* ดิ์ */
        t->n -= t->n > 1 ? 2 : 1;
    else if (last == RO && t->n > 2 && t->in[t->n - 2] == THO) /* ทร์ */
        t->n -= 2;
    else if (t->n > 0 && is_learned(last))
        t->n--;
}

/* Leaves out tones and what is mute: what stands under ์, the vowel of a
 * last ติ, ตุ. */
static void
thai_read(struct thai *t, const uint32_t *c, size_t n)
{
    t->n = t->nout = 0;
    for (size_t i = 0; i < n && t->n < SOUND_MOST_CHARS; i++) {
        if (c[i] == MUTE)
            make_mute(t);
        else if (is_consonant(c[i]) || is_vowel_sign(c[i]) || is_before(c[i]))
            t->in[t->n++] = c[i];
    }
    if (t->n > 3 && t->in[t->n - 2] == TO &&
        (t->in[t->n - 1] == SARA_I || t->in[t->n - 1] == SARA_U) &&
        (t->in[t->n - 3] == SARA_AA || t->in[t->n - 3] == MAI_HAN ||
         t->in[t->n - 3] == RO))
        t->n--;
}

/* Whether the consonant at i and the next are said as one: kr, pl, kw. */
static bool
is_cluster(const struct thai *t, size_t i)
{
    uint32_t a = at(t, i), b = at(t, i + 1);

    return is_consonant(a) && (b == RO || b == LO || b == WO) && a != RO &&
           a != LO && a != WO && a != O_ANG && a != YO &&
           consonants[a - 0xE01] != 0x43D && consonants[a - 0xE01] != 0x43C &&
           (b != WO || consonants[a - 0xE01] == 0x43A);
}

/* A vowel of the sign at i and what belongs to it; `front` is the one that
 * stood before the consonant, or 0. Returns how many signs it takes. */
static size_t
say_vowel(struct thai *t, size_t i, uint32_t front)
{
    uint32_t c = at(t, i);
    bool closes = i >= t->n || !is_vowel_sign(at(t, i + 1));

    if (front >= SARA_O) {
        say(t, front == SARA_O ? O : A);
        if (front > SARA_O)
            say(t, 0x439);
        return front > SARA_O && c == YO && closes ? 1 : 0;
    }
    if (front == SARA_E && c == SARA_AA) {
        say(t, A);
        say(t, O);
        return 1;
    }
    if (front == SARA_E && (c == SARA_II || c == SARA_UUE) &&
        (at(t, i + 1) == YO || at(t, i + 1) == O_ANG)) {
        say(t, c == SARA_II ? I : U);
        say(t, A);
        return 2;
    }
    if (front) {
        say(t, E);
        return c == SARA_I || c == SARA_A || (c == O_ANG && closes) ? 1 : 0;
    }
    if (c == MAI_HAN && at(t, i + 1) == WO) {
        say(t, U);
        say(t, A);
        return 2;
    }
    if (c == O_ANG) {
        say(t, O);
        return 1;
    }
    say(t, c <= SARA_AM                    ? A
           : c == SARA_I || c == SARA_II   ? I
           : c == SARA_UE || c == SARA_UUE ? 0x44B
                                           : U);
    if (c == SARA_AM)
        say(t, 0x43C);
    return 1;
}

/* Consonants at i with their vowel, all of a syllable but what closes it. */
static size_t
say_syllable(struct thai *t, size_t i)
{
    uint32_t front = is_before(at(t, i)) ? at(t, i) : 0, c;
    size_t from = i;

    if (front)
        i++;
    if (!is_consonant(at(t, i)))
        return i > from ? i - from : 1;
    /* ห before another is mute */
    if (at(t, i) == HO_HIP && is_consonant(at(t, i + 1)) &&
        is_vowel_sign(at(t, i + 2)))
        i++;
    say_consonant(t, at(t, i), at(t, i + 1));
    if (is_cluster(t, i) && (front || is_vowel_sign(at(t, i + 2)))) {
        i++;
        say_consonant(t, at(t, i), at(t, i + 1));
    }
    c = at(t, ++i);
    if (front || is_vowel_sign(c) || c == O_ANG)
        return i + say_vowel(t, i, front) - from;
    if (c == RO && at(t, i + 1) == RO) { /* รร */
        say(t, A);
        return i + 2 - from;
    }
    /* none is written: o before one that closes it, else a */
    if (is_consonant(c)) {
        bool next = is_vowel_sign(at(t, i + 1)) || at(t, i + 1) == O_ANG;

        say(t, next ? A : O);
        if (!next) {
            say_last(t, i);
            i++;
        }
    }
    return i - from;
}

void
sound_thai(struct sound_word *w, const uint32_t *c, size_t n)
{
    struct thai t;

    thai_read(&t, c, n);
    for (size_t i = 0; i < t.n && t.nout + 8 < sizeof t.out / sizeof *t.out;) {
        bool written = i > 0 && is_consonant(t.in[i]) &&
                       !is_vowel_sign(at(&t, i + 1)) &&
                       at(&t, i + 1) != O_ANG && !is_before(t.in[i - 1]) &&
                       (is_vowel_sign(t.in[i - 1]) || t.in[i - 1] == O_ANG ||
                        (i > 1 && is_before(t.in[i - 2])));

        if (written) { /* closes the syllable before */
            say_last(&t, i++);
            continue;
        }
        i += say_syllable(&t, i);
    }
    sound_cyrillic(w, t.out, t.nout);
}
