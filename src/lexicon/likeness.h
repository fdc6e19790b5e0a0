/*
 * likeness.h - are these two names the same person, body or place, in any
 * two scripts?
 *
 * Each name is turned into sound segments by tables for its script (no
 * transliteration library in the hot path), word by word; words are matched
 * by weighted alignment, vowels cheap where a script leaves them out, then
 * the best pairing of words counts, particles (al-, bin, van) for little.
 */
#ifndef SAMESTORY_LEXICON_LIKENESS_H
#define SAMESTORY_LEXICON_LIKENESS_H

#include "lexicon/lexicon.h"

/* At or above: the same name. The costs were learned around it (METHOD.md);
 * names pack xscript, dev, 2026-11: the best of single words is 0.76, briefs
 * of the dev stories want it laxer. */
#define LIKENESS_SAME 0.72

#define SOUND_MOST_WORDS 8
#define SOUND_MOST_SEGS  24
struct sound_word {
    uint8_t n;
    uint8_t skip; /* so many at the front may be an article (ال) */
    uint8_t bare; /* without what may be a case ending; n if there is none */
    uint16_t seg[SOUND_MOST_SEGS]; /* units of sound.h */
    bool particle;
    bool initial; /* one letter: "J." */
};
struct sound {
    uint8_t nwords;
    uint8_t script; /* enum script of most letters */
    struct sound_word word[SOUND_MOST_WORDS];
};

/* How a name sounds. Names of more words are cut. */
void sound_of(const struct lexicon *, str name, struct sound *);
/* 0 to 1. A surname alone against a full name: at most 0.9. */
double sound_likeness(const struct sound *, const struct sound *);
/* The same where it is `least` or more; else any that is less. */
double sound_likeness_from(double least, const struct sound *,
                           const struct sound *);
/* A name of one word made ready to be compared with many. */
struct sound_run;
/* NULL where the name is no single whole word: a particle, an initial,
 * several words. */
const struct sound_run *sound_ready(const struct sound *, struct arena *);
/* What sound_likeness says of the two names where that is more than `least`,
 * else any less; sooner done. */
double sound_ready_likeness(const struct sound_run *, const struct sound_run *,
                            double least);
/* Of two words of names alone, 0 to 1. */
double sound_word_likeness(const struct sound_word *,
                           const struct sound_word *);
/* Keys to find candidates by: names that are alike share one. At most
 * `most`; returns how many. */
size_t sound_keys(const struct sound *, uint64_t *keys, size_t most);

/* Rarer keys, for a search among very many (crowd.h): of two words together,
 * of the last word alone. */
size_t sound_crowd_keys(const struct sound *, uint32_t *keys, size_t most);

/* kanji.c: whether the Han name of a Japanese may be read as the Latin one,
 * family name first or last. */
bool kanji_reads(const struct lexicon *, str han, str latin);

/* known.c: whether both are known to be of one place or body. */
bool likeness_known(const struct lexicon *, str a, str b);

/* known.c: whether the last words of two names of several sound alike. */
bool sound_surnames(const struct sound *, const struct sound *);
/* What a nickname counts beside the same surname; own stories, 2026-11. */
#define LIKENESS_NICKNAMED 0.8
/* Bill and William, Саша and Alexander: one row of given names, and surnames
 * that sound alike. */
bool likeness_nicknamed(const struct lexicon *, str a, str b);

/* The name without the title before it, or behind it in Han: "President",
 * 首相. A name of one word stays. */
str likeness_untitled(const struct lexicon *, str name);
/* Below this likeness it is not the titles alone that differ; test/case/match,
 * 2026-11. */
#define LIKENESS_TITLED 0.3

/* By sound: both steps at once. */
double likeness(const struct lexicon *, str a, str b);

#endif
