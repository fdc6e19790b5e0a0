/*
 * quote.c - words between quotation marks, and whose they are.
 *
 * The marks of all languages open and close within one line. A quote is
 * somebody's where a verb of saying stands by, a colon leads to it, or it is
 * long enough to be speech; short quoted words without a speaker are titles
 * or irony and are left out. The speaker is the name nearest to the verb of
 * saying, else the one spoken of just before ("he said"), else the words
 * that stand for him ("a source in the ministry").
 */
#include "evidence/quote.h"

#include <stdlib.h>

#define QUOTE_MOST_WORDS  400 /* a mark left open does not swallow a page */
#define QUOTE_MOST        500
#define SPEECH_LEAST      7   /* words that are speech even without a verb */
#define SHORT_LEAST       2   /* words of a quote that has a speaker */
#define HAN_FACTOR        2   /* characters that weigh as one word */
#define NEXT_SAY_WORDS    16  /* a verb of saying in the sentence behind */
#define BACK_SENTENCES    3   /* how far "he" reaches back */
#define SPEAKER_MOST      14  /* words that stand for a speaker */

struct hunt {
    const struct lexicon *lx;
    struct article *a;
    const struct words *w;
    int32_t last_speaker; /* of the quote before, -1 */
    uint32_t last_end;    /* its last word */
};

static uint32_t
char_at(const struct words *w, uint32_t i)
{
    str t = str_cut(w->text, w->words[i].start, w->words[i].end);

    return t.n ? utf8_next(&t) : 0;
}

static char
mark_at(const struct words *w, uint32_t i)
{
    uint32_t c;

    if (w->words[i].kind != WORD_MARK)
        return 0;
    c = char_at(w, i);
    /* apostrophes and single quotes are too many other things */
    return c == 0x2019 || c == 0x2018 || c == '\'' ? 0 : utf8_quote(c);
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
    default:
        return utf8_quote(c) == ')' || utf8_quote(c) == '"';
    }
}

static bool
opens(const struct words *w, uint32_t i)
{
    char q = mark_at(w, i);
    bool tight;

    if (q == 0)
        return false;
    if (q == '(')
        return true;
    if (q == ')')
        return false;
    /* a mark that may be both opens where the next word hangs on it */
    tight = i + 1 < w->nwords && !(w->words[i + 1].shape & SHAPE_SPACE);
    return tight && (w->words[i].shape & SHAPE_SPACE || char_at(w, i) == 0x201C ||
                     i == 0 || w->words[i - 1].kind == WORD_MARK ||
                     w->words[i - 1].script == SCRIPT_HAN ||
                     w->words[i - 1].script == SCRIPT_HIRAGANA);
}

