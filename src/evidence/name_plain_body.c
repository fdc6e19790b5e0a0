/*
 * name_plain_body.c - bodies and places in scripts without capitals: behind
 * or before the common word of a name, with a land, in quotation marks.
 */
#include "evidence/name_parts.h"

#define BODY_MOST_WORDS 6
#define STRANGE_LEAST   6 /* letters of a strange word that is a name */
#define SURE_GIVEN      62
#define SURE_ONE        44
#define SURE_HEAD       56
#define SURE_HEAD_ONCE  42
#define SURE_SPEAKER    54 /* a body of definite words that says something */

/* ---- "port of X", "company X" ---------------------------------------- */

/* May be an adjective or a defined noun, which make no name of a head. */
static bool
adjective_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return plain_with_article(nm, i) || str_ends(f, STR("ه")) ||
           str_ends(f, STR("ي"));
}

/* Whether a person marked before bears the word: "the Biden team". */
static bool
borne(const struct namer *nm, uint32_t i)
{
    for (size_t k = 0; k < nm->nmarks; k++) {
        const struct name_mark *m = &nm->marks[k];

        if (m->kind != NAME_PERSON || m->sure < NAME_SURE)
            continue;
        for (uint32_t j = m->word; j < m->word + m->nwords; j++)
            if (str_eq(nm->w[j].fold, nm->w[i].fold))
                return true;
    }
    return false;
}

/* Hindi: the head stands behind: वाराणसी जिले. */
static void
head_behind(struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_HEAD);

    if (s && s->id == HEAD_PLACE && s->exact && i > 0 &&
        plain_maybe(nm, i - 1) && nm->w[i].sentence == nm->w[i - 1].sentence &&
        !nm->taken[i])
        name_add(nm, i - 1, i + s->nwords, NAME_PLACE, SURE_HEAD);
}

/* "وقالت خلية الإعلام الأمني": a body of two definite words that speaks. */
static bool
speaks(const struct namer *nm, uint32_t i, uint32_t q)
{
    return q - i >= 3 && i > 0 && nm->bits[i - 1] & BIT_SAY &&
           nm->bits[i] & BIT_HEAD_ORG && plain_with_article(nm, q - 1) &&
           plain_with_article(nm, q - 2);
}

/* A strange word too long for a verb. */
static bool
long_word(const struct namer *nm, uint32_t i)
{
    return plain_arabic(nm, i) && name_unknown(nm, i) &&
           utf8_count(nm->w[i].fold) >= 6 && !plain_with_article(nm, i);
}

/* A mark or a function word ends what stands before. */
static bool
ends_name(const struct namer *nm, uint32_t i, uint32_t end)
{
    return i >= end || nm->w[i].kind == WORD_MARK || nm->bits[i] & BIT_FUNCTION;
}

/* राष्ट्रीय आपदा मोचन बल (एनडीआरएफ): words, the head, letters in brackets. */
static void
abridged_body(struct namer *nm, uint32_t h, uint32_t from)
{
    const struct sense *s = name_head_at(nm, h, HEAD_ORG);
    uint32_t q, p = h;

    if (!s || nm->taken[h] || !plain_word(nm, h))
        return;
    q = h + s->nwords;
    if (!name_mark_is(nm, q, "( （") || q + 2 >= nm->n ||
        !plain_word(nm, q + 1) || !name_mark_is(nm, q + 2, ") ）") ||
        nm->bits[q + 1] & (BIT_PLACE | BIT_COMMON | BIT_FUNCTION))
        return;
    while (p > from && h - p < BODY_MOST_WORDS - 1 && plain_word(nm, p - 1) &&
           !(nm->bits[p - 1] & (BIT_FUNCTION | BIT_SAY | BIT_ROLE)))
        p--;
    if (p < h && name_add(nm, p, q, NAME_ORG, SURE_GIVEN))
        name_add(nm, q + 1, q + 2, NAME_ORG, SURE_HEAD);
}

/* حزب الوطن: the word for a party and what it calls itself. */
static bool
party(const struct namer *nm, uint32_t i, uint32_t q)
{
    static const uint32_t none = BIT_FUNCTION | BIT_SAY | BIT_ROLE | BIT_TIME |
                                 BIT_DEMONYM | BIT_NUMBER | BIT_HONOUR;
    str f = nm->w[i].fold;

    return (str_ends(f, STR("حزب")) && f.n <= STR("للحزب").n) &&
           nm->w[i].lang == LANG_AR && !plain_with_article(nm, i) &&
           !(nm->bits[i] & BIT_INSIDE) && q < nm->n &&
           nm->w[q].sentence == nm->w[i].sentence && plain_word(nm, q) &&
           plain_with_article(nm, q) && !(nm->bits[q] & none);
}

