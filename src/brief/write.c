/*
 * write.c - the brief of a set: articles, stories, ids, and the order in
 * which the parts of a story are told.
 */
#include "base/buf.h"
#include "brief/inside.h"

#include <stdlib.h>
#include <string.h>

struct samestory_form
tale_form(const struct tale *t, uint32_t article, span at)
{
    const struct article *a = t->set->articles[article];
    const struct block *b = article_block(a, at.start);

    return (struct samestory_form){.article = t->article_ids[article],
                                   .text =
                                       arena_z(t->mem, article_words(a, at)),
                                   .lang = lang_code(b ? b->lang : a->lang),
                                   .start = at.start,
                                   .end = at.end};
}

const char *
tale_sentence(const struct tale *t, uint32_t article, uint32_t at)
{
    const struct article *a = t->set->articles[article];

    return arena_z(t->mem, str_trim(article_words(a, article_sentence(a, at))));
}

/* ---- articles --------------------------------------------------------- */

static const char *
z_or_null(struct arena *mem, str s)
{
    return s.n ? arena_z(mem, s) : NULL;
}

static const char *
body_of(const struct article *a, struct arena *mem)
{
    struct buf b = {0};
    const char *out;

    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *k = &a->blocks[i];

        if (!k->kept || (k->kind != BLOCK_HEADING && k->kind != BLOCK_BODY &&
                         k->kind != BLOCK_QUOTE))
            continue;
        if (b.n)
            buf_putc(&b, '\n');
        buf_put(&b, k->text);
    }
    out = arena_z(mem, buf_str(&b));
    buf_free(&b);
    return out;
}

static void
article_tell(const struct article *a, struct samestory_article *out,
             struct arena *mem)
{
    struct samestory_block *blocks =
        arena_new(mem, struct samestory_block, a->nblocks);
    const char **byline = arena_new(mem, const char *, a->nbyline);

    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        blocks[i] = (struct samestory_block){
            block_kind_name(b->kind),  lang_code(b->lang),
            arena_z(mem, b->text),     b->kept,
            b->kept ? b->at.start : 0, b->kept ? b->at.end : 0};
    }
    for (size_t i = 0; i < a->nbyline; i++)
        byline[i] = arena_z(mem, a->byline[i]);
    out->given_id = z_or_null(mem, a->given_id);
    out->path = arena_z(mem, a->path);
    out->url = z_or_null(mem, a->url);
    out->title = arena_z(mem, a->title);
    out->byline = byline;
    out->nbyline = a->nbyline;
    out->agency = z_or_null(mem, a->agency);
    out->lang = lang_code(a->lang);
    out->text = arena_z(mem, a->text);
    out->body = body_of(a, mem);
    out->blocks = blocks;
    out->nblocks = a->nblocks;
    out->extra = z_or_null(mem, a->extra);
}

/* ---- stories ---------------------------------------------------------- */

struct group {
    uint32_t story;    /* number in the set */
    uint32_t *members; /* in order of the set */
    size_t n, voices;
};

/* More voices first, then more articles, then the order of the set. */
static int
by_weight(const void *a, const void *b)
{
    const struct group *x = a, *y = b;

    if (x->voices != y->voices)
        return x->voices > y->voices ? -1 : 1;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return (x->members[0] > y->members[0]) - (x->members[0] < y->members[0]);
}

static size_t
voices_of(const struct set *set, const uint32_t *members, size_t n)
{
    size_t voices = 0;

    for (size_t i = 0; i < n; i++) {
        bool heard = false;

        for (size_t k = 0; k < i && !heard; k++)
            heard = set->voice[members[k]] == set->voice[members[i]];
        voices += !heard;
    }
    return voices;
}

static int
by_story(const void *a, const void *b)
{
    const uint32_t *const *x = a, *const *y = b;

    /* the number of the article stands behind its story */
    if ((*x)[0] != (*y)[0])
        return (*x)[0] < (*y)[0] ? -1 : 1;
    return ((*x)[1] > (*y)[1]) - ((*x)[1] < (*y)[1]);
}

