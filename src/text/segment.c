/*
 * segment.c - a text as sentences and words, in two passes: words first,
 * then sentence borders between them.
 */
#include "text/segment.h"

#include "text/form.h"

#include <string.h>

struct scan {
    struct words *w;
    struct stemmer *stemmer;
    struct arena *mem;
    uint32_t at; /* the next byte to read */
    size_t span; /* the language span it stands in */
    bool space;  /* white space was seen since the last word */
    bool line;   /* a newline was seen since the last word */
};

static uint32_t
peek(const struct scan *s, uint32_t at, uint32_t *next)
{
    str rest = str_cut(s->w->text, at, s->w->text.n);
    uint32_t c;

    if (rest.n == 0) {
        *next = at;
        return 0;
    }
    c = utf8_next(&rest);
    *next = (uint32_t)(s->w->text.n - rest.n);
    return c;
}

static enum lang
lang_at(struct scan *s, uint32_t at)
{
    const struct words *w = s->w;
    enum lang lang;

    while (s->span + 1 < w->nlangs && w->langs[s->span].at.end <= at)
        s->span++;
    lang = w->nlangs ? w->langs[s->span].lang : LANG_UND;
    return lang == LANG_MS ? LANG_ID : lang; /* Malay: the same words */
}

static struct word *
add(struct scan *s, uint32_t start, uint32_t end, enum word_kind kind)
{
    struct words *w = s->w;
    struct word *word;

    w->words = arena_grow(s->mem, w->words, w->nwords, sizeof *w->words);
    word = &w->words[w->nwords++];
    *word = (struct word){.start = start,
                          .end = end,
                          .kind = (uint8_t)kind,
                          .lang = (uint8_t)lang_at(s, start)};
    if (s->space)
        word->shape |= SHAPE_SPACE;
    if (s->line || w->nwords == 1)
        word->shape |= SHAPE_LINE | SHAPE_SPACE;
    s->space = s->line = false;
    return word;
}

static bool
number_glue(uint32_t c)
{
    return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == 0x066B ||
           c == 0x066C || c == 0xA0 || c == 0x202F || c == 0x2009 ||
           c == 0xFF0E || c == 0xFF0C;
}

/* Digits with separators between them. */
static void
add_number(struct scan *s)
{
    uint32_t start = s->at, end = s->at, next, after;
    struct word *word;
    str digits;
    char *out;
    size_t n = 0;

    for (;;) {
        uint32_t c = peek(s, end, &next);

        if (next == end)
            break;
        if (utf8_digit(c) >= 0) {
            end = next;
            continue;
        }
        if (!number_glue(c) || utf8_digit(peek(s, next, &after)) < 0)
            break;
        if (c == 0xA0 || c == 0x202F || c == 0x2009) {
            /* a thin space groups thousands: three digits, then no more */
            uint32_t p = next, q, k = 0;

            while (utf8_digit(peek(s, p, &q)) >= 0 && q != p)
                p = q, k++;
            if (k != 3)
                break;
        }
        end = next;
    }
    word = add(s, start, end, WORD_NUMBER);
    digits = str_cut(s->w->text, start, end);
    out = arena_alloc(s->mem, digits.n + 1);
    while (digits.n) {
        uint32_t c = utf8_next(&digits);
        int d = utf8_digit(c);

        if (d >= 0)
            out[n++] = (char)('0' + d);
        else if (c == 0x066B) /* Arabic decimal separator */
            out[n++] = '.';
        else if (c == ',' || c == 0x066C || c == 0xFF0C)
            out[n++] = ',';
        else if (c == '.' || c == 0xFF0E)
            out[n++] = '.';
        else
            out[n++] = '\''; /* thin spaces and apostrophes: grouping */
    }
    word->fold = word->stem = (str){out, n};
    s->at = end;
}

static bool
apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018;
}

static bool
mac(str head)
{
    return str_is(head, "Mac") || str_is(head, "Mc") || str_is(head, "Fitz") ||
           str_is(head, "Van") || str_is(head, "Des") || str_is(head, "Del");
}

