/*
 * html_page.c - the full text of each article, with every span that the
 * brief rests on marked, so that all links above end at the very words.
 *
 * Spans may nest and cross. A span that crosses the end of another one or
 * of its block is closed there and opened again behind; its id stands at
 * its first piece alone.
 */
#include "app/html.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NESTED 12 /* deeper ones are an anchor, not a mark */

enum mark_kind { MARK_QUANTITY, MARK_CLAIM, MARK_DATE, MARK_NAME, MARK_QUOTE };

struct mark {
    size_t start, end;
    enum mark_kind kind;
    const char *status; /* of a quantity, else NULL */
    const char *label;  /* what it is, for the reader */
};

struct marks {
    struct mark *list;
    size_t n, room;
};

/* ---- the marks of an article ------------------------------------------- */

static void
add(struct marks *m, const struct samestory_article *a,
    const struct samestory_form *f, size_t n, struct mark like)
{
    size_t most = strlen(a->text);

    for (size_t i = 0; i < n; i++) {
        if (strcmp(f[i].article, a->id) != 0 || f[i].start >= f[i].end ||
            f[i].end > most)
            continue;
        if (m->n == m->room) {
            m->room = m->room ? m->room * 2 : 64;
            m->list = oom_realloc(m->list, m->room * sizeof *m->list);
        }
        like.start = f[i].start;
        like.end = f[i].end;
        m->list[m->n++] = like;
    }
}

