/*
 * sound.c - a name to words of units: where words end, which of them are
 * particles or initials, what may be an ending.
 */
#include "lexicon/sound.h"

#include <string.h>
#include <unicode/uchar.h>

/*
 * Words that join a name and count for little. Those of the second list
 * are given names elsewhere, so they count for little only inside a name.
 * A closed class: articles, "son of", "of".
 */
static const char anywhere[] =
    " al el ul ad ar as ash at az ed es bin ibn bint van von der den de del "
    "della di da dos das du ter zu zum af av аль эль ас аш ад ар ат аз бин "
    "ибн ван фон де дер дель ди да дос ال بن ابن بنت دي دا فان فون دو دوس "
    "אל אבן בין דה די דל ואן פון アル エル ビン イブン ファン フォン デ デル "
    "ディ ダ ドス 알 엘 빈 이븐 판 폰 데 드 디 αλ ελ μπιν φον βαν ντε ντι अल "
    "बिन "
    "वॉन वान डी डे ";
static const char inside[] = " la le lo los las do y e i ben бен "
                             "ла ле и בן ラ ル ベン 라 르 벤 ";

#define LIST(z) ((str){z, sizeof z - 1})

/* `word` has a space at either end, as all words of the list. */
static bool
listed(str list, str word)
{
    return memmem(list.s, list.n, word.s, word.n) != NULL;
}

/* Letters by script; marks go with what stands before (SCRIPT_COUNT). */
static enum script
script_of(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z' ? SCRIPT_LATIN : SCRIPT_OTHER;
    if (c == 0x2019 || c == 0x2018 || (c >= 0x2BB && c <= 0x2BF) ||
        (c >= 0x300 && c < 0x370) || c == 0x640 || c == 0x200C || c == 0x200D ||
        c == 0x5F3 || (c >= 0x591 && c <= 0x5C7) ||
        (c >= 0x64B && c <= 0x65F) || c == 0x670)
        return SCRIPT_COUNT;
    if (c >= 0xC0 && c < 0x250)
        return c == 0xD7 || c == 0xF7 ? SCRIPT_OTHER : SCRIPT_LATIN;
    if (c >= 0x400 && c < 0x530)
        return SCRIPT_CYRILLIC;
    if (c >= 0x5D0 && c <= 0x5EA)
        return SCRIPT_HEBREW;
    if (c >= 0x904 && c <= 0x963)
        return SCRIPT_DEVANAGARI;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return SCRIPT_HAN;
    if (c >= 0xAC00 && c < 0xD7A4)
        return SCRIPT_HANGUL;
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
        c == 0x30FC)
        return SCRIPT_KATAKANA;
    return c == 0x30FB || c == UTF8_BAD ? SCRIPT_OTHER : utf8_script(c);
}

static void
spell(const struct lexicon *lx, enum script script, struct sound_word *w,
      const uint32_t *c, size_t n)
{
    switch (script) {
    case SCRIPT_LATIN:
        sound_latin(w, c, n);
        break;
    case SCRIPT_CYRILLIC:
        sound_cyrillic(w, c, n);
        break;
    case SCRIPT_GREEK:
        sound_greek(w, c, n);
        break;
    case SCRIPT_ARABIC:
        sound_arabic(w, c, n);
        break;
    case SCRIPT_HEBREW:
        sound_hebrew(w, c, n);
        break;
    case SCRIPT_DEVANAGARI:
        sound_devanagari(w, c, n);
        break;
    case SCRIPT_HIRAGANA:
    case SCRIPT_KATAKANA:
        sound_kana(w, c, n);
        break;
    case SCRIPT_HANGUL:
        sound_hangul(w, c, n);
        break;
    case SCRIPT_HAN:
        sound_han(lx, w, c, n);
        break;
    case SCRIPT_THAI:
        sound_thai(w, c, n);
        break;
    default:
        break;
    }
}

static bool
plain_vowel(uint32_t c)
{
    return c < 0x80 && c && strchr("aeiouy", (int)c);
}

