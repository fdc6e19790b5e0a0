/*
 * read.c - the senses of a text, and the frame phrases a line begins with:
 * longest match over the keys of the lexicon.
 */
#include "base/buf.h"
#include "lexicon/look.h"
#include "lexicon/tag.h"
#include "text/form.h"

#include <string.h>

/* ---- reading a text -------------------------------------------------- */

/* Keys of one, two … words that begin alike. */
struct key {
    struct buf bytes;
    size_t ends[LEX_MOST_WORDS + 1]; /* of the key of so many words */
};

struct reader {
    const struct lexicon *lx;
    struct reading *r;
    struct arena *mem;
    struct stemmer *stemmer; /* for the stems of bare forms */
    struct key fold, stem;
};

/*
 * One way to take the first word: its fold and its stem, and what stands under
 * them.
 */
struct head {
    str fold, stem;
    struct lexicon_runs runs;
};

static uint64_t
word_hash(enum lang lang, str word)
{
    char key[128];
    struct buf more = {0};
    uint64_t hash;

    if (word.n <= sizeof key - 2) {
        key[0] = (char)(lang + 1);
        key[1] = '=';
        memcpy(key + 2, word.s, word.n);
        return str_hash((str){key, word.n + 2});
    }
    buf_putc(&more, (char)(lang + 1));
    buf_putc(&more, '=');
    buf_put(&more, word);
    hash = str_hash(buf_str(&more));
    buf_free(&more);
    return hash;
}

static struct lexicon_runs
runs_of(const struct lexicon *lx, str fold, str stem, enum lang lang)
{
    struct lexicon_runs runs = {
        .fold = lexicon_look_hash(lx, word_hash(lang, fold))};

    runs.stem = str_eq(stem, fold)
                    ? runs.fold
                    : lexicon_look_hash(lx, word_hash(lang, stem));
    runs.any = lang == LANG_UND
                   ? runs.fold
                   : lexicon_look_hash(lx, word_hash(LANG_UND, fold));
    return runs;
}

/* The greatest number of words of the keys that begin as the run's does. */
static size_t
reach_of(struct lexicon_run run)
{
    for (size_t i = 0; i < run.n; i++)
        if (run.entries[i].kind == LEX_REACH)
            return run.entries[i].id;
    return 1;
}

/* The keys of up to n words from `word` on, the first as it is taken here. */
static void
make_keys(struct reader *rd, struct key *k, enum lang lang, bool stems,
          str first, size_t word, size_t n)
{
    buf_clear(&k->bytes);
    buf_putc(&k->bytes, (char)(lang + 1));
    buf_putc(&k->bytes, '=');
    buf_put(&k->bytes, first);
    for (size_t i = 1; i < n; i++) {
        const struct word *w = &rd->r->w.words[word + i];

        buf_putc(&k->bytes, ' ');
        buf_put(&k->bytes, stems ? w->stem : w->fold);
        k->ends[i + 1] = k->bytes.n;
    }
}

