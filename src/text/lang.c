/*
 * lang.c - language spans, line by line.
 *
 * CLD2 runs over the whole text for its spans; each line takes the language
 * that most of its bytes were given, and is asked again alone where that is
 * nothing or too little. A script that only one language of the page can be
 * written in overrules a wrong guess.
 */
#include "text/lang.h"

#include "text/lang_script.h"

#include <string.h>

int cld2_spans(const char *text, int n, int flags, int *start, int *len,
               const char **code, int most);

#define CLD2_BEST_EFFORT 0x4000
#define CLD2_MOST_BYTES  ((size_t)1 << 20)
#define CLD2_MOST_SPANS  512

static const char *const codes[] = {
#define X(name, code) code,
    LANG_LIST(X)
#undef X
};

const char *
lang_code(enum lang lang)
{
    return lang < LANG_COUNT ? codes[lang] : "und";
}

enum lang
lang_of(str code)
{
    size_t n = 0;

    while (n < code.n && code.s[n] != '-' && code.s[n] != '_')
        n++;
    code.n = n;
    if (str_eq_nocase(code, STR("iw")))
        return LANG_HE;
    if (str_eq_nocase(code, STR("nb")) || str_eq_nocase(code, STR("nn")))
        return LANG_NO;
    if (str_eq_nocase(code, STR("bs")))
        return LANG_HR;
    if (str_eq_nocase(code, STR("in")))
        return LANG_ID;
    for (int i = 0; i < LANG_COUNT; i++)
        if (code.n && (code.s[0] | 32) == codes[i][0] &&
            str_eq_nocase(code, str_of(codes[i])))
            return (enum lang)i;
    return LANG_UND;
}

/* One text, one answer; LANG_UND where CLD2 does not know. */
static enum lang
ask(str text, int flags)
{
    int start, len;
    const char *code;

    if (text.n > CLD2_MOST_BYTES)
        text.n = CLD2_MOST_BYTES;
    if (text.n == 0)
        return LANG_UND;
    cld2_spans(text.s, (int)text.n, flags, &start, &len, &code, 1);
    return lang_of(str_of(code));
}

struct line {
    span at;
    enum lang lang, alone; /* as settled; what its script alone says */
    enum script script;
    uint32_t letters;
};

static size_t
cut_lines(str text, struct line **out, struct arena *mem)
{
    struct line *lines = NULL;
    size_t n = 0;
    uint32_t start = 0;

    for (uint32_t i = 0; i <= text.n; i++) {
        if (i < text.n && text.s[i] != '\n')
            continue;
        lines = arena_grow(mem, lines, n, sizeof *lines);
        lines[n++] = (struct line){.at = {start, i < text.n ? i + 1 : i}};
        start = i + 1;
        if (start >= text.n)
            break;
    }
    *out = lines;
    return n;
}

/* What CLD2 says of the whole text, asked when it is first needed: most texts
 * are settled without. */
struct votes {
    str text;
    struct arena *mem;
    struct lang_span *spans; /* NULL: not asked yet */
    size_t n;
};

static void
ask_all(struct votes *v)
{
    int start[CLD2_MOST_SPANS], len[CLD2_MOST_SPANS], n = 0;
    const char *code[CLD2_MOST_SPANS];
    str text = str_cut(v->text, 0, CLD2_MOST_BYTES);

    v->spans = arena_new(v->mem, struct lang_span, CLD2_MOST_SPANS);
    if (text.n)
        n = cld2_spans(text.s, (int)text.n, 0, start, len, code,
                       CLD2_MOST_SPANS);
    v->n = (size_t)n;
    for (int i = 0; i < n; i++)
        v->spans[i] = (struct lang_span){
            {(uint32_t)start[i], (uint32_t)(start[i] + len[i])},
            lang_of(str_of(code[i]))};
}

/* Bytes of CLD2's spans over a line, the language with most of them. */
static enum lang
vote(struct votes *v, const struct line *l)
{
    uint32_t bytes[LANG_COUNT] = {0};
    enum lang best = LANG_UND;

    if (!v->spans)
        ask_all(v);
    for (size_t i = 0; i < v->n && v->spans[i].at.start < l->at.end; i++) {
        uint32_t s = v->spans[i].at.start, e = v->spans[i].at.end;

        if (s < l->at.start)
            s = l->at.start;
        if (e > l->at.end)
            e = l->at.end;
        if (s < e && lang_fits(v->spans[i].lang, l->script))
            bytes[v->spans[i].lang] += e - s;
    }
    for (int i = 1; i < LANG_COUNT; i++)
        if (bytes[i] > bytes[best])
            best = (enum lang)i;
    return bytes[best] * 2 > l->at.end - l->at.start ? best : LANG_UND;
}

