/*
 * quote_verb.c - whether a word that may mean saying is a verb with somebody
 * as its subject. A row of the lexicon holds nouns ("declaration", "response")
 * beside its verbs, a stem meets names and participles: whose question it is,
 * and who was warned, does not speak.
 */
#include "evidence/quote_parts.h"

/* events_dev and SemEval 2022 task 8 chose these, 2026-11 */
#define BE_REACH 2 /* words from "was" to its participle: "was also told" */

struct words_of {
    enum lang lang;
    const char *words; /* folded, for str_listed; or endings */
};

/* What stands right before a noun. Words that are pronouns of an object as
 * well ("la", "les", "o") are left out. */
static const struct words_of determiner[] = {
    {LANG_EN, "the a an his its their our my your this these any no of for "
              "with in on by"},
    {LANG_FR, "un une du des son sa ses cette ce ces mon notre aux"},
    {LANG_ES, "el un una del su sus esta esa este ese en con sin"},
    {LANG_PT, "um uma do da dos das no na nos nas ao aos seu sua esta este "
              "em com sem"},
    {LANG_IT, "il un una uno del della dello dei delle degli nel nella alla "
              "sul sulla suo sua questa questo senza"},
    {LANG_NL, "de een deze hun"},
};

/* Nouns of action, and adverbs. */
static const struct words_of noun_ending[] = {
    {LANG_EN, "tion tions sion sions ement ements ance ence edly ably"},
    {LANG_FR, "tion tions sion sions ence ance"},
    {LANG_ES, "cion ciones sion siones uesta uestas encia anza mente"},
    {LANG_PT, "cao coes sao soes encia mente"},
    {LANG_IT, "zione zioni sione sioni mente"},
    {LANG_NL, "ing ingen tie ties"},
    {LANG_PL, "enie anie enia ania eniu aniu eniem aniem eniach"},
    {LANG_RU, "ение ание ения ания ении ании ению анию ением анием ений "
              "ация ации ацию"},
    {LANG_UK, "ення ання енню анню енням анням еннях ація ації ацію"},
    {LANG_TR, "masi mesi masini mesini masina mesine masinda mesinde malari "
              "meleri malarini melerini malarda melerde mada mede madan meden"},
    {LANG_EL, "ση σεισ σησ σεων"},
};

static const struct words_of passive_ending[] = {
    {LANG_RU, "ен ена ено ены ан ана ано аны"},
    {LANG_UK, "ений ена ено ені ана ано ані"},
};

static const struct words_of to_be[] = {
    {LANG_EN, "was were is are be been being"},
    {LANG_FR, "ete"},
    {LANG_ES, "fue fueron sido era"},
    {LANG_PT, "foi foram sido"},
    {LANG_IT, "stato stata stati state"},
    {LANG_PL, "zostal zostala zostali zostaly zostalo"},
};

static bool
among(const struct words_of *list, size_t n, enum lang l, str fold,
      bool (*alike)(str, str))
{
    for (size_t i = 0; i < n; i++) {
        const char *rest = list[i].words;
        str word;

        while (list[i].lang == l && str_listed(&rest, &word))
            if (alike(fold, word))
                return true;
    }
    return false;
}

#define AMONG(list, l, fold, alike)                                            \
    among(list, sizeof(list) / sizeof *(list), l, fold, alike)

/* "diciendo", "to say", оголосити: they may follow a preposition, and who
 * stands behind them is no subject. */
static bool
infinitive(enum lang l, str fold)
{
    static const struct words_of endings[] = {
        {LANG_EN, "ing"},         {LANG_ES, "r ndo"},      {LANG_PT, "r ndo"},
        {LANG_IT, "re ndo"},      {LANG_RU, "ть ться чь"}, {LANG_UK, "ти тися"},
        {LANG_PL, "ac ic ec yc"},
    };

    return AMONG(endings, l, fold, str_ends);
}

