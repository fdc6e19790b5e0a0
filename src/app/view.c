/* view.c - what all views share: ids looked up, facts in order. */
#include "app/view.h"

#include "base/oom.h"
#include "base/table.h"

#include <stdlib.h>
#include <string.h>

struct view {
    const struct samestory_brief *brief;
    struct table *articles; /* from id to index + 1 */
};

struct view *
view_open(const struct samestory_brief *b)
{
    struct view *v = oom_malloc(sizeof *v);
    bool found;

    *v = (struct view){b, table_open()};
    for (size_t i = 0; i < b->narticles; i++)
        *table_at(v->articles, str_of(b->articles[i].id), &found) =
            (uint32_t)i;
    return v;
}

void
view_close(struct view *v)
{
    if (!v)
        return;
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
            has_voice(side, a->voice))
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

static bool
same_source(const struct samestory_article *a,
            const struct samestory_article *b)
{
    struct buf x = {0}, y = {0};
    bool same;

    view_source(&x, a);
    view_source(&y, b);
    same = str_eq(buf_str(&x), buf_str(&y));
    buf_free(&x);
    buf_free(&y);
    return same;
}

void
view_source_in(struct buf *b, const struct view *v,
               const struct samestory_story *s,
               const struct samestory_article *a)
{
    view_source(b, a);
    for (size_t i = 0; i < s->narticles; i++) {
        const struct samestory_article *other = view_article(v, s->articles[i]);

        if (other && other != a && same_source(a, other)) {
            buf_printf(b, " (%s)", a->id);
            return;
        }
    }
}
