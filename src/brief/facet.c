/*
 * facet.c - what a figure is compared by: what it counts, of which time, and
 * what stands around it on its page.
 */
#include "brief/pair.h"

#include "brief/units.h"

#include <math.h>
#include <stdlib.h>

/* Figures in this first part of a page are what it is about. */
#define LEAD_SHARE 0.25

/* A figure dated this long before its page is of an earlier time; a page of
 * these days of a month may call the last month the present. */
#define EARLIER_DAYS   14
#define EARLY_IN_MONTH 7

#define WHOLE_BEFORE 5 /* sentences from a part back to its whole */

/* Ids of bearers in a context, beside the kinds of senses. */
#define BEARER_KIND 100

/* How far "next to the number" reaches, in words (Han: characters). */
#define CLOSE_WORDS(a, i) ((a)->read.w.words[i].script == SCRIPT_HAN ? 10u : 5u)

/* Words from a name to what it says. */
#define SAYS_REACH 2
/* The kind of a sum may stand so many times as far away. */
#define SUM_REACH 2

static int
by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static void
add_id(uint64_t *ids, size_t *n, uint64_t kind, uint64_t id)
{
    uint64_t value = kind << 32 | id;

    if (*n == PAIR_MOST_CONTEXT)
        return;
    for (size_t i = 0; i < *n; i++)
        if (ids[i] == value)
            return;
    ids[(*n)++] = value;
}

static bool
telling(const struct sense *s)
{
    switch (s->kind) {
    case SENSE_CONCEPT:
        /* how something is or goes says little of what is counted */
        return s->cls != CLASS_BOUND && s->cls != CLASS_TIME &&
               s->cls != CLASS_SAY && s->cls != CLASS_UNIT &&
               s->cls != CLASS_QUALITY;
    case SENSE_PLACE:
    case SENSE_DEMONYM:
    case SENSE_BODY:
        return true;
    default:
        return false;
    }
}

/* Values of the figures beside it in its sentence: a partition, a before
 * and after are told in the same order in every language. */
static void
find_nearby(const struct article *a, uint32_t mark, struct facet *f)
{
    const struct quantity_mark *q = &a->quantities[mark];

    f->nearby[0] = f->nearby[1] = NAN;
    if (mark > 0 && a->quantities[mark - 1].sentence == q->sentence)
        f->nearby[0] = a->quantities[mark - 1].min;
    if (mark + 1 < a->nquantities &&
        a->quantities[mark + 1].sentence == q->sentence)
        f->nearby[1] = a->quantities[mark + 1].min;
}

/* Whether two amounts are of two kinds by what is said of them: a bail and a
 * fine or what bears no name, those for and those against. */
static bool
two_kinds(const struct lexicon *lx, const struct quantity_mark *a,
          const struct quantity_mark *b)
{
    if (!b->counted && lexicon_class(lx, a->counted) == CLASS_SUM)
        return true;
    return (a->counted && b->counted && a->counted != b->counted &&
            lexicon_near(lx, a->counted, b->counted) < 2) ||
           (a->state && b->state && a->state != b->state);
}

bool
facet_same_kind(const struct lexicon *lx, const struct quantity_mark *q,
                const struct quantity_mark *o)
{
    if (o->lang != q->lang || fmax(o->min, q->min) <= fmin(o->max, q->max))
        return false; /* "more than 100", then 110 */
    return q->unit
               ? units_alike(lx, q->unit, o->unit) && !two_kinds(lx, q, o)
               : !o->unit && o->counted == q->counted && o->state == q->state;
}

/* Whether no other figure of the page part counts the same otherwise. */
static bool
is_alone(const struct lexicon *lx, const struct article *a, uint32_t mark)
{
    const struct quantity_mark *q = &a->quantities[mark];

    if (!q->unit && !q->counted)
        return false;
    for (uint32_t i = 0; i < a->nquantities; i++)
        if (i != mark && facet_same_kind(lx, q, &a->quantities[i]))
            return false;
    return true;
}

/*
 * Whether the figure is of an earlier time than what its page tells: "In
 * April 31 were killed in a raid".
 */
static bool
is_earlier(const struct tale *t, uint32_t article,
           const struct quantity_mark *q)
{
    const struct article *a = t->set->articles[article];
    struct day page = t->day[article], said;
    int months;

    if (q->as_of < 0 || (size_t)q->as_of >= a->ndates || !page.year ||
        !page.day)
        return false;
    said = when_resolve(&a->dates[q->as_of].when, t->anchor[article],
                        a->dates[q->as_of].tense);
    /* a year alone is mostly that of something else: "built in 1974" */
    if (!said.year || !said.month)
        return false;
    months = (page.year - said.year) * 12 + page.month - said.month;
    if (!said.day)
        return months > (page.day > EARLY_IN_MONTH ? 0 : 1);
    return day_number(page) - day_number(said) > EARLIER_DAYS;
}