bool
quote_infinitive(const struct quote_hunt *h, uint32_t i)
{
    enum lang l = quote_lang(h, i);

    return l == LANG_EN ? i > 0 && str_is(h->w->words[i - 1].fold, "to")
                        : infinitive(l, h->w->words[i].fold);
}

/* Pisze PiS, in Verurteilungen: within a sentence no verb has a capital. */
static bool
capital_inside(const struct words *w, uint32_t i)
{
    const struct word *t = &w->words[i];

    return t->shape & SHAPE_CAPITAL && !(t->shape & SHAPE_ALL_CAPS) &&
           !(t->shape & SHAPE_FIRST) && t->lang != LANG_EN && i > 0 &&
           w->words[i - 1].kind == WORD_LETTERS;
}

/* açıklamasını yaptı, uyarılarda bulundu: a noun that its verb makes one. */
static bool
light_verb(const struct words *w, uint32_t i)
{
    static const char *const all[] = {"yapt", "bulun", "kullan", "verdi"};

    for (size_t k = 0; k < sizeof all / sizeof *all && i < w->nwords; k++)
        if (str_starts(w->words[i].fold, str_of(all[k])))
            return true;
    return false;
}

static bool
is_noun(const struct quote_hunt *h, uint32_t i)
{
    const struct word *t = &h->w->words[i];
    enum lang l = quote_lang(h, i);

    if (l == LANG_TR && light_verb(h->w, i + 1))
        return false;
    if (capital_inside(h->w, i) || AMONG(noun_ending, l, t->fold, str_ends) ||
        (l == LANG_AR && str_starts(t->fold, STR("ال"))))
        return true;
    return i > 0 && !(t->shape & SHAPE_FIRST) && !infinitive(l, t->fold) &&
           (AMONG(determiner, l, t[-1].fold, str_eq) ||
            (l == LANG_EN && t[-1].shape & SHAPE_CLITIC));
}

/* "was told", был предупреждён: who is told does not speak. */
static bool
is_passive(const struct quote_hunt *h, const struct sense *say, uint32_t i)
{
    const struct word *t = &h->w->words[i];
    enum lang l = quote_lang(h, i);

    if (!say->exact && AMONG(passive_ending, l, t->fold, str_ends))
        return true;
    for (uint32_t n = 1; n <= BE_REACH && n <= i; n++)
        if (t[-(int)n].kind != WORD_LETTERS)
            return false;
        else if (AMONG(to_be, l, t[-(int)n].fold, str_eq))
            return !str_ends(t->fold, STR("ing"));
    return false;
}

/* A "Sprecher" is somebody, no verb. */
bool
quote_speech_word(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *role = reading_concept(&h->a->read, i, CLASS_ROLE);

    return quote_class(h, i, CLASS_SAY) && !(role && role->exact);
}

bool
quote_says(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *say = reading_concept(&h->a->read, i, CLASS_SAY);

    if (!say || !quote_speech_word(h, i))
        return false;
    return say->nwords > 1 || quote_is(h, i, h->by) ||
           quote_any_exact(h, i, i + 1, h->nobody) ||
           !(is_noun(h, i) || is_passive(h, say, i));
}

bool
quote_gerund(const struct quote_hunt *h, uint32_t i)
{
    str fold = h->w->words[i].fold;

    if (i == 0 || !quote_comma(h->w, i - 1))
        return false;
    switch (quote_lang(h, i)) {
    case LANG_EN:
        return str_ends(fold, STR("ing"));
    case LANG_ES:
    case LANG_PT:
    case LANG_IT:
        return str_ends(fold, STR("ndo"));
    case LANG_RU:
        return str_ends(fold, STR("ив")) || str_ends(fold, STR("ав")) ||
               str_ends(fold, STR("ув"));
    case LANG_PL:
        return str_ends(fold, STR("jac"));
    default:
        return false;
    }
}
