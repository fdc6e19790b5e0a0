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
#define SURE_STRANGE    56
#define FIRM_MOST_WORDS 6
#define NAME_LEAST_HAN                                                         \
    4 /* of a surname that is not listed and a given name                      \
       */
#define NAME_MOST_HAN 5

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

/* ---- firms ----------------------------------------------------------- */

/* What may stand in a firm's name before its last word. */
static bool
of_firm(const struct namer *nm, uint32_t i)
{
    uint32_t b = nm->bits[i];

    if (kana(nm, i))
        return true;
    return han(nm, i) &&
           !(b & (BIT_FUNCTION | BIT_ROLE | BIT_HONOUR | BIT_NUMBER | BIT_SAY |
                  BIT_TIME)) &&
           (!(b & BIT_INSIDE) || b & (BIT_PLACE | BIT_SURNAME | BIT_GIVEN));
}

/* The same words stand elsewhere too: a name, if it is one at all. */
static bool
repeated(const struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t len = q - p;

    for (uint32_t i = 0; i + len <= nm->n; i++) {
        uint32_t k = 0;

        while (i != p && k < len &&
               str_eq(nm->w[i + k].fold, nm->w[p + k].fold))
            k++;
        if (k == len)
            return true;
    }
    return false;
}

/* 北海海運, 桜タービン, オーブレル硝子: Han characters or katakana and a word
 * of firms; a place alone before it makes none. */
static void
firm(struct namer *nm, uint32_t h)
{
    const struct sense *s = name_head_at(nm, h, HEAD_ORG);
    uint32_t p = h, q, chars = 0, strange = 0, plain = 0;

    if (!s || nm->taken[h] || (nm->w[h].script == SCRIPT_HAN && s->nwords < 2))
        return;
    q = h + s->nwords;
    if (q < nm->n && name_joined(nm, q) && (han(nm, q) || kana(nm, q)) &&
        !(nm->bits[q] & (BIT_ROLE | BIT_HONOUR | BIT_FUNCTION)))
        return;
    while (p > 0 && h - p < FIRM_MOST_WORDS && name_joined(nm, p) &&
           of_firm(nm, p - 1))
        p--;
    if (p > 0 && name_joined(nm, p) && han(nm, p - 1) &&
        !(nm->bits[p - 1] & BIT_FUNCTION))
        return;
    for (uint32_t k = p; k < h; k++) {
        chars += kana(nm, k) ? 2 : 1;
        if (nm->bits[k] & BIT_PLACE)
            continue;
        strange += kana(nm, k) && name_unknown(nm, k);
        plain++;
    }
    if (plain == 0 || (chars < 2 && nm->w[h].script == SCRIPT_HAN) ||
        (h - p > 4 && !strange))
        return;
    name_add(nm, p, q, NAME_ORG,
             strange || plain < h - p || repeated(nm, p, q) ? SURE_SURNAME
                                                            : SURE_LOOSE);
}

/* ---- strange surnames ------------------------------------------------ */

/* Stands before a title and is no name: 新社長, 元大臣. */
static bool
before_office(str c)
{
    static const char prefix[] = "新 元 前 現 旧 同 各 両 全 某 副 次 初 総 正";
    str rest = str_of(prefix), one;

    while (str_next(&rest, ' ', &one))
        if (str_eq(one, c))
            return true;
    return false;
}

/* A kind of people, no name: 外国人, 関係者, 担当官. */
static bool
of_people(str c)
{
    static const char kinds[] = "者 員 官 性 家 系 紙 局 部 課 会 社 氏 等 側 "
                                "的 用 長 所 級 省 庁 党 軍";
    str rest = str_of(kinds), one;

    while (str_next(&rest, ' ', &one))
        if (str_eq(one, c))
            return true;
    return false;
}

/* 峰岸陽人社長: four or five free characters before a title. */
static void
titled(struct namer *nm, uint32_t h)
{
    uint32_t p = h;

    if (h == 0 || nm->taken[h] || nm->w[h].shape & SHAPE_SPACE)
        return;
    while (p > 0 && h - p <= NAME_MOST_HAN && name_joined(nm, p) &&
           han(nm, p - 1) &&
           !(nm->bits[p - 1] & (BIT_FUNCTION | BIT_ROLE | BIT_HONOUR |
                                BIT_NUMBER | BIT_HEAD_ORG)) &&
           (!(nm->bits[p - 1] & BIT_INSIDE) ||
            nm->bits[p - 1] & (BIT_SURNAME | BIT_GIVEN)))
        p--;
    if (h - p < NAME_LEAST_HAN || h - p > NAME_MOST_HAN ||
        (p > 0 && name_joined(nm, p) && han(nm, p - 1)) ||
        before_office(nm->w[p].fold) || of_people(nm->w[h - 1].fold))
        return;
    name_add(nm, p, h, NAME_PERSON, SURE_STRANGE);
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
    for (uint32_t i = 0; i < nm->n; i++)
        if (nm->w[i].lang == LANG_JA &&
            (nm->bits[i] & BIT_HONOUR || name_role_at(nm, i)))
            titled(nm, i);
}
