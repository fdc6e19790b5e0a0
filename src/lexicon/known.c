/*
 * known.c - names that do not sound alike but are known to be of one place
 * or body: Germany, ألمانيا.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "lexicon/likeness.h"
#include "lexicon/look.h"
#include "text/utf8.h"

#define KNOWN_MOST 32
#define NAME_LONG  256 /* bytes; no place or body is known by more */

static bool
in_capitals(const struct words *w)
{
    for (size_t i = 0; i < w->nwords; i++)
        if (w->words[i].kind == WORD_LETTERS &&
            !(w->words[i].shape & (SHAPE_ALL_CAPS | SHAPE_DOTTED)))
            return false;
    return true;
}

/* The languages of data/lexicon that write names in the script. */
static bool
writes(enum lang lang, enum script script)
{
    switch (lang) {
    case LANG_UND:
        return true;
    case LANG_AR:
    case LANG_FA:
        return script == SCRIPT_ARABIC;
    case LANG_RU:
    case LANG_UK:
        return script == SCRIPT_CYRILLIC;
    case LANG_ZH:
        return script == SCRIPT_HAN;
    case LANG_JA:
        return script == SCRIPT_HAN || script == SCRIPT_HIRAGANA ||
               script == SCRIPT_KATAKANA;
    case LANG_KO:
        return script == SCRIPT_HANGUL;
    case LANG_HI:
        return script == SCRIPT_DEVANAGARI;
    case LANG_HE:
        return script == SCRIPT_HEBREW;
    case LANG_EL:
        return script == SCRIPT_GREEK;
    default:
        return script == SCRIPT_LATIN;
    }
}

enum {
    PLACES_AND_BODIES = 1u << SENSE_PLACE | 1u << SENSE_BODY,
    GIVEN_NAMES = 1u << SENSE_GIVEN,
    TITLES = 1u << SENSE_CONCEPT | 1u << SENSE_HONORIFIC /* roles alone */
};

/* What of these kinds all words of the name stand for, as they are written,
 * in any language. */
static size_t
known_as(const struct lexicon *lx, str name, unsigned kinds,
         const struct lex_entry **out, struct stemmer *stemmer,
         struct arena *mem)
{
    struct lang_span all = {{0, (uint32_t)name.n}, LANG_UND};
    struct words w;
    struct buf key = {0};
    size_t n = 0;

    segment(&w, name, &all, 1, stemmer, mem);
    if (w.nwords == 0 || w.nwords > LEX_MOST_WORDS)
        return 0;
    buf_put(&key, STR("?="));
    for (size_t i = 0; i < w.nwords; i++) {
        if (i)
            buf_putc(&key, ' ');
        buf_put(&key, w.words[i].fold);
    }
    for (int lang = LANG_UND; lang <= LANG_LEXICON; lang++) {
        struct lexicon_run run;

        /* "LG전자" is Korean though its first word is Latin */
        if (!writes((enum lang)lang, (enum script)w.words[0].script) &&
            !writes((enum lang)lang, (enum script)w.words[w.nwords - 1].script))
            continue;
        key.s[0] = (char)(lang + 1);
        run = lexicon_look(lx, buf_str(&key));
        for (size_t i = 0; i < run.n && n < KNOWN_MOST; i++) {
            const struct lex_entry *e = &run.entries[i];

            if (e->flags & LEX_WORD && kinds & 1u << e->kind &&
                (e->kind != SENSE_CONCEPT || e->cls == CLASS_ROLE) &&
                (!(e->flags & LEX_CAPS) || in_capitals(&w)))
                out[n++] = e;
        }
    }
    buf_free(&key);
    return n;
}

