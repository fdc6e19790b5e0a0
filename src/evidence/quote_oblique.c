/*
 * quote_oblique.c - names that stand in an oblique case, by the word before
 * or behind them: "with Ada Finch", "Ada Finch için". They are no subject
 * and do not speak.
 */
#include "evidence/quote_parts.h"

#define GENITIVE_WORDS 3 /* between "des" and the name */
#define TITLE_WORDS    7 /* between a preposition and the name: "of the mayor" */

struct words_of {
    enum lang lang;
    const char *words; /* folded, for str_listed */
};

/* Those of the school grammars, without what means "according to". */
static const struct words_of preposition[] = {
    {LANG_EN, "of about with in at by for from to against on over into after "
              "between near under behind since despite without toward towards "
              "among alongside like through"},
    {LANG_FR,
     "de d d' d’ du des sur dans avec pour en chez entre contre sous vers "
     "au aux a parmi envers sans comme"},
    {LANG_ES, "de del sobre con por para en entre contra hacia desde hasta "
              "al a sin como"},
    {LANG_PT, "sobre com por para em entre contra desde ao aos as pelo pela "
              "pelos pelas no na nos nas do da dos das de sem como "
              "relativamente"},
    {LANG_IT, "di del dello della dei degli delle su sul sulla con per da "
              "dal dalla dai in nel nella nei tra fra contro al alla ai agli "
              "alle a senza cui come"},
    {LANG_DE, "von vom zu zur zum uber am an auf im in mit bei beim fur aus "
              "gegen durch zwischen unter vor ohne wegen seit"},
    {LANG_NL, "van over met op aan tegen in bij voor uit door tussen onder "
              "zonder sinds"},
    {LANG_PL, "w we z ze na po o od do dla przez przed przeciw przeciwko "
              "miedzy pod nad bez u przy ku jak"},
    {LANG_RU, "о об обо в во на с со к ко по для про у от до из за против "
              "между под над без при через"},
    {LANG_UK, "про о об у в на з із зі до для від за проти між під над без "
              "при через по"},
    {LANG_EL, "για σε στο στη στην στον στους στις στα με απο κατα μεταξυ "
              "υπερ χωρις προς"},
    {LANG_ID, "di dari dengan kepada untuk pada oleh terhadap tentang antara "
              "bersama ke hadapan depan atas"},
    {LANG_AR, "علي في من الي عن مع بين ضد حول باسم اثناء خلال عبر منذ لدي ضمن"},
    {LANG_FA, "در از به با براي درباره"},
    {LANG_HE, "על עם אל של את בין מ"},
    {LANG_ZH, "对 向 与 跟 给 为 在 把 被 让 从 于"},
};

/* What follows a name that is not the subject. */
static const struct words_of postposition[] = {
    {LANG_TR, "icin ile hakkinda gibi kadar karsi"},
    {LANG_HI, "को से के की का में पर तक"},
    {LANG_FA, "را"},
    {LANG_ZH, "后 之后 时"},
};

static bool
listed(const struct words_of *list, size_t n, enum lang l, str fold)
{
    for (size_t i = 0; i < n; i++) {
        const char *rest = list[i].words;
        str word;

        while (list[i].lang == l && str_listed(&rest, &word))
            if (str_eq(word, fold))
                return true;
    }
    return false;
}

bool
quote_preposition(const struct quote_hunt *h, uint32_t i)
{
    return listed(preposition, sizeof preposition / sizeof *preposition,
                  quote_lang(h, i), h->w->words[i].fold);
}

static bool
exact_sense(const struct quote_hunt *h, uint32_t i)
{
    const struct reading *r = &h->a->read;

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].exact)
            return true;
    return false;
}

/* لترامب: the preposition is the word's first letter. */
bool
quote_clitic_preposition(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *given = reading_sense(&h->a->read, i, SENSE_GIVEN);
    str fold = h->w->words[i].fold;

    /* the article, and a word that nobody knows otherwise */
    if (quote_lang(h, i) == LANG_AR &&
        (str_starts(fold, STR("لل")) ||
         (str_starts(fold, STR("ل")) && !exact_sense(h, i))))
        return true;
    if (!given || given->exact)
        return false;
    return str_starts(fold, STR("ل")) || str_starts(fold, STR("ب")) ||
           str_starts(fold, STR("ל")) || str_starts(fold, STR("ב"));
}

bool
quote_postposition(const struct quote_hunt *h, uint32_t i)
{
    /* के अनुसार: according to */
    return i < h->w->nwords && !quote_says(h, i) &&
           listed(postposition, sizeof postposition / sizeof *postposition,
                  quote_lang(h, i), h->w->words[i].fold);
}

bool
quote_owner(const struct quote_hunt *h, uint32_t end)
{
    const struct word *w = h->w->words;

    while (end < h->w->nwords && quote_lang(h, end) == LANG_ZH &&
           quote_class(h, end, CLASS_ROLE))
        end += reading_concept(&h->a->read, end, CLASS_ROLE)->nwords;
    if (end >= h->w->nwords)
        return false;
    return quote_lang(h, end) == LANG_ZH ? str_is(w[end].fold, "的")
           : quote_lang(h, end) == LANG_JA
               ? str_is(w[end].fold, "の")
               : w[end].shape & SHAPE_CLITIC && quote_lang(h, end) == LANG_EN;
}

