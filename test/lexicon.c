/* lexicon.c - the lexicon for unit tests. */
#include "lexicon/lexicon.h"

#include "test.h"

const struct lexicon *
test_lexicon(void)
{
    static struct lexicon *lx;
    struct err err = {0};
    const char *path = getenv("SAMESTORY_DATA");

    if (!lx)
        lx = lexicon_open(path ? path : "build/samestory.lex", &err);
    if (!lx) {
        printf("%s\n0 passed, 1 failed\n", err.words);
        exit(1);
    }
    return lx;
}
