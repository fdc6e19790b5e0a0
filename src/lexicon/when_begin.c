/*
 * when_begin.c - whether a date may begin at a word: the cheap question that
 * most words of a text answer with no. What it lets pass the rules look at.
 */
#include "lexicon/numbers_words.h"
#include "lexicon/tag.h"
#include "lexicon/when_rules.h"

#include <string.h>

/* Words that may stand between one that only leads a date ("on the …") and
 * what is one. */
#define LEAD_MOST_WORDS 8

/* Words behind a number that make it no date. */
#define COUNT_MOST_WORDS 2

#define DATED_KINDS                                                            \
    (1u << SENSE_MONTH | 1u << SENSE_WEEKDAY | 1u << SENSE_HOLIDAY |           \
     1u << SENSE_ORDINAL | 1u << SENSE_NUMBER)

/* Signs that begin a year of an era, and 第. */
static bool
begins_era(uint32_t c)
{
    return c == 0x4EE4 || c == 0x5E73 || c == 0x662D || c == 0x5927 ||
           c == 0x6C11 || c == 0x660E || c == 0x7B2C;
}

/* XIX, XIXe, Q3, q3 */
static bool
is_letters(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];

    if (w->fold.n == 0 || w->fold.n > 5)
        return false;
    if (w->shape & (SHAPE_ALL_CAPS | SHAPE_CAPITAL)) {
        size_t roman = 0;

        while (roman < w->fold.n && strchr("xvi", w->fold.s[roman]))
            roman++;

        if (roman >= w->fold.n ||
            (roman > 1 && w->lang == LANG_FR && str_ends(w->fold, STR("e"))))
            return true;
    }
    return w->fold.n == 1 && strchr("qht", w->fold.s[0]) &&
           word + 1 < r->w.nwords && w[1].kind == WORD_NUMBER &&
           !(w[1].shape & SHAPE_SPACE);
}

/* A numeral, an era, 第: one Han character. */
static bool
han_begins(const struct word *w)
{
    str rest = w->fold;
    uint32_t c;

    if (w->script != SCRIPT_HAN || rest.n == 0)
        return false;
    c = utf8_next(&rest);
    return number_han_begins(c) || begins_era(c) || c == 0x25CB; /* ○ */
}

/* The ordinal that a phrase begins with: "third of". */
static bool
phrase_begins(const struct lexicon *lx, const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];
    size_t first = r->sense_at[word];

    return first < r->sense_at[word + 1] && r->senses[first].nwords > 1 &&
           (w->script == SCRIPT_HAN ||
            r->begins[word].classes &
                (1u << CLASS_TIME | 1u << CLASS_UNIT | 1u << CLASS_BOUND)) &&
           lexicon_has_word(lx, w, (enum lang)w->lang, SENSE_ORDINAL);
}

/* Behind the words that begin there and mean something together. */
static size_t
behind_phrase(const struct reading *r, size_t word)
{
    size_t first = r->sense_at[word];

    return word + (first < r->sense_at[word + 1] ? r->senses[first].nwords : 1);
}

/* Whether what is dated stands a few words on, on the line, with no words
 * between that no date has. */
static bool
leads(const struct reading *r, size_t word)
{
    for (size_t i = behind_phrase(r, word);
         i < r->w.nwords && i <= word + LEAD_MOST_WORDS;
         i = behind_phrase(r, i)) {
        const struct word *w = &r->w.words[i];
        const struct begins *b = &r->begins[i];

        if (w->shape & SHAPE_LINE)
            return false;
        if (w->kind == WORD_NUMBER || w->script == SCRIPT_HAN ||
            b->kinds & DATED_KINDS || b->classes & BEGINS_DATED ||
            is_letters(r, i))
            return true;
        if (w->kind == WORD_LETTERS && !(b->classes & BEGINS_TAGGED) &&
            !(b->kinds & 1u << SENSE_FUNCTION))
            return false;
    }
    return false;
}

/* Whether it is a number that what follows makes no part of a date: "17
 * people", "four of them". */
static bool
counts(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];
    size_t end = word + 1 + COUNT_MOST_WORDS;

    if (w->kind == WORD_NUMBER
            ? w->fold.n > 3 || memchr(w->fold.s, '.', w->fold.n)
            : r->begins[word].kinds & DATED_KINDS & ~(1u << SENSE_NUMBER))
        return false;
    if (r->w.nwords <= WHEN_LONE_WORDS || end > r->w.nwords ||
        (word > 0 && r->begins[word - 1].classes & BEGINS_TAGGED))
        return false;
    for (size_t i = word + 1; i < end; i++)
        if (w[i - word].kind != WORD_LETTERS ||
            !(w[i - word].shape & SHAPE_SPACE) ||
            w[i - word].script == SCRIPT_HAN ||
            r->begins[i].kinds & (DATED_KINDS | 1u << SENSE_MULTIPLIER) ||
            r->begins[i].classes & BEGINS_TAGGED)
            return i > word + 1 && w[i - word].kind == WORD_MARK;
    return true;
}

/* Whether it leads dates in a way that some rule begins with: "on the day of".
 * What only stands before dates or between them ("in", "and", "was") is taken
 * in by those who find a date behind it. */
static bool
opens(const struct lexicon *lx, const struct reading *r, size_t word)
{
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++)
        if (r->senses[i].kind == SENSE_CONCEPT)
            switch (lexicon_tag(lx, r->senses[i].id) - 1) {
            case CUE_DAY_WORD:
            case CUE_SINCE:
            case CUE_YEAR_BEFORE:
            case TAG_ARTICLE:
            case TAG_BETWEEN:
            case TAG_DECADE_BEFORE:
            case TAG_LATER:
            case TAG_WITHIN:
            case TAG_WITHIN_SURE:
                return true;
            default:
                break;
            }
    return false;
}

/* "במאי 2026": a month under a preposition that hides it. */
static bool
hidden_month(const struct lexicon *lx, const struct reading *r, size_t word)
{
    uint8_t calendar, month;
    bool exact;

    return r->w.words[word].lang == LANG_HE && word + 1 < r->w.nwords &&
           r->w.words[word + 1].kind == WORD_NUMBER &&
           cue_month(lx, r, word, &calendar, &month, &exact);
}

bool
when_may_begin(const struct lexicon *lx, const struct reading *r, size_t word)
{
    const struct begins *b = &r->begins[word];

    if (b->classes & BEGINS_DATED || is_letters(r, word))
        return true;
    if (r->w.words[word].kind == WORD_NUMBER || b->kinds & DATED_KINDS)
        return !counts(r, word);
    if (b->classes & BEGINS_TAGGED && opens(lx, r, word) && leads(r, word))
        return true;
    return han_begins(&r->w.words[word]) || phrase_begins(lx, r, word) ||
           hidden_month(lx, r, word) || when_hebrew_begins(r, word);
}
