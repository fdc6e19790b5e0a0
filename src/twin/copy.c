/* copy.c - how much two texts share, and whether that makes a copy. */
#include "twin/copy.h"

/*
 * Chosen on neardup_synth (whose texts carry sentences of other texts) with
 * giveme5w1h_newscluster and basil_triples as other reports of one event,
 * 2026-11. The shares of both texts add up to BOTH_LEAST in every true copy
 * and stay below where a short text was cited by another.
 */
#define MORE_LEAST 0.50
#define LESS_LEAST 0.15
#define BOTH_LEAST 0.90
/* Fewer shared words may be a notice of rights: then nearly all must be. */
#define WORDS_LEAST 30
#define SHORT_LEAST 0.85
/* All of it inside a long text, whatever that share is of the long one. */
#define INSIDE_LEAST 0.90
#define INSIDE_LESS  0.04
#define INSIDE_WORDS 60
/*
 * One passage, begun so far behind the beginning of either text and less
 * than half of the longer, is cited, unless it is all of the shorter text.
 */
#define LEAD_WORDS 20
#define CITED_LESS 0.5
/* Words in order that make a passage; fewer match by chance. */
#define PASSAGE_WORDS 3

struct shape {
    uint32_t passages;
    uint32_t words;   /* in passages */
    bool in_the_lead; /* the first run begins near the beginning of both */
};

/* How the shared words lie. */
static struct shape
shape_of(const struct part *a, const struct part *b)
{
    struct arena *tmp = arena_open();
    const uint32_t *to = align_match(&a->t, &b->t, tmp);
    struct shape s = {0};
    bool begun = false;

    for (uint32_t i = 0, end; i < a->t.n; i = end) {
        end = i + 1;
        if (to[i] == ALIGN_NONE)
            continue;
        while (end < a->t.n && to[end] == to[end - 1] + 1)
            end++;
        if (end - i < PASSAGE_WORDS)
            continue;
        s.passages++;
        s.words += end - i;
        if (end - i >= a->run && !begun) {
            begun = true;
            s.in_the_lead = i <= LEAD_WORDS && to[i] <= LEAD_WORDS;
        }
    }
    arena_close(tmp);
    return s;
}

struct copy_fit
copy_compare(const struct part *a, const struct part *b)
{
    struct copy_fit f = {false, part_covered(a, b), part_covered(b, a)};
    double whole, least;
    struct shape s;

    if (a->nown < PART_LEAST || b->nown < PART_LEAST)
        return f;
    if (f.less > f.more) {
        double more = f.less;
        const struct part *p = a;

        f.less = f.more;
        f.more = more;
        a = b;
        b = p;
    }
    least = f.more * a->nown;
    if (f.more < MORE_LEAST || (f.more < SHORT_LEAST && least < WORDS_LEAST))
        return f;
    if (f.less < LESS_LEAST &&
        (f.more < INSIDE_LEAST || f.less < INSIDE_LESS || least < INSIDE_WORDS))
        return f;
    s = shape_of(a, b);
    whole = (double)s.words / (double)a->t.n;
    if (f.more < whole)
        whole = f.more;
    if (s.passages <= 1 && !s.in_the_lead && f.less < CITED_LESS &&
        whole < INSIDE_LEAST)
        return f;
    f.copy = f.more + f.less >= BOTH_LEAST;
    return f;
}
