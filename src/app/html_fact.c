/*
 * html_fact.c - figures as a table, facts down and sources across, so that
 * a row shows at once who says what; claims that sides do not share; and
 * what one voice alone tells.
 *
 * Sources of one origin stand together under one heading: they count once.
 */
#include "app/html.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 44 /* characters of a page's words in a cell */
#define TINTS      4  /* colours that tell the sides of a row apart */

/* The articles of the story, those of one voice side by side. */
struct columns {
    const struct samestory_article **list;
    size_t n;
    bool shared; /* some voice has two or more */
};

static struct columns
columns_of(const struct html *h)
{
    const struct samestory_story *s = h->story;
    struct columns c = {oom_malloc((s->narticles + 1) * sizeof(*c.list)), 0,
                        false};

    for (size_t i = 0; i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, s->articles[i]);
        bool seen = false;

        for (size_t k = 0; a && k < c.n; k++)
            seen |= c.list[k] == a;
        if (!a || seen)
            continue;
        c.list[c.n++] = a;
        for (size_t k = i + 1; k < s->narticles; k++) {
            const struct samestory_article *b =
                view_article(h->view, s->articles[k]);

            if (!b || !*a->voice || strcmp(a->voice, b->voice) != 0)
                continue;
            c.list[c.n++] = b;
            c.shared = true;
        }
    }
    return c;
}

static size_t
same_voice(const struct columns *c, size_t i)
{
    size_t n = 1;

    while (i + n < c->n && *c->list[i]->voice &&
           strcmp(c->list[i]->voice, c->list[i + n]->voice) == 0)
        n++;
    return n;
}

static void
column_head(struct html *h, const struct samestory_article *a, bool tall)
{
    buf_printf(h->out, "<th role=\"columnheader\" scope=\"col\"%s>",
               tall ? " rowspan=\"2\"" : "");
    html_source(h, a);
    buf_printf(h->out, "<span class=\"lang\">%s</span></th>",
               view_language(a->lang));
}

static void
table_head(struct html *h, const struct columns *c)
{
    buf_printf(h->out,
               "<thead role=\"rowgroup\"><tr role=\"row\">"
               "<th role=\"columnheader\" scope=\"col\"%s>Figure</th>",
               c->shared ? " rowspan=\"2\"" : "");
    for (size_t i = 0, n; i < c->n; i += n) {
        n = same_voice(c, i);
        if (n == 1)
            column_head(h, c->list[i], c->shared);
        else
            buf_printf(h->out,
                       "<th role=\"columnheader\" scope=\"colgroup\" "
                       "colspan=\"%zu\" class=\"voice\">one origin, one "
                       "voice</th>",
                       n);
    }
    buf_putz(h->out, "</tr>");
    if (c->shared) {
        buf_putz(h->out, "<tr role=\"row\">");
        for (size_t i = 0, n; i < c->n; i += n) {
            n = same_voice(c, i);
            for (size_t k = i; n > 1 && k < i + n; k++)
                column_head(h, c->list[k], false);
        }
        buf_putz(h->out, "</tr>");
    }
    buf_putz(h->out, "</thead>\n");
}