/* How many characters at the end may be a case ending, 0 for none. */
static size_t
ending(enum script script, const uint32_t *c, size_t n)
{
    static const uint32_t cyrillic[][3] = {
        {0x43E, 0x433, 0x43E}, {0x43E, 0x43C, 0x443}, {0x43E, 0x432, 0x456},
        {0x435, 0x432, 0x456}, {0, 0x43E, 0x43C},     {0, 0x435, 0x43C},
        {0, 0x44B, 0x43C},     {0, 0x438, 0x43C},     {0, 0x43E, 0x439},
        {0, 0x435, 0x439},     {0, 0, 0x430},         {0, 0, 0x443},
        {0, 0, 0x435},         {0, 0, 0x44F},         {0, 0, 0x44E},
        {0, 0, 0x438},         {0, 0, 0x44B},         {0, 0, 0x456}};
    static const uint32_t latin[][3] = {
        {'o', 'w', 'i'}, {'e', 'g', 'o'}, {'e', 'm', 'u'}, {'o', 'v', 'i'},
        {'i', 'e', 'm'}, {0, 'e', 'm'},   {0, 'i', 'm'},   {0, 'o', 'm'},
        {0, '\'', 's'},  {0, 0, 'a'},     {0, 0, 'u'}};
    const uint32_t(*list)[3] = script == SCRIPT_CYRILLIC ? cyrillic : latin;
    size_t many = script == SCRIPT_CYRILLIC ? 18
                  : script == SCRIPT_LATIN  ? 11
                                            : 0;

    for (size_t i = 0; i < many; i++) {
        size_t k = list[i][0] ? 3 : list[i][1] ? 2 : 1;

        if (n >= k + 4 &&
            (script == SCRIPT_CYRILLIC || !plain_vowel(c[n - k - 1])) &&
            memcmp(c + n - k, list[i] + 3 - k, k * sizeof *c) == 0)
            return k;
    }
    return 0;
}

/*
 * Surnames that are adjectives back to their first case: -ского, -ському to
 * -ский; -ской, -скую to -ская. Returns the new length; c has room.
 */
static size_t
first_case(uint32_t *c, size_t n)
{
    static const struct {
        uint32_t end[3], as[2];
    } cases[] = {
        {{0x43E, 0x433, 0x43E}, {0x438, 0x439}}, /* ого */
        {{0x43E, 0x43C, 0x443}, {0x438, 0x439}}, /* ому */
        {{0, 0x438, 0x43C}, {0x438, 0x439}},     /* им */
        {{0, 0x43E, 0x43C}, {0x438, 0x439}},     /* ом */
        {{0, 0x43E, 0x439}, {0x430, 0x44F}},     /* ой */
        {{0, 0x443, 0x44E}, {0x430, 0x44F}},     /* ую */
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t k = cases[i].end[0] ? 3 : 2;

        if (n < k + 4 || c[n - k - 1] != 0x43A ||
            memcmp(c + n - k, cases[i].end + 3 - k, k * sizeof *c) != 0)
            continue;
        /* ск, цк, ськ, цьк */
        if (c[n - k - 2] != 0x441 && c[n - k - 2] != 0x446 &&
            c[n - k - 2] != 0x44C)
            continue;
        memcpy(c + n - k, cases[i].as, sizeof cases[i].as);
        return n - k + 2;
    }
    return n;
}

/* One word of one script. */
static void
word_put(const struct lexicon *lx, struct sound *s, enum script script,
         uint32_t *c, size_t n)
{
    struct sound_word *w;
    char z[4 * 8 + 2];
    struct sound_word part = {.n = 0};
    size_t end, bytes = 0;

    if (n == 0 || s->nwords >= SOUND_MOST_WORDS)
        return;
    w = &s->word[s->nwords];
    memset(w, 0, sizeof *w);
    if (script == SCRIPT_CYRILLIC)
        n = first_case(c, n);
    end = ending(script, c, n);
    spell(lx, script, w, c, n);
    if (w->n == 0)
        return;
    w->bare = w->n;
    if (end) {
        spell(lx, script, &part, c, n - end);
        if (part.n >= 3 && part.n < w->n)
            w->bare = part.n;
    }
    z[bytes++] = ' ';
    for (size_t i = 0; i < n && n < 8; i++) {
        uint32_t u = c[i];

        if (u < 0x80) {
            z[bytes++] = (char)u;
        } else if (u < 0x800) {
            z[bytes++] = (char)(0xC0 | u >> 6);
            z[bytes++] = (char)(0x80 | (u & 0x3F));
        } else if (u < 0x10000) {
            z[bytes++] = (char)(0xE0 | u >> 12);
            z[bytes++] = (char)(0x80 | (u >> 6 & 0x3F));
            z[bytes++] = (char)(0x80 | (u & 0x3F));
        }
    }
    z[bytes++] = ' ';
    w->particle =
        bytes > 2 && (listed(LIST(anywhere), (str){z, bytes}) ||
                      (s->nwords > 0 && listed(LIST(inside), (str){z, bytes})));
    w->initial =
        n == 1 && (script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC);
    s->nwords++;
}

