/*
 * name_run.c - how far a run of capitalised words reaches: "Mustafa
 * al-Kadhimi", "Ministry of Emergency Situations", "Шарм-эль-Шейх".
 */
#include "evidence/name_parts.h"

#include <string.h>

#define RUN_MOST_LINKS 3 /* small words between two capitals */

static bool second_syllable(const struct namer *, uint32_t hyphen,
                            uint32_t end);

/* A capital that no month or weekday begins with; "Do-hyun" is no Thursday. */
static bool
starts(const struct namer *nm, uint32_t i)
{
    return name_capital(nm, i) && !nm->taken[i] &&
           (!(nm->bits[i] & BIT_TIME) || nm->bits[i] & BIT_GIVEN ||
            (i > 0 && i + 2 < nm->n && name_mark_is(nm, i + 1, "-") &&
             second_syllable(nm, i + 1, nm->n)));
}

/* Conjunctions that are particles in some names elsewhere: y, e, i. */
static bool
single_letter(const struct namer *nm, uint32_t i)
{
    return utf8_count(nm->w[i].fold) < 2;
}

/* "Kammer I." ends a sentence. */
static bool
roman(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return str_is(f, "i") || str_is(f, "v") || str_is(f, "x");
}

/* "Subianto di Jakarta": in, from, and a place. */
static bool
into_place(const struct namer *nm, uint32_t i)
{
    return nm->bits[i] & BIT_IN &&
           (nm->w[i].lang == LANG_ID ||
            (i + 1 < nm->n && nm->bits[i + 1] & BIT_PLACE));
}

/* German: what stands within the name of a body; "hatte", "durch" do not. */
static bool
german_link(const struct namer *nm, uint32_t k)
{
    static const char *const words[] = {"für", "von", "der", "des", "zu",
                                        "zur", "zum", "und", "dem", "den",
                                        "die", "im",  "am",  "an"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(name_text(nm, k), str_of(words[i])))
            return true;
    return false;
}

/* Small words [i, k) and then a capital: where that is, 0 where not so. */
static uint32_t
over_links(const struct namer *nm, uint32_t i, uint32_t end, bool head,
           bool person)
{
    uint32_t k = i;
    bool english = nm->w[i].lang == LANG_EN;
    bool german = nm->w[i].lang == LANG_DE;

    while (k < end && k - i < RUN_MOST_LINKS) {
        if (starts(nm, k) && k > i)
            return k;
        if (nm->taken[k])
            return 0;
        if (nm->w[k].kind == WORD_MARK) {
            /* d'|, l'|, -| */
            if (!name_mark_is(nm, k, "' ’ -") || k == i)
                return 0;
        } else if (nm->w[k].lang == LANG_FR && str_is(nm->w[k].fold, "et")) {
            return 0; /* an Arabic article elsewhere */
        } else if (str_is(nm->w[k].fold, "al") &&
                   (nm->w[k].lang == LANG_IT || nm->w[k].lang == LANG_ES) &&
                   !name_mark_is(nm, k + 1, "-")) {
            return 0; /* to the */
        } else if (nm->w[k].kind != WORD_LETTERS || starts(nm, k)) {
            return 0;
        } else if (single_letter(nm, k) && !name_mark_is(nm, k + 1, "' ’")) {
            /* d' and l' may be cut off as words of their own */
            if (!(k + 1 < nm->n && name_joined(nm, k + 1)))
                return 0;
        } else if (nm->bits[k] & BIT_PARTICLE &&
                   !(english && nm->bits[k] & BIT_FUNCTION) &&
                   !into_place(nm, k) &&
                   !(german && k == i && nm->bits[k] & BIT_FUNCTION &&
                     !str_is(nm->w[k].fold, "von")) &&
                   (head || person || !(nm->bits[k] & BIT_FUNCTION) ||
                    nm->w[k].fold.n <= 3)) {
            ;
        } else if (head && nm->bits[k] & BIT_FUNCTION &&
                   !(nm->bits[k] & BIT_IN) && !str_is(nm->w[k].fold, "and") &&
                   (str_is(nm->w[k].fold, "of") ||
                    str_is(nm->w[k].fold, "for") ||
                    (k > i && str_is(nm->w[k].fold, "the")) ||
                    (german ? german_link(nm, k) : !english))) {
            if (nm->w[k].fold.n > 6 ||
                (k > i && !english && nm->w[k].fold.n > 4))
                return 0;
        } else {
            return 0;
        }
        k++;
    }
    return k < end && k > i && starts(nm, k) ? k : 0;
}

/* Takes the longest of the words off the front of *s, if one is there. */
static bool
take_one(str *s, const char *const *any, size_t n)
{
    size_t best = 0;

    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(any[i]);

        if (len > best && len <= s->n && memcmp(s->s, any[i], len) == 0)
            best = len;
    }
    *s = (str){s->s + best, s->n - best};
    return best > 0;
}