/* One reading: its value leads to the words, which stand below it. */
static void
reading(struct html *h, const struct samestory_reading *r, size_t side,
        bool tinted)
{
    const char *by = view_speaker(h->story, r->said_by);
    const struct samestory_article *a = view_article(h->view, r->form.article);
    /* the day of the page stands with its source */
    const char *as_of = a && a->published && r->as_of &&
                                strncmp(a->published, r->as_of, 10) == 0
                            ? NULL
                            : r->as_of;
    struct buf value = {0}, words = {0};

    view_value(&value, r->min, r->max, r->approx, r->unit);
    view_short(&words, str_of(r->form.text), WORDS_MOST);
    buf_putz(h->out, "<div class=\"reading\">");
    if (tinted)
        buf_printf(h->out, "<b class=\"side%zu\">", side % TINTS);
    else
        buf_putz(h->out, "<b>");
    buf_putz(h->out, "<a href=\"#");
    html_anchor(h->out, &r->form);
    buf_putz(h->out, "\" title=\"");
    html_z(h->out, *r->sentence ? r->sentence : r->form.text);
    buf_putz(h->out, "\">");
    if (r->denial)
        buf_putz(h->out, "denied: ");
    html_text(h->out, buf_str(&value));
    buf_putz(h->out, "</a></b> <q");
    html_lang(h->out, r->form.lang);
    buf_putc(h->out, '>');
    html_text(h->out, buf_str(&words));
    buf_putz(h->out, "</q>");
    if (by || as_of) {
        buf_putz(h->out, "<small>");
        if (by) {
            buf_putz(h->out, "according to <bdi>");
            html_z(h->out, by);
            buf_putz(h->out, "</bdi>");
        }
        if (as_of) {
            struct buf day = {0};

            view_date(&day, as_of);
            buf_putz(h->out, by ? ", as of " : "as of ");
            html_text(h->out, buf_str(&day));
            buf_free(&day);
        }
        buf_putz(h->out, "</small>");
    }
    buf_putz(h->out, "</div>");
    buf_free(&value);
    buf_free(&words);
}

/* What one article says of the figure: every value once. */
static void
cell(struct html *h, const struct samestory_quantity *q,
     const struct samestory_article *a, bool tinted)
{
    struct buf name = {0};
    size_t n = 0;

    view_source_in(&name, h->view, a);
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];
        bool said = false;

        if (strcmp(r->form.article, a->id) != 0)
            continue;
        for (size_t k = 0; k < i && !said; k++)
            said = strcmp(q->readings[k].form.article, a->id) == 0 &&
                   view_side_of(h->view, q, &q->readings[k]) ==
                       view_side_of(h->view, q, r) &&
                   view_side_of(h->view, q, r) < q->nsides;
        if (said)
            continue;
        if (n++ == 0) {
            buf_putz(h->out, "<td role=\"cell\" data-from=\"");
            html_text(h->out, buf_str(&name));
            buf_putz(h->out, "\">");
        }
        reading(h, r, view_side_of(h->view, q, r), tinted);
    }
    buf_putz(h->out, n ? "</td>"
                       : "<td role=\"cell\" class=\"none\">"
                         "<span title=\"not told\">\xE2\x80\x93</span></td>");
    buf_free(&name);
}

static void
row(struct html *h, const struct columns *c, const struct samestory_quantity *q)
{
    struct buf range = {0};

    buf_putz(h->out, "<tr role=\"row\" class=\"");
    html_z(h->out, q->status);
    buf_putz(h->out, "\" id=\"");
    html_z(h->out, h->story->id);
    buf_putc(h->out, '-');
    html_z(h->out, q->id);
    buf_putz(h->out, "\"><th role=\"rowheader\" scope=\"row\"><span "
                     "class=\"label\" dir=\"auto\">");
    html_z(h->out, q->label);
    buf_putz(h->out, "</span>");
    html_status(h->out, q->status);
    view_range(&range, q);
    if (range.n) {
        buf_putz(h->out, "<small class=\"range\">");
        html_text(h->out, buf_str(&range));
        buf_putz(h->out, "</small>");
    }
    buf_free(&range);
    buf_putz(h->out, "</th>");
    for (size_t i = 0; i < c->n; i++)
        cell(h, q, c->list[i], view_rank(q->status) == 0);
    buf_putz(h->out, "</tr>\n");
}

static void
single(struct html *h, const struct samestory_quantity *q)
{
    const struct samestory_reading *r = q->readings;
    const struct samestory_article *a = view_article(h->view, r->form.article);

    buf_putz(h->out, "<li id=\"");
    html_z(h->out, h->story->id);
    buf_putc(h->out, '-');
    html_z(h->out, q->id);
    buf_putz(h->out, "\"><span class=\"label\" dir=\"auto\">");
    html_z(h->out, q->label);
    buf_putz(h->out, "</span> ");
    reading(h, r, 0, false);
    if (a)
        html_source(h, a);
    buf_putz(h->out, "</li>\n");
}

