/* origin.c - signs of having been there first. */
#include "twin/origin.h"

#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DATELINE_BYTES 120 /* in which a dateline stands */
#define TAG_BYTES      32  /* of an agency's name in brackets */

/* How much each sign says; set by hand, checked on the dev stories (2026-11).
 */
#define AHEAD_DAY    3.0 /* published on an earlier day */
#define AHEAD_TIME   2.0 /* on the same day, earlier */
#define AHEAD_TAG    1.5 /* "CITY (AGENCY) -" opens the body */
#define AHEAD_OWN    1.5 /* the page is the agency's own: its masthead says so */
#define AHEAD_AGENCY 0.5 /* an agency is named, but not there */
#define AHEAD_NAMED  1.5 /* the other page names this one's site */
#define AHEAD_GLUED  0.8 /* words glued where links stood: a capture */
#define AHEAD_LANGS  1.0 /* carries another language as well */
#define AHEAD_LONGER 0.4
#define LONGER_LEAST 1.03 /* times; less is a matter of chrome */
#define NAME_BYTES   8    /* of a masthead; less is a word of any page */
#define NAME_WORDS   5    /* more is no name */
#define HEAD_BLOCKS  6    /* of a page, in which its masthead stands */

/* "CITY, Country, May 13 (CWS) -": brackets, then a dash or a colon. */
str
origin_tag(const struct article *a)
{
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];
        str head = str_cut(b->text, 0, DATELINE_BYTES);
        size_t open, close;
        str rest;

        if (!b->kept || b->kind != BLOCK_BODY)
            continue;
        open = str_find(head, STR("("));
        close = str_find(head, STR(")"));
        if (open == SIZE_MAX || close == SIZE_MAX || close < open ||
            close - open > TAG_BYTES)
            break;
        rest = str_trim(str_cut(head, close + 1, head.n));
        if (str_starts(rest, STR("-")) || str_starts(rest, STR(":")) ||
            str_starts(rest, STR("\xE2\x80\x94")) ||
            str_starts(rest, STR("\xE2\x80\x93")))
            return str_trim(str_cut(head, open + 1, close));
        break;
    }
    return (str){0};
}

static bool
letter_at(str s, size_t i)
{
    return i < s.n &&
           ((unsigned char)s.s[i] >= 0x80 || (s.s[i] >= '0' && s.s[i] <= '9') ||
            ((s.s[i] | 32) >= 'a' && (s.s[i] | 32) <= 'z'));
}

bool
origin_cites(const struct article *a, const struct article *b)
{
    str tag = origin_tag(b), rest = a->text;

    if (tag.n < 2)
        return false;
    for (size_t at; (at = str_find(rest, tag)) != SIZE_MAX;
         rest = str_cut(rest, at + tag.n, rest.n))
        if (!letter_at(rest, at + tag.n) &&
            (at == 0 || !letter_at(rest, at - 1)))
            return true;
    return false;
}

static size_t
glued_words(const struct article *a)
{
    size_t n = 0;

    for (size_t i = 0; i < a->read.w.nwords; i++)
        n += (a->read.w.words[i].shape & SHAPE_GLUED) != 0;
    return n;
}

static bool
two_langs(const struct article *a)
{
    size_t other = 0, all = 0;

    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        if (!b->kept || b->kind != BLOCK_BODY)
            continue;
        all += b->text.n;
        if (b->lang != a->lang)
            other += b->text.n;
    }
    return other * 5 > all;
}

/* Takes the next word of letters off *rest; "" at the end. */
static str
letters(str *rest)
{
    size_t at = 0, end;
    str word;

    while (at < rest->n && !letter_at(*rest, at))
        at++;
    for (end = at; end < rest->n && letter_at(*rest, end);)
        end++;
    word = str_cut(*rest, at, end);
    *rest = str_cut(*rest, end, rest->n);
    return word;
}

/* Do words of the line, one behind the other, begin with the letters of the
 * tag: "SIERRA WIRE | Americas" and SW? */
static bool
spells(str line, str tag)
{
    for (str start = line, word; (word = letters(&start)).n > 0;) {
        str rest = start, left = tag;

        for (; word.n > 0 && left.n > 0; word = letters(&rest)) {
            uint32_t c = utf8_next(&left), d = utf8_next(&word);

            if (c != d)
                break;
            if (left.n == 0)
                return true;
        }
    }
    return false;
}

/* The agency's own page: masthead or site bear its name, short or in full. */
static bool
own_page(const struct article *a)
{
    str tag = origin_tag(a);

    if (tag.n < 2)
        return false;
    if (spells(a->site, tag) || str_find(a->site, tag) != SIZE_MAX)
        return true;
    for (size_t i = 0; i < a->nblocks && i < HEAD_BLOCKS; i++) {
        const struct block *b = &a->blocks[i];

        if (b->kind == BLOCK_BODY)
            break;
        if (b->kind == BLOCK_CHROME &&
            (spells(b->text, tag) || str_find(b->text, tag) != SIZE_MAX))
            return true;
    }
    return false;
}

