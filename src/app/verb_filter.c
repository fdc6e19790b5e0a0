/*
 * verb_filter.c - documents in, a line for each out, as they come: clean,
 * look; and cluster, nearest and pairs, which have to see many first.
 */
#include "app/verb.h"

#include "base/json.h"

#include <string.h>

struct filter {
    const struct options *options;
    struct buf out;
    enum { AS_LINE, AS_TEXT, AS_MD, AS_HTML } as;
    bool some; /* an article was written */
    bool failed;
};

/* The title and the body, with an empty line before the next article. */
static void
text_of(struct filter *f, str line)
{
    struct json *j = json_parse(line);
    str title = json_text(json_get(j, "title"));
    str text = json_text(json_get(j, "text"));

    if (f->some)
        buf_putz(&f->out, "\n\n");
    if (title.n) {
        buf_put(&f->out, title);
        buf_putz(&f->out, "\n\n");
    }
    buf_put(&f->out, text);
    json_free(j);
}

/* Escapes what HTML or Markdown would read as a mark of its own. */
static void
escaped(struct filter *f, str s)
{
    const char *marks = f->as == AS_HTML ? "&<>\"" : "\\`*_[]<>#";

    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];

        if (!c || !strchr(marks, c))
            buf_putc(&f->out, c);
        else if (f->as == AS_MD)
            buf_printf(&f->out, "\\%c", c);
        else
            buf_putz(&f->out, c == '&'   ? "&amp;"
                              : c == '<' ? "&lt;"
                              : c == '>' ? "&gt;"
                                         : "&quot;");
    }
}

/* An address where it may stand: no mark of the format's own is left in it. */
static void
address(struct filter *f, str url)
{
    for (size_t i = 0; i < url.n; i++) {
        unsigned char c = (unsigned char)url.s[i];

        if (c <= ' ' || strchr("\"<>()\\`", c))
            buf_printf(&f->out, "%%%02X", c);
        else if (c == '&' && f->as == AS_HTML)
            buf_putz(&f->out, "&amp;");
        else
            buf_putc(&f->out, (char)c);
    }
}

/* The words of a block, its links marked. */
static void
linked(struct filter *f, str words, const struct json *links)
{
    bool html = f->as == AS_HTML;
    size_t at = 0;

    for (const struct json *l = json_first(links); l; l = json_next(l)) {
        double start = 0, end = 0;

        if (!json_number(json_get(l, "start"), &start) ||
            !json_number(json_get(l, "end"), &end))
            continue;
        escaped(f, str_cut(words, at, (size_t)start));
        buf_putz(&f->out, html ? "<a href=\"" : "[");
        if (html) {
            address(f, json_text(json_get(l, "url")));
            buf_putz(&f->out, "\">");
        }
        escaped(f, str_cut(words, (size_t)start, (size_t)end));
        if (html) {
            buf_putz(&f->out, "</a>");
        } else {
            buf_putz(&f->out, "](");
            address(f, json_text(json_get(l, "url")));
            buf_putc(&f->out, ')');
        }
        at = (size_t)end;
    }
    escaped(f, str_cut(words, at, words.n));
}

static void
element(struct filter *f, const char *open, str words, const char *close)
{
    if (words.n == 0)
        return;
    buf_putz(&f->out, open);
    escaped(f, words);
    buf_putz(&f->out, close);
}

/* A block of the body with what stands about it in HTML, before it in MD. */
static void
block(struct filter *f, const char *open, const char *md, const char *close,
      const struct json *b)
{
    buf_putz(&f->out, f->as == AS_HTML ? open : md);
    linked(f, json_text(json_get(b, "text")), json_get(b, "links"));
    buf_putz(&f->out, f->as == AS_HTML ? close : "\n\n");
}

/* The article as Markdown, or as an <article> of HTML. */
static void
marked_up(struct filter *f, str line)
{
    struct json *j = json_parse(line);
    str rest = json_text(json_get(j, "text"));
    bool html = f->as == AS_HTML;
    const struct json *i, *blocks = json_get(j, "blocks");

    if (html)
        element(f, "<article lang=\"", json_text(json_get(j, "lang")), "\">\n");
    else if (f->some)
        buf_putz(&f->out, "\n---\n\n");
    element(f, html ? "<h1>" : "# ", json_text(json_get(j, "title")),
            html ? "</h1>\n" : "\n\n");
    for (i = json_first(json_get(j, "byline")); i; i = json_next(i))
        element(f, html ? "<address>" : "*", json_text(i),
                html ? "</address>\n" : "*\n\n");
    element(f, html ? "<time>" : "", json_text(json_get(j, "published")),
            html ? "</time>\n" : "\n\n");
    for (i = json_first(blocks); i; i = json_next(i)) {
        str kind = json_text(json_get(i, "kind"));
        str words = json_text(json_get(i, "text"));

        /* a block that is doubled is no part of the text */
        if (!str_starts(rest, words))
            continue;
        if (str_is(kind, "heading") || str_is(kind, "quote") ||
            str_is(kind, "body"))
            rest = str_cut(rest, words.n + 1, rest.n);
        if (str_is(kind, "heading"))
            block(f, "<h2>", "## ", "</h2>\n", i);
        else if (str_is(kind, "quote"))
            block(f, "<blockquote>", "> ", "</blockquote>\n", i);
        else if (str_is(kind, "body"))
            block(f, "<p>", "", "</p>\n", i);
    }
    if (html)
        buf_putz(&f->out, "</article>");
    else
        f->out.n -= f->out.n > 0; /* one line end is put behind it */
    json_free(j);
}

