/*
 * name_plain.c - names in scripts that part words but know no capitals:
 * Arabic, Persian, Hebrew, Hindi, Korean and the like. What the lexicon
 * does not know beside a title, behind a given name or behind the common
 * word of a name may be one.
 */
#include "evidence/name_parts.h"

#define PERSON_MOST_WORDS 4
#define SURE_TITLED_GIVEN 85
#define SURE_TITLED       58
#define SURE_GIVEN        62
#define SURE_BESIDE       15 /* more where a title follows the comma */
#define SURE_ONE          44
#define SURE_SAID         38
#define SAID_MOST_BACK    7

bool
plain_word(const struct namer *nm, uint32_t i)
{
    uint8_t s;

    if (i >= nm->n || nm->w[i].kind != WORD_LETTERS || nm->taken[i])
        return false;
    s = nm->w[i].script;
    return s != SCRIPT_HAN && s != SCRIPT_HIRAGANA && s != SCRIPT_KATAKANA &&
           s != SCRIPT_LATIN && s != SCRIPT_CYRILLIC && s != SCRIPT_GREEK;
}

bool
plain_given(const struct namer *nm, uint32_t i)
{
    return plain_word(nm, i) && nm->bits[i] & BIT_GIVEN &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_COMMON | BIT_ROLE | BIT_SAY |
                            BIT_DEMONYM | BIT_NUMBER | BIT_BODY));
}

static bool
particle(const struct namer *nm, uint32_t i)
{
    return plain_word(nm, i) && nm->bits[i] & BIT_PARTICLE &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_COMMON));
}

bool
plain_arabic(const struct namer *nm, uint32_t i)
{
    return nm->w[i].script == SCRIPT_ARABIC && nm->w[i].lang != LANG_FA;
}

bool
plain_with_article(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (plain_arabic(nm, i))
        return str_starts(f, STR("ال")) && f.n > 8;
    return nm->w[i].lang == LANG_HE && str_starts(f, STR("ה")) && f.n > 6;
}

/* Arabic imperfects and futures: يستضيف, سيعقد, تستهدف. */
static bool
verb_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (!plain_arabic(nm, i))
        return false;
    if (str_starts(f, STR("و")) && f.n > 8)
        f = str_cut(f, 2, f.n);
    return str_starts(f, STR("ي")) || str_starts(f, STR("سي")) ||
           str_starts(f, STR("ست")) ||
           (str_starts(f, STR("ت")) && !str_starts(f, STR("تش")) && f.n < 14);
}

/* Feminine adjectives and verbal nouns: ية, ات and so on are no surnames. */
bool
plain_noun_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    if (nm->w[i].lang == LANG_FA)
        return str_ends(f, STR("اند")) || str_ends(f, STR("های")) ||
               str_ends(f, STR("ها")) || str_ends(f, STR("دند")) ||
               str_ends(f, STR("کنند")) || str_ends(f, STR("شوند"));
    return plain_arabic(nm, i) &&
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

/* Behind a given name a surname may look like a verb or a plural. */
static bool
surname_like(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return plain_word(nm, i) && name_unknown(nm, i) && f.n > 3 &&
           plain_arabic(nm, i) && !str_starts(f, STR("ي")) &&
           !str_starts(f, STR("س")) && !str_starts(f, STR("لل")) &&
           !str_starts(f, STR("بال")) && !str_starts(f, STR("وال")) &&
           !str_ends(f, STR("يه")) && !str_ends(f, STR("ات"));
}

