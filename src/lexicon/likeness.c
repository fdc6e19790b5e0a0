/*
 * likeness.c - words of two names put together: which belongs to which,
 * and what those without a partner cost.
 */
#include "lexicon/sound.h"

/* ---- names ----------------------------------------------------------- */

/* What the words of two names are worth, put side by side. 2026-11, by the
 * pairs of test/unit/likeness_test.c. */
static const double WORST = 0.5;     /* share of the worst pair in all */
static const double WORST_FAR = 0.3; /* … between two scripts */
static const double SEVERAL = 0.04;  /* two words agree: seldom by chance */
static const double AGREE = 0.6;     /* from here on a word does agree */
static const double AGREE_FAR = 0.4;
static const double CROSSED = 0.02; /* words in another order */
static const double LEFT = 0.05;    /* a word the other name has not */
static const double SURNAME = 0.9;  /* at most, alone against a full name */
static const double FLIMSY = 0.68;  /* at most, where it is short */
static const double GIVEN = 0.70;   /* at most, a first name alone */
static const double KANJI = 0.9;    /* Han that may be read as the Latin */

struct names {
    const struct sound *a, *b;
    const struct sound_word *wa[SOUND_MOST_WORDS], *wb[SOUND_MOST_WORDS];
    size_t na, nb; /* without particles */
};

struct match {
    double score, mass;
};

static size_t
without_particles(const struct sound *s, const struct sound_word **out)
{
    size_t n = 0;

    for (size_t i = 0; i < s->nwords; i++)
        if (!s->word[i].particle)
            out[n++] = &s->word[i];
    return n;
}

static double
word_mass(const struct sound_word *w)
{
    int mass = 0;

    if (w->initial)
        return MASS_CONSONANT / 2;
    for (unsigned i = 0; i < w->n; i++)
        mass += sound_mass(w->seg[i]);
    return mass;
}

/* Whether a surname says enough by itself. */
static bool
is_solid(const struct sound_word *w)
{
    unsigned hard = 0;

    for (unsigned i = 0; i < w->n; i++)
        hard += w->seg[i] >= SOUND_UNITS || !sound_vowel(w->seg[i]);
    return !w->initial && (hard >= 3 || w->n >= 4);
}

/* A `least` below: what is less than it may be any that is less. */

/* One word against two neighbours said as one; 0 where that is worse. */
static double
joined(const struct sound_run *one, const struct sound_word *first,
       const struct sound_word *second, double least)
{
    struct sound_run t;

    t.n = 0;
    run_add(&t, first);
    run_add(&t, second);
    run_settle(&t);
    return sound_ready_likeness(one, &t, least);
}

/* All words of both said as one, from word `from` of b on and round. */
static double
run_together(const struct sound *a, const struct sound *b, size_t from,
             bool particles, double least)
{
    struct sound_run s = {.n = 0}, t = {.n = 0};

    for (size_t i = 0; i < a->nwords; i++)
        if (particles || !a->word[i].particle)
            run_add(&s, &a->word[i]);
    for (size_t i = 0; i < b->nwords; i++) {
        const struct sound_word *w = &b->word[(from + i) % b->nwords];

        if (particles || !w->particle)
            run_add(&t, w);
    }
    run_settle(&s);
    run_settle(&t);
    return sound_ready_likeness(&s, &t, least);
}

static double
together(const struct names *x, double least)
{
    const struct sound *a = x->na <= x->nb ? x->a : x->b;
    const struct sound *b = x->na <= x->nb ? x->b : x->a;
    double best = run_together(a, b, 0, true, least), other;

    if (x->na < x->a->nwords || x->nb < x->b->nwords) {
        other = run_together(a, b, 0, false, least);
        best = other > best ? other : best;
    }
    if (x->na + x->nb > 2 && (a->script >= SCRIPT_HAN)) {
        /* family name first */
        other = run_together(a, b, b->nwords - 1u, true, least) - CROSSED;
        best = other > best ? other : best;
    }
    return best;
}

/* A word alone against a name of several. */
static double
alone(const struct sound_word *one, const struct sound_word **name, size_t n,
      double least)
{
    struct sound_run s, t;
    double best, other;

    run_of(&s, one);
    run_of(&t, name[n - 1]);
    best = run_word_likeness(one, &s, name[n - 1], &t, least);
    best = best < SURNAME ? best : SURNAME;
    for (size_t i = 0; i + 1 < n; i++) {
        run_of(&t, name[i]);
        other = run_word_likeness(one, &s, name[i], &t, least);
        other = other < GIVEN ? other : GIVEN;
        best = other > best ? other : best;
        other = joined(&s, name[i], name[i + 1], least) - (n > 2 ? LEFT : 0);
        best = other > best ? other : best;
    }
    if (best > FLIMSY && !is_solid(one))
        best = FLIMSY;
    return best;
}

typedef double grid[SOUND_MOST_WORDS][SOUND_MOST_WORDS];

/* How alike each two words are; false where they cannot come to `least`:
 * every word needs a partner, and how alike the worst two are counts. */
