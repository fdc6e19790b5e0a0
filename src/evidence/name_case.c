/*
 * name_case.c - names in scripts with capitals: each run of capitals is
 * freed of titles, places and sentence openings; what is left is weighed.
 */
#include "evidence/name_parts.h"

static const struct sense *
land_at(const struct namer *nm, uint32_t p, uint32_t q)
{
    const struct reading *r = &nm->a->read;
    const struct sense *s = reading_sense(r, p, SENSE_PLACE);

    if (!s)
        s = reading_sense(r, p, SENSE_BODY);
    return s && p + s->nwords < q && nm->bits[p] & (BIT_PLACE | BIT_BODY)
               ? s
               : NULL;
}

/* "General Directorate", "Chief Council": the body is called so. */
static bool
of_body(const struct namer *nm, const struct sense *s, uint32_t q)
{
    uint32_t next = s->word + s->nwords;

    return s->nwords == 1 && next < q && name_capital(nm, next) &&
           name_head_at(nm, next, HEAD_ORG) && nm->w[next].lang == LANG_EN &&
           !(nm->bits[next] & (BIT_GIVEN | BIT_BODY | BIT_TITLE));
}

/* A title in capitals that begins at p: how many words, 0 for none. */
static uint32_t
title_at(const struct namer *nm, uint32_t p, uint32_t q)
{
    const struct sense *s = name_role_at(nm, p);

    if (s && (name_role_doubtful(nm, s) || of_body(nm, s, q)))
        return 0;
    if (!s)
        s = reading_sense(&nm->a->read, p, SENSE_HONORIFIC);
    if (!s || p + s->nwords > q)
        return 0;
    return s->nwords +
           (p + s->nwords < q && name_mark_is(nm, p + s->nwords, "."));
}

/* Whether a place at p is only an attribute of what follows: "U.S.
 * President", "Чили Мигель". */
static bool
attribute(const struct namer *nm, const struct sense *s, uint32_t q)
{
    uint32_t next = s->word + s->nwords, role, place;

    if (next >= q ||
        (nm->bits[next] & BIT_PARTICLE && !(nm->bits[next] & BIT_FUNCTION)))
        return false;
    /* "президент України | Володимир Зеленський": a town of that name */
    if (s->nwords == 1 && name_exact_given(nm, s->word) &&
        name_unknown(nm, next))
        return false;
    if (nm->bits[next] & BIT_GIVEN || title_at(nm, next, q))
        return true;
    if (name_inflects((enum lang)nm->w[next].lang) &&
        reading_sense(&nm->a->read, next, SENSE_PLACE) &&
        nm->bits[next] & BIT_PLACE)
        return true;
    /* "МВД Казахстана Азат Перуашев", "Menteri Jepang Kengo Todo" */
    if ((name_inflects((enum lang)nm->w[next].lang) ||
         nm->w[next].lang == LANG_ID) &&
        next + 1 < q && s->kind == SENSE_PLACE && name_unknown(nm, next) &&
        name_unknown(nm, next + 1))
        return true;
    /* "министр Ирака Хусейн": the place belongs to the title before it */
    return name_small_demonyms((enum lang)nm->w[next].lang) &&
           name_title_before(nm, s->word, &role, &place);
}

/* "Wolna Unia zdobyła": an adjective and the common word that ends a name;
 * before a name of its own it only tells of what kind: "Правящая Партия
 * Родины". */
static bool
described(const struct namer *nm, uint32_t p, uint32_t q)
{
    return p + 2 == q && nm->bits[p + 1] & BIT_HEAD_ORG &&
           !(nm->bits[p] & (BIT_TITLE | BIT_TIME | BIT_INSIDE | BIT_DEMONYM)) &&
           reading_concept(&nm->a->read, p, CLASS_QUALITY) != NULL;
}

/* What opens a sentence and would be small elsewhere. */
static bool
opening(const struct namer *nm, uint32_t p, uint32_t q)
{
    uint32_t b = nm->bits[p];
    bool first = (nm->w[p].shape & SHAPE_FIRST) != 0;

    if (p + 1 >= q || b & (BIT_GIVEN | BIT_BODY | BIT_PLACE))
        return false;
    if (b & BIT_FUNCTION && !(b & BIT_PARTICLE && !first))
        return true;
    if (!first || b & (BIT_HEAD_ORG | BIT_HEAD_PLACE) || described(nm, p, q))
        return false;
    return (b & (BIT_COMMON | BIT_LOWER)) != 0 && nm->w[p].lang != LANG_DE &&
           !(nm->w[p + 1].shape & SHAPE_GLUED);
}

