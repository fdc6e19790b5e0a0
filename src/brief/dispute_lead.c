/*
 * dispute_lead.c - when and where the happening took place that the story
 * tells of, where its pages do not agree.
 *
 * The happening is what the pages of most voices lead with (an act or what
 * befell somebody). The day and the town that stand with it in the first
 * sentences are a page's stand. Pages rival only if none of one side names
 * the day or town of the other anywhere, and if each side could know of the
 * other's day when it was written; so neither the days of a long story nor
 * the steps of a journey are disputes.
 */
#include "brief/dispute.h"

#define LEAD_SENTENCES 3  /* of the body */
#define MOST_APART     31 /* days between rivals: more is another happening */
#define MOST_LEADING   64 /* meanings of the leads that are weighed */

/* ---- what it is ------------------------------------------------------- */

static bool
happens(const struct sense *s)
{
    return s->kind == SENSE_CONCEPT && s->exact &&
           (s->cls == CLASS_ACT || s->cls == CLASS_STATE);
}

/* Whether the sentence is one of the first of the page's body. */
static bool
leads(const struct article *a, uint32_t sentence)
{
    const struct sentence *s = &a->read.w.sentences[sentence];
    const struct block *b = article_block(a, s->at.start);
    uint32_t before = 0;

    if (!b || b->kind != BLOCK_BODY)
        return false;
    for (uint32_t i = 0; i < sentence && before < LEAD_SENTENCES; i++) {
        const struct block *o =
            article_block(a, a->read.w.sentences[i].at.start);

        before += o && o->kind == BLOCK_BODY;
    }
    return before < LEAD_SENTENCES;
}

static bool
holds(const struct article *a, uint32_t sentence, const uint32_t *ids, size_t n)
{
    const struct sentence *s = &a->read.w.sentences[sentence];

    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords]; i++)
        for (size_t k = 0; k < n; k++)
            if (a->read.senses[i].kind == SENSE_CONCEPT &&
                a->read.senses[i].id == ids[k])
                return true;
    return false;
}

/* Whether the title or the first sentences of a page hold the concept. */
static bool
led_by(const struct article *a, uint32_t concept)
{
    for (uint32_t i = 0; i < a->read.w.nsentences; i++) {
        const struct block *b =
            article_block(a, a->read.w.sentences[i].at.start);

        if (b && b->kind == BLOCK_BODY && !leads(a, i))
            return false;
        if (b && (b->kind == BLOCK_TITLE || b->kind == BLOCK_BODY) &&
            holds(a, i, &concept, 1))
            return true;
    }
    return false;
}

static size_t
led_voices(const struct tale *t, uint32_t concept)
{
    struct stands s = {0};
    size_t voices;
    struct arena *tmp = arena_open();

    for (size_t m = 0; m < t->nmembers; m++)
        if (led_by(t->set->articles[t->members[m]], concept))
            stands_add(&s, (struct stand){.article = t->members[m], .key = 1},
                       tmp);
    voices = stands_voices(t, &s, 1);
    arena_close(tmp);
    return voices;
}

struct happening
happening_of(const struct tale *t)
{
    struct happening h = {0};
    uint32_t seen[MOST_LEADING];
    size_t nseen = 0, most = 0;

    h.concept = arena_new(t->mem, uint32_t, MOST_LEADING);
    for (size_t m = 0; m < t->nmembers && t->out->voices > 1; m++) {
        const struct article *a = t->set->articles[t->members[m]];

        for (uint32_t i = 0; i < a->read.nsenses; i++) {
            const struct sense *s = &a->read.senses[i];
            bool known = !happens(s) || nseen == MOST_LEADING ||
                         !leads(a, a->read.w.words[s->word].sentence);
            size_t voices;

            for (size_t k = 0; k < nseen && !known; k++)
                known = seen[k] == s->id;
            if (known)
                continue;
            seen[nseen++] = s->id;
            voices = led_voices(t, s->id);
            if (voices * 3 < t->out->voices * 2)
                continue;
            h.concept[h.n++] = s->id;
            if (voices > most) { /* the first is what it is called */
                h.concept[h.n - 1] = h.concept[0];
                h.concept[0] = s->id;
                most = voices;
            }
        }
    }
    return h;
}

