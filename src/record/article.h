/*
 * article.h - the parcel: one captured page on its way through the house.
 *
 * Filled from top to bottom; a stage reads what stands above its block and
 * writes its own. Everything lives in `mem`. text never changes after
 * article/ wrote it: all later findings are spans of it.
 */
#ifndef SAMESTORY_RECORD_ARTICLE_H
#define SAMESTORY_RECORD_ARTICLE_H

#include "lexicon/lexicon.h"
#include "lexicon/when.h"
#include "lexicon/when_clock.h"

/* ---- came: source/ --------------------------------------------------- */

enum page_type { PAGE_UNKNOWN, PAGE_HTML, PAGE_PLAIN, PAGE_FIELDS };

/* ---- reads: article/ -------------------------------------------------- */

enum block_kind {
    BLOCK_TITLE,
    BLOCK_SUBTITLE,
    BLOCK_HEADING,
    BLOCK_BODY,
    BLOCK_QUOTE,
    BLOCK_CAPTION,
    BLOCK_BYLINE,
    BLOCK_EMBED,
    BLOCK_FOOTNOTE,
    BLOCK_CHROME,
    BLOCK_KINDS
};

struct block {
    enum block_kind kind;
    enum lang lang;
    str text;      /* one line: no newline inside */
    bool kept;     /* stands in article.text; not: chrome or doubled */
    span at;       /* in article.text, where kept */
    uint8_t taken; /* by the frame of its host: the kind it had, and 1 */
};

/* A link of a page of HTML; told where article.with_links asks for it. */
struct page_link {
    uint32_t block;
    span at; /* bytes of the block's text */
    str url; /* absolute, as far as the page says where it is */
};

enum published_from {
    FROM_UNKNOWN,
    FROM_METADATA,
    FROM_DATELINE,
    FROM_URL,
    FROM_TEXT,
    FROM_FEED,
    FROM_CAPTION,
    FROM_EMBED,
    FROM_COPY,
    FROM_STORY,
    FROM_KINDS
};

/* ---- says: evidence/ -------------------------------------------------- */

enum name_kind { NAME_PERSON, NAME_ORG, NAME_PLACE, NAME_OTHER };

#define NAME_LOOSE                                                             \
    15 /* below: a strange word, told only if it sounds much                   \
          like a name of another page */
#define NAME_SURE                                                              \
    50 /* below: only a candidate, told if another page knows it */

struct name_mark {
    span at;
    uint32_t word, nwords;
    uint8_t kind;  /* enum name_kind */
    uint8_t guess; /* the kind: 0 shown, 1 likely, 2 the likeliest of all */
    uint8_t sure;  /* 0 to 100 */
    uint8_t lang;  /* enum lang of its words */
    uint8_t known_kind;  /* SENSE_PLACE or SENSE_BODY, 0 where not known */
    uint32_t known;      /* id of that place or body */
    uint32_t role;       /* concept said with it ("prime-minister"), 0 none */
    uint32_t role_place; /* country of that role, 0 none */
    uint32_t entity;     /* marks with the same number are one bearer, here */
    str label;           /* the name without titles and clitics, as written */
};

struct date_mark {
    span at;
    uint32_t word, nwords, sentence;
    struct when when;
    struct when until;
    bool is_range;
    bool timed; /* a clock time stands beside it */
    struct when_clock clock;
    int8_t tense; /* of its sentence: -1 past, +1 future, 0 unknown */
    int8_t told;  /* "the day before", the day after: counted from a mark
                     before, whose tense it has; -1, +1, 0 none such */
    uint8_t lang;
};

#define QUANTITY_MOST_QUALS 8
struct quantity_mark {
    span at;     /* the number and what it counts, as one reads it */
    span number; /* the number words with their bound */
    uint32_t word, nwords, sentence;
    double min, max; /* max INFINITY, min -INFINITY: open */
    bool approx;
    bool ordinal;     /* the 12th attack: a count of twelve */
    bool partitive;   /* of them two soldiers: part of a count nearby */
    bool elliptic;    /* and three others: the noun stands before */
    uint32_t unit;    /* concept of class unit or money, 0 */
    uint32_t counted; /* concept of the head noun, 0 where unknown */
    str noun;         /* stem of the head noun where it is no concept */
    uint32_t state;   /* concept of what befell them (killed, fired), 0 */
    uint32_t nquals;
    struct sense quals[QUANTITY_MOST_QUALS]; /* other meanings in the phrase:
                         concepts, demonyms, places (kind and id count) */
    int32_t place;   /* index of a name mark nearby, -1 */
    int32_t said_by; /* index of a name mark, -1 */
    span said_words; /* the source in words where it is no name, or 0,0 */
    int32_t as_of;   /* index of a date mark, -1 */
    int32_t against; /* index of the count before that another source sets it
                        against, -1 */
    int32_t whose;   /* of an age: index of the person's name mark, -1 */
    uint8_t lang;
};

