/*
 * name_words.h - words of an article that name someone, or may.
 */
#ifndef SAMESTORY_STORY_NAME_WORDS_H
#define SAMESTORY_STORY_NAME_WORDS_H

#include "record/article.h"

/*
 * Writes article->name_words: the words of sure names, and beside them what
 * no lexicon knows and what a capital, or a script without capitals, leaves
 * open. Which of them are one name in two scripts only a set can tell
 * (who.h). Pure; read, headline and names must be filled.
 */
void name_words_find(struct article *);

#endif
