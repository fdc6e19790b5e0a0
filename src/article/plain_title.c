/*
 * plain_title.c - the title of a plain capture: the first line of weight
 * before the body. Where a page begins with prose it has no title, or holds a
 * translation first: then the title stands in the middle, in the language of
 * what follows it.
 */
#include "article/plain.h"

#include "base/buf.h"
#include "text/fold.h"

#define TITLE_LEAST 12
#define TITLE_SHARE 62 /* percent of the heaviest candidate, if lighter */
#define TITLE_MOST  260
#define INNER_MOST  300 /* lines that are asked whether they are a title */

/* 2026-11, stories of examples and corpus/dev: */
#define BODY_BYTES 4000 /* of the body, where words of titles recur */
#define WORD_LETTERS                                                           \
    5 /* that must be the same; shorter words are not asked                    \
       */
#define TOLD_WORDS 2

static bool
may_be_title(const struct raw *r, enum look look)
{
    const struct shape *s = &r->shape;

    if (s->units < TITLE_LEAST || s->units > TITLE_MOST || s->bracketed ||
        s->colon)
        return false;
    if (look == LOOK_SENTENCE || look == LOOK_PROSE)
        return s->ends == 1 && s->last != '.' && s->last != 0x3002 &&
               s->last != 0x964;
    /* a frame phrase may well begin a headline */
    return look == LOOK_SHORT ||
           (look == LOOK_FRAME && !s->whole && !s->trail && !s->rights &&
            s->units >= TITLE_SURE && s->words >= 4 &&
            s->chrome != CHROME_LEGAL && s->chrome != CHROME_COMMENT &&
            s->chrome != CHROME_SUBSCRIBE);
}

/* "A News | World | Full text for members": two bars or more, and what
 * stands before them is no headline. */
static bool
masthead(str line)
{
    size_t bar = str_find(line, STR(" | "));

    return bar != SIZE_MAX && bar < TITLE_SURE &&
           str_find(str_cut(line, bar + 3, line.n), STR(" | ")) != SIZE_MAX;
}

str
plain_body(const struct page *p, const enum look *look, size_t from)
{
    struct buf out = {0};
    str body;

    for (size_t i = from; i < p->nraws && out.n < BODY_BYTES; i++)
        if (look[i] == LOOK_PROSE) {
            buf_put(&out, str_cut(p->raws[i].text, 0, BODY_BYTES));
            buf_putc(&out, '\n');
        }
    body = fold_word(buf_str(&out), LANG_UND, p->mem);
    buf_free(&out);
    return body;
}

size_t
plain_recurring(str line, str body, struct arena *mem)
{
    size_t n = 0;

    line = fold_word(str_cut(line, 0, 4 * TITLE_MOST), LANG_UND, mem);
    while (line.n) {
        str rest = line, word = {line.s, 0};
        uint32_t c = 0, letters = 0, most = WORD_LETTERS;

        while (rest.n && letters < most) {
            c = utf8_next(&rest);
            if (!utf8_letter(c))
                break;
            if (shape_dense(c))
                most = 2;
            letters++;
            word.n = (size_t)(rest.s - word.s);
        }
        n += letters == most && str_find(body, word) != SIZE_MAX;
        while (most > 2 && rest.n && utf8_letter(c))
            c = utf8_next(&rest);
        line = rest;
    }
    return n;
}

/*
 * Line i, unless nothing of it is told in the body and another line before
 * that has words which are: menus and names of columns stand first.
 */
static size_t
told_title(struct page *p, const enum look *look, size_t i, size_t end)
{
    str body = plain_body(p, look, end);

    if (plain_recurring(p->raws[i].text, body, p->mem))
        return i;
    for (size_t k = i + 1; k < end; k++)
        if (look[k] == LOOK_SHORT && may_be_title(&p->raws[k], look[k]) &&
            p->raws[k].shape.units >= TITLE_SURE &&
            !dates_line(p, &p->raws[k]) &&
            plain_recurring(p->raws[k].text, body, p->mem) >= TOLD_WORDS)
            return k;
    return i;
}