/* The longest stretch of a line without letters of another script. */
static str
longest_run(str line, enum script script)
{
    str rest = line;
    size_t start = 0, best = 0, n = 0;

    while (rest.n) {
        size_t at = line.n - rest.n;
        uint32_t c = utf8_next(&rest);
        bool other = c != UTF8_BAD && utf8_letter(c) &&
                     utf8_script(c) != script && utf8_script(c) != SCRIPT_OTHER;
        size_t end = other ? at : line.n - rest.n;

        if (end - start > n) {
            best = start;
            n = end - start;
        }
        if (other)
            start = line.n - rest.n;
    }
    return str_cut(line, best, best + n);
}

/*
 * CLD2 on a single line: sure above LINE_SURE letters; below that the hint
 * and the neighbours are better witnesses than the detector.
 */
#define LINE_SURE 40

/*
 * Both ends of a long line, where these are enough: both speak what the page
 * is known to speak; of a line that nothing is known before, longer ends speak
 * one language. Else it is asked as a whole. 2026-11, extraction set: a quarter
 * of the time of CLD2, and no answer on 990 pages is another. The longer ends
 * on 6,186 texts of the clustering pack as one line each: of 5,952 whose ends
 * agree one is another (Hausa, which CLD2 does not know); of 9,383 beginnings
 * of 600 to 1,200 bytes three (two of Galicia, whose ends are not believed, and
 * English with Hungarian names, where the ends are right).
 */
#define LINE_END  160 /* bytes, and up to a word more */
#define FIRST_END 250
#define LAST_END  150

/* What both ends speak, `known` if that is told; LANG_UND where they do not
 * agree or are most of the line. */
static enum lang
ends_speak(str line, size_t first, size_t last, enum lang known)
{
    size_t n = first, from;
    enum lang lang;

    if (line.n < 3 * (first + last) / 2)
        return LANG_UND;
    from = line.n - last;
    while (n < line.n && line.s[n] != ' ')
        n++;
    while (from > n && line.s[from] != ' ')
        from--;
    if (from <= n || n >= line.n / 2)
        return LANG_UND;
    lang = ask(str_cut(line, 0, n), 0);
    /* Galician is what CLD2 sees in short texts of its neighbours */
    if (lang == LANG_UND ||
        (known == LANG_UND ? lang == LANG_GL : lang != known))
        return LANG_UND;
    return ask(str_cut(line, from, line.n), 0) == lang ? lang : LANG_UND;
}

/* What a line of some length speaks, on a page that speaks `known`. */
static enum lang
line_speaks(str line, enum lang known)
{
    enum lang lang = known == LANG_UND
                         ? ends_speak(line, FIRST_END, LAST_END, known)
                         : ends_speak(line, LINE_END, LINE_END, known);

    if (lang == LANG_UND)
        lang = ask(line, 0);
    return lang;
}

/* What the line alone says; false where it is too short to tell. `known`: the
 * page speaks it, as far as is known. */
static bool
settle_alone(struct line *l, str text, const uint32_t count[SCRIPT_COUNT],
             enum lang known, enum lang hint, struct votes *v)
{
    str line = str_cut(text, l->at.start, l->at.end);

    for (int s = 0; s < SCRIPT_COUNT; s++)
        l->letters += count[s];
    l->script = lang_most_script(count);
    if (l->letters == 0)
        return true;
    l->alone = lang_by_script(count, line);
    if (l->alone == LANG_JA || l->alone == LANG_KO || l->alone == LANG_HE ||
        l->alone == LANG_EL || l->alone == LANG_TH ||
        (l->alone == LANG_ZH && l->letters > 3)) {
        l->lang = l->alone;
        return true;
    }
    if (l->letters < LINE_SURE)
        return false;
    l->lang = line_speaks(line, known);
    if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
        l->lang = vote(v, l);
    /* what the page says of itself goes before a guess */
    if (l->lang == LANG_UND && hint != LANG_UND && lang_fits(hint, l->script))
        l->lang = hint;
    if (l->lang == LANG_UND)
        l->lang = ask(line, CLD2_BEST_EFFORT);
    /* half of the line may be in another script, and told more */
    if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
        l->lang = ask(longest_run(line, l->script), 0);
    l->lang = lang_by_letters(l->lang, line);
    if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
        l->lang = l->alone;
    return true;
}

