/* pairs.c - the pile of pairs; tables of two columns; TMX. */
#include "learn/pairs.h"

#include "base/buf.h"
#include "base/markup.h"

bool
pairs_put(struct pairs *p, str a, str b, bool terms)
{
    a = str_trim(a);
    b = str_trim(b);
    if (p->n == PAIRS_MOST)
        return false;
    if (a.n == 0 || b.n == 0 || a.n > PAIRS_MOST_TEXT || b.n > PAIRS_MOST_TEXT)
        return true;
    p->list = arena_grow(p->mem, p->list, p->n, sizeof *p->list);
    p->list[p->n++] =
        (struct pair){arena_str(p->mem, a), arena_str(p->mem, b), terms};
    return true;
}

/* ---- tables ------------------------------------------------------------ */

static bool
two_columns(str line, str *a, str *b)
{
    size_t at = str_find(line, STR("\t"));

    if (at == SIZE_MAX)
        return false;
    *a = str_cut(line, 0, at);
    *b = str_cut(line, at + 1, line.n);
    /* what more columns there are says nothing of the text */
    at = str_find(*b, STR("\t"));
    *b = str_trim(str_cut(*b, 0, at));
    return true;
}

bool
pairs_table(struct pairs *p, str bytes)
{
    bool swapped = false, first = true;
    str line, a, b;

    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_cut(bytes, 3, bytes.n);
    while (str_next(&bytes, '\n', &line)) {
        if (!two_columns(line, &a, &b))
            continue;
        if (first && a.n && a.s[0] == '#') {
            enum lang one = lang_of(str_cut(a, 1, a.n)), two = lang_of(b);

            swapped = one == p->to && two == p->from;
            if (!swapped && (one != p->from || two != p->to))
                return false;
        } else if (!pairs_put(p, swapped ? b : a, swapped ? a : b, false)) {
            break;
        }
        first = false;
    }
    return true;
}

/* ---- TMX ----------------------------------------------------------------- */

struct tmx {
    struct pairs *pairs;
    struct buf side[2]; /* of the unit at hand */
    int at;             /* which side the text belongs to; -1: neither */
    bool inside;        /* a <seg> */
};

static void
tmx_start(void *ctx, const struct markup_tag *tag)
{
    struct tmx *t = ctx;

    if (str_is(tag->name, "tu")) {
        buf_clear(&t->side[0]);
        buf_clear(&t->side[1]);
        t->at = -1;
    } else if (str_is(tag->name, "tuv")) {
        str code = markup_value(tag, "xml:lang");
        enum lang lang = lang_of(code.n ? code : markup_value(tag, "lang"));

        t->at = lang == t->pairs->from ? 0 : lang == t->pairs->to ? 1 : -1;
        /* of two texts of one language the first counts */
        if (t->at >= 0 && t->side[t->at].n)
            t->at = -1;
    } else if (str_is(tag->name, "seg")) {
        t->inside = true;
    }
}

static void
tmx_end(void *ctx, str name)
{
    struct tmx *t = ctx;

    if (str_is(name, "seg"))
        t->inside = false;
    else if (str_is(name, "tuv"))
        t->at = -1;
    else if (str_is(name, "tu"))
        pairs_put(t->pairs, buf_str(&t->side[0]), buf_str(&t->side[1]), false);
}

static void
tmx_text(void *ctx, str text)
{
    struct tmx *t = ctx;

    if (t->inside && t->at >= 0 && t->side[t->at].n <= PAIRS_MOST_TEXT)
        buf_put(&t->side[t->at], text);
}

void
pairs_tmx(struct pairs *p, str bytes)
{
    static const struct markup_handler handler = {tmx_start, tmx_end, tmx_text};
    struct tmx t = {.pairs = p, .at = -1};

    markup_xml(bytes, &handler, &t);
    buf_free(&t.side[0]);
    buf_free(&t.side[1]);
}
