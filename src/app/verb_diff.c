/*
 * verb_diff.c - two pages word by word: in one text, or side by side.
 */
#include "app/lay.h"
#include "app/verb.h"
#include "app/view.h"

#include "base/json.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#define SIDE_GAP   3 /* columns between the two sides */
#define SIDE_LEAST 20

/* How a side of a change is shown: with colour, or between signs. */
struct marks {
    const char *cut, *cut_end, *new, *new_end, *moved, *moved_end;
};
static const struct marks plain_marks = {"[-", "-]", "{+", "+}", "<", ">"};
static const struct marks colour_marks = {"\x1b[31;9m", "\x1b[0m",  "\x1b[32m",
                                          "\x1b[0m",    "\x1b[36m", "\x1b[0m"};

static void
keep_line(void *ctx, const char *line, size_t n)
{
    buf_put(ctx, (str){line, n});
}

static bool
ends_line(const struct buf *b)
{
    return b->n > 0 && b->s[b->n - 1] == '\n';
}

/* The white space that words end with. */
static void
put_tail(struct buf *out, str words)
{
    size_t n = words.n;

    while (n > 0 && (words.s[n - 1] == ' ' || words.s[n - 1] == '\n'))
        n--;
    for (; n < words.n; n++)
        buf_putc(out, words.s[n]);
}

/* The words between marks, white space at the ends left out. */
static void
put_marked(struct buf *out, str words, const char *mark, const char *end)
{
    words = str_trim(words);
    if (words.n == 0)
        return;
    buf_putz(out, mark);
    view_tame(out, words);
    buf_putz(out, end);
}

/* Text as it stands, each line tamed. */
static void
put_plain(struct buf *out, str words)
{
    str rest = words, line;

    while (str_next(&rest, '\n', &line)) {
        struct buf tame = {0};

        view_tame(&tame, line);
        buf_put(out, buf_str(&tame));
        if (rest.n > 0)
            buf_putc(out, '\n');
        buf_free(&tame);
    }
    if (words.n > 0 && words.s[words.n - 1] == '\n')
        buf_putc(out, '\n');
}

static void
put_piece(struct buf *out, const struct json *p, bool left, bool right,
          const struct marks *m)
{
    str op = json_text(json_get(p, "op"));
    str from = json_text(json_get(p, "from")),
        to = json_text(json_get(p, "to"));

    if (str_is(op, "same")) {
        put_plain(out, right ? to : from);
        /* what is cut at the end of the second text stands apart */
        if (left && right && str_trim(to).n == to.n)
            put_tail(out, from);
        return;
    }
    if (str_is(op, "moved")) {
        put_marked(out, from, m->moved, m->moved_end);
        put_tail(out, from);
        return;
    }
    if (left)
        put_marked(out, from, m->cut, m->cut_end);
    if (left && right && from.n > 0 && to.n > 0)
        buf_putc(out, ' ');
    if (right)
        put_marked(out, to, m->new, m->new_end);
    put_tail(out, right && to.n > 0 ? to : from);
}

/* ---- one text ------------------------------------------------------------ */

static void
inline_text(const struct json *pieces, size_t columns, const struct marks *m,
            struct buf *out)
{
    struct buf all = {0};
    str rest, line;

    for (const struct json *p = json_first(pieces); p; p = json_next(p))
        put_piece(&all, p, true, true, m);
    rest = buf_str(&all);
    while (str_next(&rest, '\n', &line)) {
        lay_wrap(out, line, 0, 0, columns);
        buf_putz(out, "\n\n");
    }
    buf_free(&all);
}

/* ---- side by side ---------------------------------------------------------
 */

/* The lines of a paragraph, wrapped, one under the other. */
static void
put_rows(struct buf *out, str left, str right, size_t columns)
{
    size_t half = (columns - SIDE_GAP) / 2;
    struct buf a = {0}, b = {0};
    str x, y, row;

    lay_wrap(&a, left, 0, 0, half);
    lay_wrap(&b, right, 0, 0, half);
    x = buf_str(&a);
    y = buf_str(&b);
    while (x.n > 0 || y.n > 0) {
        size_t used = 0;

        if (str_next(&x, '\n', &row)) {
            buf_put(out, row);
            used = lay_width(row);
        }
        if (str_next(&y, '\n', &row) && row.n > 0) {
            lay_pad(out, (used < half ? half - used : 0) + SIDE_GAP);
            buf_put(out, row);
        }
        buf_putc(out, '\n');
    }
    buf_putc(out, '\n');
    buf_free(&a);
    buf_free(&b);
}

static void
flush(struct buf *a, struct buf *b, size_t columns, struct buf *out)
{
    if (a->n || b->n)
        put_rows(out, str_trim(buf_str(a)), str_trim(buf_str(b)), columns);
    buf_clear(a);
    buf_clear(b);
}

