/*
 * quote_parts.h - what the files of the search for quotes share; for
 * evidence/quote*.c alone.
 *
 * A frame is a quote between its marks and the words around it that may
 * tell who said it. A voice is the answer.
 */
#ifndef SAMESTORY_EVIDENCE_QUOTE_PARTS_H
#define SAMESTORY_EVIDENCE_QUOTE_PARTS_H

#include "evidence/quote.h"

#define QUOTE_NONE UINT32_MAX /* no word */

struct quote_pair {
    uint32_t open, close; /* the marks; close may be the next line's first */
    bool named;           /* holds a name and nothing else */
    bool speech;          /* long enough to hold other people's names */
};

/* Who spoke. All empty: unknown. */
struct quote_voice {
    int32_t name;  /* index of a name mark, -1 */
    uint32_t from, to; /* words that stand for him; from == to: none */
};

struct quote_frame {
    uint32_t from, to;    /* words, the quote among them */
    uint32_t open, close; /* its marks */
    uint32_t sentence;    /* of its first word */
    bool colon;           /* stands right before it */
    uint32_t say;         /* the verb that goes with it, QUOTE_NONE */
    bool tag;             /* the verb stands right behind the quote */
};

struct quote_hunt {
    const struct lexicon *lx;
    struct article *a;
    const struct words *w;
    struct quote_pair *pairs; /* all of the article, in order */
    size_t npairs;
    uint32_t before, that, marker, by; /* concepts */
    struct quote_voice last;           /* of the quote before */
    uint32_t last_end;                 /* its closing mark */
};

/* The character of a mark at the word; of other words the first one. */
uint32_t quote_char(const struct words *, uint32_t i);
/* Whether the word is within a quote that may hold names of its own. */
bool quote_inside(const struct quote_hunt *, uint32_t i);
bool quote_is(const struct quote_hunt *, uint32_t i, uint32_t concept);
bool quote_comma(const struct words *, uint32_t i);

/* ---- quote_speaker.c ---- */
struct quote_voice quote_speaker(const struct quote_hunt *,
                                 const struct quote_frame *);

#endif
