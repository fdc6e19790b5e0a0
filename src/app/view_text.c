/*
 * view_text.c - the brief for an editor on deadline: what is disputed
 * first, then what grew or was made more exact, then what all say.
 *
 * A story fits a screen: of every kind the weightiest are shown and the
 * rest counted, unless `full` unfolds them.
 */
#include "app/view.h"

#include "app/lay.h"
#include "app/text_part.h"

#include <string.h>

#define MOST_LINKS   4
#define MOST_CHANGES 2 /* of a link */
#define MOST_ALONE   12

/* ---- head -------------------------------------------------------------- */

static void
head(struct text *t)
{
    const struct samestory_story *s = t->story;
    struct buf line = {0};

    text_style(t, TEXT_BOLD);
    view_tame(&line, str_of(*s->title ? s->title : "(no title)"));
    lay_wrap(t->out, buf_str(&line), 0, 0, t->columns);
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
    buf_clear(&line);
    view_count(&line, s->narticles, "page");
    buf_putz(&line, " \xC2\xB7 ");
    for (size_t i = 0; i < s->nlangs; i++)
        buf_printf(&line, "%s%s", i ? ", " : "", view_language(s->langs[i]));
    buf_putz(&line, " \xC2\xB7 ");
    view_count(&line, s->voices, "independent voice");
    if (s->first || s->last) {
        buf_putz(&line, " \xC2\xB7 ");
        view_days(&line, s->first, s->last);
    }
    text_style(t, TEXT_DIM);
    lay_wrap(t->out, buf_str(&line), 0, 0, t->columns);
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
    buf_free(&line);
}

/* ---- lineage and pages ------------------------------------------------- */

static void
side_of_change(struct buf *line, const char *words, bool full)
{
    struct buf tame = {0}, cut = {0};

    view_tame(&tame, str_of(words));
    view_short(&cut, buf_str(&tame), full ? 400 : 60);
    lay_quote(line, buf_str(&cut));
    buf_free(&tame);
    buf_free(&cut);
}

static void
change(struct text *t, const struct samestory_change *c)
{
    const char *type = view_change_type(c);
    struct buf line = {0};

    if (*type)
        buf_printf(&line, "%s ", type);
    if (strcmp(c->type, "moved") == 0) {
        side_of_change(&line, c->from, t->full);
    } else if (!*c->from) {
        buf_putz(&line, "added ");
        side_of_change(&line, c->to, t->full);
    } else if (!*c->to) {
        buf_putz(&line, "cut ");
        side_of_change(&line, c->from, t->full);
    } else {
        side_of_change(&line, c->from, t->full);
        buf_putz(&line, " \xE2\x86\x92 ");
        side_of_change(&line, c->to, t->full);
    }
    buf_putz(t->out, "    ");
    lay_wrap(t->out, buf_str(&line), 4, 6, t->columns);
    buf_putc(t->out, '\n');
    buf_free(&line);
}

static void
origin(struct text *t, const struct samestory_link *l)
{
    const struct samestory_article *from = view_article(t->view, l->from);
    const struct samestory_article *to = view_article(t->view, l->to);
    size_t most = text_most(t, MOST_CHANGES, 1);
    struct buf line = {0};

    if (!from || !to)
        return;
    view_source_in(&line, t->view, to);
    if (from == to) {
        buf_putz(&line, " carries its own translation");
    } else {
        bool shared = strcmp(l->kind, "shared_source") == 0;

        buf_printf(&line, shared ? " has a %s with " : ": %s of ",
                   view_link_kind(l->kind));
        view_source_in(&line, t->view, from);
        buf_printf(&line, " (%.0f%% of the words)", l->overlap * 100);
    }
    buf_putz(t->out, "  ");
    lay_wrap(t->out, buf_str(&line), 2, 4, t->columns);
    buf_putc(t->out, '\n');
    for (size_t i = 0; i < l->nchanges && i < most; i++)
        change(t, &l->changes[i]);
    if (l->nchanges > most) {
        buf_putz(t->out, "  ");
        text_more(t, l->nchanges - most, "change");
    }
    buf_free(&line);
}

static void
lineage(struct text *t)
{
    const struct samestory_story *s = t->story;
    size_t most = text_most(t, MOST_LINKS, 2);

    if (s->nlineage == 0)
        return;
    text_heading(t, "WHO COPIED WHOM", TEXT_BOLD);
    for (size_t i = 0; i < s->nlineage && i < most; i++)
        origin(t, &s->lineage[i]);
    if (s->nlineage > most)
        text_more(t, s->nlineage - most, "link");
}

static void
page(struct text *t, const struct samestory_article *a)
{
    struct buf line = {0};

    view_source_in(&line, t->view, a);
    buf_printf(&line, " (%s", view_language(a->lang));
    if (a->published) {
        buf_putz(&line, ", ");
        view_date(&line, a->published);
    }
    buf_putz(&line, ") ");
    view_tame(&line, str_of(*a->title ? a->title : "(no title)"));
    buf_putz(t->out, "  ");
    lay_wrap(t->out, buf_str(&line), 2, 4, t->columns);
    buf_putc(t->out, '\n');
    buf_free(&line);
}

static void
pages(struct text *t)
{
    const struct samestory_story *s = t->story;

    text_heading(t, "PAGES", TEXT_BOLD);
    for (size_t i = 0; i < s->narticles; i++) {
        const struct samestory_article *a =
            view_article(t->view, s->articles[i]);

        if (a)
            page(t, a);
    }
}

/* ---- all --------------------------------------------------------------- */

static void
story(struct text *t)
{
    head(t);
    text_facts(t);
    text_names(t);
    text_timeline(t);
    text_quotes(t);
    lineage(t);
    if (t->full)
        pages(t);
}

/* Pages that no other page goes with. */
static void
alone(struct text *t, const struct samestory_brief *b)
{
    size_t n = 0, most = text_most(t, MOST_ALONE, MOST_ALONE);

    for (size_t i = 0; i < b->nstories; i++) {
        const struct samestory_article *a;

        t->story = &b->stories[i];
        if (t->story->narticles != 1)
            continue;
        a = view_article(t->view, t->story->articles[0]);
        if (!a || n++ >= most)
            continue;
        if (n == 1)
            text_heading(t, "ALONE", TEXT_BOLD);
        page(t, a);
    }
    if (n > most)
        text_more(t, n - most, "page");
}

void
view_text(const struct samestory_brief *b, const struct view_look *look,
          struct buf *out)
{
    struct view *view = view_open(b);
    struct text t = {.view = view,
                     .rows = look->rows ? look->rows : TEXT_ROWS,
                     .out = out,
                     .columns = look->columns < 40    ? 40
                                : look->columns > 120 ? 120
                                                      : look->columns,
                     .colour = look->colour,
                     .full = look->full};
    bool told = false;

    for (size_t i = 0; i < b->nstories; i++) {
        t.story = &b->stories[i];
        /* one page alone is told whole where it is all there is */
        if (t.story->narticles == 1 && b->nstories > 1)
            continue;
        if (told)
            buf_putz(out, "\n\n");
        told = true;
        story(&t);
    }
    if (b->nstories > 1)
        alone(&t, b);
    view_close(view);
}
