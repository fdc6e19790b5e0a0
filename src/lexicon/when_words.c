/*
 * when_words.c - days and years that are written in words.
 */
#include "lexicon/numbers.h"
#include "lexicon/when_rules.h"

size_t
scan_number(const struct scan *s, size_t i, int *value)
{
    struct number n;

    if (i >= s->end || s->r->w.words[i].kind != WORD_LETTERS ||
        !reading_sense(s->r, i, SENSE_NUMBER) ||
        !number_at(s->lx, s->r, i, &n) || n.ordinal || n.fraction ||
        n.value < 1 || n.value > 9999 || n.value != (double)(int)n.value ||
        n.word != i || i + n.nwords > s->end)
        return 0;
    *value = (int)n.value;
    return i + n.nwords;
}

/* "nineteen eighty six", "seventeen hundred thirty three": two halves. */
static size_t
halves(const struct scan *s, size_t i, int *year)
{
    int first, second;
    size_t k = scan_small(s, i, &first), next;

    if (s->lang != LANG_EN || !k || first < 16 || first > 20)
        return 0;
    if (scan_is(s, k, "hundred"))
        k++;
    if (scan_is(s, k, "and"))
        k++;
    next = scan_number(s, k, &second);
    if (!next || second < 10 || second > 99)
        return 0;
    *year = first * 100 + second;
    return next;
}

size_t
scan_year_words(const struct scan *s, size_t i, int *year)
{
    size_t k;

    if (i >= s->end || s->r->w.words[i].kind != WORD_LETTERS ||
        !(reading_sense(s->r, i, SENSE_NUMBER) ||
          reading_sense(s->r, i, SENSE_MULTIPLIER)))
        return 0;
    k = halves(s, i, year);
    if (!k)
        k = scan_number(s, i, year);
    if (!k || *year <= WHEN_OLDEST_YEAR || *year > WHEN_LAST_YEAR)
        return 0;
    /* "more than two thousand people": nothing may be counted */
    return k >= s->end || scan_word(s, k)->kind == WORD_MARK ||
                   reading_sense(s->r, k, SENSE_FUNCTION)
               ? k
               : 0;
}

size_t
scan_nth_words(const struct scan *s, size_t i, int *n)
{
    struct number read;

    if (i + 1 >= s->end || s->r->w.words[i].kind != WORD_LETTERS ||
        !(reading_sense(s->r, i, SENSE_NUMBER) ||
          reading_sense(s->r, i, SENSE_ORDINAL)) ||
        !(reading_sense(s->r, i + 1, SENSE_ORDINAL) ||
          s->r->w.words[i + 1].kind == WORD_MARK) ||
        !number_at(s->lx, s->r, i, &read) || !read.ordinal || read.word != i ||
        read.nwords < 2 || read.value < 1 || read.value > 99 ||
        i + read.nwords > s->end)
        return 0;
    *n = (int)read.value;
    return i + read.nwords;
}
