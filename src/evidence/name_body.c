/*
 * name_body.c - bodies that a common word and a land or town make together
 * ("Oslo court", "Banque centrale du Chili", البنك المركزي الأردني), and
 * what the lexicon knows by several words, some of them small.
 */
#include "evidence/name_parts.h"

#define BODY_MOST_LINKS 3
#define SURE_SOLE       72
#define SURE_LINKED     54 /* Министерство по чрезвычайным ситуациям */

static const struct sense *
land_at(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_PLACE);

    return s && nm->bits[i] & BIT_PLACE &&
                   (!name_cased(nm, i) || name_capital(nm, i))
               ? s
               : NULL;
}

static const struct sense *
sole_at(const struct namer *nm, uint32_t i)
{
    const struct reading *r = &nm->a->read;

    if (i >= nm->n)
        return NULL;
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD && r->senses[k].id == HEAD_SOLE)
            return &r->senses[k];
    return NULL;
}

static bool
same_sentence(const struct namer *nm, uint32_t i, uint32_t k)
{
    return k < nm->n && nm->w[i].sentence == nm->w[k].sentence;
}

/* "Chile's central bank", 智利央行 */
static bool
land_first(struct namer *nm, uint32_t i)
{
    const struct sense *land = land_at(nm, i), *s;
    uint32_t k;

    if (!land && (!name_capital(nm, i) || !name_unknown(nm, i)))
        return false;
    k = i + (land ? land->nwords : 1);
    if (same_sentence(nm, i, k) && nm->w[k].shape & SHAPE_CLITIC)
        k++;
    /* 第1, and the like */
    for (int step = 0;
         step < 2 && same_sentence(nm, i, k) && !name_cased(nm, i) &&
         (nm->w[k].kind == WORD_NUMBER || str_is(nm->w[k].fold, "第"));
         step++)
        k++;
    s = same_sentence(nm, i, k) ? sole_at(nm, k) : NULL;
    /* a place that the lexicon does not know: "Gilan ports authority" */
    if (s && !land && s->nwords < 2)
        return false;
    return s && name_add(nm, i, k + s->nwords, NAME_ORG, SURE_SOLE);
}

/* "Banque centrale du Chili", "Центробанк Чили" */
static bool
land_behind(struct namer *nm, uint32_t i)
{
    const struct sense *s = sole_at(nm, i), *land;
    uint32_t k, links = 0;

    if (!s)
        return false;
    k = i + s->nwords;
    while (same_sentence(nm, i, k) && links < BODY_MOST_LINKS &&
           !land_at(nm, k) &&
           ((nm->bits[k] & (BIT_PARTICLE | BIT_FUNCTION) &&
             !(nm->bits[k] & BIT_IN)) ||
            nm->w[k].shape & SHAPE_CLITIC || name_mark_is(nm, k, "' ’")) &&
           nm->w[k].fold.n <= 4)
        k++, links++;
    if (!same_sentence(nm, i, k))
        return false;
    land = land_at(nm, k);
    if (!land && links == 0 && !name_cased(nm, i))
        land = reading_sense(&nm->a->read, k, SENSE_DEMONYM);
    if (!land || (nm->w[i].lang == LANG_EN && links == 0))
        return false;
    k += land->nwords;
    /* محكمة ميونيخ | الإقليمية: what agrees with the court */
    while (same_sentence(nm, i, k) && nm->w[k].lang == LANG_AR &&
           str_ends(nm->w[i].fold, STR("ه")) &&
           str_starts(nm->w[k].fold, STR("ال")) &&
           (str_ends(nm->w[k].fold, STR("ه")) || nm->bits[k] & BIT_NUMBER) &&
           !(nm->bits[k] & (BIT_TIME | BIT_FUNCTION | BIT_SAY)))
        k++;
    return name_add(nm, i, k, NAME_ORG, SURE_SOLE);
}

/*
 * A head in capitals whose name goes on small behind a link: up to three
 * words that are no function words, and a land behind them.
 */
static bool
linked(struct namer *nm, uint32_t i)
{
    uint32_t k = i + 1, words = 0;

    if (!name_capital(nm, i) || !(nm->bits[i] & BIT_HEAD_ORG) ||
        nm->bits[i] & BIT_TITLE || nm->w[i].lang == LANG_DE ||
        nm->w[i].lang == LANG_EN || !same_sentence(nm, i, k) ||
        !(nm->bits[k] & BIT_FUNCTION) || nm->w[k].fold.n > 6 ||
        !(nm->bits[k] & BIT_PARTICLE ||
          name_inflects((enum lang)nm->w[k].lang)) ||
        name_capital(nm, k) || nm->bits[k] & BIT_IN)
        return false;
    for (k++; same_sentence(nm, i, k) && words < 3; k++) {
        if (nm->w[k].kind != WORD_LETTERS || nm->taken[k] ||
            name_capital(nm, k) ||
            nm->bits[k] & (BIT_FUNCTION | BIT_SAY | BIT_NUMBER | BIT_TIME))
            break;
        words += !(nm->w[k].shape & SHAPE_CLITIC); /* l' */
    }
    if (words == 0 || words == 3)
        return false;
    if (same_sentence(nm, i, k) && land_at(nm, k))
        k += land_at(nm, k)->nwords;
    return name_add(nm, i, k, NAME_ORG, SURE_LINKED);
}

