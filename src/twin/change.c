/*
 * change.c - two aligned texts: what was changed, as phrases one can read.
 *
 * A joint is what stands between two words that match. Joints that a lone
 * common word parts are told as one; a whole sentence more or less is told
 * alone; a few words more or less take a neighbour with them, so that it is
 * seen what they belong to.
 */
#include "twin/moved.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define ALONE_WORDS 8 /* whole sentences from here on: one cut, one new */
#define WIDEN_MOST  4 /* words that hang together are told together */
#define GLUE_CHARS  512
#define JOINTS_MOST                                                            \
    4096 /* that are looked at; the texts are no copies then                   \
          */
#define LIKE_ALONE                                                             \
    0.35 /* share of letters: below, not a sentence rewritten                  \
          */

/* How much a change says. */
enum rank { RANK_WORDS, RANK_SPELLING, RANK_CASE, RANK_MOVED };

struct told {
    struct change c;
    enum rank rank;
    size_t order;
};

/* ---- telling them ------------------------------------------------------- */

static bool
first_of_sentence(const struct align_text *t, uint32_t i)
{
    return i == 0 || t->w[i].sentence != t->w[i - 1].sentence;
}

static bool
last_of_sentence(const struct align_text *t, uint32_t i)
{
    return i + 1 >= t->n || t->w[i].sentence != t->w[i + 1].sentence;
}

/* No white space parts the word from the one before: "al-|Dulaimi", "35|km".
 * Scripts that use none are no guide. */
static bool
bound(const struct align_text *t, uint32_t i)
{
    const char *s = t->text.s;
    uint32_t from, to;

    if (i == 0 || i >= t->n || t->w[i].block != t->w[i - 1].block)
        return false;
    from = t->w[i - 1].end;
    to = t->w[i].start;
    if (from > to || to - from > 1)
        return to - from == 3 && memcmp(s + from, "\xE2\x80\x91", 3) == 0;
    if (from == to)
        return !((unsigned char)s[from - 1] & 0x80) ||
               !((unsigned char)s[from] & 0x80);
    return s[from] == '-' || s[from] == ':' || s[from] == '.' ||
           s[from] == '/' || s[from] == '\'';
}

/* Takes in the common words that hang on the changed ones. */
static void
widen(const struct change_work *w, struct bit *ra, struct bit *rb)
{
    for (int k = 0; k < WIDEN_MOST && ra->at > 0 && rb->at > 0; k++) {
        if (w->to[ra->at - 1] != rb->at - 1 ||
            (!bound(w->a, ra->at) && !bound(w->b, rb->at)))
            break;
        ra->at--;
        rb->at--;
    }
    for (int k = 0; k < WIDEN_MOST && ra->end < w->a->n && rb->end < w->b->n;
         k++) {
        if (w->to[ra->end] != rb->end ||
            (!bound(w->a, ra->end) && !bound(w->b, rb->end)))
            break;
        ra->end++;
        rb->end++;
    }
}

/* Where the words stand, with brackets and dots that belong to them. */
static span
phrase(const struct align_text *t, struct bit r)
{
    uint32_t start, end;
    bool open = false, cut = r.end - r.at > CHANGE_WORDS;

    if (r.at >= r.end)
        return (span){0, 0};
    if (cut)
        r.end = r.at + CHANGE_WORDS;
    start = t->w[r.at].start;
    end = t->w[r.end - 1].end;
    if (start > 0 &&
        (t->text.s[start - 1] == '(' || t->text.s[start - 1] == '['))
        start--;
    for (uint32_t i = start; i < end; i++) {
        if (t->text.s[i] == '(' || t->text.s[i] == '[')
            open = true;
        else if (t->text.s[i] == ')' || t->text.s[i] == ']')
            open = false;
    }
    /* a dot inside a sentence is an abbreviation's */
    if (end < t->text.n && t->text.s[end] == '.' &&
        (cut || !last_of_sentence(t, r.end - 1)))
        end++;
    if (open && end < t->text.n &&
        (t->text.s[end] == ')' || t->text.s[end] == ']'))
        end++;
    return (span){start, end};
}

static enum change_kind
kind_of_rank(enum rank rank)
{
    return rank == RANK_WORDS   ? CHANGE_WORDING
           : rank == RANK_MOVED ? CHANGE_MOVED
                                : CHANGE_STYLE;
}

