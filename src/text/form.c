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
#define NO_PLACE     2u
#define STEM_APART   128u /* in nstem: it stands behind the fold */

struct place {
    uint64_t hash; /* of word and language; 0: empty */
    struct form_note note;
    uint8_t lang, script, capital, all_caps;
    uint8_t nword, nfold, nstem;
    uint8_t older;  /* the other of the two was asked for since */
    char bytes[96]; /* the word, its fold, its stem where that is no beginning
                       of the fold */
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
    size_t n =
        (size_t)p->nfold + (p->nstem & STEM_APART ? p->nstem & ~STEM_APART : 0);
    char *to = arena_raw(mem, n);

    memcpy(to, from, n);
    *f = (struct form){
        (enum script)p->script,
        p->capital,
        p->all_caps,
        {to, p->nfold},
        {p->nstem & STEM_APART ? to + p->nfold : to, p->nstem & ~STEM_APART},
        p->note};
}

static void
remember(struct place *p, uint64_t hash, const struct form *f, str word,
         enum lang lang)
{
    bool apart = !str_starts(f->fold, f->stem);

    if (word.n + f->fold.n + (apart ? f->stem.n : 0) > sizeof p->bytes)
        return;
    *p = (struct place){.hash = hash,
                        .lang = (uint8_t)lang,
                        .script = (uint8_t)f->script,
                        .capital = f->capital,
                        .all_caps = f->all_caps,
                        .nword = (uint8_t)word.n,
                        .nfold = (uint8_t)f->fold.n,
                        .nstem =
                            (uint8_t)(f->stem.n | (apart ? STEM_APART : 0))};
    memcpy(p->bytes, word.s, word.n);
    memcpy(p->bytes + word.n, f->fold.s, f->fold.n);
    if (apart)
        memcpy(p->bytes + word.n + f->fold.n, f->stem.s, f->stem.n);
}

static bool
holds(const struct place *p, uint64_t hash, str word, enum lang lang)
{
    return p->hash == hash && p->lang == lang && p->nword == word.n &&
           memcmp(p->bytes, word.s, word.n) == 0;
}

/* The two places of a word, the one that holds it, if any, in *which. */
static struct place *
places(struct forms *forms, uint64_t hash, str word, enum lang lang,
       unsigned *which)
{
    struct place *p =
        forms->place[(hash + (uint64_t)lang) & (FORMS_PLACES / 2 - 1)];

    *which = holds(&p[0], hash, word, lang)   ? 0
             : holds(&p[1], hash, word, lang) ? 1
                                              : NO_PLACE;
    return p;
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
    p = places(*forms, hash, word, lang, &which);
    if (which != NO_PLACE) {
        recall(f, &p[which], mem);
    } else {
        make(f, word, lang, stemmer, mem);
        which = p[1].older || !p[1].hash;
        remember(&p[which], hash, f, word, lang);
    }
    p[which].older = false;
    p[!which].older = true;
}

void
form_keep(struct stemmer *stemmer, str word, enum lang lang,
          struct form_note note)
{
    struct forms *forms = *stemmer_forms(stemmer);
    unsigned which;
    struct place *p;

    if (!forms || word.n == 0 || word.n > sizeof p->bytes)
        return;
    p = places(forms, str_hash(word), word, lang, &which);
    if (which != NO_PLACE)
        p[which].note = note;
}
