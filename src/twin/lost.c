/* lost.c - names that a translation does not tell. */
#include "twin/tale.h"

#include "lexicon/likeness.h"
#include "text/utf8.h"

/*
 * A word of the other text that sounds so much like the surname tells it.
 * Far below LIKENESS_SAME: a name that is told must never count as lost.
 * wmt_xling_docs, where nothing is lost, 2026-11.
 */
#define TOLD_LIKE   0.55
#define NAME_WORDS  2 /* of a name in full */
#define WORD_LEAST  3 /* letters of a surname */
#define SIGNS_SHARE 3 /* one word in so many: the text parts none */

static bool
by_signs(const struct words *w)
{
    size_t signs = 0;

    for (size_t i = 0; i < w->nwords; i++)
        signs += w->words[i].script == SCRIPT_HAN ||
                 w->words[i].script == SCRIPT_HIRAGANA ||
                 w->words[i].script == SCRIPT_KATAKANA ||
                 w->words[i].script == SCRIPT_THAI;
    return signs * SIGNS_SHARE > w->nwords;
}

/* Does any word of the text sound like a word of the name? */
static bool
told(const struct lexicon *lx, const struct sound *name, const struct words *w)
{
    for (size_t i = 0; i < w->nwords; i++) {
        struct sound s;

        if (w->words[i].kind != WORD_LETTERS ||
            utf8_count(w->words[i].fold) < WORD_LEAST)
            continue;
        sound_of(lx, str_cut(w->text, w->words[i].start, w->words[i].end), &s);
        for (size_t k = 0; k < s.nwords; k++)
            for (size_t q = 0; q < name->nwords; q++)
                if (!name->word[q].particle && !name->word[q].initial &&
                    sound_word_likeness(&name->word[q], &s.word[k]) >=
                        TOLD_LIKE)
                    return true;
    }
    return false;
}

/* A given name or a role beside it: no noun that only looks like a name. */
static bool
shown(const struct article *a, const struct name_mark *m)
{
    if (m->role)
        return true;
    for (uint32_t i = m->word; i < m->word + m->nwords; i++)
        if (reading_sense(&a->read, i, SENSE_GIVEN))
            return true;
    return false;
}

/* The sentence of the tale that holds the byte, or n. */
static size_t
saying_at(const struct tale *t, uint32_t byte)
{
    size_t i = 0;

    while (i < t->n && (byte < t->say[i].at.start || byte >= t->say[i].at.end))
        i++;
    return i;
}

void
lost_names(const struct lexicon *lx, const struct tale *from,
           const struct tale *to, const uint32_t *there, bool cut,
           struct arena *mem, struct change *out, size_t *n)
{
    const struct article *a = from->a;

    if (by_signs(&to->a->read.w) || from->a == to->a)
        return;
    for (size_t i = 0; i < a->nnames && *n < CHANGES_MOST; i++) {
        const struct name_mark *m = &a->names[i];
        size_t at = saying_at(from, m->at.start), k = 0;
        struct sound name;
        str words;

        /* the first time it is told */
        while (k < i && a->names[k].entity != m->entity)
            k++;
        if (k < i || m->kind != NAME_PERSON || m->guess != 0 ||
            m->sure < NAME_SURE || m->nwords < NAME_WORDS ||
            !shown(from->a, m) || at == from->n || there[at] == ALIGN_NONE)
            continue;
        sound_of(lx, m->label, &name);
        if (name.nwords < NAME_WORDS || told(lx, &name, &to->a->read.w))
            continue;
        words = arena_str(mem, article_words(a, m->at));
        out[(*n)++] = cut ? (struct change){.from = words,
                                            .from_at = m->at,
                                            .kind = CHANGE_NAME}
                          : (struct change){.to = words,
                                            .to_at = m->at,
                                            .kind = CHANGE_NAME};
    }
}
