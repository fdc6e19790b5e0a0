/*
 * quantity_amount.c - what an amount is of: of money a bribe, a fine, a
 * ransom; of years a sentence; of kilometres a speed.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define SUM_REACH      9  /* words from an amount to what it is; signs twice */
#define COMMA_NEAR     3  /* "profit fell, to 3m": words behind the comma */
#define VAGUE_GAP      8  /* how much farther a word for any amount stands */
#define TERM_REACH     4  /* words from the years to the prison */
#define TERM_CLAUSE    9  /* the same, to the verb of a sentence */
#define LIMIT_REACH    5  /* words from a speed to "limited to" */
#define MAGNITUDE_MOST 10 /* no quake was stronger: "43,2 grados" are heat */
#define COLDEST        (-90) /* degrees anywhere */
#define SPEED_REACH    3     /* words from "an hour" to the number */

static bool
ends_clause(const struct finder *f, size_t word)
{
    return quantity_mark_is(f, word, ";:.()；：。（）؛—–!?！？؟");
}

void
quantity_speed(const struct finder *f, struct count *c)
{
    size_t start = quantity_sentence_start(f, c->num), n;
    enum key unit = (enum key)f->key_of[c->unit];

    if (unit != KEY_KILOMETRE && unit != KEY_MILE)
        return;
    for (size_t d = 1; d <= SPEED_REACH && c->first >= start + d; d++) {
        if (ends_clause(f, c->first - d))
            return;
        if (!quantity_key_at(f, c->first - d, KEY_HOURLY, &n))
            continue;
        c->unit = f->id[unit == KEY_MILE ? KEY_MILE_HOUR : KEY_KILOMETRE_HOUR];
        return;
    }
}

/* "12 grados bajo cero", "12 graus negativos", 氷点下12度, 零下5度. */
static void
below_zero(const struct finder *f, struct count *c)
{
    size_t n = 0, at = c->end;
    bool behind = quantity_key_at(f, at, KEY_BELOW_ZERO, &n) ||
                  quantity_key_at(f, ++at, KEY_BELOW_ZERO, &n);
    bool degree = f->key_of[c->unit] == KEY_DEGREE ||
                  f->key_of[c->unit] == KEY_CELSIUS ||
                  f->key_of[c->unit] == KEY_FAHRENHEIT;
    bool quake = f->key_of[c->unit] == KEY_QUAKE_MAGNITUDE; /* "grados" */
    bool sign = f->w[c->num].lang == LANG_JA && c->times && !c->unit;
    double least = isinf(c->min) ? c->max : c->min;

    if (least < 0 || c->max == INFINITY || !(degree || sign || quake) ||
        (!behind && !quantity_key_ends(f, c->first, KEY_BELOW_ZERO, &n)) ||
        (behind && at + n > quantity_sentence_end(f, c->num)))
        return;
    if (behind)
        c->end = c->right = at + n;
    else
        c->first = c->left = c->first - n;
    if (sign || quake) {
        c->unit = f->id[KEY_DEGREE];
        c->times = c->counter = false;
    }
    c->counted = 0;
    c->noun = (str){0};
    c->min = -c->max;
    c->max = -least;
}

void
quantity_degree(const struct finder *f, struct count *c)
{
    bool times = c->times && !c->unit && f->w[c->num].lang == LANG_JA &&
                 c->min != floor(c->min);

    if (!f->id[KEY_DEGREE])
        return;
    /* "у горах мінус дванадцять": nothing else is counted below nought */
    if (c->max < 0 && c->min > COLDEST && !c->unit && !c->counted &&
        !c->digits && c->head == NO_WORD)
        c->unit = f->id[KEY_DEGREE];
    /* 梅开二度, 两度获得: twice; degrees are told in digits */
    if (f->key_of[c->unit] == KEY_DEGREE && f->w[c->num].lang == LANG_ZH &&
        !c->digits && c->max < 10 && str_is(f->w[c->num_end].fold, "度")) {
        c->unit = 0;
        c->times = true;
    }
    if (times || (f->key_of[c->unit] == KEY_QUAKE_MAGNITUDE &&
                  c->min > MAGNITUDE_MOST)) {
        c->unit = f->id[KEY_DEGREE];
        c->times = false;
    }
    below_zero(f, c);
}

