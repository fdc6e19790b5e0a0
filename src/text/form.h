/*
 * form.h - what a word of letters is by itself: script, case, fold, stem.
 *
 * Words come again and again; a stemmer remembers the forms of the last few
 * thousand different ones, whatever text they stood in. The answer is the
 * same as without.
 */
#ifndef SAMESTORY_TEXT_FORM_H
#define SAMESTORY_TEXT_FORM_H

#include "text/stem.h"
#include "text/utf8.h"

struct form {
    enum script script; /* of its first letter */
    bool capital;       /* that letter is upper case */
    bool all_caps;      /* two letters or more, all upper case */
    str fold, stem;     /* fold.h, stem.h; in the arena, the stem may lie in
                           the fold */
    struct form_note note;
};

/* Without a stemmer the stem is the fold. */
void form_of(struct form *, str word, enum lang, struct stemmer *,
             struct arena *);

/* Keeps the note with the word, if the stemmer still remembers that. */
void form_keep(struct stemmer *, str word, enum lang, struct form_note);

/* What a stemmer remembers; for stem.c. NULL is fine. */
struct forms;
void forms_close(struct forms *);

#endif
