/*
 * holiday.h - feasts: on which day of a year one falls, by its rule. For
 * lexicon/ and the lexicon builder.
 *
 * A rule, as data/words/holidays.tsv writes it, is packed into one number:
 *
 *     gregorian MONTH DAY · persian … · hijri … · hebrew … · chinese …
 *         that day of the calendar (Hebrew months from Tishri = 1, Adar I = 6)
 *     easter 0 · orthodox 0        Easter Sunday, of the West and of the East
 *     nth N WEEKDAY MONTH          the Nth (-1: last) weekday, Monday = 1
 *     moon MONTH DAY               the evening of the new moon nearest to it
 *
 * each with so many days added (easter -2), and xN where it lasts N days.
 */
#ifndef SAMESTORY_LEXICON_HOLIDAY_H
#define SAMESTORY_LEXICON_HOLIDAY_H

#include "base/str.h"
#include "lexicon/when.h"

/* How it is packed. */
enum holiday_kind {
    HOLIDAY_GREGORIAN = 1,
    HOLIDAY_PERSIAN,
    HOLIDAY_HIJRI,
    HOLIDAY_HEBREW,
    HOLIDAY_CHINESE,
    HOLIDAY_EASTER,
    HOLIDAY_ORTHODOX,
    HOLIDAY_NTH,
    HOLIDAY_MOON
};

/* kind 4 bits, month 4, day 5, offset + 128 8, length 6 */
#define HOLIDAY_KIND(rule)   ((rule)&15u)
#define HOLIDAY_MONTH(rule)  ((int)((rule) >> 4 & 15u))
#define HOLIDAY_DAY(rule)    ((int)((rule) >> 8 & 31u))
#define HOLIDAY_OFFSET(rule) ((int)((rule) >> 13 & 255u) - 128)
#define HOLIDAY_LENGTH(rule) ((int)((rule) >> 21 & 63u))

/* The packed rule; 0 where the text is none. */
uint32_t holiday_rule(str text);

/* The first and the last day of the feast that begins in the Gregorian year;
 * false where none does or the year is outside of 1583 to 2200. Of two in
 * one year the first. */
bool holiday_days(uint32_t rule, int year, struct day *first, struct day *last);

#endif
