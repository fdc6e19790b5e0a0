/*
 * when.h - date expressions: what the words say, and what day that is.
 *
 * A partial date keeps only what is said; nothing is guessed. Resolving it
 * against an anchor is a second step, taken by brief/ (or `evidence --ref`).
 */
#ifndef SAMESTORY_LEXICON_WHEN_H
#define SAMESTORY_LEXICON_WHEN_H

#include "lexicon/lexicon.h"

struct day {
    int16_t year;
    uint8_t month, day; /* 0: open */
};

enum when_unit { WHEN_NONE, WHEN_DAY, WHEN_WEEK, WHEN_MONTH, WHEN_YEAR };

/* A part of a year or more than one, as numbered in EDTF where it is. */
enum when_part {
    WHEN_WHOLE,
    WHEN_THE_DAY, /* the nth of a month or year */
    WHEN_WEEKEND,
    WHEN_THE_WEEK, /* the week of the day said, or the nth of a month, year */
    WHEN_DECADE,   /* date.year is its first */
    WHEN_CENTURY,
    WHEN_DAYS_OF, /* the first or last |nth| days, weeks, months of it */
    WHEN_WEEKS_OF,
    WHEN_MONTHS_OF,
    WHEN_SPRING = 21,
    WHEN_SUMMER,
    WHEN_AUTUMN,
    WHEN_WINTER,
    WHEN_QUARTER = 32, /* one counted from the anchor's; then Q1 to Q4 */
    WHEN_Q1,
    WHEN_Q4 = 36,
    WHEN_H1 = 40,
    WHEN_H2
};

/* Which part of a week, a month, a year. */
enum when_edge {
    WHEN_ALL,
    WHEN_BEGINNING,
    WHEN_MIDDLE,
    WHEN_END,
    WHEN_EARLIER, /* up to the anchor: "earlier this year" */
    WHEN_LATER,   /* from the anchor on */
    WHEN_FORMER,  /* the first half of a decade, a century, a month */
    WHEN_LATTER
};

/* "In two weeks" is a date only of what will be; "dentro de dos semanas" is
 * one where nothing tells of the past. */
enum when_maybe { WHEN_SURELY, WHEN_IF_NOT_PAST, WHEN_IF_TO_COME };

/* In which order the figures of a date stand. */
enum when_order { WHEN_ORDER_NONE, WHEN_DAY_FIRST, WHEN_MONTH_FIRST };

struct when {
    /* said outright, in the Gregorian calendar; 0 where not said. Dates of
     * other calendars with a full date are converted when read; without a
     * year `calendar` tells and month/day are of that calendar. */
    struct day date;
    uint8_t calendar; /* enum calendar */
    uint8_t weekday;  /* 1 Monday to 7 Sunday, 0 not said */
    /* relative: so many units from the anchor ("yesterday" -1 day, "last
     * month" -1 month, "two weeks ago" -2 weeks, "this year" 0 year) */
    uint8_t unit; /* enum when_unit */
    int16_t offset;
    int8_t toward;    /* of a weekday or a day without year: -1 last, +1
                         next, 0 the nearest by tense */
    bool part_of_day; /* it goes on with "morning", "dawn", a clock time */
    uint8_t part;     /* enum when_part */
    int8_t nth;       /* of the weekdays or weeks of the month or year said:
                         1 the first, -1 the last; 0 not said */
    int16_t span;     /* "the last three weeks": so many units up to the
                         anchor's, negative, or behind it; 0 none */
    uint8_t edge;     /* enum when_edge */
    bool counted;     /* so many units from the anchor itself, "a week ago" */
    uint32_t holiday; /* a feast, its rule (holiday.h); 0: none */
    int16_t plus_months, plus_days; /* "two days after Easter": moved by */
    uint8_t order;                  /* enum when_order of "25/12/2019" */
    bool either;   /* "3/4/2019": the language alone told the order */
    uint8_t maybe; /* enum when_maybe */
};

/* Reads an `either` date in this order; any other stays as it is. */
void when_reorder(struct when *, enum when_order);

struct when_mark {
    uint32_t word, nwords;
    struct when when;
    struct when until; /* of a range; .date.year/.unit… all 0: none */
    bool is_range;
};

/*
 * Reads the longest date expression that begins at `word`, in any of the
 * languages: "July 26", "26 июля", "7月26日", "Friday, July 2, 2021",
 * "٦ أيلول/سبتمبر", "26.07.2021", "2021-07-26", "June 2020", "in 2016",
 * "yesterday", "last month", "on Friday", "周五", "上周", "8日". False
 * where none does. A bare number is no date, a bare year only behind words
 * like "in", "عام", or before 年 / "года".
 */
bool when_at(const struct lexicon *, const struct reading *, size_t word,
             struct when_mark *);

/*
 * Whether the text is short and says nothing but the words from first to
 * end: then forms are dates that elsewhere are other words ("Fr.", "1974").
 */
#define WHEN_LONE_WORDS 14
bool when_lone(const struct reading *, size_t first, size_t end);

/*
 * The day (or month, or year) that is meant, seen from the anchor (day of
 * publication). tense: -1 the sentence tells of the past, +1 of what will
 * be, 0 unknown: the nearest; +2 the date stands alone, as on a poster: the
 * next one. Fields that stay open are 0; with an open
 * anchor (year 0) only what is said outright comes out.
 */
struct day when_resolve(const struct when *, struct day anchor, int tense);

/*
 * The first and the last day that is meant. Where the words name no whole
 * days: as when_resolve, with first and last alike. *season is 21 to 24
 * where it is one of first.year.
 */
struct when_days {
    struct day first, last;
    uint8_t season;
    bool about; /* "three weeks ago": to a day, but the words do not say so */
};
void when_days(const struct when *, struct day anchor, int tense,
               struct when_days *);
/* Whether the year, the month or the day was open and is filled in by
 * nearness and tense: "26 July", "Friday", "the 5th". */
bool when_guessed(const struct when *);
/*
 * EDTF of a date or a range: "2021-07-26", "2021-07", "2021-22" (summer),
 * "199X", "2021-07-26/2021-08-01"; room of 40 bytes. "" where nothing is
 * known.
 */
const char *when_edtf(const struct when *, const struct when *until,
                      struct day anchor, int tense, char out[40]);

/* EDTF: "2021-07-26", "2021-07", "2021", "XXXX-07-26"; room of 16 bytes. */
const char *day_edtf(struct day, char out[16]);
/* Reads "2021-07-26" (what follows is left alone); false where it is none. */
bool day_parse(str, struct day *);
/* Days since 1970-01-01; both must be whole days. */
int32_t day_number(struct day);
struct day day_of_number(int32_t);
int day_weekday(struct day); /* 1 Monday to 7 Sunday */

#endif
