/*
 * name_plain.c - names in scripts that part words but know no capitals:
 * Arabic, Persian, Hebrew, Hindi, Korean and the like. What the lexicon
 * does not know beside a title, behind a given name or behind the common
 * word of a name may be one.
 */
#include "evidence/name_parts.h"

#define PERSON_MOST_WORDS 4
#define BODY_MOST_WORDS   6
#define SURE_TITLED_GIVEN 85
#define SURE_TITLED       58
#define SURE_GIVEN        62
#define SURE_BESIDE       15 /* more where a title follows the comma */
#define SURE_ONE          44
#define SURE_SAID         38
#define SURE_HEAD         56
#define SURE_HEAD_ONCE    42
#define SURE_SPEAKER      54 /* a body of definite words that says something */
#define SAID_MOST_BACK    7

static bool
plain(const struct namer *nm, uint32_t i)
{
    uint8_t s;

    if (i >= nm->n || nm->w[i].kind != WORD_LETTERS || nm->taken[i])
        return false;
    s = nm->w[i].script;
    return s != SCRIPT_HAN && s != SCRIPT_HIRAGANA && s != SCRIPT_KATAKANA &&
           s != SCRIPT_LATIN && s != SCRIPT_CYRILLIC && s != SCRIPT_GREEK;
}

static bool
given(const struct namer *nm, uint32_t i)
{
    return plain(nm, i) && nm->bits[i] & BIT_GIVEN &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_COMMON | BIT_ROLE | BIT_SAY |
                            BIT_DEMONYM | BIT_NUMBER | BIT_BODY));
}

static bool
particle(const struct namer *nm, uint32_t i)
{
    return plain(nm, i) && nm->bits[i] & BIT_PARTICLE &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_COMMON));
}

static bool
arabic(const struct namer *nm, uint32_t i)
{
    return nm->w[i].script == SCRIPT_ARABIC && nm->w[i].lang != LANG_FA;
}

static bool
with_article(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (arabic(nm, i))
        return str_starts(f, STR("ال")) && f.n > 8;
    return nm->w[i].lang == LANG_HE && str_starts(f, STR("ה")) && f.n > 6;
}

/* Arabic imperfects and futures: يستضيف, سيعقد, تستهدف. */
static bool
verb_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (!arabic(nm, i))
        return false;
    if (str_starts(f, STR("و")) && f.n > 8)
        f = str_cut(f, 2, f.n);
    return str_starts(f, STR("ي")) || str_starts(f, STR("سي")) ||
           str_starts(f, STR("ست")) ||
           (str_starts(f, STR("ت")) && !str_starts(f, STR("تش")) && f.n < 14);
}

/* Feminine adjectives and verbal nouns: ية, ات and so on are no surnames. */
static bool
noun_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (nm->w[i].lang == LANG_FA)
        return str_ends(f, STR("اند")) || str_ends(f, STR("های")) ||
               str_ends(f, STR("ها"));
    return arabic(nm, i) &&
           (str_ends(f, STR("يه")) || str_ends(f, STR("ات")) ||
            str_ends(f, STR("ين")) || str_starts(f, STR("لل")) ||
            str_starts(f, STR("بال")) || str_starts(f, STR("وال")));
}

/* إن, أن, بأن: what was said follows. */
static bool
opens_speech(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return str_is(f, "ان") || str_is(f, "بان") || str_is(f, "انه") ||
           str_is(f, "انها");
}

/* ويرى: sees, holds. */
static bool
verb_said(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_concept(&nm->a->read, i, CLASS_SAY);

    return s != NULL;
}

/* Behind a given name a surname may look like a verb or a plural. */
static bool
surname_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return plain(nm, i) && name_unknown(nm, i) && f.n > 3 && arabic(nm, i) &&
           !str_starts(f, STR("ي")) && !str_starts(f, STR("س")) &&
           !str_starts(f, STR("لل")) && !str_starts(f, STR("بال")) &&
           !str_starts(f, STR("وال")) && !str_ends(f, STR("يه")) &&
           !str_ends(f, STR("ات"));
}

static bool
maybe(const struct namer *nm, uint32_t i)
{
    return plain(nm, i) && name_unknown(nm, i) && nm->w[i].fold.n > 3 &&
           !verb_like(nm, i);
}

/*
 * A surname may look like a word with a clitic (لورانس: for …), and like
 * a trade behind "father of".
 */
