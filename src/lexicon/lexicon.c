/*
 * lexicon.c - the mapped file and the questions one may ask it.
 */
#include "lexicon/lexicon.h"

#include "base/buf.h"
#include "base/oom.h"
#include "lexicon/format.h"
#include "text/fold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct lexicon {
    const char *bytes;
    size_t n;
    const struct lex_head *head;
    const char *strings;
    size_t nstrings;
    const struct lex_slot *slots;
    size_t mask;
    const struct lex_entry *entries;
    const struct lex_concept *concepts;
    const struct lex_place *places;
    const struct lex_label *bodies, *given;
    const struct lex_pinyin *pinyin;
    const struct lex_near *near;
};

static const void *
section(const struct lexicon *lx, enum lex_section s, size_t size, bool *ok)
{
    uint64_t at = lx->head->section[s].at, n = lx->head->section[s].count;

    if (at % 8 || at > lx->n || n > (lx->n - at) / size)
        *ok = false;
    return lx->bytes + (*ok ? at : 0);
}

/* Whether the file is whole and of this format. */
static bool
settle(struct lexicon *lx)
{
    bool ok = true;
    uint64_t nslots;

    if (lx->n < sizeof *lx->head)
        return false;
    lx->head = (const struct lex_head *)(const void *)lx->bytes;
    if (memcmp(lx->head->magic, LEX_MAGIC, sizeof LEX_MAGIC) != 0 ||
        lx->head->format != LEX_FORMAT)
        return false;
    lx->strings = section(lx, LEX_STRINGS, 1, &ok);
    lx->nstrings = lx->head->section[LEX_STRINGS].count;
    lx->slots = section(lx, LEX_SLOTS, sizeof *lx->slots, &ok);
    lx->entries = section(lx, LEX_ENTRIES, sizeof *lx->entries, &ok);
    lx->concepts = section(lx, LEX_CONCEPTS, sizeof *lx->concepts, &ok);
    lx->places = section(lx, LEX_PLACES, sizeof *lx->places, &ok);
    lx->bodies = section(lx, LEX_BODIES, sizeof *lx->bodies, &ok);
    lx->given = section(lx, LEX_GIVEN, sizeof *lx->given, &ok);
    lx->pinyin = section(lx, LEX_PINYIN, sizeof *lx->pinyin, &ok);
    lx->near = section(lx, LEX_NEAR, sizeof *lx->near, &ok);
    nslots = lx->head->section[LEX_SLOTS].count;
    if (!ok || nslots < 64 || (nslots & (nslots - 1)) != 0 ||
        lx->nstrings == 0)
        return false;
    lx->mask = nslots - 1;
    return true;
}

struct lexicon *
lexicon_open(const char *path, struct err *err)
{
    struct lexicon *lx = NULL;
    struct stat st;
    void *bytes;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0) {
        err_set(err, ERR_IO, "open %s: %s", path, strerror(errno));
        return NULL;
    }
    if (fstat(fd, &st) != 0 || st.st_size == 0) {
        err_set(err, ERR_IO, "measure %s: %s", path, strerror(errno));
        goto close;
    }
    bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (bytes == MAP_FAILED) {
        err_set(err, ERR_IO, "map %s: %s", path, strerror(errno));
        goto close;
    }
    lx = oom_malloc(sizeof *lx);
    *lx = (struct lexicon){.bytes = bytes, .n = (size_t)st.st_size};
    if (!settle(lx)) {
        err_set(err, ERR_INPUT,
                "%s: no lexicon of this version; build it again", path);
        lexicon_close(lx);
        lx = NULL;
    }
close:
    close(fd);
    return lx;
}

void
lexicon_close(struct lexicon *lx)
{
    if (!lx)
        return;
    munmap((void *)(uintptr_t)lx->bytes, lx->n);
    free(lx);
}

uint64_t
lexicon_version(const struct lexicon *lx)
{
    return lx->head->version;
}

/* ---- lookup ---------------------------------------------------------- */

struct run {
    const struct lex_entry *entries;
    size_t n;
};

static struct run
look(const struct lexicon *lx, str key)
{
    uint32_t hash = (uint32_t)str_hash(key);
    size_t at = hash & lx->mask;

    if (key.n > 255)
        return (struct run){NULL, 0};
    while (lx->slots[at].key) {
        const struct lex_slot *s = &lx->slots[at];

        if (s->hash == hash && s->key < lx->nstrings) {
            const char *p = lx->strings + s->key;
            str there = {p + 1, (unsigned char)*p};

            if (str_eq(there, key))
                return (struct run){lx->entries + s->first, s->count};
        }
        at = (at + 1) & lx->mask;
    }
    return (struct run){NULL, 0};
}

