/*
 * name_bearer.c - which marks of a page name one and the same.
 *
 * A union of marks: the same known place or body; the same words, endings
 * aside; a shorter name whose words all stand in just one longer; letters
 * in brackets behind the name they abridge; the same sound in another
 * script. Where two full names fit, the short one stays alone.
 */
#include "evidence/name_parts.h"

#include "lexicon/likeness.h"

#define BEARER_MOST_WORDS 6

struct bearer {
    uint32_t of;   /* union-find: index of another, or itself */
    uint32_t word[BEARER_MOST_WORDS]; /* content words */
    uint32_t nwords;
    bool dated;
};

struct bearers {
    struct namer *nm;
    struct bearer *b; /* a mark each */
    size_t n;
};

static uint32_t
root(struct bearers *bs, uint32_t i)
{
    while (bs->b[i].of != i)
        i = bs->b[i].of = bs->b[bs->b[i].of].of;
    return i;
}

static void
join(struct bearers *bs, uint32_t i, uint32_t k)
{
    i = root(bs, i);
    k = root(bs, k);
    if (i < k)
        bs->b[k].of = i;
    else
        bs->b[i].of = k;
}

static void
content(struct bearers *bs, uint32_t i)
{
    const struct namer *nm = bs->nm;
    const struct name_mark *m = &nm->marks[i];
    struct bearer *b = &bs->b[i];

    b->of = i;
    for (uint32_t k = m->word; k < m->word + m->nwords; k++) {
        uint32_t bits = nm->bits[k];

        if (nm->w[k].kind != WORD_LETTERS || b->nwords >= BEARER_MOST_WORDS)
            continue;
        if ((bits & BIT_PARTICLE || bits & BIT_FUNCTION) && m->nwords > 1 &&
            nm->w[k].script != SCRIPT_HAN)
            continue;
        if (nm->w[k].script == SCRIPT_HAN && k > m->word &&
            nm->w[k - 1].kind == WORD_LETTERS &&
            nm->w[k - 1].script == SCRIPT_HAN)
            continue; /* one entry for a part of characters */
        b->word[b->nwords++] = k;
    }
}

/* Characters of a Han part that begins at word k, inside its mark. */
static str
part_text(const struct namer *nm, const struct name_mark *m, uint32_t k)
{
    uint32_t end = k + 1;

    if (nm->w[k].script != SCRIPT_HAN)
        return nm->w[k].fold;
    while (end < m->word + m->nwords && nm->w[end].kind == WORD_LETTERS)
        end++;
    return str_cut(nm->a->text, nm->w[k].start, nm->w[end - 1].end);
}

static bool
same_part(struct bearers *bs, uint32_t i, uint32_t x, uint32_t k, uint32_t y)
{
    const struct namer *nm = bs->nm;
    str a = part_text(nm, &nm->marks[i], bs->b[i].word[x]);
    str b = part_text(nm, &nm->marks[k], bs->b[k].word[y]);

    return name_same_word(a, (enum lang)nm->marks[i].lang, b,
                          (enum lang)nm->marks[k].lang) ||
           (nm->w[bs->b[i].word[x]].script == SCRIPT_LATIN && str_eq(a, b));
}

/* Whether all words of i stand in k in their order. */
static bool
within(struct bearers *bs, uint32_t i, uint32_t k)
{
    const struct bearer *a = &bs->b[i], *b = &bs->b[k];
    uint32_t y = 0;

    if (a->nwords == 0 || a->nwords > b->nwords)
        return false;
    for (uint32_t x = 0; x < a->nwords; x++, y++) {
        while (y < b->nwords && !same_part(bs, i, x, k, y))
            y++;
        if (y == b->nwords)
            return false;
    }
    return true;
}

/* A given name alone does not stand for a person with a surname too. */
static bool
fits(struct bearers *bs, uint32_t i, uint32_t k)
{
    const struct namer *nm = bs->nm;
    const struct name_mark *a = &nm->marks[i], *b = &nm->marks[k];

    if (a->known && b->known)
        return a->known == b->known && a->known_kind == b->known_kind;
    if (a->kind == NAME_PLACE && b->kind == NAME_PERSON)
        return false;
    if (a->known_kind == SENSE_PLACE && b->kind != NAME_PLACE)
        return false;
    return within(bs, i, k);
}

/* ---- initials in brackets -------------------------------------------- */

static bool
initials(const struct namer *nm, const struct name_mark *full,
         const struct name_mark *m)
{
    str letters = article_words(nm->a, m->at);
    uint32_t k = full->word, end = full->word + full->nwords;
    size_t hits = 0, wanted = utf8_count(letters);

    if (m->nwords != 1 || wanted < 2 || wanted > 8)
        return false;
    letters = nm->w[m->word].fold;
    for (; k < end && letters.n; k++) {
        str word = nm->w[k].fold, rest = letters;

        if (nm->w[k].kind != WORD_LETTERS)
            continue;
        if (utf8_next(&word) == utf8_next(&rest)) {
            letters = rest;
            hits++;
        }
    }
    return hits == wanted;
}

