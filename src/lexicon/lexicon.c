/*
 * lexicon.c - the mapped file and the questions one may ask it.
 */
#include "lexicon/lexicon.h"

#include "base/buf.h"
#include "base/oom.h"
#include "base/stash.h"
#include "lexicon/format.h"
#include "lexicon/inside.h"
#include "lexicon/opened.h"
#include "lexicon/overlay.h"
#include "lexicon/rows.h"
#include "lexicon/tag.h"
#include "text/fold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FORM_MOST  64 /* bytes of a word and an ending */
#define FORM_LEAST 2  /* of a word without it there are more */

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
    uint64_t nruns;

    if (lx->n < sizeof *lx->head)
        return false;
    lx->head = (const struct lex_head *)(const void *)lx->bytes;
    if (memcmp(lx->head->magic, LEX_MAGIC, sizeof LEX_MAGIC) != 0 ||
        lx->head->format != LEX_FORMAT)
        return false;
    lx->strings = section(lx, LEX_STRINGS, 1, &ok);
    lx->nstrings = lx->head->section[LEX_STRINGS].count;
    lx->buckets = section(lx, LEX_BUCKETS, sizeof *lx->buckets, &ok);
    lx->nbuckets = lx->head->section[LEX_BUCKETS].count - 1;
    lx->prints = section(lx, LEX_PRINTS, sizeof *lx->prints, &ok);
    lx->nkeys = lx->head->section[LEX_PRINTS].count;
    lx->runs = section(lx, LEX_RUNS, LEX_RUN_BYTES, &ok);
    nruns = lx->head->section[LEX_RUNS].count;
    lx->entries = section(lx, LEX_ENTRIES, sizeof *lx->entries, &ok);
    lx->nentries = lx->head->section[LEX_ENTRIES].count;
    lx->concepts = section(lx, LEX_CONCEPTS, sizeof *lx->concepts, &ok);
    lx->places = section(lx, LEX_PLACES, sizeof *lx->places, &ok);
    lx->bodies = section(lx, LEX_BODIES, sizeof *lx->bodies, &ok);
    lx->given = section(lx, LEX_GIVEN, sizeof *lx->given, &ok);
    lx->pinyin = section(lx, LEX_PINYIN, sizeof *lx->pinyin, &ok);
    lx->sounds = section(lx, LEX_SOUNDS, sizeof *lx->sounds, &ok);
    lx->kanji = section(lx, LEX_KANJI, sizeof *lx->kanji, &ok);
    lx->near = section(lx, LEX_NEAR, sizeof *lx->near, &ok);
    lx->more = section(lx, LEX_MORE, 1, &ok);
    return ok && lx->nbuckets > 0 && lx->nkeys == nruns && lx->nstrings > 0 &&
           lx->strings[lx->nstrings - 1] == '\0' &&
           lx->head->section[LEX_BUCKETS].count > 1 &&
           lx->head->section[LEX_PINYIN].count == LEX_HAN_END - LEX_HAN;
}

/* What is looked up by the keys of concepts. */
void
lexicon_index(struct lexicon *lx)
{
    uint32_t n = lexicon_concepts(lx);

    free(lx->tags);
    free(lx->by_key);
    lx->tags = oom_malloc((size_t)n + 1);
    lx->tags[0] = 0;
    lx->nplaces = 16;
    while (lx->nplaces < (size_t)n * 2)
        lx->nplaces *= 2;
    lx->by_key = oom_malloc(lx->nplaces * sizeof *lx->by_key);
    memset(lx->by_key, 0, lx->nplaces * sizeof *lx->by_key);
    for (uint32_t id = 1; id <= n; id++) {
        str key = lexicon_key(lx, id);
        uint64_t hash = str_hash(key);
        size_t at = hash & (lx->nplaces - 1);

        while (lx->by_key[at].id)
            at = (at + 1) & (lx->nplaces - 1);
        lx->by_key[at] = (struct keyed){hash, id};
        lx->tags[id] = tag_of_key(key);
    }
    lx->nindexed = n;
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
    *lx = (struct lexicon){
        .bytes = bytes, .n = (size_t)st.st_size, .stemmers = stash_open()};
    if (!settle(lx)) {
        err_set(err, ERR_INPUT,
                "%s: no lexicon of this version; build it again", path);
        lexicon_close(lx);
        lx = NULL;
    } else {
        lexicon_index(lx);
    }
close:
    close(fd);
    return lx;
}

