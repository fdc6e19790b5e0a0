/*
 * name_weigh.c - some words in capitals that may be one name: whether they
 * are, of what kind and how surely, by what they are made of and by what
 * stands beside them.
 *
 * The weights of evidence were chosen on corpus/dev and seeds, 2026-11:
 * wrong names among sure marks were to stay under 3 in 100.
 */
#include "evidence/name_parts.h"

#define SURE_GIVEN    80 /* begins with a given name */
#define SURE_TITLED   80 /* a title stands before it */
#define SURE_HEAD     70 /* Ministry of …, … river */
#define SURE_WORDS    62 /* two unknown words or more */
#define SURE_ORDINARY 52 /* ordinary words, but several in capitals */
#define SURE_ALONE    55 /* one unknown word inside a sentence */
#define SURE_ACRONYM  55
#define SURE_FIRST    35 /* one unknown word that opens a sentence */
#define SURE_NOUN     20 /* German: every noun has a capital */

/* What [p, q) is made of, marks and particles aside. */
struct made {
    uint32_t words, unknown, common, heads, places, firms, caps;
    uint32_t plainly;     /* of the heads, as they stand, not by their stem */
    uint32_t first, last; /* content words */
    bool given;
};

/* A common word of names; "ruling party" before it takes the bit from it. */
static bool
heads(const struct namer *nm, uint32_t k, uint32_t p)
{
    return (nm->bits[k] & BIT_HEAD_ORG) != 0 ||
           (k == p && nm->bits[k] & BIT_INSIDE && p > 0 &&
            nm->bits[p - 1] & BIT_INSIDE &&
            lexicon_has(nm->lx, nm->w[k].fold, (enum lang)nm->w[k].lang,
                        SENSE_HEAD));
}

/* "Bruno Le Maire" is no mairie. */
static bool
plain_head(const struct namer *nm, uint32_t k)
{
    const struct sense *s = name_head_at(nm, k, HEAD_ORG);

    return !s || s->exact || name_inflects((enum lang)nm->w[k].lang) ||
           nm->w[k].lang == LANG_TR;
}

static struct made
made_of(const struct namer *nm, uint32_t p, uint32_t q)
{
    struct made m = {.first = q};

    for (uint32_t k = p; k < q; k++) {
        uint32_t b = nm->bits[k];

        if (nm->w[k].kind != WORD_LETTERS)
            continue;
        if (b & BIT_PARTICLE && !name_capital(nm, k))
            continue;
        if (b & BIT_FUNCTION && !name_capital(nm, k))
            continue;
        if (k > p && name_roman(nm, k))
            continue;
        if (m.first == q) {
            m.first = k;
            m.given = (b & BIT_GIVEN) != 0;
        }
        m.last = k;
        m.words++;
        m.unknown += name_unknown(nm, k);
        m.common +=
            (b & (BIT_COMMON | BIT_LOWER | BIT_FUNCTION)) && !(b & BIT_GIVEN);
        m.heads += heads(nm, k, p);
        m.plainly += heads(nm, k, p) && plain_head(nm, k);
        m.places += (b & BIT_HEAD_PLACE) != 0;
        m.firms += (b & BIT_FIRM) != 0;
        m.caps += (nm->w[k].shape & SHAPE_ALL_CAPS) != 0;
    }
    return m;
}

/* A small head word right behind or before: "Narmada river", "village of
 * X". *end moves behind it where it stands behind. */
