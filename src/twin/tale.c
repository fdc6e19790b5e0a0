/* tale.c - a text as sentences and their facts. */
#include "twin/tale.h"

#include "lexicon/numbers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TALE_FACTS 96 /* of one sentence */
/* Facts two tales share that are worth a closer look. */
#define LIKELY_FACTS 6
#define LIKELY_SHARE 0.2
/* In one language, where words count as well; true pairs of
 * wmt_paraphrase_dups have .35 and more, 2026-11. */
#define RETOLD_SHARE 0.3

static double
fact_weight(enum fact_type type)
{
    switch (type) {
    case FACT_NUMBER:
        return 1.6;
    case FACT_TIME:
        return 1.2;
    case FACT_PLACE:
    case FACT_BODY:
        return 1.2;
    case FACT_WORD:
        return 1.6;
    case FACT_STEM:
        return 1.0;
    case FACT_CONCEPT:
        break;
    }
    return 0.7;
}

static void
put_fact(struct saying *s, enum fact_type type, uint64_t id, uint32_t word,
         uint32_t nwords)
{
    uint64_t key = (uint64_t)type << 60 | (id & 0x0FFFFFFFFFFFFFFFu);

    for (size_t i = 0; i < s->nfacts; i++)
        if (s->fact[i].id == key)
            return;
    if (s->nfacts < TALE_FACTS)
        s->fact[s->nfacts++] =
            (struct fact){key, word, nwords, (float)fact_weight(type)};
}

/* A Latin word with a capital inside a sentence may be the same name in
 * many languages. */
static bool
name_word(const struct word *w)
{
    return w->kind == WORD_LETTERS && w->script == SCRIPT_LATIN &&
           (w->shape & SHAPE_CAPITAL) && w->fold.n >= 4;
}

static bool
by_signs(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HIRAGANA ||
           w->script == SCRIPT_THAI;
}

/* A word of three letters or more; of signs, this one and the next. */
static void
put_stem(const struct reading *r, uint32_t i, struct saying *s)
{
    const struct word *w = &r->w.words[i];

    if (!by_signs(w)) {
        if (utf8_count(w->fold) >= 3)
            put_fact(s, FACT_STEM, str_hash(w->stem), i, 1);
    } else if (i + 1 < r->w.nwords && by_signs(w + 1) &&
               w[1].sentence == w->sentence) {
        put_fact(s, FACT_STEM, str_hash(w->stem) * 31 + str_hash(w[1].stem), i,
                 2);
    }
}

static void
read_word(const struct article *a, uint32_t i, struct saying *s)
{
    const struct reading *r = &a->read;
    const struct word *w = &r->w.words[i];

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
        const struct sense *x = &r->senses[k];

        switch (x->kind) {
        case SENSE_CONCEPT:
            put_fact(s, FACT_CONCEPT, x->id, i, 1);
            break;
        case SENSE_PLACE:
        case SENSE_DEMONYM:
            put_fact(s, FACT_PLACE, x->id, i, 1);
            break;
        case SENSE_BODY:
            put_fact(s, FACT_BODY, x->id, i, 1);
            break;
        case SENSE_MONTH:
            put_fact(s, FACT_TIME, x->id, i, 1);
            break;
        case SENSE_WEEKDAY:
            put_fact(s, FACT_TIME, 0x10000 | x->id, i, 1);
            break;
        default:
            break;
        }
    }
    if (name_word(w))
        put_fact(s, FACT_WORD, str_hash(w->fold), i, 1);
    if (w->kind == WORD_LETTERS && !reading_sense(r, i, SENSE_FUNCTION))
        put_stem(r, i, s);
}

/* Letters an English text of the same content would have. */
static double
letters_of(const struct word *w)
{
    double n = (double)utf8_count(w->fold) + 1;

    if (w->script == SCRIPT_HAN)
        return n * 1.6;
    if (w->script == SCRIPT_HIRAGANA || w->script == SCRIPT_KATAKANA ||
        w->script == SCRIPT_HANGUL)
        return n * 1.2;
    if (w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW)
        return n * 1.25;
    return n;
}

/* How long a news text is beside the same text in English, in those letters:
 * the medians of parallel texts (NTREX, WMT 21 to 24; Polish, Greek, Dutch by
 * hand), 2026-11. */
static double
breadth_of(enum lang lang)
{
    switch (lang) {
    case LANG_KO:
        return 0.62;
    case LANG_ZH:
        return 0.89;
    case LANG_TR:
        return 1.07;
    case LANG_PT:
    case LANG_EL:
    case LANG_NL:
        return 1.10;
    case LANG_AR:
    case LANG_ID:
        return 1.13;
    case LANG_DE:
    case LANG_ES:
    case LANG_FR:
    case LANG_IT:
    case LANG_FA:
        return 1.18;
    default:
        return 1;
    }
}

