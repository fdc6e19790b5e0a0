/*
 * quote_speaker.c - whose words a quote is.
 *
 * The speaker is the subject of the verb of saying. Where a subject stands
 * is a matter of the language: before the verb ("Jim Inhofe, the top
 * Republican, told …"), behind it ("dijo Inhofe", all of Arabic), or before
 * the quote where the verb comes last (Japanese, Korean, Turkish, Hindi).
 * "He said", and a verb without a subject, mean who spoke or was spoken of
 * in the sentences before. Where no name stands there, the words do:
 * "a source in the ministry".
 */
#include "evidence/quote_parts.h"

/* Costs are in words of distance; corpus/dev and seeds chose them, 2026-11 */
#define COST_ORG       2  /* a body speaks too, but rather a person does */
#define COST_HEAD_OF   6  /* "the president of Hoshikawa": not Hoshikawa */
#define COST_COMMA     3
#define COST_UNSURE    4
#define COST_OWNER     6  /* Biden's … said */
#define COST_THAT      6  /* … said that Biden … */
#define AFTER_MOST     16 /* words from the verb to a subject behind it */
#define BEFORE_MOST    40 /* … and to one before it */
#define PRONOUN_MOST   4
#define VERB_GAP       5  /* words between an apposition and the verb */
#define BACK_SENTENCES 4  /* how far "he" reaches back */
#define LAST_REACH     60 /* words from the quote before */
#define WORDS_MOST     14 /* that stand for a speaker */
#define HAN_MOST       24 /* the same in characters */
#define NAME_WORDS     5  /* of a name that nobody knows */

static const struct quote_voice nobody = {-1, 0, 0};

static bool
told(struct quote_voice v)
{
    return v.name >= 0 || v.to > v.from;
}

static enum lang
lang_at(const struct quote_hunt *h, uint32_t i)
{
    return (enum lang)h->w->words[i].lang;
}

static bool
verb_last(enum lang l)
{
    return l == LANG_JA || l == LANG_KO || l == LANG_TR || l == LANG_HI;
}

static bool
han(const struct quote_hunt *h, uint32_t i)
{
    uint8_t s = h->w->words[i].script;

    return s == SCRIPT_HAN || s == SCRIPT_HIRAGANA || s == SCRIPT_KATAKANA;
}

static bool
is_class(const struct quote_hunt *h, uint32_t i, enum concept_class c)
{
    return reading_concept(&h->a->read, i, c) != NULL;
}

static bool
is_function(const struct quote_hunt *h, uint32_t i)
{
    return reading_sense(&h->a->read, i, SENSE_FUNCTION) != NULL;
}

static uint32_t
count_commas(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t n = 0;

    for (uint32_t i = from; i < to; i++)
        n += quote_comma(h->w, i);
    return n;
}

static bool
find_in(const struct quote_hunt *h, uint32_t from, uint32_t to,
        uint32_t concept)
{
    for (uint32_t i = from; i < to; i++)
        if (quote_is(h, i, concept))
            return true;
    return false;
}

static bool
any_role(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (is_class(h, i, CLASS_ROLE))
            return true;
    return false;
}

/* The name marks that begin in [from, to), one after the other. */
static const struct name_mark *
next_name(const struct quote_hunt *h, uint32_t from, uint32_t to, size_t *i)
{
    for (; *i < h->a->nnames; (*i)++) {
        const struct name_mark *n = &h->a->names[*i];

        if (n->word < from || n->kind == NAME_PLACE ||
            quote_inside(h, n->word))
            continue;
        if (n->word + n->nwords > to)
            return NULL;
        return n;
    }
    return NULL;
}

static double
base_cost(const struct name_mark *n)
{
    return (n->kind == NAME_ORG ? COST_ORG : 0) +
           (n->sure < NAME_SURE ? COST_UNSURE : 0);
}

/*
 * Inhofe, the top Republican on the committee, told: the name whose comma
 * opens what the comma before the verb closes. Where a few words stand
 * between that comma and the verb, a title must open what is apposed.
 */