static bool
place_beside(const struct namer *nm, uint32_t p, uint32_t q, uint32_t *end)
{
    const struct sense *s;

    *end = q;
    if (q < nm->n && nm->w[q].sentence == nm->w[p].sentence &&
        nm->bits[q] & BIT_HEAD_PLACE && !nm->taken[q] &&
        nm->w[q].kind == WORD_LETTERS &&
        (nm->w[q].lang == LANG_EN || nm->w[q].lang == LANG_TR ||
         nm->w[q].lang == LANG_RU || nm->w[q].lang == LANG_UK)) {
        s = reading_sense(&nm->a->read, q, SENSE_HEAD);
        if (s) {
            /* "ilçesindeki": in the district of */
            if (s->exact || nm->w[q].lang != LANG_TR)
                *end = q + s->nwords;
            return true;
        }
    }
    for (uint32_t k = p, i = 0; k > 0 && i < 2; i++) {
        s = name_sense_before(nm, k, BIT_HEAD_PLACE);
        if (s && !nm->taken[s->word] &&
            nm->w[s->word].sentence == nm->w[p].sentence &&
            !(nm->w[s->word].shape & SHAPE_CAPITAL))
            return true;
        if (!(nm->bits[k - 1] & BIT_FUNCTION) || nm->w[k - 1].fold.n > 5)
            break;
        k--;
    }
    return false;
}

static bool
quoted(const struct namer *nm, uint32_t p, uint32_t q)
{
    return p > 0 && q < nm->n && nm->w[p - 1].kind == WORD_MARK &&
           nm->w[q].kind == WORD_MARK && name_joined(nm, p) &&
           name_joined(nm, q) && name_mark_is(nm, p - 1, "« “ „ \" ‹ ‘") &&
           name_mark_is(nm, q, "» ” “ \" › ’");
}

bool
name_exact_given(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_GIVEN);

    return s && s->exact;
}

/* What a body does stands before its name: "glassmaker Hoshikawa". */
static bool
traded(const struct namer *nm, uint32_t p)
{
    if (p > 1 && name_mark_is(nm, p - 1, "« “ „ \""))
        p--;
    return p > 0 && nm->w[p - 1].kind == WORD_LETTERS &&
           nm->w[p - 1].sentence == nm->w[p].sentence &&
           name_sense_before(nm, p, BIT_TRADE) &&
           (nm->w[p].lang == LANG_DE || !(nm->w[p - 1].shape & SHAPE_CAPITAL) ||
            nm->w[p - 1].shape & SHAPE_FIRST);
}

#define ROLE_MOST_WORDS 5

/* "the head of the company X": X may be either. */
static bool
role_near(const struct namer *nm, uint32_t p)
{
    for (uint32_t k = p; k-- > 0 && p - k <= ROLE_MOST_WORDS;)
        if (nm->w[k].sentence != nm->w[p].sentence)
            return false;
        else if (nm->bits[k] & (BIT_ROLE | BIT_HONOUR))
            return true;
    return false;
}

/* Russian and Ukrainian: "Шёлковый путь" begins a name; -ский may be a
 * surname. */
static bool
adjective(const struct word *w)
{
    static const char *const ends[] = {"ый", "ое", "ая", "ые", "ого", "ому",
                                       "ых", "ым", "ую", "ої", "ій",  NULL};

    if (w->lang != LANG_RU && w->lang != LANG_UK)
        return false;
    for (int i = 0; ends[i]; i++) {
        str end = str_of(ends[i]);

        if (str_ends(w->fold, end) &&
            !str_ends(str_cut(w->fold, 0, w->fold.n - end.n), STR("к")))
            return true;
    }
    return false;
}

/* Italian: "capitanata da X" is rather by X than from there. */
static bool
by_whom(const struct namer *nm, uint32_t p)
{
    return nm->w[p - 1].lang == LANG_IT && str_is(nm->w[p - 1].fold, "da");
}

/* ---- one word -------------------------------------------------------- */

