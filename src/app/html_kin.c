/* html_kin.c - who copied whom: a forest, and what was changed on the way. */
#include "app/html.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

#define OPEN_CHANGES 6 /* so many are shown unfolded */

static void
change(struct html *h, const struct samestory_change *c,
       const struct samestory_article *from, const struct samestory_article *to)
{
    const char *type = view_change_type(c);
    bool moved = strcmp(c->type, "moved") == 0;

    buf_putz(h->out, "<li>");
    if (*type)
        buf_printf(h->out, "<small>%s</small> ", type);
    if (moved) {
        html_z(h->out, c->from);
        buf_putz(h->out, "</li>\n");
        return;
    }
    if (*c->from) {
        buf_putz(h->out, "<del");
        html_lang(h->out, from->lang);
        buf_putc(h->out, '>');
        html_z(h->out, c->from);
        buf_putz(h->out, "</del>");
    } else {
        buf_putz(h->out, "<small>added</small>");
    }
    buf_putz(h->out, *c->from && *c->to ? " <span class=\"sep\">\xE2\x86\x92"
                                          "</span> "
                                        : " ");
    if (*c->to) {
        buf_putz(h->out, "<ins");
        html_lang(h->out, to->lang);
        buf_putc(h->out, '>');
        html_z(h->out, c->to);
        buf_putz(h->out, "</ins>");
    } else {
        buf_putz(h->out, "<small>cut</small>");
    }
    buf_putz(h->out, "</li>\n");
}

static void
changes(struct html *h, const struct samestory_link *l,
        const struct samestory_article *from,
        const struct samestory_article *to)
{
    if (l->nchanges == 0)
        return;
    buf_printf(h->out,
               "<details%s><summary>%zu change%s</summary>\n"
               "<ol class=\"changes\">\n",
               l->nchanges <= OPEN_CHANGES ? " open" : "", l->nchanges,
               l->nchanges == 1 ? "" : "s");
    for (size_t i = 0; i < l->nchanges; i++)
        change(h, &l->changes[i], from, to);
    buf_putz(h->out, "</ol></details>\n");
}

static void
about(struct html *h, const struct samestory_article *a)
{
    html_source(h, a);
    buf_printf(h->out, " <small>%s", view_language(a->lang));
    if (a->published) {
        buf_putz(h->out, ", ");
        view_date(h->out, a->published);
    }
    buf_putz(h->out, "</small>");
}

/* The links from an article, each with those from its child. `told` keeps
 * a link from being told twice, whatever the lineage looks like. */
static void
children(struct html *h, const char *id, bool *told)
{
    const struct samestory_story *s = h->story;
    bool some = false;

    for (size_t i = 0; i < s->nlineage; i++) {
        const struct samestory_link *l = &s->lineage[i];
        const struct samestory_article *from = view_article(h->view, l->from);
        const struct samestory_article *to = view_article(h->view, l->to);
        bool own = strcmp(l->from, l->to) == 0;

        if (told[i] || !from || !to || strcmp(l->from, id) != 0)
            continue;
        told[i] = true;
        buf_putz(h->out, some ? "" : "<ul>\n");
        some = true;
        buf_putz(h->out, "<li>");
        if (own) {
            buf_putz(h->out, "carries its own translation");
        } else {
            buf_putz(h->out, "<span class=\"kind\">");
            html_z(h->out, view_link_kind(l->kind));
            buf_putz(h->out, "</span> ");
            about(h, to);
            buf_printf(h->out,
                       " <small>%.0f%% of the words shared, direction %.0f%% "
                       "certain</small>",
                       l->overlap * 100, l->certain * 100);
        }
        buf_putc(h->out, '\n');
        changes(h, l, from, to);
        if (!own)
            children(h, l->to, told);
        buf_putz(h->out, "</li>\n");
    }
    buf_putz(h->out, some ? "</ul>\n" : "");
}

static bool
linked(const struct samestory_story *s, const char *id, bool as_parent)
{
    for (size_t i = 0; i < s->nlineage; i++)
        if (strcmp(as_parent ? s->lineage[i].from : s->lineage[i].to, id) ==
                0 &&
            (as_parent || strcmp(s->lineage[i].from, id) != 0))
            return true;
    return false;
}

void
html_lineage(struct html *h)
{
    const struct samestory_story *s = h->story;
    bool *told = oom_malloc(s->nlineage + 1);
    bool some = false;

    memset(told, 0, s->nlineage + 1);
    if (s->nlineage) {
        buf_putz(h->out, "<section>\n");
        html_heading(h, 1, "lineage", "Who copied whom");
        buf_putz(h->out, "<ul class=\"lineage\">\n");
    }
    /* roots: parents that are nobody's child */
    for (size_t i = 0; s->nlineage && i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, s->articles[i]);

        if (!a || !linked(s, a->id, true) || linked(s, a->id, false))
            continue;
        buf_putz(h->out, "<li>");
        about(h, a);
        children(h, a->id, told);
        buf_putz(h->out, "</li>\n");
    }
    if (s->nlineage)
        buf_putz(h->out, "</ul>\n");
    for (size_t i = 0; s->nlineage && i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, s->articles[i]);

        if (!a || linked(s, a->id, true) || linked(s, a->id, false))
            continue;
        buf_putz(h->out, some ? ", "
                              : "<p class=\"own\">Independent of all "
                                "others: ");
        some = true;
        html_source(h, a);
    }
    buf_putz(h->out, some ? "</p>\n" : "");
    if (s->nlineage)
        buf_putz(h->out, "</section>\n");
    free(told);
}
