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

#define PLACE_PLAIN       70 /* sure: a word for a place stands beside it */
#define SURE_PART         60 /* of a sure full name */
#define BEARER_MOST_WORDS 6
/* One script, two spellings: Tel, Tell al-… */
#define LIKE_SPELT 0.92
/* Two scripts of one page, each the other's best; seeds, 2026-11 */
#define LIKE_PAGE          0.66
#define BEARER_MOST_SOUNDS 200 /* bearers compared by sound */

struct bearer {
    uint32_t of; /* union-find: index of another, or itself */
    uint32_t word[BEARER_MOST_WORDS]; /* content words */
    uint32_t nwords;
};

struct bearers {
    struct namer *nm;
    struct bearer *b; /* a mark each */
    size_t n;
    bool *town; /* by root: surely a place, not what bears its name */
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

    /* a Japanese surname stands before the given name, unparted */
    if (nm->marks[i].lang == LANG_JA && nm->marks[k].kind == NAME_PERSON &&
        utf8_count(a) > 1 && str_starts(b, a))
        return true;
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
    /* a town is not the company called after it; where only "from" makes
     * a place of a word, it may be */
    if (bs->b[i].nwords != bs->b[k].nwords && b->kind == NAME_ORG &&
        bs->town[root(bs, i)])
        return false;
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
            (initials(nm, full, m) ||
             /* letters spelt out: बल (एनडीआरएफ) */
             (full->lang == LANG_HI && m->lang == LANG_HI &&
              full->kind == NAME_ORG && m->kind == NAME_ORG && m->nwords == 1 &&
              full->nwords > 1))) {
            join(bs, i, i + 1);
            if (full->sure >= NAME_SURE && m->sure < NAME_SURE)
                m->sure = NAME_SURE;
            m->kind = full->kind;
        }
    }
}

/* ---- other scripts --------------------------------------------------- */

static bool
same_kind(const struct name_mark *a, const struct name_mark *b)
{
    return a->kind == NAME_OTHER || b->kind == NAME_OTHER ||
           (a->kind == NAME_PLACE) == (b->kind == NAME_PLACE);
}

/* Bearers that have a sound, and the one that each sounds most like; itself
 * where none does enough. */
struct voices {
    uint32_t of[BEARER_MOST_SOUNDS], match[BEARER_MOST_SOUNDS];
    double like[BEARER_MOST_SOUNDS];
    struct sound *sounds;
    uint32_t n;
};

/* Whether two voices may be of one bearer: what the marks are, aside from how
 * they sound. */
static bool
comparable(const struct bearers *bs, const struct voices *v, uint32_t i,
           uint32_t k)
{
    const struct name_mark *a = &bs->nm->marks[v->of[i]];
    const struct name_mark *b = &bs->nm->marks[v->of[k]];

    return !(a->known && b->known) && same_kind(a, b) &&
           (v->sounds[i].script != v->sounds[k].script ||
            (v->sounds[i].nwords >= 2 &&
             v->sounds[i].nwords == v->sounds[k].nwords));
}

/* Sounds are compared once a pair: costs hardly differ from side to side. */
static void
match_voices(const struct bearers *bs, struct voices *v)
{
    for (uint32_t i = 0; i < v->n; i++)
        v->match[i] = i;
    for (uint32_t i = 0; i < v->n; i++)
        for (uint32_t k = i + 1; k < v->n; k++) {
            bool same = v->sounds[i].script == v->sounds[k].script;
            double least = same ? LIKE_SPELT : LIKE_PAGE, l;

            if (!comparable(bs, v, i, k))
                continue;
            l = sound_likeness_from(least, &v->sounds[i], &v->sounds[k]);
            if (l < least)
                continue;
            if (l > v->like[i])
                v->like[i] = l, v->match[i] = k;
            if (l > v->like[k])
                v->like[k] = l, v->match[k] = i;
        }
}

static void
by_sound(struct bearers *bs)
{
    struct namer *nm = bs->nm;
    uint32_t *fullest = arena_new(nm->mem, uint32_t, bs->n);
    struct voices *v = arena_new(nm->mem, struct voices, 1);

    v->sounds =
        arena_new(nm->mem, struct sound,
                  bs->n < BEARER_MOST_SOUNDS ? bs->n : BEARER_MOST_SOUNDS);
    /* the fullest of each bearer speaks for it */
    for (uint32_t i = 0; i < bs->n; i++) {
        uint32_t r = root(bs, i), f = fullest[r];

        if (f == 0 || bs->b[i].nwords > bs->b[f - 1].nwords)
            fullest[r] = i + 1;
    }
    for (uint32_t i = 0; i < bs->n && v->n < BEARER_MOST_SOUNDS; i++) {
        str label;

        if (fullest[i] == 0)
            continue;
        label = nm->marks[fullest[i] - 1].label;
        if (utf8_count(label) < 4)
            continue;
        sound_of(nm->lx, label, &v->sounds[v->n]);
        v->of[v->n++] = i;
    }
    match_voices(bs, v);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t k = v->match[i];

        if (k == i)
            continue;
        if (v->like[i] >= LIKENESS_SAME ||
            (v->match[k] == i && v->sounds[i].nwords > 1 &&
             v->sounds[k].nwords > 1))
            join(bs, v->of[i], v->of[k]);
    }
}

