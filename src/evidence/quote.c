/*
 * quote.c - words between quotation marks, and whose they are.
 *
 * The marks of all languages open and close within one line. A quote is
 * somebody's where a verb of saying stands by, a colon leads to it, or it is
 * long enough to be speech; short quoted words without a speaker are titles
 * or irony and are left out. Who speaks is quote_speaker.c's to tell.
 */
#include "evidence/quote_parts.h"

#include <stdlib.h>

/* corpus/dev, seeds and a sample of events chose these, 2026-11 */
#define QUOTE_MOST_WORDS 400 /* a mark left open does not swallow a page */
#define QUOTE_MOST       500
#define SPEECH_LEAST     7   /* words that are speech even without a verb */
#define SHORT_LEAST      2   /* words of a quote that has a speaker */
#define PART_LEAST       4   /* of a part of a sentence, without capitals */
#define NAME_MOST        6   /* words of a name in quotation marks */
#define HAN_FACTOR       2   /* characters that weigh as one word */
#define NEXT_SAY_WORDS   24  /* a verb of saying in the sentence behind */
#define NEXT_SAY_CAPITAL 6   /* … where that one looks like a new one */
#define TAG_WORDS        14  /* from the quote to its verb behind it */
#define TAG_NEAR         3   /* … where nothing else shows that it is its */
#define PART_WORDS       40  /* from the verb to a part of a sentence */

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

