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

/* corpus/dev and seeds chose these, 2026-11 */
#define BEHIND_MOST  4  /* words from the verb to who was not seen */
#define PASSIVE_MOST 3  /* words of "ifadelerine yer verildi" */
#define TITLE_GAP    12 /* characters of a title between a name and は */

/* ---- the subject of the verb --------------------------------------------- */

static uint32_t
behind(const struct quote_hunt *h, uint32_t say)
{
    const struct sense *s = reading_concept(&h->a->read, say, CLASS_SAY);

    return say + (s && s->nwords ? s->nwords : 1);
}

/* …konuşan Özel, "…" dedi: the surname that the comma before a Turkish quote
 * hangs on, whatever else that word may be. */
static struct quote_voice
last_subject(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    const struct word *w = h->w->words;
    uint32_t at = to - 2;

    if (to < from + 2 || quote_lang(h, to - 1) != LANG_TR ||
        !quote_comma(h->w, to - 1) || w[at].kind != WORD_LETTERS ||
        !(w[at].shape & SHAPE_CAPITAL) || w[at].shape & SHAPE_CLITIC)
        return QUOTE_NOBODY;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = &h->a->names[i];

        if (n->kind == NAME_PERSON && n->word + n->nwords <= h->w->nwords &&
            str_eq(w[n->word + n->nwords - 1].fold, w[at].fold))
            return (struct quote_voice){(int32_t)i, 0, 0};
    }
    return (struct quote_voice){-1, at, to - 1};
}

/* The subject that stands before, for languages whose verb comes last. */
static struct quote_voice
head_subject(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t mark = quote_marker(h, from, to), start = from;
    struct quote_voice v = QUOTE_NOBODY;

    if (quote_lang(h, from) == LANG_KO && quote_any(h, from, to, h->before))
        return v;
    v = last_subject(h, from, to);
    if (quote_told(v))
        return v;
    /* "A에 따르면 B가": whose report it is does not speak */
    for (uint32_t i = to; i-- > from;)
        if (quote_is(h, i, h->by) && !quote_inside(h, i)) {
            from = behind(h, i);
            break;
        }
    if (from >= to)
        return QUOTE_NOBODY;
    if (mark != QUOTE_NONE) {
        if (quote_pronoun_before(h, from, mark))
            return v;
        v = quote_subject_before(h, from, mark);
        /* a name further off is not what the marker ends */
        if (v.name >= 0) {
            const struct name_mark *n = &h->a->names[v.name];
            uint32_t gap = mark - n->word - n->nwords;

            if (gap > TITLE_GAP || quote_commas(h, n->word + n->nwords, mark))
                v = QUOTE_NOBODY;
        }
        for (uint32_t i = from; i < mark; i++)
            if (quote_comma(h->w, i))
                start = i + 1;
        if (!quote_told(v))
            v = quote_by_role(h, quote_words(h, start, mark, true));
        if (quote_told(v))
            return v;
    }
    if (quote_pronoun_before(h, from, to) || quote_any(h, from, to, h->before))
        return QUOTE_NOBODY;
    v = quote_subject_before(h, from, to);
    /* سخنگوی وزارت: whose spokesman he is does not speak */
    if (v.name >= 0 && quote_lang(h, from) == LANG_FA &&
        h->a->names[v.name].kind == NAME_ORG)
        for (uint32_t i = from; i < h->a->names[v.name].word; i++)
            if (quote_class(h, i, CLASS_ROLE))
                return (struct quote_voice){-1, i,
                                            h->a->names[v.name].word +
                                                h->a->names[v.name].nwords};
    if (!quote_sure(h, v) && quote_lang(h, from) == LANG_FA) {
        struct quote_voice name = quote_strange_name(h, from, to);

        v = quote_told(name) ? name : v;
    }
    return quote_told(v) ? v
                         : quote_by_role(h, quote_words(h, from, to, false));
}

/* The subject before the verb: a name, or the title that it hangs on. */
static struct quote_voice
plain_subject(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = quote_subject_before(h, from, to), title;
    uint32_t start = from;

    /* "Finch called Dell's arrest a mistake and said": who is subject of both
     * verbs */
    if (to > from + 1 && quote_joins(h, to - 1)) {
        title = quote_first_person(h, from, to);
        v = quote_told(title) ? title : v;
    }
    if (v.name < 0)
        return v;
    title = quote_title_nearer(h, v.name, to);
    if (quote_told(title))
        return title;
    for (uint32_t i = from; i < h->a->names[v.name].word; i++)
        if (quote_comma(h->w, i))
            start = i + 1;
    if (h->a->names[v.name].kind == NAME_PERSON ||
        !quote_hangs(h, start, &h->a->names[v.name]))
        return v;
    /* "this week the head of Levamar": from the title on */
    while (start < h->a->names[v.name].word &&
           !quote_class(h, start, CLASS_ROLE) &&
           quote_any_role(h, start + 1, h->a->names[v.name].word))
        start++;
    title = quote_by_role(h, quote_words(h, start, to, false));
    /* "President Obama directed the Commerce department": he speaks */
    if (quote_told(title) && title.name < 0) {
        struct quote_voice person = quote_first_person(h, title.from, title.to);

        title = quote_told(person) ? person : title;
    }
    return quote_told(title) ? title : v;
}

