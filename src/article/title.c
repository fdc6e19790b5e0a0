/* title.c - which line of a page is its headline, and what of it. */
#include "article/title.h"

#define BESIDE_LEAST 8 /* bytes of a title beside the name of a site */

/* The three titles that the head of a page gives, as they stand and bare. */
struct refs {
    str full[3], bare[3];
};

/* Two of the three say just this. */
static bool
agreed(const struct refs *refs, str ref)
{
    int n = 0;

    for (size_t i = 0; i < 3; i++)
        n += refs->bare[i].n && str_eq_nocase(refs->bare[i], ref);
    return n >= 2;
}

/*
 * How surely the head names this line as the title: 3 it says just this, 2
 * with a site's name behind it or before it, 1 with what may as well be the
 * title before a site's name, 0 not at all; a link (the site's own name over
 * a blog) counts for less.
 */
static int
said_by_head(const struct page *p, const struct refs *refs, const struct raw *r)
{
    int best = 0;

    for (size_t i = 0; i < 3; i++) {
        str full = refs->full[i];
        int rank;

        if (full.n == 0)
            continue;
        if (str_eq_nocase(refs->bare[i], r->text) ||
            (full.n == refs->bare[i].n && str_eq_nocase(full, r->text)))
            rank = 3;
        else if (!title_same(full, r->text, p->mem))
            rank = 0;
        else
            rank = full.n > r->text.n && str_ends(full, r->text) &&
                           !title_site_like(
                               p, str_cut(full, 0, full.n - r->text.n),
                               TITLE_SITE_MOST)
                       ? 1
                       : 2;
        if (rank > best)
            best = rank;
    }
    if (best && r->linked * 2 > r->shape.units)
        best = best == 3 && r->tag == TAG_H1 && agreed(refs, r->text) ? 2 : 1;
    return best;
}

/* What stands behind a title and is more than a few words of it. */
static bool
new_sentence(str rest)
{
    bool space = rest.n && (rest.s[0] == ' ' || rest.s[0] == '\xC2');

    rest = str_trim(rest);
    while (str_starts(rest, STR("\xC2\xA0")))
        rest = str_trim(str_cut(rest, 2, rest.n));
    return space && rest.n >= TITLE_SITE_BYTES &&
           (utf8_upper(utf8_next(&(str){rest.s, rest.n})) ||
            (rest.s[0] >= '0' && rest.s[0] <= '9'));
}

/* "  02.02.2022 - Press": a line of days and desks behind the title. */
static bool
day_follows(str rest)
{
    struct named_day d;

    return stamp_figures(rest, &d) && d.at.start < TITLE_DAY_BYTES;
}

/* "Energy " and "Energy :" are kickers, "Energy: " is joined to what
 * follows. */
static bool
is_kicker(str before)
{
    str word = str_trim(before);
    char c = before.s[before.n - 1];

    return str_ends(word, STR(" :")) ||
           ((c == ' ' || c == '\xA0') && !str_ends(word, STR(":")));
}

/*
 * A headline with a kicker before it ("Energy Council votes …") or a subtitle
 * behind it is as the head of the page says it. A kicker with a colon is
 * part of it.
 */
static str
as_said(const struct refs *refs, str title)
{
    for (size_t i = 0; i < 3; i++) {
        str ref = refs->bare[i];
        size_t least = i == 0 ? TITLE_LD_BYTES : TITLE_SITE_BYTES;
        str before, behind;

        if (ref.n < least || ref.n >= title.n)
            continue;
        before = str_cut(title, 0, title.n - ref.n);
        behind = str_cut(title, ref.n, title.n);
        if (str_ends(title, ref) && is_kicker(before))
            return ref;
        if (str_starts(title, ref) && new_sentence(behind) &&
            (agreed(refs, ref) || day_follows(behind)))
            return ref;
    }
    for (size_t i = 0; i < 3; i++) {
        str rest = title_behind_kicker(refs->bare[i], title);

        if (rest.n)
            return rest;
    }
    return title;
}

/* Soft hyphens are no part of it. */
static str
without_soft(str s, struct arena *mem)
{
    char *out;
    size_t n = 0;

    if (str_find(s, STR("\xC2\xAD")) == SIZE_MAX)
        return s;
    out = arena_alloc(mem, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '\xC2' && i + 1 < s.n && s.s[i + 1] == '\xAD')
            i++;
        else
            out[n++] = s.s[i];
    }
    return (str){out, n};
}

/* The part of the words of one that stand in the other. */
static bool
shares_words(str title, str other)
{
    str word;
    size_t n = 0, hits = 0;

    while (str_next(&title, ' ', &word)) {
        struct shape s;

        shape_count(word, &s);
        if (s.units < 3)
            continue;
        n++;
        hits += str_find_nocase(other, word) != SIZE_MAX;
    }
    return n == 0 || hits * 3 >= n;
}

/* 2026-11, extraction set and corpus/dev. */
#define TITLE_SEARCH 300 /* blocks from the start that may be the title */
#define H1_LEAST     12  /* units of one among several */
#define H1_LONE      4   /* … of the only one */
#define LONE_NEAR    16
#define RANK_LONE    7
#define RANK_FAR     3 /* what a heading has that the head does not know */

/* A heading of the first rank that may be the title. */
static bool
heads(const struct page *p, const struct raw *r, uint32_t least)
{
    return r->tag == TAG_H1 && r->shape.units >= least &&
           r->text.n < META_MOST_VALUE && !str_eq_nocase(r->text, p->meta.site);
}

