/*
 * when_test.c - what date expressions say and what day is meant. The
 * expected days are counted by hand from calendars, not taken from the
 * program.
 */
#include "lexicon/day.h"
#include "lexicon/when.h"
#include "lexicon/when_clock.h"
#include "test.h"
#include "when_seen.h"

#include <string.h>

/*
 * The first date of the text, seen from the anchor, as EDTF; "-" where none
 * is found.
 */
static const char *
seen_from(const char *anchor, int tense, enum lang lang, const char *text)
{
    static char out[16];
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    struct when_mark m;
    struct day day = {0, 0, 0};

    strcpy(out, "-");
    day_parse(str_of(anchor), &day);
    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    for (size_t i = 0; i < r.w.nwords; i++)
        if (when_at(test_lexicon(), &r, i, &m)) {
            day_edtf(when_resolve(&m.when, day, tense), out);
            break;
        }
    stemmer_close(st);
    arena_close(mem);
    return out;
}

static const char *
said(enum lang lang, const char *text)
{
    return seen_from("", 0, lang, text);
}

/* ---- days ---------------------------------------------------------------- */

static void
days_count_from_1970(void)
{
    /* 30 years of which 7 are leap years (72 … 96): 30 * 365 + 7 */
    CHECK(day_number((struct day){1970, 1, 1}) == 0);
    CHECK(day_number((struct day){2000, 1, 1}) == 10957);
    CHECK(day_number((struct day){1969, 12, 31}) == -1);
}

static void
a_number_leads_back_to_its_day(void)
{
    for (int32_t n = -60000; n < 60000; n += 17)
        CHECK(day_number(day_of_number(n)) == n);
}

static void
weekdays_are_those_of_the_wall_calendar(void)
{
    CHECK(day_weekday((struct day){1970, 1, 1}) == 4);  /* Thursday */
    CHECK(day_weekday((struct day){2000, 2, 29}) == 2); /* Tuesday */
    CHECK(day_weekday((struct day){1899, 12, 31}) == 7);
}

static void
new_years_of_other_calendars(void)
{
    struct day nowruz =
        day_of_number(day_of_calendar(CALENDAR_PERSIAN, 1403, 1, 1));
    struct day muharram =
        day_of_number(day_of_calendar(CALENDAR_HIJRI, 1445, 1, 1));
    struct day tishri =
        day_of_number(day_of_calendar(CALENDAR_HEBREW, 5784, 1, 1));
    char out[16];

    CHECK_STR(str_of(day_edtf(nowruz, out)), "2024-03-20");
    CHECK_STR(str_of(day_edtf(muharram, out)), "2023-07-19");
    CHECK_STR(str_of(day_edtf(tishri, out)), "2023-09-16");
}

static void
what_is_open_is_written_open(void)
{
    char out[16];

    CHECK_STR(str_of(day_edtf((struct day){0, 7, 26}, out)), "XXXX-07-26");
    CHECK_STR(str_of(day_edtf((struct day){2021, 7, 0}, out)), "2021-07");
    CHECK_STR(str_of(day_edtf((struct day){2021, 0, 0}, out)), "2021");
}

static void
no_day_is_read_from_what_is_none(void)
{
    struct day d = {1, 1, 1};

    CHECK(!day_parse(STR("2021-02-29"), &d));
    CHECK(!day_parse(STR("2021-13-01"), &d));
    CHECK(!day_parse(STR("2021-07"), &d));
    CHECK(!day_parse(STR(""), &d));
    CHECK(d.year == 1); /* untouched */
    CHECK(day_parse(STR("2021-07-26T10:00:00+02:00"), &d) && d.day == 26);
}

/* ---- what the words say ---------------------------------------------------
 */

static void
full_dates_need_no_anchor(void)
{
    CHECK_STR(str_of(said(LANG_EN, "on Monday, May 3, 2010,")), "2010-05-03");
    CHECK_STR(str_of(said(LANG_DE, "am 8. November 2011")), "2011-11-08");
    CHECK_STR(str_of(said(LANG_FR, "le 1er mars 2012")), "2012-03-01");
    CHECK_STR(str_of(said(LANG_ES, "el 5 de abril de 2013")), "2013-04-05");
    CHECK_STR(str_of(said(LANG_RU, "14 июня 2014 года")), "2014-06-14");
    CHECK_STR(str_of(said(LANG_TR, "9 Kasım 2015")), "2015-11-09");
    CHECK_STR(str_of(said(LANG_AR, "في ٦ أيلول/سبتمبر ٢٠١٦")), "2016-09-06");
    CHECK_STR(str_of(said(LANG_JA, "2017年7月26日（水）の")), "2017-07-26");
    CHECK_STR(str_of(said(LANG_KO, "2018년 11월 8일에는")), "2018-11-08");
    CHECK_STR(str_of(said(LANG_HI, "19 फरवरी 2019 को")), "2019-02-19");
}

