/*
 * quote.c - words between quotation marks, and whose they are.
 *
 * The marks of all languages open and close within one line. A quote is
 * somebody's where a verb of saying stands by, a colon leads to it, or it is
 * long enough to be speech; short quoted words without a speaker are titles
 * or irony and are left out.
 */
#include "evidence/quote_parts.h"

#include <stdlib.h>

/* corpus/dev, seeds and a sample of events chose these, 2026-11 */
#define QUOTE_MOST_WORDS 400 /* a mark left open does not swallow a page */
#define QUOTE_MOST       500
#define NAME_MOST        6 /* words of a name in quotation marks */
#define HAN_FACTOR       2 /* characters that weigh as one word */

uint32_t
quote_char(const struct words *w, uint32_t i)
{
    str t = str_cut(w->text, w->words[i].start, w->words[i].end);

    return t.n ? utf8_next(&t) : 0;
}

bool
quote_comma(const struct words *w, uint32_t i)
{
    uint32_t c;

    if (i >= w->nwords || w->words[i].kind != WORD_MARK)
        return false;
    c = quote_char(w, i);
    return c == ',' || c == 0xFF0C || c == 0x3001 || c == 0x060C;
}

bool
quote_is(const struct quote_hunt *h, uint32_t i, uint32_t concept)
{
    const struct reading *r = &h->a->read;

    if (i >= r->w.nwords || concept == 0)
        return false;
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT && r->senses[k].id == concept)
            return true;
    return false;
}