static uint32_t
headed(struct namer *nm, uint32_t i, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_HEAD);
    uint32_t q, words = 0;
    bool place, again, bare;

    if (party(nm, i, i + 1)) {
        name_add(nm, i, i + 2, NAME_ORG, SURE_HEAD - 3);
        return i + 2;
    }
    /* Hindi and Korean have the head behind */
    if (!s || s->id > HEAD_PLACE || !s->exact || !plain_word(nm, i) ||
        nm->w[i].lang == LANG_HI || nm->w[i].lang == LANG_KO ||
        (plain_arabic(nm, i) &&
         (plain_with_article(nm, i) || str_ends(nm->w[i].fold, STR("ا")))))
        return i + 1;
    place = s->id == HEAD_PLACE;
    q = i + s->nwords;
    if (q >= end || reading_sense(&nm->a->read, q, SENSE_PLACE))
        return i + 1;
    while (q < end && words < 3 && plain_word(nm, q) &&
           (plain_maybe(nm, q) || plain_given(nm, q) || long_word(nm, q) ||
            (words == 0 && nm->bits[q] & BIT_HEAD_PLACE)) &&
           !plain_noun_like(nm, q)) {
        if (words > 0 && plain_arabic(nm, q) && !plain_with_article(nm, q) &&
            !(words == 1 && ends_name(nm, q + 1, end)))
            break;
        if (words > 0 && place && !plain_arabic(nm, q))
            break;
        words++;
        q++;
    }
    if (words == 0)
        return i + 1;
    if (!place && q < end && plain_word(nm, q) &&
        str_starts(nm->w[q].fold, STR("لل"))) {
        q++;
        if (q < end && plain_word(nm, q) && plain_with_article(nm, q) &&
            !(nm->bits[q] & (BIT_TIME | BIT_SAY | BIT_FUNCTION)))
            q++;
    }
    again = name_seen(nm, q - 1) > 1 && !(nm->bits[q - 1] & BIT_HEAD_PLACE);
    /* منظمة ميدريليف: a strange word too long for another */
    bare = !adjective_like(nm, i + s->nwords) &&
           (place || words > 1 ||
            (name_unknown(nm, i + s->nwords) &&
             utf8_count(nm->w[i + s->nwords].fold) >= STRANGE_LEAST));
    if (borne(nm, i + s->nwords))
        return i + 1;
    name_add(nm, i, q, place ? NAME_PLACE : NAME_ORG,
             speaks(nm, i, q) ? SURE_SPEAKER
             : again          ? SURE_HEAD
             : bare           ? SURE_HEAD - 3
                              : SURE_HEAD_ONCE);
    return q;
}

/* A body with its land behind: وزارت … فرانسه. */
static uint32_t
body_of_land(struct namer *nm, uint32_t i, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_HEAD);
    uint32_t q;

    if (!s || s->id != HEAD_ORG || !s->exact || !plain_word(nm, i) ||
        nm->w[i].lang == LANG_KO)
        return i + 1;
    for (q = i + s->nwords; q < end && q - i < BODY_MOST_WORDS; q++) {
        const struct sense *land = reading_sense(&nm->a->read, q, SENSE_PLACE);

        if (!plain_word(nm, q) ||
            nm->bits[q] & (BIT_FUNCTION | BIT_SAY | BIT_DEMONYM | BIT_ROLE))
            return i + 1;
        if (land && q > i + s->nwords) {
            q += land->nwords;
            name_add(nm, i, q, NAME_ORG, SURE_HEAD);
            return q;
        }
        if (land)
            return i + 1;
    }
    return i + 1;
}

/* ---- in quotation marks ---------------------------------------------- */

static void
quoted(struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t q = i + 1, role, place;
    const struct sense *before, *first;
    bool head;

    if (!name_mark_is(nm, i, "« “ \" „") || q >= end || !name_joined(nm, q))
        return;
    /* "his team «paid the price»": with an ending it is no word before a name
     */
    before = name_sense_before(nm, i, BIT_HEAD_ORG | BIT_TRADE);
    first = name_head_at(nm, q, HEAD_ORG);
    head = (before && before->exact) || (first && first->exact);
    while (q < end && q - i <= 4 &&
           (plain_maybe(nm, q) || plain_given(nm, q) ||
            (head && plain_word(nm, q) &&
             !(nm->bits[q] & (BIT_FUNCTION | BIT_SAY | BIT_NUMBER)))))
        q++;
    if (q == i + 1 || !name_mark_is(nm, q, "» ” \" “"))
        return;
    if (!name_title_before(nm, i, &role, &place))
        name_add(nm, i + 1, q, NAME_ORG, head ? SURE_GIVEN : SURE_ONE);
}

void
plain_bodies(struct namer *nm, uint32_t from, uint32_t end, enum lang lang)
{
    for (uint32_t i = from; i < end; i++)
        if (nm->w[i].kind == WORD_MARK)
            quoted(nm, i, end);
    for (uint32_t i = from; i < end;)
        i = nm->bits[i] & BIT_HEAD_ORG ? body_of_land(nm, i, end) : i + 1;
    for (uint32_t i = from; i < end; i++)
        if (lang == LANG_HI && nm->bits[i] & BIT_HEAD_ORG)
            abridged_body(nm, i, from);
}

void
plain_headed(struct namer *nm, uint32_t from, uint32_t end, enum lang lang)
{
    for (uint32_t i = from; i < end;)
        i = headed(nm, i, end);
    for (uint32_t i = from; i < end; i++)
        if (lang == LANG_HI && nm->bits[i] & BIT_HEAD_PLACE)
            head_behind(nm, i);
}