/* Зеленского, Ada Finç'in: a form that no subject has. */
bool
quote_declined(const struct quote_hunt *h, const struct name_mark *n)
{
    static const char *const endings[] = {
        "ского", "цкого", "ського", "цького", "скому",  "ському",
        "ским",  "ським", "зького", "цкому",  "цькому", "цким"};
    uint32_t end = n->word + n->nwords;
    str last = h->w->words[end - 1].fold;

    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (str_ends(last, str_of(endings[k])))
            return true;
    return quote_lang(h, n->word) == LANG_TR && end + 1 < h->w->nwords &&
           (quote_char(h->w, end) == '\'' || quote_char(h->w, end) == 0x2019) &&
           h->w->words[end + 1].kind == WORD_LETTERS &&
           !(h->w->words[end + 1].shape & SHAPE_SPACE);
}

/* with 21-year-old Ada Finch */
static bool
hyphened(const struct quote_hunt *h, uint32_t i)
{
    if (quote_lang(h, i) != LANG_EN)
        return false;
    return quote_char(h->w, i) == '-' ||
           (i > 0 && quote_char(h->w, i - 1) == '-') ||
           (i + 1 < h->w->nwords && quote_char(h->w, i + 1) == '-');
}

/* г-же, dr. */
static bool
abbreviates(const struct quote_hunt *h, uint32_t i)
{
    uint32_t c = quote_char(h->w, i);

    if (h->w->words[i].kind == WORD_MARK)
        return (c == '-' || c == '.') && i > 0 &&
               h->w->words[i - 1].kind == WORD_LETTERS &&
               utf8_count(h->w->words[i - 1].fold) <= 2;
    return utf8_count(h->w->words[i].fold) <= 2;
}

/* "beim traditionellen …", przed radiową „…" */
static bool
adjective(const struct quote_hunt *h, uint32_t i)
{
    static const char *const endings[] = {"en", "em", "er", "ym", "ym",
                                          "ej", "ą",  "ой", "ом", "ым"};

    if (!quote_has_case(h, i) || h->w->words[i].shape & SHAPE_CAPITAL ||
        h->w->words[i].kind != WORD_LETTERS || quote_says(h, i))
        return false;
    if (quote_class(h, i, CLASS_QUALITY))
        return true;
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (quote_lang(h, i) != LANG_EN &&
            str_ends(h->w->words[i].fold, str_of(endings[k])))
            return true;
    return false;
}

/* in einer Mitteilung der Levamar, Kandidatin des größten Bundes Levamar: the
 * article of a genitive behind a noun. */
static bool
genitive(const struct quote_hunt *h, uint32_t from, const struct name_mark *n)
{
    const struct word *w = h->w->words;
    uint32_t i = n->word;

    if (quote_lang(h, i) != LANG_DE || n->kind == NAME_PERSON)
        return false;
    while (i > from + 1 && n->word - i < GENITIVE_WORDS &&
           w[i - 1].kind == WORD_LETTERS && !quote_function(h, i - 1))
        i--;
    return i > from + 1 &&
           (str_is(w[i - 1].fold, "des") ||
            (str_is(w[i - 1].fold, "der") && i == n->word)) &&
           w[i - 2].kind == WORD_LETTERS && w[i - 2].shape & SHAPE_CAPITAL;
}

/* kandydat na burmistrza Szymon Hołub: a title holds the preposition at i. */
static bool
candidate(const struct quote_hunt *h, uint32_t from, uint32_t i, uint32_t name)
{
    enum lang l = quote_lang(h, i);

    return (l == LANG_PL || l == LANG_RU || l == LANG_UK) && i > from &&
           i + 1 < name && quote_class(h, i - 1, CLASS_ROLE);
}

/* 马西向《…》表示: told to what stands in the marks of a title. */
static bool
told_to_title(const struct quote_hunt *h, const struct name_mark *n)
{
    return n->word > 1 && quote_lang(h, n->word) == LANG_ZH &&
           quote_char(h->w, n->word - 1) == 0x300A &&
           quote_preposition(h, n->word - 2);
}

bool
quote_oblique(const struct quote_hunt *h, uint32_t from,
              const struct name_mark *n)
{
    uint32_t i = n->word;
    /* przed radiową „Piątką” */
    bool quoted = i > from && quote_mark(h->w, i - 1);

    if (quote_postposition(h, n->word + n->nwords) || quote_declined(h, n) ||
        quote_clitic_preposition(h, i) || quote_owner(h, n->word + n->nwords) ||
        genitive(h, from, n) || told_to_title(h, n))
        return true;
    while (i-- > from && n->word - i <= TITLE_WORDS) {
        /* "By then Dr Finch had …": what it governs ends before the name */
        if (quote_preposition(h, i) && quote_lang(h, i) == LANG_EN &&
            i + 1 < n->word &&
            (str_is(h->w->words[i + 1].fold, "then") ||
             str_is(h->w->words[i + 1].fold, "now")))
            return false;
        if (quote_preposition(h, i))
            return !candidate(h, from, i, n->word);
        if (!quote_function(h, i) && !quote_class(h, i, CLASS_ROLE) &&
            !quote_class(h, i, CLASS_PERSON) && !quote_mark(h->w, i) &&
            !reading_sense(&h->a->read, i, SENSE_HONORIFIC) &&
            !abbreviates(h, i) && !adjective(h, i) && !hyphened(h, i) &&
            !(quoted && i + 2 == n->word && quote_has_case(h, i)))
            return false;
    }
    return false;
}
