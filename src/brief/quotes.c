/*
 * quotes.c - what was said, each saying once with all its forms.
 *
 * Two quotes are one saying where the same bearer (or nobody in one of
 * them) speaks and the words agree: by shared words in one language, by
 * shared meanings (concepts, places, bodies, numbers) across languages. Two
 * quotes of one page in one language are two sayings, and so are those joined
 * to them.
 */
#include "brief/inside.h"

#include <stdlib.h>

#define MOST_QUOTES 600 /* of one story */
#define MOST_TERMS  64  /* of one quote */
/* corpus/dev, examples and pairs of our own in 20 languages, 2026-11 */
#define SAME_SAYING  0.34 /* share of the terms, within one speaker */
#define SAME_ONE     0.50 /* … where they share one term alone */
#define SAME_UNKNOWN 0.60 /* where one of them names nobody */

struct saying {
    uint32_t article, mark, bearer;
    uint32_t group;
    uint64_t terms[MOST_TERMS]; /* sorted */
    size_t n;
    uint8_t lang;
};

static int
by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* Whether what a word means can tell one saying from another. */
static bool
tells(const struct sense *m)
{
    switch (m->kind) {
    case SENSE_CONCEPT:
        return m->cls != CLASS_BOUND && m->cls != CLASS_TIME;
    case SENSE_PLACE:
    case SENSE_BODY:
    case SENSE_DEMONYM:
        return true;
    case SENSE_NUMBER:
        return m->id > 1;
    default:
        return false;
    }
}

static void
put(struct saying *s, uint64_t term)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->terms[i] == term)
            return;
    if (s->n < MOST_TERMS)
        s->terms[s->n++] = term;
}

/* Meanings and stems of the words of a quote. */
static void
take_terms(const struct article *a, const struct quote_mark *q,
           struct saying *s)
{
    const struct reading *r = &a->read;

    for (uint32_t i = q->word; i < q->word + q->nwords && i < r->w.nwords;
         i++) {
        bool meant = false, function = false;

        for (size_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
            const struct sense *m = &r->senses[k];

            function |= m->kind == SENSE_FUNCTION;
            if (!tells(m))
                continue;
            put(s, (uint64_t)(m->kind == SENSE_DEMONYM ? SENSE_PLACE : m->kind)
                           << 32 |
                       m->id);
            meant = true;
        }
        if (!meant && !function && r->w.words[i].kind != WORD_MARK)
            put(s, str_hash(r->w.words[i].stem) | 1ull << 63);
    }
    for (size_t i = 0; i < a->nquantities; i++)
        if (a->quantities[i].word >= q->word &&
            a->quantities[i].word < q->word + q->nwords &&
            a->quantities[i].min > 1 && a->quantities[i].min < 4e9)
            put(s,
                (uint64_t)SENSE_NUMBER << 32 | (uint32_t)a->quantities[i].min);
    if (s->n)
        qsort(s->terms, s->n, sizeof *s->terms, by_value);
}

/* The share of the lesser one's terms that both have; 0 where it is one. */
static double
shared(const struct saying *a, const struct saying *b, size_t *nboth)
{
    size_t i = 0, k = 0, both = 0, na = 0, nb = 0;

    /* across languages stems say nothing: meanings alone count */
    for (size_t x = 0; x < a->n; x++)
        na += a->lang == b->lang || !(a->terms[x] >> 63);
    for (size_t x = 0; x < b->n; x++)
        nb += a->lang == b->lang || !(b->terms[x] >> 63);
    while (i < a->n && k < b->n) {
        if (a->terms[i] == b->terms[k]) {
            both++;
            i++;
            k++;
        } else if (a->terms[i] < b->terms[k]) {
            i++;
        } else {
            k++;
        }
    }
    *nboth = both;
    return na && nb ? (double)both / (double)(na < nb ? na : nb) : 0;
}

/* Quotes of one page are two sayings, but in two languages. */
static bool
apart(const struct saying *a, const struct saying *b)
{
    return a->article == b->article && a->lang == b->lang;
}

static bool
same(const struct saying *a, const struct saying *b)
{
    size_t both;
    double share;

    if (apart(a, b))
        return false;
    share = shared(a, b, &both);
    if (a->bearer != NOBODY && b->bearer != NOBODY)
        return a->bearer == b->bearer && share >= SAME_SAYING &&
               (both > 1 || share >= SAME_ONE);
    return share >= SAME_UNKNOWN && a->n >= 4 && b->n >= 4;
}

/* Joins the groups of two sayings, where no page has two of them. */
static void
join(struct saying *list, size_t n, size_t a, size_t b)
{
    uint32_t from = list[b].group, to = list[a].group;

    if (from == to)
        return;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; list[i].group == from && k < n; k++)
            if (list[k].group == to && apart(&list[i], &list[k]))
                return;
    for (size_t i = 0; i < n; i++)
        if (list[i].group == from)
            list[i].group = to;
}

static void
join_all(struct saying *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            if (same(&list[k], &list[i]))
                join(list, n, k, i);
}

static const char *
speaker(const struct tale *t, const struct saying *group, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (group[i].bearer != NOBODY)
            return t->bearers[group[i].bearer].id;
    for (size_t i = 0; i < n; i++) {
        const struct article *a = t->set->articles[group[i].article];
        span words = a->quotes[group[i].mark].speaker_words;

        if (words.end > words.start)
            return arena_z(t->mem, article_words(a, words));
    }
    return NULL;
}

static int
by_group(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;

    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->mark > y->mark) - (x->mark < y->mark);
}

/* Sayings that more pages hold first, then in order of the pages. */
static int
by_forms(const void *a, const void *b)
{
    const struct samestory_quote *x = a, *y = b;

    if (x->nforms != y->nforms)
        return x->nforms > y->nforms ? -1 : 1;
    return (x->forms > y->forms) - (x->forms < y->forms);
}

void
quotes_tell(struct tale *t)
{
    struct saying *list = arena_new(t->mem, struct saying, MOST_QUOTES);
    struct samestory_form *forms;
    struct samestory_quote *out;
    size_t n = 0, nout = 0;

    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        for (uint32_t i = 0; i < a->nquotes && n < MOST_QUOTES; i++) {
            const struct quote_mark *q = &a->quotes[i];
            struct saying *s = &list[n];

            s->article = at;
            s->mark = i;
            s->lang = q->lang;
            s->bearer = q->speaker >= 0 ? t->bearer_of[at][q->speaker] : NOBODY;
            take_terms(a, q, s);
            s->group = (uint32_t)n;
            n++;
        }
    }
    join_all(list, n);
    if (n)
        qsort(list, n, sizeof *list, by_group);
    forms = arena_new(t->mem, struct samestory_form, n);
    out = arena_new(t->mem, struct samestory_quote, n);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && list[k].group == list[i].group; k++)
            forms[k] = tale_form(
                t, list[k].article,
                t->set->articles[list[k].article]->quotes[list[k].mark].at);
        out[nout++] = (struct samestory_quote){speaker(t, list + i, k - i),
                                               forms + i, k - i};
    }
    /* forms lie in one array: their addresses are their order */
    if (nout)
        qsort(out, nout, sizeof *out, by_forms);
    t->out->quotes = out;
    t->out->nquotes = nout;
}
