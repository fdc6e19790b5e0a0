/*
 * quote_parts.h - what the files of the search for quotes share; for
 * evidence/quote*.c alone.
 *
 * quote.c finds the pairs of marks. Each is looked at in its frame, the
 * words around it that may tell who said it: quote_frame.c finds the verb
 * and judges whether it is speech; quote_verb.c knows what a verb of saying
 * is. quote_speaker.c answers with a voice; it asks quote_subject.c for names,
 * quote_words.c for words, quote_before.c and quote_dropped.c for "he" and
 * what is left out, which quote_agree.c holds against "she" and "they";
 * quote_split.c, quote_signed.c, quote_strange.c, quote_role.c and
 * quote_relative.c know the rarer places of a speaker, quote_oblique.c the
 * names that are none; quote_somebody.c has the last word.
 */
#ifndef SAMESTORY_EVIDENCE_QUOTE_PARTS_H
#define SAMESTORY_EVIDENCE_QUOTE_PARTS_H

#include "evidence/quote.h"

#define QUOTE_NONE UINT32_MAX /* no word */

/* corpus/dev, seeds and a sample of events chose these, 2026-11 */
#define QUOTE_SPEECH_LEAST 7   /* words that are speech even without a verb */
#define QUOTE_SHORT_LEAST  2   /* words of a quote that has a speaker */
#define QUOTE_PART_LEAST   4   /* of a part of a sentence, without capitals */
#define QUOTE_FRAME_MOST   200 /* words before and behind that are read */
#define QUOTE_NAME_WORDS   5   /* of a name that nobody knows */
#define QUOTE_LAST_REACH   60  /* words from the quote before */

struct quote_pair {
    uint32_t open, close; /* the marks; close may be the next line's first */
    bool named;           /* holds a name and nothing else */
    bool speech;          /* long enough to hold other people's names */
};

/* Who spoke. */
struct quote_voice {
    int32_t name;      /* index of a name mark, -1 */
    uint32_t from, to; /* words that stand for him; from == to: none */
};

#define QUOTE_NOBODY ((struct quote_voice){-1, 0, 0})

struct quote_frame {
    uint32_t from, to;    /* words, the quote among them */
    uint32_t open, close; /* its marks */
    uint32_t sentence;    /* of its first word */
    uint32_t say;         /* the verb that goes with it, QUOTE_NONE */
    uint32_t signs;       /* first word of "– NAME, teacher" behind it, or
                             QUOTE_NONE */
    bool colon;           /* stands right before it */
    bool tag;             /* what stands behind it belongs to it */
    bool goes_on;         /* with the quote before, "…," she said, "…" */
};

struct quote_hunt {
    const struct lexicon *lx;
    struct article *a;
    const struct words *w;
    struct quote_pair *pairs; /* all of the article, in order */
    size_t npairs;
    uint32_t before, that, marker, by, told, nobody; /* concepts */
    uint32_t man, woman, many;                       /* of pronouns */
    struct quote_voice last;                         /* of the quote before */
    size_t nlast;      /* how many quotes there were with it */
    uint32_t last_end; /* its closing mark */
};

/* ---- quote.c: marks ---- */
/* The character of a mark at the word; of other words the first one. */
uint32_t quote_char(const struct words *, uint32_t i);
/* As utf8_quote; single quotes are none. */
char quote_mark(const struct words *, uint32_t i);
bool quote_opens(const struct words *, uint32_t i);
bool quote_comma(const struct words *, uint32_t i);
/* Whether the concept begins at the word. */
bool quote_is(const struct quote_hunt *, uint32_t i, uint32_t concept);
/* Whether it does anywhere in the words [from, to). */
bool quote_any(const struct quote_hunt *, uint32_t from, uint32_t to,
               uint32_t concept);
bool quote_any_exact(const struct quote_hunt *, uint32_t from, uint32_t to,
                     uint32_t concept);
bool quote_class(const struct quote_hunt *, uint32_t i, enum concept_class);
bool quote_function(const struct quote_hunt *, uint32_t i);
/* Whether the word is within a quote that may hold names of its own; within
 * one however short. */
bool quote_inside(const struct quote_hunt *, uint32_t i);
bool quote_within(const struct quote_hunt *, uint32_t i);
enum lang quote_lang(const struct quote_hunt *, uint32_t i);
bool quote_verb_last(enum lang);                       /* its verbs do */
bool quote_han(const struct quote_hunt *, uint32_t i); /* or kana */
bool quote_told(struct quote_voice);                   /* somebody is */

/* ---- quote_verb.c ---- */
/* A verb of saying or a noun, "statement". */
bool quote_speech_word(const struct quote_hunt *, uint32_t i);
/* A verb of saying: no noun, no participle of the passive. */
bool quote_says(const struct quote_hunt *, uint32_t i);
bool quote_infinitive(const struct quote_hunt *, uint32_t i);
/* Ada Finch urged Dell to go, saying "…": its subject is that of the verb
 * before. */
