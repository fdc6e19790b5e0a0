/*
 * name_parts.h - what the files of the search for names share; for
 * evidence/name*.c alone.
 *
 * A namer lives while one article is searched. Each finder looks at the
 * words that are still free, adds marks and takes their words. The order of
 * finders is that of name.c: the surest first.
 */
#ifndef SAMESTORY_EVIDENCE_NAME_PARTS_H
#define SAMESTORY_EVIDENCE_NAME_PARTS_H

#include "base/table.h"
#include "evidence/name.h"

#define NAME_MOST_WORDS 16   /* of one name, marks counted */
#define NAME_MOST_MARKS 4000 /* of one article */

/* What a word may be. Words of a longer sense bear the bits of all of it. */
enum word_bit {
    BIT_FUNCTION = 1 << 0,
    BIT_COMMON = 1 << 1,  /* means something that is no name */
    BIT_STEMMED = 1 << 2, /* its stem does */
    BIT_LOWER = 1 << 3,   /* stands in small letters on the page */
    BIT_GIVEN = 1 << 4,
    BIT_SURNAME = 1 << 5,
    BIT_PLACE = 1 << 6,
    BIT_BODY = 1 << 7,
    BIT_ROLE = 1 << 8,
    BIT_SAY = 1 << 9,
    BIT_HONOUR = 1 << 10,
    BIT_PARTICLE = 1 << 11,
    BIT_SUFFIX = 1 << 12,
    BIT_HEAD_ORG = 1 << 13,
    BIT_HEAD_PLACE = 1 << 14,
    BIT_FIRM = 1 << 15,
    BIT_DEMONYM = 1 << 16,
    BIT_SOUND = 1 << 17,
    BIT_TIME = 1 << 18,   /* month, weekday */
    BIT_TITLE = 1 << 19,  /* in a headline where most words have capitals */
    BIT_INSIDE = 1 << 20, /* within a sense of two words or more */
    BIT_NUMBER = 1 << 21,
    BIT_SOLE = 1 << 23,  /* with a land beside it a body */
    BIT_IN = 1 << 22,    /* in, at, from: a place may follow */
    BIT_TRADE = 1 << 24, /* what a body does, before its name */
};

struct namer {
    const struct lexicon *lx;
    struct article *a;
    struct arena *mem;
    const struct word *w;
    uint32_t n;
    uint32_t *bits;
    bool *taken;
    struct sense *compound; /* by word: what its last part means; id 0: none */
    struct table *seen;     /* fold -> how often, in capitals where cased */
    struct name_mark *marks;
    size_t nmarks;
};

/* ---- name_word.c: words ---- */
void name_words(struct namer *);
bool name_cased(const struct namer *, uint32_t i);   /* letters with case */
bool name_capital(const struct namer *, uint32_t i); /* … and upper case */
/* No gap between word i and the one before. */
bool name_joined(const struct namer *, uint32_t i);
bool name_mark_is(const struct namer *, uint32_t i, const char *any);
/* Means nothing that the lexicon knows but a name. */
bool name_unknown(const struct namer *, uint32_t i);
bool name_roman(const struct namer *, uint32_t i); /* XVI */
str name_text(const struct namer *, uint32_t i);
uint32_t name_seen(const struct namer *, uint32_t i);
/* The role sense that begins at i; the one that ends before i. */
const struct sense *name_role_at(const struct namer *, uint32_t i);
const struct sense *name_sense_before(const struct namer *, uint32_t i,
                                      uint32_t bit);
/* The head of this kind that begins at i. */
const struct sense *name_head_at(const struct namer *, uint32_t i,
                                 enum head_kind);
/* Languages whose demonyms are written small. */
bool name_small_demonyms(enum lang);
bool name_inflects(enum lang);
/* The same word of a name, endings and clitics aside. */
bool name_same_word(str a, enum lang, str b, enum lang);

