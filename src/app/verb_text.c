/*
 * verb_text.c - a text a line in, a JSON object a line out, in the same
 * order, however many threads work on them: lang, evidence, match.
 *
 * Every line has its answer, so that input and output can be pasted side
 * by side: a line that cannot be answered gives {"error":"…"}.
 */
#include "app/verb.h"

#include "base/json.h"
#include "base/oom.h"
#include "base/pool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MOST_DEFAULT ((size_t)16 * 1024 * 1024)

struct job {
    struct buf line;
    struct buf answer;
    const char *why_not; /* static words */
    const char *path;
    size_t number; /* of the line in its file, from 1 */
};

struct stream {
    const struct options *options;
    const struct verb *verb;
    struct samestory_text_options wants;
    struct run run;
    const char *const *paths;
    size_t npaths, at; /* at: the path being read */
    FILE *file;
    size_t number, most;
    size_t unread; /* files that could not be read; touched in next() alone */
    size_t unanswered;   /* lines; touched in done() alone */
    _Atomic bool failed; /* set in done(), seen in next() */
};

/* Reads up to the end of a line; what is over `most` is passed over. False
 * at the end of the file. */
static bool
read_line(struct stream *s, struct job *j)
{
    bool some = false;
    int c;

    while ((c = getc_unlocked(s->file)) != EOF) {
        some = true;
        if (c == '\n')
            break;
        if (j->line.n < s->most)
            buf_putc(&j->line, (char)c);
        else
            j->why_not = "the line is too long (see --max-bytes)";
    }
    if (j->line.n && j->line.s[j->line.n - 1] == '\r')
        j->line.s[--j->line.n] = '\0';
    return some;
}

static void
give_up(struct stream *s, const char *path)
{
    run_say(&s->run, "%s: %s", path, strerror(errno));
    s->unread++;
}

static void *
next(void *ctx)
{
    struct stream *s = ctx;
    struct job *j = oom_malloc(sizeof *j);

    *j = (struct job){0};
    while (!s->failed && s->at < s->npaths) {
        const char *path = s->paths[s->at];

        if (!s->file) {
            s->number = 0;
            s->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
            if (!s->file) {
                give_up(s, path);
                s->at++;
                continue;
            }
        }
        if (read_line(s, j)) {
            j->path = path;
            j->number = ++s->number;
            return j;
        }
        if (ferror(s->file))
            give_up(s, path);
        if (s->file != stdin)
            fclose(s->file);
        s->file = NULL;
        s->at++;
    }
    free(j);
    return NULL;
}

static void
work(void *ctx, void *item)
{
    struct stream *s = ctx;
    struct job *j = item;
    const char *answer = NULL;
    enum samestory_status status;

    if (!j->why_not) {
        status = samestory_filter_text(s->run.engine, s->verb->name,
                                       buf_str(&j->line).s, j->line.n,
                                       &s->wants, &answer);
        if (status == SAMESTORY_OK)
            buf_putz(&j->answer, answer);
        else
            j->why_not = s->verb == &verb_match
                             ? "wants two names with a tab between"
                             : "could not be read";
    }
    if (j->why_not) {
        struct json_writer w = {&j->answer, false};

        json_open(&w, '{');
        json_key(&w, "error");
        json_z(&w, j->why_not);
        json_close(&w, '}');
    }
    buf_putc(&j->answer, '\n');
    samestory_free(answer);
}

static void
done(void *ctx, void *item)
{
    struct stream *s = ctx;
    struct job *j = item;

    if (j->why_not) {
        run_say(&s->run, "%s:%zu: %s", j->path, j->number, j->why_not);
        s->unanswered++;
    }
    if (!s->failed && !run_write(s->options, buf_str(&j->answer)))
        s->failed = true;
    buf_free(&j->line);
    buf_free(&j->answer);
    free(j);
}

static int
stream(const struct options *o, const struct verb *verb)
{
    struct stream s = {.options = o,
                       .verb = verb,
                       .wants = {o->kind, o->lang, o->ref},
                       .most = o->max_bytes ? o->max_bytes : LINE_MOST_DEFAULT};
    int exit_status;

    s.paths = run_paths(o, verb, &s.npaths);
    if (!s.paths)
        return RUN_USAGE;
    exit_status = run_open(&s.run, o, NULL);
    if (exit_status == RUN_DONE)
        pool_stream((size_t)o->jobs, next, work, done, &s);
    run_close(&s.run);
    if (s.failed)
        return RUN_FAILED;
    if (exit_status == RUN_DONE && (s.unread || s.unanswered))
        return RUN_INPUT;
    return exit_status;
}

static int
lang(const struct options *o)
{
    return stream(o, &verb_lang);
}

static int
evidence(const struct options *o)
{
    return stream(o, &verb_evidence);
}

static int
match(const struct options *o)
{
    return stream(o, &verb_match);
}

const struct verb verb_lang = {
    .name = "lang",
    .takes = "[FILE...]",
    .does = "Tell the language of lines of text, and of their parts",
    .formats = "jsonl",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT),
    .run = lang,
};

const struct verb verb_evidence = {
    .name = "evidence",
    .takes = "[FILE...]",
    .does = "Find names, dates, quantities and quotes in lines of text",
    .formats = "jsonl",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_LANG) |
             OPTION_BIT(OPTION_REF),
    .run = evidence,
};

const struct verb verb_match = {
    .name = "match",
    .takes = "[FILE...]",
    .does = "Say how surely two names in any scripts are one bearer",
    .more = "Each line holds two names with a tab between.",
    .formats = "jsonl",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT),
    .run = match,
};
