/*
 * sound_run.c - the cheapest way from one word's units to another's.
 *
 * A likeness is 1 - cost / mass: what share of the sound of both is left
 * when all that must be exchanged or left out is paid for. 0.72 is where
 * right and wrong pairs are equally likely (METHOD.md).
 */
#include "lexicon/sound.h"

#include <math.h>
#include <string.h>

/* In twentieths of a consonant, as the costs. */
enum {
    COST_ARTICLE = 5, /* Arabic ال taken for an article */
    COST_ENDING = 12, /* what may be a case ending left out */
    COST_ENDING_LATIN = 26,
    COST_LETTER = 48,  /* a written و or י more, of one script both */
    COST_INITIAL = 6,  /* at most, of an initial and what it stands for */
    PAIRS_MOST = 12,   /* that pairs of steps cost more than single ones */
    CONSONANT_NEXT = 2 /* place of an initial: before what is likeliest */
};

static const double INITIAL = 0.8; /* one letter for a word */
/* No more is learned of names below; names pack xscript, dev, 2026-11: .4, and
 * 30 for PAIRS_MOST, gain MRR .0001. */
static const double HOPELESS = 0.58;
static const double SOFT = 0.1; /* likenesses below are drawn together */

/* ---- costs ----------------------------------------------------------- */

/* The cheapest way over the Latin units. */
static int
by_latin(const char *a, const char *b)
{
    unsigned char best = 255;

    for (size_t i = 0; i < LATIN_ROOM; i++) {
        unsigned char sum =
            (unsigned char)((unsigned char)a[i] + (unsigned char)b[i]);

        best = sum < best ? sum : best;
    }
    return best - 2 * SOUND_FREE;
}

/* One script has fewer ways to write one sound than two have. */
static int
own_script(int cost)
{
    return cost + cost * 3 / 5;
}

static int
swap_cost_far(unsigned a, unsigned b, unsigned next)
{
    int cost;

    if (a >= SOUND_UNITS || b >= SOUND_UNITS)
        return 4 * MASS_CONSONANT; /* digits */
    if (a < LATIN_ROOM)
        return sound_swaps(next, b)[a] - SOUND_FREE;
    /* both are below SOUND_UNITS here */
    /* cppcheck-suppress arrayIndexOutOfBoundsCond */
    cost = by_latin(sound_swaps(next, a), sound_swaps(next, b));
    return sound_side(a) == sound_side(b) ? own_script(cost) : cost;
}

/* `next` is what comes behind the Latin one, else behind a. */
static inline int
swap_cost(unsigned a, unsigned b, unsigned next)
{
    if (a == b)
        return 0;
    if (a < SOUND_UNITS && b < LATIN_ROOM)
        return sound_swaps(next, a)[b] - SOUND_FREE;
    return swap_cost_far(a, b, next);
}

/* Of a unit that is not Latin. */
static int
drop_cost_far(unsigned u, unsigned place, enum sound_side other)
{
    const char(*drops)[LATIN_ROOM + 1] =
        &sound_costs[SOUND_DROPS + other * LATIN_PLACES];
    unsigned next;
    int cost, far;

    if (u >= SOUND_UNITS)
        return 2 * MASS_CONSONANT;
    cost = sound_costs[SOUND_LOSSES + u][place] - SOUND_FREE;
    if (other == SIDE_LATIN)
        return cost;
    if (sound_side(u) == other &&
        (other == SIDE_ARABIC || other == SIDE_HEBREW)) {
        /* Hasan, Husayn: what is written is meant; alef comes and goes */
        bool firm = !sound_vowel(u) || u == ARABIC_AT + ARABIC_WAW ||
                    u == ARABIC_AT + ARABIC_YEH || u == HEBREW_AT + 5 ||
                    u == HEBREW_AT + 9;

        return firm ? COST_LETTER : own_script(cost);
    }
    if (sound_side(u) == other)
        return own_script(cost);
    next = sound_next_of(u, place);
    far = by_latin(sound_swaps(next, u), drops[place / 3 * SOUND_NEXTS + next]);
    return far < cost ? far : cost;
}

static inline int
drop_cost(unsigned u, unsigned place, enum sound_side other)
{
    if (u < LATIN_ROOM)
        return sound_costs[SOUND_DROPS + other * LATIN_PLACES + place][u] -
               SOUND_FREE;
    return drop_cost_far(u, place, other);
}

int
sound_mass(unsigned u)
{
    if (u == L_TWICE || u == L_LONG || u == CYRILLIC_TWICE)
        return 0;
    if (u < SOUND_UNITS && sound_vowel(u))
        return MASS_VOWEL;
    return u == L_H || u == L_W || u == L_YC ? MASS_GLIDE : MASS_CONSONANT;
}

/* ---- words ----------------------------------------------------------- */

