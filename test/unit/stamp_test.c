/* stamp.c: the times of feeds in one form. */
#include "source/stamp.h"
#include "test.h"

static void
reads(const char *in, const char *out)
{
    struct arena *mem = arena_open();

    CHECK_STR(stamp_read(str_of(in), mem), out);
    arena_close(mem);
}

static void
the_mail_format_keeps_its_offset(void)
{
    reads("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z");
    reads("Thu, 1 Jan 2004 19:48 +0530", "2004-01-01T19:48:00+05:30");
    reads("01 Jan 04 19:48 EST", "2004-01-01T19:48:00-05:00");
    reads("Wednesday, 14-Sep-2005 08:00:00 PDT", "2005-09-14T08:00:00-07:00");
    reads(" Sun, 31 Dec 1999 ", "1999-12-31");
}

static void
a_year_of_two_digits_lies_within_fifty_years_of_2000(void)
{
    reads("Thu, 01 Jan 49", "2049-01-01");
    reads("Thu, 01 Jan 50", "1950-01-01");
}

static void
the_c_library_format_has_its_year_last(void)
{
    reads("Mon Jan  5 19:48:21 2004", "2004-01-05T19:48:21");
}

static void
iso_8601_may_be_short(void)
{
    reads("2003-12-31T10:14:55.500Z", "2003-12-31T10:14:55Z");
    reads("20031231T101455+01:00", "2003-12-31T10:14:55+01:00");
    reads("2003-12-31 10:14", "2003-12-31T10:14:00");
    reads("2003-12-31", "2003-12-31");
    reads("2003-12", "2003-12");
}

static void
a_day_of_the_year_is_counted_out(void)
{
    /* 31 + 28 = 59 days before 1 March, 60 in a leap year */
    reads("2003-060", "2003-03-01");
    reads("2004-060", "2004-02-29");
    reads("2003-365", "2003-12-31");
}

static void
what_is_no_such_time_comes_back_as_words(void)
{
    reads("  gestern um acht ", "gestern um acht");
    reads("2003-13-01", "2003-13-01");
    reads("", "");
}

TEST_MAIN
{
    RUN(the_mail_format_keeps_its_offset);
    RUN(a_year_of_two_digits_lies_within_fifty_years_of_2000);
    RUN(the_c_library_format_has_its_year_last);
    RUN(iso_8601_may_be_short);
    RUN(a_day_of_the_year_is_counted_out);
    RUN(what_is_no_such_time_comes_back_as_words);
}
