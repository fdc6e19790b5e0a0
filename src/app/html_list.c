/* html_list.c - timeline, names and quotes, each led back to its words. */
#include "app/html.h"

#include <string.h>

#define MOST_NAMES 16 /* the rest is folded */
#define MOST_FORMS 16 /* of a name, in words */

/* ---- timeline ---------------------------------------------------------- */

/* Sources of the mentions, each once, leading to its words. */
static void
mentions(struct html *h, const struct samestory_form *forms, size_t n)
{
    bool some = false;

    for (size_t i = 0; i < n; i++) {
        const struct samestory_article *a =
            view_article(h->view, forms[i].article);
        struct buf name = {0};
        bool seen = false;

        for (size_t k = 0; k < i && !seen; k++)
            seen = strcmp(forms[k].article, forms[i].article) == 0;
        if (!a || seen)
            continue;
        buf_putz(h->out, some ? ", " : "");
        some = true;
        view_source_in(&name, h->view, a);
        html_link(h, &forms[i], name.s);
        buf_free(&name);
    }
}

void
html_timeline(struct html *h)
{
    const struct samestory_story *s = h->story;
    size_t told = 0;

    for (size_t i = 0; i < s->ntimeline; i++)
        told += *s->timeline[i].label != 0;
    if (told == 0)
        return;
    buf_putz(h->out, "<section>\n");
    html_heading(h, 1, "timeline", "Timeline");
    buf_putz(h->out, "<table class=\"timeline\"><tbody>\n");
    for (size_t i = 0; i < s->ntimeline; i++) {
        const struct samestory_date *d = &s->timeline[i];
        struct buf day = {0};

        if (!*d->label)
            continue;
        view_date(&day, d->date);
        buf_putz(h->out, "<tr><th scope=\"row\">");
        /* open years are no date that <time> knows */
        if (!strchr(d->date, 'X') && !strchr(d->date, '/')) {
            buf_putz(h->out, "<time datetime=\"");
            html_z(h->out, d->date);
            buf_putz(h->out, "\">");
            html_text(h->out, buf_str(&day));
            buf_putz(h->out, "</time>");
        } else {
            html_text(h->out, buf_str(&day));
        }
        buf_putz(h->out, "</th><td><span dir=\"auto\">");
        html_z(h->out, d->label);
        buf_putz(h->out, "</span> <small>");
        mentions(h, d->mentions, d->nmentions);
        buf_putz(h->out, "</small></td></tr>\n");
        buf_free(&day);
    }
    buf_putz(h->out, "</tbody></table></section>\n");
}

/* ---- names ------------------------------------------------------------- */

static bool
same_form(const struct samestory_form *a, const struct samestory_form *b)
{
    return strcmp(a->text, b->text) == 0 && strcmp(a->lang, b->lang) == 0;
}

/* The forms of a name, each once, leading to its first occurrence. */
static void
forms(struct html *h, const struct samestory_name *n)
{
    size_t shown = 0;

    for (size_t i = 0; i < n->nforms && shown < MOST_FORMS; i++) {
        bool seen = false;

        for (size_t k = 0; k < i && !seen; k++)
            seen = same_form(&n->forms[k], &n->forms[i]);
        if (seen)
            continue;
        buf_putz(h->out,
                 shown++ ? "<span class=\"sep\"> \xC2\xB7 </span>" : "");
        html_link(h, &n->forms[i], NULL);
    }
}

static void
names_from(struct html *h, size_t from, size_t to)
{
    buf_putz(h->out, "<table class=\"names\"><tbody>\n");
    for (size_t i = from; i < to; i++) {
        const struct samestory_name *n = &h->story->names[i];

        buf_putz(h->out, "<tr id=\"");
        html_z(h->out, h->story->id);
        buf_putc(h->out, '-');
        html_z(h->out, n->id);
        buf_putz(h->out, "\"><th scope=\"row\"><bdi>");
        html_z(h->out, n->label);
        buf_putz(h->out, "</bdi><small>");
        html_z(h->out, *n->role                      ? n->role
                       : strcmp(n->kind, "org") == 0 ? "organisation"
                                                     : n->kind);
        buf_putz(h->out, "</small></th><td>");
        forms(h, n);
        buf_putz(h->out, "</td></tr>\n");
    }
    buf_putz(h->out, "</tbody></table>\n");
}

void
html_names(struct html *h)
{
    size_t n = h->story->nnames;

    if (n == 0)
        return;
    buf_putz(h->out, "<section>\n");
    html_heading(h, 1, "names", "Names");
    names_from(h, 0, n < MOST_NAMES ? n : MOST_NAMES);
    if (n > MOST_NAMES) {
        buf_printf(h->out, "<details><summary>%zu more</summary>\n",
                   n - MOST_NAMES);
        names_from(h, MOST_NAMES, n);
        buf_putz(h->out, "</details>\n");
    }
    buf_putz(h->out, "</section>\n");
}

/* ---- quotes ------------------------------------------------------------ */

static void
quote(struct html *h, const struct samestory_quote *q)
{
    const struct samestory_form *best = view_best_form(q->forms, q->nforms);
    const struct samestory_article *a = view_article(h->view, best->article);
    const char *speaker = view_speaker(h->story, q->speaker);
    bool some = false;

    buf_putz(h->out, "<figure class=\"quote\"><blockquote");
    html_lang(h->out, best->lang);
    buf_putz(h->out, "><a href=\"#");
    html_anchor(h->out, best);
    buf_putz(h->out, "\">");
    html_z(h->out, best->text);
    buf_putz(h->out, "</a></blockquote><figcaption><b><bdi>");
    html_z(h->out, speaker ? speaker : "speaker not named");
    buf_putz(h->out, "</bdi></b> ");
    if (a)
        html_source(h, a);
    for (size_t i = 0; i < q->nforms; i++) {
        const struct samestory_form *f = &q->forms[i];

        if (f == best || !view_article(h->view, f->article))
            continue;
        buf_putz(h->out, some ? ", " : "<br>also in ");
        some = true;
        buf_putz(h->out, "<a href=\"#");
        html_anchor(h->out, f);
        buf_putz(h->out, "\" title=\"");
        html_z(h->out, f->text);
        buf_putz(h->out, "\">");
        html_z(h->out, view_language(f->lang));
        buf_putz(h->out, "</a>");
    }
    buf_putz(h->out, "</figcaption></figure>\n");
}

void
html_quotes(struct html *h)
{
    if (h->story->nquotes == 0)
        return;
    buf_putz(h->out, "<section>\n");
    html_heading(h, 1, "quotes", "Quotes");
    for (size_t i = 0; i < h->story->nquotes; i++)
        if (h->story->quotes[i].nforms)
            quote(h, &h->story->quotes[i]);
    buf_putz(h->out, "</section>\n");
}
