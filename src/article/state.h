/*
 * state.h - what scripts of a page are handed as data, as JSON. For carried.c.
 *
 * All of it is bounded: no answer is longer than STATE_MOST_BYTES or nested
 * deeper than STATE_MOST_DEPTH; what stands beyond is null. Each puts
 * JSON behind what is in `out`, nothing where it returns false.
 */
#ifndef SAMESTORY_ARTICLE_STATE_H
#define SAMESTORY_ARTICLE_STATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

/* By reasoning: no page has more to say. */
#define STATE_MOST_BYTES ((size_t)2 << 20)
#define STATE_MOST_DEPTH 64

/* The text of the article in a state, a paragraph a line, which may be HTML;
 * empty: there is no prose. */
str state_article(const struct json *, struct arena *);

/*
 * The value that a script begins with, written as JavaScript writes it: keys
 * without quotes, 'text', !0, void 0, undefined. What would have to be run
 * (calls, sums) is null. How many bytes it takes, 0: there is none.
 */
size_t state_literal(str script, struct buf *out);

/*
 * (function(a,b){…return {…}}(1,"x")): an array of the object that is returned
 * and of those that are assigned on the way, with what the names stand for.
 */
bool state_function(str script, struct buf *out);

/*
 * An array whose first element is the whole, where numbers inside of arrays and
 * objects are places in that array (Nuxt 3, SvelteKit: devalue).
 */
bool state_flat(const struct json *, struct buf *out);

/*
 * Rows of the stream that React sends of a rendered page (Next.js):
 * `ID:JSON` a line, or `ID:T` and a text of so many bytes. An array of objects:
 * under "html" what a row shows, under "row" its values.
 */
bool state_flight(str rows, struct buf *out);

#endif
