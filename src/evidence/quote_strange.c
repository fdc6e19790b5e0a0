/*
 * quote_strange.c - a speaker's name that nobody knows, in scripts without
 * capitals: it stands behind titles or between commas.
 */
#include "evidence/quote_parts.h"

/* batteries of our own in 20 languages chose these, 2026-11 */
#define APPOSED_MOST 7 /* words of a title before its bearer */
#define APPOSED_NAME 3 /* words of a name between commas */

/* In Arabic, Hebrew and Persian many a word is a name as well. */
static bool
name_like(const struct quote_hunt *h, uint32_t i)
{
    return h->w->words[i].kind == WORD_LETTERS && !quote_function(h, i) &&
           !quote_class(h, i, CLASS_ROLE) && !quote_says(h, i) &&
           !quote_class(h, i, CLASS_TIME) && !quote_class(h, i, CLASS_BODY) &&
           !quote_addressee(h, i);
}

static bool
title_in(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_PERSON))
            return true;
    return false;
}

/* The words up to the next comma, where all can be a name; else `from`. */
static uint32_t
apposed_end(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t end = from;

    while (end < to && name_like(h, end))
        end++;
    return end < to && quote_comma(h->w, end) && end >= from + 2 &&
                   end <= from + APPOSED_NAME
               ? end
               : from;
}

struct quote_voice
quote_strange_name(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = quote_bare_name(h, from, to);
    uint32_t comma = from, end = apposed_end(h, from, to);

    if (quote_told(v))
        return v;
    if (end > from && title_in(h, end, to))
        return (struct quote_voice){-1, from, end};
    while (comma < to && comma < from + APPOSED_MOST &&
           !quote_comma(h->w, comma))
        comma++;
    end = comma < to ? apposed_end(h, comma + 1, to) : comma;
    return end > comma + 1 && title_in(h, from, comma)
               ? (struct quote_voice){-1, comma + 1, end}
               : v;
}