static void
close_stemmer(void *s)
{
    stemmer_close(s);
}

struct stemmer *
lexicon_stemmer(const struct lexicon *lx)
{
    struct stemmer *s = stash_take(lx->stemmers);

    return s ? s : stemmer_open();
}

void
lexicon_stemmer_back(const struct lexicon *lx, struct stemmer *s)
{
    if (!stash_put(lx->stemmers, s))
        stemmer_close(s);
}

void
lexicon_close(struct lexicon *lx)
{
    if (!lx)
        return;
    munmap((void *)(uintptr_t)lx->bytes, lx->n);
    free(lx->tags);
    free(lx->by_key);
    overlay_close(lx->added);
    stash_close(lx->stemmers, close_stemmer);
    free(lx);
}

struct overlay *
lexicon_overlay(struct lexicon *lx)
{
    if (!lx->added)
        lx->added = overlay_open();
    return lx->added;
}

uint64_t
lexicon_version(const struct lexicon *lx)
{
    return lx->head->version ^ (lx->added ? lx->added->version : 0);
}

/* ---- lookup ---------------------------------------------------------- */

/* The entries from `at` to the end of their run. */
static struct lexicon_run
run_at(const struct lexicon *lx, size_t at)
{
    struct lexicon_run run = {lx->entries + at, 0};

    while (at + run.n < lx->nentries)
        if (run.entries[run.n++].flags & LEX_LAST)
            break;
    return run;
}

struct lexicon_run
lexicon_look(const struct lexicon *lx, str key)
{
    return lexicon_look_hash(lx, str_hash(key));
}

struct lexicon_run
lexicon_look_hash(const struct lexicon *lx, uint64_t hash)
{
    struct lexicon_run run = {NULL, 0};

    if (lx->added)
        run = overlay_look(lx->added, hash);
    return run.n ? run : lexicon_shipped_look(lx, hash);
}

struct lexicon_run
lexicon_shipped_look(const struct lexicon *lx, uint64_t hash)
{
    const struct lex_bucket *b =
        &lx->buckets[lex_bucket_of(hash, lx->nbuckets)];
    size_t end = b[1].first;

    if (lex_signs(hash) & ~b->signs)
        return (struct lexicon_run){NULL, 0};
    if (end > lx->nkeys)
        end = lx->nkeys;
    for (size_t i = b->first; i < end; i++) {
        const unsigned char *p = lx->runs + i * LEX_RUN_BYTES;

        if (lx->prints[i] == (uint32_t)hash)
            return run_at(lx, p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16);
    }
    return (struct lexicon_run){NULL, 0};
}

/* Whether an entry of a word as it stands is what is asked for. */
static bool
answers(const struct lex_entry *e, enum sense_kind kind, uint32_t classes)
{
    return e->kind == kind && e->flags & LEX_WORD &&
           (kind == SENSE_CONCEPT ? classes >> e->cls & 1
            : kind == SENSE_HEAD  ? classes >> e->id & 1
                                  : true);
}

/* The runs of a word as it stands, of its language and of none. */
static void
runs_of(const struct lexicon *lx, str folded, enum lang lang,
        struct lexicon_run runs[2])
{
    const enum lang langs[2] = {lang, LANG_UND};
    char key[256];

    runs[0] = runs[1] = (struct lexicon_run){NULL, 0};
    if (folded.n > sizeof key - 2)
        return;
    memcpy(key + 2, folded.s, folded.n);
    key[1] = '=';
    for (int l = 0; l < 2; l++) {
        key[0] = (char)(langs[l] + 1);
        runs[l] = lexicon_look(lx, (str){key, folded.n + 2});
    }
}

static const struct lex_entry *
find_entry(const struct lexicon_run runs[2], enum sense_kind kind,
           uint32_t classes)
{
    for (int l = 0; l < 2; l++)
        for (size_t i = 0; i < runs[l].n; i++)
            if (answers(&runs[l].entries[i], kind, classes))
                return &runs[l].entries[i];
    return NULL;
}

