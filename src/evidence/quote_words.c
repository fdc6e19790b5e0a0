/*
 * quote_words.c - words that stand for a speaker where no name does: "a
 * source in the ministry", or a name that nobody knows.
 */
#include "evidence/quote_parts.h"

/* corpus/dev and seeds chose these, 2026-11 */
#define WORDS_MOST     14 /* that stand for a speaker */
#define BEGINNING_MOST 4  /* of a sentence, far from its verb */
#define NOTE_WORDS     3  /* from "in" to "its statement" */
#define HAN_MOST       24 /* the same in characters */

/* A word that may be part of a name that nobody knows. */
bool
quote_bare(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    if (h->w->words[i].kind != WORD_LETTERS)
        return h->w->words[i].kind == WORD_MARK &&
               (quote_char(h->w, i) == '-' || quote_char(h->w, i) == 0xB7 ||
                quote_char(h->w, i) == 0x30FB);
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_WEEKDAY)
            return false;
        else if (r->senses[k].exact && (r->senses[k].kind == SENSE_CONCEPT ||
                                        r->senses[k].kind == SENSE_FUNCTION))
            return quote_han(h, i) && r->senses[k].nwords == 1 &&
                   r->senses[k].kind == SENSE_CONCEPT &&
                   r->senses[k].cls != CLASS_ROLE;
    return !(h->w->words[i].script == SCRIPT_LATIN ||
             h->w->words[i].script == SCRIPT_CYRILLIC) ||
           h->w->words[i].shape & SHAPE_CAPITAL;
}

uint32_t
quote_addressee(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    if (i >= r->w.nwords)
        return 0;
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT && r->senses[k].id == h->told)
            return r->senses[k].nwords;
    return 0;
}

/* A noun with its article: no name begins so. */
static bool
definite(const struct quote_hunt *h, uint32_t i)
{
    str fold = h->w->words[i].fold;

    return (quote_lang(h, i) == LANG_AR && str_starts(fold, STR("ال"))) ||
           (quote_lang(h, i) == LANG_HE && str_starts(fold, STR("ה")) &&
            !reading_sense(&h->a->read, i, SENSE_GIVEN));
}

/* How many words of a title begin at i; 0: none. */
static uint32_t
title_at(const struct quote_hunt *h, uint32_t i)
{
    static const enum concept_class made_of[] = {
        CLASS_ROLE, CLASS_BODY, CLASS_PERSON, CLASS_PLACE, CLASS_THING};
    const struct reading *r = &h->a->read;

    for (size_t k = 0; k < sizeof made_of / sizeof *made_of; k++) {
        const struct sense *s = reading_concept(r, i, made_of[k]);

        if (s)
            return s->nwords;
    }
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD ||
            r->senses[k].kind == SENSE_BODY ||
            r->senses[k].kind == SENSE_DEMONYM ||
            r->senses[k].kind == SENSE_HONORIFIC ||
            r->senses[k].kind == SENSE_FUNCTION)
            return r->senses[k].nwords;
    return 0;
}

/* Whether words that stand alone behind a title can be a name. */
static bool
like_name(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    bool dot = false;

    if (from >= to)
        return false;
    for (uint32_t i = from; i < to; i++) {
        if (!quote_bare(h, i))
            return false;
        dot |= quote_char(h->w, i) == 0xB7;
    }
    if (!quote_han(h, from))
        return to - from >= 2 && to - from <= QUOTE_NAME_WORDS;
    if (h->w->words[from].script == SCRIPT_KATAKANA || dot)
        return true;
    return to - from >= 2 && to - from <= QUOTE_NAME_WORDS &&
           (quote_lang(h, from) == LANG_JA ||
            reading_sense(&h->a->read, from, SENSE_SURNAME));
}

uint32_t
quote_topic(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    static const char *const topic[] = {"은", "는", "이", "가"};

    /* the topic first, it speaks rather than the subject of a clause */
    for (size_t k = 0; k < sizeof topic / sizeof *topic; k += 2)
        for (uint32_t i = from; i < to; i++) {
            const struct word *t = &h->w->words[i];
            str as = str_cut(h->w->text, t->start, t->end);

            if (t->kind == WORD_LETTERS && !quote_within(h, i) &&
                (str_ends(as, str_of(topic[k])) ||
                 str_ends(as, str_of(topic[k + 1]))) &&
                utf8_count(as) > 1 && !quote_function(h, i) &&
                !quote_class(h, i, CLASS_TIME) &&
                !quote_class(h, i, CLASS_ACT) &&
                !quote_class(h, i, CLASS_VERB) &&
                !quote_class(h, i, CLASS_STATE) &&
                !quote_class(h, i, CLASS_QUALITY))
                return i + 1;
        }
    return QUOTE_NONE;
}

