/*
 * when_cue.c - concepts to cues, by their keys.
 */
#include "lexicon/tag.h"

#include <stdlib.h>

#define MOST_CUE_WORDS 6 /* of the longest phrase looked back upon */

/* In the order of enum cue, which is the order of the keys. */
static const char *const keys[CUE_COUNT] = {"afternoon",
                                            "ago",
                                            "beginning-of",
                                            "dawn",
                                            "day",
                                            "day-after-tomorrow",
                                            "day-before-yesterday",
                                            "days-ago",
                                            "end-of",
                                            "evening",
                                            "following-day",
                                            "last",
                                            "last-month",
                                            "last-night",
                                            "last-week",
                                            "last-year",
                                            "middle-of",
                                            "month",
                                            "morning",
                                            "next",
                                            "next-month",
                                            "next-week",
                                            "next-year",
                                            "night",
                                            "noon",
                                            "previous-day",
                                            "same-day",
                                            "this",
                                            "this-month",
                                            "this-morning",
                                            "this-week",
                                            "this-year",
                                            "today",
                                            "tomorrow",
                                            "tonight",
                                            "week",
                                            "when-ago-before",
                                            "when-daytail",
                                            "when-dayword",
                                            "when-every",
                                            "when-future",
                                            "when-hijri",
                                            "when-in",
                                            "when-made",
                                            "when-monthtail",
                                            "when-of",
                                            "when-past",
                                            "when-since",
                                            "when-two-days",
                                            "when-two-months",
                                            "when-two-weeks",
                                            "when-two-years",
                                            "when-two-years-ago",
                                            "when-until",
                                            "when-waiting",
                                            "when-year-after",
                                            "when-year-before",
                                            "year",
                                            "yesterday"};

/* In the order of enum tag, which is the order of the keys. */
static const char *const more[TAG_COUNT - CUE_COUNT] = {"and-half",
                                                        "autumn",
                                                        "between",
                                                        "century",
                                                        "decade",
                                                        "decimal-point",
                                                        "hour",
                                                        "minus-sign",
                                                        "minute",
                                                        "part-hundredth",
                                                        "part-tenth",
                                                        "quarter-of-year",
                                                        "range-to",
                                                        "second",
                                                        "spring",
                                                        "summer",
                                                        "weekend",
                                                        "when-after-next",
                                                        "when-and",
                                                        "when-article",
                                                        "when-before-last",
                                                        "when-decade-before",
                                                        "when-earlier",
                                                        "when-final",
                                                        "when-first",
                                                        "when-first-half",
                                                        "when-from-now",
                                                        "when-from-today",
                                                        "when-half-year",
                                                        "when-later",
                                                        "when-next-span",
                                                        "when-now",
                                                        "when-on-weekend",
                                                        "when-or-later",
                                                        "when-past-span",
                                                        "when-quarter",
                                                        "when-second-half",
                                                        "when-shift-after",
                                                        "when-shift-before",
                                                        "when-within",
                                                        "when-within-sure",
                                                        "winter"};

static int
by_key(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, str_of(*(const char *const *)b));
}

/* The number behind a key like "when-month-7"; 0 for other keys. */
static uint8_t
numbered(str key, str prefix)
{
    unsigned n = 0;

    if (!str_starts(key, prefix))
        return 0;
    for (size_t i = prefix.n; i < key.n && n <= TAG_MOST_NUMBER; i++)
        n = n * 10 + (unsigned)(key.s[i] - '0');
    return n <= TAG_MOST_NUMBER ? (uint8_t)n : 0;
}

uint8_t
tag_of_key(str key)
{
    const char *const *hit =
        bsearch(&key, keys, CUE_COUNT, sizeof *keys, by_key);
    uint8_t n;

    if (hit)
        return (uint8_t)(hit - keys + 1);
    hit = bsearch(&key, more, sizeof more / sizeof *more, sizeof *more, by_key);
    if (hit)
        return (uint8_t)(CUE_COUNT + (hit - more) + 1);
    if ((n = numbered(key, STR("when-month-"))))
        return (uint8_t)(TAG_MONTH + n + 1);
    if ((n = numbered(key, STR("when-weekday-"))))
        return (uint8_t)(TAG_WEEKDAY + n + 1);
    n = numbered(key, STR("when-tens-"));
    return n ? (uint8_t)(TAG_TENS + n + 1) : 0;
}

