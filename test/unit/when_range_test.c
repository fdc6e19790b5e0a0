/*
 * when_range_test.c - stretches of time and the orders that dates are written
 * in. The expected days are counted by hand from calendars.
 */
#include "when_seen.h"

/* A Wednesday; its week is 16 to 22 October, that of ISO week 42. */
#define DAY "2023-10-18"

#define SEEN(lang, text, edtf)                                                 \
    CHECK_STR(str_of(range_from(DAY, LANG_##lang, text)), edtf)

static void
a_range_lies_around_the_day_that_tells_it(void)
{
    SEEN(EN, "closed from May to November", "2023-05/2023-11");
    SEEN(ES, "cerrado de mayo a noviembre", "2023-05/2023-11");
    SEEN(NL, "gesloten van mei tot november", "2023-05/2023-11");
    SEEN(HI, "मई से नवंबर तक बंद", "2023-05/2023-11");
    SEEN(EN, "rebuilt between August 2019 and now", "2019-08/2023-10-18");
    SEEN(EN, "from November to 5 February 2022", "2021-11/2022-02-05");
    /* the next leap day and the day behind it */
    SEEN(EN, "2/29-3/1", "2024-02-29/2024-03-01");
}

static void
two_days_share_their_month(void)
{
    SEEN(EN, "hearings on 18 and 19 June 2024", "2024-06-18");
    SEEN(EN, "open between 18 and 19 June 2024", "2024-06-18/2024-06-19");
    SEEN(HI, "3 और 12 मई 2024 के बीच", "2024-05-03/2024-05-12");
}

static void
the_first_and_last_of_a_year_are_counted(void)
{
    SEEN(EN, "in the first six months of 2021", "2021-01/2021-06");
    SEEN(ES, "los primeros diez días de mayo de 2022", "2022-05-01/2022-05-10");
    SEEN(EN, "the last three months of 2021", "2021-10/2021-12");
    /* ISO 8601: the week of 4 January 2027, a Monday, is the first */
    SEEN(EN, "sales in week 3 of 2027", "2027-01-18/2027-01-24");
    SEEN(NL, "de vergadering in week 42", "2023-10-16/2023-10-22");
}

static void
parts_stand_behind_their_whole(void)
{
    SEEN(JA, "来月末に公表する予定だ", "2023-11-21/2023-11-30");
    SEEN(JA, "2022年の後半は減少した", "2022-07/2022-12");
    SEEN(ZH, "公司将于年底上市", "2023-09/2023-12");
    SEEN(HI, "इस महीने की शुरुआत में बैठक हुई", "2023-10-01/2023-10-10");
    SEEN(HI, "मई के पहले सप्ताह में", "2023-05-01/2023-05-07");
    SEEN(KO, "이달 초 발표했다", "2023-10-01/2023-10-10");
}

static void
earlier_and_later_end_at_the_day_that_tells_it(void)
{
    SEEN(NL, "eerder dit jaar trad hij af", "2023-01-01/2023-10-18");
    SEEN(NL, "later deze week stemt de raad", "2023-10-18/2023-10-22");
    SEEN(EN, "it was sold earlier last year", "2022-01/2022-03");
}

static void
a_step_leads_to_the_date_behind_it(void)
{
    SEEN(ES, "el próximo viernes 20 de octubre", "2023-10-20");
    SEEN(ES, "el pasado 29 de abril", "2023-04-29");
    SEEN(DE, "am kommenden Freitag, den 20. Oktober", "2023-10-20");
    SEEN(DE, "im vorletzten Jahr", "2021");
    SEEN(JA, "再来週の会合", "2023-10-30/2023-11-05");
    SEEN(UK, "торік у листопаді", "2022-11");
    SEEN(ID, "pada Senin (16/10) malam", "2023-10-16");
}

static void
parts_joined_by_one_sign_have_any_order(void)
{
    SEEN(EN, "released 2020/23/Sep.", "2020-09-23");
    SEEN(FR, "le 23-2020-septembre", "2020-09-23");
    SEEN(EN, "from 10/1/2018-10/7/2018", "2018-10-01/2018-10-07");
    SEEN(EN, "up in Q1-2019 again", "2019-01/2019-03");
    SEEN(ES, "las ventas del 2019-T1", "2019-01/2019-03");
}

static void
words_tell_days_and_years(void)
{
    SEEN(EN, "on May twenty nine", "2023-05-29");
    SEEN(ES, "el diez de octubre de dos mil dieciocho", "2018-10-10");
    SEEN(NL, "op negenentwintig mei", "2023-05-29");
    SEEN(EN, "on 4 July 1776, in Philadelphia", "1776-07-04");
}

static void
a_fortnight_is_two_weeks(void)
{
    SEEN(EN, "it was stolen a fortnight ago", "2023-10-04");
}

static void
what_is_no_day_is_none(void)
{
    SEEN(EN, "Feb 30", "-");
    SEEN(ES, "el 30 de febrero", "-");
    SEEN(DE, "diese Mär hält sich", "-");
    SEEN(PT, "mais de dez mil pessoas por ano", "-");
    SEEN(EN, "it costs $12 December or not", "-");
    SEEN(EN, "a half-marathon won in 24/7 style", "-");
}

TEST_MAIN
{
    RUN(a_range_lies_around_the_day_that_tells_it);
    RUN(two_days_share_their_month);
    RUN(the_first_and_last_of_a_year_are_counted);
    RUN(parts_stand_behind_their_whole);
    RUN(earlier_and_later_end_at_the_day_that_tells_it);
    RUN(a_step_leads_to_the_date_behind_it);
    RUN(parts_joined_by_one_sign_have_any_order);
    RUN(words_tell_days_and_years);
    RUN(a_fortnight_is_two_weeks);
    RUN(what_is_no_day_is_none);
}
