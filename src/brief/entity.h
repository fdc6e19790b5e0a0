/*
 * entity.h - what the marks of one page call one bearer, and how much two
 * of them are alike. For bearers.c alone.
 */
#ifndef SAMESTORY_BRIEF_ENTITY_H
#define SAMESTORY_BRIEF_ENTITY_H

#include "brief/inside.h"

#define MOST_ENTITIES 4000 /* of one story; what comes after is left out */
#define MOST_CALLED   12   /* names a bearer is known by */
#define MOST_KEYS     8
#define MOST_GIVEN    3 /* rows of given names one word may stand for */

/* All marks of one page that page-wise are one bearer. */
struct entity {
    uint32_t article, number;
    enum name_kind kind;
    uint8_t guess; /* as of name_mark */
    uint8_t known_kind, sure;
    uint32_t known, role, role_place;
    str label; /* the fullest of its marks */
    size_t nmarks, words;
    uint32_t first_at;
    bool latin;
    enum lang lang;
    struct sound sound;
    uint64_t keys[MOST_KEYS]; /* of its sound */
    uint32_t nkeys;
    const struct name_mark *full;  /* the mark of the label */
    const struct sound *bare;      /* without "river", "company"; or NULL */
    const struct sound *fused;     /* "son of" as one word; or NULL */
    const struct meaning *meaning; /* of a body; or NULL */
    uint32_t given[MOST_GIVEN], ngiven;
    uint32_t bearer;
};

/* What a bearer was called so far. */
struct called {
    const struct entity *by[MOST_CALLED];
    struct sound english; /* of a known place or body; nwords 0: none */
    size_t n;
};

/* All entities of the story, in the order of its pages. */
struct entity *entity_collect(const struct tale *, size_t *n);
/* A name with more words says more; of equals the longer one. */
bool entity_fuller(str a, str b);
size_t entity_words(str label);

/* entity_form.c: "بن زرهوني" as Benzerhouni, NULL where there is none. */
const struct sound *entity_fused(const struct tale *, str label);
/* Legnicy, Legnica. */
bool entity_case_of(const struct entity *, const struct entity *);
/* The same of what the gazetteer calls a place. */
bool entity_case_of_place(const struct entity *, str place);

/* Adds what the entity is called, unless the bearer is known by that. */
void entity_call(struct called *, const struct entity *);
/* 0 to 1: how likely the entity is the bearer that was called so. */
double entity_like(const struct tale *, const struct entity *,
                   const struct bearer *, const struct called *);

#endif
