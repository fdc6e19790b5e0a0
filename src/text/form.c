/*
 * form.c - forms of words, and a table of those seen last.
 *
 * A word's hash chooses a shelf of eight places. Each shelf has its places in
 * the order in which they were asked for last, with a part of the hash of what
 * lies there, in half a line of the processor's cache; a new word drives out
 * the last. A place is two such lines, so a word that is known costs three and
 * two short copies.
 */
#include "text/form.h"

#include "base/oom.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/*
 * 1 MB, touched as words come; shelves are a power of two. Larger tables leave
 * fewer forms to make and are no faster: they drive all else out of the
 * processor's cache (4 MB for 2: a tenth slower; 2026-11).
 */
#define FORMS_SHELVES 2048
#define SHELF_PLACES  8u
#define STEM_APART    128u /* in nstem: it stands behind the fold */
#define SAME_FOLD     255u /* of nfold: it is the word */

struct place {
    struct form_note note;
    uint8_t lang, script, capital, all_caps;
    uint8_t nword, nfold, nstem; /* nword 0: empty */
    /* the word, its fold where that is another, its stem where that is no
     * beginning of the fold */
    char bytes[41];
};

struct shelf {
    /* the last asked for first: which place, below a part of the hash */
    uint32_t order[SHELF_PLACES];
};

struct forms {
    struct shelf shelf[FORMS_SHELVES];
    struct place place[FORMS_SHELVES][SHELF_PLACES];
};

static struct forms *
forms_open(void)
{
    struct forms *f = calloc(1, sizeof *f);

    if (!f)
        oom_die(sizeof *f);
    for (size_t i = 0; i < FORMS_SHELVES; i++)
        for (uint32_t k = 0; k < SHELF_PLACES; k++)
            f->shelf[i].order[k] = k;
    return f;
}

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
    bool same = p->nfold == SAME_FOLD, apart = p->nstem & STEM_APART;
    size_t nfold = same ? p->nword : p->nfold, nstem = p->nstem & ~STEM_APART;
    size_t n = nfold + (apart ? nstem : 0);
    char *to = arena_raw(mem, n);

    memcpy(to, p->bytes + (same ? 0 : p->nword), n);
    *f = (struct form){
        (enum script)p->script,           p->capital, p->all_caps, {to, nfold},
        {apart ? to + nfold : to, nstem}, p->note};
}

static void
remember(struct place *p, const struct form *f, str word, enum lang lang)
{
    bool same = str_eq(f->fold, word), apart = !str_starts(f->fold, f->stem);
    size_t nfold = same ? 0 : f->fold.n;

    if (word.n + nfold + (apart ? f->stem.n : 0) > sizeof p->bytes)
        return;
    *p = (struct place){.lang = (uint8_t)lang,
                        .script = (uint8_t)f->script,
                        .capital = f->capital,
                        .all_caps = f->all_caps,
                        .nword = (uint8_t)word.n,
                        .nfold = same ? SAME_FOLD : (uint8_t)nfold,
                        .nstem =
                            (uint8_t)(f->stem.n | (apart ? STEM_APART : 0))};
    memcpy(p->bytes, word.s, word.n);
    memcpy(p->bytes + word.n, f->fold.s, nfold);
    if (apart)
        memcpy(p->bytes + word.n + nfold, f->stem.s, f->stem.n);
}

static bool
holds(const struct place *p, str word, enum lang lang)
{
    return p->nword == word.n && p->lang == lang &&
           memcmp(p->bytes, word.s, word.n) == 0;
}

/* The place of a word, made the first of its shelf; where it has none, that of
 * the word which was asked for the longest ago, and *known is false. */
static struct place *
place_of(struct forms *forms, str word, enum lang lang, bool *known)
{
    uint64_t hash = str_hash(word) + (uint64_t)lang;
    uint32_t *order = forms->shelf[hash % FORMS_SHELVES].order;
    struct place *places = forms->place[hash % FORMS_SHELVES];
    uint32_t sign = (uint32_t)(hash >> 32) & ~(SHELF_PLACES - 1), own, i;

    for (i = 0; i < SHELF_PLACES; i++)
        if ((order[i] & ~(SHELF_PLACES - 1)) == sign &&
            holds(&places[order[i] & (SHELF_PLACES - 1)], word, lang))
            break;
    *known = i < SHELF_PLACES;
    if (!*known)
        i = SHELF_PLACES - 1;
    own = sign | (order[i] & (SHELF_PLACES - 1));
    for (; i > 0; i--)
        order[i] = order[i - 1];
    order[0] = own;
    return &places[own & (SHELF_PLACES - 1)];
}

void
form_of(struct form *f, str word, enum lang lang, struct stemmer *stemmer,
        struct arena *mem)
{
    struct forms **forms = stemmer ? stemmer_forms(stemmer) : NULL;
    struct place *p;
    bool known;

    if (!forms || word.n == 0 || word.n > sizeof p->bytes) {
        make(f, word, lang, stemmer, mem);
        return;
    }
    if (!*forms)
        *forms = forms_open();
    p = place_of(*forms, word, lang, &known);
    if (known) {
        recall(f, p, mem);
    } else {
        make(f, word, lang, stemmer, mem);
        remember(p, f, word, lang);
    }
}

void
form_keep(struct stemmer *stemmer, str word, enum lang lang,
          struct form_note note)
{
    struct forms *forms = *stemmer_forms(stemmer);
    struct place *p;
    bool known;

    if (!forms || word.n == 0 || word.n > sizeof p->bytes)
        return;
    p = place_of(forms, word, lang, &known);
    if (known)
        p->note = note;
}
