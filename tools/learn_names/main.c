/*
 * learn_names - learns what exchanging and leaving out units of sound costs
 * (lexicon/sound.h) from pairs of names, and writes data/names/sounds.txt, and
 * sounds_paired.txt with steps.txt.
 *
 * Usage: learn_names LEXICON FOLDER data/names
 *
 * FOLDER holds the train parts of NETransliteration-COLING2018 (CC0):
 * <script>.train.tsv, "latin TAB other" a line. The recipe is told in
 * docs/METHOD.md. The same input gives the same file; it takes minutes.
 */
#include "learn.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    EXPECT_ROUNDS = 8,
    EXPECT_ROUNDS_LATIN = 5,
    SHARPEN_ROUNDS = 7,
    STEPS_ROUNDS = 8,
    MADE_UP = 4000
};

/* Within Latin, by hand: a lost consonant is never cheap, nor a vowel at
 * either end. */
static const float LATIN_CONSONANT = 1.9F, LATIN_EDGE = 1.2F,
                   LATIN_VOWEL = 0.6F;

static const char *const scripts[SIDES] = {
    "latin", "russian", "arabic", "hebrew", "katakana", "korean", "chinese"};

static void
hold_latin(struct costs *c)
{
    for (unsigned k = 0; k < LATIN_PLACES; k++)
        for (unsigned l = 0; l < LATIN_ROOM; l++) {
            bool edge = k % SOUND_NEXTS == 0 || k < SOUND_NEXTS;
            float least = !sound_vowel(l) ? LATIN_CONSONANT
                          : edge          ? LATIN_EDGE
                                          : LATIN_VOWEL;

            if (l < L_AP && l != L_H && l != L_W && l != L_YC && l != L_EF)
                c->drop[k][l] = fmaxf(c->drop[k][l], least);
        }
}

static void
letter(float cost, FILE *out)
{
    int twentieths = (int)lroundf(cost * MASS_CONSONANT);

    twentieths = twentieths > SOUND_MOST ? SOUND_MOST : twentieths;
    /* no question marks: two of them make trigraphs */
    putc(SOUND_FREE +
             (twentieths == '?' - SOUND_FREE ? twentieths - 1 : twentieths),
         out);
}

static void
row(const float *costs, unsigned n, FILE *out)
{
    for (unsigned i = 0; i < n; i++)
        letter(costs[i], out);
    putc('\n', out);
}

/* In the order of sound.h. */
static void
write_all(struct costs *const of[SIDES], FILE *out)
{
    for (int next = 0; next < SOUND_NEXTS; next++) {
        fprintf(out, "# exchanges, next: %d\n", next);
        for (unsigned u = 0; u < SOUND_UNITS; u++)
            row(of[sound_side(u)]->swap[next][u], LATIN_ROOM, out);
    }
    fprintf(out, "# units that Latin has not\n");
    for (unsigned u = 0; u < SOUND_UNITS; u++)
        row(of[sound_side(u)]->lose[u], SOUND_PLACES, out);
    fprintf(out, "# Latin units that a side has not\n");
    for (int side = 0; side < SIDES; side++)
        for (int k = 0; k < LATIN_PLACES; k++)
            row(of[side]->drop[k], LATIN_ROOM, out);
}

static FILE *
file_open(const char *folder, const char *name, struct arena *mem)
{
    const char *path = arena_printf(mem, "%s/%s", folder, name).s;
    FILE *f = fopen(path, "w");

    if (!f) {
        perror(path);
        exit(1);
    }
    fputs("# Made by tools/learn_names; lexicon/sound.h tells how it lies.\n",
          f);
    return f;
}

/* The pairs of one side; Latin last, whose pairs come from the others. */
static void
pairs_of(struct pairs pairs[SIDES], enum sound_side side,
         struct costs *const of[SIDES], const char *folder,
         const struct lexicon *lx, struct arena *mem)
{
    struct pairs *p = &pairs[side];

    if (side == SIDE_LATIN) {
        pairs_of_latin(p, &pairs[SIDE_CYRILLIC], SIDE_CYRILLIC,
                       of[SIDE_CYRILLIC], mem);
        pairs_of_latin(p, &pairs[SIDE_ARABIC], SIDE_ARABIC, of[SIDE_ARABIC],
                       mem);
        return;
    }
    pairs_read(p, arena_printf(mem, "%s/%s.train.tsv", folder, scripts[side]).s,
               side, lx, mem);
    if (side == SIDE_HAN || side == SIDE_HANGUL)
        pairs_made_up(p, side, MADE_UP, lx, mem);
}

int
main(int argc, char **argv)
{
    struct costs *of[SIDES], *paired[SIDES]; /* of single steps, of pairs */
    struct pairs pairs[SIDES] = {{NULL, 0}};
    struct arena *mem = arena_open();
    struct err err = {0};
    struct lexicon *lx = argc == 4 ? lexicon_open(argv[1], &err) : NULL;
    FILE *out[3];
    bool failed = false;

    if (!lx) {
        fprintf(stderr, "usage: learn_names LEXICON FOLDER data/names\n%s\n",
                err.words);
        return 2;
    }
    out[0] = file_open(argv[3], "sounds.txt", mem);
    out[1] = file_open(argv[3], "sounds_paired.txt", mem);
    out[2] = file_open(argv[3], "steps.txt", mem);
    for (int i = 1; i <= SIDES; i++) {
        enum sound_side side = (enum sound_side)(i % SIDES);
        const struct pairs *p = &pairs[side];
        struct examples examples = {NULL, 0};
        struct arena *tmp = arena_open();

        of[side] = paired[side] = arena_new(mem, struct costs, 1);
        pairs_of(pairs, side, of, argv[2], lx, mem);
        expect(of[side], side, p,
               side == SIDE_LATIN ? EXPECT_ROUNDS_LATIN : EXPECT_ROUNDS);
        if (side == SIDE_LATIN)
            examples_of_latin(&examples, p, &pairs[SIDE_CYRILLIC],
                              of[SIDE_CYRILLIC], tmp);
        else
            examples_make(&examples, p, tmp);
        sharpen(of[side], side, &examples, SHARPEN_ROUNDS);
        if (side != SIDE_LATIN) {
            level(of[side], side, &examples);
            paired[side] = arena_new(mem, struct costs, 1);
            *paired[side] = *of[side];
            steps_learn(paired[side], side, &examples, STEPS_ROUNDS, out[2]);
        }
        fprintf(stderr, "%s: %zu pairs, %zu examples\n", scripts[side], p->n,
                examples.n);
        arena_close(tmp);
    }
    hold_latin(of[SIDE_LATIN]);
    write_all(of, out[0]);
    write_all(paired, out[1]);
    for (int i = 0; i < 3; i++)
        failed |= fclose(out[i]) != 0;
    lexicon_close(lx);
    arena_close(mem);
    return failed;
}