void
run_add(struct sound_run *s, const struct sound_word *w)
{
    unsigned at = s->n;

    if (s->n == 0)
        s->skip = w->skip;
    for (unsigned i = 0; i < w->n && s->n < RUN_MOST; i++)
        s->seg[s->n++] = w->seg[i];
    if (at > 0 && at < s->n && s->seg[at] == ARABIC_AT + ARABIC_FIRST_ALEF)
        s->seg[at] = ARABIC_AT + ARABIC_ALEF; /* no longer first */
    s->bare =
        w->bare && w->bare < w->n && at + w->bare < s->n ? at + w->bare : s->n;
}

void
run_settle(struct sound_run *s)
{
    s->mass = 0;
    s->side =
        s->n && s->seg[0] < SOUND_UNITS ? sound_side(s->seg[0]) : SIDE_LATIN;
    s->plain = true;
    for (unsigned i = 0; i < s->n; i++) {
        unsigned place = sound_place(s->seg, s->n, i), u = s->seg[i];

        s->place[i] = (uint8_t)place;
        s->next[i] = (uint8_t)(u < LATIN_ROOM    ? place % SOUND_NEXTS
                               : u < SOUND_UNITS ? sound_next_of(u, place)
                                                 : 0);
        s->plain &= u < SOUND_UNITS && sound_side(u) == s->side;
        s->weight[i] = (uint8_t)sound_mass(s->seg[i]);
        s->mass += s->weight[i];
    }
}

static int
mass_upto(const struct sound_run *s, unsigned n)
{
    int mass = 0;

    for (unsigned i = 0; i < n; i++)
        mass += s->weight[i];
    return mass;
}

/* What is left of the sound; ever less, but never nothing, so that bad
 * likenesses keep their order. */
static double
share(int cost, int mass)
{
    double s = mass > 0 ? 1 - (double)cost / mass : 0;

    if (mass > 0 && s < SOFT)
        s = SOFT * exp(s / SOFT - 1);
    return s > 1 ? 1 : s;
}

static int
ending_cost(const struct sound_run *s)
{
    return s->side == SIDE_LATIN ? COST_ENDING_LATIN : COST_ENDING;
}

/* Each step by itself. Gives up where all ways cost more than `most`: costs
 * add up, so no row is cheaper than the one above it. */
static struct run_costs
align_single(const struct sound_run *a, const struct sound_run *b, int most)
{
    struct run_costs out = {SOUND_FAR, SOUND_FAR, SOUND_FAR};
    int row[RUN_MOST + 1], drop[RUN_MOST];

    row[0] = 0;
    for (unsigned j = 0; j < b->n; j++) {
        drop[j] = drop_cost(b->seg[j], b->place[j], a->side);
        row[j + 1] = row[j] + drop[j];
    }
    for (unsigned i = 0; i < a->n; i++) {
        int lost = drop_cost(a->seg[i], a->place[i], b->side);
        int corner = row[0], cheapest;

        if (i == a->bare)
            out.a_bare = row[b->n];
        cheapest = row[0] += lost;
        for (unsigned j = 0; j < b->n; j++) {
            int cost = corner + swap_cost(a->seg[i], b->seg[j],
                                          b->side == SIDE_LATIN ? b->next[j]
                                                                : a->next[i]);

            corner = row[j + 1];
            if (corner + lost < cost)
                cost = corner + lost;
            /* the loop above filled as many */
            /* cppcheck-suppress uninitvar */
            if (row[j] + drop[j] < cost)
                cost = row[j] + drop[j];
            row[j + 1] = cost;
            cheapest = cost < cheapest ? cost : cheapest;
        }
        if (cheapest > most && i < a->bare)
            return out;
    }
    out.whole = row[b->n];
    out.b_bare = row[b->bare];
    return out;
}

/* The likeness that the costs make, with or without endings. */
static double
best_share(const struct sound_run *a, const struct sound_run *b,
           struct run_costs cost)
{
    double best = share(cost.whole, a->mass + b->mass), other;

    if (a->bare < a->n) {
        other = share(cost.a_bare + ending_cost(a),
                      mass_upto(a, a->bare) + b->mass);
        best = other > best ? other : best;
    }
    if (b->bare < b->n) {
        other = share(cost.b_bare + ending_cost(b),
                      a->mass + mass_upto(b, b->bare));
        best = other > best ? other : best;
    }
    return best;
}

static int
at_most(int cost, int most)
{
    return cost < most ? cost : most;
}

/* Whether pairs of steps were learned between the two. */
static bool
paired(const struct sound_run *a, const struct sound_run *b)
{
    return a->plain && b->plain &&
           (a->side == SIDE_LATIN) != (b->side == SIDE_LATIN);
}

