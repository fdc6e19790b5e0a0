/*
 * quote_frame.c - the words around a quote: which verb of saying goes with
 * it, and whether it is speech at all or a title, a name, irony.
 */
#include "evidence/quote_parts.h"

/* corpus/dev, seeds and a sample of events chose these, 2026-11 */
#define FOLLOWS_MOST     24 /* words since the quote before */
#define NEXT_SAY_WORDS   24 /* a verb of saying in the sentence behind */
#define NEXT_SAY_CAPITAL 6  /* … where that one looks like a new one */
#define TAG_WORDS        14 /* from the quote to its verb behind it */
#define INVERTED_REACH   4  /* … to the dash of "a-t-il lancé" */
#define TAG_NEAR         3  /* … where nothing else shows that it is its */
#define MEDIUM_MOST      3  /* words of an Arabic name in marks */
#define TAG_KANA         28 /* characters, behind と */
#define HEAD_MOST        24 /* words or characters before it in a ticker */
#define COLON_MOST       5  /* words from a name or title to the colon */
#define TITLE_WORD       4  /* bytes of a word that a title writes large */
#define TITLE_LEAST      3  /* such words in a title */
#define PART_NEAR        6  /* from the verb to a part of its sentence */
#define PART_WORDS       40 /* the same, where a "that" stands between */

static bool
small(const struct quote_hunt *h, uint32_t i)
{
    const struct word *t = &h->w->words[i];

    return t->kind == WORD_LETTERS && !(t->shape & SHAPE_CAPITAL);
}

bool
quote_has_case(const struct quote_hunt *h, uint32_t i)
{
    uint8_t s = h->w->words[i].script;

    return s == SCRIPT_LATIN || s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
}

/* The sentence behind 「…。」 where it holds the verb; else v.to stays. */
static void
take_next_sentence(const struct quote_hunt *h, struct quote_frame *f,
                   uint32_t sentence)
{
    const struct words *w = h->w;
    const struct sentence *next = &w->sentences[sentence];
    uint32_t most = quote_has_case(h, next->word) && !small(h, next->word)
                        ? NEXT_SAY_CAPITAL
                        : NEXT_SAY_WORDS;

    if (next->nwords == 0 || w->words[next->word].shape & SHAPE_LINE ||
        quote_mark(w, next->word))
        return;
    for (uint32_t i = next->word;
         i < next->word + next->nwords && i < next->word + most; i++)
        if (quote_says(h, i)) {
            f->to = next->word + next->nwords;
            return;
        }
}

/* … which its last mark shows where its end was not seen ("35m."). */
static bool
ends_sentence(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x061F || c == 0x0964;
}

/* 阿部琉市長「…」, 남루도 시장 "…" and no more: the style of headlines and
 * tickers, where no colon is written. */
static bool
heads(const struct quote_hunt *h, const struct quote_frame *f)
{
    const struct words *w = h->w;
    enum lang l = quote_lang(h, f->open - 1);
    uint32_t end = f->close + 1;
    bool role = false;

    if ((l != LANG_JA && l != LANG_KO) || f->open - f->from > HEAD_MOST ||
        (end < w->nwords && !(w->words[end].shape & SHAPE_LINE)))
        return false;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, f->from, f->open, &i);

        if (!n)
            break;
        role = n->word + n->nwords == f->open;
        for (uint32_t k = n->word + n->nwords; k < f->open; k++)
            role |= quote_class(h, k, CLASS_ROLE);
    }
    return role;
}

