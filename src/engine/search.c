/*
 * search.c - words of any language to the terms of full-text search.
 *
 * An article is found by its stems, in order ("w" before each), and by what
 * its words mean: concepts, places, well-known bodies ("c_", "p_", "b_" and
 * the English key). A query word asks for its meaning where it has one,
 * else for its stem: so any language finds every language.
 */
#include "engine/engine.h"

static bool
plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* A key as one token: what is no letter becomes a low line. */
static void
token(struct buf *out, const char *head, str key)
{
    buf_putz(out, head);
    for (size_t i = 0; i < key.n; i++) {
        char c = key.s[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        buf_putc(out, plain(c) || (unsigned char)c >= 0x80 ? c : '_');
    }
}

static bool
meaning(const struct lexicon *lx, const struct sense *s, struct buf *out)
{
    switch (s->kind) {
    case SENSE_CONCEPT:
        if (s->cls == CLASS_BOUND || s->cls == CLASS_TIME)
            return false;
        token(out, "c_", lexicon_key(lx, s->id));
        return true;
    case SENSE_PLACE:
    case SENSE_DEMONYM:
        token(out, "p_", lexicon_place(lx, s->id).name);
        return true;
    case SENSE_BODY:
        token(out, "b_", lexicon_body(lx, s->id));
        return true;
    default:
        return false;
    }
}

void
search_terms(const struct lexicon *lx, const struct reading *r,
             struct buf *terms, struct buf *meanings)
{
    for (size_t i = 0; i < r->w.nwords; i++) {
        const struct word *w = &r->w.words[i];

        if (w->kind == WORD_MARK)
            continue;
        token(terms, "w", w->stem);
        buf_putc(terms, ' ');
    }
    for (size_t i = 0; i < r->nsenses; i++)
        if (meaning(lx, &r->senses[i], meanings))
            buf_putc(meanings, ' ');
}

bool
search_query(const struct lexicon *lx, str words, struct buf *query)
{
    struct arena *mem = arena_open();
    struct stemmer *stemmer = stemmer_open();
    struct reading r = {0};
    struct lang_span *langs;
    size_t n, i = 0;
    bool some = false;

    words = arena_str(mem, str_cut(words, 0, 4096));
    langs = lang_spans(words, LANG_UND, mem, &n);
    segment(&r.w, words, langs, n, stemmer, mem);
    lexicon_read(lx, &r, mem);
    while (i < r.w.nwords) {
        size_t step = 1;
        bool found = false, function = false;
        size_t before = query->n;

        if (r.w.words[i].kind == WORD_MARK) {
            i++;
            continue;
        }
        buf_putz(query, some ? " AND (" : "(");
        for (size_t k = r.sense_at[i]; k < r.sense_at[i + 1]; k++) {
            size_t mark = query->n;

            function |= r.senses[k].kind == SENSE_FUNCTION;
            if (found)
                buf_putz(query, " OR ");
            buf_putz(query, "meanings:\"");
            if (!meaning(lx, &r.senses[k], query)) {
                query->n = mark;
                query->s[mark] = '\0';
                continue;
            }
            buf_putc(query, '"');
            found = true;
            step = r.senses[k].nwords;
        }
        if (function && !found) {
            query->n = before;
            query->s[before] = '\0';
            i++;
            continue;
        }
        buf_putz(query, found ? " OR terms:\"" : "terms:\"");
        /* characters of one unknown Han run make one phrase */
        if (!found)
            while (i + step < r.w.nwords && r.w.words[i].script == SCRIPT_HAN &&
                   r.w.words[i + step].script == SCRIPT_HAN &&
                   r.sense_at[i + step] == r.sense_at[i + step + 1] &&
                   !(r.w.words[i + step].shape & SHAPE_SPACE))
                step++;
        for (size_t k = 0; k < step; k++) {
            if (r.w.words[i + k].kind == WORD_MARK)
                continue;
            if (k)
                buf_putc(query, ' ');
            token(query, "w", r.w.words[i + k].stem);
        }
        buf_putz(query, "\")");
        some = true;
        i += step;
    }
    stemmer_close(stemmer);
    arena_close(mem);
    return some;
}
