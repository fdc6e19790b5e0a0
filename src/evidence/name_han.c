/*
 * name_han.c - names in Chinese text: foreign names by the characters of
 * transliteration and the dot between their parts, Chinese ones by a
 * surname and what stands beside them, bodies by their last word.
 */
#include "evidence/name_parts.h"

#define HAN_MOST_PART 9 /* characters of a part of a foreign name */
#define HAN_MOST_BODY 12
#define HAN_MOST_FIRM 4
#define SURE_DOTTED   85
#define SURE_TITLED   70
#define SURE_PLACED   65
#define SURE_LONG     58 /* four sounds and more */
#define SURE_SHORT    42
#define SURE_BODY     58
#define SURE_GENERIC  38

static bool
han(const struct namer *nm, uint32_t i)
{
    return i < nm->n && nm->w[i].script == SCRIPT_HAN && !nm->taken[i];
}

static bool
dot(const struct namer *nm, uint32_t i)
{
    return name_mark_is(nm, i, "· • ・ ‧ ﹒ ．");
}

/* Whether a sense of two words or more that is no name covers i. */
static bool
covered(const struct namer *nm, uint32_t i)
{
    return nm->bits[i] & BIT_INSIDE && !(nm->bits[i] & (BIT_PLACE | BIT_GIVEN));
}

static bool
sounds(const struct namer *nm, uint32_t i)
{
    return han(nm, i) && nm->bits[i] & (BIT_SOUND | BIT_GIVEN | BIT_PLACE) &&
           !covered(nm, i) && !(nm->bits[i] & (BIT_FUNCTION | BIT_SAY)) &&
           (nm->bits[i] & (BIT_SOUND | BIT_GIVEN) ||
            lexicon_has(nm->lx, nm->w[i].fold, LANG_ZH, SENSE_SOUND));
}

/* Means nothing that the lexicon knows. */
static bool
strange(const struct namer *nm, uint32_t i)
{
    return han(nm, i) &&
           !(nm->bits[i] & (BIT_INSIDE | BIT_FUNCTION | BIT_SAY | BIT_ROLE |
                            BIT_COMMON | BIT_NUMBER | BIT_HONOUR | BIT_TIME |
                            BIT_HEAD_PLACE | BIT_HEAD_ORG));
}

/* Whether i begins a place of three characters or a country. */
static uint32_t
land(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_PLACE);

    if (!s || s->nwords < 2)
        return 0;
    return s->nwords >= 3 || lexicon_place(nm->lx, s->id).kind == PLACE_COUNTRY
               ? s->nwords
               : 0;
}

/* What may stand behind a name. */
static bool
border(const struct namer *nm, uint32_t i, uint32_t end)
{
    return i >= end || !han(nm, i) ||
           nm->bits[i] &
               (BIT_FUNCTION | BIT_SAY | BIT_ROLE | BIT_HONOUR | BIT_INSIDE);
}

/* ---- X·Y ------------------------------------------------------------- */

static uint32_t
left_part(const struct namer *nm, uint32_t at, uint32_t from)
{
    const struct sense *given = name_sense_before(nm, at, BIT_GIVEN);
    uint32_t k = at;

    if (given && given->word >= from && given->nwords > 1)
        return given->word;
    while (k > from && at - k < HAN_MOST_PART && sounds(nm, k - 1)) {
        const struct sense *s = name_sense_before(nm, k, BIT_PLACE);

        /* a country before the name is no part of it */
        if (s && at > k && land(nm, s->word))
            break;
        k--;
    }
    /* a character that transliterations seldom use, behind a border */
    if (k < at && k > from && strange(nm, k - 1) &&
        (k - 1 == from || !han(nm, k - 2) ||
         nm->bits[k - 2] & (BIT_ROLE | BIT_FUNCTION | BIT_SAY | BIT_HONOUR)))
        k--;
    /* 外交部长|海科: so may the word for sea, right behind a title */
    else if (k > from + 1 && k < at && han(nm, k - 1) &&
             nm->bits[k - 1] & BIT_HEAD_PLACE &&
             !(nm->bits[k - 1] & BIT_INSIDE) && nm->bits[k - 2] & BIT_ROLE)
        k--;
    return k;
}

