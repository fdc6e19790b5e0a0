/*
 * quantity_words.c - the words a reader of quantities knows: keys of
 * concepts, what can be counted, units, small tests of words.
 */
#include "evidence/quantity_parts.h"

#include <stdlib.h>

#define KEY_MOST_WORDS 6 /* of a bound before a number */
#define COURSE_REACH   2 /* words from "during" to the decades */

static const char *const names[KEY_COUNT] = {
    [KEY_AT_LEAST] = "at-least",
    [KEY_MORE_THAN] = "more-than",
    [KEY_UP_TO] = "up-to",
    [KEY_LESS_THAN] = "less-than",
    [KEY_ABOUT] = "about",
    [KEY_NEARLY] = "nearly",
    [KEY_REACHING] = "reaching",
    [KEY_BETWEEN] = "between",
    [KEY_TENS_OF] = "tens-of",
    [KEY_TRUE_DOZENS] = "true-dozens",
    [KEY_DOZENS] = "dozens",
    [KEY_DOZEN] = "dozen",
    [KEY_SCORES] = "scores",
    [KEY_HUNDREDS] = "hundreds",
    [KEY_THOUSANDS] = "thousands",
    [KEY_TENS_TH] = "tens-of-thousands",
    [KEY_HUNDREDS_TH] = "hundreds-of-thousands",
    [KEY_MILLIONS] = "millions",
    [KEY_BILLIONS] = "billions",
    [KEY_SOME_10] = "some-10",
    [KEY_SOME_12] = "some-12",
    [KEY_SOME_15] = "some-15",
    [KEY_SOME_20] = "some-20",
    [KEY_SOME_30] = "some-30",
    [KEY_SOME_40] = "some-40",
    [KEY_SOME_50] = "some-50",
    [KEY_SOME_60] = "some-60",
    [KEY_SOME_70] = "some-70",
    [KEY_SOME_80] = "some-80",
    [KEY_SOME_90] = "some-90",
    [KEY_SOME_100] = "some-100",
    [KEY_SOME_1000] = "some-1000",
    [KEY_HALF_1] = "one-and-half",
    [KEY_HALF_2] = "two-and-half",
    [KEY_HALF_3] = "three-and-half",
    [KEY_HALF_4] = "four-and-half",
    [KEY_HALF_5] = "five-and-half",
    [KEY_HALF_6] = "six-and-half",
    [KEY_HALF_7] = "seven-and-half",
    [KEY_HALF_8] = "eight-and-half",
    [KEY_HALF_9] = "nine-and-half",
    [KEY_HALF_MILLION] = "half-million",
    [KEY_TWO_MILLION] = "two-million",
    [KEY_TWO_BILLION] = "two-billion",
    [KEY_TWO_HUNDRED_TH] = "two-hundred-thousand",
    [KEY_HALF] = "half",
    [KEY_THIRD] = "third",
    [KEY_TWO_THIRDS] = "two-thirds",
    [KEY_THREE_QUARTERS] = "three-quarters",
    [KEY_ONCE] = "once",
    [KEY_TWICE] = "twice",
    [KEY_THRICE] = "thrice",
    [KEY_AND_HALF] = "and-half",
    [KEY_PART_BY] = "part-by",
    [KEY_PART_THIRD] = "part-third",
    [KEY_PART_FOURTH] = "part-fourth",
    [KEY_PART_FIFTH] = "part-fifth",
    [KEY_PART_TENTH] = "part-tenth",
    [KEY_RANGE_TO] = "range-to",
    [KEY_RANGE_FROM] = "range-from",
    [KEY_SCORE_BY] = "score-by",
    [KEY_TIMES] = "times",
    [KEY_COUNT_PERSON] = "count-person",
    [KEY_COUNT_THING] = "count-thing",
    [KEY_COUNT_EVENT] = "count-event",
    [KEY_PEOPLE_NUMBER] = "people-number",
    [KEY_PART_NUMBER] = "part-number",
    [KEY_OTHER] = "other",
    [KEY_OF_THEM] = "of-them",
    [KEY_PART_OF] = "part-of",
    [KEY_PEOPLE] = "people",
    [KEY_PERSON] = "person",
    [KEY_CLOCK_AFTER] = "clock-after",
    [KEY_CLOCK_BEFORE] = "clock-before",
    [KEY_LABEL_BEFORE] = "label-before",
    [KEY_LABEL_AFTER] = "label-after",
    [KEY_VOTE] = "vote",
    [KEY_VOTE_COUNT] = "vote-count",
    [KEY_SEAT] = "seat",
    [KEY_SEAT_COUNT] = "seat-count",
    [KEY_NUMBER_OF] = "number-of",
    [KEY_TURNOUT] = "turnout",
    [KEY_RECKONED] = "reckoned",
    [KEY_ACCORDING_TO] = "according-to",
    [KEY_PEOPLE_DID] = "people-did",
    [KEY_RISE_TO] = "rise-to",
    [KEY_AMOUNT_TO] = "amount-to",
    [KEY_THEY_WERE] = "they-were",
    [KEY_DEATH_TOLL] = "death-toll",
    [KEY_BY_AS_MUCH] = "by-as-much",
    [KEY_AGE_MARK] = "age-mark",
    [KEY_AGE] = "age",
    [KEY_BOTH_SIDES] = "both-sides",
    [KEY_PERCENT] = "percent",
    [KEY_PERCENTAGE_POINT] = "percentage-point",
    [KEY_BASIS_POINT] = "basis-point",
    [KEY_MAGNITUDE] = "magnitude",
    [KEY_QUAKE_MAGNITUDE] = "earthquake-magnitude",
    [KEY_DEGREE] = "degree",
    [KEY_CELSIUS] = "degree-celsius",
    [KEY_FAHRENHEIT] = "degree-fahrenheit",
    [KEY_BELOW_ZERO] = "below-zero",
    [KEY_SECOND] = "second",
    [KEY_MINUTE] = "minute",
    [KEY_HOUR] = "hour",
    [KEY_DAY] = "day",
    [KEY_WEEK] = "week",
    [KEY_MONTH] = "month",
    [KEY_YEAR] = "year",
    [KEY_DECADE] = "decade",
    [KEY_CENTURY] = "century",
    [KEY_SHOT_DOWN] = "shot-down",
    [KEY_FIRED] = "fired",
    [KEY_DAMAGED] = "damaged",
    [KEY_DESTROYED] = "destroyed",
    [KEY_SUNK] = "sunk",
    [KEY_SEIZED] = "seized",
    [KEY_CLOSED] = "closed",
    [KEY_FLOODED] = "flooded",
    [KEY_CANCELLED] = "cancelled",
    [KEY_DELAYED] = "delayed",
    [KEY_DIVERTED] = "diverted",
    [KEY_STOLEN] = "stolen",
    [KEY_CONTAMINATED] = "contaminated",
    [KEY_SERIOUS] = "serious-condition",
    [KEY_VOTED_FOR] = "voted-for",
    [KEY_VOTED_AGAINST] = "voted-against",
    [KEY_SUPPORT] = "support",
    [KEY_OPPOSE] = "oppose",
    [KEY_PRISON_SENTENCE] = "prison-sentence",
    [KEY_PRISON] = "prison",
    [KEY_JAILED] = "jailed",
    [KEY_SENTENCED] = "sentenced",
    [KEY_PAYMENT] = "payment",
    [KEY_COST] = "cost",
    [KEY_PRICE] = "price",
    [KEY_FUND] = "fund",
    [KEY_TAX] = "tax",
    [KEY_AID] = "aid",
    [KEY_SPEED] = "speed",
    [KEY_SPEED_LIMIT] = "speed-limit",
    [KEY_LIMITED] = "limited",
    [KEY_HOURLY] = "hourly",
    [KEY_TONNE] = "tonne",
    [KEY_KILOGRAM] = "kilogram",
    [KEY_GRAM] = "gram",
    [KEY_METRE] = "metre",
    [KEY_CENTIMETRE] = "centimetre",
    [KEY_FOOT] = "foot",
    [KEY_INCH] = "inch",
    [KEY_KILOMETRE] = "kilometre",
    [KEY_KILOMETRE_HOUR] = "kilometre-per-hour",
    [KEY_MILE] = "mile",
    [KEY_MILE_HOUR] = "mile-per-hour",
};

