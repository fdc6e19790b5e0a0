/*
 * numeral_part.c - fractions: what they count in by the words of data/words
 * and by what languages form of their ordinals or cardinals.
 */
#include "lexicon/numeral_parts.h"

#include "text/utf8.h"

#include <math.h>

#define MOST_FORM  96 /* bytes of a word that is formed back */
#define MOST_WORDS 3  /* of one entry of data/words */

/* ---- words ---------------------------------------------------------- */

const struct word *
numeral_word(const struct numeral_scan *s, size_t i)
{
    return i < s->end ? &s->r->w.words[i] : NULL;
}

bool
numeral_is(const struct numeral_scan *s, size_t i, const char *fold)
{
    const struct word *w = numeral_word(s, i);

    return w && str_is(w->fold, fold);
}

bool
numeral_glued(const struct numeral_scan *s, size_t i)
{
    const struct word *w = numeral_word(s, i);

    return w && !(w->shape & (SHAPE_SPACE | SHAPE_LINE));
}

uint32_t
numeral_look(const struct numeral_scan *s, size_t i, size_t *behind)
{
    char key[MOST_FORM];
    size_t n = 0, ends[MOST_WORDS], words = 0;

    *behind = i;
    for (; words < MOST_WORDS; words++) {
        const struct word *w = numeral_word(s, i + words);

        if (!w || w->kind == WORD_NUMBER || n + w->fold.n + 1 > sizeof key)
            break;
        if (words)
            key[n++] = ' ';
        for (size_t k = 0; k < w->fold.n; k++)
            key[n++] = w->fold.s[k];
        ends[words] = n;
    }
    while (words-- > 0) {
        uint32_t id = lexicon_find(s->lx, (str){key, ends[words]}, s->lang,
                                   SENSE_NUMERAL, 0);

        if (id) {
            *behind = i + words + 1;
            return id;
        }
    }
    return 0;
}

size_t
numeral_skip(const struct numeral_scan *s, size_t i, enum numeral_word which)
{
    size_t behind;

    return numeral_look(s, i, &behind) == which ? behind : i;
}

size_t
numeral_plain(const struct numeral_scan *s, size_t i, double *value)
{
    struct number n;

    if (i >= s->end || !number_inside(s->lx, s->r, i, &n) || n.ordinal)
        return 0;
    *value = n.value;
    return i + n.nwords;
}

unsigned
numeral_power(const struct numeral_scan *s, size_t i)
{
    const struct word *w = numeral_word(s, i);

    return w && w->kind == WORD_LETTERS
               ? lexicon_find(s->lx, w->fold, s->lang, SENSE_MULTIPLIER, 0)
               : 0;
}

/* ---- what fractions count in ---------------------------------------- */

/* An ending off, another one on, and a number word is left. Morphology, not
 * vocabulary: kept with the code. */
