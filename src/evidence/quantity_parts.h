/*
 * quantity_parts.h - what the files of quantity share; for them alone.
 *
 * A count is read in steps, each in a file of its own: its value
 * (quantity_value.c) and bounds (quantity_bounds.c), its unit
 * (quantity_unit.c) and noun (quantity_phrase.c, quantity_noun.c), whether
 * it is one at all (quantity_none.c) or an age (quantity_age.c), what an
 * amount is of (quantity_amount.c), what befell those counted
 * (quantity_state.c) and what else is said of it (quantity_context.c).
 */
#ifndef SAMESTORY_EVIDENCE_QUANTITY_PARTS_H
#define SAMESTORY_EVIDENCE_QUANTITY_PARTS_H

#include "lexicon/numbers.h"
#include "record/article.h"

/* Concepts that the reader of quantities knows by name; the names stand in
 * quantity_words.c, in this order. */
enum key {
    KEY_NONE,
    /* bounds */
    KEY_AT_LEAST,
    KEY_MORE_THAN,
    KEY_UP_TO,
    KEY_LESS_THAN,
    KEY_ABOUT,
    KEY_NEARLY,
    KEY_REACHING,
    KEY_BETWEEN,
    /* words that are a value */
    KEY_TENS_OF,
    KEY_TRUE_DOZENS,
    KEY_DOZENS,
    KEY_DOZEN,
    KEY_SCORES,
    KEY_HUNDREDS,
    KEY_THOUSANDS,
    KEY_TENS_TH,
    KEY_HUNDREDS_TH,
    KEY_MILLIONS,
    KEY_BILLIONS,
    KEY_SOME_10,
    KEY_SOME_12,
    KEY_SOME_15,
    KEY_SOME_20,
    KEY_SOME_30,
    KEY_SOME_40,
    KEY_SOME_50,
    KEY_SOME_60,
    KEY_SOME_70,
    KEY_SOME_80,
    KEY_SOME_90,
    KEY_SOME_100,
    KEY_SOME_1000,
    KEY_HALF_1,
    KEY_HALF_2,
    KEY_HALF_3,
    KEY_HALF_4,
    KEY_HALF_5,
    KEY_HALF_6,
    KEY_HALF_7,
    KEY_HALF_8,
    KEY_HALF_9,
    KEY_HALF_MILLION,
    KEY_TWO_MILLION,
    KEY_TWO_BILLION,
    KEY_TWO_HUNDRED_TH,
    KEY_HALF,
    KEY_THIRD,
    KEY_TWO_THIRDS,
    KEY_THREE_QUARTERS,
    KEY_ONCE,
    KEY_TWICE,
    KEY_THRICE,
    /* what changes a value */
    KEY_AND_HALF,
    KEY_PART_BY,
    KEY_PART_THIRD,
    KEY_PART_FOURTH,
    KEY_PART_FIFTH,
    KEY_PART_TENTH,
    KEY_RANGE_TO,
    KEY_RANGE_FROM,
    KEY_SCORE_BY,
    /* what is counted */
    KEY_TIMES,
    KEY_COUNT_PERSON,
    KEY_COUNT_THING,
    KEY_COUNT_EVENT,
    KEY_PEOPLE_NUMBER,
    KEY_PART_NUMBER,
    KEY_OTHER,
    KEY_OF_THEM,
    KEY_PART_OF,
    KEY_PEOPLE,
    KEY_PERSON,
    /* signs that it is none */
    KEY_CLOCK_AFTER,
    KEY_CLOCK_BEFORE,
    KEY_LABEL_BEFORE,
    KEY_LABEL_AFTER,
    KEY_VOTE,
    KEY_VOTE_COUNT,
    KEY_SEAT,
    KEY_SEAT_COUNT,
    KEY_NUMBER_OF,
    KEY_DEATH_TOLL,
    KEY_TURNOUT,
    KEY_RECKONED,
    KEY_ACCORDING_TO,
    KEY_PEOPLE_DID,
    KEY_RISE_TO,
    KEY_AMOUNT_TO,
    KEY_THEY_WERE,
    KEY_BY_AS_MUCH,
    KEY_AGE_MARK,
    KEY_AGE,
    KEY_BOTH_SIDES,
    /* units */
    KEY_PERCENT,
    KEY_PERCENTAGE_POINT,
    KEY_BASIS_POINT,
    KEY_MAGNITUDE,
    KEY_QUAKE_MAGNITUDE,
    KEY_DEGREE,
    KEY_CELSIUS,
    KEY_FAHRENHEIT,
    KEY_BELOW_ZERO,
    KEY_SECOND,
    KEY_MINUTE,
    KEY_HOUR,
    KEY_DAY,
    KEY_WEEK,
    KEY_MONTH,
    KEY_YEAR,
    KEY_DECADE,
    KEY_CENTURY,
    /* states of things, the first and the last of which quantity_of_things
     * knows */
    KEY_SHOT_DOWN,
    KEY_FIRED,
    KEY_DAMAGED,
    KEY_DESTROYED,
    KEY_SUNK,
    KEY_SEIZED,
    KEY_CLOSED,
    KEY_FLOODED,
    KEY_CANCELLED,
    KEY_DELAYED,
    KEY_DIVERTED,
    KEY_STOLEN,
    KEY_CONTAMINATED,
    /* what a predicate says of some of those counted */
    KEY_SERIOUS,
    KEY_VOTED_FOR,
    KEY_VOTED_AGAINST,
    KEY_SUPPORT,
    KEY_OPPOSE,
    /* terms of prison */
    KEY_PRISON_SENTENCE,
    KEY_PRISON,
    KEY_JAILED,
    KEY_SENTENCED,
    /* amounts */
    KEY_PAYMENT,
    KEY_COST,
    KEY_PRICE,
    KEY_FUND,
    KEY_TAX,
    KEY_AID,
    KEY_SPEED,
    KEY_SPEED_LIMIT,
    KEY_LIMITED,
    KEY_HOURLY,
    KEY_KILOMETRE,
    KEY_KILOMETRE_HOUR,
    KEY_TONNE,
    KEY_KILOGRAM,
    KEY_GRAM,
    KEY_METRE,
    KEY_CENTIMETRE,
    KEY_FOOT,
    KEY_INCH,
    KEY_MILE,
    KEY_MILE_HOUR,
    KEY_COUNT
};

