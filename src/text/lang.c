/*
 * lang.c - language spans, line by line.
 *
 * CLD2 runs over the whole text for its spans; each line takes the language
 * that most of its bytes were given, and is asked again alone where that is
 * nothing or too little. A script that only one language of the page can be
 * written in overrules a wrong guess.
 */
#include "text/lang.h"

#include "text/utf8.h"

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

/* Letters of each script in a text. */
static void
count_scripts(str text, uint32_t count[SCRIPT_COUNT])
{
    memset(count, 0, SCRIPT_COUNT * sizeof *count);
    while (text.n) {
        uint32_t c = utf8_next(&text);

        if (c != UTF8_BAD && utf8_letter(c))
            count[utf8_script(c)]++;
    }
}

static enum script
most_script(const uint32_t count[SCRIPT_COUNT])
{
    enum script best = SCRIPT_OTHER;

    for (int s = 1; s < SCRIPT_COUNT; s++)
        if (count[s] > count[best] || (best == SCRIPT_OTHER && count[s]))
            best = (enum script)s;
    return best;
}

bool
lang_fits(enum lang lang, enum script script)
{
    switch (script) {
    case SCRIPT_CYRILLIC:
        return lang == LANG_RU || lang == LANG_UK || lang == LANG_BG ||
               lang == LANG_SR || lang == LANG_MK || lang == LANG_BE ||
               lang == LANG_KK || lang == LANG_UZ || lang == LANG_MN;
    case SCRIPT_GREEK:
        return lang == LANG_EL;
    case SCRIPT_ARABIC:
        return lang == LANG_AR || lang == LANG_FA || lang == LANG_UR ||
               lang == LANG_PS || lang == LANG_KU;
    case SCRIPT_HEBREW:
        return lang == LANG_HE;
    case SCRIPT_DEVANAGARI:
        return lang == LANG_HI || lang == LANG_MR || lang == LANG_NE;
    case SCRIPT_HAN:
        return lang == LANG_ZH || lang == LANG_JA;
    case SCRIPT_HIRAGANA:
    case SCRIPT_KATAKANA:
        return lang == LANG_JA;
    case SCRIPT_HANGUL:
        return lang == LANG_KO;
    case SCRIPT_THAI:
        return lang == LANG_TH;
    case SCRIPT_LATIN:
        return lang != LANG_UND && !lang_fits(lang, SCRIPT_ARABIC) &&
               lang != LANG_RU && lang != LANG_UK && lang != LANG_BG &&
               lang != LANG_MK && lang != LANG_BE && lang != LANG_MN &&
               lang != LANG_EL && lang != LANG_HE && lang != LANG_HI &&
               lang != LANG_ZH && lang != LANG_JA && lang != LANG_KO &&
               lang != LANG_TH && lang != LANG_KA && lang != LANG_HY &&
               lang != LANG_BN && lang != LANG_TA && lang != LANG_TE &&
               lang != LANG_ML && lang != LANG_GU && lang != LANG_PA &&
               lang != LANG_MY && lang != LANG_KM && lang != LANG_AM &&
               lang != LANG_NE && lang != LANG_MR && lang != LANG_SI;
    default:
        return true;
    }
}

/* What the script alone says. */
static enum lang
lang_by_script(const uint32_t count[SCRIPT_COUNT], str line)
{
    if (count[SCRIPT_HIRAGANA] + count[SCRIPT_KATAKANA] * 4 / 5 >
        (count[SCRIPT_HAN] + count[SCRIPT_HIRAGANA]) / 12)
        if (count[SCRIPT_HIRAGANA] + count[SCRIPT_KATAKANA] > 0)
            return LANG_JA;
    switch (most_script(count)) {
    case SCRIPT_HAN:
        return LANG_ZH;
    case SCRIPT_HANGUL:
        return LANG_KO;
    case SCRIPT_HEBREW:
        return LANG_HE;
    case SCRIPT_GREEK:
        return LANG_EL;
    case SCRIPT_DEVANAGARI:
        return LANG_HI;
    case SCRIPT_THAI:
        return LANG_TH;
    case SCRIPT_ARABIC:
        /* پ چ ژ گ ک ی are no Arabic letters */
        if (str_find(line, STR("پ")) != SIZE_MAX ||
            str_find(line, STR("چ")) != SIZE_MAX ||
            str_find(line, STR("گ")) != SIZE_MAX ||
            str_find(line, STR("ک")) != SIZE_MAX ||
            str_find(line, STR("ی")) != SIZE_MAX)
            return LANG_FA;
        return LANG_AR;
    case SCRIPT_CYRILLIC:
        if (str_find(line, STR("і")) != SIZE_MAX ||
            str_find(line, STR("ї")) != SIZE_MAX ||
            str_find(line, STR("є")) != SIZE_MAX)
            return LANG_UK;
        return LANG_UND;
    default:
        return LANG_UND;
    }
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
    enum lang lang;
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
        lines[n++] =
            (struct line){{start, i < text.n ? i + 1 : i}, LANG_UND, 0, 0};
        start = i + 1;
        if (start >= text.n)
            break;
    }
    *out = lines;
    return n;
}