const char *
happening_label(const struct tale *t, const struct happening *h,
                const char *what)
{
    str word =
        h->n ? lexicon_word(t->lx, h->concept[0], t -> reader) : (str){0};

    return arena_printf(t->mem, "%s%s%.*s", what, word.n ? " of the " : "",
                        STR_ARG(word))
        .s;
}

/* ---- rivals ----------------------------------------------------------- */

/* Keeps the main key and those rivals that `apart` lets stand. */
static void
put_rivals(struct tale *t, const char *about, const char *label,
           const struct stands *all, const struct happening *h,
           bool (*rival)(const struct tale *, const struct stands *,
                         const struct happening *, int64_t main, int64_t other))
{
    struct stands kept = {0};
    int64_t best = stands_main(t, all);
    bool any = false;

    for (size_t i = 0; i < all->n; i++) {
        const struct stand *s = &all->list[i];

        if (s->key != best && !rival(t, all, h, best, s->key))
            continue;
        any |= s->key != best;
        stands_add(&kept, *s, t->mem);
    }
    if (any)
        dispute_put(t, about, label, &kept);
}

/* ---- days ------------------------------------------------------------- */

static bool
whole(struct day d)
{
    return d.year && d.month && d.day;
}

static bool
names_day(const struct tale *t, uint32_t article, int64_t number)
{
    const struct article *a = t->set->articles[article];

    for (size_t i = 0; i < a->ndates; i++) {
        const struct date_mark *d = &a->dates[i];
        struct day from = when_resolve(&d->when, t->anchor[article], d->tense);
        struct day to =
            d->is_range ? when_resolve(&d->until, t->anchor[article], d->tense)
                        : from;

        if (whole(from) && whole(to) && day_number(from) <= number &&
            number <= day_number(to))
            return true;
    }
    return false;
}

/*
 * Whether two stands tell of the happening in the same words: two meanings
 * or more, one of them what befell somebody. A protest, an election, a fire
 * have many days; people are killed on one.
 */
static bool
same_happening(const struct tale *t, const struct happening *h,
               const struct stand *a, const struct stand *b)
{
    size_t n = 0;
    bool befell = false;

    for (size_t i = 0; i < h->n; i++) {
        const uint32_t *id = &h->concept[i];

        if (!holds(t->set->articles[a->article], a->sentence, id, 1) ||
            !holds(t->set->articles[b->article], b->sentence, id, 1))
            continue;
        n++;
        befell |= lexicon_class(t->lx, *id) == CLASS_STATE;
    }
    return n > 1 && befell;
}

/* Between two days: "the night to Saturday" is Friday's, too. */
static bool
at_night(const struct tale *t, const struct stand *s)
{
    static const char *const keys[] = {"night", "last-night", "tonight",
                                       "midnight", "evening"};
    uint32_t ids[sizeof keys / sizeof *keys];

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ids[i] = lexicon_concept(t->lx, keys[i]);
    return holds(t->set->articles[s->article], s->sentence, ids,
                 sizeof keys / sizeof *keys);
}

static bool
rival_days(const struct tale *t, const struct stands *all,
           const struct happening *h, int64_t best, int64_t other)
{
    int64_t later = best > other ? best : other;

    if (best - other > MOST_APART || other - best > MOST_APART)
        return false;
    for (size_t i = 0; i < all->n; i++) {
        const struct stand *s = &all->list[i];

        if (s->key != best && s->key != other)
            continue;
        if (day_number(t->day[s->article]) < later ||
            names_day(t, s->article, s->key == best ? other : best))
            return false;
        if ((best - other == 1 || other - best == 1) && at_night(t, s))
            return false;
        for (size_t k = 0; k < i; k++)
            if (all->list[k].key == (s->key == best ? other : best) &&
                !same_happening(t, h, s, &all->list[k]))
                return false;
    }
    return true;
}