static void
digit_put(struct sound *s, uint32_t *at, int digit)
{
    struct sound_word *w;

    if (*at != s->nwords) {
        if (s->nwords >= SOUND_MOST_WORDS)
            return;
        memset(&s->word[s->nwords++], 0, sizeof *s->word);
        *at = s->nwords;
    }
    w = &s->word[s->nwords - 1];
    sound_put(w, SOUND_UNITS + (unsigned)digit);
    w->bare = w->n;
}

void
sound_of(const struct lexicon *lx, str name, struct sound *s)
{
    uint32_t c[SOUND_MOST_CHARS], digits = UINT32_MAX;
    size_t n = 0, letters[SCRIPT_COUNT] = {0};
    enum script script = SCRIPT_OTHER;

    s->nwords = 0;
    s->script = SCRIPT_OTHER;
    while (name.n) {
        uint32_t u = utf8_next(&name);
        enum script here = script_of(u);
        int digit = here == SCRIPT_OTHER && u != UTF8_BAD ? utf8_digit(u) : -1;

        if (u == '\'' || here == SCRIPT_COUNT) {
            if (n == 0)
                continue;
            here = script; /* goes with the word it stands in */
            if (u >= 0x300 && u < 0x370)
                continue;
        }
        if (here != script || here == SCRIPT_OTHER) {
            word_put(lx, s, script, c, n);
            n = 0;
        }
        script = here;
        if (digit >= 0)
            digit_put(s, &digits, digit);
        else if (here == SCRIPT_OTHER)
            digits = UINT32_MAX;
        if (here == SCRIPT_OTHER)
            continue;
        letters[here]++;
        if (n < SOUND_MOST_CHARS)
            c[n++] = u < 0x80 ? (u >= 'A' && u <= 'Z' ? u + 32 : u)
                              : (uint32_t)u_foldCase((UChar32)u,
                                                     U_FOLD_CASE_DEFAULT);
    }
    word_put(lx, s, script, c, n);
    for (int i = 1; i < SCRIPT_COUNT; i++)
        if (letters[i] > letters[s->script])
            s->script = (uint8_t)i;
    /* of particles alone, they are the name */
    for (size_t i = 0; i < s->nwords; i++)
        if (!s->word[i].particle)
            return;
    for (size_t i = 0; i < s->nwords; i++)
        s->word[i].particle = false;
}

bool
sound_vowel(unsigned u)
{
    switch (sound_side(u)) {
    case SIDE_LATIN:
        return u <= L_AO || u >= L_AP;
    case SIDE_CYRILLIC: /* а е и й о у ъ ы ь э ю я ё */
        u -= CYRILLIC_AT;
        return u == 0 || u == 5 || u == 8 || u == 9 || u == 14 || u == 19 ||
               u >= 26;
    case SIDE_ARABIC: /* hamza, alef, waw, yeh, teh marbuta, heh */
        u -= ARABIC_AT;
        return u <= 5 || u == 7 || u >= 39 || (u >= 31 && u <= 33) || u == 23;
    case SIDE_HEBREW: /* alef, heh, vav, yod, ayin */
        u -= HEBREW_AT;
        return u == 0 || u == 4 || u == 5 || u == 9 || u == 18 || u == 31 ||
               u == 32 || u == 34;
    case SIDE_KANA:
        return u >= KANA_AT + 22;
    case SIDE_HANGUL:
        return (u >= HANGUL_AT + 19 && u < HANGUL_AT + 40) ||
               u == HANGUL_AT + 48;
    case SIDE_HAN:
        return (u >= HAN_AT + 23 && u < HAN_AT + 35) || u >= HAN_AT + 37;
    default:
        return false;
    }
}