/* Right where it is `least` or more, else any that is less. */
static double
align(const struct sound_run *a, const struct sound_run *b, double least)
{
    /* what is hopeless is no more than that */
    double enough = paired(a, b) && HOPELESS < least ? HOPELESS : least;
    /* bad ones to the end, for their order */
    int most = enough > SOFT ? (int)((1 - enough) * (a->mass + b->mass)) + 1
                             : SOUND_FAR;
    struct run_costs single = align_single(a, b, most), cost;
    double likeness;

    if (single.whole == SOUND_FAR)
        return 0;
    likeness = best_share(a, b, single);
    if (likeness < HOPELESS || !paired(a, b))
        return likeness;
    /* each step as it hangs on the one before */
    if (a->side == SIDE_LATIN) {
        cost = sound_steps(a, b, single.whole + PAIRS_MOST);
    } else {
        struct run_costs turned = sound_steps(b, a, single.whole + PAIRS_MOST);

        cost = (struct run_costs){turned.whole, turned.b_bare, turned.a_bare};
    }
    return best_share(
        a, b,
        (struct run_costs){at_most(cost.whole, single.whole + PAIRS_MOST),
                           at_most(cost.a_bare, single.a_bare + PAIRS_MOST),
                           at_most(cost.b_bare, single.b_bare + PAIRS_MOST)});
}

/* Without the article. */
static struct sound_run
run_behind(const struct sound_run *s)
{
    struct sound_run r = *s;

    r.n -= s->skip;
    r.bare -= s->skip;
    memmove(r.seg, r.seg + s->skip, r.n * sizeof *r.seg);
    r.skip = 0;
    run_settle(&r);
    return r;
}

double
sound_ready_likeness(const struct sound_run *a, const struct sound_run *b,
                     double least)
{
    double best, other;

    /* more than twice as long: no pair of words is */
    if (a->n == 0 || b->n == 0 || a->mass > 3 * b->mass ||
        b->mass > 3 * a->mass)
        return 0;
    best = align(a, b, least);
    if (a->skip || b->skip) {
        struct sound_run c = a->skip ? run_behind(a) : *a;
        struct sound_run d = b->skip ? run_behind(b) : *b;

        if (a->skip) {
            other = align(&c, b, least) - COST_ARTICLE / 250.0;
            best = other > best ? other : best;
        }
        if (b->skip) {
            other = align(a, &d, least) - COST_ARTICLE / 250.0;
            best = other > best ? other : best;
        }
    }
    return best;
}

/* What a letter for a name leaves out: C. for Charles, Д. for Джеймс. */
static const struct {
    uint8_t letter, as;
} initials[] = {
    {L_C, L_CH}, {L_C, L_CS}, {L_G, L_GS},
    {L_K, L_KH}, {L_P, L_F},  {L_S, L_SH},
    {L_T, L_TH}, {L_Z, L_ZH}, {CYRILLIC_AT + 4, CYRILLIC_AT + 6},
};

/* The cost of a letter and the first sound of what it stands for. */
static int
initial_cost(unsigned letter, const struct sound_word *w)
{
    unsigned first = w->seg[0], next;
    int best, other;

    /* дж is one sound */
    if (w->n > 1 && first == CYRILLIC_AT + 4 && w->seg[1] == CYRILLIC_AT + 6 &&
        letter < LATIN_ROOM)
        first = w->seg[1];
    next = letter < SOUND_UNITS ? sound_next_of(letter, CONSONANT_NEXT) : 0;
    best = swap_cost(letter, first, next);
    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++)
        if (initials[i].letter == letter) {
            other = swap_cost(initials[i].as, first, next);
            best = other < best ? other : best;
        }
    return best;
}

void
run_of(struct sound_run *s, const struct sound_word *w)
{
    s->n = 0;
    run_add(s, w);
    run_settle(s);
}

double
run_word_likeness(const struct sound_word *a, const struct sound_run *s,
                  const struct sound_word *b, const struct sound_run *t,
                  double least)
{
    if (a->initial || b->initial) {
        int cost = a->n == 0 || b->n == 0 ? SOUND_MOST
                   : a->initial           ? initial_cost(a->seg[0], b)
                                          : initial_cost(b->seg[0], a);

        if (a->initial && b->initial && cost == 0)
            return 1;
        return cost <= COST_INITIAL ? INITIAL : 0;
    }
    return sound_ready_likeness(s, t, least);
}

double
sound_word_likeness(const struct sound_word *a, const struct sound_word *b)
{
    struct sound_run s, t;

    run_of(&s, a);
    run_of(&t, b);
    return run_word_likeness(a, &s, b, &t, 0);
}

/* ---- ready ------------------------------------------------------------ */

const struct sound_run *
sound_ready(const struct sound *s, struct arena *mem)
{
    struct sound_run *r;

    if (s->nwords != 1 || s->word[0].particle || s->word[0].initial)
        return NULL;
    r = arena_new(mem, struct sound_run, 1);
    run_of(r, &s->word[0]);
    return r;
}
