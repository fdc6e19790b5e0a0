/*
 * name_office.c - bodies that need no land to be told apart: ministries and
 * commissions of which a land has one ("卫生部", "Gesundheitsministerium"),
 * and what stands in quotation marks behind the word for a body ("блок
 * «Свободный союз»", 野党連合「自由同盟」).
 */
#include "evidence/name_parts.h"

#define SURE_OFFICE 56
#define SURE_QUOTED 62
#define QUOTED_MOST 5  /* words of a name in quotation marks */
#define SIGNS_MOST  12 /* the same, of Han signs and kana */

static bool
signs(const struct namer *nm, uint32_t i)
{
    return nm->w[i].script == SCRIPT_HAN ||
           nm->w[i].script == SCRIPT_KATAKANA ||
           nm->w[i].script == SCRIPT_HIRAGANA;
}

/* ---- ministries -------------------------------------------------------- */

/* The most words that mean an office and begin at i. */
static const struct sense *
office_at(const struct namer *nm, uint32_t i)
{
    const struct reading *r = &nm->a->read;
    const struct sense *best = NULL;

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
        const struct sense *s = &r->senses[k];

        if (s->kind == SENSE_CONCEPT && s->cls == CLASS_BODY &&
            lexicon_is_office(nm->lx, s->id) && i + s->nwords <= nm->n &&
            (!best || s->nwords > best->nwords))
            best = s;
    }
    return best;
}

/* Where letters have case a name has a capital: not "the health ministry". */
static bool
capital_in(const struct namer *nm, uint32_t i, uint32_t end)
{
    for (uint32_t k = i; k < end; k++)
        if (!name_cased(nm, k) || name_capital(nm, k))
            return true;
    return false;
}

/* "МЧС Казахстана": the land right behind, where it stands in a case. */
static uint32_t
land_behind(const struct namer *nm, uint32_t i)
{
    const struct sense *land;

    if (i >= nm->n || nm->w[i].sentence != nm->w[i - 1].sentence ||
        !name_inflects((enum lang)nm->w[i].lang) || !name_capital(nm, i) ||
        !(nm->bits[i] & BIT_PLACE))
        return 0;
    land = reading_sense(&nm->a->read, i, SENSE_PLACE);
    return land && i + land->nwords <= nm->n ? land->nwords : 0;
}

static void
office(struct namer *nm, uint32_t i)
{
    const struct sense *s = office_at(nm, i);
    struct name_mark *m;
    uint32_t end;

    if (!s || nm->bits[i] & BIT_TITLE)
        return;
    end = i + s->nwords;
    if (!capital_in(nm, i, end))
        return;
    end += land_behind(nm, end);
    m = name_add(nm, i, end, NAME_ORG, SURE_OFFICE);
    if (m)
        name_trim(nm, m, end - 1);
}

/* ---- in quotation marks ------------------------------------------------ */

/* A word for a body ends before i. */
static bool
body_before(const struct namer *nm, uint32_t i)
{
    const struct reading *r = &nm->a->read;
    const struct sense *s;

    if (i == 0 || nm->w[i - 1].sentence != nm->w[i].sentence)
        return false;
    s = name_sense_before(nm, i, BIT_HEAD_ORG | BIT_TRADE);
    /* فريقه, his team: with an ending it is no word before a name */
    if (s && (s->exact || nm->w[i - 1].script != SCRIPT_ARABIC))
        return true;
    for (uint32_t back = 1; back <= 4 && back <= i; back++)
        for (uint32_t k = r->sense_at[i - back]; k < r->sense_at[i - back + 1];
             k++)
            if (r->senses[k].nwords == back &&
                r->senses[k].kind == SENSE_CONCEPT &&
                r->senses[k].cls == CLASS_BODY &&
                (r->senses[k].exact || nm->w[i - 1].script != SCRIPT_ARABIC))
                return true;
    return false;
}

static void
quoted(struct namer *nm, uint32_t i)
{
    uint32_t q = i + 1, most;

    if (!name_mark_is(nm, i, "« “ „ \" 「 『 ‹") || q >= nm->n ||
        nm->taken[q] || !name_joined(nm, q))
        return;
    most = signs(nm, q) ? SIGNS_MOST : QUOTED_MOST;
    if (name_cased(nm, q) && !name_capital(nm, q))
        return;
    for (;
         q < nm->n && q - i <= most && nm->w[q].sentence == nm->w[i].sentence &&
         nm->w[q].kind == WORD_LETTERS && !nm->taken[q] &&
         !(nm->bits[q] & BIT_SAY);
         q++)
        ;
    if (q == i + 1 || q >= nm->n || !name_mark_is(nm, q, "» ” “ \" 」 』 ›") ||
        !body_before(nm, i))
        return;
    name_add(nm, i + 1, q, NAME_ORG, SURE_QUOTED);
}

void
name_office(struct namer *nm)
{
    for (uint32_t i = 0; i < nm->n; i++)
        if (nm->w[i].kind == WORD_MARK)
            quoted(nm, i);
        else if (!nm->taken[i])
            office(nm, i);
}