static void
eras_and_calendars_become_gregorian(void)
{
    /* Reiwa began in 2019: its fifth year is 2023 */
    CHECK_STR(str_of(said(LANG_JA, "令和5年4月1日に")), "2023-04-01");
    /* Nowruz 1403 was 2024-03-20, so 10 Farvardin is 9 days on */
    CHECK_STR(str_of(said(LANG_FA, "۱۰ فروردین ۱۴۰۳")), "2024-03-29");
    /* 1 Muharram 1445 was 2023-07-19 */
    CHECK_STR(str_of(said(LANG_AR, "١٠ محرم ١٤٤٥هـ")), "2023-07-28");
}

static void
figures_go_by_the_habits_of_the_language(void)
{
    CHECK_STR(str_of(said(LANG_EN, "on 4/7/2010 in")), "2010-04-07");
    CHECK_STR(str_of(said(LANG_EN, "on 24/7/2010 in")), "2010-07-24");
    CHECK_STR(str_of(said(LANG_FR, "le 04/07/2010 à")), "2010-07-04");
    CHECK_STR(str_of(said(LANG_RU, "26.07.2011")), "2011-07-26");
    CHECK_STR(str_of(said(LANG_ZH, "2012-7-26")), "2012-07-26");
}

static void
words_that_only_look_like_dates_are_none(void)
{
    CHECK_STR(str_of(said(LANG_EN, "they may march 15 miles")), "-");
    CHECK_STR(str_of(said(LANG_EN, "won 3-1 on points")), "-");
    CHECK_STR(str_of(said(LANG_EN, "some 2010 people sat down")), "-");
    CHECK_STR(str_of(said(LANG_EN, "in 2000 cases")), "-");
    CHECK_STR(str_of(said(LANG_RU, "счёт 3-1, среда обитания")), "-");
    CHECK_STR(str_of(said(LANG_JA, "懲役6年9月の判決")), "-");
    CHECK_STR(str_of(said(LANG_ZH, "持续了12天")), "-");
}

static void
a_year_alone_needs_company(void)
{
    CHECK_STR(str_of(said(LANG_EN, "the bridge, built 1974.")), "1974");
    CHECK_STR(str_of(said(LANG_EN, "made in 1593 by hand")), "1593");
    CHECK_STR(str_of(said(LANG_EN, "a map, Prague 1593, in oil")), "1593");
    CHECK_STR(str_of(said(LANG_FR, "avant la fin de 2028")), "2028");
    CHECK_STR(str_of(said(LANG_DE, "Die Uhr von 1593 gehört")), "1593");
    CHECK_STR(str_of(said(LANG_TR, "Okul 1968'de açıldı")), "1968");
    CHECK_STR(str_of(said(LANG_TR, "2024’te sattı")), "2024");
    CHECK_STR(str_of(said(LANG_TR, "1593 tarihli harita")), "1593");
    CHECK_STR(str_of(said(LANG_HI, "2028 के अंत तक")), "2028");
    CHECK_STR(str_of(said(LANG_AR, "يعود إلى عام 1593")), "1593");
    CHECK_STR(str_of(said(LANG_RU, "в 1593 году")), "1593");
    CHECK_STR(str_of(said(LANG_ZH, "1593年制造")), "1593");
}

static void
counts_of_four_digits_are_no_years(void)
{
    CHECK_STR(str_of(said(LANG_EN, "in 1200 villages")), "-");
    CHECK_STR(str_of(said(LANG_EN, "of 1593 men")), "-");
    CHECK_STR(str_of(said(LANG_EN, "they built 1974 homes")), "-");
    CHECK_STR(str_of(said(LANG_DE, "von 1200 auf 1500")), "-");
    CHECK_STR(str_of(said(LANG_TR, "2000'den fazla asker")), "-");
    CHECK_STR(str_of(said(LANG_JA, "1200年の歴史")), "-");
}