bool
plain_maybe(const struct namer *nm, uint32_t i)
{
    return plain_word(nm, i) && name_unknown(nm, i) && nm->w[i].fold.n > 3 &&
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

    if (!plain_word(nm, k) || givens == 0 || !plain_arabic(nm, k))
        return false;
    b = nm->bits[k];
    if (b & BIT_STEMMED && plain_given(nm, k - 1))
        return nm->w[k].fold.n >= 10 && !plain_noun_like(nm, k) &&
               !(b & (BIT_FUNCTION | BIT_COMMON | BIT_SAY | BIT_ROLE |
                      BIT_DEMONYM | BIT_PLACE | BIT_BODY | BIT_NUMBER)) &&
               !plain_with_article(nm, k) && !verb_like(nm, k);
    return particle(nm, i) && plain_with_article(nm, k) &&
           b & (BIT_ROLE | BIT_HONOUR) && plain_given(nm, k - 1);
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
        said = nm->w[k].sentence == nm->w[i].sentence && nm->bits[k] & BIT_SAY;
    if (!said || !plain_arabic(nm, i))
        return 0;
    for (k = i; k < end && k - i < PERSON_MOST_WORDS; k++)
        if (!plain_word(nm, k) || (nm->w[k].fold.n <= 4 && !particle(nm, k)) ||
            nm->bits[k] & (BIT_FUNCTION | BIT_COMMON | BIT_NUMBER | BIT_TIME |
                           BIT_ROLE | BIT_SAY | BIT_PLACE))
            break;
    if (k == i || k >= end)
        return 0;
    return name_mark_is(nm, k, ": « \"") || opens_speech(nm, k) ? k : 0;
}

/* عبد الباقي: behind "servant of" any definite word is the rest of a name. */
static bool
served(const struct namer *nm, uint32_t k, uint32_t end)
{
    return k + 1 < end && plain_word(nm, k) && plain_word(nm, k + 1) &&
           nm->w[k].script == SCRIPT_ARABIC && str_is(nm->w[k].fold, "عبد") &&
           str_starts(nm->w[k + 1].fold, STR("ال"));
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
        if (served(nm, k, end)) {
            ++*words;
            after_particle = false;
            k += 2;
            continue;
        }
        if (particle(nm, k) && k + 1 < end &&
            (plain_maybe(nm, k + 1) || plain_given(nm, k + 1))) {
            after_particle = true;
            k++;
            continue;
        }
        if (plain_given(nm, k) &&
            (others == 0 || after_particle || *words == 1)) {
            ++*givens;
        } else if (((plain_maybe(nm, k) || surname_place(nm, i, k, *givens)) &&
                    !plain_noun_like(nm, k)) ||
                   (k == i + 1 && *givens == 1 && surname_like(nm, k))) {
            bool article = plain_with_article(nm, k);

            if (others > 0 && !after_particle && *words > 1 && !article)
                break;
            if (*words > 1 && others > 0 && !after_particle &&
                plain_with_article(nm, k - 1))
                break;
        } else {
            break;
        }
        ++*words;
        after_particle = false;
        k++;
    }
    while (k > i && (name_mark_is(nm, k - 1, "- ־ ‑") ||
                     (particle(nm, k - 1) && !plain_maybe(nm, k - 1))))
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

/*
 * Whether a name that no given name witnesses is known to end at q: in
 * Persian and Hebrew a title goes on in words of its own ("head of crisis
 * management"), and what it governs may look like a name.
 */
static bool
closed(const struct namer *nm, uint32_t q)
{
    enum lang lang = (enum lang)nm->w[q - 1].lang;

    if (lang != LANG_FA && lang != LANG_HE)
        return true;
    return q >= nm->n || nm->w[q].kind == WORD_MARK || nm->bits[q] & BIT_SAY;
}

/* Hebrew: "company X Y" has no person in it, be X a given name. */
static bool
of_company(const struct namer *nm, uint32_t i)
{
    const struct sense *s = name_sense_before(nm, i, BIT_TRADE);

    return s && s->exact && nm->w[i].lang == LANG_HE &&
           nm->w[i].sentence == nm->w[i - 1].sentence;
}

