/* verb_lexicon.c - what words mean here, and more of them: show, add. */
#include "app/verb.h"

#include "base/json.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- show ---------------------------------------------------------------- */

static void
put_text(struct buf *out, const char *before, str s)
{
    buf_putz(out, before);
    buf_put(out, s);
}

static void
sense_text(const struct json *s, struct buf *out)
{
    str kind = json_text(json_get(s, "kind"));
    str key = json_text(json_get(s, "key")), name;
    double value;

    put_text(out, "  ", kind);
    if (key.n) {
        put_text(out, " ", key);
        put_text(out, " (", json_text(json_get(s, "class")));
        buf_putz(out, ")");
    }
    name = json_text(json_get(s, "name"));
    if (name.n)
        put_text(out, " ", name);
    if (json_number(json_get(s, "value"), &value))
        buf_printf(out, " %.10g", value);
    for (const struct json *l = json_first(json_get(s, "langs")); l;
         l = json_next(l))
        put_text(out, l == json_first(json_get(s, "langs")) ? ", in " : " ",
                 json_text(l));
    buf_putc(out, '\n');
    for (const struct json *w = json_first(json_get(s, "words")); w;
         w = json_next(w)) {
        put_text(out, "    ", json_name(w));
        put_text(out, "  ", json_text(w));
        buf_putc(out, '\n');
    }
}

/* For people: a sense a line, the words of a concept below it. */
static void
as_text(const char *line, struct buf *out)
{
    struct json *j = json_parse(str_of(line));

    buf_put(out, json_text(json_get(j, "word")));
    buf_putc(out, '\n');
    for (const struct json *s = json_first(json_get(j, "senses")); s;
         s = json_next(s))
        sense_text(s, out);
    json_free(j);
}

static bool
wants_text(const struct options *o)
{
    if (o->format)
        return strcmp(o->format, "text") == 0;
    return isatty(STDOUT_FILENO);
}

static int
show(const struct options *o, struct run *r)
{
    struct buf out = {0};
    bool all = true;

    for (size_t i = 1; i < o->npaths; i++) {
        const char *line = NULL;
        enum samestory_status status =
            samestory_meaning(r->engine, o->paths[i], &line);

        if (status == SAMESTORY_NOTHING) {
            run_say(r, "%s: not known", o->paths[i]);
            all = false;
        }
        if (line && wants_text(o)) {
            as_text(line, &out);
        } else if (line) {
            buf_putz(&out, line);
            buf_putc(&out, '\n');
        }
        samestory_free(line);
    }
    if (!run_write(o, buf_str(&out)))
        all = false;
    buf_free(&out);
    return all ? RUN_DONE : RUN_NOTHING;
}

/* ---- add ----------------------------------------------------------------- */

/* Writes rows where --to says, else to the user's own file of that name. */
static bool
keep_rows(const struct options *o, const char *rows, struct buf *path)
{
    struct buf folders = {0};
    bool done;

    if (o->to)
        return run_write_file(o->to, str_of(rows));
    buf_put(&folders, buf_str(path));
    done = run_make_folders(folders.s) && run_write_file(path->s, str_of(rows));
    buf_free(&folders);
    return done;
}

static bool
rows_path(const struct options *o, const char *name, struct buf *path)
{
    if (o->to) {
        buf_putz(path, o->to);
        return true;
    }
    if (run_rows_path(name, path))
        return true;
    run_say(NULL, "no place for rows: neither --to nor $HOME is given");
    return false;
}

/* The rows of all the files together with those that are there already. */
static int
add(const struct options *o, struct run *r)
{
    const char **paths = calloc(o->npaths + 1, sizeof *paths), *rows = NULL;
    struct buf path = {0};
    size_t n = 0, nrows = 0;
    int status = RUN_FAILED;

    if (!paths || !rows_path(o, RUN_ROWS, &path))
        goto free;
    if (access(path.s, F_OK) == 0)
        paths[n++] = path.s;
    for (size_t i = 1; i < o->npaths; i++)
        paths[n++] = o->paths[i];
    status = run_status(
        r, samestory_rows(r->engine, paths, n, &r->watcher, &rows, &nrows));
    if ((status == RUN_DONE || status == RUN_INPUT) && nrows) {
        if (!keep_rows(o, rows, &path))
            status = RUN_FAILED;
        else
            run_say(r, "%zu rows in %s", nrows, path.s);
    }
free:
    samestory_free(rows);
    buf_free(&path);
    free(paths);
    return status;
}

/* ---- the verb ------------------------------------------------------------ */

static const struct part {
    const char *name;
    int (*run)(const struct options *, struct run *);
} parts[] = {{"show", show}, {"add", add}};
#define NPARTS (sizeof parts / sizeof *parts)

static int
lexicon(const struct options *o)
{
    const struct part *part = NULL;
    struct run r = {0};
    int status;

    for (size_t i = 0; i < NPARTS && o->npaths; i++)
        if (strcmp(o->paths[0], parts[i].name) == 0)
            part = &parts[i];
    if (!part || o->npaths < 2) {
        run_say(NULL, "lexicon: wants show WORD... or add FILE...; see "
                      "samestory lexicon --help");
        return RUN_USAGE;
    }
    status = run_open(&r, o, NULL);
    if (status == RUN_DONE)
        status = part->run(o, &r);
    run_close(&r);
    return status;
}

const struct verb verb_lexicon = {
    .name = "lexicon",
    .takes = "show WORD... | add FILE...",
    .does = "Tell what words mean here; add words of your own",
    .more = "show: the meanings of words of any language, or of the key of a "
            "concept.\n"
            "add: merges rows of words (see FORMAT.md) into a file of yours "
            "that every\n"
            "command reads besides the shipped lexicon; delete it to be rid of "
            "them.",
    .formats = "jsonl text",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO),
    .run = lexicon,
};