/* ---- what day is meant ------------------------------------------------------
 */

/* 2010-05-13 was a Thursday. */
#define THURSDAY "2010-05-13"

static void
a_weekday_goes_by_the_tense(void)
{
    CHECK_STR(str_of(seen_from(THURSDAY, -1, LANG_EN, "on Friday")),
              "2010-05-07");
    CHECK_STR(str_of(seen_from(THURSDAY, 1, LANG_EN, "on Friday")),
              "2010-05-14");
    CHECK_STR(str_of(seen_from(THURSDAY, -1, LANG_EN, "on Thursday")),
              "2010-05-13");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_RU, "в среду")), "2010-05-12");
}

static void
last_and_next_leave_the_anchor_out(void)
{
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_FR, "jeudi dernier")),
              "2010-05-06");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_ES, "el próximo jueves")),
              "2010-05-20");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_ZH, "上周五")), "2010-05-07");
}

static void
what_is_counted_from_today(void)
{
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_EN, "yesterday")),
              "2010-05-12");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_AR, "أمس")), "2010-05-12");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_DE, "vorgestern")),
              "2010-05-11");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_EN, "three days ago")),
              "2010-05-10");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_EN, "last month")), "2010-04");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_JA, "昨年7月に")), "2009-07");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_KO, "지난해")), "2009");
}

static void
an_open_year_is_the_nearest(void)
{
    CHECK_STR(str_of(seen_from("2010-01-10", 0, LANG_EN, "December 28")),
              "2009-12-28");
    CHECK_STR(str_of(seen_from("2009-12-28", 0, LANG_EN, "January 10")),
              "2010-01-10");
    /* 1 Farvardin 1389 fell on 2010-03-21 */
    CHECK_STR(str_of(seen_from("2010-04-01", 0, LANG_FA, "۱ فروردین")),
              "2010-03-21");
}

static void
weekday_and_day_must_agree(void)
{
    /* 3 May was a Monday in 2010 and a Sunday in 2009 */
    CHECK_STR(str_of(seen_from("2009-12-01", 0, LANG_EN, "Sunday, May 3")),
              "2009-05-03");
    CHECK_STR(str_of(seen_from("2009-12-01", 0, LANG_EN, "Monday, May 3")),
              "2010-05-03");
}

static void
a_day_alone_is_of_the_month_around(void)
{
    CHECK_STR(str_of(seen_from(THURSDAY, -1, LANG_JA, "8日、")), "2010-05-08");
    CHECK_STR(str_of(seen_from("2010-05-02", -1, LANG_JA, "29日、")),
              "2010-04-29");
}

static void
a_session_of_the_exchange_is_of_that_day(void)
{
    CHECK_STR(str_of(seen_from(THURSDAY, -1, LANG_JA, "8日前場に")),
              "2010-05-08");
    CHECK_STR(str_of(seen_from(THURSDAY, -1, LANG_JA, "8日後場に")),
              "2010-05-08");
    CHECK_STR(str_of(seen_from(THURSDAY, 0, LANG_JA, "8日前に")), "2010-05-05");
}

static void
without_an_anchor_nothing_is_guessed(void)
{
    CHECK_STR(str_of(said(LANG_EN, "on July 26")), "XXXX-07-26");
    CHECK_STR(str_of(said(LANG_EN, "yesterday")), "XXXX");
    CHECK_STR(str_of(said(LANG_EN, "on Friday")), "XXXX");
}

/* ---- stretches of time -----------------------------------------------------
 */

static void
stretches_are_told_by_both_ends(void)
{
    /* 13 May 2010 is a Thursday: its week is Monday 10 to Sunday 16 */
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "talks last week")),
              "2010-05-03/2010-05-09");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "in the last three days")),
              "2010-05-10/2010-05-12");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_DE, "im dritten Quartal 2009")),
              "2009-07/2009-09");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_FR, "pendant l'été 2008")),
              "2008-22");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "from 13 to 15 July 2009")),
              "2009-07-13/2009-07-15");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "between 2004 and 2006")),
              "2004/2006");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "looted in the 1990s")),
              "199X");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_RU, "в XIX веке")), "18XX");
}

static void
the_nth_weekday_is_counted_in_its_month(void)
{
    /* 1 May 2009 is a Friday: Mondays are 4, 11, 18, 25 */
    CHECK_STR(
        str_of(range_from(THURSDAY, LANG_EN, "the second Monday of May 2009")),
        "2009-05-11");
    CHECK_STR(
        str_of(range_from(THURSDAY, LANG_EN, "the last Monday of May 2009")),
        "2009-05-25");
}

