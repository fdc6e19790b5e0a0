/* text_list.c - names, days and quotes of the text view. */
#include "app/lay.h"
#include "app/text_part.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NAMES  6
#define MOST_DAYS   5
#define MOST_QUOTES 3
#define MOST_FORMS  5 /* of a name */
#define QUOTE_LINES 2 /* of a quote */

/* The `most` of n with the greatest counts, ties by order; free it. */
static bool *
greatest(const size_t *counts, size_t n, size_t most)
{
    bool *chosen = oom_malloc(n + 1);

    memset(chosen, 0, n + 1);
    for (size_t k = 0; k < most && k < n; k++) {
        size_t best = n;

        for (size_t i = 0; i < n; i++)
            if (!chosen[i] && (best == n || counts[i] > counts[best]))
                best = i;
        chosen[best] = true;
    }
    return chosen;
}

/* ---- names ------------------------------------------------------------- */

static bool
is_latin(str s)
{
    /* Latin letters end at U+024F, C9 8F; vowels of Vietnamese are E1 BA */
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];

        if (c >= 0xCA && c != 0xE1 && c != 0xE2)
            return false;
    }
    return true;
}

/* One form a language, where it is not written as the label is. */
static void
forms(struct text *t, const struct samestory_name *n, struct buf *line)
{
    const char *said[MOST_FORMS];
    size_t nsaid = 0;
    bool latin = is_latin(str_of(n->label));

    for (size_t i = 0; i < n->nforms && nsaid < MOST_FORMS; i++) {
        const struct samestory_form *f = &n->forms[i];
        bool known = is_latin(str_of(f->text)) == latin;

        for (size_t k = 0; k < nsaid && !known; k++)
            known = strcmp(said[k], f->lang) == 0;
        if (known && !(t->full && !latin && strcmp(f->text, n->label) != 0))
            continue;
        if (known)
            continue;
        /* the fullest form of its language stands for all */
        for (size_t k = i + 1; k < n->nforms; k++)
            if (strcmp(n->forms[k].lang, f->lang) == 0 &&
                is_latin(str_of(n->forms[k].text)) != latin &&
                strlen(n->forms[k].text) > strlen(f->text))
                f = &n->forms[k];
        said[nsaid++] = f->lang;
        buf_putz(line, nsaid == 1 ? ": " : ", ");
        view_tame(line, str_of(f->text));
        buf_putz(line, "\xE2\x80\x8E"); /* what follows runs on rightward */
    }
}

void
text_names(struct text *t)
{
    const struct samestory_story *s = t->story;
    struct buf line = {0};
    size_t most = text_most(t, MOST_NAMES, 3);

    if (s->nnames == 0)
        return;
    text_heading(t, "NAMES", TEXT_BOLD);
    for (size_t i = 0; i < s->nnames && i < most; i++) {
        const struct samestory_name *n = &s->names[i];

        buf_clear(&line);
        view_tame(&line, str_of(n->label));
        if (*n->role) {
            buf_putz(&line, " (");
            view_tame(&line, str_of(n->role));
            buf_putc(&line, ')');
        }
        forms(t, n, &line);
        buf_putz(t->out, "  ");
        if (t->full)
            lay_wrap(t->out, buf_str(&line), 2, 4, t->columns);
        else
            lay_cut(t->out, buf_str(&line), t->columns - 2);
        buf_putc(t->out, '\n');
    }
    if (s->nnames > most)
        text_more(t, s->nnames - most, NULL);
    buf_free(&line);
}

/* ---- timeline ---------------------------------------------------------- */