static void
hand_out(void *ctx, const char *line, size_t n)
{
    struct filter *f = ctx;

    if (f->failed)
        return;
    buf_clear(&f->out);
    if (f->as == AS_TEXT)
        text_of(f, (str){line, n});
    else if (f->as != AS_LINE)
        marked_up(f, (str){line, n});
    else
        buf_put(&f->out, (str){line, n});
    f->some = true;
    buf_putc(&f->out, '\n');
    f->failed = !run_write(f->options, buf_str(&f->out));
}

static int
filter(const struct options *o, const struct verb *verb, const char *stage)
{
    struct filter f = {.options = o};
    const char *const *paths;
    struct run r;
    size_t npaths;
    int exit_status;

    paths = run_paths(o, verb, &npaths);
    if (!paths)
        return RUN_USAGE;
    if (o->format)
        f.as = strcmp(o->format, "text") == 0   ? AS_TEXT
               : strcmp(o->format, "md") == 0   ? AS_MD
               : strcmp(o->format, "html") == 0 ? AS_HTML
                                                : AS_LINE;
    exit_status = run_open(&r, o, NULL);
    if (exit_status == RUN_DONE)
        exit_status = run_status(
            &r, samestory_filter_paths(r.engine, verb->name, stage, paths,
                                       npaths, &r.watcher, hand_out, &f));
    run_close(&r);
    buf_free(&f.out);
    return f.failed ? RUN_FAILED : exit_status;
}

static int
clean(const struct options *o)
{
    static const char *const stages[2][3] = {
        {NULL, "precision", "recall"},
        {"links", "precision links", "recall links"}};

    return filter(o, &verb_clean,
                  stages[o->with_links][o->recall      ? 2
                                        : o->precision ? 1
                                                       : 0]);
}

static int
cluster(const struct options *o)
{
    return filter(o, &verb_cluster, o->passages ? "passages" : NULL);
}

static int
nearest(const struct options *o)
{
    return filter(o, &verb_nearest, o->lang);
}

static int
pairs(const struct options *o)
{
    return filter(o, &verb_pairs, NULL);
}

static int
look(const struct options *o)
{
    return filter(o, &verb_look, o->at ? o->at : "says");
}

const struct verb verb_clean = {
    .name = "clean",
    .takes = "[PATH...]",
    .does = "Give the article of each page: title, date, text, blocks",
    .more = "One JSON object a line for each article, in the order of the "
            "input.",
    .formats = "jsonl text md html",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_PRECISION) | OPTION_BIT(OPTION_RECALL) |
             OPTION_BIT(OPTION_WITH_LINKS),
    .run = clean,
};

const struct verb verb_cluster = {
    .name = "cluster",
    .takes = "[PATH...]",
    .does = "Give each article's story and its group of near copies",
    .more = "One JSON object a line; the order of the input does not matter.",
    .formats = "jsonl",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) |
             OPTION_BIT(OPTION_PASSAGES),
    .run = cluster,
};

const struct verb verb_nearest = {
    .name = "nearest",
    .takes = "[PATH...]",
    .does = "Give the ten articles most likely to tell each article's story",
    .more = "One JSON object a line; with --lang only articles in that "
            "language are told.",
    .formats = "jsonl",
    .knows =
        OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_LANG),
    .run = nearest,
};

const struct verb verb_pairs = {
    .name = "pairs",
    .takes = "[FILE...]",
    .does = "Say how surely two articles tell the same story",
    .more = "Each line is a JSON object: id, title1, text1, lang1, date1, "
            "title2, text2, lang2, date2.",
    .formats = "jsonl",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_FORMAT),
    .run = pairs,
};

const struct verb verb_look = {
    .name = "look",
    .takes = "[PATH...]",
    .does = "Show what a stage made of each page, as plain lines",
    .more = "The stage is `says` (names, dates, quantities, quotes) unless "
            "--at says otherwise.",
    .knows = OPTIONS_ENGINE | OPTION_BIT(OPTION_AT),
    .run = look,
};