static bool
surname_place(const struct namer *nm, uint32_t i, uint32_t k, uint32_t givens)
{
    uint32_t b;

    if (!plain(nm, k) || givens == 0 || !arabic(nm, k))
        return false;
    b = nm->bits[k];
    if (b & BIT_STEMMED && given(nm, k - 1))
        return nm->w[k].fold.n >= 10 && !noun_like(nm, k) &&
               !(b & (BIT_FUNCTION | BIT_COMMON | BIT_SAY | BIT_ROLE |
                      BIT_DEMONYM | BIT_PLACE | BIT_BODY | BIT_NUMBER)) &&
               !with_article(nm, k) && !verb_like(nm, k);
    return particle(nm, i) && with_article(nm, k) &&
           b & (BIT_ROLE | BIT_HONOUR) && given(nm, k - 1);
}

/*
 * "قال المدعي العام X Y إن": between a title behind a word of saying and
 * what opens the speech nothing but a name stands. Its end, 0 where not so.
 */
static uint32_t
said_end(const struct namer *nm, uint32_t i, uint32_t end)
{
    bool said = false;
    uint32_t k;

    for (k = i; k-- > 0 && i - k <= SAID_MOST_BACK && !said;)
        said = nm->w[k].sentence == nm->w[i].sentence &&
               (nm->bits[k] & BIT_SAY || verb_said(nm, k));
    if (!said || !arabic(nm, i))
        return 0;
    for (k = i; k < end && k - i < PERSON_MOST_WORDS; k++)
        if (!plain(nm, k) || (nm->w[k].fold.n <= 4 && !particle(nm, k)) ||
            nm->bits[k] & (BIT_FUNCTION | BIT_COMMON | BIT_NUMBER | BIT_TIME |
                           BIT_ROLE | BIT_SAY | BIT_PLACE))
            break;
    if (k == i || k >= end)
        return 0;
    return name_mark_is(nm, k, ": « \"") || opens_speech(nm, k) ? k : 0;
}

/* Where the name of a person that begins at i ends; counts its words. */
static uint32_t
person_end(const struct namer *nm, uint32_t i, uint32_t end, uint32_t *words,
           uint32_t *givens)
{
    uint32_t k = i;
    bool after_particle = false;

    *words = *givens = 0;
    while (k < end && *words < PERSON_MOST_WORDS) {
        uint32_t others = *words - *givens;

        if (k > i && name_mark_is(nm, k, "- ־ ‑") && name_joined(nm, k) &&
            k + 1 < end && name_joined(nm, k + 1)) {
            after_particle = true;
            k++;
            continue;
        }
        if (particle(nm, k) && k + 1 < end &&
            (maybe(nm, k + 1) || given(nm, k + 1))) {
            after_particle = true;
            k++;
            continue;
        }
        if (given(nm, k) && (others == 0 || after_particle || *words == 1)) {
            ++*givens;
        } else if (((maybe(nm, k) || surname_place(nm, i, k, *givens)) &&
                    !noun_like(nm, k)) ||
                   (k == i + 1 && *givens == 1 && surname_like(nm, k))) {
            bool article = with_article(nm, k);

            if (others > 0 && !after_particle && *words > 1 && !article)
                break;
            if (*words > 1 && others > 0 && !after_particle &&
                with_article(nm, k - 1))
                break;
        } else {
            break;
        }
        ++*words;
        after_particle = false;
        k++;
    }
    while (k > i && (name_mark_is(nm, k - 1, "- ־ ‑") ||
                     (particle(nm, k - 1) && !maybe(nm, k - 1))))
        k--;
    return k;
}

static bool
title_follows(const struct namer *nm, uint32_t q)
{
    if (!name_mark_is(nm, q, "، , ( -"))
        return false;
    return name_role_at(nm, q + 1) ||
           (q + 1 < nm->n && nm->bits[q + 1] & BIT_FUNCTION &&
            name_role_at(nm, q + 2));
}

static uint32_t
person(struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t role, place, words, givens, q, start = i;
    bool titled = name_title_before(nm, i, &role, &place);
    bool said = i > 0 && nm->bits[i - 1] & BIT_SAY;
    unsigned sure = 0;

    /* "the former president X": adjectives behind the title */
    if (titled && !given(nm, i) && maybe(nm, i) && with_article(nm, i) &&
        i + 1 < end && (given(nm, i + 1) || maybe(nm, i + 1)) &&
        !with_article(nm, i + 1))
        start = i + 1;
    if (titled && !given(nm, i) && i + 2 < end && given(nm, i + 1) &&
        (maybe(nm, i + 2) || surname_like(nm, i + 2)))
        start = i + 1;
    if (titled && !given(nm, i) && !with_article(nm, i) &&
        (q = said_end(nm, i, end)) > i) {
        name_add(nm, i, q, NAME_PERSON, q - i > 1 ? SURE_TITLED : SURE_ONE);
        return q;
    }
    q = person_end(nm, start, end, &words, &givens);
    if (words == 0)
        return i + 1;
    said |= q < nm->n && nm->bits[q] & BIT_SAY;
    if (titled && words > 1)
        sure = givens && given(nm, start) ? SURE_TITLED_GIVEN
               : with_article(nm, start)  ? SURE_SAID
                                          : SURE_TITLED;
    else if (titled)
        sure = with_article(nm, start) ? 0 : SURE_ONE;
    else if (given(nm, start) && words > 1)
        sure = SURE_GIVEN;
    else if (words > 1 && said)
        sure = with_article(nm, start) ? 0 : SURE_SAID;
    if (sure == 0 && words > 1 && title_follows(nm, q) &&
        !with_article(nm, start))
        sure = SURE_SAID + 2;
    if (sure && words > 1 && title_follows(nm, q))
        sure += SURE_BESIDE;
    if (sure && name_add(nm, start, q, NAME_PERSON, sure))
        return q;
    return i + 1;
}