/* Both texts, parted where a line ends in both. */
static void
side_text(const struct json *pieces, size_t columns, struct buf *out)
{
    struct buf a = {0}, b = {0};

    for (const struct json *p = json_first(pieces); p; p = json_next(p)) {
        str op = json_text(json_get(p, "op"));
        str from = json_text(json_get(p, "from"));
        str to = json_text(json_get(p, "to")), x = from, y = to;

        if (!str_is(op, "same")) {
            if (from.n > 0)
                put_piece(&a, p, true, false, &plain_marks);
            if (to.n > 0 && !str_is(op, "moved"))
                put_piece(&b, p, false, true, &plain_marks);
            if (ends_line(&a) ? b.n == 0 || ends_line(&b)
                              : a.n == 0 && ends_line(&b))
                flush(&a, &b, columns, out);
            continue;
        }
        for (;;) {
            str line = {0}, other = {0};
            bool ends = str_find(x, STR("\n")) != SIZE_MAX &&
                        str_find(y, STR("\n")) != SIZE_MAX;

            if (!ends) {
                put_plain(&a, x);
                put_plain(&b, y);
                break;
            }
            str_next(&x, '\n', &line);
            str_next(&y, '\n', &other);
            put_plain(&a, line);
            put_plain(&b, other);
            flush(&a, &b, columns, out);
        }
    }
    flush(&a, &b, columns, out);
    buf_free(&a);
    buf_free(&b);
}

/* ---- the verb --------------------------------------------------------------
 */

static void
put_title(struct buf *out, const char *sign, const struct json *page)
{
    buf_putz(out, sign);
    view_tame(out, json_text(json_get(page, "path")));
    buf_putz(out, "  ");
    view_tame(out, json_text(json_get(page, "title")));
    buf_putc(out, '\n');
}

/* What the two are to each other; false where nothing was found. */
static void
put_kind(struct buf *out, const struct json *j)
{
    str kind = json_text(json_get(j, "kind"));
    double certain = 0;

    if (kind.n == 0) {
        buf_putz(out, "no copy of each other\n\n");
        return;
    }
    json_number(json_get(j, "certain"), &certain);
    buf_printf(out, "%s, the %s is the source (%.0f%% certain)\n\n",
               view_link_kind(kind.s),
               str_is(json_text(json_get(j, "first")), "from") ? "first"
                                                               : "second",
               certain * 100);
}

/* Where the two share no language: what the translation says otherwise. */
static void
put_changes(struct buf *out, const struct json *changes, const struct marks *m)
{
    for (const struct json *c = json_first(changes); c; c = json_next(c)) {
        put_marked(out, json_text(json_get(c, "from")), m->cut, m->cut_end);
        buf_putc(out, ' ');
        put_marked(out, json_text(json_get(c, "to")), m->new, m->new_end);
        buf_putc(out, '\n');
    }
}

static void
text(const struct options *o, str line, struct buf *out)
{
    bool colour = !o->output && run_colour(STDOUT_FILENO);
    const struct marks *m = colour ? &colour_marks : &plain_marks;
    const struct json *pieces;
    size_t columns = run_columns();
    struct json *j = json_parse(line);

    if (columns < 2 * SIDE_LEAST + SIDE_GAP)
        columns = 2 * SIDE_LEAST + SIDE_GAP;
    pieces = json_get(j, "pieces");
    put_title(out, "--- ", json_get(j, "from"));
    put_title(out, "+++ ", json_get(j, "to"));
    put_kind(out, j);
    if (!json_first(pieces))
        put_changes(out, json_get(j, "changes"), m);
    else if (o->format && strcmp(o->format, "side") == 0)
        side_text(pieces, columns, out);
    else
        inline_text(pieces, columns, m, out);
    json_free(j);
}

/* Whether a page is named by its number in the store. */
static bool
from_store(const struct options *o)
{
    for (size_t i = 0; i < 2; i++) {
        const char *z = o->paths[i] + (o->paths[i][0] == 'a');

        if (*z && z[strspn(z, "0123456789")] == '\0' &&
            access(o->paths[i], F_OK) != 0)
            return true;
    }
    return false;
}

static int
diff(const struct options *o)
{
    struct buf path = {0}, line = {0}, out = {0};
    struct run r = {0};
    int exit_status;

    if (o->npaths != 2) {
        run_say(NULL, "diff: wants two pages; see samestory diff --help");
        return RUN_USAGE;
    }
    setlocale(LC_CTYPE, "C.UTF-8"); /* for the width of characters */
    if (!from_store(o))
        exit_status = run_open(&r, o, NULL);
    else if (run_store(o, false, &path))
        exit_status = run_open(&r, o, path.s);
    else
        exit_status = RUN_FAILED;
    buf_free(&path);
    if (exit_status == RUN_DONE)
        exit_status = run_status(
            &r, samestory_filter_paths(r.engine, "diff", NULL, o->paths, 2,
                                       &r.watcher, keep_line, &line));
    if (exit_status == RUN_DONE) {
        if (o->format && strcmp(o->format, "json") == 0) {
            buf_put(&out, buf_str(&line));
            buf_putc(&out, '\n');
        } else {
            text(o, buf_str(&line), &out);
        }
        if (!run_write(o, buf_str(&out)))
            exit_status = RUN_FAILED;
    }
    run_close(&r);
    buf_free(&line);
    buf_free(&out);
    return exit_status;
}

const struct verb verb_diff = {
    .name = "diff",
    .takes = "PAGE PAGE",
    .does = "Lay two pages side by side, word by word",
    .more = "text shows both in one text: [-words of the first-] {+words of "
            "the second+}\n<moved>; side shows two columns. Where the two "
            "share no language, what the\ntranslation says otherwise is "
            "told. A page is a file, or an article of the store (a3).",
    .formats = "text side json",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_STORE),
    .run = diff,
};
