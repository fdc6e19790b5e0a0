/*
 * quote_before.c - whom "he" means, and a verb of saying whose subject is
 * left out: who was spoken of, or spoke, in the sentences before.
 */
#include "evidence/quote_parts.h"

/* corpus/dev and seeds chose these, 2026-11 */
#define BACK_SENTENCES 4 /* how far "he" reaches back */
#define BACK_NEAR      2 /* … where others have been named since */
#define OFFICE_MOST    6 /* words from a name to its office */
#define TITLE_NEAR     5 /* words from a title to the name it goes with */
#define VERBS_MOST     4 /* of one sentence that are tried */

struct quote_voice
quote_person_only(const struct quote_hunt *h, struct quote_voice v)
{
    return v.name >= 0 && h->a->names[v.name].kind == NAME_PERSON &&
                   h->a->names[v.name].sure >= NAME_SURE
               ? v
               : QUOTE_NOBODY;
}

bool
quote_sure(const struct quote_hunt *h, struct quote_voice v)
{
    return v.name >= 0 ? h->a->names[v.name].sure >= NAME_SURE : quote_told(v);
}

/* Where は, が or ने ends the subject, or a word in 은, 는, 이, 가 does;
 * QUOTE_NONE where there is none. */
uint32_t
quote_marker(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    if (from < to && quote_lang(h, from) == LANG_KO)
        return quote_topic(h, from, to);
    for (uint32_t i = from + 1; i < to; i++)
        /* …したのは: no subject, what was done */
        if (quote_is(h, i, h->marker) && !quote_inside(h, i) &&
            !str_is(h->w->words[i - 1].fold, "の"))
            return i;
    return QUOTE_NONE;
}

/* "Zahra Gal-On, the head of the party, …": whatever it was taken for. */
static bool
has_office(const struct quote_hunt *h, uint32_t from, const struct name_mark *n)
{
    uint32_t end = n->word + n->nwords, stop = end + OFFICE_MOST;

    return n->word == from && stop < h->w->nwords &&
           quote_commas(h, end, stop) == 1 && quote_any_role(h, end, stop);
}

struct quote_voice
quote_first_person(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = QUOTE_NOBODY;

    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);

        if (!n)
            break;
        /* a sentence that begins with a name is about its bearer */
        if (n->sure >= NAME_SURE &&
            (quote_lang(h, n->word) == LANG_AR || !quote_oblique(h, from, n)) &&
            (n->kind == NAME_PERSON || has_office(h, from, n) ||
             (n->kind == NAME_OTHER && n->word <= from + 1 &&
              !quote_comma(h->w, n->word + n->nwords)))) {
            v.name = (int32_t)i;
            break;
        }
    }
    return v;
}

/* 大工の蓮田明: a title, then a name. */
static bool
has_title(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (quote_class(h, i, CLASS_ROLE))
            return quote_told(quote_bare_name(h, i, to));
    return false;
}

/* What は, ने, 는 ends as the subject: a name, else words. `near`: they need
 * not be known as a title. */
static struct quote_voice
marked_subject(const struct quote_hunt *h, uint32_t from, uint32_t to,
               bool near)
{
    uint32_t mark = quote_marker(h, from, to);

    if (mark == QUOTE_NONE || quote_pronoun_before(h, from, mark) ||
        (!near && !quote_class(h, mark - 1, CLASS_ROLE) &&
         !has_title(h, from, mark)))
        return QUOTE_NOBODY;
    return quote_by_role(h, quote_words(h, from, mark, near));
}

/* 他, 她: not "they". */
static bool
one_chinese(const struct quote_hunt *h, uint32_t i)
{
    str fold = h->w->words[i].fold;

    return str_is(fold, "他") || str_is(fold, "她");
}

/* A person that is sure and does not stand obliquely. */
static struct quote_voice
direct(const struct quote_hunt *h, uint32_t from, struct quote_voice v)
{
    v = quote_person_only(h, v);
    return v.name >= 0 && quote_oblique(h, from, &h->a->names[v.name])
               ? QUOTE_NOBODY
               : v;
}

struct quote_voice
quote_subject_of(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = QUOTE_NOBODY;
    int verbs = 0;

    if (to - from > QUOTE_FRAME_MOST)
        to = from + QUOTE_FRAME_MOST;
    for (uint32_t i = from; i < to && !quote_told(v) && verbs < VERBS_MOST;
         i++) {
        /* "del informe": a noun */
        if (quote_inside(h, i) || !quote_says(h, i) ||
            (i > from && quote_preposition(h, i - 1)))
            continue;
        verbs++;
        if (i + 1 < to && quote_char(h->w, i + 1) == ':')
            to = i; /* what follows is said */
        if (quote_lang(h, i) != LANG_AR && !quote_is(h, i, h->by))
            v = direct(h, from, quote_subject_before(h, from, i));
        if (v.name >= 0) {
            struct quote_voice title = quote_title_nearer(h, v.name, i);

            v = quote_told(title) ? title : v;
        }
        if (!quote_told(v) && !quote_any(h, i + 1, to, h->before))
            v = quote_person_only(h, quote_subject_after(h, i + 1, to));
        if (!quote_told(v) && quote_verb_last(quote_lang(h, i)))
            v = marked_subject(h, from, i, true);
        else if (!quote_told(v))
            v = quote_lang(h, i) == LANG_AR ? quote_words(h, i + 1, to, false)
                                            : quote_words_before(h, from, i);
    }
    if (!quote_told(v))
        v = quote_first_person(h, from, to);
    return quote_told(v) || from >= to || !quote_verb_last(quote_lang(h, from))
               ? v
               : marked_subject(h, from, to, false);
}

