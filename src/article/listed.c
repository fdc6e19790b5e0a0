/*
 * listed.c - the day that a list gives the page itself.
 *
 * Lists of what is new on a site have the page among the others: its title,
 * and a day on the one side of it alone, for between two days nobody knows
 * which is whose.
 */
#include "article/page.h"

#define LISTED_WORDS 3 /* of a title: shorter ones are names of sections */

static struct day
day_at(struct page *p, size_t i)
{
    struct named_day d[2];

    return i < p->nraws && dates_line(p, &p->raws[i]) &&
                   dates_of(p, &p->raws[i], d, 2) == 1
               ? d[0].day
               : (struct day){0};
}

struct day
listed_day(struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];
        struct day before, behind;

        if (i == p->title ||
            (r->kind != BLOCK_CHROME && r->kind != BLOCK_TITLE) ||
            r->shape.words < LISTED_WORDS || !str_eq(r->text, p->title_text))
            continue;
        before = i ? day_at(p, i - 1) : (struct day){0};
        behind = day_at(p, i + 1);
        if (before.year == 0 || behind.year == 0)
            return before.year ? before : behind;
    }
    return (struct day){0};
}