/* The name of the site: told by the page, or its first line of frame. */
static str
masthead(const struct article *a)
{
    str name = a->site, rest;
    size_t words = 0;

    if (name.n == 0 && a->nblocks > 0 && a->blocks[0].kind == BLOCK_CHROME)
        name = str_trim(a->blocks[0].text);
    for (rest = name; letters(&rest).n > 0;)
        words++;
    return name.n >= NAME_BYTES && words >= 2 && words <= NAME_WORDS ? name
                                                                     : (str){0};
}

/* Does a name the site of b, as a source is named? */
static bool
names_site(const struct article *a, const struct article *b)
{
    str name = masthead(b);

    if (name.n == 0 || str_eq(name, masthead(a)))
        return false;
    for (size_t i = 0; i < a->nblocks; i++)
        if (str_find(a->blocks[i].text, name) != SIZE_MAX)
            return true;
    return false;
}

/* Bytes of the body alone. */
static double
body_size(const struct article *a)
{
    size_t n = 0;

    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept && a->blocks[i].kind == BLOCK_BODY)
            n += a->blocks[i].text.n;
    return (double)n;
}

/* What a page shows by itself, without its time. */
static double
standing(const struct article *a)
{
    double s = 0;

    if (origin_tag(a).n > 0)
        s += AHEAD_TAG;
    else if (a->agency.n > 0)
        s += AHEAD_AGENCY;
    if (own_page(a))
        s += AHEAD_OWN;
    if (glued_words(a) > 1)
        s -= AHEAD_GLUED;
    if (two_langs(a))
        s -= AHEAD_LANGS;
    return s;
}

/* The same shape of time, so that the bytes compare: YYYY-MM-DDTHH:MM… */
static int
time_order(str a, str b)
{
    if (a.n < 16 || b.n < 16 || a.s[10] != 'T' || b.s[10] != 'T')
        return 0;
    if (!str_eq(str_cut(a, 19, a.n), str_cut(b, 19, b.n)))
        return 0;
    return memcmp(a.s, b.s, 16);
}

double
origin_ahead(const struct article *a, const struct article *b)
{
    double ahead = standing(a) - standing(b);

    if (a->day.year && b->day.year && a->day.day && b->day.day) {
        int32_t x = day_number(a->day), y = day_number(b->day);

        if (x != y)
            ahead += x < y ? AHEAD_DAY : -AHEAD_DAY;
        else if (time_order(a->published, b->published) != 0)
            ahead += time_order(a->published, b->published) < 0 ? AHEAD_TIME
                                                                : -AHEAD_TIME;
    }
    /* languages differ in length */
    if (names_site(a, b) != names_site(b, a))
        ahead += names_site(b, a) ? AHEAD_NAMED : -AHEAD_NAMED;
    if (a->lang == b->lang) {
        double x = body_size(a), y = body_size(b);

        ahead += x > y * LONGER_LEAST   ? AHEAD_LONGER
                 : y > x * LONGER_LEAST ? -AHEAD_LONGER
                                        : 0;
    }
    return ahead;
}

double
origin_certain(double ahead)
{
    return ahead <= 0 ? 0.5 : 1 / (1 + exp(-ahead));
}

struct ranked {
    const struct article *a;
    uint64_t content;
    uint32_t index;
};

static int
ranked_order(const void *x, const void *y)
{
    const struct ranked *a = x, *b = y;
    int d;

    if (a->content != b->content)
        return a->content < b->content ? -1 : 1;
    d = str_cmp(a->a->text, b->a->text);
    d = d ? d : str_cmp(a->a->url, b->a->url);
    d = d ? d : str_cmp(a->a->given_id, b->a->given_id);
    d = d ? d : str_cmp(a->a->path, b->a->path);
    return d ? d : (a->index > b->index) - (a->index < b->index);
}

uint32_t *
origin_ranks(const struct set *s, struct arena *mem)
{
    uint32_t *rank = arena_new(mem, uint32_t, s->narticles + 1);
    struct arena *tmp = arena_open();
    struct ranked *r = arena_new(tmp, struct ranked, s->narticles + 1);

    for (uint32_t i = 0; i < s->narticles; i++)
        r[i] = (struct ranked){s->articles[i], s->articles[i]->content, i};
    if (s->narticles > 1)
        qsort(r, s->narticles, sizeof *r, ranked_order);
    for (uint32_t i = 0; i < s->narticles; i++)
        rank[r[i].index] = i;
    arena_close(tmp);
    return rank;
}