/* ---- money ------------------------------------------------------------ */

static bool
is_share(const struct finder *f, uint32_t unit)
{
    return f->key_of[unit] == KEY_PERCENT ||
           f->key_of[unit] == KEY_PERCENTAGE_POINT;
}

/* Whether a word belongs to another amount of the kind, money or a share. A
 * change by so many points is of what the share itself is of. */
static bool
of_other(const struct finder *f, const struct quantity_mark *marks, size_t n,
         size_t self, size_t word)
{
    for (size_t k = self > 2 ? self - 2 : 0; k < n && k <= self + 2; k++)
        if (k != self && word >= marks[k].word &&
            word < marks[k].word + marks[k].nwords &&
            (f->key_of[marks[self].unit] == KEY_PERCENT
                 ? f->key_of[marks[k].unit] == KEY_PERCENT ||
                       lexicon_class(f->lx, marks[k].unit) == CLASS_MONEY
                 : lexicon_class(f->lx, marks[k].unit) ==
                       lexicon_class(f->lx, marks[self].unit)))
            return true;
    return false;
}

/* Looks at one word; keeps what it says where that is nearer. */
static void
look_at(const struct finder *f, size_t word, size_t distance, size_t *least,
        uint32_t *sum)
{
    const struct sense *s = NULL;

    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *one = &f->r->senses[i];

        if (one->kind == SENSE_CONCEPT &&
            (one->cls == CLASS_SUM || f->key_of[one->id] == KEY_AID) &&
            (!s || (one->exact && !s->exact)))
            s = one;
    }
    if (!s || s->id == f->id[KEY_PRISON_SENTENCE])
        return;
    if (f->key_of[s->id] >= KEY_PAYMENT && f->key_of[s->id] <= KEY_AID)
        distance += VAGUE_GAP; /* "a fine is to be paid" is a fine */
    if (distance < *least) {
        *least = distance;
        *sum = s->id;
    }
}

static uint32_t
nearest_sum(const struct finder *f, const struct quantity_mark *marks, size_t n,
            size_t self)
{
    const struct quantity_mark *m = &marks[self];
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords;
    size_t least = SIZE_MAX;
    size_t reach = quantity_han(f, m->word) ? 2 * SUM_REACH : SUM_REACH;
    uint32_t sum = 0;
    bool left = true, right = true, comma = false;

    for (size_t i = m->word; i < after; i++)
        look_at(f, i, 0, &least, &sum);
    for (size_t d = 0; d < reach && (left || right); d++) {
        left = left && m->word > s->word + d &&
               !ends_clause(f, m->word - 1 - d) &&
               !of_other(f, marks, n, self, m->word - 1 - d);
        right = right && after + d < end && !ends_clause(f, after + d) &&
                !of_other(f, marks, n, self, after + d);
        if (left && d >= COMMA_NEAR &&
            quantity_mark_is(f, m->word - 1 - d, ",，"))
            comma = true;
        if (d >= SUM_REACH && comma)
            left = false;
        if (d >= SUM_REACH)
            right = false;
        if (left)
            look_at(f, m->word - 1 - d, d + 1, &least, &sum);
        if (right)
            look_at(f, after + d, d + 1, &least, &sum);
    }
    return sum;
}

/* Whom money comes from or goes to, where it is spent: not what it is. */
static bool
no_object(enum concept_class cls)
{
    return cls == CLASS_BODY || cls == CLASS_PERSON || cls == CLASS_ROLE ||
           cls == CLASS_PLACE;
}

