/*
 * name_known.c - places and bodies that the lexicon knows.
 */
#include "evidence/name_parts.h"

/* A region of our own rows, whose people are not counted, goes before the
 * smaller cities of its name (Ontario). */
#define REGION_WEIGHS 1e6

/*
 * Of places of one name: the country; else the one in a country that the
 * page speaks of; else the greatest.
 */
static uint32_t
best_place(const struct namer *nm, uint32_t i, uint32_t n, const bool *spoken,
           size_t nspoken)
{
    const struct reading *r = &nm->a->read;
    uint32_t best = 0;
    double most = -1;

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
        const struct sense *s = &r->senses[k];
        struct place p;
        uint32_t c;
        double weight;

        if (s->kind != SENSE_PLACE || s->nwords != n)
            continue;
        p = lexicon_place(nm->lx, s->id);
        c = lexicon_country(nm->lx, s->id);
        weight = p.population + (p.kind == PLACE_COUNTRY ? 1e12 : 0) +
                 (p.kind == PLACE_AREA ? REGION_WEIGHS : 0) +
                 (c < nspoken && spoken[c] ? 1e10 : 0) + (s->exact ? 0.5 : 0);
        if (weight > most)
            most = weight, best = s->id;
    }
    return best;
}

/* Countries named by their own name or as demonyms, by place id. */
static bool *
countries(const struct namer *nm, size_t *n)
{
    const struct reading *r = &nm->a->read;
    uint32_t most = 0;
    bool *out;

    for (size_t i = 0; i < r->nsenses; i++)
        if (r->senses[i].kind == SENSE_DEMONYM ||
            r->senses[i].kind == SENSE_PLACE)
            if (r->senses[i].id > most)
                most = r->senses[i].id;
    *n = (size_t)most + 1;
    out = arena_new(nm->mem, bool, *n);
    for (size_t i = 0; i < r->nsenses; i++) {
        const struct sense *s = &r->senses[i];

        if (s->kind == SENSE_DEMONYM ||
            (s->kind == SENSE_PLACE &&
             lexicon_place(nm->lx, s->id).kind == PLACE_COUNTRY))
            out[s->id] = true;
    }
    return out;
}

void
name_trim(struct namer *nm, struct name_mark *m, uint32_t last)
{
    str bare[STEM_MOST_BARE], shown = name_text(nm, last);
    size_t n;

    if (nm->w[last].script != SCRIPT_HANGUL)
        return;
    n = stem_bare(nm->w[last].fold, LANG_KO, bare, STEM_MOST_BARE);
    for (size_t k = 0; k < n; k++)
        if (str_starts(shown, bare[k]) &&
            (lexicon_has(nm->lx, bare[k], LANG_KO, SENSE_PLACE) ||
             lexicon_has(nm->lx, bare[k], LANG_KO, SENSE_BODY) ||
             lexicon_has(nm->lx, bare[k], LANG_KO, SENSE_CONCEPT)) &&
            !lexicon_has(nm->lx, nm->w[last].fold, LANG_KO, SENSE_PLACE)) {
            m->at.end = nm->w[last].start + (uint32_t)bare[k].n;
            m->label = article_words(nm->a, m->at);
            return;
        }
}

struct name_mark *
name_known_at(struct namer *nm, uint32_t i, uint32_t j)
{
    const struct sense *s = reading_sense(&nm->a->read, i, SENSE_BODY);
    struct name_mark *m;

    if (s && i + s->nwords == j) {
        m = name_add(nm, i, j, NAME_ORG, 95);
        if (m) {
            m->known_kind = SENSE_BODY;
            m->known = s->id;
            name_trim(nm, m, j - 1);
        }
        return m;
    }
    s = reading_sense(&nm->a->read, i, SENSE_PLACE);
    if (!s || i + s->nwords != j || !(nm->bits[i] & BIT_PLACE))
        return NULL;
    m = name_add(nm, i, j, NAME_PLACE, s->exact ? 90 : 75);
    if (m) {
        m->known_kind = SENSE_PLACE;
        m->known = s->id;
        name_trim(nm, m, j - 1);
    }
    return m;
}

#define TOWN_MOST 300000 /* people; greater ones are known by themselves */

