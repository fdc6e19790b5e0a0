/* told.c - dates of the lead. */
#include "story/told.h"

#include <math.h>

#define YEAR_DAYS 365.25

enum {
    SEASON_DATES = 6,    /* marks that are looked at */
    EVENT_SENTENCES = 4, /* where the day of the event is told */
    EVENT_BEFORE = 21,   /* days before publication */
    EVENT_AFTER = 3,
};

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

static double
day_of_year(struct day d)
{
    return (d.month - 1) * (YEAR_DAYS / 12) + d.day;
}

/* The day of the year that the article is of: of its publication, else the
 * first that its lead tells outright. */
static double
season_of(const struct article *a)
{
    if (a->day.month && a->day.day)
        return day_of_year(a->day);
    for (size_t i = 0; i < a->ndates && i < SEASON_DATES; i++) {
        const struct date_mark *m = &a->dates[i];
        const struct block *block = article_block(a, m->at.start);
        struct day d = when_resolve(&m->when, a->anchor, m->tense);

        if (m->sentence >= EVENT_SENTENCES)
            break; /* of the background */
        if (d.month && d.day && m->tense <= 0 && block &&
            block->kind != BLOCK_CAPTION && block->kind != BLOCK_FOOTNOTE)
            return day_of_year(d);
    }
    return NAN;
}

/* The first day told in the lead that may be the event's. */
static double
day_of(const struct article *a)
{
    for (size_t i = 0; i < a->ndates; i++) {
        const struct date_mark *m = &a->dates[i];
        struct day d;
        int32_t n, from;

        if (m->sentence >= EVENT_SENTENCES)
            break;
        d = when_resolve(&m->when, a->anchor, m->tense);
        if (!whole(d))
            continue;
        n = day_number(d);
        if (!whole(a->anchor))
            return n;
        from = day_number(a->anchor);
        if (n >= from - EVENT_BEFORE && n <= from + EVENT_AFTER)
            return n;
    }
    return NAN;
}

void
told_find(struct article *a)
{
    a->told_day = (float)day_of(a);
    a->told_season = (float)season_of(a);
}
