/*
 * when_relative.c - dates counted from the day of telling: "yesterday",
 * "last month", "two weeks ago", "next Friday".
 */
#include "lexicon/when_rules.h"

/* ---- one word (or phrase) says it --------------------------------------- */

static const struct fixed {
    uint64_t cue;
    uint8_t unit;
    int8_t offset;
    bool part;
} fixed[] = {
    {CUE(LAST_NIGHT), WHEN_DAY, -1, true},
    {CUE(TONIGHT), WHEN_DAY, 0, true},
    {CUE(THIS_MORNING), WHEN_DAY, 0, true},
    {CUE(BEFORE_YESTERDAY), WHEN_DAY, -2, false},
    {CUE(AFTER_TOMORROW), WHEN_DAY, 2, false},
    {CUE(YESTERDAY), WHEN_DAY, -1, false},
    {CUE(TODAY), WHEN_DAY, 0, false},
    {CUE(TOMORROW), WHEN_DAY, 1, false},
    {CUE(LAST_WEEK), WHEN_WEEK, -1, false},
    {CUE(THIS_WEEK), WHEN_WEEK, 0, false},
    {CUE(NEXT_WEEK), WHEN_WEEK, 1, false},
    {CUE(LAST_MONTH), WHEN_MONTH, -1, false},
    {CUE(THIS_MONTH), WHEN_MONTH, 0, false},
    {CUE(NEXT_MONTH), WHEN_MONTH, 1, false},
    {CUE(TWO_YEARS_AGO), WHEN_YEAR, -2, false},
    {CUE(LAST_YEAR), WHEN_YEAR, -1, false},
    {CUE(THIS_YEAR), WHEN_YEAR, 0, false},
    {CUE(NEXT_YEAR), WHEN_YEAR, 1, false},
};

/* Words that are also something else where they stand so. */
static bool
other_sense(const struct scan *s, size_t i, uint64_t cue)
{
    const struct word *w = scan_word(s, i);
    bool inside = w->shape & SHAPE_CAPITAL &&
                  !(w->shape & (SHAPE_FIRST | SHAPE_LINE | SHAPE_ALL_CAPS));
    uint64_t before = scan_before(s, i);

    /* USA Today, Russia Today */
    if (w->lang == LANG_EN && inside && cue & (CUE(TODAY) | CUE(TOMORROW)))
        return true;
    if (cue & CUE(TOMORROW) && cue & CUE_PARTS) {
        /* mañana, morgen: the morning behind an article or a day */
        if (w->lang == LANG_DE && inside)
            return true;
        return (before & (CUE(DAY_WORD) | CUE(THIS) | CUE(TODAY) |
                          CUE(YESTERDAY))) != 0 ||
               (i > 0 && !(w->shape & SHAPE_LINE) &&
                (str_is(s->r->w.words[i - 1].fold, "la") ||
                 str_is(s->r->w.words[i - 1].fold, "de")));
    }
    return false;
}

/* "the last week", "over the past month": spans up to now, no dates. */
static bool
is_span(const struct scan *s, size_t i)
{
    return s->lang == LANG_EN && i > 0 &&
           str_is(s->r->w.words[i - 1].fold, "the") &&
           !(s->r->w.words[i].shape & SHAPE_LINE);
}

static size_t
said_by_one(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t behind;
    uint64_t cue = scan_cue(s, i, &behind);

    for (size_t k = 0; cue && k < sizeof fixed / sizeof *fixed; k++) {
        if (!(cue & fixed[k].cue))
            continue;
        if (other_sense(s, i, cue) ||
            (fixed[k].unit > WHEN_DAY && is_span(s, i)))
            return 0;
        m->when.unit = fixed[k].unit;
        m->when.offset = fixed[k].offset;
        m->when.part_of_day = fixed[k].part;
        return behind;
    }
    return 0;
}

/* ---- last, this, next -------------------------------------------- */

static uint8_t
unit_of(uint64_t cue)
{
    return cue & CUE(YEAR)    ? WHEN_YEAR
           : cue & CUE(MONTH) ? WHEN_MONTH
           : cue & CUE(WEEK)  ? WHEN_WEEK
           : cue & CUE(DAY)   ? WHEN_DAY
                              : WHEN_NONE;
}

static int8_t
step_of(uint64_t cue)
{
    return cue & CUE(LAST) ? -1 : cue & CUE(NEXT) ? 1 : 0;
}

#define CUE_STEPS (CUE(LAST) | CUE(NEXT) | CUE(THIS))

static bool
romance(enum lang lang)
{
    return lang == LANG_ES || lang == LANG_FR || lang == LANG_IT ||
           lang == LANG_PT || lang == LANG_RO || lang == LANG_CA;
}

