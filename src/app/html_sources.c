/*
 * html_sources.c - who tells the story, before what they tell: each page with
 * its language, its day and what it stems from, those of one origin together.
 */
#include "app/html.h"

#include <string.h>

static const struct samestory_link *
parent_of(const struct samestory_story *s, const char *id)
{
    for (size_t i = 0; i < s->nlineage; i++)
        if (strcmp(s->lineage[i].to, id) == 0 &&
            strcmp(s->lineage[i].from, id) != 0)
            return &s->lineage[i];
    return NULL;
}

static void
stems_from(struct html *h, const struct samestory_article *a)
{
    const struct samestory_link *l = parent_of(h->story, a->id);
    const struct samestory_article *from =
        l ? view_article(h->view, l->from) : NULL;

    if (!from) {
        buf_putz(h->out, "<span class=\"sep\">own words</span>");
        return;
    }
    buf_printf(h->out, "%s %s ", view_link_kind(l->kind),
               strcmp(l->kind, "shared_source") == 0 ? "with" : "of");
    html_source(h, from);
}

static void
source_row(struct html *h, const struct samestory_article *a)
{
    struct buf day = {0};

    view_date(&day, a->published);
    buf_putz(h->out, "<tr><th scope=\"row\">");
    html_source(h, a);
    buf_printf(h->out, "</th><td>%s</td><td>", view_language(a->lang));
    html_text(h->out, buf_str(&day));
    buf_putz(h->out, "</td><td class=\"title\"><span");
    html_lang(h->out, a->lang);
    buf_putc(h->out, '>');
    html_z(h->out, *a->title ? a->title : "(no title)");
    buf_putz(h->out, "</span></td><td>");
    stems_from(h, a);
    buf_putz(h->out, "</td></tr>\n");
    buf_free(&day);
}

/* The pages of one voice that stem from another one, or from none. */
static void
rows(struct html *h, const char *voice, bool stemming)
{
    const struct samestory_story *s = h->story;

    for (size_t i = 0; i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, s->articles[i]);

        if (a && strcmp(a->voice, voice) == 0 &&
            (parent_of(s, a->id) != NULL) == stemming)
            source_row(h, a);
    }
}

void
html_sources(struct html *h)
{
    const struct samestory_story *s = h->story;

    if (s->narticles < 2)
        return;
    buf_putz(h->out, "<section>\n");
    html_heading(h, 1, "sources", "Sources");
    buf_putz(h->out,
             "<table class=\"sources\"><thead><tr><th scope=\"col\">Page</th>"
             "<th scope=\"col\">Language</th><th scope=\"col\">Day</th>"
             "<th scope=\"col\">Title</th><th scope=\"col\">Origin</th>"
             "</tr></thead>\n");
    for (size_t i = 0; i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, s->articles[i]);
        bool told = false;

        for (size_t k = 0; a && k < i && !told; k++) {
            const struct samestory_article *b =
                view_article(h->view, s->articles[k]);

            told = b && strcmp(a->voice, b->voice) == 0;
        }
        if (!a || told)
            continue;
        buf_putz(h->out, "<tbody>\n");
        rows(h, a->voice, false);
        rows(h, a->voice, true);
        buf_putz(h->out, "</tbody>\n");
    }
    buf_putz(h->out, "</table></section>\n");
}