static struct lexicon_run
look(const struct reader *rd, const struct key *k, size_t n)
{
    return lexicon_look(rd->lx, str_cut(buf_str(&k->bytes), 0, k->ends[n]));
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

/* The same of stems, where they are not the words as they stand, whose run is
 * told. */
static struct lexicon_run
look_stems(const struct reader *rd, size_t n, struct lexicon_run fold)
{
    size_t end = rd->stem.ends[n];

    if (end == rd->fold.ends[n] &&
        memcmp(rd->stem.bytes.s, rd->fold.bytes.s, end) == 0)
        return fold;
    return look(rd, &rd->stem, n);
}

static size_t
take(struct reader *rd, struct lexicon_run run, enum lex_flag mode, size_t word,
     size_t n, bool exact)
{
    struct reading *r = rd->r;
    const struct word *w = &r->w.words[word];
    unsigned family = 0; /* 0: not asked for */
    size_t taken = 0;

    for (size_t i = 0; i < run.n; i++) {
        const struct lex_entry *e = &run.entries[i];
        bool twice = false;

        if (!(e->flags & mode) || e->kind == SENSE_NUMERAL ||
            e->kind == LEX_REACH || !allowed(rd, e, word, n))
            continue;
        /* "engines" are no engineers, though one stem */
        if (e->family && !exact && n == 1) {
            if (!family)
                family = stem_family(w->fold, (enum lang)w->lang);
            if (family && !(e->family & family))
                continue;
        }
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

/* Words up to the end of the sentence, as far as a key may reach. */
static size_t
room(const struct reading *r, size_t word)
{
    const struct sentence *of = &r->w.sentences[r->w.words[word].sentence];
    size_t n = of->word + of->nwords - word;

    return n < LEX_MOST_WORDS ? n : LEX_MOST_WORDS;
}

static struct head
head_of(struct reader *rd, struct word *w)
{
    struct head head = {.fold = w->fold, .stem = w->stem};
    enum lang lang = (enum lang)w->lang;

    if (lexicon_noted(rd->lx, &w->note, &head.runs))
        return head;
    head.runs = runs_of(rd->lx, w->fold, w->stem, lang);
    w->note = lexicon_note(rd->lx, &head.runs);
    /* what has dots has another fold than its form */
    if (w->kind == WORD_LETTERS && !(w->shape & SHAPE_DOTTED))
        form_keep(rd->stemmer, str_cut(rd->r->w.text, w->start, w->end), lang,
                  w->note);
    return head;
}

/* A head without its clitics. */
static struct head
bare_head(struct reader *rd, str fold, enum lang lang)
{
    struct head head = {.fold = fold};
    struct form f;
    bool itself;

    form_of(&f, fold, lang, rd->stemmer, rd->mem);
    head.stem = f.stem;
    itself = str_eq(f.fold, fold);
    if (itself && lexicon_noted(rd->lx, &f.note, &head.runs))
        return head;
    head.runs = runs_of(rd->lx, fold, f.stem, lang);
    if (itself)
        form_keep(rd->stemmer, fold, lang, lexicon_note(rd->lx, &head.runs));
    return head;
}

/* The senses of a head in its language, of the greatest length, at least
 * `least`; that length, 0 for none. */
static size_t
in_language(struct reader *rd, const struct head *head, size_t word,
            size_t reach, bool exact, size_t least)
{
    enum lang lang = (enum lang)rd->r->w.words[word].lang;
    struct lexicon_run fold = head->runs.fold, stem = head->runs.stem;
    size_t most = reach_of(stem);

    if (most > reach)
        most = reach;
    if (most > 1) {
        make_keys(rd, &rd->fold, lang, false, head->fold, word, most);
        make_keys(rd, &rd->stem, lang, true, head->stem, word, most);
    }
    for (size_t n = most; n >= 1 && n >= least; n--) {
        struct lexicon_run as_is = n > 1 ? look(rd, &rd->fold, n) : fold;
        struct lexicon_run stems = n > 1 ? look_stems(rd, n, as_is) : stem;
        size_t got = take(rd, as_is, LEX_WORD, word, n, exact);

        /* stems add to what stands there as it is */
        got += take(rd, stems, LEX_STEM, word, n, false);
        if (got)
            return n;
    }
    return 0;
}

/* The same of entries that are of no language. */
static size_t
in_none(struct reader *rd, const struct head *head, size_t word, size_t reach,
        size_t least)
{
    struct lexicon_run run = head->runs.any;
    size_t most = reach_of(run);

    if (most > reach)
        most = reach;
    if (most > 1)
        make_keys(rd, &rd->fold, LANG_UND, false, head->fold, word, most);
    for (size_t n = most; n >= 1 && n >= least; n--)
        if (take(rd, n > 1 ? look(rd, &rd->fold, n) : run, LEX_WORD, word, n,
                 true))
            return n;
    return 0;
}

/* Whether the word as it stands is in its language. */
static bool
known_itself(const struct head *head)
{
    struct lexicon_run run = head->runs.fold;

    for (size_t i = 0; i < run.n; i++)
        if (run.entries[i].flags & LEX_WORD && run.entries[i].kind != LEX_REACH)
            return true;
    return false;
}

/* песен are songs (песня) sooner than what their stem is of (песо); the number
 * of words taken. */
static size_t
plural_at(struct reader *rd, const struct head *head, size_t word, size_t reach)
{
    enum lang lang = (enum lang)rd->r->w.words[word].lang;
    str forms[STEM_MOST_PLURAL];
    size_t n = stem_plural(head->fold, lang, rd->mem, forms, STEM_MOST_PLURAL);

    if (n == 0 || known_itself(head))
        return 0;
    for (size_t i = 0; i < n; i++) {
        struct head form = bare_head(rd, forms[i], lang);
        size_t taken = in_language(rd, &form, word, reach, false, 0);

        if (taken)
            return taken;
    }
    return 0;
}

/* 23名人质 are 23 hostages: behind a numeral 名 counts persons, whatever word
 * it would begin (名人, a celebrity). */
static bool
counts_persons(const struct reading *r, size_t word)
{
    static const char *const before[] = {
        "一", "二", "两", "兩", "三", "四", "五", "六", "七", "八", "九", "十",
        "百", "千", "万", "萬", "多", "余", "餘", "几", "幾", "数", "數"};
    const struct word *w = &r->w.words[word];

    if (w->lang != LANG_ZH || word == 0 ||
        !(str_is(w->fold, "名") || str_is(w->fold, "位")))
        return false;
    if (w[-1].kind == WORD_NUMBER)
        return true;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_is(w[-1].fold, before[i]))
            return true;
    return false;
}

/*
 * The senses at a word: all of the greatest length that any way of taking
 * the first word reaches. Returns that length, 0 for none.
 */
static size_t
senses_at(struct reader *rd, size_t word)
{
    struct word *w = &rd->r->w.words[word];
    struct head heads[1 + STEM_MOST_BARE];
    str bare[STEM_MOST_BARE];
    size_t nheads = 1, reach = room(rd->r, word), longest = 0;
    enum lang langs[2] = {(enum lang)w->lang, LANG_UND};

    heads[0] = head_of(rd, w);
    if (counts_persons(rd->r, word))
        reach = 1;
    if (w->kind == WORD_LETTERS) {
        size_t n = stem_bare(w->fold, langs[0], bare, STEM_MOST_BARE);

        for (size_t i = 0; i < n; i++)
            heads[nheads++] = bare_head(rd, bare[i], langs[0]);
    }
    longest = plural_at(rd, &heads[0], word, reach);
    if (longest)
        return longest;
    for (size_t h = 0; h < nheads; h++) {
        size_t n = in_language(rd, &heads[h], word, reach, h == 0, longest);
        bool found = n > 0;

        if (n)
            longest = n;
        /* words of no language have no stems */
        if (h == 0 && langs[0] != LANG_UND) {
            n = in_none(rd, &heads[h], word, reach, longest);
            if (n)
                longest = n;
            found |= n > 0;
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
 * function word of its language means nothing else but what bounds, times,
 * units and sources say: "some", "since", "selon"; what its stem might mean
 * is chance.
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
                          s.cls != CLASS_UNIT && s.cls != CLASS_SAY)))
            continue;
        r->senses[n++] = s;
    }
    r->nsenses = n;
}

