/*
 * quantity_toll.c - "the number of the injured has risen to 45": a number
 * with nothing behind it, and what it counts named long before.
 */
#include "evidence/quantity_parts.h"

#define TOLL_REACH  12 /* words from "the number of" to the number */
#define NOUN_REACH  4  /* words from "the number of" to its noun */
#define VERB_MOST   4 /* words from the number to what rose to it, and itself */
#define PHRASE_BACK 2 /* words of those that rose, before the verb */

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

/* Число разрушенных домов: what a state befell stands right behind it. */
static void
noun_behind(const struct finder *f, size_t word, struct count *c)
{
    const struct sense *s = word < c->first ? quantity_noun_at(f, word) : NULL;

    if (c->state && s && s->exact && s->cls != CLASS_ABSTRACT &&
        s->cls != CLASS_ACT && !quantity_class_itself(f, word, CLASS_STATE))
        c->counted = s->id;
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
        if (told_at(f, i, c)) {
            noun_behind(f, i + 1, c);
            return true;
        }
    return false;
}

/* Whether "to" stands before the number: to so many, not by so many. */
static bool
to_so_many(const struct finder *f, const struct count *c)
{
    static const char *const to[] = {"a",     "ad",   "para", "до",  "σε",
                                     "στουσ", "στισ", "στα",  "auf", "do"};
    size_t at = c->first;

    if (f->w[c->num].lang == LANG_EN)
        return false;
    if (at > 1 && quantity_mark_is(f, at - 1, "-־"))
        return str_is(f->w[at - 2].fold, "ל");
    for (size_t i = 0; i < sizeof to / sizeof *to; i++)
        if ((at > 0 && str_is(f->w[at - 1].fold, to[i])) ||
            (at < c->num && str_is(f->w[at].fold, to[i])))
            return true;
    return false;
}

/* "Sale a tre il numero dei feriti", До 13 выросло число раненых, "Auf 13
 * gestiegen ist die Zahl …": what rose stands behind, and its verb between. */
static bool
toll_behind(const struct finder *f, struct count *c)
{
    size_t at = c->num_end, end = quantity_sentence_end(f, at), n;

    if (!to_so_many(f, c))
        return false;
    for (size_t i = 0; i < VERB_MOST && at < end; i++, at++) {
        uint32_t state;

        if (quantity_key_at(f, at, KEY_DEATH_TOLL, &n)) {
            c->counted = f->id[KEY_PEOPLE];
            c->state = lexicon_concept(f->lx, "killed");
            return true;
        }
        if (quantity_key_at(f, at, KEY_NUMBER_OF, &n)) {
            for (size_t k = at + n; k < at + n + NOUN_REACH && k < end; k++)
                if (told_at(f, k, c))
                    return true;
            return false;
        }
        /* Στους 13 ανήλθαν οι νεκροί */
        if (i > 1 && quantity_state_at(f, at, &state, &n) &&
            !quantity_of_things(f, state) &&
            (at + n >= end || f->w[at + n].kind == WORD_MARK)) {
            c->state = state;
            c->counted = f->id[KEY_PEOPLE];
            return true;
        }
        if (f->w[at].kind == WORD_MARK || quantity_noun_at(f, at))
            return false;
    }
    return false;
}

/* A word of one language, as it is folded. */
struct small_word {
    enum lang lang;
    const char *word;
};

static bool
is_one_of(const struct finder *f, size_t at, const struct small_word *list,
          size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (f->w[at].lang == list[i].lang &&
            str_is(f->w[at].fold, list[i].word))
            return true;
    return false;
}

/* "already", "now" between those counted and their number. */
static bool
says_now(const struct finder *f, size_t at)
{
    static const struct small_word now[] = {
        {LANG_EN, "now"},       {LANG_EN, "already"},
        {LANG_DE, "nun"},       {LANG_DE, "jetzt"},
        {LANG_DE, "bereits"},   {LANG_DE, "mittlerweile"},
        {LANG_FR, "desormais"}, {LANG_FR, "maintenant"},
        {LANG_FR, "deja"},      {LANG_ES, "ya"},
        {LANG_ES, "ahora"},     {LANG_PT, "ja"},
        {LANG_PT, "agora"},     {LANG_IT, "ora"},
        {LANG_IT, "ormai"},     {LANG_IT, "gia"},
        {LANG_IT, "adesso"},    {LANG_EL, "πλεον"},
        {LANG_EL, "τωρα"},      {LANG_EL, "ηδη"},
        {LANG_NL, "nu"},        {LANG_NL, "inmiddels"},
        {LANG_NL, "al"},        {LANG_PL, "juz"},
        {LANG_PL, "teraz"},     {LANG_RU, "уже"},
        {LANG_RU, "теперь"},    {LANG_UK, "вже"},
        {LANG_UK, "тепер"},     {LANG_ID, "kini"},
        {LANG_ID, "sudah"}};

    return is_one_of(f, at, now, sizeof now / sizeof *now);
}

