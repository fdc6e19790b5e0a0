/*
 * quantity_noun.c - what a count counts: the unit, the counter, the head
 * noun behind the number or (in Chinese, Japanese, Korean) before it.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define PHRASE_MOST 9   /* words from the number to the noun */
#define RELATIVE_MOST 20 /* 装满水泥、瓷砖和水果的卡车: to 的 */
#define UNKNOWN_MOST 2  /* words that may be adjectives */
#define BEFORE_MOST 7   /* words from a noun to the number behind it */

/* ---- units ------------------------------------------------------------ */

/* The units that mixed durations are told in: of the first, so many of the
 * second. */
static const struct {
    enum key big, small;
    double factor;
} mixes[] = {{KEY_YEAR, KEY_MONTH, 12},
             {KEY_HOUR, KEY_MINUTE, 60},
             {KEY_MINUTE, KEY_SECOND, 60},
             {KEY_DAY, KEY_HOUR, 24},
             {KEY_WEEK, KEY_DAY, 7}};

/* "six years AND NINE MONTHS", 6年9月, "three years and a half". */
static void
mix_units(const struct finder *f, struct count *c)
{
    enum key big = (enum key)f->key_of[c->unit];
    size_t end = quantity_sentence_end(f, c->num), at = c->end, n;
    struct number more;
    bool half = c->min != floor(c->min);

    for (size_t i = 0; i < sizeof mixes / sizeof *mixes; i++) {
        const struct sense *small;

        if (mixes[i].big != big || c->range || isinf(c->min + c->max))
            continue;
        if (quantity_key_at(f, at, KEY_AND_HALF, &n)) {
            c->min = (c->min + 0.5) * mixes[i].factor;
            c->max = c->min;
            c->end = at + n;
            c->unit = f->id[mixes[i].small];
            return;
        }
        if (half && (big == KEY_YEAR || big == KEY_HOUR) &&
            fmod(c->min * 2, 1) == 0 && (c->vague || !c->digits)) {
            c->min = c->max = c->min * mixes[i].factor;
            c->unit = f->id[mixes[i].small];
            return;
        }
        if (at < end && (quantity_function(f, at) ||
                         quantity_mark_is(f, at, ",，、")) &&
            !number_at(f->lx, f->r, at, &more))
            at++;
        if (at >= end || !number_at(f->lx, f->r, at, &more) ||
            more.ordinal || more.value >= mixes[i].factor * 2)
            return;
        small = quantity_unit_at(f, at + more.nwords);
        n = small ? small->nwords : 1;
        if ((small && small->id == f->id[mixes[i].small]) ||
            (big == KEY_YEAR && quantity_han(f, at) &&
             at + more.nwords < end &&
             str_is(f->w[at + more.nwords].fold, "月"))) {
            c->min = c->min * mixes[i].factor + more.value;
            c->max = c->min;
            c->unit = f->id[mixes[i].small];
            c->end = at + more.nwords + n;
        }
        return;
    }
}

static void
set_unit(const struct finder *f, struct count *c, const struct sense *s,
         size_t at)
{
    c->unit = s->id;
    c->end = at + s->nwords;
    if (f->key_of[s->id] == KEY_BASIS_POINT && f->id[KEY_PERCENTAGE_POINT]) {
        c->min /= 100;
        c->max /= 100;
        c->unit = f->id[KEY_PERCENTAGE_POINT];
    }
    mix_units(f, c);
}

static bool
is_magnitude(const struct finder *f, const struct sense *s)
{
    return f->key_of[s->id] == KEY_MAGNITUDE ||
           f->key_of[s->id] == KEY_QUAKE_MAGNITUDE;
}