bool
lexicon_has(const struct lexicon *lx, str folded, enum lang lang,
            enum sense_kind kind)
{
    struct lexicon_run runs[2];

    runs_of(lx, folded, lang, runs);
    return find_entry(runs, kind, UINT32_MAX) != NULL;
}

uint32_t
lexicon_find(const struct lexicon *lx, str folded, enum lang lang,
             enum sense_kind kind, uint32_t classes)
{
    struct lexicon_question q = {.kind = kind, .classes = classes};

    lexicon_ask(lx, folded, lang, &q, 1);
    return q.id;
}

bool
lexicon_is_form(const struct lexicon *lx, str folded, enum lang lang,
                str ending, enum concept_class cls, uint32_t concept)
{
    char more[FORM_MOST];

    if (str_ends(folded, ending)) {
        folded.n -= ending.n;
    } else if (folded.n + ending.n <= sizeof more) {
        memcpy(more, folded.s, folded.n);
        memcpy(more + folded.n, ending.s, ending.n);
        folded = (str){more, folded.n + ending.n};
    }
    return folded.n > FORM_LEAST &&
           lexicon_find(lx, folded, lang, SENSE_CONCEPT, 1u << cls) == concept;
}

static void
answer(const struct lexicon_run runs[2], struct lexicon_question *q, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct lex_entry *e = find_entry(runs, q[i].kind, q[i].classes);

        q[i].id = e ? e->id : 0;
    }
}

void
lexicon_ask(const struct lexicon *lx, str folded, enum lang lang,
            struct lexicon_question *q, size_t n)
{
    struct lexicon_run runs[2];

    runs_of(lx, folded, lang, runs);
    answer(runs, q, n);
}

/* ---- notes ----------------------------------------------------------- */

#define NOTE_AT_BITS                                                           \
    (8 * LEX_RUN_BYTES) /* and how many entries, above them                    \
                         */

static uint32_t
note_tag(const struct lexicon *lx)
{
    return lx->added ? 0 : (uint32_t)lx->head->version | 1;
}

struct form_note
lexicon_note(const struct lexicon *lx, const struct lexicon_runs *runs)
{
    const struct lexicon_run *of[] = {&runs->fold, &runs->stem, &runs->any};
    struct form_note note = {.tag = note_tag(lx)};

    for (size_t i = 0; note.tag && i < 3; i++) {
        if (of[i]->n >> (32 - NOTE_AT_BITS))
            return (struct form_note){0};
        if (of[i]->n)
            note.found[i] = (uint32_t)(of[i]->entries - lx->entries) |
                            (uint32_t)of[i]->n << NOTE_AT_BITS;
    }
    return note;
}

bool
lexicon_noted(const struct lexicon *lx, const struct form_note *note,
              struct lexicon_runs *runs)
{
    struct lexicon_run *of[] = {&runs->fold, &runs->stem, &runs->any};

    if (note->tag == 0 || note->tag != note_tag(lx))
        return false;
    for (size_t i = 0; i < 3; i++)
        *of[i] = (struct lexicon_run){
            lx->entries + (note->found[i] & ((1u << NOTE_AT_BITS) - 1)),
            note->found[i] >> NOTE_AT_BITS};
    return true;
}

/* The same as runs_of, from what the reading kept with the word. */
static void
runs_of_word(const struct lexicon *lx, const struct word *w, enum lang lang,
             struct lexicon_run runs[2])
{
    struct lexicon_runs noted;

    if (w->lang == lang && lexicon_noted(lx, &w->note, &noted)) {
        runs[0] = noted.fold;
        runs[1] = noted.any;
    } else {
        runs_of(lx, w->fold, lang, runs);
    }
}

bool
lexicon_has_word(const struct lexicon *lx, const struct word *w, enum lang lang,
                 enum sense_kind kind)
{
    struct lexicon_run runs[2];

    runs_of_word(lx, w, lang, runs);
    return find_entry(runs, kind, UINT32_MAX) != NULL;
}

void
lexicon_ask_word(const struct lexicon *lx, const struct word *w, enum lang lang,
                 struct lexicon_question *q, size_t n)
{
    struct lexicon_run runs[2];

    runs_of_word(lx, w, lang, runs);
    answer(runs, q, n);
}
