/*
 * numeral_test.c - what people make of numbers: the values are what the words
 * come to when reckoned by hand.
 */
#include "lexicon/numeral.h"
#include "test.h"

#include <math.h>
#include <string.h>

/* The value where the text is one numeral and nothing else, else NAN. */
static double
value_of(enum lang lang, const char *text)
{
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    const struct number *found;
    double value = NAN;
    size_t n;

    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    found = numeral_all(test_lexicon(), &r, mem, &n);
    if (n == 1 && found[0].nwords == r.w.nwords && !found[0].ordinal)
        value = found[0].value;
    stemmer_close(st);
    arena_close(mem);
    return value;
}

/* How many numerals the text has. */
static size_t
count_of(enum lang lang, const char *text)
{
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    size_t n;

    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    (void)numeral_all(test_lexicon(), &r, mem, &n);
    stemmer_close(st);
    arena_close(mem);
    return n;
}

static void
fractions_in_words_are_divided(void)
{
    CHECK(value_of(LANG_EN, "three eighths") == 3.0 / 8);
    CHECK(value_of(LANG_FR, "deux septièmes") == 2.0 / 7);
    CHECK(value_of(LANG_DE, "elf Zwanzigstel") == 11.0 / 20);
    CHECK(value_of(LANG_ES, "nueve dieciseisavos") == 9.0 / 16);
    CHECK(value_of(LANG_PT, "sete vinte avos") == 7.0 / 20);
    CHECK(value_of(LANG_IT, "quattro noni") == 4.0 / 9);
    CHECK(value_of(LANG_SV, "två sjundedelar") == 2.0 / 7);
    CHECK(value_of(LANG_RU, "две седьмых") == 2.0 / 7);
    CHECK(value_of(LANG_ZH, "七分之四") == 4.0 / 7);
    CHECK(value_of(LANG_JA, "8分の3") == 3.0 / 8);
    CHECK(value_of(LANG_HI, "सात बटा नौ") == 7.0 / 9);
    CHECK(value_of(LANG_EN, "a ninth") == 1.0 / 9);
    CHECK(value_of(LANG_EN, "⅜") == 3.0 / 8);
    CHECK(value_of(LANG_FR, "quatre millièmes") == 0.004);
}

static void
mixed_numbers_are_added(void)
{
    CHECK(value_of(LANG_EN, "six and three quarters") == 6.75);
    CHECK(value_of(LANG_EN, "3 1/2") == 3.5);
    CHECK(value_of(LANG_EN, "7½") == 7.5);
    CHECK(value_of(LANG_EN, "two million and three quarters") == 2.75e6);
    CHECK(value_of(LANG_EN, "5 thousand 2 hundred and 7") == 5207);
    CHECK(value_of(LANG_TR, "dört buçuk milyon") == 4.5e6);
    CHECK(value_of(LANG_DE, "dreieinhalb") == 3.5);
    CHECK(value_of(LANG_HI, "डेढ़ सौ") == 150);
}

static void
sets_and_powers_multiply(void)
{
    CHECK(value_of(LANG_EN, "half a dozen") == 6);
    CHECK(value_of(LANG_EN, "four dozen") == 48);
    CHECK(value_of(LANG_DE, "drei Dutzend") == 36);
    CHECK(value_of(LANG_EN, "half a million") == 5e5);
    CHECK(value_of(LANG_EN, "two thirds of a million") == 2.0 / 3 * 1e6);
    CHECK(value_of(LANG_EN, "2e5") == 2e5);
    CHECK(value_of(LANG_EN, "2^10") == 1024);
    CHECK(value_of(LANG_EN, "two point five million") == 2.5e6);
    CHECK(value_of(LANG_ZH, "伍佰貳拾") == 520);
}

static void
every_number_is_told_though_it_counts_nothing(void)
{
    CHECK(count_of(LANG_EN, "Turn to page 12, then to 40 and the third.") == 3);
    CHECK(count_of(LANG_JA, "答えは七です。") == 1);
    CHECK(count_of(LANG_EN, "Nobody counted anything here.") == 0);
}

static void
what_only_looks_like_a_fraction_is_none(void)
{
    /* a day, an ordinal, eight of five */
    CHECK(count_of(LANG_EN, "on 5/17/2018") == 3);
    CHECK(isnan(value_of(LANG_EN, "a fifth column")));
    CHECK(count_of(LANG_FR, "huit sur cinq") == 2);
}

TEST_MAIN
{
    RUN(fractions_in_words_are_divided);
    RUN(mixed_numbers_are_added);
    RUN(sets_and_powers_multiply);
    RUN(every_number_is_told_though_it_counts_nothing);
    RUN(what_only_looks_like_a_fraction_is_none);
}