/* Shape, folded form, stem of letters. */
static void
finish(struct scan *s, struct word *word)
{
    bool dotted = word->shape & SHAPE_DOTTED;
    struct form f;

    form_of(&f, str_cut(s->w->text, word->start, word->end),
            (enum lang)word->lang, dotted ? NULL : s->stemmer, s->mem);
    word->script = (uint8_t)f.script;
    if (f.capital)
        word->shape |= SHAPE_CAPITAL;
    if (f.all_caps)
        word->shape |= SHAPE_ALL_CAPS;
    if (dotted && f.fold.n > 1 && f.fold.s[f.fold.n - 1] == '.')
        f.fold.n--;
    word->note = f.note;
    word->fold = f.fold;
    word->stem = dotted || !s->stemmer ? f.fold : f.stem;
}

static bool
one_char_script(enum script script)
{
    return script == SCRIPT_HAN || script == SCRIPT_HIRAGANA ||
           script == SCRIPT_THAI;
}

/* "U.S.", "J.", "т.е.": single letters with a dot behind each. */
static uint32_t
dotted_end(const struct scan *s)
{
    uint32_t end = s->at, n = 0;

    for (;;) {
        uint32_t next, after, behind;
        uint32_t c = peek(s, end, &next);

        if (next == end || !utf8_letter(c) || one_char_script(utf8_script(c)))
            break;
        if (peek(s, next, &after) != '.')
            break;
        (void)behind;
        end = after;
        n++;
    }
    if (n >= 2)
        return end;
    /* one capital: an initial, if a capital follows after a space */
    if (n == 1) {
        uint32_t next, c = peek(s, s->at, &next);
        uint32_t gap, after;

        if (utf8_upper(c) && utf8_space(peek(s, end, &gap)) &&
            utf8_upper(peek(s, gap, &after)))
            return end;
    }
    return 0;
}

/*
 * Whether the apostrophe at `at` parts the word that began at `start`; the
 * part behind it hangs on the word before (*clitic) or the part before it
 * is an article of its own.
 */
static bool
parts(const struct scan *s, uint32_t start, uint32_t at, uint32_t behind,
      enum lang lang, bool *clitic)
{
    str head = str_cut(s->w->text, start, at);
    uint32_t n = 0, p = behind, next;

    while (utf8_letter(peek(s, p, &next)) && next != p)
        p = next, n++;
    *clitic = true;
    switch (lang) {
    case LANG_FR:
    case LANG_IT:
    case LANG_CA:
        *clitic = false;
        return utf8_count(head) <= 6 && n >= 2;
    case LANG_TR:
    case LANG_AZ:
        return true;
    case LANG_UK:
        return false;
    default:
        return n <= 2 && utf8_script(peek(s, behind, &next)) == SCRIPT_LATIN;
    }
}

static void
add_letters(struct scan *s)
{
    uint32_t start = s->at, end = s->at, dotted = dotted_end(s);
    enum lang lang = lang_at(s, start);
    enum script script = SCRIPT_OTHER;
    bool was_lower = false, glued = false;
    struct word *word;

    if (dotted) {
        word = add(s, start, dotted, WORD_LETTERS);
        word->shape |= SHAPE_DOTTED;
        finish(s, word);
        s->at = dotted;
        return;
    }
    for (;;) {
        uint32_t next, c = peek(s, end, &next);
        enum script now;
        bool clitic;

        if (next == end)
            break;
        if (apostrophe(c) && end > start) {
            uint32_t after, behind = peek(s, next, &after);

            if (after == next || !utf8_letter(behind))
                break;
            if (parts(s, start, end, next, lang, &clitic)) {
                word = add(s, start, clitic ? end : next, WORD_LETTERS);
                finish(s, word);
                if (clitic) {
                    uint32_t p = next;

                    while (utf8_letter(peek(s, p, &after)) && after != p)
                        p = after;
                    word = add(s, end, p, WORD_LETTERS);
                    finish(s, word);
                    word->shape = SHAPE_CLITIC;
                    s->at = p;
                } else {
                    word->shape |= SHAPE_CLITIC;
                    s->at = next;
                }
                return;
            }
            end = next;
            continue;
        }
        if (!utf8_letter(c))
            break;
        now = utf8_script(c);
        if (script != SCRIPT_OTHER && now != SCRIPT_OTHER && now != script &&
            (one_char_script(now) || one_char_script(script) ||
             now == SCRIPT_KATAKANA || script == SCRIPT_KATAKANA ||
             (now == SCRIPT_LATIN) != (script == SCRIPT_LATIN)))
            break;
        if (was_lower && now == SCRIPT_LATIN && utf8_upper(c) &&
            end - start >= 3 && !mac(str_cut(s->w->text, start, end))) {
            uint32_t a, b, d;

            if (utf8_lower(peek(s, next, &a)) && utf8_lower(peek(s, a, &b)) &&
                (utf8_letter(peek(s, b, &d)) || end - start > 3)) {
                glued = true;
                break;
            }
        }
        if (now != SCRIPT_OTHER)
            script = now;
        was_lower = utf8_lower(c);
        end = next;
        if (one_char_script(script)) {
            /* marks (Thai vowels) stay with their letter */
            while (utf8_letter(c = peek(s, end, &next)) && next != end &&
                   utf8_script(c) == SCRIPT_OTHER)
                end = next;
            break;
        }
    }
    word = add(s, start, end, WORD_LETTERS);
    finish(s, word);
    s->at = end;
    if (glued) {
        size_t before = s->w->nwords;

        add_letters(s);
        if (before < s->w->nwords)
            s->w->words[before].shape |= SHAPE_GLUED;
    }
}

