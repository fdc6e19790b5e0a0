/* figures.c - the quantities of a story, each with all its readings. */
#include "brief/inside.h"

#include <stdlib.h>
#include <string.h>

/* Readings of one story that are compared; pairs grow with the square. */
#define MOST_READINGS 1500
/* A date this near to the page's day may be that of the count. */
#define AS_OF_DAYS 14
/* Words before a date that tell what it is: "since". */
#define DATE_NEAR 2
/* Words of a Chinese clause that describes what stands behind it. */
#define CLAUSE_MOST 8

const struct quantity_mark *
reading_mark(const struct tale *t, const struct reading_of *r)
{
    return &t->set->articles[r->article]->quantities[r->mark];
}

void
reading_senses(const struct tale *t, const struct reading_of *r, size_t *from,
               size_t *to)
{
    const struct article *a = t->set->articles[r->article];
    uint32_t at = reading_mark(t, r)->sentence;

    *from = *to = 0;
    if (at < a->read.w.nsentences) {
        const struct sentence *s = &a->read.w.sentences[at];

        *from = a->read.sense_at[s->word];
        *to = a->read.sense_at[s->word + s->nwords];
    }
}

/* Pages take turns, so that a long one does not push the others out. */
static size_t
collect(const struct tale *t, struct reading_of *list)
{
    size_t n = 0;
    bool more = true;

    for (uint32_t k = 0; more && n < MOST_READINGS; k++) {
        more = false;
        for (size_t m = 0; m < t->nmembers && n < MOST_READINGS; m++) {
            const struct article *a = t->set->articles[t->members[m]];

            if (k >= a->nquantities)
                continue;
            more = true;
            list[n++] =
                (struct reading_of){t->members[m], k, a->quantities[k].lang, 0};
        }
    }
    return n;
}

static int
by_place(const void *a, const void *b)
{
    const struct reading_of *x = a, *y = b;

    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->mark > y->mark) - (x->mark < y->mark);
}

static const char *
unit_of(const struct tale *t, const struct quantity_mark *q)
{
    if (q->unit)
        return arena_z(t->mem, lexicon_key(t->lx, q->unit));
    if (q->counted)
        return arena_z(t->mem, lexicon_key(t->lx, q->counted));
    return "";
}

/* Whether words tell who said it: an office or a body, not "people". */
static bool
is_sayer(const struct article *a, span words)
{
    const struct reading *r = &a->read;

    for (size_t i = 0; i < r->nsenses; i++) {
        const struct sense *s = &r->senses[i];

        if (r->w.words[s->word].start >= words.end)
            return false;
        if (r->w.words[s->word].start >= words.start &&
            s->kind == SENSE_CONCEPT &&
            (s->cls == CLASS_ROLE || s->cls == CLASS_BODY))
            return true;
    }
    return false;
}

/* Lands and their capitals speak; other places are where it was said. */
static bool
can_speak(const struct tale *t, const struct bearer *b)
{
    return b->kind != NAME_PLACE ||
           (b->known && b->known_kind == SENSE_PLACE &&
            lexicon_place(t->lx, b->known).kind == PLACE_COUNTRY);
}

static const char *
said_by(const struct tale *t, const struct reading_of *r,
        const struct quantity_mark *q)
{
    const struct article *a = t->set->articles[r->article];

    if (q->said_by >= 0 && t->bearer_of[r->article][q->said_by] != NOBODY &&
        can_speak(t, &t->bearers[t->bearer_of[r->article][q->said_by]]))
        return t->bearers[t->bearer_of[r->article][q->said_by]].id;
    if (q->said_words.end > q->said_words.start && is_sayer(a, q->said_words))
        return arena_z(t->mem, article_words(a, q->said_words));
    return NULL;
}

/* Whether a sense of this key lies at words from `from` on, before `to`. */
static bool
told_by_key(const struct tale *t, const struct article *a, size_t from,
            size_t to, const char *key)
{
    uint32_t id = lexicon_concept(t->lx, key);

    for (size_t i = from; i < to && i < a->read.w.nwords; i++)
        for (size_t k = a->read.sense_at[i]; k < a->read.sense_at[i + 1]; k++)
            if (a->read.senses[k].kind == SENSE_CONCEPT &&
                a->read.senses[k].id == id)
                return true;
    return false;
}

/* Languages that say "since" and "until" behind the day. */
static bool
led_behind(enum lang lang)
{
    return lang == LANG_HI || lang == LANG_TR || lang == LANG_JA ||
           lang == LANG_KO;
}

/*
 * Whether the date tells when something else came about: 17日发生的冲突 has a
 * clause of its own before what it describes, 17日に起きた its verb.
 */