static bool
name_word(const struct quote_hunt *h, uint32_t i)
{
    return quote_bare(h, i) && !quote_class(h, i, CLASS_ROLE);
}

/* 구조를 기다린 …: a Korean word that ends in a particle is no name's first. */
static bool
has_josa(const struct quote_hunt *h, uint32_t i)
{
    static const char *const all[] = {"을", "를", "의", "에", "에서", "한",
                                      "된", "던", "과", "와", "으로"};
    str as = str_cut(h->w->text, h->w->words[i].start, h->w->words[i].end);

    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        if (quote_lang(h, i) == LANG_KO && str_ends(as, str_of(all[k])))
            return true;
    return false;
}

/*
 * Where the subject's particle ends the words: the name at their end, before
 * a title, behind what else stands there. 구조된 라메슈와르 문다리는, 카비아
 * 소렝가 부청장은, मछली पालक जसोदा लांबा ने.
 */
static void
trim_before_particle(const struct quote_hunt *h, struct quote_voice *v)
{
    uint32_t from, to = v->to;

    while (to > v->from && !name_word(h, to - 1))
        to--;
    for (from = to; from > v->from && name_word(h, from - 1) &&
                    !(from < to && has_josa(h, from - 1));)
        from--;
    /* 트럼프 선거 캠페인 대변인: whose campaign it is does not speak */
    for (uint32_t i = to; i + 1 < v->to; i++)
        if (quote_lang(h, i) == LANG_KO && !quote_class(h, i, CLASS_ROLE) &&
            !reading_sense(&h->a->read, i, SENSE_HONORIFIC)) {
            v->from = from;
            return;
        }
    if (to - from < (from > v->from && quote_class(h, from - 1, CLASS_ROLE)
                         ? 1u
                         : 2u) ||
        to - from > QUOTE_NAME_WORDS)
        return;
    v->from = from;
    v->to = to;
}

/* The name alone where a title stands before or, in Han, behind it. */
static void
trim_titles(const struct quote_hunt *h, struct quote_voice *v)
{
    uint32_t from = v->from, to = v->to, n;

    while (from < to && (n = title_at(h, from)) > 0)
        from += n;
    /* المربية جوهرة اللمباني, خبيرة الآثار سهاد الجنابي: expert of what, then
     * the name */
    if (from + 2 < to && definite(h, from))
        from++;
    /* 尾張証券の土岐真琴: of a house, then the name */
    for (uint32_t i = from; i < to; i++)
        if (quote_lang(h, i) == LANG_JA && str_is(h->w->words[i].fold, "の"))
            from = i + 1;
    for (uint32_t i = from + 1; i < to && quote_han(h, i); i++)
        if (!quote_owner(h, i) &&
            (quote_class(h, i, CLASS_ROLE) ||
             reading_sense(&h->a->read, i, SENSE_HONORIFIC))) {
            to = i;
            break;
        }
    /* مدير إدارة التمويل الإقراضي بالهيئة: adjectives, no name */
    if (like_name(h, from, to) && !definite(h, from)) {
        v->from = from;
        v->to = to;
    }
}

/* "in the meeting" is one word of Arabic and Hebrew. */
static bool
clitic(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;
    enum lang l = quote_lang(h, i);

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (!r->senses[k].exact && (l == LANG_AR || l == LANG_HE) &&
            r->senses[k].kind != SENSE_GIVEN)
            return true;
    return false;
}

/* How many words at i stand before a name and tell who it is; 0: none. */
static uint32_t
before_name(const struct quote_hunt *h, uint32_t i)
{
    static const enum concept_class of[] = {CLASS_ROLE, CLASS_PERSON,
                                            CLASS_BODY};
    const struct sense *s;

    for (size_t k = 0; k < sizeof of / sizeof *of; k++)
        if ((s = reading_concept(&h->a->read, i, of[k])) != NULL)
            return s->nwords;
    if ((s = reading_sense(&h->a->read, i, SENSE_HONORIFIC)) != NULL)
        return s->nwords;
    if (quote_han(h, i) && quote_function(h, i) && !quote_is(h, i, h->that))
        return 1; /* 她的邻居方凯山 */
    return !quote_bare(h, i) && definite(h, i) ? 1 : 0;
}

/* 大学生小田琉葵（武雄市）: all between a title and a mark or the verb is a
 * Chinese name. */
static bool
between_marks(const struct quote_hunt *h, uint32_t from, uint32_t end,
              uint32_t to)
{
    return from < end && quote_lang(h, from) == LANG_ZH && end >= from + 2 &&
           end <= from + QUOTE_NAME_WORDS &&
           (end == to || h->w->words[end].kind == WORD_MARK);
}

