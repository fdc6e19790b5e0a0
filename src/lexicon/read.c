/*
 * read.c - the senses of a text, and the frame phrases a line begins with:
 * longest match over the keys of the lexicon.
 */
#include "base/buf.h"
#include "lexicon/look.h"
#include "text/fold.h"

#include <string.h>

/* ---- reading a text -------------------------------------------------- */

struct reader {
    const struct lexicon *lx;
    struct reading *r;
    struct arena *mem;
    struct stemmer *stemmer; /* none: stems of bare forms are not tried */
    struct buf key;
    enum lang lang;
};

/*
 * One way to take the first word: its fold and its stem (empty: none).
 */
struct head {
    str fold, stem;
};

static size_t
most_words(struct reader *rd, enum lang lang, str stem)
{
    struct lexicon_run run;

    buf_clear(&rd->key);
    buf_putc(&rd->key, (char)(lang + 1));
    buf_putc(&rd->key, '#');
    buf_put(&rd->key, stem);
    run = lexicon_look(rd->lx, buf_str(&rd->key));
    return run.n ? run.entries[0].id : 1;
}

/* n words from `word` on, the first as it is taken here. */
static struct lexicon_run
try_key(struct reader *rd, enum lang lang, bool stems, str first, size_t word,
        size_t n)
{
    buf_clear(&rd->key);
    buf_putc(&rd->key, (char)(lang + 1));
    buf_putc(&rd->key, '=');
    buf_put(&rd->key, first);
    for (size_t i = 1; i < n; i++) {
        const struct word *w = &rd->r->w.words[word + i];

        buf_putc(&rd->key, ' ');
        buf_put(&rd->key, stems ? w->stem : w->fold);
    }
    return lexicon_look(rd->lx, buf_str(&rd->key));
}

/* Whether the letters of the text allow the entry. */
static bool
allowed(const struct reader *rd, const struct lex_entry *e, size_t word,
        size_t n)
{
    const struct word *w = &rd->r->w.words[word];

    if (e->flags & LEX_CAPS) {
        for (size_t i = 0; i < n; i++)
            if (w[i].kind == WORD_LETTERS &&
                !(w[i].shape & (SHAPE_ALL_CAPS | SHAPE_DOTTED)) &&
                !(w[i].shape & SHAPE_CAPITAL && utf8_count(w[i].fold) == 1))
                return false;
        return true;
    }
    if (e->flags & LEX_CAPITAL)
        return (w->shape & SHAPE_CAPITAL) != 0;
    return true;
}

static size_t
take(struct reader *rd, struct lexicon_run run, enum lex_flag mode, size_t word,
     size_t n, bool exact)
{
    struct reading *r = rd->r;
    const struct word *w = &r->w.words[word];
    /* "engines" are no engineers, though one stem */
    unsigned family =
        exact || n > 1 ? 0 : stem_family(w->fold, (enum lang)w->lang);
    size_t taken = 0;

    for (size_t i = 0; i < run.n; i++) {
        const struct lex_entry *e = &run.entries[i];
        bool twice = false;

        if (!(e->flags & mode) || e->kind == SENSE_NUMERAL ||
            !allowed(rd, e, word, n) ||
            (family && e->family && !(e->family & family)))
            continue;
        for (size_t k = r->nsenses; k-- > 0 && r->senses[k].word == word;)
            twice |= r->senses[k].kind == e->kind && r->senses[k].id == e->id &&
                     r->senses[k].nwords == n;
        if (twice)
            continue;
        r->senses =
            arena_grow(rd->mem, r->senses, r->nsenses, sizeof *r->senses);
        r->senses[r->nsenses++] = (struct sense){
            (uint32_t)word, (uint8_t)n, e->kind, e->cls, exact, e->id};
        taken++;
    }
    return taken;
}

/* Words up to the end of the sentence's line, as far as a key may reach. */
static size_t
room(const struct reading *r, size_t word)
{
    size_t n = 1;

    while (n < LEX_MOST_WORDS && word + n < r->w.nwords &&
           r->w.words[word + n].sentence == r->w.words[word].sentence)
        n++;
    return n;
}

/*
 * The senses at a word: all of the greatest length that any way of taking
 * the first word reaches. Returns that length, 0 for none.
 */
