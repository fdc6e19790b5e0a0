/*
 * view_md.c - the brief as a report in Markdown (CommonMark, with the
 * tables that GitHub and pandoc know), to be sent on or edited.
 */
#include "app/view.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 90 /* characters of a page's words */

struct md {
    const struct view *view;
    const struct samestory_story *story;
    struct buf *out;
};

/* Words of others: nothing in them is markup. */
static void
text(struct md *m, const char *z)
{
    struct buf tame = {0};

    view_tame(&tame, str_of(z));
    for (size_t i = 0; i < tame.n; i++) {
        char c = tame.s[i];

        if (strchr("\\`*_{}[]<>#|~&!", c))
            buf_putc(m->out, '\\');
        buf_putc(m->out, c);
        /* "1." and "-" make lists at the start of a line alone, which our
         * words never stand at */
    }
    buf_free(&tame);
}

static void
words(struct md *m, const char *z)
{
    struct buf cut = {0};

    view_short(&cut, str_of(z), WORDS_MOST);
    buf_putz(m->out, "\xE2\x80\x9C");
    text(m, cut.s ? cut.s : "");
    buf_putz(m->out, "\xE2\x80\x9D");
    buf_free(&cut);
}

static void
source(struct md *m, const char *article)
{
    const struct samestory_article *a = view_article(m->view, article);
    struct buf name = {0};

    if (!a)
        return;
    view_source_in(&name, m->view, a);
    text(m, name.s);
    buf_printf(m->out, " (%s)", view_language(a->lang));
    buf_free(&name);
}

static void
heading(struct md *m, const char *z)
{
    buf_printf(m->out, "\n### %s\n\n", z);
}

/* ---- figures and claims ------------------------------------------------ */

/* A row for each side: who says it, and the words of one of them. */
static void
side(struct md *m, const struct samestory_quantity *q, size_t i)
{
    const struct samestory_reading *best = NULL;
    struct buf value = {0};
    size_t said = 0;

    buf_putz(m->out, "| ");
    text(m, i == 0 ? q->label : "");
    if (i == 0)
        view_range(&value, q);
    if (value.n) {
        buf_putz(m->out, " (");
        text(m, value.s);
        buf_putc(m->out, ')');
    }
    buf_clear(&value);
    buf_putz(m->out, " | ");
    text(m, i == 0 ? q->status : "");
    buf_putz(m->out, " | ");
    view_side_value(&value, q, &q->sides[i]);
    text(m, value.s);
    buf_putz(m->out, " | ");
    for (size_t k = 0; k < q->nreadings; k++) {
        const struct samestory_reading *r = &q->readings[k];
        bool seen = false;

        if (view_side_of(m->view, q, r) != i)
            continue;
        if (!best || (strcmp(best->form.lang, "en") != 0 &&
                      strcmp(r->form.lang, "en") == 0))
            best = r;
        for (size_t n = 0; n < k && !seen; n++)
            seen = strcmp(q->readings[n].form.article, r->form.article) == 0 &&
                   view_side_of(m->view, q, &q->readings[n]) == i;
        if (seen)
            continue;
        buf_putz(m->out, said++ ? ", " : "");
        source(m, r->form.article);
    }
    buf_putz(m->out, " | ");
    if (best)
        words(m, best->form.text);
    buf_putz(m->out, " |\n");
    buf_free(&value);
}

static void
figures(struct md *m)
{
    const struct samestory_quantity **facts = view_facts(m->story);

    if (m->story->nquantities) {
        heading(m, "Figures");
        buf_putz(m->out, "| Figure | Status | Value | Said by | Words |\n"
                         "| --- | --- | --- | --- | --- |\n");
    }
    for (size_t i = 0; i < m->story->nquantities; i++)
        for (size_t k = 0; k < facts[i]->nsides; k++)
            side(m, facts[i], k);
    free((void *)(uintptr_t)facts);
}

static void
claims(struct md *m)
{
    if (m->story->ndisputes)
        heading(m, "Claims in dispute");
    for (size_t i = 0; i < m->story->ndisputes; i++) {
        const struct samestory_dispute *d = &m->story->disputes[i];

        buf_putz(m->out, "- ");
        text(m, d->label);
        buf_putc(m->out, '\n');
        for (size_t k = 0; k < d->nsides; k++) {
            const struct samestory_side *s = &d->sides[k];
            struct buf value = {0};

            view_claim(&value, d, s);
            buf_putz(m->out, s->denial ? "  - denied: **" : "  - **");
            text(m, value.n ? value.s : "");
            buf_free(&value);
            buf_putz(m->out, "**");
            for (size_t n = 0; n < s->nforms; n++) {
                buf_putz(m->out, n ? "; " : ": ");
                source(m, s->forms[n].article);
                if (strcmp(s->forms[n].text, s->value) == 0)
                    continue; /* what it says is not said twice */
                buf_putc(m->out, ' ');
                words(m, s->forms[n].text);
            }
            buf_putc(m->out, '\n');
        }
    }
}

/* ---- the rest ---------------------------------------------------------- */

