/*
 * html.h - the parts of the one-page HTML view. For view_html.c and
 * html_*.c alone.
 *
 * Nothing of a page gets into the file but through html_text (or a number
 * that we made): markup, controls and what is no UTF-8 end there.
 */
#ifndef SAMESTORY_APP_HTML_H
#define SAMESTORY_APP_HTML_H

#include "app/view.h"

struct html {
    const struct samestory_brief *brief;
    const struct view *view;
    const struct samestory_story *story; /* the one being told */
    struct buf *out;
    int level; /* of the story's heading: 1 or 2 */
};

/* ---- html_put.c: words into markup, as safe as they come ------------- */

/* Text for between tags and for attribute values in double quotes. */
void html_text(struct buf *, str);
void html_z(struct buf *, const char *); /* NULL: nothing */
/* lang="fa" dir="auto", with a space before. */
void html_lang(struct buf *, const char *lang);
/* <h3 id="s1-figures">words</h3>, a number of levels below the story's */
void html_heading(struct html *, int below, const char *id, const char *words);
/* The place of a form in its article: a1-120-133 */
void html_anchor(struct buf *, const struct samestory_form *);
/* A link to a form, around `words` (NULL: its own text, in its language). */
void html_link(struct html *, const struct samestory_form *, const char *words);
/* The name of an article's source, linked to its text below. */
void html_source(struct html *, const struct samestory_article *);
/* <span class="status contradicted">contradicted</span> */
void html_status(struct buf *, const char *status);

/* ---- the sections of a story ------------------------------------------ */

void html_sources(struct html *); /* html_sources.c: who tells it */
void html_figures(struct html *); /* html_fact.c: facts x sources */
void html_claims(struct html *);
void html_timeline(struct html *); /* html_list.c */
void html_names(struct html *);
void html_quotes(struct html *);
void html_lineage(struct html *);  /* html_kin.c */
void html_articles(struct html *); /* html_page.c: full texts, marked */

/* The style sheet, in pieces, NULL behind the last. */
extern const char *const html_style[];

#endif
