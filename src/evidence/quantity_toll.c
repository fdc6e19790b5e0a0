/*
 * quantity_toll.c - "the number of the injured has risen to 45": a number
 * with nothing behind it, and what it counts named long before.
 */
#include "evidence/quantity_parts.h"

#define TOLL_REACH 12 /* words from "the number of" to the number */
#define NOUN_REACH 4  /* words from "the number of" to its noun */

/* A turnout without a unit is of people; below, it is a percentage. */
#define TURNOUT_LEAST 101

/* The state or the noun of one word; false where it says neither. */
static bool
told_at(const struct finder *f, size_t word, struct count *c)
{
    const struct sense *s;
    uint32_t state;
    size_t n;

    if (quantity_state_at(f, word, &state, &n)) {
        c->state = state;
        c->counted = f->id[KEY_PEOPLE];
        return true;
    }
    s = quantity_noun_at(f, word);
    if (!s || f->key_of[s->id] == KEY_DEATH_TOLL)
        return false;
    c->counted = s->id;
    return true;
}

/* Whom "number of" at the word, n words long, is said of. */
static bool
told_of(const struct finder *f, size_t word, size_t n, struct count *c)
{
    size_t start = quantity_sentence_start(f, word);
    enum lang lang = (enum lang)f->w[word].lang;

    if (lang == LANG_TR || lang == LANG_HI || lang == LANG_KO ||
        lang == LANG_JA || lang == LANG_ZH) {
        for (size_t back = 1; back <= NOUN_REACH && word >= start + back;
             back++)
            if (told_at(f, word - back, c))
                return true;
        return false;
    }
    for (size_t i = word + n; i < word + n + NOUN_REACH && i < c->first; i++)
        if (told_at(f, i, c))
            return true;
    return false;
}

void
quantity_toll(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), n;

    /* an unknown word behind may be the verb */
    if (c->unit || c->counted || c->country || c->ordinal || c->one ||
        c->times || c->partitive || c->elliptic || c->state)
        return;
    if (start < behind)
        start = behind;
    if (c->first > start &&
        quantity_key_at(f, c->first - 1, KEY_BY_AS_MUCH, &n))
        return;
    for (size_t d = 1; d <= TOLL_REACH && c->first >= start + d; d++) {
        size_t at = c->first - d;

        if (quantity_mark_is(f, at, ",;:.()，；：。、（）،؛") ||
            f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE)
            return;
        if (quantity_key_at(f, at, KEY_DEATH_TOLL, &n) && n <= d) {
            c->counted = f->id[KEY_PEOPLE];
            c->state = lexicon_concept(f->lx, "killed");
        } else if (quantity_key_at(f, at, KEY_TURNOUT, &n) && n <= d &&
                   c->min >= TURNOUT_LEAST && c->head == NO_WORD) {
            c->counted = f->id[KEY_PEOPLE];
        } else if (!quantity_key_at(f, at, KEY_NUMBER_OF, &n) || n > d ||
                   !told_of(f, at, n, c))
            continue;
        c->toll = true;
        c->soft = false; /* "rose to" is no bound */
        c->noun = (str){0};
        c->head = NO_WORD;
        c->right = c->end;
        return;
    }
}