void
quantity_words_resolve(struct finder *f)
{
    uint32_t nconcepts = lexicon_concepts(f->lx);

    f->key_of = arena_new(f->a->mem, uint8_t, (size_t)nconcepts + 1);
    for (int k = KEY_NONE + 1; k < KEY_COUNT; k++) {
        f->id[k] = lexicon_concept(f->lx, names[k]);
        if (f->id[k])
            f->key_of[f->id[k]] = (uint8_t)k;
    }
}

bool
quantity_key_at(const struct finder *f, size_t word, enum key key, size_t *n)
{
    if (word >= f->nwords || !(f->r->begins[word].kinds >> SENSE_CONCEPT & 1))
        return false;
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (s->kind == SENSE_CONCEPT && f->key_of[s->id] == key) {
            *n = s->nwords;
            return true;
        }
    }
    return false;
}

bool
quantity_key_itself(const struct finder *f, size_t word, enum key key)
{
    if (word >= f->nwords)
        return false;
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
        if (f->r->senses[i].kind == SENSE_CONCEPT && f->r->senses[i].exact &&
            f->key_of[f->r->senses[i].id] == key)
            return true;
    return false;
}

bool
quantity_key_ends(const struct finder *f, size_t word, enum key key, size_t *n)
{
    for (size_t back = 1; back <= KEY_MOST_WORDS && back <= word; back++)
        if (quantity_key_at(f, word - back, key, n) && *n == back)
            return true;
    return false;
}

