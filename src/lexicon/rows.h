/*
 * rows.h - rows of words that a user keeps beside the shipped ones.
 *
 * A file of rows is text, UTF-8, columns parted by tabs. A line that begins
 * with "#concept" names the columns of the lines behind it: the key, "class"
 * (may be left out) and codes of languages of data/lexicon, any of them in
 * any order. Words for one thing stand side by side, parted by "|". Other
 * lines that begin with "#" are remarks.
 *
 *     #concept    class   en              ru
 *     ferry               ro-ro ferry     паром-накат|ролкер
 *     icebreaker  thing   icebreaker      ледокол
 *
 * A row whose key stands in data/lexicon adds words to that concept, whose
 * class stays; any other needs a class (role, thing, verb …).
 */
#ifndef SAMESTORY_LEXICON_ROWS_H
#define SAMESTORY_LEXICON_ROWS_H

#include "base/buf.h"
#include "lexicon/lexicon.h"

#define ROWS_MOST_BYTES ((size_t)32 << 20)
#define ROWS_MOST       200000
#define ROWS_MOST_KEY   64   /* bytes */
#define ROWS_MOST_CELL  4096 /* bytes of all words of one language */
#define ROWS_MOST_WORD  200  /* bytes of one of them */

struct row {
    str key;
    enum concept_class cls;      /* CLASS_NONE: the file does not say */
    str words[LANG_LEXICON + 1]; /* by language; parted by "|" */
};

struct rows {
    struct row *list;
    size_t n;
};

/* Told of each line that is no row; lines count from 1. */
typedef void rows_fault(void *ctx, size_t line, const char *why);

/* Appends the rows of a file, all borrowed from `bytes`. Lines at fault are
 * told and left out; gives how many. Any bytes may come. */
size_t rows_read(struct rows *, str bytes, rows_fault *, void *ctx,
                 struct arena *);

/* One row a key, in the order of keys; words that stand there twice once. */
void rows_merge(struct rows *, struct arena *);

/* As a file of rows, with every class told that is known. */
void rows_write(const struct lexicon *, const struct rows *, struct buf *);

/*
 * Adds rows to an open lexicon, before anything is read with it: ids of new
 * concepts go on behind the shipped ones. Its version is another one then.
 */
void lexicon_add(struct lexicon *, const struct rows *);

/* Appends the words that rows added to a concept in a language of
 * data/lexicon, parted by "|"; nothing where they added none. */
void lexicon_added_words(const struct lexicon *, uint32_t concept, enum lang,
                         struct buf *);

/* How many concepts the file has; those behind are of rows that were added. */
uint32_t lexicon_shipped(const struct lexicon *);

const char *concept_class_name(enum concept_class);
/* CLASS_NONE where it is none. */
enum concept_class concept_class_of(str name);

#endif
