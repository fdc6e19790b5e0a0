/*
 * search.c - words of any language to the terms of full-text search.
 *
 * An article is found by its stems, in order ("w" before each), and by what
 * its words mean: concepts, places, well-known bodies ("c_", "p_", "b_" and
 * the English key). A query word asks for its meaning where it has one,
 * else for its stem: so any language finds every language.
 */
#include "engine/engine.h"

#define QUERY_SHORT 40 /* bytes; a longer one tells its language */

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

/* The query of words whose languages are known; false where nothing is left
 * to ask for. */
static bool
query_in(const struct lexicon *lx, str words, struct lang_span *langs,
         size_t nlangs, struct stemmer *stemmer, struct arena *mem,
         struct buf *query)
{
    struct reading r = {0};
    size_t i = 0;
    bool some = false;

    segment(&r.w, words, langs, nlangs, stemmer, mem);
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
    return some;
}

/* Adds another way to read the query, unless it is there already. */
static void
query_or(struct buf *query, struct buf *way)
{
    struct buf whole = {0};

    buf_printf(&whole, "(%s)", way->s);
    if (str_find(buf_str(query), buf_str(&whole)) == SIZE_MAX) {
        if (query->n)
            buf_putz(query, " OR ");
        buf_put(query, buf_str(&whole));
    }
    buf_free(&whole);
}

/*
 * A few words are too little to tell a language by ("sikke" is Turkish, but
 * might be Swedish): they are asked for in every language they may be of.
 */
bool
search_query(const struct lexicon *lx, str words, struct buf *query)
{
    struct arena *mem = arena_open();
    struct stemmer *stemmer = lexicon_stemmer(lx);
    struct lang_span *langs, all;
    struct buf way = {0};
    size_t n;

    words = arena_str(mem, str_cut(words, 0, 4096));
    langs = lang_spans(words, LANG_UND, mem, &n);
    if (query_in(lx, words, langs, n, stemmer, mem, &way))
        query_or(query, &way);
    for (int lang = 1; words.n <= QUERY_SHORT && lang <= LANG_LEXICON; lang++) {
        all = (struct lang_span){{0, (uint32_t)words.n}, (enum lang)lang};
        buf_clear(&way);
        if (query_in(lx, words, &all, 1, stemmer, mem, &way))
            query_or(query, &way);
    }
    buf_free(&way);
    lexicon_stemmer_back(lx, stemmer);
    arena_close(mem);
    return query->n != 0;
}