/* Languages that put "last" behind its noun (some may do either). */
static bool
behind_noun(enum lang lang)
{
    return romance(lang) || lang == LANG_AR || lang == LANG_FA ||
           lang == LANG_HE || lang == LANG_ID || lang == LANG_VI ||
           lang == LANG_MS;
}

static bool
before_noun(enum lang lang, uint64_t step)
{
    if (lang == LANG_FA || lang == LANG_ID || lang == LANG_HE ||
        lang == LANG_MS)
        return step & CUE(THIS) && lang == LANG_FA;
    /* "ces derniers mois" is a span; "cette semaine", "este mes" are not */
    if (lang == LANG_AR || lang == LANG_FR)
        return (step & CUE(THIS)) != 0;
    return true;
}

/* "last" with what it points at, either first. */
static size_t
step_and_noun(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark try = *m;
    size_t noun, behind = 0, k;
    uint64_t step = scan_cue(s, i, &noun) & CUE_STEPS, cue;
    uint8_t calendar, month;
    bool exact;

    if (step && before_noun(s->lang, step)) {
        cue = scan_cue(s, noun, &behind);
        if (unit_of(cue) > WHEN_DAY && !is_span(s, i)) {
            m->when.unit = unit_of(cue);
            m->when.offset = step_of(step);
            return behind;
        }
        k = rule_weekday(s, noun, &try);
        if (k) {
            try.when.toward = step_of(step);
            /* English: the one of the next week */
            if (s->lang == LANG_EN && scan_is(s, i, "next") &&
                !try.when.date.day) {
                try.when.unit = WHEN_WEEK;
                try.when.offset = 1;
                try.when.toward = 0;
            }
            *m = try;
            return k;
        }
        k = noun < s->end && !is_span(s, i)
                ? cue_month(s->lx, s->r, noun, &calendar, &month, &exact)
                : 0;
        if (k && k <= s->end &&
            (month == 5 || scan_word(s, noun)->script != SCRIPT_LATIN ||
             utf8_count(scan_word(s, noun)->fold) > 3) &&
            (s->lang != LANG_EN || scan_word(s, noun)->shape & SHAPE_CAPITAL)) {
            m->when.date.month = month;
            m->when.calendar = calendar;
            if (step & CUE(THIS))
                m->when.unit = WHEN_YEAR;
            m->when.toward = step_of(step);
            return k;
        }
    }
    if (!behind_noun(s->lang))
        return 0;
    cue = scan_cue(s, i, &noun);
    step = scan_cue(s, noun, &behind) & CUE_STEPS;
    /* "durante años | este pasillo": what points at it stands before it */
    if (step & CUE(THIS) && romance(s->lang))
        return 0;
    if (unit_of(cue) > WHEN_DAY && step) {
        m->when.unit = unit_of(cue);
        m->when.offset = step_of(step);
        return behind;
    }
    return 0;
}

/* "vorletzten Monat", 再来週, позапрошлом году: two units away. */
static size_t
two_steps(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind;
    uint32_t c;
    uint8_t unit;
    bool back = scan_key(s, i, TAG_BEFORE_LAST, &k);

    if (!back && !scan_key(s, i, TAG_AFTER_NEXT, &k))
        return 0;
    c = scan_char(s, k);
    unit = unit_of(scan_cue(s, k, &behind));
    if (c == 0x9031 || c == 0x5468 || c == 0x6708 || c == 0x5E74) {
        unit = c == 0x6708 ? WHEN_MONTH : c == 0x5E74 ? WHEN_YEAR : WHEN_WEEK;
        behind = k + 1;
    }
    if (unit < WHEN_WEEK)
        return 0;
    m->when.unit = unit;
    m->when.offset = back ? -2 : 2;
    return behind;
}

/* ---- so long ago ------------------------------------------------- */

static const struct dual {
    uint64_t cue;
    uint8_t unit;
} duals[] = {{CUE(TWO_DAYS), WHEN_DAY},
             {CUE(TWO_WEEKS), WHEN_WEEK},
             {CUE(TWO_MONTHS), WHEN_MONTH},
             {CUE(TWO_YEARS), WHEN_YEAR}};

struct length {
    uint8_t unit;
    int count;
    bool counted; /* a number was said */
    bool ago;     /* the words of the unit say "ago" too */
};

