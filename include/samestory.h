/*
 * samestory.h - which captured news pages tell the same story, what they
 * agree on, what they contradict, and who copied whom.
 *
 * One engine per thread of control; an engine works with as many threads
 * of its own as `jobs` says. Strings are UTF-8, NUL-terminated and never
 * NULL unless the comment says so. Everything an answer points to lives
 * until samestory_free() of that answer. Offsets are bytes into the
 * `text` of the article that `article` names, half-open, never inside a
 * character.
 */
#ifndef SAMESTORY_H
#define SAMESTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

#define SAMESTORY_VERSION "0.3.0"
#define SAMESTORY_BRIEF_SCHEMA "samestory.brief/1"

/* What a call came to; samestory_message() has the words. */
enum samestory_status {
    SAMESTORY_OK = 0,
    SAMESTORY_NOTHING = 1, /* nothing found */
    SAMESTORY_USAGE = 2,   /* the call makes no sense */
    SAMESTORY_INPUT = 3,   /* some input could not be read */
    SAMESTORY_STORE = 4,   /* the store failed */
};

/* ---- the engine ------------------------------------------------------ */

struct samestory; /* an engine with its store */

struct samestory_options {
    const char *store;   /* SQLite file; NULL: a store in memory */
    const char *data;    /* samestory.lex; NULL: $SAMESTORY_DATA, then the
                            installed one */
    const char *reader;  /* language of labels, BCP-47; NULL: English */
    int jobs;            /* threads, 1 to 64; 0: one a processor */
    size_t most_bytes;   /* of one page; 0: 16 MB */
    const char *const *rows; /* files of more words, as FORMAT.md tells */
    size_t nrows;
};

/*
 * Opens an engine. *out is set even on failure (except out of memory), so
 * that samestory_message() can tell why; close it either way. `options`
 * may be NULL.
 */
enum samestory_status samestory_open(struct samestory **out,
                                     const struct samestory_options *options);
void samestory_close(struct samestory *);

/* The words of the last failure of this engine; "" if none. */
const char *samestory_message(const struct samestory *);

/* Frees an answer of any call below and all it points to. NULL is fine. */
void samestory_free(const void *answer);

/* ---- what is in an article ------------------------------------------ */

struct samestory_block {
    const char *kind; /* title subtitle heading body quote caption byline
                         embed footnote chrome */
    const char *lang; /* BCP-47, "und" where unknown */
    const char *text;
    bool kept;         /* false: chrome or doubled, not part of `text` */
    size_t start, end; /* in the article's text, where kept */
};

struct samestory_article {
    const char *id;   /* "a1", "a2" … in a brief; the given id, if any, in
                         given_id */
    const char *given_id; /* NULL where the input gave none */
    const char *path;
    const char *url;       /* NULL where unknown */
    const char *title;     /* "" where the page has none */
    const char *const *byline;
    size_t nbyline;
    const char *agency;    /* NULL where unknown */
    const char *lang;      /* BCP-47 of most of the body */
    const char *published; /* RFC 3339 or a date; NULL where unknown */
    const char *published_from; /* metadata dateline url text feed caption
                                   embed copy story unknown */
    const char *text;      /* all kept blocks, joined by newlines */
    const char *body;      /* headings, body and quotes alone */
    const struct samestory_block *blocks;
    size_t nblocks;
    const char *story; /* "" where not placed */
    const char *voice; /* articles of one origin bear the same */
    const char *extra; /* JSON object of unknown input fields, or NULL */
};

/* An occurrence: words of an article. */
struct samestory_form {
    const char *article;
    const char *text;
    const char *lang;
    size_t start, end;
};

struct samestory_name {
    const char *id;    /* "n1" */
    const char *label; /* most complete form, in Latin script if any is */
    const char *kind;  /* person org place */
    const char *role;  /* in English words, "" where unknown */
    const struct samestory_form *forms;
    size_t nforms;
};

struct samestory_date {
    const char *date;      /* EDTF */
    const char *precision; /* day month year */
    const char *label;     /* what happened, words of the page; "" where they
                              tell nothing of it (the day of a byline) */
    const struct samestory_form *mentions;
    size_t nmentions;
};

