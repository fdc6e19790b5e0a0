/*
 * when_rules.h - the pieces of a date expression. For when*.c alone.
 *
 * Every rule takes the word to begin at and returns the word behind what it
 * read, 0 where it read nothing; then *out is as it was. None looks behind
 * `end`: the line's end, or WHEN_MOST_WORDS on.
 */
#ifndef SAMESTORY_LEXICON_WHEN_RULES_H
#define SAMESTORY_LEXICON_WHEN_RULES_H

#include "lexicon/day.h"
#include "lexicon/tag.h"

#define WHEN_MOST_WORDS 40
#define WHEN_FIRST_YEAR 1800
#define WHEN_LAST_YEAR  2100
/* Years of two digits below it are of 2000 on; duckling and recognizers, their
 * development sets, 2026-11. */
#define WHEN_PIVOT 50
/* Where a word says that it is a year; round ones are counts sooner. */
#define WHEN_OLDEST_YEAR 1000

struct scan {
    const struct lexicon *lx;
    const struct reading *r;
    enum lang lang;
    size_t begin, end;
    bool lone; /* the whole text is to be a date: short forms are ones */
    /* what every rule asks of the first word; read once */
    bool known;
    uint64_t cue, before; /* the cues at it and right before it */
    uint64_t tags;        /* and the other tags, by their place behind them */
    size_t cue_words;
};

/* Whether a date may begin at the word, by what stands there alone. */
bool when_may_begin(const struct lexicon *, const struct reading *,
                    size_t word);

/* ---- words (when_scan.c) ---- */
const struct word *scan_word(const struct scan *, size_t i); /* or NULL */
/* The character, where the word is just one; 0 where not. */
uint32_t scan_char(const struct scan *, size_t i);
bool scan_space(const struct scan *, size_t i); /* space stands before it */
uint64_t scan_cue(const struct scan *, size_t i, size_t *behind);
/* The cues that end right before the word. */
uint64_t scan_before(const struct scan *, size_t i);
bool scan_is(const struct scan *, size_t i, const char *fold);
/* Whether the words for the concept of this key begin at the word; *behind
 * (may be NULL): the word behind them. */
bool scan_key(const struct scan *, size_t i, enum tag, size_t *behind);
/* All of them that begin there. */
uint64_t scan_tags(const struct scan *, size_t i);
/* Whether they end right before the word. */
bool scan_key_before(const struct scan *, size_t i, enum tag);
/* A number in digits, a word or an ordinal: "3", "third", "3rd", "3-й"; the
 * word behind, 0: none. */
size_t scan_nth(const struct scan *, size_t i, int *n);
/* Digits alone, at most four; how many, 0: none. */
size_t scan_digits(const struct scan *, size_t i, int *value);
/* A small number in digits or one number word. */
size_t scan_small(const struct scan *, size_t i, int *value);
/* Digits, or Han numerals up to 99 or four in a row ("二〇二一"). Returns
 * the word behind. */
size_t scan_han(const struct scan *, size_t i, int *value, size_t *digits);
/* A year as written there; *calendar tells which are possible and is set to
 * the one that fits. */
bool scan_year(const struct scan *, size_t i, uint8_t *calendar, int *year);
/* Whether a number that a word calls a year is one: 1000 to 2100, those
 * before 1800 not round ("1200年の歴史"). */
bool scan_old_year(int year);

/* ---- names of months (when_month.c) ---- */
/* Whether the letters of this word allow it to be such a name. */
bool scan_capital(const struct scan *, size_t i);
/* Short lower-case forms are words of other sense too ("mar", "set"). */
bool scan_short_form(const struct scan *, size_t i, uint8_t month);
/*
 * A month name, with its twin in the other naming ("أيلول/سبتمبر", "يوليو
 * تموز") and the dot of a short form. *clitic: a preposition is grown to it.
 */
size_t scan_month(const struct scan *, size_t i, uint8_t *calendar,
                  uint8_t *month, bool *clitic);

/* Behind the letters that make a number an ordinal: "12th", "1er", "2-го",
 * "1º"; the word itself where there are none. */
size_t scan_ordinal(const struct scan *, size_t i);
/* Whether the language writes ordinals with a dot: "5. Mai". */
bool scan_dots_ordinals(enum lang);
/* A day of the month in digits or an ordinal word. */
size_t scan_day(const struct scan *, size_t i, int *day);
/* Behind what may stand between day and month or before a year. */
size_t scan_of(const struct scan *, size_t i, int most);
/* Puts a date of any calendar into the mark, year and day 0 where open;
 * false where there is none. */
bool scan_put(struct when *, enum calendar, int year, int month, int day);

/* ---- numbers in words (when_words.c) ---- */
/* A whole number of one word or more, below 10000: "twenty nine". */
size_t scan_number(const struct scan *, size_t i, int *value);
/* An ordinal of two words or more, below 100: "twenty third". */
size_t scan_nth_words(const struct scan *, size_t i, int *n);
/* A year in words: "dos mil dieciocho", "nineteen eighty six". */
size_t scan_year_words(const struct scan *, size_t i, int *year);