bool quote_gerund(const struct quote_hunt *, uint32_t i);

/* ---- quote_loose.c ---- */
/* The mark that closes speech which a single quote or a dash opens at i; 0:
 * it opens none. */
uint32_t quote_loose_close(const struct quote_hunt *, uint32_t i);

/* ---- quote_split.c ---- */
bool quote_dash(const struct words *, uint32_t i);
/* Where a speaker stands within [open, close], «…, — said he, — …»: the
 * words that he parts. *end: the mark behind him, or `close` where no speech
 * follows; returns the mark before him, 0 where there is none. */
uint32_t quote_split(const struct quote_hunt *, uint32_t open, uint32_t close,
                     uint32_t *end);

/* ---- quote_frame.c ---- */
struct quote_frame quote_frame_of(const struct quote_hunt *, uint32_t open,
                                  uint32_t close);
bool quote_has_case(const struct quote_hunt *, uint32_t i); /* its script */
/* A particle that hangs on speech begins at the word: と, 고, 라며. */
bool quote_particle(const struct quote_hunt *, uint32_t i);
bool quote_joins(const struct quote_hunt *, uint32_t i); /* a conjunction */
/* Sets say and tag. */
void quote_find_say(const struct quote_hunt *, struct quote_frame *);
/* Whether it is speech at all; n: its words, as weighed. */
bool quote_is_speech(const struct quote_hunt *, const struct quote_frame *,
                     size_t n);

/* ---- quote_subject.c: names in the words [from, to) ---- */
uint32_t quote_commas(const struct quote_hunt *, uint32_t from, uint32_t to);
bool quote_any_role(const struct quote_hunt *, uint32_t from, uint32_t to);
/* The first from *i on that may speak; no place, none within a quote. */
const struct name_mark *quote_next_name(const struct quote_hunt *,
                                        uint32_t from, uint32_t to, size_t *i);
/* The subject of a verb at `to`; of one that ends before `from`. */
struct quote_voice quote_subject_before(const struct quote_hunt *,
                                        uint32_t from, uint32_t to);
struct quote_voice quote_subject_after(const struct quote_hunt *, uint32_t from,
                                       uint32_t to);
/* "the head of Levamar": the name behind a title is not who speaks. */
bool quote_hangs(const struct quote_hunt *, uint32_t from,
                 const struct name_mark *);
bool quote_indefinite(const struct quote_hunt *, uint32_t i); /* "a" */
/* A pronoun near the end, no name behind it; one near the start. */
bool quote_pronoun_before(const struct quote_hunt *, uint32_t from,
                          uint32_t to);
bool quote_pronoun_after(const struct quote_hunt *, uint32_t from, uint32_t to);

/* ---- quote_role.c ---- */
/* "In a letter to Ada Finch, the mayor said": the title that is nearer to the
 * verb at `to` than the name; nobody where there is none. */
struct quote_voice quote_title_nearer(const struct quote_hunt *, int32_t name,
                                      uint32_t to);
/* "the governor": the one bearer of that title on the page. */
struct quote_voice quote_by_role(const struct quote_hunt *,
                                 struct quote_voice words);
uint32_t quote_next_comma(const struct quote_hunt *, uint32_t from,
                          uint32_t to);
struct quote_voice quote_for_whom(const struct quote_hunt *,
                                  const struct quote_frame *);
/* The person right behind the comma at i; -1. */
int32_t quote_apposed_name(const struct quote_hunt *, uint32_t i, uint32_t to);
/* The voice, or who bears the title that its name belongs to. */
struct quote_voice quote_bearer_behind(const struct quote_hunt *,
                                       struct quote_voice, uint32_t past,
                                       uint32_t to);

/* ---- quote_oblique.c ---- */
bool quote_preposition(const struct quote_hunt *, uint32_t i);
bool quote_clitic_preposition(const struct quote_hunt *, uint32_t i); /* لـ */
bool quote_postposition(const struct quote_hunt *, uint32_t i);
/* Зеленского, Ada Finç'in: a form that no subject has. */
bool quote_declined(const struct quote_hunt *, const struct name_mark *);
/* Biden's, 特朗普总统的: whether the name that ends before the word has what
 * follows. */
bool quote_owner(const struct quote_hunt *, uint32_t end);
/* Whether a preposition in [from, name) or a postposition goes with the name,
 * so that it is no subject. */
bool quote_oblique(const struct quote_hunt *, uint32_t from,
                   const struct name_mark *);

/* ---- quote_words.c: words in [from, to) that stand for a speaker ---- */
/* `near`: they stand right between the quote and its verb, so that they
 * need not be known as a title. */
