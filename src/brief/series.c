/*
 * series.c - counts that go on: a toll that grew between two pages is no
 * contradiction.
 *
 * Days apart, a count of people's fate is a later one. Within a day or two the
 * words must say so: the later page that the count rose, or the one before
 * that it is the count so far. Where pages tell their hour, hours count too.
 * Where all pages of a day tell one count, and those of the next day a larger
 * one, no words are needed. The missing grow fewer.
 */
#include "brief/inside.h"

#include <math.h>
#include <stdlib.h>

/* Days between two pages after which another count of killed, missing or
 * rescued is a later one, no denial of the first. */
#define UPDATE_DAYS 2

/* Whether a concept stands in the sentence of a figure. */
static bool
says(const struct tale *t, const struct reading_of *r, const char *key)
{
    const struct article *a = t->set->articles[r->article];
    size_t first, end;

    reading_senses(t, r, &first, &end);
    for (size_t i = first; i < end; i++)
        if (a->read.senses[i].kind == SENSE_CONCEPT &&
            str_is(lexicon_key(t->lx, a->read.senses[i].id), key))
            return true;
    return false;
}

bool
series_goes_on(const struct tale *t, const struct reading_of *r)
{
    return says(t, r, "rise-to") || says(t, r, "so-far") ||
           says(t, r, "death-toll");
}

static bool
two_digits(str s, size_t at, int *out)
{
    if (at + 2 > s.n || s.s[at] < '0' || s.s[at] > '9' || s.s[at + 1] < '0' ||
        s.s[at + 1] > '9')
        return false;
    *out = (s.s[at] - '0') * 10 + s.s[at + 1] - '0';
    return true;
}

/* Minutes of the day, UTC, that a page tells it was published at ("…T06:50",
 * "+03:00" behind): may be below 0 or above 1440; INT32_MIN: not told. */
static int32_t
minute_of(str published)
{
    int hour, minute, off_hour = 0, off_minute = 0, sign = 0;

    if (published.n < 16 ||
        (published.s[10] != 'T' && published.s[10] != ' ') ||
        !two_digits(published, 11, &hour) ||
        !two_digits(published, 14, &minute))
        return INT32_MIN;
    for (size_t i = 16; i < published.n && sign == 0; i++)
        if (published.s[i] == '+' || published.s[i] == '-') {
            sign = published.s[i] == '+' ? 1 : -1;
            if (!two_digits(published, i + 1, &off_hour))
                sign = 0;
            else if (!two_digits(published, i + 3, &off_minute))
                (void)two_digits(published, i + 4, &off_minute);
        }
    return hour * 60 + minute - sign * (off_hour * 60 + off_minute);
}

static bool
hours_known(const struct tale *t, uint32_t a, uint32_t b)
{
    return minute_of(t->set->articles[a]->published) != INT32_MIN &&
           minute_of(t->set->articles[b]->published) != INT32_MIN;
}

/* Whether a page came out after another one; by the hour where both tell. */
static bool
comes_after(const struct tale *t, uint32_t later, uint32_t before, int32_t days)
{
    int32_t a = minute_of(t->set->articles[later]->published);
    int32_t b = minute_of(t->set->articles[before]->published);

    if (a == INT32_MIN || b == INT32_MIN)
        return days > 0;
    return days * 1440 + a - b > 0;
}

bool
series_updates(const struct tale *t, const struct reading_of *later,
               const struct reading_of *before)
{
    const struct quantity_mark *x = reading_mark(t, before);
    const struct quantity_mark *y = reading_mark(t, later);
    struct day from = t->day[before->article], to = t->day[later->article];
    int32_t days;

    if (later->article == before->article) { /* what one page tells in turn */
        from = figures_day(t, before);
        to = figures_day(t, later);
        return from.day && to.day && day_number(to) > day_number(from) &&
               y->min > x->min && rivals_of(t, before, later) != RIVALS_NONE;
    }
    if (!from.year || !to.year || !from.day || !to.day)
        return false;
    days = day_number(to) - day_number(from);
    if (days >= UPDATE_DAYS && y->state)
        return true;
    /* of one day, at what hour nobody knows: one that "rose to" is later than
     * any lower one, and lower than any later one, as is one "so far" */
    if (days == 0 && !hours_known(t, later->article, before->article))
        return !y->unit && y->min > x->min &&
               (says(t, later, "rise-to") ||
                (y->state && series_goes_on(t, before)));
    /* a rate that rose is another rate; a count that rose goes on */
    return comes_after(t, later->article, before->article, days) && !y->unit &&
           y->min > x->min &&
           (series_goes_on(t, later) ||
            (y->state && series_goes_on(t, before)));
}

/* ---- what one figure says of the order of its pages ---------------------- */

