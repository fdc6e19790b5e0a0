/* view_json.c - the brief as samestory.brief/1 lays it down. */
#include "app/view.h"

#include <math.h>

static void
strings(struct json_writer *w, const char *key, const char *const *list,
        size_t n)
{
    json_key(w, key);
    json_open(w, '[');
    for (size_t i = 0; i < n; i++)
        json_z(w, list[i]);
    json_close(w, ']');
}

static void
text(struct json_writer *w, const char *key, const char *z)
{
    json_key(w, key);
    json_z(w, z);
}

static void
number(struct json_writer *w, const char *key, double v)
{
    json_key(w, key);
    json_num(w, v); /* null where it is open */
}

/* A share from 0 to 1, to three places. */
static void
share(struct json_writer *w, const char *key, double v)
{
    number(w, key, round(v * 1000) / 1000);
}

/* ---- articles ---------------------------------------------------------- */

static void
block(const struct samestory_block *b, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "kind", b->kind);
    text(w, "lang", b->lang);
    text(w, "text", b->text);
    if (b->kept) {
        number(w, "start", (double)b->start);
        number(w, "end", (double)b->end);
    } else {
        text(w, "start", NULL);
        text(w, "end", NULL);
    }
    json_close(w, '}');
}

static void
article(const struct samestory_article *a, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "id", a->id);
    if (a->given_id)
        text(w, "given_id", a->given_id);
    text(w, "path", a->path);
    text(w, "url", a->url);
    text(w, "title", a->title);
    strings(w, "byline", a->byline, a->nbyline);
    text(w, "agency", a->agency);
    text(w, "lang", a->lang);
    text(w, "published", a->published);
    text(w, "published_from", a->published_from);
    text(w, "text", a->text);
    text(w, "story", *a->story ? a->story : NULL);
    text(w, "voice", *a->voice ? a->voice : NULL);
    json_key(w, "blocks");
    json_open(w, '[');
    for (size_t i = 0; i < a->nblocks; i++)
        block(&a->blocks[i], w);
    json_close(w, ']');
    if (a->extra) {
        json_key(w, "extra");
        json_raw(w, str_of(a->extra));
    }
    json_close(w, '}');
}

/* ---- facts ------------------------------------------------------------- */

/* The members of a form, in an open object. */
static void
form_members(const struct samestory_form *f, struct json_writer *w)
{
    text(w, "article", f->article);
    text(w, "text", f->text);
    text(w, "lang", f->lang);
    number(w, "start", (double)f->start);
    number(w, "end", (double)f->end);
}

static void
forms(struct json_writer *w, const char *key, const struct samestory_form *f,
      size_t n)
{
    json_key(w, key);
    json_open(w, '[');
    for (size_t i = 0; i < n; i++) {
        json_open(w, '{');
        form_members(&f[i], w);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void
name(const struct samestory_name *n, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "id", n->id);
    text(w, "label", n->label);
    text(w, "kind", n->kind);
    text(w, "role", *n->role ? n->role : NULL);
    forms(w, "forms", n->forms, n->nforms);
    json_close(w, '}');
}

static void
date(const struct samestory_date *d, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "date", d->date);
    text(w, "precision", d->precision);
    text(w, "label", d->label);
    forms(w, "mentions", d->mentions, d->nmentions);
    json_close(w, '}');
}

static void
reading(const struct samestory_reading *r, struct json_writer *w)
{
    json_open(w, '{');
    form_members(&r->form, w);
    number(w, "min", r->min);
    number(w, "max", r->max);
    json_key(w, "approx");
    json_bool(w, r->approx);
    json_key(w, "denial");
    json_bool(w, r->denial);
    text(w, "unit", r->unit);
    text(w, "as_of", r->as_of);
    text(w, "said_by", r->said_by);
    text(w, "sentence", r->sentence);
    json_close(w, '}');
}