static int
by_place(const void *x, const void *y)
{
    const struct mark *a = x, *b = y;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

static struct marks
marks_of(const struct html *h, const struct samestory_article *a)
{
    const struct samestory_story *s = h->story;
    struct marks m = {0};
    size_t kept = 0;

    for (size_t i = 0; i < s->nquantities; i++)
        for (size_t k = 0; k < s->quantities[i].nreadings; k++)
            add(&m, a, &s->quantities[i].readings[k].form, 1,
                (struct mark){.kind = MARK_QUANTITY,
                              .status = s->quantities[i].status,
                              .label = s->quantities[i].label});
    for (size_t i = 0; i < s->ndisputes; i++)
        for (size_t k = 0; k < s->disputes[i].nsides; k++)
            add(&m, a, s->disputes[i].sides[k].forms,
                s->disputes[i].sides[k].nforms,
                (struct mark){.kind = MARK_CLAIM,
                              .status = "contradicted",
                              .label = s->disputes[i].label});
    for (size_t i = 0; i < s->ntimeline; i++)
        add(&m, a, s->timeline[i].mentions, s->timeline[i].nmentions,
            (struct mark){.kind = MARK_DATE, .label = s->timeline[i].date});
    for (size_t i = 0; i < s->nnames; i++)
        add(&m, a, s->names[i].forms, s->names[i].nforms,
            (struct mark){.kind = MARK_NAME, .label = s->names[i].label});
    for (size_t i = 0; i < s->nquotes; i++)
        add(&m, a, s->quotes[i].forms, s->quotes[i].nforms,
            (struct mark){.kind = MARK_QUOTE,
                          .label = view_speaker(s, s->quotes[i].speaker)});
    if (m.n)
        qsort(m.list, m.n, sizeof *m.list, by_place);
    /* of marks on the same words the first kind stands: ids are places */
    for (size_t i = 0; i < m.n; i++)
        if (kept == 0 || m.list[kept - 1].start != m.list[i].start ||
            m.list[kept - 1].end != m.list[i].end)
            m.list[kept++] = m.list[i];
    m.n = kept;
    return m;
}

/* ---- marked text ------------------------------------------------------- */

/* A walk over the text of an article, block by block. */
struct walk {
    struct html *h;
    const struct samestory_article *a;
    const struct marks *m;
    size_t next;              /* mark to open next */
    size_t open[MOST_NESTED]; /* marks that are open, outermost first */
    size_t nopen;
};

static void
open_mark(struct walk *w, size_t i, bool first)
{
    static const char *const classes[] = {"figure", "claim", "date", "name",
                                          "said"};
    const struct mark *m = &w->m->list[i];
    struct buf *out = w->h->out;

    buf_putz(out, "<mark class=\"");
    buf_putz(out, classes[m->kind]);
    if (m->status) {
        buf_putc(out, ' ');
        html_z(out, m->status);
    }
    buf_putc(out, '"');
    if (first) {
        buf_putz(out, " id=\"");
        html_z(out, w->a->id);
        buf_printf(out, "-%zu-%zu\"", m->start, m->end);
    }
    if (m->label && *m->label) {
        buf_putz(out, " title=\"");
        if (m->status) {
            html_z(out, m->status);
            buf_putz(out, ": ");
        }
        html_z(out, m->label);
        buf_putc(out, '"');
    }
    buf_putc(out, '>');
}

/* Closes all marks that end at `at` or before; those that stood inside them
 * and go on are opened again. */
static void
close_marks(struct walk *w, size_t at)
{
    size_t down = 0, kept;

    while (down < w->nopen && w->m->list[w->open[down]].end > at)
        down++;
    for (size_t i = down; i < w->nopen; i++)
        buf_putz(w->h->out, "</mark>");
    kept = down;
    for (size_t i = down; i < w->nopen; i++)
        if (w->m->list[w->open[i]].end > at) {
            open_mark(w, w->open[i], false);
            w->open[kept++] = w->open[i];
        }
    w->nopen = kept;
}

static void
open_marks(struct walk *w, size_t at)
{
    while (w->next < w->m->n && w->m->list[w->next].start <= at) {
        const struct mark *m = &w->m->list[w->next];

        if (w->nopen < MOST_NESTED && m->start == at) {
            open_mark(w, w->next, true);
            w->open[w->nopen++] = w->next;
        } else {
            /* too deep, or between two blocks: a place to link to */
            buf_putz(w->h->out, "<span id=\"");
            html_z(w->h->out, w->a->id);
            buf_printf(w->h->out, "-%zu-%zu\"></span>", m->start, m->end);
        }
        w->next++;
    }
}

/* The text from `at` to `end`, marked. */
static void
marked(struct walk *w, size_t at, size_t end)
{
    for (size_t i = 0; i < w->nopen; i++)
        open_mark(w, w->open[i], false);
    while (at < end) {
        size_t stop = end;

        close_marks(w, at);
        open_marks(w, at);
        for (size_t i = 0; i < w->nopen; i++)
            if (w->m->list[w->open[i]].end < stop)
                stop = w->m->list[w->open[i]].end;
        if (w->next < w->m->n && w->m->list[w->next].start < stop)
            stop = w->m->list[w->next].start;
        html_text(w->h->out, (str){w->a->text + at, stop - at});
        at = stop;
    }
    for (size_t i = 0; i < w->nopen; i++)
        buf_putz(w->h->out, "</mark>");
    /* those that end here are not opened again in the next block */
    for (size_t i = 0, n = w->nopen; i < n; i++) {
        if (i == 0)
            w->nopen = 0;
        if (w->m->list[w->open[i]].end > end)
            w->open[w->nopen++] = w->open[i];
    }
}

/* ---- an article -------------------------------------------------------- */

static void
block(struct walk *w, const struct samestory_block *b)
{
    static const struct {
        const char *kind, *tag, *class;
    } tags[] = {
        {"subtitle", "p", "subtitle"}, {"heading", "p", "heading"},
        {"quote", "blockquote", NULL}, {"caption", "p", "caption"},
        {"byline", "p", "byline"},     {"embed", "blockquote", "embed"},
        {"footnote", "p", "footnote"},
    };
    const char *tag = "p", *class = NULL;

    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcmp(b->kind, tags[i].kind) == 0) {
            tag = tags[i].tag;
            class = tags[i].class;
        }
    if (strcmp(b->kind, "title") == 0)
        tag = w->h->level == 1 ? "h3" : "h4";
    buf_printf(w->h->out, "<%s", tag);
    html_lang(w->h->out, b->lang);
    if (class)
        buf_printf(w->h->out, " class=\"%s\"", class);
    buf_putc(w->h->out, '>');
    marked(w, b->start, b->end);
    buf_printf(w->h->out, "</%s>\n", tag);
}

