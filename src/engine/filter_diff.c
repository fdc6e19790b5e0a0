/* filter_diff.c - two pages word by word: diff. */
#include "engine/filter.h"

#include "base/json.h"
#include "engine/digest.h"
#include "engine/engine.h"
#include "source/source.h"
#include "twin/diff.h"
#include "twin/kin.h"

#include <math.h>
#include <unistd.h>

static void
complain(void *ctx, const char *path, const char *why)
{
    const struct samestory_watcher *const *w = ctx;

    if (*w && (*w)->complain)
        (*w)->complain((*w)->ctx, path, why);
}

/* One of the two pages. */
struct side {
    struct article *a;
    bool ours; /* else the engine's */
};

/* An article of the store by its id, where no file has that name. */
static bool
stored(struct samestory *e, const char *id, struct side *side)
{
    int64_t row = e->in_memory || access(id, F_OK) == 0 ? 0 : engine_id(id);

    side->a = row ? engine_article(e, row) : NULL;
    return side->a != NULL;
}

/* The first article of the path, digested; false and err. */
static bool
first_article(struct samestory *e, const char *path,
              const struct samestory_watcher *watcher, struct side *side)
{
    struct source *s = source_open(&path, 1, e->most_bytes, complain, &watcher);

    side->a = source_next(s);
    side->ours = true;
    source_close(s);
    if (!side->a)
        return err_set(&e->err, ERR_INPUT, "%s: no article", path);
    digest(e->lexicon, side->a);
    return !side->a->why_not ||
           err_set(&e->err, ERR_INPUT, "%s: %s", path, side->a->why_not);
}

static void
put_page(struct json_writer *w, const char *key, const struct article *a)
{
    json_key(w, key);
    json_open(w, '{');
    json_key(w, "path");
    json_str(w, a->path);
    json_key(w, "title");
    json_str(w, a->title);
    json_key(w, "lang");
    json_z(w, lang_code(a->lang));
    json_close(w, '}');
}

static void
put_words(struct json_writer *w, const char *key, str text, span at)
{
    json_key(w, key);
    json_str(w, str_cut(text, at.start, at.end));
}

static void
put_piece(struct json_writer *w, const struct piece *p, str a, str b)
{
    static const char *const ops[] = {"same", "changed", "cut", "inserted",
                                      "moved"};

    json_open(w, '{');
    json_key(w, "op");
    json_z(w, ops[p->op]);
    if (p->op != PIECE_SAME) {
        json_key(w, "type");
        json_z(w, change_kind_name(p->kind));
    }
    put_words(w, "from", a, p->a);
    put_words(w, "to", b, p->b);
    json_key(w, "from_start");
    json_num(w, p->a.start);
    json_key(w, "to_start");
    json_num(w, p->b.start);
    json_close(w, '}');
}

static enum change_kind
turned(enum change_kind kind)
{
    return kind == CHANGE_CUT        ? CHANGE_INSERTED
           : kind == CHANGE_INSERTED ? CHANGE_CUT
                                     : kind;
}

/* The link between the two, if any, and what it says of their content. */
static void
put_link(struct json_writer *w, const struct set *set)
{
    const struct link *l = NULL;

    for (size_t i = 0; i < set->nlinks; i++)
        if (set->links[i].from != set->links[i].to)
            l = &set->links[i];
    json_key(w, "kind");
    json_z(w, l ? link_kind_name(l->kind) : NULL);
    if (!l)
        return;
    json_key(w, "first"); /* which of the two is the parent */
    json_z(w, l->from == 0 ? "from" : "to");
    json_key(w, "overlap");
    json_num(w, round(l->overlap * 1e4) / 1e4);
    json_key(w, "certain");
    json_num(w, round(l->certain * 1e4) / 1e4);
    json_key(w, "changes"); /* from `from` to `to`, whoever was first */
    json_open(w, '[');
    for (size_t i = 0; i < l->nchanges; i++) {
        const struct change *c = &l->changes[i];

        json_open(w, '{');
        json_key(w, "from");
        json_str(w, l->from == 0 ? c->from : c->to);
        json_key(w, "to");
        json_str(w, l->from == 0 ? c->to : c->from);
        json_key(w, "type");
        json_z(w, change_kind_name(l->from == 0 ? c->kind : turned(c->kind)));
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void
tell(struct samestory *e, struct article **two, struct arena *mem,
     struct buf *out)
{
    struct json_writer w = {out, false};
    struct set set = {.articles = two, .narticles = 2};
    struct piece *p;
    size_t n;

    set.story = arena_new(mem, uint32_t, 2);
    kin_find(e->lexicon, &set, mem);
    p = diff_pieces(e->lexicon, two[0], two[1], mem, &n);
    json_open(&w, '{');
    put_page(&w, "from", two[0]);
    put_page(&w, "to", two[1]);
    put_link(&w, &set);
    json_key(&w, "pieces");
    json_open(&w, '[');
    for (size_t i = 0; i < n; i++)
        put_piece(&w, &p[i], two[0]->text, two[1]->text);
    json_close(&w, ']');
    json_close(&w, '}');
}

bool
filter_diff(struct samestory *e, const char *const *paths, size_t npaths,
            const struct samestory_watcher *watcher, samestory_line *line,
            void *ctx)
{
    struct side side[2] = {0};
    bool done = npaths == 2;

    if (!done)
        return err_set(&e->err, ERR_USAGE, "diff wants two pages");
    for (int i = 0; i < 2 && done; i++)
        done = stored(e, paths[i], &side[i]) ||
               first_article(e, paths[i], watcher, &side[i]);
    if (done) {
        struct article *two[2] = {side[0].a, side[1].a};
        struct arena *mem = arena_open();
        struct buf out = {0};

        tell(e, two, mem, &out);
        line(ctx, out.s, out.n);
        buf_free(&out);
        arena_close(mem);
    }
    for (int i = 0; i < 2; i++)
        if (side[i].ours)
            article_free(side[i].a);
    return done;
}
