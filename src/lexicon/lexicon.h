/*
 * lexicon.h - what words mean, in any language.
 *
 * data/ is compiled by tools/lexbuild into one file, samestory.lex, that
 * is mapped and used as it lies: opening it parses nothing. Ids are small
 * numbers from 1; 0 is none. They hold for one lexicon file alone: the
 * store keeps its version beside everything that depends on it.
 */
#ifndef SAMESTORY_LEXICON_LEXICON_H
#define SAMESTORY_LEXICON_LEXICON_H

#include "base/err.h"
#include "text/segment.h"

struct lexicon;

/* NULL and *err where the file is missing, cut or of another version. */
struct lexicon *lexicon_open(const char *path, struct err *);
void lexicon_close(struct lexicon *);
uint64_t lexicon_version(const struct lexicon *); /* hash of its content */

/* A stemmer that remembers words of earlier texts; give it back, in the same
 * thread or another, before the lexicon is closed. */
struct stemmer *lexicon_stemmer(const struct lexicon *);
void lexicon_stemmer_back(const struct lexicon *, struct stemmer *);

enum sense_kind {
    SENSE_CONCEPT = 1, /* id: concept */
    SENSE_PLACE,       /* id: place */
    SENSE_DEMONYM,     /* id: place, the country ("Iraqi") */
    SENSE_BODY,        /* id: well-known organisation */
    SENSE_GIVEN,       /* a given name; id: its row (same name any script) */
    SENSE_SURNAME,     /* of zh ja ko vi */
    SENSE_NUMBER,      /* cardinal; id: value */
    SENSE_ORDINAL,     /* id: value */
    SENSE_MULTIPLIER,  /* thousand, млн, 万; id: power of ten */
    SENSE_MONTH,       /* id: calendar << 8 | month, from 1 */
    SENSE_WEEKDAY,     /* id: 1 Monday to 7 Sunday */
    SENSE_FUNCTION,    /* a function word */
    SENSE_PARTICLE,    /* al, bin, von */
    SENSE_HONORIFIC,   /* Mr, السيد, 氏 */
    SENSE_SUFFIX,      /* Jr., II */
    SENSE_HEAD,        /* a common word that makes names; id: enum head_kind */
    SENSE_SOUND,       /* zh: a character that transliterations use */
    SENSE_HOLIDAY,     /* a feast; id: its rule (holiday.h) */
    SENSE_NUMERAL,     /* a word among numbers; id: what a fraction counts
                          (fifths: 5), or enum numeral_word. In no reading:
                          lexicon_find alone knows it */
};

/* What the whole is called that has the word in it. */
enum head_kind {
    HEAD_ORG = 1,
    HEAD_PLACE,
    HEAD_FIRM,  /* Ltd, GmbH */
    HEAD_IN,    /* in, from: stands before places, is no part of them */
    HEAD_SOLE,  /* with a land or town beside it one body: central bank */
    HEAD_TRADE, /* says what a body does, before its name: carmaker */
    HEAD_THING, /* letters that stand for a thing, no body: DNA, ETF */
};

/* Words among numbers that are none themselves. */
enum numeral_word {
    NUMERAL_A = 0x7FFF0000, /* an article that counts one: a fifth */
    NUMERAL_AND,            /* before the parts: two and three fifths */
    NUMERAL_OVER,           /* between the two numbers of a fraction */
    NUMERAL_PARTS_OF,       /* the same, what is divided by stands first */
    NUMERAL_PARTS,          /* behind both: três vinte avos */
    NUMERAL_NTH_OF, /* before an ordinal: बीस का पांचवां */
    NUMERAL_TEN = 0x7FFF0080,  /* and a power: so many of 10^power */
    NUMERAL_HALF = 0x7FFF0100, /* and a number: so many and a half */
    NUMERAL_SET = 0x7FFF1000,  /* and a number: so many of them, a dozen */
};

enum calendar {
    CALENDAR_GREGORIAN,
    CALENDAR_PERSIAN,
    CALENDAR_HIJRI,
    CALENDAR_HEBREW
};

