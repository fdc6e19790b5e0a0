/* text_fact.c - what is contradicted, updated, refined, agreed, single. */
#include "app/text_part.h"

#include "app/lay.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SOURCES  3 /* of a side */
#define MOST_CLAIMS   4
#define VALUE_COLUMNS 16 /* values are set to the right, within so many */

/* Of each rank on a screen of TEXT_ROWS, where not all is unfolded. */
static const size_t most_facts[VIEW_RANKS] = {6, 3, 4, 6, 4};

/* ---- who says it ------------------------------------------------------- */

/* The articles that say a thing, a source for each voice, in order. */
struct sayers {
    const struct samestory_article **list;
    size_t n;
};

static void
add_sayer(struct sayers *s, const struct samestory_article *a)
{
    if (!a)
        return;
    for (size_t i = 0; i < s->n; i++)
        if (s->list[i] == a)
            return;
    s->list[s->n++] = a;
}

static size_t
same_voice_before(const struct sayers *s, size_t i)
{
    size_t n = 0;

    for (size_t k = 0; k < i; k++)
        n += strcmp(s->list[k]->voice, s->list[i]->voice) == 0;
    return n;
}

/* "bbc.com (English), lenta.ru (Russian), and 2 more voices, 3 copies" */
static void
put_sayers(struct text *t, const struct sayers *s, struct buf *line)
{
    size_t voices = 0, copies = 0, shown = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (same_voice_before(s, i)) {
            copies++;
            continue;
        }
        /* unfolded, each stands with its words below */
        if (++voices > MOST_SOURCES || t->full)
            continue;
        buf_putz(line, shown++ ? ", " : "");
        view_source_in(line, t->view, s->list[i]);
        buf_printf(line, " (%s)", view_language(s->list[i]->lang));
    }
    if (voices > shown) {
        buf_putz(line, shown ? ", " : "");
        view_count(line, voices - shown, shown ? "more voice" : "voice");
    }
    if (copies)
        buf_printf(line, ", +%zu cop%s", copies, copies == 1 ? "y" : "ies");
}

/* Value, sayers and the words, on one line if they fit. */
static void
put_side(struct text *t, str value, const struct sayers *sayers,
         const char *words, const char *as_of, enum text_style style)
{
    size_t indent = t->values + 4, used = lay_width(value), room;
    struct buf line = {0}, tame = {0}, cut = {0}, quoted = {0};

    lay_pad(t->out, used < t->values ? t->values + 2 - used : 2);
    text_style(t, TEXT_BOLD);
    if (style != TEXT_BOLD)
        text_style(t, style);
    buf_put(t->out, value);
    text_style(t, TEXT_PLAIN);
    if (used > t->values) {
        buf_putc(t->out, '\n');
        lay_pad(t->out, indent);
    } else {
        buf_putz(t->out, "  ");
    }
    put_sayers(t, sayers, &line);
    if (as_of) {
        buf_putz(&line, ", as of ");
        view_date(&line, as_of);
    }
    lay_wrap(t->out, buf_str(&line), indent, indent, t->columns);
    room = t->columns - indent;
    if (words && *words) {
        view_tame(&tame, str_of(words));
        lay_cut(&cut, buf_str(&tame), t->full ? 400 : room - 2);
        lay_quote(&quoted, buf_str(&cut));
        text_style(t, TEXT_DIM);
        if (lay_width(buf_str(&line)) + 2 + lay_width(buf_str(&quoted)) <=
            room) {
            buf_putz(t->out, "  ");
            buf_put(t->out, buf_str(&quoted));
        } else {
            buf_putc(t->out, '\n');
            lay_pad(t->out, indent);
            lay_wrap(t->out, buf_str(&quoted), indent, indent, t->columns);
        }
        text_style(t, TEXT_PLAIN);
    }
    buf_putc(t->out, '\n');
    buf_free(&line);
    buf_free(&tame);
    buf_free(&cut);
    buf_free(&quoted);
}

/* ---- quantities -------------------------------------------------------- */

static enum text_style
style_of(size_t rank)
{
    static const enum text_style styles[VIEW_RANKS] = {
        TEXT_RED, TEXT_YELLOW, TEXT_YELLOW, TEXT_GREEN, TEXT_PLAIN};

    return styles[rank];
}