/* A currency sign, "Rs", "magnitude", 百分之, "yüzde" before the number. */
static bool
unit_before(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num);

    if (start < behind)
        start = behind;
    for (size_t back = 1; back <= 4 && c->first >= start + back; back++) {
        size_t at = c->first - back, gap = c->first;
        const struct sense *s = quantity_unit_at(f, at);
        bool sign;

        if (!s)
            continue;
        if (s->nwords < back) {
            /* "magnitude of 6.1", "магнитудой в 6,1" */
            for (gap = at + s->nwords; gap < c->first; gap++)
                if (!quantity_function(f, gap))
                    return false;
            if (!is_magnitude(f, s) || back > s->nwords + 1u)
                return false;
        } else if (s->nwords > back) {
            continue;
        }
        sign = f->w[at].kind == WORD_MARK ||
               f->w[at].shape & (SHAPE_ALL_CAPS | SHAPE_CAPITAL);
        if (s->cls == CLASS_MONEY ? !sign
                                  : f->key_of[s->id] != KEY_PERCENT &&
                                        !is_magnitude(f, s))
            return false;
        c->unit = s->id;
        c->first = at;
        return true;
    }
    return false;
}

/* ---- the noun behind -------------------------------------------------- */

/* Languages whose compounds end with their head, written as words. */
static bool
head_last(enum lang lang)
{
    return lang == LANG_EN || lang == LANG_ZH || lang == LANG_JA ||
           lang == LANG_KO || lang == LANG_TR || lang == LANG_HI;
}

/* Languages that say "two millions of tonnes". */
static bool
romance(const struct finder *f, size_t word)
{
    enum lang lang = (enum lang)f->w[word].lang;

    return lang == LANG_FR || lang == LANG_ES || lang == LANG_PT ||
           lang == LANG_IT || lang == LANG_RO || lang == LANG_CA;
}

struct walk {
    size_t at, end, steps;
    size_t unknown, last_unknown, nunknown;
    size_t state_end;
    bool of, state_last;
};

/* Whether the noun that ends at the word may stand before another one. */
static bool
compounds(const struct finder *f, enum lang lang, size_t word)
{
    const struct word *w = &f->w[word];

    if (lang == LANG_EN) /* a plural is no modifier */
        return !str_ends(w->fold, STR("s")) || w->fold.n <= 3;
    if (lang == LANG_TR || lang == LANG_KO) /* nor is what has an ending */
        return str_eq(w->fold, w->stem);
    return head_last(lang);
}

static bool
unknown_plural(const struct finder *f, size_t word)
{
    const struct word *w;

    if (word >= f->nwords)
        return false;
    w = &f->w[word];
    return w->kind == WORD_LETTERS && str_ends(w->fold, STR("s")) &&
           w->fold.n > 4 && !(w->shape & (SHAPE_CAPITAL | SHAPE_CLITIC)) &&
           f->r->sense_at[word] == f->r->sense_at[word + 1];
}

static void
set_head(const struct finder *f, struct count *c, const struct sense *s)
{
    size_t at = s->word, end = at + s->nwords, n;
    uint32_t state;
    enum lang lang = (enum lang)f->w[at].lang;

    /* "container terminals", "drone attacks": the last one is the head */
    while (compounds(f, lang, end - 1) &&
           end < quantity_sentence_end(f, at)) {
        size_t next = end;
        const struct sense *more;

        if (quantity_mark_is(f, next, "-") && quantity_glued(f, next))
            next++;
        more = quantity_noun_at(f, next);
        if (!more && lang == LANG_EN && unknown_plural(f, next)) {
            c->noun = f->w[next].stem; /* "two car lines" */
            c->head = s->word;
            c->right = next + 1;
            return;
        }
        if (!more || (lang == LANG_HI && more->cls != CLASS_ACT) || quantity_function(f, next) ||
            more->cls == CLASS_ABSTRACT || quantity_unit_at(f, next) ||
            (f->w[next].shape & SHAPE_SPACE && quantity_han(f, next)) ||
            (more->cls == CLASS_ACT && quantity_state_at(f, next, &state, &n)))
            break;
        /* 两名士兵袭击: people do not head a compound with what they do */
        if (s->cls == CLASS_PERSON && more->cls != CLASS_PERSON &&
            more->cls != CLASS_ROLE)
            break;
        if (f->w[next].kind == WORD_LETTERS && lang == LANG_EN &&
            f->w[next].shape & SHAPE_CAPITAL &&
            !(f->w[at].shape & SHAPE_CAPITAL))
            break;
        s = more;
        end = next + more->nwords;
    }
    c->counted = s->id;
    c->head = s->word;
    c->right = end;
}

