/* pairs.c - names to learn from: right pairs, and wrong ones. */
#include "learn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR = 6,    /* wrong ones spelled nearly alike, of each right one */
    FAR = 2,     /* and any others */
    POOL = 3000, /* looked through for those */
    POOL_LATIN = 1400,
    SPELLING = 60, /* letters that are compared */
    MOST_LATIN = 40000
};
/* What a right pair counts; a wrong one 1. */
static const float RIGHT = 1.0F, RIGHT_LATIN = 0.6F;

uint64_t pairs_state = RANDOM_BEGIN;

unsigned
random_below(uint64_t *state, unsigned below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (unsigned)(*state >> 16) % below;
}

static unsigned
pairs_random(unsigned below)
{
    return random_below(&pairs_state, below);
}

/* ---- right pairs ----------------------------------------------------- */

/* A name of one word, all its units of the side. */
static bool
units_of(const struct lexicon *lx, str name, enum sound_side side,
         struct word_units *w)
{
    struct sound s;

    sound_of(lx, name, &s);
    if (s.nwords != 1 || s.word[0].n == 0)
        return false;
    *w = (struct word_units){.n = s.word[0].n, .skip = s.word[0].skip};
    memcpy(w->seg, s.word[0].seg, sizeof w->seg);
    for (int i = 0; i < w->n; i++)
        if (w->seg[i] >= SOUND_UNITS || sound_side(w->seg[i]) != side)
            return false;
    align_settle(w);
    return true;
}

static void
add(struct pairs *p, str latin, str other, enum sound_side side,
    const struct lexicon *lx, struct arena *mem)
{
    struct pair one = {.spelling = latin};

    if (!units_of(lx, latin, SIDE_LATIN, &one.latin) ||
        !units_of(lx, other, side, &one.other))
        return;
    one.spelling = arena_str(mem, latin);
    p->at = arena_grow(mem, p->at, p->n, sizeof *p->at);
    p->at[p->n++] = one;
}

void
pairs_read(struct pairs *p, const char *path, enum sound_side side,
           const struct lexicon *lx, struct arena *mem)
{
    char line[4096];
    FILE *f = fopen(path, "r");

    if (!f) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        str rest = str_of(line), latin, other;

        if (str_next(&rest, '\t', &latin) && str_next(&rest, '\t', &other))
            add(p, str_trim(latin), str_trim(other), side, lx, mem);
    }
    fclose(f);
}

/* Revised romanisation, syllable by syllable; of vowels and ends the
 * spellings of persons too. */
