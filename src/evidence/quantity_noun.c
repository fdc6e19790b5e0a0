/*
 * quantity_noun.c - what a count counts, all ways together: the phrase
 * behind it, the noun before it (Chinese, Japanese, Korean), "including
 * two", "another three".
 */
#include "evidence/quantity_parts.h"

#include <math.h>
#include <string.h>

#define VOTES_GAP 2 /* words between two sides of a vote */

/* A Korean counter with a particle, 명이: its phrase is at an end. */
static bool
particle(const struct finder *f, size_t word)
{
    static const char *const ends[] = {"과", "와", "이", "가", "은",
                                       "는", "을", "를", "도"};
    str w = f->w[word].fold;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(w, str_of(ends[i])) && w.n > strlen(ends[i]))
            return true;
    return false;
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
    if (at == c->end) /* 180명 이상이, its bound is read */
        return lang == LANG_KO && c->bound && c->counter && particle(f, at - 1);
    if (lang == LANG_KO && (quantity_key_at(f, at, KEY_AT_LEAST, &n) ||
                            quantity_key_at(f, at, KEY_MORE_THAN, &n) ||
                            quantity_key_at(f, at, KEY_UP_TO, &n)))
        return true; /* 소방관 180명 이상이: the noun stood before */
    /* 승객 31명과 승무원: what follows has a count of its own, or is a verb */
    if (lang == LANG_KO && particle(f, at - 1))
        return true;
    return !quantity_key_at(f, at, KEY_PART_OF, &n) && !quantity_noun_at(f, at);
}