static str
words_of(const struct change_work *w, const struct align_text *t, span at)
{
    return arena_str(w->mem, str_cut(t->text, at.start, at.end));
}

static void
tell(struct change_work *w, struct bit ra, struct bit rb, enum rank rank)
{
    struct told *t;

    if (w->ntold >= JOINTS_MOST)
        return;
    if (ra.end > ra.at && rb.end > rb.at && rank != RANK_MOVED)
        widen(w, &ra, &rb);
    w->told = arena_grow(w->mem, w->told, w->ntold, sizeof *w->told);
    t = &w->told[w->ntold];
    t->c = (struct change){.from_at = phrase(w->a, ra),
                           .to_at = phrase(w->b, rb),
                           .kind = kind_of_rank(rank)};
    t->c.from = words_of(w, w->a, t->c.from_at);
    t->c.to = words_of(w, w->b, t->c.to_at);
    if (t->c.from.n == 0)
        t->c.kind = CHANGE_INSERTED;
    else if (t->c.to.n == 0)
        t->c.kind = CHANGE_CUT;
    t->rank = rank;
    t->order = w->ntold++;
    for (uint32_t i = ra.at; i < ra.end; i++)
        w->shown[i] = true;
}

static bool
whole(const struct align_text *t, struct bit r)
{
    return r.end > r.at && first_of_sentence(t, r.at) &&
           last_of_sentence(t, r.end - 1);
}

/* The letters and figures alone, folded for ASCII, at most GLUE_CHARS. */
static size_t
letters_of(const struct align_text *t, struct bit r, char *out)
{
    size_t n = 0;

    for (uint32_t i = r.at; i < r.end; i++) {
        str rest = str_cut(t->text, t->w[i].start, t->w[i].end);

        while (rest.n > 0) {
            const char *s = rest.s;
            uint32_t c = utf8_next(&rest);
            size_t len = (size_t)(rest.s - s);

            if (c < 0x80 && !(c >= '0' && c <= '9') &&
                !((c | 32) >= 'a' && (c | 32) <= 'z'))
                continue;
            if (n + len > GLUE_CHARS)
                return GLUE_CHARS + 1;
            for (size_t k = 0; k < len; k++)
                out[n++] =
                    s[k] >= 'A' && s[k] <= 'Z' ? (char)(s[k] | 32) : s[k];
        }
    }
    return n;
}

/* The same letters, only glued, parted or written otherwise. */
static bool
same_letters(const struct change_work *w, struct bit ra, struct bit rb)
{
    char a[GLUE_CHARS + 4], b[GLUE_CHARS + 4];
    size_t na = letters_of(w->a, ra, a), nb = letters_of(w->b, rb, b);

    return na == nb && na > 0 && na <= GLUE_CHARS && memcmp(a, b, na) == 0;
}

/* A few words more or less: with the word before, or behind at a start. */
static void
tell_beside(struct change_work *w, struct bit ra, struct bit rb)
{
    bool in_a = ra.end > ra.at;
    const struct align_text *t = in_a ? w->a : w->b;
    struct bit r = in_a ? ra : rb;

    if (!whole(t, r)) {
        if (!first_of_sentence(t, r.at) && ra.at > 0 && rb.at > 0) {
            ra.at--;
            rb.at--;
        } else if (!last_of_sentence(t, r.end - 1) && ra.end < w->a->n &&
                   rb.end < w->b->n) {
            ra.end++;
            rb.end++;
        }
    }
    tell(w, ra, rb, RANK_WORDS);
}

/* Sentences of one side alone, a change for each block. */
static void
tell_alone(struct change_work *w, struct bit r, bool in_a)
{
    const struct align_text *t = in_a ? w->a : w->b;
    struct bit none = {0, 0};

    while (r.at < r.end) {
        struct bit one = {r.at, r.at};

        while (one.end < r.end && t->w[one.end].block == t->w[r.at].block)
            one.end++;
        tell(w, in_a ? one : none, in_a ? none : one, RANK_WORDS);
        r.at = one.end;
    }
}

