/* learn.c - which texts words are learned from. */
#include "learn/learn.h"
#include "engine/settle.h"
#include "engine/words.h"
#include "lexicon/rows.h"
#include "story/place.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FILE ((size_t)256 << 20)

/* ---- files of two languages ------------------------------------------------
 */

struct files {
    struct pairs pairs;
    const struct samestory_watcher *watcher;
    bool quiet; /* what tells nothing of the two languages is passed over */
    size_t failed;
};

static void
complain(struct files *f, const char *path, const char *why)
{
    f->failed++;
    if (f->watcher && f->watcher->complain)
        f->watcher->complain(f->watcher->ctx, path, why);
}

/* The language of a three-letter code, as dictionaries are named by. */
static enum lang
lang_of_three(str code)
{
    str rest =
        STR("ara ar zho zh rus ru eng en spa es fra fr deu de fas fa tur tr "
            "ukr uk jpn ja por pt hin hi heb he kor ko ind id ita it pol pl "
            "ell el nld nl");
    str three, two;

    while (str_next(&rest, ' ', &three) && str_next(&rest, ' ', &two))
        if (str_eq_nocase(three, code))
            return lang_of(two);
    return LANG_UND;
}

static str
base_name(str path)
{
    size_t at;

    while ((at = str_find(path, STR("/"))) != SIZE_MAX)
        path = str_cut(path, at + 1, path.n);
    return path;
}

/*
 * Which way a dictionary goes by its name, "freedict-ara-eng" or "mueller7":
 * +1 from the language learned from to the other one, -1 back, 0 neither.
 */
static int
dictionary_way(str name, const struct pairs *p)
{
    enum lang one = LANG_UND, two = LANG_UND;
    str part;

    if (str_starts_nocase(name, STR("mueller")))
        one = LANG_EN, two = LANG_RU;
    name = str_cut(name, 0, str_find(name, STR(".")));
    while (two == LANG_UND && str_next(&name, '-', &part)) {
        enum lang lang = lang_of_three(part);

        if (one == LANG_UND)
            one = lang;
        else
            two = lang;
    }
    return one == p->from && two == p->to   ? 1
           : one == p->to && two == p->from ? -1
                                            : 0;
}

/* The text of a dictionary lies beside its index. */
static void
read_dictionary(struct files *f, const char *path, str index)
{
    struct arena *mem = arena_open();
    str stem = str_cut(str_of(path), 0, strlen(path) - strlen(".index"));
    int way = dictionary_way(base_name(stem), &f->pairs);
    struct err err = {0};
    str text;

    if (way == 0) {
        if (!f->quiet)
            complain(f, path, "a dictionary of other languages, by its name");
    } else if (words_file(arena_printf(mem, "%.*s.dict.dz", STR_ARG(stem)).s,
                          MOST_FILE, &text, mem, &err) ||
               words_file(arena_printf(mem, "%.*s.dict", STR_ARG(stem)).s,
                          MOST_FILE, &text, mem, &err)) {
        pairs_dictd(&f->pairs, index, text, way < 0);
    } else {
        complain(f, path, err.words);
    }
    arena_close(mem);
}

static void
read_file(struct files *f, const char *path)
{
    struct arena *mem = arena_open();
    struct err err = {0};
    str name = str_of(path), bytes;
    bool good = true;

    if (str_ends(name, STR(".gz")))
        name.n -= 3;
    if (!words_file(path, MOST_FILE, &bytes, mem, &err))
        complain(f, path, err.words);
    else if (str_ends(name, STR(".index")))
        read_dictionary(f, path, bytes);
    else if (str_ends(name, STR(".tmx")))
        pairs_tmx(&f->pairs, bytes);
    else if (f->pairs.from != LANG_EN &&
             (str_ends(name, STR(".po")) || str_ends(name, STR(".mo"))))
        complain(f, path, "the messages of programs are in English: --from en");
    else if (str_ends(name, STR(".po")))
        pairs_po(&f->pairs, bytes);
    else if (str_ends(name, STR(".mo")))
        good = pairs_mo(&f->pairs, bytes);
    else
        good = pairs_table(&f->pairs, bytes);
    if (!good)
        complain(f, path, "no texts of these two languages");
    arena_close(mem);
}

