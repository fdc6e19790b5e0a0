/*
 * days.c - the day of each page, where the page itself does not tell.
 *
 * Order of belief: the page, its copies, its story. A page that names a day
 * and a month but no year takes the year that puts it nearest to the rest.
 */
#include "brief/inside.h"

#include <stdlib.h>

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

/* A dateline: the first date of the text, near its start, without a year. */
static const struct when *
dateline(const struct article *a)
{
    if (a->ndates == 0 || a->dates[0].at.start > 60)
        return NULL;
    return a->dates[0].when.date.month && a->dates[0].when.date.day &&
                   !a->dates[0].is_range
               ? &a->dates[0].when
               : NULL;
}

static int
by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

/* The middle one of the days known in a story; year 0: none is. */
static struct day
middle(const struct set *set, const struct day *day, uint32_t story,
       struct arena *mem)
{
    int32_t *numbers = arena_new(mem, int32_t, set->narticles);
    size_t n = 0;

    for (size_t i = 0; i < set->narticles; i++)
        if (set->story[i] == story && whole(day[i]))
            numbers[n++] = day_number(day[i]);
    if (n == 0)
        return (struct day){0};
    qsort(numbers, n, sizeof *numbers, by_number);
    return day_of_number(numbers[(n - 1) / 2]);
}

void
days_settle(const struct lexicon *lx, const struct set *set, struct day *day,
            struct day *anchor, enum published_from *from, struct arena *mem)
{
    struct day *story_day = arena_new(mem, struct day, set->narticles);

    (void)lx;
    for (size_t i = 0; i < set->narticles; i++) {
        const struct article *a = set->articles[i];

        day[i] = a->day;
        anchor[i] = whole(a->day) ? a->day : a->anchor;
        from[i] = a->published_from;
    }
    for (size_t i = 0; i < set->narticles; i++) {
        story_day[i] = middle(set, day, set->story[i], mem);
        /* no page tells its day: captions and embeds are next best */
        if (!whole(story_day[i]))
            story_day[i] = middle(set, anchor, set->story[i], mem);
    }
    for (size_t i = 0; i < set->narticles; i++) {
        const struct when *w = dateline(set->articles[i]);
        struct day near = whole(anchor[i]) ? anchor[i] : story_day[i];

        if (whole(day[i]) || !w || !whole(near))
            continue;
        day[i] = when_resolve(w, near, 0);
        from[i] = whole(day[i]) ? FROM_DATELINE : FROM_UNKNOWN;
        if (whole(day[i]))
            anchor[i] = day[i];
    }
    /* copies: twice, so that a chain of two is filled */
    for (int pass = 0; pass < 2; pass++)
        for (size_t l = 0; l < set->nlinks; l++) {
            uint32_t ends[2] = {set->links[l].from, set->links[l].to};

            for (int e = 0; e < 2; e++) {
                uint32_t to = ends[e], src = ends[1 - e];

                if (to == src || whole(day[to]))
                    continue;
                if (whole(day[src])) {
                    day[to] = day[src];
                    from[to] = FROM_COPY;
                }
                if (!whole(anchor[to]))
                    anchor[to] = whole(day[src]) ? day[src] : anchor[src];
            }
        }
    for (size_t i = 0; i < set->narticles; i++) {
        if (!whole(anchor[i]))
            anchor[i] = story_day[i];
        if (whole(day[i]) || !whole(story_day[i]))
            continue;
        if (whole(set->articles[i]->anchor)) {
            day[i] = set->articles[i]->anchor;
            from[i] = FROM_CAPTION;
        } else {
            day[i] = anchor[i];
            from[i] = FROM_STORY;
        }
    }
}