struct finder {
    const struct lexicon *lx;
    struct article *a;
    const struct reading *r;
    const struct word *w;
    size_t nwords;
    uint8_t *key_of;        /* by concept: enum key */
    uint32_t id[KEY_COUNT]; /* concept of the key, 0 where missing */
    uint8_t *taken;         /* by word: 1 in a date, 2 in a name */
};

enum { TAKEN_DATE = 1, TAKEN_NAME = 2 };

/* A count on its way to a mark. Word numbers, half-open. */
struct count {
    size_t first, end;   /* bounds and number words, later the unit */
    size_t num, num_end; /* number words alone */
    size_t left, right;  /* with what is counted */
    double min, max;
    bool approx, ordinal, partitive, elliptic;
    bool digits, vague, bound, range, times;
    bool soft;    /* "up to" that may be a mere "to" */
    bool one;     /* the word for one, that may be an article */
    bool persons; /* a counter of persons stands by it */
    bool counter; /* any counter does */
    bool dual;
    bool aged;      /* an age, or "10-летний" */
    bool length;    /* the latter */
    int32_t whose;  /* the person's name mark, -1 */
    size_t against; /* 1 and the index of the count it is set against, 0 */
    bool toll;      /* "the number of them" stands before */
    bool none;      /* a score, a pair of years: nothing counts */
    double second;  /* "from 18 to 20 percent": the other value */
    uint32_t unit, counted, state;
    size_t head; /* word of the head noun, SIZE_MAX: none */
    str noun;
    uint32_t country; /* demonym that stands for people, a place */
};

#define NO_WORD SIZE_MAX