/*
 * "Морской музей": an adjective in capitals inside a sentence and the small
 * head of the name behind it.
 */
static bool
described(struct namer *nm, uint32_t i)
{
    const struct sense *s;
    enum lang lang = (enum lang)nm->w[i].lang;

    if (!name_capital(nm, i) || !name_inflects(lang) ||
        nm->w[i].shape & (SHAPE_FIRST | SHAPE_ALL_CAPS) ||
        nm->bits[i] & (BIT_TITLE | BIT_FUNCTION | BIT_GIVEN | BIT_ROLE |
                       BIT_PLACE | BIT_TIME | BIT_HEAD_ORG) ||
        !same_sentence(nm, i, i + 1) || name_capital(nm, i + 1))
        return false;
    s = name_head_at(nm, i + 1, HEAD_ORG);
    return s && name_add(nm, i, i + 1 + s->nwords, NAME_ORG, SURE_LINKED);
}

/* Several words in the lexicon, the first in capitals, others small. */
static void
mixed(struct namer *nm, const struct sense *s)
{
    struct name_mark *m;
    bool small = false;

    if ((s->kind != SENSE_BODY && s->kind != SENSE_PLACE) || s->nwords < 2 ||
        !name_capital(nm, s->word) || s->word + s->nwords > nm->n)
        return;
    for (uint32_t k = s->word + 1; k < s->word + s->nwords; k++)
        small |= name_cased(nm, k) && !name_capital(nm, k) &&
                 !(nm->bits[k] & BIT_FUNCTION);
    if (!small)
        return;
    m = name_known_at(nm, s->word, s->word + s->nwords);
    /* "AA muhabiri": what tells which letters are meant */
    if (m && m->nwords == 2 && nm->w[m->word].shape & SHAPE_ALL_CAPS) {
        m->nwords = 1;
        m->at.end = nm->w[m->word].end;
        m->label = article_words(nm->a, m->at);
        nm->taken[m->word + 1] = false;
    }
}

/* Means something by itself, which "Biden" of "Biden administration" does
 * not, and no thing in letters: "TV channel". */
static bool
ordinary(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;
    enum lang lang = (enum lang)nm->w[i].lang;

    return !lexicon_find(nm->lx, f, lang, SENSE_HEAD, 1u << HEAD_THING) &&
           (lexicon_has(nm->lx, f, lang, SENSE_HEAD) ||
            lexicon_has(nm->lx, f, lang, SENSE_CONCEPT));
}

/* A common word for a body, written as a name: Министерство по … . */
static void
common_body(struct namer *nm, const struct sense *s)
{
    uint32_t k = s->word + s->nwords;

    if (s->kind != SENSE_CONCEPT || s->cls != CLASS_BODY || s->nwords < 2 ||
        k > nm->n || !name_capital(nm, s->word) ||
        nm->bits[s->word] & (BIT_TITLE | BIT_BODY) ||
        nm->w[s->word].lang == LANG_DE || !ordinary(nm, s->word) ||
        lexicon_has(nm->lx, nm->w[s->word].fold, (enum lang)nm->w[s->word].lang,
                    SENSE_FUNCTION) ||
        (nm->w[s->word].shape & SHAPE_FIRST && s->nwords < 3))
        return;
    if (same_sentence(nm, s->word, k) && land_at(nm, k))
        k += land_at(nm, k)->nwords;
    name_add(nm, s->word, k, NAME_ORG, SURE_LINKED);
}

void
name_body(struct namer *nm)
{
    const struct reading *r = &nm->a->read;

    for (size_t k = 0; k < r->nsenses; k++)
        mixed(nm, &r->senses[k]);
    for (uint32_t i = 0; i < nm->n; i++) {
        if (nm->taken[i])
            continue;
        if ((nm->bits[i] & BIT_PLACE || name_capital(nm, i)) &&
            land_first(nm, i))
            continue;
        if (nm->bits[i] & BIT_SOLE && land_behind(nm, i))
            continue;
        if (!linked(nm, i))
            described(nm, i);
    }
    for (size_t k = 0; k < r->nsenses; k++)
        common_body(nm, &r->senses[k]);
}
