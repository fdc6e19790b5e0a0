/* joint.c - where two aligned texts part, and which joints are one. */
#include "twin/joint.h"

#define JOIN_WORDS  8 /* on a side: longer changes are not joined */
#define MOVED_OVER  3 /* common words that a single word may have crossed */
#define FIGURE_ENDS 2 /* words changed on either end of a figure */

/* The words of a and b from *i, *j that match nothing; moves both on. */
void
joint_take(struct change_work *w, uint32_t *i, struct bit *ra, struct bit *rb)
{
    uint32_t j = *i == 0 ? 0 : w->to[*i - 1] + 1, end = j;

    ra->at = *i;
    while (*i < w->a->n && w->to[*i] == ALIGN_NONE)
        (*i)++;
    ra->end = *i;
    while (end < w->b->n && w->from[end] == ALIGN_NONE)
        end++;
    *rb = (struct bit){j, end};
    /* where something else follows in b, a passage has moved: then only the
     * rest of the sentence is a pair */
    if ((*i < w->a->n ? w->to[*i] != end : end != w->b->n) && ra->end > ra->at)
        for (rb->end = j; rb->end < end && j > 0 &&
                          w->b->w[rb->end].sentence == w->b->w[j - 1].sentence;)
            rb->end++;
}

size_t
joint_chars(const struct align_text *t, struct bit r)
{
    size_t n = 0;

    for (uint32_t i = r.at; i < r.end; i++)
        n += t->w[i].chars;
    return n;
}

static size_t
larger(const struct change_work *w, struct bit ra, struct bit rb)
{
    size_t a = joint_chars(w->a, ra), b = joint_chars(w->b, rb);

    return a > b ? a : b;
}

/* Some word of one bit stands in the other: it only changed places. */
static bool
crossed(const struct change_work *w, struct bit ra, struct bit rb)
{
    if (ra.end - ra.at > JOIN_WORDS || rb.end - rb.at > JOIN_WORDS)
        return false;
    for (uint32_t i = ra.at; i < ra.end; i++)
        for (uint32_t j = rb.at; j < rb.end; j++)
            if (w->a->w[i].key == w->b->w[j].key && w->a->w[i].chars > 3)
                return true;
    return false;
}

static bool
small(struct bit ra, struct bit rb)
{
    return ra.end - ra.at <= JOIN_WORDS && rb.end - rb.at <= JOIN_WORDS;
}

/* "320 billion yen" and "¥320 billion", "2:20 p.m." and "14:20": what was
 * changed at both ends of a figure belongs together. */
static bool
around_figure(const struct change_work *w, struct bit a0, struct bit b0,
              struct bit mid, struct bit a1, struct bit b1)
{
    char c = w->a->text.s[w->a->w[mid.at].start];
    bool new_gone = a0.at == a0.end && b1.at == b1.end;
    bool gone_new = b0.at == b0.end && a1.at == a1.end;

    if (c < '0' || c > '9' || a0.end - a0.at > FIGURE_ENDS ||
        b0.end - b0.at > FIGURE_ENDS || a1.end - a1.at > FIGURE_ENDS ||
        b1.end - b1.at > FIGURE_ENDS)
        return false;
    return mid.end - mid.at == 1 || new_gone || gone_new;
}

/* Should the common words [at, end) of a between two changes be given up? */
static bool
join_over(const struct change_work *w, struct bit a0, struct bit b0,
          struct bit a1, struct bit b1)
{
    struct bit mid = {a0.end, a1.at};
    uint32_t n = mid.end - mid.at;
    size_t least = larger(w, a0, b0);
    bool both =
        a0.at < a0.end && b0.at < b0.end && a1.at < a1.end && b1.at < b1.end;

    if ((a0.at == a0.end && b0.at == b0.end) ||
        (a1.at == a1.end && b1.at == b1.end))
        return false;
    if (w->a->w[mid.at].sentence != w->a->w[mid.end - 1].sentence ||
        b1.at - b0.end != n)
        return false;
    if (larger(w, a1, b1) < least)
        least = larger(w, a1, b1);
    if (a0.end > a0.at &&
        w->a->w[a0.end - 1].sentence != w->a->w[mid.at].sentence)
        return false;
    if (a1.end > a1.at && w->a->w[a1.at].sentence != w->a->w[mid.at].sentence)
        return false;
    if (b1.end > b1.at && w->b->w[b1.at].sentence != w->b->w[b0.end].sentence)
        return false;
    if (b0.end > b0.at &&
        w->b->w[b0.end - 1].sentence != w->b->w[b0.end].sentence)
        return false;
    /* letters by chance in what is otherwise new */
    if (n <= 2 && both && joint_chars(w->a, mid) <= least)
        return true;
    if (!small(a0, b0) || !small(a1, b1))
        return false;
    if (n <= MOVED_OVER && around_figure(w, a0, b0, mid, a1, b1))
        return true;
    return (n == 1 && both) ||
           (n <= MOVED_OVER && (crossed(w, a0, b1) || crossed(w, a1, b0)));
}

/* Loosens matches that only break one change in two. */
void
joint_loosen(struct change_work *w)
{
    struct bit a0 = {0, 0}, b0 = {0, 0}, a1, b1;
    uint32_t i = 0;

    joint_take(w, &i, &a0, &b0);
    while (i < w->a->n) {
        uint32_t next = i + 1;

        /* the run of matched words that go on together in both */
        while (next < w->a->n && w->to[next] == w->to[next - 1] + 1)
            next++;
        i = next;
        joint_take(w, &next, &a1, &b1);
        if (a0.end < i && join_over(w, a0, b0, (struct bit){i, a1.end}, b1) &&
            w->to[a0.end] == b0.end) {
            for (uint32_t k = a0.end; k < i; k++) {
                w->from[w->to[k]] = ALIGN_NONE;
                w->to[k] = ALIGN_NONE;
            }
            a0 = (struct bit){a0.at, a1.end};
            b0 = (struct bit){b0.at, b1.end};
        } else {
            a0 = a1;
            b0 = b1;
        }
        i = next;
    }
}
