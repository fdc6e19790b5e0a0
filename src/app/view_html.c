/*
 * view_html.c - the brief as one file that needs nothing else: no script,
 * no picture, no other file; any browser of the last ten years, paper, and
 * readers that hear it.
 */
#include "app/view.h"

#include "app/html.h"

#include <string.h>

/* Nothing may be loaded, whatever a page's words try. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"

static size_t
of_status(const struct samestory_story *s, const char *status)
{
    size_t n = 0;

    for (size_t i = 0; i < s->nquantities; i++)
        n += strcmp(s->quantities[i].status, status) == 0;
    return n;
}

/* "3 contradicted, 2 refined …": where to look first. */
static void
gist(struct html *h)
{
    static const char *const statuses[] = {"contradicted", "updated", "refined",
                                           "agreed", "single"};
    const struct samestory_story *s = h->story;

    if (s->nquantities == 0 && s->ndisputes == 0)
        return;
    buf_putz(h->out, "<p class=\"gist\">");
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        size_t n = of_status(s, statuses[i]);

        if (n == 0)
            continue;
        buf_printf(h->out, "<span class=\"status %s\">%zu %s</span> ",
                   statuses[i], n,
                   strcmp(statuses[i], "single") == 0 ? "told by one voice"
                                                      : statuses[i]);
    }
    if (s->ndisputes)
        buf_printf(h->out,
                   "<span class=\"status contradicted\">%zu claim%s in "
                   "dispute</span>",
                   s->ndisputes, s->ndisputes == 1 ? "" : "s");
    buf_putz(h->out, "</p>\n");
}

static void
title(struct html *h)
{
    const struct samestory_story *s = h->story;
    struct buf days = {0};

    buf_printf(h->out, "<header><h%d dir=\"auto\">", h->level);
    html_z(h->out, *s->title ? s->title : "(no title)");
    buf_printf(h->out, "</h%d>\n<p class=\"meta\">", h->level);
    view_count(h->out, s->narticles, "page");
    buf_putz(h->out, " \xC2\xB7 ");
    view_count(h->out, s->voices, "independent voice");
    buf_putz(h->out, " \xC2\xB7 ");
    for (size_t i = 0; i < s->nlangs; i++) {
        buf_putz(h->out, i ? ", " : "");
        html_z(h->out, view_language(s->langs[i]));
    }
    view_days(&days, s->first, s->last);
    if (days.n) {
        buf_putz(h->out, " \xC2\xB7 ");
        html_text(h->out, buf_str(&days));
    }
    buf_putz(h->out, "</p>\n");
    gist(h);
    buf_putz(h->out, "</header>\n");
    buf_free(&days);
}

static void
story(struct html *h, const struct samestory_story *s)
{
    h->story = s;
    buf_putz(h->out, "<section class=\"story\" id=\"");
    html_z(h->out, s->id);
    buf_putz(h->out, "\">\n");
    title(h);
    html_sources(h);
    html_figures(h);
    html_claims(h);
    html_timeline(h);
    html_names(h);
    html_quotes(h);
    html_lineage(h);
    html_articles(h);
    buf_putz(h->out, "</section>\n");
}

/* The stories of the brief, to jump to. */
static void
contents(struct html *h)
{
    const struct samestory_brief *b = h->brief;

    buf_putz(h->out, "<header><h1>Brief</h1><p class=\"meta\">");
    view_count(h->out, b->narticles, "page");
    buf_printf(h->out,
               " \xC2\xB7 %zu stor%s</p></header>\n"
               "<nav aria-label=\"Stories\"><ol>\n",
               b->nstories, b->nstories == 1 ? "y" : "ies");
    for (size_t i = 0; i < b->nstories; i++) {
        const struct samestory_story *s = &b->stories[i];

        buf_putz(h->out, "<li><a href=\"#");
        html_z(h->out, s->id);
        buf_putz(h->out, "\" dir=\"auto\">");
        html_z(h->out, *s->title ? s->title : "(no title)");
        buf_putz(h->out, "</a> <small>");
        view_count(h->out, s->narticles, "page");
        if (s->narticles > 1) {
            buf_putz(h->out, ", ");
            view_count(h->out, s->voices, "voice");
        }
        buf_putz(h->out, "</small></li>\n");
    }
    buf_putz(h->out, "</ol></nav>\n");
}

static void
head(struct html *h)
{
    const struct samestory_brief *b = h->brief;
    struct buf words = {0};

    view_tame(&words,
              str_of(b->nstories && *b->stories[0].title ? b->stories[0].title
                                                         : "Brief"));
    buf_putz(h->out,
             "<!doctype html>\n<html lang=\"en\">\n<head>\n"
             "<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" "
             "content=\"" POLICY "\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n"
             "<meta name=\"generator\" content=\"samestory " SAMESTORY_VERSION
             "\">\n<title>");
    html_text(h->out, buf_str(&words));
    buf_putz(h->out, "</title>\n<style>\n");
    for (size_t i = 0; html_style[i]; i++)
        buf_putz(h->out, html_style[i]);
    buf_putz(h->out, "</style>\n</head>\n<body>\n<main>\n");
    buf_free(&words);
}

void
view_html(const struct samestory_brief *b, struct buf *out)
{
    struct view *view = view_open(b);
    struct html h = {
        .brief = b, .view = view, .out = out, .level = b->nstories > 1 ? 2 : 1};

    head(&h);
    if (b->nstories != 1)
        contents(&h);
    for (size_t i = 0; i < b->nstories; i++)
        story(&h, &b->stories[i]);
    buf_putz(out, "</main>\n</body>\n</html>\n");
    view_close(view);
}
