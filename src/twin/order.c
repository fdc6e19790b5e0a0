/* order.c - what an editor looks for comes first. */
#include "twin/kind.h"

#include "text/fold.h"

/* Concepts that say who or what someone is, or what happened: another one
 * is no house style. */
#define MEANING                                                                \
    (UINT32_C(1) << CLASS_PERSON | UINT32_C(1) << CLASS_BODY |                 \
     UINT32_C(1) << CLASS_ACT | UINT32_C(1) << CLASS_STATE |                   \
     UINT32_C(1) << CLASS_ABSTRACT | UINT32_C(1) << CLASS_QUALITY)

/* Does some word of b mean what the sense does, or near it? */
static bool
meant(const struct lexicon *lx, uint32_t id, const struct article *b, span at)
{
    const struct reading *r = &b->read;

    for (size_t i = kind_word_at(b, at.start);
         i < r->w.nwords && r->w.words[i].start < at.end; i++)
        for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
            if (r->senses[k].kind == SENSE_CONCEPT &&
                lexicon_near(lx, id, r->senses[k].id) > 0)
                return true;
    return false;
}

static bool
stands(str stem, const struct article *b, span at)
{
    const struct words *w = &b->read.w;

    for (size_t i = kind_word_at(b, at.start);
         i < w->nwords && w->words[i].start < at.end; i++)
        if (str_eq(w->words[i].stem, stem))
            return true;
    return false;
}

static bool
in_a_name(const struct article *a, const struct word *w)
{
    for (size_t i = 0; i < a->nnames; i++)
        if (a->names[i].sure >= NAME_SURE && a->names[i].at.start <= w->start &&
            w->end <= a->names[i].at.end)
            return true;
    return false;
}

/* Words of one side that the other does not tell. */
struct beyond {
    bool weighs;  /* one says what happened, or who */
    bool unknown; /* one may mean anything */
    bool any;     /* there is one, whatever it means */
};

static struct beyond
beyond(const struct lexicon *lx, const struct article *a, span at,
       const struct article *b, span there)
{
    const struct reading *r = &a->read;
    struct beyond out = {false, false, false};

    for (size_t i = kind_word_at(a, at.start);
         i < r->w.nwords && r->w.words[i].start < at.end; i++) {
        bool weighs = false, known = false, told = false;

        if (r->w.words[i].kind != WORD_LETTERS ||
            stands(r->w.words[i].stem, b, there))
            continue;
        out.any = true;
        if (reading_sense(r, i, SENSE_FUNCTION) || in_a_name(a, &r->w.words[i]))
            continue;
        for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
            const struct sense *s = &r->senses[k];

            known = true;
            if (s->kind != SENSE_CONCEPT)
                continue;
            weighs = weighs || MEANING >> s->cls & 1;
            told = told || meant(lx, s->id, b, there);
        }
        out.weighs = out.weighs || (weighs && !told);
        out.unknown = out.unknown || !known;
    }
    return out;
}

bool
kind_means_other(const struct lexicon *lx, const struct article *from,
                 const struct article *to, const struct change *c)
{
    struct beyond a = beyond(lx, from, c->from_at, to, c->to_at);
    struct beyond b = beyond(lx, to, c->to_at, from, c->from_at);

    /* a word that no lexicon knows may be the same in other words, unless it
     * has nothing to stand for: "suspected", "so-called" */
    return (a.weighs && (b.weighs || !b.unknown)) ||
           (b.weighs && (a.weighs || !a.unknown)) || (a.unknown && !b.any) ||
           (b.unknown && !a.any);
}

/* A new value, other words for what happened, a sentence more or less; then
 * who says so, names, an agency's tag; then house style. */
static uint8_t
turn_of(const struct lexicon *lx, const struct article *from,
        const struct article *to, const struct change *c)
{
    switch (c->kind) {
    case CHANGE_NUMBER:
    case CHANGE_DATE:
        return 0;
    case CHANGE_CUT:
        return 2;
    case CHANGE_INSERTED:
        return 3;
    case CHANGE_ATTRIBUTION:
        return kind_drops_tag(from, c->from, c->to) ||
                       kind_drops_tag(to, c->to, c->from)
                   ? 6
                   : 4;
    case CHANGE_MODALITY:
        return 4;
    case CHANGE_NAME:
        return 5;
    case CHANGE_WORDING:
        return kind_means_other(lx, from, to, c) ? 1 : 7;
    case CHANGE_STYLE:
        return 8;
    default:
        return 9;
    }
}