/* 저지하고: behind a noun of that sound stands "to do" or "to become". */
static bool
done(const struct namer *nm, uint32_t i)
{
    static const char *const verbs[] = {"하", "한", "할", "해", "했",
                                        "되", "된", "될", "돼", "됐"};
    str bare[STEM_MOST_BARE], f = nm->w[i].fold;
    size_t n = stem_bare(f, LANG_KO, bare, STEM_MOST_BARE);

    for (size_t k = 0; k < n; k++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
            if (str_starts(f, bare[k]) &&
                lexicon_has(nm->lx, bare[k], LANG_KO, SENSE_PLACE) &&
                str_starts(str_cut(f, bare[k].n, f.n), str_of(verbs[v])))
                return true;
    return false;
}

/* A short word may mean much else where there are no capitals. */
#define PLAIN_SHORT 5

static bool
plain_place(const struct namer *nm, const struct sense *s)
{
    uint32_t i = s->word;
    str bare[STEM_MOST_BARE], f = nm->w[i].fold;
    enum lang lang = (enum lang)nm->w[i].lang;
    size_t n = stem_bare(f, lang, bare, STEM_MOST_BARE);
    bool country = lexicon_place(nm->lx, s->id).kind == PLACE_COUNTRY, stemmed;

    if (nm->w[i].script == SCRIPT_KATAKANA)
        return country || !(nm->bits[i] & BIT_COMMON);
    if (nm->w[i].script == SCRIPT_HANGUL)
        return !done(nm, i);
    for (size_t k = 0; k < n; k++)
        if (lexicon_has(nm->lx, bare[k], lang, SENSE_FUNCTION))
            return false;
    /* مدينة تعز: what merely shares a stem is a place behind "in" or "city" */
    stemmed =
        nm->bits[i] & BIT_STEMMED &&
        !(s->exact && i > 0 && nm->bits[i - 1] & (BIT_IN | BIT_HEAD_PLACE) &&
          !plain_with_article(nm, i - 1));
    if (!country && (nm->bits[i] & BIT_COMMON || stemmed))
        return false;
    if (!s->exact && (lang == LANG_HI || lang == LANG_FA) && !country)
        return false;
    return country || utf8_count(f) >= PLAIN_SHORT || name_seen(nm, i) > 1 ||
           (i > 0 && nm->bits[i - 1] &
                         (BIT_IN | BIT_HEAD_PLACE | BIT_PLACE | BIT_TIME)) ||
           nm->w[i].shape & SHAPE_FIRST;
}

/* 富士|見化成: a town and characters that no row explains are another name. */
static bool
goes_on(const struct namer *nm, const struct sense *s)
{
    struct place p = lexicon_place(nm->lx, s->id);
    uint32_t next = s->word + s->nwords;

    return s->kind == SENSE_PLACE && s->nwords == 2 && p.kind == PLACE_CITY &&
           p.population < TOWN_MOST && next + 1 < nm->n &&
           nm->w[next].script == SCRIPT_HAN &&
           nm->w[next + 1].script == SCRIPT_HAN && name_joined(nm, next) &&
           name_joined(nm, next + 1) && nm->bits[next] == 0 &&
           nm->bits[next + 1] == 0;
}

/*
 * A word of one Han character, a small word of a cased script, or what
 * means something else as well is no place by itself.
 */
static bool
plausible(const struct namer *nm, const struct sense *s)
{
    uint32_t i = s->word;

    if (s->kind == SENSE_PLACE && !(nm->bits[i] & BIT_PLACE))
        return false;
    if (nm->w[i].script == SCRIPT_HAN && (s->nwords < 2 || goes_on(nm, s)))
        return false;
    if (name_cased(nm, i) && !(nm->w[i].shape & SHAPE_CAPITAL))
        return s->kind == SENSE_BODY && s->nwords > 1;
    if (s->kind == SENSE_PLACE && s->nwords == 1 &&
        nm->bits[i] & (BIT_FUNCTION | BIT_TIME))
        return false;
    /* "Mobile", "Reading": a word that the page or the lexicon has small */
    if (s->kind == SENSE_PLACE && s->nwords == 1 && name_cased(nm, i) &&
        nm->bits[i] & (BIT_LOWER | BIT_COMMON) &&
        lexicon_place(nm->lx, s->id).kind != PLACE_COUNTRY &&
        nm->bits[i] & BIT_LOWER)
        return false;
    if (!name_cased(nm, i) && s->kind == SENSE_PLACE && s->nwords == 1 &&
        nm->w[i].script != SCRIPT_HAN)
        return plain_place(nm, s);
    return true;
}

void
name_known(struct namer *nm)
{
    const struct reading *r = &nm->a->read;
    size_t nspoken;
    bool *spoken = countries(nm, &nspoken);

    for (size_t k = 0; k < r->nsenses; k++) {
        const struct sense *s = &r->senses[k];

        if ((s->kind == SENSE_PLACE || s->kind == SENSE_BODY) &&
            s->word + s->nwords <= nm->n && plausible(nm, s))
            name_known_at(nm, s->word, s->word + s->nwords);
    }
    for (size_t k = 0; k < nm->nmarks; k++) {
        struct name_mark *m = &nm->marks[k];

        if (m->known_kind == SENSE_PLACE) {
            const struct sense *s = reading_sense(r, m->word, SENSE_PLACE);
            uint32_t id =
                s ? best_place(nm, m->word, s->nwords, spoken, nspoken) : 0;

            if (id)
                m->known = id;
        }
    }
}