/* The first line of weight among the candidates before the body. */
static size_t
head_title(struct page *p, const enum look *look, size_t end)
{
    uint32_t most = 0;

    /* a line that comes twice, the second time with the site's name */
    for (size_t i = 0; i < end; i++)
        for (size_t k = i + 1; k < end && k < i + 4; k++)
            if (may_be_title(&p->raws[i], LOOK_SHORT) &&
                look[i] != LOOK_CAPTION && look[k] != LOOK_CAPTION &&
                look[i] != LOOK_BYLINE && look[i] != LOOK_PROSE &&
                p->raws[i].text.n < 1000 && p->raws[k].text.n < 1000 &&
                !str_eq(p->raws[i].text, p->raws[k].text) &&
                title_same(p->raws[i].text, p->raws[k].text, p->mem))
                return i;
    for (size_t i = 0; i < end; i++)
        if (look[i] == LOOK_SHORT && may_be_title(&p->raws[i], look[i]) &&
            !masthead(p->raws[i].text) && p->raws[i].shape.units > most)
            most = p->raws[i].shape.units;
    for (int soft = 0; soft <= 1; soft++)
        for (size_t i = 0; i < end; i++) {
            const struct shape *s = &p->raws[i].shape;

            if (((look[i] == LOOK_SHORT && !masthead(p->raws[i].text)) ||
                 soft) &&
                may_be_title(&p->raws[i], look[i]) &&
                (s->units >= TITLE_SURE ||
                 s->units * 100 >= most * TITLE_SHARE) &&
                !dates_line(p, &p->raws[i]))
                return told_title(p, look, i, end);
        }
    return SIZE_MAX;
}

/* A translation stands before its original: a short line between prose of
 * another language before and of its own behind. */
static size_t
inner_title(struct page *p, const enum look *look)
{
    size_t asked = 0;

    for (size_t i = 1; i + 1 < p->nraws && asked < INNER_MOST; i++) {
        enum lang lang = p->raws[i].lang;
        size_t before = 0, behind = 0;

        if (!may_be_title(&p->raws[i], look[i]))
            continue;
        asked++;
        for (size_t k = 0; k < i; k++)
            before += look[k] == LOOK_PROSE || look[k] == LOOK_SENTENCE
                          ? (p->raws[k].lang != lang ? 1u : 1000u)
                          : 0;
        for (size_t k = i + 1; k < p->nraws; k++)
            behind += look[k] == LOOK_PROSE && p->raws[k].lang == lang;
        if (before >= 2 && before < 1000 && behind >= 2)
            return i;
    }
    return SIZE_MAX;
}

/* Lines that say the title again, mostly with the name of the site: of the
 * first ones the barest is kept. */
static void
double_titles(struct page *p)
{
    size_t best = p->title;

    for (size_t i = 0; i < p->nraws && i < p->title + 6; i++)
        if (i != p->title && p->raws[i].text.n < 1000 &&
            title_same(p->raws[i].text, p->raws[p->title].text, p->mem)) {
            p->raws[i].kind = BLOCK_TITLE;
            p->raws[i].doubled = true;
            if (p->raws[i].text.n < p->raws[best].text.n &&
                p->raws[i].shape.units < p->raws[best].shape.units)
                best = i;
        }
    p->raws[p->title].kind = BLOCK_TITLE;
    p->raws[p->title].doubled = best != p->title;
    p->title = best;
    p->raws[best].doubled = false;
}

void
plain_title(struct page *p, const enum look *look)
{
    size_t first = 0;

    p->title = SIZE_MAX;
    while (first < p->nraws && (look[first] != LOOK_PROSE ||
                                may_be_title(&p->raws[first], look[first])))
        first++;
    if (p->a->given_title.n) {
        p->title_text = p->a->given_title;
        for (size_t i = 0; i < p->nraws && i < 12; i++)
            if (p->raws[i].text.n < 1000 &&
                title_same(p->raws[i].text, p->title_text, p->mem)) {
                p->title = i;
                double_titles(p);
                return;
            }
        return;
    }
    p->title = head_title(p, look, first);
    if (p->title == SIZE_MAX && first < p->nraws)
        p->title = inner_title(p, look);
    if (p->title == SIZE_MAX)
        return;
    double_titles(p);
    p->title_text = title_bare(p->raws[p->title].text, (str){0});
}