/* Not a word that only shares its stem: دفعة, a payment. */
static bool
times_itself(const struct finder *f, size_t word)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
        if (f->r->senses[i].kind == SENSE_CONCEPT &&
            f->key_of[f->r->senses[i].id] == KEY_TIMES)
            return f->r->senses[i].exact;
    return false;
}

/* Steps over what may stand before the noun; false at the phrase's end. */
static bool
step_over(const struct finder *f, struct count *c, struct walk *k)
{
    size_t n;
    bool han = quantity_han(f, k->at);

    if (k->at == c->end || han) {
        if (quantity_key_at(f, k->at, KEY_COUNT_PERSON, &n)) {
            c->persons = true;
            goto counter;
        }
        if (quantity_key_at(f, k->at, KEY_COUNT_EVENT, &n) ||
            (quantity_key_at(f, k->at, KEY_TIMES, &n) &&
             times_itself(f, k->at))) {
            c->times = true;
            goto counter;
        }
        if (quantity_key_at(f, k->at, KEY_COUNT_THING, &n))
            goto counter;
    }
    if (quantity_key_at(f, k->at, KEY_OF_THEM, &n)) {
        c->partitive = true;
        goto over;
    }
    if (quantity_key_at(f, k->at, KEY_OTHER, &n)) {
        c->elliptic = true;
        goto over;
    }
    if (quantity_key_at(f, k->at, KEY_PART_OF, &n)) {
        if (k->nunknown && !han)
            return false; /* the unknown word was the noun */
        k->of = true;
        /* the counter of a Japanese count stands before its noun */
        if (!c->counter && !romance(f, k->at) && !c->unit && !c->vague &&
            f->w[k->at].lang != LANG_JA)
            c->partitive = true;
        goto over;
    }
    return false;
counter:
    c->counter = true;
    if (k->at == c->end)
        c->end = k->at + n;
over:
    k->at += n;
    return true;
}

/* "Nine of 12 economists": the number inside the phrase. */
static bool
inner_number(const struct finder *f, struct count *c, struct walk *k)
{
    struct number n;

    if (!k->of || c->one || !number_at(f->lx, f->r, k->at, &n) ||
        n.ordinal || n.value < c->min ||
        quantity_unit_at(f, k->at + n.nwords))
        return false;
    c->partitive = true;
    k->at += n.nwords;
    return true;
}

/* "explosive-laden drones", 装满炸药的: the noun is part of an adjective. */
static bool
participle(const struct finder *f, size_t at)
{
    return quantity_mark_is(f, at, "-") && quantity_glued(f, at) &&
           quantity_glued(f, at + 1) && f->w[at + 1].kind == WORD_LETTERS &&
           !quantity_noun_at(f, at + 1) && at + 2 < f->nwords &&
           f->w[at + 2].kind == WORD_LETTERS &&
           f->w[at + 2].sentence == f->w[at].sentence;
}

