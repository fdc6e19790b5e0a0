/* verb_lexicon.c - what words mean here, and more of them. */
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
        for (const struct json *one = json_first(w); one; one = json_next(one))
            put_text(out, one == json_first(w) ? "  " : ", ", json_text(one));
        buf_putc(out, '\n');
    }
}

/* For people: a sense a line, the words of a concept below it, a line a
 * language. */
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

/* ---- learn --------------------------------------------------------------- */

static enum samestory_status
ask(const struct options *o, struct run *r, const char **rows, size_t *n)
{
    struct samestory_lesson lesson = {o->lang, o->from};

    return o->from_store ? samestory_learn_store(r->engine, &lesson, rows, n)
                         : samestory_learn(r->engine, &lesson, o->paths + 1,
                                           o->npaths - 1, &r->watcher, rows, n);
}

/* What is learned takes the place of what was learned before. */
static int
learn(const struct options *o, struct run *r)
{
    const char *rows = NULL;
    struct buf path = {0};
    size_t n = 0;
    int status = RUN_FAILED;

    if (rows_path(o, RUN_LEARNED, &path)) {
        status = run_status(r, ask(o, r, &rows, &n));
        if (rows && n && !keep_rows(o, rows, &path))
            status = RUN_FAILED;
        else if (n)
            run_say(r, "%zu rows in %s", n, path.s);
        else if (status == RUN_NOTHING)
            run_say(r, "nothing was learned");
    }
    samestory_free(rows);
    buf_free(&path);
    return status;
}

/* ---- the verb ------------------------------------------------------------ */

static int
with_store(const struct options *o)
{
    struct buf store = {0};
    struct run r = {0};
    int status = RUN_FAILED;

    if (run_store(o, false, &store))
        status = run_open_unlearned(&r, o, store.s);
    if (status == RUN_DONE)
        status = learn(o, &r);
    buf_free(&store);
    run_close(&r);
    return status;
}

static int
usage(void)
{
    run_say(NULL, "lexicon: wants show WORD..., add FILE... or learn with "
                  "--lang or --from-store; see samestory lexicon --help");
    return RUN_USAGE;
}

static int
lexicon(const struct options *o)
{
    const char *part = o->npaths ? o->paths[0] : "";
    bool learns = strcmp(part, "learn") == 0;
    struct run r = {0};
    int status;

    if (learns && o->from_store)
        return o->npaths == 1 ? with_store(o) : usage();
    if (learns ? !o->lang
               : o->npaths < 2 || (strcmp(part, "show") && strcmp(part, "add")))
        return usage();
    status = learns ? run_open_unlearned(&r, o, NULL) : run_open(&r, o, NULL);
    if (status == RUN_DONE)
        status = learns                      ? learn(o, &r)
                 : strcmp(part, "show") == 0 ? show(o, &r)
                                             : add(o, &r);
    run_close(&r);
    return status;
}

const struct verb verb_lexicon = {
    .name = "lexicon",
    .takes = "show WORD... | add FILE... | learn [FILE...]",
    .does = "Tell what words mean here; add words, or learn them",
    .more = "show: the meanings of words of any language, or of the key of a "
            "concept.\n"
            "add: merges rows of words (see samestory(1)) into a file of yours "
            "that every\n"
            "command reads besides the shipped lexicon.\n"
            "learn --lang LANG: words of a language, from texts in two "
            "languages (tables,\n"
            "TMX, gettext, dictd), or where no FILE is given from what this "
            "machine has of\n"
            "dictionaries and catalogues of messages; --from-store: from "
            "stories told in\n"
            "two languages. To be rid of the words, delete the file.",
    .formats = "jsonl text",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO) |
             OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_FROM) |
             OPTION_BIT(OPTION_FROM_STORE) | OPTION_BIT(OPTION_STORE),
    .run = lexicon,
};