enum concept_class {
    CLASS_NONE,
    CLASS_ROLE,
    CLASS_PERSON,
    CLASS_BODY,
    CLASS_THING,
    CLASS_PLACE,
    CLASS_ACT,
    CLASS_STATE,
    CLASS_SAY,
    CLASS_UNIT,
    CLASS_MONEY,
    CLASS_TIME,
    CLASS_BOUND,
    CLASS_QUALITY,
    CLASS_ABSTRACT,
    CLASS_VERB, /* what is done; an act is what happened and can be counted */
    CLASS_SUM   /* what an amount is: a fine, a ransom, a prison sentence */
};

/* One reading of some words. */
struct sense {
    uint32_t word; /* the first */
    uint8_t nwords;
    uint8_t kind;  /* enum sense_kind */
    uint8_t cls;   /* enum concept_class, of concepts */
    uint8_t exact; /* 1: the words as they stand, 0: by stem or clitic */
    uint32_t id;
};

/* Which senses begin at a word, as bits: most questions of a word are
 * answered by them, with no. */
struct begins {
    uint32_t kinds;   /* 1 << enum sense_kind */
    uint32_t classes; /* 1 << enum concept_class, of concepts */
};
/* In classes: lexicon_tag is not 0; it is of more than what leads dates. */
#define BEGINS_TAGGED (UINT32_C(1) << 31)
#define BEGINS_DATED  (UINT32_C(1) << 30)

/* A text read: its words and all that they may mean. */
struct reading {
    struct words w;
    struct sense *senses; /* by word; at one word the longest first */
    size_t nsenses;
    uint32_t *sense_at;    /* nwords + 1: where the senses of word i begin */
    struct begins *begins; /* of each word */
};

/*
 * Finds the senses: at each word not covered by a longer sense that begins
 * before it, all entries of the greatest length (and, where a longer one is
 * no concept, also single-word concepts it covers are left out). Entries of
 * the word's language, then language-free ones (bodies, places in Latin
 * script). For Arabic and Hebrew script places never match by stem.
 */
void lexicon_read(const struct lexicon *, struct reading *, struct arena *);
/* The same, sooner where the stemmer is the one that segmented the text: it
 * remembers what was found of its words. */
void lexicon_read_by(const struct lexicon *, struct stemmer *, struct reading *,
                     struct arena *);

const struct sense *reading_first(const struct reading *, size_t word,
                                  enum sense_kind, enum concept_class);

/* The first sense of this kind that begins at the word, or NULL. */
static inline const struct sense *
reading_sense(const struct reading *r, size_t word, enum sense_kind kind)
{
    return word < r->w.nwords && r->begins[word].kinds >> kind & 1
               ? reading_first(r, word, kind, CLASS_NONE)
               : NULL;
}

/* The first concept of this class that begins at the word, or NULL. */
static inline const struct sense *
reading_concept(const struct reading *r, size_t word, enum concept_class cls)
{
    return word < r->w.nwords && r->begins[word].classes >> cls & 1
               ? reading_first(r, word, SENSE_CONCEPT, cls)
               : NULL;
}

/* Whether a folded word has an entry of this kind, in the language or (in
 * Latin script) in any. */
bool lexicon_has(const struct lexicon *, str folded, enum lang,
                 enum sense_kind);

/*
 * The id of the first such entry of a folded word as it stands, 0 for none.
 * Of concepts only those whose class is a bit of `classes` count, of common
 * words of names those whose head_kind is.
 */
uint32_t lexicon_find(const struct lexicon *, str folded, enum lang,
                      enum sense_kind, uint32_t classes);
/* Whether the word with that ending, or without where it has it, is of the
 * same concept of that class. */
bool lexicon_is_form(const struct lexicon *, str folded, enum lang, str ending,
                     enum concept_class, uint32_t concept);

/* The same of one word for several kinds at once; fills in the ids. */
struct lexicon_question {
    enum sense_kind kind;
    uint32_t classes;
    uint32_t id;
};
void lexicon_ask(const struct lexicon *, str folded, enum lang,
                 struct lexicon_question *, size_t n);