/* How well a class names what is counted; 0: not at all. */
static int
countable(enum concept_class cls)
{
    switch (cls) {
    case CLASS_PERSON:
        return 8;
    case CLASS_ROLE:
        return 7;
    case CLASS_THING:
        return 6;
    case CLASS_ACT:
    case CLASS_SUM:
        return 5;
    case CLASS_BODY:
        return 4;
    case CLASS_PLACE:
        return 3;
    case CLASS_ABSTRACT:
        return 2;
    default:
        return 0;
    }
}

bool
quantity_class_itself(const struct finder *f, size_t word,
                      enum concept_class cls)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
        if (f->r->senses[i].kind == SENSE_CONCEPT && f->r->senses[i].exact &&
            f->r->senses[i].cls == cls)
            return true;
    return false;
}

bool
quantity_person(const struct finder *f, uint32_t concept)
{
    enum concept_class cls = lexicon_class(f->lx, concept);

    return cls == CLASS_PERSON || cls == CLASS_ROLE;
}

/* "deux petits garçons", "three seasons": as they stand no nouns, and neither
 * petitions nor seasonings by their stems. */
static bool
quality_itself(const struct finder *f, size_t word)
{
    enum lang lang = (enum lang)f->w[word].lang;

    /* where a word without vowels may be several */
    if (lang == LANG_AR || lang == LANG_HE || lang == LANG_FA)
        return false;
    return quantity_class_itself(f, word, CLASS_QUALITY) ||
           quantity_class_itself(f, word, CLASS_TIME) ||
           quantity_class_itself(f, word, CLASS_VERB) ||
           quantity_class_itself(f, word, CLASS_BOUND);
}

/* Spanish comunas are no communism: where words change little, a thing or a
 * notion that only shares its stem with the word is another, plurals aside. */
static bool
stem_deceives(const struct finder *f, size_t word, const struct sense *s)
{
    enum lang lang = (enum lang)f->w[word].lang;

    return s->nwords == 1 && s->cls == CLASS_ABSTRACT &&
           (lang == LANG_EN || lang == LANG_ES || lang == LANG_FR ||
            lang == LANG_PT || lang == LANG_CA) &&
           !quantity_plural(f, word, s);
}

const struct sense *
quantity_noun_at(const struct finder *f, size_t word)
{
    const struct sense *best = NULL;
    int most = 0;

    if (word >= f->nwords)
        return NULL;
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];
        int rank = s->kind == SENSE_CONCEPT
                       ? countable((enum concept_class)s->cls)
                       : 0;

        if (rank && s->exact)
            rank += 10;
        /* what counts anything says less than any other noun */
        if (rank &&
            (f->key_of[s->id] == KEY_PERSON || f->key_of[s->id] == KEY_PEOPLE))
            rank += 20;
        if (rank > most) {
            most = rank;
            best = s;
        }
    }
    if (best && !best->exact &&
        ((quality_itself(f, word) && !quantity_plural(f, word, best)) ||
         stem_deceives(f, word, best)))
        return NULL;
    return best;
}

/* Units of time are concepts of class time where dates need them too. */
static bool
is_unit(const struct finder *f, size_t word, const struct sense *s)
{
    if (s->kind != SENSE_CONCEPT)
        return false;
    if (s->cls == CLASS_UNIT || s->cls == CLASS_MONEY)
        return true;
    /* 6月 is June, not six months */
    return f->key_of[s->id] >= KEY_SECOND && f->key_of[s->id] <= KEY_CENTURY &&
           !str_is(f->w[word].fold, "月");
}