static int32_t
find_apposed(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t comma = to;
    int32_t found = -1;

    while (comma > from && to - comma < VERB_GAP &&
           !quote_comma(h->w, comma - 1))
        comma--;
    if (comma <= from + 2 || !quote_comma(h->w, comma - 1))
        return -1;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = next_name(h, from, to, &i);
        uint32_t end;

        if (!n)
            break;
        end = n->word + n->nwords;
        if (n->word >= comma && n->kind != NAME_OTHER)
            return -1;
        if (n->kind != NAME_PERSON || n->sure < NAME_SURE)
            continue;
        if (end == comma - 1)
            return comma == to ? (int32_t)i : found;
        if (quote_comma(h->w, end) && end < comma - 1 &&
            (comma == to || any_role(h, end + 1, end + VERB_GAP)))
            found = (int32_t)i;
    }
    return found;
}

static struct quote_voice
subject_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = nobody;
    double least = BEFORE_MOST;

    v.name = find_apposed(h, from, to);
    if (v.name >= 0)
        return v;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = next_name(h, from, to, &i);
        uint32_t end;
        double cost;

        if (!n)
            break;
        end = n->word + n->nwords;
        cost = base_cost(n) + (to - end) +
               COST_COMMA * count_commas(h, end, to);
        if (end < to && h->w->words[end].shape & SHAPE_CLITIC &&
            lang_at(h, end) == LANG_EN)
            cost += COST_OWNER;
        if (n->word > from && quote_is(h, n->word - 1, h->that))
            cost += COST_THAT;
        /* of two as near the later one, which ends nearer the verb */
        if (cost <= least) {
            least = cost;
            v.name = (int32_t)i;
        }
    }
    return v;
}

static struct quote_voice
subject_after(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = nobody;
    double least = AFTER_MOST;

    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = next_name(h, from, to, &i);
        double cost;

        if (!n || find_in(h, from, n->word, h->that))
            break;
        cost = base_cost(n) + (n->word - from) +
               COST_COMMA * count_commas(h, from, n->word);
        if (any_role(h, from, n->word) &&
            (n->kind == NAME_ORG || is_function(h, n->word - 1)))
            cost += COST_HEAD_OF;
        if (cost < least) {
            least = cost;
            v.name = (int32_t)i;
        }
    }
    return v;
}

/* Word of a pronoun near the end of [from, to), no name behind it. */
static bool
pronoun_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t lo = to > from + PRONOUN_MOST ? to - PRONOUN_MOST : from;

    for (uint32_t i = to; i-- > lo;) {
        if (quote_is(h, i, h->before)) {
            str next = i + 1 < h->w->nwords ? h->w->words[i + 1].fold : STR("");

            return !str_is(next, "的") && !told(subject_before(h, i + 1, to));
        }
    }
    return false;
}

static bool
pronoun_after(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < from + 3; i++)
        if (quote_is(h, i, h->before))
            return true;
    return false;
}

/* ---- words that stand for a speaker -------------------------------------- */

/* A word that may be part of a name that nobody knows. */
static bool
bare(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    if (h->w->words[i].kind != WORD_LETTERS)
        return h->w->words[i].kind == WORD_MARK &&
               (quote_char(h->w, i) == '-' || quote_char(h->w, i) == 0xB7 ||
                quote_char(h->w, i) == 0x30FB);
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].exact && (r->senses[k].kind == SENSE_CONCEPT ||
                                   r->senses[k].kind == SENSE_FUNCTION))
            return han(h, i) && r->senses[k].nwords == 1 &&
                   r->senses[k].kind == SENSE_CONCEPT &&
                   r->senses[k].cls != CLASS_ROLE;
    return !(h->w->words[i].script == SCRIPT_LATIN ||
             h->w->words[i].script == SCRIPT_CYRILLIC) ||
           h->w->words[i].shape & SHAPE_CAPITAL;
}