/* ---- joining --------------------------------------------------------- */

static bool
longer(const struct bearers *bs, uint32_t k, uint32_t i)
{
    const struct name_mark *m = bs->nm->marks;

    if (bs->b[k].nwords != bs->b[i].nwords)
        return bs->b[k].nwords > bs->b[i].nwords;
    return m[k].lang == LANG_JA && m[k].label.n > m[i].label.n;
}

static void
same_words(struct bearers *bs)
{
    for (uint32_t i = 0; i < bs->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if (bs->b[i].nwords == bs->b[k].nwords && !longer(bs, i, k) &&
                !longer(bs, k, i) && fits(bs, i, k)) {
                join(bs, k, i);
                break;
            }
}

/* A word that is a place in one sentence is one in the others. */
static void
spread_places(struct bearers *bs)
{
    struct name_mark *m = bs->nm->marks;
    bool *place = arena_new(bs->nm->mem, bool, bs->n);

    for (uint32_t i = 0; i < bs->n; i++)
        if (m[i].kind == NAME_PLACE && m[i].sure >= NAME_SURE) {
            place[root(bs, i)] = true;
            if (m[i].sure >= PLACE_PLAIN)
                bs->town[root(bs, i)] = true;
        }
    for (uint32_t i = 0; i < bs->n; i++)
        if (m[i].kind == NAME_OTHER && place[root(bs, i)])
            m[i].kind = NAME_PLACE;
}

/* A shorter name joins the only bearer whose longer name it fits. */
static void
shorter(struct bearers *bs)
{
    struct name_mark *m = bs->nm->marks;

    for (uint32_t i = 0; i < bs->n; i++) {
        uint32_t only = UINT32_MAX;
        bool one = true;

        for (uint32_t k = 0; k < bs->n && one; k++) {
            if (!longer(bs, k, i) || !fits(bs, i, k))
                continue;
            if (only == UINT32_MAX)
                only = root(bs, k);
            else
                one = root(bs, k) == only;
        }
        if (only == UINT32_MAX || !one)
            continue;
        /* 马斯 by itself is doubtful; where 海科·马斯 is told it is not */
        if (m[i].sure < NAME_SURE && m[i].kind == NAME_PERSON &&
            m[only].kind == NAME_PERSON && m[only].sure >= NAME_SURE &&
            bs->nm->w[m[i].word].script == SCRIPT_HAN)
            m[i].sure = SURE_PART;
        join(bs, only, i);
    }
}

/* The concept of a body that is all of a mark: МЧС, Министерство по … */
static uint32_t
common_body(const struct namer *nm, const struct name_mark *m)
{
    const struct sense *s =
        m->kind == NAME_ORG ? reading_concept(&nm->a->read, m->word, CLASS_BODY)
                            : NULL;

    return s && s->nwords == m->nwords ? s->id : 0;
}

static void
known(struct bearers *bs)
{
    const struct name_mark *m = bs->nm->marks;

    for (uint32_t i = 0; i < bs->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if ((m[i].known && m[i].known == m[k].known &&
                 m[i].known_kind == m[k].known_kind) ||
                (common_body(bs->nm, &m[i]) &&
                 common_body(bs->nm, &m[i]) == common_body(bs->nm, &m[k]))) {
                join(bs, k, i);
                break;
            }
}

/* The surest kind, the role that was said anywhere, the plain form. */
static void
share(struct bearers *bs)
{
    struct name_mark *m = bs->nm->marks;
    uint8_t *kind = arena_new(bs->nm->mem, uint8_t, bs->n);
    uint8_t *guess = arena_new(bs->nm->mem, uint8_t, bs->n);

    for (uint32_t i = 0; i < bs->n; i++) {
        uint32_t r = root(bs, i), best = r;

        m[i].entity = r + 1;
        for (uint32_t k = 0; k < bs->n; k++) {
            if (root(bs, k) != r)
                continue;
            if (m[k].guess != m[best].guess ? m[k].guess < m[best].guess
                                            : m[k].sure > m[best].sure)
                best = k;
            if (m[k].lang == m[i].lang && name_inflects((enum lang)m[i].lang) &&
                bs->b[k].nwords == bs->b[i].nwords && m[k].known == 0 &&
                m[k].label.n < m[i].label.n &&
                str_starts(m[i].label, m[k].label))
                m[i].label = m[k].label;
        }
        kind[i] = m[best].kind;
        guess[i] = m[best].guess;
    }
    for (uint32_t i = 0; i < bs->n; i++) {
        m[i].kind = kind[i];
        m[i].guess = guess[i];
    }
}

void
name_bearers(struct namer *nm)
{
    struct bearers bs = {.nm = nm, .n = nm->nmarks};

    if (bs.n == 0)
        return;
    bs.b = arena_new(nm->mem, struct bearer, bs.n);
    bs.town = arena_new(nm->mem, bool, bs.n);
    for (uint32_t i = 0; i < bs.n; i++)
        content(&bs, i);
    known(&bs);
    same_words(&bs);
    spread_places(&bs);
    shorter(&bs);
    abridged(&bs);
    by_sound(&bs);
    share(&bs);
}
