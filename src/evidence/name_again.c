/*
 * name_again.c - once a page has told a name in full, its parts are names
 * wherever they stand: "Kadhimi", "卡希米", "بايدن", and "Bidenwill".
 */
#include "evidence/name_parts.h"

#define AGAIN_MOST_PARTS 500
#define SURE_AGAIN       70
#define SAID_LEAST       4 /* characters of a word of saying that is glued */
#define SAID_LEAST_NAME  5 /* … of the name before it */
#define GLUED_LEAST      4 /* characters of a name that stands glued */

struct part {
    uint32_t word, nwords; /* where it was told */
    uint8_t kind, lang;
    bool han; /* many one-character words */
};

struct parts {
    struct part *of;
    size_t n;
};

/* A part that says nothing by itself: "Energy" of Xinghai Energy. */
static bool
telling(const struct namer *nm, uint32_t i)
{
    const uint32_t vague = BIT_FUNCTION | BIT_COMMON | BIT_LOWER |
                           BIT_PARTICLE | BIT_ROLE | BIT_HONOUR | BIT_SUFFIX |
                           BIT_HEAD_ORG | BIT_HEAD_PLACE | BIT_FIRM |
                           BIT_DEMONYM | BIT_TIME | BIT_SAY | BIT_NUMBER;

    return nm->w[i].kind == WORD_LETTERS && !(nm->bits[i] & vague) &&
           utf8_count(nm->w[i].fold) > 2;
}

static bool
same_words(const struct namer *nm, uint32_t i, uint32_t k, uint32_t n)
{
    for (uint32_t x = 0; x < n; x++)
        if (!str_eq(nm->w[i + x].fold, nm->w[k + x].fold))
            return false;
    return true;
}

static void
part_add(struct namer *nm, struct parts *ps, struct part p)
{
    if (ps->n >= AGAIN_MOST_PARTS)
        return;
    for (size_t k = 0; k < ps->n; k++)
        if (ps->of[k].nwords == p.nwords && ps->of[k].kind == p.kind &&
            same_words(nm, ps->of[k].word, p.word, p.nwords))
            return;
    ps->of = arena_grow(nm->mem, ps->of, ps->n, sizeof *ps->of);
    ps->of[ps->n++] = p;
}

static bool
dot(const struct namer *nm, uint32_t i)
{
    return nm->w[i].kind == WORD_MARK;
}

static void
parts_of(struct namer *nm, struct parts *ps, const struct name_mark *m)
{
    uint32_t end = m->word + m->nwords, content = 0;

    if (nm->w[m->word].script == SCRIPT_HAN) {
        for (uint32_t i = m->word, p = i; i <= end; i++) {
            if (i < end && !dot(nm, i))
                continue;
            if (i - p >= 2)
                part_add(nm, ps,
                         (struct part){p, i - p, m->kind, m->lang, true});
            p = i + 1;
        }
        /* surname of a Japanese name */
        const struct sense *s =
            reading_sense(&nm->a->read, m->word, SENSE_SURNAME);
        if (m->kind == NAME_PERSON && s && s->nwords > 1 &&
            s->nwords < m->nwords && m->lang == LANG_JA)
            part_add(nm, ps,
                     (struct part){m->word, s->nwords, m->kind, m->lang, true});
        return;
    }
    for (uint32_t i = m->word; i < end; i++)
        content += nm->w[i].kind == WORD_LETTERS;
    for (uint32_t i = m->word; i < end; i++) {
        bool last = true;

        if (!telling(nm, i) || (nm->bits[i] & BIT_PLACE && content > 1))
            continue;
        /* a German noun has its capital everywhere */
        if (m->lang == LANG_DE && m->guess == 2 && nm->bits[i] & BIT_STEMMED)
            continue;
        /* بنك التعمير: what a body is for has its article and says little */
        if (m->kind == NAME_ORG && content > 1 && plain_with_article(nm, i))
            continue;
        for (uint32_t k = i + 1; k < end; k++)
            last &= nm->w[k].kind != WORD_LETTERS;
        /* a given name alone is said of too many */
        if (content > 1 && m->kind == NAME_PERSON && !last &&
            nm->bits[i] & BIT_GIVEN)
            continue;
        part_add(nm, ps, (struct part){i, 1, m->kind, m->lang, false});
    }
}

static bool
same_here(const struct namer *nm, const struct part *p, uint32_t i)
{
    if (p->han) {
        if (i + p->nwords > nm->n)
            return false;
        for (uint32_t k = 0; k < p->nwords; k++)
            if (nm->taken[i + k] || nm->bits[i + k] & BIT_FUNCTION ||
                !str_eq(nm->w[i + k].fold, nm->w[p->word + k].fold))
                return false;
        return true;
    }
    return name_same_word(nm->w[i].fold, (enum lang)nm->w[i].lang,
                          nm->w[p->word].fold, (enum lang)nm->w[p->word].lang);
}