/* Every reading of a side with its words, where all is unfolded. */
static void
put_readings(struct text *t, const struct samestory_quantity *q, size_t side)
{
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];
        const struct samestory_article *a =
            view_article(t->view, r->form.article);
        const char *by = view_speaker(t->story, r->said_by);
        struct buf line = {0}, tame = {0};

        if (!a || view_side_of(t->view, q, r) != side)
            continue;
        view_source_in(&line, t->view, a);
        buf_printf(&line, ", %s: ", view_language(r->form.lang));
        view_tame(&tame, str_of(*r->sentence ? r->sentence : r->form.text));
        lay_quote(&line, buf_str(&tame));
        if (by) {
            buf_putz(&line, ", according to ");
            view_tame(&line, str_of(by));
        }
        if (r->as_of) {
            buf_putz(&line, ", as of ");
            view_date(&line, r->as_of);
        }
        lay_pad(t->out, t->values + 4);
        lay_wrap(t->out, buf_str(&line), t->values + 4, t->values + 6,
                 t->columns);
        buf_putc(t->out, '\n');
        buf_free(&line);
        buf_free(&tame);
    }
}

static void
put_label(struct text *t, const char *label, str more)
{
    struct buf line = {0};

    view_tame(&line, str_of(label));
    buf_putz(t->out, "  ");
    lay_wrap(t->out, buf_str(&line), 2, 4, t->columns);
    if (more.n &&
        lay_width(buf_str(&line)) + 5 + lay_width(more) <= t->columns) {
        text_style(t, TEXT_DIM);
        buf_putz(t->out, "  (");
        buf_put(t->out, more);
        buf_putc(t->out, ')');
        text_style(t, TEXT_PLAIN);
    }
    buf_putc(t->out, '\n');
    buf_free(&line);
}

/* The sayers of one side; the words to show are of its best reading. */
static struct sayers
side_sayers(struct text *t, const struct samestory_quantity *q, size_t side,
            const char **words)
{
    struct sayers s = {oom_malloc((q->nreadings + 1) * sizeof(*s.list)), 0};
    bool english = false;

    *words = NULL;
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];

        if (view_side_of(t->view, q, r) != side)
            continue;
        add_sayer(&s, view_article(t->view, r->form.article));
        if (!*words || (!english && strcmp(r->form.lang, "en") == 0)) {
            *words = r->form.text;
            english = strcmp(r->form.lang, "en") == 0;
        }
    }
    return s;
}

static void
put_fact(struct text *t, const struct samestory_quantity *q, size_t rank)
{
    struct buf range = {0};

    if (q->nsides > 2) /* two sides are a range by themselves */
        view_range(&range, q);
    put_label(t, q->label, buf_str(&range));
    buf_free(&range);
    for (size_t i = 0; i < q->nsides; i++) {
        struct buf value = {0};
        const char *words;
        struct sayers s = side_sayers(t, q, i, &words);

        view_side_value(&value, q, &q->sides[i]);
        put_side(t, buf_str(&value), &s, t->full ? NULL : words,
                 /* a series is told with its days */
                 rank == 1 ? q->sides[i].as_of : NULL, style_of(rank));
        if (t->full)
            put_readings(t, q, i);
        buf_free(&value);
        free((void *)(uintptr_t)s.list);
    }
}

/* Voices over all sides; one that tells two values counts once. */
static size_t
distinct_voices(const struct samestory_quantity *q)
{
    size_t n = 0;

    for (size_t i = 0; i < q->nsides; i++)
        for (size_t k = 0; k < q->sides[i].nvoices; k++) {
            bool before = false;

            for (size_t m = 0; m < i && !before; m++)
                for (size_t v = 0; v < q->sides[m].nvoices && !before; v++)
                    before = strcmp(q->sides[m].voices[v],
                                    q->sides[i].voices[k]) == 0;
            n += !before;
        }
    return n;
}

/* Agreed or single: value, label and how many say it, on one line. */
static void
put_short_fact(struct text *t, const struct samestory_quantity *q, size_t rank)
{
    struct buf value = {0}, line = {0};
    const char *words;
    struct sayers s;
    size_t used, voices;

    if (q->nsides == 0)
        return;
    s = side_sayers(t, q, 0, &words);
    view_side_value(&value, q, &q->sides[0]);
    used = lay_width(buf_str(&value));
    lay_pad(t->out, used < t->values ? t->values + 2 - used : 2);
    text_style(t, TEXT_BOLD);
    if (style_of(rank) != TEXT_PLAIN)
        text_style(t, style_of(rank));
    buf_put(t->out, buf_str(&value));
    text_style(t, TEXT_PLAIN);
    buf_putz(t->out, "  ");
    if (used > t->values) {
        buf_putc(t->out, '\n');
        lay_pad(t->out, t->values + 4);
    }
    view_tame(&line, str_of(q->label));
    voices = distinct_voices(q);
    if (voices > 1) {
        buf_putz(&line, ", ");
        view_count(&line, voices, "voice");
    } else if (s.n) {
        buf_putz(&line, ", ");
        view_source_in(&line, t->view, s.list[0]);
    }
    if (words) {
        struct buf tame = {0};

        view_tame(&tame, str_of(words));
        buf_putz(&line, "  ");
        lay_quote(&line, buf_str(&tame));
        buf_free(&tame);
    }
    lay_cut(t->out, buf_str(&line), t->columns - t->values - 4);
    buf_putc(t->out, '\n');
    buf_free(&value);
    buf_free(&line);
    free((void *)(uintptr_t)s.list);
}