/* Japanese 60人を超える証人: the bound, then the noun. */
static void
skip_bound(const struct finder *f, struct count *c)
{
    size_t at = c->end, n;
    enum lang lang = (enum lang)f->w[c->num].lang;
    struct count probe;

    if (lang == LANG_ZH &&
        (quantity_key_at(f, at, KEY_MORE_THAN, &n) ||
         str_is(at < f->nwords ? f->w[at].fold : (str){0}, "多"))) {
        /* 30多次: one sign, whatever longer word it begins */
        c->max = c->min < INFINITY ? (double)INFINITY : c->max;
        c->bound = true;
        c->end++;
        return;
    }
    if (lang == LANG_TR || lang == LANG_HI)
        quantity_bounds_behind(f, c); /* 300 kadar işçi, 30 से अधिक मौतें */
    if (lang != LANG_JA && lang != LANG_KO && lang != LANG_ZH)
        return;
    while (quantity_key_at(f, at, KEY_COUNT_PERSON, &n) ||
           quantity_key_at(f, at, KEY_COUNT_THING, &n)) {
        size_t more;

        c->persons |= quantity_key_at(f, at, KEY_COUNT_PERSON, &more);
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
 * "Печей три, и одну": a genitive plural before the number, nothing behind.
 * An unknown noun only where the sentence begins.
 */
static void
genitive_before(const struct finder *f, struct count *c, size_t behind)
{
    static const char *const ends[] = {"ов", "ев", "ей", "ів", "їв"};
    enum lang lang = (enum lang)f->w[c->num].lang;
    size_t at = c->num, end = quantity_sentence_end(f, c->num);
    const struct sense *s;
    bool genitive = false;

    if ((lang != LANG_RU && lang != LANG_UK) || c->first != c->num ||
        c->digits || c->persons || at <= behind ||
        at == quantity_sentence_start(f, at) ||
        (c->end < end && f->w[c->end].kind != WORD_MARK))
        return;
    at--;
    if (f->w[at].kind != WORD_LETTERS || f->taken[at] == TAKEN_DATE ||
        f->taken[c->num])
        return;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        genitive |= str_ends(f->w[at].fold, str_of(ends[i])) &&
                    utf8_count(f->w[at].fold) >= 5;
    if (!genitive || quantity_function(f, at))
        return;
    s = quantity_noun_at(f, at);
    if (s && s->cls != CLASS_ABSTRACT)
        c->counted = s->id;
    else if (at == quantity_sentence_start(f, at))
        c->noun = f->w[at].stem;
    else
        return;
    c->head = c->left = at;
}

/* Bounds that only the noun can tell: "up to", what stands behind. */
static void
late_bounds(const struct finder *f, struct count *c)
{
    if (c->soft && !c->unit && c->min == c->max &&
        (c->persons || c->counted || c->country) &&
        lexicon_class(f->lx, c->counted) != CLASS_PLACE &&
        lexicon_class(f->lx, c->counted) != CLASS_ACT) {
        c->min = -INFINITY;
        c->bound = true;
    }
    if (!c->bound) {
        size_t end = c->end;

        quantity_bounds_behind(f, c); /* 180 से अधिक, then the noun */
        if (c->bound)
            return;
        if (end < c->right && c->right - end < 4)
            c->end = c->right;
        quantity_bounds_behind(f, c);
        if (!c->bound)
            c->end = end; /* an inner number is read again: 9 of 12 */
    }
}

/* "74 gegen 51 Stimmen": the votes stand behind those against. */
static bool
votes_against(const struct finder *f, const struct count *c)
{
    static const char *const against[] = {"gegen",  "against", "contre",
                                          "contra", "contro",  "tegen",
                                          "против", "проти",   "to"};
    size_t end = quantity_sentence_end(f, c->num), at = c->num_end;
    struct number other;
    const struct sense *s;

    if (c->unit || c->counted || !c->digits || at + 2 >= end ||
        !f->id[KEY_VOTE])
        return false;
    for (size_t i = 0; i < sizeof against / sizeof *against; i++)
        if (str_is(f->w[at].fold, against[i]) &&
            number_at(f->lx, f->r, at + 1, &other)) {
            s = quantity_noun_at(f, at + 1 + other.nwords);
            return s && s->id == f->id[KEY_VOTE];
        }
    return false;
}

/* 231票 are votes, 112석 seats; "231 votes to 198": so are those against. */
static void
votes(const struct finder *f, struct count *c, size_t behind)
{
    const struct quantity_mark *last =
        f->a->nquantities ? &f->a->quantities[f->a->nquantities - 1] : NULL;

    if (c->unit && f->key_of[c->unit] == KEY_VOTE_COUNT) {
        c->unit = 0;
        c->counted = f->id[KEY_VOTE];
        return;
    }
    if (c->unit && f->key_of[c->unit] == KEY_SEAT_COUNT) {
        c->unit = 0;
        c->counted = f->id[KEY_SEAT];
        return;
    }
    if (votes_against(f, c)) {
        c->counted = f->id[KEY_VOTE];
        return;
    }
    if (c->unit || c->counted || c->noun.n || !last || !f->id[KEY_VOTE] ||
        last->counted != f->id[KEY_VOTE] || c->first < behind ||
        c->first - behind > VOTES_GAP || !c->digits ||
        last->sentence != f->w[c->num].sentence)
        return;
    for (size_t i = behind; i < c->first; i++)
        if (f->w[i].kind != WORD_LETTERS)
            return;
    c->counted = f->id[KEY_VOTE];
}

/* 27'ye yükseldi: a Turkish numeral in the dative or ablative is a noun by
 * itself; the verb follows. */
static bool
turkish_case(const struct finder *f, size_t word)
{
    static const char *const ends[] = {"ya",  "ye",  "a",   "e",
                                       "dan", "den", "tan", "ten"};
    size_t n;

    if (f->w[word].lang != LANG_TR || word + 2 >= f->nwords ||
        !quantity_mark_is(f, word + 1, "'’") || !quantity_glued(f, word + 1) ||
        !quantity_glued(f, word + 2))
        return false;
    /* 180'den fazla: more than so many, the noun follows */
    if (word + 3 < f->nwords && !str_starts(f->w[word + 3].fold, STR("as")) &&
        !str_starts(f->w[word + 3].fold, STR("aş")) &&
        (quantity_key_at(f, word + 3, KEY_MORE_THAN, &n) ||
         quantity_key_at(f, word + 3, KEY_LESS_THAN, &n) ||
         quantity_key_at(f, word + 2, KEY_MORE_THAN, &n) ||
         quantity_key_at(f, word + 2, KEY_LESS_THAN, &n) ||
         str_is(f->w[word + 3].fold, "fazla") ||
         str_is(f->w[word + 3].fold, "az")))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_is(f->w[word + 2].fold, ends[i]))
            return true;
    return word + 3 < f->nwords && f->w[word + 2].fold.n <= 3 &&
           quantity_key_at(f, word + 3, KEY_MORE_THAN, &n); /* 20'yi aştı */
}

/* 20'yi aştı: it is more than so many. */
static void
exceeded(struct count *c, const struct finder *f)
{
    size_t n;

    if (c->min == c->max && quantity_key_at(f, c->num + 3, KEY_MORE_THAN, &n)) {
        c->max = INFINITY;
        c->bound = true;
    }
}

/* 112'sini, of them 112: a Turkish numeral with the ending of a possessor. */
static bool
turkish_part(const struct finder *f, struct count *c)
{
    static const char *const ends[] = {
        "si",  "sı",  "su",  "sü",    "sini",  "sını", "sunu", "sünü", "ini",
        "ını", "unu", "ünü", "sinin", "sının", "inin", "ının", "unun", "ünün"};
    size_t word = c->num;

    if (c->unit || f->w[word].lang != LANG_TR || word + 2 >= f->nwords ||
        !quantity_mark_is(f, word + 1, "'’") || !quantity_glued(f, word + 1) ||
        !quantity_glued(f, word + 2))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_is(f->w[word + 2].fold, ends[i])) {
            c->end = c->right = word + 3;
            return true;
        }
    return false;
}