/* Takes a hyphened particle before: al-|Kadhimi, and "II" behind. */
static void
mark(struct namer *nm, const struct part *p, uint32_t i)
{
    uint32_t from = i, end = i + p->nwords;
    unsigned sure = SURE_AGAIN;

    if (!p->han && i > 1 && name_mark_is(nm, i - 1, "-") &&
        name_joined(nm, i) && name_joined(nm, i - 1) &&
        nm->bits[i - 2] & BIT_PARTICLE && !nm->taken[i - 1] &&
        !nm->taken[i - 2])
        from = i - 2;
    if (end < nm->n && nm->bits[end] & BIT_SUFFIX && !nm->taken[end] &&
        name_cased(nm, end) && !p->han)
        end++;
    name_add(nm, from, end, (enum name_kind)p->kind, sure);
}

/*
 * "Bidenwill": a name and a small word that a capture ran together. Bytes
 * of the name, 0 where it is none.
 */
static size_t
glued(const struct namer *nm, const struct part *p, uint32_t i)
{
    str name = nm->w[p->word].fold, w = nm->w[i].fold, rest;
    enum lang lang = (enum lang)nm->w[i].lang;
    str shown = name_text(nm, i);

    if (p->han || !name_capital(nm, i) || w.n <= name.n ||
        !str_starts(w, name) || utf8_count(name) < GLUED_LEAST ||
        shown.n != w.n)
        return 0;
    rest = str_cut(w, name.n, w.n);
    if (!lexicon_has(nm->lx, rest, lang, SENSE_FUNCTION) &&
        !lexicon_has(nm->lx, rest, lang, SENSE_CONCEPT))
        return 0;
    return utf8_count(rest) < 2 || name_inflects(lang) ? 0 : name.n;
}

static void
shorten(struct namer *nm, struct name_mark *m, size_t bytes)
{
    m->at.end = m->at.start + (uint32_t)bytes;
    m->label = article_words(nm->a, m->at);
}

static void
word_again(struct namer *nm, const struct parts *ps, uint32_t i)
{
    bool cased = name_cased(nm, i);

    if (nm->w[i].kind != WORD_LETTERS || nm->taken[i] ||
        nm->bits[i] & (BIT_FUNCTION | BIT_ROLE) ||
        (cased && !name_capital(nm, i)))
        return;
    for (size_t k = 0; k < ps->n; k++)
        if (nm->w[ps->of[k].word].script == nm->w[i].script &&
            same_here(nm, &ps->of[k], i)) {
            mark(nm, &ps->of[k], i);
            return;
        }
    for (size_t k = 0; cased && k < ps->n; k++) {
        size_t bytes = glued(nm, &ps->of[k], i);
        struct name_mark *m;

        if (bytes == 0)
            continue;
        m = name_add(nm, i, i + 1, (enum name_kind)ps->of[k].kind, SURE_AGAIN);
        if (m)
            shorten(nm, m, bytes);
        return;
    }
}

/* The last content word of a full name of a person. */
static bool
surname_of_other(const struct namer *nm, const struct name_mark *m,
                 uint32_t word)
{
    for (size_t k = 0; k < nm->nmarks; k++) {
        const struct name_mark *f = &nm->marks[k];

        if (f == m || f->nwords < 2 || !(nm->bits[f->word] & BIT_GIVEN) ||
            f->sure < NAME_SURE)
            continue;
        for (uint32_t i = f->word + 1; i < f->word + f->nwords; i++)
            if (nm->w[i].kind == WORD_LETTERS && telling(nm, i) &&
                name_same_word(nm->w[i].fold, (enum lang)nm->w[i].lang,
                               nm->w[word].fold, (enum lang)nm->w[word].lang))
                return true;
    }
    return false;
}

/* "Biden Kadhimi" of a headline: two surnames that full names bear. */
static void
part_pairs(struct namer *nm)
{
    for (size_t k = 0; k < nm->nmarks; k++) {
        struct name_mark *m = &nm->marks[k];
        uint32_t second = m->word + 1;

        if (m->nwords < 2 || m->known || nm->bits[m->word] & BIT_GIVEN ||
            !name_cased(nm, m->word) || !telling(nm, m->word) ||
            name_mark_is(nm, second, "-") ||
            !surname_of_other(nm, m, m->word) ||
            !surname_of_other(nm, m, m->word + m->nwords - 1))
            continue;
        for (uint32_t i = second; i < m->word + m->nwords; i++)
            nm->taken[i] = false;
        m->nwords = 1;
        m->at.end = nm->w[m->word].end;
        m->label = article_words(nm->a, m->at);
    }
}