/* ---- quantity_words.c ---- */
void quantity_words_resolve(struct finder *);
/* Whether a sense of this key begins at the word; *n: its words. */
bool quantity_key_at(const struct finder *, size_t word, enum key, size_t *n);
/* The same of the words as they stand, not of what shares their stem. */
bool quantity_key_itself(const struct finder *, size_t word, enum key);
/* Whether the word as it stands has a concept of this class. */
bool quantity_class_itself(const struct finder *, size_t word,
                           enum concept_class);
/* Whether the concept is of persons. */
bool quantity_person(const struct finder *, uint32_t concept);
/* Whether one ends before the word; *n: its words. */
bool quantity_key_ends(const struct finder *, size_t word, enum key, size_t *n);
/* The best concept that can be counted and begins at the word, or NULL. */
const struct sense *quantity_noun_at(const struct finder *, size_t word);
/* The unit or currency that begins at the word, or NULL. */
const struct sense *quantity_unit_at(const struct finder *, size_t word);
size_t quantity_sentence_end(const struct finder *, size_t word);
size_t quantity_sentence_start(const struct finder *, size_t word);
bool quantity_mark_is(const struct finder *, size_t word, const char *marks);
bool quantity_glued(const struct finder *, size_t word); /* to the one before */
bool quantity_han(const struct finder *, size_t word);
bool quantity_function(const struct finder *, size_t word);
/* Whether the word has a capital that tells something: not where all words
 * around are capitals. */
bool quantity_capital(const struct finder *, size_t word);
bool quantity_shouted(const struct finder *, size_t word);
bool quantity_state_at(const struct finder *, size_t word, uint32_t *state,
                       size_t *n);

/* ---- quantity_value.c ---- */
/* One value that begins at the word, no range, no bounds. */
bool quantity_one(const struct finder *, size_t word, struct count *);
/* The power of ten that a multiplier at the word stands for, or 0. */
unsigned quantity_power(const struct finder *, size_t word, size_t *n);

/* ---- quantity_bounds.c ---- */
/* Reads the value that begins at the word with the bounds before it. */
bool quantity_value(const struct finder *, size_t word, struct count *);
/* Bounds that stand behind: "or more", 以上, 'dan fazla. */
void quantity_bounds_behind(const struct finder *, struct count *);

/* ---- quantity_unit.c ---- */
/* Counts in this unit, which stands at the word. */
void quantity_unit_set(const struct finder *, struct count *,
                       const struct sense *, size_t word);
/* The unit that a longer expression or its ending hides; 0: none. */
uint32_t quantity_unit_hidden(const struct finder *, size_t word);
/* The unit of "12-godzinny", of the word behind the hyphen; 0: none. */
uint32_t quantity_unit_adjective(const struct finder *, size_t word);
/* A currency sign, "Rs", "magnitude", 百分之 before the number. */
bool quantity_unit_before(const struct finder *, struct count *, size_t behind);

/* ---- quantity_currency.c ---- */
/* Settles whose currency amounts are told in, where countries share its
 * name. */
void quantity_currency(const struct finder *, struct quantity_mark *marks,
                       size_t n);

/* ---- quantity_phrase.c ---- */
/* What the words behind the number say: unit, counter, noun. */
void quantity_phrase(const struct finder *, struct count *);
/* Counters alone: the noun stands before the number. */
void quantity_counters(const struct finder *, struct count *);

/* ---- quantity_head.c ---- */
/* Languages whose compounds end with their head, written as words. */
bool quantity_head_last(enum lang);
/* Counts what this noun heads, with the words it is compounded of. */
void quantity_set_head(const struct finder *, struct count *,
                       const struct sense *);
/* What a compound counts that no row knows, by its longest last part that
 * one does; 0: none. */
uint32_t quantity_compound_head(const struct finder *, size_t word);

/* Whether a word known by its stem is the plural of the sense's, or its
 * singular: "34-point". */