/* What packages of the system put there. */
static void
read_machine(struct files *f)
{
    const char *lang = lang_code(f->pairs.to);
    char patterns[3][200];
    glob_t found;

    snprintf(patterns[0], sizeof *patterns, "/usr/share/dictd/*.index");
    snprintf(patterns[1], sizeof *patterns,
             "/usr/share/locale/%s/LC_MESSAGES/*.mo", lang);
    snprintf(patterns[2], sizeof *patterns,
             "/usr/share/locale/%s_*/LC_MESSAGES/*.mo", lang);
    f->quiet = true;
    for (int i = 0; i < (f->pairs.from == LANG_EN ? 3 : 1); i++) {
        if (glob(patterns[i], 0, NULL, &found) != 0)
            continue;
        for (size_t k = 0; k < found.gl_pathc; k++)
            read_file(f, found.gl_pathv[k]);
        globfree(&found);
    }
}

static enum samestory_status
answer_rows(struct samestory *e, struct rows *rows, struct arena *mem,
            const char **out, size_t *nrows)
{
    struct buf text = {0};

    rows_merge(rows, mem);
    rows_write(e->lexicon, rows, &text);
    *nrows = rows->n;
    *out = answer_text(&text);
    buf_free(&text);
    return rows->n ? SAMESTORY_OK : SAMESTORY_NOTHING;
}

static bool
langs_of(struct samestory *e, const struct samestory_lesson *lesson,
         enum lang *from, enum lang *to)
{
    *from = lang_of(str_of(lesson->from ? lesson->from : "en"));
    *to = lesson->lang ? lang_of(str_of(lesson->lang)) : LANG_UND;
    if (*from < 1 || *from > LANG_LEXICON || *to < 1 || *to > LANG_LEXICON ||
        *from == *to)
        return err_set(&e->err, ERR_USAGE,
                       "words are learned of two of the languages of the "
                       "lexicon");
    return true;
}

enum samestory_status
samestory_learn(struct samestory *e, const struct samestory_lesson *lesson,
                const char *const *paths, size_t npaths,
                const struct samestory_watcher *watcher, const char **out,
                size_t *nrows)
{
    struct files f = {.watcher = watcher};
    struct rows rows = {NULL, 0};
    enum samestory_status status;
    struct learner *l;

    *out = NULL;
    *nrows = 0;
    e->err = (struct err){0};
    if (!langs_of(e, lesson, &f.pairs.from, &f.pairs.to))
        return SAMESTORY_USAGE;
    f.pairs.mem = arena_open();
    for (size_t i = 0; i < npaths; i++)
        read_file(&f, paths[i]);
    if (npaths == 0)
        read_machine(&f);
    l = learner_open(e->lexicon, f.pairs.from, f.pairs.to);
    learner_pairs(l, &f.pairs);
    learner_rows(l, &learn_from_pairs, &rows, f.pairs.mem);
    status = answer_rows(e, &rows, f.pairs.mem, out, nrows);
    learner_close(l);
    arena_close(f.pairs.mem);
    if (f.failed && npaths) {
        err_set(&e->err, ERR_INPUT, "%zu files could not be used", f.failed);
        return SAMESTORY_INPUT;
    }
    return status;
}

/* ---- articles of one story
 * ---------------------------------------------------- */

/*
 * What two articles of two languages must show before words are learned from
 * them: they are of one story, each is the other's best of that language, so
 * likely (`pairs`) and so much likelier than the second best.
 */
#define CERTAIN_SCORE  0.3
#define CERTAIN_MARGIN 0.05
#define MOST_ARTICLES  20000

struct stories {
    const struct lexicon *lx;
    struct set set;
    struct nearest *near[LANG_LEXICON + 1]; /* the best in each language */
    struct told *told;                      /* by article */
    struct arena *mem;
};

/* Words of names; a name goes as it is. */
static uint8_t *
words_out(const struct article *a, struct arena *mem)
{
    uint8_t *out = arena_new(mem, uint8_t, a->read.w.nwords + 1);

    for (size_t i = 0; i < a->nnames; i++)
        for (uint32_t k = 0; k < a->names[i].nwords; k++)
            out[a->names[i].word + k] = 1;
    return out;
}

