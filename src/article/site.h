/*
 * site.h - the frame of a host, learned from its own pages: what stands word
 * for word on many of them is no article. No rule for any site.
 *
 * A model is made in two passes over the pages of a batch (site_count, then
 * site_learn) and read-only afterwards: a page's host is looked up, so what
 * one page becomes is a function of the page and the model. Hosts are
 * sampled by what their pages say, never by the order in which they come.
 */
#ifndef SAMESTORY_ARTICLE_SITE_H
#define SAMESTORY_ARTICLE_SITE_H

#include "record/article.h"

struct site *site_open(void);
void site_close(struct site *); /* NULL is fine */

/* The host a page came from, by its address or by the one it names for
 * itself; lower case, without "www."; the empty str where none is known.
 * In `mem` of the article. */
str site_host(struct article *);

/* First pass: the page counts for its host. */
void site_count(struct site *, struct article *);
/* Whether any host has enough pages for a second pass to teach something. */
bool site_teaches(const struct site *);
/* Whether the page falls into the sample: told by its head alone. */
bool site_asks(const struct site *, struct article *);
/* Second pass: the lines of the page count, if it falls into the sample. */
void site_learn(struct site *, const struct lexicon *, struct article *);

/*
 * The other way, of pages that have been read: each counts for its host and
 * its lines do. Whoever teaches chooses which: SITE_ALL of the fewest pages of
 * a host are all of it, of more a sample of SITE_SAMPLE teaches.
 */
void site_teach(struct site *, const struct article *);
#define SITE_LEAST  3
#define SITE_SAMPLE 32
#define SITE_ALL    64
/* All lines of a page as a number: two addresses of one page have the same. */
uint64_t site_lines(const struct article *);

/* What is frame on a host as a number; 0: nothing is. */
uint64_t site_frame(const struct site *, str host);
/* Takes what is frame on its host out of an article that has been read, and
 * puts back what is frame no more. Whether its text is another one now. */
bool site_apply(const struct site *, struct article *);

#endif