static str
korean_syllable(uint32_t c, struct arena *mem)
{
    static const char *const fronts[] = {
        "g|k", "kk", "n", "d|t", "tt", "r", "m", "b|p", "pp", "s",
        "ss",  "",   "j", "jj",  "ch", "k", "t", "p",   "h"};
    static const char *const vowels[] = {
        "a",  "ae", "ya", "yae",    "eo|u|o", "e",  "yeo|you",
        "ye", "o",  "wa", "wae",    "oe",     "yo", "u|oo",
        "wo", "we", "wi", "yu|yoo", "eu|u",   "ui", "i|ee"};
    static const char *const ends[] = {
        "",  "k", "k", "k", "n", "n", "n", "t",  "l", "k", "m", "l", "l", "l",
        "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};
    const char *parts[3] = {fronts[c / 588], vowels[c % 588 / 28],
                            ends[c % 28]};
    str said[3];

    for (int i = 0; i < 3; i++) {
        str rest = str_of(parts[i]), one;
        unsigned many = 0;

        said[i] = (str){"", 0};
        /* any of the spellings, each as likely */
        while (str_next(&rest, '|', &one))
            if (pairs_random(++many) == 0)
                said[i] = one;
    }
    return arena_printf(mem, "%.*s%.*s%.*s", STR_ARG(said[0]), STR_ARG(said[1]),
                        STR_ARG(said[2]));
}

void
pairs_made_up(struct pairs *p, enum sound_side side, size_t n,
              const struct lexicon *lx, struct arena *mem)
{
    for (size_t i = 0; i < n; i++) {
        char other[16];
        str latin = {"", 0};
        size_t bytes = 0;

        for (int k = 0; k < 2; k++) {
            /* the commonest ends alone: none, n, l, m, ng */
            static const uint32_t ends[] = {0, 0, 4, 8, 16, 21, 1};
            uint32_t han = 0x4E00 + pairs_random(0x51A6);
            uint32_t syllable = pairs_random(399) * 28 + ends[pairs_random(7)];
            uint32_t c = side == SIDE_HAN ? han : 0xAC00 + syllable;
            str said = side == SIDE_HAN ? lexicon_pinyin(lx, c)
                                        : korean_syllable(syllable, mem);

            latin =
                arena_printf(mem, "%.*s%.*s", STR_ARG(latin), STR_ARG(said));
            other[bytes++] = (char)(0xE0 | c >> 12);
            other[bytes++] = (char)(0x80 | (c >> 6 & 0x3F));
            other[bytes++] = (char)(0x80 | (c & 0x3F));
        }
        add(p, latin, (str){other, bytes}, side, lx, mem);
    }
}

/* ---- spelled alike --------------------------------------------------- */

/* Letters to change, add or leave out between two spellings. */
static int
distance(str a, str b)
{
    int row[SPELLING + 1];

    a = str_cut(a, 0, SPELLING);
    b = str_cut(b, 0, SPELLING);
    for (size_t j = 0; j <= b.n; j++)
        row[j] = (int)j;
    for (size_t i = 0; i < a.n; i++) {
        int corner = row[0]++;

        for (size_t j = 0; j < b.n; j++) {
            int best = corner + (a.s[i] != b.s[j]);

            corner = row[j + 1];
            best = corner + 1 < best ? corner + 1 : best;
            best = row[j] + 1 < best ? row[j] + 1 : best;
            row[j + 1] = best;
        }
    }
    return row[b.n];
}

static bool
same_units(const struct word_units *a, const struct word_units *b)
{
    return a->n == b->n && memcmp(a->seg, b->seg, a->n * sizeof *a->seg) == 0;
}

struct near {
    const struct pair *pair[NEAR];
    int distance[NEAR];
    size_t n;
};

static void
keep_nearest(struct near *near, const struct pair *p, int d)
{
    size_t i;

    if (near->n == NEAR && d >= near->distance[NEAR - 1])
        return;
    for (i = 0; i < near->n; i++)
        if (same_units(&near->pair[i]->other, &p->other))
            return;
    i = near->n < NEAR ? near->n++ : NEAR - 1;
    for (; i > 0 && near->distance[i - 1] > d; i--) {
        near->pair[i] = near->pair[i - 1];
        near->distance[i] = near->distance[i - 1];
    }
    near->pair[i] = p;
    near->distance[i] = d;
}

/* Whether the k-th looked at need not be compared: seven in eight are to
 * begin alike, and none may differ in length alone by more than the worst. */
static bool
too_far(const struct near *near, const struct pair *a, const struct pair *b,
        unsigned k)
{
    if (k % 8 && a->spelling.s[0] != b->spelling.s[0])
        return true;
    return near->n == NEAR && abs((int)a->spelling.n - (int)b->spelling.n) >=
                                  near->distance[NEAR - 1];
}

static void
put(struct examples *e, const struct word_units *latin,
    const struct word_units *other, bool right, float weight, struct arena *mem)
{
    e->at = arena_grow(mem, e->at, e->n, sizeof *e->at);
    e->at[e->n++] = (struct example){*latin, *other, right, weight};
}

void
examples_make(struct examples *e, const struct pairs *p, struct arena *mem)
{
    for (size_t i = 0; i < p->n; i++) {
        const struct pair *one = &p->at[i];
        struct near near = {.n = 0};

        put(e, &one->latin, &one->other, true, RIGHT, mem);
        for (unsigned k = 0; k < POOL; k++) {
            const struct pair *b = &p->at[pairs_random((unsigned)p->n)];
            int d;

            if (too_far(&near, one, b, k))
                continue;
            d = distance(one->spelling, b->spelling);
            if (d > 0 && !same_units(&b->other, &one->other))
                keep_nearest(&near, b, d);
        }
        for (size_t k = 0; k < near.n; k++)
            put(e, &one->latin, &near.pair[k]->other, false, 1, mem);
        for (int k = 0; k < FAR; k++)
            put(e, &one->latin, &p->at[pairs_random((unsigned)p->n)].other,
                false, 1, mem);
    }
}

size_t
examples_right(const struct examples *e, size_t *at)
{
    size_t n = 0;

    for (size_t i = 0; i < e->n; i++)
        if (e->at[i].right)
            at[n++] = i;
    return n;
}

void
examples_shuffle(size_t *at, size_t n, uint64_t *state)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = random_below(state, (unsigned)i), swap = at[i - 1];

        at[i - 1] = at[j];
        at[j] = swap;
    }
}