static const struct ending {
    enum lang lang;
    const char *off, *on;
    enum sense_kind of; /* what is left */
} endings[] = {
    {LANG_EN, "s", "", SENSE_ORDINAL},
    {LANG_EN, "", "", SENSE_ORDINAL},
    {LANG_FR, "s", "", SENSE_ORDINAL},
    {LANG_FR, "", "", SENSE_ORDINAL},
    {LANG_ES, "s", "", SENSE_ORDINAL},
    {LANG_ES, "", "", SENSE_ORDINAL},
    {LANG_ES, "as", "o", SENSE_ORDINAL},
    {LANG_ES, "a", "o", SENSE_ORDINAL},
    {LANG_ES, "avo", "", SENSE_NUMBER},
    {LANG_ES, "avos", "", SENSE_NUMBER},
    {LANG_ES, "ava", "", SENSE_NUMBER},
    {LANG_ES, "avas", "", SENSE_NUMBER},
    {LANG_ES, "avo", "a", SENSE_NUMBER},
    {LANG_ES, "avos", "a", SENSE_NUMBER},
    {LANG_ES, "avo", "e", SENSE_NUMBER},
    {LANG_ES, "avos", "e", SENSE_NUMBER},
    {LANG_PT, "s", "", SENSE_ORDINAL},
    {LANG_PT, "", "", SENSE_ORDINAL},
    {LANG_PT, "as", "o", SENSE_ORDINAL},
    {LANG_PT, "a", "o", SENSE_ORDINAL},
    {LANG_IT, "", "", SENSE_ORDINAL},
    {LANG_IT, "i", "o", SENSE_ORDINAL},
    {LANG_IT, "e", "a", SENSE_ORDINAL},
    {LANG_DE, "tel", "", SENSE_NUMBER},
    {LANG_DE, "stel", "", SENSE_NUMBER},
    {LANG_DE, "teln", "", SENSE_NUMBER},
    {LANG_DE, "steln", "", SENSE_NUMBER},
    {LANG_NL, "", "", SENSE_ORDINAL},
    {LANG_NL, "n", "", SENSE_ORDINAL},
    {LANG_SV, "del", "", SENSE_ORDINAL},
    {LANG_SV, "delar", "", SENSE_ORDINAL},
    {LANG_SV, "del", "de", SENSE_ORDINAL},
    {LANG_SV, "delen", "", SENSE_ORDINAL},
    {LANG_SV, "delarna", "", SENSE_ORDINAL},
    {LANG_SV, "delar", "de", SENSE_ORDINAL},
    {LANG_NO, "del", "", SENSE_ORDINAL},
    {LANG_NO, "deler", "", SENSE_ORDINAL},
    {LANG_NO, "delen", "", SENSE_ORDINAL},
    {LANG_DA, "del", "", SENSE_ORDINAL},
    {LANG_DA, "dele", "", SENSE_ORDINAL},
    {LANG_RU, "", "", SENSE_ORDINAL},
    {LANG_UK, "", "", SENSE_ORDINAL},
    {LANG_PL, "", "", SENSE_ORDINAL},
};

static double
formed(const struct lexicon *lx, str fold, const struct ending *e)
{
    char form[MOST_FORM];
    str off = str_of(e->off), on = str_of(e->on);
    size_t n = fold.n - off.n;

    if (fold.n <= off.n || n + on.n > sizeof form || !str_ends(fold, off))
        return 0;
    for (size_t i = 0; i < n; i++)
        form[i] = fold.s[i];
    for (size_t i = 0; i < on.n; i++)
        form[n + i] = on.s[i];
    return lexicon_find(lx, (str){form, n + on.n}, e->lang, e->of, 0);
}

/* "fifths" 5, "Zwanzigstel" 20, "femtedelar" 5; 0 where it is none. */
static double
part_of_word(const struct numeral_scan *s, size_t i, size_t *behind)
{
    const struct word *w = numeral_word(s, i);
    uint32_t id = numeral_look(s, i, behind);
    double of;

    if (id)
        return id < NUMERAL_A ? id
               : id > NUMERAL_TEN && id < NUMERAL_HALF
                   ? pow(10, id - NUMERAL_TEN)
                   : 0;
    *behind = i + 1;
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        of = w && w->kind == WORD_LETTERS && endings[k].lang == s->lang
                 ? formed(s->lx, w->fold, &endings[k])
                 : 0;
        if (of > 2)
            return of;
    }
    return 0;
}

/* Whether nothing follows that an ordinal could belong to: "a fifth of". */
static bool
nothing_named(const struct numeral_scan *s, size_t i)
{
    const struct word *w = numeral_word(s, i);

    return !w || w->kind != WORD_LETTERS ||
           reading_sense(s->r, i, SENSE_FUNCTION);
}

double
numeral_last_part(const struct numeral_scan *s, size_t i)
{
    const struct word *w = numeral_word(s, i);
    size_t behind;
    bool many = w && (str_ends(w->fold, STR("s")) ||
                      (s->lang == LANG_IT && str_ends(w->fold, STR("i"))));
    double of = many ? part_of_word(s, i, &behind) : 0;

    return of > 2 && s->lang != LANG_NL && s->lang != LANG_DE ? of : 0;
}