/* A syllable of Korean in Latin letters: jung, hwa, yeon. */
static bool
syllable(str s)
{
    static const char *const begins[] = {"ch", "j", "d",  "t", "k", "g",
                                         "p",  "b", "h",  "m", "n", "r",
                                         "l",  "s", "sh", "y", "w", "kk"};
    static const char *const vowels[] = {
        "a",  "ae", "ai", "e",  "ee", "eo", "eu", "i",  "ie", "o",  "oe",
        "oo", "ou", "u",  "ui", "wa", "ya", "ye", "yo", "yu", "wo", "yeo"};
    static const char *const ends[] = {"ng", "n", "m", "k", "p",
                                       "l",  "t", "h", "b", "g"};

    take_one(&s, begins, sizeof begins / sizeof *begins);
    if (!take_one(&s, vowels, sizeof vowels / sizeof *vowels))
        return false;
    take_one(&s, ends, sizeof ends / sizeof *ends);
    return s.n == 0;
}

/*
 * "Park Ji|-|hwan": two syllables of a Korean given name of which the second
 * is small. A capital stands beside; "ten-man" does not speak of anybody.
 */
static bool
second_syllable(const struct namer *nm, uint32_t hyphen, uint32_t end)
{
    uint32_t i = hyphen - 1, next = hyphen + 2;

    return syllable(nm->w[i].fold) && syllable(nm->w[hyphen + 1].fold) &&
           nm->w[hyphen + 1].fold.n > 1 && name_capital(nm, i) &&
           ((i > 0 && name_capital(nm, i - 1) &&
             nm->w[i - 1].sentence == nm->w[i].sentence &&
             nm->w[i].shape & SHAPE_SPACE) ||
            (next < end && name_capital(nm, next)));
}

/* Whether [p, q) holds two such syllables: a person, whatever the words. */
bool
name_two_syllables(const struct namer *nm, uint32_t p, uint32_t q)
{
    for (uint32_t k = p + 1; k + 1 < q; k++)
        if (name_mark_is(nm, k, "-") && !name_capital(nm, k + 1) &&
            second_syllable(nm, k, q))
            return true;
    return false;
}

/* A hyphen without gaps and what hangs on it: al|-|Kadhimi, Bandar|-|e. */
static uint32_t
over_hyphen(const struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t k = i;

    while (k + 1 < end && name_mark_is(nm, k, "- ‑ – ־") &&
           name_joined(nm, k) && name_joined(nm, k + 1) &&
           nm->w[k + 1].kind == WORD_LETTERS && !nm->taken[k + 1] &&
           (name_capital(nm, k + 1) || nm->bits[k + 1] & BIT_PARTICLE ||
            nm->w[k + 1].fold.n <= 2 || second_syllable(nm, k, end)))
        k += 2;
    return k > i ? k : 0;
}

/* д'Обрель, l'Aquila: a small letter and an apostrophe before the capital. */
static bool
prefixed(const struct namer *nm, uint32_t i)
{
    str rest = name_text(nm, i);
    uint32_t first, mark;

    if (!name_cased(nm, i) || nm->taken[i] || rest.n < 4)
        return false;
    first = utf8_next(&rest);
    if (rest.n == 0 || !utf8_lower(first))
        return false;
    mark = utf8_next(&rest);
    return (mark == '\'' || mark == 0x2019) && rest.n &&
           utf8_upper(utf8_next(&rest));
}

/* Whether a run may begin at i: a capital, or al-Capital. */
bool
name_run_begins(const struct namer *nm, uint32_t i, uint32_t end)
{
    if (starts(nm, i))
        return true;
    return name_cased(nm, i) && !nm->taken[i] && nm->bits[i] & BIT_PARTICLE &&
           i + 2 < end && name_mark_is(nm, i + 1, "-") &&
           name_joined(nm, i + 1) && name_joined(nm, i + 2) &&
           starts(nm, i + 2);
}

uint32_t
name_run_end(const struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t k = i, next;
    bool head = false, person = false;

    if (!starts(nm, k))
        k += 2;
    person = (nm->bits[k] & BIT_GIVEN) != 0;
    while (k < end) {
        head |= (nm->bits[k] & (BIT_HEAD_ORG | BIT_HEAD_PLACE)) != 0;
        k++;
        if (k < end && (next = over_hyphen(nm, k, end)))
            k = next;
        if (k >= end || nm->w[k].shape & SHAPE_CLITIC)
            break;
        /* "Levantis Надин Кесслер": two names */
        if (starts(nm, k) && nm->w[k].script != nm->w[k - 1].script &&
            nm->w[k - 1].kind == WORD_LETTERS)
            break;
        if ((starts(nm, k) || prefixed(nm, k)) &&
            (nm->w[k].shape & (SHAPE_SPACE | SHAPE_GLUED)))
            continue;
        /* "Brig. Gen. Ryder", "J. Smith" */
        if (name_mark_is(nm, k, ".") && name_joined(nm, k) && k + 1 < end &&
            starts(nm, k + 1) &&
            (nm->bits[k - 1] & (BIT_HONOUR | BIT_SUFFIX) ||
             (single_letter(nm, k - 1) && !roman(nm, k - 1)))) {
            continue;
        }
        if (name_mark_is(nm, k, "& + ’ '") && k + 1 < end &&
            starts(nm, k + 1)) {
            k++;
            continue;
        }
        next = over_links(nm, k, end, head, person);
        if (next == 0)
            break;
        k = next;
    }
    return k < end ? k : end;
}