struct quote_voice
quote_bare_name(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = QUOTE_NOBODY;
    uint32_t n, end;
    bool titled = false;

    while (from < to && (n = before_name(h, from)) > 0) {
        titled |= quote_class(h, from, CLASS_ROLE) ||
                  quote_class(h, from, CLASS_PERSON);
        from += n;
    }
    if (from + 2 < to && definite(h, from) && quote_bare(h, from + 1) &&
        quote_bare(h, from + 2))
        from++;
    if (from < to && (definite(h, from) || clitic(h, from)))
        return v;
    for (end = from; end < to && quote_bare(h, end) &&
                     !quote_addressee(h, end) &&
                     !(end > from && clitic(h, end));)
        end++;
    /* ودعا ضاهر "…", وقال شوقي في برنامج: all that stands there */
    if ((like_name(h, from, end) && end - from < QUOTE_NAME_WORDS) ||
        (titled && between_marks(h, from, end, to)) ||
        (quote_lang(h, from < to ? from : 0) == LANG_AR && end == from + 1 &&
         (end == to || quote_function(h, end)) && !definite(h, from)))
        v = (struct quote_voice){-1, from, end};
    return v;
}

/* Whether the words for a speaker that begin at `from` end before i. */
static bool
ends_words(const struct quote_hunt *h, uint32_t from, uint32_t i)
{
    if (h->w->words[i].kind == WORD_MARK)
        return !quote_bare(h, i) || quote_within(h, i);
    if (quote_addressee(h, i))
        return true;
    if (i > from && quote_lang(h, i) == LANG_HE && clitic(h, i) &&
        str_starts(h->w->words[i].fold, STR("ב")))
        return true; /* סיפר דגן בטלפון */
    /* where the verb comes last all up to it is the subject's */
    if (quote_verb_last(quote_lang(h, i)))
        return quote_is(h, i, h->marker) && quote_lang(h, i) == LANG_HI;
    return h->w->words[i].kind == WORD_NUMBER ||
           (quote_class(h, i, CLASS_TIME) && !quote_function(h, i)) ||
           (quote_speech_word(h, i) && !definite(h, i)) ||
           (i > from + 1 && quote_class(h, i, CLASS_VERB) && !title_at(h, i) &&
            quote_has_case(h, i)) ||
           quote_is(h, i, h->that) ||
           (quote_lang(h, i) == LANG_ZH && i > from + 1 &&
            quote_function(h, i) && !str_is(h->w->words[i].fold, "的") &&
            !str_is(h->w->words[i].fold, "之"));
}

static bool
ends_in_particle(enum lang l)
{
    return l == LANG_KO || l == LANG_HI;
}

/* Past marks, verbs, whom he told, and "in a statement of"; `to` where a
 * comma ends that. */
static uint32_t
skip_to_words(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    bool note = false;
    uint32_t n;

    while (from < to)
        if (h->w->words[from].kind == WORD_MARK && note)
            return to;
        else if (h->w->words[from].kind == WORD_MARK ||
                 quote_speech_word(h, from))
            from++;
        else if ((n = quote_addressee(h, from)) > 0) {
            if (n == 1 && quote_function(h, from)) /* أمام المحكمة */
                return to;
            from += n;
        } else if (quote_function(h, from) && from + 1 < to &&
                   quote_speech_word(h, from + 1)) {
            note = true;
            from += 2;
        } else
            break;
    return from;
}

/* दिल्ली में … ने, 29 सितंबर 1918 को … ने: behind where and when; "…", 하고 …는
 * behind what closes the quote. */
static uint32_t
behind_adverbs(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    static const char *const all[] = {"में", "को", "से", "पर", "तक", "कि"};

    for (uint32_t i = to; i-- > from;)
        for (size_t k = 0; k < sizeof all / sizeof *all; k++)
            if (quote_lang(h, i) == LANG_HI && i + 1 < to &&
                quote_function(h, i) && str_is(h->w->words[i].fold, all[k]))
                return i + 1;
    return from + 1 < to && str_is(h->w->words[from].fold, "하고") ? from + 1
                                                                   : from;
}

/* "the group in its statement", "der Präsident hinzu": without what belongs
 * to the verb. */
static uint32_t
without_note(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    static const char *const german[] = {"hinzu", "fest", "klar", "ein"};

    if (to < h->w->nwords && quote_speech_word(h, to) &&
        !quote_preposition(h, to))
        for (uint32_t i = to; i-- > from + 1 && to - i <= NOTE_WORDS;)
            if (quote_preposition(h, i))
                return i;
    for (size_t k = 0; k < sizeof german / sizeof *german; k++)
        if (to > from + 1 && quote_lang(h, to - 1) == LANG_DE &&
            str_is(h->w->words[to - 1].fold, german[k]))
            return to - 1;
    return to;
}