static size_t
senses_at(struct reader *rd, size_t word)
{
    const struct word *w = &rd->r->w.words[word];
    struct head heads[1 + STEM_MOST_BARE];
    str bare[STEM_MOST_BARE];
    size_t nheads = 1, reach = room(rd->r, word), longest = 0;
    enum lang langs[2] = {(enum lang)w->lang, LANG_UND};

    heads[0] = (struct head){w->fold, w->stem};
    if (w->kind == WORD_LETTERS) {
        size_t n = stem_bare(w->fold, langs[0], bare, STEM_MOST_BARE);

        for (size_t i = 0; i < n; i++)
            heads[nheads++] = (struct head){
                bare[i], stem_word(rd->stemmer, bare[i], langs[0], rd->mem)};
    }
    for (size_t h = 0; h < nheads; h++) {
        bool found = false;

        for (int l = 0; l < 2; l++) {
            /* words of no language have no stems */
            size_t most = most_words(rd, langs[l],
                                     l == 0 ? heads[h].stem : heads[h].fold);

            if (l == 1 && (langs[0] == LANG_UND || h > 0))
                break;
            if (most > reach)
                most = reach;
            for (size_t n = most; n >= 1 && n >= longest; n--) {
                struct lexicon_run run =
                    try_key(rd, langs[l], false, heads[h].fold, word, n);
                size_t got = take(rd, run, LEX_WORD, word, n, h == 0);

                if (l == 0) {
                    /* stems add to what stands there as it is */
                    if (n > 1 || !str_eq(heads[h].stem, heads[h].fold))
                        run =
                            try_key(rd, langs[l], true, heads[h].stem, word, n);
                    got += take(rd, run, LEX_STEM, word, n, false);
                }
                if (got) {
                    found = true;
                    longest = n;
                    break;
                }
            }
        }
        /* the word as it stands wins over the word without its clitics,
         * unless that reaches further */
        if (found && h == 0 && longest > 1)
            break;
        if (found && h == 0 && nheads > 1 &&
            (langs[0] == LANG_AR || langs[0] == LANG_HE || langs[0] == LANG_FA))
            break;
        if (found && h > 0)
            break;
    }
    return longest;
}

/*
 * Keeps the senses of the greatest length. A word that stands there as a
 * function word of its language means nothing else but what bounds, times
 * and units say: "some", "since"; what its stem might mean is chance.
 */
static void
keep_longest(struct reading *r, size_t first, size_t longest)
{
    size_t n = first;
    bool function = false;

    for (size_t i = first; i < r->nsenses; i++)
        function |= r->senses[i].kind == SENSE_FUNCTION && longest == 1;
    for (size_t i = first; i < r->nsenses; i++) {
        struct sense s = r->senses[i];

        if (s.nwords != longest)
            continue;
        if (function && s.kind == SENSE_CONCEPT &&
            (!s.exact || (s.cls != CLASS_BOUND && s.cls != CLASS_TIME &&
                          s.cls != CLASS_UNIT)))
            continue;
        r->senses[n++] = s;
    }
    r->nsenses = n;
}

void
lexicon_read(const struct lexicon *lx, struct reading *r, struct arena *mem)
{
    struct reader rd = {.lx = lx, .r = r, .mem = mem};
    size_t covered = 0; /* words below it lie inside a longer sense */

    rd.stemmer = stemmer_open();
    r->senses = NULL;
    r->nsenses = 0;
    r->sense_at = arena_new(mem, uint32_t, r->w.nwords + 1);
    for (size_t i = 0; i < r->w.nwords; i++) {
        size_t first = r->nsenses, longest;

        r->sense_at[i] = (uint32_t)first;
        if (i < covered)
            continue;
        longest = senses_at(&rd, i);
        keep_longest(r, first, longest);
        if (longest > 1)
            covered = i + longest;
    }
    r->sense_at[r->w.nwords] = (uint32_t)r->nsenses;
    stemmer_close(rd.stemmer);
    buf_free(&rd.key);
}

const struct sense *
reading_sense(const struct reading *r, size_t word, enum sense_kind kind)
{
    if (word >= r->w.nwords)
        return NULL;
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind == kind)
            return &r->senses[i];
    return NULL;
}

const struct sense *
reading_concept(const struct reading *r, size_t word, enum concept_class cls)
{
    if (word >= r->w.nwords)
        return NULL;
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind == SENSE_CONCEPT && r->senses[i].cls == cls)
            return &r->senses[i];
    return NULL;
}

/* ---- frames ---------------------------------------------------------- */

#define CHROME_MOST_WORDS 24

/* No phrase has as many spaces (tools/lexbuild holds to it), so what stands
 * behind them need not be read. */
static str
first_words(str line)
{
    size_t spaces = 0;

    for (size_t i = 0; i < line.n; i++)
        if (line.s[i] == ' ' && ++spaces == LEX_CHROME_SPACES)
            return str_cut(line, 0, i);
    return line;
}

enum chrome_kind
lexicon_chrome(const struct lexicon *lx, str line, bool *whole)
{
    struct arena *mem = arena_open();
    struct lang_span langs = {{0, (uint32_t)line.n}, LANG_UND};
    struct words w;
    struct buf key = {0};
    size_t ends[CHROME_MOST_WORDS], n = 0;
    enum chrome_kind kind = CHROME_NONE;
    str head;

    line = str_cut(line, 0, 600);
    head = first_words(line);
    langs.at.end = (uint32_t)head.n;
    segment(&w, head, &langs, 1, NULL, mem);
    buf_putc(&key, LANG_UND + 1);
    buf_putc(&key, '!');
    *whole = false;
    for (size_t i = 0; i < w.nwords && n < CHROME_MOST_WORDS; i++) {
        if (w.words[i].kind == WORD_MARK)
            continue;
        if (n)
            buf_putc(&key, ' ');
        buf_put(&key, w.words[i].fold);
        ends[n++] = key.n;
    }
    for (size_t i = n; i-- > 0 && kind == CHROME_NONE;) {
        struct lexicon_run run = lexicon_look(lx, (str){key.s, ends[i]});

        if (run.n) {
            kind = (enum chrome_kind)run.entries[0].id;
            *whole = i + 1 == n && head.n == line.n;
        }
    }
    buf_free(&key);
    arena_close(mem);
    return kind;
}
