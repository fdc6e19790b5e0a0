/* verb_brief.c - from pages to a brief, with no store between. */
#include "app/verb.h"
#include "app/view.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

int
verb_show(const struct options *o, const struct samestory_brief *b)
{
    bool to_person = !o->output && isatty(STDOUT_FILENO);
    const char *format = o->format ? o->format : to_person ? "text" : "json";
    struct buf out = {0};
    bool done;

    if (strcmp(format, "text") == 0) {
        struct view_look look = {.columns = run_columns(),
                                 .rows = run_rows(),
                                 .colour =
                                     !o->output && run_colour(STDOUT_FILENO),
                                 .full = o->full};

        setlocale(LC_CTYPE, "C.UTF-8"); /* for the width of characters */
        view_text(b, &look, &out);
    } else if (strcmp(format, "html") == 0) {
        view_html(b, &out);
    } else if (strcmp(format, "md") == 0) {
        view_md(b, &out);
    } else {
        view_json(b, &out);
    }
    done = run_write(o, buf_str(&out));
    buf_free(&out);
    return done ? RUN_DONE : RUN_FAILED;
}

static int
brief(const struct options *o)
{
    const struct samestory_brief *b = NULL;
    const char *const *paths;
    struct run r;
    size_t npaths;
    int exit_status, shown;

    paths = run_paths(o, &verb_brief, &npaths);
    if (!paths)
        return RUN_USAGE;
    exit_status = run_open(&r, o, NULL);
    if (exit_status)
        goto close;
    exit_status = run_status(
        &r, samestory_add(r.engine, paths, npaths, &r.watcher, NULL));
    run_clear(&r);
    if (exit_status && exit_status != RUN_INPUT)
        goto close;
    /* nothing to tell is no fault of its own: what could not be read was
     * told, and the brief of nothing is an empty one */
    shown = run_status(&r, samestory_tell(r.engine, NULL, &b));
    if (!b || (shown && shown != RUN_NOTHING)) {
        exit_status = shown ? shown : RUN_FAILED;
        goto close;
    }
    if (b->narticles == 0 && exit_status == RUN_DONE)
        run_say(&r, "no article was found in the input");
    shown = verb_show(o, b);
    if (shown)
        exit_status = shown;
close:
    samestory_free(b);
    run_close(&r);
    return exit_status;
}

const struct verb verb_brief = {
    .name = "brief",
    .takes = "[PATH...]",
    .does = "Tell the stories of pages: what they agree on, contradict, copied",
    .more = "A PATH is a page (HTML, text), JSONL articles or a folder of "
            "them; \"-\", or\nnone, is standard input. The brief is text on "
            "a terminal and json elsewhere,\nunless --format says otherwise.",
    .formats = VERB_BRIEF_FORMATS,
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_FULL) |
             OPTION_BIT(OPTION_READER),
    .run = brief,
};
