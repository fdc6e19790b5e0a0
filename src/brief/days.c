/*
 * days.c - the day of each page, where the page itself does not tell.
 *
 * Order of belief: the page (its own dateline too), its exact copies, the
 * other pages of its origin, its story. A page that names a day
 * and a month but no year takes the year that puts it nearest to the rest.
 */
#include "brief/inside.h"

#include <stdlib.h>

#define DATELINE_REACH 60 /* bytes from the paragraph's start to the date */
#define DATELINE_DATES 6  /* dates above and in the first paragraph */

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

/* Whether the words before a date leave room for a dateline: "LIMA, Peru, ",
 * "ЛИМА, ", or nothing. */
static bool
opens_dateline(str before)
{
    while (before.n && (before.s[before.n - 1] == ' ' ||
                        (unsigned char)before.s[before.n - 1] == 0xA0 ||
                        (unsigned char)before.s[before.n - 1] == 0xC2))
        before.n--;
    return before.n == 0 || str_ends(before, STR(",")) ||
           str_ends(before, STR("(")) || str_ends(before, STR("،")) ||
           str_ends(before, STR("–")) || str_ends(before, STR("—")) ||
           str_ends(before, STR("-")) || str_ends(before, STR("/")) ||
           str_ends(before, STR("（")) || str_ends(before, STR("，"));
}

/* Whether it goes on as behind a dateline: "13 февраля. Над", "Feb. 13 (SW)
 * —", "13日电", a line's end. */
static bool
closes_dateline(str after)
{
    static const char *const marks[] = {"(",  ".", ":",  "-",  "–",  "—",
                                        "/",  "|", "）", ")",  "（", "电",
                                        "電", "=", "＝", "【", "】"};

    while (after.n && after.s[0] == ' ')
        after = str_cut(after, 1, after.n);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(after, str_of(marks[i])))
            return true;
    return after.n == 0;
}

/*
 * A dateline: a day and month, mostly without a year, at the head of the
 * first paragraph, between a place and what the page tells; or alone on a
 * line before.
 */
static const struct when *
dateline(const struct article *a)
{
    for (size_t i = 0; i < a->ndates && i < DATELINE_DATES; i++) {
        const struct date_mark *d = &a->dates[i];
        const struct block *b = article_block(a, d->at.start);

        if (!b)
            continue;
        if (b->kind != BLOCK_BODY && b->kind != BLOCK_BYLINE &&
            b->kind != BLOCK_SUBTITLE)
            continue;
        if (d->when.date.month && d->when.date.day && !d->is_range &&
            !d->when.calendar && d->at.start - b->at.start <= DATELINE_REACH &&
            opens_dateline(str_cut(a->text, b->at.start, d->at.start)) &&
            closes_dateline(str_cut(a->text, d->at.end, b->at.end)))
            return &d->when;
        if (b->kind == BLOCK_BODY)
            return NULL; /* later dates stand inside the story */
    }
    return NULL;
}

bool
days_is_dateline(const struct article *a, const struct date_mark *d)
{
    return dateline(a) == &d->when;
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

/* Gives pages without a day that of the other end of a link. An exact copy
 * says most: an edited one may be of the day after. */
static void
from_copies(const struct set *set, bool exact, struct day *day,
            struct day *anchor, enum published_from *from)
{
    for (size_t l = 0; l < set->nlinks; l++) {
        uint32_t ends[2] = {set->links[l].from, set->links[l].to};

        if (exact != (set->links[l].kind == LINK_COPY))
            continue;
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
        /* no page tells its day: captions and embeds are next best; where
         * some do, a caption (an old photo) says less than they */
        if (!whole(story_day[i]))
            story_day[i] = middle(set, anchor, set->story[i], mem);
        else if (!whole(set->articles[i]->day))
            anchor[i] = story_day[i];
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
    /* each twice, so that a chain of two is filled */
    for (int pass = 0; pass < 4; pass++)
        from_copies(set, pass < 2, day, anchor, from);
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