/* ---- "port of X", "company X" ---------------------------------------- */

/* May be an adjective or a defined noun, which make no name of a head. */
static bool
adjective_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return with_article(nm, i) || str_ends(f, STR("ه")) ||
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

    if (s && s->id == HEAD_PLACE && s->exact && i > 0 && maybe(nm, i - 1) &&
        nm->w[i].sentence == nm->w[i - 1].sentence && !nm->taken[i])
        name_add(nm, i - 1, i + s->nwords, NAME_PLACE, SURE_HEAD);
}

/* "وقالت خلية الإعلام الأمني": a body of two definite words that speaks. */
static bool
speaks(const struct namer *nm, uint32_t i, uint32_t q)
{
    return q - i >= 3 && i > 0 && nm->bits[i - 1] & BIT_SAY &&
           nm->bits[i] & BIT_HEAD_ORG && with_article(nm, q - 1) &&
           with_article(nm, q - 2);
}

/* A strange word too long for a verb. */
static bool
long_word(const struct namer *nm, uint32_t i)
{
    return arabic(nm, i) && name_unknown(nm, i) &&
           utf8_count(nm->w[i].fold) >= 6 && !with_article(nm, i);
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

    if (!s || nm->taken[h] || !plain(nm, h))
        return;
    q = h + s->nwords;
    if (!name_mark_is(nm, q, "( （") || q + 2 >= nm->n || !plain(nm, q + 1) ||
        !name_mark_is(nm, q + 2, ") ）") ||
        nm->bits[q + 1] & (BIT_PLACE | BIT_COMMON | BIT_FUNCTION))
        return;
    while (p > from && h - p < BODY_MOST_WORDS - 1 && plain(nm, p - 1) &&
           !(nm->bits[p - 1] & (BIT_FUNCTION | BIT_SAY | BIT_ROLE)))
        p--;
    if (p < h && name_add(nm, p, q, NAME_ORG, SURE_GIVEN))
        name_add(nm, q + 1, q + 2, NAME_ORG, SURE_HEAD);
}