bool quantity_plural(const struct finder *, size_t word, const struct sense *);
/* Whether the first of two unknown words is an adjective of the other. */
bool quantity_adjective(const struct finder *, size_t word);
/* Whether an unknown word is no noun: "hundreds OUT of villages". */
bool quantity_no_noun(const struct finder *, size_t word);

/* ---- quantity_counter.c ---- */
/* Whether a counter stands at the word that no sense begins at. */
bool quantity_counter_hidden(const struct finder *, const struct count *,
                             size_t word);

/* ---- quantity_before.c ---- */
/* The known noun before its number. */
void quantity_noun_before(const struct finder *, struct count *, size_t behind);
/* What a counter counts where no row knows a noun beside it. */
void quantity_noun_counted(const struct finder *, struct count *);
/* Korean 경찰은: a topic, of which something is told. */
bool quantity_korean_topic(const struct finder *f, size_t word);

/* ---- quantity_noun.c ---- */
/* Unit and noun of a count whose value is read. `behind`: words before it
 * belong to an earlier count. */
void quantity_noun(const struct finder *, struct count *, size_t behind);

/* Korean 경찰은: a topic, of which something is told. */
bool quantity_korean_topic(const struct finder *, size_t word);

/* ---- quantity_toll.c ---- */
/* "the number of dead rose to 27": whom a bare number counts, told before. */
void quantity_toll(const struct finder *, struct count *, size_t behind);

/* ---- quantity_claim.c ---- */
/* "the ministry puts it at 90,000": what a number counts that is set against
 * the count before. */
void quantity_claim(const struct finder *, struct count *, size_t behind);

/* ---- quantity_same.c ---- */
/* "trois portes sur douze", "of 14 lorries three were emptied": a bare number
 * that counts what the one before does. */
void quantity_same(const struct finder *, struct count *);

/* ---- quantity_dual.c ---- */
bool quantity_dual(const struct finder *, size_t word, struct count *);

/* ---- quantity_age.c ---- */
/* Makes an age of the count where it is one. */
bool quantity_age(const struct finder *, struct count *);

/* ---- quantity_clock.c ---- */
bool quantity_clock(const struct finder *, const struct count *);

/* ---- quantity_none.c ---- */
bool quantity_none(const struct finder *, struct count *);

/* ---- quantity_amount.c ---- */
/* 时速92公里: a length told by the hour is a speed. */
void quantity_speed(const struct finder *, struct count *);
/* 43.2度, "43,2 grados": degrees of heat, neither times nor a magnitude. */
void quantity_degree(const struct finder *, struct count *);
/* What an amount of money is, where its phrase does not say it: a fine. */
void quantity_sum(const struct finder *, struct quantity_mark *marks, size_t n,
                  size_t self);
/* Whether a speed is one that was, or one that may not be exceeded. */
void quantity_limit(const struct finder *, struct quantity_mark *);
/* "twelve years" that are a sentence. */
void quantity_term(const struct finder *, struct quantity_mark *);

/* ---- quantity_state.c ---- */
/* Whether a clause ends at the word. */
bool quantity_clause_mark(const struct finder *, size_t word);
/* Whether the word belongs to a count beside this one. */
bool quantity_in_other_mark(const struct quantity_mark *marks, size_t n,
                            size_t self, size_t word);
/* Whether a state befalls things sooner than people. */
bool quantity_of_things(const struct finder *, uint32_t state);
/* Finds what befell those counted. */
void quantity_state(const struct finder *, struct quantity_mark *marks,
                    size_t n, size_t self);
/* "25 arrests" are 25 people. */
void quantity_people_of_act(const struct finder *, struct quantity_mark *);
/* "1,200 jobs" were not fined: drops what befalls persons alone. */
void quantity_state_fits(const struct finder *, struct quantity_mark *);

/* ---- quantity_joined.c ---- */
/* Gives a count without a state that of the one it is joined to by "and". */
void quantity_joined(const struct finder *, struct quantity_mark *, size_t n);

/* ---- quantity_context.c ---- */
void quantity_context(const struct finder *, struct quantity_mark *, size_t n);

#endif
