/*
 * Promise: segmentation ends, words lie in order inside the text, every
 * word has a sentence, and every sense lies inside the words.
 */
#include "base/oom.h"
#include "lexicon/lexicon.h"
#include "lexicon/numeral.h"
#include "lexicon/when.h"
#include "lexicon/when_clock.h"
#include "test.h"
#include "text/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const struct lexicon *lx = test_lexicon();
    struct arena *mem = arena_open();
    struct stemmer *stemmer = stemmer_open();
    str text = charset_to_utf8((str){(const char *)bytes, n}, (str){0}, mem);
    struct reading r = {0};
    size_t nlangs;
    struct lang_span *langs = lang_spans(text, LANG_UND, mem, &nlangs);

    segment(&r.w, text, langs, nlangs, stemmer, mem);
    lexicon_read(lx, &r, mem);
    for (size_t i = 0; i < r.w.nwords; i++) {
        const struct word *w = &r.w.words[i];
        struct number number;
        struct when_mark when;
        struct when_clock clock;

        if (w->start >= w->end || w->end > text.n ||
            (i && r.w.words[i - 1].end > w->start) ||
            w->sentence >= r.w.nsentences)
            BUG("words out of order");
        if (number_at(lx, &r, i, &number) &&
            (number.nwords == 0 || i + number.nwords > r.w.nwords))
            BUG("a number outside the text");
        if (numeral_at(lx, &r, i, &number) &&
            (number.nwords == 0 || i + number.nwords > r.w.nwords))
            BUG("a numeral outside the text");
        if (when_at(lx, &r, i, &when) &&
            (when.nwords == 0 || i + when.nwords > r.w.nwords))
            BUG("a date outside the text");
        if (when_clock_beside(lx, &r, i, i + 1, &clock) &&
            (clock.minute < 0 || clock.minute >= 24 * 60))
            BUG("a time that no day has");
    }
    for (size_t i = 0; i < r.nsenses; i++)
        if (r.senses[i].word + r.senses[i].nwords > r.w.nwords)
            BUG("a sense outside the words");
    stemmer_close(stemmer);
    arena_close(mem);
    return 0;
}