/* No word of a few letters begins a speaker there. */
static bool
no_article(enum lang l)
{
    return l == LANG_AR || l == LANG_HE || l == LANG_FA;
}

/* "O presidente subiu um vídeo", премьер назвал: a title, without the verb that
 * nobody knows behind it. */
static void
trim_verb(const struct quote_hunt *h, struct quote_voice *v)
{
    static const char *const past[] = {"ал",  "ил",  "ала", "ила", "али",
                                       "или", "ав",  "ив",  "ів",  "ał",
                                       "ił",  "ała", "iła", "ęła"};
    uint32_t last = v->to - 1;

    if (v->to < v->from + 2 || h->w->words[last].shape & SHAPE_CAPITAL ||
        h->w->words[last].kind != WORD_LETTERS || title_at(h, last) ||
        !quote_any_role(h, v->from, last))
        return;
    for (size_t k = 0; k < sizeof past / sizeof *past; k++)
        if (str_ends(h->w->words[last].fold, str_of(past[k]))) {
            v->to = last;
            return;
        }
}

/* وطالبت "إيمان": a name in marks of its own, right behind an Arabic verb. */
static bool
quoted_name(const struct quote_hunt *h, uint32_t from, uint32_t to,
            struct quote_voice *v)
{
    uint32_t end = from + 1;

    if (from + 2 >= to || quote_lang(h, from + 1) != LANG_AR ||
        !quote_opens(h->w, from) || quote_inside(h, from))
        return false;
    while (end < to && h->w->words[end].kind == WORD_LETTERS)
        end++;
    if (end == from + 1 || end >= to || !quote_mark(h->w, end))
        return false;
    *v = (struct quote_voice){-1, from + 1, end};
    return true;
}

/*
 * The words [from, to) as a speaker. `near`: they stand right between the
 * quote and its verb, so that they need not be known as a title.
 */
struct quote_voice
quote_words(const struct quote_hunt *h, uint32_t from, uint32_t to, bool near)
{
    const struct words *w = h->w;
    struct quote_voice v = QUOTE_NOBODY;

    if (near && quoted_name(h, from, to, &v))
        return v;
    while (from < to && quote_within(h, from))
        from++;
    from = behind_adverbs(h, from, to);
    from = skip_to_words(h, from, to);
    for (uint32_t i = from; i < to; i++)
        if (ends_words(h, from, i)) {
            to = i;
            break;
        }
    to = without_note(h, from, to);
    while (to > from && (w->words[to - 1].kind == WORD_MARK ||
                         (quote_function(h, to - 1) && !quote_han(h, to - 1))))
        to--;
    if (from >= to ||
        to - from > (quote_han(h, from) ? HAN_MOST : WORDS_MOST) ||
        (quote_han(h, from) && to - from < 2))
        return v;
    /* somebody's, who is not seen; kulüpten yapılan açıklama */
    if (str_is(w->words[to - 1].fold, "的") ||
        str_is(w->words[to - 1].fold, "名") ||
        str_is(w->words[to - 1].fold, "yapılan"))
        return v;
    if (quote_is(h, from, h->before) || quote_preposition(h, from) ||
        quote_clitic_preposition(h, from) ||
        (quote_function(h, from) && no_article(quote_lang(h, from))) ||
        quote_any(h, from, to, h->that))
        return v;
    v.from = from;
    v.to = to;
    trim_verb(h, &v);
    if (near && ends_in_particle(quote_lang(h, from)))
        trim_before_particle(h, &v);
    if (!quote_tell_of_one(h, &v, near))
        return QUOTE_NOBODY;
    if (!ends_in_particle(quote_lang(h, from)))
        trim_titles(h, &v);
    return v;
}

/* The words before a verb: those that reach it, else a short beginning. */
struct quote_voice
quote_words_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t start = to;
    struct quote_voice v;

    while (start > from && h->w->words[start - 1].kind != WORD_MARK)
        start--;
    v = quote_words(h, start, to, false);
    if (!quote_told(v) && quote_lang(h, start < to ? start : from) == LANG_ZH)
        v = quote_bare_name(h, start, to); /* 何黛芬对记者说 */
    if (quote_told(v) || start == from)
        return v;
    v = quote_words(h, from, to, false);
    return v.to - v.from > BEGINNING_MOST && !quote_han(h, v.from)
               ? QUOTE_NOBODY
               : v;
}