struct quote_voice
quote_subject_just_before(const struct quote_hunt *h,
                          const struct quote_frame *f)
{
    const struct words *w = h->w;
    const struct sentence *t;

    if (f->sentence == 0 || f->from < f->open ||
        w->words[f->open].shape & SHAPE_LINE)
        return QUOTE_NOBODY;
    t = &w->sentences[f->sentence - 1];
    if (t->nwords == 0 || (quote_told(h->last) && h->last_end >= t->word) ||
        quote_pronoun_after(h, t->word, t->word + t->nwords))
        return QUOTE_NOBODY;
    return quote_person_only(h,
                             quote_subject_of(h, t->word, t->word + t->nwords));
}

/* Whether nobody but the bearer of that name is named in [from, to). */
static bool
alone_since(const struct quote_hunt *h, struct quote_voice v, uint32_t from,
            uint32_t to)
{
    const struct name_mark *of;

    if (v.name < 0 || h->a->names[v.name].kind != NAME_PERSON)
        return false;
    of = &h->a->names[v.name];
    for (size_t i = 0; i < h->a->nnames && h->a->names[i].word < to; i++) {
        const struct name_mark *n = &h->a->names[i];

        if (n->word >= from && n->kind == NAME_PERSON && n->sure >= NAME_SURE &&
            n->entity != of->entity && !quote_inside(h, n->word))
            return false;
    }
    return true;
}

/* The voice, or where it does not fit the person of that sentence who does. */
static struct quote_voice
fitting(const struct quote_hunt *h, struct quote_voice v, uint32_t from,
        uint32_t to, unsigned means)
{
    return quote_agrees(h, v, means) ? v
                                     : quote_fitting_person(h, from, to, means);
}

/*
 * The one person named in the words, however he stands there ("the house of
 * Ada Finch burned"), where no title tells of somebody else.
 */
static struct quote_voice
only_person(const struct quote_hunt *h, uint32_t from, uint32_t to,
            unsigned means)
{
    struct quote_voice v = QUOTE_NOBODY;

    for (size_t i = 0; i < h->a->nnames && h->a->names[i].word < to; i++) {
        const struct name_mark *n = &h->a->names[i];

        if (n->word < from || n->kind != NAME_PERSON || n->sure < NAME_SURE ||
            quote_inside(h, n->word))
            continue;
        if (v.name >= 0 && h->a->names[v.name].entity != n->entity)
            return QUOTE_NOBODY;
        v.name = v.name < 0 ? (int32_t)i : v.name;
    }
    if (v.name < 0 || !quote_agrees(h, v, means) ||
        quote_owner(h, h->a->names[v.name].word + h->a->names[v.name].nwords))
        return QUOTE_NOBODY;
    for (uint32_t i = from; i < to; i++)
        if (quote_says(h, i) ||
            ((quote_class(h, i, CLASS_ROLE) || quote_is(h, i, h->before) ||
              (quote_class(h, i, CLASS_PERSON) &&
               !(i > from &&
                 reading_sense(&h->a->read, i - 1, SENSE_NUMBER)))) &&
             (i > h->a->names[v.name].word ||
              i + TITLE_NEAR < h->a->names[v.name].word)))
            return QUOTE_NOBODY;
    return v;
}

/*
 * Whom "he" means, or a verb without a subject: who is spoken of earlier in
 * the sentence, else who spoke or was the subject in the ones before.
 */
struct quote_voice
quote_who_before(const struct quote_hunt *h, const struct quote_frame *f)
{
    const struct words *w = h->w;
    const struct article *a = h->a;
    uint32_t s = f->sentence, open = f->open, start = w->sentences[s].word;
    struct quote_voice here = QUOTE_NOBODY;
    unsigned means = quote_means(h, f);

    if (open > start + QUOTE_FRAME_MOST)
        start = open - QUOTE_FRAME_MOST;
    if (f->say < open)
        open = f->say;
    for (uint32_t i = start; i < open; i++)
        if (quote_is(h, i, h->before))
            open = i; /* whom "he" means stands before it */
    if (start < open)
        here = fitting(h, quote_subject_of(h, start, open), start, open, means);
    if (!quote_told(here) && start < open)
        here = quote_bare_name(h, start, open); /* 大学生任阿喜关注税收，他说 */
    if (here.name >= 0 || (quote_told(here) && one_chinese(h, open)))
        return here;
    /* «…», говорится в докладе: nobody's */
    if (quote_any_exact(h, f->close, f->to, h->nobody))
        return QUOTE_NOBODY;
    for (uint32_t back = 1; back <= BACK_SENTENCES && back <= s; back++) {
        const struct sentence *t = &w->sentences[s - back];
        struct quote_voice v = QUOTE_NOBODY;

        for (size_t i = a->nquotes; i-- > 0 && !quote_told(v);)
            if (a->quotes[i].sentence == s - back && i + 1 == h->nlast &&
                quote_agrees(h, h->last, means))
                v = h->last;
        if (!quote_told(v) && t->nwords &&
            !quote_pronoun_after(h, t->word, t->word + t->nwords))
            v = fitting(h, quote_subject_of(h, t->word, t->word + t->nwords),
                        t->word, t->word + t->nwords, means);
        if (!quote_told(v) && back == 1 && t->nwords &&
            !quote_pronoun_after(h, t->word, t->word + t->nwords))
            v = only_person(h, t->word, t->word + t->nwords, means);
        if (quote_told(v))
            return back <= BACK_NEAR || alone_since(h, v, t->word, f->open)
                       ? v
                       : QUOTE_NOBODY;
    }
    return quote_told(h->last) && f->open - h->last_end < QUOTE_LAST_REACH &&
                   quote_agrees(h, h->last, means)
               ? h->last
               : QUOTE_NOBODY;
}