static uint32_t
headed(struct namer *nm, uint32_t i, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_HEAD);
    uint32_t q, words = 0;
    bool place, again, bare;

    /* Hindi and Korean have the head behind */
    if (!s || s->id > HEAD_PLACE || !s->exact || !plain(nm, i) ||
        nm->w[i].lang == LANG_HI || nm->w[i].lang == LANG_KO ||
        (arabic(nm, i) &&
         (with_article(nm, i) || str_ends(nm->w[i].fold, STR("ا")))))
        return i + 1;
    place = s->id == HEAD_PLACE;
    q = i + s->nwords;
    if (q >= end || reading_sense(&nm->a->read, q, SENSE_PLACE))
        return i + 1;
    while (q < end && words < 3 && plain(nm, q) &&
           (maybe(nm, q) || given(nm, q) || long_word(nm, q) ||
            (words == 0 && nm->bits[q] & BIT_HEAD_PLACE)) &&
           !noun_like(nm, q)) {
        if (words > 0 && arabic(nm, q) && !with_article(nm, q) &&
            !(words == 1 && ends_name(nm, q + 1, end)))
            break;
        if (words > 0 && place && !arabic(nm, q))
            break;
        words++;
        q++;
    }
    if (words == 0)
        return i + 1;
    if (!place && q < end && plain(nm, q) &&
        str_starts(nm->w[q].fold, STR("لل"))) {
        q++;
        if (q < end && plain(nm, q) && with_article(nm, q) &&
            !(nm->bits[q] & (BIT_TIME | BIT_SAY | BIT_FUNCTION)))
            q++;
    }
    again = name_seen(nm, q - 1) > 1 && !(nm->bits[q - 1] & BIT_HEAD_PLACE);
    bare = !adjective_like(nm, i + s->nwords) && (place || words > 1);
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

    if (!s || s->id != HEAD_ORG || !s->exact || !plain(nm, i) ||
        nm->w[i].lang == LANG_KO)
        return i + 1;
    for (q = i + s->nwords; q < end && q - i < BODY_MOST_WORDS; q++) {
        const struct sense *land = reading_sense(&nm->a->read, q, SENSE_PLACE);

        if (!plain(nm, q) ||
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
    bool head;

    if (!name_mark_is(nm, i, "« “ \" „") || q >= end || !name_joined(nm, q))
        return;
    head = name_sense_before(nm, i, BIT_HEAD_ORG | BIT_TRADE) != NULL ||
           nm->bits[q] & BIT_HEAD_ORG;
    while (q < end && q - i <= 4 &&
           (maybe(nm, q) || given(nm, q) ||
            (head && plain(nm, q) &&
             !(nm->bits[q] & (BIT_FUNCTION | BIT_SAY | BIT_NUMBER)))))
        q++;
    if (q == i + 1 || !name_mark_is(nm, q, "» ” \" “"))
        return;
    if (!name_title_before(nm, i, &role, &place))
        name_add(nm, i + 1, q, NAME_ORG, head ? SURE_GIVEN : SURE_ONE);
}

/* ---- Korean: the title stands behind --------------------------------- */

static void
before_title(struct namer *nm, uint32_t h)
{
    uint32_t p = h;
    bool is_given, surname;
    str first, rest;

    /* lands and offices between: 조 바이든 | 미국 | 대통령 */
    for (int step = 0; step < 3 && h > 0; step++) {
        const struct sense *s = name_sense_before(
            nm, h, BIT_PLACE | BIT_BODY | BIT_HEAD_ORG | BIT_DEMONYM);

        if (!s || s->word + s->nwords != h)
            break;
        h = p = s->word;
    }
    while (p > 0 && h - p < 3 && plain(nm, p - 1) &&
           (name_unknown(nm, p - 1) || given(nm, p - 1)) &&
           nm->w[p - 1].sentence == nm->w[h].sentence)
        p--;
    if (p == h)
        return;
    is_given = given(nm, p);
    rest = nm->w[h - 1].fold;
    first = rest;
    utf8_next(&rest);
    first.n -= rest.n;
    surname = (utf8_count(nm->w[h - 1].fold) == 3 ||
               (h - p == 1 && utf8_count(nm->w[h - 1].fold) == 2)) &&
              lexicon_has(nm->lx, first, LANG_KO, SENSE_SURNAME);
    if (surname && !is_given)
        name_add(nm, h - 1, h, NAME_PERSON, SURE_GIVEN);
    else if (is_given && h - p > 1)
        name_add(nm, p, h, NAME_PERSON, SURE_TITLED_GIVEN);
    else
        name_add(nm, h - p > 1 ? h - 2 : p, h, NAME_PERSON, SURE_ONE);
}

void
name_plain(struct namer *nm)
{
    const struct words *ws = &nm->a->read.w;

    for (size_t k = 0; k < ws->nsentences; k++) {
        uint32_t from = ws->sentences[k].word;
        uint32_t end = from + ws->sentences[k].nwords;
        bool korean = ws->sentences[k].lang == LANG_KO;

        for (uint32_t i = from; i < end; i++)
            if (nm->w[i].kind == WORD_MARK)
                quoted(nm, i, end);
        for (uint32_t i = from; i < end;)
            i = nm->bits[i] & BIT_HEAD_ORG ? body_of_land(nm, i, end) : i + 1;
        for (uint32_t i = from; i < end; i++)
            if (ws->sentences[k].lang == LANG_HI && nm->bits[i] & BIT_HEAD_ORG)
                abridged_body(nm, i, from);
        for (uint32_t i = from; i < end; i++)
            if (korean && plain(nm, i) && nm->bits[i] & (BIT_ROLE | BIT_HONOUR))
                before_title(nm, i);
        for (uint32_t i = from; i < end && !korean;)
            i = given(nm, i) || maybe(nm, i) || particle(nm, i) ||
                        (arabic(nm, i) && plain(nm, i) && name_unknown(nm, i))
                    ? person(nm, i, end)
                    : i + 1;
        for (uint32_t i = from; i < end;)
            i = headed(nm, i, end);
        for (uint32_t i = from; i < end; i++)
            if (ws->sentences[k].lang == LANG_HI &&
                nm->bits[i] & BIT_HEAD_PLACE)
                head_behind(nm, i);
    }
}
