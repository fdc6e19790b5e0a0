/*
 * opened.h - the mapped file as its readers see it. For lexicon.c and
 * concepts.c alone.
 */
#ifndef SAMESTORY_LEXICON_OPENED_H
#define SAMESTORY_LEXICON_OPENED_H

#include "lexicon/format.h"
#include "lexicon/lexicon.h"

/* Where a concept is found by its key; id 0: nowhere. No two of them have one
 * hash (64 bits), so the key itself need not be looked at. */
struct keyed {
    uint64_t hash;
    uint32_t id;
};

struct lexicon {
    const char *bytes;
    size_t n;
    const struct lex_head *head;
    const char *strings;
    size_t nstrings;
    const struct lex_bucket *buckets;
    const uint32_t *prints;
    const unsigned char *runs;
    size_t nbuckets, nkeys;
    const struct lex_entry *entries;
    size_t nentries;
    const struct lex_concept *concepts;
    const struct lex_place *places;
    const struct lex_label *bodies, *given;
    const uint16_t *pinyin;
    const uint32_t *sounds;
    const struct lex_kanji *kanji;
    const struct lex_near *near;
    const char *more;
    uint8_t *tags;        /* by concept, from 1 */
    struct keyed *by_key; /* concepts by the hashes of their keys, open */
    size_t nplaces;       /* in by_key; a power of two */
    uint32_t nindexed;
    struct overlay *added; /* NULL: nothing */
    struct stash *stemmers;
};

/* A text of the file, empty where it has none there. */
static inline str
text_of(const struct lexicon *lx, uint32_t at)
{
    return at < lx->nstrings ? str_of(lx->strings + at) : (str){0};
}

#endif