/* ---- claims ------------------------------------------------------------ */

static void
put_claim(struct text *t, const struct samestory_dispute *d,
          const struct samestory_side *side)
{
    struct sayers s = {oom_malloc((side->nforms + 1) * sizeof(*s.list)), 0};
    struct buf line = {0}, tame = {0};

    for (size_t k = 0; k < side->nforms; k++)
        add_sayer(&s, view_article(t->view, side->forms[k].article));
    if (side->denial)
        buf_putz(&line, "denied: ");
    view_claim(&line, d, side);
    lay_pad(t->out, 4);
    text_style(t, TEXT_RED);
    lay_wrap(t->out, buf_str(&line), 4, 6, t->columns);
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
    buf_clear(&line);
    put_sayers(t, &s, &line);
    if (side->nforms &&
        strcmp(view_best_form(side->forms, side->nforms)->text, side->value) !=
            0) { /* what it says is not said twice */
        view_tame(&tame,
                  str_of(view_best_form(side->forms, side->nforms)->text));
        buf_putz(&line, "  ");
        lay_quote(&line, buf_str(&tame));
    }
    lay_pad(t->out, 6);
    lay_wrap(t->out, buf_str(&line), 6, 6, t->columns);
    buf_putc(t->out, '\n');
    buf_free(&line);
    buf_free(&tame);
    free((void *)(uintptr_t)s.list);
}

static void
put_dispute(struct text *t, const struct samestory_dispute *d)
{
    put_label(t, d->label, (str){0});
    for (size_t i = 0; i < d->nsides; i++)
        put_claim(t, d, &d->sides[i]);
}

/* How wide the values of the story are, within bounds. */
static size_t
value_columns(const struct samestory_story *s)
{
    struct buf value = {0};
    size_t most = 4;

    for (size_t i = 0; i < s->nquantities; i++)
        for (size_t k = 0; k < s->quantities[i].nsides; k++) {
            size_t n;

            buf_clear(&value);
            view_side_value(&value, &s->quantities[i],
                            &s->quantities[i].sides[k]);
            n = lay_width(buf_str(&value));
            if (n > most && n <= VALUE_COLUMNS)
                most = n;
        }
    buf_free(&value);
    return most;
}

/* ---- all --------------------------------------------------------------- */

void
text_facts(struct text *t)
{
    static const char *const headings[VIEW_RANKS] = {
        "CONTRADICTED", "UPDATED", "REFINED", "AGREED", "TOLD BY ONE VOICE"};
    const struct samestory_quantity **facts = view_facts(t->story);

    t->values = value_columns(t->story);
    for (size_t rank = 0; rank < VIEW_RANKS; rank++) {
        size_t most = text_most(t, most_facts[rank], rank == 0 ? 4 : 2);
        size_t n = 0, shown = 0;
        size_t ndisputes = rank == 0 ? t->story->ndisputes : 0;

        for (size_t i = 0; i < t->story->nquantities; i++)
            n += view_rank(facts[i]->status) == rank;
        if (n + ndisputes == 0)
            continue;
        text_heading(t, headings[rank],
                     rank == VIEW_RANKS - 1 ? TEXT_BOLD : style_of(rank));
        for (size_t i = 0; i < t->story->nquantities; i++) {
            if (view_rank(facts[i]->status) != rank)
                continue;
            if (shown == most)
                break;
            shown++;
            if (rank < 3 || t->full)
                put_fact(t, facts[i], rank);
            else
                put_short_fact(t, facts[i], rank);
        }
        for (size_t i = 0; i < ndisputes && i < text_most(t, MOST_CLAIMS, 2);
             i++)
            put_dispute(t, &t->story->disputes[i]);
        if (n > shown) {
            text_style(t, TEXT_DIM);
            buf_printf(t->out, "  and %zu more (--full shows all)\n",
                       n - shown);
            text_style(t, TEXT_PLAIN);
        }
    }
    free((void *)(uintptr_t)facts);
}