/* How many words of a title begin at i; 0: none. */
static uint32_t
title_at(const struct quote_hunt *h, uint32_t i)
{
    static const enum concept_class made_of[] = {CLASS_ROLE, CLASS_BODY,
                                                 CLASS_PERSON, CLASS_PLACE,
                                                 CLASS_THING};
    const struct reading *r = &h->a->read;

    for (size_t k = 0; k < sizeof made_of / sizeof *made_of; k++) {
        const struct sense *s = reading_concept(r, i, made_of[k]);

        if (s)
            return s->nwords;
    }
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD || r->senses[k].kind == SENSE_BODY ||
            r->senses[k].kind == SENSE_DEMONYM ||
            r->senses[k].kind == SENSE_HONORIFIC ||
            r->senses[k].kind == SENSE_FUNCTION)
            return r->senses[k].nwords;
    return 0;
}

/* The name alone where a title stands before or behind it. */
static void
trim_titles(const struct quote_hunt *h, struct quote_voice *v)
{
    uint32_t from = v->from, to = v->to, n;

    while (from < to && (n = title_at(h, from)) > 0)
        from += n;
    for (uint32_t i = from; i < to; i++)
        if (i > from && is_class(h, i, CLASS_ROLE)) {
            to = i;
            break;
        }
    /* 尾張証券の土岐真琴: of a house, then the name */
    for (uint32_t i = from; i < to; i++)
        if (lang_at(h, i) == LANG_JA && str_is(h->w->words[i].fold, "の"))
            from = i + 1;
    if (from >= to || to - from > (han(h, from) ? 8u : NAME_WORDS))
        return;
    for (uint32_t i = from; i < to; i++)
        if (!bare(h, i))
            return;
    v->from = from;
    v->to = to;
}

/* Whether words tell of somebody: a title, or a name that nobody knows. */
static bool
tell_of_one(const struct quote_hunt *h, const struct quote_voice *v, bool near)
{
    bool all = true;

    for (uint32_t i = v->from; i < v->to; i++) {
        if (is_class(h, i, CLASS_ROLE) || is_class(h, i, CLASS_BODY) ||
            is_class(h, i, CLASS_PERSON))
            return true;
        all &= bare(h, i);
    }
    return near &&
           (all || (v->to - v->from <= 4 &&
                    reading_sense(&h->a->read, v->from, SENSE_SURNAME)));
}

/*
 * The words [from, to) as a speaker. `near`: they stand right between the
 * quote and its verb, so that they need not be known as a title.
 */
static struct quote_voice
words_for(const struct quote_hunt *h, uint32_t from, uint32_t to, bool near)
{
    const struct words *w = h->w;
    struct quote_voice v = nobody;

    while (from < to && (w->words[from].kind == WORD_MARK ||
                         is_class(h, from, CLASS_SAY)))
        from++;
    for (uint32_t i = from; i < to; i++)
        if ((w->words[i].kind == WORD_MARK && !bare(h, i)) ||
            w->words[i].kind == WORD_NUMBER || is_class(h, i, CLASS_TIME) ||
            is_class(h, i, CLASS_SAY) || quote_is(h, i, h->that) ||
            quote_is(h, i, h->marker) ||
            (lang_at(h, i) == LANG_ZH && i > from + 1 && is_function(h, i) &&
             !str_is(w->words[i].fold, "的"))) {
            to = i;
            break;
        }
    while (to > from && (w->words[to - 1].kind == WORD_MARK ||
                         (is_function(h, to - 1) && !han(h, to - 1))))
        to--;
    if (from >= to || to - from > (han(h, from) ? HAN_MOST : WORDS_MOST) ||
        (han(h, from) && to - from < 2))
        return v;
    v.from = from;
    v.to = to;
    if (!tell_of_one(h, &v, near))
        return nobody;
    trim_titles(h, &v);
    return v;
}

/* "the governor": the one bearer of that title on the page. */
static struct quote_voice
by_role(const struct quote_hunt *h, struct quote_voice v)
{
    const struct article *a = h->a;
    const struct sense *role = NULL;
    int32_t found = -1;

    if (v.to <= v.from || v.to - v.from > (han(h, v.from) ? 6u : 3u) ||
        reading_sense(&a->read, v.from, SENSE_NUMBER))
        return v;
    for (uint32_t i = v.from; i < v.to && !role; i++)
        role = reading_concept(&a->read, i, CLASS_ROLE);
    /* 「…」社長, "the governor", "le premier ministre": nothing but that */
    if (!role || role->word + role->nwords != v.to ||
        role->word > v.from + 1 || str_is(h->w->words[v.from].fold, "a") ||
        str_is(h->w->words[v.from].fold, "an"))
        return v;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->role != role->id || n->kind != NAME_PERSON)
            continue;
        if (found >= 0 && a->names[found].entity != n->entity)
            return v;
        found = (int32_t)i;
    }
    return found >= 0 ? (struct quote_voice){found, v.from, v.to} : v;
}