static void
lone(struct namer *nm, uint32_t p, uint32_t q, const struct made *m,
     bool titled)
{
    uint32_t i = m->first, b = nm->bits[i], end = q;
    const struct word *w = &nm->w[i];
    enum name_kind kind = NAME_OTHER;
    unsigned sure;
    bool common_body = reading_concept(&nm->a->read, i, CLASS_BODY) != NULL;
    bool acronym = w->shape & SHAPE_ALL_CAPS && !(b & BIT_TITLE) &&
                   utf8_count(w->fold) <= 6;

    if (utf8_count(w->fold) < 2 ||
        ((acronym || utf8_count(w->fold) < 4) && name_code(nm, i)))
        return;
    if (titled && !acronym && !(b & BIT_FUNCTION) &&
        (!(b & (BIT_COMMON | BIT_LOWER)) || b & BIT_GIVEN)) {
        /* a name of its own follows: "Президент України Володимир …" */
        if (q < nm->n && name_capital(nm, q) && nm->bits[q] & BIT_GIVEN &&
            nm->w[q].sentence == w->sentence) {
            if (name_inflects((enum lang)w->lang))
                name_add(nm, p, q, NAME_PLACE, SURE_ALONE);
            return;
        }
        name_add(nm, p, q, NAME_PERSON, SURE_TITLED - 5);
        return;
    }
    if (place_beside(nm, p, q, &end) && !(b & (BIT_COMMON | BIT_FUNCTION)) &&
        !(b & (BIT_LOWER | BIT_DEMONYM))) {
        name_add(nm, p, end, NAME_PLACE, SURE_HEAD);
        return;
    }
    if (acronym && common_body && utf8_count(w->fold) > 2 && !(b & BIT_LOWER)) {
        name_add(nm, p, q, NAME_ORG, SURE_ACRONYM);
        return;
    }
    if (b &
        (BIT_FUNCTION | BIT_COMMON | BIT_LOWER | BIT_DEMONYM | BIT_TIME |
         BIT_ROLE | BIT_HONOUR | BIT_HEAD_ORG | BIT_HEAD_PLACE | BIT_NUMBER))
        return;
    if ((b & BIT_STEMMED && !(b & BIT_GIVEN) && !acronym) ||
        (adjective(w) && q < nm->n && nm->w[q].kind == WORD_LETTERS &&
         !name_capital(nm, q) && !(nm->bits[q] & (BIT_FUNCTION | BIT_SAY))))
        sure = SURE_FIRST;
    else if (acronym)
        kind = NAME_ORG, sure = SURE_ACRONYM;
    else if (quoted(nm, p, q))
        kind = NAME_ORG, sure = SURE_ALONE;
    else if (w->lang == LANG_DE && name_unknown(nm, i) && traded(nm, p))
        kind = NAME_ORG, sure = SURE_ALONE;
    else if (w->lang == LANG_DE && !german_foreign(name_text(nm, i)))
        sure = b & BIT_GIVEN ? SURE_FIRST : SURE_NOUN;
    else if (b & BIT_GIVEN &&
             !(w->shape & SHAPE_FIRST && !name_exact_given(nm, i)))
        kind = NAME_PERSON, sure = SURE_ALONE;
    else if (w->shape & SHAPE_FIRST && name_unknown(nm, i) &&
             name_seen(nm, i) > 2)
        sure = SURE_ORDINARY;
    else if (w->shape & SHAPE_FIRST || b & BIT_TITLE)
        sure = SURE_FIRST;
    else
        sure = SURE_ALONE;
    if (sure == SURE_ALONE && kind == NAME_OTHER && p > 0 &&
        nm->bits[p - 1] & BIT_IN && !by_whom(nm, p))
        kind = NAME_PLACE, sure += 5;
    if (kind == NAME_OTHER && sure > SURE_FIRST &&
        (name_camel(nm, i) || (!role_near(nm, p) && traded(nm, p))))
        kind = NAME_ORG;
    /* a dateline: "VARANASI, India (X) -" */
    if (w->shape & SHAPE_LINE && w->shape & SHAPE_ALL_CAPS &&
        !(b & BIT_TITLE) && utf8_count(w->fold) > 4)
        kind = NAME_PLACE, sure = SURE_ALONE;
    name_add(nm, p, end, kind, sure);
}

/* "in Mae Sot"; "a", "à" say to as well, which persons stand behind. */
static bool
placed(const struct namer *nm, uint32_t p)
{
    return p > 0 && nm->bits[p - 1] & BIT_IN &&
           utf8_count(nm->w[p - 1].fold) > 1 && !by_whom(nm, p);
}

/* ---- several --------------------------------------------------------- */

