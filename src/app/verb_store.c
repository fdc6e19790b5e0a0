/*
 * verb_store.c - the verbs that remember: add pages to a store, list its
 * stories, tell one, find words in any language.
 */
#include "app/verb.h"
#include "app/view.h"

#include "base/json.h"

#include <stdio.h>
#include <string.h>

#define FIND_MOST_DEFAULT 50

static bool
as_text(const struct options *o)
{
    return o->format && strcmp(o->format, "text") == 0;
}

/* Opens the engine on the store the options mean. The exit status. */
static int
open_store(struct run *r, const struct options *o, bool make)
{
    struct buf path = {0};
    int exit_status = RUN_FAILED;

    *r = (struct run){0};
    if (run_store(o, make, &path))
        exit_status = run_open(r, o, path.s);
    buf_free(&path);
    return exit_status;
}

static int
usage(const struct verb *verb, const char *what)
{
    run_say(NULL, "%s: %s; see samestory %s --help", verb->name, what,
            verb->name);
    return RUN_USAGE;
}

/* ---- add --------------------------------------------------------------- */

static int
add(const struct options *o)
{
    struct buf out = {0};
    const char *const *paths;
    struct run r;
    size_t npaths, added = 0;
    int exit_status;

    paths = run_paths(o, &verb_add, &npaths);
    if (!paths)
        return RUN_USAGE;
    exit_status = open_store(&r, o, true);
    if (exit_status == RUN_DONE)
        exit_status = run_status(
            &r, samestory_add(r.engine, paths, npaths, &r.watcher, &added));
    run_close(&r);
    if (exit_status == RUN_DONE || exit_status == RUN_INPUT) {
        if (as_text(o))
            buf_printf(&out, "%zu new article%s\n", added,
                       added == 1 ? "" : "s");
        else
            buf_printf(&out, "{\"added\":%zu}\n", added);
        if (!run_write(o, buf_str(&out)))
            exit_status = RUN_FAILED;
    }
    buf_free(&out);
    return exit_status;
}

/* ---- stories ----------------------------------------------------------- */

static void
story_line(const struct samestory_story *s, struct buf *out)
{
    struct json_writer w = {out, false};

    json_open(&w, '{');
    view_json_story_head(s, &w);
    json_close(&w, '}');
    buf_putc(out, '\n');
}

static void
story_text(const struct samestory_story *s, struct buf *out)
{
    struct buf days = {0};

    view_days(&days, s->first, s->last);
    buf_printf(out, "%-5s ", s->id);
    view_tame(out, str_of(*s->title ? s->title : "(no title)"));
    buf_printf(out, "\n      %zu page%s, %zu language%s, %zu voice%s%s%s%s%s\n",
               s->narticles, s->narticles == 1 ? "" : "s", s->nlangs,
               s->nlangs == 1 ? "" : "s", s->voices, s->voices == 1 ? "" : "s",
               days.n ? ", " : "", days.n ? days.s : "",
               s->split_from ? ", split from " : "",
               s->split_from ? s->split_from : "");
    buf_free(&days);
}

static int
stories(const struct options *o)
{
    struct samestory_filter wanted = {o->since, o->until, o->lang, o->name,
                                      o->min_voices};
    const struct samestory_brief *b = NULL;
    struct buf out = {0};
    struct run r;
    int exit_status;

    if (o->npaths)
        return usage(&verb_stories, "takes no path");
    exit_status = open_store(&r, o, false);
    if (exit_status == RUN_DONE)
        exit_status = run_status(&r, samestory_stories(r.engine, &wanted, &b));
    for (size_t i = 0; b && i < b->nstories; i++)
        if (as_text(o))
            story_text(&b->stories[i], &out);
        else
            story_line(&b->stories[i], &out);
    if (out.n && !run_write(o, buf_str(&out)))
        exit_status = RUN_FAILED;
    buf_free(&out);
    samestory_free(b);
    run_close(&r);
    /* an empty list is an answer */
    return exit_status == RUN_NOTHING ? RUN_DONE : exit_status;
}

/* ---- tell -------------------------------------------------------------- */