bool
quote_inside(const struct quote_hunt *h, uint32_t i)
{
    size_t lo = 0, hi = h->npairs;

    while (lo < hi) {
        size_t mid = (lo + hi) / 2;

        if (h->pairs[mid].close < i)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < h->npairs && i >= h->pairs[lo].open && h->pairs[lo].speech &&
           !h->pairs[lo].named;
}

static char
mark_at(const struct words *w, uint32_t i)
{
    uint32_t c;

    if (w->words[i].kind != WORD_MARK)
        return 0;
    c = quote_char(w, i);
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
    return tight && (w->words[i].shape & SHAPE_SPACE || quote_char(w, i) == 0x201C ||
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
            return open == '"' || open == 0x201C ? k : 0;
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

static bool
says(const struct quote_hunt *h, uint32_t i)
{
    return reading_concept(&h->a->read, i, CLASS_SAY) != NULL;
}

static bool
small(const struct quote_hunt *h, uint32_t i)
{
    const struct word *t = &h->w->words[i];

    return t->kind == WORD_LETTERS && !(t->shape & SHAPE_CAPITAL);
}

static bool
has_case(const struct quote_hunt *h, uint32_t i)
{
    uint8_t s = h->w->words[i].script;

    return s == SCRIPT_LATIN || s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK;
}

static bool
is_dash(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

/* The sentence behind 「…。」 where it holds the verb; else v.to stays. */
static void
take_next_sentence(const struct quote_hunt *h, struct quote_frame *f,
                   uint32_t sentence)
{
    const struct words *w = h->w;
    const struct sentence *next = &w->sentences[sentence];
    uint32_t most = has_case(h, next->word) && !small(h, next->word)
                        ? NEXT_SAY_CAPITAL
                        : NEXT_SAY_WORDS;

    if (w->words[next->word].shape & SHAPE_LINE || mark_at(w, next->word))
        return;
    for (uint32_t i = next->word;
         i < next->word + next->nwords && i < next->word + most; i++)
        if (says(h, i)) {
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

static struct quote_frame
frame_of(const struct quote_hunt *h, uint32_t open, uint32_t close)
{
    const struct words *w = h->w;
    struct quote_frame f = {.open = open, .close = close, .say = QUOTE_NONE};
    uint32_t s = w->words[open + 1].sentence, e = w->words[close].sentence;
    const struct sentence *last = &w->sentences[e];

    /* the opening mark may hang on the sentence before */
    f.sentence = s;
    f.from = w->sentences[s].word <= open ? w->sentences[s].word : open;
    if (open > f.from && ends_sentence(w, open - 1))
        f.from = open;
    f.to = last->word + last->nwords;
    /* a quote left open to the end of its line: nothing stands behind */
    if (w->words[close].shape & SHAPE_LINE && !mark_at(w, close))
        f.to = close;
    else if (close + 1 >= f.to && e + 1 < w->nsentences)
        take_next_sentence(h, &f, e + 1);
    if (open > f.from) {
        uint32_t c = quote_char(w, open - 1);

        f.colon = c == ':' || c == 0xFF1A;
    }
    return f;
}

/* Particles that close speech: と, 고, 라며. */
static bool
speech_particle(const struct quote_hunt *h, uint32_t i)
{
    static const char *const korean[] = {"고",   "라고",   "이라고", "며",
                                         "라며", "이라며", "면서",   "라면서"};
    const struct word *t = &h->w->words[i];

    if (t->shape & SHAPE_SPACE)
        return false;
    if (t->lang == LANG_JA)
        return str_is(t->fold, "と") && i + 1 < h->w->nwords &&
               (says(h, i + 1) || says(h, i));
    for (size_t k = 0; k < sizeof korean / sizeof *korean; k++)
        if (t->lang == LANG_KO && str_is(t->fold, korean[k]))
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
    uint32_t i = f->close + 1;
    bool parted = quote_comma(w, f->close - 1);

    while (i < f->to && w->words[i].kind == WORD_MARK && !mark_at(w, i) &&
           (quote_comma(w, i) || is_dash(w, i))) {
        parted = true;
        i++;
    }
    if (i >= f->to || w->words[i].kind == WORD_MARK)
        return;
    for (uint32_t k = i; k < f->to && k < i + (parted ? TAG_WORDS : TAG_NEAR);
         k++) {
        if (mark_at(w, k) == '(' || (mark_at(w, k) == '"' && opens(w, k)))
            break;
        if (says(h, k) && !quote_is(h, k, h->that)) {
            f->say = k;
            f->tag = true;
            return;
        }
    }
    f->tag = (parted && has_case(h, i) && small(h, i) &&
              !reading_sense(&h->a->read, i, SENSE_FUNCTION)) ||
             speech_particle(h, i);
}

static bool
that_behind(const struct quote_hunt *h, uint32_t say)
{
    for (uint32_t i = say + 1; i <= say + TAG_NEAR; i++)
        if (quote_is(h, i, h->that))
            return true;
    return false;
}

/* The verb of saying that goes with the quote. */
static void
find_say(const struct quote_hunt *h, struct quote_frame *f)
{
    const struct words *w = h->w;

    find_tag(h, f);
    if (f->tag && f->say != QUOTE_NONE && !f->colon &&
        w->words[f->say].lang != LANG_AR)
        return;
    f->say = QUOTE_NONE;
    for (uint32_t i = f->open; i-- > f->from;)
        if (says(h, i) && !quote_inside(h, i)) {
            /* she said that he hopes for "…": the words are hers */
            if (f->say == QUOTE_NONE || (!f->colon && that_behind(h, i)))
                f->say = i;
            if (f->colon)
                break;
        }
    if (f->tag || (f->say != QUOTE_NONE && w->words[f->say].lang == LANG_AR))
        return;
    for (uint32_t i = f->close + 1; i < f->to; i++)
        if (says(h, i) && !quote_inside(h, i)) {
            if (f->say == QUOTE_NONE ||
                (i - f->close < f->open - f->say && !f->colon))
                f->say = i;
            return;
        }
}

/* Whether it is speech at all, no title and no irony. */
static bool
is_speech(const struct quote_hunt *h, const struct quote_frame *f, size_t n)
{
    uint32_t first = f->open + 1;
    uint32_t gap;

    if (n >= SPEECH_LEAST || f->tag)
        return true;
    if (f->colon)
        return f->say != QUOTE_NONE || n > SHORT_LEAST;
    if (f->say == QUOTE_NONE)
        return false;
    gap = f->say < f->open ? f->open - f->say : f->say - f->close;
    if (gap > PART_WORDS)
        return false;
    if (has_case(h, first))
        return small(h, first) || gap <= TAG_NEAR;
    return n >= PART_LEAST || gap <= TAG_NEAR ||
           quote_is(h, f->open - 1, h->that);
}

static bool
is_frame_block(const struct article *a, uint32_t at)
{
    const struct block *b = article_block(a, at);

    return b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_CAPTION ||
                 b->kind == BLOCK_BYLINE);
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

    if (n < SHORT_LEAST || p->open + 1 >= p->close || p->named ||
        is_frame_block(a, w->words[p->open].start))
        return;
    f = frame_of(h, p->open, p->close);
    find_say(h, &f);
    if (!is_speech(h, &f, n))
        return;
    v = quote_speaker(h, &f);
    /* a few words of nobody's are no speech, but behind a colon */
    if (v.name < 0 && v.to <= v.from && n < SPEECH_LEAST && !f.tag &&
        !(f.colon && f.say != QUOTE_NONE))
        return;
    q.nwords = p->close - p->open - 1;
    q.sentence = f.sentence;
    q.at = (span){w->words[p->open + 1].start, w->words[p->close - 1].end};
    q.lang = w->words[p->open + 1].lang;
    q.speaker = v.name;
    if (v.to > v.from)
        q.speaker_words = (span){w->words[v.from].start, w->words[v.to - 1].end};
    else if (v.name >= 0 && a->names[v.name].sure < NAME_SURE)
        q.speaker_words = a->names[v.name].at; /* if no page is sure of it */
    a->quotes = arena_grow(a->mem, a->quotes, a->nquotes, sizeof *a->quotes);
    a->quotes[a->nquotes++] = q;
    if (v.name >= 0 || v.to > v.from)
        h->last = v;
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
find_pairs(struct quote_hunt *h)
{
    const struct words *w = h->w;

    for (uint32_t i = 0; i < w->nwords && h->npairs < QUOTE_MOST; i++) {
        struct quote_pair p = {.open = i};
        size_t n;

        if (!opens(w, i))
            continue;
        p.close = find_close(w, i);
        if (p.close == 0)
            continue;
        n = weight(w, i + 1, p.close);
        p.named = n < NAME_MOST && is_name(h->a, i + 1, p.close);
        p.speech = n >= PART_LEAST;
        h->pairs = arena_grow(h->a->mem, h->pairs, h->npairs, sizeof p);
        h->pairs[h->npairs++] = p;
        /* the next line's first word may open a quote itself */
        i = p.close - (w->words[p.close].shape & SHAPE_LINE ? 1 : 0);
    }
}

void
quote_find(const struct lexicon *lx, struct article *a)
{
    struct quote_hunt h = {.lx = lx, .a = a, .w = &a->read.w};

    h.before = lexicon_concept(lx, "speaker-before");
    h.that = lexicon_concept(lx, "clause-that");
    h.marker = lexicon_concept(lx, "subject-marker");
    h.by = lexicon_concept(lx, "according-to");
    h.last.name = -1;
    a->quotes = NULL;
    a->nquotes = 0;
    find_pairs(&h);
    for (size_t i = 0; i < h.npairs; i++)
        consider(&h, &h.pairs[i]);
}
