/*
 * quote_dropped.c - whom a verb of saying without a subject means.
 */
#include "evidence/quote_parts.h"

/* Paris accused, Berlin says: no person, but not somebody else either. */
static bool
place_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = &h->a->names[i];

        if (n->kind == NAME_PLACE && n->word >= from &&
            n->word + n->nwords == to && !quote_oblique(h, from, n) &&
            !(n->word > from && h->w->words[n->word - 1].shape & SHAPE_CAPITAL))
            return true;
    }
    return false;
}

/* "…, el responsable de la formación lamenta": a noun with its article. */
static struct quote_voice
noun_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    static const char *const article[] = {"el", "la", "los", "las", "il",
                                          "lo", "i",  "gli", "o",   "os",
                                          "as", "ο",  "η",   "οι"};
    uint32_t start = from;

    for (uint32_t i = from; i < to && i < h->w->nwords; i++)
        if (h->w->words[i].kind == WORD_MARK)
            start = i + 1;
    for (size_t k = 0; k < sizeof article / sizeof *article; k++)
        if (start + 1 < to && str_is(h->w->words[start].fold, article[k]))
            return quote_function(h, start) && !quote_function(h, start + 1)
                       ? (struct quote_voice){-1, start, to}
                       : QUOTE_NOBODY;
    return QUOTE_NOBODY;
}

/* Сообщили, уверены: without a subject the plural is some people's. */
static bool
many_say(const struct quote_hunt *h, uint32_t say)
{
    static const char *const endings[] = {"ли", "ют", "ят", "ны", "ні"};
    enum lang l = quote_lang(h, say);

    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if ((l == LANG_RU || l == LANG_UK) &&
            str_ends(h->w->words[say].fold, str_of(endings[k])))
            return true;
    return false;
}

/* Whom a verb without a subject means: in languages that leave no subject out
 * somebody stands there who was not seen. */
struct quote_voice
quote_dropped(const struct quote_hunt *h, const struct quote_frame *f)
{
    enum lang l = quote_lang(h, f->say);

    struct quote_voice noun = noun_before(h, f->from, f->say);

    if (place_before(h, f->from, f->say) || quote_told(noun))
        return noun;
    /* "according to" always names somebody */
    if (quote_is(h, f->say, h->by) || l == LANG_EN || l == LANG_DE ||
        l == LANG_FR || l == LANG_NL || l == LANG_ZH ||
        (l == LANG_ID && !str_ends(h->w->words[f->say].fold, STR("nya"))))
        return QUOTE_NOBODY;
    noun = quote_who_before(h, f);
    return many_say(h, f->say) && noun.name >= 0 &&
                   h->a->names[noun.name].kind == NAME_PERSON
               ? QUOTE_NOBODY
               : noun;
}
