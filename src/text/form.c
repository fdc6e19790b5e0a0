/*
 * form.c - forms of words, and a table of those seen last.
 *
 * Each word has two places in the table, by its hash. A new one drives out
 * that of the two which was asked for longer ago. A place is two lines of the
 * processor's cache, so a word that is known costs a look or two and two short
 * copies.
 */
#include "text/form.h"

#include "base/oom.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/*
 * 2 MB, touched as words come; a power of two. On 1,020 texts in 20 languages
 * making the forms that are not there costs 4.6 of 100 instructions; with a
 * fourth of the places, one a word, 11; with four times as many 3.3 (2026-11).
 */
#define FORMS_PLACES 16384

struct place {
    uint64_t hash; /* of word and language; 0: empty */
    uint8_t lang, script, capital, all_caps;
    uint8_t nword, nfold, nstem;
    uint8_t older;   /* the other of the two was asked for since */
    char bytes[112]; /* the word, its fold, its stem */
};

struct forms {
    struct place place[FORMS_PLACES / 2][2];
};

void
forms_close(struct forms *f)
{
    free(f);
}

/* ---- without the table --------------------------------------------------- */

static void
make(struct form *f, str word, enum lang lang, struct stemmer *stemmer,
     struct arena *mem)
{
    uint32_t letters = 0, upper = 0;
    str rest = word;

    *f = (struct form){.script = SCRIPT_OTHER};
    while (rest.n) {
        uint32_t c = utf8_next(&rest);

        if (c == UTF8_BAD || !utf8_letter(c))
            continue;
        if (letters++ == 0) {
            f->script = utf8_script(c);
            f->capital = utf8_upper(c);
        }
        upper += utf8_upper(c);
    }
    f->all_caps = letters >= 2 && upper == letters;
    word = fold_case(word, lang, mem);
    f->fold = fold_cased(word, lang, mem);
    f->stem = stemmer ? stem_cased(stemmer, word, lang, mem) : f->fold;
}

/* ---- the table ----------------------------------------------------------- */

static void
recall(struct form *f, const struct place *p, struct arena *mem)
{
    const char *from = p->bytes + p->nword;
    size_t n = (size_t)p->nfold + p->nstem;
    char *to = arena_raw(mem, n + 2);

    memcpy(to, from, p->nfold);
    to[p->nfold] = '\0';
    memcpy(to + p->nfold + 1, from + p->nfold, p->nstem);
    to[n + 1] = '\0';
    *f = (struct form){(enum script)p->script,
                       p->capital,
                       p->all_caps,
                       {to, p->nfold},
                       {to + p->nfold + 1, p->nstem}};
}

static void
remember(struct place *p, uint64_t hash, const struct form *f, str word,
         enum lang lang)
{
    if (word.n + f->fold.n + f->stem.n > sizeof p->bytes)
        return;
    *p = (struct place){.hash = hash,
                        .lang = (uint8_t)lang,
                        .script = (uint8_t)f->script,
                        .capital = f->capital,
                        .all_caps = f->all_caps,
                        .nword = (uint8_t)word.n,
                        .nfold = (uint8_t)f->fold.n,
                        .nstem = (uint8_t)f->stem.n};
    memcpy(p->bytes, word.s, word.n);
    memcpy(p->bytes + word.n, f->fold.s, f->fold.n);
    memcpy(p->bytes + word.n + f->fold.n, f->stem.s, f->stem.n);
}

static bool
holds(const struct place *p, uint64_t hash, str word, enum lang lang)
{
    return p->hash == hash && p->lang == lang && p->nword == word.n &&
           memcmp(p->bytes, word.s, word.n) == 0;
}

void
form_of(struct form *f, str word, enum lang lang, struct stemmer *stemmer,
        struct arena *mem)
{
    struct forms **forms = stemmer ? stemmer_forms(stemmer) : NULL;
    struct place *p;
    uint64_t hash;
    unsigned which;

    if (!forms || word.n == 0 || word.n > sizeof p->bytes) {
        make(f, word, lang, stemmer, mem);
        return;
    }
    if (!*forms) {
        *forms = calloc(1, sizeof **forms);
        if (!*forms)
            oom_die(sizeof **forms);
    }
    hash = str_hash(word);
    p = (*forms)->place[(hash + (uint64_t)lang) & (FORMS_PLACES / 2 - 1)];
    which = !holds(&p[0], hash, word, lang);
    if (which == 0 || holds(&p[1], hash, word, lang)) {
        recall(f, &p[which], mem);
    } else {
        make(f, word, lang, stemmer, mem);
        which = p[1].older || !p[1].hash;
        remember(&p[which], hash, f, word, lang);
    }
    p[which].older = false;
    p[!which].older = true;
}