void
quantity_sum(const struct finder *f, struct quantity_mark *marks, size_t n,
             size_t self)
{
    struct quantity_mark *m = &marks[self];
    enum concept_class cls = lexicon_class(f->lx, m->counted);
    uint32_t sum;

    if (is_share(f, m->unit)) {
        if (!m->counted && !m->noun.n && !m->state)
            m->counted = nearest_sum(f, marks, n, self);
        return;
    }
    if (lexicon_class(f->lx, m->unit) != CLASS_MONEY)
        return;
    sum = cls == CLASS_SUM && f->key_of[m->counted] < KEY_PAYMENT
              ? m->counted
              : nearest_sum(f, marks, n, self);
    if (sum) {
        m->counted = sum;
        m->noun = (str){0};
        m->state = 0; /* who was freed on bail is not the bail */
    } else if (no_object(cls)) {
        m->counted = 0;
    }
}

/* ---- speed -------------------------------------------------------------- */

void
quantity_limit(const struct finder *f, struct quantity_mark *m)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords;
    enum key unit = (enum key)f->key_of[m->unit];
    bool left = true, right = true, limit = false;

    if (unit != KEY_KILOMETRE_HOUR && unit != KEY_MILE_HOUR)
        return;
    for (size_t d = 0; !limit && d < LIMIT_REACH; d++) {
        size_t l = m->word - 1 - d, r = after + d;

        left = left && m->word > s->word + d && !quantity_clause_mark(f, l);
        right = right && r < end && !quantity_clause_mark(f, r);
        limit = (left && (quantity_key_itself(f, l, KEY_SPEED_LIMIT) ||
                          quantity_key_itself(f, l, KEY_LIMITED))) ||
                (right && (quantity_key_itself(f, r, KEY_SPEED_LIMIT) ||
                           quantity_key_itself(f, r, KEY_LIMITED)));
    }
    if (limit)
        m->counted = f->id[KEY_SPEED_LIMIT];
    else if (!m->counted && !m->noun.n)
        m->counted = f->id[KEY_SPEED];
}

/* ---- prison ----------------------------------------------------------- */

/* Whether what stands `distance` words from the years makes them a term. */
static bool
tells_of_prison(const struct finder *f, size_t word, size_t distance)
{
    size_t n;

    return quantity_key_at(f, word, KEY_SENTENCED, &n) ||
           (distance < TERM_REACH &&
            (quantity_key_at(f, word, KEY_PRISON_SENTENCE, &n) ||
             quantity_key_at(f, word, KEY_PRISON, &n) ||
             quantity_key_at(f, word, KEY_JAILED, &n)));
}

void
quantity_term(const struct finder *f, struct quantity_mark *m)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords;
    enum key unit = (enum key)f->key_of[m->unit];
    bool found = m->counted && m->counted == f->id[KEY_PRISON_SENTENCE];
    bool left = true, right = true;
    /* κάθειρξη 12 ετών is no age, where that stands right before it */
    size_t reach = m->counted && m->counted == f->id[KEY_AGE] ? 1 : TERM_CLAUSE;

    if ((!found && unit != KEY_YEAR && unit != KEY_MONTH) ||
        !f->id[KEY_PRISON_SENTENCE])
        return;
    for (size_t d = 0; !found && d < reach; d++) {
        right =
            right && reach > 1 && after + d < end && !ends_clause(f, after + d);
        left =
            left && m->word > s->word + d && !ends_clause(f, m->word - 1 - d);
        found = (right && tells_of_prison(f, after + d, d)) ||
                (left && tells_of_prison(f, m->word - 1 - d, d));
    }
    if (!found)
        return;
    m->counted = f->id[KEY_PRISON_SENTENCE];
    m->noun = (str){0};
    m->state = f->id[KEY_SENTENCED];
    if (!m->unit)
        m->unit = f->id[KEY_YEAR]; /* "years in prison" is one word of it */
}