static bool
demonym_drops(const struct namer *nm, uint32_t p, uint32_t q)
{
    const struct sense *s = reading_sense(&nm->a->read, p, SENSE_DEMONYM);

    return s && nm->bits[p] & BIT_DEMONYM && p + s->nwords <= q &&
           !(nm->bits[p] & (BIT_GIVEN | BIT_BODY));
}

/* Whether a given name at p begins a name of its own: a body or a word that
 * is no given name stands before, and no particle between. */
static bool
parts_before(const struct namer *nm, uint32_t from, uint32_t p)
{
    uint32_t before = nm->bits[p - 1];

    if (nm->w[p - 1].kind != WORD_LETTERS || !name_capital(nm, p - 1) ||
        before & (BIT_GIVEN | BIT_PARTICLE))
        return false;
    if (before & (BIT_HEAD_ORG | BIT_COMMON | BIT_BODY | BIT_PLACE))
        return true;
    if (p - from == 1 && nm->w[from].shape & SHAPE_FIRST)
        return true;
    return p - from == 1 && (name_inflects((enum lang)nm->w[p].lang) ||
                             nm->w[p].lang == LANG_DE);
}

/* German: "Konzerns Tachibana", "Reederei X": the noun before the name. */
static bool
apposed(const struct namer *nm, uint32_t p, uint32_t q)
{
    return nm->w[p].lang == LANG_DE && nm->bits[p] & BIT_TRADE && p + 1 < q &&
           name_capital(nm, p + 1) &&
           !(nm->bits[p + 1] & (BIT_FUNCTION | BIT_COMMON | BIT_STEMMED)) &&
           !(nm->bits[p] & BIT_TITLE);
}

/* "Schwester Liesel Flade", "die Züchterin Irmgard Thees": a noun that says
 * who she is, which German writes with a capital as well. */
static bool
whose(const struct namer *nm, uint32_t p, uint32_t q)
{
    const struct sense *s = reading_concept(&nm->a->read, p, CLASS_PERSON);
    uint32_t before = p > 0 ? nm->bits[p - 1] : 0;

    if (p + 2 >= q || nm->w[p].lang != LANG_DE || !name_capital(nm, p + 1) ||
        nm->bits[p] & (BIT_GIVEN | BIT_HEAD_ORG | BIT_HEAD_PLACE | BIT_BODY))
        return false;
    return (s && s->exact) ||
           (before & BIT_FUNCTION && !name_capital(nm, p - 1) &&
            str_ends(nm->w[p].fold, STR("erin")));
}

/* "True West de Sam Shepard": a small "of" between a work and a person. */
static bool
by_author(const struct namer *nm, uint32_t from, uint32_t p, uint32_t q)
{
    enum lang lang = (enum lang)nm->w[p].lang;

    if (p == from || p + 2 >= q || name_capital(nm, p) ||
        (lang != LANG_ES && lang != LANG_PT && lang != LANG_FR &&
         lang != LANG_IT) ||
        !(str_is(nm->w[p].fold, "de") || str_is(nm->w[p].fold, "di")) ||
        !(nm->bits[p + 1] & BIT_GIVEN) || !name_exact_given(nm, p + 1) ||
        !name_capital(nm, p + 2) || nm->bits[p + 2] & BIT_PLACE)
        return false;
    for (uint32_t k = from; k < p; k++)
        if (nm->bits[k] & (BIT_GIVEN | BIT_HEAD_ORG | BIT_HEAD_PLACE))
            return false;
    return true;
}

/* "Aerovía-Pleite": the hyphen at p and a common noun behind a name that
 * nobody knows. */