/* 「…」と農家の寺本岳さん（52）は話す: between the quote and its verb. */
static struct quote_voice
between(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t mark = quote_marker(h, from, to);

    if (mark == QUOTE_NONE)
        return QUOTE_NOBODY;
    if (from < mark && quote_lang(h, from) == LANG_JA &&
        quote_function(h, from))
        from++;
    return quote_by_role(h, quote_words(h, from, mark, true));
}

/* The words that stand before the name, where it is not sure, or far. */
static struct quote_voice
nearer(const struct quote_hunt *h, struct quote_voice v,
       struct quote_voice words)
{
    if (!quote_told(words))
        return v;
    return v.name < 0 || h->a->names[v.name].word >= words.to ||
                   (!quote_sure(h, v) &&
                    h->a->names[v.name].word + 1u >= words.from)
               ? words
               : v;
}

/* «…», рассказал староста деревни: who it is was not seen, but no subject is
 * left out either. */
static bool
somebody_behind(const struct quote_hunt *h, uint32_t i, uint32_t to)
{
    for (uint32_t n = 0; n < BEHIND_MOST && i < to; n++, i++) {
        if (!quote_has_case(h, i) || h->w->words[i].kind != WORD_LETTERS ||
            quote_function(h, i) || quote_preposition(h, i))
            return false;
        if (h->w->words[i].shape & SHAPE_CAPITAL ||
            quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_PERSON) ||
            quote_class(h, i, CLASS_BODY))
            return true;
    }
    return false;
}

static struct quote_voice
tail_subject(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t first = f->close + 1, past = behind(h, f->say);
    /* who stands behind "told" has been told; in Chinese nobody does */
    bool tells = quote_lang(h, f->say) == LANG_ZH ||
                 (quote_lang(h, f->say) == LANG_EN &&
                  str_is(h->w->words[f->say].fold, "told"));
    struct quote_voice v;

    if (quote_pronoun_before(h, first, f->say))
        return quote_who_before(h, f);
    v = plain_subject(h, first, f->say);
    if (quote_told(v))
        return v;
    if (quote_verb_last(quote_lang(h, f->say))) {
        v = f->from < f->open ? head_subject(h, f->from, f->open)
                              : QUOTE_NOBODY;
        if (!quote_told(v))
            v = between(h, first, f->say);
        /* "…" diyen çiftçi Ada Finç, —…, dedi Ada Finç: the verb stands
         * before its subject */
        if (!quote_told(v) && quote_lang(h, f->say) == LANG_TR &&
            (str_is(h->w->words[f->say].fold, "diyen") ||
             !quote_mark(h->w, f->close)))
            v = quote_subject_after(h, past, f->to);
        return quote_told(v) ? v : quote_dropped(h, f);
    }
    v = quote_by_role(h, quote_words(h, first, f->say, true));
    if (quote_told(v))
        return v;
    if (quote_pronoun_after(h, past, f->to))
        return quote_who_before(h, f);
    /* "according to a letter to the minister": nobody is named */
    if (past < f->to && quote_is(h, f->say, h->by) &&
        quote_indefinite(h, past) && !quote_class(h, past + 1, CLASS_ROLE) &&
        !quote_class(h, past + 1, CLASS_PERSON) &&
        !quote_class(h, past + 1, CLASS_BODY))
        return QUOTE_NOBODY;
    if (!tells)
        v = quote_subject_after(h, past,
                                quote_is(h, f->say, h->by)
                                    ? quote_next_comma(h, past, f->to)
                                    : f->to);
    v = quote_bearer_behind(h, v, past, f->to);
    if (quote_lang(h, f->say) == LANG_HE || quote_lang(h, f->say) == LANG_AR)
        v = nearer(h, v, quote_strange_name(h, past, f->to));
    if (v.name >= 0 && quote_hangs(h, past, &h->a->names[v.name])) {
        struct quote_voice title = quote_words(h, past, f->to, true);
        int32_t bearer = quote_apposed_name(h, title.to, f->to);

        v = bearer >= 0         ? (struct quote_voice){bearer, 0, 0}
            : quote_told(title) ? title
                                : v;
    }
    if (!quote_told(v) && !tells)
        v = quote_by_role(h, quote_words(h, past, f->to, true));
    /* afirmaba en una entrevista con «El Faro» el profesor Oscar Ferrán */
    if (!quote_told(v) && !tells && !quote_is(h, f->say, h->by))
        v = quote_first_person(h, past, f->to);
    if (!quote_told(v) && somebody_behind(h, past, f->to))
        return QUOTE_NOBODY;
    if (!quote_told(v) && f->from < f->open &&
        !quote_pronoun_before(h, f->from, f->open)) {
        if (quote_joins(h, f->say - 1))
            v = quote_first_person(h, f->from, f->open);
        if (!quote_told(v))
            v = quote_subject_before(h, f->from, f->open);
    }
    return quote_told(v) ? v : quote_dropped(h, f);
}

