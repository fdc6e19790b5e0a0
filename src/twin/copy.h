/*
 * copy.h - is one text a copy of another of its language? For twin/ alone.
 */
#ifndef SAMESTORY_TWIN_COPY_H
#define SAMESTORY_TWIN_COPY_H

#include "twin/part.h"

struct copy_fit {
    bool copy;
    /* share of a text's own words in runs the other has too, 0 to 1: of the
     * text of which more is shared, and of the other */
    double more, less;
};

/*
 * Compares two parts. A text is a copy if much of it and of the other is
 * shared; also where all of it stands inside a much longer one (a round-up,
 * an extended copy). One passage in the midst of another text is cited, and
 * makes no copy. Words in quotations never count: two reports of one speech
 * share it.
 */
struct copy_fit copy_compare(const struct part *, const struct part *);

#endif
