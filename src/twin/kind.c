/* kind.c - a figure, a day, a name, who says so, or only words. */
#include "twin/kind.h"

#include "lexicon/likeness.h"
#include "lexicon/numbers.h"
#include "twin/origin.h"

#include <stdlib.h>
#include <string.h>

#define MOST 32 /* things told in one side of a change */

/* What the words of one side hold, as numbers. */
struct held {
    uint64_t id[MOST];
    size_t n;
};

static void
hold(struct held *h, uint64_t id)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->id[i] == id)
            return;
    if (h->n < MOST)
        h->id[h->n++] = id;
}

static bool
holds(const struct held *h, uint64_t id)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->id[i] == id)
            return true;
    return false;
}

static bool
same(const struct held *a, const struct held *b)
{
    for (size_t i = 0; i < a->n; i++)
        if (!holds(b, a->id[i]))
            return false;
    return a->n == b->n;
}

size_t
kind_word_at(const struct article *a, uint32_t byte)
{
    size_t low = 0, high = a->read.w.nwords;

    while (low < high) {
        size_t mid = (low + high) / 2;

        if (a->read.w.words[mid].end <= byte)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static bool
overlap(span a, span b)
{
    return a.start < b.end && b.start < a.end;
}

static void
dates_of(const struct article *a, span at, struct held *h)
{
    for (size_t i = 0; i < a->ndates; i++) {
        const struct when *w = &a->dates[i].when;

        if (overlap(a->dates[i].at, at))
            hold(h, (uint64_t)(uint16_t)w->date.year << 48 |
                        (uint64_t)w->date.month << 40 |
                        (uint64_t)w->date.day << 32 |
                        (uint64_t)w->weekday << 24 | (uint64_t)w->unit << 16 |
                        (uint16_t)w->offset);
    }
}

bool
kind_in_date(const struct article *a, span word)
{
    for (size_t i = 0; i < a->ndates; i++)
        if (overlap(a->dates[i].at, word) &&
            (a->dates[i].when.date.year || a->dates[i].when.date.month ||
             a->dates[i].when.date.day))
            return true;
    return false;
}

/* The number that begins at the word, or none; *next: behind it. */
static void
hold_number(const struct lexicon *lx, const struct reading *r, size_t i,
            struct held *h, size_t *next)
{
    struct number n;

    *next = i + 1;
    if (number_at(lx, r, i, &n) && n.nwords > 0 && (n.digits || n.value > 1)) {
        uint64_t id;

        memcpy(&id, &n.value, sizeof id);
        hold(h, id);
        *next = i + n.nwords;
    }
}

/* Numbers that begin in the words; those of days said outright are no
 * figures. Of a title that the text does not hold, all. */
static void
numbers_of(const struct lexicon *lx, const struct article *a, str words,
           span at, struct held *h)
{
    const struct words *w = &a->read.w;

    if (at.end == 0 && words.n > 0)
        for (size_t i = 0; i < a->headline.w.nwords;)
            hold_number(lx, &a->headline, i, h, &i);
    for (size_t i = kind_word_at(a, at.start);
         i < w->nwords && w->words[i].start < at.end;) {
        if (kind_in_date(a, (span){w->words[i].start, w->words[i].end}))
            i++;
        else
            hold_number(lx, &a->read, i, h, &i);
    }
}

/* 640 million and 640m, whose multiplier was not read: so many thousands,
 * millions, billions of the other, number by number? */
static bool
scaled(const struct held *a, const struct held *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++) {
        double x, y;

        memcpy(&x, &a->id[i], sizeof x);
        memcpy(&y, &b->id[i], sizeof y);
        if (x != y && x != y * 1e3 && x != y * 1e6 && x != y * 1e9 &&
            y != x * 1e3 && y != x * 1e6 && y != x * 1e9)
            return false;
    }
    return true;
}

/* Places and those that come from there. */
static void
places_of(const struct article *a, span at, struct held *h)
{
    const struct reading *r = &a->read;

    for (size_t i = kind_word_at(a, at.start);
         i < r->w.nwords && r->w.words[i].start < at.end; i++)
        for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
            if (r->senses[k].kind == SENSE_PLACE ||
                r->senses[k].kind == SENSE_DEMONYM) {
                hold(h, r->senses[k].id);
                break;
            }
}

/* Is each name in the words of a, places aside, told in those of b, however
 * it is spelled? *any: there is one. */
static bool
names_told(const struct lexicon *lx, const struct article *a, span at,
           const struct article *b, span there, bool *any)
{
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *m = &a->names[i];
        bool found = false;

        if (m->sure < NAME_SURE || m->known_kind == SENSE_PLACE ||
            !overlap(m->at, at))
            continue;
        *any = true;
        for (size_t k = 0; k < b->nnames && !found; k++)
            found = overlap(b->names[k].at, there) &&
                    likeness(lx, m->label, b->names[k].label) >= LIKENESS_SAME;
        if (!found)
            return false;
    }
    return true;
}

