/* verb_rule.c - two articles of a store: why, pin, part. */
#include "app/verb.h"

#include "base/json.h"

#include <math.h>
#include <string.h>

static double
number(const struct json *j, const char *key)
{
    double x = NAN;

    return json_number(json_get(j, key), &x) ? x : NAN;
}

static void
put(struct buf *out, const struct json *j, const char *key)
{
    str s = json_text(json_get(j, key));

    buf_put(out, s.n ? s : STR("none"));
}

/* For people: the verdict, then what speaks for it and against, then the
 * things that both tell of. */
static void
as_text(const char *line, struct buf *out)
{
    struct json *j = json_parse(str_of(line));
    str by = json_text(json_get(j, "by"));
    bool joined;
    double margin = number(j, "margin");

    joined = str_eq(json_text(json_get(j, "story_a")),
                    json_text(json_get(j, "story_b")));
    put(out, j, "a");
    buf_putz(out, " and ");
    put(out, j, "b");
    buf_printf(out, ": %s (by %.*s)\n", joined ? "one story" : "two stories",
               STR_ARG(by));
    buf_printf(out, "score %.3f, log odds %.2f, threshold %.2f",
               number(j, "score"), number(j, "odds"), number(j, "threshold"));
    if (!isnan(margin)) {
        buf_printf(out, ", margin %.2f over ", margin);
        put(out, j, "rival");
    }
    buf_putz(out, "\n\n");
    for (const struct json *t = json_first(json_get(j, "terms")); t;
         t = json_next(t)) {
        str name = json_text(json_get(t, "term"));

        buf_printf(out, "  %+6.2f  %.*s\n", number(t, "adds"), STR_ARG(name));
    }
    buf_putz(out, "\nshared:\n");
    for (const struct json *t = json_first(json_get(j, "shared")); t;
         t = json_next(t)) {
        str kind = json_text(json_get(t, "kind"));

        buf_printf(out, "  %3.0f%%  %.*s  ", 100 * number(t, "share"),
                   STR_ARG(kind));
        put(out, t, "a");
        buf_putz(out, " | ");
        put(out, t, "b");
        buf_putc(out, '\n');
    }
    json_free(j);
}

static int
with_two(const struct options *o, const struct verb *verb, int same)
{
    struct buf path = {0}, out = {0};
    const char *line = NULL;
    struct run r = {0};
    int exit_status = RUN_FAILED;

    if (o->npaths != 2) {
        run_say(NULL,
                "%s: wants two articles, as in a3 a7; see samestory %s "
                "--help",
                verb->name, verb->name);
        return RUN_USAGE;
    }
    if (run_store(o, false, &path))
        exit_status = run_open(&r, o, path.s);
    buf_free(&path);
    if (exit_status == RUN_DONE) {
        exit_status = run_status(
            &r,
            same >= 0
                ? samestory_rule(r.engine, o->paths[0], o->paths[1], same > 0)
                : samestory_why(r.engine, o->paths[0], o->paths[1], &line));
        if (exit_status == RUN_NOTHING)
            run_say(&r, "%s", samestory_message(r.engine));
    }
    if (exit_status == RUN_DONE && line) {
        if (o->format && strcmp(o->format, "text") == 0) {
            as_text(line, &out);
        } else {
            buf_putz(&out, line);
            buf_putc(&out, '\n');
        }
        if (!run_write(o, buf_str(&out)))
            exit_status = RUN_FAILED;
    }
    samestory_free(line);
    buf_free(&out);
    run_close(&r);
    return exit_status;
}

static int
why(const struct options *o)
{
    return with_two(o, &verb_why, -1);
}

static int
pin(const struct options *o)
{
    return with_two(o, &verb_pin, 1);
}

static int
part(const struct options *o)
{
    return with_two(o, &verb_part, 0);
}

const struct verb verb_why = {
    .name = "why",
    .takes = "A B",
    .does = "Tell what joined or parted two articles of a store",
    .more = "The terms add up to the log odds; a pair above the threshold "
            "speaks for one story.",
    .formats = "jsonl text",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_STORE),
    .run = why,
};

const struct verb verb_pin = {
    .name = "pin",
    .takes = "A B",
    .does = "Keep two articles in one story for ever",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_STORE),
    .run = pin,
};

const struct verb verb_part = {
    .name = "part",
    .takes = "A B",
    .does = "Keep two articles in two stories for ever",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_STORE),
    .run = part,
};
