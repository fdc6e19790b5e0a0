/*
 * verb.h - what the program can do, one struct verb each.
 *
 * A new verb is a struct in a verb_*.c file, a line here and a line in the
 * table of main.c.
 */
#ifndef SAMESTORY_APP_VERB_H
#define SAMESTORY_APP_VERB_H

#include "app/run.h"

extern const struct verb verb_brief; /* verb_brief.c */
extern const struct verb verb_clean, verb_cluster, verb_nearest, verb_pairs,
    verb_look;                      /* verb_filter.c */
extern const struct verb verb_diff; /* verb_diff.c */
extern const struct verb verb_lang, verb_evidence, verb_match; /* verb_text.c */
extern const struct verb verb_add, verb_stories, verb_tell,
    verb_find;                                          /* verb_store.c */
extern const struct verb verb_why, verb_pin, verb_part; /* verb_rule.c */
extern const struct verb verb_lexicon;                  /* verb_lexicon.c */

/*
 * Writes a brief in the format the options name (text on a terminal, json
 * elsewhere, where they name none). The exit status.
 */
int verb_show(const struct options *, const struct samestory_brief *);
#define VERB_BRIEF_FORMATS "text json html md"

#endif
