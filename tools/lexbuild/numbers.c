/*
 * numbers.c - number words from ICU's rule-based number formats: every
 * public rule set of every language formats the small values and the
 * hundreds; larger ones are composed when read (lexicon/numbers.c).
 */
#include "lexbuild.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* The kind of a row of numbers.tsv; *id: of words that are no values. */
static uint8_t
kind_of(str kind, uint32_t *id)
{
    static const struct {
        const char *kind;
        uint32_t id;
    } words[] = {{"a", NUMERAL_A},         {"and", NUMERAL_AND},
                 {"over", NUMERAL_OVER},   {"parts-of", NUMERAL_PARTS_OF},
                 {"parts", NUMERAL_PARTS}, {"nth-of", NUMERAL_NTH_OF}};

    if (str_is(kind, "part-ten"))
        *id += NUMERAL_TEN;
    if (str_is(kind, "half") || str_is(kind, "set"))
        *id += str_is(kind, "half") ? NUMERAL_HALF : NUMERAL_SET;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(kind, words[i].kind)) {
            *id = words[i].id;
            return SENSE_NUMERAL;
        }
    return *id >= NUMERAL_TEN || str_is(kind, "part") ? SENSE_NUMERAL
           : str_is(kind, "ordinal")                  ? SENSE_ORDINAL
                                                      : SENSE_NUMBER;
}

/* data/words/numbers.tsv: forms that the rule sets lack, and the words of
 * fractions. */
static void
extras(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/numbers.tsv"), line, col[4], alt;

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {0};
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        lang = lang_of(columns(line, col, 4) == 4 ? col[0] : (str){0});
        if (lang == LANG_UND) {
            fault(b, "numbers.tsv: %.*s", STR_ARG(line));
            continue;
        }
        e.id = (uint32_t)strtoul(col[2].s, NULL, 10);
        e.kind = kind_of(col[1], &e.id);
        while (str_next(&col[3], '|', &alt))
            put(b, alt, lang, PUT_EXACT, e);
    }
}

/* Signs between the digits that ICU writes are no words. */
static bool
worth_it(str text)
{
    bool letters = false;

    while (text.n) {
        uint32_t c = utf8_next(&text);

        if (utf8_digit(c) >= 0 || c == '.' || c == ',' || c == 0x2212)
            return false;
        letters |= utf8_letter(c);
    }
    return letters;
}

/*
 * All values are formatted by the base sets; those of cases and genders
 * stop at 100 and go on by hundreds: forms that are written as one word
 * would else fill the file (Finnish: 43 sets).
 */
static void
format_all(struct build *b, enum lang lang, UNumberFormat *f, bool ordinal,
           bool base)
{
    UChar wide[256];
    char z[768];

    for (uint32_t v = 0; v <= 1000; v++) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t n;
        size_t words = 1;
        str text;

        if ((v == 0 && ordinal) || (v > 100 && v % 100 && !base))
            continue;
        n = unum_format(f, (int32_t)v, wide, 256, NULL, &status);
        u_strToUTF8(z, sizeof z, &n, wide, n, &status);
        if (U_FAILURE(status))
            continue;
        text = (str){z, (size_t)n};
        if (!worth_it(text))
            continue;
        for (int32_t i = 0; i < n; i++)
            words += z[i] == ' ' || z[i] == '-';
        /* what the reader composes by itself need not lie here */
        if (v > 100 && words > 1)
            continue;
        put(b, text, lang, PUT_EXACT,
            (struct lex_entry){.id = v,
                               .kind = ordinal ? SENSE_ORDINAL : SENSE_NUMBER});
    }
}

static bool
is_ordinal(const UChar *name)
{
    char z[96];

    u_austrncpy(z, name, sizeof z - 1);
    z[sizeof z - 1] = '\0';
    return strstr(z, "ordinal") != NULL;
}

static bool
is_number_set(const UChar *name)
{
    char z[96];

    u_austrncpy(z, name, sizeof z - 1);
    z[sizeof z - 1] = '\0';
    return strstr(z, "year") == NULL && strstr(z, "digits") == NULL &&
           strstr(z, "lenient") == NULL && strstr(z, "duration") == NULL;
}

/* Whether the set is of no case (genitive, ablative …) and of one. */
static bool
is_base(const UChar *name)
{
    char z[96];

    u_austrncpy(z, name, sizeof z - 1);
    z[sizeof z - 1] = '\0';
    return strstr(z, "ive") == NULL && strstr(z, "plural") == NULL;
}

void
make_numbers(struct build *b, const char *dir)
{
    for (int lang = 1; lang < LANG_COUNT; lang++) {
        UErrorCode status = U_ZERO_ERROR;
        UNumberFormat *f;
        int32_t sets;

        /* Han numerals are read sign by sign */
        if (lang == LANG_ZH || lang == LANG_JA)
            continue;
        f = unum_open(UNUM_SPELLOUT, NULL, 0, lang_code((enum lang)lang), NULL,
                      &status);
        if (U_FAILURE(status))
            continue;
        /* a language without rules of its own would speak the root's */
        status = U_ZERO_ERROR;
        if (!str_starts(
                str_of(unum_getLocaleByType(f, ULOC_VALID_LOCALE, &status)),
                str_of(lang_code((enum lang)lang)))) {
            unum_close(f);
            continue;
        }
        /* the public sets are listed, semicolon after each */
        UChar names[4096];

        sets = unum_getTextAttribute(f, UNUM_PUBLIC_RULESETS, names, 4095,
                                     &status);
        if (U_FAILURE(status))
            sets = 0;
        names[sets] = 0;
        for (UChar *p = names; *p;) {
            UChar *end = u_strchr(p, ';');

            if (end)
                *end = 0;
            if (is_number_set(p)) {
                status = U_ZERO_ERROR;
                unum_setTextAttribute(f, UNUM_DEFAULT_RULESET, p, -1, &status);
                if (U_SUCCESS(status))
                    format_all(b, (enum lang)lang, f, is_ordinal(p),
                               is_base(p));
            }
            if (!end)
                break;
            p = end + 1;
        }
        unum_close(f);
    }
    extras(b, dir);
}