/* One word of the phrase; false where it ends. */
static bool
walk_word(const struct finder *f, struct count *c, struct walk *k)
{
    const struct word *w = &f->w[k->at];
    const struct sense *s;
    size_t n;

    if (f->taken[k->at] == TAKEN_DATE)
        return false;
    if ((s = quantity_unit_at(f, k->at)) && !c->unit && !k->nunknown &&
        !c->counter &&
        !(k->of && s->cls == CLASS_UNIT && !romance(f, k->at))) {
        set_unit(f, c, s, k->at);
        k->at = c->right = c->end;
        /* "tonnes OF ammonia": what a unit measures follows with "of" */
        return quantity_key_at(f, k->at, KEY_PART_OF, &n) ||
               f->w[k->at - 1].lang == LANG_RU ||
               f->w[k->at - 1].lang == LANG_UK;
    }
    if (w->kind == WORD_MARK) {
        bool joins = quantity_mark_is(f, k->at, "-") &&
                     quantity_glued(f, k->at);
        bool opens = quantity_mark_is(f, k->at, "\"“«„'‘");

        k->at++;
        return joins || opens;
    }
    if (w->kind == WORD_NUMBER || reading_sense(f->r, k->at, SENSE_NUMBER)) {
        if (inner_number(f, c, k))
            return true;
        /* a noun that is also a number: trust the noun */
        if (w->kind == WORD_NUMBER || !quantity_noun_at(f, k->at))
            return false;
    }
    if (step_over(f, c, k)) {
        /* человек, kişi: the noun itself, no counter of one */
        return !(c->persons && k->at == c->end &&
                 (w->lang == LANG_RU || w->lang == LANG_UK ||
                  w->lang == LANG_TR)) ||
               quantity_key_at(f, k->at, KEY_OF_THEM, &n);
    }
    if (quantity_han(f, k->at) && !c->unit &&
        reading_concept(f->r, k->at, CLASS_TIME))
        return false;
    s = quantity_noun_at(f, k->at);
    if (quantity_state_at(f, k->at, &c->state, &n) &&
        (!s || s->cls == CLASS_ACT || s->cls == CLASS_ABSTRACT)) {
        if (k->nunknown && !quantity_han(f, k->at))
            return false;
        k->at += n;
        k->state_end = k->at;
        k->state_last = true;
        return true;
    }
    if (s && !(quantity_function(f, k->at) && !s->exact)) {
        if (k->state_last && s->cls != CLASS_PERSON && s->cls != CLASS_ROLE &&
            (s->cls != CLASS_THING || quantity_han(f, k->at)))
            return false;
        if (k->state_last && quantity_han(f, k->at) &&
            w->shape & SHAPE_SPACE)
            return false;
        if (participle(f, k->at + s->nwords)) {
            k->at += s->nwords + 2;
            return true;
        }
        set_head(f, c, s);
        return false;
    }
    if ((s = reading_sense(f->r, k->at, SENSE_DEMONYM))) {
        if (k->nunknown == 0) {
            c->country = s->id;
            c->right = k->at + s->nwords;
        }
        k->at += s->nwords;
        return true;
    }
    if ((s = reading_sense(f->r, k->at, SENSE_PLACE)) ||
        (s = reading_sense(f->r, k->at, SENSE_BODY))) {
        k->at += s->nwords;
        return head_last((enum lang)w->lang) || k->of;
    }
    if (quantity_function(f, k->at) || w->shape & SHAPE_CLITIC) {
        k->at++;
        return (k->of && w->lang != LANG_JA && w->lang != LANG_KO) ||
               (w->lang == LANG_ES && k->at == c->end + 1 &&
                quantity_noun_at(f, k->at)) ||
               (w->shape & SHAPE_CLITIC && k->at == c->end + 1);
    }
    if (w->lang == LANG_EN && w->shape & SHAPE_CAPITAL && c->digits &&
        k->at == c->end && !(w->shape & SHAPE_ALL_CAPS))
        return false;
    if (k->state_last)
        return false;
    if (k->nunknown == 0)
        k->unknown = k->at;
    k->last_unknown = k->at;
    k->at++;
    return ++k->nunknown <= (quantity_han(f, k->at - 1) ? 4 : UNKNOWN_MOST);
}

/* 五架装满炸药的无人机: the noun stands behind 的. */
static void
behind_relative(const struct finder *f, struct count *c)
{
    size_t end = quantity_sentence_end(f, c->num);

    for (size_t at = c->end; at < end && at < c->end + RELATIVE_MOST; at++) {
        const struct sense *s;

        if (quantity_mark_is(f, at, "，,。；;：:（(“") ||
            f->w[at].kind == WORD_NUMBER)
            return;
        if (!str_is(f->w[at].fold, "的"))
            continue;
        s = quantity_noun_at(f, at + 1);
        if (s && at + 1 < end) {
            set_head(f, c, s);
            return;
        }
    }
}