static void
several(struct namer *nm, uint32_t p, uint32_t q, const struct made *m,
        bool titled)
{
    bool german = nm->w[m->first].lang == LANG_DE;
    bool title = (nm->bits[m->first] & BIT_TITLE) != 0;
    bool letters = name_lettered(nm, p, q);
    /* "la organización Voto Limpio": common words in capitals, where nouns
     * have none by themselves */
    bool owned = traded(nm, p) &&
                 (m->common < m->words ||
                  (!german && !title && nm->w[m->first].lang != LANG_EN));
    enum name_kind kind;
    unsigned sure;
    uint32_t end = q;
    uint8_t guess = 0;
    struct name_mark *mark;

    /* SARS-CoV-2 */
    if (!m->given && !titled && name_code(nm, q - 1))
        return;
    /* "Young Iraqis" */
    if (nm->bits[m->last] & BIT_DEMONYM && !m->given && !m->heads &&
        (m->common || nm->bits[m->first] & BIT_DEMONYM))
        return;
    if (name_two_syllables(nm, p, q))
        kind = NAME_PERSON, sure = SURE_GIVEN;
    else if (m->firms || (m->heads && !(m->given && (titled || !m->plainly))))
        kind = NAME_ORG, sure = m->unknown || m->words > 2 || m->firms
                                    ? SURE_HEAD
                                    : SURE_ORDINARY;
    else if (m->given)
        kind = NAME_PERSON, sure = SURE_GIVEN;
    else if (titled && !letters)
        kind = NAME_PERSON, sure = SURE_TITLED;
    else if (owned && !role_near(nm, p))
        kind = NAME_ORG, sure = SURE_HEAD, guess = 1;
    else if (letters)
        kind = NAME_ORG, sure = m->common ? SURE_ORDINARY : SURE_WORDS,
        guess = 2;
    else if (m->places || place_beside(nm, p, q, &end))
        kind = NAME_PLACE, sure = SURE_HEAD;
    else if (m->common == 0)
        kind = quoted(nm, p, q)                          ? NAME_ORG
               : placed(nm, p) && !title && m->caps == 0 ? NAME_PLACE
               : name_of_place(nm, m->first, m->last)    ? NAME_ORG
                                                         : NAME_PERSON,
        sure = SURE_WORDS, guess = 2;
    else
        kind = NAME_ORG, sure = SURE_ORDINARY, guess = 2;
    if (german && !m->given && !titled &&
        (m->unknown == 0 || (p > 0 && nm->bits[p - 1] & BIT_NUMBER) ||
         (p > 0 && nm->w[p - 1].kind == WORD_NUMBER)))
        sure = SURE_NOUN;
    if (german && m->common && !m->given && !titled && !m->heads &&
        !m->places && !m->firms && kind != NAME_PLACE && guess == 2)
        sure = SURE_NOUN;
    if (german && !m->given && !titled && guess == 2 &&
        german_behind_von(nm, p, q))
        return;
    /* "der Blockhütte Langenaubach", "im Klinikum X": persons without a title
     * bear no article */
    if (german && kind == NAME_PERSON && guess == 2 &&
        german_behind_article(nm, p))
        kind = NAME_OTHER;
    /* "Kleine Händler", "EU-Beitritt", "Industrieland Europas" */
    if (german && !m->given && !titled && guess == 2 &&
        (nm->w[p].shape & SHAPE_FIRST || m->caps ||
         nm->bits[m->last] & BIT_PLACE))
        sure = SURE_NOUN;
    if (m->common == m->words && !m->heads && !m->places && !m->firms && !owned)
        sure =
            nm->w[m->first].lang == LANG_EN && !(nm->w[p].shape & SHAPE_FIRST)
                ? SURE_ORDINARY
                : SURE_FIRST;
    if (title && sure < SURE_HEAD)
        sure = m->common ? SURE_NOUN : SURE_FIRST + 10;
    if (title && m->common && !m->given)
        sure = SURE_NOUN;
    mark = name_add(nm, p, end, kind, sure);
    if (mark)
        mark->guess = guess;
}

/* "l'", "d'": an article that lost its noun. */
static bool
ends_apostrophe(str w)
{
    return str_ends(w, STR("'")) || str_ends(w, STR("’"));
}