static uint32_t
person(struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t role, place, words, givens, q, start = i;
    bool titled = name_title_before(nm, i, &role, &place);
    bool said = i > 0 && nm->bits[i - 1] & BIT_SAY;
    unsigned sure = 0;

    /* "the former president X": adjectives behind the title */
    if (titled && !plain_given(nm, i) && plain_maybe(nm, i) &&
        plain_with_article(nm, i) && i + 1 < end &&
        (plain_given(nm, i + 1) || plain_maybe(nm, i + 1)) &&
        !plain_with_article(nm, i + 1))
        start = i + 1;
    if (titled && !plain_given(nm, i) && i + 2 < end &&
        plain_given(nm, i + 1) &&
        (plain_maybe(nm, i + 2) || surname_like(nm, i + 2)))
        start = i + 1;
    if (titled && !plain_given(nm, i) && !plain_with_article(nm, i) &&
        (q = said_end(nm, i, end)) > i) {
        name_add(nm, i, q, NAME_PERSON, q - i > 1 ? SURE_TITLED : SURE_ONE);
        return q;
    }
    q = person_end(nm, start, end, &words, &givens);
    if (words == 0)
        return i + 1;
    if (words > 1 && of_company(nm, i)) {
        name_add(nm, i, q, NAME_ORG, SURE_GIVEN);
        return q;
    }
    said |= q < nm->n && nm->bits[q] & BIT_SAY;
    if (titled && words > 1 && !givens && !closed(nm, q))
        sure = SURE_ONE;
    else if (titled && words > 1)
        sure = givens && plain_given(nm, start) ? SURE_TITLED_GIVEN
               : plain_with_article(nm, start)  ? SURE_SAID
                                                : SURE_TITLED;
    else if (titled)
        sure = plain_with_article(nm, start) ? 0 : SURE_ONE;
    else if (plain_given(nm, start) && words > 1)
        sure = SURE_GIVEN;
    else if (words > 1 && said)
        sure = plain_with_article(nm, start) ? 0 : SURE_SAID;
    if (sure == 0 && words > 1 && title_follows(nm, q) &&
        !plain_with_article(nm, start))
        sure = SURE_SAID + 2;
    if (sure && words > 1 && title_follows(nm, q))
        sure += SURE_BESIDE;
    if (sure && name_add(nm, start, q, NAME_PERSON, sure))
        return q;
    return i + 1;
}

/* نبيل بن غزال: "son of" between two words makes them a name, whatever else
 * they mean. */
static void
son_of(struct namer *nm, uint32_t i, uint32_t end)
{
    static const uint32_t none = BIT_FUNCTION | BIT_SAY | BIT_NUMBER | BIT_TIME;

    if (i == 0 || i + 1 >= end || nm->w[i].lang != LANG_AR ||
        !str_is(nm->w[i].fold, "بن") || !plain_word(nm, i - 1) ||
        !plain_word(nm, i + 1) || nm->bits[i - 1] & none ||
        nm->bits[i + 1] & (none | BIT_ROLE) || nm->taken[i - 1] ||
        nm->taken[i] || nm->taken[i + 1] || plain_with_article(nm, i - 1))
        return;
    name_add(nm, i - 1, i + 2, NAME_PERSON, SURE_GIVEN);
}

/* 사미라 틀리잔의 말: a given name and a strange word, without a title. */
static void
korean_given(struct namer *nm, uint32_t i, uint32_t end)
{
    static const char *const particles[] = {"에게", "의", "은", "는",
                                            "을",   "를", "와", "과"};
    struct name_mark *m;

    if (i + 1 >= end || !plain_given(nm, i) || !name_exact_given(nm, i) ||
        utf8_count(nm->w[i].fold) < 2 || !plain_word(nm, i + 1) ||
        !name_unknown(nm, i + 1) || utf8_count(nm->w[i + 1].fold) < 2 ||
        nm->taken[i] || nm->taken[i + 1])
        return;
    m = name_add(nm, i, i + 2, NAME_PERSON, SURE_GIVEN - 4);
    if (!m)
        return;
    name_trim(nm, m, i + 1);
    for (size_t k = 0; k < sizeof particles / sizeof *particles; k++)
        if (str_ends(m->label, str_of(particles[k])) &&
            utf8_count(nm->w[i + 1].fold) > 2) {
            m->at.end -= (uint32_t)str_of(particles[k]).n;
            m->label = article_words(nm->a, m->at);
            return;
        }
}

/* ---- Korean: the title stands behind --------------------------------- */

/* A surname of one syllable and two more, none that only foreign names
 * have: 김도훈, but not 이고르. */