struct quote_frame
quote_frame_of(const struct quote_hunt *h, uint32_t open, uint32_t close)
{
    const struct words *w = h->w;
    struct quote_frame f = {
        .open = open, .close = close, .say = QUOTE_NONE, .signs = QUOTE_NONE};
    uint32_t s = w->words[open + 1].sentence, e = w->words[close].sentence;
    const struct sentence *last = &w->sentences[e];

    /* the opening mark may hang on the sentence before */
    f.sentence = s;
    f.from = w->sentences[s].word <= open ? w->sentences[s].word : open;
    if (open - f.from > QUOTE_FRAME_MOST)
        f.from = open - QUOTE_FRAME_MOST;
    if (open > f.from && ends_sentence(w, open - 1))
        f.from = open;
    f.to = last->word + last->nwords;
    /* a quote left open to the end of its line: nothing stands behind */
    if (w->words[close].shape & SHAPE_LINE && !quote_mark(w, close))
        f.to = close;
    else if (close + 1 >= f.to && e + 1 < w->nsentences)
        take_next_sentence(h, &f, e + 1);
    if (f.to > close && f.to - close > QUOTE_FRAME_MOST)
        f.to = close + QUOTE_FRAME_MOST;
    if (open > f.from) {
        uint32_t c = quote_char(w, open - 1);

        f.colon = c == ':' || c == 0xFF1A || heads(h, &f);
    }
    return f;
}

/* Particles that close speech: と, 고, 라며. */
bool
quote_particle(const struct quote_hunt *h, uint32_t i)
{
    static const char *const korean[] = {"고",   "라고",   "이라고", "며",
                                         "라며", "이라며", "면서",   "라면서"};
    const struct word *t = &h->w->words[i < h->w->nwords ? i : 0];

    if (i >= h->w->nwords || t->shape & SHAPE_SPACE)
        return false;
    if (t->lang == LANG_JA)
        return str_is(t->fold, "と") && i + 1 < h->w->nwords &&
               (quote_says(h, i + 1) || quote_says(h, i));
    for (size_t k = 0; k < sizeof korean / sizeof *korean; k++)
        if (t->lang == LANG_KO && str_is(t->fold, korean[k]))
            return true;
    return false;
}

/* "and", "but": another verb follows, or another clause. */
bool
quote_joins(const struct quote_hunt *h, uint32_t i)
{
    static const char *const all[] = {
        "and",  "und",  "et",   "y",    "e",    "en",    "i",
        "и",    "й",    "та",   "και",  "ve",   "dan",   "but",
        "aber", "doch", "но",   "mais", "але",  "while", "although",
        "pero", "mas",  "ma",   "ale",  "maar", "ama",   "αλλα",
        "а",    "зато", "oraz", "但",   "而",   "然而",  "不过"};
    str fold = h->w->words[i].fold;

    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        if (str_is(fold, all[k]) && quote_function(h, i))
            return true;
    return false;
}

/* "…" He added, "…" Continue reading: a sentence of its own. */
static bool
begins_anew(const struct quote_hunt *h, uint32_t i)
{
    if (!quote_has_case(h, i) || small(h, i))
        return false;
    return quote_is(h, i, h->before) || quote_says(h, i) ||
           (ends_sentence(h->w, i - 2) && quote_function(h, i));
}

/* „…“, so Gallera; « … », a-t-il lancé: whatever the verb. */
static bool
tags_alone(const struct quote_hunt *h, const struct quote_frame *f, uint32_t i)
{
    const struct words *w = h->w;

    if (quote_lang(h, i) == LANG_DE)
        return str_is(w->words[i].fold, "so") && i + 1 < f->to &&
               w->words[i + 1].shape & SHAPE_CAPITAL;
    for (uint32_t k = i + 1;
         quote_lang(h, i) == LANG_FR && k + 1 < f->to && k < i + INVERTED_REACH;
         k++)
        if (quote_dash(w, k) && quote_is(h, k + 1, h->before))
            return true;
    return false;
}

static bool
that_behind(const struct quote_hunt *h, uint32_t say)
{
    for (uint32_t i = say + 1; i <= say + TAG_NEAR; i++)
        if (quote_is(h, i, h->that))
            return true;
    return false;
}

