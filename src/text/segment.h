/*
 * segment.h - a text as sentences and words.
 *
 * Words are made for reading, not for showing:
 * - letters with their marks; an inner apostrophe parts what the language
 *   parts (Iraq|'s, l'|Irak, Hazar|'da) and stays elsewhere (п'ять);
 * - numbers: digits of any script with . , ' or thin spaces between them
 *   ("2,500", "26.07.2021"); ':' '/' '-' part; letters behind digits are a
 *   word of their own ("25|km", "12|th");
 * - dotted initials are one word ("U.S.", "J.");
 * - a hyphen is a word of its own (al|-|Kadhimi), as is every other mark;
 * - words glued by a sloppy capture are parted where a small letter meets
 *   a capital ("President|Joe"), both parts three letters or more, one of
 *   them four, and the first not Mac or Mc;
 * - Han and hiragana: one character a word; katakana runs, Hangul and
 *   other scripts between spaces: one word.
 * A sentence of more than 500 words is cut.
 * Every byte that is not white space belongs to just one word.
 */
#ifndef SAMESTORY_TEXT_SEGMENT_H
#define SAMESTORY_TEXT_SEGMENT_H

#include "text/lang.h"
#include "text/stem.h"
#include "text/utf8.h"

enum word_kind { WORD_LETTERS, WORD_NUMBER, WORD_MARK };

enum word_shape {
    SHAPE_CAPITAL = 1,  /* first letter is upper case */
    SHAPE_ALL_CAPS = 2, /* two letters or more, all upper case */
    SHAPE_FIRST = 4,    /* first word of a sentence or of a quotation */
    SHAPE_SPACE = 8,    /* white space (or the start) stands before it */
    SHAPE_LINE = 16,    /* first word of a line */
    SHAPE_GLUED = 32,   /* parted from the word before by segment */
    SHAPE_DOTTED = 64,  /* initials: "U.S." */
    SHAPE_CLITIC = 128, /* 's, 'da: hangs on the word before */
};

struct word {
    uint32_t start, end; /* bytes in the text */
    uint32_t sentence;
    uint8_t kind, lang, script, shape;
    str fold; /* folded; numbers: in ASCII digits, separators kept */
    str stem; /* of letters; else = fold */
    struct form_note note;
};

struct sentence {
    span at;
    uint32_t word, nwords;
    enum lang lang;
};

struct words {
    str text;
    struct lang_span *langs;
    size_t nlangs;
    struct sentence *sentences;
    size_t nsentences;
    struct word *words;
    size_t nwords;
};

/*
 * Reads the text; langs as lang_spans gives them. A newline always ends a
 * sentence. All in the arena; at most UINT32_MAX bytes.
 */
void segment(struct words *, str text, struct lang_span *langs, size_t nlangs,
             struct stemmer *, struct arena *);

#endif
