/* view.c - what all views share: ids looked up, facts in order. */
#include "app/view.h"

#include "base/oom.h"
#include "base/table.h"

#include <stdlib.h>
#include <string.h>

struct view {
    const struct samestory_brief *brief;
    struct table *articles; /* from id to index */
    char **labels;          /* what each article's source is called */
};

/* A key for a label within a story. */
static void
label_key(struct buf *key, const struct samestory_article *a)
{
    buf_clear(key);
    buf_printf(key, "%s\n", a->story);
    view_source(key, a);
}

/* Sources by name; with the article's id where a story has two of a name. */
static void
name_sources(struct view *v)
{
    const struct samestory_brief *b = v->brief;
    struct table *seen = table_open();
    struct buf key = {0};
    bool found;

    for (size_t i = 0; i < b->narticles; i++) {
        label_key(&key, &b->articles[i]);
        ++*table_at(seen, buf_str(&key), &found);
    }
    for (size_t i = 0; i < b->narticles; i++) {
        const struct samestory_article *a = &b->articles[i];
        struct buf label = {0};

        label_key(&key, a);
        view_source(&label, a);
        if (*table_at(seen, buf_str(&key), &found) > 1) {
            buf_putz(&label, " (");
            view_tame(&label, str_of(a->id));
            buf_putc(&label, ')');
        }
        v->labels[i] = label.s ? label.s : buf_room(&label, 0);
        v->labels[i][label.n] = '\0';
    }
    buf_free(&key);
    table_close(seen);
}

struct view *
view_open(const struct samestory_brief *b)
{
    struct view *v = oom_malloc(sizeof *v);
    bool found;

    *v = (struct view){b, table_open(),
                       oom_malloc((b->narticles + 1) * sizeof *v->labels)};
    for (size_t i = 0; i < b->narticles; i++)
        *table_at(v->articles, str_of(b->articles[i].id), &found) = (uint32_t)i;
    name_sources(v);
    return v;
}

void
view_close(struct view *v)
{
    if (!v)
        return;
    for (size_t i = 0; i < v->brief->narticles; i++)
        free(v->labels[i]);
    free(v->labels);
    table_close(v->articles);
    free(v);
}

size_t
view_article_at(const struct view *v, const char *id)
{
    const uint32_t *at = table_get(v->articles, str_of(id));

    return at ? *at : SIZE_MAX;
}

const struct samestory_article *
view_article(const struct view *v, const char *id)
{
    size_t at = view_article_at(v, id);

    return at == SIZE_MAX ? NULL : &v->brief->articles[at];
}

const char *
view_speaker(const struct samestory_story *s, const char *id)
{
    /* only what looks like an id can be one */
    if (id && id[0] == 'n' && id[1] >= '0' && id[1] <= '9')
        for (size_t i = 0; i < s->nnames; i++)
            if (strcmp(s->names[i].id, id) == 0)
                return s->names[i].label;
    return id;
}

size_t
view_rank(const char *status)
{
    static const char *const ranks[VIEW_RANKS] = {
        "contradicted", "updated", "refined", "agreed", "single"};

    for (size_t i = 0; i < VIEW_RANKS; i++)
        if (strcmp(status, ranks[i]) == 0)
            return i;
    return VIEW_RANKS - 1;
}

const struct samestory_quantity **
view_facts(const struct samestory_story *s)
{
    const struct samestory_quantity **list =
        oom_malloc((s->nquantities + 1) * sizeof(*list));
    size_t n = 0;

    for (size_t rank = 0; rank < VIEW_RANKS; rank++)
        for (size_t i = 0; i < s->nquantities; i++)
            if (view_rank(s->quantities[i].status) == rank)
                list[n++] = &s->quantities[i];
    return list;
}

static bool
has_voice(const struct samestory_side *side, const char *voice)
{
    for (size_t i = 0; i < side->nvoices; i++)
        if (strcmp(side->voices[i], voice) == 0)
            return true;
    return false;
}

size_t
view_side_of(const struct view *v, const struct samestory_quantity *q,
             const struct samestory_reading *r)
{
    const struct samestory_article *a = view_article(v, r->form.article);

    for (size_t i = 0; a && i < q->nsides; i++) {
        const struct samestory_side *side = &q->sides[i];

        /* infinities are equal to themselves */
        if (!(side->min < r->min) && !(side->min > r->min) &&
            !(side->max < r->max) && !(side->max > r->max) &&
            side->denial == r->denial && has_voice(side, a->voice))
            return i;
    }
    return q->nsides;
}

const struct samestory_form *
view_best_form(const struct samestory_form *forms, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(forms[i].lang, "en") == 0)
            return &forms[i];
    return forms;
}

void
view_source_in(struct buf *b, const struct view *v,
               const struct samestory_article *a)
{
    buf_putz(b, v->labels[a - v->brief->articles]);
}