/*
 * Whether what stands behind the quote belongs to it: «…», — joked he;
 * "…," Inhofe told. Sets the verb where it is known.
 */
static void
find_tag(const struct quote_hunt *h, struct quote_frame *f)
{
    const struct words *w = h->w;
    uint32_t i = f->close + 1, reach;
    /* where no quotation mark closes it a comma or a dash does */
    bool parted = quote_comma(w, f->close - 1) || quote_comma(w, f->close);
    bool another = false;

    while (i < f->to && w->words[i].kind == WORD_MARK && !quote_mark(w, i) &&
           (quote_comma(w, i) || quote_dash(w, i))) {
        parted = true;
        i++;
    }
    if (i >= f->to || w->words[i].kind == WORD_MARK || quote_joins(h, i) ||
        (!parted && begins_anew(h, i)))
        return;
    if (parted && tags_alone(h, f, i)) {
        f->say = i;
        f->tag = true;
        return;
    }
    reach = parted ? TAG_WORDS : TAG_NEAR;
    if (w->words[i].lang == LANG_JA && str_is(w->words[i].fold, "と") &&
        !(i + 1 < f->to && str_is(w->words[i + 1].fold, "い")))
        reach = TAG_KANA; /* 「…」と農家の寺本岳さん（52）は話す */
    for (uint32_t k = i; k < f->to && k < i + reach; k++) {
        if ((quote_mark(w, k) == '(' && reach != TAG_KANA) ||
            (quote_mark(w, k) == '"' && quote_opens(w, k)))
            break;
        /* «…», so that …, according to X, …: of another clause */
        another |= quote_comma(w, k);
        if (another && quote_is(h, k, h->by))
            break;
        if (quote_says(h, k)) {
            /* "…!" Officials said that …: a sentence of its own */
            if (!parted && ends_sentence(w, f->close - 1) && that_behind(h, k))
                return;
            f->say = k;
            /* «Film», said to be lost: a title within a sentence */
            f->tag =
                (parted || !(w->words[k].lang == LANG_AR ||
                             w->words[k].lang == LANG_HE)) &&
                (f->from == f->open || quote_comma(w, f->close - 1) ||
                 f->close - f->open > QUOTE_PART_LEAST ||
                 quote_verb_last(w->words[k].lang) || small(h, f->open + 1));
            return;
        }
    }
    /* "…," and a verb that nobody knows; «Film», shot in Rome, is none */
    f->tag = (parted && quote_has_case(h, i) && small(h, i) &&
              (f->from == f->open || quote_comma(w, f->close - 1)) &&
              f->close - f->open > TAG_NEAR &&
              !reading_sense(&h->a->read, i, SENSE_FUNCTION)) ||
             quote_particle(h, i);
}

/* "A에 따르면 B가 "…"고 말했다": not the source, where a verb stands behind. */
static bool
other_source(const struct quote_hunt *h, const struct quote_frame *f,
             uint32_t i)
{
    if (!quote_is(h, i, h->by) || !quote_verb_last(quote_lang(h, i)))
        return false;
    if (quote_lang(h, i) == LANG_KO && quote_particle(h, f->close + 1))
        return true; /* …라고, whatever verb follows */
    for (uint32_t k = f->close + 1; k < f->to; k++)
        if (quote_says(h, k) && !quote_is(h, k, h->by) && !quote_inside(h, k))
            return true;
    return false;
}

/* 她说，“…”，并表示: in Chinese the verb before the quote has it. */
static bool
led(const struct quote_hunt *h, const struct quote_frame *f)
{
    for (uint32_t i = f->from; i < f->open; i++)
        if (quote_lang(h, i) == LANG_ZH && quote_says(h, i) &&
            !quote_inside(h, i))
            return true;
    return false;
}

