/*
 * title.h - the parts of a title. For title.c and title_parts.c alone.
 */
#ifndef SAMESTORY_ARTICLE_TITLE_H
#define SAMESTORY_ARTICLE_TITLE_H

#include "article/page.h"

/* Bytes. 2026-11, extraction set and corpus/dev. */
#define TITLE_SITE_BYTES 24 /* a name of a site, or a part that is more */
#define TITLE_SITE_MOST  12 /* letters that it may have besides the host's */
#define TITLE_DAY_BYTES  8
#define TITLE_LD_BYTES   14 /* of a headline that a longer one ends with */

/* The headline alone: title_bare, then without parts that name the site. */
str title_headline(const struct page *, str title);
/* "21.03.2024 | Title": without the day. */
str title_without_day(str title);
/* "Title" of "Title | "; empty: no mark ends it. */
str title_before_mark(str);
/* "Title" of " - Archive - Title"; empty: no mark is in it. */
str title_behind_marks(str);
/*
 * "Jobs - Mill opens" in the head parts "Jobs Mill opens again" or "New jobs
 * Mill opens": what stands behind the kicker in the heading, else empty.
 */
str title_behind_kicker(str said, str heading);

#endif