static uint32_t
right_part(const struct namer *nm, uint32_t at, uint32_t end)
{
    uint32_t k = at;

    while (k < end && k - at < HAN_MOST_PART) {
        /* 特朗普|本人: himself */
        if (k > at && k + 1 < end && str_is(nm->w[k].fold, "本") &&
            str_is(nm->w[k + 1].fold, "人"))
            break;
        /* 比, 于: function words elsewhere, sounds behind a dot */
        if (sounds(nm, k) ||
            (han(nm, k) && nm->bits[k] & BIT_SOUND &&
             (k == at || (k + 1 < end && sounds(nm, k + 1))))) {
            k++;
        } else if (k > at && strange(nm, k) &&
                   (k + 1 >= end || border(nm, k + 1, end) ||
                    sounds(nm, k + 1))) {
            k++;
        } else if (k > at && name_mark_is(nm, k, "- – —") && k + 1 < end &&
                   sounds(nm, k + 1)) {
            k += 2;
        } else {
            break;
        }
    }
    return k;
}

static enum name_kind
kind_by_next(const struct namer *nm, uint32_t q, enum name_kind other)
{
    if (q < nm->n && !(nm->w[q].shape & SHAPE_SPACE)) {
        if (name_role_at(nm, q) || nm->bits[q] & BIT_HONOUR)
            return other;
        if (nm->bits[q] & BIT_HEAD_PLACE)
            return NAME_PLACE;
        if (nm->bits[q] & BIT_HEAD_ORG)
            return NAME_ORG;
    }
    return other;
}

static void
dotted(struct namer *nm, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        uint32_t p, q, role, place;

        if (!dot(nm, i) || i == from || !name_joined(nm, i))
            continue;
        p = left_part(nm, i, from);
        q = i;
        while (q < end && dot(nm, q)) {
            uint32_t r = right_part(nm, q + 1, end);

            if (r == q + 1)
                break;
            q = r;
        }
        if (p == i || q == i)
            continue;
        if (name_title_before(nm, p, &role, &place))
            name_add(nm, p, q, NAME_PERSON, SURE_DOTTED + 5);
        else
            name_add(nm, p, q, kind_by_next(nm, q, NAME_PERSON), SURE_DOTTED);
        i = q > i ? q - 1 : i;
    }
}

/* ---- a run of sounds ------------------------------------------------- */

static void
weigh(struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t n = q - p, role, place, places = 0;
    enum name_kind kind = kind_by_next(nm, q, NAME_OTHER);
    bool titled, next_title;
    unsigned sure;

    for (uint32_t k = p; k < q; k++)
        places += (nm->bits[k] & BIT_PLACE) != 0;
    if (n < 2 || places == n || name_known_at(nm, p, q))
        return;
    titled = name_title_before(nm, p, &role, &place);
    next_title = q < nm->n && (name_role_at(nm, q) || nm->bits[q] & BIT_HONOUR);
    if (n == 2 && str_is(nm->w[p].fold, "许") &&
        str_is(nm->w[p + 1].fold, "多"))
        return; /* many */
    if (kind == NAME_PLACE)
        sure = n > 2 ? SURE_PLACED : SURE_PLACED - 10;
    else if (n > 2 && (titled || next_title))
        kind = NAME_PERSON, sure = SURE_TITLED;
    else if (n > 2 && p > 0 && nm->bits[p - 1] & BIT_IN)
        kind = NAME_PLACE, sure = n > 3 ? SURE_PLACED : SURE_LONG;
    else if (n > 2 && q < nm->n && nm->bits[q] & BIT_SAY)
        kind = NAME_PERSON, sure = SURE_LONG;
    else if (n > 3)
        sure = SURE_LONG;
    else
        sure = n == 3 ? SURE_SHORT : 0;
    if (sure)
        name_add(nm, p, q, kind, sure);
}