static bool
all_pairs(const struct names *x, double least, grid m)
{
    struct sound_run b[SOUND_MOST_WORDS], a;
    bool far = x->a->script != x->b->script;
    /* the mean of all is 1 at most */
    double worst = x->na == x->nb
                       ? 1 - (1 + SEVERAL - least) / (far ? WORST_FAR : WORST)
                       : 0;

    for (size_t j = 0; j < x->nb; j++)
        run_of(&b[j], x->wb[j]);
    for (size_t i = 0; i < x->na; i++) {
        double best = 0;

        run_of(&a, x->wa[i]);
        for (size_t j = 0; j < x->nb; j++) {
            m[i][j] = run_word_likeness(x->wa[i], &a, x->wb[j], &b[j], worst);
            best = m[i][j] > best ? m[i][j] : best;
        }
        if (best < worst)
            return false;
    }
    return true;
}

/* Pairs words, the best first; ties in order. 0 where they cannot come to
 * `least`. */
static double
paired(const struct names *x, double least)
{
    grid m;
    double sum = 0, mass = 0;
    double worst = 1, score;
    size_t n = x->na < x->nb ? x->na : x->nb, left = x->na + x->nb - 2 * n;
    size_t with[SOUND_MOST_WORDS] = {0};
    bool used_a[SOUND_MOST_WORDS] = {0}, used_b[SOUND_MOST_WORDS] = {0};
    bool crossed = false, far = x->a->script != x->b->script;
    double share_of_worst;

    if (!all_pairs(x, least, m))
        return 0;
    for (size_t k = 0; k < n; k++) {
        size_t bi = 0, bj = 0;
        double best = -1, weight;

        for (size_t i = 0; i < x->na; i++)
            for (size_t j = 0; j < x->nb; j++) {
                /* in order first among equals */
                double v = m[i][j] + (i == j ? 1e-6 : 0);

                if (!used_a[i] && !used_b[j] && v > best) {
                    best = v;
                    bi = i;
                    bj = j;
                }
            }
        used_a[bi] = used_b[bj] = true;
        with[bi] = bj;
        weight = word_mass(x->wa[bi]) + word_mass(x->wb[bj]);
        sum += m[bi][bj] * weight;
        mass += weight;
        worst = m[bi][bj] < worst ? m[bi][bj] : worst;
    }
    for (size_t i = 0; i < x->na; i++)
        for (size_t k = 0; k < i; k++)
            crossed |= used_a[i] && used_a[k] && with[k] > with[i];
    share_of_worst = far ? WORST_FAR : WORST;
    score = mass > 0 ? sum / mass : 0;
    score -= share_of_worst * (score - worst);
    if (n > 1 && worst > (far ? AGREE_FAR : AGREE))
        score = score + SEVERAL < 1 ? score + SEVERAL : 1;
    if (crossed)
        score -= CROSSED;
    score -= LEFT * (double)(left < 3 ? left : 3);
    return score > 1 ? 1 : score < 0 ? 0 : score;
}

/* Whether one has particles that the other, in a script that writes them in
 * one with the name, may have too: 데라푸엔테. */
static bool
glued(const struct sound *a, const struct sound *b)
{
    const struct sound *fewer = a->nwords < b->nwords ? a : b;

    return a->nwords != b->nwords && fewer->script >= SCRIPT_HAN;
}

double
sound_likeness(const struct sound *a, const struct sound *b)
{
    return sound_likeness_from(0, a, b);
}

static double
words_alone(const struct sound_word *a, const struct sound_word *b,
            double least)
{
    struct sound_run s, t;

    run_of(&s, a);
    run_of(&t, b);
    return run_word_likeness(a, &s, b, &t, least);
}

double
sound_likeness_from(double least, const struct sound *a, const struct sound *b)
{
    struct names x = {.a = a, .b = b};
    double best, other;

    x.na = without_particles(a, x.wa);
    x.nb = without_particles(b, x.wb);
    if (x.na == 0 || x.nb == 0)
        return 0;
    if (x.na == 1 && x.nb == 1)
        best = words_alone(x.wa[0], x.wb[0], least);
    else if (x.na == 1)
        best = alone(x.wa[0], x.wb, x.nb, least);
    else if (x.nb == 1)
        best = alone(x.wb[0], x.wa, x.na, least);
    else
        best = paired(&x, a->nwords == b->nwords ? least : 0);
    if (best < LIKENESS_SAME + 0.1 && (x.na != x.nb || glued(a, b))) {
        other = together(&x, best > least ? best : least) -
                (x.na > 1 && x.nb > 1 ? LEFT : 0);
        best = other > best ? other : best;
    }
    /* van, al-: another or none is little, not nothing */
    if ((x.na == a->nwords) != (x.nb == b->nwords))
        best -= 0.01;
    return best < 0 ? 0 : best;
}

/* Whether the Han name may be read as the Latin one, in Japanese. */
static bool
read_in_japanese(const struct lexicon *lx, str a, const struct sound *s, str b,
                 const struct sound *t)
{
    if (s->script == SCRIPT_HAN && t->script == SCRIPT_LATIN)
        return kanji_reads(lx, a, b);
    return s->script == SCRIPT_LATIN && t->script == SCRIPT_HAN &&
           kanji_reads(lx, b, a);
}

double
likeness(const struct lexicon *lx, str a, str b)
{
    struct sound s, t;
    double by_sound;

    sound_of(lx, a, &s);
    sound_of(lx, b, &t);
    by_sound = sound_likeness(&s, &t);
    if (by_sound < KANJI && read_in_japanese(lx, a, &s, b, &t))
        return KANJI;
    return by_sound;
}
