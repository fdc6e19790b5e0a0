/*
 * denial.c - verbs of denying, and figures that stand under one: "the army
 * denied that forty were killed" is a voice against forty, not for it.
 */
#include "brief/dispute.h"

#define DENIED_WORDS 5 /* from the verb to the number it denies */

bool
denial_verb_first(uint8_t lang)
{
    return lang == LANG_AR || lang == LANG_HE;
}

bool
denial_verb_last(uint8_t lang)
{
    return lang == LANG_JA || lang == LANG_KO || lang == LANG_TR ||
           lang == LANG_HI || lang == LANG_FA;
}

/* "se niega a pagar": to refuse is not to deny. */
static bool
refuses(const struct article *a, uint32_t behind)
{
    const struct word *w = &a->read.w.words[behind];

    return behind < a->read.w.nwords &&
           (w->lang == LANG_ES || w->lang == LANG_PT || w->lang == LANG_IT) &&
           str_is(w->fold, "a");
}

bool
denial_at(const struct tale *t, const struct article *a, const struct sense *s)
{
    /* where "and" is written onto the verb, no word stands as it is */
    return s->kind == SENSE_CONCEPT && s->cls == CLASS_SAY &&
           (s->exact || denial_verb_first(a->read.w.words[s->word].lang)) &&
           str_is(lexicon_key(t->lx, s->id), "deny") &&
           !refuses(a, s->word + s->nwords);
}

/* Whether a comma or the like stands between two words. */
static bool
parted(const struct article *a, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (a->read.w.words[i].kind == WORD_MARK &&
            !str_is(a->read.w.words[i].fold, "-"))
            return true;
    return false;
}

bool
denial_of(const struct tale *t, const struct reading_of *r)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = reading_mark(t, r);
    size_t first, end;

    reading_senses(t, r, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct sense *m = &a->read.senses[i];
        bool last = denial_verb_last(a->read.w.words[m->word].lang);
        uint32_t from = last ? q->word + q->nwords : m->word + m->nwords;
        uint32_t to = last ? m->word : q->word;

        if (denial_at(t, a, m) && from <= to && to - from <= DENIED_WORDS &&
            !parted(a, from, to))
            return true;
    }
    return false;
}