static int
by_pages(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static uint64_t
pages_key(const struct reading_of *later, const struct reading_of *before)
{
    return (uint64_t)later->article << 32 | before->article;
}

/* Whether the later of two counts of people's fate says that it is. */
static bool
says_later(const struct tale *t, const struct reading_of *later,
           const struct reading_of *before)
{
    return later->group == before->group && later->article != before->article &&
           reading_mark(t, later)->state && reading_mark(t, before)->state &&
           series_updates(t, later, before);
}

void
series_order(struct tale *t, const struct reading_of *list, size_t n)
{
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && list[end].group == list[i].group; end++)
            ;
        for (size_t a = i; a < end; a++)
            for (size_t b = i; b < end; b++)
                if (says_later(t, &list[a], &list[b])) {
                    t->after = arena_grow(t->mem, t->after, t->nafter,
                                          sizeof *t->after);
                    t->after[t->nafter++] = pages_key(&list[a], &list[b]);
                }
    }
    if (t->nafter)
        qsort(t->after, t->nafter, sizeof *t->after, by_pages);
}

/* Whether a count is of the dead or the wounded, who only grow more. */
static bool
of_victims(const struct tale *t, const struct quantity_mark *q)
{
    str key = lexicon_key(t->lx, q->state);

    return str_is(key, "killed") || str_is(key, "wounded");
}

bool
series_after(const struct tale *t, const struct reading_of *later,
             const struct reading_of *before)
{
    const struct quantity_mark *x = reading_mark(t, before);
    const struct quantity_mark *y = reading_mark(t, later);
    uint64_t key = pages_key(later, before);

    return (of_victims(t, x) || of_victims(t, y)) && y->min > x->min &&
           t->nafter &&
           bsearch(&key, t->after, t->nafter, sizeof key, by_pages);
}

/* ---- from day to day --------------------------------------------------- */

struct told {
    int32_t day, minute; /* of publication; INT32_MIN: not told */
    uint32_t article;
    double most; /* of what its page tells */
};

static bool
hours_told(const struct told *x, const struct told *y)
{
    return x->minute != INT32_MIN && y->minute != INT32_MIN;
}

static int
by_day(const void *a, const void *b)
{
    const struct told *x = a, *y = b;

    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    if (x->most != y->most)
        return x->most < y->most ? -1 : 1;
    return (x->article > y->article) - (x->article < y->article);
}

/* What each page that tells its day tells; 0 where the figure is none of
 * people's fate, or a page without a day tells more or less than all those. */
static size_t
pages_of(const struct tale *t, const struct reading_of *const *g, size_t n,
         struct told *out)
{
    double least = INFINITY, most = -INFINITY;
    size_t npages = 0;

    for (size_t i = 0, k; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);
        struct day day = t->day[g[i]->article];

        if (q->unit || denial_of(t, g[i]))
            return 0;
        if (!day.year || !day.day)
            continue;
        least = fmin(least, q->min);
        most = fmax(most, q->min);
        for (k = 0; k < npages && out[k].article != g[i]->article; k++)
            ;
        if (k == npages)
            out[npages++] = (struct told){
                day_number(day),
                minute_of(t->set->articles[g[i]->article]->published),
                g[i]->article, q->min};
        else if (q->min > out[k].most)
            out[k].most = q->min;
    }
    for (size_t i = 0; i < n; i++) {
        struct day day = t->day[g[i]->article];
        double v = reading_mark(t, g[i])->min;

        if ((!day.year || !day.day) && (v < least || v > most))
            return 0;
    }
    return npages;
}

/*
 * Whether the counts of the days follow on each other. Where the pages of one
 * day differ it is by the hour, and takes three days to tell: the day before
 * told no more, the day after no less. Sorted by day, then by count: an order
 * by the hour would be none where only some pages tell it.
 */
static bool
follow(const struct told *pages, size_t npages)
{
    size_t before = 0, here = 1, days = 1, values = 1;
    bool mixed = false, steady = false;

    for (size_t i = 1; i < npages; i++) {
        bool more = pages[i].most > pages[i - 1].most;
        bool hours = hours_told(&pages[i], &pages[i - 1]);

        values += more;
        if (pages[i].day == pages[i - 1].day) {
            if (more && hours && pages[i].minute < pages[i - 1].minute)
                return false;
            mixed |= more && !(hours && pages[i].minute > pages[i - 1].minute);
            here++;
        } else {
            if (pages[i].most < pages[i - 1].most)
                return false;
            before = here;
            here = 1;
            days++;
        }
        steady |=
            before > 1 && here > 1 && pages[i].most > pages[i - here].most;
    }
    return (steady && !mixed) ||
           (days > 2 && values > 2 && pages[npages - 1].most > pages[0].most);
}

/* Whether a count of such people falls as time goes on: the missing are
 * found, the trapped are freed. */
static bool
falls(const struct tale *t, const struct reading_of *r)
{
    str key = lexicon_key(t->lx, reading_mark(t, r)->state);

    return str_is(key, "missing") || str_is(key, "trapped");
}

bool
series_grows(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    struct told *pages = arena_new(t->mem, struct told, n);
    size_t npages = pages_of(t, g, n, pages), fates = 0, falling = 0;

    for (size_t i = 0; i < n; i++) {
        fates += reading_mark(t, g[i])->state != 0;
        falling += falls(t, g[i]);
    }
    if (npages < 4 || fates * 2 <= n)
        return false;
    for (size_t i = 0; i < npages && falling * 2 > n; i++)
        pages[i].most = -pages[i].most;
    qsort(pages, npages, sizeof *pages, by_day);
    return follow(pages, npages);
}