bool
tag_leads(uint8_t tag)
{
    switch (tag - 1) {
    case CUE_OF:
    case CUE_IN:
    case CUE_DAY_WORD:
    case CUE_PAST:
    case CUE_FUTURE:
    case CUE_UNTIL:
    case CUE_SINCE:
    case CUE_EVERY:
    case CUE_MADE:
    case CUE_MONTH_TAIL:
    case CUE_WAITING:
    case CUE_YEAR_AFTER:
    case CUE_YEAR_BEFORE:
    case TAG_AND:
    case TAG_AND_HALF:
    case TAG_ARTICLE:
    case TAG_BETWEEN:
    case TAG_DECADE_BEFORE:
    case TAG_DECIMAL_POINT:
    case TAG_FROM_NOW:
    case TAG_HOUR:
    case TAG_LATER:
    case TAG_MINUS_SIGN:
    case TAG_MINUTE:
    case TAG_ON_WEEKEND:
    case TAG_OR_LATER:
    case TAG_PART_HUNDREDTH:
    case TAG_PART_TENTH:
    case TAG_RANGE_TO:
    case TAG_SECOND:
    case TAG_SHIFT_AFTER:
    case TAG_SHIFT_BEFORE:
    case TAG_WITHIN:
    case TAG_WITHIN_SURE:
        return true;
    default:
        return false;
    }
}

/* The number of a tag that has one and begins at `first`, else 0. */
static uint8_t
number_of(uint8_t tag, enum tag first)
{
    return tag > first + 1 && tag <= first + 1 + TAG_MOST_NUMBER
               ? (uint8_t)(tag - first - 1)
               : 0;
}

static uint64_t
cue_of(const struct lexicon *lx, const struct sense *s)
{
    uint8_t tag = s->kind == SENSE_CONCEPT ? lexicon_tag(lx, s->id) : 0;

    return tag && tag <= CUE_COUNT ? UINT64_C(1) << (tag - 1) : 0;
}

/* Languages whose words take no endings that stems must see through. */
static bool
stiff(enum lang lang)
{
    return lang == LANG_EN || lang == LANG_NL || lang == LANG_FR ||
           lang == LANG_IT || lang == LANG_ES || lang == LANG_PT ||
           lang == LANG_DE || lang == LANG_ID;
}

/* "today", "two days" and "day" have one stem in Arabic and Hebrew: it adds
 * nothing to the word as it stands, and alone it is the day. */
static uint64_t
of_stems(const struct reading *r, size_t word, uint64_t exact, uint64_t stems)
{
    enum lang lang;

    if (stems == 0)
        return 0;
    lang = (enum lang)r->w.words[word].lang;
    if (lang != LANG_AR && lang != LANG_HE)
        return stems;
    if (exact)
        return 0;
    if (stems & CUE_UNITS)
        stems &= ~(CUE(TODAY) | CUE(TWO_DAYS) | CUE(TWO_WEEKS) |
                   CUE(TWO_MONTHS) | CUE(TWO_YEARS));
    return stems;
}

uint64_t
cue_at(const struct lexicon *lx, const struct reading *r, size_t word,
       size_t *nwords)
{
    uint64_t set = 0, by_stem = 0;
    size_t longest = 0;

    if (word < r->w.nwords && r->begins[word].classes & BEGINS_TAGGED) {
        bool stiff_here = stiff((enum lang)r->w.words[word].lang);

        for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++) {
            const struct sense *s = &r->senses[i];
            uint64_t cue = cue_of(lx, s);

            if (cue == 0 || (stiff_here && !s->exact))
                continue;
            if (s->nwords > longest) {
                longest = s->nwords;
                set = by_stem = 0;
            }
            if (s->nwords < longest)
                continue;
            if (s->exact)
                set |= cue;
            else
                by_stem |= cue;
        }
    }
    set |= of_stems(r, word, set, by_stem);
    if (nwords)
        *nwords = longest;
    return set;
}

uint64_t
cue_before(const struct lexicon *lx, const struct reading *r, size_t word,
           size_t *start)
{
    for (size_t k = 1; k <= MOST_CUE_WORDS && k <= word; k++) {
        size_t n;
        uint64_t set;

        if (word - k + 1 < r->w.nwords &&
            r->w.words[word - k + 1].shape & SHAPE_LINE)
            break;
        set = cue_at(lx, r, word - k, &n);
        if (set && n == k) {
            if (start)
                *start = word - k;
            return set;
        }
    }
    if (start)
        *start = word;
    return 0;
}

