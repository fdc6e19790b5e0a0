/*
 * quantity_counter.c - counters that a longer word or an ending hides.
 */
#include "evidence/quantity_parts.h"

/* 两台风机 are two turbines, no typhoons: right behind a number, what begins
 * with a counter of machines is counted by it. */
static bool
machines(const struct finder *f, const struct count *c, size_t word)
{
    static const char *const signs[] = {"台", "架", "辆", "艘", "枚", "颗"};

    if (word != c->num_end || f->w[word].lang != LANG_ZH || c->ordinal ||
        word + 2 >= quantity_sentence_end(f, word) ||
        f->w[word + 1].kind != WORD_LETTERS)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_is(f->w[word].fold, signs[i]))
            return true;
    return false;
}

/* Korean 2개만, 10대만: a counter of things with what stands behind it. */
static bool
korean(const struct finder *f, size_t word)
{
    static const char *const ends[] = {"만", "씩", "뿐", "까지", "이나"};
    str w = f->w[word].fold;

    if (f->w[word].lang != LANG_KO)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        str end = str_of(ends[i]);

        if (w.n > end.n && str_ends(w, end) && f->id[KEY_COUNT_THING] &&
            lexicon_find(f->lx, str_cut(w, 0, w.n - end.n), LANG_KO,
                         SENSE_CONCEPT,
                         1u << CLASS_BOUND) == f->id[KEY_COUNT_THING])
            return true;
    }
    return false;
}

bool
quantity_counter_hidden(const struct finder *f, const struct count *c,
                        size_t word)
{
    return machines(f, c, word) || korean(f, word);
}
