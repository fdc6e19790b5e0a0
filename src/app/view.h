/*
 * view.h - a brief shown: json, text, html, md. Equals, each of which
 * turns a finished brief into bytes; and the words they share.
 *
 * Views know nothing of where bytes go: what a terminal can show comes in
 * as struct view_look. Titles, names and words of pages are others' text:
 * each view makes them harmless for its own reader (view_tame, html and
 * markdown escapes).
 */
#ifndef SAMESTORY_APP_VIEW_H
#define SAMESTORY_APP_VIEW_H

#include "base/json.h"
#include "samestory.h"

struct view_look {
    size_t columns, rows; /* of the terminal; rows 0: any number */
    bool colour;
    bool full; /* unfold everything */
};

void view_json(const struct samestory_brief *, struct buf *out);
void view_text(const struct samestory_brief *, const struct view_look *,
               struct buf *out);
void view_html(const struct samestory_brief *, struct buf *out);
void view_md(const struct samestory_brief *, struct buf *out);

/* id to last of a story, without its facts, as members of an open object. */
void view_json_story_head(const struct samestory_story *, struct json_writer *);

/* ---- ids of a brief looked up ------------------------------------------ */

struct view;

struct view *view_open(const struct samestory_brief *);
void view_close(struct view *);
/* SIZE_MAX where there is none. */
size_t view_article_at(const struct view *, const char *id);
const struct samestory_article *view_article(const struct view *,
                                             const char *id);
/* The one of the name's labels, or the words themselves; NULL stays. */
const char *view_speaker(const struct samestory_story *, const char *id);

/* ---- facts in the order a reader wants them ---------------------------- */

/* contradicted 0, updated, refined, agreed, single */
#define VIEW_RANKS 5
size_t view_rank(const char *status);
/* The quantities of a story by rank, then as they came. Free the array. */
const struct samestory_quantity **view_facts(const struct samestory_story *);
/* The side of a quantity a reading is on; nsides where on none. */
size_t view_side_of(const struct view *, const struct samestory_quantity *,
                    const struct samestory_reading *);
/* The form to show first: English if there is one, else the first. n > 0. */
const struct samestory_form *view_best_form(const struct samestory_form *,
                                            size_t n);

/* ---- words ------------------------------------------------------------- */

/* "1 page", "2 pages" */
void view_count(struct buf *, size_t n, const char *one);
/* "4,354", "12.5 million" */
void view_number(struct buf *, double);
/* "at least 14", "about 2,500 km", "4,354 to 6,722", "9%", "USD 3 million" */
void view_value(struct buf *, double min, double max, bool approx,
                const char *unit);
void view_side_value(struct buf *, const struct samestory_quantity *,
                     const struct samestory_side *);
/* "low 7, best 9, high 11" as UCDP tells a disputed or growing figure;
 * nothing where all say one number. */
void view_range(struct buf *, const struct samestory_quantity *);
/* What a side of a dispute claims: a day in words, else as it is told. */
void view_claim(struct buf *, const struct samestory_dispute *,
                const struct samestory_side *);
/* EDTF in words: "26 July 2021", "July 2021"; NULL: nothing. */
void view_date(struct buf *, const char *edtf);
/* "10 to 17 July 2021" */
void view_days(struct buf *, const char *first, const char *last);
/* "Arabic"; a code that has no name here stays. Safe for every view. */
const char *view_language(const char *code);
/* The host of the page, else its file, made harmless. */
void view_source(struct buf *, const struct samestory_article *);
/* The same, of an article of the brief; with its id where another one of the
 * story has the same. */
void view_source_in(struct buf *, const struct view *,
                    const struct samestory_article *);
/* "copy", "edited copy", "translation", "shared source" */
const char *view_link_kind(const char *kind);
/* What a change is about, to be told before its words: "number", "name" …;
 * "" where the words tell it (wording, style, cut, inserted). */
const char *view_change_type(const struct samestory_change *);
/* Cuts at a word's end to at most `most` characters, … behind. */
void view_short(struct buf *, str, size_t most);
/* Text in one line that no terminal would obey: no control characters, no
 * overrides of direction. */
void view_tame(struct buf *, str);

#endif