static void
runs(struct namer *nm, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end;) {
        uint32_t p = i, q, n;

        if (!sounds(nm, i)) {
            n = land(nm, i); /* 俄罗斯|驻: no half of it */
            i += n ? n : 1;
            continue;
        }
        while ((n = land(nm, p)) > 0 && p + n < end && sounds(nm, p + n))
            p += n;
        for (q = p; q < end && q - p < HAN_MOST_PART &&
                    (sounds(nm, q) || (q - p > 1 && q + 1 < end &&
                                       strange(nm, q) && sounds(nm, q + 1)));
             q++)
            if (q > p && land(nm, q))
                break;
        weigh(nm, p, q);
        i = q > i ? q : i + 1;
    }
}

/* ---- Chinese persons ------------------------------------------------- */

static bool
free_char(const struct namer *nm, uint32_t i, uint32_t end)
{
    return i < end && han(nm, i) && !(nm->bits[i] & BIT_INSIDE) &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_SAY));
}

static void
person(struct namer *nm, uint32_t i, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_SURNAME);
    const struct sense *body = name_sense_before(nm, i, BIT_ROLE);
    uint32_t given, q, role, place;
    bool titled, next;

    if (!s || nm->w[i].lang != LANG_ZH || !han(nm, i) ||
        (s->nwords == 1 && nm->bits[i] & BIT_INSIDE))
        return;
    given = i + s->nwords;
    titled = body || name_title_before(nm, i, &role, &place);
    q = given;
    /* 以 of 柯以宁: a function word elsewhere */
    if (titled && q < end && han(nm, q) && nm->bits[q] & BIT_FUNCTION &&
        !(nm->bits[q] & BIT_INSIDE) && free_char(nm, q + 1, end) &&
        border(nm, q + 2, end))
        q++;
    while (q < given + 2 && free_char(nm, q, end))
        q++;
    if (q == given)
        return;
    next = q < end && (name_role_at(nm, q) || nm->bits[q] & BIT_HONOUR);
    /* 高新区|负责人: a district */
    if (!titled && q > given + 1 && nm->bits[q - 1] & BIT_HEAD_PLACE)
        return;
    if (titled && border(nm, q, end))
        name_add(nm, i, q, NAME_PERSON, SURE_TITLED);
    else if (titled && q - given == 2) /* two characters: most given names */
        name_add(nm, i, q, NAME_PERSON, NAME_SURE + 2);
    else if (q - given == 2 && !border(nm, q, end))
        return;
    else if (next && (q - given == 2 || nm->bits[q] & BIT_HONOUR))
        name_add(nm, i, q, NAME_PERSON, SURE_TITLED - 10);
    else if (border(nm, q, end) && q < end && nm->bits[q] & BIT_SAY)
        name_add(nm, i, q, NAME_PERSON, SURE_GENERIC);
}

/* ---- bodies ---------------------------------------------------------- */

/* Words that begin a body's name: a land or town, sounds. */
static bool
opens_body(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_PLACE);

    return (nm->bits[i] & BIT_PLACE && s && s->nwords > 1) ||
           str_is(nm->w[i].fold, "国") || sounds(nm, i);
}

/* Function words that the names of bodies have inside: "and", "of". */
static bool
inner_link(str c)
{
    return str_is(c, "之") || str_is(c, "对") || str_is(c, "与") ||
           str_is(c, "和") || str_is(c, "及");
}

/* The sense of two words or more, no name, that covers i; NULL for none. */
static const struct sense *
cover(const struct namer *nm, uint32_t i)
{
    const struct reading *r = &nm->a->read;

    for (uint32_t back = 0; back < 4 && back <= i; back++)
        for (uint32_t k = r->sense_at[i - back]; k < r->sense_at[i - back + 1];
             k++)
            if (r->senses[k].nwords > back && r->senses[k].nwords > 1)
                return &r->senses[k];
    return NULL;
}

/* A verb, which names do not hold: 参与, and 批准 before a name. */
static bool
governs(const struct namer *nm, uint32_t i, uint32_t h)
{
    const struct sense *s = cover(nm, i);
    uint32_t next;

    if (!s || s->kind != SENSE_CONCEPT)
        return false;
    next = s->word + s->nwords;
    return s->cls == CLASS_VERB || (s->cls == CLASS_ACT && next < h &&
                                    sounds(nm, next) && !covered(nm, next));
}