static size_t
group_articles(const struct set *set, struct group **out, struct arena *mem)
{
    uint32_t **order = arena_new(mem, uint32_t *, set->narticles);
    uint32_t *pairs = arena_new(mem, uint32_t, set->narticles * 2);
    uint32_t *flat = arena_new(mem, uint32_t, set->narticles);
    size_t n = 0;

    *out = arena_new(mem, struct group, set->narticles);
    for (uint32_t i = 0; i < set->narticles; i++) {
        order[i] = pairs + 2 * (size_t)i;
        order[i][0] = set->story[i];
        order[i][1] = i;
    }
    if (set->narticles)
        qsort(order, set->narticles, sizeof *order, by_story);
    for (size_t i = 0; i < set->narticles; i++) {
        flat[i] = order[i][1];
        if (i == 0 || order[i][0] != order[i - 1][0])
            (*out)[n++] = (struct group){order[i][0], flat + i, 0, 0};
        (*out)[n - 1].n++;
    }
    for (size_t g = 0; g < n; g++)
        (*out)[g].voices = voices_of(set, (*out)[g].members, (*out)[g].n);
    qsort(*out, n, sizeof **out, by_weight);
    return n;
}

/* A language that holds this share of a page's text is one of the page's. */
#define LANG_SHARE 0.2

static void
langs_tell(const struct tale *t)
{
    const char **langs = arena_new(t->mem, const char *, LANG_COUNT);
    bool seen[LANG_COUNT] = {false};
    size_t n = 0;

    for (size_t i = 0; i < t->nmembers; i++) {
        const struct article *a = t->set->articles[t->members[i]];
        size_t bytes[LANG_COUNT] = {0};

        for (size_t k = 0; k < a->nblocks; k++)
            if (a->blocks[k].kept)
                bytes[a->blocks[k].lang] += a->blocks[k].text.n;
        for (int l = 0; l < LANG_COUNT; l++) {
            bool speaks = l == (int)a->lang ||
                          (double)bytes[l] > LANG_SHARE * (double)a->text.n;

            if (speaks && !seen[l] && l != LANG_UND) {
                langs[n++] = lang_code((enum lang)l);
                seen[l] = true;
            }
        }
    }
    t->out->langs = langs;
    t->out->nlangs = n;
}

static void
span_tell(const struct tale *t)
{
    char first[16] = "", last[16] = "", day[16];

    for (size_t i = 0; i < t->nmembers; i++) {
        struct day d = t->day[t->members[i]];

        if (!d.year || !d.month || !d.day)
            continue;
        day_edtf(d, day);
        if (!*first || strcmp(day, first) < 0)
            strcpy(first, day);
        if (strcmp(day, last) > 0)
            strcpy(last, day);
    }
    t->out->first = *first ? arena_z(t->mem, str_of(first)) : NULL;
    t->out->last = *last ? arena_z(t->mem, str_of(last)) : NULL;
}

/* More links than stand before a language, and before the latest figures. */
#define READER_RANK 1000000
#define LATEST_RANK 1000

/* The weightiest figure that grew in the course of the story; NULL. */
static const struct samestory_quantity *
grown(const struct tale *t)
{
    for (size_t i = 0; i < t->out->nquantities; i++)
        if (strcmp(t->out->quantities[i].status, "updated") == 0)
            return &t->out->quantities[i];
    return NULL;
}

/* Whether a page tells a growing figure as it was told last. */
static bool
tells_last(const struct samestory_quantity *q, const char *article)
{
    const struct samestory_side *last = &q->sides[q->nsides - 1];

    for (size_t i = 0; i < q->nreadings; i++)
        if (strcmp(q->readings[i].form.article, article) == 0 &&
            q->readings[i].min == last->min && q->readings[i].max == last->max)
            return true;
    return false;
}

/*
 * The story's title: one in the reader's language if there is one; of a page
 * that knows the last of what grew, as a toll; of the page that most others
 * stem from or that comes first. Figures are told before.
 */