/* 年, 个月, ヶ月, 周, 週間, 天, 日 with 前 behind. */
static size_t
han_length(const struct scan *s, size_t i, struct length *out)
{
    size_t k = i;
    uint32_t c = scan_char(s, k);
    bool counter = c == 0x4E2A || c == 0x500B || c == 0x304B || c == 0x30F6 ||
                   c == 0x30AB || c == 0x30F5;

    if (counter)
        c = scan_char(s, ++k);
    switch (c) {
    case 0x5E74: /* 年 */
        out->unit = WHEN_YEAR;
        break;
    case 0x6708: /* 月 */
        if (!counter)
            return 0;
        out->unit = WHEN_MONTH;
        break;
    case 0x5468:
    case 0x9031: /* 周 週 */
        out->unit = WHEN_WEEK;
        break;
    case 0x5929:
    case 0x65E5: /* 天 日 */
        out->unit = WHEN_DAY;
        break;
    default:
        return 0;
    }
    k++;
    if (scan_char(s, k) == 0x9593) /* 間 */
        k++;
    if (scan_char(s, k) != 0x524D) /* 前 */
        return 0;
    switch (scan_char(s, k + 1)) {
    case 0x5834:
    case 0x573A: /* 前場 前场: the session before noon */
    case 0x540E:
    case 0x5F8C: /* 前后, 前後: about it */
    case 0x5F15: /* 前引け: its close */
    case 0x5012: /* 前倒し: sooner than planned */
        return 0;
    }
    out->ago = true;
    return k + 1;
}

/* "년전", "개월전": the unit and "ago" grown together. */
static size_t
korean_length(const struct scan *s, size_t i, struct length *out)
{
    static const struct {
        const char *z;
        uint8_t unit;
    } units[] = {{"년전", WHEN_YEAR},  {"개월전", WHEN_MONTH},
                 {"달전", WHEN_MONTH}, {"주전", WHEN_WEEK},
                 {"일전", WHEN_DAY},   {"주일전", WHEN_WEEK}};
    const struct word *w = scan_word(s, i);

    for (size_t k = 0; w && k < sizeof units / sizeof *units; k++)
        if (str_starts(w->fold, str_of(units[k].z)) &&
            utf8_count(w->fold) <= utf8_count(str_of(units[k].z)) + 1) {
            out->unit = units[k].unit;
            out->ago = true;
            return i + 1;
        }
    return 0;
}

/* Whether "days ago" was said, not "days earlier": earlier than what? */
static bool
ends_in_ago(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    uint32_t ago = lexicon_concept(s->lx, "ago");
    str word = lexicon_word(s->lx, ago, (enum lang)w->lang);

    return ago && str_eq(str_cut(s->r->w.text, w->start, w->end), word);
}

/* "two weeks", "a week", "week", "أسبوعين". */
static size_t
length_at(const struct scan *s, size_t i, struct length *out)
{
    size_t k, behind, digits;
    uint64_t cue = scan_cue(s, i, &behind);

    for (size_t d = 0; d < sizeof duals / sizeof *duals; d++)
        if (cue & duals[d].cue) {
            *out = (struct length){duals[d].unit, 2, true, false};
            return behind;
        }
    *out = (struct length){.count = 1};
    k = scan_small(s, i, &out->count);
    out->counted = k != 0;
    if (k == 0 && s->lang == LANG_EN &&
        (scan_is(s, i, "a") || scan_is(s, i, "one"))) {
        k = i + 1;
        out->counted = true;
    }
    if (k == 0)
        k = i;
    if (s->lang == LANG_ZH || s->lang == LANG_JA) {
        if (!out->counted)
            k = scan_han(s, i, &out->count, &digits);
        out->counted = k != 0;
        /* 2015年前: before that year */
        return k > i && out->count < WHEN_OLDEST_YEAR ? han_length(s, k, out)
                                                      : 0;
    }
    if (out->counted && s->lang == LANG_KO && korean_length(s, k, out))
        return k + 1;
    cue = scan_cue(s, k, &behind);
    out->unit = unit_of(cue);
    if (out->counted && cue & CUE(DAYS_AGO) && ends_in_ago(s, behind - 1))
        cue |= CUE(DAY) | CUE(AGO);
    if (out->counted && (s->lang == LANG_ID || s->lang == LANG_FA)) {
        /* "dua bulan lalu": the words for "last month", counted */
        cue |= cue & CUE(LAST_WEEK)    ? CUE(WEEK) | CUE(AGO)
               : cue & CUE(LAST_MONTH) ? CUE(MONTH) | CUE(AGO)
               : cue & CUE(LAST_YEAR)  ? CUE(YEAR) | CUE(AGO)
                                       : 0;
    }
    out->ago = cue & CUE(AGO) && cue & CUE_UNITS && behind > k + 1;
    out->unit = unit_of(cue);
    if (!out->unit && cue & CUE(AGO) && behind > k + 1 && out->counted) {
        /* "5 лет назад": the phrases with a unit in them are of years */
        out->unit = WHEN_YEAR;
        out->ago = true;
    }
    return out->unit ? behind : 0;
}