/* The pair whose marks hold the word, or NULL. */
static const struct quote_pair *
pair_at(const struct quote_hunt *h, uint32_t i)
{
    size_t lo = 0, hi = h->npairs;

    while (lo < hi) {
        size_t mid = (lo + hi) / 2;

        if (h->pairs[mid].close < i)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < h->npairs && i >= h->pairs[lo].open ? &h->pairs[lo] : NULL;
}

/* The same, of words as they stand: their stems say other things. */
bool
quote_any_exact(const struct quote_hunt *h, uint32_t from, uint32_t to,
                uint32_t concept)
{
    const struct reading *r = &h->a->read;

    if (from >= to || to > r->w.nwords)
        return false;
    for (uint32_t k = r->sense_at[from]; k < r->sense_at[to]; k++)
        if (r->senses[k].kind == SENSE_CONCEPT && r->senses[k].id == concept &&
            r->senses[k].exact)
            return true;
    return false;
}

bool
quote_inside(const struct quote_hunt *h, uint32_t i)
{
    const struct quote_pair *p = pair_at(h, i);

    return p && p->speech && !p->named;
}

bool
quote_within(const struct quote_hunt *h, uint32_t i)
{
    return pair_at(h, i) != NULL;
}

char
quote_mark(const struct words *w, uint32_t i)
{
    uint32_t c;

    if (w->words[i].kind != WORD_MARK)
        return 0;
    c = quote_char(w, i);
    /* apostrophes and single quotes are too many other things */
    if (c == 0x2019 || c == 0x2018 || c == '\'')
        return 0;
    return c == 0x05F4 ? '"' : utf8_quote(c); /* gershayim */
}

bool
quote_told(struct quote_voice v)
{
    return v.name >= 0 || v.to > v.from;
}

enum lang
quote_lang(const struct quote_hunt *h, uint32_t i)
{
    return (enum lang)h->w->words[i].lang;
}

bool
quote_verb_last(enum lang l)
{
    return l == LANG_JA || l == LANG_KO || l == LANG_TR || l == LANG_HI ||
           l == LANG_FA;
}

bool
quote_han(const struct quote_hunt *h, uint32_t i)
{
    uint8_t s = h->w->words[i].script;

    return s == SCRIPT_HAN || s == SCRIPT_HIRAGANA || s == SCRIPT_KATAKANA;
}

bool
quote_class(const struct quote_hunt *h, uint32_t i, enum concept_class c)
{
    return reading_concept(&h->a->read, i, c) != NULL;
}

bool
quote_function(const struct quote_hunt *h, uint32_t i)
{
    return reading_sense(&h->a->read, i, SENSE_FUNCTION) != NULL;
}

bool
quote_any(const struct quote_hunt *h, uint32_t from, uint32_t to,
          uint32_t concept)
{
    for (uint32_t i = from; i < to; i++)
        if (quote_is(h, i, concept))
            return true;
    return false;
}

/* The mark that closes what `open` opens; 0: any closing one. */
static bool
closes(uint32_t open, uint32_t c)
{
    switch (open) {
    case 0x00AB: /* « */
        return c == 0x00BB;
    case 0x00BB: /* »German« */
        return c == 0x00AB;
    case 0x300C:
        return c == 0x300D;
    case 0x300E:
        return c == 0x300F;
    case 0x201E: /* „ */
        return c == 0x201C || c == 0x201D || c == '"';
    case 0x201C: /* “ */
        return c == 0x201D || c == '"' || c == 0x201F;
    case '"':
        return c == '"' || c == 0x201D;
    case 0x05F4:
        return c == 0x05F4;
    default:
        return utf8_quote(c) == ')' || utf8_quote(c) == '"';
    }
}

/* The “ that closes „…“ hangs on a word, or a comma hangs on it. */
static bool
closes_german(const struct words *w, uint32_t i)
{
    if (i == 0 || w->words[i].shape & SHAPE_SPACE ||
        w->words[i].shape & SHAPE_LINE)
        return false;
    return (w->words[i - 1].kind != WORD_MARK &&
            w->words[i - 1].script == SCRIPT_LATIN) ||
           quote_comma(w, i + 1);
}

bool
quote_opens(const struct words *w, uint32_t i)
{
    char q = quote_mark(w, i);
    bool tight;

    if (q == 0)
        return false;
    if (q == '(')
        return true;
    if (q == ')') /* »German« */
        return quote_char(w, i) == 0x00BB && w->words[i].shape & SHAPE_SPACE &&
               i + 1 < w->nwords && !(w->words[i + 1].shape & SHAPE_SPACE);
    if (quote_char(w, i) == 0x201C && closes_german(w, i))
        return false;
    /* a mark that may be both opens where the next word hangs on it */
    tight = i + 1 < w->nwords && !(w->words[i + 1].shape & SHAPE_SPACE);
    return tight &&
           (w->words[i].shape & SHAPE_SPACE || quote_char(w, i) == 0x201C ||
            i == 0 || w->words[i - 1].kind == WORD_MARK ||
            w->words[i - 1].script == SCRIPT_HAN ||
            w->words[i - 1].script == SCRIPT_HIRAGANA);
}

/* The closing mark of the quote that opens at i; 0: none in its line. */
static uint32_t
find_close(const struct words *w, uint32_t i)
{
    uint32_t open = quote_char(w, i), depth = 0;

    for (uint32_t k = i + 1; k < w->nwords && k - i < QUOTE_MOST_WORDS; k++) {
        uint32_t c;

        if (w->words[k].shape & SHAPE_LINE)
            /* a quote that goes on in the next paragraph stays open */
            return open == '"' || open == 0x201C || quote_char(w, k) == open
                       ? k
                       : 0;
        if (w->words[k].kind != WORD_MARK)
            continue;
        c = quote_char(w, k);
        if (c == open && open != '"' && k > i)
            depth++;
        else if (closes(open, c) && depth-- == 0)
            return k;
    }
    return 0;
}

static size_t
weight(const struct words *w, uint32_t from, uint32_t to)
{
    size_t n = 0;

    for (uint32_t i = from; i < to; i++) {
        if (w->words[i].kind == WORD_MARK)
            continue;
        n += w->words[i].script == SCRIPT_HAN ||
                     w->words[i].script == SCRIPT_HIRAGANA
                 ? 1
                 : HAN_FACTOR;
    }
    return n / HAN_FACTOR;
}

/* The words of a voice, without the particle that ends them in Korean. */
static span
voice_span(const struct words *w, const struct quote_voice *v)
{
    static const char *const particle[] = {"은", "는", "이", "가"};
    static const char *const title[] = {
        "씨", "총리", "대통령", "장관", "의원", "시장", "회장", "교수", "감독"};
    span at = {w->words[v->from].start, w->words[v->to - 1].end};
    str last = str_cut(w->text, w->words[v->to - 1].start, at.end);

    for (size_t i = 0; i < sizeof particle / sizeof *particle; i++)
        if (w->words[v->to - 1].lang == LANG_KO &&
            str_ends(last, str_of(particle[i])) && utf8_count(last) > 2) {
            at.end -= (uint32_t)str_of(particle[i]).n;
            break;
        }
    last = str_cut(w->text, w->words[v->to - 1].start, at.end);
    for (size_t i = 0; i < sizeof title / sizeof *title; i++)
        if (w->words[v->to - 1].lang == LANG_KO &&
            str_ends(last, str_of(title[i])) &&
            utf8_count(last) > utf8_count(str_of(title[i])) + 1) {
            at.end -= (uint32_t)str_of(title[i]).n;
            break;
        }
    return at;
}

static bool
is_frame_block(const struct article *a, uint32_t at)
{
    const struct block *b = article_block(a, at);

    return b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_CAPTION ||
                 b->kind == BLOCK_BYLINE);
}

/* Whether the quote goes on in the next paragraph. */
static bool
open_end(const struct quote_hunt *h, const struct quote_pair *p)
{
    return p + 1 < h->pairs + h->npairs && p[1].open == p->close;
}