struct quote_mark {
    span at; /* what stands between the quotation marks */
    uint32_t word, nwords, sentence;
    int32_t speaker;    /* index of a name mark, -1 */
    span speaker_words; /* "a source in the ministry"; 0,0 where none */
    uint8_t lang;
};

/* ---- resembles, is about ---------------------------------------------- */

#define SKETCH_SLOTS 128
struct sketch {
    uint32_t slot[SKETCH_SLOTS];
    uint32_t nruns; /* how many runs were seen; 0 = too short to tell */
};

/* A thing the article is about: typed id, weight. */
struct feature {
    uint32_t id;  /* enum feature_type << FEATURE_SHIFT | hash or id */
    float weight; /* how often and where, before document frequencies */
};
enum feature_type {
    FEATURE_CONCEPT = 1,
    FEATURE_STEM,
    FEATURE_NAME,
    FEATURE_NUMBER,
    FEATURE_DATE,
    FEATURE_PLACE,
    FEATURE_BODY,
    FEATURE_ACRONYM,
    FEATURE_WORD, /* a word of the lexicon, as its own language writes it */
    FEATURE_TOWN, /* a place that is no country */
    FEATURE_SIGN, /* a character that is a word or part of one; short texts */
    FEATURE_TYPES
};
/* Of an id: where its type begins; how many bits of a hash are in use. Of
 * pairs of articles one in 2,000 shares a feature by chance. */
enum { FEATURE_SHIFT = 28, FEATURE_BITS = 24 };

/* A word that names someone, or may. */
struct name_word {
    str fold;
    float mass, most; /* how often and how surely; of the surest place */
    uint8_t script;   /* enum script */
};

/* ---- the parcel -------------------------------------------------------- */

struct site; /* article/site.h: a model, read-only here */

struct article {
    struct arena *mem; /* owns all below; the parcel itself too */

    /* came */
    str path;     /* as given; "FILE:LINE" for a line of JSONL */
    str given_id; /* from the input, or empty */
    str url;      /* may be empty */
    str fetched;  /* when an archive took it, or empty */
    str type;     /* "text/html" …, may be empty */
    enum page_type page;
    str bytes;   /* PAGE_HTML, PAGE_PLAIN: the document as it came */
    str charset; /* what the transport said, may be empty */
    str given_title, given_date, given_lang, given_source; /* PAGE_FIELDS */
    str *given_byline;                                     /* of an entry */
    size_t ngiven_byline;
    bool from_feed;           /* an entry: given_date is the feed's word */
    str extra;                /* JSON object of unknown fields, or empty */
    const struct site *frame; /* what repeats on its host, or NULL; lives
                                 until the parcel has been read */
    bool with_links;          /* tell the links of the page */
    int8_t bias; /* -1 rather too little of a page, +1 rather too much */

    /* reads */
    const char *why_not; /* NULL: an article; else why it is none */
    str title;           /* "" where there is none */
    str *byline;
    size_t nbyline;
    str agency, site;
    str host;      /* whose page it is, lower case without "www.", or "" */
    str section;   /* of the paper, as it names it, or "" */
    str published; /* "2021-07-17" or with time and offset, or "" */
    enum published_from published_from;
    struct block *blocks;
    size_t nblocks;
    str text;
    struct page_link *links; /* in page order */
    size_t nlinks;
    enum lang lang;    /* of most of the body */
    struct day day;    /* of `published`; year 0: unknown */
    struct day anchor; /* the best day known on the page itself to count
                          "Friday" from: published, else caption or embed */

    /* speaks, and what the words mean */
    struct reading read;

    /* says */
    struct name_mark *names;
    size_t nnames;
    struct date_mark *dates;
    size_t ndates;
    struct quantity_mark *quantities;
    size_t nquantities;
    struct quote_mark *quotes;
    size_t nquotes;

    /* resembles */
    struct sketch sketch;
    uint32_t *facts; /* what it tells, as hashes, rising: for articles whose
                        text is not at hand; only where one asked for it */
    size_t nfacts;
    uint64_t content; /* hash of text: ties are broken by it, never by order */

    /* is about */
    struct reading headline;  /* the title, where text does not hold it */
    struct feature *features; /* by id */
    size_t nfeatures;
    struct name_word *name_words; /* each once, by its bytes */
    size_t nname_words;
    float told_day;    /* day_number of what the lead tells; NAN */
    float told_season; /* day of the year that it is of, 1 to 366; NAN */

    /* stays */
    int64_t id; /* row in the store; 0: not yet */
};

/* Whether neither title nor text is there: an entry that is an address. */
bool article_bare(const struct article *);

/* The parcel in an arena of its own; free with article_free. */
struct article *article_new(void);
void article_free(struct article *); /* NULL is fine */

str article_words(const struct article *, span); /* text of a span */
/* The block that holds the byte of text; NULL for the newlines between. */
const struct block *article_block(const struct article *, uint32_t at);
/* The sentence around a byte of text. */
span article_sentence(const struct article *, uint32_t at);

const char *block_kind_name(enum block_kind);
const char *published_from_name(enum published_from);
const char *name_kind_name(enum name_kind);

#endif