static void
abridged(struct bearers *bs)
{
    struct namer *nm = bs->nm;

    for (uint32_t i = 0; i + 1 < bs->n; i++) {
        struct name_mark *full = &nm->marks[i], *m = &nm->marks[i + 1];
        uint32_t gap = full->word + full->nwords;

        if (m->word == gap + 1 && name_mark_is(nm, gap, "( （") &&
            initials(nm, full, m)) {
            join(bs, i, i + 1);
            if (full->sure >= NAME_SURE && m->sure < NAME_SURE)
                m->sure = NAME_SURE;
            m->kind = full->kind;
        }
    }
}

/* ---- other scripts --------------------------------------------------- */

static void
by_sound(struct bearers *bs)
{
    struct namer *nm = bs->nm;
    struct sound *sounds = arena_new(nm->mem, struct sound, bs->n);
    bool *voiced = arena_new(nm->mem, bool, bs->n);

    for (uint32_t i = 0; i < bs->n; i++) {
        /* the fullest of each bearer speaks for it */
        uint32_t r = root(bs, i);

        if (bs->b[i].nwords > 1 && !voiced[r] &&
            nm->marks[i].known == 0) {
            sound_of(nm->lx, nm->marks[i].label, &sounds[r]);
            voiced[r] = true;
        }
    }
    for (uint32_t i = 0; i < bs->n; i++) {
        double most = LIKENESS_SAME;
        uint32_t best = i;

        if (!voiced[i] || root(bs, i) != i)
            continue;
        for (uint32_t k = 0; k < bs->n; k++) {
            double like;

            if (k == i || !voiced[k] || root(bs, k) != k ||
                sounds[k].script == sounds[i].script)
                continue;
            like = sound_likeness(&sounds[i], &sounds[k]);
            if (like > most)
                most = like, best = k;
        }
        if (best != i)
            join(bs, i, best);
    }
}

/* ---- joining --------------------------------------------------------- */

static void
same_words(struct bearers *bs)
{
    for (uint32_t i = 0; i < bs->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if (bs->b[i].nwords == bs->b[k].nwords && fits(bs, i, k)) {
                join(bs, k, i);
                break;
            }
}

/* A shorter name joins the only bearer whose longer name it fits. */
static void
shorter(struct bearers *bs)
{
    for (uint32_t i = 0; i < bs->n; i++) {
        uint32_t only = UINT32_MAX;
        bool one = true;

        for (uint32_t k = 0; k < bs->n && one; k++) {
            if (bs->b[k].nwords <= bs->b[i].nwords || !fits(bs, i, k))
                continue;
            if (only == UINT32_MAX)
                only = root(bs, k);
            else
                one = root(bs, k) == only;
        }
        if (only != UINT32_MAX && one)
            join(bs, only, i);
    }
}

static void
known(struct bearers *bs)
{
    const struct name_mark *m = bs->nm->marks;

    for (uint32_t i = 0; i < bs->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if (m[i].known && m[i].known == m[k].known &&
                m[i].known_kind == m[k].known_kind) {
                join(bs, k, i);
                break;
            }
}

/* The surest kind, the role that was said anywhere, the plain form. */
static void
share(struct bearers *bs)
{
    struct name_mark *m = bs->nm->marks;

    for (uint32_t i = 0; i < bs->n; i++) {
        uint32_t r = root(bs, i), best = r;

        m[i].entity = r + 1;
        for (uint32_t k = 0; k < bs->n; k++) {
            if (root(bs, k) != r)
                continue;
            if (m[k].sure > m[best].sure)
                best = k;
            if (m[k].lang == m[i].lang && name_inflects((enum lang)m[i].lang) &&
                bs->b[k].nwords == bs->b[i].nwords && m[k].known == 0 &&
                m[k].label.n < m[i].label.n &&
                str_starts(m[i].label, m[k].label))
                m[i].label = m[k].label;
        }
        m[i].kind = m[best].kind;
    }
}

void
name_bearers(struct namer *nm)
{
    struct bearers bs = {.nm = nm, .n = nm->nmarks};

    if (bs.n == 0)
        return;
    bs.b = arena_new(nm->mem, struct bearer, bs.n);
    for (uint32_t i = 0; i < bs.n; i++)
        content(&bs, i);
    known(&bs);
    same_words(&bs);
    shorter(&bs);
    abridged(&bs);
    by_sound(&bs);
    share(&bs);
}