static const char *
title_of(const struct tale *t)
{
    const struct samestory_quantity *toll = grown(t);
    const struct article *best = NULL;
    int rank = -1;

    for (size_t i = 0; i < t->nmembers; i++) {
        const struct article *a = t->set->articles[t->members[i]];
        int r = 0;

        if (a->title.n == 0)
            continue;
        r += a->lang == t->reader ? READER_RANK : 0;
        if (toll && tells_last(toll, t->article_ids[t->members[i]]))
            r += LATEST_RANK;
        for (size_t k = 0; k < t->set->nlinks; k++)
            r += t->set->links[k].from == t->members[i] &&
                 t->set->links[k].to != t->members[i];
        if (r > rank) {
            rank = r;
            best = a;
        }
    }
    if (best)
        return arena_z(t->mem, best->title);
    return tale_sentence(t, t->members[0], 0);
}

static void
story_tell(struct tale *t)
{
    const char **ids = arena_new(t->mem, const char *, t->nmembers);

    for (size_t i = 0; i < t->nmembers; i++)
        ids[i] = t->article_ids[t->members[i]];
    t->out->articles = ids;
    t->out->narticles = t->nmembers;
    langs_tell(t);
    span_tell(t);
    bearers_tell(t);
    timeline_tell(t);
    figures_tell(t);
    t->out->title = title_of(t);
    disputes_tell(t);
    quotes_tell(t);
    lineage_tell(t);
}

/* ---- the whole -------------------------------------------------------- */

struct ids {
    const char **article, **voice;
};

static void
name_articles(const struct set *set, struct ids *ids, struct arena *mem)
{
    uint32_t nvoices = 0;

    ids->article = arena_new(mem, const char *, set->narticles);
    ids->voice = arena_new(mem, const char *, set->narticles);
    for (uint32_t i = 0; i < set->narticles; i++) {
        ids->article[i] =
            set->stored
                ? arena_printf(mem, "a%lld", (long long)set->articles[i]->id).s
                : arena_printf(mem, "a%u", i + 1).s;
        for (uint32_t k = 0; k < i && !ids->voice[i]; k++)
            if (set->voice[k] == set->voice[i])
                ids->voice[i] = ids->voice[k];
        if (!ids->voice[i])
            ids->voice[i] = arena_printf(mem, "v%u", ++nvoices).s;
    }
}

const struct samestory_brief *
brief_write(const struct lexicon *lx, const struct set *set, enum lang reader,
            struct arena *mem)
{
    struct samestory_brief *brief = arena_new(mem, struct samestory_brief, 1);
    struct samestory_article *articles =
        arena_new(mem, struct samestory_article, set->narticles);
    struct day *day = arena_new(mem, struct day, set->narticles);
    struct day *anchor = arena_new(mem, struct day, set->narticles);
    enum published_from *from =
        arena_new(mem, enum published_from, set->narticles);
    struct samestory_story *stories;
    struct group *groups;
    struct ids ids;
    size_t n = group_articles(set, &groups, mem);

    days_settle(lx, set, day, anchor, from, mem);
    name_articles(set, &ids, mem);
    stories = arena_new(mem, struct samestory_story, n);
    for (size_t g = 0; g < n; g++) {
        struct tale t = {.lx = lx,
                         .set = set,
                         .mem = mem,
                         .reader = reader,
                         .article_ids = ids.article,
                         .voice_ids = ids.voice,
                         .day = day,
                         .anchor = anchor,
                         .members = groups[g].members,
                         .nmembers = groups[g].n,
                         .out = &stories[g]};

        t.bearer_of = arena_new(mem, uint32_t *, set->narticles);
        stories[g].id =
            arena_printf(mem, "s%u",
                         set->stored ? groups[g].story : (uint32_t)g + 1)
                .s;
        stories[g].voices = groups[g].voices;
        for (size_t i = 0; i < groups[g].n; i++)
            articles[groups[g].members[i]].story = stories[g].id;
        story_tell(&t);
    }
    for (size_t i = 0; i < set->narticles; i++) {
        struct samestory_article *a = &articles[i];
        char edtf[16];

        article_tell(set->articles[i], a, mem);
        a->id = ids.article[i];
        a->voice = ids.voice[i];
        a->published_from = published_from_name(from[i]);
        if (set->articles[i]->published.n)
            a->published = arena_z(mem, set->articles[i]->published);
        else if (day[i].year && day[i].day)
            a->published = arena_z(mem, str_of(day_edtf(day[i], edtf)));
    }
    *brief = (struct samestory_brief){articles, set->narticles, stories, n};
    return brief;
}