static void
singles(struct html *h, const struct samestory_quantity **facts, size_t from)
{
    size_t n = h->story->nquantities;

    if (from == n)
        return;
    buf_printf(h->out,
               "<details%s><summary>%zu figure%s told by one voice</summary>\n"
               "<ul class=\"singles\">\n",
               from ? "" : " open", n - from, n - from == 1 ? "" : "s");
    for (size_t i = from; i < n; i++)
        if (facts[i]->nreadings)
            single(h, facts[i]);
    buf_putz(h->out, "</ul></details>\n");
}

void
html_figures(struct html *h)
{
    const struct samestory_quantity **facts = view_facts(h->story);
    struct columns c = columns_of(h);
    size_t shared = 0; /* facts told by more than one voice come first */

    while (shared < h->story->nquantities &&
           view_rank(facts[shared]->status) < VIEW_RANKS - 1)
        shared++;
    if (h->story->nquantities) {
        buf_putz(h->out, "<section>\n");
        html_heading(h, 1, "figures", "Figures");
    }
    if (shared) {
        buf_putz(h->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                         " aria-label=\"Figures by source\">"
                         "<table role=\"table\" class=\"matrix\">\n");
        table_head(h, &c);
        buf_putz(h->out, "<tbody role=\"rowgroup\">\n");
        for (size_t i = 0; i < shared; i++)
            row(h, &c, facts[i]);
        buf_putz(h->out, "</tbody></table></div>\n");
    }
    if (h->story->nquantities) {
        singles(h, facts, shared);
        buf_putz(h->out, "</section>\n");
    }
    free((void *)(uintptr_t)facts);
    free((void *)(uintptr_t)c.list);
}

/* ---- claims ------------------------------------------------------------ */

static void
claim_side(struct html *h, const struct samestory_dispute *d, size_t i)
{
    const struct samestory_side *side = &d->sides[i];
    struct buf value = {0};

    view_claim(&value, d, side);
    buf_printf(h->out, "<li><b class=\"side%zu\" dir=\"auto\">", i % TINTS);
    html_text(h->out, buf_str(&value));
    buf_putz(h->out, "</b>");
    buf_free(&value);
    if (side->denial)
        buf_putz(h->out, " <span class=\"status contradicted\">denied</span>");
    for (size_t k = 0; k < side->nforms; k++) {
        const struct samestory_article *a =
            view_article(h->view, side->forms[k].article);

        buf_putz(h->out, "<div class=\"reading\"><q>");
        html_link(h, &side->forms[k], NULL);
        buf_putz(h->out, "</q> ");
        if (a)
            html_source(h, a);
        buf_putz(h->out, "</div>");
    }
    buf_putz(h->out, "</li>\n");
}

void
html_claims(struct html *h)
{
    if (h->story->ndisputes == 0)
        return;
    buf_putz(h->out, "<section>\n");
    html_heading(h, 1, "claims", "Claims in dispute");
    buf_putz(h->out, "<dl class=\"claims\">\n");
    for (size_t i = 0; i < h->story->ndisputes; i++) {
        const struct samestory_dispute *d = &h->story->disputes[i];

        buf_putz(h->out, "<dt><span dir=\"auto\">");
        html_z(h->out, d->label);
        buf_putz(h->out, "</span> ");
        html_status(h->out, "contradicted");
        buf_putz(h->out, "</dt><dd><ul>\n");
        for (size_t k = 0; k < d->nsides; k++)
            claim_side(h, d, k);
        buf_putz(h->out, "</ul></dd>\n");
    }
    buf_putz(h->out, "</dl></section>\n");
}