static str
text_of(const struct lexicon *lx, uint32_t at)
{
    return at < lx->nstrings ? str_of(lx->strings + at) : (str){0};
}

/* An entry of a word as it stands, of its language or of none. */
static const struct lex_entry *
find_entry(const struct lexicon *lx, str folded, enum lang lang,
           enum sense_kind kind, uint32_t classes)
{
    const enum lang langs[2] = {lang, LANG_UND};
    char key[256];

    if (folded.n > sizeof key - 2)
        return NULL;
    memcpy(key + 2, folded.s, folded.n);
    key[1] = '=';
    for (int l = 0; l < 2; l++) {
        struct run run;

        key[0] = (char)(langs[l] + 1);
        run = look(lx, (str){key, folded.n + 2});
        for (size_t i = 0; i < run.n; i++)
            if (run.entries[i].kind == kind &&
                (kind == SENSE_CONCEPT ? classes >> run.entries[i].cls & 1
                 : kind == SENSE_HEAD  ? classes >> run.entries[i].id & 1
                                       : true))
                return run.entries + i;
    }
    return NULL;
}

bool
lexicon_has(const struct lexicon *lx, str folded, enum lang lang,
            enum sense_kind kind)
{
    return find_entry(lx, folded, lang, kind, UINT32_MAX) != NULL;
}

uint32_t
lexicon_find(const struct lexicon *lx, str folded, enum lang lang,
             enum sense_kind kind, uint32_t classes)
{
    const struct lex_entry *e = find_entry(lx, folded, lang, kind, classes);

    return e ? e->id : 0;
}

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
    struct run run;

    buf_clear(&rd->key);
    buf_putc(&rd->key, (char)(lang + 1));
    buf_putc(&rd->key, '#');
    buf_put(&rd->key, stem);
    run = look(rd->lx, buf_str(&rd->key));
    return run.n ? run.entries[0].id : 1;
}