/* "said on Tuesday": the day of saying, not of what was told. */
static bool
beside_saying(const struct article *a, const struct date_mark *d)
{
    uint32_t from = d->word > 2 ? d->word - 2 : 0;

    for (uint32_t i = from; i < d->word + d->nwords + 2 && i < a->read.w.nwords;
         i++)
        if (a->read.w.words[i].sentence == d->sentence &&
            reading_concept(&a->read, i, CLASS_SAY))
            return true;
    return false;
}

void
dispute_dates(struct tale *t, const struct happening *h)
{
    struct stands all = {0};

    for (size_t m = 0; m < t->nmembers && h->n; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        if (!whole(a->day))
            continue; /* "Friday" would count from a guess */
        for (uint32_t i = 0; i < a->ndates; i++) {
            const struct date_mark *d = &a->dates[i];
            struct day day = when_resolve(&d->when, t->anchor[at], d->tense);
            char edtf[16];

            if (!whole(day) || d->is_range || d->tense > 0 ||
                day_number(day) > day_number(t->day[at]) ||
                !leads(a, d->sentence) || days_is_dateline(a, d) ||
                !holds(a, d->sentence, h->concept, h->n) || beside_saying(a, d))
                continue;
            stands_add(&all,
                       (struct stand){.article = at,
                                      .at = d->at,
                                      .sentence = d->sentence,
                                      .key = day_number(day),
                                      .value = arena_z(
                                          t->mem, str_of(day_edtf(day, edtf)))},
                       t->mem);
            break;
        }
    }
    put_rivals(t, "date", happening_label(t, h, "date"), &all, h, rival_days);
}

/* ---- towns ------------------------------------------------------------ */

static uint32_t
town_of(const struct tale *t, uint32_t article, uint32_t mark)
{
    uint32_t b = t->bearer_of[article][mark];

    return b != NOBODY && t->bearers[b].known &&
                   t->bearers[b].known_kind == SENSE_PLACE &&
                   lexicon_place(t->lx, t->bearers[b].known).kind == PLACE_CITY
               ? t->bearers[b].known
               : 0;
}

static bool
rival_towns(const struct tale *t, const struct stands *all,
            const struct happening *h, int64_t best, int64_t other)
{
    uint32_t country = lexicon_country(t->lx, (uint32_t)best);

    if (country == 0 || country != lexicon_country(t->lx, (uint32_t)other) ||
        stands_voices(t, all, best) < 2)
        return false;
    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        bool of_best = false, of_other = false;

        for (uint32_t i = 0; i < t->set->articles[at]->nnames; i++) {
            of_best |= town_of(t, at, i) == best;
            of_other |= town_of(t, at, i) == other;
        }
        if (of_best && of_other)
            return false;
    }
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->n && all->list[i].key == best; k++)
            if (all->list[k].key == other &&
                !same_happening(t, h, &all->list[i], &all->list[k]))
                return false;
    return true;
}

/* Towns named at the head of a paragraph are mostly where it was written. */
static bool
heads_block(const struct article *a, const struct name_mark *n)
{
    const struct block *b = article_block(a, n->at.start);

    return !b || n->at.start == b->at.start ||
           a->read.w.words[n->word].shape & SHAPE_ALL_CAPS;
}

void
dispute_places(struct tale *t, const struct happening *h)
{
    struct stands all = {0};

    for (size_t m = 0; m < t->nmembers && h->n; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];
        struct stand one = {.article = at};

        for (uint32_t i = 0; i < a->nnames; i++) {
            const struct name_mark *n = &a->names[i];
            uint32_t sentence, town = town_of(t, at, i);

            if (!town || n->word >= a->read.w.nwords)
                continue;
            sentence = a->read.w.words[n->word].sentence;
            if (!leads(a, sentence) || heads_block(a, n) ||
                !holds(a, sentence, h->concept, h->n))
                continue;
            if (one.key && one.key != town) {
                one.key = 0; /* two towns: a way, a distance */
                break;
            }
            one.key = town;
            one.at = n->at;
            one.sentence = sentence;
            one.value = arena_z(t->mem, lexicon_place(t->lx, town).name);
        }
        if (one.key)
            stands_add(&all, one, t->mem);
    }
    put_rivals(t, "place", happening_label(t, h, "place"), &all, h,
               rival_towns);
}
