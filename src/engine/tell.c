/* tell.c - stories out: briefs, lists, search. */
#include "brief/brief.h"
#include "engine/settle.h"
#include "twin/kin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "s12", "12" -> 12; 0: no id. */
static int64_t
number_of(const char *id)
{
    char *end;
    long long n;

    if (*id == 's' || *id == 'a')
        id++;
    if (*id < '0' || *id > '9')
        return 0;
    n = strtoll(id, &end, 10);
    return *end || n <= 0 ? 0 : n;
}

static bool
is_open(struct samestory *e)
{
    e->err = (struct err){0};
    if (e->store && e->lexicon)
        return true;
    return err_set(&e->err, ERR_USAGE, "the engine is not open");
}

/* Says of which stories those of a store are parts. */
static bool
splits(struct samestory *e, const struct samestory_brief *b, struct arena *mem)
{
    /* the stories are ours, const is for who gets the answer */
    struct samestory_story *s = (struct samestory_story *)(uintptr_t)b->stories;

    for (size_t i = 0; i < b->nstories && !e->in_memory; i++) {
        int64_t from;

        if (!store_split_of(e->store, number_of(s[i].id), &from, &e->err))
            return false;
        if (from)
            s[i].split_from = arena_printf(mem, "s%lld", (long long)from).s;
    }
    return true;
}

enum samestory_status
samestory_tell(struct samestory *e, const char *story,
               const struct samestory_brief **out)
{
    struct samestory_brief *answer;
    struct arena *mem;
    struct store_row *rows;
    struct set set;
    int64_t id = 0;
    size_t n;

    *out = NULL;
    if (!is_open(e) || !settle_now(e))
        return engine_status(e);
    if (story) {
        int64_t asked = number_of(story);

        if (!asked || !store_story(e->store, asked, &id, &e->err) || !id) {
            if (e->err.kind == ERR_NONE)
                err_set(&e->err, ERR_USAGE, "there is no story %s", story);
            return e->err.kind == ERR_STORE ? SAMESTORY_STORE
                                            : SAMESTORY_NOTHING;
        }
    }
    mem = answer_open(sizeof *answer, (void **)&answer);
    if (!store_rows(e->store, id, &rows, &n, mem, &e->err) ||
        !engine_set(e, rows, n, &set, mem)) {
        samestory_free(answer);
        return engine_status(e);
    }
    kin_find(e->lexicon, &set, mem);
    *answer = *brief_write(e->lexicon, &set, e->reader, mem);
    if (!splits(e, answer, mem)) {
        samestory_free(answer);
        return engine_status(e);
    }
    *out = answer;
    if (answer->nstories == 0) {
        err_set(&e->err, ERR_INPUT, "no story");
        return SAMESTORY_NOTHING;
    }
    return SAMESTORY_OK;
}

/* ---- heads: articles and stories without their facts ------------------ */

static void
head_of(const struct article *a, int64_t story, struct arena *mem,
        struct samestory_article *h)
{
    const char **byline = arena_new(mem, const char *, a->nbyline);

    for (size_t i = 0; i < a->nbyline; i++)
        byline[i] = arena_z(mem, a->byline[i]);
    *h = (struct samestory_article){
        .id = arena_printf(mem, "a%lld", (long long)a->id).s,
        .given_id = a->given_id.n ? arena_z(mem, a->given_id) : NULL,
        .path = arena_z(mem, a->path),
        .url = a->url.n ? arena_z(mem, a->url) : NULL,
        .title = arena_z(mem, a->title),
        .byline = byline,
        .nbyline = a->nbyline,
        .agency = a->agency.n ? arena_z(mem, a->agency) : NULL,
        .lang = lang_code(a->lang),
        .published = a->published.n ? arena_z(mem, a->published) : NULL,
        .published_from = published_from_name(a->published_from),
        .text = arena_z(mem, a->text),
        .body = "",
        .story = story ? arena_printf(mem, "s%lld", (long long)story).s : "",
        .voice = ""};
}

struct head {
    int64_t id, story;
    uint32_t voice;
    struct samestory_article article;
};