static void
what_lasts_is_no_date(void)
{
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "it could last 90 days")),
              "-");
    CHECK_STR(str_of(range_from(THURSDAY, LANG_EN, "four thousand years ago")),
              "-");
    /* the same day in two calendars is no range */
    CHECK_STR(str_of(range_from(THURSDAY, LANG_AR,
                                "14 يوليو 2023 - 26 ذو الحجة 1444")),
              "2023-07-14");
}

/* Days as almanacs of those years print them. */
static void
feasts_fall_where_their_calendar_puts_them(void)
{
    const char *day = "2019-03-01";

    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "on Easter Sunday 2019")),
              "2019-04-21");
    CHECK_STR(str_of(seen_from(day, 0, LANG_FR, "le lundi de Pâques 2016")),
              "2016-03-28");
    CHECK_STR(str_of(seen_from(day, 0, LANG_EL, "Πάσχα 2019")), "2019-04-28");
    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "Thanksgiving 2018")),
              "2018-11-22");
    CHECK_STR(str_of(seen_from(day, 0, LANG_ZH, "2020年春节")), "2020-01-25");
    CHECK_STR(str_of(seen_from(day, 0, LANG_KO, "2020년 추석")), "2020-10-01");
    CHECK_STR(str_of(seen_from(day, 0, LANG_HE, "יום כיפור 2020")),
              "2020-09-28");
    CHECK_STR(str_of(seen_from(day, 0, LANG_TR, "Kurban Bayramı 2020")),
              "2020-07-31");
    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "Nowruz 2021")), "2021-03-21");
    CHECK_STR(str_of(seen_from(day, 0, LANG_HI, "दिवाली 2020")), "2020-11-14");
    CHECK_STR(str_of(range_from(day, LANG_EN, "Hanukkah 2019")),
              "2019-12-23/2019-12-30");
}

static void
a_feast_is_a_date_where_words_make_it_one(void)
{
    const char *day = "2019-03-01";

    CHECK_STR(str_of(seen_from(day, -1, LANG_EN, "They met on Christmas Day.")),
              "2018-12-25");
    CHECK_STR(str_of(seen_from(day, 1, LANG_DE, "Sie kommen an Ostern.")),
              "2019-04-21");
    CHECK_STR(
        str_of(seen_from(day, 0, LANG_EN, "before last Easter, they said")),
        "2018-04-01");
    CHECK_STR(
        str_of(seen_from(day, 0, LANG_EN, "The Christmas market was full.")),
        "-");
    /* an Islamic month has no Gregorian year of its own */
    CHECK_STR(str_of(range_from(day, LANG_EN, "Ramadan 2018")),
              "2018-05-16/2018-06-14");
}

static void
a_length_moves_the_date_it_stands_before(void)
{
    const char *day = "2019-03-01";

    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "10 days after 5 May 2018")),
              "2018-05-15");
    CHECK_STR(
        str_of(seen_from(day, 0, LANG_DE, "zwei Wochen vor dem 20. März 2018")),
        "2018-03-06");
    CHECK_STR(str_of(seen_from(day, 0, LANG_FR,
                               "un mois après le 31 janvier "
                               "2018")),
              "2018-02-28");
    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "1 year and 2 months ago")),
              "2018-01-01");
    CHECK_STR(str_of(seen_from(day, 0, LANG_EN, "two days after the fire")),
              "-");
}

static void
ends_of_other_kinds_need_words_that_say_so(void)
{
    const char *day = "2019-03-01";

    CHECK_STR(str_of(range_from(day, LANG_EN, "from May 2018 to 3 June 2018")),
              "2018-05/2018-06-03");
    CHECK_STR(str_of(range_from(day, LANG_ES,
                                "entre mayo de 2018 y el 3 de junio de 2018")),
              "2018-05/2018-06-03");
    CHECK_STR(str_of(range_from(day, LANG_JA, "10月から12月")),
              "2018-10/2018-12");
    CHECK_STR(str_of(range_from(day, LANG_JA, "2018年7月3日から8日まで")),
              "2018-07-03/2018-07-08");
    CHECK_STR(str_of(range_from(day, LANG_EN, "the last week of June 2018")),
              "2018-06-25/2018-07-01");
}