void
text_timeline(struct text *t)
{
    const struct samestory_story *s = t->story;
    size_t most = text_most(t, MOST_DAYS, 3);
    size_t *counts = oom_malloc((s->ntimeline + 1) * sizeof *counts);
    size_t wide = 0, told = 0;
    struct buf line = {0};
    bool *chosen;

    /* a day without a label is none of which something is told */
    for (size_t i = 0; i < s->ntimeline; i++) {
        bool tells = *s->timeline[i].label != 0;

        told += tells;
        counts[i] = tells ? s->timeline[i].nmentions : 0;
    }
    chosen = greatest(counts, s->ntimeline, most);
    for (size_t i = 0; i < s->ntimeline; i++) {
        chosen[i] = chosen[i] && counts[i];
        buf_clear(&line);
        view_date(&line, s->timeline[i].date);
        if (chosen[i] && line.n > wide)
            wide = line.n;
    }
    if (told)
        text_heading(t, "TIMELINE", TEXT_BOLD);
    for (size_t i = 0; i < s->ntimeline; i++) {
        const struct samestory_date *d = &s->timeline[i];
        size_t at = t->out->n;

        if (!chosen[i])
            continue;
        buf_putz(t->out, "  ");
        view_date(t->out, d->date);
        lay_pad(t->out, wide + 4 - (t->out->n - at));
        buf_clear(&line);
        view_tame(&line, str_of(d->label));
        if (t->full)
            lay_wrap(t->out, buf_str(&line), wide + 4, wide + 4, t->columns);
        else
            lay_cut(t->out, buf_str(&line),
                    t->columns > wide + 12 ? t->columns - wide - 4 : 8);
        buf_putc(t->out, '\n');
    }
    if (told > most)
        text_more(t, told - most, NULL);
    free(chosen);
    free(counts);
    buf_free(&line);
}

/* ---- quotes ------------------------------------------------------------ */

static void
quote(struct text *t, const struct samestory_quote *q)
{
    const struct samestory_form *f = view_best_form(q->forms, q->nforms);
    const struct samestory_article *a = view_article(t->view, f->article);
    const char *speaker = view_speaker(t->story, q->speaker);
    struct buf words = {0}, line = {0};
    size_t room = (t->columns - 2) * QUOTE_LINES;

    view_tame(&words, str_of(f->text));
    if (!t->full && lay_width(buf_str(&words)) + 4 > room) {
        struct buf cut = {0};

        lay_cut(&cut, buf_str(&words), room - 4);
        buf_free(&words);
        words = cut;
    }
    lay_quote(&line, buf_str(&words));
    buf_putz(t->out, "  ");
    lay_wrap(t->out, buf_str(&line), 2, 2, t->columns);
    buf_clear(&line);
    buf_putz(&line, "\xE2\x80\x94 ");
    view_tame(&line, str_of(speaker ? speaker : "speaker not named"));
    if (a) {
        buf_putz(&line, "; ");
        view_source_in(&line, t->view, a);
        buf_printf(&line, " (%s)", view_language(f->lang));
    }
    if (q->nforms > 1) {
        buf_putz(&line, " and ");
        view_count(&line, q->nforms - 1, "other place");
    }
    buf_putz(t->out, "\n    ");
    text_style(t, TEXT_DIM);
    lay_wrap(t->out, buf_str(&line), 4, 6, t->columns);
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
    buf_free(&words);
    buf_free(&line);
}

void
text_quotes(struct text *t)
{
    const struct samestory_story *s = t->story;
    size_t most = text_most(t, MOST_QUOTES, 1);
    size_t *counts = oom_malloc((s->nquotes + 1) * sizeof *counts);
    bool *chosen;

    for (size_t i = 0; i < s->nquotes; i++)
        counts[i] = s->quotes[i].nforms * 2 + (s->quotes[i].speaker != NULL);
    chosen = greatest(counts, s->nquotes, most);
    if (s->nquotes)
        text_heading(t, "QUOTES", TEXT_BOLD);
    for (size_t i = 0; i < s->nquotes; i++)
        if (chosen[i] && s->quotes[i].nforms)
            quote(t, &s->quotes[i]);
    if (s->nquotes > most)
        text_more(t, s->nquotes - most, NULL);
    free(chosen);
    free(counts);
}