/* The verb of saying that goes with the quote. */
void
quote_find_say(const struct quote_hunt *h, struct quote_frame *f)
{
    const struct words *w = h->w;

    find_tag(h, f);
    if (f->tag && f->say != QUOTE_NONE && !f->colon &&
        w->words[f->say].lang != LANG_AR && !led(h, f))
        return;
    f->say = QUOTE_NONE;
    for (uint32_t i = f->open; i-- > f->from;)
        if (quote_says(h, i) && !quote_inside(h, i) && !other_source(h, f, i)) {
            /* she said that he hopes for "…": the words are hers */
            if (f->say == QUOTE_NONE || (!f->colon && that_behind(h, i)))
                f->say = i;
            if (f->colon)
                break;
        }
    /* «…». Но после объявления…: another sentence */
    if (f->tag || (f->say != QUOTE_NONE && w->words[f->say].lang == LANG_AR) ||
        (f->close + 1 < f->to && begins_anew(h, f->close + 1)))
        return;
    for (uint32_t i = f->close + 1; i < f->to; i++)
        if (quote_says(h, i) && !quote_inside(h, i)) {
            /* «…». وقال: another clause */
            if (quote_lang(h, i) == LANG_AR && f->from < f->open &&
                str_starts(w->words[i].fold, STR("و")))
                return;
            if (f->say == QUOTE_NONE ||
                (!quote_joins(h, i - 1) && i - f->close < f->open - f->say &&
                 !f->colon))
                f->say = i;
            return;
        }
}

/* Whether what is said begins behind the verb: "that", or in Chinese a comma.
 */
static bool
that_between(const struct quote_hunt *h, uint32_t say, uint32_t to)
{
    const struct sense *s = reading_concept(&h->a->read, say, CLASS_SAY);
    uint32_t past = say + (s && s->nwords ? s->nwords : 1);

    if (quote_lang(h, say) == LANG_ZH && past < to && quote_comma(h->w, past))
        return true;
    return quote_any(h, say, to, h->that);
}

/* "..."을, "..."로: a Korean particle makes it a noun of the sentence. */
static bool
part_of_clause(const struct quote_hunt *h, const struct quote_frame *f)
{
    static const char *const josa[] = {"을", "를", "의",   "로", "으로",
                                       "에", "와", "에서", "과"};
    uint32_t i = f->close + 1;

    for (size_t k = 0; k < sizeof josa / sizeof *josa && i < f->to; k++)
        if (quote_lang(h, i) == LANG_KO &&
            !(h->w->words[i].shape & SHAPE_SPACE) &&
            str_is(h->w->words[i].fold, josa[k]))
            return true;
    return false;
}

/* …, reports "Evening News": who says it stands in the marks. */
static bool
is_medium(const struct quote_hunt *h, const struct quote_frame *f)
{
    if (f->open < f->from + 1 || f->say != f->open - 1)
        return false;
    /* وأوضحت «الوكالة»، في جوابها */
    if (quote_lang(h, f->say) == LANG_AR)
        return f->close - f->open - 1 <= MEDIUM_MOST;
    return f->say > f->from && quote_comma(h->w, f->say - 1) &&
           quote_has_case(h, f->open + 1) && !small(h, f->open + 1);
}

/* the "blind seer" Ada Finch */
static bool
is_epithet(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t i = f->close + 1;

    if (f->close - f->open > QUOTE_PART_LEAST || f->tag || f->colon ||
        (f->say != QUOTE_NONE && f->say > f->close))
        return false;
    for (size_t k = 0; k < h->a->nnames; k++)
        if (h->a->names[k].word == i)
            return quote_has_case(h, i);
    return false;
}

/* “The Winter of Ada Finch”: all its longer words have capitals. */
static bool
is_title(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t n = 0, shouted = 0;

    if (quote_lang(h, f->open + 1) == LANG_DE)
        return false;
    for (uint32_t i = f->open + 1; i < f->close; i++) {
        const struct word *t = &h->w->words[i];

        if (t->kind != WORD_LETTERS || t->end - t->start < TITLE_WORD ||
            (small(h, i) && (quote_function(h, i) || quote_preposition(h, i))))
            continue;
        if (!quote_has_case(h, i) || small(h, i))
            return false;
        n++;
        shouted += t->shape & SHAPE_ALL_CAPS ? 1 : 0;
    }
    return n >= TITLE_LEAST && shouted < n;
}