static void
scan_words(struct scan *s)
{
    while (s->at < s->w->text.n) {
        uint32_t next, c = peek(s, s->at, &next);

        if (c == '\n' || utf8_space(c)) {
            s->space = true;
            s->line |= c == '\n';
            s->at = next;
        } else if (utf8_digit(c) >= 0) {
            add_number(s);
        } else if (utf8_letter(c)) {
            uint32_t before = s->at;

            add_letters(s);
            if (s->at == before)
                s->at = next;
        } else {
            struct word *word = add(s, s->at, next, WORD_MARK);

            word->fold = word->stem = str_cut(s->w->text, s->at, next);
            s->at = next;
        }
    }
}

static uint32_t
mark_of(const struct words *w, size_t i)
{
    str t;

    if (i >= w->nwords || w->words[i].kind != WORD_MARK)
        return 0;
    t = str_cut(w->text, w->words[i].start, w->words[i].end);
    return utf8_next(&t);
}

/* Abbreviations that a dot ends without ending the sentence. */
static bool
abbreviation(const struct words *w, size_t i)
{
    static const char *const list[] = {
        "mr",  "mrs",  "ms",   "dr",   "prof", "sen",  "rep",  "gov",  "gen",
        "col", "lt",   "sgt",  "capt", "cmdr", "maj",  "brig", "adm",  "st",
        "no",  "vs",   "jr",   "sr",   "rev",  "hon",  "pres", "min",  "jan",
        "feb", "mar",  "apr",  "jun",  "jul",  "aug",  "sep",  "sept", "oct",
        "nov", "dec",  "nr",   "z",    "bzw",  "ca",   "mio",  "mrd",  "г",
        "гг",  "ул",   "им",   "стр",  "тыс",  "млн",  "млрд", "руб",  "долл",
        "г-н", "проф", "sra",  "srta", "dra",  "ing",  "art",  "núm",  "pag",
        "inż", "ul",   "tys",  "mln",  "mld",  "płk",  "gen",  "bl",   "κ",
        "av",  "doç",  "yrd",  "bkz",  "mme",  "mlle", "m",    "pp",   "op",
        "inc", "ltd",  "corp", "co",   "bros", "dept", "est",  "al",   NULL};
    str fold = w->words[i].fold;

    if (w->words[i].kind != WORD_LETTERS)
        return false;
    for (int k = 0; list[k]; k++)
        if (str_is(fold, list[k]))
            return true;
    return utf8_count(fold) == 1 && w->words[i].script != SCRIPT_HAN &&
           w->words[i].shape & SHAPE_CAPITAL;
}