/* ---- who was it before --------------------------------------------------- */

static struct quote_voice
person_only(const struct quote_hunt *h, struct quote_voice v)
{
    return v.name >= 0 && h->a->names[v.name].kind == NAME_PERSON &&
                   h->a->names[v.name].sure >= NAME_SURE
               ? v
               : nobody;
}

static struct quote_voice
first_person(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = nobody;

    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = next_name(h, from, to, &i);

        if (!n)
            break;
        if (n->kind == NAME_PERSON && n->sure >= NAME_SURE) {
            v.name = (int32_t)i;
            break;
        }
    }
    return v;
}

/* The person a sentence is about: subject of its verb of saying, else the
 * first one named. */
static struct quote_voice
subject_of(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = nobody;

    for (uint32_t i = from; i < to && !told(v); i++) {
        if (quote_inside(h, i) || !is_class(h, i, CLASS_SAY))
            continue;
        if (lang_at(h, i) != LANG_AR && !quote_is(h, i, h->by))
            v = person_only(h, subject_before(h, from, i));
        if (!told(v) && !find_in(h, i + 1, to, h->before))
            v = person_only(h, subject_after(h, i + 1, to));
        if (!told(v))
            v = lang_at(h, i) == LANG_AR
                    ? words_for(h, i + 1, to, false)
                    : words_for(h, from, i, false);
    }
    return told(v) ? v : first_person(h, from, to);
}

static struct quote_voice
who_before(const struct quote_hunt *h, const struct quote_frame *f)
{
    const struct words *w = h->w;
    const struct article *a = h->a;
    uint32_t s = f->sentence, open = f->open;
    struct quote_voice here = nobody;

    if (f->say < open)
        open = f->say;
    if (w->sentences[s].word < open)
        here = subject_of(h, w->sentences[s].word, open);
    if (here.name >= 0)
        return here;
    for (uint32_t back = 1; back <= BACK_SENTENCES && back <= s; back++) {
        const struct sentence *t = &w->sentences[s - back];
        struct quote_voice v = nobody;

        for (size_t i = a->nquotes; i-- > 0 && !told(v);)
            if (a->quotes[i].sentence == s - back)
                v = h->last;
        if (!told(v) && t->nwords &&
            !pronoun_after(h, t->word, t->word + t->nwords))
            v = subject_of(h, t->word, t->word + t->nwords);
        if (told(v))
            return v;
    }
    return told(h->last) && f->open - h->last_end < LAST_REACH ? h->last
                                                               : nobody;
}

/* ---- the subject of the verb --------------------------------------------- */

static uint32_t
behind(const struct quote_hunt *h, uint32_t say)
{
    const struct sense *s = reading_concept(&h->a->read, say, CLASS_SAY);

    return say + (s && s->nwords ? s->nwords : 1);
}

/* Where は, が or ने ends the subject; `to` where there is none. */
static uint32_t
find_marker(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (quote_is(h, i, h->marker) && !quote_inside(h, i))
            return i;
    return to;
}

/* The subject that stands before, for languages whose verb comes last. */
static struct quote_voice
head_subject(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t mark = find_marker(h, from, to), start = from;
    struct quote_voice v = nobody;

    if (mark < to) {
        if (pronoun_before(h, from, mark))
            return v;
        v = subject_before(h, from, mark);
        /* a name further off is not what the marker ends */
        if (v.name >= 0) {
            const struct name_mark *n = &h->a->names[v.name];
            uint32_t gap = mark - n->word - n->nwords;

            if (gap > 8 || count_commas(h, n->word + n->nwords, mark))
                v = nobody;
        }
        for (uint32_t i = from; i < mark; i++)
            if (quote_comma(h->w, i))
                start = i + 1;
        if (!told(v))
            v = by_role(h, words_for(h, start, mark, true));
        if (told(v))
            return v;
    }
    if (pronoun_before(h, from, to) || find_in(h, from, to, h->before))
        return nobody;
    v = subject_before(h, from, to);
    return told(v) ? v : by_role(h, words_for(h, from, to, false));
}

