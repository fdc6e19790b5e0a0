/*
 * name_kana.c - names in Japanese text: katakana with dots between, Han
 * surnames with what stands behind them.
 */
#include "evidence/name_parts.h"

#define KANA_MOST_PARTS 8
#define SURE_PARTS      68 /* two katakana words with a dot */
#define SURE_TITLED     68
#define SURE_PLACED     65
#define SURE_SURNAME    60
#define SURE_LOOSE      40

static bool
kana(const struct namer *nm, uint32_t i)
{
    return i < nm->n && nm->w[i].script == SCRIPT_KATAKANA &&
           nm->w[i].kind == WORD_LETTERS && !nm->taken[i];
}

static bool
han(const struct namer *nm, uint32_t i)
{
    return i < nm->n && nm->w[i].script == SCRIPT_HAN && !nm->taken[i];
}

static bool
titled_behind(const struct namer *nm, uint32_t i)
{
    return i < nm->n && !(nm->w[i].shape & SHAPE_SPACE) &&
           (nm->bits[i] & (BIT_HONOUR | BIT_ROLE)) != 0;
}

static bool
dot(const struct namer *nm, uint32_t i)
{
    return name_mark_is(nm, i, "・ ･ = ＝ ゠ · -") && name_joined(nm, i);
}

static void
katakana(struct namer *nm, uint32_t p, uint32_t q, uint32_t parts,
         uint32_t common)
{
    enum name_kind kind = NAME_PERSON;
    bool titled = titled_behind(nm, q), head = false;
    unsigned sure;

    if (name_known_at(nm, p, q))
        return;
    for (uint32_t k = p; k < q; k++)
        head |= (nm->bits[k] & BIT_HEAD_ORG) != 0;
    if (titled) {
        sure = common == parts ? 0 : SURE_TITLED;
    } else if (q < nm->n && nm->bits[q] & BIT_HEAD_PLACE && han(nm, q)) {
        const struct sense *s = reading_sense(&nm->a->read, q, SENSE_HEAD);

        kind = NAME_PLACE;
        sure = common ? 0 : SURE_PLACED;
        q += s ? s->nwords : 0;
    } else if (parts > 1) {
        kind = head ? NAME_ORG : NAME_PERSON;
        sure = common == parts ? 0 : common ? SURE_LOOSE + 12 : SURE_PARTS;
    } else if (common == 0 && p > 0 && nm->bits[p - 1] & BIT_HEAD_ORG &&
               name_joined(nm, p)) {
        kind = NAME_ORG, sure = SURE_SURNAME;
    } else if (nm->bits[p] & BIT_GIVEN) {
        sure = SURE_LOOSE + 5;
    } else {
        kind = NAME_OTHER;
        sure = common || utf8_count(nm->w[p].fold) < 3 ? 0
               : name_seen(nm, p) > 2                  ? SURE_LOOSE
                                                       : SURE_LOOSE - 10;
    }
    if (sure)
        name_add(nm, p, q, kind, sure);
}

static uint32_t
chain(struct namer *nm, uint32_t i)
{
    uint32_t q = i + 1, parts = 1;
    uint32_t common = !name_unknown(nm, i) && !(nm->bits[i] & BIT_GIVEN);

    while (parts < KANA_MOST_PARTS && dot(nm, q) && kana(nm, q + 1) &&
           name_joined(nm, q + 1)) {
        parts++;
        common += !name_unknown(nm, q + 1) && !(nm->bits[q + 1] & BIT_GIVEN);
        q += 2;
    }
    katakana(nm, i, q, parts, common);
    return q;
}

static bool
border(const struct namer *nm, uint32_t i)
{
    return i >= nm->n || !han(nm, i) ||
           nm->bits[i] & (BIT_FUNCTION | BIT_ROLE | BIT_HONOUR);
}

/* 山本太郎外相, 山本氏 */
static void
surname(struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_SURNAME);
    uint32_t given, q, role, place;
    bool two, before;

    if (!s || !han(nm, i) || s->nwords > 4)
        return;
    if (nm->bits[i] & BIT_INSIDE &&
        nm->bits[i] & (BIT_COMMON | BIT_PLACE | BIT_ROLE) &&
        !(nm->bits[i] & BIT_SURNAME))
        return;
    two = s->nwords > 1;
    given = i + s->nwords;
    if (i > 0 && han(nm, i - 1) && name_joined(nm, i) &&
        !(nm->bits[i - 1] &
          (BIT_ROLE | BIT_FUNCTION | BIT_INSIDE | BIT_HONOUR | BIT_COMMON)))
        return;
    if (two && titled_behind(nm, given)) {
        name_add(nm, i, given, NAME_PERSON, SURE_SURNAME);
        return;
    }
    for (q = given; q < given + 3 && han(nm, q) && !border(nm, q) &&
                    !(nm->bits[q] & BIT_SAY);)
        q++;
    if (q == given || !border(nm, q))
        return;
    before = name_title_before(nm, i, &role, &place);
    if (titled_behind(nm, q) || (before && two))
        name_add(nm, i, q, NAME_PERSON, SURE_TITLED);
    else if (two && q - given <= 2 && name_mark_is(nm, q, "( （ 、 ＝ ・"))
        name_add(nm, i, q, NAME_PERSON, SURE_SURNAME);
    else if (two && q - given <= 2)
        name_add(nm, i, q, NAME_PERSON, SURE_LOOSE);
}

/* 桜タービン, 北海海運: some Han characters and a word of firms. */
static void
firm(struct namer *nm, uint32_t h)
{
    const struct sense *s = reading_sense(&nm->a->read, h, SENSE_HEAD);
    uint32_t p = h;

    if (!s || s->id != HEAD_ORG || nm->taken[h] ||
        (nm->w[h].script == SCRIPT_HAN && s->nwords < 2))
        return;
    while (p > 0 && h - p < 4 && han(nm, p - 1) && name_joined(nm, p) &&
           !(nm->bits[p - 1] &
             (BIT_INSIDE | BIT_FUNCTION | BIT_ROLE | BIT_HONOUR | BIT_NUMBER)))
        p--;
    if (p == h || h - p > 3 || (p > 0 && name_joined(nm, p) && han(nm, p - 1)))
        return;
    name_add(nm, p, h + s->nwords, NAME_ORG,
             name_seen(nm, p) > 1 ? SURE_SURNAME : SURE_LOOSE);
}

void
name_kana(struct namer *nm)
{
    for (uint32_t i = 0; i < nm->n; i++)
        if (nm->w[i].lang == LANG_JA && nm->bits[i] & BIT_HEAD_ORG)
            firm(nm, i);
    for (uint32_t i = 0; i < nm->n;)
        i = kana(nm, i) ? chain(nm, i) : i + 1;
    for (uint32_t i = 0; i < nm->n; i++)
        if (nm->w[i].lang == LANG_JA && nm->bits[i] & BIT_SURNAME)
            surname(nm, i);
}