struct samestory_side {
    double min, max;       /* of quantities; INFINITY where open */
    const char *value;     /* of disputes: the claim in words; else "" */
    const char *as_of;     /* of quantities: the day it was first told for,
                              EDTF; NULL where unknown */
    const char *const *voices;
    size_t nvoices;
    bool denial;
    const struct samestory_form *forms; /* of disputes */
    size_t nforms;
};

struct samestory_reading {
    struct samestory_form form; /* the number and what it counts */
    double min, max;            /* max INFINITY: no upper bound is known */
    bool approx;
    bool denial;          /* told to be denied */
    const char *unit;     /* "rocket", "%", "km", "usd" … "" if none */
    const char *as_of;    /* EDTF, NULL where unknown */
    const char *said_by;  /* id of a name, else words, else NULL */
    const char *sentence; /* the sentence it stands in */
};

struct samestory_quantity {
    const char *id;     /* "q1" */
    const char *label;  /* what is counted */
    const char *status; /* agreed contradicted refined updated single */
    const struct samestory_reading *readings;
    size_t nreadings;
    const struct samestory_side *sides; /* updated: by day; else by voices */
    size_t nsides;
    /* The range as UCDP writes it, in `unit`: the lowest and the highest told,
     * and what most voices say (INFINITY where as many say another), of a
     * growing figure what was told last. */
    double low, best, high;
    const char *unit;
    const char *first, *latest; /* EDTF; NULL where unknown */
    double weight; /* how much it matters, 0 to 1; the order of facts */
};

struct samestory_dispute {
    const char *label;
    const char *about; /* date place actor name claim */
    const struct samestory_side *sides;
    size_t nsides;
};

struct samestory_quote {
    const char *speaker; /* id of a name, else words, else NULL */
    const struct samestory_form *forms;
    size_t nforms;
};

struct samestory_change {
    const char *from, *to; /* "" on one side: inserted or cut */
    const char *type; /* number date name attribution modality cut inserted
                         wording style moved */
};

struct samestory_link {
    const char *from, *to; /* article ids; the same: its own translation */
    const char *kind;      /* copy edited_copy translation shared_source */
    double overlap;        /* share of the smaller text that is shared */
    double certain;        /* of the direction, 0.5 to 1 */
    const struct samestory_change *changes;
    size_t nchanges;
};

struct samestory_story {
    const char *id;
    const char *title;
    const char *const *articles;
    size_t narticles;
    const char *const *langs;
    size_t nlangs;
    size_t voices; /* independent sources */
    const char *first, *last; /* days; NULL where unknown */
    const struct samestory_name *names;
    size_t nnames;
    const struct samestory_date *timeline;
    size_t ntimeline;
    const struct samestory_quantity *quantities;
    size_t nquantities;
    const struct samestory_dispute *disputes;
    size_t ndisputes;
    const struct samestory_quote *quotes;
    size_t nquotes;
    const struct samestory_link *lineage;
    size_t nlineage;
    const char *split_from; /* the first story some of whose articles went on
                               as this one; NULL where there is none */
};

struct samestory_brief {
    const struct samestory_article *articles;
    size_t narticles;
    const struct samestory_story *stories; /* the weightiest first */
    size_t nstories;
};

/* ---- stories -------------------------------------------------------- */

/* Told of each input that could not be read: its path and the reason. */
typedef void samestory_complaint(void *ctx, const char *path,
                                 const char *why);
/* Told how far the work is; total is 0 where it is not known. */
typedef void samestory_progress(void *ctx, size_t done, size_t total);

struct samestory_watcher {
    samestory_complaint *complain; /* may be NULL */
    samestory_progress *progress;  /* may be NULL */
    void *ctx;
};

/*
 * Reads every document under the paths ("-" is standard input), digests
 * them side by side and admits them to the store and to their stories.
 * *added (may be NULL) counts the articles that are new. SAMESTORY_INPUT
 * when some could not be read; the rest was done.
 */
enum samestory_status samestory_add(struct samestory *,
                                    const char *const *paths, size_t npaths,
                                    const struct samestory_watcher *,
                                    size_t *added);

/* The brief of one story ("s1"), or of all stories where `story` is NULL. */
enum samestory_status samestory_tell(struct samestory *, const char *story,
                                     const struct samestory_brief **out);