/* The one language of all lines that are long enough to be sure of; LANG_UND
 * where they have several, or the page says it speaks another. */
static enum lang
only_lang(const struct line *lines, size_t n, enum lang hint)
{
    enum lang only = LANG_UND;

    for (size_t i = 0; i < n; i++) {
        if (lines[i].lang == LANG_UND || lines[i].letters < LINE_SURE)
            continue;
        if (only != LANG_UND && only != lines[i].lang)
            return LANG_UND;
        only = lines[i].lang;
    }
    return hint == LANG_UND || hint == only ? only : LANG_UND;
}

/* A line too short to tell: where all others speak one language, a vote for
 * another would not be believed (settle_rest), so none is taken. */
static void
settle_short(struct line *l, str text, enum lang only, struct votes *v)
{
    if (only != LANG_UND && lang_fits(only, l->script)) {
        l->lang = only;
        return;
    }
    l->lang =
        lang_by_letters(vote(v, l), str_cut(text, l->at.start, l->at.end));
    if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
        l->lang = l->alone;
}

/* Malay and Indonesian are told apart by whole pages, not by lines. */
static void
settle_malay(struct line *lines, size_t n, str text,
             uint32_t letters[LANG_COUNT], enum lang hint)
{
    enum lang one;

    if (letters[LANG_MS] == 0)
        return;
    one = lang_malay(text, hint);
    for (size_t i = 0; i < n; i++)
        if (lines[i].lang == LANG_MS || lines[i].lang == LANG_ID)
            lines[i].lang = one;
    letters[one] = letters[LANG_MS] + letters[LANG_ID];
    letters[one == LANG_ID ? LANG_MS : LANG_ID] = 0;
}

/* Lines still open: hint, neighbours, best effort, script. */
static void
settle_rest(struct line *lines, size_t n, str text, enum lang hint)
{
    uint32_t letters[LANG_COUNT] = {0};
    enum lang most = LANG_UND;

    for (size_t i = 0; i < n; i++)
        if (lines[i].lang != LANG_UND && lines[i].letters >= LINE_SURE)
            letters[lines[i].lang] += lines[i].letters;
    settle_malay(lines, n, text, letters, hint);
    for (int i = 1; i < LANG_COUNT; i++)
        if (letters[i] > letters[most])
            most = (enum lang)i;
    for (size_t i = 0; i < n; i++) {
        struct line *l = &lines[i];
        str line = str_cut(text, l->at.start, l->at.end);
        bool open = l->lang == LANG_UND;

        /* a short line in a language that is nowhere else is a bad guess */
        if (!open && l->letters < LINE_SURE && letters[l->lang] == 0 &&
            l->lang != hint &&
            ((most != LANG_UND && lang_fits(most, l->script)) ||
             (hint != LANG_UND && lang_fits(hint, l->script))))
            open = true;
        if (!open || l->letters == 0)
            continue;
        if (hint != LANG_UND && lang_fits(hint, l->script)) {
            l->lang = hint;
        } else if (most != LANG_UND && lang_fits(most, l->script)) {
            l->lang = most;
        } else {
            enum lang best = ask(line, CLD2_BEST_EFFORT);

            if (best != LANG_UND && lang_fits(best, l->script))
                l->lang = best;
            else if (l->script == SCRIPT_LATIN)
                l->lang = LANG_EN;
            else if (l->script == SCRIPT_CYRILLIC)
                l->lang = LANG_RU;
        }
    }
    /* lines without letters go with the line before */
    for (size_t i = 0; i < n; i++)
        if (lines[i].letters == 0)
            lines[i].lang = i ? lines[i - 1].lang : most;
}

/*
 * A long line may hold two languages (a tweet inside a paragraph): where
 * CLD2 gives a second span of another script of some length, the line is
 * cut at the nearest script change. Only script borders cut: they are sure.
 */
#define INNER_LEAST 24 /* letters of the other script in one run */