/* The facts of one sentence; `room` holds TALE_FACTS. */
static void
read_sentence(const struct lexicon *lx, const struct article *a,
              const struct sentence *se, struct fact *room, struct saying *s)
{
    const struct word *w = a->read.w.words;
    uint32_t end = se->word + se->nwords;

    *s = (struct saying){.at = se->at, .fact = room};
    for (uint32_t k = se->word; k < end;) {
        uint32_t next = k + 1;
        struct number n;

        if (number_at(lx, &a->read, k, &n) && n.nwords > 0) {
            double v = n.value * 1000;

            if (v >= 0 && v < 1e17)
                put_fact(s, FACT_NUMBER, (uint64_t)llround(v), k, n.nwords);
            next = k + n.nwords;
        } else {
            read_word(a, k, s);
        }
        for (; k < next && k < end; k++)
            if (w[k].kind != WORD_MARK)
                s->letters += letters_of(&w[k]);
    }
}

int
tale_id_order(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

    return (a > b) - (a < b);
}

static int
by_id(const void *x, const void *y)
{
    const struct told *a = x, *b = y;

    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    return (a->say > b->say) - (a->say < b->say);
}

/* What every sentence says tells no sentence from another. */
static void
weigh(struct tale *t, struct arena *mem)
{
    size_t n = 0;

    for (size_t i = 0; i < t->n; i++)
        n += t->say[i].nfacts;
    t->told = arena_new(mem, struct told, n + 1);
    t->ids = arena_new(mem, uint64_t, n + 1);
    for (uint32_t i = 0; i < t->n; i++)
        for (uint32_t k = 0; k < t->say[i].nfacts; k++)
            t->told[t->ntold++] = (struct told){t->say[i].fact[k].id, i, k};
    qsort(t->told, n, sizeof *t->told, by_id);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && t->told[end].id == t->told[i].id; end++)
            continue;
        for (size_t k = i; k < end; k++)
            t->say[t->told[k].say].fact[t->told[k].fact].weight /=
                (float)sqrt((double)(end - i));
        t->ids[t->nids++] = t->told[i].id;
        t->nshared += t->told[i].id >> 60 < FACT_STEM;
    }
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->say[i].nfacts; k++)
            for (size_t type = t->say[i].fact[k].id >> 60; type <= FACT_STEM;
                 type++)
                t->say[i].weight[type] += (double)t->say[i].fact[k].weight;
}

static bool
lang_latin(const struct article *a, const struct part *p)
{
    size_t latin = 0;

    for (uint32_t i = 0; i < p->t.n; i++) {
        unsigned char c = (unsigned char)a->text.s[p->t.w[i].start];

        /* ASCII and the Latin blocks behind it */
        latin += c < 0xC9;
    }
    return latin * 2 > p->t.n;
}

struct tale *
tale_read(const struct lexicon *lx, const struct article *a,
          const struct part *p, struct arena *mem)
{
    struct tale *t = arena_new(mem, struct tale, 1);
    struct fact room[TALE_FACTS];
    uint32_t last = UINT32_MAX;

    t->a = a;
    t->lang = p->lang;
    t->latin = lang_latin(a, p);
    for (uint32_t i = 0; i < p->t.n && t->n < TALE_SENTENCES; i++) {
        struct saying s;

        if (p->t.w[i].sentence == last)
            continue;
        last = p->t.w[i].sentence;
        read_sentence(lx, a, &a->read.w.sentences[last], room, &s);
        s.letters /= breadth_of(p->lang);
        s.fact = arena_new(mem, struct fact, s.nfacts + 1);
        memcpy(s.fact, room, s.nfacts * sizeof *room);
        t->say = arena_grow(mem, t->say, t->n, sizeof *t->say);
        t->say[t->n++] = s;
        t->letters += s.letters;
    }
    weigh(t, mem);
    return t;
}

double
tale_letters(const struct tale *t)
{
    return t->letters;
}

bool
tale_likely(const struct tale *a, const struct tale *b)
{
    bool retold = a->lang == b->lang;
    size_t na = retold ? a->nids : a->nshared, i = 0, j = 0, same = 0;
    size_t nb = retold ? b->nids : b->nshared, least = na < nb ? na : nb;
    double enough = (retold ? RETOLD_SHARE : LIKELY_SHARE) * (double)least;

    while (i < na && j < nb &&
           !(same >= LIKELY_FACTS && (double)same >= enough)) {
        /* too few are left */
        if ((double)(same + (na - i < nb - j ? na - i : nb - j)) < enough)
            return false;
        if (a->ids[i] == b->ids[j]) {
            same++;
            i++;
            j++;
        } else if (a->ids[i] < b->ids[j]) {
            i++;
        } else {
            j++;
        }
    }
    return same >= LIKELY_FACTS && (double)same >= enough;
}

const uint64_t *
tale_facts(const struct tale *t, bool retold, size_t *n)
{
    *n = retold ? t->nids : t->nshared;
    return t->ids;
}