/* قائلًا, قائلة: "saying", behind another verb. */
static bool
participle(const struct quote_hunt *h, uint32_t i)
{
    str fold = h->w->words[i].fold;

    return str_ends(fold, STR("ا")) || str_ends(fold, STR("ه"));
}

static struct quote_voice
lead_subject(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t past = behind(h, f->say);
    enum lang l = quote_lang(h, f->say);
    struct quote_voice v = quote_who_of(h, f->from, f->say);
    bool by = quote_is(h, f->say, h->by);
    /* "calls on her", "appelle à", "to ask Dell", – jak mówi –: who follows is
     * told, or of another clause */
    bool object =
        !by && ((past > f->say + 1 && quote_preposition(h, past - 1)) ||
                quote_infinitive(h, f->say) || quote_comma(h->w, past) ||
                quote_dash(h->w, past));

    if (quote_told(v))
        return v;
    /* ومازح فلان قائلًا: who says is the subject of the verb before */
    for (uint32_t i = f->say; l == LANG_AR && past + 1 >= f->open &&
                              participle(h, f->say) && i > f->from;)
        if (quote_says(h, --i) && !quote_inside(h, i)) {
            past = behind(h, i);
            break;
        }

    if (l == LANG_AR || (by && !quote_verb_last(l))) {
        v = quote_subject_after(h, past, f->open);
        if (l == LANG_AR || l == LANG_HE || !quote_told(v))
            v = nearer(h, v, quote_strange_name(h, past, f->open));
        if (!quote_told(v) && !quote_any(h, past, f->open, h->before))
            v = quote_by_role(h, quote_words(h, past, f->open, f->colon || by));
        if (!quote_told(v))
            v = quote_subject_before(
                h, f->say > f->from + 4 ? f->say - 4 : f->from, f->say);
        if (!quote_told(v))
            v = quote_subject_of(h, f->from, f->say);
        return quote_told(v) ? v : quote_dropped(h, f);
    }
    if (quote_pronoun_before(h, f->from, f->say) ||
        quote_pronoun_after(h, past, past + 1 < f->open ? past + 1 : f->open))
        return quote_who_before(h, f);
    if (quote_verb_last(l))
        v = head_subject(h, f->from, f->say);
    else if (quote_gerund(h, f->say))
        v = quote_first_person(h, f->from, f->say);
    if (!quote_told(v) && !quote_verb_last(l))
        v = plain_subject(h, f->from, f->say);
    if (!quote_sure(h, v) && !object &&
        !str_is(h->w->words[f->say].fold, "told")) {
        struct quote_voice after = quote_subject_after(h, past, f->open);

        if (!quote_told(v) || quote_sure(h, after))
            v = after;
    }
    if (!quote_told(v))
        v = quote_by_role(h, quote_words_before(h, f->from, f->say));
    if (!quote_told(v) && !object)
        v = quote_by_role(h, quote_words(h, past, f->open, false));
    return quote_told(v) ? v : quote_dropped(h, f);
}

static struct quote_voice
behind_verb(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t i = f->close + 1;

    while (i < f->to && h->w->words[i].kind == WORD_MARK)
        i++;
    return i + 2 < f->to && h->w->words[i].script == SCRIPT_LATIN
               ? quote_by_role(h, quote_words(h, i + 1, f->to, true))
               : QUOTE_NOBODY;
}

/* Whether nothing of its sentence is behind the quote: «…» – such words fans
 * wrote. */
static bool
stands_alone(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t i = f->close + 1;

    while (i < f->to && h->w->words[i].kind == WORD_MARK &&
           (quote_comma(h->w, i) || quote_dash(h->w, i)))
        i++;
    return i >= f->to || !quote_has_case(h, i) ||
           h->w->words[i].kind == WORD_MARK ||
           h->w->words[i].shape & SHAPE_CAPITAL;
}

/* Ada Finch said that it was "a shame", reports the Levamar Post: who is told
 * before it, where a body behind it passes it on. */
static struct quote_voice
if_passed_on(const struct quote_hunt *h, const struct quote_frame *f,
             struct quote_voice v)
{
    struct quote_frame lead = *f;
    struct quote_voice first;

