/*
 * quantity_clock.c - numbers that are a time of the day, or the minute of a
 * match and the kilometre of a race.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define TICKER_REACH 400 /* words from one line of a ticker to another */
#define COURSE_MOST  200 /* minutes or kilometres of a match or a race */

/* "17.40" at the head of a line, and a word with a capital behind it. */
static bool
heads_line(const struct finder *f, size_t word)
{
    const struct word *w = &f->w[word];
    str hour, minute = w->fold;

    if (w->kind != WORD_NUMBER || !(word == 0 || w->shape & SHAPE_LINE) ||
        word + 1 >= f->nwords || !(w[1].shape & SHAPE_CAPITAL) ||
        w[1].shape & SHAPE_LINE || w->fold.n > 5 ||
        !str_next(&minute, '.', &hour))
        return false;
    return (hour.n == 1 ||
            (hour.n == 2 &&
             (hour.s[0] < '2' || (hour.s[0] == '2' && hour.s[1] < '4')))) &&
           minute.n == 2 && minute.s[0] < '6';
}

/* A line of a live ticker; its time alone would be a figure as often, so a
 * second one must stand near. */
static bool
ticker_time(const struct finder *f, const struct count *c)
{
    size_t from = c->num > TICKER_REACH ? c->num - TICKER_REACH : 0;

    if (c->unit || c->num_end != c->num + 1 || !heads_line(f, c->num))
        return false;
    for (size_t i = from; i < f->nwords && i < c->num + TICKER_REACH; i++)
        if (i != c->num && heads_line(f, i))
            return true;
    return false;
}

static bool
clock_time(const struct finder *f, const struct count *c)
{
    size_t n;

    if (ticker_time(f, c))
        return true;
    if (c->toll)
        return false; /* "sale a tre il numero dei feriti" */
    if (quantity_key_at(f, c->num_end, KEY_CLOCK_AFTER, &n) && !c->range)
        return true;
    if (c->num > 0 && quantity_key_ends(f, c->num, KEY_CLOCK_AFTER, &n) &&
        c->num > n && /* 历时20分钟 took 20 minutes */
        (f->w[c->num - n - 1].kind == WORD_NUMBER ||
         reading_sense(f->r, c->num - n - 1, SENSE_NUMBER)) &&
        (c->unit == 0 || c->unit == f->id[KEY_MINUTE]) &&
        f->w[c->num - 1].lang != LANG_EN)
        return true;
    /* الساعة الثانية وأربعين دقيقة */
    for (size_t back = 1; back <= 3 && back < c->num; back++)
        if (c->unit == f->id[KEY_MINUTE] && c->unit &&
            quantity_key_at(f, c->num - back, KEY_CLOCK_BEFORE, &n))
            return true;
    /* "saat 10.45'te", "om 10.45 uur" */
    if (c->digits && c->max < 24.6 && c->max != floor(c->max) &&
        quantity_key_ends(f, c->num, KEY_CLOCK_BEFORE, &n))
        return true;
    if (c->head != NO_WORD ||
        (c->unit && c->unit != f->id[KEY_HOUR] && c->unit != f->id[KEY_MINUTE]))
        return false;
    return quantity_key_ends(f, c->num, KEY_CLOCK_BEFORE, &n) ||
           quantity_key_ends(f, c->first, KEY_CLOCK_BEFORE, &n);
}

/* The minute a goal fell in, the kilometre a runner was at: "minuto 34",
 * دقیقهٔ ۳۴, "bei Kilometer 33", 前半34分, 117분에, на 78 минуте. */
static bool
place_in_a_course(const struct finder *f, const struct count *c)
{
    static const char *const halves[] = {"前半", "後半", "延長",
                                         "전반", "후반", "연장"};
    static const char *const in[] = {"минуте", "хвилині", "분에"};
    size_t n, at = c->end;

    if (!c->digits || c->max > COURSE_MOST || c->range)
        return false;
    if (!c->unit || c->num_end == c->end)
        return c->first == c->num && c->num > 1 &&
               (quantity_key_itself(f, c->num - 1, KEY_MINUTE) ||
                quantity_key_itself(f, c->num - 1, KEY_KILOMETRE)) &&
               f->w[c->num - 1].kind == WORD_LETTERS &&
               f->w[c->num - 1].sentence == f->w[c->num].sentence &&
               f->w[c->num - 2].kind != WORD_NUMBER &&
               !reading_sense(f->r, c->num - 2, SENSE_NUMBER) &&
               !quantity_key_at(f, c->num - 2, KEY_PART_OF, &n);
    if (c->unit != f->id[KEY_MINUTE])
        return false;
    for (size_t i = 0; i < sizeof in / sizeof *in; i++)
        if (str_is(f->w[at - 1].fold, in[i]))
            return true;
    for (size_t back = 1; back <= 2 && back <= c->first; back++)
        for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
            if (str_starts(str_cut(f->r->w.text, f->w[c->first - back].start,
                                   f->r->w.text.n),
                           str_of(halves[i])))
                return true;
    return false;
}

/* после 22 часов, к 18 часам: the hour of a day. */
static bool
hour_of_day(const struct finder *f, const struct count *c)
{
    static const char *const words[] = {"после", "к",     "с", "до",
                                        "о",     "після", "до"};
    size_t end = quantity_sentence_end(f, c->num);

    if (!c->digits || c->unit != f->id[KEY_HOUR] || c->num == 0 ||
        c->max < 13 || c->max > 24 || c->max != floor(c->max) ||
        (f->w[c->num].lang != LANG_RU && f->w[c->num].lang != LANG_UK) ||
        (c->end < end && f->w[c->end].kind != WORD_MARK))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(f->w[c->num - 1].fold, words[i]))
            return true;
    return false;
}

bool
quantity_clock(const struct finder *f, const struct count *c)
{
    return clock_time(f, c) || place_in_a_course(f, c) || hour_of_day(f, c);
}