/* lexicon_has and lexicon_ask of a word of a reading, sooner where the
 * language asked for is its own. */
bool lexicon_has_word(const struct lexicon *, const struct word *, enum lang,
                      enum sense_kind);
void lexicon_ask_word(const struct lexicon *, const struct word *, enum lang,
                      struct lexicon_question *, size_t n);

/* ---- concepts ---- */
uint32_t lexicon_concept(const struct lexicon *, const char *key);
uint32_t lexicon_concept_of(const struct lexicon *, str key);
uint32_t lexicon_concepts(const struct lexicon *); /* ids are 1 … this */
enum concept_class lexicon_class(const struct lexicon *, uint32_t concept);
str lexicon_key(const struct lexicon *, uint32_t concept); /* "air-base" */
/* A small number for concepts that lexicon/ reads by name (tag.h), else 0. */
uint8_t lexicon_tag(const struct lexicon *, uint32_t concept);
/* Its first word in that language, "" where there is none. */
str lexicon_cell(const struct lexicon *, uint32_t concept, enum lang);
/* The same, the key where there is none. */
str lexicon_word(const struct lexicon *, uint32_t concept, enum lang);

/* What the file holds of all words but the first, packed (LEX_MORE of
 * format.h): a zlib body of a line for each language of data/lexicon, in
 * order, and concept, its words parted by "|". */
str lexicon_more(const struct lexicon *);

/*
 * How near two concepts are: in how many of the languages of data/lexicon
 * one word means both (rocket and missile, soldier and troops). 0 for most
 * pairs; LANG_LEXICON for a concept and itself.
 */
unsigned lexicon_near(const struct lexicon *, uint32_t a, uint32_t b);

/* Whether a concept of class body is an office of which a land has one: a
 * ministry, its election commission. */
bool lexicon_is_office(const struct lexicon *, uint32_t concept);

/* ---- places ---- */
enum place_kind { PLACE_COUNTRY, PLACE_REGION, PLACE_CITY, PLACE_AREA };
struct place {
    str name;    /* in English */
    char iso[3]; /* the country's ISO 3166-1 alpha-2, "" if none */
    uint8_t kind;
    float lat, lon;      /* degrees; NAN where unknown */
    uint32_t population; /* 0 where unknown */
};
struct place lexicon_place(const struct lexicon *, uint32_t place);
/* The country a place lies in (itself for a country), or 0. */
uint32_t lexicon_country(const struct lexicon *, uint32_t place);

/* ---- bodies, given names ---- */
str lexicon_body(const struct lexicon *, uint32_t body);   /* English label */
str lexicon_given(const struct lexicon *, uint32_t given); /* Latin form */
/* 'f' or 'm': who mostly bears it; 0 where unknown. */
char lexicon_sex(const struct lexicon *, uint32_t given);

/* ---- sounds of Han characters ---- */
/* Pinyin without tones, "" where unknown. */
str lexicon_pinyin(const struct lexicon *, uint32_t c);
/* How it may be read in a Japanese name, parted by spaces; "" where unknown. */
str lexicon_kanji(const struct lexicon *, uint32_t c);

/* ---- words of site frames ---- */
enum chrome_kind {
    CHROME_NONE,
    CHROME_NAV,
    CHROME_MORE,
    CHROME_SHARE,
    CHROME_COMMENT,
    CHROME_SUBSCRIBE,
    CHROME_LEGAL,
    CHROME_AD,
    CHROME_PRINT,
    CHROME_CAPTION,
    CHROME_BYLINE,
    CHROME_FOOTNOTE,
    CHROME_ARCHIVE /* a caption that says the picture is an old one */
};
/*
 * What frame phrase the line is or begins with; *whole says whether nothing
 * else stands in it (marks aside). Longest phrase first, any language.
 */
enum chrome_kind lexicon_chrome(const struct lexicon *, str line, bool *whole);

#endif
