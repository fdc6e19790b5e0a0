/*
 * quote_agree.c - whether a pronoun or the form of a verb fits whom it is
 * taken to mean: "she" is no man, "they" no one person, сказала no man.
 *
 * Of a person the page tells it by a title ("Mrs"), a given name, a surname
 * that has a form for women, or a verb of saying beside the name. Where
 * nothing tells, all fits.
 */
#include "evidence/quote_parts.h"

#define PRONOUN_REACH 5 /* words from the verb of saying to its pronoun */

struct endings {
    enum lang lang;
    const char *man, *woman, *many; /* folded, for str_listed */
};

/* Past tenses that tell the sex of their subject; Spanish and Portuguese
 * tell the number alone. */
static const struct endings verbs[] = {
    {LANG_RU, "л лся", "ла лась", "ли лись ют ят ут"},
    {LANG_UK, "ав ив ів їв вся", "ла лась лася", "ли лись лися ють ять уть"},
    {LANG_PL, "al il el", "ala ila ela", "ali ili eli aly ily ely"},
    {LANG_AR, "", "ت", "وا"},
    {LANG_HE, "", "רה פה ענה נה", "רו פו ענו"},
    {LANG_ES, "", "", "ron"},
    {LANG_PT, "", "", "ram"},
};

static const struct endings surnames[] = {
    {LANG_RU, "ский цкий", "ская цкая", ""},
    {LANG_UK, "ський цький", "ська цька", ""},
    {LANG_PL, "ski cki dzki", "ska cka dzka", ""},
    {LANG_CS, "sky cky", "ova ska cka", ""},
};

static const struct endings titles[] = {
    {LANG_EN, "mr sir lord king prince", "mrs ms miss lady dame queen princess",
     ""},
    {LANG_DE, "herr", "frau", ""},
    {LANG_FR, "m monsieur", "mme madame mlle mademoiselle", ""},
    {LANG_ES, "sr don senor", "sra dona senora srta", ""},
    {LANG_PT, "sr senhor", "sra senhora dona", ""},
    {LANG_IT, "signor", "signora", ""},
    {LANG_PL, "pan", "pani", ""},
    {LANG_RU, "господин г-н", "госпожа г-жа", ""},
    {LANG_UK, "пан", "пані", ""},
    {LANG_AR, "السيد", "السيده السيدة", ""},
    {LANG_NL, "meneer", "mevrouw", ""},
};

static bool
in_list(const char *list, str fold, bool (*alike)(str, str))
{
    str word;

    while (str_listed(&list, &word))
        if (alike(fold, word))
            return true;
    return false;
}

/* What the word's form says; 0 where it says nothing. */
static unsigned
form(const struct endings *of, size_t n, enum lang l, str fold,
     bool (*alike)(str, str))
{
    for (size_t i = 0; i < n; i++)
        if (of[i].lang == l)
            return in_list(of[i].woman, fold, alike)  ? MEANS_WOMAN
                   : in_list(of[i].many, fold, alike) ? MEANS_MANY
                   : in_list(of[i].man, fold, alike)  ? MEANS_MAN
                                                      : 0;
    return 0;
}

#define FORM(of, l, fold, alike)                                               \
    form(of, sizeof(of) / sizeof *(of), l, fold, alike)

unsigned
quote_verb_means(const struct quote_hunt *h, uint32_t i)
{
    return i < h->w->nwords && quote_says(h, i)
               ? FORM(verbs, quote_lang(h, i), h->w->words[i].fold, str_ends)
               : 0;
}

static unsigned
of_pronoun(const struct quote_hunt *h, uint32_t i)
{
    return quote_any_exact(h, i, i + 1, h->many)    ? MEANS_MANY
           : quote_any_exact(h, i, i + 1, h->woman) ? MEANS_WOMAN
           : quote_any_exact(h, i, i + 1, h->man)   ? MEANS_MAN
                                                    : 0;
}