/* "PresidentJoe": where the name begins inside the word; 0: at its start. */
static size_t
glued_before(const struct namer *nm, uint32_t i)
{
    str shown = name_text(nm, i), rest = shown;
    enum lang lang = (enum lang)nm->w[i].lang;
    bool small = false;

    if (!name_capital(nm, i) || shown.n != nm->w[i].fold.n)
        return 0;
    while (rest.n) {
        size_t at = (size_t)(rest.s - shown.s);
        uint32_t c = utf8_next(&rest);
        str before = str_cut(nm->w[i].fold, 0, at);

        if (utf8_upper(c) && small && at > 3 && shown.n - at > 2 &&
            (lexicon_has(nm->lx, before, lang, SENSE_CONCEPT) ||
             lexicon_has(nm->lx, before, lang, SENSE_HONORIFIC)))
            return at;
        small = utf8_lower(c);
    }
    return 0;
}

/* Frees a mark from words that a capture ran into it. */
static void
unglue(struct namer *nm, const struct parts *ps, struct name_mark *m)
{
    uint32_t last = m->word + m->nwords - 1;
    size_t before;

    if (!name_cased(nm, m->word) || m->known)
        return;
    before = glued_before(nm, m->word);
    if (before) {
        m->at.start += (uint32_t)before;
        m->label = article_words(nm->a, m->at);
    }
    for (size_t j = 0; j < ps->n; j++) {
        size_t bytes = glued(nm, &ps->of[j], last);

        if (bytes == 0 || m->at.end != nm->w[last].end)
            continue;
        m->at.end = nm->w[last].start + (uint32_t)bytes;
        m->label = article_words(nm->a, m->at);
        if (m->sure < NAME_SURE) {
            m->sure = SURE_AGAIN - 10;
            m->kind = ps->of[j].kind;
        }
        return;
    }
}

/*
 * "Walter Dunningsaid": a word of saying that a capture ran into a surname.
 * Only behind another word of the name, and where no verb follows.
 */
static void
unglue_said(struct namer *nm, struct name_mark *m)
{
    uint32_t last = m->word + m->nwords - 1;
    str w = nm->w[last].fold, rest = w;
    enum lang lang = (enum lang)nm->w[last].lang;
    size_t at;

    if (m->nwords < 2 || m->known || !name_capital(nm, last) ||
        !name_unknown(nm, last) || name_text(nm, last).n != w.n ||
        name_inflects(lang) || m->at.end != nm->w[last].end)
        return;
    for (size_t k = 0; k < SAID_LEAST_NAME && rest.n; k++)
        utf8_next(&rest);
    while (rest.n) {
        at = (size_t)(rest.s - w.s);
        if (utf8_count(rest) >= SAID_LEAST &&
            lexicon_find(nm->lx, rest, lang, SENSE_CONCEPT, 1u << CLASS_SAY)) {
            m->at.end = nm->w[last].start + (uint32_t)at;
            m->label = article_words(nm->a, m->at);
            return;
        }
        utf8_next(&rest);
    }
}

void
name_again(struct namer *nm)
{
    struct parts ps = {0};
    size_t n = nm->nmarks;

    part_pairs(nm);
    for (size_t k = 0; k < n; k++)
        unglue_said(nm, &nm->marks[k]);

    for (size_t k = 0; k < n; k++)
        if (nm->marks[k].sure >= NAME_SURE && !nm->marks[k].known)
            parts_of(nm, &ps, &nm->marks[k]);
    if (ps.n == 0)
        return;
    for (uint32_t i = 0; i < nm->n; i++)
        word_again(nm, &ps, i);
    /* weak marks that a sure one repeats are sure as well */
    for (size_t k = 0; k < n; k++) {
        struct name_mark *m = &nm->marks[k];

        unglue(nm, &ps, m);
        if (m->sure >= NAME_SURE || m->nwords > 4)
            continue;
        for (size_t j = 0; j < ps.n && m->sure < NAME_SURE; j++)
            for (uint32_t i = m->word; i < m->word + m->nwords; i++) {
                bool was = nm->taken[i];

                nm->taken[i] = false;
                if (ps.of[j].word != m->word &&
                    nm->w[ps.of[j].word].script == nm->w[i].script &&
                    same_here(nm, &ps.of[j], i)) {
                    m->sure = SURE_AGAIN - 10;
                    m->kind = ps.of[j].kind;
                }
                nm->taken[i] = was;
            }
    }
}
