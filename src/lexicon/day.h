/*
 * day.h - what when.c and its rules share about days. For lexicon/ alone:
 * the door is when.h.
 */
#ifndef SAMESTORY_LEXICON_DAY_H
#define SAMESTORY_LEXICON_DAY_H

#include "lexicon/when.h"

int day_month_length(int year, int month); /* year 0: open, February 29 */
/* Whether month and day are such that a calendar holds; year may be open. */
bool day_real(struct day);
/*
 * The day number of a date of a calendar: Persian by the 33-year rule (good
 * for 1178 to 1633), Hijri of Umm al-Qura (a day off now and then
 * from what is proclaimed elsewhere; civil outside of 1300 to 1600), Hebrew
 * with months from Tishri = 1 and Adar I = 6.
 */
int32_t day_of_calendar(enum calendar, int year, int month, int day);
/* The first and the last day of the feast that is meant; year 0: not known. */
struct day when_feast(const struct when *, struct day anchor, int tense,
                      struct day *last);
/* The year of that calendar in which the day lies. */
int day_calendar_year(enum calendar, struct day);

#endif