static bool
of_event(const struct tale *t, const struct article *a,
         const struct date_mark *d, const struct quantity_mark *q)
{
    size_t end = (size_t)d->word + d->nwords;

    if (d->lang == LANG_JA)
        return told_by_key(t, a, end, end + DATE_NEAR, "occur-happen");
    for (size_t i = end;
         d->lang == LANG_ZH && i < q->word && i < end + CLAUSE_MOST &&
         a->read.w.words[i].kind != WORD_MARK;
         i++)
        if (str_is(a->read.w.words[i].fold, "的"))
            return true;
    return false;
}

/*
 * Whether a date that stands by a count may be when it was counted: neither
 * where counting began ("since Sunday", "from Monday to Wednesday"), nor a
 * term ahead ("by 21 October"), nor when what it counts came about.
 */
static bool
tells_when_counted(const struct tale *t, const struct article *a,
                   const struct date_mark *d, const struct quantity_mark *q,
                   bool ahead)
{
    bool behind = led_behind((enum lang)d->lang);
    size_t end = (size_t)d->word + d->nwords;
    size_t from = behind                ? end - 1
                  : d->word > DATE_NEAR ? d->word - DATE_NEAR
                                        : 0;
    size_t to = behind ? end + 1 : (size_t)d->word + 1;

    if (d->is_range || told_by_key(t, a, from, to, "when-since") ||
        (ahead && told_by_key(t, a, from, to, "when-until")))
        return false;
    return !of_event(t, a, d, q);
}

struct day
figures_day(const struct tale *t, const struct reading_of *r)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = reading_mark(t, r);
    struct day day = t->day[r->article];

    if (q->as_of >= 0 && (size_t)q->as_of < a->ndates) {
        const struct date_mark *d = &a->dates[q->as_of];
        struct day said =
            when_resolve(&d->when, t->anchor[r->article], d->tense);

        /* "built in 1974" is no day on which somebody counted */
        if (said.year && said.month && said.day && day.day &&
            abs(day_number(said) - day_number(day)) <= AS_OF_DAYS &&
            tells_when_counted(t, a, d, q, day_number(said) > day_number(day)))
            day = said;
    }
    return day;
}

static const char *
as_of(const struct tale *t, const struct reading_of *r)
{
    struct day day = figures_day(t, r);
    char edtf[16];

    return day.year ? arena_z(t->mem, str_of(day_edtf(day, edtf))) : NULL;
}

static struct samestory_reading
reading_tell(const struct tale *t, const struct reading_of *r)
{
    const struct quantity_mark *q = reading_mark(t, r);

    return (struct samestory_reading){
        .form = tale_form(t, r->article, q->at),
        .min = q->min,
        .max = q->max,
        .approx = q->approx,
        .denial = denial_of(t, r),
        .unit = unit_of(t, q),
        .as_of = as_of(t, r),
        .said_by = said_by(t, r, q),
        .sentence = tale_sentence(t, r->article, q->at.start)};
}

/* A page that tells the same figure as it stands does not deny it. */
static void
settle_denials(struct samestory_reading *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n && list[i].denial; k++)
            if (!list[k].denial && list[k].min == list[i].min &&
                list[k].max == list[i].max &&
                strcmp(list[k].form.article, list[i].form.article) == 0)
                list[i].denial = false;
}

static int
by_weight(const void *a, const void *b)
{
    const struct samestory_quantity *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    /* ids were given in order of the pages: "q2" before "q10" */
    if (strlen(x->id) != strlen(y->id))
        return strlen(x->id) < strlen(y->id) ? -1 : 1;
    return strcmp(x->id, y->id);
}

void
figures_tell(struct tale *t)
{
    struct reading_of *list =
        arena_new(t->mem, struct reading_of, MOST_READINGS);
    const struct reading_of **refs;
    struct samestory_quantity *out;
    size_t n = collect(t, list), ngroups, nout = 0;

    ngroups = align_readings(t, list, n);
    if (n)
        qsort(list, n, sizeof *list, by_place);
    refs = arena_new(t->mem, const struct reading_of *, n);
    for (size_t i = 0; i < n; i++)
        refs[i] = &list[i];
    series_order(t, list, n);
    out = arena_new(t->mem, struct samestory_quantity, ngroups);
    for (size_t i = 0, k; i < n; i = k) {
        struct samestory_quantity *q = &out[nout++];
        struct samestory_reading *readings;

        for (k = i; k < n && list[k].group == list[i].group; k++)
            ;
        readings = arena_new(t->mem, struct samestory_reading, k - i);
        for (size_t m = i; m < k; m++)
            readings[m - i] = reading_tell(t, &list[m]);
        settle_denials(readings, k - i);
        q->id = arena_printf(t->mem, "q%zu", nout).s;
        q->label = label_group(t, refs + i, k - i);
        q->readings = readings;
        q->nreadings = k - i;
        weigh_group(t, refs + i, k - i, q);
    }
    if (nout)
        qsort(out, nout, sizeof *out, by_weight);
    for (size_t i = 0; i < nout; i++)
        out[i].id = arena_printf(t->mem, "q%zu", i + 1).s;
    t->out->quantities = out;
    t->out->nquantities = nout;
}