/* Whether all words of both stand for one thing of these kinds. */
static bool
known_alike(const struct lexicon *lx, str a, str b, unsigned kinds)
{
    const struct lex_entry *x[KNOWN_MOST], *y[KNOWN_MOST];
    struct arena *mem = arena_open();
    struct stemmer *stemmer = lexicon_stemmer(lx);
    size_t nx = known_as(lx, a, kinds, x, stemmer, mem);
    size_t ny = nx ? known_as(lx, b, kinds, y, stemmer, mem) : 0;
    bool same = false;

    for (size_t i = 0; i < nx; i++)
        for (size_t k = 0; k < ny && !same; k++)
            same = x[i]->kind == y[k]->kind && x[i]->id == y[k]->id;
    lexicon_stemmer_back(lx, stemmer);
    arena_close(mem);
    return same;
}

bool
likeness_known(const struct lexicon *lx, str a, str b)
{
    a = str_trim(a);
    b = str_trim(b);
    return a.n <= NAME_LONG && b.n <= NAME_LONG &&
           known_alike(lx, a, b, PLACES_AND_BODIES);
}

/* ---- nicknames --------------------------------------------------------- */

/* Likeness of the surnames beside a nickname, of one script and of two; own
 * stories, 2026-11. */
static const double SURNAME_SAME = 0.85, SURNAME_SAME_FAR = 0.8;

/* The first of several words, "" of one alone. */
static str
first_word(str name)
{
    size_t n = 0;

    while (n < name.n && name.s[n] != ' ')
        n++;
    return str_cut(name, 0, n < name.n ? n : 0);
}

bool
sound_surnames(const struct sound *a, const struct sound *b)
{
    double least = a->script == b->script ? SURNAME_SAME : SURNAME_SAME_FAR;

    return a->nwords > 1 && b->nwords > 1 &&
           sound_word_likeness(&a->word[a->nwords - 1],
                               &b->word[b->nwords - 1]) >= least;
}

bool
likeness_nicknamed(const struct lexicon *lx, str a, str b)
{
    str x = first_word(a), y = first_word(b);
    struct sound s, t;

    if (x.n == 0 || y.n == 0 || x.n > NAME_LONG || y.n > NAME_LONG)
        return false;
    sound_of(lx, a, &s);
    sound_of(lx, b, &t);
    return sound_surnames(&s, &t) && known_alike(lx, x, y, GIVEN_NAMES);
}

/* ---- titles ------------------------------------------------------------ */

static bool
is_title(const struct lexicon *lx, str words, struct stemmer *stemmer,
         struct arena *mem)
{
    const struct lex_entry *found[KNOWN_MOST];
    str article = STR("\xD8\xA7\xD9\x84"); /* ال */

    if (words.n == 0 || words.n > NAME_LONG)
        return false;
    if (known_as(lx, words, TITLES, found, stemmer, mem))
        return true;
    return str_starts(words, article) &&
           known_as(lx, str_cut(words, article.n, words.n), TITLES, found,
                    stemmer, mem);
}

/* Where the n-th word ends; 0 where no other is behind it. */
static size_t
words_end(str name, unsigned n)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] == ' ' && --n == 0)
            return i;
    return 0;
}

static bool
is_han(str s)
{
    while (s.n)
        if (utf8_script(utf8_next(&s)) != SCRIPT_HAN)
            return false;
    return true;
}

str
likeness_untitled(const struct lexicon *lx, str name)
{
    enum { TITLE_WORDS = 3, HAN = 3, HAN_TITLE = 2 * HAN };
    size_t front = name.n < HAN_TITLE ? 0 : name.n - HAN_TITLE, cut = 0;
    str last = str_cut(name, front, name.n);
    bool han = front >= HAN_TITLE && is_han(last); /* 佐藤健二首相 */
    struct arena *mem;
    struct stemmer *stemmer;

    if (!han && words_end(name, 1) == 0)
        return name;
    mem = arena_open();
    stemmer = lexicon_stemmer(lx);
    for (unsigned n = TITLE_WORDS; n > 0 && cut == 0; n--) {
        size_t end = words_end(name, n);

        if (end && is_title(lx, str_cut(name, 0, end), stemmer, mem))
            cut = end;
    }
    if (han && is_title(lx, last, stemmer, mem))
        name.n = front;
    lexicon_stemmer_back(lx, stemmer);
    arena_close(mem);
    return str_trim(str_cut(name, cut, name.n));
}