/* Degrees of an earthquake are its magnitude. */
static bool
is_quake(const struct lexicon *lx, const struct quantity_mark *q)
{
    if (!str_is(lexicon_key(lx, q->unit), "degree"))
        return false;
    for (uint32_t i = 0; i < q->nquals; i++)
        if (q->quals[i].kind == SENSE_CONCEPT &&
            str_is(lexicon_key(lx, q->quals[i].id), "earthquake"))
            return true;
    return false;
}

/* Whether a count that is told as a part ("of them two soldiers") has a
 * whole before it; "45 of the businessmen" may be all there are. */
bool
facet_is_part(const struct article *a, uint32_t mark)
{
    const struct quantity_mark *q = &a->quantities[mark];

    for (uint32_t i = mark; q->partitive && i-- > 0;) {
        const struct quantity_mark *o = &a->quantities[i];

        if (q->sentence - o->sentence > WHOLE_BEFORE)
            return false;
        if (!o->unit && o->min >= q->min)
            return true;
    }
    return false;
}

/* The count with a state that a part told by its bare number is part of:
 * "19 killed, among them 12 in one village"; NULL where there is none. */
static const struct quantity_mark *
whole_before(const struct article *a, uint32_t mark)
{
    const struct quantity_mark *q = &a->quantities[mark];

    if (!q->partitive || q->state || q->unit ||
        q->at.end - q->at.start != q->number.end - q->number.start)
        return NULL;
    for (uint32_t i = mark; i-- > 0;) {
        const struct quantity_mark *o = &a->quantities[i];

        if (o->sentence != q->sentence)
            return NULL;
        if (o->state && !o->partitive && o->min >= q->min)
            return o;
    }
    return NULL;
}

/* People of a toll: "the death toll rose to 19". */
static bool
is_toll(const struct lexicon *lx, const struct quantity_mark *q)
{
    str counted = lexicon_key(lx, q->counted);

    if (q->state || q->unit || q->partitive ||
        !(str_is(counted, "people") || str_is(counted, "victim") ||
          str_is(counted, "death-toll")))
        return false;
    for (uint32_t i = 0; i < q->nquals; i++)
        if (q->quals[i].kind == SENSE_CONCEPT &&
            str_is(lexicon_key(lx, q->quals[i].id), "death-toll"))
            return true;
    return str_is(counted, "death-toll");
}

/* A mark as it is compared: what its page says of it elsewhere filled in. */
static const struct quantity_mark *
settled(const struct tale *t, const struct article *a, uint32_t mark)
{
    const struct quantity_mark *q = &a->quantities[mark];
    const struct quantity_mark *whole = whole_before(a, mark);
    struct quantity_mark *own;

    if (!whole && !is_quake(t->lx, q) && !is_toll(t->lx, q))
        return q;
    own = arena_new(t->mem, struct quantity_mark, 1);
    *own = *q;
    if (whole) {
        own->counted = whole->counted;
        own->state = whole->state;
    } else if (is_toll(t->lx, q)) {
        own->counted = lexicon_concept(t->lx, "people");
        own->state = lexicon_concept(t->lx, "killed");
    } else {
        own->unit = lexicon_concept(t->lx, "earthquake-magnitude");
    }
    return own;
}

/* Whether a word of saying stands beside a name, before or behind it. */
static bool
is_sayer(const struct article *a, const struct name_mark *n)
{
    uint32_t from = n->word > SAYS_REACH ? n->word - SAYS_REACH : 0;
    uint32_t to = n->word + n->nwords + SAYS_REACH;

    for (uint32_t i = from; i < to && i < a->read.w.nwords; i++)
        if ((i < n->word || i >= n->word + n->nwords) &&
            reading_concept(&a->read, i, CLASS_SAY))
            return true;
    return false;
}

/*
 * Whose a count of things is: the only person of its sentence ("Anna Karsen
 * scored 31 points"); NOBODY where there are more, or it is who says so.
 */
static uint32_t
owner_of(const struct tale *t, uint32_t article, const struct quantity_mark *q,
         enum concept_class cls)
{
    const struct article *a = t->set->articles[article];
    uint32_t owner = NOBODY;

    if (q->sentence >= a->read.w.nsentences || q->unit || q->state ||
        !q->counted || cls == CLASS_PERSON || cls == CLASS_ROLE)
        return NOBODY;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t b = t->bearer_of[article][i];

        if (b == NOBODY || t->bearers[b].kind != NAME_PERSON || b == owner ||
            a->read.w.words[n->word].sentence != q->sentence)
            continue;
        if (owner != NOBODY || is_sayer(a, n))
            return NOBODY;
        owner = b;
    }
    return owner;
}

/* The kind of sum that stands nearest to a figure in its sentence. */
static uint32_t
sum_beside(const struct article *a, const struct quantity_mark *q)
{
    const struct sentence *s = &a->read.w.sentences[q->sentence];
    uint32_t end = q->word + q->nwords, found = 0;
    uint32_t best = SUM_REACH * CLOSE_WORDS(a, q->word) + 1;

    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords]; i++) {
        const struct sense *m = &a->read.senses[i];
        uint32_t gap = m->word < q->word ? q->word - m->word
                       : m->word >= end  ? m->word - end + 1
                                         : 0;

        if (m->kind != SENSE_CONCEPT || m->cls != CLASS_SUM || gap >= best)
            continue;
        best = gap;
        found = m->id;
    }
    return found;
}