/* A headline is told before what the text says in other words. */
static bool
of_title(const struct article *from, const struct article *to,
         const struct change *c)
{
    return str_eq(c->from, from->title) && str_eq(c->to, to->title);
}

void
kind_order(const struct lexicon *lx, const struct article *from,
           const struct article *to, struct change *c, size_t n)
{
    struct arena *tmp = arena_open();
    struct change *was = arena_new(tmp, struct change, n + 1);
    uint8_t *turn = arena_new(tmp, uint8_t, n + 1);
    size_t k = 0;

    for (size_t i = 0; i < n; i++) {
        was[i] = c[i];
        turn[i] = turn_of(lx, from, to, &c[i]);
        if (turn[i] > 1 && of_title(from, to, &c[i]))
            turn[i] = 1;
    }
    for (uint8_t t = 0; t <= 9; t++)
        for (size_t i = 0; i < n; i++)
            if (turn[i] == t)
                c[k++] = was[i];
    arena_close(tmp);
}

/* Where the text holds the title; empty where it does not. */
static span
title_at(const struct article *a)
{
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].kept && a->blocks[i].kind == BLOCK_TITLE)
            return a->blocks[i].at;
    return (span){0, 0};
}

/* Letters and figures alone, folded. */
static str
bare(const struct article *a, struct arena *tmp)
{
    str all = fold_word(a->title, a->lang, tmp);
    char *out = arena_new(tmp, char, all.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < all.n; i++) {
        unsigned char c = (unsigned char)all.s[i];

        if (c >= 0x80 || (c >= '0' && c <= '9') ||
            ((c | 32) >= 'a' && (c | 32) <= 'z'))
            out[n++] = all.s[i];
    }
    return (str){out, n};
}

bool
kind_title(const struct article *from, const struct article *to,
           struct change *c, struct arena *mem)
{
    struct arena *tmp = arena_open();
    bool other = from->title.n > 0 && to->title.n > 0 &&
                 !str_eq(bare(from, tmp), bare(to, tmp));

    arena_close(tmp);
    if (!other)
        return false;
    *c = (struct change){.from = arena_str(mem, from->title),
                         .to = arena_str(mem, to->title),
                         .from_at = title_at(from),
                         .to_at = title_at(to),
                         .kind = CHANGE_WORDING};
    return true;
}

/* The span with the marks that open and close its sentences. */
static span
with_marks(const struct article *a, span at)
{
    const struct words *w = &a->read.w;
    size_t first = kind_word_at(a, at.start), last = kind_word_at(a, at.end);
    span from, to;

    if (first >= w->nwords || last == 0 || at.end <= at.start)
        return at;
    last -= last >= w->nwords || w->words[last].start >= at.end;
    from = w->sentences[w->words[first].sentence].at;
    to = w->sentences[w->words[last].sentence].at;
    while (first > 0 && w->words[first - 1].start >= from.start &&
           w->words[first - 1].kind == WORD_MARK)
        first--;
    while (last + 1 < w->nwords && w->words[last + 1].end <= to.end &&
           w->words[last + 1].kind == WORD_MARK)
        last++;
    if (first == 0 || w->words[first - 1].start < from.start)
        at.start = from.start;
    if (last + 1 == w->nwords || w->words[last + 1].end > to.end)
        at.end = to.end;
    return at;
}

void
kind_whole(const struct article *from, const struct article *to,
           struct change *c, size_t n, struct arena *mem)
{
    for (size_t i = 0; i < n; i++) {
        bool cut = c[i].kind == CHANGE_CUT;
        const struct article *a = cut ? from : to;
        span *at = cut ? &c[i].from_at : &c[i].to_at;
        str *words = cut ? &c[i].from : &c[i].to;

        if (!cut && c[i].kind != CHANGE_INSERTED)
            continue;
        *at = with_marks(a, *at);
        *words = arena_str(mem, str_trim(str_cut(a->text, at->start, at->end)));
    }
}
