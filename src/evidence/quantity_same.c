/*
 * quantity_same.c - bare numbers that count what the count before them does:
 * the whole behind its part, a part that a verb is said of, billions without
 * their currency.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define WHOLE_LEAST 2   /* "one door of two" */
#define IDIOM_WHOLE 10  /* "nine times out of ten" */
#define MONEY_LEAST 1e6 /* so much without a noun is money */
#define SENTENCES   2   /* back to the currency, and to the noun */

struct joint {
    enum lang lang;
    const char *word;
};

static bool
is_one_of(const struct finder *f, size_t at, const struct joint *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].lang == (enum lang)f->w[at].lang &&
            str_is(f->w[at].fold, list[i].word))
            return true;
    return false;
}

static bool
ends_clause(const struct finder *f, size_t word)
{
    return word >= quantity_sentence_end(f, word - 1) ||
           f->w[word].kind == WORD_MARK;
}

/* The count before, measures aside, whose noun can be that of a bare number;
 * NULL. */
static struct quantity_mark *
before(const struct finder *f, const struct count *c, uint32_t sentences)
{
    for (size_t i = f->a->nquantities; i-- > 0;) {
        struct quantity_mark *m = &f->a->quantities[i];

        if (f->w[c->num].sentence - m->sentence > sentences)
            return NULL;
        if (m->unit)
            continue;
        return m->ordinal || (m->counted == 0 && m->noun.n == 0) ? NULL : m;
    }
    return NULL;
}

/* "trois portes sur douze étaient ouvertes": of twelve doors. */
static bool
whole_behind(const struct finder *f, struct count *c)
{
    static const struct joint of[] = {
        {LANG_FR, "sur"}, {LANG_IT, "su"}, {LANG_DE, "von"}, {LANG_NL, "van"},
        {LANG_RU, "из"},  {LANG_UK, "з"},  {LANG_UK, "із"},  {LANG_PL, "z"}};
    struct quantity_mark *m = before(f, c, 0);

    if (!m || c->first != m->word + m->nwords + 1 || c->min != c->max ||
        c->min < WHOLE_LEAST || c->min == IDIOM_WHOLE || c->min <= m->max ||
        !is_one_of(f, c->first - 1, of, sizeof of / sizeof *of))
        return false;
    m->partitive = true;
    c->counted = m->counted;
    c->noun = m->noun;
    return true;
}

/* "of 14 lorries three were emptied", "empat masih anak-anak": a part, and a
 * verb that is said of it. */
static bool
part_said(const struct finder *f, struct count *c)
{
    static const struct joint are[] = {
        {LANG_EN, "were"},    {LANG_EN, "are"},     {LANG_EN, "remain"},
        {LANG_DE, "wurden"},  {LANG_DE, "waren"},   {LANG_DE, "sind"},
        {LANG_FR, "sont"},    {LANG_FR, "etaient"}, {LANG_FR, "furent"},
        {LANG_FR, "ont"},     {LANG_ES, "fueron"},  {LANG_ES, "eran"},
        {LANG_ES, "estan"},   {LANG_ES, "estaban"}, {LANG_PT, "foram"},
        {LANG_PT, "eram"},    {LANG_PT, "estao"},   {LANG_IT, "sono"},
        {LANG_IT, "erano"},   {LANG_IT, "furono"},  {LANG_NL, "werden"},
        {LANG_NL, "waren"},   {LANG_NL, "zijn"},    {LANG_PL, "byly"},
        {LANG_PL, "zostaly"}, {LANG_RU, "были"},    {LANG_UK, "були"},
        {LANG_ID, "masih"},   {LANG_ID, "telah"},   {LANG_ID, "adalah"}};
    struct quantity_mark *m = before(f, c, 1);

    if (!m || c->first == 0 || c->min != c->max || c->min < WHOLE_LEAST ||
        c->min >= m->min || c->num_end >= quantity_sentence_end(f, c->num) ||
        !is_one_of(f, c->num_end, are, sizeof are / sizeof *are) ||
        !(quantity_sentence_start(f, c->num) == c->first ||
          f->w[c->first - 1].kind == WORD_MARK))
        return false;
    c->partitive = true;
    c->counted = m->counted;
    c->noun = m->noun;
    return true;
}

/* "640 млн злотих із 5,8 млрд, які": so many millions without a noun are told
 * in the currency told of. */
static bool
money_before(const struct finder *f, struct count *c)
{
    size_t n;
    bool power = false;

    for (size_t i = c->num; i < c->num_end; i++)
        power |= quantity_power(f, i, &n) >= 6;
    if (!power || !c->digits || isinf(c->max) || c->max < MONEY_LEAST ||
        !ends_clause(f, c->num_end))
        return false;
    for (size_t i = f->a->nquantities; i-- > 0;) {
        const struct quantity_mark *m = &f->a->quantities[i];

        if (f->w[c->num].sentence - m->sentence > SENTENCES)
            break;
        if (lexicon_class(f->lx, m->unit) == CLASS_MONEY) {
            c->unit = m->unit;
            return true;
        }
        if (!m->unit && m->max >= MONEY_LEAST)
            break; /* a census is told of */
    }
    return false;
}

void
quantity_same(const struct finder *f, struct count *c)
{
    if (c->unit || c->counted || c->noun.n || c->country || c->ordinal ||
        c->times || c->one || c->none || c->toll || c->aged || c->elliptic)
        return;
    if (part_said(f, c))
        return;
    if (whole_behind(f, c) || money_before(f, c)) {
        c->right = c->num_end > c->end ? c->num_end : c->end;
        c->head = NO_WORD;
    }
}
