/*
 * label.c - what a figure counts, in English words built from concepts; the
 * words of a page stand in only where nothing is known of them.
 */
#include "base/buf.h"
#include "brief/inside.h"

#include <string.h>

#define LABEL_CHARS 60 /* of a sentence that stands in for a label */

struct vote {
    uint32_t id;
    size_t n;
};

static uint32_t
most(const uint32_t *ids, size_t n)
{
    struct vote best = {0, 0};

    for (size_t i = 0; i < n; i++) {
        size_t same = 0;

        if (ids[i] == 0)
            continue;
        for (size_t k = 0; k < n; k++)
            same += ids[k] == ids[i];
        if (same > best.n || (same == best.n && ids[i] < best.id))
            best = (struct vote){ids[i], same};
    }
    return best.id;
}

/* English plural of a concept's first word, by rule. */
static void
put_plural(struct buf *b, str word)
{
    static const char *const same[] = {
        "people", "police", "aircraft", "personnel", "troops",     "series",
        "gold",   "silver", "ammonia",  "oil",       "gas",        "water",
        "money",  "aid",    "food",     "equipment", "staff",      "data",
        "cash",   "rain",   "snow",     "land",      "ammunition", NULL};

    for (int i = 0; same[i]; i++)
        if (str_ends(word, str_of(same[i]))) {
            buf_put(b, word);
            return;
        }
    if (str_is(word, "person")) {
        buf_putz(b, "people");
    } else if (str_is(word, "child")) {
        buf_putz(b, "children");
    } else if (str_ends(word, STR("man"))) {
        buf_put(b, str_cut(word, 0, word.n - 2));
        buf_putz(b, "en");
    } else if (str_ends(word, STR("y")) && word.n > 2 &&
               !strchr("aeiou", word.s[word.n - 2])) {
        buf_put(b, str_cut(word, 0, word.n - 1));
        buf_putz(b, "ies");
    } else if (str_ends(word, STR("s")) || str_ends(word, STR("x")) ||
               str_ends(word, STR("ch")) || str_ends(word, STR("sh"))) {
        buf_put(b, word);
        if (!str_ends(word, STR("s")) || str_ends(word, STR("ss")))
            buf_putz(b, "es");
    } else {
        buf_put(b, word);
        buf_putc(b, 's');
    }
}

/* The qualifier most readings agree on, of one kind; 0: none. */
static struct sense
qualifier(const struct tale *t, const struct reading_of *const *g, size_t n,
          bool places)
{
    struct sense best = {0};
    size_t votes = 0;

    for (size_t i = 0; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);

        for (uint32_t k = 0; k < q->nquals; k++) {
            struct sense s = q->quals[k];
            bool place = s.kind == SENSE_DEMONYM || s.kind == SENSE_PLACE;
            size_t same = 0;

            if (place != places || (!place && s.kind != SENSE_CONCEPT) ||
                s.id == q->counted || s.id == q->state)
                continue;
            /* the same again in another word says nothing */
            if (!place && (lexicon_near(t->lx, s.id, q->counted) > 0 ||
                           lexicon_near(t->lx, s.id, q->state) > 0))
                continue;
            if (!place && s.cls != CLASS_QUALITY && s.cls != CLASS_THING &&
                s.cls != CLASS_PERSON)
                continue;
            for (size_t m = 0; m < n; m++) {
                const struct quantity_mark *o = reading_mark(t, g[m]);

                for (uint32_t x = 0; x < o->nquals; x++)
                    if (o->quals[x].id == s.id &&
                        (o->quals[x].kind == s.kind || place)) {
                        same++;
                        break;
                    }
            }
            if (same > votes) {
                votes = same;
                best = s;
            }
        }
    }
    return votes * 2 > n ? best : (struct sense){0};
}

/* How far a measure may stand from what it measures, in words. */
#define SENTENCE_WORDS    40u
#define MEASURED_WORDS(w) ((w)->script == SCRIPT_HAN ? 8u : 5u)

static bool
can_be_measured(const struct sense *s)
{
    return s->kind == SENSE_CONCEPT &&
           (s->cls == CLASS_THING || s->cls == CLASS_ACT ||
            s->cls == CLASS_PLACE || s->cls == CLASS_ABSTRACT ||
            s->cls == CLASS_STATE);
}

/* Adds what stands next to a reading's number, each concept once. */
static uint32_t *
beside(const struct tale *t, const struct reading_of *one, bool far,
       uint32_t *ids, size_t *nids)
{
    const struct reading *r = &t->set->articles[one->article]->read;
    const struct quantity_mark *q = reading_mark(t, one);
    uint32_t reach =
        far ? SENTENCE_WORDS : MEASURED_WORDS(&r->w.words[q->word]);
    uint32_t from = q->word > reach ? q->word - reach : 0;
    uint32_t to = q->word + q->nwords + reach;
    size_t first = *nids;

    for (uint32_t k = from; k < to && k < r->w.nwords; k++) {
        if (r->w.words[k].sentence != q->sentence)
            continue;
        for (uint32_t m = r->sense_at[k]; m < r->sense_at[k + 1]; m++) {
            bool known = !can_be_measured(&r->senses[m]);

            for (size_t x = first; x < *nids && !known; x++)
                known = ids[x] == r->senses[m].id;
            if (known)
                continue;
            ids = arena_grow(t->mem, ids, *nids, sizeof *ids);
            ids[(*nids)++] = r->senses[m].id;
        }
    }
    return ids;
}