    if (v.name < 0 || h->a->names[v.name].kind == NAME_PERSON)
        return v;
    for (lead.say = f->open; lead.say-- > f->from;)
        if (quote_says(h, lead.say) && !quote_inside(h, lead.say))
            break;
    if (lead.say >= f->open || lead.say < f->from ||
        !quote_any(h, lead.say, f->open, h->that))
        return v;
    first = quote_person_only(h, lead_subject(h, &lead));
    return first.name >= 0 ? first : v;
}

/* «…», говорится в заявлении; Bakanlık açıklamasında "…" denildi: the passive
 * names a body or nobody. */
static struct quote_voice
if_active(const struct quote_hunt *h, const struct quote_frame *f,
          struct quote_voice v)
{
    if (quote_any_exact(h, f->say, f->say + 1, h->nobody) && v.name >= 0 &&
        h->a->names[v.name].kind == NAME_PERSON)
        return QUOTE_NOBODY;
    return quote_lang(h, f->say) == LANG_TR &&
                   quote_any_exact(h, f->say,
                                   f->say + PASSIVE_MOST < h->w->nwords
                                       ? f->say + PASSIVE_MOST
                                       : f->say + 1,
                                   h->nobody) &&
                   !(v.name >= 0 && h->a->names[v.name].kind == NAME_ORG)
               ? QUOTE_NOBODY
               : v;
}

/* Кит, женатый на Розе Лесли, признался: she is no man. */
static struct quote_voice
if_agrees(const struct quote_hunt *h, const struct quote_frame *f,
          struct quote_voice v)
{
    unsigned means = quote_verb_means(h, f->say);

    if (means == MEANS_MANY) /* предупреждают, звинувачують: of no one name */
        return v.name >= 0 && h->a->names[v.name].kind != NAME_ORG
                   ? QUOTE_NOBODY
                   : v;
    if (v.name < 0 || h->a->names[v.name].kind != NAME_PERSON ||
        quote_agrees(h, v, means))
        return v;
    return f->say < f->open ? quote_fitting_person(h, f->from, f->say, means)
                            : quote_fitting_person(h, f->say, f->to, means);
}

struct quote_voice
quote_speaker(const struct quote_hunt *h, const struct quote_frame *f)
{
    struct quote_voice v = quote_signature(h, f);

    if (quote_told(v))
        return v;
    if (f->goes_on)
        return h->last;
    if (f->say != QUOTE_NONE)
        return if_agrees(h, f,
                         if_active(h, f,
                                   f->say > f->close
                                       ? if_passed_on(h, f, tail_subject(h, f))
                                       : lead_subject(h, f)));
    /* part of a sentence that has no verb of saying is nobody's */
    if (f->from < f->open && !f->colon && !f->tag)
        return quote_for_whom(h, f);
    /* « … », s'est réjoui le maire Ada Finch: a verb that nobody knows */
    if (f->tag && !f->colon)
        v = quote_person_only(h, quote_subject_after(h, f->close + 1, f->to));
    if (!quote_told(v) && f->from < f->open &&
        !quote_pronoun_before(h, f->from, f->open)) {
        v = quote_verb_last(quote_lang(h, f->open))
                ? head_subject(h, f->from, f->open)
            : f->colon && quote_lang(h, f->open) <= LANG_LEXICON
                ? quote_subject_before(h, f->from, f->open)
                : quote_first_person(h, f->from, f->open);
        if (!quote_told(v))
            v = quote_subject_before(h, f->from, f->open);
        /* "For her all is clear: "…"" */
        if (!quote_sure(h, v) && f->colon &&
            quote_any(h, f->from, f->open, h->before))
            return quote_who_before(h, f);
        if (!quote_told(v) && f->colon)
            v = quote_by_role(h, quote_words(h, f->from, f->open, true));
    }
    if (!quote_told(v) && f->tag)
        v = quote_subject_after(h, f->close + 1, f->to);
    /* „…“, teilte das Ministerium mit: behind a verb that nobody knows */
    if (!quote_told(v) && f->tag)
        v = behind_verb(h, f);
    if (quote_told(v))
        return v;
    if (f->tag && !quote_verb_last(quote_lang(h, f->open)))
        return QUOTE_NOBODY;
    if (f->from == f->open && !stands_alone(h, f))
        return QUOTE_NOBODY;
    /* a quote that stands alone is of who was the subject just before, or
     * goes on with the speaker */
    v = quote_subject_just_before(h, f);
    if (quote_told(v))
        return v;
    if (quote_told(h->last) && f->open - h->last_end < QUOTE_LAST_REACH)
        return h->last;
    if (f->from < f->open && !f->colon)
        return QUOTE_NOBODY;
    v = quote_who_before(h, f);
    return v.name >= 0 && h->a->names[v.name].kind != NAME_PERSON ? QUOTE_NOBODY
                                                                  : v;
}