/* خلال ستة عقود: in the course of six decades. */
static bool
in_the_course(const struct finder *f, size_t word)
{
    static const char *const words[] = {"خلال", "طوال", "منذ", "مدى", "مدار"};

    for (size_t i = 0; word >= COURSE_REACH && i < sizeof words / sizeof *words;
         i++)
        if (str_is(f->w[word - COURSE_REACH].fold, words[i]))
            return true;
    return false;
}

/* Chinese 四节车厢: four carriages, with a counter that may be a knot. */
static bool
counts_noun(const struct finder *f, size_t word)
{
    return f->w[word].lang == LANG_ZH && str_is(f->w[word].fold, "节") &&
           word + 1 < quantity_sentence_end(f, word) &&
           quantity_noun_at(f, word + 1);
}

const struct sense *
quantity_unit_at(const struct finder *f, size_t word)
{
    const struct sense *unit = NULL;

    if (word >= f->nwords)
        return NULL;
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (is_unit(f, word, s) && (!unit || (s->exact && !unit->exact)))
            unit = s;
    }
    if (unit && counts_noun(f, word))
        return NULL;
    /* عقود: contracts sooner than decades */
    if (unit && f->key_of[unit->id] == KEY_DECADE) {
        const struct sense *noun = quantity_noun_at(f, word);

        if (noun && noun->exact && !in_the_course(f, word))
            return NULL;
    }
    return unit;
}

bool
quantity_state_at(const struct finder *f, size_t word, uint32_t *state,
                  size_t *n)
{
    const struct sense *best = NULL;

    if (word >= f->nwords)
        return false;
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (s->kind == SENSE_CONCEPT && s->cls == CLASS_STATE &&
            (!best || (s->exact && !best->exact)))
            best = s;
    }
    if (!best)
        return false;
    /* "the fire" shares its stem with "fired" */
    if (!best->exact)
        for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
            if (f->r->senses[i].kind == SENSE_CONCEPT &&
                f->r->senses[i].exact &&
                countable((enum concept_class)f->r->senses[i].cls) &&
                lexicon_near(f->lx, best->id, f->r->senses[i].id) == 0)
                return false; /* but "killing" is a murder as well */
    *state = best->id;
    *n = best->nwords;
    return true;
}

size_t
quantity_sentence_end(const struct finder *f, size_t word)
{
    const struct sentence *s;

    if (word >= f->nwords)
        return f->nwords;
    s = &f->r->w.sentences[f->w[word].sentence];
    return (size_t)s->word + s->nwords;
}

size_t
quantity_sentence_start(const struct finder *f, size_t word)
{
    return f->r->w.sentences[f->w[word].sentence].word;
}

/* Whether the word is one of the marks, each a character in `marks`. */
bool
quantity_mark_is(const struct finder *f, size_t word, const char *marks)
{
    str text;

    if (word >= f->nwords || f->w[word].kind != WORD_MARK)
        return false;
    text = (str){f->r->w.text.s + f->w[word].start,
                 f->w[word].end - f->w[word].start};
    return str_find(str_of(marks), text) != SIZE_MAX;
}

bool
quantity_glued(const struct finder *f, size_t word)
{
    return word > 0 && word < f->nwords &&
           f->w[word].start == f->w[word - 1].end;
}

bool
quantity_han(const struct finder *f, size_t word)
{
    return word < f->nwords &&
           (f->w[word].lang == LANG_ZH || f->w[word].lang == LANG_JA);
}

bool
quantity_function(const struct finder *f, size_t word)
{
    return reading_sense(f->r, word, SENSE_FUNCTION) != NULL;
}

#define SHOUT_REACH                                                            \
    4 /* words on each side, of which three must be capitals                   \
       */

bool
quantity_shouted(const struct finder *f, size_t word)
{
    size_t first = word > SHOUT_REACH ? word - SHOUT_REACH : 0, seen = 0;

    for (size_t i = first; i <= word + SHOUT_REACH && i < f->nwords; i++) {
        const struct word *w = &f->w[i];

        if (w->sentence != f->w[word].sentence || w->kind != WORD_LETTERS ||
            w->end - w->start < 2)
            continue;
        if (!(w->shape & SHAPE_ALL_CAPS))
            return false;
        seen++;
    }
    return seen >= 3;
}

bool
quantity_capital(const struct finder *f, size_t word)
{
    return f->w[word].shape & SHAPE_CAPITAL && !quantity_shouted(f, word);
}
