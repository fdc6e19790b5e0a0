/*
 * timeline.c - the days a story speaks of, each with all its mentions.
 *
 * Only here are dates resolved: against the day of their page, filled in
 * from its copies and its story where the page tells none (days.c).
 */
#include "brief/inside.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_MOST_CHARS 110
#define TIMELINE_MOST    2000

struct mention {
    uint32_t article, mark;
    span at;
    char date[16];
};

static int
by_date(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    int c = strcmp(x->date, y->date);

    if (c == 0)
        c = (x->article > y->article) - (x->article < y->article);
    return c ? c : (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

static bool
is_open(struct day d)
{
    return d.year == 0 && d.month == 0 && d.day == 0;
}

static size_t
collect(const struct tale *t, struct mention **out)
{
    struct mention *list = NULL;
    size_t n = 0;

    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        for (uint32_t i = 0; i < a->ndates && n < TIMELINE_MOST; i++) {
            const struct date_mark *d = &a->dates[i];
            struct day day = when_resolve(&d->when, t->anchor[at], d->tense);
            struct mention one = {at, i, d->at, ""};

            if (is_open(day))
                continue;
            day_edtf(day, one.date);
            list = arena_grow(t->mem, list, n, sizeof *list);
            list[n++] = one;
            if (!d->is_range)
                continue;
            day = when_resolve(&d->until, t->anchor[at], d->tense);
            if (is_open(day))
                continue;
            day_edtf(day, one.date);
            if (strcmp(one.date, list[n - 1].date) == 0)
                continue;
            list = arena_grow(t->mem, list, n, sizeof *list);
            list[n++] = one;
        }
    }
    *out = list;
    return n;
}

/* Cuts a sentence at a word's end, an ellipsis behind. */
static const char *
shorten(const struct tale *t, const char *sentence)
{
    str s = str_of(sentence), rest = s;
    size_t n = 0, cut = 0;

    while (rest.n) {
        uint32_t c = utf8_next(&rest);

        if (++n > LABEL_MOST_CHARS)
            return arena_printf(t->mem, "%.*s…",
                                (int)(cut ? cut : s.n - rest.n), s.s)
                .s;
        if (utf8_space(c))
            cut = s.n - rest.n - 1;
    }
    return sentence;
}

/* Whether a mention is "tomorrow" in somebody's mouth: a day that is counted
 * from when he spoke, and what he says of it no event. */
static bool
in_a_quote(const struct tale *t, const struct mention *m)
{
    const struct article *a = t->set->articles[m->article];
    const struct when *w = &a->dates[m->mark].when;

    if (w->date.day || (!w->unit && !w->weekday))
        return false;
    for (size_t i = 0; i < a->nquotes; i++)
        if (a->quotes[i].at.start <= m->at.start &&
            m->at.end <= a->quotes[i].at.end)
            return true;
    return false;
}

/*
 * What happened: the sentence of the first mention in English if there is
 * one (the language of most readers), else in the story's first language.
 * A body's sentence is better than a headline or a caption.
 */
static const char *
label_of(const struct tale *t, const struct mention *list, size_t n)
{
    const struct mention *best = NULL;
    int rank = -1;

    for (size_t i = 0; i < n; i++) {
        const struct article *a = t->set->articles[list[i].article];
        const struct block *b = article_block(a, list[i].at.start);
        int r = 0;

        if (b && (b->kind == BLOCK_BODY || b->kind == BLOCK_QUOTE))
            r += 2;
        if (b && b->lang == t->reader)
            r += 1;
        if (!in_a_quote(t, &list[i]))
            r += 4;
        if (r > rank) {
            rank = r;
            best = &list[i];
        }
    }
    return best ? shorten(t, tale_sentence(t, best->article, best->at.start))
                : "";
}

/* "Two more cuts this year": the year of the page itself, no event. */
static bool
this_year(const struct when *w)
{
    return w->unit == WHEN_YEAR && w->offset == 0 && !w->span && !w->edge &&
           !w->date.month && !w->date.day;
}

/*
 * Whether nothing is told of a day: all its mentions stand in bylines, or
 * say no more than "this year".
 */
static bool
tells_nothing(const struct tale *t, const struct mention *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct article *a = t->set->articles[list[i].article];
        const struct block *b = article_block(a, list[i].at.start);

        if (!(b && b->kind == BLOCK_BYLINE) &&
            !this_year(&a->dates[list[i].mark].when))
            return false;
    }
    return true;
}

static const char *
precision_of(const char *date)
{
    size_t n = strlen(date);

    return n >= 10 ? "day" : n >= 7 ? "month" : "year";
}

void
timeline_tell(struct tale *t)
{
    struct mention *list;
    size_t n = collect(t, &list), ndates = 0;
    struct samestory_date *dates = arena_new(t->mem, struct samestory_date, n);

    if (n)
        qsort(list, n, sizeof *list, by_date);
    for (size_t i = 0, k; i < n; i = k) {
        struct samestory_form *forms;

        for (k = i + 1; k < n && strcmp(list[k].date, list[i].date) == 0; k++)
            ;
        forms = arena_new(t->mem, struct samestory_form, k - i);
        for (size_t m = i; m < k; m++)
            forms[m - i] = tale_form(t, list[m].article, list[m].at);
        dates[ndates++] = (struct samestory_date){
            .date = arena_z(t->mem, str_of(list[i].date)),
            .precision = precision_of(list[i].date),
            .label = tells_nothing(t, list + i, k - i)
                         ? ""
                         : label_of(t, list + i, k - i),
            .mentions = forms,
            .nmentions = k - i};
    }
    t->out->timeline = dates;
    t->out->ntimeline = ndates;
}