/* What is said on its page of amounts like one that bears no name. */
static void
find_sums(const struct lexicon *lx, const struct article *a, uint32_t mark,
          struct facet *f)
{
    const struct quantity_mark *q = &a->quantities[mark];
    size_t n = 0;

    if (q->counted || lexicon_class(lx, q->unit) != CLASS_MONEY ||
        q->sentence >= a->read.w.nsentences)
        return;
    for (uint32_t i = 0; i < a->nquantities && n < PAIR_MOST_TOLD; i++)
        if (a->quantities[i].unit == q->unit &&
            lexicon_class(lx, a->quantities[i].counted) == CLASS_SUM)
            f->told[n++] = a->quantities[i].counted;
    f->beside = sum_beside(a, q);
}

static void
make_facet(const struct tale *t, const struct reading_of *r, struct facet *f)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = &a->quantities[r->mark];
    const struct block *block;
    const struct sentence *s, *first;
    str key;

    *f = (struct facet){.q = q, .cls = lexicon_class(t->lx, q->counted)};
    f->q = q = settled(t, a, r->mark);
    key = lexicon_key(t->lx, q->counted);
    f->generic = str_is(key, "people") || str_is(key, "person") ||
                 str_is(key, "victim") || str_is(key, "casualty");
    find_nearby(a, r->mark, f);
    find_sums(t->lx, a, r->mark, f);
    f->alone = is_alone(t->lx, a, r->mark);
    f->whose = q->whose >= 0 ? t->bearer_of[r->article][q->whose] : NOBODY;
    f->owner = owner_of(t, r->article, q, f->cls);
    f->part = facet_is_part(a, r->mark);
    f->earlier = is_earlier(t, r->article, q);
    block = article_block(a, q->at.start);
    f->title =
        block && (block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE ||
                  block->kind == BLOCK_HEADING);
    f->position = a->text.n ? (double)q->at.start / (double)a->text.n : 0;
    f->lead = f->title || f->position < LEAD_SHARE;
    if (q->sentence >= a->read.w.nsentences)
        return;
    s = &a->read.w.sentences[q->sentence];
    first = s;
    /* what the sentence before spoke of goes on, within a paragraph */
    if (q->sentence > 0 && !(a->read.w.words[s->word].shape & SHAPE_LINE))
        first = s - 1;
    for (uint32_t i = a->read.sense_at[first->word];
         i < a->read.sense_at[s->word + s->nwords]; i++) {
        const struct sense *m = &a->read.senses[i];

        uint64_t kind = m->kind == SENSE_DEMONYM ? SENSE_PLACE : m->kind;

        if (!telling(m))
            continue;
        add_id(f->context, &f->ncontext, kind, m->id);
        if (m->word + CLOSE_WORDS(a, m->word) >= q->word &&
            m->word < q->word + q->nwords + CLOSE_WORDS(a, m->word))
            add_id(f->close, &f->nclose, kind, m->id);
    }
    for (uint32_t i = 0; i < a->nnames; i++)
        if (a->names[i].at.start >= first->at.start &&
            a->names[i].at.start < s->at.end &&
            t->bearer_of[r->article][i] != NOBODY && !a->names[i].known)
            add_id(f->context, &f->ncontext, BEARER_KIND,
                   t->bearer_of[r->article][i]);
    if (f->ncontext)
        qsort(f->context, f->ncontext, sizeof *f->context, by_value);
    if (f->nclose)
        qsort(f->close, f->nclose, sizeof *f->close, by_value);
}

/* How rare each meaning is among the figures of the story. */
static void
count_ids(struct facets *r, struct arena *mem)
{
    size_t total = 0, n = 0;
    uint64_t *all;

    for (size_t i = 0; i < r->n; i++)
        total += r->list[i].ncontext;
    all = arena_new(mem, uint64_t, total);
    for (size_t i = 0; i < r->n; i++)
        for (size_t k = 0; k < r->list[i].ncontext; k++)
            all[n++] = r->list[i].context[k];
    if (n)
        qsort(all, n, sizeof *all, by_value);
    r->ids = arena_new(mem, uint64_t, n);
    r->weight = arena_new(mem, double, n);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && all[k] == all[i]; k++)
            ;
        r->ids[r->nids] = all[i];
        r->weight[r->nids++] =
            log(1 + (double)r->n / (double)(k - i)) / log(1 + (double)r->n);
    }
}

void
facet_all(const struct tale *t, const struct reading_of *list, size_t n,
          struct facets *r, struct arena *mem)
{
    *r = (struct facets){.list = arena_new(mem, struct facet, n), .n = n};
    for (size_t i = 0; i < n; i++)
        make_facet(t, &list[i], &r->list[i]);
    count_ids(r, mem);
}