static bool
noun_behind(const struct namer *nm, uint32_t from, uint32_t p, uint32_t q)
{
    return p == from + 1 && p + 1 < q && nm->w[p].lang == LANG_DE &&
           name_mark_is(nm, p, "-") && name_joined(nm, p) &&
           name_joined(nm, p + 1) && name_unknown(nm, from) &&
           nm->bits[p + 1] & (BIT_COMMON | BIT_STEMMED) &&
           !(nm->bits[p + 1] & (BIT_GIVEN | BIT_PLACE | BIT_BODY | BIT_ROLE |
                                BIT_HEAD_ORG | BIT_HEAD_PLACE | BIT_SURNAME));
}

static void
cut(struct namer *nm, uint32_t p, uint32_t q)
{
    const struct sense *s;
    uint32_t n, from = p;
    bool titled = false;

    while (p < q) {
        if (nm->taken[p]) {
            name_weigh(nm, from, p);
            from = ++p;
        } else if (p == from && nm->bits[p] & BIT_ROLE &&
                   nm->bits[p] & BIT_INSIDE && !name_role_at(nm, p)) {
            from = ++p; /* presidente del | Consiglio */
        } else if (p == from && opening(nm, p, q)) {
            from = ++p;
        } else if (p == from && nm->w[p].lang == LANG_DE &&
                   nm->bits[p] & BIT_FUNCTION && !name_capital(nm, p)) {
            from = ++p;
        } else if (p == from && (apposed(nm, p, q) || whose(nm, p, q))) {
            from = ++p;
        } else if (by_author(nm, from, p, q)) {
            size_t before = nm->nmarks;

            name_weigh(nm, from, p);
            for (; before < nm->nmarks; before++)
                if (nm->marks[before].kind == NAME_PERSON)
                    nm->marks[before].kind = NAME_OTHER;
            from = ++p;
        } else if ((s = land_at(nm, p, q)) && attribute(nm, s, q)) {
            name_weigh(nm, from, p);
            name_known_at(nm, p, p + s->nwords);
            from = p += s->nwords;
        } else if (p > from && noun_behind(nm, from, p, q)) {
            name_weigh(nm, from, p);
            from = p += 2;
        } else if ((n = title_at(nm, p, q)) > 0 &&
                   !(p > from && nm->bits[p] & BIT_HEAD_ORG)) {
            name_weigh(nm, from, p);
            from = p += n;
            titled = true;
        } else if (p > from && nm->bits[p] & BIT_GIVEN && p + 1 < q &&
                   (name_exact_given(nm, p) ||
                    name_inflects((enum lang)nm->w[p].lang)) &&
                   name_capital(nm, p + 1) &&
                   (parts_before(nm, from, p) ||
                    (p - from == 1 && titled &&
                     !(nm->bits[from] & (BIT_GIVEN | BIT_PARTICLE))))) {
            name_weigh(nm, from, p);
            from = p++;
        } else if (p == from && demonym_drops(nm, p, q)) {
            s = reading_sense(&nm->a->read, p, SENSE_DEMONYM);
            from = p += s->nwords;
        } else if (nm->bits[p] & BIT_TITLE && name_capital(nm, p) &&
                   nm->bits[p] &
                       (BIT_COMMON | BIT_LOWER | BIT_STEMMED | BIT_FUNCTION) &&
                   !(nm->bits[p] & (BIT_GIVEN | BIT_PLACE | BIT_BODY |
                                    BIT_HEAD_ORG | BIT_HEAD_PLACE))) {
            name_weigh(nm, from, p);
            from = ++p;
        } else if ((nm->bits[p] & (BIT_PLACE | BIT_BODY)) &&
                   nm->bits[p] & BIT_INSIDE &&
                   (s = reading_sense(&nm->a->read, p, SENSE_BODY)) &&
                   p + s->nwords <= q) {
            /* a body that stands there whole stays whole */
            p += s->nwords;
        } else {
            p++;
        }
    }
    name_weigh(nm, from, q);
}

void
name_case(struct namer *nm)
{
    const struct words *ws = &nm->a->read.w;

    for (size_t k = 0; k < ws->nsentences; k++) {
        uint32_t i = ws->sentences[k].word;
        uint32_t end = i + ws->sentences[k].nwords;

        while (i < end) {
            uint32_t j;

            if (!name_run_begins(nm, i, end)) {
                i++;
                continue;
            }
            j = name_run_end(nm, i, end);
            if (j <= i)
                j = i + 1;
            cut(nm, i, j);
            i = j;
        }
    }
}
