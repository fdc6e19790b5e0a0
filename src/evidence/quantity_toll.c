/*
 * quantity_toll.c - "the number of the injured has risen to 45": a number
 * with nothing behind it, and what it counts named long before.
 */
#include "evidence/quantity_parts.h"

#define TOLL_REACH 12 /* words from "the number of" to the number */
#define NOUN_REACH 4  /* words from "the number of" to its noun */

/* A turnout without a unit is of people; below, it is a percentage. */
#define TURNOUT_LEAST 101

/* The state or the noun of one word; false where it says neither. */
static bool
told_at(const struct finder *f, size_t word, struct count *c)
{
    const struct sense *s;
    uint32_t state;
    size_t n;

    if (quantity_state_at(f, word, &state, &n)) {
        c->state = state;
        c->counted = f->id[KEY_PEOPLE];
        return true;
    }
    s = quantity_noun_at(f, word);
    if (!s || f->key_of[s->id] == KEY_DEATH_TOLL)
        return false;
    c->counted = s->id;
    return true;
}

/* Whom "number of" at the word, n words long, is said of. */
static bool
told_of(const struct finder *f, size_t word, size_t n, struct count *c)
{
    size_t start = quantity_sentence_start(f, word);
    enum lang lang = (enum lang)f->w[word].lang;

    if (lang == LANG_TR || lang == LANG_HI || lang == LANG_KO ||
        lang == LANG_JA || lang == LANG_ZH) {
        for (size_t back = 1; back <= NOUN_REACH && word >= start + back;
             back++)
            if (told_at(f, word - back, c))
                return true;
        return false;
    }
    for (size_t i = word + n; i < word + n + NOUN_REACH && i < c->first; i++)
        if (told_at(f, i, c))
            return true;
    return false;
}

/* "Sale a tre il numero dei feriti": what rose stands behind. */
static bool
toll_behind(const struct finder *f, struct count *c)
{
    static const char *const to[] = {"a",  "ad",    "para", "до",
                                     "σε", "στους", "στις", "στα"};
    size_t at = c->num_end, end = quantity_sentence_end(f, at), n;
    bool risen = false; /* to so many, not by so many */

    for (size_t i = 0; c->first > 0 && i < sizeof to / sizeof *to; i++)
        risen |= str_is(f->w[c->first - 1].fold, to[i]);
    if (!risen || f->w[c->num].lang == LANG_EN)
        return false;
    if (at < end && quantity_function(f, at))
        at++;
    if (at >= end)
        return false;
    if (quantity_key_at(f, at, KEY_DEATH_TOLL, &n)) {
        c->counted = f->id[KEY_PEOPLE];
        c->state = lexicon_concept(f->lx, "killed");
        return true;
    }
    if (!quantity_key_at(f, at, KEY_NUMBER_OF, &n))
        return false;
    for (size_t i = at + n; i < at + n + NOUN_REACH && i < end; i++)
        if (told_at(f, i, c))
            return true;
    return false;
}

/* "Die Verletzten sind 31", "the injured now number 31". */
static bool
told_by_copula(const struct finder *f, struct count *c, size_t start)
{
    static const struct {
        enum lang lang;
        const char *word;
    } are[] = {
        {LANG_EN, "are"},      {LANG_EN, "were"},    {LANG_EN, "number"},
        {LANG_EN, "numbered"}, {LANG_DE, "sind"},    {LANG_DE, "waren"},
        {LANG_FR, "sont"},     {LANG_FR, "etaient"}, {LANG_ES, "son"},
        {LANG_ES, "eran"},     {LANG_ES, "suman"},   {LANG_IT, "sono"},
        {LANG_IT, "erano"},    {LANG_PT, "sao"},     {LANG_PT, "eram"},
        {LANG_NL, "zijn"},     {LANG_NL, "waren"},   {LANG_PL, "jest"},
        {LANG_PL, "bylo"},     {LANG_EL, "ειναι"},   {LANG_EL, "ηταν"},
        {LANG_RU, "уже"},      {LANG_UK, "вже"},     {LANG_ID, "berjumlah"}};
    size_t at = c->first, n;
    uint32_t state;

    if (c->num_end < quantity_sentence_end(f, c->num) &&
        !quantity_mark_is(f, c->num_end, ",;.!:"))
        return false;
    if (at >= start + 3 &&
        (quantity_function(f, at - 1) ||
         reading_concept(f->r, at - 1, CLASS_TIME)) &&
        quantity_function(f, at - 2))
        at--; /* "are now" */
    if (at < start + 2)
        return false;
    for (size_t i = 0; i < sizeof are / sizeof *are; i++) {
        if (f->w[at - 1].lang != are[i].lang ||
            !str_is(f->w[at - 1].fold, are[i].word))
            continue;
        if (!quantity_state_at(f, at - 2, &state, &n) || n != 1 ||
            quantity_of_things(f, state))
            return false;
        c->state = state;
        c->counted = f->id[KEY_PEOPLE];
        return true;
    }
    return false;
}

void
quantity_toll(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), n;

    /* an unknown word behind may be the verb */
    if (c->unit || c->counted || c->country || c->ordinal || c->one ||
        c->times || c->partitive || c->elliptic || c->state)
        return;
    if (start < behind)
        start = behind;
    if (toll_behind(f, c) || told_by_copula(f, c, start)) {
        c->toll = true;
        c->soft = false;
        c->noun = (str){0};
        c->head = NO_WORD;
        c->right = c->end;
        return;
    }
    if (c->first > start &&
        quantity_key_at(f, c->first - 1, KEY_BY_AS_MUCH, &n))
        return;
    for (size_t d = 1; d <= TOLL_REACH && c->first >= start + d; d++) {
        size_t at = c->first - d;

        if (quantity_mark_is(f, at, ",;:.()，；：。、（）،؛") ||
            f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE)
            return;
        if (quantity_key_at(f, at, KEY_DEATH_TOLL, &n) && n <= d) {
            c->counted = f->id[KEY_PEOPLE];
            c->state = lexicon_concept(f->lx, "killed");
        } else if (quantity_key_at(f, at, KEY_TURNOUT, &n) && n <= d &&
                   c->min >= TURNOUT_LEAST && c->head == NO_WORD) {
            c->counted = f->id[KEY_PEOPLE];
        } else if (!quantity_key_at(f, at, KEY_NUMBER_OF, &n) || n > d ||
                   !told_of(f, at, n, c))
            continue;
        c->toll = true;
        c->soft = false; /* "rose to" is no bound */
        c->noun = (str){0};
        c->head = NO_WORD;
        c->right = c->end;
        return;
    }
}