/* Share of the letters of the smaller side whose words stand in the other. */
static double
alike(const struct change_work *w, struct bit ra, struct bit rb)
{
    size_t same = 0, a = joint_chars(w->a, ra), b = joint_chars(w->b, rb);

    if (ra.end - ra.at > CHANGE_WORDS * 4 || rb.end - rb.at > CHANGE_WORDS * 4)
        return 0;
    for (uint32_t i = ra.at; i < ra.end; i++)
        for (uint32_t j = rb.at; j < rb.end; j++)
            if (w->a->w[i].key == w->b->w[j].key) {
                same += w->a->w[i].chars;
                break;
            }
    return (double)same / (double)((a < b ? a : b) + 1);
}

static void
tell_pair(struct change_work *w, struct bit ra, struct bit rb)
{
    if (ra.at == ra.end && rb.at == rb.end)
        return;
    if (same_letters(w, ra, rb)) {
        tell(w, ra, rb, RANK_SPELLING);
    } else if (ra.at == ra.end || rb.at == rb.end) {
        tell_beside(w, ra, rb);
    } else if (whole(w->a, ra) && whole(w->b, rb) &&
               (ra.end - ra.at >= ALONE_WORDS ||
                rb.end - rb.at >= ALONE_WORDS) &&
               alike(w, ra, rb) < LIKE_ALONE) {
        tell_alone(w, ra, true);
        tell_alone(w, rb, false);
    } else {
        tell(w, ra, rb, RANK_WORDS);
    }
}

/* The words of r up to the end of its first sentence. */
static struct bit
head_of(const struct align_text *t, struct bit r)
{
    struct bit head = {r.at, r.at};

    while (head.end < r.end &&
           (head.end == r.at || !first_of_sentence(t, head.end)))
        head.end++;
    return head;
}

static struct bit
tail_of(const struct align_text *t, struct bit r)
{
    struct bit tail = {r.end, r.end};

    while (tail.at > r.at &&
           (tail.at == r.end || !first_of_sentence(t, tail.at)))
        tail.at--;
    return tail;
}

/* One joint: its broken sentences in pairs, its whole ones alone. */
static void
tell_joint(struct change_work *w, struct bit ra, struct bit rb)
{
    struct bit ha = head_of(w->a, ra), hb = head_of(w->b, rb), ta, tb;

    if (ha.end == ra.end && hb.end == rb.end) {
        tell_pair(w, ra, rb);
        return;
    }
    /* the end of a sentence whose beginning both share */
    if (ra.at < ra.end && first_of_sentence(w->a, ra.at))
        ha.end = ha.at;
    if (rb.at < rb.end && first_of_sentence(w->b, rb.at))
        hb.end = hb.at;
    tell_pair(w, ha, hb);
    ra.at = ha.end;
    rb.at = hb.end;
    /* and the beginning of one whose end both share */
    ta = tail_of(w->a, ra);
    tb = tail_of(w->b, rb);
    if (ra.at < ra.end && last_of_sentence(w->a, ra.end - 1))
        ta.at = ta.end;
    if (rb.at < rb.end && last_of_sentence(w->b, rb.end - 1))
        tb.at = tb.end;
    ra.end = ta.at;
    rb.end = tb.at;
    if (head_of(w->a, ra).end == ra.end && head_of(w->b, rb).end == rb.end) {
        tell_pair(w, ra, rb);
    } else {
        tell_alone(w, ra, true);
        tell_alone(w, rb, false);
    }
    tell_pair(w, ta, tb);
}

/* ---- spelling of words that match --------------------------------------- */

/* Equal but for the kind of apostrophe. */
static bool
same_bytes(str a, str b, bool *only_case)
{
    bool same = true;

    *only_case = true;
    while (a.n > 0 && b.n > 0) {
        uint32_t c = utf8_next(&a), d = utf8_next(&b);

        if (c == d || ((c == '\'' || c == 0x2019 || c == 0x02BC) &&
                       (d == '\'' || d == 0x2019 || d == 0x02BC)))
            continue;
        same = false;
        if (c > 0x7F || d > 0x7F || (c | 32) != (d | 32))
            *only_case = false;
    }
    if (a.n > 0 || b.n > 0)
        same = *only_case = false;
    return same;
}

/* A hyphen, a space or nothing between two words; else 0. */
static char
bond(const struct align_text *t, uint32_t i)
{
    str gap = str_cut(t->text, t->w[i].end, t->w[i + 1].start);

    return gap.n == 0                    ? '0'
           : str_is(gap, "-")            ? '-'
           : str_is(gap, "\xE2\x80\x91") ? '-'
           : str_is(gap, " ")            ? ' '
                                         : 0;
}