static int
tell(const struct options *o)
{
    const struct samestory_brief *b = NULL;
    struct run r;
    int exit_status;

    if (o->npaths != 1)
        return usage(&verb_tell, "wants one story, as in s12");
    exit_status = open_store(&r, o, false);
    if (exit_status == RUN_DONE) {
        exit_status = run_status(&r, samestory_tell(r.engine, o->paths[0], &b));
        if (exit_status == RUN_NOTHING)
            run_say(&r, "%s", samestory_message(r.engine));
        else if (exit_status == RUN_DONE)
            exit_status = verb_show(o, b);
    }
    samestory_free(b);
    run_close(&r);
    return exit_status;
}

/* ---- find -------------------------------------------------------------- */

static void
article_line(const struct samestory_article *a, struct buf *out)
{
    struct json_writer w = {out, false};

    json_open(&w, '{');
    json_key(&w, "id");
    json_z(&w, a->id);
    json_key(&w, "story");
    json_z(&w, *a->story ? a->story : NULL);
    json_key(&w, "title");
    json_z(&w, a->title);
    json_key(&w, "lang");
    json_z(&w, a->lang);
    json_key(&w, "published");
    json_z(&w, a->published);
    json_key(&w, "url");
    json_z(&w, a->url);
    json_key(&w, "path");
    json_z(&w, a->path);
    json_close(&w, '}');
    buf_putc(out, '\n');
}

static void
article_text(const struct samestory_article *a, struct buf *out)
{
    struct buf day = {0};

    view_date(&day, a->published);
    buf_printf(out, "%-5s ", *a->story ? a->story : "-");
    view_tame(out, str_of(*a->title ? a->title : "(no title)"));
    buf_putz(out, "\n      ");
    view_source(out, a);
    buf_printf(out, ", %s%s%s\n", view_language(a->lang), day.n ? ", " : "",
               day.n ? day.s : "");
    buf_free(&day);
}

static int
find(const struct options *o)
{
    const struct samestory_brief *b = NULL;
    struct buf words = {0}, out = {0};
    struct run r;
    int exit_status;

    if (o->npaths == 0)
        return usage(&verb_find, "wants words");
    for (size_t i = 0; i < o->npaths; i++)
        buf_printf(&words, "%s%s", i ? " " : "", o->paths[i]);
    exit_status = open_store(&r, o, false);
    if (exit_status == RUN_DONE)
        exit_status = run_status(
            &r, samestory_find(r.engine, words.s,
                               o->most ? o->most : FIND_MOST_DEFAULT, &b));
    for (size_t i = 0; b && i < b->narticles; i++)
        if (as_text(o))
            article_text(&b->articles[i], &out);
        else
            article_line(&b->articles[i], &out);
    if (out.n && !run_write(o, buf_str(&out)))
        exit_status = RUN_FAILED;
    buf_free(&words);
    buf_free(&out);
    samestory_free(b);
    run_close(&r);
    return exit_status;
}

const struct verb verb_add = {
    .name = "add",
    .takes = "[PATH...]",
    .does = "Add pages to the store and place them in its stories",
    .more = "Pages that are in the store already are passed over.",
    .formats = "jsonl text",
    .knows =
        OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_STORE),
    .run = add,
};

const struct verb verb_stories = {
    .name = "stories",
    .takes = "",
    .does = "List the stories of the store, the latest first",
    .formats = "jsonl text",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_STORE) | OPTION_BIT(OPTION_SINCE) |
             OPTION_BIT(OPTION_UNTIL) | OPTION_BIT(OPTION_LANG) |
             OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_MIN_VOICES),
    .run = stories,
};

const struct verb verb_tell = {
    .name = "tell",
    .takes = "STORY",
    .does = "Tell one story of the store as a brief",
    .more = "STORY is an id that `samestory stories` gave, as in s12.",
    .formats = VERB_BRIEF_FORMATS,
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_FULL) |
             OPTION_BIT(OPTION_STORE) | OPTION_BIT(OPTION_READER),
    .run = tell,
};

const struct verb verb_find = {
    .name = "find",
    .takes = "WORDS...",
    .does = "Find articles of the store; any language finds all",
    .formats = "jsonl text",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_STORE) | OPTION_BIT(OPTION_MOST),
    .run = find,
};