/* 一处, 八成: a numeral and what it counts. */
static bool
counts(const struct namer *nm, uint32_t i)
{
    const struct reading *r = &nm->a->read;

    if (str_find(STR("一二三四五六七八九十两数多"), nm->w[i].fold) ==
            SIZE_MAX ||
        i + 1 >= nm->n || (i > 0 && str_is(nm->w[i - 1].fold, "第")))
        return false;
    return reading_concept(r, i + 1, CLASS_BOUND) ||
           reading_concept(r, i + 1, CLASS_UNIT) ||
           reading_concept(r, i + 1, CLASS_TIME);
}

static bool
stops_body(const struct namer *nm, uint32_t i, uint32_t h)
{
    /* when: of a sentence, not of a name */
    if (str_is(nm->w[i].fold, "时") && !(nm->bits[i] & BIT_INSIDE))
        return true;
    if (nm->bits[i] & BIT_INSIDE)
        return (nm->bits[i] & (BIT_SAY | BIT_ROLE)) != 0 || governs(nm, i, h);
    return counts(nm, i) || (nm->bits[i] & (BIT_FUNCTION | BIT_SAY | BIT_ROLE |
                                            BIT_NUMBER | BIT_HONOUR) &&
                             !inner_link(nm->w[i].fold));
}

static void
body(struct namer *nm, uint32_t h, uint32_t from, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, h, SENSE_HEAD);
    uint32_t p = h, q, start, sounded = 0, middle = 0;

    if (!s || s->id != HEAD_ORG || h + s->nwords > end || nm->taken[h])
        return;
    q = h + s->nwords;
    while (q < end && nm->bits[q] & BIT_HEAD_ORG && han(nm, q) &&
           (s = reading_sense(&nm->a->read, q, SENSE_HEAD)) &&
           s->id == HEAD_ORG && q + s->nwords <= end)
        q += s->nwords;
    while (p > from && h - p < HAN_MOST_BODY && han(nm, p - 1) &&
           !stops_body(nm, p - 1, h) &&
           !(p < h && nm->w[p].shape & SHAPE_SPACE))
        p--;
    /* no half of a word: 俄|罗斯 */
    while (p < h && nm->bits[p] & BIT_INSIDE && cover(nm, p) &&
           cover(nm, p)->word < p)
        p++;
    start = p;
    while (p < h && !opens_body(nm, p) && !(nm->bits[p] & BIT_BODY))
        p++;
    if (p == h && h - start >= 2 && h - start <= HAN_MOST_FIRM && q - h > 1) {
        /* 中禾 | 水电公司: told where another page knows it */
        for (uint32_t k = start; k < h; k++)
            if (nm->bits[k] & (BIT_INSIDE | BIT_PLACE))
                return;
        name_add(nm, start, q, NAME_ORG, SURE_GENERIC);
        return;
    }
    /* 全国人民议会 */
    if (p < h && p > start && str_is(nm->w[p].fold, "国") &&
        str_is(nm->w[p - 1].fold, "全"))
        p--;
    if (p == h || h - p < 2)
        return;
    for (uint32_t k = p; k < h; k++) {
        sounded += sounds(nm, k) && !(nm->bits[k] & BIT_PLACE);
        middle += !(nm->bits[k] & (BIT_PLACE | BIT_DEMONYM));
    }
    /* a land and a common word is no name: "American company" */
    if (middle == 0 && q - h < 3)
        return;
    name_add(nm, p, q, NAME_ORG,
             q - h > 2 || (q - h > 1 && (middle >= 2 || sounded > 2))
                 ? SURE_BODY
                 : SURE_GENERIC);
}

void
name_han(struct namer *nm)
{
    const struct words *ws = &nm->a->read.w;

    for (size_t k = 0; k < ws->nsentences; k++) {
        uint32_t from = ws->sentences[k].word;
        uint32_t end = from + ws->sentences[k].nwords;

        if (ws->sentences[k].lang == LANG_JA)
            continue;
        dotted(nm, from, end);
        for (uint32_t i = from; i < end; i++)
            if (nm->bits[i] & BIT_HEAD_ORG && han(nm, i))
                body(nm, i, from, end);
        for (uint32_t i = from; i < end; i++)
            if (nm->bits[i] & BIT_SURNAME)
                person(nm, i, end);
        runs(nm, from, end);
    }
}