/* Languages that write "6. September". */
static bool
dot_ordinals(enum lang lang)
{
    return lang == LANG_DE || lang == LANG_DA || lang == LANG_NO ||
           lang == LANG_FI || lang == LANG_CS || lang == LANG_SK ||
           lang == LANG_HU || lang == LANG_TR || lang == LANG_HR ||
           lang == LANG_SR || lang == LANG_SL || lang == LANG_ET ||
           lang == LANG_LV;
}

/* Whether a sentence ends behind word i. */
static bool
ends_sentence(const struct words *w, size_t i)
{
    const struct word *next;
    uint32_t c = mark_of(w, i);

    if (i + 1 >= w->nwords)
        return true;
    next = &w->words[i + 1];
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0xFF61)
        return true;
    if (!(next->shape & SHAPE_SPACE))
        return false;
    if (c == '!' || c == '?' || c == 0x061F || c == 0x06D4 || c == 0x2026 ||
        c == ';')
        return c != ';' &&
               !(next->script != SCRIPT_OTHER &&
                 utf8_lower(utf8_next(&(str){w->text.s + next->start,
                                             next->end - next->start})));
    if (c != '.')
        /* initials may end a sentence too: "… in the U.S. The …" */
        return false;
    if (i > 0 && abbreviation(w, i - 1))
        return false;
    if (i > 0 && w->words[i - 1].kind == WORD_NUMBER &&
        w->words[i - 1].fold.n <= 2 &&
        dot_ordinals((enum lang)w->words[i - 1].lang))
        return false;
    if (next->kind == WORD_LETTERS) {
        str t = str_cut(w->text, next->start, next->end);

        return !utf8_lower(utf8_next(&t));
    }
    return true;
}

/* Closing quotes and brackets behind the end belong to the sentence. */
static bool
closes(const struct words *w, size_t i)
{
    uint32_t c = mark_of(w, i);

    if (c == 0)
        return false;
    if (c == ')' || c == ']' || c == 0xFF09 || utf8_quote(c) == ')')
        return true;
    return utf8_quote(c) == '"' && !(w->words[i].shape & SHAPE_SPACE);
}

/*
 * No sentence of news is longer; what is (a page without a full stop) is cut,
 * so that all that looks around within a sentence stays cheap.
 */
#define SENTENCE_MOST 500 /* words; characters where these are words */

static void
cut_sentences(struct words *w, struct arena *mem)
{
    size_t first = 0;
    bool opens = true;

    for (size_t i = 0; i < w->nwords; i++) {
        uint32_t c = mark_of(w, i);
        bool end;

        if (w->words[i].kind == WORD_LETTERS && opens) {
            w->words[i].shape |= SHAPE_FIRST;
            opens = false;
        } else if (w->words[i].kind == WORD_NUMBER) {
            opens = false;
        }
        if (c && (utf8_quote(c) == '(' || utf8_quote(c) == '"') &&
            (w->words[i].shape & SHAPE_SPACE || utf8_quote(c) == '('))
            opens = true;
        w->words[i].sentence = (uint32_t)w->nsentences;
        end = i + 1 == w->nwords || w->words[i + 1].shape & SHAPE_LINE ||
              i - first >= SENTENCE_MOST;
        if (!end && ends_sentence(w, i)) {
            end = true;
            while (i + 1 < w->nwords && closes(w, i + 1) &&
                   !(w->words[i + 1].shape & SHAPE_LINE))
                w->words[++i].sentence = (uint32_t)w->nsentences;
        }
        if (!end)
            continue;
        w->sentences =
            arena_grow(mem, w->sentences, w->nsentences, sizeof *w->sentences);
        w->sentences[w->nsentences++] =
            (struct sentence){{w->words[first].start, w->words[i].end},
                              (uint32_t)first,
                              (uint32_t)(i + 1 - first),
                              (enum lang)w->words[first].lang};
        first = i + 1;
        opens = true;
    }
}

void
segment(struct words *w, str text, struct lang_span *langs, size_t nlangs,
        struct stemmer *stemmer, struct arena *mem)
{
    struct scan s = {.w = w, .stemmer = stemmer, .mem = mem};

    *w = (struct words){.text = text, .langs = langs, .nlangs = nlangs};
    scan_words(&s);
    cut_sentences(w, mem);
}