static void
tell_spelling(struct change_work *w, uint32_t i)
{
    uint32_t j = w->to[i];
    str a = str_cut(w->a->text, w->a->w[i].start, w->a->w[i].end);
    str b = str_cut(w->b->text, w->b->w[j].start, w->b->w[j].end);
    struct bit ra = {i, i + 1}, rb = {j, j + 1};
    bool only_case;

    if (!w->shown[i] && !same_bytes(a, b, &only_case))
        tell(w, ra, rb, only_case ? RANK_CASE : RANK_SPELLING);
    if (i + 1 < w->a->n && j + 1 < w->b->n && w->to[i + 1] == j + 1) {
        char x = bond(w->a, i), y = bond(w->b, j);

        ra.end++;
        rb.end++;
        if (x && y && x != y && !(w->shown[i] && w->shown[i + 1]))
            tell(w, ra, rb, RANK_SPELLING);
    }
}

/* ---- the list ------------------------------------------------------------ */

static int
told_order(const void *x, const void *y)
{
    const struct told *a = x, *b = y;

    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static int
told_same(const void *x, const void *y)
{
    const struct told *a = x, *b = y;
    int d = str_cmp(a->c.from, b->c.from);

    d = d ? d : str_cmp(a->c.to, b->c.to);
    return d ? d : told_order(x, y);
}

static struct change *
in_order(struct change_work *w, size_t *n, size_t *words)
{
    struct change *out = arena_new(w->mem, struct change, CHANGES_MOST);
    size_t kept = 0;

    if (w->ntold > 1)
        qsort(w->told, w->ntold, sizeof *w->told, told_same);
    for (size_t i = 0; i < w->ntold; i++) {
        const struct change *c = &w->told[i].c;

        if ((c->from.n == 0 && c->to.n == 0) ||
            (c->kind != CHANGE_MOVED && str_eq(c->from, c->to)))
            continue;
        if (kept > 0 && str_eq(c->from, w->told[kept - 1].c.from) &&
            str_eq(c->to, w->told[kept - 1].c.to))
            continue;
        w->told[kept++] = w->told[i];
    }
    if (kept > 1)
        qsort(w->told, kept, sizeof *w->told, told_order);
    *n = 0;
    if (words)
        *words = 0;
    for (size_t i = 0; i < kept; i++) {
        if (words && w->told[i].rank == RANK_WORDS)
            (*words)++;
        if (*n < CHANGES_MOST)
            out[(*n)++] = w->told[i].c;
    }
    return out;
}

struct change *
change_list(const struct align_text *a, const struct align_text *b,
            uint32_t *match, struct arena *mem, size_t *n, size_t *words)
{
    struct arena *tmp = arena_open();
    struct change_work w = {.a = a, .b = b, .to = match, .mem = mem};
    bool *told = arena_new(tmp, bool, b->n + 1);
    struct moved moved[MOVED_MOST];
    struct bit ra, rb;
    struct change *out;
    size_t nmoved;

    w.shown = arena_new(tmp, bool, a->n + 1);
    w.from = arena_new(tmp, uint32_t, b->n + 1);
    memset(w.from, 0xFF, (b->n + 1) * sizeof *w.from);
    for (uint32_t i = 0; i < a->n; i++)
        if (match[i] != ALIGN_NONE)
            w.from[match[i]] = i;
    joint_loosen(&w);
    for (uint32_t i = 0;;) {
        joint_take(&w, &i, &ra, &rb);
        tell_joint(&w, ra, rb);
        for (uint32_t j = rb.at; j < rb.end; j++)
            told[j] = true;
        if (i >= a->n)
            break;
        tell_spelling(&w, i++);
    }
    /* what is new in b beside passages that moved */
    for (uint32_t j = 0; j < b->n; j++) {
        if (told[j] || w.from[j] != ALIGN_NONE)
            continue;
        rb = (struct bit){j, j};
        while (rb.end < b->n && !told[rb.end] && w.from[rb.end] == ALIGN_NONE)
            rb.end++;
        tell_alone(&w, rb, false);
        j = rb.end - 1;
    }
    nmoved = moved_find(a, match, moved);
    for (size_t i = 0; i < nmoved; i++)
        tell(&w, moved[i].a, moved[i].b, RANK_MOVED);
    out = in_order(&w, n, words);
    arena_close(tmp);
    return out;
}