static struct quote_voice
tail_subject(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t first = f->close + 1, past = behind(h, f->say);
    struct quote_voice v;
    bool tells = lang_at(h, f->say) == LANG_EN &&
                 str_starts(h->w->words[f->say].fold, STR("t")) &&
                 reading_concept(&h->a->read, f->say, CLASS_SAY) &&
                 str_is(h->w->words[f->say].stem, "told");

    if (pronoun_before(h, first, f->say))
        return who_before(h, f);
    v = subject_before(h, first, f->say);
    if (told(v))
        return v;
    if (verb_last(lang_at(h, f->say))) {
        v = f->from < f->open ? head_subject(h, f->from, f->open) : nobody;
        return told(v) ? v : who_before(h, f);
    }
    v = by_role(h, words_for(h, first, f->say, true));
    if (told(v))
        return v;
    if (pronoun_after(h, past, f->to))
        return who_before(h, f);
    if (!tells)
        v = subject_after(h, past, f->to);
    if (!told(v) && !tells)
        v = by_role(h, words_for(h, past, f->to, true));
    if (!told(v) && f->from < f->open &&
        !pronoun_before(h, f->from, f->open))
        v = subject_before(h, f->from, f->open);
    return told(v) ? v : who_before(h, f);
}

static struct quote_voice
lead_subject(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t past = behind(h, f->say);
    enum lang l = lang_at(h, f->say);
    struct quote_voice v = nobody;
    bool by = quote_is(h, f->say, h->by);

    if (l == LANG_AR || (by && !verb_last(l))) {
        v = subject_after(h, past, f->open);
        if (!told(v) && !find_in(h, past, f->open, h->before))
            v = by_role(h, words_for(h, past, f->open, f->colon));
        if (!told(v))
            v = subject_before(h, f->say > f->from + 4 ? f->say - 4 : f->from,
                               f->say);
        if (!told(v))
            v = subject_of(h, f->from, f->say);
        return told(v) ? v : who_before(h, f);
    }
    if (pronoun_before(h, f->from, f->say) ||
        pronoun_after(h, past, past + 1 < f->open ? past + 1 : f->open))
        return who_before(h, f);
    if (verb_last(l))
        v = head_subject(h, f->from, f->say);
    else
        v = subject_before(h, f->from, f->say);
    if (!told(v) && !str_is(h->w->words[f->say].stem, "told"))
        v = subject_after(h, past, f->open);
    if (!told(v))
        v = by_role(h, words_for(h, f->from, f->say, false));
    if (!told(v))
        v = by_role(h, words_for(h, past, f->open, false));
    return told(v) ? v : who_before(h, f);
}

struct quote_voice
quote_speaker(const struct quote_hunt *h, const struct quote_frame *f)
{
    struct quote_voice v = nobody;

    if (f->say != QUOTE_NONE)
        return f->say > f->close ? tail_subject(h, f) : lead_subject(h, f);
    if (f->from < f->open && !pronoun_before(h, f->from, f->open)) {
        v = verb_last(lang_at(h, f->open))
                ? head_subject(h, f->from, f->open)
            : f->colon ? subject_before(h, f->from, f->open)
                       : first_person(h, f->from, f->open);
        if (!told(v))
            v = subject_before(h, f->from, f->open);
        if (!told(v) && f->colon)
            v = by_role(h, words_for(h, f->from, f->open, true));
    }
    if (!told(v) && f->tag)
        v = subject_after(h, f->close + 1, f->to);
    if (told(v))
        return v;
    /* a quote that stands alone goes on with the speaker before */
    if (told(h->last) && f->open - h->last_end < LAST_REACH)
        return h->last;
    return who_before(h, f);
}