static void
quantity(const struct samestory_quantity *q, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "id", q->id);
    text(w, "label", q->label);
    text(w, "status", q->status);
    share(w, "weight", q->weight);
    json_key(w, "readings");
    json_open(w, '[');
    for (size_t i = 0; i < q->nreadings; i++)
        reading(&q->readings[i], w);
    json_close(w, ']');
    json_key(w, "sides");
    json_open(w, '[');
    for (size_t i = 0; i < q->nsides; i++) {
        const struct samestory_side *s = &q->sides[i];

        json_open(w, '{');
        number(w, "min", s->min);
        number(w, "max", s->max);
        text(w, "as_of", s->as_of);
        strings(w, "voices", s->voices, s->nvoices);
        json_key(w, "denial");
        json_bool(w, s->denial);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_key(w, "range");
    json_open(w, '{');
    number(w, "low", q->low);
    number(w, "best", q->best);
    number(w, "high", q->high);
    text(w, "unit", q->unit);
    json_close(w, '}');
    text(w, "first", q->first);
    text(w, "latest", q->latest);
    json_close(w, '}');
}

static void
dispute(const struct samestory_dispute *d, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "label", d->label);
    text(w, "about", d->about);
    json_key(w, "sides");
    json_open(w, '[');
    for (size_t i = 0; i < d->nsides; i++) {
        const struct samestory_side *s = &d->sides[i];

        json_open(w, '{');
        text(w, "value", s->value);
        strings(w, "voices", s->voices, s->nvoices);
        json_key(w, "denial");
        json_bool(w, s->denial);
        forms(w, "forms", s->forms, s->nforms);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_close(w, '}');
}

static void
quote(const struct samestory_quote *q, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "speaker", q->speaker);
    forms(w, "forms", q->forms, q->nforms);
    json_close(w, '}');
}

static void
origin(const struct samestory_link *l, struct json_writer *w)
{
    json_open(w, '{');
    text(w, "from", l->from);
    text(w, "to", l->to);
    text(w, "kind", l->kind);
    share(w, "overlap", l->overlap);
    share(w, "certain", l->certain);
    json_key(w, "changes");
    json_open(w, '[');
    for (size_t i = 0; i < l->nchanges; i++) {
        json_open(w, '{');
        text(w, "from", l->changes[i].from);
        text(w, "to", l->changes[i].to);
        text(w, "type", l->changes[i].type);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_close(w, '}');
}

/* ---- stories ----------------------------------------------------------- */

void
view_json_story_head(const struct samestory_story *s, struct json_writer *w)
{
    text(w, "id", s->id);
    text(w, "title", s->title);
    strings(w, "articles", s->articles, s->narticles);
    strings(w, "langs", s->langs, s->nlangs);
    number(w, "voices", (double)s->voices);
    if (s->split_from)
        text(w, "split_from", s->split_from);
    text(w, "first", s->first);
    text(w, "last", s->last);
}

#define EACH(w, key, list, n, put)                                             \
    do {                                                                       \
        json_key(w, key);                                                      \
        json_open(w, '[');                                                     \
        for (size_t i_ = 0; i_ < (n); i_++)                                    \
            put(&(list)[i_], w);                                               \
        json_close(w, ']');                                                    \
    } while (0)

static void
story(const struct samestory_story *s, struct json_writer *w)
{
    json_open(w, '{');
    view_json_story_head(s, w);
    EACH(w, "names", s->names, s->nnames, name);
    EACH(w, "timeline", s->timeline, s->ntimeline, date);
    EACH(w, "quantities", s->quantities, s->nquantities, quantity);
    EACH(w, "disputes", s->disputes, s->ndisputes, dispute);
    EACH(w, "quotes", s->quotes, s->nquotes, quote);
    EACH(w, "lineage", s->lineage, s->nlineage, origin);
    json_close(w, '}');
}

void
view_json(const struct samestory_brief *b, struct buf *out)
{
    struct json_writer writer = {out, false}, *w = &writer;

    json_open(w, '{');
    text(w, "schema", SAMESTORY_BRIEF_SCHEMA);
    EACH(w, "articles", b->articles, b->narticles, article);
    EACH(w, "stories", b->stories, b->nstories, story);
    json_close(w, '}');
    buf_putc(out, '\n');
}