/* ---- name.c ---- */
/* Adds the words [i, j) as a mark and takes them; NULL where one is taken
 * or nothing is there. The caller may set role, known and the like. */
struct name_mark *name_add(struct namer *, uint32_t i, uint32_t j,
                           enum name_kind, unsigned sure);

/* ---- name_run.c: runs of capitals ---- */
bool name_run_begins(const struct namer *, uint32_t i, uint32_t end);
uint32_t name_run_end(const struct namer *, uint32_t i, uint32_t end);
/* "Ji-hwan": a given name of Korean with a small letter behind the hyphen. */
bool name_two_syllables(const struct namer *, uint32_t p, uint32_t q);

/* ---- name_look.c: what words in capitals look like ---- */
bool name_code(const struct namer *, uint32_t i);  /* a thing's number */
bool name_camel(const struct namer *, uint32_t i); /* RedState */
bool name_lettered(const struct namer *, uint32_t p, uint32_t q);
bool name_of_place(const struct namer *, uint32_t first, uint32_t last);

/* ---- name_german.c: nouns in capitals ---- */
bool german_foreign(str word); /* has a letter that no German word has */
bool german_behind_article(const struct namer *, uint32_t p);
/* Adds what stands behind the "von" of [p, q); whether there is one. */
bool german_behind_von(struct namer *, uint32_t p, uint32_t q);

/* ---- name_weigh.c ---- */
/* The words [p, q), which hold no title any more, as a name or none. */
void name_weigh(struct namer *, uint32_t p, uint32_t q);
bool name_exact_given(const struct namer *, uint32_t i);

/* ---- name_plain.c: what a word of a script without capitals looks like */
bool plain_word(const struct namer *, uint32_t i);
bool plain_given(const struct namer *, uint32_t i);
bool plain_arabic(const struct namer *, uint32_t i);
bool plain_with_article(const struct namer *, uint32_t i);
bool plain_noun_like(const struct namer *, uint32_t i);
bool plain_maybe(const struct namer *, uint32_t i);
/* ---- name_plain_body.c: before and after the search for persons ---- */
void plain_bodies(struct namer *, uint32_t from, uint32_t end, enum lang);
void plain_headed(struct namer *, uint32_t from, uint32_t end, enum lang);

/* ---- finders ---- */
void name_body(struct namer *); /* name_body.c: land and common word */
/* name_office.c: ministries, and bodies in quotation marks */
void name_office(struct namer *);
void name_case(struct namer *);  /* name_case.c: scripts with capitals */
void name_han(struct namer *);   /* name_han.c: Chinese */
void name_kana(struct namer *);  /* name_kana.c: Japanese */
void name_plain(struct namer *); /* name_plain.c: spaced, without capitals */
void name_known(struct namer *); /* name_known.c: places and bodies */
/* Korean: the particle is no part of the name (서울|에서). `last`: its last
 * word. */
void name_trim(struct namer *, struct name_mark *, uint32_t last);
/* The words [i, j) as one known place or body, if they are just that. */
struct name_mark *name_known_at(struct namer *, uint32_t i, uint32_t j);
/* name_town.c: places in text all in capitals */
void name_town(struct namer *);
void name_doubt(struct namer *); /* name_doubt.c: places that are none */
void name_again(struct namer *); /* name_again.c: parts said again */

/* ---- name_role.c: what is said with a name ---- */
/* Looks for a role before (and behind) the words and sets it. */
void name_role(struct namer *, struct name_mark *);
bool name_role_doubtful(const struct namer *, const struct sense *);
/* Whether a title ends before word i, places aside; 0 where it says none. */
bool name_title_before(const struct namer *, uint32_t i, uint32_t *role,
                       uint32_t *place);

/* ---- name_nominative.c: Russian and Ukrainian names in a case ---- */
void name_nominative(const struct namer *, struct name_mark *);

/* ---- name_bearer.c: who is who ---- */
void name_bearers(struct namer *);

#endif