size_t
numeral_counted_in(const struct numeral_scan *s, size_t i, double over,
                   double *value)
{
    size_t k = numeral_is(s, i, "-") ? i + 1 : i, end;
    struct number nth;
    double of;

    if (over != floor(over))
        return 0;
    /* an ordinal, of one word or more: "twenty-fifth" */
    if (k < s->end && number_inside(s->lx, s->r, k, &nth) && nth.value > 2) {
        end = k + nth.nwords;
        if (nth.ordinal && !nth.digits && nothing_named(s, end) &&
            s->lang != LANG_RU && s->lang != LANG_UK && s->lang != LANG_PL &&
            (nth.nwords > 1 || over == 1)) {
            *value = over / nth.value;
            return end;
        }
        /* vinte avos */
        if (!nth.ordinal && k == i &&
            numeral_skip(s, end, NUMERAL_PARTS) > end) {
            *value = over / nth.value;
            return numeral_skip(s, end, NUMERAL_PARTS);
        }
    }
    of = part_of_word(s, k, &end);
    if (of <= 0 || (over == 1 && of != 2 && !nothing_named(s, end)))
        return 0;
    *value = over / of;
    return end;
}

/* ---- fractions ------------------------------------------------------ */

double
numeral_sign(const struct numeral_scan *s, size_t i)
{
    static const struct {
        uint16_t c;
        uint8_t of, by;
    } signs[] = {{0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},
                 {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
                 {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5},
                 {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
                 {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8},
                 {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};
    const struct word *w = numeral_word(s, i);
    str rest;
    uint32_t c;

    if (!w)
        return 0;
    rest = str_cut(s->r->w.text, w->start, w->end);
    c = rest.n ? utf8_next(&rest) : 0;
    for (size_t k = 0; k < sizeof signs / sizeof *signs && !rest.n; k++)
        if (signs[k].c == c)
            return (double)signs[k].of / signs[k].by;
    return 0;
}

/* "3/4": no part of a date or an address. */
static size_t
slash(const struct numeral_scan *s, size_t i, double over, double *value)
{
    const struct word *next = numeral_word(s, i + 1);
    struct numeral_scan before = *s;
    double under = 0;
    size_t k;

    if ((!numeral_is(s, i, "/") && !numeral_is(s, i, "⁄")) || !next ||
        next->kind != WORD_NUMBER ||
        numeral_glued(s, i) != numeral_glued(s, i + 1))
        return 0;
    if (s->begin > 0 && numeral_glued(s, s->begin) &&
        numeral_is(&before, s->begin - 1, "/"))
        return 0;
    k = numeral_plain(s, i + 1, &under);
    if (k != i + 2 || under == 0 ||
        (numeral_glued(s, k) && numeral_is(s, k, "/")))
        return 0;
    *value = over / under;
    return k;
}

/* "one over twenty", "deux sur trois", 三分之二 behind the first number. */
static size_t
divided(const struct numeral_scan *s, size_t i, double first, double *value)
{
    size_t k = numeral_skip(s, i, NUMERAL_OVER), end;
    bool turned = false, nth = false;
    struct number second;

    if (k == i) {
        k = numeral_skip(s, i, NUMERAL_PARTS_OF);
        turned = k > i;
    }
    if (k == i) {
        k = numeral_skip(s, i, NUMERAL_NTH_OF);
        nth = k > i;
    }
    if (k == i || k >= s->end || !number_inside(s->lx, s->r, k, &second) ||
        second.ordinal != nth)
        return 0;
    end = k + second.nwords;
    if ((turned ? first : second.value) == 0 ||
        (!turned && !nth && !nothing_named(s, end)))
        return 0;
    if (!turned && !nth && fabs(first) >= fabs(second.value))
        return 0; /* twelve out of ten */
    *value = turned ? second.value / first : first / second.value;
    return end;
}

size_t
numeral_fraction(const struct numeral_scan *s, size_t i, double over,
                 double *value)
{
    size_t k = slash(s, i, over, value);

    if (!k)
        k = numeral_counted_in(s, i, over, value);
    return k ? k : divided(s, i, over, value);
}
