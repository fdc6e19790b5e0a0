/*
 * label.c - what a figure counts, in English words built from concepts; the
 * words of a page stand in only where nothing is known of them.
 */
#include "brief/label.h"
#include "base/buf.h"

#include <stddef.h>
#include <string.h>

/* Shares of a figure's readings that must bear a concept before it stands in
 * the label; read on corpus/dev, events_dev and own stories, 2026-11. */
#define COUNTED_SHARE 0.5
#define COUNTED_ALONE 0.30 /* where the others say nothing at all */
#define COUNTED_LEAST 0.34 /* where no page of the reader's language helps */
#define STATE_SHARE   0.5
#define UNIT_SHARE    0.5

/* A concept's first word in the reader's language; of English its plural, by
 * rule. */
static void
put_plural(struct buf *b, str word, enum lang lang)
{
    static const char *const same[] = {
        "people",    "police", "aircraft",   "personnel", "troops",
        "series",    "gold",   "silver",     "ammonia",   "oil",
        "gas",       "water",  "money",      "aid",       "food",
        "equipment", "staff",  "data",       "cash",      "rain",
        "snow",      "land",   "ammunition", "livestock", NULL};

    for (int i = 0; same[i]; i++)
        if (str_ends(word, str_of(same[i]))) {
            buf_put(b, word);
            return;
        }
    if (lang != LANG_EN) {
        buf_put(b, word);
    } else if (str_is(word, "person")) {
        buf_putz(b, "people");
    } else if (str_is(word, "child")) {
        buf_putz(b, "children");
    } else if (str_ends(word, STR("thief"))) {
        buf_put(b, str_cut(word, 0, word.n - 1));
        buf_putz(b, "ves");
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

static bool
in_phrase(const struct quantity_mark *q, const struct sense *s)
{
    return s->word >= q->word && s->word < q->word + q->nwords;
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
            /* a stem may be that of another word: flots are no fleet */
            if (!place &&
                (!s.exact || (s.cls != CLASS_QUALITY && s.cls != CLASS_THING &&
                              s.cls != CLASS_PERSON)))
                continue;
            /* where no other page agrees, what stands near is not of it */
            if (n == 1 && !in_phrase(q, &s) &&
                (!place || (s.kind == SENSE_PLACE && !s.exact)))
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
            if (!place && s.cls == CLASS_THING && same < n && !in_phrase(q, &s))
                continue;
            if (same > votes) {
                votes = same;
                best = s;
            }
        }
    }
    return votes * 2 > n ? best : (struct sense){0};
}

/* The words behind a number without the counter before the noun: 四架包机. */
static str
behind_counter(const struct tale *t, const struct reading_of *r, str words)
{
    const struct article *a = t->set->articles[r->article];
    const struct quantity_mark *q = reading_mark(t, r);

    if (q->lang != LANG_ZH && q->lang != LANG_JA)
        return words;
    for (uint32_t i = q->word; i + 1 < q->word + q->nwords; i++) {
        const struct word *w = &a->read.w.words[i];
        const struct sense *s = reading_concept(&a->read, i, CLASS_BOUND);

        if (w->start >= q->number.end && s && s->nwords == 1 &&
            str_is(lexicon_key(t->lx, s->id), "count-thing"))
            return article_words(a, (span){w->end, q->at.end});
    }
    /* 两台风机, where a longer word hides the counter */
    if (q->lang == LANG_ZH && !q->counted && str_starts(words, STR("台")))
        return str_cut(words, strlen("台"), words.n);
    return words;
}

#define NOUN_MOST 48 /* bytes of words that stand for a concept */

/* The words of a figure behind its number: "supporters", "years of rule";
 * empty where they are none, or hold another number. */
static str
noun_words(const struct tale *t, const struct reading_of *r)
{
    const struct quantity_mark *q = reading_mark(t, r);
    str none = {NULL, 0};
    str s = article_words(t->set->articles[r->article],
                          (span){q->number.end, q->at.end});

    if (q->number.end >= q->at.end || (!q->counted && !q->noun.n) ||
        q->partitive)
        return none;
    /* 항공편 700편: behind the number stands a counter */
    if ((q->lang == LANG_ZH || q->lang == LANG_JA || q->lang == LANG_KO) &&
        q->at.start < q->number.start)
        return none;
    if (!q->counted && q->lang == LANG_KO)
        return q->noun; /* without its particle */
    s = str_trim(behind_counter(t, r, s));
    if (str_starts(s, STR("-")))
        s = str_trim(str_cut(s, 1, s.n)); /* "a 34-point plan" */
    for (size_t i = 0; i < s.n; i++)
        if ((s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '\n')
            return none;
    return s.n > NOUN_MOST ? none : s;
}

static bool
generic(const struct tale *t, uint32_t counted)
{
    return counted && str_is(lexicon_key(t->lx, counted), "people");
}

/* The words of a page in the reader's language, where the pages do not agree on
 * a concept: words say more than a guess at their sense. */
static str
readers_words(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);
        str words = noun_words(t, g[i]);

        if (q->lang == t->reader && words.n && q->counted &&
            !generic(t, q->counted) &&
            (!q->unit ||
             words.n > lexicon_word(t->lx, q->unit, t->reader).n + 3))
            return words;
    }
    return (str){0};
}

