/*
 * element.h - what an element of HTML is to a page of text.
 */
#ifndef SAMESTORY_ARTICLE_ELEMENT_H
#define SAMESTORY_ARTICLE_ELEMENT_H

#include "base/str.h"

enum element {
    EL_BLOCK = 1, /* stands on lines of its own */
    EL_SKIP = 2,  /* what is in it is not shown, or no text */
    EL_FRAME = 4, /* frame by its name */
    EL_LINK = 8,
    EL_OTHERS = 16, /* does something else (other_element) */
};

struct element_kind {
    const char *name;
    uint8_t kind, tag;
};

/* By its name in lower case; one that is not known has no kind. Never NULL. */
const struct element_kind *element_of(str name);

#endif
