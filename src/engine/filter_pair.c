/* filter_pair.c - two articles on one line: do they tell the same story? */
#include "engine/filter.h"

#include "base/json.h"
#include "engine/digest.h"
#include "story/place.h"

#include <math.h>
#include <stdio.h>

/* The field `name` with the number of the article behind it, as in "text2". */
static str
field(const struct json *j, const char *name, int nth, struct arena *mem)
{
    char key[32];

    snprintf(key, sizeof key, "%s%d", name, nth);
    return arena_str(mem, json_text(json_get(j, key)));
}

static struct article *
article_of(const struct lexicon *lx, const struct json *j, int nth)
{
    struct article *a = article_new();

    a->page = PAGE_FIELDS;
    a->type = STR("text/plain");
    a->given_title = field(j, "title", nth, a->mem);
    a->given_date = field(j, "date", nth, a->mem);
    a->given_lang = field(j, "lang", nth, a->mem);
    a->url = field(j, "url", nth, a->mem);
    a->bytes = field(j, "text", nth, a->mem);
    digest(lx, a);
    return a;
}

bool
filter_pair(const struct lexicon *lx, str line, struct buf *out)
{
    struct json_writer w = {out, false};
    struct json *j = json_parse(line);
    struct article *a, *b;
    bool same = false;
    double score = 0;

    if (!json_is_object(j)) {
        json_free(j);
        return false;
    }
    a = article_of(lx, j, 1);
    b = article_of(lx, j, 2);
    if (!a->why_not && !b->why_not)
        score = story_likeness(lx, a, b, &same);
    json_open(&w, '{');
    json_key(&w, "id");
    if (json_get(j, "id")) {
        struct buf id = {0};

        json_print(json_get(j, "id"), &id);
        json_raw(&w, buf_str(&id));
        buf_free(&id);
    } else {
        json_null(&w);
    }
    json_key(&w, "score");
    json_num(&w, round(score * 1e4) / 1e4);
    json_key(&w, "same");
    json_bool(&w, same);
    json_close(&w, '}');
    article_free(a);
    article_free(b);
    json_free(j);
    return true;
}