/* People who were told to be something else, too: of a part it is what they
 * are ("five of them children"), of others it may be who did it to them. */
static bool
says_who(const struct tale *t, const struct reading_of *const *g, size_t n,
         uint32_t counted, const struct sense *qual)
{
    size_t parts = 0;

    if (!generic(t, counted) ||
        (qual->cls != CLASS_PERSON && qual->cls != CLASS_ROLE))
        return false;
    for (size_t i = 0; i < n; i++)
        parts += reading_mark(t, g[i])->partitive;
    return parts * 2 > n;
}

/* The words behind a number where no concept is known of what it counts, the
 * reader's language first; where it is people (`known`), who they are in the
 * reader's words. */
static str
told_as(const struct tale *t, const struct reading_of *const *g, size_t n,
        bool known)
{
    str any = {NULL, 0};

    for (size_t i = 0; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);
        str words = noun_words(t, g[i]);

        if (q->unit || generic(t, q->counted) || !words.n ||
            (known && (!q->counted || q->lang != t->reader)))
            continue;
        if (q->lang == t->reader)
            return words;
        if (!any.n)
            any = words;
    }
    return any;
}

/* What people were counted at, where the readings agree on it: a protest. */
static uint32_t
occasion(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    uint32_t *ids = NULL, best;
    size_t nids = 0, votes = 0;

    for (size_t i = 0; i < n; i++) {
        const struct quantity_mark *q = reading_mark(t, g[i]);

        for (uint32_t k = 0; k < q->nquals; k++)
            if (q->quals[k].kind == SENSE_CONCEPT && q->quals[k].exact &&
                q->quals[k].cls == CLASS_ACT) {
                ids = arena_grow(t->mem, ids, nids, sizeof *ids);
                ids[nids++] = q->quals[k].id;
            }
    }
    best = n == 1 && nids ? ids[0] : nids ? label_most(ids, nids) : 0;
    for (size_t i = 0; i < nids; i++)
        votes += ids[i] == best;
    return (votes > 1 || n == 1) && votes * 2 > n ? best : 0;
}

/* The concept that most readings have in a field of theirs, if more than
 * `share` of them have it; 0: none. */
static uint32_t
agreed(const struct tale *t, const struct reading_of *const *g, size_t n,
       size_t field, double share)
{
    uint32_t *ids = arena_new(t->mem, uint32_t, n), best;
    size_t votes = 0;

    for (size_t i = 0; i < n; i++)
        ids[i] = *(const uint32_t *)(const void *)((const char *)reading_mark(
                                                       t, g[i]) +
                                                   field);
    best = label_most(ids, n);
    for (size_t i = 0; i < n; i++)
        votes += ids[i] == best;
    return (double)votes > share * (double)n ? best : 0;
}

/* Whether a page has a noun for it that no row knows. */
static bool
other_nouns(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (reading_mark(t, g[i])->noun.n)
            return true;
    return false;
}

#define FIELD(name) offsetof(struct quantity_mark, name)

static bool
befalls_people(const struct tale *t, uint32_t counted, uint32_t state)
{
    static const char *const things[] = {"closed",  "flooded",   "cancelled",
                                         "delayed", "diverted",  "shot-down",
                                         "damaged", "destroyed", "sunk"};
    enum concept_class cls = lexicon_class(t->lx, counted);

    if (cls != CLASS_PERSON && cls != CLASS_ROLE)
        return true;
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (str_is(lexicon_key(t->lx, state), things[i]))
            return false;
    return true;
}

/* What an amount of money is to most of the readings that say so, two at
 * least; 0: none. */