static void
note(const struct lexicon *lx, struct begins *b, const struct sense *s)
{
    uint8_t tag;

    b->kinds |= UINT32_C(1) << s->kind;
    if (s->kind != SENSE_CONCEPT)
        return;
    b->classes |= UINT32_C(1) << s->cls;
    tag = lexicon_tag(lx, s->id);
    if (tag)
        b->classes |=
            tag_leads(tag) ? BEGINS_TAGGED : BEGINS_TAGGED | BEGINS_DATED;
}

void
lexicon_read(const struct lexicon *lx, struct reading *r, struct arena *mem)
{
    struct stemmer *stemmer = lexicon_stemmer(lx);

    lexicon_read_by(lx, stemmer, r, mem);
    lexicon_stemmer_back(lx, stemmer);
}

void
lexicon_read_by(const struct lexicon *lx, struct stemmer *stemmer,
                struct reading *r, struct arena *mem)
{
    struct reader rd = {.lx = lx, .r = r, .mem = mem, .stemmer = stemmer};
    size_t covered = 0; /* words below it lie inside a longer sense */

    r->senses = NULL;
    r->nsenses = 0;
    r->sense_at = arena_new(mem, uint32_t, r->w.nwords + 1);
    r->begins = arena_new(mem, struct begins, r->w.nwords);
    for (size_t i = 0; i < r->w.nwords; i++) {
        size_t first = r->nsenses, longest;

        r->sense_at[i] = (uint32_t)first;
        if (i < covered)
            continue;
        longest = senses_at(&rd, i);
        keep_longest(r, first, longest);
        for (size_t k = first; k < r->nsenses; k++)
            note(lx, &r->begins[i], &r->senses[k]);
        if (longest > 1)
            covered = i + longest;
    }
    r->sense_at[r->w.nwords] = (uint32_t)r->nsenses;
    buf_free(&rd.fold.bytes);
    buf_free(&rd.stem.bytes);
}

const struct sense *
reading_first(const struct reading *r, size_t word, enum sense_kind kind,
              enum concept_class cls)
{
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind == kind &&
            (cls == CLASS_NONE || r->senses[i].cls == cls))
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
