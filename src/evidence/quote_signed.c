/*
 * quote_signed.c - what stands next to a quote: the name under it, "– NAME,
 * teacher", and the quote before, which it goes on with.
 */
#include "evidence/quote_parts.h"

/* batteries of our own in 20 languages chose these, 2026-11 */
#define SIGN_MOST   14 /* words of a line that signs */
#define NAME_BEHIND 4  /* words from the dash to the name */
#define ON_MOST     24 /* words of the speaker between two parts of a quote */
#define ON_REACH    14 /* words from the first part to the verb */

static bool
is_stop(const struct words *w, uint32_t i)
{
    uint32_t c = w->words[i].kind == WORD_MARK ? quote_char(w, i) : 0;

    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
           c == 0x0964;
}

static bool
begins_line(const struct words *w, uint32_t i)
{
    return i >= w->nwords || w->words[i].shape & SHAPE_LINE;
}

/* The line behind the quote that holds a dash and who said it. */
static void
find_signature(const struct quote_hunt *h, struct quote_frame *f)
{
    const struct words *w = h->w;
    uint32_t i = f->close, end;

    if (quote_mark(w, i) || !begins_line(w, i))
        i++;
    while (i < w->nwords && is_stop(w, i))
        i++;
    if (i >= w->nwords || !quote_dash(w, i))
        return;
    end = i;
    while (i < w->nwords && quote_dash(w, i))
        i++;
    if (begins_line(w, i) || w->words[i].kind != WORD_LETTERS ||
        (w->words[end].shape & SHAPE_LINE) == 0)
        return;
    for (end = i; !begins_line(w, end); end++)
        if (end - i >= SIGN_MOST || quote_says(h, end) || quote_mark(w, end) ||
            (is_stop(w, end) && !begins_line(w, end + 1)))
            return;
    f->signs = i;
}

struct quote_voice
quote_signature(const struct quote_hunt *h, const struct quote_frame *f)
{
    struct quote_voice v = QUOTE_NOBODY;
    uint32_t end = f->signs;

    if (end == QUOTE_NONE)
        return v;
    while (!begins_line(h->w, end) && !quote_comma(h->w, end))
        end++;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, f->signs, end, &i);

        if (!n)
            break;
        if (n->word > f->signs + NAME_BEHIND || n->sure < NAME_SURE)
            continue;
        v.name = (int32_t)i;
        return v;
    }
    v = quote_by_role(h, quote_words(h, f->signs, end, true));
    if (!quote_told(v) && end - f->signs <= QUOTE_NAME_WORDS)
        v = (struct quote_voice){-1, f->signs, end};
    return v;
}

/* "….": what follows the quote before is a sentence of its own. */
static bool
new_sentence(const struct quote_hunt *h)
{
    enum lang l = quote_lang(h, h->last_end);

    return h->last_end > 0 && is_stop(h->w, h->last_end - 1) && l != LANG_ZH &&
           l != LANG_JA;
}

/*
 * "…," she said, "…": in one sentence, her verb between, a comma before; or a
 * sentence of its own, right behind hers: "…," she said. "…."
 */
static bool
goes_on(const struct quote_hunt *h, const struct quote_frame *f)
{
    const struct words *w = h->w;
    uint32_t from = h->last_end + 1, says = 0, first = QUOTE_NONE;
    bool own =
        f->open > 0 && is_stop(w, f->open - 1) && is_stop(w, f->close - 1);

    if (!quote_told(h->last) || f->open <= from || f->open - from > ON_MOST ||
        (!own && new_sentence(h)))
        return false;
    for (uint32_t i = from; i <= f->open; i++) {
        if (begins_line(w, i) || (i < f->open && quote_mark(w, i)))
            return false;
        if (is_stop(w, i) && i + 1 < f->open && !own)
            return false;
        if (i < f->open && quote_says(h, i)) {
            says++;
            first = first == QUOTE_NONE ? i : first;
        }
    }
    /* “…”，市长表示，“…”: outside the marks a comma parts clauses */
    if (quote_lang(h, f->open) == LANG_ZH && quote_comma(w, from))
        return false;
    if (says != 1 || first > from + ON_REACH || f->colon)
        return false;
    return own || quote_comma(w, f->open - 1) || quote_dash(w, f->open - 1) ||
           quote_mark(w, f->open) == 0;
}

void
quote_neighbours(const struct quote_hunt *h, struct quote_frame *f)
{
    find_signature(h, f);
    /* a verb of its own behind it tells of another speaker */
    f->goes_on = f->signs == QUOTE_NONE && !f->tag && goes_on(h, f);
}