static void
noun_behind(const struct finder *f, struct count *c)
{
    struct walk k = {.at = c->end,
                     .end = quantity_sentence_end(f, c->num),
                     .unknown = NO_WORD};
    uint32_t state = 0;

    while (k.at < k.end && k.steps++ < PHRASE_MOST)
        if (!walk_word(f, c, &k))
            break;
    state = c->state;
    if ((c->head == NO_WORD || k.nunknown) &&
        f->w[c->num].lang == LANG_ZH && c->counter && !c->persons)
        behind_relative(f, c);
    if (c->head != NO_WORD || c->unit)
        return;
    if (k.state_end) { /* "17 wounded": they are people */
        c->right = k.state_end;
        c->head = k.state_end - 1;
        return;
    }
    c->state = state;
    if (c->country || c->persons)
        return;
    if (k.unknown != NO_WORD && !c->elliptic && !c->partitive &&
        !(c->times && c->counter)) {
        enum lang lang = (enum lang)f->w[c->num].lang;
        size_t at = head_last(lang) && k.nunknown <= UNKNOWN_MOST
                        ? k.last_unknown
                        : k.unknown;

        if (quantity_han(f, at)) {
            at = k.unknown;
            c->right = k.last_unknown + 1 < at + 2 ? k.last_unknown + 1
                                                   : at + 2;
            c->noun = str_cut(f->r->w.text, f->w[at].start,
                              f->w[c->right - 1].end);
        } else {
            c->noun = f->w[at].stem;
            c->right = at + 1;
        }
        c->head = at;
    }
}

/* ---- the noun before -------------------------------------------------- */

/* What stands before を, に or で is not what is counted behind. */
static bool
object_particle(const struct finder *f, size_t word)
{
    return quantity_function(f, word) &&
           (str_is(f->w[word].fold, "を") || str_is(f->w[word].fold, "に") ||
            str_is(f->w[word].fold, "で"));
}

/* 无人机袭击至少有8起, 企業関係者約60人, 군인 4명. */
static void
noun_before(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), steps = 0;

    if (start < behind)
        start = behind;
    for (size_t at = c->first; at > start && steps++ < BEFORE_MOST;) {
        const struct sense *s;

        at--;
        if (f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE ||
            quantity_mark_is(f, at, "，,。；;：:（(）)、“”「」『』"))
            return;
        if (f->w[at].lang == LANG_JA && object_particle(f, at))
            return;
        s = quantity_noun_at(f, at);
        if (s && s->nwords <= c->first - at &&
            (f->w[at].lang == LANG_KO || s->exact) &&
            s->cls != CLASS_ABSTRACT && s->cls != CLASS_PLACE &&
            s->cls != CLASS_TIME) {
            size_t gap = c->first - (at + s->nwords);

            c->counted = s->id;
            c->head = at;
            if (gap <= 3)
                c->left = at;
            return;
        }
    }
}

/* Whether the phrase behind begins with a noun of its own: の, a noun. */
static bool
prefers_before(const struct finder *f, const struct count *c)
{
    enum lang lang = (enum lang)f->w[c->num].lang;
    size_t at = c->end, n;

    if (lang != LANG_JA && lang != LANG_KO)
        return false;
    while (quantity_key_at(f, at, KEY_COUNT_PERSON, &n) ||
           quantity_key_at(f, at, KEY_COUNT_THING, &n) ||
           quantity_key_at(f, at, KEY_COUNT_EVENT, &n))
        at += n;
    if (at == c->end)
        return false;
    return !quantity_key_at(f, at, KEY_PART_OF, &n) &&
           !quantity_noun_at(f, at);
}

/* Japanese 60人を超える証人: the bound, then the noun. */
static void
skip_bound(const struct finder *f, struct count *c)
{
    size_t at = c->end, n;
    enum lang lang = (enum lang)f->w[c->num].lang;
    struct count probe;

    if (lang == LANG_ZH && (quantity_key_at(f, at, KEY_MORE_THAN, &n) ||
                            str_is(at < f->nwords ? f->w[at].fold : (str){0},
                                   "多"))) {
        /* 30多次: one sign, whatever longer word it begins */
        c->max = c->min < INFINITY ? (double)INFINITY : c->max;
        c->bound = true;
        c->end++;
        return;
    }
    if (lang != LANG_JA && lang != LANG_KO && lang != LANG_ZH)
        return;
    while (quantity_key_at(f, at, KEY_COUNT_PERSON, &n) ||
           quantity_key_at(f, at, KEY_COUNT_THING, &n)) {
        c->persons |= quantity_key_at(f, at, KEY_COUNT_PERSON, &n);
        (void)(quantity_key_at(f, at, KEY_COUNT_PERSON, &n) ||
               quantity_key_at(f, at, KEY_COUNT_THING, &n));
        at += n;
    }
    probe = *c;
    probe.end = at;
    quantity_bounds_behind(f, &probe);
    if (probe.end != at && at != c->end) {
        probe.counter = true;
        *c = probe;
    }
}