struct quote_voice quote_words(const struct quote_hunt *, uint32_t from,
                               uint32_t to, bool near);
/* Those that reach the verb at `to`, else a short beginning. */
struct quote_voice quote_words_before(const struct quote_hunt *, uint32_t from,
                                      uint32_t to);
/* A word that may be part of a name that nobody knows. */
bool quote_bare(const struct quote_hunt *, uint32_t i);
/* How many words at i say who was told, "to reporters"; 0: none. */
uint32_t quote_addressee(const struct quote_hunt *, uint32_t i);
/* Behind the word that 은, 는, 이 or 가 ends as the subject; QUOTE_NONE. */
uint32_t quote_topic(const struct quote_hunt *, uint32_t from, uint32_t to);
/* "his sister Ada Finch": a name that nobody knows behind titles, where words
 * of another kind end it. For scripts without capitals. */
struct quote_voice quote_bare_name(const struct quote_hunt *, uint32_t from,
                                   uint32_t to);

/* ---- quote_signed.c ---- */
/* Sets goes_on and signs. */
void quote_neighbours(const struct quote_hunt *, struct quote_frame *);
struct quote_voice quote_signature(const struct quote_hunt *,
                                   const struct quote_frame *);

/* ---- quote_strange.c ---- */
/* At the start behind titles; or apposed, "the owner of the mill, Ada Finch,
 * …", "Ada Finch, owner of the mill, …". */
struct quote_voice quote_strange_name(const struct quote_hunt *, uint32_t from,
                                      uint32_t to);

/* ---- quote_before.c ---- */
/* Whether a name is sure; words are as sure as they can be. */
bool quote_sure(const struct quote_hunt *, struct quote_voice);
/* The voice where it is a person's name that is sure; else nobody. */
struct quote_voice quote_person_only(const struct quote_hunt *,
                                     struct quote_voice);
/* Where は, が or ने ends the subject, or a word in 은, 는, 이, 가 does;
 * QUOTE_NONE where there is none. */
uint32_t quote_marker(const struct quote_hunt *, uint32_t from, uint32_t to);
/* The first person named in the words, no oblique one. */
struct quote_voice quote_first_person(const struct quote_hunt *, uint32_t from,
                                      uint32_t to);
/* The person a sentence is about: subject of its verb of saying, else the
 * first one named. */
struct quote_voice quote_subject_of(const struct quote_hunt *, uint32_t from,
                                    uint32_t to);
/* The person that the sentence right before a quote that stands alone is
 * about, in its line. */
struct quote_voice quote_subject_just_before(const struct quote_hunt *,
                                             const struct quote_frame *);
struct quote_voice quote_who_before(const struct quote_hunt *,
                                    const struct quote_frame *);

/* ---- quote_relative.c ---- */
/* The person whose relative clause ends before `to`, the end of what may hold
 * the subject: "Ada Finch, who married Dell, …"; -1. */
int32_t quote_before_relative(const struct quote_hunt *, uint32_t from,
                              uint32_t to);
/* Whom the relative pronoun at the verb means, जिसने कहा. */
struct quote_voice quote_who_of(const struct quote_hunt *, uint32_t from,
                                uint32_t say);

/* ---- quote_agree.c ---- */
enum { MEANS_MAN = 1, MEANS_WOMAN = 2, MEANS_MANY = 4 };
/* What the pronoun beside the verb, else the form of the verb, tells of who
 * speaks: one of them, 0 where it tells nothing. */
unsigned quote_means(const struct quote_hunt *, const struct quote_frame *);
/* What the form of the verb of saying at i tells. */
unsigned quote_verb_means(const struct quote_hunt *, uint32_t i);
/* Whether the voice can be meant; nobody can. */
bool quote_agrees(const struct quote_hunt *, struct quote_voice,
                  unsigned means);
/* The one person named in the words who is known to be of that sex. */
struct quote_voice quote_fitting_person(const struct quote_hunt *,
                                        uint32_t from, uint32_t to,
                                        unsigned means);

/* ---- quote_dropped.c ---- */
/* Whom the verb of the frame means, whose subject was not seen: somebody
 * before in languages that leave subjects out, else nobody. */
struct quote_voice quote_dropped(const struct quote_hunt *,
                                 const struct quote_frame *);

/* ---- quote_somebody.c ---- */
/* Whether words tell of somebody: a title, or a name that nobody knows. */
bool quote_tell_of_one(const struct quote_hunt *, const struct quote_voice *,
                       bool near);
/* Whether the voice can be a speaker at all; nobody can. */
bool quote_somebody(const struct quote_hunt *, const struct quote_frame *,
                    struct quote_voice);

/* ---- quote_speaker.c ---- */
struct quote_voice quote_speaker(const struct quote_hunt *,
                                 const struct quote_frame *);

#endif