/* ("Levamar" or "the Company") */
static bool
in_brackets(const struct quote_hunt *h, const struct quote_frame *f)
{
    return f->close + 1 < h->w->nwords && f->say != f->open - 1 &&
           quote_char(h->w, f->close + 1) == ')' && !f->colon;
}

/* Ada Finch: "No", the mayor in Levamar: "No". */
static bool
name_at_colon(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t end = f->open - 1, least = end;

    while (least > f->from && end - least < COLON_MOST &&
           h->w->words[least - 1].kind != WORD_MARK)
        least--;
    for (uint32_t i = least; i < end; i++)
        if (quote_class(h, i, CLASS_ROLE))
            return true;
    for (size_t i = 0; i < h->a->nnames; i++) {
        uint32_t last = h->a->names[i].word + h->a->names[i].nwords - 1;

        /* Ada Finch (CDU): the bracket is a mark */
        if (last < end && (last >= least || last + 2 >= end))
            return true;
    }
    return quote_lang(h, f->open) > LANG_LEXICON;
}

/*
 * «…», she says. «They cried with us».: a sentence that is nothing but the
 * quote, in the line of one that has a speaker and soon behind it.
 */
static bool
follows_speech(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t end = f->close + 1;

    if (!quote_told(h->last) || f->from < f->open ||
        f->open - h->last_end > FOLLOWS_MOST)
        return false;
    for (uint32_t i = h->last_end; i <= f->open; i++)
        if (h->w->words[i].shape & SHAPE_LINE)
            return false;
    while (end < f->to && h->w->words[end].kind == WORD_MARK &&
           !quote_comma(h->w, end) && !quote_dash(h->w, end))
        end++;
    return end >= f->to;
}

/* Whether it is speech at all, no title and no irony. */
bool
quote_is_speech(const struct quote_hunt *h, const struct quote_frame *f,
                size_t n)
{
    uint32_t first = f->open + 1, gap;
    bool that;

    if (n < QUOTE_SPEECH_LEAST && (part_of_clause(h, f) || is_medium(h, f) ||
                                   is_epithet(h, f) || in_brackets(h, f)))
        return false;
    if (is_title(h, f) && !(f->say != QUOTE_NONE && (f->tag || f->colon)))
        return false;
    if (n >= QUOTE_SPEECH_LEAST || f->tag || f->goes_on ||
        f->signs != QUOTE_NONE)
        return true;
    if (f->colon)
        return f->say != QUOTE_NONE ||
               (n > QUOTE_SHORT_LEAST && name_at_colon(h, f));
    if (f->say == QUOTE_NONE)
        return n > QUOTE_SHORT_LEAST && follows_speech(h, f);
    gap = f->say < f->open ? f->open - f->say : f->say - f->close;
    /* "according to X, the roof …": all of its sentence is his */
    that =
        f->say < f->open &&
        (that_between(h, f->say, f->open) ||
         (quote_is(h, f->say, h->by) && f->close - f->open > QUOTE_PART_LEAST));
    if (gap > (that ? PART_WORDS : PART_NEAR))
        return false;
    /* "according to «Title»" */
    if (f->say < f->open && quote_is(h, f->say, h->by))
        return quote_has_case(h, first) ? small(h, first)
                                        : n >= QUOTE_PART_LEAST;
    if (quote_has_case(h, first))
        return small(h, first) || gap == 1 ||
               (gap == 2 && quote_comma(h->w, f->open - 1));
    return n >= QUOTE_PART_LEAST || gap == 1 ||
           quote_is(h, f->open - 1, h->that);
}