/* Others before, of them before: "another three", "including two". */
static void
parts_before(const struct finder *f, struct count *c)
{
    size_t n, at = c->first;

    for (int i = 0; i < 2; i++) {
        if (quantity_key_ends(f, at, KEY_OF_THEM, &n))
            c->partitive = true;
        else if (quantity_key_ends(f, at, KEY_OTHER, &n))
            c->elliptic = true;
        else
            return;
        at -= n;
    }
}

/* Turkish "şoförlerden dokuzu": the noun that nine are part of. */
static void
ablative(const struct finder *f, struct count *c, size_t behind)
{
    static const char *const ends[] = {"lerden", "lardan"};
    const struct sense *s;

    if (c->counted || c->unit || c->first <= behind ||
        c->first == quantity_sentence_start(f, c->num))
        return;
    s = quantity_noun_at(f, c->first - 1);
    for (int i = 0; s && i < 2; i++)
        if (str_ends(f->w[c->first - 1].fold, str_of(ends[i]))) {
            c->counted = s->id;
            c->partitive = true;
            c->head = c->left = c->first - 1;
            c->right = c->end;
        }
}

/*
 * Finds unit and noun of a count whose value is read. `behind`: words
 * before it belong to an earlier count.
 */
void
quantity_noun(const struct finder *f, struct count *c, size_t behind)
{
    const struct sense *unit;
    size_t n;

    c->left = c->first;
    c->right = c->end;
    if (c->dual)
        return;
    c->persons |= quantity_key_at(f, c->num, KEY_PEOPLE_NUMBER, &n);
    unit = quantity_unit_at(f, c->num);
    if (unit && !c->unit && c->num + unit->nwords > c->num_end) {
        set_unit(f, c, unit, c->num); /* 1週間 is one word of the lexicon */
        c->right = c->end;
    }
    parts_before(f, c);
    if (quantity_key_at(f, c->num, KEY_PART_NUMBER, &n)) {
        c->partitive = true; /* dördü, four of them: no noun follows */
        ablative(f, c, behind);
        return;
    }
    if (!c->unit && !unit_before(f, c, behind) && !c->ordinal)
        skip_bound(f, c);
    if (c->unit)
        noun_behind(f, c);
    else if (!c->times || quantity_han(f, c->num)) {
        if (!prefers_before(f, c)) {
            noun_behind(f, c);
        } else {
            struct walk k = {.at = c->end, .end = c->end + 1};

            while (step_over(f, c, &k) && k.at < f->nwords)
                ;
            c->right = k.at;
        }
    }
    if (c->head == NO_WORD && !c->unit && !c->country &&
        (quantity_han(f, c->num) || f->w[c->num].lang == LANG_KO) &&
        (c->counter || c->digits))
        noun_before(f, c, behind);
    if (c->right < c->end)
        c->right = c->end;
    if (c->left > c->first)
        c->left = c->first;
    if (c->soft && !c->unit && c->min == c->max &&
        (c->persons || c->counted || c->country) &&
        lexicon_class(f->lx, c->counted) != CLASS_PLACE &&
        lexicon_class(f->lx, c->counted) != CLASS_ACT) {
        c->min = -INFINITY;
        c->bound = true;
    }
    if (!c->bound) {
        if (c->end < c->right && c->right - c->end < 4)
            c->end = c->right;
        quantity_bounds_behind(f, c);
    }
    if (c->right < c->end)
        c->right = c->end;
    if (c->head != NO_WORD && !c->partitive)
        c->elliptic = false; /* "another three SOLDIERS" */
    if (f->w[c->num].lang == LANG_TR)
        ablative(f, c, behind);
}