/* Whether the word is what joins those counted to their number. */
static bool
joins(const struct finder *f, size_t at)
{
    static const struct small_word are[] = {
        {LANG_EN, "are"},      {LANG_EN, "were"},  {LANG_EN, "number"},
        {LANG_EN, "numbered"}, {LANG_DE, "sind"},  {LANG_DE, "waren"},
        {LANG_DE, "wurden"},   {LANG_FR, "sont"},  {LANG_FR, "etaient"},
        {LANG_FR, "furent"},   {LANG_ES, "son"},   {LANG_ES, "eran"},
        {LANG_ES, "fueron"},   {LANG_ES, "suman"}, {LANG_ES, "sumaban"},
        {LANG_IT, "sono"},     {LANG_IT, "erano"}, {LANG_IT, "furono"},
        {LANG_PT, "sao"},      {LANG_PT, "eram"},  {LANG_PT, "foram"},
        {LANG_NL, "zijn"},     {LANG_NL, "waren"}, {LANG_NL, "werden"},
        {LANG_PL, "jest"},     {LANG_PL, "bylo"},  {LANG_EL, "ειναι"},
        {LANG_EL, "ηταν"},     {LANG_RU, "было"},  {LANG_RU, "стало"},
        {LANG_UK, "було"},     {LANG_UK, "стало"}, {LANG_ID, "berjumlah"}};

    return is_one_of(f, at, are, sizeof are / sizeof *are);
}

/* "Die Verletzten sind 31", "i ricoverati furono 41", "погибших уже 12": what
 * is counted, a word that joins or one for now, and the clause's end. */
static bool
told_by_copula(const struct finder *f, struct count *c, size_t start)
{
    size_t at = c->first, n;
    uint32_t state;
    bool slavic = f->w[c->num].lang == LANG_RU || f->w[c->num].lang == LANG_UK;
    bool joined = false, now = false;

    if (c->num_end < quantity_sentence_end(f, c->num) &&
        !quantity_mark_is(f, c->num_end, ",;.!:"))
        return false;
    if (at >= start + 3 && !says_now(f, at - 1) && !joins(f, at - 1) &&
        (quantity_function(f, at - 1) ||
         reading_concept(f->r, at - 1, CLASS_TIME)) &&
        joins(f, at - 2))
        at--; /* "are now" */
    for (int most = 0; most < 3 && at > start; most++) {
        if (!joined && joins(f, at - 1))
            joined = true;
        else if (!now && says_now(f, at - 1))
            now = true;
        else
            break;
        at--;
    }
    if (at <= start || !(joined || (now && slavic)))
        return false;
    at--;
    if (!quantity_state_at(f, at, &state, &n) || n != 1 ||
        quantity_of_things(f, state))
        return false;
    c->state = state;
    c->counted = f->id[KEY_PEOPLE];
    return true;
}

/* "Deaths climb to 13", "I feriti salgono a 21": those that rose stand right
 * before the verb. */
static bool
told_by_rise(const struct finder *f, struct count *c, size_t start)
{
    size_t end = quantity_sentence_end(f, c->num), at, n;

    if (c->end < end && f->w[c->end].kind != WORD_MARK &&
        !quantity_function(f, c->end) &&
        !quantity_key_itself(f, c->end, KEY_ACCORDING_TO))
        return false;
    if (!quantity_key_ends(f, c->first, KEY_RISE_TO, &n) &&
        !quantity_key_ends(f, c->first, KEY_AMOUNT_TO, &n))
        return false;
    at = c->first - n;
    while (at > start + 1 && quantity_function(f, at - 1))
        at--; /* "have risen to" */
    for (size_t back = PHRASE_BACK; back > 0; back--) {
        if (at < start + back || !told_at(f, at - back, c))
            continue;
        if (c->state ? !quantity_of_things(f, c->state)
                     : quantity_person(f, c->counted))
            return true;
        c->state = c->counted = 0;
    }
    return false;
}

void
quantity_toll(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), n;

    /* an unknown word behind may be the verb */
    if (c->unit || c->counted || c->country || c->ordinal || c->one ||
        c->times || c->partitive || c->elliptic || (c->state && !c->noun.n))
        return;
    if (start < behind)
        start = behind;
    if (c->state && !to_so_many(f, c))
        return;
    if (toll_behind(f, c) || told_by_copula(f, c, start) ||
        told_by_rise(f, c, start)) {
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