/* May the word as well be none of saying: posts, state? */
static bool
ambiguous(const struct reading *r, size_t i, const struct sense *say)
{
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT &&
            r->senses[k].cls != CLASS_SAY && r->senses[k].exact >= say->exact)
            return true;
    return false;
}

/* Verbs of saying and what stands for them; *sure: one is nothing else. */
static void
sayings_of(const struct article *a, span at, struct held *h, bool *sure)
{
    const struct words *w = &a->read.w;

    *sure = false;
    for (size_t i = kind_word_at(a, at.start);
         i < w->nwords && w->words[i].start < at.end; i++) {
        const struct sense *s = reading_concept(&a->read, i, CLASS_SAY);

        if (!s)
            continue;
        hold(h, s->id);
        *sure = *sure || !ambiguous(&a->read, i, s);
    }
}

bool
kind_drops_tag(const struct article *a, str words, str other)
{
    str tag = origin_tag(a);

    return tag.n > 1 && str_find(words, tag) != SIZE_MAX &&
           str_find(other, tag) == SIZE_MAX;
}

static enum change_kind
kind_of(const struct lexicon *lx, const struct article *from,
        const struct article *to, const struct change *c)
{
    struct held a = {0}, b = {0};
    bool any = false, sure_a, sure_b;
    size_t told;

    if (kind_drops_tag(from, c->from, c->to) ||
        kind_drops_tag(to, c->to, c->from))
        return CHANGE_ATTRIBUTION;
    dates_of(from, c->from_at, &a);
    dates_of(to, c->to_at, &b);
    if (!same(&a, &b))
        return CHANGE_DATE;
    told = a.n;
    a.n = b.n = 0;
    numbers_of(lx, from, c->from, c->from_at, &a);
    numbers_of(lx, to, c->to, c->to_at, &b);
    if (!same(&a, &b) && !scaled(&a, &b))
        return CHANGE_NUMBER;
    told += a.n;
    a.n = b.n = 0;
    sayings_of(from, c->from_at, &a, &sure_a);
    sayings_of(to, c->to_at, &b, &sure_b);
    if ((a.n == 0 && sure_b) || (b.n == 0 && sure_a))
        return CHANGE_ATTRIBUTION;
    if (a.n > 0 && b.n > 0 && !same(&a, &b))
        return CHANGE_MODALITY;
    a.n = b.n = 0;
    places_of(from, c->from_at, &a);
    places_of(to, c->to_at, &b);
    if (!same(&a, &b) ||
        !names_told(lx, from, c->from_at, to, c->to_at, &any) ||
        !names_told(lx, to, c->to_at, from, c->from_at, &any))
        return CHANGE_NAME;
    /* "30 million euros" and "€30m", Yerlan and Erlan: the same in other
     * signs */
    return (told + a.n > 0 || any) && !kind_means_other(lx, from, to, c)
               ? CHANGE_STYLE
               : CHANGE_WORDING;
}

/* 1: the saying stands in the child alone, -1: in the parent alone. */
static int
gains_saying(const struct article *from, const struct article *to,
             const struct change *c)
{
    struct held a = {0}, b = {0};
    bool sure;

    sayings_of(from, c->from_at, &a, &sure);
    sayings_of(to, c->to_at, &b, &sure);
    return (b.n > 0) - (a.n > 0);
}

static uint32_t
sentence_at(const struct article *a, uint32_t byte)
{
    size_t i = kind_word_at(a, byte);

    return i < a->read.w.nwords ? a->read.w.words[i].sentence : UINT32_MAX;
}

/* "said Mayor X" and "Mayor X said": what one joint loses another of the same
 * sentence gains. */
static void
moved_sayings(const struct article *from, const struct article *to,
              struct change *c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n && c[i].kind == CHANGE_ATTRIBUTION; k++)
            if (c[k].kind == CHANGE_ATTRIBUTION &&
                gains_saying(from, to, &c[i]) * gains_saying(from, to, &c[k]) <
                    0 &&
                sentence_at(from, c[i].from_at.start) ==
                    sentence_at(from, c[k].from_at.start))
                c[i].kind = c[k].kind = CHANGE_STYLE;
}

void
kind_find(const struct lexicon *lx, const struct article *from,
          const struct article *to, struct change *c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c[i].kind == CHANGE_WORDING)
            c[i].kind = kind_of(lx, from, to, &c[i]);
    moved_sayings(from, to, c, n);
}