/* Stories without their facts, the latest first. NULL fields: no limit. */
struct samestory_filter {
    const char *since, *until; /* days, YYYY-MM-DD */
    const char *lang;
    const char *name;
    size_t min_voices;
};
enum samestory_status samestory_stories(struct samestory *,
                                        const struct samestory_filter *,
                                        const struct samestory_brief **out);

/* Full-text search: any language finds every language. At most `most`. */
enum samestory_status samestory_find(struct samestory *, const char *words,
                                     size_t most,
                                     const struct samestory_brief **out);

/*
 * What joined or parted two articles ("a3"): one line of JSON with the terms
 * of the score (what they add comes to `odds`), the things both tell of, the
 * threshold, the margin. Free *out with samestory_free().
 */
enum samestory_status samestory_why(struct samestory *, const char *a,
                                    const char *b, const char **out);

/* A person's word on two articles, kept for ever: one story, or never one. */
enum samestory_status samestory_rule(struct samestory *, const char *a,
                                     const char *b, bool same);

/* ---- filters: no store ---------------------------------------------- */

/* One answer of a filter: a line of JSON or of plain text, no newline. */
typedef void samestory_line(void *ctx, const char *line, size_t n);

/*
 * Runs the documents under the paths through one stage and gives a line
 * (or several, for "look") for each, in input order, as FORMAT.md lays
 * down. `verb`: "clean", "cluster", "nearest", "pairs" (files of two
 * articles a line of JSON), "diff" (two paths), "look". `stage`, for look:
 * reads speaks says resembles about; for nearest: the language the answers
 * must be in, or NULL; for cluster: "passages" or NULL; for clean: NULL,
 * "precision" (what is not sure to be article is left out) or "recall" (what
 * may be is kept), with or without " links" behind it (blocks tell theirs).
 */
enum samestory_status samestory_filter_paths(
    struct samestory *, const char *verb, const char *stage,
    const char *const *paths, size_t npaths,
    const struct samestory_watcher *, samestory_line *line, void *ctx);

/* Options of samestory_filter_text(); NULL fields: none. */
struct samestory_text_options {
    const char *kinds; /* evidence: of name,date,quantity,quote,number */
    const char *lang;  /* evidence: BCP-47 */
    const char *ref;   /* evidence: day that "yesterday" counts from */
};

/*
 * One line of text in, one line of JSON out, as FORMAT.md lays down.
 * `verb`: "lang", "evidence" or "match" (two names, tab between). Safe to
 * call from several threads at once. Free *out with samestory_free().
 */
enum samestory_status samestory_filter_text(
    struct samestory *, const char *verb, const char *text, size_t n,
    const struct samestory_text_options *, const char **out);

/* The same person, place or body? 0 to 1, for names in any two scripts. */
double samestory_match(struct samestory *, const char *a, const char *b);

/* ---- the lexicon ----------------------------------------------------- */

/* What words of any language, or the key of a concept, mean here, as a line
 * of JSON; SAMESTORY_NOTHING where they mean nothing. Free *out. */
enum samestory_status samestory_meaning(struct samestory *, const char *words,
                                        const char **out);

/* Rows of words of all the files as one file, for samestory_options.rows.
 * Each line at fault is told to the watcher and left out. Free *out. */
enum samestory_status samestory_rows(struct samestory *,
                                     const char *const *paths, size_t npaths,
                                     const struct samestory_watcher *,
                                     const char **out, size_t *nrows);

struct samestory_lesson {
    const char *lang; /* whose words are learned, BCP-47 */
    const char *from; /* the language that tells what they mean; NULL: en */
};

/*
 * Rows of words learned from files of two languages (.tsv .txt .tmx .po .mo,
 * .index of dictd, gzip or not), or where npaths is 0 from what this machine
 * has of dictionaries and of catalogues of messages. Files that tell nothing
 * of the two are named to the watcher. Free *out.
 */
enum samestory_status samestory_learn(struct samestory *,
                                      const struct samestory_lesson *,
                                      const char *const *paths, size_t npaths,
                                      const struct samestory_watcher *,
                                      const char **out, size_t *nrows);

/* The same from articles of the store that are sure to tell one story, of
 * both languages (lang NULL: of all pairs of languages). */
enum samestory_status samestory_learn_store(struct samestory *,
                                            const struct samestory_lesson *,
                                            const char **out, size_t *nrows);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