static bool
korean_full(const struct namer *nm, uint32_t i)
{
    str rest = nm->w[i].fold, first = rest;

    if (utf8_count(rest) != 3 || plain_given(nm, i))
        return false;
    utf8_next(&rest);
    first.n -= rest.n;
    if (!lexicon_has(nm->lx, first, LANG_KO, SENSE_SURNAME))
        return false;
    while (rest.n) {
        str one = rest;

        utf8_next(&rest);
        one.n -= rest.n;
        if (str_find(STR("르프트스드크브즈츠그"), one) != SIZE_MAX)
            return false;
    }
    return true;
}

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
    while (p > 0 && h - p < 3 && plain_word(nm, p - 1) &&
           (name_unknown(nm, p - 1) || plain_given(nm, p - 1)) &&
           nm->w[p - 1].sentence == nm->w[h].sentence)
        p--;
    if (p == h)
        return;
    is_given = plain_given(nm, p);
    rest = nm->w[h - 1].fold;
    first = rest;
    utf8_next(&rest);
    first.n -= rest.n;
    surname = (utf8_count(nm->w[h - 1].fold) == 3 ||
               (h - p == 1 && utf8_count(nm->w[h - 1].fold) == 2)) &&
              lexicon_has(nm->lx, first, LANG_KO, SENSE_SURNAME);
    /* 배성진 | 이티하드 감독: the person, then his club, then the title */
    if (!is_given && h - p > 1 && !korean_full(nm, h - 1) &&
        korean_full(nm, h - 2))
        name_add(nm, h - 2, h - 1, NAME_PERSON, SURE_TITLED);
    else if (surname && !is_given)
        name_add(nm, h - 1, h, NAME_PERSON, SURE_GIVEN);
    else if (is_given && h - p > 1)
        name_add(nm, p, h, NAME_PERSON, SURE_TITLED_GIVEN);
    else
        name_add(nm, h - p > 1 ? h - 2 : p, h, NAME_PERSON, SURE_ONE);
}

/*
 * "وزير الخارجية الألماني هايكو ماس": behind a title that has its land
 * already, what sounds like a town and a strange word are a person.
 */
static bool
like_town(const struct namer *nm, uint32_t i, uint32_t end)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_PLACE);
    uint32_t role, place;

    return s && s->nwords == 1 && plain_word(nm, i) && plain_arabic(nm, i) &&
           lexicon_place(nm->lx, s->id).kind == PLACE_CITY && i + 1 < end &&
           plain_word(nm, i + 1) && !plain_with_article(nm, i + 1) &&
           !(nm->bits[i + 1] & (BIT_FUNCTION | BIT_SAY | BIT_ROLE | BIT_TIME |
                                BIT_NUMBER | BIT_PLACE)) &&
           (i + 2 >= end || nm->w[i + 2].kind == WORD_MARK ||
            nm->bits[i + 2] & (BIT_SAY | BIT_FUNCTION)) &&
           name_title_before(nm, i, &role, &place) && place;
}

void
name_plain(struct namer *nm)
{
    const struct words *ws = &nm->a->read.w;

    for (size_t k = 0; k < ws->nsentences; k++) {
        uint32_t from = ws->sentences[k].word;
        uint32_t end = from + ws->sentences[k].nwords;
        bool korean = ws->sentences[k].lang == LANG_KO;

        plain_bodies(nm, from, end, (enum lang)ws->sentences[k].lang);
        for (uint32_t i = from; i < end; i++)
            if (korean && plain_word(nm, i) &&
                nm->bits[i] & (BIT_ROLE | BIT_HONOUR))
                before_title(nm, i);
        for (uint32_t i = from; i < end; i++)
            if (korean)
                korean_given(nm, i, end);
        for (uint32_t i = from; i + 1 < end && !korean; i++)
            if (nm->bits[i] & BIT_PLACE && like_town(nm, i, end))
                name_add(nm, i, i + 2, NAME_PERSON, SURE_TITLED);
        for (uint32_t i = from; i < end && !korean;)
            i = plain_given(nm, i) || plain_maybe(nm, i) || particle(nm, i) ||
                        (plain_arabic(nm, i) && plain_word(nm, i) &&
                         name_unknown(nm, i))
                    ? person(nm, i, end)
                    : i + 1;
        for (uint32_t i = from; i < end; i++)
            son_of(nm, i, end);
        plain_headed(nm, from, end, (enum lang)ws->sentences[k].lang);
    }
}
