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
 *   '='  the folded words as they stand
 *   '~'  their stems
 *   '#'  the stem of a first word alone; its entry's id is the greatest
 *        number of words of all keys that begin so, where that is above one
 *   '!'  a phrase of site frames, folded
 */
#ifndef SAMESTORY_LEXICON_FORMAT_H
#define SAMESTORY_LEXICON_FORMAT_H

#include <stdint.h>

#define LEX_MAGIC      "SAMELEX"
#define LEX_FORMAT     6
#define LEX_MOST_WORDS 16 /* of one key */
#define LEX_COLUMNS    20

enum lex_section {
    LEX_STRINGS,
    LEX_SLOTS,
    LEX_ENTRIES,
    LEX_CONCEPTS,
    LEX_PLACES,
    LEX_BODIES,
    LEX_GIVEN,
    LEX_PINYIN,
    LEX_NEAR,
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

struct lex_slot {
    uint32_t hash; /* low half of XXH3 of the key; slots probe linearly */
    uint32_t key;  /* in strings: length byte, then the key; 0: free */
    uint32_t first, count; /* entries */
};

enum lex_flag {
    LEX_CAPITAL = 1, /* only where the text has a capital */
    LEX_CAPS = 2,    /* only where the text has capitals alone */
};

struct lex_entry {
    uint32_t id;
    uint8_t kind, cls, flags;
    uint8_t family; /* of stems: stem_family of the words there; 0 any */
};

/* Texts are offsets into strings; NUL-terminated there. */
struct lex_concept {
    uint32_t key;
    uint32_t cls;
    uint32_t word[LEX_COLUMNS];
};

struct lex_place {
    uint32_t name;
    char iso[4];
    uint32_t kind, country, population;
    float lat, lon;
};

struct lex_label {
    uint32_t text;
};

/* Sorted. Behind the readings of Chinese, at c + LEX_KANJI, those of
 * Japanese names. */
#define LEX_KANJI 0x200000
struct lex_pinyin {
    uint32_t c, text;
};

/* Two concepts, a < b, and a bit for each language (bit 0: ar) in which a
 * word stands in both rows. Sorted. */
struct lex_near {
    uint32_t a, b, langs;
};

#endif
