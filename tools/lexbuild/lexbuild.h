/*
 * lexbuild.h - what the readers of data/ share: a pile of entries that is
 * written as samestory.lex at the end.
 */
#ifndef LEXBUILD_H
#define LEXBUILD_H

#include "base/table.h"
#include "lexicon/format.h"
#include "lexicon/lexicon.h"

struct build {
    struct arena *mem;
    struct stemmer *stemmer;
    struct table *keys; /* key -> index in `runs` */
    struct run *runs;
    size_t nruns;
    struct buf *strings;
    struct table *texts; /* text -> offset in strings */
    struct concept *concepts;
    size_t nconcepts;
    struct lex_place *places;
    size_t nplaces;
    struct table *place_of; /* "IQ", "@Washington" -> id */
    struct lex_label *bodies, *given;
    size_t nbodies, ngiven;
    uint16_t pinyin[LEX_HAN_END - LEX_HAN];
    uint32_t *sounds;
    size_t nsounds;
    struct lex_kanji *kanji;
    size_t nkanji;
    size_t faults;
};

/* A key and all that it may mean. */
struct run {
    str key;
    uint64_t hash;
    struct lex_entry *entries;
    size_t n;
};

struct concept {
    str key;
    uint32_t cls;
    str word[LEX_COLUMNS]; /* the first of each column */
    str more[LEX_COLUMNS]; /* the others, parted by "|" */
};

enum put_how { PUT_EXACT = 1, PUT_STEM = 2, PUT_BOTH = 3 };

/* Reads a file whole; ends the program where it cannot. */
str slurp(struct build *, const char *dir, const char *name);
uint32_t text_at(struct build *, str);
/* Adds words of a language under their keys; entry.flags are kept. */
void put(struct build *, str words, enum lang, enum put_how, struct lex_entry);
/* Adds a frame phrase (mode '!'), in any language. */
void put_phrase(struct build *, str words, struct lex_entry);
/* Whether the words as they stand have an entry of the kind. */
bool has(struct build *, str words, enum lang, enum sense_kind);
/* Whether the words as they stand in any language have this very entry. */
bool known(struct build *, str words, struct lex_entry);
void fault(struct build *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* LEX_CAPS for short capitals ("AP"), LEX_CAPITAL for other names in cased
 * scripts, 0 elsewhere. */
uint8_t name_flags(str words);
/* Languages whose names take case endings. */
bool inflects(enum lang);

/* Columns of a line parted by tabs; returns how many (at most `most`). */
size_t columns(str line, str *out, size_t most);

/* Writes the file; false where it cannot or a fault was found. */
bool write_out(struct build *, const char *path);

/* Whether it is of a concept that joins what speaks of it. Bounds, times and
 * units do not: they are function words and numbers by their nature, the
 * reader keeps them beside these. */
bool joins(const struct lex_entry *);

/* Prints the words of concepts that say nothing; false where there are any
 * that no table allows. */
bool lint(struct build *);
/* Prints the pairs of concepts that are one twice; false where there are any
 * that data/words/doublets.tsv does not list. */
bool lint_doublets(struct build *, const char *dir);

/* The concept of this key, or NULL. */
const struct concept *concept_of(const struct build *, str key);

void read_concepts(struct build *, const char *dir);
void read_words(struct build *, const char *dir);
void read_names(struct build *, const char *dir);
void read_places(struct build *, const char *dir);
void make_numbers(struct build *, const char *dir);
void make_dates(struct build *);
void make_holidays(struct build *, const char *dir);
void make_pinyin(struct build *);
void make_kanji(struct build *, const char *dir);

#endif