static uint32_t
told_sum(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    uint32_t *ids = arena_new(t->mem, uint32_t, n), best;
    size_t nids = 0, votes = 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t id = reading_mark(t, g[i])->counted;

        if (id && (lexicon_class(t->lx, id) == CLASS_SUM ||
                   str_is(lexicon_key(t->lx, id), "aid")))
            ids[nids++] = id;
    }
    best = nids ? label_most(ids, nids) : 0;
    for (size_t i = 0; i < nids; i++)
        votes += ids[i] == best;
    return votes > 1 && votes * 2 > nids ? best : 0;
}

/* "earthquakes"; of a second or third one "nth earthquake". */
static void
put_counted(struct buf *b, const struct tale *t,
            const struct reading_of *const *g, size_t n, str word)
{
    size_t nth = 0;

    for (size_t i = 0; i < n; i++)
        nth += reading_mark(t, g[i])->ordinal;
    if (nth * 2 <= n) {
        put_plural(b, word, t->reader);
        return;
    }
    buf_putz(b, t->reader == LANG_EN ? "nth " : "№ ");
    buf_put(b, word);
}

const char *
label_group(const struct tale *t, const struct reading_of *const *g, size_t n)
{
    uint32_t counted = agreed(t, g, n, FIELD(counted), COUNTED_SHARE);
    uint32_t state = agreed(t, g, n, FIELD(state), STATE_SHARE);
    uint32_t unit = agreed(t, g, n, FIELD(unit), UNIT_SHARE);
    struct sense place = qualifier(t, g, n, true);
    struct sense qual = qualifier(t, g, n, false);
    uint32_t at = 0;
    str noun = {NULL, 0};
    struct buf b = {0};
    const char *out;

    if (!counted && lexicon_class(t->lx, unit) == CLASS_MONEY)
        counted = told_sum(t, g, n);
    if (!counted)
        noun = readers_words(t, g, n);
    if (!counted && !noun.n)
        counted = agreed(t, g, n, FIELD(counted),
                         unit || other_nouns(t, g, n) ? COUNTED_LEAST
                                                      : COUNTED_ALONE);
    if (says_who(t, g, n, counted, &qual))
        counted = qual.id;
    if (noun.n || !counted || unit || generic(t, counted) ||
        qual.id == counted ||
        str_starts(lexicon_word(t->lx, counted, t->reader),
                   lexicon_word(t->lx, qual.id, t->reader)))
        qual.id = 0;
    if (unit && !counted && !noun.n) {
        counted = label_measured(t, g, n);
        if (!counted)
            counted = told_sum(t, g, n);
        if (!counted && str_is(lexicon_key(t->lx, unit), "percent")) {
            uint32_t rate = agreed(t, g, n, FIELD(counted), COUNTED_ALONE);

            if (lexicon_class(t->lx, rate) == CLASS_SUM)
                counted = rate; /* a rate that one page in three names */
        }
        state = 0;
    }
    if (!noun.n && !unit && (!counted || (generic(t, counted) && !state)))
        noun = told_as(t, g, n, counted != 0);
    if (generic(t, counted) && !state && !unit && !noun.n)
        at = occasion(t, g, n);
    /* "inflation, percent": a measure is of one thing, and what befell
     * somebody near it is not said of it */
    if (unit || !befalls_people(t, counted, state) || state == counted)
        state = 0;
    if (qual.id) {
        buf_put(&b, lexicon_word(t->lx, qual.id, t->reader));
        buf_putc(&b, ' ');
    }
    if (noun.n)
        buf_put(&b, noun);
    else if (unit)
        buf_put(&b, lexicon_word(t->lx, counted, t->reader));
    else if (counted)
        put_counted(&b, t, g, n, lexicon_word(t->lx, counted, t->reader));
    if (state) {
        if (b.n) /* "people killed"; no other grammar is known */
            buf_putz(&b, t->reader == LANG_EN ? " " : ", ");
        buf_put(&b, lexicon_word(t->lx, state, t->reader));
    }
    if (at) {
        buf_putz(&b, ", ");
        buf_put(&b, lexicon_word(t->lx, at, t->reader));
    }
    if (unit && !noun.n) {
        if (b.n)
            buf_putz(&b, ", ");
        buf_put(&b, lexicon_word(t->lx, unit, t->reader));
    }
    if (!b.n) /* a number, and no word of what it counts */
        buf_put(&b, article_words(t->set->articles[g[0]->article],
                                  reading_mark(t, g[0])->at));
    if (place.id && !label_of_time(t, unit)) {
        buf_putz(&b, ", ");
        buf_put(&b, lexicon_place(t->lx, place.id).name);
    }
    out = arena_z(t->mem, buf_str(&b));
    buf_free(&b);
    return out;
}
