/* jsonl.c - articles as fields. */
#include "source/jsonl.h"

#include "source/feed_json.h"

#include <stdio.h>

static str
field(const struct json *j, const char *const *keys, struct arena *mem)
{
    for (int i = 0; keys[i]; i++) {
        const struct json *v = json_get(j, keys[i]);
        double number;

        if (json_text(v).n)
            return arena_str(mem, json_text(v));
        if (json_number(v, &number))
            return arena_printf(mem, "%.0f", number);
    }
    return (str){0};
}

static const char *const ids[] = {"id", NULL};
static const char *const titles[] = {"title", "headline", NULL};
static const char *const texts[] = {"text", "body", NULL};
static const char *const htmls[] = {"html", NULL};
static const char *const urls[] = {"url", "link", NULL};
static const char *const dates[] = {"date", "published", NULL};
static const char *const langs[] = {"lang", "language", NULL};
static const char *const sources[] = {"source", NULL};

static const char *const *const known[] = {ids,  titles, texts, htmls,
                                           urls, dates,  langs, sources};

static bool
is_known(str name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (int k = 0; known[i][k]; k++)
            if (str_is(name, known[i][k]))
                return true;
    return false;
}

/* The fields we do not know, as an object; empty where there are none. */
static str
rest_of(const struct json *j, struct arena *mem)
{
    struct buf b = {0}, value = {0};
    struct json_writer w = {&b, false};
    bool some = false;
    str out = {0};

    json_open(&w, '{');
    for (const struct json *m = json_first(j); m; m = json_next(m)) {
        if (is_known(json_name(m)))
            continue;
        buf_clear(&value);
        json_print(m, &value);
        json_key(&w, arena_z(mem, json_name(m)));
        json_raw(&w, buf_str(&value));
        some = true;
    }
    json_close(&w, '}');
    if (some)
        out = arena_str(mem, buf_str(&b));
    buf_free(&b);
    buf_free(&value);
    return out;
}

bool
jsonl_object(const struct json *j, struct article *a, char *why, size_t room)
{
    str html;

    if (!json_is_object(j)) {
        snprintf(why, room, "JSON, but no object");
        return false;
    }
    if (feed_json_is_item(j)) {
        struct entry e = {0};

        feed_json_item(j, &e, a->mem);
        entry_fill(&e, a);
        if (a->bytes.n || a->given_title.n)
            return true;
        snprintf(why, room, "a news item without text");
        return false;
    }
    html = field(j, htmls, a->mem);
    a->given_id = field(j, ids, a->mem);
    a->given_title = field(j, titles, a->mem);
    a->given_date = field(j, dates, a->mem);
    a->given_lang = field(j, langs, a->mem);
    a->given_source = field(j, sources, a->mem);
    a->url = field(j, urls, a->mem);
    a->bytes = html.n ? html : field(j, texts, a->mem);
    a->type = html.n ? STR("text/html") : STR("text/plain");
    a->page = PAGE_FIELDS;
    a->extra = rest_of(j, a->mem);
    if (a->bytes.n == 0 && a->given_title.n == 0) {
        snprintf(why, room, "an object without text, html or title");
        return false;
    }
    return true;
}

bool
jsonl_take(str line, struct article *a, char *why, size_t room)
{
    struct json *j = json_parse(line);
    bool ok = j && jsonl_object(j, a, why, room);

    if (!j)
        snprintf(why, room, "no JSON");
    json_free(j);
    return ok;
}
