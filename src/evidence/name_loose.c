/*
 * name_loose.c - words that only another page can make names of. In scripts
 * without capitals a strange name stands among strange words; what the
 * lexicon does not know is written down as a candidate, and brief/ takes
 * those that sound like a sure name of the story.
 *
 * Candidates overlap: of strange words in a row each one, two and three are
 * one. Runs last, so that no other finder sees the candidates: they are
 * appended behind the marks of name.c and share no bearer with them.
 */
#include "evidence/name.h"

#define LOOSE_MOST_WORDS 3
#define LOOSE_MOST_MARKS 600
#define LOOSE_LEAST      4 /* characters */
#define SURE_LOOSE       10

struct loose {
    const struct lexicon *lx;
    struct article *a;
    bool *taken;
    uint32_t added, first;
};

static bool
strange(const struct loose *l, uint32_t i)
{
    const struct reading *r = &l->a->read;
    const struct word *w = &r->w.words[i];

    if (w->kind != WORD_LETTERS || l->taken[i] ||
        (w->script != SCRIPT_ARABIC && w->script != SCRIPT_DEVANAGARI &&
         w->script != SCRIPT_HEBREW))
        return false;
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT ||
            (r->senses[k].exact && r->senses[k].kind != SENSE_GIVEN &&
             r->senses[k].kind != SENSE_HEAD &&
             r->senses[k].kind != SENSE_PLACE))
            return false;
    return !lexicon_has(l->lx, w->fold, (enum lang)w->lang, SENSE_FUNCTION);
}

static uint32_t
entity_of(const struct loose *l, str label)
{
    for (size_t k = l->first; k < l->a->nnames; k++)
        if (str_eq(l->a->names[k].label, label))
            return l->a->names[k].entity;
    return UINT32_MAX / 2 + l->added;
}

static void
candidate(struct loose *l, uint32_t i, uint32_t j)
{
    struct article *a = l->a;
    const struct word *w = a->read.w.words;
    struct name_mark m = {.at = {w[i].start, w[j - 1].end},
                          .word = i,
                          .nwords = j - i,
                          .kind = NAME_OTHER,
                          .guess = 2,
                          .sure = SURE_LOOSE,
                          .lang = w[i].lang};

    m.label = article_words(a, m.at);
    if (l->added >= LOOSE_MOST_MARKS || utf8_count(m.label) < LOOSE_LEAST)
        return;
    m.entity = entity_of(l, m.label);
    a->names = arena_grow(a->mem, a->names, a->nnames, sizeof *a->names);
    a->names[a->nnames++] = m;
    l->added++;
}

void
name_loose(const struct lexicon *lx, struct article *a)
{
    uint32_t n = (uint32_t)a->read.w.nwords;
    struct loose l = {.lx = lx, .a = a, .first = (uint32_t)a->nnames};

    if (n == 0)
        return;
    l.taken = arena_new(a->mem, bool, n);
    for (size_t k = 0; k < a->nnames; k++)
        for (uint32_t i = 0; i < a->names[k].nwords; i++)
            l.taken[a->names[k].word + i] = true;
    for (size_t k = 0; k < a->ndates; k++)
        for (uint32_t i = 0; i < a->dates[k].nwords; i++)
            if (a->dates[k].word + i < n)
                l.taken[a->dates[k].word + i] = true;
    for (size_t k = 0; k < a->read.nsenses; k++) {
        const struct sense *s = &a->read.senses[k];

        for (uint32_t i = s->word; s->nwords > 1 && i < s->word + s->nwords;
             i++)
            l.taken[i] = true;
    }
    for (uint32_t i = 0; i < n;) {
        uint32_t j = i;

        while (j < n && strange(&l, j) &&
               a->read.w.words[j].sentence == a->read.w.words[i].sentence)
            j++;
        for (uint32_t from = i; from < j; from++)
            for (uint32_t to = from + 1;
                 to <= j && to - from <= LOOSE_MOST_WORDS; to++)
                candidate(&l, from, to);
        i = j > i ? j : i + 1;
    }
}
