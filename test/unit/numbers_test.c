/*
 * numbers_test.c - numbers of many words, by the way people count: the
 * values are those that a speaker of the language would write in digits.
 */
#include "lexicon/numbers.h"
#include "test.h"

#include <math.h>
#include <string.h>

/* The value of the number that the text begins with, NAN where none does;
 * it must be as many words long as `whole` says: all of them, or not. */
static double
value_of(enum lang lang, const char *text, bool whole)
{
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    struct number n;
    double value = NAN;

    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    if (number_at(test_lexicon(), &r, 0, &n) &&
        (n.nwords == r.w.nwords) == whole)
        value = n.value;
    stemmer_close(st);
    arena_close(mem);
    return value;
}

static void
groups_are_joined_as_the_language_joins_them(void)
{
    CHECK(value_of(LANG_EN, "two thousand and twelve", true) == 2012);
    CHECK(value_of(LANG_EN, "nine thousand, nine hundred and six", true) ==
          9906);
    CHECK(value_of(LANG_ES, "ciento veintitrés millones", true) == 123e6);
    CHECK(value_of(LANG_PT, "cento e vinte e cinco", true) == 125);
    CHECK(value_of(LANG_FR, "quatre vingt onze", true) == 91);
    CHECK(value_of(LANG_AR, "مليار ومئتي مليون", true) == 1.2e9);
    CHECK(value_of(LANG_HI, "दस लाख", true) == 1e6);
    CHECK(value_of(LANG_PL, "milion dwieście tysięcy", true) == 1.2e6);
}

static void
words_grown_together_are_taken_apart(void)
{
    CHECK(value_of(LANG_DE, "zweitausendfünfzehn", true) == 2015);
    CHECK(value_of(LANG_NL, "drieduizendveertig", true) == 3040);
    CHECK(value_of(LANG_IT, "seimilacento", true) == 6100);
    CHECK(value_of(LANG_TR, "yirmidokuz", true) == 29);
    CHECK(value_of(LANG_KO, "칠십오만", true) == 750000);
    /* thousands of them, not 1000 */
    CHECK(isnan(value_of(LANG_DE, "Tausende", true)));
}

static void
a_power_that_nothing_counts_is_counted_once(void)
{
    CHECK(value_of(LANG_EN, "a hundred and eighteen", true) == 118);
    CHECK(value_of(LANG_EN, "a thousand and fifty", true) == 1050);
    CHECK(value_of(LANG_EN, "a million and a half", true) != 1e6);
    CHECK(value_of(LANG_DE, "hundert und achtzehn", true) == 118);
    CHECK(value_of(LANG_DE, "hundertachtzehn", true) == 118);
    CHECK(value_of(LANG_RU, "тысяча пятьдесят", true) == 1050);
    CHECK(value_of(LANG_RU, "тысячи двухсот", true) == 1200);
    CHECK(value_of(LANG_UK, "тисяча дев'яносто", true) == 1090);
    CHECK(value_of(LANG_KO, "백열여덟", true) == 118);
    /* some fifty thousand */
    CHECK(value_of(LANG_RU, "тысяч пятьдесят", true) != 1050);
    /* hundreds, not one hundred */
    CHECK(isnan(value_of(LANG_DE, "Hunderte", true)));
}

static void
cases_of_number_words_are_read(void)
{
    CHECK(value_of(LANG_UK, "дев'яти", true) == 9);
    CHECK(value_of(LANG_UK, "двохсот вісімнадцяти", true) == 218);
    CHECK(value_of(LANG_RU, "двухсот восемнадцати", true) == 218);
    CHECK(value_of(LANG_PL, "stu osiemnastu", true) == 118);
    CHECK(value_of(LANG_PL, "dziewięciuset", true) == 900);
}

static void
decimals_and_signs_in_words(void)
{
    CHECK(value_of(LANG_EN, "three point one four", true) == 3.14);
    CHECK(value_of(LANG_RU, "две целых пять десятых", true) == 2.5);
    CHECK(value_of(LANG_ZH, "三点七", true) == 3.7);
    CHECK(value_of(LANG_FR, "moins douze", true) == -12);
    CHECK(value_of(LANG_EN, "-40", true) == -40);
}

static void
a_second_number_is_another_one(void)
{
    CHECK(value_of(LANG_EN, "twenty thirty", false) == 20);
    CHECK(value_of(LANG_EN, "one hundred and two hundred", false) == 100);
    CHECK(value_of(LANG_EN, "one thousand and two thousand", false) == 1000);
}

static void
articles_and_clock_times_are_no_large_numbers(void)
{
    /* 上陸: the sign for six on cheques is a common one elsewhere */
    CHECK(isnan(value_of(LANG_JA, "陸邦人", false)));
    /* article five, not five trillions */
    CHECK(isnan(value_of(LANG_KO, "조약", false)));
}

TEST_MAIN
{
    RUN(groups_are_joined_as_the_language_joins_them);
    RUN(words_grown_together_are_taken_apart);
    RUN(a_power_that_nothing_counts_is_counted_once);
    RUN(cases_of_number_words_are_read);
    RUN(decimals_and_signs_in_words);
    RUN(a_second_number_is_another_one);
    RUN(articles_and_clock_times_are_no_large_numbers);
}