static void
timeline(struct md *m)
{
    bool some = false;

    for (size_t i = 0; i < m->story->ntimeline; i++) {
        const struct samestory_date *d = &m->story->timeline[i];

        if (!*d->label)
            continue;
        if (!some)
            heading(m, "Timeline");
        some = true;
        buf_putz(m->out, "- **");
        view_date(m->out, d->date);
        buf_putz(m->out, "** ");
        text(m, d->label);
        buf_putc(m->out, '\n');
    }
}

static void
names(struct md *m)
{
    if (m->story->nnames)
        heading(m, "Names");
    for (size_t i = 0; i < m->story->nnames; i++) {
        const struct samestory_name *n = &m->story->names[i];
        bool some = false;

        buf_putz(m->out, "- **");
        text(m, n->label);
        buf_putz(m->out, "**");
        if (*n->role) {
            buf_putz(m->out, ", ");
            text(m, n->role);
        }
        for (size_t k = 0; k < n->nforms; k++) {
            bool seen = strcmp(n->forms[k].text, n->label) == 0;

            for (size_t j = 0; j < k && !seen; j++)
                seen = strcmp(n->forms[j].text, n->forms[k].text) == 0;
            if (seen)
                continue;
            buf_putz(m->out, some ? ", " : ": ");
            some = true;
            text(m, n->forms[k].text);
        }
        buf_putc(m->out, '\n');
    }
}

static void
quotes(struct md *m)
{
    if (m->story->nquotes)
        heading(m, "Quotes");
    for (size_t i = 0; i < m->story->nquotes; i++) {
        const struct samestory_quote *q = &m->story->quotes[i];
        const char *speaker = view_speaker(m->story, q->speaker);
        const struct samestory_form *f;

        if (q->nforms == 0)
            continue;
        f = view_best_form(q->forms, q->nforms);
        buf_putz(m->out, "> ");
        text(m, f->text);
        buf_putz(m->out, "\n>\n> \xE2\x80\x94 ");
        text(m, speaker ? speaker : "speaker not named");
        buf_putz(m->out, ", ");
        source(m, f->article);
        buf_putz(m->out, "\n\n");
    }
}

static void
change(struct md *m, const struct samestory_change *c)
{
    const char *type = view_change_type(c);
    bool moved = strcmp(c->type, "moved") == 0;

    buf_printf(m->out, "  - %s%s%s", type, *type ? " " : "",
               *c->from ? "" : "added ");
    if (*c->from)
        words(m, c->from);
    buf_putz(m->out, !*c->to              ? " cut"
                     : *c->from && !moved ? " \xE2\x86\x92 "
                                          : "");
    if (*c->to && !moved)
        words(m, c->to);
    buf_putc(m->out, '\n');
}

static void
lineage(struct md *m)
{
    if (m->story->nlineage)
        heading(m, "Who copied whom");
    for (size_t i = 0; i < m->story->nlineage; i++) {
        const struct samestory_link *l = &m->story->lineage[i];

        buf_putz(m->out, "- ");
        source(m, l->to);
        if (strcmp(l->from, l->to) == 0) {
            buf_putz(m->out, " carries its own translation\n");
        } else {
            buf_printf(m->out,
                       strcmp(l->kind, "shared_source") == 0 ? " has a %s with "
                                                             : ": %s of ",
                       view_link_kind(l->kind));
            source(m, l->from);
            buf_printf(m->out, ", %.0f%% of the words\n", l->overlap * 100);
        }
        for (size_t k = 0; k < l->nchanges; k++)
            change(m, &l->changes[k]);
    }
}

static void
pages(struct md *m)
{
    heading(m, "Pages");
    for (size_t i = 0; i < m->story->narticles; i++) {
        const struct samestory_article *a =
            view_article(m->view, m->story->articles[i]);

        if (!a)
            continue;
        buf_putz(m->out, "- ");
        text(m, *a->title ? a->title : "(no title)");
        buf_putz(m->out, ", ");
        source(m, a->id);
        if (a->published) {
            buf_putz(m->out, ", ");
            view_date(m->out, a->published);
        }
        buf_putz(m->out, ", ");
        text(m, a->url ? a->url : a->path);
        buf_putc(m->out, '\n');
    }
}

static void
head(struct md *m)
{
    const struct samestory_story *s = m->story;

    buf_putz(m->out, "## ");
    text(m, *s->title ? s->title : "(no title)");
    buf_putz(m->out, "\n\n");
    view_count(m->out, s->narticles, "page");
    buf_putz(m->out, ", ");
    view_count(m->out, s->voices, "independent voice");
    buf_putz(m->out, "; ");
    for (size_t i = 0; i < s->nlangs; i++)
        buf_printf(m->out, "%s%s", i ? ", " : "", view_language(s->langs[i]));
    if (s->first || s->last) {
        buf_putz(m->out, "; ");
        view_days(m->out, s->first, s->last);
    }
    buf_putz(m->out, "\n");
}

void
view_md(const struct samestory_brief *b, struct buf *out)
{
    struct view *view = view_open(b);
    struct md m = {.view = view, .out = out};

    for (size_t i = 0; i < b->nstories; i++) {
        m.story = &b->stories[i];
        if (i)
            buf_putc(out, '\n');
        head(&m);
        figures(&m);
        claims(&m);
        timeline(&m);
        names(&m);
        quotes(&m);
        lineage(&m);
        pages(&m);
    }
    view_close(view);
}