static uint32_t
most_beside(const struct tale *t, const struct reading_of *const *g, size_t n,
            bool far, size_t *votes)
{
    uint32_t *ids = NULL, best;
    size_t nids = 0;

    for (size_t i = 0; i < n; i++)
        ids = beside(t, g[i], far, ids, &nids);
    best = most(ids, nids);
    *votes = 0;
    for (size_t i = 0; i < nids; i++)
        *votes += best && ids[i] == best;
    return best;
}

/*
 * What a bare measure is of: the thing, act or notion that stands next to
 * more than a third of its readings ("38 metres" next to "dam"), and next to
 * two where there are two; else one that stands in the sentences of more than
 * half of three or more. 0: none.
 */
static uint32_t
measured(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    size_t votes;
    uint32_t best = most_beside(t, g, n, false, &votes);

    if (votes * 3 > n && (n == 1 || votes > 1))
        return best;
    best = most_beside(t, g, n, true, &votes);
    return votes > 2 && votes * 2 > n ? best : 0;
}

static const char *
own_words(const struct tale *t, const struct reading_of *r)
{
    const struct article *a = t->set->articles[r->article];

    return arena_z(t->mem, article_words(a, reading_mark(t, r)->at));
}

/* People who were told to be something else, too: of a part it is what they
 * are ("five of them children"), of others it may be who did it to them. */
static bool
says_who(const struct tale *t, const struct reading_of *const *g, size_t n,
         uint32_t counted, const struct sense *qual)
{
    size_t parts = 0;

    if (!str_is(lexicon_key(t->lx, counted), "people") ||
        (qual->cls != CLASS_PERSON && qual->cls != CLASS_ROLE))
        return false;
    for (size_t i = 0; i < n; i++)
        parts += reading_mark(t, g[i])->partitive;
    return parts * 2 > n;
}

/* The words of a figure of which nothing is known: with what stands around
 * them where they are a bare number. */
static const char *
told_as(const struct tale *t, const struct reading_of *r)
{
    const struct quantity_mark *q = reading_mark(t, r);
    str s;
    size_t cut = 0, chars = 0;

    if (q->at.end - q->at.start > q->number.end - q->number.start)
        return own_words(t, r);
    s = str_of(tale_sentence(t, r->article, q->at.start));
    for (str rest = s; rest.n && chars < LABEL_CHARS; chars++) {
        if (utf8_space(utf8_next(&rest)) || chars + 1 == LABEL_CHARS)
            cut = s.n - rest.n;
        if (rest.n == 0)
            return s.s;
    }
    return arena_printf(t->mem, "%.*s…", STR_ARG(str_trim(str_cut(s, 0, cut))))
        .s;
}

const char *
label_group(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    uint32_t *ids = arena_new(t->mem, uint32_t, n);
    uint32_t counted, state, unit;
    size_t nunits = 0;
    struct sense place, qual;
    struct buf b = {0};
    const char *out;

    for (size_t i = 0; i < n; i++)
        ids[i] = reading_mark(t, g[i])->counted;
    counted = most(ids, n);
    for (size_t i = 0; i < n; i++)
        ids[i] = reading_mark(t, g[i])->state;
    state = most(ids, n);
    for (size_t i = 0; i < n; i++)
        ids[i] = reading_mark(t, g[i])->unit;
    unit = most(ids, n);
    for (size_t i = 0; i < n; i++)
        nunits += ids[i] != 0;
    if (nunits * 2 <= n) /* a counter word here or there is no unit */
        unit = 0;
    place = qualifier(t, g, n, true);
    qual = qualifier(t, g, n, false);
    if (!counted && !state && !unit)
        return told_as(t, g[0]);
    if (says_who(t, g, n, counted, &qual))
        counted = qual.id;
    else if (counted && (qual.cls == CLASS_PERSON || qual.cls == CLASS_ROLE) &&
             str_is(lexicon_key(t->lx, counted), "people"))
        qual = (struct sense){0};
    if (!counted && unit) {
        uint32_t of = measured(t, g, n);

        if (of)
            return arena_printf(t->mem, "%.*s, %.*s",
                                STR_ARG(lexicon_word(t->lx, of, LANG_EN)),
                                STR_ARG(lexicon_word(t->lx, unit, LANG_EN)))
                .s;
    }
    if (qual.id && qual.id != counted && qual.id != state) {
        buf_put(&b, lexicon_word(t->lx, qual.id, LANG_EN));
        buf_putc(&b, ' ');
    }
    /* "inflation, percent": a measure is of one thing, and what befell
     * somebody near it is not said of it */
    if (counted && unit) {
        buf_put(&b, lexicon_word(t->lx, counted, LANG_EN));
        state = 0;
    } else if (counted)
        put_plural(&b, lexicon_word(t->lx, counted, LANG_EN));
    else if (unit && !state)
        buf_put(&b, lexicon_word(t->lx, unit, LANG_EN));
    if (state && state != counted) {
        if (b.n)
            buf_putc(&b, ' ');
        buf_put(&b, lexicon_word(t->lx, state, LANG_EN));
    }
    if (unit && (counted || state)) {
        buf_putz(&b, ", ");
        buf_put(&b, lexicon_word(t->lx, unit, LANG_EN));
    }
    if (place.id) {
        buf_putz(&b, ", ");
        buf_put(&b, lexicon_place(t->lx, place.id).name);
    }
    out = arena_z(t->mem, buf_str(&b));
    buf_free(&b);
    return out;
}