/* Languages whose "ago" stands before; behind a length it is "before". */
static bool
ago_first(enum lang lang)
{
    return lang == LANG_AR || lang == LANG_HE || lang == LANG_FR ||
           lang == LANG_DE || lang == LANG_EL;
}

/* Whether the unit has a count that was not read, or is one of many. */
static bool
thousands_before(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (s->lang == LANG_EN && w->fold.n > 1 && w->fold.s[w->fold.n - 1] == 's')
        return true;
    return i > 0 && !(w->shape & SHAPE_LINE) &&
           (s->r->w.words[i - 1].kind == WORD_NUMBER ||
            reading_sense(s->r, i - 1, SENSE_NUMBER) ||
            reading_sense(s->r, i - 1, SENSE_MULTIPLIER));
}

/* "दिखने से करीब दस साल पहले": ten years before that, not before today. */
static bool
before_doing(const struct scan *s, size_t i)
{
    const struct word *w = s->r->w.words;

    if (s->lang != LANG_HI || i < 3)
        return false;
    i -= !str_is(w[i - 1].fold, "से");
    return str_is(w[i - 1].fold, "से") && str_ends(w[i - 2].fold, STR("ने")) &&
           w[i - 2].sentence == w[i].sentence;
}

static size_t
so_long_ago(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k = i, behind;
    struct length length;
    uint8_t weekday;
    bool ago = false, exact;

    if (scan_cue(s, i, &behind) & CUE(AGO_BEFORE)) {
        ago = true;
        k = behind;
    }
    k = length_at(s, k, &length);
    if (k == 0)
        return 0;
    if (!length.counted && (thousands_before(s, i) || scan_is(s, i, "منذ")))
        return 0; /* "four thousand years ago", "منذ سنوات" */
    /* "قبل يوم الجمعة": before Friday */
    if (ago && !length.counted &&
        (cue_weekday(s->lx, s->r, k, &weekday, &exact) ||
         length.unit == WHEN_DAY))
        return 0;
    ago |= length.ago;
    if (!ago && !ago_first(s->lang) && scan_cue(s, k, &behind) & CUE(AGO)) {
        /* "bulan lalu": last month, not a month ago */
        ago = s->lang != LANG_ID || length.counted;
        k = behind;
    }
    if (!ago || before_doing(s, i))
        return 0;
    m->when.unit = length.unit;
    m->when.offset = (int16_t)-length.count;
    m->when.counted = true;
    return k;
}

/* What begins one, other than a count. */
#define CUE_RELATIVE                                                           \
    (CUE(LAST_NIGHT) | CUE(TONIGHT) | CUE(THIS_MORNING) |                      \
     CUE(BEFORE_YESTERDAY) | CUE(AFTER_TOMORROW) | CUE(YESTERDAY) |            \
     CUE(TODAY) | CUE(TOMORROW) | CUE(LAST_WEEK) | CUE(THIS_WEEK) |            \
     CUE(NEXT_WEEK) | CUE(LAST_MONTH) | CUE(THIS_MONTH) | CUE(NEXT_MONTH) |    \
     CUE(TWO_YEARS_AGO) | CUE(LAST_YEAR) | CUE(THIS_YEAR) | CUE(NEXT_YEAR) |   \
     CUE_STEPS | CUE_UNITS | CUE(TWO_DAYS) | CUE(TWO_WEEKS) |                  \
     CUE(TWO_MONTHS) | CUE(TWO_YEARS) | CUE(AGO_BEFORE))

/* Whether a count may begin there: of "two weeks ago". */
static bool
may_count(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    return w &&
           (w->kind == WORD_NUMBER || w->script == SCRIPT_HAN ||
            w->script == SCRIPT_OTHER || reading_sense(s->r, i, SENSE_NUMBER) ||
            (s->lang == LANG_EN &&
             (scan_is(s, i, "a") || scan_is(s, i, "one"))));
}

size_t
rule_relative(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark best = *m, try = *m;
    size_t longest, k;

    if (!(scan_cue(s, i, NULL) & CUE_RELATIVE) && !may_count(s, i) &&
        !scan_key(s, i, TAG_BEFORE_LAST, NULL) &&
        !scan_key(s, i, TAG_AFTER_NEXT, NULL))
        return 0;
    if (scan_before(s, i) & CUE(EVERY))
        return 0;
    longest = said_by_one(s, i, &best);
    k = step_and_noun(s, i, &try);
    if (k > longest) {
        longest = k;
        best = try;
    }
    try = *m;
    k = two_steps(s, i, &try);
    if (k > longest) {
        longest = k;
        best = try;
    }
    try = *m;
    k = so_long_ago(s, i, &try);
    if (k > longest) {
        longest = k;
        best = try;
    }
    *m = best;
    return longest;
}
