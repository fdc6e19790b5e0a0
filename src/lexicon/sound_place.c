/*
 * sound_place.c - what stands beside a unit, on which its sound depends: a
 * vowel is one thing before two consonants, another before a mute e.
 */
#include "lexicon/sound.h"

/* What something is written twice by has no sound of its own. */
static bool
is_sign(unsigned u)
{
    return u == L_TWICE || u == L_LONG || u == CYRILLIC_TWICE;
}

enum beside { NOTHING, VOWEL, CONSONANT };

static enum beside
kind_at(const uint16_t *seg, unsigned n, unsigned i)
{
    if (i >= n)
        return NOTHING;
    return seg[i] < SOUND_UNITS && sound_vowel(seg[i]) ? VOWEL : CONSONANT;
}

static enum beside
kind_before(const uint16_t *seg, unsigned n, unsigned i)
{
    while (i > 0 && is_sign(seg[i - 1]))
        i--;
    return i ? kind_at(seg, n, i - 1) : NOTHING;
}

/* Index of the next unit that is no sign; n at the end. */
static unsigned
behind(const uint16_t *seg, unsigned n, unsigned i)
{
    for (i++; i < n && is_sign(seg[i]);)
        i++;
    return i;
}

/* Vowels before which c and g are soft. */
static bool
is_front(unsigned u)
{
    switch (u) {
    case L_E:
    case L_I:
    case L_Y:
    case L_EF:
    case L_EA:
    case L_EE:
    case L_EI:
    case L_EY:
    case L_EU:
    case L_IE:
    case L_AX:
    case L_OX:
    case L_UX:
        return true;
    default:
        return false;
    }
}

static unsigned
twice_what(const uint16_t *seg, unsigned n, unsigned k)
{
    switch (k < n ? seg[k] : L_UNITS) {
    case L_N:
    case L_M:
        return 1;
    case L_R:
        return 2;
    case L_L:
    case L_LL:
        return 3;
    case L_S:
        return 4;
    default:
        return 5;
    }
}

unsigned
sound_next(const uint16_t *seg, unsigned n, unsigned i)
{
    unsigned u = seg[i], k = behind(seg, n, i), k2;
    enum beside kind = kind_at(seg, n, k);

    if (u == L_TWICE)
        return twice_what(seg, n, k);
    if (kind == NOTHING || u == L_LONG)
        return kind;
    if (u >= SOUND_UNITS || !sound_vowel(u)) {
        if (kind == CONSONANT)
            return 5;
        return (is_front(seg[k]) ? 1 : 2) +
               (kind_before(seg, n, i) == VOWEL ? 2 : 0);
    }
    if (kind == VOWEL)
        return 1;
    k2 = behind(seg, n, k);
    /* written twice it ends the syllable */
    if (kind_at(seg, n, k2) == VOWEL && k == i + 1)
        return seg[k2] == L_EF && k2 + 1 == n ? 5 : 3;
    return seg[k] == L_R && k == i + 1 ? 2 : 4;
}

unsigned
sound_next_of(unsigned u, unsigned place)
{
    enum beside kind = (enum beside)(place % 3);

    if (kind == NOTHING)
        return 0;
    if (sound_vowel(u))
        return kind == VOWEL ? 1 : 3;
    return kind == VOWEL ? 2 : 5;
}

unsigned
sound_place(const uint16_t *seg, unsigned n, unsigned i)
{
    unsigned before = kind_before(seg, n, i);

    if (seg[i] < LATIN_ROOM)
        return before * SOUND_NEXTS + sound_next(seg, n, i);
    return before * 3 + kind_at(seg, n, behind(seg, n, i));
}
