/*
 * format.h - how samestory.lex lies on disk. For lexicon/ and
 * tools/lexbuild alone.
 *
 * A head, then sections, each at a multiple of 8. Numbers are in the byte
 * order of the machine that built it: the file belongs to a build, it is
 * not carried about.
 *
 * The heart is one hash table from keys to runs of entries. A key is a
 * byte for the language (enum lang + 1; 1: any language), a byte for the
 * mode and words parted by spaces:
 *   '='  the folded words as they stand, or their stems: the flags of each
 *        entry tell which of the two it is meant for. Under the stem of a
 *        first word an entry of the kind LEX_REACH tells the greatest number
 *        of words of all keys that begin so, where that is above one
 *   '!'  a phrase of site frames, folded
 *
 * The keys themselves are not kept, only the low half of their XXH3, in
 * buckets that the high half chooses (lex_bucket_of): eight bytes a key. A word
 * that stands in no row so meets one by chance in about one of 5 * 10^8
 * lookups, a bucket holding eight keys; of the keys that do stand there no two
 * are alike, lexbuild sees to that. Beside its place each bucket has the signs
 * of its keys (lex_signs): five of six words that stand in no row are turned
 * away by them, without a look at the keys. Runs that are the same are stored
 * once: the words of a concept in 20 languages share theirs.
 */
#ifndef SAMESTORY_LEXICON_FORMAT_H
#define SAMESTORY_LEXICON_FORMAT_H

#include <stdint.h>

#define LEX_MAGIC      "SAMELEX"
#define LEX_FORMAT     9
#define LEX_MOST_WORDS 16 /* of one key */
#define LEX_COLUMNS    20
#define LEX_IN_BUCKET  8 /* keys, in the mean; 6 are no faster (2026-11) */

enum lex_section {
    LEX_STRINGS,
    LEX_BUCKETS, /* struct lex_bucket; one more for the end */
    LEX_PRINTS,  /* uint32_t: low halves of hashes, by bucket */
    LEX_RUNS,    /* LEX_RUN_BYTES of each key: its first entry */
    LEX_ENTRIES,
    LEX_CONCEPTS,
    LEX_PLACES,
    LEX_BODIES,
    LEX_GIVEN,
    LEX_PINYIN, /* uint16_t of each character from LEX_HAN: which sound */
    LEX_SOUNDS, /* uint32_t: their texts; the first is the empty one */
    LEX_KANJI,
    LEX_NEAR,
    LEX_MORE, /* bytes, packed: all words of concepts but the first */
    LEX_SECTIONS
};

struct lex_head {
    char magic[8];
    uint32_t format, unused;
    uint64_t version; /* XXH3 of all behind the head */
    struct {
        uint64_t at, count; /* bytes from the start of the file; items */
    } section[LEX_SECTIONS];
};

struct lex_bucket {
    uint32_t first; /* of its keys */
    uint32_t signs; /* of all of them, or-ed */
};

/* Two bits of 32, out of the low half of a hash. */
static inline uint32_t
lex_signs(uint64_t hash)
{
    return UINT32_C(1) << (hash & 31) | UINT32_C(1) << (hash >> 5 & 31);
}

/* Which of n buckets a key lies in. */
static inline uint32_t
lex_bucket_of(uint64_t hash, uint64_t n)
{
    return (uint32_t)(((hash >> 32) * n) >> 32);
}

/*
 * LEX_MORE is one zlib body, which nobody unpacks but who shows words to
 * people: a line for each column and concept, concepts of one column side by
 * side, with the words that its row has behind the first, parted by "|".
 */

#define LEX_RUN_BYTES 3 /* low byte first */

#define LEX_CHROME_SPACES 16 /* a frame phrase has fewer */

enum lex_flag {
    LEX_CAPITAL = 1, /* only where the text has a capital */
    LEX_CAPS = 2,    /* only where the text has capitals alone */
    LEX_WORD = 4,    /* holds for the words as they stand */
    LEX_STEM = 8,    /* holds for their stems */
    LEX_LAST = 16,   /* ends its run */
};

#define LEX_REACH 0 /* the kind of an entry that is no sense */

struct lex_entry {
    uint32_t id;
    uint8_t kind, cls, flags;
    uint8_t family; /* of stems: stem_family of the words there; 0 any */
};

/* Texts are offsets into strings; NUL-terminated there. */
struct lex_concept {
    uint32_t texts; /* the key, then the first word of each column */
    uint32_t cls;
};

struct lex_place {
    uint32_t name;
    char iso[4];
    uint32_t kind, country, population;
    float lat, lon;
};

struct lex_label {
    uint32_t text;
    uint32_t sex; /* of a given name: 'f' or 'm'; 0 */
};

#define LEX_HAN     0x4E00
#define LEX_HAN_END 0xA000

/* How a character may be read in a Japanese name. Sorted. */
struct lex_kanji {
    uint32_t c, text;
};

/* Two concepts, a < b, and a bit for each language (bit 0: ar) in which a
 * word stands in both rows. Sorted. */
struct lex_near {
    uint32_t a, b, langs;
};

#endif