size_t
examples_many(const struct examples *e, size_t at)
{
    size_t many = 1;

    while (many < EXAMPLES_MOST && at + many < e->n && !e->at[at + many].right)
        many++;
    return many;
}

/* ---- Latin and Latin ------------------------------------------------- */

static uint32_t
hash_of(const struct word_units *w)
{
    return (uint32_t)str_hash(
        (str){(const char *)w->seg, w->n * sizeof *w->seg});
}

void
pairs_of_latin(struct pairs *out, const struct pairs *from, enum sound_side of,
               const struct costs *c, struct arena *mem)
{
    enum { HEADS = 1 << 18, SHARING = 6 };
    uint32_t *head = arena_new(mem, uint32_t, HEADS); /* index + 1 */
    uint32_t *next = arena_new(mem, uint32_t, from->n);
    struct word_units unused;

    for (size_t i = 0; i < from->n; i++) {
        const struct pair *a = &from->at[i];
        uint32_t *h = &head[hash_of(&a->other) % HEADS];

        /* not what is surely mistaken */
        if (align_score(c, of, &a->latin, &a->other, &unused) < 0.82F)
            continue;
        for (uint32_t k = *h, many = 0; k && many < SHARING;
             k = next[k - 1], many++) {
            const struct pair *b = &from->at[k - 1];

            /* not too far apart in letters either */
            if (!same_units(&a->other, &b->other) ||
                str_eq(a->spelling, b->spelling) ||
                distance(a->spelling, b->spelling) *
                        (of == SIDE_CYRILLIC ? 4 : 5) >
                    2 * (int)a->spelling.n)
                continue;
            out->at = arena_grow(mem, out->at, out->n, sizeof *out->at);
            out->at[out->n++] = (struct pair){a->latin, b->latin, a->spelling};
        }
        next[i] = *h;
        *h = (uint32_t)i + 1;
    }
}

void
examples_of_latin(struct examples *e, const struct pairs *latin,
                  const struct pairs *by, const struct costs *c,
                  struct arena *mem)
{
    size_t many = latin->n < MOST_LATIN ? latin->n : MOST_LATIN;
    struct word_units unused;

    for (size_t i = 0; i < many; i++) {
        const struct pair *one =
            &latin->at[many == latin->n ? i : pairs_random((unsigned)latin->n)];
        struct near near = {.n = 0};

        put(e, &one->latin, &one->other, true, RIGHT_LATIN, mem);
        for (unsigned k = 0; k < POOL_LATIN; k++) {
            const struct pair *b = &by->at[pairs_random((unsigned)by->n)];
            int d;

            if (too_far(&near, one, b, k))
                continue;
            d = distance(one->spelling, b->spelling);
            /* it must sound otherwise, and itself be no mistake */
            if (d > 0 && (near.n < NEAR || d < near.distance[NEAR - 1]) &&
                align_score(c, SIDE_CYRILLIC, &one->latin, &b->other,
                            &unused) <= 0.55F &&
                align_score(c, SIDE_CYRILLIC, &b->latin, &b->other, &unused) >=
                    0.75F)
                keep_nearest(&near, b, d);
        }
        for (size_t k = 0; k < near.n; k++)
            put(e, &one->latin, &near.pair[k]->latin, false, 1, mem);
    }
}
