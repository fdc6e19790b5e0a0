/* feed_json.c - JSON Feed and ninjs. */
#include "source/feed_json.h"

#include "source/stamp.h"

static str
text_of(const struct json *j, const char *const *keys)
{
    for (int i = 0; keys[i]; i++) {
        str s = str_trim(json_text(json_get(j, keys[i])));

        if (s.n)
            return s;
    }
    return (str){0};
}

const struct json *
feed_json_items(const struct json *doc)
{
    str version = json_text(json_get(doc, "version"));
    const struct json *items = json_get(doc, "items");

    return json_is_array(items) &&
                   (str_find_nocase(version, STR("jsonfeed.org")) != SIZE_MAX ||
                    json_get(doc, "feed_url") || json_get(doc, "home_page_url"))
               ? items
               : NULL;
}

bool
feed_json_is_item(const struct json *j)
{
    static const char *const signs[] = {
        "body_text",      "body_xhtml", "body_html",      "bodies",
        "versioncreated", "headlines",  "versionCreated", NULL};

    if (json_text(json_get(j, "uri")).n == 0)
        return false;
    for (int i = 0; signs[i]; i++)
        if (json_get(j, signs[i]))
            return true;
    return false;
}

/* One value out of an array of {"role", "value"}: that of the main role,
 * else the first; of bodies, plain text before marked-up one. */
static str
role_value(const struct json *array, bool plain)
{
    static const char *const values[] = {"value", NULL};
    static const char *const types[] = {"contenttype", "contentType", NULL};
    str best = {0};
    int best_rank = -1;

    for (const struct json *e = json_first(array); e; e = json_next(e)) {
        str role = json_text(json_get(e, "role"));
        str type = text_of(e, types), s = text_of(e, values);
        int rank = (str_is(role, "main") || str_is(role, "primary") ||
                    str_is(role, "default")) +
                   (plain && str_is(type, "text/plain")) * 2;

        if (s.n && rank > best_rank) {
            best = s;
            best_rank = rank;
        }
    }
    return best;
}

static void
authors_of(const struct json *j, struct entry *e, struct arena *mem)
{
    static const char *const names[] = {"name", NULL};
    static const char *const lines[] = {"byline", NULL};
    const struct json *many = json_get(j, "authors");

    if (!many)
        many = json_get(j, "bylines");
    for (const struct json *a = json_first(many); a; a = json_next(a)) {
        str s = text_of(a, names);

        entry_author(e, s.n ? s : text_of(a, lines), mem);
    }
    entry_author(e, text_of(json_get(j, "author"), names), mem);
    entry_author(e, text_of(j, lines), mem);
}

void
feed_json_item(const struct json *j, struct entry *e, struct arena *mem)
{
    static const char *const ids[] = {"id", "uri", "guid", NULL};
    static const char *const links[] = {"url", "external_url", "canonicalurl",
                                        NULL};
    static const char *const titles[] = {"title", "headline", NULL};
    static const char *const dates[] = {"date_published", "contentcreated",
                                        "firstcreated", "firstCreated", NULL};
    static const char *const updates[] = {"date_modified", "versioncreated",
                                          "versionCreated", NULL};
    static const char *const plains[] = {"content_text", "body_text",
                                         "bodyText", NULL};
    static const char *const htmls[] = {"content_html", "body_xhtml",
                                        "body_html", NULL};
    static const char *const sums[] = {"summary", "description_text", NULL};
    static const char *const langs[] = {"language", NULL};
    static const char *const sources[] = {"provider", "infosource", NULL};
    str text = text_of(j, htmls), title = text_of(j, titles);
    double number;

    if (title.n == 0)
        title = role_value(json_get(j, "headlines"), false);
    if (text.n == 0)
        text = text_of(j, plains);
    if (text.n == 0)
        text = role_value(json_get(j, "bodies"), true);
    if (text.n == 0)
        text = role_value(json_get(j, "descriptions"), true);
    if (text.n == 0)
        text = text_of(j, sums);
    e->id = arena_str(mem, text_of(j, ids));
    if (e->id.n == 0 && json_number(json_get(j, "id"), &number))
        e->id = arena_printf(mem, "%.0f", number);
    e->link = arena_str(mem, text_of(j, links));
    if (e->link.n == 0 && str_starts_nocase(e->id, STR("http")))
        e->link = e->id;
    e->title = entry_line(title, mem);
    e->date = stamp_read(text_of(j, dates), mem);
    e->updated = stamp_read(text_of(j, updates), mem);
    e->text = entry_plain(text, mem);
    e->lang = arena_str(mem, text_of(j, langs));
    e->source = arena_str(mem, text_of(j, sources));
    authors_of(j, e, mem);
}

void
feed_json_rest(const struct json *doc, struct entry *e, struct arena *mem)
{
    static const char *const titles[] = {"title", NULL};
    static const char *const langs[] = {"language", NULL};

    if (e->source.n == 0)
        e->source = entry_line(text_of(doc, titles), mem);
    if (e->lang.n == 0)
        e->lang = arena_str(mem, text_of(doc, langs));
    if (e->nbyline == 0)
        authors_of(doc, e, mem);
}