static void
days_without_a_month_of_their_own(void)
{
    const char *day = "2018-05-29";

    CHECK_STR(str_of(range_from(day, LANG_DE, "vom 3. - 5. Juli 2018")),
              "2018-07-03/2018-07-05");
    CHECK_STR(str_of(range_from(day, LANG_DE, "am 7./8.9.2018")),
              "2018-09-07/2018-09-08");
    CHECK_STR(
        str_of(range_from(day, LANG_FR, "du 13 au dimanche 15 juillet 2018")),
        "2018-07-13/2018-07-15");
    /* the winter that February lies in began in the year before */
    CHECK_STR(str_of(range_from("2018-02-10", LANG_EN, "this winter")),
              "2017-24");
}

/* The time beside the first date of the text, "-" where there is none. */
static const char *
time_of(enum lang lang, const char *text)
{
    static char out[16];
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    struct when_mark m;
    struct when_clock clock;

    strcpy(out, "-");
    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    for (size_t i = 0; i < r.w.nwords; i++)
        if (when_at(test_lexicon(), &r, i, &m)) {
            if (when_clock_beside(test_lexicon(), &r, i, i + m.nwords, &clock))
                when_clock_iso(&clock, out);
            break;
        }
    stemmer_close(st);
    arena_close(mem);
    return out;
}

static void
a_clock_time_keeps_its_zone(void)
{
    CHECK_STR(str_of(time_of(LANG_EN, "They met on Friday at 8:30 p.m. EST.")),
              "20:30-05:00");
    CHECK_STR(str_of(time_of(LANG_RU, "26 июля в 18:30 мск")), "18:30+03:00");
    CHECK_STR(str_of(time_of(LANG_EN, "They came at 14:00 GMT+3 on Monday")),
              "14:00+03:00");
    CHECK_STR(str_of(time_of(LANG_JA, "7月26日午後3時半に")), "15:30");
    CHECK_STR(str_of(time_of(LANG_DE, "am Freitag um 18.30 Uhr")), "18:30");
    CHECK_STR(str_of(time_of(LANG_AR, "يوم الجمعة الساعة الثامنة مساء")),
              "20:00");
    CHECK_STR(str_of(time_of(LANG_ES, "el lunes a las 8 de la tarde")),
              "20:00");
}

static void
what_only_looks_like_a_time_is_none(void)
{
    CHECK_STR(str_of(time_of(LANG_EN, "On Friday evening 12 were hurt.")), "-");
    CHECK_STR(str_of(time_of(LANG_EN, "The race took 3:21 on Friday.")), "-");
    CHECK_STR(str_of(time_of(LANG_EN, "On 5 May 2018 10 people left.")), "-");
}

TEST_MAIN
{
    RUN(a_clock_time_keeps_its_zone);
    RUN(what_only_looks_like_a_time_is_none);
    RUN(days_without_a_month_of_their_own);
    RUN(a_length_moves_the_date_it_stands_before);
    RUN(ends_of_other_kinds_need_words_that_say_so);
    RUN(feasts_fall_where_their_calendar_puts_them);
    RUN(a_feast_is_a_date_where_words_make_it_one);
    RUN(days_count_from_1970);
    RUN(a_number_leads_back_to_its_day);
    RUN(weekdays_are_those_of_the_wall_calendar);
    RUN(new_years_of_other_calendars);
    RUN(what_is_open_is_written_open);
    RUN(no_day_is_read_from_what_is_none);
    RUN(full_dates_need_no_anchor);
    RUN(eras_and_calendars_become_gregorian);
    RUN(figures_go_by_the_habits_of_the_language);
    RUN(words_that_only_look_like_dates_are_none);
    RUN(a_year_alone_needs_company);
    RUN(counts_of_four_digits_are_no_years);
    RUN(a_weekday_goes_by_the_tense);
    RUN(last_and_next_leave_the_anchor_out);
    RUN(what_is_counted_from_today);
    RUN(an_open_year_is_the_nearest);
    RUN(weekday_and_day_must_agree);
    RUN(a_day_alone_is_of_the_month_around);
    RUN(a_session_of_the_exchange_is_of_that_day);
    RUN(without_an_anchor_nothing_is_guessed);
    RUN(stretches_are_told_by_both_ends);
    RUN(the_nth_weekday_is_counted_in_its_month);
    RUN(what_lasts_is_no_date);
}