/* A named day or month: the sense of its own kind first, then concepts. */
static const struct sense *
named(const struct lexicon *lx, const struct reading *r, size_t word,
      enum sense_kind kind, enum tag first, uint32_t *id)
{
    const struct sense *best = NULL;

    if (word >= r->w.nwords || !(r->begins[word].kinds >> kind & 1 ||
                                 r->begins[word].classes & BEGINS_TAGGED))
        return NULL;
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++) {
        const struct sense *s = &r->senses[i];
        uint32_t found = 0;

        if (s->kind == kind)
            found = kind == SENSE_WEEKDAY && s->id > 7 ? 0 : s->id;
        else if (s->kind == SENSE_CONCEPT)
            found = number_of(lexicon_tag(lx, s->id), first);
        if (found == 0 ||
            (best && (best->exact >= s->exact || s->nwords < best->nwords)))
            continue;
        if (s->kind == SENSE_CONCEPT && !s->exact &&
            (enum script)r->w.words[word].script != SCRIPT_ARABIC &&
            (enum script)r->w.words[word].script != SCRIPT_HEBREW)
            continue;
        best = s;
        *id = found;
    }
    return best;
}

size_t
cue_weekday(const struct lexicon *lx, const struct reading *r, size_t word,
            uint8_t *weekday, bool *exact)
{
    uint32_t id = 0;
    const struct sense *s = named(lx, r, word, SENSE_WEEKDAY, TAG_WEEKDAY, &id);

    if (!s || id < 1 || id > 7)
        return 0;
    *weekday = (uint8_t)id;
    *exact = s->exact;
    return word + s->nwords;
}

/* במאי before a number is in May, though the word as it stands is a director:
 * the month under a letter that says in, from, to. 0 where it is none. */
static uint32_t
month_under_prefix(const struct lexicon *lx, const struct reading *r,
                   size_t word)
{
    str fold;
    uint32_t c;

    if (word >= r->w.nwords || r->w.words[word].lang != LANG_HE ||
        !((word > 0 && r->w.words[word - 1].kind == WORD_NUMBER) ||
          (word + 1 < r->w.nwords && r->w.words[word + 1].kind == WORD_NUMBER)))
        return 0;
    fold = r->w.words[word].fold;
    c = fold.n ? utf8_next(&fold) : 0;
    return c == 0x5D1 || c == 0x5DC || c == 0x5DE || c == 0x5D4
               ? lexicon_find(lx, fold, LANG_HE, SENSE_MONTH, 0)
               : 0;
}

size_t
cue_month(const struct lexicon *lx, const struct reading *r, size_t word,
          uint8_t *calendar, uint8_t *month, bool *exact)
{
    uint32_t id = 0;
    const struct sense *s = named(lx, r, word, SENSE_MONTH, TAG_MONTH, &id);

    if (!s) {
        id = month_under_prefix(lx, r, word);
        *calendar = (uint8_t)(id >> 8);
        *month = (uint8_t)(id & 0xFF);
        *exact = false;
        return *month >= 1 && *month <= 13 ? word + 1 : 0;
    }
    if ((id & 0xFF) < 1 || (id & 0xFF) > 13)
        return 0;
    *calendar = (uint8_t)(id >> 8);
    *month = (uint8_t)(id & 0xFF);
    *exact = s->exact;
    /* "كيول": no "like July" */
    if (!s->exact && r->w.words[word].lang == LANG_AR &&
        str_starts(r->w.words[word].fold, STR("ك")))
        return 0;
    return word + s->nwords;
}

size_t
cue_tens(const struct lexicon *lx, const struct reading *r, size_t word,
         int *tens)
{
    if (word >= r->w.nwords || !(r->begins[word].classes & BEGINS_TAGGED))
        return 0;
    for (size_t k = r->sense_at[word]; k < r->sense_at[word + 1]; k++) {
        const struct sense *s = &r->senses[k];
        uint8_t n = s->kind == SENSE_CONCEPT
                        ? number_of(lexicon_tag(lx, s->id), TAG_TENS)
                        : 0;

        /* not by its stem: "ستين" is sixty. The article may stand before it. */
        if (n >= 2 && n <= 9 &&
            (s->exact || str_ends(r->w.words[word].fold, STR("ات")))) {
            *tens = 10 * n;
            return word + s->nwords;
        }
    }
    return 0;
}
