/* dump.c - a parcel as plain lines. */
#include "record/dump.h"

#include <math.h>

static const char *const stages[] = {"reads", "speaks", "says", "resembles",
                                     "about"};

enum stage
stage_of(str name)
{
    for (int i = 0; i < STAGE_COUNT; i++)
        if (str_is(name, stages[i]))
            return (enum stage)i;
    return STAGE_COUNT;
}

static void
line_of(struct buf *out, const char *kind, span at, str words)
{
    buf_printf(out, "%-9s @%u+%u\t\"%.*s\"", kind, at.start, at.end - at.start,
               STR_ARG(words));
}

static void
reads(const struct article *a, struct buf *out)
{
    buf_printf(out, "title     %.*s\n", STR_ARG(a->title));
    for (size_t i = 0; i < a->nbyline; i++)
        buf_printf(out, "byline    %.*s\n", STR_ARG(a->byline[i]));
    if (a->agency.n)
        buf_printf(out, "agency    %.*s\n", STR_ARG(a->agency));
    if (a->section.n)
        buf_printf(out, "section   %.*s\n", STR_ARG(a->section));
    buf_printf(out, "lang      %s\n", lang_code(a->lang));
    if (a->published.n)
        buf_printf(out, "published %.*s (%s)\n", STR_ARG(a->published),
                   published_from_name(a->published_from));
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        buf_printf(out, "%-9s %s%s %.*s\n", block_kind_name(b->kind),
                   lang_code(b->lang), b->kept ? "" : " -", STR_ARG(b->text));
    }
}

static void
sense_words(const struct lexicon *lx, const struct sense *s, struct buf *out)
{
    str text = {0};

    switch (s->kind) {
    case SENSE_CONCEPT:
        text = lexicon_key(lx, s->id);
        break;
    case SENSE_PLACE:
    case SENSE_DEMONYM:
        text = lexicon_place(lx, s->id).name;
        break;
    case SENSE_BODY:
        text = lexicon_body(lx, s->id);
        break;
    case SENSE_GIVEN:
        text = lexicon_given(lx, s->id);
        break;
    default:
        buf_printf(out, " %u:%u", s->kind, s->id);
        return;
    }
    buf_printf(out, " %u:%.*s", s->kind, STR_ARG(text));
}

static void
speaks(const struct lexicon *lx, const struct article *a, struct buf *out)
{
    for (size_t i = 0; i < a->read.w.nwords; i++) {
        const struct word *w = &a->read.w.words[i];

        buf_printf(out, "%u\t%s\t%.*s\t%.*s", w->sentence,
                   lang_code((enum lang)w->lang), STR_ARG(w->fold),
                   STR_ARG(w->stem));
        for (size_t k = a->read.sense_at[i]; k < a->read.sense_at[i + 1]; k++)
            sense_words(lx, &a->read.senses[k], out);
        buf_putc(out, '\n');
    }
}

static void
bound(double v, struct buf *out)
{
    if (isfinite(v))
        buf_printf(out, "%.10g", v);
    else
        buf_putc(out, '-');
}

static void
quantity(const struct lexicon *lx, const struct article *a,
         const struct quantity_mark *q, struct buf *out)
{
    line_of(out, "quantity", q->at, article_words(a, q->at));
    buf_putc(out, '\t');
    bound(q->min, out);
    if (q->max != q->min) {
        buf_putz(out, "..");
        bound(q->max, out);
    }
    if (q->approx)
        buf_putz(out, " approx");
    if (q->counted)
        buf_printf(out, " %.*s", STR_ARG(lexicon_key(lx, q->counted)));
    else if (q->noun.n)
        buf_printf(out, " ~%.*s", STR_ARG(q->noun));
    if (q->unit)
        buf_printf(out, " unit %.*s", STR_ARG(lexicon_key(lx, q->unit)));
    if (q->state)
        buf_printf(out, " state %.*s", STR_ARG(lexicon_key(lx, q->state)));
    for (size_t i = 0; i < q->nquals; i++)
        sense_words(lx, &q->quals[i], out);
    buf_printf(out, "%s%s%s\n", q->partitive ? " partitive" : "",
               q->elliptic ? " elliptic" : "", q->ordinal ? " ordinal" : "");
}

static void
says(const struct lexicon *lx, const struct article *a, struct buf *out)
{
    char day[16];

    for (size_t i = 0; i < a->ndates; i++) {
        const struct date_mark *d = &a->dates[i];

        line_of(out, "date", d->at, article_words(a, d->at));
        buf_printf(out, "\t%s\n",
                   day_edtf(when_resolve(&d->when, a->anchor, d->tense), day));
    }
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        line_of(out, "name", n->at, article_words(a, n->at));
        buf_printf(out, "\t%s %u e%u %.*s", name_kind_name(n->kind), n->sure,
                   n->entity, STR_ARG(n->label));
        if (n->role)
            buf_printf(out, " role %.*s", STR_ARG(lexicon_key(lx, n->role)));
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < a->nquantities; i++)
        quantity(lx, a, &a->quantities[i], out);
    for (size_t i = 0; i < a->nquotes; i++) {
        const struct quote_mark *q = &a->quotes[i];

        line_of(out, "quote", q->at, article_words(a, q->at));
        if (q->speaker >= 0)
            buf_printf(out, "\t%.*s\n", STR_ARG(a->names[q->speaker].label));
        else
            buf_printf(out, "\t%.*s\n",
                       STR_ARG(article_words(a, q->speaker_words)));
    }
}

void
dump(const struct lexicon *lx, const struct article *a, enum stage stage,
     struct buf *out)
{
    if (a->why_not) {
        buf_printf(out, "no article: %s\n", a->why_not);
        return;
    }
    switch (stage) {
    case STAGE_READS:
        reads(a, out);
        break;
    case STAGE_SPEAKS:
        speaks(lx, a, out);
        break;
    case STAGE_SAYS:
        says(lx, a, out);
        break;
    case STAGE_RESEMBLES:
        buf_printf(out, "runs      %u\n", a->sketch.nruns);
        for (int i = 0; i < SKETCH_SLOTS && a->sketch.nruns; i++)
            buf_printf(out, "%08x%c", a->sketch.slot[i],
                       i % 8 == 7 ? '\n' : ' ');
        break;
    case STAGE_ABOUT:
        for (size_t i = 0; i < a->nfeatures; i++)
            buf_printf(out, "%u:%u\t%.3f\n", a->features[i].id >> 28,
                       a->features[i].id & 0xFFFFFFF,
                       (double)a->features[i].weight);
        break;
    case STAGE_COUNT:
        break;
    }
}
