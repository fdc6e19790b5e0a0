/*
 * quantity.c - walks over the words, reads a count wherever one begins, and
 * keeps those that count something.
 */
#include "evidence/quantity.h"

#include "evidence/quantity_parts.h"

#include <math.h>

#define NUMBER_ALONE_WORDS 40 /* of a text that is a number */
#define MARKS_MOST         5000 /* of one article: a table of figures is no news */

static void
take_words(struct finder *f)
{
    struct article *a = f->a;

    f->taken = arena_new(a->mem, uint8_t, f->nwords + 1);
    for (size_t i = 0; i < a->nnames; i++)
        for (size_t k = 0;
             a->names[i].sure >= NAME_SURE &&
             (a->names[i].known_kind ||
              !quantity_shouted(f, a->names[i].word)) &&
             k < a->names[i].nwords && a->names[i].word + k < f->nwords;
             k++)
            f->taken[a->names[i].word + k] = TAKEN_NAME;
    for (size_t i = 0; i < a->ndates; i++)
        for (size_t k = 0;
             k < a->dates[i].nwords && a->dates[i].word + k < f->nwords; k++)
            f->taken[a->dates[i].word + k] = TAKEN_DATE;
}

/* Cuts the phrase where a date begins or ends. */
static void
cut_at_dates(const struct finder *f, struct count *c)
{
    while (c->left < c->num && f->taken[c->left] == TAKEN_DATE)
        c->left++;
    for (size_t i = c->left; i < c->num; i++)
        if (f->taken[i] == TAKEN_DATE)
            c->left = i + 1;
    for (size_t i = c->num_end; i < c->right; i++)
        if (f->taken[i] == TAKEN_DATE)
            c->right = i;
    if (c->end > c->right)
        c->end = c->right;
    if (c->first < c->left)
        c->first = c->left;
}

/* A number multiplied out (18.4 x 10^8) is off by its last bit. */
static double
whole(double v)
{
    return fabs(v) < 1e15 && fabs(v - round(v)) <= 1e-9 * fabs(v) ? round(v)
                                                                  : v;
}

static void
keep(struct finder *f, struct count *c)
{
    struct article *a = f->a;
    struct quantity_mark m = {.place = -1,
                              .said_by = -1,
                              .as_of = -1,
                              .against = (int32_t)c->against - 1,
                              .whose = c->aged ? c->whose : -1};

    cut_at_dates(f, c);
    m.at = (span){f->w[c->left].start, f->w[c->right - 1].end};
    m.number = (span){f->w[c->first].start, f->w[c->num_end - 1].end};
    m.word = (uint32_t)c->left;
    m.nwords = (uint32_t)(c->right - c->left);
    m.sentence = f->w[c->num].sentence;
    m.min = whole(c->min);
    m.max = whole(c->max);
    m.approx = c->approx;
    m.ordinal = c->ordinal;
    m.partitive = c->partitive;
    m.elliptic = c->elliptic;
    m.unit = c->unit;
    m.counted = c->counted;
    m.noun = c->noun;
    m.state = c->toll ? c->state : 0;
    m.lang = f->w[c->num].lang;
    if (m.counted == 0 && m.noun.n == 0 && m.unit == 0 &&
        (c->persons || c->country ||
         (c->state && !c->partitive && !c->counter &&
          !quantity_of_things(f, c->state))))
        m.counted = f->id[KEY_PEOPLE];
    if (m.counted && f->key_of[m.counted] == KEY_PERSON && f->id[KEY_PEOPLE])
        m.counted = f->id[KEY_PEOPLE];
    if (m.counted == 0 && m.noun.n == 0 && m.unit == 0 && c->times)
        m.unit = f->id[KEY_TIMES];
    a->quantities = arena_grow(a->mem, a->quantities, a->nquantities,
                               sizeof *a->quantities);
    a->quantities[a->nquantities++] = m;
}

/* أسبوع واحد: the number one behind its noun. */
static bool
one_behind(const struct finder *f, size_t word, struct count *c)
{
    const struct sense *unit = quantity_unit_at(f, word);
    struct number n;

    if (!unit || unit->cls == CLASS_MONEY ||
        (f->w[word].lang != LANG_AR && f->w[word].lang != LANG_HE) ||
        !number_at(f->lx, f->r, word + unit->nwords, &n) || n.digits ||
        n.ordinal || n.value != 1 || f->taken[word] ||
        f->w[word].shape & SHAPE_CLITIC || f->key_of[unit->id] == KEY_DAY)
        return false;
    *c = (struct count){.first = word,
                        .num = word,
                        .left = word,
                        .num_end = word + unit->nwords + n.nwords,
                        .min = 1,
                        .max = 1,
                        .unit = unit->id,
                        .head = NO_WORD};
    c->end = c->right = c->num_end;
    return c->num_end <= quantity_sentence_end(f, word);
}

/*
 * Whether the text is this number and nothing else. Then that is what it
 * says, though nothing is counted.
 */
static bool
is_all(const struct finder *f, const struct count *c)
{
    if (f->a->nblocks != 1 || f->nwords > NUMBER_ALONE_WORDS)
        return false;
    for (size_t i = 0; i < f->nwords; i++)
        if ((i < c->left || i >= c->right) && f->w[i].kind != WORD_MARK)
            return false;
    return true;
}

void
quantity_find(const struct lexicon *lx, struct article *a)
{
    struct finder f = {.lx = lx,
                       .a = a,
                       .r = &a->read,
                       .w = a->read.w.words,
                       .nwords = a->read.w.nwords};
    size_t behind = 0; /* words before it belong to an earlier count */

    a->quantities = NULL;
    a->nquantities = 0;
    if (f.nwords == 0 || !a->read.sense_at)
        return;
    quantity_words_resolve(&f);
    take_words(&f);
    for (size_t i = 0; i < f.nwords && a->nquantities < MARKS_MOST;) {
        struct count c, split;
        bool found = one_behind(&f, i, &c);
        size_t n;

        /* 이 가운데, of these, is no two */
        if (!found && quantity_key_at(&f, i, KEY_OF_THEM, &n) && n > 1) {
            i += n;
            continue;
        }

        if (!found) {
            found = quantity_value(&f, i, &c) || quantity_dual(&f, i, &c);
            if (!found) {
                i++;
                continue;
            }
            if (c.first < behind)
                c.first = behind;
            if (!c.none)
                quantity_noun(&f, &c, behind);
            quantity_speed(&f, &c);
            quantity_degree(&f, &c);
            quantity_age(&f, &c);
            quantity_same(&f, &c);
            quantity_claim(&f, &c, behind);
            if (!is_all(&f, &c) && quantity_none(&f, &c)) {
                i = c.num_end > i ? c.num_end : i + 1;
                continue;
            }
        }
        split = c;
        if (c.left < behind)
            c.left = behind;
        keep(&f, &c);
        behind = split.end > split.num_end ? split.end : split.num_end;
        i = behind > i ? behind : i + 1;
        /* the noun may stand behind a number of the phrase: 9 of 12 */
    }
    quantity_context(&f, a->quantities, a->nquantities);
}