/* Bytes of CLD2's spans over a line, the language with most of them. */
static enum lang
vote(span at, const int *start, const int *len, const char *const *code,
     int nspans, enum script script)
{
    uint32_t bytes[LANG_COUNT] = {0};
    enum lang best = LANG_UND;

    for (int i = 0; i < nspans; i++) {
        uint32_t s = (uint32_t)start[i], e = s + (uint32_t)len[i];
        enum lang lang = lang_of(str_of(code[i]));

        if (s < at.start)
            s = at.start;
        if (e > at.end)
            e = at.end;
        if (s < e && lang_fits(lang, script))
            bytes[lang] += e - s;
    }
    for (int i = 1; i < LANG_COUNT; i++)
        if (bytes[i] > bytes[best])
            best = (enum lang)i;
    return bytes[best] * 2 > at.end - at.start ? best : LANG_UND;
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

#define GALICIAN_SURE 400 /* bytes of one line */

/* Letters that the alphabet of a close neighbour lacks: ы, э, ё are not
 * Bulgarian, Macedonian or Serbian. */
static enum lang
lang_by_letters(enum lang lang, str line)
{
    if ((lang == LANG_BG || lang == LANG_MK || lang == LANG_SR) &&
        (str_find(line, STR("ы")) != SIZE_MAX ||
         str_find(line, STR("э")) != SIZE_MAX ||
         str_find(line, STR("ё")) != SIZE_MAX))
        return LANG_RU;
    /* Galician is what CLD2 sees in short texts of its two neighbours */
    if (lang == LANG_GL && line.n < GALICIAN_SURE)
        return str_find(line, STR("\u00e3")) != SIZE_MAX ||
                       str_find(line, STR("\u00f5")) != SIZE_MAX ||
                       str_find(line, STR("\u00e7")) != SIZE_MAX
                   ? LANG_PT
                   : LANG_ES;
    return lang;
}

/*
 * CLD2 on a single line: sure above LINE_SURE letters; below that the hint
 * and the neighbours are better witnesses than the detector.
 */
#define LINE_SURE 40

static void
settle_line(struct line *l, str text, enum lang by_vote)
{
    uint32_t count[SCRIPT_COUNT];
    str line = str_cut(text, l->at.start, l->at.end);
    enum lang alone;

    count_scripts(line, count);
    for (int s = 0; s < SCRIPT_COUNT; s++)
        l->letters += count[s];
    l->script = most_script(count);
    if (l->letters == 0)
        return;
    alone = lang_by_script(count, line);
    if (alone == LANG_JA || alone == LANG_KO || alone == LANG_HE ||
        alone == LANG_EL || alone == LANG_TH ||
        (alone == LANG_ZH && l->letters > 3)) {
        l->lang = alone;
        return;
    }
    if (l->letters >= LINE_SURE) {
        l->lang = ask(line, 0);
        if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
            l->lang = by_vote;
        if (l->lang == LANG_UND)
            l->lang = ask(line, CLD2_BEST_EFFORT);
        /* half of the line may be in another script, and told more */
        if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
            l->lang = ask(longest_run(line, l->script), 0);
    } else {
        l->lang = by_vote;
    }
    l->lang = lang_by_letters(l->lang, line);
    if (l->lang == LANG_UND || !lang_fits(l->lang, l->script))
        l->lang = alone;
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

    while (rest.n) {
        uint32_t c = utf8_next(&rest), next = l->at.end - (uint32_t)rest.n;
        bool fits, letter = c != UTF8_BAD && utf8_letter(c);

        fits = !letter ? same : lang_fits(l->lang, utf8_script(c));
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
        letters += letter + (letter && dense(utf8_script(c)));
        at = next;
    }
    if (start < l->at.end)
        spans = add_span(spans, n, (span){start, l->at.end}, l->lang, mem);
    return spans;
}

struct lang_span *
lang_spans(str text, enum lang hint, struct arena *mem, size_t *nspans)
{
    int start[CLD2_MOST_SPANS], len[CLD2_MOST_SPANS], n = 0;
    const char *code[CLD2_MOST_SPANS];
    struct lang_span *spans = NULL;
    struct line *lines;
    size_t nlines = cut_lines(text, &lines, mem);

    *nspans = 0;
    if (text.n)
        n = cld2_spans(
            text.s, (int)(text.n < CLD2_MOST_BYTES ? text.n : CLD2_MOST_BYTES),
            0, start, len, code, CLD2_MOST_SPANS);
    for (size_t i = 0; i < nlines; i++) {
        uint32_t count[SCRIPT_COUNT];

        count_scripts(str_cut(text, lines[i].at.start, lines[i].at.end), count);
        settle_line(&lines[i], text,
                    vote(lines[i].at, start, len, code, n, most_script(count)));
    }
    settle_rest(lines, nlines, text, hint);
    for (size_t i = 0; i < nlines; i++) {
        if (lines[i].lang == LANG_JA || lines[i].lang == LANG_UND)
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