/* The closing mark of the quote that opens at i; 0: none in its line. */
static uint32_t
find_close(const struct words *w, uint32_t i)
{
    uint32_t open = char_at(w, i), depth = 0;

    for (uint32_t k = i + 1; k < w->nwords && k - i < QUOTE_MOST_WORDS; k++) {
        uint32_t c;

        if (w->words[k].shape & SHAPE_LINE)
            /* a quote that goes on in the next paragraph stays open */
            return open == '"' || open == 0x201C ? k : 0;
        if (w->words[k].kind != WORD_MARK)
            continue;
        c = char_at(w, k);
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

static bool
says(const struct article *a, uint32_t i)
{
    return reading_concept(&a->read, i, CLASS_SAY) != NULL;
}

/* Where the words around a quote may tell of its speaker. */
struct window {
    uint32_t from, to;      /* words */
    uint32_t open, close;   /* the quote's marks inside it */
    bool colon;
};

static struct window
window_of(const struct words *w, const struct article *a, uint32_t open,
          uint32_t close)
{
    struct window v = {.open = open, .close = close};
    uint32_t s = w->words[open].sentence, e = w->words[close].sentence;
    const struct sentence *last = &w->sentences[e];

    v.from = w->sentences[s].word;
    v.to = last->word + last->nwords;
    /* 「…。」 somebody says: the next sentence of the line holds the verb */
    if (close + 1 >= v.to && e + 1 < w->nsentences &&
        !(w->words[v.to].shape & SHAPE_LINE)) {
        const struct sentence *next = &w->sentences[e + 1];

        for (uint32_t i = next->word;
             i < next->word + next->nwords && i < next->word + NEXT_SAY_WORDS;
             i++)
            if (says(a, i)) {
                v.to = next->word + next->nwords;
                break;
            }
    }
    if (open > v.from) {
        uint32_t c = char_at(w, open - 1);

        v.colon = c == ':' || c == 0xFF1A;
    }
    return v;
}

static bool
inside(const struct window *v, uint32_t i)
{
    return i >= v->open && i <= v->close;
}

static uint32_t
distance(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* The verb of saying nearest to the quote, outside it; UINT32_MAX: none. */
static uint32_t
find_say(const struct article *a, const struct window *v)
{
    uint32_t best = UINT32_MAX, least = UINT32_MAX;

    for (uint32_t i = v->from; i < v->to; i++) {
        uint32_t d;

        if (inside(v, i) || !says(a, i))
            continue;
        d = i < v->open ? v->open - i : i - v->close;
        if (d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

static bool
quoted(const struct article *a, const struct name_mark *n, uint32_t self)
{
    for (size_t i = 0; i < a->nquotes && i < self; i++)
        if (n->word >= a->quotes[i].word &&
            n->word < a->quotes[i].word + a->quotes[i].nwords)
            return true;
    return false;
}

/* The name that best goes with the verb; -1: none. */
static int32_t
find_speaker(const struct article *a, const struct window *v, uint32_t say)
{
    double best = 1e9;
    int32_t found = -1;

    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t at = n->word, anchor = say == UINT32_MAX ? v->open : say;
        double cost;

        if (at < v->from || at >= v->to || inside(v, at) ||
            n->kind == NAME_PLACE || quoted(a, n, UINT32_MAX))
            continue;
        cost = distance(anchor, at < anchor ? at + n->nwords - 1 : at);
        /* a body speaks too, but rather a person does */
        if (n->kind == NAME_ORG)
            cost += 6;
        if (n->sure < NAME_SURE)
            cost += 8;
        /* a verb behind another sentence's end speaks of another */
        if (at < v->open && say != UINT32_MAX && say > v->close)
            cost += 4;
        if (cost < best) {
            best = cost;
            found = (int32_t)i;
        }
    }
    return found;
}

/* Who was spoken of last before the window, in its line or the one before. */
static int32_t
spoken_of(const struct article *a, const struct window *v)
{
    const struct words *w = &a->read.w;
    uint32_t s = w->words[v->from].sentence;
    int32_t found = -1;

    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t at = w->words[n->word].sentence;

        if (n->kind != NAME_PERSON || n->sure < NAME_SURE || at >= s ||
            s - at > BACK_SENTENCES)
            continue;
        found = (int32_t)i;
    }
    return found;
}

/* "a source in the ministry said": the words from the border of the clause
 * to the verb. */
static span
words_for(const struct article *a, const struct window *v, uint32_t say)
{
    const struct words *w = &a->read.w;
    uint32_t from = v->from, to = say;
    bool role = false;

    if (say == UINT32_MAX)
        return (span){0, 0};
    if (say > v->close)
        from = v->close + 1;
    for (uint32_t i = say; i-- > from;)
        if (w->words[i].kind == WORD_MARK && !inside(v, i)) {
            uint32_t c = char_at(w, i);

            if (c == ',' || c == 0xFF0C || c == 0x3002 || c == 0x060C ||
                c == '.' || c == 0x2014 || c == 0x2013) {
                from = i + 1;
                break;
            }
        }
    /* the subject may stand behind the verb */
    if (from >= to) {
        from = say + 1;
        to = from;
        while (to < v->to && !inside(v, to) && w->words[to].kind != WORD_MARK &&
               to - from < SPEAKER_MOST)
            to++;
    }
    while (from < to && w->words[from].kind == WORD_MARK)
        from++;
    while (to > from && w->words[to - 1].kind == WORD_MARK)
        to--;
    for (uint32_t i = from; i < to; i++)
        role |= reading_concept(&a->read, i, CLASS_ROLE) != NULL ||
                reading_concept(&a->read, i, CLASS_BODY) != NULL ||
                reading_concept(&a->read, i, CLASS_PERSON) != NULL;
    if (!role || from >= to || to - from > 2 * SPEAKER_MOST)
        return (span){0, 0};
    return (span){w->words[from].start, w->words[to - 1].end};
}

/* Quoted words that are a name, no speech. */
static bool
is_name(const struct article *a, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->word <= from && n->word + n->nwords >= to)
            return true;
    }
    return false;
}

static void
consider(struct hunt *h, uint32_t open, uint32_t close)
{
    struct article *a = h->a;
    const struct words *w = h->w;
    struct window v = window_of(w, a, open, close);
    size_t n = weight(w, open + 1, close);
    uint32_t say = find_say(a, &v);
    struct quote_mark q = {.speaker = -1, .word = open + 1};
    const struct block *b = article_block(a, w->words[open].start);
    bool goes_on;

    if (n < SHORT_LEAST || open + 1 >= close ||
        (n < 6 && is_name(a, open + 1, close)))
        return;
    if (b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_CAPTION ||
              b->kind == BLOCK_BYLINE))
        return;
    q.nwords = close - open - 1;
    q.sentence = w->words[open].sentence;
    q.at = (span){w->words[open + 1].start, w->words[close - 1].end};
    q.lang = w->words[open + 1].lang;
    /* a paragraph that opens with a quote and tells of nobody goes on with
     * the speaker before */
    goes_on = w->words[open].shape & SHAPE_LINE && say == UINT32_MAX &&
              h->last_speaker >= 0 && open - h->last_end < 60;
    if (say != UINT32_MAX || v.colon || n >= SPEECH_LEAST)
        q.speaker = find_speaker(a, &v, say);
    else if (n >= 3 || !(w->words[open + 1].shape & SHAPE_CAPITAL))
        q.speaker = -1;
    if (q.speaker < 0 && goes_on)
        q.speaker = h->last_speaker;
    if (q.speaker < 0) {
        q.speaker_words = words_for(a, &v, say);
        if (q.speaker_words.end == 0 && (say != UINT32_MAX || n >= SPEECH_LEAST))
            q.speaker = spoken_of(a, &v);
    }
    if (q.speaker < 0 && q.speaker_words.end == 0 && n < SPEECH_LEAST)
        return;
    a->quotes = arena_grow(a->mem, a->quotes, a->nquotes, sizeof *a->quotes);
    a->quotes[a->nquotes++] = q;
    if (q.speaker >= 0)
        h->last_speaker = q.speaker;
    h->last_end = close;
}

void
quote_find(const struct lexicon *lx, struct article *a)
{
    struct hunt h = {.lx = lx, .a = a, .w = &a->read.w, .last_speaker = -1};

    a->quotes = NULL;
    a->nquotes = 0;
    for (uint32_t i = 0; i < h.w->nwords && a->nquotes < QUOTE_MOST; i++) {
        uint32_t close;

        if (!opens(h.w, i))
            continue;
        close = find_close(h.w, i);
        if (close == 0)
            continue;
        consider(&h, i, close);
        i = close - (h.w->words[close].shape & SHAPE_LINE ? 1 : 0);
    }
}