static struct lang_span *
add_span(struct lang_span *spans, size_t *n, span at, enum lang lang,
         struct arena *mem)
{
    if (*n && spans[*n - 1].lang == lang) {
        spans[*n - 1].at.end = at.end;
        return spans;
    }
    spans = arena_grow(mem, spans, *n, sizeof *spans);
    spans[(*n)++] = (struct lang_span){at, lang};
    return spans;
}

static bool
dense(enum script s)
{
    return s == SCRIPT_HAN || s == SCRIPT_HIRAGANA || s == SCRIPT_KATAKANA ||
           s == SCRIPT_HANGUL;
}

static struct lang_span *
cut_inner(struct lang_span *spans, size_t *n, const struct line *l, str text,
          struct arena *mem)
{
    str rest = str_cut(text, l->at.start, l->at.end);
    uint32_t at = l->at.start, start = at, run = at, letters = 0;
    bool same = true; /* the run so far fits the line's language */
    bool written[SCRIPT_COUNT];

    for (int s = 0; s < SCRIPT_COUNT; s++)
        written[s] = lang_fits(l->lang, (enum script)s);
    while (rest.n) {
        unsigned is = utf8_class_of(utf8_next(&rest));
        uint32_t next = l->at.end - (uint32_t)rest.n;
        bool letter = is & UTF8_LETTER;
        enum script script = (enum script)(is & UTF8_SCRIPT);
        bool fits = letter ? written[script] : same;

        if (fits != same || rest.n == 0) {
            if (fits == same)
                at = next; /* the last character goes with its run */
            if (!same && letters >= INNER_LEAST) {
                str inner = str_cut(text, run, at);
                enum lang lang = ask(inner, 0);

                if (lang == LANG_UND)
                    lang = ask(inner, CLD2_BEST_EFFORT);
                if (run > start)
                    spans =
                        add_span(spans, n, (span){start, run}, l->lang, mem);
                spans = add_span(spans, n, (span){run, at}, lang, mem);
                start = at;
            }
            run = at;
            letters = 0;
            same = fits;
        }
        /* one character of Chinese says as much as two letters */
        letters += letter + (letter && dense(script));
        at = next;
    }
    if (start < l->at.end)
        spans = add_span(spans, n, (span){start, l->at.end}, l->lang, mem);
    return spans;
}

/* Whether all letters of a line can be written in its language. */
static bool
all_fit(enum lang lang, const uint32_t count[SCRIPT_COUNT])
{
    for (int s = 0; s < SCRIPT_COUNT; s++)
        if (count[s] && !lang_fits(lang, (enum script)s))
            return false;
    return true;
}

struct lang_span *
lang_spans(str text, enum lang hint, struct arena *mem, size_t *nspans)
{
    struct votes votes = {.text = text, .mem = mem};
    struct lang_span *spans = NULL;
    struct line *lines;
    size_t nlines = cut_lines(text, &lines, mem);
    uint32_t(*count)[SCRIPT_COUNT] = arena_array(mem, nlines, sizeof *count);
    bool *settled = arena_new(mem, bool, nlines);
    enum lang only, known = hint;

    *nspans = 0;
    for (size_t i = 0; i < nlines; i++) {
        lang_count_scripts(str_cut(text, lines[i].at.start, lines[i].at.end),
                           count[i]);
        settled[i] =
            settle_alone(&lines[i], text, count[i], known, hint, &votes);
        if (settled[i] && lines[i].letters >= LINE_SURE)
            known = lines[i].lang;
    }
    only = only_lang(lines, nlines, hint);
    for (size_t i = 0; i < nlines; i++)
        if (!settled[i])
            settle_short(&lines[i], text, only, &votes);
    settle_rest(lines, nlines, text, hint);
    for (size_t i = 0; i < nlines; i++) {
        if (lines[i].lang == LANG_JA || lines[i].lang == LANG_UND ||
            all_fit(lines[i].lang, count[i]))
            spans = add_span(spans, nspans, lines[i].at, lines[i].lang, mem);
        else
            spans = cut_inner(spans, nspans, &lines[i], text, mem);
    }
    return spans;
}

enum lang
lang_most(const struct lang_span *spans, size_t n)
{
    uint32_t bytes[LANG_COUNT] = {0};
    enum lang best = LANG_UND;

    for (size_t i = 0; i < n; i++)
        bytes[spans[i].lang] += spans[i].at.end - spans[i].at.start;
    for (int i = 1; i < LANG_COUNT; i++)
        if (bytes[i] > bytes[best])
            best = (enum lang)i;
    return best;
}