static bool
certain_one_way(const struct nearest *near, uint32_t other)
{
    return near->n && near->index[0] == other &&
           near->score[0] >= CERTAIN_SCORE &&
           (near->n == 1 || near->score[0] - near->score[1] >= CERTAIN_MARGIN);
}

static bool
certain(const struct stories *s, uint32_t i, enum lang to)
{
    const struct nearest *near = &s->near[to][i];
    uint32_t k = near->n ? near->index[0] : 0;

    return certain_one_way(near, k) &&
           certain_one_way(&s->near[s->set.articles[i]->lang][k], i) &&
           s->set.story[i] == s->set.story[k];
}

struct order {
    uint32_t article, story;
};

static int
by_story(const void *a, const void *b)
{
    const struct order *x = a, *y = b;

    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->article > y->article) - (x->article < y->article);
}

/* Teaches the words of a language, by what others tell in `from` (LANG_UND:
 * in any language). */
static void
learn_lang(const struct stories *s, enum lang from, enum lang to,
           struct rows *rows)
{
    struct learner *l = learner_open(s->lx, LANG_UND, to);
    struct order *list = arena_new(s->mem, struct order, s->set.narticles + 1);
    size_t n = 0;

    for (uint32_t i = 0; i < s->set.narticles; i++)
        if (s->set.articles[i]->lang == to)
            list[n++] = (struct order){i, s->set.story[i]};
    if (n)
        qsort(list, n, sizeof *list, by_story);
    for (size_t i = 0; i < n; i++) {
        struct told others[LANG_LEXICON];
        size_t nothers = 0;

        for (int o = 1; o <= LANG_LEXICON; o++)
            if (o != (int)to && (from == LANG_UND || o == (int)from) &&
                certain(s, list[i].article, (enum lang)o))
                others[nothers++] =
                    s->told[s->near[o][list[i].article].index[0]];
        if (nothers)
            learner_event(l, others, nothers, &s->told[list[i].article],
                          list[i].story);
    }
    learner_rows(l, &learn_from_events, rows, s->mem);
    learner_close(l);
}

static bool
load_stories(struct samestory *e, struct stories *s)
{
    struct store_row *found;
    size_t n;

    if (!settle_now(e) || !store_rows(e->store, 0, &found, &n, s->mem, &e->err))
        return false;
    /* the latest */
    if (n > MOST_ARTICLES) {
        found += n - MOST_ARTICLES;
        n = MOST_ARTICLES;
    }
    return engine_set(e, found, n, &s->set, s->mem);
}

enum samestory_status
samestory_learn_store(struct samestory *e,
                      const struct samestory_lesson *lesson, const char **out,
                      size_t *nrows)
{
    struct stories s = {.lx = e->lexicon, .mem = arena_open()};
    enum lang from = LANG_UND, to = LANG_UND;
    enum samestory_status status = SAMESTORY_USAGE;
    struct rows rows = {NULL, 0};

    *out = NULL;
    *nrows = 0;
    e->err = (struct err){0};
    if (lesson->lang && !langs_of(e, lesson, &from, &to))
        goto close;
    if (!lesson->from)
        from = LANG_UND;
    if (!load_stories(e, &s)) {
        status = engine_status(e);
        goto close;
    }
    s.told = arena_new(s.mem, struct told, s.set.narticles + 1);
    for (size_t i = 0; i < s.set.narticles; i++)
        s.told[i] = (struct told){&s.set.articles[i]->read,
                                  words_out(s.set.articles[i], s.mem)};
    for (int l = 1; l <= LANG_LEXICON; l++)
        s.near[l] = story_nearest(s.lx, &s.set, (enum lang)l, s.mem);
    for (int l = 1; l <= LANG_LEXICON; l++)
        if (to == LANG_UND || l == (int)to)
            learn_lang(&s, from, (enum lang)l, &rows);
    status = answer_rows(e, &rows, s.mem, out, nrows);
close:
    arena_close(s.mem);
    return status;
}
