/*
 * machine.c - the day that a page tells machines.
 *
 * The date that somebody gave with the page comes first, then that of
 * publication in JSON-LD and meta elements, one whose name tells little, that
 * of an element about the article.
 */
#include "article/page.h"

/* "2024-02-19T15:10:00+05:30", "20240219", or words. */
static struct day
machine_day(struct page *p, str s)
{
    struct named_day d[2];
    struct day day = {0};
    size_t n;

    s = str_trim(s);
    if ((day_parse(s, &day) && day_sound(day)) || stamp_compact(s, &day))
        return day;
    n = dates_in(p, str_cut(s, 0, 80), LANG_EN, d, 2);
    return n && day_sound(d[0].day) ? d[0].day : (struct day){0};
}

/* The day that the first element about the article tells machines: behind the
 * title, before it, as a last resort that of a change. */
#define TIME_BEFORE 6 /* blocks; 2026-11, extraction set */
#define TIME_BEHIND 6
#define TITLE_ABOVE 6 /* … before the first paragraph one not known stands */

static str
time_of(const struct page *p, bool far)
{
    const struct meta *m = &p->meta;
    size_t title = p->title, body = SIZE_MAX, end = 0;
    const struct dated *best = NULL;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY) {
            end = i;
            body = body == SIZE_MAX ? i : body;
        }
    if (title == SIZE_MAX)
        title = body != SIZE_MAX && body > TITLE_ABOVE ? body - TITLE_ABOVE : 0;
    for (size_t i = 0; i < m->ntimes; i++) {
        const struct dated *d = &m->times[i];

        if (!far &&
            (d->raw + TIME_BEFORE < title || d->raw > end + TIME_BEHIND))
            continue;
        /* far away several are those of others */
        if (far && best &&
            !str_eq(str_cut(best->value, 0, 10), str_cut(d->value, 0, 10)))
            return (str){0};
        if (!best || (best->changed && !d->changed))
            best = d;
    }
    return best ? best->value : (str){0};
}

struct told
machine_find(struct page *p)
{
    struct article *a = p->a;
    struct told t = {.value =
                         a->given_date.n ? a->given_date : p->meta.published};

    t.day = machine_day(p, t.value);
    if (t.day.year || a->given_date.n)
        return t;
    t.value = p->meta.dated;
    t.day = machine_day(p, t.value);
    t.weak = true;
    if (t.day.year)
        return t;
    t.value = time_of(p, false);
    t.day = machine_day(p, t.value);
    t.weak = false;
    return t;
}

struct told
machine_far(struct page *p)
{
    struct told t = {.value = time_of(p, true)};

    t.day = machine_day(p, t.value);
    return t;
}
