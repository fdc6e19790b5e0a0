/*
 * stem.h - words to stems: Snowball where it exists, light stemmers of our
 * own for Arabic, Persian, Hebrew, Ukrainian, Polish, Czech, Bulgarian,
 * Korean (particles), Hindi (postpositions, oblique plurals).
 */
#ifndef SAMESTORY_TEXT_STEM_H
#define SAMESTORY_TEXT_STEM_H

#include "text/lang.h"

/* One a thread: holds Snowball's handles and the words seen last (form.h). */
struct stemmer;
struct forms;

/*
 * What somebody above text/ has found of a word by its fold and its stem, to
 * find it no second time. Whose it is, is told by the tag; 0: nobody's yet.
 */
struct form_note {
    uint32_t tag, found[3];
};

struct stemmer *stemmer_open(void);
void stemmer_close(struct stemmer *);
struct forms **stemmer_forms(struct stemmer *); /* for form.c alone */

/* The stem of a word as it stands, folded (fold.h) behind the stemming; at
 * least 2 characters are left. The other takes it as fold_case gives it. */
str stem_word(struct stemmer *, str word, enum lang, struct arena *);
str stem_cased(struct stemmer *, str cased, enum lang, struct arena *);

/*
 * Other readings of a folded word with its clitics taken off, the likeliest
 * first, each folded, not stemmed: Arabic و ف ب ل ك ال لل, Hebrew ו ה ב ל
 * כ מ ש, Korean particles, Persian ها and ی. They borrow from
 * the word. At most `most`; returns how many. The word itself is not among
 * them.
 */
#define STEM_MOST_BARE 6
size_t stem_bare(str folded, enum lang, str *out, size_t most);

/*
 * What the nominative of a folded word would be, were it a Slavic genitive
 * plural with a vowel that its other forms lack (Russian деревень: деревня,
 * Ukrainian лікарень: лікарня, Polish wiosek: wioska); the likeliest first,
 * each folded, not stemmed, in the arena. At most `most`; returns how many, 0
 * for other languages and endings. Whether there is such a word is not asked.
 */
#define STEM_MOST_PLURAL 4
size_t stem_plural(str folded, enum lang, struct arena *, str *out,
                   size_t most);

/*
 * How a folded word is derived, as one bit: engine and engineer, executive
 * and execution share a stem and are different words. Plurals, -ed and -ing
 * derive nothing. 0 for languages where it is not told: all match.
 */
unsigned stem_family(str folded, enum lang);

#endif