unsigned
quote_means(const struct quote_hunt *h, const struct quote_frame *f)
{
    uint32_t from, to;

    if (f->say == QUOTE_NONE)
        return 0;
    from = f->say > f->from + PRONOUN_REACH ? f->say - PRONOUN_REACH : f->from;
    to = f->say + PRONOUN_REACH < f->to ? f->say + PRONOUN_REACH : f->to;
    for (uint32_t i = from; i < to; i++)
        if ((i < f->open || i > f->close) && quote_is(h, i, h->before))
            return of_pronoun(h, i);
    return quote_verb_means(h, f->say);
}

/* What one mark of a person tells of him. */
static unsigned
sex_here(const struct quote_hunt *h, const struct name_mark *n)
{
    const struct word *w = h->w->words;
    const struct sense *given =
        reading_sense(&h->a->read, n->word, SENSE_GIVEN);
    uint32_t end = n->word + n->nwords;
    enum lang l = quote_lang(h, n->word);
    unsigned told = 0;

    for (uint32_t i = n->word > 1 ? n->word - 2 : 0; i <= n->word && !told; i++)
        told = FORM(titles, l, w[i].fold, str_eq);
    if (!told && given && given->exact && n->nwords > 1)
        told = lexicon_sex(h->lx, given->id) == 'f'   ? MEANS_WOMAN
               : lexicon_sex(h->lx, given->id) == 'm' ? MEANS_MAN
                                                      : 0;
    if (!told)
        told = FORM(surnames, l, w[end - 1].fold, str_ends);
    if (!told && n->word > 0)
        told = quote_verb_means(h, n->word - 1);
    return told;
}

/* What all marks of the person tell; 0 where nothing does or they differ. */
static unsigned
sex_of(const struct quote_hunt *h, uint32_t entity)
{
    unsigned all = 0;

    for (size_t i = 0; i < h->a->nnames; i++)
        if (h->a->names[i].entity == entity &&
            h->a->names[i].kind == NAME_PERSON)
            all |= sex_here(h, &h->a->names[i]) & (MEANS_MAN | MEANS_WOMAN);
    return all == (MEANS_MAN | MEANS_WOMAN) ? 0 : all;
}

/* Whether no body is "he" or "she" there. */
static bool
never_body(enum lang l)
{
    return l == LANG_EN || l == LANG_ZH || l == LANG_JA || l == LANG_KO;
}

/* "researchers": the English plural. */
static bool
is_plural(const struct quote_hunt *h, struct quote_voice v)
{
    for (uint32_t i = v.from; i < v.to; i++)
        if (quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_PERSON))
            return quote_lang(h, i) == LANG_EN &&
                   str_ends(h->w->words[i].fold, STR("s")) &&
                   !str_ends(h->w->words[i].fold, STR("ss"));
    return false;
}

bool
quote_agrees(const struct quote_hunt *h, struct quote_voice v, unsigned means)
{
    const struct name_mark *n = v.name >= 0 ? &h->a->names[v.name] : NULL;
    unsigned sex;

    if (means == 0 || !quote_told(v))
        return true;
    if (!n)
        return means == MEANS_MANY || !is_plural(h, v);
    if (n->kind != NAME_PERSON)
        return means == MEANS_MANY || n->kind != NAME_ORG ||
               !never_body(quote_lang(h, n->word));
    if (means == MEANS_MANY)
        return false;
    sex = sex_of(h, n->entity);
    return sex == 0 || sex == means;
}

struct quote_voice
quote_fitting_person(const struct quote_hunt *h, uint32_t from, uint32_t to,
                     unsigned means)
{
    struct quote_voice v = QUOTE_NOBODY;

    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);

        if (!n)
            break;
        if (n->kind != NAME_PERSON || n->sure < NAME_SURE ||
            sex_of(h, n->entity) != means)
            continue;
        if (v.name >= 0 && h->a->names[v.name].entity != n->entity)
            return QUOTE_NOBODY; /* one of two */
        v.name = (int32_t)i;
    }
    return v;
}
