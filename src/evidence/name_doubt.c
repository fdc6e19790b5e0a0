/*
 * name_doubt.c - places that are none: a town that says something or bears
 * "Mr" is a person or a body of its name, in all of the page.
 */
#include "evidence/name_parts.h"

#define CITY_MOST   1000000 /* people; greater ones speak as capitals do */
#define SURE_SPEAKS 62

/* A town of one word, as opposed to a land, which may say much. */
static bool
town(const struct namer *nm, const struct name_mark *m)
{
    struct place p;

    if (m->known_kind != SENSE_PLACE || m->nwords != 1)
        return false;
    p = lexicon_place(nm->lx, m->known);
    return p.kind == PLACE_CITY && p.population < CITY_MOST;
}

/* "Mr Bon", "Lieutenant Hastings". A title may rule a town in languages that
 * need no word for it: "emir of", "mayor of". */
static bool
honoured(const struct namer *nm, const struct name_mark *m)
{
    uint32_t i = m->word;
    const struct sense *s;

    if (nm->w[i].lang == LANG_EN && (s = name_sense_before(nm, i, BIT_ROLE)) &&
        s->exact && name_capital(nm, s->word) &&
        nm->w[s->word].sentence == nm->w[i].sentence)
        return !(nm->bits[i] & BIT_TITLE);
    if (i > 1 && name_mark_is(nm, i - 1, ".") && name_joined(nm, i - 1))
        i--;
    s = name_sense_before(nm, i, BIT_HONOUR);
    if (!s || s->nwords != 1 || nm->w[s->word].sentence != nm->w[i].sentence)
        return false;
    return nm->w[i].lang != LANG_FA && nm->w[i].lang != LANG_JA &&
           nm->w[i].lang != LANG_KO && nm->w[i].lang != LANG_ZH &&
           !(nm->bits[s->word] & (BIT_ROLE | BIT_COMMON | BIT_PLACE));
}

/* "…, said Hamilton.": nothing behind it that a town could do; where letters
 * have case, elsewhere the verb stands first by custom. */
static bool
says(const struct namer *nm, const struct name_mark *m)
{
    uint32_t i = m->word, next = i + 1, sentence = nm->w[i].sentence;

    return name_cased(nm, i) && i > 0 && nm->w[i - 1].sentence == sentence &&
           nm->bits[i - 1] & BIT_SAY && !name_capital(nm, i - 1) &&
           (next >= nm->n || nm->w[next].sentence != sentence ||
            name_mark_is(nm, next, ". , ; : ? ! \" ” » “"));
}

/* Said of a place alone. */
static bool
placed(const struct namer *nm, const struct name_mark *m)
{
    uint32_t next = m->word + 1;

    return (m->word > 0 && nm->bits[m->word - 1] & (BIT_IN | BIT_HEAD_PLACE)) ||
           (next < nm->n && nm->bits[next] & BIT_HEAD_PLACE);
}

static void
doubt(struct namer *nm, const struct name_mark *of, enum name_kind kind)
{
    uint32_t known = of->known, word = of->word;

    for (size_t k = 0; k < nm->nmarks; k++) {
        struct name_mark *m = &nm->marks[k];

        if (!town(nm, m) || m->known != known || placed(nm, m) ||
            !name_same_word(nm->w[m->word].fold, (enum lang)m->lang,
                            nm->w[word].fold, (enum lang)nm->w[word].lang))
            continue;
        m->kind = (uint8_t)kind;
        m->known = 0;
        m->known_kind = 0;
        m->sure = SURE_SPEAKS;
    }
}

void
name_doubt(struct namer *nm)
{
    for (size_t k = 0; k < nm->nmarks; k++) {
        const struct name_mark *m = &nm->marks[k];

        if (!town(nm, m) || placed(nm, m))
            continue;
        if (honoured(nm, m))
            doubt(nm, m, NAME_PERSON);
        else if (says(nm, m))
            doubt(nm, m, NAME_OTHER);
    }
}
