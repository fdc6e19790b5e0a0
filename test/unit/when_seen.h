/*
 * when_seen.h - dates of a text as `evidence` writes them, for tests.
 */
#ifndef SAMESTORY_TEST_WHEN_SEEN_H
#define SAMESTORY_TEST_WHEN_SEEN_H

#include "lexicon/when.h"
#include "test.h"

#include <string.h>

extern const struct lexicon *test_lexicon(void);

/* The first date or range of the text as `evidence` writes it. */
static inline const char *
range_from(const char *anchor, enum lang lang, const char *text)
{
    static char out[40];
    struct arena *mem = arena_open();
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct reading r = {0};
    struct when_mark m;
    struct day day = {0, 0, 0};

    strcpy(out, "-");
    day_parse(str_of(anchor), &day);
    segment(&r.w, str_of(text), &all, 1, st, mem);
    lexicon_read(test_lexicon(), &r, mem);
    for (size_t i = 0; i < r.w.nwords; i++)
        if (when_at(test_lexicon(), &r, i, &m)) {
            when_edtf(&m.when, m.is_range ? &m.until : NULL, day, 0, out);
            break;
        }
    stemmer_close(st);
    arena_close(mem);
    return out;
}

#endif