/* "Paris-Vienne", "Almanya-Türkiye": known places with hyphens between, each
 * a name. */
static bool
places_joined(struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t places = 0, k;

    for (k = p; k < q; k += 2, places++)
        if (!reading_sense(&nm->a->read, k, SENSE_PLACE) ||
            !(nm->bits[k] & BIT_PLACE) ||
            (k + 1 < q && !name_mark_is(nm, k + 1, "- ‑ –")))
            return false;
    if (places < 2 || k != q + 1)
        return false;
    for (k = p; k < q; k += 2)
        name_known_at(nm, k, k + 1);
    return true;
}

/* "Republik Indonesia": the land. */
static bool
republic(struct namer *nm, uint32_t p, uint32_t q)
{
    static const char *const words[] = {"republ", "repubbl", "республ"};
    const struct sense *land =
        p + 1 < q ? reading_sense(&nm->a->read, p + 1, SENSE_PLACE) : NULL;
    struct name_mark *m;

    if (!land || p + 1 + land->nwords != q ||
        lexicon_place(nm->lx, land->id).kind != PLACE_COUNTRY)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_starts(nm->w[p].fold, str_of(words[i])))
            continue;
        m = name_add(nm, p, q, NAME_PLACE, land->exact ? 90 : 75);
        if (m) {
            m->known_kind = SENSE_PLACE;
            m->known = land->id;
        }
        return m != NULL;
    }
    return false;
}

/* Weighs [p, q), which holds no title and no sentence opening any more. */
void
name_weigh(struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t role, place;
    struct made m;
    bool titled;

    while (p < q && (nm->w[p].kind == WORD_MARK ||
                     (nm->bits[p] & BIT_FUNCTION &&
                      !(nm->bits[p] & BIT_PARTICLE && q - p > 1))))
        p++;
    while (q > p && (nm->w[q - 1].kind == WORD_MARK ||
                     ends_apostrophe(name_text(nm, q - 1)) ||
                     (nm->bits[q - 1] & BIT_FUNCTION && q - p > 1) ||
                     (nm->bits[q - 1] & BIT_PARTICLE && q - p > 1 &&
                      !name_capital(nm, q - 1))))
        q--;
    if (p < q && name_known_at(nm, p, q))
        return;
    if (q - p > 1 && nm->bits[p] & BIT_FUNCTION)
        p++;
    if (p >= q || name_known_at(nm, p, q))
        return;
    if (places_joined(nm, p, q) || republic(nm, p, q))
        return;
    /* "Franco-Lebanese" */
    if (q - p == 3 && name_mark_is(nm, p + 1, "-") &&
        nm->bits[q - 1] & BIT_DEMONYM && !(nm->bits[q - 1] & BIT_GIVEN))
        return;
    m = made_of(nm, p, q);
    if (m.words == 0)
        return;
    titled = name_title_before(nm, p, &role, &place);
    /* "Уроженец Одессы": what opens the sentence is no part of the place */
    if (m.words == 2 && q - p == 2 && nm->w[p].shape & SHAPE_FIRST &&
        name_inflects((enum lang)nm->w[p].lang) && name_unknown(nm, p) &&
        !adjective(&nm->w[p]) && name_known_at(nm, p + 1, q))
        return;
    if (m.words == 2 && nm->w[p].shape & SHAPE_ALL_CAPS &&
        !(nm->bits[p] & BIT_TITLE) && m.common == 1 && m.heads == 0 &&
        !(nm->bits[p] & (BIT_COMMON | BIT_LOWER))) {
        /* "AB Photo" */
        q = p + 1;
        m = made_of(nm, p, q);
    }
    /* "Hilfsorganisation Medrelief" */
    if (m.words == 2 && q - p == 2 && nm->w[p].lang == LANG_DE &&
        name_sense_before(nm, p + 1, BIT_TRADE) && name_unknown(nm, p + 1)) {
        p++;
        m = made_of(nm, p, q);
    }
    if (m.words == 1)
        lone(nm, p, q, &m, titled);
    else
        several(nm, p, q, &m, titled);
}