static int
by_story(const void *a, const void *b)
{
    const struct head *x = a, *y = b;

    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

/* The title that heads a story, whatever order its pages came in: English
 * before other languages, the first day before later ones. */
static bool
heads_better(const struct samestory_article *a,
             const struct samestory_article *b)
{
    const char *x = a->published ? a->published : "9";
    const char *y = b->published ? b->published : "9";
    int c = (strcmp(b->lang, "en") == 0) - (strcmp(a->lang, "en") == 0);

    if (c == 0)
        c = strncmp(x, y, 10); /* the day */
    if (c == 0)
        c = strcmp(a->path, b->path);
    return c ? c < 0 : strcmp(a->title, b->title) < 0;
}

/* One story of the heads from `i` to `k`. */
static void
story_head(const struct head *h, size_t n, struct arena *mem,
           struct samestory_story *s)
{
    const char **ids = arena_new(mem, const char *, n);
    const char **langs = arena_new(mem, const char *, n);
    uint32_t *voices = arena_new(mem, uint32_t, n);
    const struct samestory_article *best = NULL;

    *s = (struct samestory_story){.id = h->article.story,
                                  .title = "",
                                  .articles = ids,
                                  .narticles = n,
                                  .langs = langs};
    for (size_t i = 0; i < n; i++) {
        const struct samestory_article *a = &h[i].article;
        bool heard = false, spoken = false;

        ids[i] = a->id;
        if (*a->title && (!best || heads_better(a, best)))
            best = a;
        for (size_t k = 0; k < s->voices; k++)
            heard |= voices[k] == h[i].voice;
        if (!heard)
            voices[s->voices++] = h[i].voice;
        for (size_t k = 0; k < s->nlangs; k++)
            spoken |= strcmp(langs[k], a->lang) == 0;
        if (!spoken)
            langs[s->nlangs++] = a->lang;
        if (a->published && (!s->first || strcmp(a->published, s->first) < 0))
            s->first = arena_z(mem, str_cut(str_of(a->published), 0, 10));
        if (a->published && (!s->last || strcmp(a->published, s->last) > 0))
            s->last = arena_z(mem, str_cut(str_of(a->published), 0, 10));
    }
    if (best)
        s->title = best->title;
}

static bool
passes(const struct samestory_story *s, const struct samestory_filter *f)
{
    bool lang = !f || !f->lang;

    if (!f)
        return true;
    for (size_t i = 0; i < s->nlangs; i++)
        lang |= strcmp(s->langs[i], f->lang ? f->lang : "") == 0;
    return lang && s->voices >= f->min_voices &&
           (!f->since || (s->last && strcmp(s->last, f->since) >= 0)) &&
           (!f->until || (s->first && strcmp(s->first, f->until) <= 0));
}

static int
latest_first(const void *a, const void *b)
{
    const struct samestory_story *x = a, *y = b;
    int c = strcmp(y->last ? y->last : "", x->last ? x->last : "");

    if (c == 0)
        c = (x->narticles < y->narticles) - (x->narticles > y->narticles);
    return c ? c : strcmp(x->id, y->id);
}

/* Heads of rows; false and e->err where the store fails. */
static bool
heads(struct samestory *e, const struct store_row *rows, size_t n,
      struct head **out, struct arena *mem)
{
    *out = arena_new(mem, struct head, n);
    for (size_t i = 0; i < n; i++) {
        struct article *a = store_load(e->store, rows[i].id, &e->err);

        if (!a)
            return false;
        (*out)[i].id = rows[i].id;
        (*out)[i].story = rows[i].story;
        (*out)[i].voice = rows[i].voice;
        head_of(a, rows[i].story, mem, &(*out)[i].article);
        article_free(a);
    }
    return true;
}

static void
fill(struct samestory_brief *answer, const struct head *h, size_t n,
     const struct samestory_filter *filter, struct arena *mem)
{
    struct samestory_article *articles =
        arena_new(mem, struct samestory_article, n);
    struct samestory_story *stories = arena_new(mem, struct samestory_story, n);
    size_t nstories = 0, narticles = 0;

    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && h[k].story == h[i].story; k++)
            ;
        story_head(h + i, k - i, mem, &stories[nstories]);
        if (!passes(&stories[nstories], filter))
            continue;
        nstories++;
        for (size_t m = i; m < k; m++)
            articles[narticles++] = h[m].article;
    }
    *answer = (struct samestory_brief){articles, narticles, stories, nstories};
}

enum samestory_status
samestory_stories(struct samestory *e, const struct samestory_filter *filter,
                  const struct samestory_brief **out)
{
    struct samestory_brief *answer;
    struct arena *mem;
    struct store_row *rows;
    struct head *h;
    size_t n;
    bool *wanted = NULL;

    *out = NULL;
    if (!is_open(e) || !settle_now(e))
        return engine_status(e);
    mem = answer_open(sizeof *answer, (void **)&answer);
    if (!store_rows(e->store, 0, &rows, &n, mem, &e->err))
        goto fail;
    if (filter && filter->name) {
        struct buf query = {0};
        struct store_row *hits;
        size_t nhits = 0;
        size_t kept = 0;
        bool ok =
            !search_query(e->lexicon, str_of(filter->name), &query) ||
            store_search(e->store, query.s, n, &hits, &nhits, mem, &e->err);

        buf_free(&query);
        if (!ok)
            goto fail;
        wanted = arena_new(mem, bool, n);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < nhits && !wanted[i]; k++)
                wanted[i] = hits[k].story == rows[i].story;
        for (size_t i = 0; i < n; i++)
            if (wanted[i])
                rows[kept++] = rows[i];
        n = kept;
    }
    if (!heads(e, rows, n, &h, mem))
        goto fail;
    if (n)
        qsort(h, n, sizeof *h, by_story);
    fill(answer, h, n, filter, mem);
    if (!splits(e, answer, mem))
        goto fail;
    if (answer->nstories)
        qsort((void *)(uintptr_t)answer->stories, answer->nstories,
              sizeof *answer->stories, latest_first);
    *out = answer;
    return answer->nstories ? SAMESTORY_OK : SAMESTORY_NOTHING;
fail:
    samestory_free(answer);
    return engine_status(e);
}

enum samestory_status
samestory_find(struct samestory *e, const char *words, size_t most,
               const struct samestory_brief **out)
{
    struct samestory_brief *answer;
    struct arena *mem;
    struct store_row *rows;
    struct buf query = {0};
    struct head *h;
    struct samestory_article *articles;
    size_t n = 0;
    bool ok;

    *out = NULL;
    if (!is_open(e) || !settle_now(e))
        return engine_status(e);
    if (!search_query(e->lexicon, str_of(words), &query)) {
        buf_free(&query);
        return SAMESTORY_NOTHING;
    }
    mem = answer_open(sizeof *answer, (void **)&answer);
    ok = store_search(e->store, query.s, most, &rows, &n, mem, &e->err) &&
         heads(e, rows, n, &h, mem);
    buf_free(&query);
    if (!ok) {
        samestory_free(answer);
        return engine_status(e);
    }
    articles = arena_new(mem, struct samestory_article, n);
    for (size_t i = 0; i < n; i++)
        articles[i] = h[i].article;
    *answer = (struct samestory_brief){articles, n, NULL, 0};
    *out = answer;
    return n ? SAMESTORY_OK : SAMESTORY_NOTHING;
}
