/*
 * options.h - the words of a command line, read by one table.
 *
 * Every verb says which options it knows as a set of bits; all else is
 * bad usage, with the nearest known option suggested. Options and paths
 * may stand in any order, "--" ends the options, "-" is a path. Values
 * are checked here: what a verb gets makes sense.
 */
#ifndef SAMESTORY_APP_OPTIONS_H
#define SAMESTORY_APP_OPTIONS_H

#include "base/buf.h"
#include "samestory.h"

enum option {
    OPTION_HELP,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FULL,
    OPTION_READER,
    OPTION_PASSAGES,
    OPTION_PRECISION,
    OPTION_RECALL,
    OPTION_WITH_LINKS,
    OPTION_AT,
    OPTION_KIND,
    OPTION_LANG,
    OPTION_REF,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_NAME,
    OPTION_MIN_VOICES,
    OPTION_MOST,
    OPTION_STORE,
    OPTION_JOBS,
    OPTION_MAX_BYTES,
    OPTION_DATA,
    OPTION_TO,
    OPTION_FROM,
    OPTION_FROM_STORE,
    OPTION_COUNT
};
#define OPTION_BIT(o) (1u << (o))
/* What every verb that opens an engine knows. */
#define OPTIONS_ENGINE                                                         \
    (OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_JOBS) |                       \
     OPTION_BIT(OPTION_MAX_BYTES) | OPTION_BIT(OPTION_DATA))

struct options {
    bool help, full, passages;
    bool precision, recall; /* clean: rather too little, rather too much */
    bool with_links;        /* clean: also the links of the text */
    const char *format;     /* NULL: the verb's own choice */
    const char *output;     /* a file; NULL: standard output */
    const char *at, *kind, *lang, *ref, *since, *until, *name;
    const char *reader; /* language of labels */
    const char *store, *data;
    const char *to, *from; /* lexicon: a file; a language */
    bool from_store;
    size_t min_voices, most, max_bytes; /* 0: not given */
    int jobs;                           /* 0: one a processor */
    const char **paths;                 /* what is no option, in order */
    size_t npaths;
};

struct verb {
    const char *name;
    const char *takes;   /* "PATH…" */
    const char *does;    /* one line, for the list of verbs */
    const char *more;    /* paragraphs for --help, or NULL */
    const char *formats; /* allowed values of --format, or NULL */
    unsigned knows;      /* OPTION_BIT()s */
    int (*run)(const struct options *); /* gives the exit status */
};

/*
 * Reads argv[0 … argc) (the verb already taken off). *out must be zero;
 * free with options_free. False: bad usage, *why says which.
 */
bool options_read(struct options *out, const struct verb *, int argc,
                  char **argv, struct buf *why);
void options_free(struct options *);

/* The help of a verb, short. */
void options_help(const struct verb *, struct buf *out);

/* Letters to change, add, drop or swap to make one word of the other. */
size_t options_distance(const char *, const char *);
/* The nearest of n words (NULLs are passed over), NULL if none is near. */
const char *options_nearest(const char *, const char *const *words, size_t n);

#endif