/* The only such heading that is no link and no name of the site, with prose
 * not far behind it; SIZE_MAX: there are none or several. */
static size_t
lone_heading(const struct page *p)
{
    size_t lone = SIZE_MAX;

    for (size_t i = 0; i < p->nraws && i < TITLE_SEARCH; i++) {
        const struct raw *r = &p->raws[i];

        if (!heads(p, r, H1_LONE) || r->linked * 2 > r->shape.units ||
            title_site_like(p, r->text, TITLE_SITE_MOST))
            continue;
        if (lone != SIZE_MAX)
            return SIZE_MAX;
        lone = i;
    }
    for (size_t i = lone; i < p->nraws && i < lone + LONE_NEAR; i++)
        if (shape_prose(&p->raws[i].shape))
            return lone;
    return SIZE_MAX;
}

static int
rank_of(const struct page *p, const struct refs *refs, size_t i, size_t lone)
{
    const struct raw *r = &p->raws[i];
    int rank;

    if (r->text.n >= META_MOST_VALUE || r->tag == TAG_BUTTON ||
        r->tag == TAG_LI)
        return 0;
    rank = 4 * said_by_head(p, refs, r);
    if (i == lone)
        return rank + RANK_LONE;
    if (heads(p, r, H1_LEAST))
        rank += r->linked * 2 > r->shape.units ? 1 : 3;
    return rank;
}

/* The heading without the name of the site. Of a first heading only what is
 * like that name goes, or what the head of the page leaves out, too. */
static str
heading_bare(const struct page *p, const struct refs *refs, const struct raw *r)
{
    str text = title_without_day(r->text), out = title_headline(p, text);

    if (r->tag != TAG_H1 || !str_starts(text, out) ||
        title_site_like(p, str_cut(text, out.n, text.n), SIZE_MAX))
        return out;
    for (size_t i = 0; i < 3; i++)
        if (str_eq_nocase(refs->bare[i], out))
            return out;
    return text;
}

/* What a title of the head says besides the heading: the part before it, else
 * the last behind it; empty: nothing, or the heading is all a title says. */
static str
beside(const struct refs *refs, str heading)
{
    for (size_t i = 0; i < 3; i++) {
        str full = refs->full[i], part;
        size_t at = str_find_nocase(full, heading);

        if (str_eq_nocase(refs->bare[i], heading))
            return (str){0};
        if (at == SIZE_MAX)
            continue;
        part = title_before_mark(str_cut(full, 0, at));
        if (part.n < BESIDE_LEAST)
            part = title_behind_marks(str_cut(full, at + heading.n, full.n));
        if (part.n >= BESIDE_LEAST)
            return part;
    }
    return (str){0};
}

static bool
is_heading(const struct page *p, size_t i)
{
    return p->raws[i].tag == TAG_H1 || p->raws[i].tag == TAG_H2;
}

/*
 * The heading found is the name of a blog over it, as a link to its start: so
 * it is where the rest of the title stands alone below it or is what the head
 * gives as the title, too.
 */
static bool
is_below(struct page *p, const struct refs *refs)
{
    const struct raw *r = &p->raws[p->title];
    str rest = beside(refs, r->text);
    bool known = str_eq_nocase(refs->bare[0], rest) ||
                 str_eq_nocase(refs->bare[1], rest);
    size_t at = SIZE_MAX;

    if (rest.n == 0 || !(known || r->linked * 2 > r->shape.units))
        return false;
    for (size_t i = p->title + 1; i < p->nraws; i++)
        if (str_eq_nocase(p->raws[i].text, rest) &&
            (at == SIZE_MAX || (!is_heading(p, at) && is_heading(p, i))))
            at = i;
    if (at != SIZE_MAX) {
        p->title = at;
        p->title_text = p->raws[at].text;
        return true;
    }
    if (!known)
        return false;
    p->title = SIZE_MAX;
    p->title_text = rest;
    return true;
}

/* The block of the highest rank; far behind menus only a first heading that
 * the head of the page knows. */
static int
choose(struct page *p, const struct refs *refs, size_t lone)
{
    int best = 0;

    p->title = SIZE_MAX;
    for (size_t i = 0; i < p->nraws; i++) {
        int rank;

        if (i >= TITLE_SEARCH && p->raws[i].tag != TAG_H1)
            continue;
        rank = rank_of(p, refs, i, lone);
        if (rank > best && (i < TITLE_SEARCH || rank > RANK_FAR)) {
            best = rank;
            p->title = i;
        }
    }
    return best;
}

void
meta_title(struct page *p)
{
    struct meta *m = &p->meta;
    struct refs refs = {.full = {m->headline, m->og_title, m->title}};
    size_t lone = lone_heading(p);
    int best;

    for (size_t i = 0; i < 3; i++) {
        refs.bare[i] = title_without_day(title_headline(p, refs.full[i]));
        if (p->title_text.n == 0)
            p->title_text = refs.bare[i];
    }
    best = choose(p, &refs, lone);
    if (p->title == SIZE_MAX)
        return;
    /* a heading that nothing in the head knows heads another thing */
    if (best < 8 && p->title != lone && p->title_text.n > TITLE_SITE_BYTES &&
        !shares_words(p->raws[p->title].text, p->title_text) &&
        !shares_words(p->title_text, p->raws[p->title].text)) {
        p->title = SIZE_MAX;
        return;
    }
    if (!is_below(p, &refs))
        p->title_text =
            as_said(&refs, heading_bare(p, &refs, &p->raws[p->title]));
    p->title_text = without_soft(p->title_text, p->mem);
}