/* What a part is said to be, right behind it: 9명은 어린이, うち9人は子ども. */
static void
predicate(const struct finder *f, struct count *c, size_t word)
{
    const struct sense *s = quantity_noun_at(f, word);
    size_t end = quantity_sentence_end(f, c->num);

    if (!s || word >= end || (s->cls != CLASS_PERSON && s->cls != CLASS_ROLE))
        return;
    c->counted = s->id;
    c->head = word;
    c->right = word + s->nwords;
}

/* Of them nine, as for them, are children: behind a topic a noun that ends the
 * clause tells who they are. */
static void
topic(const struct finder *f, struct count *c)
{
    enum lang lang = (enum lang)f->w[c->num].lang;
    size_t end = quantity_sentence_end(f, c->num), at = c->right, after;
    const struct sense *s;

    if (at < c->end)
        at = c->end;
    if (lang == LANG_JA && at < end && str_is(f->w[at].fold, "は"))
        at++;
    else if (lang != LANG_KO || at == 0 ||
             !(str_ends(f->w[at - 1].fold, STR("은")) ||
               str_ends(f->w[at - 1].fold, STR("는"))))
        return;
    s = at < end ? quantity_noun_at(f, at) : NULL;
    if (!s)
        return;
    after = at + s->nwords;
    if (lang == LANG_KO || after >= end || f->w[after].kind == WORD_MARK ||
        str_starts(f->w[after].fold, STR("だ")) ||
        str_starts(f->w[after].fold, STR("で")))
        predicate(f, c, at);
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
        quantity_unit_set(f, c, unit,
                          c->num); /* 1週間 is one word of the lexicon */
        c->right = c->end;
    }
    parts_before(f, c);
    if (turkish_case(f, c->num)) {
        if (!c->unit)
            (void)quantity_unit_before(f, c, behind); /* yüzde 12,3'e */
        quantity_toll(f, c, behind);
        exceeded(c, f);
        return;
    }
    /* dördü, four of them; yedi only shares the stem of yedisi */
    if (quantity_key_itself(f, c->num, KEY_PART_NUMBER) || turkish_part(f, c)) {
        if (quantity_unit_before(f, c, behind)) { /* yüzde 75'ini */
            c->left = c->first;
            return;
        }
        c->partitive = true; /* dördü, four of them: no noun follows */
        ablative(f, c, behind);
        if (c->head == NO_WORD)
            predicate(f, c, c->end); /* "dokuzu çocuk": they are children */
        return;
    }
    if (!c->unit && !quantity_unit_before(f, c, behind) && !c->ordinal)
        skip_bound(f, c);
    if (c->unit)
        quantity_phrase(f, c);
    else if (!c->times || quantity_han(f, c->num)) {
        if (prefers_before(f, c))
            quantity_counters(f, c);
        else
            quantity_phrase(f, c);
        if (c->partitive && !c->unit)
            topic(f, c);
    }
    if (c->head == NO_WORD && !c->unit && !c->country &&
        (quantity_han(f, c->num) || f->w[c->num].lang == LANG_KO) &&
        (c->counter || c->digits))
        quantity_noun_before(f, c, behind);
    if (!c->unit)
        quantity_noun_counted(f, c);
    if (c->head == NO_WORD && !c->unit && !c->country && !c->ordinal)
        genitive_before(f, c, behind);
    if (c->right < c->end)
        c->right = c->end;
    if (c->left > c->first)
        c->left = c->first;
    votes(f, c, behind);
    quantity_toll(f, c, behind);
    late_bounds(f, c);
    if (c->right < c->end)
        c->right = c->end;
    if (c->head != NO_WORD && !c->partitive)
        c->elliptic = false; /* "another three SOLDIERS" */
    if (f->w[c->num].lang == LANG_TR)
        ablative(f, c, behind);
}