/* Who is told at the end of a quote of many paragraphs spoke all of them. */
static void
hand_back(struct quote_hunt *h, const struct quote_pair *p,
          const struct quote_mark *told)
{
    for (size_t i = h->a->nquotes - 1; i-- > 0 && p > h->pairs; p--) {
        struct quote_mark *q = &h->a->quotes[i];

        if (!open_end(h, p - 1) || q->word != p[-1].open + 1 ||
            q->speaker >= 0 || q->speaker_words.end > q->speaker_words.start)
            return;
        q->speaker = told->speaker;
        q->speaker_words = told->speaker_words;
    }
}

static void
consider(struct quote_hunt *h, const struct quote_pair *p)
{
    struct article *a = h->a;
    const struct words *w = h->w;
    size_t n = weight(w, p->open + 1, p->close);
    struct quote_frame f;
    struct quote_voice v;
    struct quote_mark q = {.word = p->open + 1};

    if (n < QUOTE_SHORT_LEAST || p->open + 1 >= p->close ||
        is_frame_block(a, w->words[p->open].start))
        return;
    f = quote_frame_of(h, p->open, p->close);
    quote_find_say(h, &f);
    quote_neighbours(h, &f);
    if (!quote_is_speech(h, &f, n) || (p->named && !f.tag))
        return;
    v = open_end(h, p) && f.say == QUOTE_NONE ? QUOTE_NOBODY
                                              : quote_speaker(h, &f);
    if (!quote_somebody(h, &f, v))
        v = QUOTE_NOBODY;
    /* a few words of nobody's are no speech, but behind a colon */
    if (!quote_told(v) && n < QUOTE_SPEECH_LEAST && !f.tag &&
        !(f.colon && f.say != QUOTE_NONE))
        return;
    q.nwords = p->close - p->open - 1;
    q.sentence = f.sentence;
    q.at = (span){w->words[p->open + 1].start, w->words[p->close - 1].end};
    q.lang = w->words[p->open + 1].lang;
    q.speaker = v.name;
    if (v.to > v.from)
        q.speaker_words = voice_span(w, &v);
    else if (v.name >= 0 && a->names[v.name].sure < NAME_SURE)
        q.speaker_words = a->names[v.name].at; /* if no page is sure of it */
    a->quotes = arena_grow(a->mem, a->quotes, a->nquotes, sizeof *a->quotes);
    a->quotes[a->nquotes++] = q;
    if (quote_told(v))
        hand_back(h, p, &q);
    if (quote_told(v)) {
        h->last = v;
        h->nlast = a->nquotes;
    }
    h->last_end = p->close;
}

/* Quoted words that are a name, no speech. */
static bool
is_name(const struct article *a, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->word > from)
            return false;
        if (n->word + n->nwords >= to)
            return true;
    }
    return false;
}

static void
add_pair(struct quote_hunt *h, uint32_t open, uint32_t close)
{
    struct quote_pair p = {.open = open, .close = close};
    size_t n = weight(h->w, open + 1, close);

    p.named = n < NAME_MOST && is_name(h->a, open + 1, close);
    p.speech = n >= QUOTE_PART_LEAST;
    h->pairs = arena_grow(h->a->mem, h->pairs, h->npairs, sizeof p);
    h->pairs[h->npairs++] = p;
}

static void
find_pairs(struct quote_hunt *h)
{
    const struct words *w = h->w;

    for (uint32_t i = 0; i < w->nwords && h->npairs < QUOTE_MOST; i++) {
        uint32_t open = i, close, part, end;

        close = quote_opens(w, i) ? find_close(w, i) : quote_loose_close(h, i);
        if (close == 0)
            continue;
        while (h->npairs < QUOTE_MOST &&
               (part = quote_split(h, open, close, &end)) != 0) {
            add_pair(h, open, part);
            open = end;
        }
        if (open < close)
            add_pair(h, open, close);
        /* the next line's first word may open a quote itself */
        i = close - (w->words[close].shape & SHAPE_LINE ? 1 : 0);
    }
}

void
quote_find(const struct lexicon *lx, struct article *a)
{
    struct quote_hunt h = {.lx = lx, .a = a, .w = &a->read.w};

    h.before = lexicon_concept(lx, "speaker-before");
    h.man = lexicon_concept(lx, "pronoun-man");
    h.woman = lexicon_concept(lx, "pronoun-woman");
    h.many = lexicon_concept(lx, "pronoun-many");
    h.that = lexicon_concept(lx, "clause-that");
    h.marker = lexicon_concept(lx, "subject-marker");
    h.nobody = lexicon_concept(lx, "said-by-nobody");
    h.told = lexicon_concept(lx, "addressee");
    h.by = lexicon_concept(lx, "according-to");
    h.last.name = -1;
    a->quotes = NULL;
    a->nquotes = 0;
    find_pairs(&h);
    for (size_t i = 0; i < h.npairs; i++)
        consider(&h, &h.pairs[i]);
}