/* ---- rules (when_date.c, when_numeric.c, when_orders.c) ---- */
/* Whether a day stands before this month that it does not have: "30 Feb". */
bool scan_day_missing(const struct scan *, size_t i, uint8_t month);
/* A rule for a day that is given to another. */
typedef size_t rule_of_day(const struct scan *, size_t, struct when_mark *);
/* "2020-Sep-23", "2015 წლის 14 აპრილს", "ngày 3 tháng 4", "23-2020-Sep". */
size_t rule_orders(const struct scan *, size_t i, struct when_mark *,
                   rule_of_day *day_first);
/* "6 September 2022", "6-8 de mayo", "July 26, 2021", "June 2020". */
size_t rule_day_month(const struct scan *, size_t i, struct when_mark *);
/* "26.07.2021", "2021-07-26", "7/26/2021", "1 / 2 / 2021". */
size_t rule_numeric(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_alone.c) ---- */
/* A month alone behind words like "in"; "last March", "March next year". */
size_t rule_month(const struct scan *, size_t i, struct when_mark *);
/* A year alone behind words like "in" or before words like "года". */
size_t rule_year(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_weekday.c) ---- */
/* A weekday name that is one; also "weekday (27)". */
size_t rule_weekday(const struct scan *, size_t i, struct when_mark *);
/* A day of the month alone behind what leads one: "on the 5th". */
size_t rule_day(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_relative.c) ---- */
/* "yesterday", "last month", "two weeks ago", "next Friday". */
size_t rule_relative(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_part.c) ---- */
/* Behind small words (prepositions, articles), at most so many. */
size_t scan_skip(const struct scan *, size_t i, int most);
/* Behind the case of a Turkish figure: "2022'nin". */
size_t scan_suffix(const struct scan *, size_t i);
/* "summer 2020", "last quarter", "the first half of 2021", "this weekend". */
size_t rule_part(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_decade.c) ---- */
/* "the 1990s", "90-е годы", "20世纪90年代", "the 19th century". edged: words
 * like "the end of" stand before it, so that figures are no ages. The word
 * behind, 0: none. */
size_t scan_decade(const struct scan *, size_t i, bool edged, struct when *);
size_t rule_decade(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_nth.c) ---- */
/*
 * The month or year that something is of: "May", "June 2020", "2018", "last
 * year", "the month" (this one, where `this_one`). The word behind.
 */
size_t scan_whole(const struct scan *, size_t i, bool this_one, struct when *);
/* "the first Monday of May", "the week of 7 October", "early March". */
size_t rule_nth(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_final.c) ---- */
/* "1月の第3週", "महीने के अंत", 去年下半年: languages whose head stands last. */
size_t rule_final(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_holiday.c) ---- */
/* "Christmas Day", "Easter 2018", "last Ramadan", 2018年春节. */
size_t rule_holiday(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_range.c) ---- */
/* Behind the word that parts two days of one night, "с 3 на 4 мая", "von
 * Montag auf Dienstag"; i: the first day, k behind it. 0: none. The caller
 * sees to it that the second is the next day. */
size_t scan_night_to(const struct scan *, size_t i, size_t k);

/* ---- rules (when_span.c) ---- */
/* "the last three weeks", "in two days", "a week from now". */
size_t rule_span(const struct scan *, size_t i, struct when_mark *);
/* Joins the second end of a range that follows behind `k`: "to 15 July",
 * "–2018", "and Sunday". Returns the word behind, `k` where none does. */
size_t rule_until(const struct scan *, size_t i, size_t k, struct when_mark *,
                  size_t (*date)(const struct scan *, size_t,
                                 struct when_mark *));

/* "between now and 15 November". */
size_t rule_now(const struct scan *, size_t i, struct when_mark *,
                size_t (*date)(const struct scan *, size_t,
                               struct when_mark *));

/* "three days after 5 May", "two weeks before Christmas", "1 year and 2
 * months ago". */
size_t rule_shift(const struct scan *, size_t i, struct when_mark *,
                  size_t (*date)(const struct scan *, size_t,
                                 struct when_mark *));

/* ---- rules (when_hebrew.c) ---- */
/* Whether letters that are a number may begin at the word: י"ד, ג'. */
bool when_hebrew_begins(const struct reading *, size_t word);
/* "י"ד בניסן תשפ"ג", "ג' בתמוז", "ניסן תשפ"ג". */
size_t rule_hebrew(const struct scan *, size_t i, struct when_mark *);

/* ---- rules (when_east.c) ---- */
/* "2021年7月26日(月)", "去年7月", "上周五", "8日", "2023년 11월", "3月". */
size_t rule_east(const struct scan *, size_t i, struct when_mark *);

#endif