static void
facts(struct html *h, const struct samestory_article *a)
{
    struct buf name = {0}, day = {0};
    bool web = str_starts_nocase(str_of(a->url), STR("http://")) ||
               str_starts_nocase(str_of(a->url), STR("https://"));

    view_source_in(&name, h->view, a);
    view_date(&day, a->published);
    buf_putz(h->out, "<p class=\"facts\"><b>");
    html_text(h->out, buf_str(&name));
    buf_printf(h->out, "</b> \xC2\xB7 %s", view_language(a->lang));
    if (day.n) {
        buf_putz(h->out, " \xC2\xB7 ");
        html_text(h->out, buf_str(&day));
        buf_putz(h->out, " <small>(from ");
        html_z(h->out, a->published_from);
        buf_putz(h->out, ")</small>");
    }
    for (size_t i = 0; i < a->nbyline; i++) {
        buf_putz(h->out, i ? ", " : " \xC2\xB7 by ");
        buf_putz(h->out, "<bdi>");
        html_z(h->out, a->byline[i]);
        buf_putz(h->out, "</bdi>");
    }
    if (a->agency) {
        buf_putz(h->out, " \xC2\xB7 <bdi>");
        html_z(h->out, a->agency);
        buf_putz(h->out, "</bdi>");
    }
    if (web) {
        buf_putz(h->out, " \xC2\xB7 <a rel=\"noopener noreferrer external\" "
                         "href=\"");
        html_z(h->out, a->url);
        buf_putz(h->out, "\">the page</a>");
    }
    buf_putz(h->out, "</p>\n");
    buf_free(&name);
    buf_free(&day);
}

static void
article(struct html *h, const struct samestory_article *a)
{
    struct marks m = marks_of(h, a);
    struct walk w = {.h = h, .a = a, .m = &m};
    size_t length = strlen(a->text), at = 0;
    bool titled = false;

    buf_putz(h->out, "<article id=\"");
    html_z(h->out, a->id);
    buf_putz(h->out, "\">\n");
    facts(h, a);
    for (size_t i = 0; i < a->nblocks; i++)
        titled |= a->blocks[i].kept && strcmp(a->blocks[i].kind, "title") == 0;
    if (!titled) {
        buf_printf(h->out, "<h%d", h->level + 2);
        html_lang(h->out, *a->title ? a->lang : "en");
        buf_putc(h->out, '>');
        html_z(h->out, *a->title ? a->title : "(no title)");
        buf_printf(h->out, "</h%d>\n", h->level + 2);
    }
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct samestory_block *b = &a->blocks[i];

        if (b->kept && b->start >= at && b->start < b->end &&
            b->end <= length) {
            block(&w, b);
            at = b->end;
        }
    }
    /* a text without blocks is a block of its own */
    if (a->nblocks == 0 && length)
        block(&w,
              &(struct samestory_block){
                  .kind = "body", .lang = a->lang, .start = 0, .end = length});
    buf_putz(h->out, "</article>\n");
    free(m.list);
}

void
html_articles(struct html *h)
{
    buf_putz(h->out, "<section class=\"texts\">\n");
    html_heading(h, 1, "texts", "The pages");
    buf_putz(h->out,
             "<p class=\"key\">Marked: <mark class=\"figure agreed\">figure"
             "</mark> <mark class=\"figure contradicted\">contradicted"
             "</mark> <mark class=\"date\">date</mark> <mark class=\"name\">"
             "name</mark> <mark class=\"said\">quote</mark></p>\n");
    for (size_t i = 0; i < h->story->narticles; i++) {
        const struct samestory_article *a =
            view_article(h->view, h->story->articles[i]);

        if (a)
            article(h, a);
    }
    buf_putz(h->out, "</section>\n");
}
