/*
 * who.h - what the words of a byline are. For authors.c alone.
 */
#ifndef SAMESTORY_ARTICLE_WHO_H
#define SAMESTORY_ARTICLE_WHO_H

#include "article/page.h"

/* What the words of a name tell of its bearer. */
struct who {
    bool given; /* one of the first two is a known given name */
    bool org;   /* one makes names of bodies: ministry, Ltd */
    bool day;   /* one is a weekday or month, and no given name */
    size_t words;
};
struct who who_look(const struct page *, str name);

bool who_joint(str word); /* "and", in the languages that have it apart */
/* What follows makes the words before it no person: "Office for", "He is". */
bool who_goes_on(str rest);
/* "von", "de", "bin": small words that stand inside names. */
bool who_particle(const struct page *, str word);
bool who_function(const struct page *, str word);

/* A place as a whole, and no given name. */
bool who_place(const struct page *, str);

bool who_agency(str);  /* one of those that papers name for an author */
bool who_desk(str);    /* signs as authors do, alone or with its paper */
bool who_staff(str);   /* has the word for a desk in it */
bool who_account(str); /* what systems put where no name was given */
bool who_firm(str);    /* a firm, an address of a site */
bool who_editor(str);  /* begins as a line on others than the author does */

/* Short forms alone, words that stand in sentences and not in names, an
 * article: "Prof. Dr.", "Letters To The Editor", "The Courier". */
bool who_nobody(const struct page *, str);
/* A body that the host of the page, or the first word of the site's name, is
 * short for. */
bool who_house(const struct page *, str name);
/* What follows is what a body says of itself: " – the magazine". */
bool who_explained(str rest);

/* ---- cut.c: what is cut off them ------------------------------------------
 */

/* Spaces that do not break are spaces here; a wide gap behind two words parts
 * as a line does. */
str cut_spaces(str, struct arena *);
str cut_quotes(str); /* … about the whole */
/* "By" in a line of its own: the lines behind it. */
str cut_label(const struct lexicon *, str);
/* Without "By", "Von", "Text und Foto:" … at its start. */
str cut_by(const struct lexicon *, str);
/* What stands behind the first word that bylines begin with, or nothing:
 * "Zeige alle Beiträge von Ann Lee". */
str cut_behind_by(const struct lexicon *, str);
/* Up to a post that lost the space before it: "Ann LeeStaff Writer". */
str cut_glued(str);
/* Up to the first mark or digit that no name has. */
str cut_mark(str);
/* Up to the first small word that no name has: "Ann Lee am Samstag". Where
 * somebody `said` that it is a name, "ann lee" stays. */
str cut_small(const struct page *, str, bool said);

#endif