static struct run
try_key(struct reader *rd, enum lang lang, char mode, str first, size_t word,
        size_t n)
{
    buf_clear(&rd->key);
    buf_putc(&rd->key, (char)(lang + 1));
    buf_putc(&rd->key, mode);
    buf_put(&rd->key, first);
    for (size_t i = 1; i < n; i++) {
        const struct word *w = &rd->r->w.words[word + i];

        buf_putc(&rd->key, ' ');
        buf_put(&rd->key, mode == '~' ? w->stem : w->fold);
    }
    return look(rd->lx, buf_str(&rd->key));
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
take(struct reader *rd, struct run run, size_t word, size_t n, bool exact)
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

        if (!allowed(rd, e, word, n) ||
            (family && e->family && !(e->family & family)))
            continue;
        for (size_t k = r->nsenses; k-- > 0 && r->senses[k].word == word;)
            twice |= r->senses[k].kind == e->kind && r->senses[k].id == e->id;
        if (twice)
            continue;
        r->senses = arena_grow(rd->mem, r->senses, r->nsenses,
                               sizeof *r->senses);
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
            size_t most = most_words(rd, langs[l], heads[h].stem);

            if (l == 1 && (langs[0] == LANG_UND || h > 0))
                break;
            if (most > reach)
                most = reach;
            for (size_t n = most; n >= 1 && n >= longest; n--) {
                struct run run =
                    try_key(rd, langs[l], '=', heads[h].fold, word, n);
                size_t got = take(rd, run, word, n, h == 0);

                if (l == 0) {
                    /* stems add to what stands there as it is */
                    run = try_key(rd, langs[l], '~', heads[h].stem, word, n);
                    got += take(rd, run, word, n, false);
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
            (langs[0] == LANG_AR || langs[0] == LANG_HE ||
             langs[0] == LANG_FA))
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

/* ---- concepts, places, bodies ---------------------------------------- */

uint32_t
lexicon_concepts(const struct lexicon *lx)
{
    return (uint32_t)lx->head->section[LEX_CONCEPTS].count;
}

uint32_t
lexicon_concept(const struct lexicon *lx, const char *key)
{
    uint32_t n = lexicon_concepts(lx);

    for (uint32_t i = 0; i < n; i++)
        if (str_is(text_of(lx, lx->concepts[i].key), key))
            return i + 1;
    return 0;
}

enum concept_class
lexicon_class(const struct lexicon *lx, uint32_t concept)
{
    if (concept == 0 || concept > lexicon_concepts(lx))
        return CLASS_NONE;
    return (enum concept_class)lx->concepts[concept - 1].cls;
}

str
lexicon_key(const struct lexicon *lx, uint32_t concept)
{
    if (concept == 0 || concept > lexicon_concepts(lx))
        return (str){0};
    return text_of(lx, lx->concepts[concept - 1].key);
}

str
lexicon_word(const struct lexicon *lx, uint32_t concept, enum lang lang)
{
    uint32_t at;

    if (concept == 0 || concept > lexicon_concepts(lx))
        return (str){0};
    if (lang < 1 || lang > LANG_LEXICON)
        return lexicon_key(lx, concept);
    at = lx->concepts[concept - 1].word[lang - 1];
    return at ? text_of(lx, at) : lexicon_key(lx, concept);
}

unsigned
lexicon_near(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    size_t low = 0, high = lx->head->section[LEX_NEAR].count;

    if (a == b)
        return a ? LANG_LEXICON : 0;
    if (a > b) {
        uint32_t c = a;

        a = b;
        b = c;
    }
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct lex_near *n = &lx->near[mid];

        if (n->a == a && n->b == b)
            return (unsigned)__builtin_popcount(n->langs);
        if (n->a < a || (n->a == a && n->b < b))
            low = mid + 1;
        else
            high = mid;
    }
    return 0;
}

struct place
lexicon_place(const struct lexicon *lx, uint32_t place)
{
    struct place out = {0};
    const struct lex_place *p;

    if (place == 0 || place > lx->head->section[LEX_PLACES].count)
        return out;
    p = &lx->places[place - 1];
    out.name = text_of(lx, p->name);
    memcpy(out.iso, p->iso, 2);
    out.kind = (uint8_t)p->kind;
    out.lat = p->lat;
    out.lon = p->lon;
    out.population = p->population;
    return out;
}

uint32_t
lexicon_country(const struct lexicon *lx, uint32_t place)
{
    if (place == 0 || place > lx->head->section[LEX_PLACES].count)
        return 0;
    return lx->places[place - 1].country;
}

str
lexicon_body(const struct lexicon *lx, uint32_t body)
{
    if (body == 0 || body > lx->head->section[LEX_BODIES].count)
        return (str){0};
    return text_of(lx, lx->bodies[body - 1].text);
}

str
lexicon_given(const struct lexicon *lx, uint32_t given)
{
    if (given == 0 || given > lx->head->section[LEX_GIVEN].count)
        return (str){0};
    return text_of(lx, lx->given[given - 1].text);
}

str
lexicon_pinyin(const struct lexicon *lx, uint32_t c)
{
    size_t low = 0, high = lx->head->section[LEX_PINYIN].count;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (lx->pinyin[mid].c == c)
            return text_of(lx, lx->pinyin[mid].text);
        if (lx->pinyin[mid].c < c)
            low = mid + 1;
        else
            high = mid;
    }
    return (str){0};
}

str
lexicon_kanji(const struct lexicon *lx, uint32_t c)
{
    return lexicon_pinyin(lx, c + LEX_KANJI);
}

/* ---- frames ---------------------------------------------------------- */

#define CHROME_MOST_WORDS 24

enum chrome_kind
lexicon_chrome(const struct lexicon *lx, str line, bool *whole)
{
    struct arena *mem = arena_open();
    struct stemmer *stemmer = stemmer_open();
    struct lang_span langs = {{0, (uint32_t)line.n}, LANG_UND};
    struct words w;
    struct buf key = {0};
    size_t ends[CHROME_MOST_WORDS], n = 0;
    enum chrome_kind kind = CHROME_NONE;

    line = str_cut(line, 0, 600);
    langs.at.end = (uint32_t)line.n;
    segment(&w, line, &langs, 1, stemmer, mem);
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
        struct run run = look(lx, (str){key.s, ends[i]});

        if (run.n) {
            kind = (enum chrome_kind)run.entries[0].id;
            *whole = i + 1 == n;
        }
    }
    buf_free(&key);
    stemmer_close(stemmer);
    arena_close(mem);
    return kind;
}
