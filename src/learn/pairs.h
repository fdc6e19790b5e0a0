/*
 * pairs.h - texts in two languages, side by side, out of the files that hold
 * such: tables of two columns, TMX, gettext .po and .mo, dictd dictionaries.
 *
 * Every reader takes any bytes and stays within the bounds below; what it
 * cannot use it passes over. `a` is always in the language learned from, `b`
 * in the one that is learned.
 */
#ifndef SAMESTORY_LEARN_PAIRS_H
#define SAMESTORY_LEARN_PAIRS_H

#include "text/lang.h"

#define PAIRS_MOST      500000
#define PAIRS_MOST_TEXT 2000 /* bytes of one side; longer ones are left out */

struct pair {
    str a, b;
    bool terms; /* of a dictionary: either is one word or phrase */
};

struct pairs {
    enum lang from, to;
    struct pair *list;
    size_t n;
    struct arena *mem; /* texts are copied there */
};

/* False where no more are taken. Empty and long texts are left out. */
bool pairs_put(struct pairs *, str a, str b, bool terms);

/*
 * Two columns with a tab between, a pair a line. A first line as in
 * "#en<TAB>ru" tells which is which; without it the languages stand as asked
 * for. False where it names others.
 */
bool pairs_table(struct pairs *, str bytes);

/* TMX 1.4: of each unit the texts of both languages. */
void pairs_tmx(struct pairs *, str bytes);

/* gettext: the original and its translation, the first of plurals, nothing
 * that is fuzzy. The signs of menus and files (_F, &F, %s) come off. */
void pairs_po(struct pairs *, str bytes);
/* False where it is no compiled catalogue. */
bool pairs_mo(struct pairs *, str bytes);

/*
 * A dictionary of dictd, its index and its text: each headword with each of
 * the short glosses that its entry has in the other language. `swapped`: the
 * headwords are in the language that is learned.
 */
void pairs_dictd(struct pairs *, str index, str text, bool swapped);

#endif
